"""Every call into a plugin against every way to misbehave in it: each ends as the plugin's own error."""

from __future__ import annotations

import io
import sys
import threading
from collections.abc import Callable
from contextlib import redirect_stdout
from fractions import Fraction
from types import ModuleType
from typing import Any, NoReturn

import attrs
import numpy as np
import pytest

import cchc_index
from cchc_index.checks.selftest import selftest
from cchc_index.criteria.criteria_set import parse_criteria
from cchc_index.office.form import form_workbook
from cchc_index.plugins import (
    PROBES,
    Band,
    Case,
    Classification,
    Classifier,
    Column,
    Field,
    Leaf,
    Placing,
    Points,
    Probe,
    ScoringRule,
    Standings,
    Text,
    hookimpl,
)
from cchc_index.problems.errors import PluginInterrupt
from cchc_index.registry.guarding import catching_prints
from cchc_index.registry.registry import Plugin, Registry

SET = """
id: a
edition: 1
title: A
source: {status: illustrative}
rounding: {points: 2, index: 2}
classify: hostile.bands
criteria:
  - {code: "1", title: Một, max_points: 5, rule: hostile.count}
"""
ROWS = [{"unit": "u", "1": "3", "1.points": ""}, {"unit": "v", "1": "", "1.points": "2"}]


@attrs.frozen
class Count(ScoringRule):
    """A point for each.

    Example:
        >>> Count()
        Count()
    """

    reads = ((Field("count", "whole"),),)

    def score(self, column: Column, /) -> Points:
        return Points(column.number("count"))

    def reason(self, case: Case, /) -> str:
        return "as counted"

    def probes(self, leaf: Leaf, /) -> tuple[Probe, ...]:
        return (Probe({"count": "5"}, Fraction(5), PROBES["full"]), Probe({"count": "0"}, Fraction(0), PROBES["least"]))


@attrs.frozen
class Bands(Classifier):
    """One band for all."""

    def bands_of(self, group: str, /) -> tuple[Band, ...]:
        return (Band(Text.plain("A")),)

    def classify(self, standings: Standings, /) -> Classification:
        return Classification(self.bands_of(""), np.where(standings.classed, 0, -1))

    def reason(self, case: Placing, /) -> str:
        return "because"


class Boom(BaseException):
    """What nobody expects."""


class Mute(Exception):
    """What cannot be said."""

    def __str__(self) -> str:
        raise ZeroDivisionError

    __repr__ = __str__


def _raising(error: BaseException | type[BaseException]) -> Callable[[], NoReturn]:
    def act() -> NoReturn:
        raise error

    return act


def _endless() -> object:
    return _endless()


def _breaking_off() -> Any:
    yield 1
    raise Boom


def _printing() -> None:
    print("hello")  # noqa: T201


MISBEHAVIOURS: dict[str, Callable[[], object]] = {
    "an exception": _raising(ValueError("boom")),
    "an exception of no kind": _raising(Boom("boom")),
    "the end of the program": _raising(SystemExit(0)),
    "the end of a generator": _raising(GeneratorExit),
    "the end of an iteration": _raising(StopIteration),
    "no memory": _raising(MemoryError),
    "an error of the library's own, of nothing": _raising(cchc_index.AssessmentError([])),
    "an exception that cannot be said": _raising(Mute()),
    "an exception of ten million letters": _raising(ValueError("x" * 10**7)),
    "no end": _endless,
    "nothing": lambda: None,
    "ten million letters": lambda: "x" * 10**7,
    "a generator that breaks off": _breaking_off,
    "a number of 5,000 digits": lambda: 10**5000,
    "a printed line": _printing,
}
RULE_CALLS = ("score", "reason", "describe", "reading", "faults", "refusals", "probes", "can_give")
RULE_ATTRIBUTES = ("reads", "columns", "knows", "parts", "relative", "among", "method")
CLASSIFIER_CALLS = ("classify", "bands_of", "reason", "faults")
CLASSIFIER_ATTRIBUTES = ("columns", "groups", "relative")
HOOKS = ("cchc_register_rules", "cchc_register_classifiers", "cchc_register_criteria")
CELLS = [
    "import",
    *HOOKS,
    "making the rule",
    *(f"rule.{each}" for each in (*RULE_CALLS, *RULE_ATTRIBUTES)),
    "making the classifier",
    *(f"classifier.{each}" for each in (*CLASSIFIER_CALLS, *CLASSIFIER_ATTRIBUTES)),
]
_RETURNS = ("nothing", "ten million letters", "a generator that breaks off", "a number of 5,000 digits")
#: Squares that are no misbehaviour, each with the reason.
SOUND = {
    ("rule.reason", "ten million letters"): "a reason is a text, and a long one is cut",
    ("rule.describe", "ten million letters"): "a description is a text, and a long one is cut",
    ("classifier.reason", "ten million letters"): "a reason is a text, and a long one is cut",
    ("classifier.groups", "nothing"): "the same bands for all groups",
    **{
        (f"making the {kind}", each): "what __attrs_post_init__ returns is nobody's"
        for kind in ("rule", "classifier")
        for each in _RETURNS
    },
}
#: How a validator refuses a parameter: told of the criteria file, where it stands.
REFUSES = {(f"making the {kind}", "an exception") for kind in ("rule", "classifier")}
REFUSES |= {(f"making the {kind}", "an exception of ten million letters") for kind in ("rule", "classifier")}


