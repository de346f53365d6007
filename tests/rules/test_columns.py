"""What rules see of a leaf: its fields by name, and each unit's values by themselves."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

import attrs
import numpy as np
import pytest

from cchc_index.rules.columns import Case, Column, Field, FieldColumn
from cchc_index.rules.contract import per_unit
from cchc_index.values.exact import Integers
from cchc_index.values.text import Text
from cchc_index.values.units import Register, Unit

CASE = Case(Unit("a", "A"), Decimal(4), None, {"rate": Decimal("99.5"), "answer": True, "note": "x"})


@pytest.mark.parametrize(
    ("field", "vi", "en"),
    [
        (Field("done"), "số đã thực hiện", "done"),
        (Field("very_good"), "very good", "very good"),
        (Field("award.yes_no"), "award: có hay không", "award: yes or no"),
        (Field("on_time.done"), "on time: số đã thực hiện", "on time: done"),
        (Field("a_b.c_d.very_good"), "a b.c d: very good", "a b.c d: very good"),
        (Field("done", title=Text((("vi", "Hồ sơ"), ("en", "Dossiers")))), "Hồ sơ", "Dossiers"),
    ],
)
def test_a_field_is_called_by_its_title_or_the_words_of_its_name(field: Field, vi: str, en: str) -> None:
    """With the alternative that it belongs to before it."""
    assert (field.say("vi"), field.say("en")) == (vi, en)


def test_only_numbers_are_numbers() -> None:
    """Neither yes or no nor a text is one."""
    assert CASE.decimal("rate") == Decimal("99.5")
    for field in ("answer", "note"):
        with pytest.raises(TypeError, match=f"^field {field} holds no number$"):
            CASE.decimal(field)


@pytest.mark.parametrize(
    ("number", "places", "vi", "en"),
    [
        (Fraction(3), 4, "= 3", "= 3"),
        (Fraction(120), 4, "= 120", "= 120"),
        (Fraction(0), 4, "= 0", "= 0"),
        (Fraction(5, 4), 4, "= 1,25", "= 1.25"),
        (Fraction(1, 8), 2, "≈ 0,13", "≈ 0.13"),
        (Fraction(2, 3), 4, "≈ 0,6667", "≈ 0.6667"),
        (Fraction(1, 10**4), 4, "= 0,0001", "= 0.0001"),
    ],
)
def test_a_ratio_says_whether_it_is_all_there(number: Fraction, places: int, vi: str, en: str) -> None:
    """No zero behind the last digit that counts, and no exponent."""
    assert CASE.write_about(number, places) == en
    assert attrs.evolve(CASE, language="vi").write_about(number, places) == vi


def test_four_decimals_are_enough_for_reading() -> None:
    """Unless more are wanted."""
    assert CASE.write_about(Fraction(2, 3)) == "≈ 0.6667"


UNITS = tuple(Unit(name, name.upper(), group) for name, group in (("a", "x"), ("b", "y"), ("c", "x"), ("d", "")))
READS = (
    (Field("done"), Field("planned", kind="whole")),
    (Field("answer", kind="yes_no"),),
    (Field("note", kind="text"),),
)


def _given(*rows: bool) -> np.ndarray[tuple[int, ...], np.dtype[np.bool_]]:
    return np.array(rows, dtype=np.bool_)


def _column() -> Column:
    fields = {
        "done": FieldColumn(Integers.of([150, 0, 200, 0]), 2, _given(True, False, True, False)),
        "planned": FieldColumn(Integers.of([30, 0, 0, 0]), 0, _given(True, False, True, False)),
        "answer": FieldColumn(Integers.of([0, 1, 0, 0]), 0, _given(False, True, False, False)),
        "note": FieldColumn(Integers.of([0, 0, 0, 1]), 0, _given(False, False, False, True), ("", "no: late")),
    }
    return Column(4, Decimal(3), 1, "truncate", READS, fields, Register(UNITS))


def test_each_units_values_are_by_themselves() -> None:
    """Numbers without zeros at their end, yes and no, texts; nothing for what was not reported."""
    column = _column()
    cases = list(column.cases("vi"))

    assert [case.unit for case in cases] == list(UNITS)
    assert [case.values for case in cases] == [
        {"done": Decimal("1.5"), "planned": Decimal(30)},
        {"answer": True},
        {"done": Decimal(2), "planned": Decimal(0)},
        {"note": "no: late"},
    ]
    assert cases[1].values["answer"] is True
    assert [str(number) for number in (cases[0].values["done"], cases[2].values["done"])] == ["1.5", "2"]
    assert {(case.max_points, case.points, case.language, case.places, case.mode) for case in cases} == {
        (Decimal(3), None, "vi", 1, "truncate")
    }
    assert {case.language for case in column.cases()} == {"en"}


def test_some_rows_of_a_column_are_a_column() -> None:
    """Of the units they speak of, with what the register says of them, also when taken twice."""
    some = _column().take(np.array([2, 1, 3]))
    fewer = some.take(np.array([0, 2]))

    assert [unit.id for unit in some.units] == ["c", "b", "d"]
    assert [unit.id for unit in fewer.units] == ["c", "d"]
    assert [case.values for case in fewer.cases()] == [
        {"done": Decimal(2), "planned": Decimal(0)},
        {"note": "no: late"},
    ]
    assert fewer.has("answer").tolist() == fewer.has("nothing").tolist() == [False, False]
    assert some.has("done").tolist() == [True, False, False]
    assert some.blocks("all").tolist() == [0, 0, 0]
    groups, places = some.attribute("group")
    assert [groups[place] for place in places] == ["x", "y", ""]
    assert some.number("nothing").numerators.values.tolist() == [0, 0, 0]
    assert [str(some.number("done").fraction(row)) for row in range(3)] == ["2", "0", "0"]


def test_a_field_that_no_unit_was_asked_twice_is_whole_again() -> None:
    """Rows that all have a value need no mask; and what the file meant goes along."""
    field = FieldColumn(Integers.of([1, 2]), 0, _given(True, False), None, _given(True, False))

    assert field.take(np.array([0])).given is None
    assert field.take(np.array([1, 0])).given is not None
    taken = field.take(np.array([1, 0])).meant
    assert not isinstance(taken, bool)
    assert taken.tolist() == [False, True]
    assert attrs.evolve(field, meant=True).take(np.array([1])).meant is True
    assert (field.value(0, "yes_no"), field.value(1, "yes_no")) == (True, None)
    assert FieldColumn(Integers.of([0])).value(0, "text") is None
    assert FieldColumn(Integers.of([1200]), 2).value(0, "number") == Decimal(12)


def test_a_rule_for_one_unit_gets_each_case() -> None:
    """Points of any exact kind; what does not apply has none."""
    given = per_unit(lambda _, case: Fraction(1, 3) if case.values.get("answer") else case.decimal("done"))
    points = given(None, _column().take(np.array([0, 1, 2])))  # type: ignore[type-var]

    assert [points.ratios.fraction(row) for row in range(3)] == [Fraction(3, 2), Fraction(1, 3), Fraction(2)]


def test_who_is_compared_with_goes_along_with_some_rows() -> None:
    """As do the fields of an alternative, by the names that its rule knows."""
    column = attrs.evolve(_column(), counts=_given(True, False, True, True))
    counts = column.take(np.array([1, 2])).counts

    assert counts is not None
    assert counts.tolist() == [False, True]
    assert _column().take(np.array([1, 2])).counts is None
    fields = {"one.done": column.fields["done"], "two.done": column.fields["planned"], "one": column.fields["answer"]}
    part = attrs.evolve(column, fields=fields).part("one", READS[:1])
    assert (list(part.fields), part.reads) == (["done"], READS[:1])
    assert part.number("done").fraction(0) == Fraction(3, 2)


def test_who_reports_a_field_is_a_mask() -> None:
    """Of one yes or no for each unit, also for a field that the leaf does not read, and for one that all report."""
    units = Register((Unit("a", "A"), Unit("b", "B")))
    column = Column(2, Decimal(4), 2, "half_up", (), {"rate": FieldColumn(Integers.of([1, 2]), 0)}, units)

    for field, has in (("rate", True), ("days", False)):
        assert column.has(field).dtype == np.bool_
        assert column.has(field).tolist() == [has, has]
