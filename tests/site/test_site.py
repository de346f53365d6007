"""The site that `make docs` builds: it asks for nothing outside, is read on a telephone, is searched in Vietnamese."""

from __future__ import annotations

import json
import os
import re
import shutil
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path

import pytest
from selenium import webdriver
from selenium.webdriver.chrome.service import Service
from selenium.webdriver.support.ui import WebDriverWait

from tests.conftest import ROOT

SITE = ROOT / "docs" / "_build" / "html"
QUIET = [
    f"--{word}"
    for word in (
        "headless=new",
        "no-sandbox",
        "disable-gpu",
        "disable-quic",
        "no-first-run",
        "disable-background-networking",
        "disable-component-update",
        "disable-sync",
        "allow-file-access-from-files",
    )
]

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(
        not (SITE / "index.html").is_file() and "CI" not in os.environ, reason="there is no site before `make docs`"
    ),
]


class _Asked(HTMLParser):
    """What a page lets a browser load, and its language."""

    def __init__(self, page: Path) -> None:
        super().__init__()
        self.asked: list[str] = []
        self.language = ""
        self.feed(page.read_text(encoding="utf-8"))

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        said = {name: value or "" for name, value in attributes}
        if tag == "html":
            self.language = said.get("lang", "")
        if tag == "link" and said.get("rel") not in ("index", "search", "next", "prev", "author", "canonical"):
            self.asked.append(said.get("href", ""))
        if tag in ("script", "img", "source", "iframe", "embed", "video", "audio", "track", "object", "input"):
            self.asked += [said[name] for name in ("src", "data") if name in said]
            self.asked += said.get("srcset", "").split()
        self.asked += re.findall(r"url\(['\"]?([^'\")]+)", said.get("style", ""))


def _pages() -> list[Path]:
    return sorted(SITE.rglob("*.html"))


def test_no_page_asks_for_anything_outside() -> None:
    """Scripts, styles, fonts and pictures are files of the site, and they are there."""
    assert len(_pages()) > 30
    for page in _pages():
        for asked in _Asked(page).asked:
            assert not re.match(r"(?:https?:)?//", asked), (page, asked)
            if asked and not asked.startswith(("data:", "#")):
                assert (page.parent / asked.split("?")[0].split("#")[0]).exists(), (page, asked)
    for style in SITE.rglob("*.css"):
        text = re.sub(r"/\*.*?\*/", "", style.read_text(encoding="utf-8"), flags=re.DOTALL)
        assert not re.search(r"(?:url\(|@import)\s*['\"]?(?:https?:)?//", text), style


def test_a_page_says_its_language() -> None:
    """A screen reader reads Vietnamese as Vietnamese: each page of the folder `vi`, and none of those named here."""
    for page in _pages():
        inner = page.relative_to(SITE)
        if inner.parts[0] == "vi":
            assert _Asked(page).language == "vi", inner
    for name in (
        "index",
        "tutorial-council",
        "council",
        "rules",
        "errors",
        "glossary",
        "changelog",
        "search",
        "genindex",
    ):
        assert _Asked(SITE / f"{name}.html").language == "en", name


@pytest.fixture(scope="module")
def browser(tmp_path_factory: pytest.TempPathFactory) -> Iterator[webdriver.Chrome]:
    """A headless Chromium with a profile of its own."""
    chromium, driver = shutil.which("chromium"), shutil.which("chromedriver")
    if chromium is None or driver is None:
        pytest.skip("chromium and chromedriver are not installed")
    options = webdriver.ChromeOptions()
    options.binary_location = chromium
    options.set_capability("goog:loggingPrefs", {"performance": "ALL"})
    for argument in (*QUIET, f"--user-data-dir={tmp_path_factory.mktemp('profile')}"):
        options.add_argument(argument)
    made = webdriver.Chrome(options=options, service=Service(driver))
    yield made
    made.quit()


def _open(browser: webdriver.Chrome, page: str, width: int = 1280) -> None:
    size = {"width": width, "height": 900, "deviceScaleFactor": 1, "mobile": width < 500}
    browser.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", size)
    browser.get((SITE / page.partition("?")[0]).as_uri() + (f"?{page.partition('?')[2]}" if "?" in page else ""))


@pytest.mark.parametrize(
    "page", ["index.html", "rules.html", "commands.html", "vi/hoi-dong.html", "notebooks/dossiers.html"]
)
@pytest.mark.parametrize("width", [1280, 360])
def test_a_page_is_read_without_scrolling_sideways(browser: webdriver.Chrome, page: str, width: int) -> None:
    """The page itself never, and no block of YAML or Python; tables of output keep their columns, and scroll."""
    _open(browser, page, width)

    shown, there = browser.execute_script(
        "return [document.documentElement.scrollWidth, document.documentElement.clientWidth]"
    )
    assert shown <= there <= width
    wide = browser.execute_script(
        "return [...document.querySelectorAll('.highlight-yaml pre, .highlight-python pre')]"
        ".filter(pre => pre.scrollWidth > pre.clientWidth + 1).map(pre => pre.innerText.slice(0, 80))"
    )
    assert wide == []


def test_a_browser_asks_for_files_of_the_site_alone(browser: webdriver.Chrome) -> None:
    """What it really loads, with scripts run."""
    for page in ("index.html", "vi/index.html", "api.html", "search.html?q=points"):
        browser.get_log("performance")
        _open(browser, page)
        events = [json.loads(each["message"])["message"] for each in browser.get_log("performance")]
        asked = [each["params"]["request"]["url"] for each in events if each["method"] == "Network.requestWillBeSent"]
        assert asked
        assert [url for url in asked if not url.startswith((SITE.as_uri(), "data:"))] == []


@pytest.mark.parametrize(
    ("words", "page"),
    [
        ("xếp loại", "vi/thuat-ngu.html"),
        ("xep loai", "vi/thuat-ngu.html"),
        ("dieu chinh", "vi/hoi-dong.html"),
        ("đính chính", "vi/hoi-dong-hai-nam.html"),
        ("rounding", "exactness.html"),
    ],
)
def test_words_are_found(browser: webdriver.Chrome, words: str, page: str) -> None:
    """Vietnamese with its accents and without, and English."""
    _open(browser, f"search.html?q={words}")

    def found(driver: webdriver.Chrome) -> bool:
        links = driver.execute_script(
            "return [...document.querySelectorAll('#search-results li a')].map(each => each.getAttribute('href'))"
        )
        return any(page in link for link in links)

    WebDriverWait(browser, 20).until(found)
