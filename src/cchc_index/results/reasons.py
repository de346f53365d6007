"""Why a unit has its points, index, rank and band: one line for each, made on demand."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from decimal import Decimal
from fractions import Fraction

import attrs
import numpy as np

from cchc_index.aggregations.combining import Sum
from cchc_index.aggregations.contract import Combination, Part, Parts
from cchc_index.aggregations.weighing import weighed
from cchc_index.assessment.adjustment import Adjustment
from cchc_index.assessment.answers import POINTS, Answers
from cchc_index.assessment.applicability import ancestors, is_unscored
from cchc_index.assessment.awaited import awaited_with
from cchc_index.assessment.panel import combined, kept
from cchc_index.bands.contract import Placing
from cchc_index.bands.legible import written
from cchc_index.criteria.tree import Node, NotApplicableWhen, enters
from cchc_index.messages import phrase, stage_word
from cchc_index.problems.problem import Language
from cchc_index.results.components import NodesOfUnit
from cchc_index.results.figures import Figures, ScorecardNode
from cchc_index.results.gaps import Gaps
from cchc_index.results.last_year import is_followed, last_year_told
from cchc_index.rules.columns import Case, Value, write_number, write_scaled
from cchc_index.rules.contract import ScoringRule
from cchc_index.values.exact import Integers, round_fraction, to_decimal, to_integer
from cchc_index.values.statuses import GIVEN, MISSING, NOT_APPLICABLE, SCORED, UNSCORED


def requirement_reason(card: Figures, node: Node, language: Language) -> str:
    """Which requirement keeps a node from its points; "" where none does."""
    criterion, sums = node.criterion, card.outcome.sums
    fails = node.position in sums.unmet and bool(sums.unmet[node.position][card.row])
    told = []
    for code, requirement in criterion.requires.items():
        other = card.node(code)
        if fails and other.points is not None and other.points < requirement.at_least:
            figures = {"points": other.points, "least": requirement.at_least}
            filled = {name: write_number(number, language) for name, number in figures.items()}
            told.append(phrase("reason.requires", language, code=code, **filled))
        elif other.status == "missing" and int(sums.status[node.position][card.row]) == MISSING:
            told.append(phrase("reason.requires_missing", language, code=code))
    if fails:
        told.append(phrase(f"reason.otherwise_{criterion.otherwise}", language))
    return "; ".join(told)


def leaf_reason(card: Figures, leaf: Node, plain: ScorecardNode, language: Language) -> str:
    """Why a leaf has its points."""
    assessment = card.assessment
    answers = assessment.answers[leaf.criterion.code]
    status = int(answers.status[card.row])
    if status == NOT_APPLICABLE:
        return _not_applicable(card, leaf, language)
    if status == MISSING:
        return _missing(card, leaf, language)
    if status == UNSCORED and not is_unscored(leaf):
        return phrase("reason.not_at_stage", language, method=phrase(f"method.{leaf.criterion.assessed_by}", language))
    if leaf.criterion.rule is None:
        return ""
    changes = assessment.changes.get((card.unit.id, leaf.criterion.code), ())
    if not changes:
        return _reported_reason(card, leaf, plain, language) + told_beside(card, leaf, language)
    set_to = next((each for each in changes if each.action == "set"), None)
    added = [each for each in changes if each.action == "add"]
    total = plain.points or Decimal(0)
    before = total - sum((each.value or Decimal(0) for each in added), Decimal(0))
    if set_to is None:
        words = _reported_reason(card, leaf, attrs.evolve(plain, points=before), language)
    else:
        words = _adjusted_reason(set_to, language, points=set_to.value or Decimal(0))
    for each in added:
        after = before + (each.value or Decimal(0))
        words += "; " + _adjusted_reason(
            each, language, before=before, value=abs(each.value or Decimal(0)), points=after
        )
        before = after
    return words + told_beside(card, leaf, language)


def _adjusted_reason(change: Adjustment, language: Language, **figures: Decimal) -> str:
    """What a council changed, by whom and why."""
    by = ", ".join(each for each in (change.by, change.date, change.decision, change.objection) if each)
    filled = {name: write_number(figure, language) for name, figure in figures.items()}
    kind = "subtract" if change.action == "add" and (change.value or 0) < 0 else change.action
    return phrase(f"reason.adjusted_{kind}", language, by=by, why=change.reason, **filled)


def _reported_reason(card: Figures, leaf: Node, plain: ScorecardNode, language: Language) -> str:
    """Why a leaf has the points that were reported, or that its rule gives."""
    answers = card.assessment.answers[leaf.criterion.code]
    case = case_of(card, leaf, plain.points, language)
    typed = case.values.get(POINTS)
    if int(answers.status[card.row]) == GIVEN:
        points = typed if isinstance(typed, Decimal) else Decimal(0)
        words = phrase("reason.given", language, points=write_number(points, language))
        return words + _rounding(Fraction(points), plain.points, language)
    rule = leaf.criterion.rule
    if rule is None:
        return ""
    exact = _exact_points(card, leaf) if plain.status == "scored" else None
    reason = rule_reason(rule.rule, case, exact)
    if isinstance(typed, Decimal) and answers.typed is not None:
        reason += _typed_beside(answers, card.row, typed, plain, language)
    return reason


def rule_reason(rule: ScoringRule, case: Case, exact: Fraction | None) -> str:
    """What a rule says of a case, and how the exact points, where they are known, became the printed ones."""
    return rule.reason(case) + ("" if exact is None else _rounding(exact, case.points, case.language))


def _typed_beside(answers: Answers, row: int, typed: Decimal, plain: ScorecardNode, language: Language) -> str:
    """Points typed beside what the rule reads: the council's decision, or a claim."""
    if answers.decided is not None and answers.decided[row]:
        words = "; " + phrase("reason.decided", language, points=write_number(typed, language))
        return words + _rounding(Fraction(typed), plain.points, language)
    if typed == plain.points:
        return ""
    return "; " + phrase("reason.claimed", language, points=write_number(typed, language))