def hostile(cell: str, act: Callable[[], object]) -> Registry:
    """A plugin that misbehaves in one place; one that prints does there what is right as well."""
    place, _, name = cell.partition(".")
    rule: type[ScoringRule] = Count
    classifier: type[Classifier] = Bands
    if place == "rule":
        rule = attrs.frozen(type("Count", (Count,), {name: _member(Count, name, act, RULE_ATTRIBUTES)}))
    elif place == "classifier":
        classifier = attrs.frozen(type("Bands", (Bands,), {name: _member(Bands, name, act, CLASSIFIER_ATTRIBUTES)}))
    elif cell == "making the rule":
        rule = attrs.frozen(type("Count", (Count,), {"__attrs_post_init__": lambda _: act()}))
    elif cell == "making the classifier":
        classifier = attrs.frozen(type("Bands", (Bands,), {"__attrs_post_init__": lambda _: act()}))
    sound: dict[str, Callable[[], object]] = {
        "cchc_register_rules": lambda: {"count": rule},
        "cchc_register_classifiers": lambda: {"bands": classifier},
        "cchc_register_criteria": dict,
    }
    module = ModuleType("hostile")
    vars(module)["cchc_index_api"] = 1
    for hook, answer in sound.items():
        vars(module)[hook] = hookimpl(specname=hook)(_hook(act, answer) if hook == cell else _hook(dict, answer))
    load: Any = _hook(act, lambda: module) if cell == "import" else lambda: module
    return Registry((Plugin("hostile", "cchc-index-hostile", "1.0", load),))


def _hook(act: Callable[[], object], sound: Callable[[], object]) -> Callable[[], object]:
    def hook() -> object:
        found = act()
        return sound() if act in (_printing, dict) else found

    return hook


def _member(kind: type, name: str, act: Callable[[], object], attributes: tuple[str, ...]) -> object:
    def asked(self: Any, *given: Any) -> object:
        found = act()
        if act is not _printing:
            return found
        original = getattr(super(kind, self), name) if name not in vars(kind) else vars(kind)[name]
        if name in attributes:
            return original
        return original(self, *given) if name in vars(kind) else original(*given)

    return property(asked) if name in attributes else asked


def live(registry: Registry) -> None:
    """Everything that a set and its results are asked for, as the commands ask it."""
    criteria = parse_criteria(SET, registry=registry)
    form_workbook(criteria)
    result = cchc_index.score(criteria, cchc_index.read_assessment(ROWS, criteria))
    for unit in ("u", "v"):
        explanation = result[unit].explain("vi")
        assert all(len(node.reason) <= 2_100 for node in explanation.nodes)
        assert len(explanation.band) <= 2_100
    selftest(criteria)


def test_a_sound_plugin_lives() -> None:
    """So that what is refused below is refused for the misbehaviour."""
    with catching_prints():
        live(hostile("nowhere", dict))


@pytest.mark.parametrize("what", MISBEHAVIOURS)
@pytest.mark.parametrize("cell", CELLS)
def test_whatever_a_plugin_does_is_its_own_error(cell: str, what: str, capsys: pytest.CaptureFixture[str]) -> None:
    """One error that names plugin and distribution, in both languages, of bounded length; stdout stays as it was."""
    registry, before = hostile(cell, MISBEHAVIOURS[what]), sys.stdout
    with catching_prints():
        if (cell, what) in SOUND:
            live(registry)
            return
        if (cell, what) in REFUSES:
            with pytest.raises(cchc_index.CriteriaError, match="hostile") as refused:
                live(registry)
            assert len(refused.value.report("vi")) < 1_000
            return
        with pytest.raises(cchc_index.PluginError) as told:
            live(registry)

    assert (told.value.plugin, told.value.distribution) == ("hostile", "cchc-index-hostile 1.0")
    for language in ("vi", "en"):
        report = told.value.report("en" if language == "en" else "vi")
        assert "cchc-index-hostile 1.0" in report
        assert len(report) < 1_000
        assert len(report.splitlines()) == 2
    assert sys.stdout is before
    assert capsys.readouterr().out == ""
    live(hostile("nowhere", dict))  # the next call is served


@pytest.mark.parametrize("cell", CELLS)
def test_who_loses_patience_is_told_with_whom(cell: str) -> None:
    """Ctrl-C goes through as an interrupt, and names the plugin that was at work."""
    with pytest.raises(PluginInterrupt, match="cchc-index-hostile") as stopped:
        live(hostile(cell, _raising(KeyboardInterrupt())))

    assert isinstance(stopped.value, KeyboardInterrupt)
    assert "cchc-index-hostile" in stopped.value.error.report("vi")


def test_a_plugin_may_print_in_a_program_that_imports_the_library() -> None:
    """Only a command's output is to stay clean; elsewhere stdout is the program's, and nothing touches it."""
    printed = io.StringIO()
    with redirect_stdout(printed):
        live(hostile("rule.score", _printing))

    assert set(printed.getvalue().split()) == {"hello"}


def test_eight_threads_score_while_one_prints() -> None:
    """200 scorings, none refused, and not a character of what the other thread prints is lost."""
    criteria = parse_criteria(SET, registry=hostile("nowhere", dict))
    stop, faults, written = threading.Event(), list[BaseException](), 0
    printed = io.StringIO()

    def talk() -> None:
        nonlocal written
        while not stop.is_set():
            written += sys.stdout.write("x")

    def work() -> None:
        try:
            for _ in range(25):
                cchc_index.score(criteria, cchc_index.read_assessment(ROWS, criteria))["u"].explain("vi")
        except BaseException as error:
            faults.append(error)

    interval = sys.getswitchinterval()
    sys.setswitchinterval(1e-5)
    try:
        with redirect_stdout(printed):
            talker = threading.Thread(target=talk)
            workers = [threading.Thread(target=work) for _ in range(8)]
            for thread in (talker, *workers):
                thread.start()
            for thread in workers:
                thread.join()
            stop.set()
            talker.join()
            assert sys.stdout is printed
    finally:
        sys.setswitchinterval(interval)

    assert faults == []
    assert printed.getvalue() == "x" * written
