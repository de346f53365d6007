"""Natural mistakes of authors: each ends in a message that names the file, the line and the cure."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest

import cchc_index
from cchc_index.messages.advice import ADVICE
from cchc_index.problems.problem import Advice
from cchc_index.registry.advising import advice_of, advice_on
from tests.registry.written_plugin import line_of, scored, write

HELD = 'held = case.decimal("held")'
RETURN = "return Fraction(case.max_points) * min(Fraction(held) / self.asked, Fraction(1))"
REASON = """return case.say(vi="đã họp", en="met") + f": {case.decimal('held')}\""""
PROBES = "    def probes"
FAULTS = "    def faults(self, leaf: Leaf, /):\n"
#: name: what is changed into what, the fragment whose line is named, and words of the cure
MISTAKES: dict[str, tuple[tuple[str, str], str, str]] = {
    "a float": ((RETURN, "return 0.5 * int(held)"), "def score", 'Decimal("0.5")'),
    "a float of numpy": ((RETURN, "return np.float64(0.5)"), "def score", 'Decimal("0.5")'),
    "a decimal times a float": ((RETURN, "return held * 0.5"), "held * 0.5", 'Decimal("0.5")'),
    "a decimal less than a float": ((RETURN, "return 1 if held < 0.5 else 0"), "held < 0.5", 'Decimal("0.5")'),
    "a decimal made of a float": ((RETURN, "return Decimal(0.1) * held"), "Decimal(0.1)", 'Decimal("0.5")'),
    "a fraction made of a float": ((RETURN, "return Fraction(0.1) * int(held)"), "def score", 'Decimal("0.5")'),
    "a decimal times a fraction": ((RETURN, "return held * Fraction(1, 2)"), "held * Frac", "Fraction(case.decimal"),
    "an inexact quotient": ((RETURN, "return held / 7"), "held / 7", "Fraction"),
    "a division by zero": ((RETURN, "return held / (held - 3)"), "held / (held", "divisor"),
    "nothing by nothing": ((RETURN, "return (held - 3) / (held - 3)"), "(held - 3) /", "divisor"),
    "a fraction over zero": ((RETURN, "return Fraction(1, int(held) - 3)"), "Fraction(1, int", "divisor"),
    "no per_unit": (("    @per_unit\n", ""), HELD, "@per_unit"),
    "per_unit and a column": ((HELD, 'held = case.number("held")'), "case.number", "without @per_unit|leave @per_unit"),
    "per_unit and Points": ((RETURN, "return Points(Ratios(Integers.of([1])))"), "def score", "Remove @per_unit"),
    "per_unit on reason": (("    def reason", "    @per_unit\n    def reason"), "def reason", "Remove @per_unit"),
    "NotApplicable called": ((RETURN, "return NotApplicable()"), "def score", "without brackets"),
    "NotApplicable called with words": ((RETURN, 'return NotApplicable("no")'), "NotApplicable(", "without brackets"),
    "NotApplicable raised": ((RETURN, "raise NotApplicable"), "raise NotApplicable", "without brackets"),
    "a branch without return": ((RETURN, "if held > 99: return 0"), "def score", "return"),
    "a truth": ((RETURN, "return held > 2"), "def score", "case.max_points if"),
    "a text": ((RETURN, 'return "4"'), "def score", "one number"),
    "infinity": ((RETURN, 'return Decimal("Infinity")'), "def score", "divisor"),
    "an undeclared field": ((HELD, 'held = case.decimal("hold")'), 'decimal("hold")', "reads declares: held"),
    "an undeclared value": ((HELD, 'held = case.values["hold"]'), 'values["hold"]', "reads declares: held"),
    "a field as an attribute": ((HELD, "held = case.held"), "case.held", "case.decimal('held')"),
    "a case as a mapping": ((HELD, 'held = case["held"]'), 'case["held"]', "case.decimal('held')"),
    "an undeclared column": ((HELD, 'held = case.unit.attributes["kind"]'), '["kind"]', "columns = ('kind',)"),
    "a misspelt attribute": ((RETURN, "return case.max_point"), "case.max_point", "max_points"),
    "too many points": ((RETURN, "return held * 9"), "def score", "min(..., the maximum)"),
    "points below 0": ((RETURN, "return -held"), "def score", "max(0"),
    "a value refused by raise": ((RETURN, 'raise ValueError("no")'), "raise ValueError", "refusals"),
    "the end of the program": ((RETURN, "raise SystemExit(3)"), "raise SystemExit", "refusals"),
    "something kept": ((HELD, 'self.asked = held = case.decimal("held")'), "self.asked = held", "Change nothing"),
    "an index out of range": ((RETURN, "return [1][int(held)]"), "return [1]", "Correct the plugin there"),
    "chance": ((RETURN, "return __import__('random').SystemRandom().randint(0, 10**9) % 5"), "def score", "random"),
    "no points": (("    @per_unit\n    def score", "    def score"), HELD, "@per_unit"),
    "reads a field": (
        ('reads = ((Field("held", "whole", better="more"),),)', 'reads = Field("held")'),
        "reads =",
        "((",
    ),
    "reads a group": (('((Field("held", "whole", better="more"),),)', '(Field("held"),)'), "reads =", "comma"),
    "reads by a function": (
        ('    reads = ((Field("held", "whole", better="more"),),)', "    def reads(self): return ()"),
        "def reads",
        "@property",
    ),
    "columns a text": (("    reads =", '    columns = ("kind")\n    reads ='), "columns =", "comma"),
    "a reason of one language": ((REASON, 'return case.say(vi="họp")'), 'say(vi="họp")', "both languages"),
    "a reason by place": ((REASON, 'return case.say("họp", "met")'), 'say("họp"', "both languages"),
    "no reason given": ((REASON, "return None"), "def reason", "case.say"),
    "a reason without a case": (("def reason(self, case: Case, /)", "def reason(self)"), "def reason(self)", "reason("),
    "no reason at all": (
        ("    def reason(self, case: Case, /)", "    def reasons(self, case: Case, /)"),
        "class Ses",
        "rea",
    ),
    "not frozen": (
        ("@attrs.frozen\nclass Sessions", "@attrs.define\nclass Sessions"),
        "class Sessions",
        "@attrs.frozen",
    ),
    "no attrs": (("@attrs.frozen\nclass Sessions", "class Sessions"), "class Sessions", "@attrs.frozen"),
    "no rule": (("class Sessions(ScoringRule)", "class Sessions"), "class Sessions", "ScoringRule"),
    "a float parameter": (("asked: int = 4", "asked: float = 4"), "asked: float", "asked: Decimal"),
    "a float or none": (("asked: int = 4", "asked: float | None = None"), "asked: float", "Decimal"),
    "a float default": (("asked: int = 4", "asked: Decimal = 0.5"), "asked: Decimal", "asked: Decimal"),
    "a list": (("asked: int = 4", "asked: list[int] = attrs.field(factory=list)"), "asked: list", "tuple"),
    "a pair": (("asked: int = 4", "asked: tuple[int, str] = (4, '')"), "asked: tuple", "tuple"),
    "numbers as keys": (
        ("asked: int = 4", "asked: dict[int, int] = attrs.field(factory=dict)"),
        "asked: dict",
        "dict[str",
    ),
    "a fraction": (("asked: int = 4", "asked: Fraction = Fraction(4)"), "asked: Fraction", "Decimal, int"),
    "a type that is not there": (("asked: int = 4", "asked: Money = 4"), "class Sessions", "TYPE_CHECKING"),
    "an object": (('{"sessions": Sessions}', '{"sessions": Sessions()}'), "def cchc_register_rules", "brackets"),
    "a list of classes": (('{"sessions": Sessions}', "[Sessions]"), "def cchc_register_rules", "{short name: class}"),
    "a name with its prefix": (('"sessions": S', '"written.sessions": S'), "def cchc_register_rules", "sessions"),
    "a misspelt hook": (
        ("def cchc_register_rules", "def cchc_register_rule"),
        "def cchc_register_rule",
        "register_rules",
    ),
    "an unmarked hook": (
        ("@hookimpl\ndef cchc_register_rules", "def cchc_register_rules"),
        "def cchc_reg",
        "@hookimpl",
    ),
    "no version": (("cchc_index_api = 1", ""), '"""A rule, a classifier', "cchc_index_api = 1"),
    "a hook that raises": (
        ('return {"sessions": Sessions}', "return {}[1]"),
        "return {}[1]",
        "Correct the plugin there",
    ),
    "a missing module": (("import attrs\n", "import attrs\nimport no_such_thing\n"), "no_such_thing", "dependencies"),
    "a misspelt import": (("import hookimpl, per_unit", "import hookimpl, per_units"), "per_units", "per_unit"),
    "no syntax": (("cchc_index_api = 1", "cchc_index_api = = 1"), "= = 1", "syntax"),
    "bounds typed by hand": ((RETURN, "return Integers(np.array([2**62]), 0, 10)"), "2**62", "Integers.of"),
    "decimals as whole numbers": ((RETURN, "return Integers.of([held])"), "Integers.of", "Ratios.of"),
    "a kind that there is not": (('Field("held", "whole"', 'Field("held", "integer"'), "reads =", "whole, yes_no"),
    "a direction that there is not": (('better="more"', 'better="higher"'), "reads =", "more or less"),
    "a limit that is a float": (('better="more"', "most=0.5"), "reads =", "Decimals"),
    "a field twice": (('better="more"),)', '), Field("held"))'), "reads =", "names differ"),
    "no number in a field": (
        ('Field("held", "whole", better="more")', 'Field("held", "text", options=("3", "0"))'),
        HELD,
        "case.values['held']",
    ),
    "points before there are any": ((RETURN, "return case.points * 1"), "case.points * 1", "case.max_points"),
    "a default of another type": (("asked: int = 4", 'asked: int = "4"'), "asked: int", "default"),
    "a truth for a number": (("asked: int = 4", "asked: Decimal = True"), "asked: Decimal", "default"),
    "a fault that is no Problem": (
        (PROBES, FAULTS + "        return ['wrong']\n\n" + PROBES),
        "def faults",
        "Problem(",
    ),
    "a message that there is not": (
        (PROBES, FAULTS + "        yield __import__('cchc_index').plugins.Problem('rule.positve')\n\n" + PROBES),
        "def faults",
        "rule.positive",
    ),
    "a blank that is not filled": (
        (PROBES, FAULTS + "        yield __import__('cchc_index').plugins.Problem('rule.positive')\n\n" + PROBES),
        "def faults",
        "arguments=",
    ),
    "a classifier that raises": (("return Classification(self", "return {}[0], (self"), "{}[0]", "Correct the plugin"),
    "a classifier's attribute": (
        ("np.where(standings.classed", "np.where(standings.clased"),
        "standings.clased",
        "classed",
    ),
    "a classifier that returns bands": (
        ('return Classification(self.bands_of(""), np', 'return (self.bands_of(""), np'),
        "def classify",
        "Correct the plugin",
    ),
    "a group of bands as one": (
        ('return (Band(Text((("vi", "Đạt"), ("en", "Passed")))),)', "return ()[0]"),
        "()[0]",
        "Cor",
    ),
    "an aggregation of floats": (
        ("got = sum(parts.points[1:], start=parts.points[0])", "got = Ratios.of([Decimal(0.1)])"),
        "Decimal(0.1)",
        'Decimal("0.5")',
    ),
    "an aggregation without Points": (
        ("return parts.weigh(Ratios(got, parts.attainable))", "return Ratios(got, parts.attainable)"),
        "def combine",
        "Points",
    ),
    "an aggregation above the maximum": (
        ("parts.weigh(Ratios(got, parts.attainable))", "parts.weigh(Ratios(got, 1))"),
        "def combine",
        "bounds",
    ),
    "an aggregation's attribute": (("parts.attainable", "parts.attainible"), "parts.attainible", "attainable"),
}


