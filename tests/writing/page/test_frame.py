"""The head of a page, its policy, and texts made safe for it (`writing/page/frame.py`)."""

from __future__ import annotations

from base64 import b64encode
from hashlib import sha256
from html import unescape

from hypothesis import given
from hypothesis import strategies as st

from cchc_index.problems.shown import shown
from cchc_index.writing.page.frame import PAGE, page, painted, paragraphs, resource, safe
from cchc_index.writing.table import BOLD, YELLOW
from tests.writing.page.reading import PageReader


def _hash(text: str) -> str:
    return f"'sha256-{b64encode(sha256(text.encode()).digest()).decode()}'"


def test_a_page_may_wear_and_run_what_is_in_it_alone() -> None:
    """The policy names the hashes of its own style and script, and lets nothing else in."""
    read = PageReader("".join(page("T", "vi", ["<p>x</p>"], styles=["result.css"], script="result.js", data="{}")))
    style = next(text for tag, text in read.inside if tag == "style")
    _, script = (text for tag, text in read.inside if tag == "script")

    assert read.policy == {
        "default-src": "'none'",
        "style-src": _hash(style),
        "script-src": _hash(script),
        "img-src": "data:",
        "base-uri": "'none'",
        "form-action": "'none'",
    }
    assert ("html", "lang", "vi") in read.attributes


def test_a_page_without_a_script_lets_none_run() -> None:
    """Nothing is said of scripts, and what is not named is refused."""
    read = PageReader("".join(page("T", "en", [])))

    assert "script-src" not in read.policy
    assert "script" not in read.tags


def test_no_resource_asks_for_anything() -> None:
    """No address, no font, no picture in styles and scripts."""
    for name in ("page.css", "result.css", "result.js"):
        text = resource(name)
        assert not [word for word in ("http", "//cdn", "url(", "@import", "@font-face", "fetch(", "XMLHttp", "eval(",
                                      "innerHTML", "</") if word in text]  # fmt: skip


@given(st.text())
def test_a_title_is_a_text_whatever_it_holds(title: str) -> None:
    """Markup in it closes nothing and opens nothing."""
    plain = title.encode(errors="replace").decode()
    read = PageReader("".join(page(plain, "vi", [f"<p>{safe(plain)}</p>"])))

    assert read.tags == ["html", "head", "meta", "meta", "meta", "link", "title", "style", "body", "p"]
    assert shown(plain) in read.text


@given(st.lists(st.tuples(st.sampled_from(["", BOLD, YELLOW]), st.text(min_size=1))))
def test_painted_lines_keep_their_words(parts: list[tuple[str, str]]) -> None:
    """What colours say becomes elements; no control letter is left, and no word is lost."""
    line = "".join(PAGE.paint(text, code) if code else shown(text) for code, text in parts)
    told = painted(line)

    assert "\x1b" not in told
    plain = unescape(told.replace("<strong>", "").replace("</strong>", ""))
    assert plain == "".join(shown(text) for _, text in parts)


def test_what_warns_is_marked() -> None:
    """A line that a terminal paints yellow is a paragraph that warns."""
    told = list(paragraphs([PAGE.paint("synthetic", YELLOW), "set", "", PAGE.paint("Bộ", BOLD) + "  [x]"]))

    assert told == [
        '<p class="warns">synthetic</p>',
        '<p class="told">set</p>',
        '<p class="told"><strong>Bộ</strong>  [x]</p>',
    ]
