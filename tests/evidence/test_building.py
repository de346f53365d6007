"""A builder is run with its files; one of a plugin is held to what it promised."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from decimal import Decimal
from pathlib import Path
from typing import Any

import attrs
import pytest

import cchc_index
from cchc_index.builders.contract import CountedFile, Evidence, Interval, LeftOut, Measure, NamedBuilder
from cchc_index.evidence.building import build_evidence, intervals_of, measures_of
from cchc_index.evidence.builtin import builder_class, builtin_builders
from cchc_index.evidence.raw import TableFile, sha256_of
from cchc_index.plugins import Problem, RawFile, Text
from tests.evidence.counting import Drafts, plugin_of


def _file(folder: Path, text: str) -> TableFile:
    path = folder / "d.csv"
    path.write_text(text, encoding="utf-8")
    return TableFile.of(path)


def test_rows_come_through_the_door_of_every_table(tmp_path: Path) -> None:
    """Headers in Vietnamese, and everything that is wrong with the table at once."""
    found = build_evidence(
        NamedBuilder("p.drafts", Drafts(least=2), "p 1"), [_file(tmp_path, "Mã đơn vị,pages\na,1\na,3\n")]
    )
    assert isinstance(found, Evidence)
    assert (found.units, found.figures, found.rows) == (("a",), {"drafts": (1,)}, (1,))
    assert [(each.rows, len(each.sha256)) for each in found.files] == [(2, 64)]

    told = build_evidence(NamedBuilder("p.drafts", Drafts(), "p 1"), [_file(tmp_path, "unit,page\na,1\n\nb,2,3\n")])
    assert isinstance(told, list)
    assert {each.key for each in told} == {"row.column", "table.blank_row", "table.ragged"}


@pytest.mark.parametrize(
    "answer",
    [
        None,
        [],
        Evidence(("a",), {"drafts": (1.5,)}, (1,)),  # type: ignore[dict-item]
        Evidence(("a",), {"drafts": (True,)}, (1,)),
        Evidence(("a",), {"drafts": (Decimal("NaN"),)}, (1,)),
        Evidence(("a", "a"), {"drafts": (1, 2)}, (1, 1)),
        Evidence(("a",), {"drafts": (1, 2)}, (1,)),
        Evidence(("a",), {"other": (1,)}, (1,)),
        Evidence(("a",), {"drafts": (1,)}, (-1,)),
        Evidence(("",), {"drafts": (1,)}, (1,)),
        Evidence(("a",), {"drafts": (1,)}, (1,), (CountedFile("other.csv", "0" * 64, 1),)),
        Evidence(("a",), {"drafts": (1,)}, (1,), (), (LeftOut("late", -1),)),
        Evidence(("a",), {"drafts": (1,)}, (1,), (), (LeftOut("\x1b[31m", 1),)),
        Evidence(("a",), {"drafts": (1,)}, (1,), intervals=3),  # type: ignore[arg-type]
        [Problem("no.such.message")],
        [Problem("evidence.measure")],
    ],
)
def test_what_a_plugin_answers_is_held_to_its_promise(answer: Any) -> None:
    """Floats, a figure too many, another measure, a unit twice: the plugin's error, and no figure."""

    @attrs.frozen
    class Wrong(Drafts):
        def build(self, files: Sequence[RawFile], units: Sequence[str] | None, /) -> Evidence | list[Problem]:
            found: Evidence | list[Problem] = answer
            return found

    with pytest.raises(cchc_index.PluginError) as told:
        build_evidence(NamedBuilder("p.wrong", Wrong(), "p 1"), [])
    assert "p.wrong" in str(told.value)
    assert told.value.problems[0].text("vi")


def test_what_a_plugin_raises_is_its_own_error() -> None:
    """And so is an exit."""

    def raising(error: BaseException) -> Callable[..., Any]:
        def build(*_: object) -> Any:
            raise error

        return build

    for error in (RuntimeError("x"), SystemExit(0), KeyError("y")):
        builder = attrs.make_class("Raising", [], bases=(Drafts,), frozen=True, class_body={"build": raising(error)})()
        with pytest.raises(cchc_index.PluginError):
            build_evidence(NamedBuilder("p.raising", builder, "p 1"), [])


def test_builders_are_found_by_name() -> None:
    """A plugin's by its prefix; an unknown one is told with what there is."""
    registry = cchc_index.Registry.builtin().with_plugin("p", plugin_of(Drafts))
    assert builder_class("p.drafts", registry) is Drafts
    for name in ("p.draft", "draft", "q.drafts"):
        told = builder_class(name, registry)
        assert isinstance(told, Problem)
        assert name in told.text("vi")
        assert name in told.text("en")
    assert all(builder_class(name, registry) is found for name, found in builtin_builders().items())


def test_the_digest_of_a_file_is_that_of_its_bytes(tmp_path: Path) -> None:
    """However long it is."""
    import hashlib

    path = tmp_path / "long"
    path.write_bytes(b"ab" * 1_000_000)
    assert sha256_of(path) == hashlib.sha256(path.read_bytes()).hexdigest()


def test_a_plugin_names_its_files_and_no_unit_beside_the_register(tmp_path: Path) -> None:
    """A value remembers its source; and what nobody would see is told, as other unknown units are."""

    @attrs.frozen
    class Forgetful(Drafts):
        def build(self, files: Sequence[RawFile], units: Sequence[str] | None, /) -> Evidence | list[Problem]:
            found = super().build(files, units)
            return attrs.evolve(found, files=()) if isinstance(found, Evidence) else found

    file = _file(tmp_path, "unit\na\nz\n")
    with pytest.raises(cchc_index.PluginError):
        build_evidence(NamedBuilder("p.forgetful", Forgetful(), "p 1"), [file])
    told = build_evidence(NamedBuilder("p.drafts", Drafts(), "p 1"), [file], ("a",))
    assert isinstance(told, list)
    assert [each.key for each in told] == ["evidence.strangers"]
    assert "(1): z" in told[0].text("vi")
    assert isinstance(build_evidence(NamedBuilder("p.drafts", Drafts(), "p 1"), [file]), Evidence)


def _off() -> tuple[Interval, ...]:
    return (Interval("a", "drafts", Decimal(1), Decimal(0), Decimal(2), "95", "wilson", 9),)


def test_intervals_of_a_plugin_are_held_to_be_some() -> None:
    """Made when they are asked for; what raises or gives something else is told as the plugin's fault."""
    named = NamedBuilder("p.drafts", Drafts(), "p 1")
    evidence = Evidence(("a",), {"drafts": (1,)}, (1,))
    assert intervals_of(named, evidence) == ()
    assert intervals_of(named, attrs.evolve(evidence, intervals=_off)) == _off()
    wrong: list[Any] = [lambda: 1 // 0, lambda: None, lambda: (3,)]
    for each in wrong:
        with pytest.raises(cchc_index.PluginError, match=r"p\.drafts"):
            intervals_of(named, attrs.evolve(evidence, intervals=each))


@pytest.mark.parametrize("share", [("drafts",), ("drafts", "others"), ("drafts", "drafts", "drafts")])
def test_a_share_is_one_of_two_measures(share: tuple[str, ...]) -> None:
    """A plugin that names others breaks its contract."""

    class Shares(Drafts):
        @property
        def measures(self) -> tuple[Measure, ...]:
            return (*super().measures, Measure("rate", Text(()), share=share))

    with pytest.raises(cchc_index.PluginError):
        measures_of(NamedBuilder("p.shares", Shares(), "p 1"))
