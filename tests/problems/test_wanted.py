"""Errors as users of a library need them: in other processes, and for arguments of the wrong kind."""

from __future__ import annotations

import pickle
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path
from typing import Any

import pandas
import polars
import pytest

import cchc_index
from cchc_index.problems import errors
from cchc_index.problems.problem import Place, Problem
from cchc_index.problems.receipts import Receipt

PROBLEM = Problem("value.number", Place("a.csv", 2, unit="a", header="1"), arguments={"value": "x", "code": "1"})
OWN = Problem("", own={"vi": ("a", "b", "c"), "en": ("d", "e", "f")})
RECEIPT = Receipt("forms", 2, {"a": "a.xlsx"}, ("b",), {}, ("c.xlsx",), (), ())
ERRORS: list[errors.CchcError] = [
    errors.CchcError([PROBLEM, OWN]),
    errors.CriteriaError(PROBLEM),
    errors.AssessmentError([PROBLEM], [RECEIPT]),
    errors.UnknownNameError(PROBLEM),
    errors.UsageError(PROBLEM),
    errors.WritingError(PROBLEM),
    errors.MissingExtraError("frames", "narwhals"),
    errors.PluginError(PROBLEM, plugin="x", distribution="cchc-index-x 1.0"),
]


def _kinds(kind: type[errors.CchcError]) -> set[type]:
    return {kind}.union(*map(_kinds, kind.__subclasses__()))


@pytest.mark.parametrize("error", ERRORS, ids=lambda error: type(error).__name__)
def test_an_error_comes_back_from_pickle_with_all_that_it_says(error: errors.CchcError) -> None:
    """Its kind, its attributes and its report."""
    again = pickle.loads(pickle.dumps(error))  # noqa: S301 - made just here

    assert type(again) is type(error)
    assert vars(again) == vars(error)
    assert again.args == error.args
    assert again.report("vi") == error.report("vi")


def test_every_kind_of_error_is_tried() -> None:
    """A new one joins the list above."""
    assert {type(error) for error in ERRORS} == _kinds(errors.CchcError)


def _refused(name: str) -> None:
    cchc_index.load_criteria(name)


def test_an_error_of_a_worker_process_is_the_error() -> None:
    """As it is raised there."""
    with ProcessPoolExecutor(1) as pool, pytest.raises(cchc_index.UnknownNameError, match="moha-provinces-2017"):
        pool.submit(_refused, "moha-provinces-2018").result()


SET = "moha-provinces-2017"
ROWS = [{"unit": "a"} | {str(area): "5" for area in range(1, 9)}]


def _read(**said: Any) -> cchc_index.Assessment:
    return cchc_index.read_assessment(**{"data": ROWS, "criteria": cchc_index.load_criteria(SET), **said})


CALLS: dict[str, tuple[str, Callable[[], object]]] = {
    "a set's name": ("criteria", lambda: _read(criteria=SET)),
    "a lazy frame": ("data", lambda: _read(data=polars.DataFrame(ROWS).lazy())),
    "a series of pandas": ("data", lambda: _read(data=pandas.Series([1]))),
    "a series of polars": ("data", lambda: _read(data=polars.Series([1]))),
    "rows of texts": ("data", lambda: _read(data=["a"])),
    "one row": ("data", lambda: _read(data=ROWS[0])),
    "nothing": ("data", lambda: _read(data=None)),
    "a table's content": ("data", lambda: _read(data="unit,1\na,5\n")),
    "a long table's content": ("data", lambda: _read(data="unit,1\n" + "a,5\n" * 1_000)),
    "a number as units": ("units", lambda: _read(units=3)),
    "a set as units": ("units", lambda: _read(units=cchc_index.load_criteria(SET))),
    "another stage": ("stage", lambda: _read(stage="first")),
    "a text as codes": ("absent", lambda: _read(absent="1")),
    "a number as a mark": ("decimal", lambda: _read(decimal=3)),
    "a text as yes": ("totals", lambda: _read(totals="no")),
    "another word": ("formulas", lambda: _read(formulas="all")),
    "YAML as a name": ("name", lambda: cchc_index.load_criteria("id: x\ntitle: y\n")),
    "long YAML as a name": ("name", lambda: cchc_index.load_criteria("id: x\n" * 1_000)),
    "a byte that ends names": ("name", lambda: cchc_index.load_criteria("a\0b.yaml")),
    "a set as a name": ("name", lambda: cchc_index.load_criteria(cchc_index.load_criteria(SET))),  # type: ignore[arg-type]
    "a text as registry": ("registry", lambda: cchc_index.load_criteria(SET, registry="bands")),  # type: ignore[arg-type]
    "letters as plugins": ("only", lambda: cchc_index.Registry.discover(only="bands")),
    "no path": ("path", lambda: cchc_index.open_cycle(None)),  # type: ignore[arg-type]
    "a name as cycle": ("cycle", lambda: cchc_index.audit("lai-chau-2021")),  # type: ignore[arg-type]
    "a name as a set": ("criteria", lambda: cchc_index.score(SET, _read())),  # type: ignore[arg-type]
    "rows as an assessment": ("assessment", lambda: cchc_index.score(cchc_index.load_criteria(SET), ROWS)),  # type: ignore[arg-type]
    "a number as a unit": ("unit", lambda: _result()[3]),  # type: ignore[index]
    "another language": ("language", lambda: _result()["a"].explain("fr")),  # type: ignore[arg-type]
    "another library": ("backend", lambda: _result().to_frame("excel")),  # type: ignore[arg-type]
}


def _result() -> cchc_index.IndexResult:
    return cchc_index.score(cchc_index.load_criteria(SET), _read())


@pytest.mark.parametrize("what", CALLS)
def test_an_argument_of_the_wrong_kind_is_named(what: str) -> None:
    """By an error of the library, in both languages."""
    argument, call = CALLS[what]
    with pytest.raises((cchc_index.UsageError, cchc_index.AssessmentError)) as told:
        call()

    assert f"argument '{argument}'" in told.value.report("en")
    assert f"tham số '{argument}'" in told.value.report("vi")


def test_a_set_of_another_assessment_is_wrong_usage() -> None:
    """As it was a ValueError before it had an error of its own."""
    with pytest.raises(ValueError, match="was read for moha-provinces-2017") as told:
        cchc_index.score(cchc_index.load_criteria("pci-2021"), _read())

    assert isinstance(told.value, cchc_index.UsageError)


def test_a_file_with_a_line_break_in_its_name_is_a_file(tmp_path: Path) -> None:
    """Where there is one, nobody takes its name for its content."""
    path = tmp_path / "a\nb.csv"
    header = ",".join(ROWS[0])
    path.write_text(f"{header}\n{','.join(ROWS[0].values())}\n", encoding="utf-8")

    assert len(_read(data=path).register) == 1
