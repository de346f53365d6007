"""Places in a plugin's source: in characters, after decorators, and only in what is the plugin's own."""

from __future__ import annotations

from pathlib import Path
from types import ModuleType

import attrs

from cchc_index.problems.problem import Place
from cchc_index.registry.locating import calling_at, defined_at, raised_at, raising_text
from cchc_index.rules.awards import YesNo
from tests.registry.written_plugin import line_of, load, write


def _raised(module: ModuleType, call: str) -> BaseException:
    try:
        getattr(module, call)()
    except BaseException as error:
        return error
    raise AssertionError


def test_a_column_is_counted_in_characters(tmp_path: Path) -> None:
    """As an editor counts it, whatever bytes Vietnamese takes; and the expression is the one that failed."""
    path = write(tmp_path, ("cchc_index_api = 1", "cchc_index_api = 1\n\n\ndef act():\n    'đối thoại', {}['ngày']"))
    error = _raised(load(path), "act")

    assert raised_at(error) == Place(str(path), line_of(path, "{}["), 18)
    assert raising_text(error) == "{}['ngày']"


def test_the_deepest_line_of_the_plugin_is_named(tmp_path: Path) -> None:
    """Not that of Python's or the library's own code which it called."""
    inner = "\n\n\ndef inner():\n    return Fraction('x')\n\n\ndef act():\n    return inner()"
    path = write(tmp_path, ("cchc_index_api = 1", f"cchc_index_api = 1{inner}"))

    assert raised_at(_raised(load(path), "act")) == Place(str(path), line_of(path, "Fraction('x')"), 12)


def test_a_file_that_cannot_be_read_is_named_where_it_breaks(tmp_path: Path) -> None:
    """By its own line, although none of it ran."""
    path = write(tmp_path, ("cchc_index_api = 1", "cchc_index_api = = 1"))
    error: BaseException | None = None
    try:
        load(path)
    except SyntaxError as broken:
        error = broken

    assert error is not None
    assert raised_at(error) == Place(str(path), line_of(path, "= = 1"), 18)


def test_a_member_is_found_where_it_is_written(tmp_path: Path) -> None:
    """A method at its def, a parameter and an attribute at their lines in the class, and not in its docstring."""
    path = write(tmp_path)
    rule = load(path).Sessions()

    assert defined_at(rule, "score") == Place(str(path), line_of(path, "def score"), 5)
    assert defined_at(rule, "asked") == Place(str(path), line_of(path, "asked: int"), 5)
    assert defined_at(rule, "reads") == Place(str(path), line_of(path, "reads ="), 5)
    assert defined_at(rule) == defined_at(type(rule)) == Place(str(path), line_of(path, "class Sessions"), 1)


def test_a_class_without_source_is_found_by_its_methods(tmp_path: Path) -> None:
    """One that was made by a call."""
    path = write(tmp_path)
    module = load(path)
    made = attrs.frozen(type("Made", (module.Sessions,), {"score": module.Sessions.score}))

    assert defined_at(made, "asked") == Place(str(path), line_of(path, "asked: int"), 5)
    assert defined_at(made) == Place(str(path), line_of(path, "def score"), 5)


def test_what_is_the_librarys_own_has_no_place() -> None:
    """Nobody is sent to correct it."""
    assert defined_at(YesNo(), "score") is None
    assert defined_at(YesNo()) is None
    assert defined_at(None, "score") is None
    assert raised_at(ValueError("raised nowhere")) is None
    assert raising_text(ValueError("raised nowhere")) == ""
    here = calling_at()
    assert here is not None
    assert here.file == __file__