def told_beside(card: Figures, leaf: Node, language: Language) -> str:
    """From which stage the answer was taken over, and the evidence and note beside it."""
    assessment, code = card.assessment, leaf.criterion.code
    said = last_year_told(assessment, leaf, card.row, language) + _assessors(card, leaf, language)
    if (stage := assessment.carried_from(card.row, code)) is not None:
        key = "reason.carried_self" if stage == "self" else "reason.carried"
        said += "; " + phrase(key, language, stage=stage_word(stage, language))
    remark = assessment.remarks.get((card.unit.id, code))
    if remark and remark.evidence:
        said += "; " + phrase("reason.evidence", language, evidence=remark.evidence)
    if remark and remark.note:
        said += "; " + phrase("reason.note", language, note=remark.note)
    return said


def _assessors(card: Figures, leaf: Node, language: Language) -> str:
    """What several assessors gave, and how it became one figure."""
    panel = card.assessment.answers[leaf.criterion.code].panel(card.row)
    if panel is None:
        return ""
    found = panel.given(card.row)
    numbers = [Fraction(points) for _, points in found]
    said = []
    for (opinion, points), stays in zip(found, kept(numbers, panel.drop), strict=True):
        words = f"{opinion.assessor}: {write_number(points, language)}"
        said.append(words if stays else words + phrase("assessors.left_out", language))
    told = "; " + phrase("assessors.gave", language, points="; ".join(said))
    figure = combined(numbers, panel.combine, panel.drop)
    if figure is None:
        return told + "; " + phrase("assessors.divided", language)
    rounding = card.criteria.rounding
    rounded = to_decimal(round_fraction(figure, rounding.points, rounding.mode), rounding.points)
    shown = write_number(rounded.normalize() if Fraction(rounded) == figure else rounded, language)
    return (
        told + "; " + phrase(f"combine.{panel.combine}", language, points=shown) + _rounding(figure, rounded, language)
    )


