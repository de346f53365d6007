"""Errors can be caught by what they are, and carry all that was found."""

from __future__ import annotations

import pytest

from cchc_index.problems.errors import (
    AssessmentError,
    CchcError,
    CriteriaError,
    MissingExtraError,
    PluginError,
    UnknownNameError,
)
from cchc_index.problems.problem import Problem
from cchc_index.problems.receipts import Receipt

PROBLEM = Problem("extra.missing", arguments={"extra": "frames", "package": "narwhals"})


@pytest.mark.parametrize(
    ("error", "kinds"),
    [
        (CriteriaError(PROBLEM), (CchcError,)),
        (AssessmentError([PROBLEM, PROBLEM]), (CchcError,)),
        (PluginError(PROBLEM, plugin="trial", distribution="cchc-index-trial 1"), (CchcError,)),
        (UnknownNameError(PROBLEM), (CchcError, LookupError)),
        (MissingExtraError("frames", "narwhals"), (CchcError, ImportError)),
    ],
    ids=lambda value: type(value).__name__,
)
def test_every_error_is_of_the_library_and_of_its_kind(error: CchcError, kinds: tuple[type[Exception], ...]) -> None:
    """Programs that know only the language's own kinds catch them as well; what is printed is the report."""
    assert all(isinstance(error, kind) for kind in kinds)
    assert all(problem == PROBLEM for problem in error.problems)
    assert error.problems
    assert str(error) == error.report("en") != error.report("vi")


def test_a_missing_extra_is_one_line_with_the_command_to_type() -> None:
    """In both languages, the package that an extra leaves to the user included."""
    error = MissingExtraError("frames", "polars", beside=True)

    assert error.report("vi") == "gói 'polars' chưa được cài: pip install 'cchc-index[frames]' polars"
    assert str(error) == "the package 'polars' is not installed: pip install 'cchc-index[frames]' polars"


def test_a_report_ends_with_the_folders_that_are_not_complete() -> None:
    """Where everything came in there is nothing to say."""
    missing = Receipt("forms", 2, {"a": "a.xlsx"}, ("b",), {}, (), (), ())
    complete = Receipt("other", 1, {"a": "a.xlsx"}, (), {}, (), (), ())

    report = AssessmentError(PROBLEM, [complete, missing]).report("en")

    assert report.endswith("forms: received 1 of 2 units. Missing: b.")
    assert "other" not in report
