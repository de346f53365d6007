"""What the author of a plugin did wrong, as far as what was raised or answered says it, and what to do about it."""

from __future__ import annotations

import decimal
import inspect
import re
import sys
from decimal import Decimal
from fractions import Fraction
from typing import Any, Final

from cchc_index.aggregations.contract import Aggregation, Combination, Parts
from cchc_index.bands.contract import Classifier, Placing, Standings
from cchc_index.problems.problem import Advice
from cchc_index.registry.locating import raising_text
from cchc_index.rules.columns import Case, Column, Field, Wording
from cchc_index.rules.contract import AwardError, Leaf, NotApplicable, Points, ScoringRule
from cchc_index.values.units import near_names

_CONTRACTS: Final = (ScoringRule, Classifier, Aggregation)
_GIVEN: Final = (Case, Column, Leaf, Parts, Combination, Placing, Standings, Wording)
_POINTS: Final = ("score", "of_rates", "combine")
_NAMES: Final = ("columns", "groups")
_PROBLEMS: Final = ("faults", "refusals")


def advice_of(error: BaseException, thing: object = None, call: str = "", *, placed: bool = True) -> Advice:
    """What to do about what a plugin's code raised.

    Args:
        error: What was raised.
        thing: The rule, classifier or aggregation that was asked; None for a module.
        call: What was called.
        placed: Whether the message names a place.

    Example:
        >>> advice_of(ZeroDivisionError()).key, advice_of(ModuleNotFoundError("pandas")).key
        ('zero', 'installed')
    """
    found = (
        _wrong_award(error, call)
        or _wrong_number(error)
        or _wrong_name(error, thing, call)
        or _wrong_call(error, thing, call)
        or _wrong_import(error)
    )
    return found or Advice("there" if placed else "anywhere")


def advice_on(call: str, found: object, *, placed: bool = True) -> Advice:
    """What to do about an answer of the wrong kind.

    Example:
        >>> advice_on("reason", None).key, advice_on("columns", "kind").key
        ('text', 'names')
    """
    if inspect.isroutine(found):
        return Advice("property", {"call": call})
    if call == "reads":
        nested = isinstance(found, tuple) and all(isinstance(group, tuple) for group in found)
        fields = [each for group in found for each in group] if isinstance(found, tuple) and nested else []
        sound = bool(fields) and all(isinstance(each, Field) for each in fields)
        return Advice("field" if sound else "reads")
    if call in _PROBLEMS:
        return Advice("problem")
    if call in _NAMES:
        return Advice("names", {"call": call})
    if call in ("reason", "describe"):
        return Advice("text")
    return Advice("there" if placed else "anywhere")


def _wrong_award(error: BaseException, call: str) -> Advice | None:
    """One unit's points of a kind that they cannot be."""
    if not isinstance(error, AwardError):
        return None
    award = error.award
    if award is None:
        return Advice("no_return", {"call": call or "score"})
    if isinstance(award, NotApplicable):
        return Advice("bare_not_applicable")
    if isinstance(award, bool):
        return Advice("truth")
    if isinstance(award, Points):
        return Advice("without_per_unit")
    if isinstance(award, Decimal) and not award.is_finite():
        return Advice("zero")
    is_binary = type(award).__name__.startswith("float") or isinstance(award, Fraction)
    return Advice("exact_text" if is_binary else "one_number")


def _wrong_number(error: BaseException) -> Advice | None:
    """Numbers that are not exact, do not go together, or are none."""
    said = _said(error)
    if isinstance(error, decimal.FloatOperation):
        return Advice("exact_text")
    if isinstance(error, decimal.Inexact):
        return Advice("divide")
    if isinstance(error, ZeroDivisionError):
        return Advice("zero")
    if isinstance(error, decimal.InvalidOperation):
        return Advice("zero" if "DivisionUndefined" in said else "no_number")
    if isinstance(error, TypeError) and "whole numbers holds ints" in said:
        return Advice("whole_numbers")
    if isinstance(error, TypeError) and re.search(r"unsupported operand|not supported between", said):
        operands = set(re.findall(r"'(?:decimal\.|fractions\.)?(\w+)'", said))
        if "float" in operands:
            return Advice("exact_text")
        if operands == {"Decimal", "Fraction"}:
            return Advice("mixed")
    if isinstance(error, ValueError | TypeError) and re.search(r"literal for (int|Fraction)|for Fraction", said):
        return Advice("no_number")
    return None


