"""The words of worksheets for what criteria files call by English names, both ways."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import Any, Final

from cchc_index.messages import phrase
from cchc_index.messages.worksheet import PARAMETERS as TOLD
from cchc_index.messages.worksheet import STEP_ROWS, said
from cchc_index.messages.worksheet_rules import MEASURES, PARAMETERS, RULES, VALUES
from cchc_index.notation.structure import fields_of, key_of
from cchc_index.problems.problem import Language
from cchc_index.rules.contract import ScoringRule
from cchc_index.values.areas import ReformArea
from cchc_index.values.text import folded

STEP: Final = ("from", "above", "to", "below", "points")  #: columns of one step of a rule, a row each
FLOW: Final = ("[", "{", '"', "'")  #: a cell that starts so is read as YAML
BLOCKS: Final = {"bonus": ("điểm thưởng", "bonus"), "penalty": ("điểm trừ", "penalty")}
METHODS: Final = ("appraised", "survey", "outside")
#: parameters whose own keys are names that a set gives
_GIVEN: Final = frozenset({"options", "scores", "kinds", "per_cent", "when"})


def method_words(method: str) -> tuple[str, str]:
    """The words that a worksheet has for a method, in Vietnamese and English."""
    return phrase(f"method.{method}", "vi"), phrase(f"method.{method}", "en")


def area_words(area: ReformArea) -> tuple[str, str]:
    """The words that a worksheet has for an area, in Vietnamese and English."""
    return area.vi, area.en


def named_rule(name: str, language: Language) -> str:
    """A rule by the name that a worksheet of a language has for it; a plugin's by its own.

    Example:
        >>> named_rule("per_case", "vi"), named_rule("per_case", "en"), named_rule("cao_bang.on_time", "vi")
        ('Cộng theo trường hợp', 'per_case', 'cao_bang.on_time')
    """
    return RULES.get(name, name) if language == "vi" else name


def named_measure(name: str, language: Language) -> str:
    """What a rule by steps measures, likewise."""
    return MEASURES.get(name, name) if language == "vi" else name


def named_parameters(content: Mapping[str, Any], language: Language) -> dict[str, Any]:
    """The parameters of a rule, and of rules inside it, by a worksheet's words.

    Example:
        >>> named_parameters({"points_each": "1", "none_arose": "full"}, "vi")
        {'điểm mỗi trường hợp': '1', 'không phát sinh': 'điểm tối đa'}
    """
    if language != "vi":
        return dict(content)
    found: dict[str, Any] = {}
    for key, value in content.items():
        found[PARAMETERS.get(key, key)] = _named_value(key, value)
    return found


def _named_value(key: str, value: Any) -> Any:
    known = VALUES.get(key, {})
    if isinstance(value, str):
        return known.get(value, value)
    if isinstance(value, list):
        return [named_parameters(each, "vi") if isinstance(each, dict) else each for each in value]
    if not isinstance(value, dict) or key in _GIVEN:
        return value
    if key == "alternatives":
        return {name: _named_alternative(rule) for name, rule in value.items()}
    if key == "requires":
        return {code: named_parameters(each, "vi") if isinstance(each, dict) else each for code, each in value.items()}
    if key == "combine":
        return {known.get(name, name): each for name, each in value.items()}
    return named_parameters(value, "vi")


def _named_alternative(rule: Any) -> Any:
    if isinstance(rule, str):
        return named_rule(rule, "vi")
    if not isinstance(rule, dict):
        return rule
    return {
        named_rule(name, "vi"): named_parameters(inner, "vi") if isinstance(inner, dict) else inner
        for name, inner in rule.items()
    }


@cache
def _meanings() -> tuple[Mapping[str, str], Mapping[str, str], Mapping[str, Mapping[str, str]]]:
    """Rules, parameters and their values by a worksheet's words."""
    rules = {folded(word): name for name, word in RULES.items()}
    parameters = {folded(word): name for name, word in PARAMETERS.items()}
    values = {key: {folded(word): name for name, word in known.items()} for key, known in VALUES.items()}
    return rules, parameters, values


def rule_meant(word: str) -> str:
    """The rule that a cell names; the cell's own text where it names none.

    Example:
        >>> rule_meant("Theo  mức"), rule_meant("steps"), rule_meant("theo muc")
        ('steps', 'steps', 'theo muc')
    """
    return _meanings()[0].get(folded(word), word)


def parameter_meant(word: str) -> str:
    """The parameter that a word stands for, likewise."""
    return _meanings()[1].get(folded(word), word)


def value_meant(key: str, word: str) -> str:
    """What a parameter's word stands for, likewise."""
    return _meanings()[2].get(key, {}).get(folded(word), word)


def keys_given(key: str) -> bool:
    """Whether the keys below a parameter are names that the set gives, and no words of ours."""
    return key in _GIVEN


def _with_values(name: str) -> str:
    """A parameter by its Vietnamese name, with the words that it may be."""
    values = VALUES.get(name, {}) if name not in ("on", "combine") else {}
    return PARAMETERS.get(name, name) + (f" ({', '.join(values.values())})" if values else "")


def rule_words(rule: type[ScoringRule], language: Language) -> str:
    """What a rule is for, and what it can be told, as its class says.

    Example:
        >>> from cchc_index.rules.between import Convert
        >>> rule_words(Convert, "en")
        'from another scale; parameters: scale, from'
    """
    names = [key_of(field) for field in fields_of(rule)]
    told = [rule.purpose.say(language)]
    if "steps" in names:
        told.append(said(STEP_ROWS, language))
        names = [name for name in names if name not in ("on", "steps")]
    if names:
        shown = names if language == "en" else [_with_values(name) for name in names]
        told.append(said(TOLD, language).format(names=", ".join(shown)))
    return "; ".join(told)