def test_the_plugin_itself_is_sound(tmp_path: Path) -> None:
    """So that what is told below is told of the mistake."""
    assert [str(card.points) for card in scored(write(tmp_path))] == ["5.00", "4.00"]


@pytest.mark.parametrize("name", MISTAKES)
def test_a_natural_mistake_is_told_with_its_line_and_its_cure(name: str, tmp_path: Path) -> None:
    """In both languages, and with the exit that a plugin's fault has."""
    change, fragment, cure = MISTAKES[name]
    path = write(tmp_path, change)

    with pytest.raises(cchc_index.PluginError) as told:
        scored(path)

    problem = told.value.problems[0]
    assert problem.place is not None, problem.text()
    assert (problem.place.file, problem.place.line) == (str(path), line_of(path, fragment)), problem.text()
    assert any(words in problem.cure("en") for words in cure.split("|")), problem.cure("en")
    assert problem.text("vi").startswith(f"{path}:{problem.place.line}:")
    assert len(problem.text("en").splitlines()) == 2


def test_every_advice_says_the_same_blanks_in_both_languages() -> None:
    """And can be told."""
    import string

    for vi, en in ADVICE.values():
        blanks = [{field for _, field, _, _ in string.Formatter().parse(text) if field} for text in (vi, en)]
        assert blanks[0] == blanks[1], en


def test_what_nobody_knows_is_still_told() -> None:
    """Without a place the author is named; an answer of the wrong kind has the cure of its call."""
    assert advice_of(RuntimeError("boom"), placed=False) == Advice("anywhere")
    assert advice_of(RuntimeError("boom")) == Advice("there")
    assert advice_on("score", None, placed=False) == Advice("anywhere")
    assert advice_on("groups", "a") == Advice("names", {"call": "groups"})
    assert advice_on("relative", Decimal.is_zero) == Advice("property", {"call": "relative"})