def _missing(card: Figures, leaf: Node, language: Language) -> str:
    """Which value is missing, or whose is, where the unit only waits to be compared."""
    awaited = awaited_with(card.criteria, leaf, card.assessment.awaiting)
    if awaited is not None:
        until = phrase("awaiting.until", language, until=awaited.until) if awaited.until else ""
        return phrase("reason.awaiting", language, until=until)
    gaps = Gaps(card.assessment)
    if is_followed(card.assessment, leaf):
        return phrase("reason.follows_missing", language)
    wait = next((wait for wait in gaps.waits(leaf) if card.row in wait.rows), None)
    if wait is None:
        ways, nothing = gaps.blank(card.row, leaf)
        joined = (phrase("list.and", language).join(names) for names in ways)
        columns = phrase("list.or", language).join(joined)
        return phrase("reason.missing_in" if nothing else "reason.missing_part", language, columns=columns)
    if wait.unit is None:
        return phrase("reason.range_unknown", language)
    words = phrase("reason.waits", language, unit=wait.unit.name, code=wait.code)
    return words + (phrase("reason.waits_more", language, count=str(wait.others)) if wait.others else "")


def _exact_points(card: Figures, leaf: Node) -> Fraction:
    """What the leaf's rule gives the unit, before it is rounded."""
    rule = leaf.criterion.rule
    if rule is None:
        raise ValueError(f"{leaf.criterion.code} is no leaf")
    if rule.rule.relative or card.outcome.relative_leaves.knows(leaf):
        return card.outcome.relative_leaves.exact_points(card.assessment, leaf, card.row)
    column = card.assessment.column(leaf, np.array([card.row], dtype=np.intp))
    return rule.rule.score(column).ratios.fraction(0)


def _rounding(exact: Fraction, points: Decimal | None, language: Language) -> str:
    """How exact points became the printed ones; "" where nothing was rounded."""
    if points is None:
        return ""
    over, by = points.as_integer_ratio()
    if over * exact.denominator == exact.numerator * by:
        return ""
    finer = -int(points.as_tuple().exponent) + 4
    shown = round_fraction(exact, finer, "truncate")
    words = write_scaled(shown, finer, language).rstrip("0").rstrip(".,")
    words += "" if shown * exact.denominator == exact.numerator * 10**finer else "…"
    return "; " + phrase("reason.rounded_points", language, exact=words, points=write_number(points, language))


def case_of(card: Figures, leaf: Node, points: Decimal | None, language: Language) -> Case:
    """What one unit reported for one leaf."""
    assessment = card.assessment
    answers = assessment.answers[leaf.criterion.code]
    rule = leaf.criterion.rule
    kinds = {field.name: field.kind for alternative in (rule.rule.reads if rule else ()) for field in alternative}
    values: dict[str, Value] = {}
    for name, column in answers.fields.items():
        if (value := column.value(card.row, kinds[name])) is not None:
            values[name] = value
    if answers.typed is not None and (value := answers.typed.value(card.row, "number")) is not None:
        values[POINTS] = value
    others: Mapping[str, Decimal] = {}
    if rule and rule.rule.relative and int(answers.status[card.row]) == SCORED:
        others = card.outcome.relative_leaves.compared_with(assessment, leaf, card.row)
    rounding = card.criteria.rounding
    most = leaf.criterion.max_points
    return Case(card.unit, most, points, values, language, rounding.points, rounding.mode, others)


