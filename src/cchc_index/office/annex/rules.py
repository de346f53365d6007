"""Rules made of what clauses say, each as a criteria file would spell it; what contradicts itself makes none."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from decimal import Decimal
from fractions import Fraction
from typing import Any, Final

import attrs

from cchc_index.office.annex.grammar import FAULTLESS, LABELS, QUALIFYING, SEVERAL
from cchc_index.office.annex.matching import Fact
from cchc_index.office.annex.steps import read_steps
from cchc_index.office.annex.unclear import Contradiction, Unclear
from cchc_index.values.text import alike, folded

Content = dict[str, Any]
Facts = Sequence[Fact]
_HUNDRED: Final = Decimal(100)
_GONE: Final = ("không áp dụng", "không đánh giá", "không chấm")
_ALL_UNITS: Final = "tất cả"
_TOTAL: Final = "tổng số"
_LIST_ITEM: Final = re.compile(r"\s*([^:;,=]+?)\s*(?:[:=]|\s)\s*(\d+(?:\.\d+)?)\s*(%?)\s*(?:điểm)?\s*")


@attrs.frozen
class Terms:
    """What a rule is for.

    Attributes:
        most: The criterion's maximum.
        in_full: Whether the rule must reach it; one alternative of several need not.
        takes: Whether it stands among penalty points, where what is taken off is what is counted.
    """

    most: Decimal
    in_full: bool = True
    takes: bool = False

    def hold(self, fact: Fact, *names: str) -> None:
        """See that numbers which stand for the maximum are the maximum.

        Raises:
            Contradiction: One is not.
        """
        for name in names:
            found = fact.number(name)
            if found is not None and found != self.most:
                raise Contradiction(fact.text, found, self.most)


def slug(words: str) -> str:
    """A field's name out of words.

    Example:
        >>> slug("báo cáo gửi chậm"), slug("Rất hài lòng")
        ('bao_cao_gui_cham', 'rat_hai_long')
    """
    return "_".join(re.findall(r"[a-z]+", alike(words.replace("_", " "))))


def kinds(facts: Facts, *wanted: str) -> list[Fact]:
    """The facts of some kinds."""
    return [fact for fact in facts if fact.kind in wanted]


def answer(fact: Fact, terms: Terms) -> str:
    """What a unit gets for which nothing can be worked out, as a criteria file says it.

    Raises:
        Contradiction: The clause says a number that is neither nothing nor the maximum.
    """
    given = fact.number("given")
    if given == 0:
        return "zero"
    if given is not None:
        terms.hold(fact, "given")
        return "full"
    return "not_applicable" if folded(fact.text).endswith(_GONE) else "full"


def _none_arose(facts: Facts, terms: Terms, *wanted: str) -> Content:
    found = [answer(fact, terms) for fact in kinds(facts, *(wanted or ("none_arose",)))]
    if len(set(found)) > 1:
        raise Unclear(kinds(facts, "none_arose")[-1].text)
    return {"none_arose": found[0]} if found else {}


def _cap(facts: Facts) -> Content:
    return {"cap": "yes"} if kinds(facts, "cap") else {}


def _steps(facts: Facts, terms: Terms) -> Content:
    return read_steps(facts, terms.most) | _cap(facts) | _none_arose(facts, terms)


def _yes_no(facts: Facts, terms: Terms) -> Content:
    yes, no = kinds(facts, "good"), kinds(facts, "no", "no.same", "rest")
    if len(yes) != 1 or len(no) != 1:
        raise Unclear(facts[-1].text)
    terms.hold(yes[0], "points")
    said, denied = folded(yes[0].values["good"]), folded(no[0].values.get("denied", ""))
    if no[0].kind == "no":
        denied = next((each for each in ("thực hiện", "có") if folded(no[0].text).startswith(f"không {each}")), "")
    if said.startswith(("không ", "chưa ")) or not _denies(said, denied):
        raise Unclear(no[0].text)
    return {}


def _denies(said: str, denied: str) -> bool:
    """Whether what is denied is the whole of what was said: who issued a plan late has issued one."""
    if denied in ("", "đạt", said, said.removeprefix("có ")):
        return True
    if denied == "có" or (denied == "thực hiện" and not said.startswith(denied)):
        return not _qualifies(said)
    if denied == "đúng":
        return said in ("đúng quy định", "đúng yêu cầu")
    rest = said.removeprefix("có ").removeprefix(denied)
    return rest.startswith(" ") and not _qualifies(rest)


def _qualifies(words: str) -> bool:
    return any(re.search(rf"\b{word}\b", words) for word in QUALIFYING)


def _proportion(facts: Facts, terms: Terms) -> Content:
    formula, *more = kinds(facts, "formula", "formula.told", "formula.below")
    if more:
        raise Unclear(more[0].text)
    _hold_letters(kinds(facts, "defined"))
    terms.hold(formula, "most", "again")
    hundred, full_at = formula.number("hundred"), formula.number("full_at")
    full = hundred or _HUNDRED
    floors: list[Decimal] = [floor for fact in kinds(facts, "floor") if (floor := fact.number("floor")) is not None]
    tops = []
    for fact in kinds(facts, "step.rate", "step.whole"):
        start, below, points = fact.number("from") or fact.number("whole"), fact.number("below"), fact.number("points")
        if below is not None and points == 0 and not {"from", "above"} & set(fact.values):
            floors.append(below)
        elif start is not None and set(fact.values) <= {"from", "whole", "points"}:
            terms.hold(fact, "points")
            tops.append(start)
        else:
            raise Unclear(fact.text)
    begin = formula.number("start")
    if begin is not None and begin not in floors:
        raise Unclear(formula.text)  # what is earned below it is not said
    if full_at is not None:
        if tops != [full_at] or (hundred or _HUNDRED) != full_at:
            raise Unclear(formula.text)
        full = full_at
    elif any(top != full for top in tops):
        raise Unclear(formula.text)
    if len(set(floors)) > 1:
        raise Unclear(formula.text)
    made: Content = {"zero_below": str(floors[0])} if floors else {}
    made |= {"full_at": str(full)} if full != _HUNDRED else {}
    return made | _cap(facts) | _none_arose(facts, terms)


def _hold_letters(facts: Facts) -> None:
    """See that of b/a the letter a is the total, where letters are explained."""
    told = {folded(fact.values["letter"]): fact for fact in facts if "letter" in fact.values}
    for letter, fact in told.items():
        if letter not in ("a", "b"):
            raise Unclear(fact.text)
    if (
        "b" in told
        and _TOTAL in folded(told["b"].text)
        and _TOTAL not in (folded(told["a"].text) if "a" in told else "")
    ):
        raise Unclear(told["b"].text)


def _per_case(facts: Facts, terms: Terms) -> Content:
    each, *more = kinds(facts, "off") if terms.takes else kinds(facts, "each")
    if more or _is_several(each):
        raise Unclear((more or [each])[0].text)
    made: Content = {"points_each": each.values["each"]}
    for fact in [each, *kinds(facts, "each.cap", "off.limit")]:
        for name in ("most", "limit"):
            if terms.in_full:
                terms.hold(fact, name)
            elif name in fact.values:
                made["at_most"] = fact.values[name]
    return made


def _deduct(facts: Facts, terms: Terms) -> Content:
    if terms.takes:
        raise Unclear(facts[0].text)
    down: set[Decimal] = set()
    for fact in kinds(facts, "off", "off.limit", "off.down"):
        if (limit := fact.number("limit")) is not None:
            down.add(terms.most - limit)
        elif fact.kind == "off.down":
            down.add(fact.number("down") or Decimal(0))
    if len(down) > 1:
        raise Unclear(facts[-1].text)
    for fact in kinds(facts, "start", "good", "good.rate", "step.due"):
        terms.hold(fact, "points")
        if fact.kind != "start" and not any(re.search(rf"\b{word}\b", folded(fact.text)) for word in FAULTLESS):
            raise Unclear(fact.text)
    least = down.pop() if down else Decimal(0)
    made: Content = {"down_to": f"{least:f}"} if least else {}
    costs = kinds(facts, "off")
    if other := next((fact for fact in costs if _is_several(fact) or _counts_another(fact)), None):
        raise Unclear(other.text)
    if len(costs) == 1:
        return {"points_each": costs[0].values["each"]} | made
    named = {slug(re.sub("^trường hợp ", "", fact.values["case"])): fact.values["each"] for fact in costs}
    if len(named) < len(costs):
        raise Unclear(costs[-1].text)
    return {"kinds": named} | made


def _is_several(fact: Fact) -> bool:
    """Whether each is more than one case, or a case of several things: two of them, an initiative a year."""
    case = folded(fact.values["case"])
    return case.split()[0] in SEVERAL or "/" in case


def _counts_another(fact: Fact) -> bool:
    """Whether what is taken off for each of is another thing than what is named: reports that are late, by the day."""
    per = folded(fact.values.get("per", ""))
    return per not in ("", "lần", "trường hợp") and not folded(fact.values["case"]).startswith(per)


def _among(fact: Fact) -> Content:
    return {"among": "all"} if _ALL_UNITS in folded(fact.text) else {}


def _relative_to_best(facts: Facts, terms: Terms) -> Content:
    fact = kinds(facts, "relative.up", "relative.down")[0]
    terms.hold(fact, "most")
    made: Content = {"direction": "down"} if fact.kind == "relative.down" else {}
    return made | _among(fact) | _none_arose(facts, terms, "relative.zero")


def _min_max(facts: Facts, terms: Terms) -> Content:
    fact = kinds(facts, "min_max.up", "min_max.down")[0]
    terms.hold(fact, "high")
    made: Content = {"direction": "down"} if fact.kind == "min_max.down" else {}
    made |= {"low": fact.values["low"]} if fact.number("low") else {}
    return made | _among(fact) | _none_arose(facts, terms, "min_max.same")


def _convert(facts: Facts, terms: Terms) -> Content:
    (fact,) = facts
    terms.hold(fact, "most")
    if (share := fact.number("share")) is None:
        return {"scale": fact.values["scale"]}
    scale = Fraction(terms.most) * 100 / Fraction(share) if share else Fraction(0)
    if scale.denominator != 1 or not scale:
        raise Unclear(fact.text)
    return {"scale": str(scale.numerator)}


def _between(facts: Facts, terms: Terms) -> Content:
    fact = kinds(facts, "line.said", "line.from", "line.log")[0]
    terms.hold(fact, "most")
    log = fact.kind == "line.log" or "log_worst" in fact.values
    worst = fact.number("log_worst" if "log_worst" in fact.values else "worst") or Decimal(0)
    again, best = fact.number("worst_again"), fact.number("best")
    least = fact.number("start") or fact.number("least") or Decimal(0)
    climb = fact.number("climb")
    if (again is not None and again != worst) or (climb is not None and climb + least != terms.most):
        raise Unclear(fact.text)
    made: Content = {"worst": f"{worst:f}", "best": f"{best:f}"}
    made |= {"at_worst": f"{least:f}"} if least else {}
    made |= {"scale": "log"} if log else {}
    ends = kinds(facts, "line.ends")
    for end in ends:
        terms.hold(end, "most")
        if (end.number("best"), end.number("worst"), end.number("least")) != (best, worst, least):
            raise Unclear(end.text)
    return made if ends or fact.kind == "line.said" else made | {"beyond": "refuse"}


def _factor(facts: Facts) -> Content:
    found = kinds(facts, "factor")
    if not found:
        return {}
    if "by" not in found[0].values or any("by" in fact.values for fact in found[1:]):
        raise Unclear(found[0].text)
    return {
        "factor": {
            "by": found[0].values["by"],
            "per_cent": {fact.values["name"]: fact.values["share"] for fact in found},
        }
    }


def _base_plus(facts: Facts, terms: Terms) -> Content:
    fact = kinds(facts, "base_plus")[0]
    terms.hold(fact, "most", "cap")
    for name in ("base", "from"):
        if f"{name}_again" in fact.values and fact.number(name) != fact.number(f"{name}_again"):
            raise Unclear(fact.text)
    made: Content = {"base": fact.values["base"], "scale": fact.values["scale"]}
    made |= {"from": fact.values["from"]} if fact.number("from") else {}
    return made | _factor(facts)


def _base_steps(facts: Facts, terms: Terms) -> Content:
    fact, below = kinds(facts, "base_steps")[0], kinds(facts, "base_steps.below")
    terms.hold(fact, "most")
    if len(below) != 1 or below[0].number("floor") != fact.number("floor"):
        raise Unclear(fact.text)  # what a unit below the floor gets is not said
    left, base = below[0].number("left"), fact.number("base")
    if left not in (base, Decimal(0)):
        raise Unclear(below[0].text)
    made: Content = {"base": fact.values["base"], "floor": fact.values["floor"], "per": fact.values["per"]}
    made |= {"points_each": fact.values["each"]} | ({"below_floor": "zero"} if left != base else {})
    return made | _factor(facts)


def _listed(fact: Fact, sign: str) -> Content:
    """A list of names with numbers."""
    found: Content = {}
    for item in re.split(r"[;,]\s+", fact.values["list"]):
        match = _LIST_ITEM.fullmatch(item)
        name = slug(match[1]) if match else ""
        if match is None or match[3] != sign or not name or name in found:
            raise Unclear(fact.text)
        found[name] = match[2]
    return found


def _mean_of_cases(facts: Facts, terms: Terms) -> Content:
    return {"scores": _listed(kinds(facts, "mean")[0], "")} | _none_arose(facts, terms)


def _survey(facts: Facts, terms: Terms) -> Content:
    fact = kinds(facts, "survey")[0]
    terms.hold(fact, "most")
    out = [slug(each) for gone in kinds(facts, "survey.out") for each in gone.values["list"].split(",")]
    made: Content = {"options": _listed(fact, "%")} | ({"excluded": out} if out else {})
    return made | _none_arose(facts, terms)


def _points(facts: Facts, terms: Terms) -> Content:
    terms.hold(kinds(facts, "awarded")[0], "most")
    steps = [fact.values["by"] for fact in kinds(facts, "awarded.steps")]
    if len(steps) > 1:
        raise Unclear(facts[-1].text)
    return {"in_steps_of": steps[0]} if steps else {}


def _choice(facts: Facts, terms: Terms) -> Content:
    options: Content = {}
    for fact in kinds(facts, "label", "good"):
        label = fact.values.get("label") or fact.values["good"]
        if label in options or folded(label) not in map(folded, LABELS):
            raise Unclear(fact.text)
        options[label] = fact.values["points"]
    if len(options) == 1:
        raise Unclear(facts[0].text)
    gone = [fact.values["label"] for fact in kinds(facts, "label.gone")]
    return {"options": options} | ({"not_applicable": gone} if gone else {})


def _improvement(facts: Facts, terms: Terms) -> Content:
    fact = kinds(facts, "improvement")[0]
    of = fact.values.get("of_index") or fact.values.get("of_points")
    made: Content = {"steps": read_steps(facts, terms.most)["steps"]}
    made |= {"of": "areas" if folded(of) == "mọi lĩnh vực" else of} if of else {}
    made |= {"figure": "points"} if "of_points" in fact.values else {}
    made |= {"change": "per_cent"} if re.search(r"\(% của năm trước\)", fact.text) else {}
    none = [answer(each, terms) for each in kinds(facts, "improvement.none")]
    return made | ({"no_previous": none[0]} if none else {})


#: What makes each rule's parameters.
MAKERS: Final[Mapping[str, Callable[[Facts, Terms], Content]]] = {
    "steps": _steps,
    "yes_no": _yes_no,
    "proportion": _proportion,
    "per_case": _per_case,
    "deduct": _deduct,
    "relative_to_best": _relative_to_best,
    "min_max": _min_max,
    "convert": _convert,
    "between": _between,
    "base_plus": _base_plus,
    "base_steps": _base_steps,
    "mean_of_cases": _mean_of_cases,
    "survey": _survey,
    "points": _points,
    "unscored": lambda facts, terms: {},
    "choice": _choice,
    "improvement": _improvement,
}
