"""Random published tables: correct ones give no finding, and a misprint beyond rounding is found and named.

Usage: python -m tests.fuzz.audit CORRECT MISPRINTS [SEED]

A table is printed of a random set with its units, at 0 to 4 decimals, and held against what was reported exactly,
against what was itself printed rounded, or against the set alone. Figures are rounded by other means than there.
"""

from __future__ import annotations

import random
import sys
from collections.abc import Mapping, Sequence
from decimal import ROUND_DOWN, ROUND_HALF_EVEN, ROUND_HALF_UP, Decimal, localcontext
from fractions import Fraction
from functools import lru_cache
from typing import Final, Literal

import attrs
import numpy as np

import cchc_index
from cchc_index.assessment.assessment import Assessment
from cchc_index.checks.audit.basis import Basis
from cchc_index.checks.auditing import hold
from cchc_index.checks.findings import AuditReport
from cchc_index.criteria.criteria_set import CriteriaSet, parse_criteria
from cchc_index.problems.errors import CchcError
from cchc_index.reading.declared import PublishedEntry
from cchc_index.reading.grids.cells import Texts
from cchc_index.reading.sources import table_of
from cchc_index.results.result import IndexResult, Scorecard
from cchc_index.rules.columns import Field, FieldColumn
from cchc_index.values.exact import Integers
from tests.differential.trees import Tree

Against = Literal["reported", "printed", "set"]
_TABLES: Final = 5  #: tables that are printed of one set
_REGISTRY: Final = cchc_index.Registry.builtin()
_AGAINST: Final[tuple[Against, ...]] = ("reported", "printed", "set")
Row = dict[str, str]
#: figure and code of a column
Column = tuple[str, str]

_MODES: Final = {"half_up": ROUND_HALF_UP, "half_even": ROUND_HALF_EVEN, "truncate": ROUND_DOWN}


def printed(number: Fraction, places: int, mode: str) -> str:
    """A number as a table prints it: with so many decimals, rounded."""
    with localcontext() as context:
        context.prec = 60
        scaled = number * 10**places
        whole, rest = divmod(abs(scaled.numerator), scaled.denominator)
        tail = "5" if 2 * rest == scaled.denominator else "3" if 2 * rest < scaled.denominator else "7"
        exact = Decimal(f"{whole}.{tail if rest else '0'}")
        rounded = exact.quantize(Decimal(1), rounding=_MODES[mode]).scaleb(-places)
        return f"{rounded if number >= 0 else -rounded:f}"


@attrs.frozen
class Published:
    """A table, what it is held against, and its decimals.

    Attributes:
        basis: What it is held against.
        rows: Its rows.
        columns: What each header stands for.
        places: The decimals of each column that is rounded.
        against: What kind of basis it is.
        entry: How it is declared.
    """

    basis: Basis
    rows: list[Row]
    columns: Mapping[str, Column]
    places: Mapping[str, int]
    against: Against
    entry: PublishedEntry

    def report(self) -> AuditReport:
        """What the audit says."""
        return hold([self.basis], table_of(self.rows, "published", Texts()), self.entry, None)