def _not_applicable(card: Figures, node: Node, language: Language, otherwise: str = "reason.declared") -> str:
    for above in ancestors(card.criteria, node):
        for change in card.assessment.changes.get((card.unit.id, above.criterion.code), ()):
            if change.action == "na":
                return _adjusted_reason(change, language)
    for absent in card.assessment.absent:
        if absent.code in [above.criterion.code for above in ancestors(card.criteria, node)]:
            decision = f" ({absent.decision})" if absent.decision else ""
            return phrase("reason.absent", language, decision=decision)
    for above in ancestors(card.criteria, node):
        condition = above.criterion.not_applicable
        if isinstance(condition, NotApplicableWhen) and card.unit.agrees(condition.when):
            said = ", ".join(f"{column}: {value}" for column, value in condition.when.items())
            return phrase("reason.condition", language, condition=said)
        if (card.unit.id, above.criterion.code) in card.assessment.declared:
            return phrase("reason.declared", language)
    return phrase(otherwise, language)


def parent_reason(card: Figures, node: Node, plain: ScorecardNode, language: Language) -> str:
    """How a parent's points follow from its parts."""
    if plain.status != "scored":
        if plain.status == "not_applicable":
            return _not_applicable(card, node, language, otherwise="reason.no_part")
        later = not any(enters(card.criteria.nodes[leaf], card.assessment.stage) for leaf in node.leaves)
        unscored = "reason.parts_not_at_stage" if later else "reason.unscored"
        return phrase("reason.missing" if plain.status == "missing" else unscored, language)
    criterion = node.criterion
    nodes = card.criteria.nodes
    parts = [card.node(nodes[part].criterion.code) for part in node.parts]
    if node.blocks:
        return _extended_reason(card, node, plain, language)
    if criterion.weighs:
        return _weighed_reason(card, node, parts, plain, language)
    words = _added(parts, language)
    got = sum((part.points for part in parts if part.points is not None), Decimal(0))
    if node.block and got > criterion.max_points:
        words += phrase("reason.at_most", language, most=write_number(plain.points or Decimal(0), language))
    if criterion.parts_points is not None or criterion.not_applicable_parts == "redistribute":
        redistributes = criterion.not_applicable_parts == "redistribute"
        attainable = sum((part.max_points for part in parts if part.max_points is not None), Decimal(0))
        by = attainable if redistributes or criterion.parts_points is None else criterion.parts_points
        own = plain.max_points if redistributes and plain.max_points is not None else criterion.max_points
        key = "reason.redistributed" if redistributes else "reason.scaled"
        filled = {
            "sum": write_number(got, language),
            "own": write_number(own, language),
            "by": write_number(by, language),
        }
        words += "; " + phrase(key, language, **filled)
        if by:  # nothing is attainable where only reported parts apply
            words += _rounding(Fraction(got) * Fraction(own) / Fraction(by), plain.points, language)
    absent = [part.code for part in parts if part.status == "not_applicable"]
    if absent:
        words += "; " + phrase("reason.left_out", language, codes=", ".join(absent))
    return words


def _extended_reason(card: Figures, node: Node, plain: ScorecardNode, language: Language) -> str:
    """How a node's points follow from what its parts give, and from its bonus and penalty."""
    blocks = [card.criteria.nodes[block] for block in node.blocks]
    total = own = card.unclamped_points(node)
    for block in blocks:
        points = card.node(block.criterion.code).points or Decimal(0)
        own -= -points if block.block == "penalty" else points
    alone = attrs.evolve(plain, points=own)
    words = parent_reason(card, attrs.evolve(node, blocks=()), alone, language)
    words = f"{words}; {write_number(own, language)}{_beside(card, blocks, language)} = {write_number(total, language)}"
    return words + (_clamped(plain.points, plain.max_points, language) if total != plain.points else "")


def _beside(card: Figures, blocks: Iterable[Node], language: Language) -> str:
    """Bonus and penalty as terms of a sum: `` + 1,00 (Điểm thưởng)``."""
    words = ""
    for block in blocks:
        points = card.node(block.criterion.code).points
        points = to_decimal(0, card.criteria.rounding.points) if points is None else points
        sign = "-" if block.block == "penalty" else "+"
        words += f" {sign} {write_number(points, language)} ({block.criterion.title.say(language)})"
    return words


