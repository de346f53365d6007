"""What the page on kindred indices says can be said: its sets read, pass their self-test and give its figures."""

from __future__ import annotations

import re
from collections.abc import Iterator

import attrs
import pytest

import cchc_index
from cchc_index.checks.selftest import selftest
from cchc_index.criteria.criteria_set import parse_criteria
from tests.conftest import ROOT

PAGE = (ROOT / "docs" / "kindred.md").read_text(encoding="utf-8")
ROWS = re.findall(r"^\| (K\d+) \| .* \| (.*) \|$", PAGE, re.MULTILINE)
_BLOCK = re.compile(
    r"^### (?P<title>[^\n]*)$(?:(?!^##).)*?"
    r"^```yaml\n(?P<yaml>.*?)^```\n\n"
    r"```text\n(?P<worked>.*?)^```",
    re.MULTILINE | re.DOTALL,
)


@attrs.frozen
class Block:
    """A set of the page, and what it says that units get."""

    title: str
    yaml: str
    worked: tuple[str, ...]

    def read(self) -> cchc_index.CriteriaSet:
        """The set; a key that the block states replaces the head's."""
        found = re.search(r":caption: head\.yaml\n\n(.*?)```", PAGE, re.DOTALL)
        assert found
        stated = set(re.findall(r"^(\w+):", self.yaml, re.MULTILINE))
        head = [line for line in found[1].splitlines() if line.split(":")[0] not in stated]
        return parse_criteria("\n".join([*head, self.yaml]), registry=cchc_index.Registry.discover())


def _blocks() -> Iterator[Block]:
    for match in _BLOCK.finditer(PAGE):
        worked = tuple(match["worked"].strip().splitlines())
        yield Block(match["title"], match["yaml"], worked)


BLOCKS = tuple(_blocks())


def _anchor(title: str) -> str:
    return re.sub(r"[^a-z0-9 -]", "", title.lower()).replace(" ", "-")


def _pairs(text: str) -> dict[str, str]:
    return dict(pair.strip().split("=") for pair in text.split(";"))


def _result(criteria: cchc_index.CriteriaSet, worked: tuple[str, ...]) -> cchc_index.IndexResult:
    """The result of the units on the left; what is no answer is a column of the register."""
    rows, units = [], []
    for number, line in enumerate(worked):
        given = _pairs(line.partition("->")[0])
        answers = {
            name for name in given if any(name == code or name.startswith(f"{code}.") for code in criteria.positions)
        }
        rows.append({"unit": f"u{number}", **{name: text for name, text in given.items() if name in answers}})
        own = {name: text for name, text in given.items() if name not in answers}
        units.append({"unit": f"u{number}", "name": f"Ví dụ {number}", **own})
    return cchc_index.score(criteria, cchc_index.read_assessment(rows, criteria, units))


def _figure(card: cchc_index.Scorecard, name: str) -> str:
    if name == "band":
        assert card.band
        return card.band.label.first
    code, _, figure = name.rpartition(".")
    if code and figure in ("index", "rank"):
        return str(getattr(card.node(code), figure))
    return str(getattr(card, name) if name in ("index", "rank") else card.node(name).points)


@pytest.mark.parametrize("block", BLOCKS, ids=lambda block: block.title)
def test_the_sets_of_the_page_give_what_it_says(block: Block) -> None:
    """Read, self-tested, and scored to the last digit."""
    criteria = block.read()
    found = selftest(criteria)
    assert [trial for trial in found.trials if not trial.agrees] == []

    result = _result(criteria, block.worked)

    for number, line in enumerate(block.worked):
        expected = _pairs(line.partition("->")[2])
        assert {name: _figure(result[f"u{number}"], name) for name in expected} == expected, line


def test_every_row_says_yes_a_detour_or_not() -> None:
    """Numbered in order, and each said plainly."""
    assert [name for name, _ in ROWS] == [f"K{number}" for number in range(1, len(ROWS) + 1)]
    for name, said in ROWS:
        assert re.match(r"\[?(yes|by a detour|not)\b", said), name


def test_rows_and_sets_belong_together() -> None:
    """Each link of the table leads to a set, and each set is what a row leads to."""
    anchors = {_anchor(block.title): block for block in BLOCKS}
    links = {link: word for _, said in ROWS for word, link in re.findall(r"\[([^]]+)\]\(#([^)]+)\)", said)}

    assert set(links) == {_anchor(title) for title in re.findall(r"^### (.*)$", PAGE, re.MULTILINE)}
    assert set(links) - set(anchors) == {"k10-a-plus"}  # Python, which is run with the page


def test_what_is_said_to_be_a_yes_is_shown() -> None:
    """A row that says yes leads to a set, or names where it stands."""
    for name, said in ROWS:
        if said.startswith(("yes", "[yes")):
            assert "](#" in said or "pci-2021" in said or "parity" in said, name