def _wrong_name(error: BaseException, thing: object, call: str) -> Advice | None:
    """A name that what was given does not have: a field, a column of the register, an attribute."""
    if isinstance(error, KeyError) and error.args and isinstance(error.args[0], str):
        text = raising_text(error)
        if call in _PROBLEMS and not text:  # raised while the message was put together
            return _wrong_message(error.args[0])
        return _wrong_key(error.args[0], text, thing)
    if isinstance(error, TypeError) and (field := re.search(r"field (\S+) holds no number", _said(error))):
        return Advice("read_field", {"field": field[1]})
    if isinstance(error, TypeError) and "NoneType" in _said(error) and ".points" in raising_text(error):
        return Advice("no_points_yet")
    if not isinstance(error, AttributeError) or not isinstance(error.obj, _GIVEN):
        if isinstance(error, TypeError) and "'Case' object is not subscriptable" in _said(error):
            return Advice("read_field", {"field": _first_field(thing)})
        return None
    given, name = error.obj, str(error.name)
    if _is_lifted(thing, call) and call != "score":
        return Advice("per_unit_elsewhere", {"call": call})
    if isinstance(given, Column) and hasattr(Case, name):
        return Advice("per_unit", {"call": call or "score"})
    if isinstance(given, Case) and hasattr(Column, name):
        return Advice("whole_column")
    if isinstance(given, Case) and name in _fields(thing):
        return Advice("read_field", {"field": name})
    known = [each for each in dir(type(given)) if not each.startswith("_")]
    near = near_names(name, tuple(known))
    return Advice("no_such_name", {"kind": type(given).__name__, "name": name, "known": ", ".join(near or known)})


def _wrong_key(key: str, text: str, thing: object) -> Advice | None:
    fields = _fields(thing)
    if ".attributes" in text:
        return Advice("undeclared_column", {"field": key})
    if key in fields:
        return Advice("unreported_field", {"field": key})
    if fields and re.search(r"\.(values|decimal|number)\b", text):
        return Advice("undeclared_field", {"field": key, "known": ", ".join(fields)})
    return None


def _wrong_message(key: str) -> Advice:
    """A message that the catalogue does not have, or one of its blanks that was left out."""
    if "." not in key:
        return Advice("blank", {"key": key})
    from cchc_index.messages import problems

    return Advice("message", {"known": ", ".join(near_names(key, tuple(problems()))) or "rule.positive"})


def _wrong_call(error: BaseException, thing: object, call: str) -> Advice | None:
    """Calls that do not fit: what is raised, written to, or given in another number than is asked."""
    said, text = _said(error), raising_text(error)
    if "NotApplicable" in said or ("derive from BaseException" in said and "NotApplicable" in text):
        return Advice("bare_not_applicable")
    if isinstance(error, TypeError) and re.search(r"\bsay\(\)", said):
        return Advice("both_languages")
    if isinstance(error, TypeError) and "Integers.__init__" in said:
        return Advice("bounds")
    if isinstance(error, TypeError) and re.search(r"(positional|keyword) argument", said):
        signature = _signature(thing, call)
        return Advice("signature", {"signature": signature}) if signature and f"{call}()" in said else None
    if "read-only" in said or (isinstance(error, AttributeError) and "Frozen" in type(error).__name__):
        return Advice("read_only")
    if call in (*_POINTS, "classify") and re.match(r"(raise|assert)\b", text):
        return Advice("refuse_values")
    if call in (*_POINTS, "classify") and isinstance(error, SystemExit):
        return Advice("refuse_values")
    return None


def _wrong_import(error: BaseException) -> Advice | None:
    if isinstance(error, SyntaxError):
        return Advice("syntax")
    if isinstance(error, ModuleNotFoundError):
        return Advice("installed")
    if isinstance(error, ImportError) and error.name == "cchc_index.plugins":
        known: tuple[str, ...] = tuple(getattr(sys.modules[error.name], "__all__", ()))
        wanted = re.search(r"cannot import name '(\w+)'", _said(error))
        near = near_names(wanted[1], known) if wanted else []
        return Advice("importable", {"known": ", ".join(near or known)})
    return None


def _said(error: BaseException) -> str:
    try:
        return str(error)[:1000]
    except KeyboardInterrupt:
        raise
    except BaseException:
        return ""


def _fields(thing: object) -> tuple[str, ...]:
    """The fields that a rule declares, if it says so in a readable way."""
    try:
        return tuple(field.name for group in getattr(thing, "reads", ()) for field in group)
    except KeyboardInterrupt:
        raise
    except BaseException:
        return ()


def _first_field(thing: object) -> str:
    return next(iter(_fields(thing)), "...")


def _is_lifted(thing: object, call: str) -> bool:
    """Whether a method was made by `per_unit`."""
    return hasattr(inspect.getattr_static(thing, call, None), "__wrapped__")


def _signature(thing: object, call: str) -> str:
    """How a method of the contract is called."""
    member: Any = next(
        (getattr(kind, call) for kind in _CONTRACTS if isinstance(thing, kind) and hasattr(kind, call)), None
    )
    return f"def {call}{inspect.signature(member)}" if inspect.isfunction(member) else ""