def _clamped(points: Decimal | None, most: Decimal | None, language: Language) -> str:
    """That points were kept between 0 and a maximum."""
    kept, upper = ("" if each is None else write_number(each, language) for each in (points, most))
    return phrase("reason.clamped", language, points=kept, most=upper)


def _weighed_reason(
    card: Figures, node: Node, parts: list[ScorecardNode], plain: ScorecardNode, language: Language
) -> str:
    """How a node's points follow from parts that are weights, and from its rule."""
    criterion, rounding = node.criterion, card.criteria.rounding
    places, mode = rounding.points, rounding.mode
    applying = tuple(
        Part(part.code, part.points, part.max_points) for part in parts if part.points is not None and part.max_points
    )
    if not applying:  # scaled maxima may round to nothing
        return phrase("reason.no_part", language)
    row = Parts(
        tuple(Integers.of([to_integer(part.points, places)]) for part in applying),
        tuple(Integers.of([to_integer(part.max_points, places)]) for part in applying),
        criterion.max_points,
        places,
        mode,
    )
    aggregation = criterion.combine.aggregation if criterion.combine else Sum()
    most = criterion.max_points if criterion.rule is None else Decimal(100)  # a rule reads per cent
    words = aggregation.reason(Combination(applying, most, language, places, mode))
    if criterion.rule is not None:
        share = weighed(criterion.combine, None, row).ratios.fraction(0) / Fraction(criterion.max_points)
        values: dict[str, Value] = {"done": Decimal(share.numerator), "planned": Decimal(share.denominator)}
        if isinstance(aggregation, Sum):
            values["done"] = sum((part.points for part in applying), Decimal(0))
            values["planned"] = sum((part.max_points for part in applying), Decimal(0))
            words = _added(parts, language)
        case = Case(card.unit, criterion.max_points, plain.points, values, language, places, mode)
        words = f"{words}; {criterion.rule.rule.reason(case)}"
    words += _rounding(weighed(criterion.combine, criterion.rule, row).ratios.fraction(0), plain.points, language)
    absent = [part.code for part in parts if part.status == "not_applicable"]
    return words + ("; " + phrase("reason.left_out", language, codes=", ".join(absent)) if absent else "")


def _added(parts: list[ScorecardNode], language: Language) -> str:
    """The sum written out: ``2,00 + 1,50 = 3,50``."""
    known = [part.points for part in parts if part.points is not None]
    return added([write_number(each, language) for each in known], write_number(sum(known, Decimal(0)), language))


def added(terms: Sequence[str], total: str) -> str:
    """Terms with what they come to; one alone by itself.

    Example:
        >>> added(["2.00", "1.50"], "3.50"), added(["2.00"], "2.00")
        ('2.00 + 1.50 = 3.50', '2.00')
    """
    return terms[0] if len(terms) == 1 else f"{' + '.join(terms)} = {total}"


def total_reason(card: Figures, language: Language) -> str:
    """How the total follows from the top-level nodes."""
    criteria = card.criteria
    top = [card.node(node.criterion.code) for node in criteria.top]
    if card.points is None:
        return phrase("reason.nothing" if card.complete else "reason.missing", language)
    words = _added(top, language)
    if not criteria.blocks:
        return words
    total = card.unclamped
    words += f";{_beside(card, criteria.blocks, language)} = {write_number(total, language)}"
    return words + (_clamped(card.points, card.max_points, language) if total != card.points else "")


def index_reason(card: Figures, language: Language) -> str:
    """How the index follows from the total."""
    got, attainable, index = card.points, card.max_points, card.index
    if index is None or got is None or attainable is None:
        return phrase("reason.nothing" if card.complete else "reason.incomplete", language)
    rounding = card.criteria.rounding
    points, most = write_number(got, language), write_number(attainable, language)
    words = f"100 x {points} / {most} = {write_number(index, language)} %"
    if 100 * got != index * attainable:
        mode = phrase(f"rounding.{rounding.mode}", language)
        words += " (" + phrase("reason.rounded", language, places=str(rounding.index), mode=mode) + ")"
    return words