def table(seed: int, against: Against | None = None) -> Published | None:
    """A correct table made from a seed; None where the random set has none to print."""
    chance = random.Random(seed)
    tree, criteria = _set(seed // _TABLES)
    chosen: Against = chance.choice(_AGAINST) if against is None else against
    try:
        assessment = cchc_index.read_assessment(tree.rows, criteria, tree.register, stage=tree.stage)
        if chosen == "printed":
            assessment, truth = _printed_values(assessment, chance)
        else:
            truth = assessment
        result = cchc_index.score(criteria, truth)
        basis = Basis.of_result(cchc_index.score(criteria, assessment))
    except CchcError:
        return None  # the values that may have been are none that the rules take
    if chosen == "set":
        if tree.stage != "final" or not result.outcome.sums.complete.all():
            return None
        basis = Basis.of_set(criteria, result.register)
    return _table(result, basis, chosen, chance)


@lru_cache(maxsize=8)
def _set(seed: int) -> tuple[Tree, CriteriaSet]:
    tree = Tree(seed)
    return tree, parse_criteria(tree.text, registry=_REGISTRY)


def _printed_values(assessment: Assessment, chance: random.Random) -> tuple[Assessment, Assessment]:
    """The assessment with values that were printed rounded, and one of those that it may have been."""
    said, meant = {}, {}
    mode = assessment.criteria.rounding.mode
    for leaf in assessment.criteria.leaves:
        code = leaf.criterion.code
        answers = assessment.answers[code]
        rule = leaf.criterion.rule
        fields = {field.name: field for group in (rule.rule.reads if rule else ()) for field in group}
        own, true = {}, {}
        for name, column in answers.fields.items():
            own[name] = true[name] = column
            if fields[name].kind == "number" and column.texts is None and chance.random() < 0.7:
                own[name] = attrs.evolve(column, printed=np.full(len(column.numbers), column.places, dtype=np.int64))
                most = leaf.criterion.max_points if rule and rule.name in ("points", "convert") else None
                true[name] = _meant(
                    column, fields[name], mode, chance, most if rule and rule.name == "points" else None
                )
        said[code], meant[code] = attrs.evolve(answers, fields=own), attrs.evolve(answers, fields=true)
    return attrs.evolve(assessment, answers=said), attrs.evolve(assessment, answers=meant)


def _meant(column: FieldColumn, field: Field, mode: str, chance: random.Random, most: Decimal | None) -> FieldColumn:
    """Values that are printed as those of a column."""
    more = 3
    values = []
    ends = [each for each in (field.most, most) if each is not None]
    for value in column.numbers.values.tolist():
        for _ in range(50):
            tried = value * 10**more + chance.choice([0, -500, 499, -499, chance.randint(-999, 999)])
            fits = printed(Fraction(tried, 10 ** (column.places + more)), column.places, mode)
            low = field.least is None or tried >= field.least * 10 ** (column.places + more)
            high = all(tried <= end * 10 ** (column.places + more) for end in ends)
            if Decimal(fits) == Decimal(value).scaleb(-column.places) and low and high:
                values.append(tried)
                break
        else:
            values.append(value * 10**more)
    return attrs.evolve(column, numbers=Integers.of(values), places=column.places + more)


def _table(result: IndexResult, basis: Basis, against: Against, chance: random.Random) -> Published:
    criteria = result.criteria
    codes = [node.criterion.code for node in criteria.nodes]
    tops = [node.criterion.code for node in criteria.top]
    every = [("points", ""), ("max_points", ""), ("index", ""), ("rank", ""), ("band", "")]
    every += [("points", code) for code in codes] + [("index", code) for code in codes]
    every += [("rank", code) for code in tops]
    share = chance.choice([0.3, 0.7, 1.0])
    columns = {_header(*column): column for column in every if chance.random() < share}
    places = {header: chance.randint(0, 4) for header, (figure, _) in columns.items() if figure not in ("rank", "band")}
    if chance.random() < 0.3:
        fewer = chance.randint(0, 4)
        places = dict.fromkeys(places, fewer)
    twice = chance.random() < 0.5
    rows = []
    for card in result:
        row = {"unit": card.unit.id, "group": card.unit.group}
        for header, (figure, code) in columns.items():
            row[header] = _cell(card, criteria, figure, code, places.get(header, 0), twice)
        rows.append(row)
    chance.shuffle(rows)
    return Published(basis, rows, columns, places, against, PublishedEntry("published"))


def _header(figure: str, code: str) -> str:
    if not code:
        return figure
    return code if figure == "points" else f"{code}.{figure}"


def _cell(card: Scorecard, criteria: CriteriaSet, figure: str, code: str, places: int, twice: bool) -> str:
    """A figure as printed; "" where there is none."""
    node = card.node(code) if code else card
    mode = criteria.rounding.mode
    if figure == "band":
        return card.band.label.first if card.band else ""
    if figure == "rank":
        return str(node.rank or "")
    value: Decimal | None = getattr(node, figure)
    if value is None:
        return ""
    exact = Fraction(value)
    if figure == "index" and not twice:
        assert node.points is not None
        assert node.max_points is not None
        exact = Fraction(100 * node.points) / Fraction(node.max_points)
    return printed(exact, places, mode)


def misprint(published: Published, chance: random.Random) -> tuple[Published, str, str] | None:
    """The table with one figure that is wrong beyond rounding: unit and header; None where there is none to make."""
    rows = [dict(row) for row in published.rows]
    kinds = [header for header in published.columns if any(row[header] for row in rows)]
    chance.shuffle(kinds)
    for header in kinds:
        figure, code = published.columns[header]
        row = chance.choice([row for row in rows if row[header]])
        wrong = _wrong(published, row, header, figure, code, chance)
        if wrong is not None:
            row[header] = wrong
            return attrs.evolve(published, rows=rows), row["unit"], header
    return None


def _wrong(published: Published, row: Row, header: str, figure: str, code: str, chance: random.Random) -> str | None:
    basis = published.basis
    if published.against != "reported":
        return _wrong_alone(published, row, header, figure, code, chance)
    if figure == "band":
        labels = {each.label.first for each in basis.outcome.classification.bands}
        others = sorted(labels - {row["band"]})
        return chance.choice(others) if others else None
    if figure == "rank":
        return str(int(row[header]) + chance.choice([-1, 1, 2, 5]) or 2)
    rounding = basis.criteria.rounding
    last = Decimal(1).scaleb(-min(published.places[header], rounding.index if figure == "index" else rounding.points))
    wrong = Decimal(row[header]) + chance.choice([-1, 1]) * last * chance.randint(2, 30)
    return f"{wrong:f}" if wrong >= 0 else None


def _wrong_alone(
    published: Published, row: Row, header: str, figure: str, code: str, chance: random.Random
) -> str | None:
    """A total, or an index of it, that is further from its printed parts than all their decimals allow."""
    criteria = published.basis.criteria
    if figure not in ("points", "index") or row.get(header, "") == "":
        return None
    if figure == "index":
        if code or not row.get("points") or not published.basis.knows_maxima:
            return None
        room = 100 * Fraction(2, 10 ** published.places["points"]) / Fraction(_maximum(criteria))
        room += Fraction(2, 10 ** min(published.places[header], criteria.rounding.index))
    else:
        if criteria.blocks or (code and not _adds(criteria, code)):
            return None
        node = criteria.node(code) if code else None
        parts = criteria.top if node is None else [criteria.nodes[part] for part in node.parts]
        headers = [part.criterion.code for part in parts]
        if not headers or not all(row.get(each) for each in headers):
            return None
        room = sum((Fraction(2, 10 ** published.places[each]) for each in headers), Fraction(0))
        room += Fraction(2, 10 ** min(published.places[header], criteria.rounding.points))
    places = published.places[header]
    wrong = Fraction(row[header]) + chance.choice([-1, 1]) * room * chance.randint(2, 5)
    return printed(wrong, places, "half_up") if wrong >= 0 else None


def _adds(criteria: CriteriaSet, code: str) -> bool:
    node = criteria.node(code)
    own = node.criterion
    plain = own.adds_up and not own.requires and own.parts_points is None and own.not_applicable_parts == "leave"
    return bool(node.parts) and plain and not node.heads_block


def _maximum(criteria: CriteriaSet) -> Decimal:
    return sum((node.criterion.max_points for node in criteria.top), Decimal(0))


def check_correct(seed: int) -> str | None:
    """What is wrong with what the audit says of a correct table; None for nothing."""
    made = table(seed)
    if made is None:
        return ""
    report = made.report()
    if report.findings:
        return f"{made.against}: " + "; ".join(str(each.to_dict()) for each in report.findings[:3])
    return None


def check_misprint(seed: int) -> str | None:
    """What is wrong with what the audit says of a table with one misprint; "" where none was made."""
    made = table(seed)
    spoilt = misprint(made, random.Random(seed)) if made is not None else None
    if made is None or spoilt is None:
        return ""
    wrong, unit, header = spoilt
    report = wrong.report()
    figure, code = wrong.columns[header]
    named = [
        finding
        for finding in report.findings
        if (unit, figure, code) in {(finding.unit, finding.what, finding.code)}
        or (finding.cause and (finding.cause.unit, finding.cause.what, finding.cause.code) == (unit, figure, code))
        or (finding.what == "sum" and (finding.unit, finding.code) == (unit, code))
        or any((each.unit, each.what, each.code) == (unit, figure, code) for each in finding.against)
    ]
    before = next(row[header] for row in made.rows if row["unit"] == unit)
    after = next(row[header] for row in wrong.rows if row["unit"] == unit)
    said = f"{wrong.against}: {unit} {header} {before} -> {after}"
    if not named:
        return f"{said} not found: {[each.to_dict() for each in report.findings[:3]]}"
    if wrong.against == "reported" and len(report.findings) != 1:
        return f"{said} is {len(report.findings)} findings: {[each.to_dict() for each in report.findings[:3]]}"
    return None


def run(check: str, wanted: int, first: int) -> tuple[int, list[str]]:
    """So many tables from a seed on: how many were made, and what went wrong."""
    done, seed = 0, first
    failures: list[str] = []
    while done < wanted and len(failures) < 20:
        said = check_correct(seed) if check == "correct" else check_misprint(seed)
        done += said != ""
        if said:
            failures.append(f"seed {seed}: {said}")
        seed += 1
    return done, failures


def main(arguments: Sequence[str]) -> int:
    """Try so many correct tables, and so many misprints."""
    first = int(arguments[2]) if len(arguments) > 2 else 0
    bad = 0
    for check, wanted in (("correct", int(arguments[0])), ("misprint", int(arguments[1]))):
        done, failures = run(check, wanted, first)
        sys.stdout.write(f"{done} tables ({check}), {len(failures)} wrong\n")
        sys.stdout.writelines(f"  {each}\n" for each in failures)
        bad += len(failures)
    return 1 if bad else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
