"""The page in a real browser, opened from a file as from a share: Chromium without a window, driven by selenium.

What it measures on the way (how long 3,321 rows take to sort) is printed, and held to nothing.
"""

from __future__ import annotations

import base64
import json
import os
import shutil
import subprocess
import time
from collections.abc import Callable, Iterator
from importlib.resources import files
from pathlib import Path
from typing import Any

import pytest
from selenium import webdriver
from selenium.webdriver.chrome.options import Options
from selenium.webdriver.chrome.service import Service
from selenium.webdriver.chrome.webdriver import WebDriver
from selenium.webdriver.common.keys import Keys

import cchc_index
from cchc_index.cli import main
from cchc_index.cycles.cycle_result import CycleResult
from cchc_index.problems.shown import shown
from cchc_index.writing.page.result_page import result_page
from tests.writing.page.communes import COUNTRY, communes

pytestmark = pytest.mark.slow
WIDE, NARROW = (1280, 900), (360, 740)
_ARGUMENTS = ("--headless=new", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--lang=vi")


@pytest.fixture(scope="module")
def browser() -> Iterator[WebDriver]:
    """One browser for all tests of this file."""
    program, driver = shutil.which("chromium"), shutil.which("chromedriver")
    if program is None or driver is None:
        assert not os.environ.get("CI"), "Chromium is wanted (Debian: chromium, chromium-driver)"
        pytest.skip("Chromium is not installed")
    options = Options()
    options.binary_location = program
    for argument in _ARGUMENTS:
        options.add_argument(argument)
    options.set_capability("goog:loggingPrefs", {"browser": "ALL", "performance": "ALL"})
    found = webdriver.Chrome(options=options, service=Service(driver))
    try:
        yield found
    finally:
        found.quit()


NAMES = {
    "u/1 %41?#&": "</script><script>window.smuggled = true</script>",
    "ứ\"'": "\u202eXã <img src=x onerror='window.smuggled = true'>",
    "long": "Ủy ban nhân dân " * 18 + "x" * 12,
}


def _hostile() -> CycleResult:
    """Units whose names and identifiers a careless page would obey, or be torn by."""
    criteria = cchc_index.load_criteria("nd61-one-stop-2018")
    codes = [leaf.criterion.code for leaf in criteria.leaves]
    register = cchc_index.Register(tuple(cchc_index.Unit(unit, name, "x") for unit, name in NAMES.items()))
    rows = [{"unit": unit, **dict.fromkeys(codes, "1")} for unit in NAMES]
    return CycleResult((cchc_index.score(criteria, cchc_index.read_assessment(rows, criteria, register)),))


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """Pages as the command writes them, and one of the whole country's communes."""
    folder = tmp_path_factory.mktemp("một chia sẻ")
    made = {name: folder / f"{name}.html" for name in ("lai-chau-2021", "cao-bang-2021", "cap-xa-2025")}
    for name, path in made.items():
        assert main(["score", name, *(["--stage", "all"] if name == "cap-xa-2025" else []), "-o", str(path)]) == 0
    made["explained"] = folder / "explained.html"
    assert main(["explain", "cap-xa-2025", "xa-7", "-o", str(made["explained"])]) == 0
    made["hostile"] = folder / "hostile.html"
    made["hostile"].write_text("".join(result_page(_hostile(), "vi")), encoding="utf-8")
    made["country"] = folder / "country.html"
    made["country"].write_text("".join(result_page(communes(COUNTRY), "vi")), encoding="utf-8")
    return made


@pytest.fixture
def open_page(browser: WebDriver, pages: dict[str, Path]) -> Iterator[Callable[..., WebDriver]]:
    """Opens a page in a window of some size; afterwards nothing may have been complained of in its console."""

    def opened(name: str, hash_: str = "", size: tuple[int, int] = WIDE, **media: str) -> WebDriver:
        width, height = size
        metrics = {"width": width, "height": height, "deviceScaleFactor": 1, "mobile": False}
        browser.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", metrics)
        features = [{"name": key.replace("_", "-"), "value": value} for key, value in media.items()]
        browser.execute_cdp_cmd("Emulation.setEmulatedMedia", {"features": features})
        browser.get("about:blank")
        browser.get(pages[name].as_uri() + hash_)
        return browser

    _log(browser, "browser")
    yield opened
    assert _log(browser, "browser") == []


def _log(browser: WebDriver, kind: str) -> list[dict[str, Any]]:
    """What one of the browser's logs has since it was last read."""
    told: list[dict[str, Any]] = browser.get_log(kind)  # type: ignore[no-untyped-call]
    return told


def _run(browser: WebDriver, script: str, *given: object) -> Any:
    return browser.execute_script(script, *given)


def _press(browser: WebDriver, *keys: str) -> None:
    for key in keys:
        browser.switch_to.active_element.send_keys(key)


def _names(browser: WebDriver, table: str) -> list[str]:
    """The units of the first table of a kind, in the order in which they are seen."""
    script = """
    return [...document.querySelector(arguments[0]).tBodies[0].rows]
      .filter((row) => row.offsetParent !== null).map((row) => row.querySelector("th").textContent)
    """
    names: list[str] = _run(browser, script, table)
    return names


def _waits(browser: WebDriver, script: str) -> Any:
    """What a script gives as soon as it gives something."""
    end = time.monotonic() + 10
    while not (found := _run(browser, script)):
        assert time.monotonic() < end, script
        time.sleep(0.02)
    return found


def test_nothing_is_asked_for(open_page: Callable[..., WebDriver], pages: dict[str, Path]) -> None:
    """The browser's own log of the network has the file itself, and an icon that is in it."""
    for name in ("cao-bang-2021", "explained"):
        browser = open_page(name)
        _log(browser, "performance")
        browser.get(pages[name].as_uri() + "?again")
        told = [json.loads(entry["message"])["message"] for entry in _log(browser, "performance")]
        asked = [each["params"]["request"]["url"] for each in told if each["method"] == "Network.requestWillBeSent"]

        assert asked
        assert all(url.startswith(("data:,", pages[name].as_uri())) for url in asked), asked
        assert _run(browser, "return performance.getEntriesByType('resource').length") == 0


def test_the_policy_stops_what_is_put_in(browser: WebDriver, open_page: Callable[..., WebDriver]) -> None:
    """A script, a style or a picture that somebody smuggles in is not run, worn or loaded."""
    open_page("lai-chau-2021")
    script = """
    const put = (tag, fill) => { const e = document.createElement(tag); fill(e); document.body.append(e); };
    put("script", (e) => { e.textContent = "window.smuggled = true"; });
    put("img", (e) => { e.src = "file:///etc/hostname"; e.onload = () => { window.smuggled = true; }; });
    put("p", (e) => { e.setAttribute("style", "color: rgb(1, 2, 3)"); });
    return [window.smuggled === undefined, getComputedStyle(document.body.lastChild).color !== "rgb(1, 2, 3)"];
    """
    assert _run(browser, script) == [True, True]
    told = _log(browser, "browser")
    assert all("Content Security Policy" in entry["message"] for entry in told)
    assert len(told) >= 3


@pytest.mark.parametrize("key", ["rank", "points", "max_points", "index", "band", "unit"])
def test_a_head_sorts_by_its_column(key: str, open_page: Callable[..., WebDriver]) -> None:
    """Down and up, by the figures and not by their texts; the head and a line for readers of the screen say so."""
    browser = open_page("cao-bang-2021")
    (result,) = (each for each in cchc_index.open_cycle("cao-bang-2021").score().results if len(each) == 20)
    head = f'table.ranking th[data-key="{key}"]'
    cards = list(result)
    bands = [band.label.first for band in result.outcome.classification.bands]
    falls = key in ("points", "max_points", "index")

    def figure(card: cchc_index.Scorecard) -> Any:
        if key == "unit":
            return card.unit.name
        return bands.index(card.band.label.first) if key == "band" and card.band else getattr(card, key)

    _run(browser, "document.querySelector(arguments[0] + ' button').click()", head)
    assert _names(browser, "table.ranking") == [c.unit.name for c in sorted(cards, key=figure, reverse=falls)] or falls
    shown = [
        next(figure(card) for card in cards if card.unit.name == name) for name in _names(browser, "table.ranking")
    ]
    assert shown == sorted(shown, reverse=falls)
    assert _run(browser, "return document.querySelector(arguments[0]).ariaSort", head) == (
        "descending" if falls else "ascending"
    )
    _run(browser, "document.querySelector(arguments[0] + ' button').click()", head)
    shown = [
        next(figure(card) for card in cards if card.unit.name == name) for name in _names(browser, "table.ranking")
    ]
    assert shown == sorted(shown, reverse=not falls)
    assert "sắp xếp" in _run(browser, "return document.getElementById('said').textContent")
    assert len(_run(browser, "return [...document.querySelectorAll('[aria-sort]')]")) == 1


def test_what_has_no_figure_stays_at_the_end(open_page: Callable[..., WebDriver]) -> None:
    """Three units without the second area: last in either order."""
    browser = open_page("cao-bang-2021")
    without = {"Đơn vị 06", "Đơn vị 13", "Đơn vị 18"}

    for _ in range(2):
        _run(browser, "document.querySelector('table.heat th[data-key=\"1\"] button').click()")
        assert set(_names(browser, "table.heat")[-3:]) == without


@pytest.mark.parametrize("typed", ["so tai chinh", "SỞ TÀI CHÍNH", "chinh  SỞ", "so-tai-chinh"])
def test_a_unit_is_found_however_it_is_typed(typed: str, open_page: Callable[..., WebDriver]) -> None:
    """With accents or without, in capitals, in any order, by its identifier; Enter opens the one that was found."""
    browser = open_page("lai-chau-2021")
    browser.find_element("id", "find").send_keys(typed)

    assert _names(browser, "table.ranking[data-start='2']") == ["Sở Tài chính"]
    assert "1 trong 17" in _run(browser, "return document.getElementById('said').textContent")
    _press(browser, Keys.ENTER)
    assert _waits(browser, "return document.title.startsWith('Sở Tài chính – ')")


def test_a_crossed_d_is_a_d(open_page: Callable[..., WebDriver]) -> None:
    """`dien luc` finds the power company, and `dau tu` the department of planning and investment."""
    browser = open_page("lai-chau-2021")
    field = browser.find_element("id", "find")
    for typed, name in (("dien luc", "Công ty điện lực"), ("dau tu", "Sở Kế hoạch và đầu tư")):
        field.clear()
        field.send_keys(typed)
        script = "return [...document.querySelectorAll('table.ranking tbody tr')].filter((r) => r.offsetParent)"
        assert [row.find_element("css selector", "th").text for row in _run(browser, script)] == [name]


def test_a_unit_page_has_every_reason_and_leads_back(open_page: Callable[..., WebDriver]) -> None:
    """Opened by its link: title, figures, every node with the words of `explain`; back, where one was before."""
    browser = open_page("cao-bang-2021")
    card = cchc_index.open_cycle("cao-bang-2021").score()["don-vi-13"]
    explanation = card.explain("vi")

    _run(browser, "window.scrollTo(0, 300)")
    _run(browser, "document.querySelector('a[href=\"#unit/don-vi-13\"]').click()")
    assert _waits(browser, "return document.title").startswith("Đơn vị 13 – ")
    assert browser.switch_to.active_element.text == "Đơn vị 13"
    nodes = _run(browser, "return [...document.querySelectorAll('#unit details')].map((each) => each.innerText)")
    assert len(nodes) == len(explanation.nodes)
    for text, node in zip(nodes, explanation, strict=True):
        assert node.code in text
        assert node.title in text
        assert node.reason in text
        assert node.note in text
    view = browser.find_element("id", "unit").text
    assert all(each in view for each in (explanation.total, explanation.index, explanation.rank, explanation.band))
    browser.back()
    assert _waits(browser, "return !document.getElementById('list').hidden")
    assert _run(browser, "return [document.title, window.scrollY]") == ["Cao Bằng 2021", 300]
    assert browser.switch_to.active_element.text == "Đơn vị 13"


def test_lost_points_alone(open_page: Callable[..., WebDriver]) -> None:
    """A box leaves the criteria at which points were lost, within what they are parts of."""
    browser = open_page("cao-bang-2021", "#unit/don-vi-13")
    card = cchc_index.open_cycle("cao-bang-2021").score()["don-vi-13"]
    browser.find_element("css selector", "#unit input").click()
    script = "return [...document.querySelectorAll('#unit details.lost > summary b')].filter((e) => e.offsetParent)"

    assert {each.text for each in _run(browser, script)} == {node.code for node in card.explain("vi").losses}
    script = "return [...document.querySelectorAll('#unit details')].filter((e) => e.offsetParent).length"
    assert _run(browser, script) < len(card.nodes)


def test_stages_stand_beside_each_other(open_page: Callable[..., WebDriver]) -> None:
    """What each stage gave, where the page has several."""
    browser = open_page("cap-xa-2025", "#unit/xa-7")

    text = browser.find_element("id", "unit").text
    assert "tự đánh giá: không chấm ở giai đoạn này → thẩm định 11,55" in text
    assert " → " in text
    assert "kết quả" in text


@pytest.mark.parametrize("size", [WIDE, NARROW])
def test_names_are_shown_and_never_obeyed(size: tuple[int, int], open_page: Callable[..., WebDriver]) -> None:
    """Markup, signs of an address and 300 letters: each unit's link opens its page, and nothing runs."""
    browser = open_page("hostile", size=size)
    for unit, name in NAMES.items():
        script = """
        const links = [...document.querySelectorAll("table.ranking a")];
        links.find((each) => each.textContent === arguments[0]).click();
        """
        _run(browser, script, shown(name))
        title = browser.find_element("id", "unit-name")
        assert _waits(browser, "return !document.getElementById('unit').hidden")
        assert title.get_attribute("textContent") == shown(name)
        assert f"Mã đơn vị: {unit}." in browser.find_element("id", "unit").text
        assert _run(browser, "return document.documentElement.scrollWidth") <= size[0]
        browser.back()
        assert _waits(browser, "return !document.getElementById('list').hidden")
    assert _run(browser, "return window.smuggled === undefined")


def test_an_unknown_unit_is_told(open_page: Callable[..., WebDriver]) -> None:
    """The ranking stays, and a line says that there is none."""
    browser = open_page("lai-chau-2021", "#unit/%E1%BB%9F-x")

    assert "ở-x" in _run(browser, "return document.getElementById('said').textContent")
    assert _run(browser, "return document.getElementById('unit').hidden")


def test_a_walk_by_keyboard(open_page: Callable[..., WebDriver]) -> None:
    """From the skip link over search, heads and names into a unit's page and back; each stop can be seen."""
    browser = open_page("lai-chau-2021")
    stops = []
    _press(browser, Keys.TAB)
    for _ in range(9):
        script = """
        const here = document.activeElement;
        return [here.tagName, here.textContent.slice(0, 40), getComputedStyle(here).outlineStyle]
        """
        stops.append(_run(browser, script))
        _press(browser, Keys.TAB)

    assert [tag for tag, _, _ in stops] == ["A", "INPUT", "DIV", *["BUTTON"] * 6]
    assert {outline for _, _, outline in stops} == {"solid"}
    assert browser.switch_to.active_element.text == "Công ty điện lực"
    _press(browser, Keys.ENTER)
    assert _waits(browser, "return document.title").startswith("Công ty điện lực")
    _press(browser, Keys.TAB, Keys.TAB)
    assert _run(browser, "return document.activeElement.closest('#unit') !== null")
    browser.execute_script("document.querySelector('#unit a[href=\"#list\"]').focus()")
    _press(browser, Keys.ENTER)
    assert _waits(browser, "return !document.getElementById('list').hidden")
    assert browser.switch_to.active_element.text == "Công ty điện lực"


def test_the_skip_link_leads_to_the_contents(open_page: Callable[..., WebDriver]) -> None:
    """On a unit's page as well, which it does not leave."""
    browser = open_page("lai-chau-2021", "#unit/so-tai-chinh")
    _run(browser, "document.querySelector('.skip').focus()")
    _press(browser, Keys.ENTER)

    assert _waits(browser, "return document.activeElement.id === 'main'")
    assert _run(browser, "return document.getElementById('list').hidden")


@pytest.mark.parametrize("hash_", ["", "#unit/don-vi-13"])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing(hash_: str, scheme: str, open_page: Callable[..., WebDriver]) -> None:
    """The rules of accessibility that a program can check, contrast of every text among them."""
    browser = open_page("cao-bang-2021", hash_, prefers_color_scheme=scheme)
    axe = files("axe_core_python").joinpath("axe.min.js").read_text(encoding="utf-8")
    browser.execute_cdp_cmd("Runtime.evaluate", {"expression": axe})
    script = """
    const done = arguments[arguments.length - 1];
    axe.run().then((found) => done(found.violations.map((each) => [each.id, each.nodes.map((node) => node.html)])));
    """
    assert browser.execute_async_script(script) == []


def test_axe_finds_nothing_in_an_explanation(open_page: Callable[..., WebDriver]) -> None:
    """The page of one unit, which has no script."""
    browser = open_page("explained")
    axe = files("axe_core_python").joinpath("axe.min.js").read_text(encoding="utf-8")
    browser.execute_cdp_cmd("Runtime.evaluate", {"expression": axe})
    script = "const done = arguments[0]; axe.run().then((found) => done(found.violations.map((each) => each.id)));"

    assert browser.execute_async_script(script) == []
    assert _run(browser, "return document.querySelectorAll('details').length") > 3


@pytest.mark.parametrize(("name", "hash_"), [("cao-bang-2021", ""), ("cap-xa-2025", "#unit/xa-7"), ("explained", "")])
def test_a_narrow_screen_scrolls_one_way(name: str, hash_: str, open_page: Callable[..., WebDriver]) -> None:
    """At 360 pixels the page is no wider than the screen; wide tables scroll in frames of their own."""
    browser = open_page(name, hash_, NARROW)

    assert _run(browser, "return document.documentElement.scrollWidth") <= NARROW[0]


def test_the_dark_scheme_is_dark(open_page: Callable[..., WebDriver]) -> None:
    """Whoever asks for it gets light words on a dark ground."""
    script = "return getComputedStyle(document.body).backgroundColor"

    assert _run(open_page("lai-chau-2021", prefers_color_scheme="dark"), script) == "rgb(20, 23, 28)"
    assert _run(open_page("lai-chau-2021", prefers_color_scheme="light"), script) == "rgb(255, 255, 255)"


def _printed(browser: WebDriver, folder: Path) -> tuple[str, list[str]]:
    """The page on paper: all its words, and the size of each sheet."""
    told = browser.execute_cdp_cmd("Page.printToPDF", {"preferCSSPageSize": True})
    path = folder / "printed.pdf"
    path.write_bytes(base64.b64decode(told["data"]))
    text = subprocess.run(["pdftotext", "-layout", str(path), "-"], capture_output=True, text=True, check=True).stdout
    sizes = subprocess.run(["pdfinfo", "-l", "99", str(path)], capture_output=True, text=True, check=True).stdout
    return text, [line.partition(":")[2].strip() for line in sizes.splitlines() if " size:" in line and "Page " in line]


def test_the_ranking_is_printed_whole(open_page: Callable[..., WebDriver], tmp_path: Path) -> None:
    """On A4 across, with every unit, every area, and heads repeated on each sheet that a table goes on."""
    browser = open_page("cao-bang-2021")
    text, sizes = _printed(browser, tmp_path)
    cycle = cchc_index.open_cycle("cao-bang-2021").score()

    assert all(text.count(card.unit.name) >= 2 for card in cycle)
    said = " ".join(text.split())
    for result in cycle.results:
        for node in result.criteria.top:
            assert all(word in said for word in node.criterion.title.say("vi").split())
    assert "Tìm đơn vị" not in text
    assert all(size.startswith("841.9") or size.startswith("842") for size in sizes), sizes


def test_heads_are_repeated_on_every_sheet(open_page: Callable[..., WebDriver], tmp_path: Path) -> None:
    """A long ranking says on each sheet what its columns are; rows that the screen leaves out are printed."""
    browser = open_page("country")
    _run(browser, "document.querySelectorAll('table.ranking tbody tr:nth-child(n+400)').forEach((row) => row.remove())")
    _run(browser, "document.querySelectorAll('.heat-map, .notes').forEach((each) => each.remove())")
    text, sizes = _printed(browser, tmp_path)

    assert text.count("Xếp loại") >= len(sizes) - 1 > 5
    assert text.count("Xã Mẫu") == 399


def test_a_units_page_is_printed_alone(open_page: Callable[..., WebDriver], tmp_path: Path) -> None:
    """On A4 upright: its points and reasons, with the set and the data, and no other unit's row."""
    browser = open_page("cao-bang-2021", "#unit/don-vi-13")
    text, sizes = _printed(browser, tmp_path)

    assert "Đơn vị 13" in text
    assert "Đơn vị 05" not in text
    assert "giả lập" in text
    assert "minh họa" in text
    assert all(size.startswith("594.9") or size.startswith("595") for size in sizes), sizes


def test_the_whole_country_sorts(open_page: Callable[..., WebDriver], capsys: pytest.CaptureFixture[str]) -> None:
    """3,321 rows: opened, sorted, all of them shown; the time that it takes is printed."""
    begun = time.monotonic()
    browser = open_page("country")
    opened = time.monotonic() - begun
    script = """
    const head = document.querySelector('table.ranking th[data-key="' + arguments[0] + '"] button');
    const begun = performance.now();
    head.click();
    document.body.offsetHeight;
    return performance.now() - begun;
    """
    taken = {key: min(_run(browser, script, key) for _ in range(2)) for key in ("points", "index", "unit")}
    with capsys.disabled():
        told = ", ".join(f"{key} {milliseconds:.0f} ms" for key, milliseconds in taken.items())
        print(f"\n{COUNTRY} rows: opened in {opened:.1f} s; sorted by {told}")  # noqa: T201

    assert len(_run(browser, "return [...document.querySelector('table.ranking').tBodies[0].rows]")) == COUNTRY
    assert len(_names(browser, "table.ranking")) == 300
    _run(browser, "document.querySelector('.tools button').click()")
    assert len(_names(browser, "table.ranking")) == COUNTRY
    _run(browser, "location.hash = '#unit/xa-0012'")
    assert _waits(browser, "return document.title").startswith("Xã Mẫu")
    assert "cchc-index explain" in browser.find_element("id", "unit").text


def test_without_javascript_the_tables_are_there(browser: WebDriver, open_page: Callable[..., WebDriver]) -> None:
    """Ranking and heat map are in the page itself, and a line says what is missing."""
    browser.execute_cdp_cmd("Emulation.setScriptExecutionDisabled", {"value": True})
    try:
        open_page("lai-chau-2021")
        text = browser.find_element("tag name", "body").text
    finally:
        browser.execute_cdp_cmd("Emulation.setScriptExecutionDisabled", {"value": False})

    assert text.count("Sở Tài chính") == 2
    assert "JavaScript" in text
    assert "Tìm đơn vị" not in text