def band_reason(card: Figures, language: Language) -> str:
    """Why the unit is in its band; "" when it has none."""
    named = card.criteria.classify
    if named is None or card.band is None or card.points is None or card.index is None:
        return ""
    move = card.move
    band = card.band if move is None else move.by_points
    nodes = NodesOfUnit(card.criteria, card.outcome.sums, card.row)
    placing = Placing(card.unit, card.points, card.index, band, language, card.max_points, nodes)
    words = named.classifier.reason(placing)
    if move is None:
        return words
    filled = {"by_points": move.by_points.label.say(language), "reason": move.reason.say(language)}
    return words + phrase("reason.moved", language, band=card.band.label.say(language), **filled)


def rank_reason(card: Figures, language: Language) -> str:
    """The unit's rank, among how many, and what broke its ties; "" when it has none."""
    if card.rank is None:
        return "" if card.unit.ranked else phrase("reason.unranked", language)
    within = card.criteria.rank.within
    names, blocks = card.register.blocks(within)
    own, ranks = blocks[card.row], card.outcome.rank
    among = (np.asarray(blocks) == own) & (ranks > 0)
    peers, sharing = np.flatnonzero(among).tolist(), int(np.count_nonzero(among & (ranks == card.rank)))
    key = "reason.rank" if names[own].strip(" /") else "reason.rank_of_all"
    words = phrase(key, language, rank=str(card.rank), units=str(len(peers)), group=names[own])
    if sharing > 1:
        words += phrase("reason.shared_rank", language, units=str(sharing))
    return words + _behind_the_print(card, peers, language) + "".join(_tie_breaks(card, peers, language))


def _behind_the_print(card: Figures, peers: list[int], language: Language) -> str:
    """The exact index, where units with the same printed one have other ranks; "" where the print says it all."""
    by, index = card.criteria.rank, card.outcome.index
    if by.by == "points" or by.compare == "published":
        return ""
    own = _figure(card, card.row)
    alike = {row: _figure(card, row) for row in peers if index[row] == index[card.row]}
    apart = min((abs(100 * (each - own)) for each in alike.values() if each != own), default=None)
    if apart is None:
        return ""
    exact = written(100 * own, card.criteria.rounding.index, language, apart)
    others = sum(each != own for each in alike.values())
    return phrase("reason.exact_rank", language, exact=exact, units=str(others))


def _tie_breaks(card: Figures, peers: list[int], language: Language) -> Iterator[str]:
    """For each unit with an equal figure and another rank, the node that told the two apart."""
    if not card.criteria.rank.then:
        return
    own = _figure(card, card.row)
    level = [row for row in peers if _figure(card, row) == own]
    for code in card.criteria.rank.then if len(level) > 1 else ():
        points = {row: attrs.evolve(card, row=row, known=None).node(code).points for row in level}
        mine = points[card.row]
        if mine is None or None in points.values():
            continue
        for row in level:
            theirs = points[row]
            if theirs is not None and theirs != mine:
                filled = {"own": write_number(mine, language), "theirs": write_number(theirs, language)}
                yield phrase("reason.tie_break", language, unit=card.register.units[row].name, code=code, **filled)
        level = [row for row in level if points[row] == mine]


def _figure(card: Figures, row: int) -> Fraction:
    """What a unit is ranked by, before ties are broken."""
    sums, by = card.outcome.sums, card.criteria.rank
    if by.by == "points":
        return Fraction(int(sums.total[row]))
    if by.compare == "published":
        return Fraction(int(card.outcome.index[row]))
    return Fraction(int(sums.total[row]), int(sums.total_maximum[row]))
