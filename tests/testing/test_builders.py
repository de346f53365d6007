"""Our own builders pass the kit, and each way to break their contract is found."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from pathlib import Path
from typing import Any

import attrs
import pytest

import cchc_index
from cchc_index.evidence.documents import Documents
from cchc_index.evidence.initiatives.commendations import Commendations
from cchc_index.evidence.initiatives.register import Initiatives
from cchc_index.evidence.service_points import OneStop61, Service766
from cchc_index.plugins import Evidence, EvidenceBuilder, LeftOut, Measure, Problem, RawFile, Text
from cchc_index.testing import BrokenContractError, check_builder, check_plugin
from tests.evidence.counting import plugin_of

SOUND = {
    "documents": "id,unit,kind,received,due\n1,a,draft,2021-01-01,2021-01-02\n2,b,draft,2021-01-01,2021-01-02\n",
    "initiatives": "id,unit,status\n1,a,awarded\n2,b,eligible\n3,a,submitted\n",
    "commendations": "id,unit,recipient\n1,a,tập thể\n2,b,cá nhân\n",
    "points": "unit,1,2,3,4,5,6,7,8,9\na,1,1,1,1,1,1,1,1,1\nb,2,2,2,2,2,2,2,2,2\n",
    "groups": "unit,1,2,3,4,5\na,1,1,1,1,1\nb,2,2,2,2,2\n",
}
BOTH = Text((("vi", "số"), ("en", "count")))


def _files(folder: Path, name: str) -> list[Path]:
    head, *rows = SOUND[name].splitlines()
    paths = [folder / f"{name}-{number}.csv" for number in (1, 2)]
    for path, part in zip(paths, (rows[:1], rows[1:]), strict=True):
        path.write_text("\n".join([head, *part]), encoding="utf-8")
    return paths


@pytest.mark.parametrize(
    ("builder", "name"),
    [
        (Documents(), "documents"),
        (Initiatives(), "initiatives"),
        (Commendations(), "commendations"),
        (OneStop61(), "points"),
        (Service766((Decimal(20),) * 5), "groups"),
    ],
    ids=lambda each: each if isinstance(each, str) else "",
)
def test_our_builders_keep_the_contract(tmp_path: Path, builder: EvidenceBuilder, name: str) -> None:
    """With two files of it."""
    assert check_builder(builder, _files(tmp_path, name)).units == ("a", "b")


@attrs.frozen
class _Counting(Initiatives):
    """Counts as ours does.

    Example:
        >>> 1
        1
    """

    def build(self, files: Sequence[RawFile], units: Sequence[str] | None, /) -> Evidence | list[Problem]:
        found = Initiatives.build(self, files, units)
        return self.spoilt(found, files, units) if isinstance(found, Evidence) else found

    def spoilt(self, found: Evidence, files: Sequence[RawFile], units: Sequence[str] | None) -> Any:
        return found


def _with_first(found: Evidence, value: Any) -> Evidence:
    return attrs.evolve(found, figures={**found.figures, "awarded": (value, *found.figures["awarded"][1:])})


SEEN: list[int] = []


@pytest.mark.parametrize(
    ("words", "spoil"),
    [
        ("awarded", lambda found, files, units: _with_first(found, 1.5)),
        ("awarded 1 and awarded 2", lambda found, files, units: _with_first(found, _asked())),
        (
            "in another order",
            lambda found, files, units: _with_first(found, 5 if "initiatives-1" in files[0].name else 6),
        ),
        ("the rows in another order", lambda found, files, units: _with_first(found, len(_first_row(files)))),
        ("names the files", lambda found, files, units: attrs.evolve(found, files=found.files[:1])),
        ("the register does not know", lambda found, files, units: found),
        ("left out", lambda found, files, units: attrs.evolve(found, left_out=_left(SEEN))),
        ("refuses the files", lambda found, files, units: [Problem("evidence.no_file")]),
        ("NoneType", lambda found, files, units: None),
        ("ZeroDivisionError", lambda found, files, units: 1 / 0),
    ],
)
def test_each_way_to_break_the_contract_is_found(tmp_path: Path, words: str, spoil: Any) -> None:
    """Floats, an answer that depends on order or on how often it is asked for, files unnamed, strangers counted."""
    SEEN.clear()

    @attrs.frozen
    class Broken(_Counting):
        """Spoils what ours counts.

        Example:
            >>> 1
            1
        """

        def build(self, files: Sequence[RawFile], units: Sequence[str] | None, /) -> Evidence | list[Problem]:
            known = None if words == "the register does not know" else units
            return _Counting.build(self, files, known)

        def spoilt(self, found: Evidence, files: Sequence[RawFile], units: Sequence[str] | None) -> Any:
            return spoil(found, files, units)

    with pytest.raises(BrokenContractError, match=words):
        check_builder(Broken(), _files(tmp_path, "initiatives"))


def _asked() -> int:
    SEEN.append(1)
    return len(SEEN)


def _first_row(files: Sequence[RawFile]) -> str:
    rows = next(each for each in files if "initiatives-2" in each.name).rows(("id", "unit", "status"), ())
    return next(f"{row['status']}" for row in rows if not isinstance(row, Problem))


def _left(seen: list[int]) -> tuple[LeftOut, ...]:
    seen.append(1)
    return (LeftOut("duplicate", len(seen)),)


@pytest.mark.parametrize(
    ("words", "members"),
    [
        ("no plain name", {"measures": property(lambda self: (Measure("Số", BOTH),))}),
        ("both languages", {"measures": property(lambda self: (Measure("n", Text.plain("số")),))}),
        ("purpose", {"purpose": Text.plain("đếm")}),
        ("measures", {"measures": property(lambda self: ())}),
        ("measures", {"measures": property(lambda self: (Measure("n", BOTH), Measure("n", BOTH)))}),
        ("no example", {"__doc__": "Counts."}),
        ("measure", {"measure": None}),
    ],
)
def test_what_a_builder_says_of_itself_is_held(tmp_path: Path, words: str, members: dict[str, object]) -> None:
    """Names, titles, purpose, documentation, members that nobody asks for."""
    members = {"__doc__": _Counting.__doc__, **members}
    kind = attrs.frozen(type("Wrong", (_Counting,), members))
    with pytest.raises(BrokenContractError, match=words):
        check_builder(kind(), _files(tmp_path, "initiatives"))


def test_nothing_to_try_is_told() -> None:
    """No file, no contract."""
    with pytest.raises(BrokenContractError, match="no file"):
        check_builder(Initiatives(), [])


def test_a_plugins_builders_are_looked_at() -> None:
    """Names are plain and measures can be read; one that needs parameters is said not to be reached."""
    registry = cchc_index.Registry.builtin().with_plugin("p", plugin_of(_Counting, Service766))
    with pytest.raises(BrokenContractError, match="_counting"):
        check_plugin("p", registry=registry)
    registry = cchc_index.Registry.builtin().with_plugin("p", plugin_of(Initiatives, Service766))
    checked = check_plugin("p", registry=registry)
    assert (checked.builders, checked.unreached) == (["p.initiatives"], ("p.service766",))
    assert check_plugin("template").builders == ["template.sessions_held"]


def test_workbooks_are_turned_as_they_are_read(tmp_path: Path) -> None:
    """Where no copy of the text can be made."""
    openpyxl = pytest.importorskip("openpyxl")
    book = openpyxl.Workbook()
    for line in SOUND["initiatives"].splitlines():
        book.active.append(line.split(","))
    book.save(tmp_path / "i.xlsx")
    quoted = tmp_path / "q.csv"
    quoted.write_text('id,unit,status\n"4",a,awarded\n', encoding="utf-8")
    assert check_builder(Initiatives(), [tmp_path / "i.xlsx", quoted]).of("a")["awarded"] == 2
