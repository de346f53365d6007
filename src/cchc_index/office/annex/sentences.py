"""What a cell's sentences say of a criterion: its rule, what else they say, or why nobody can be sure."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import Any, Final

import attrs

from cchc_index.office.annex.grammar import BESIDE, COMBINED, GENERAL, RULES
from cchc_index.office.annex.matching import Fact, facts_of, pieces_of
from cchc_index.office.annex.rules import MAKERS, Content, Terms, slug
from cchc_index.office.annex.spelling import clauses, plain
from cchc_index.office.annex.unclear import Contradiction, Unclear

_SKIPPED: Final = ("ignored",)
#: among penalty points, what each case takes off is what it counts
_TAKING: Final = ("per_case", (("off",),), ("off.limit", "each.cap"))
_WHOLE: Final = ("best_of", "choose")  #: rules of a whole text: what they list has clauses of its own
_OPTION: Final = re.compile(r"\s*[;,.]?\s*\(([^()]+)\)\s*")


@attrs.frozen
class Doubt:
    """Why sentences are left to a person.

    Attributes:
        key: Of the phrase that says it.
        arguments: What fills its blanks.
    """

    key: str
    arguments: Mapping[str, str] = attrs.field(factory=dict, hash=False)


@attrs.frozen
class Said:
    """What sentences say.

    Attributes:
        rule: The rule as a criteria file would spell it; None where there is none for certain.
        beside: Other keys of the criterion.
        doubts: Why there is none.
    """

    rule: str | Mapping[str, Any] | None = None
    beside: Mapping[str, Any] = attrs.field(factory=dict)
    doubts: tuple[Doubt, ...] = ()


def read_sentences(text: str, terms: Terms, *, of_parts: bool = False) -> Said:
    r"""What the sentences of a cell, or of several, say.

    Args:
        text: The sentences.
        terms: What the rule is for.
        of_parts: Whether the criterion has parts, so that it needs no rule and may combine them.

    Example:
        >>> read_sentences("Đạt 100%: 1 điểm\nTừ 80% đến dưới 100%: 0,5", Terms(Decimal(1))).rule["steps"]["on"]
        'rate'
        >>> read_sentences("Tính theo công thức (b/a)*3", Terms(Decimal(1))).doubts[0].key
        'annex.contradiction'
        >>> read_sentences("Đạt 100%, trừ trường hợp bất khả kháng: 1 điểm", Terms(Decimal(1))).doubts[0].key
        'annex.not_understood'
    """
    whole = facts_of(plain(text))
    if len(whole) == 1 and whole[0].kind in _WHOLE:
        return _alternatives(whole[0], terms)
    told: list[list[Fact]] = []
    lost: list[str] = []
    for clause in clauses(text):
        pieces = pieces_of(clause)
        told += [each for each in pieces if not any(fact.kind in _SKIPPED for fact in each)]
        lost += [] if pieces else [clause]
    if lost:
        key = "annex.half" if told else "annex.not_understood"
        return Said(doubts=(Doubt(key, {"clause": "; ".join(lost)}), *_hints(text, terms)))
    beside: dict[str, Any] = {}
    for each in list(told):
        if fact := next((fact for fact in each if fact.kind in (*BESIDE, *(COMBINED if of_parts else ()))), None):
            told.remove(each)
            beside |= _beside(fact)
    if not told:
        nothing = beside or of_parts or not clauses(text)
        return Said(beside=beside, doubts=() if nothing else (Doubt("annex.not_understood", {"clause": text}),))
    return _rule(told, terms, beside, text)


def _rule(told: Sequence[Sequence[Fact]], terms: Terms, beside: Content, text: str) -> Said:
    made: list[str | Content] = []
    contradicted: list[Doubt] = []
    unclear: list[Doubt] = []
    for name, needs, may in (_TAKING, *RULES) if terms.takes else RULES:
        known = {*may, *(kind for group in needs for kind in group)}
        facts = [next((fact for fact in each if fact.kind in known), None) for each in told]
        sure = [fact for fact in facts if fact is not None]
        if len(sure) < len(told) or not all(any(fact.kind in group for fact in sure) for group in needs):
            continue
        if name not in MAKERS:
            continue
        if not _is_of_one(sure):
            unclear.append(Doubt("annex.two_subjects"))
            continue
        try:
            parameters = MAKERS[name](sure, terms)
        except Contradiction as error:
            arguments = {"clause": error.clause, "found_figure": f"{error.found:f}", "most_figure": f"{error.most:f}"}
            contradicted.append(Doubt("annex.contradiction", arguments))
        except Unclear as error:
            unclear.append(Doubt("annex.unclear", {"clause": error.clause}))
        else:
            made.append({name: parameters} if parameters else name)
    if len(made) == 1:
        return Said(made[0], beside)
    if made:
        return Said(doubts=(Doubt("annex.two_readings", {"rules": ", ".join(map(_name, made))}),))
    doubts = contradicted[:1] or unclear[:1] or [Doubt("annex.no_rule", {"clause": text})]
    return Said(doubts=(*doubts, *_hints(text, terms)))


_COUNTED: Final = ("step.", "on.", "floor", "formula")  #: clauses of one rule that must count one thing
_WORD: Final = re.compile(r"[^\W\d]+")


def _is_of_one(facts: Sequence[Fact]) -> bool:
    """Whether clauses count one thing: of two names one says no more than the other."""
    names = [
        {word for word in map(str.casefold, _WORD.findall(fact.subject)) if word not in GENERAL}
        for fact in facts
        if fact.kind.startswith(_COUNTED)
    ]
    named = [name for name in names if name]
    return all(one <= other or other <= one for one in named for other in named)


def _name(rule: str | Content) -> str:
    return rule if isinstance(rule, str) else next(iter(rule))


def _beside(fact: Fact) -> Content:
    if fact.kind == "requires":
        return {"requires": {fact.values["code"]: {"at_least": fact.values["least"]}}}
    if fact.kind == "allowed":
        return {"not_applicable": "allowed"}
    name = fact.kind.partition(".")[2]
    number = fact.values.get("best") or fact.values.get("drop")
    return {"combine": {name: number} if number else name}


def _alternatives(fact: Fact, terms: Terms) -> Said:
    """Several rules of which the best counts, or one that the register picks; each is read on its own."""
    parts = _OPTION.split(fact.values["list"])
    names, texts = parts[1::2], parts[2::2]
    found: Content = {}
    inner = attrs.evolve(terms, in_full=False)
    for name, text in zip(names, texts, strict=True):
        said = read_sentences(text, inner)
        if said.rule is None or said.beside:
            return Said(doubts=(Doubt("annex.half", {"clause": text}),))
        key = name.strip() if fact.kind == "choose" else slug(name)
        if not key or key in found:
            return Said(doubts=(Doubt("annex.unclear", {"clause": f"({name})"}),))
        found[key] = said.rule
    if parts[0].strip() or len(found) == 1 or not found:
        return Said(doubts=(Doubt("annex.unclear", {"clause": fact.text}),))
    made: Content = {"alternatives": found}
    if fact.kind == "choose":
        made = {"by": fact.values["by"].strip("'")} | made
    return Said({fact.kind: made})


_POINTS: Final = re.compile(r"(.+?)\s*[:=]\s*(\d+(?:\.\d+)?)\s*(?:điểm|đ)?")


def _hints(text: str, terms: Terms) -> tuple[Doubt, ...]:
    """What sentences that are not understood may be: cases with points each, of which one or all may count."""
    found = [_POINTS.fullmatch(clause) for clause in clauses(text)]
    options = [(match[1], Decimal(match[2])) for match in found if match is not None]
    if len(options) < len(found) or len(options) < 2:
        return ()
    if all(points for _, points in options) and sum(points for _, points in options) == terms.most:
        return (Doubt("annex.perhaps_parts"),)
    if max(points for _, points in options) == terms.most:
        told = ", ".join(f"{quoted(label)}: {points:f}" for label, points in options)
        return (Doubt("annex.perhaps_choice", {"options": f"{{{told}}}"}),)
    return ()


def quoted(label: str) -> str:
    """A label as a YAML key that holds signs."""
    return '"' + label.replace("\\\\", " ").replace('"', "'") + '"'
