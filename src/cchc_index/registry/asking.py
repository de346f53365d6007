"""Asking plugins: each call is guarded, and what comes back is held to its kind."""

from __future__ import annotations

import itertools
import types
from collections.abc import Callable, Iterable
from typing import Any, Final, TypeVar

import attrs
import numpy as np

from cchc_index.problems.errors import PluginError
from cchc_index.problems.problem import Advice, Problem
from cchc_index.registry.advising import advice_on
from cchc_index.registry.guarding import cut, guarded, plugin_error, written
from cchc_index.registry.locating import defined_at
from cchc_index.rules.contract import Points, is_made_of_float
from cchc_index.values.exact import Integers, Ratios

Answer = TypeVar("Answer")
_MOST: Final = 10_000  #: answers of one call; whoever gives more gives them without end


@attrs.frozen
class Guard:
    """Asks a plugin's object, and holds its answers to their kinds.

    Attributes:
        asked: The object, as its author wrote it.
        name: Its name in criteria files.
        distribution: The distribution that answers for it.
        code: The criterion; "" where none is known.
    """

    asked: object
    name: str
    distribution: str
    code: str = ""

    def ask(self, call: str, wanted: str, answer: Callable[[], object], fits: Callable[[Any], bool]) -> Any:
        """The answer to a call, if it is of the kind that is wanted.

        Raises:
            PluginError: It raised something, or answered something else.
        """
        exact = call in ("score", "of_rates", "combine", "can_give")
        with guarded(self.name, self.distribution, self.code, exact=exact, asked=self.asked, call=call):
            found = answer()
            is_right = fits(found)
            said = "" if is_right else f"{type(found).__name__} {written(found)}"
        if not is_right:
            place = defined_at(self.asked, call)
            advice = advice_on(call, found, placed=place is not None)
            raise self.error("plugin.answer", call, call=call, found=cut(said), wanted=wanted, advice=advice)
        return found

    def ask_all(self, call: str, kind: type[Answer], answer: Callable[[], Iterable[object]], fits: Any) -> list[Answer]:
        """What a call gives one after another, however it gives it."""

        def collected() -> list[object]:
            found = answer()
            if isinstance(found, str | bytes) or not isinstance(found, Iterable):
                raise TypeError(f"{call} gave {type(found).__name__}; it gives {kind.__name__}s")
            return list(itertools.islice(found, _MOST + 1))

        wanted = f"{kind.__name__}, ..."
        found: list[Answer] = self.ask(
            call, wanted, collected, lambda each: len(each) <= _MOST and all(map(fits, each))
        )
        return found

    def points(self, call: str, given: object, size: int) -> Points:
        """Points, if they are so many ratios of whole numbers, with their bounds read anew.

        Raises:
            PluginError: They are something else.
        """
        if not isinstance(given, Points) or not is_a(given.ratios, Ratios):
            raise self.no_points(call, type(given).__name__)
        ratios, out = given.ratios, given.not_applicable
        below = ratios.denominators
        for numbers in (ratios.numerators, *([] if isinstance(below, int) else [below])):
            if not is_a(numbers, Integers) or not _are_whole(numbers.values):
                raise self.no_points(call, f"Ratios of {type(numbers).__name__}")
            if len(numbers) != size:
                raise self.error("plugin.length", call, found=str(len(numbers)), wanted=str(size))
        if isinstance(below, int) and is_made_of_float(below):
            raise self.no_points(call, f"Ratios over {below}, made of a float")
        if below < 1 if isinstance(below, int) else bool((below.values < 1).any()):
            raise self.no_points(call, "Ratios over 0")
        if out is not None and not is_mask(out, size):
            raise self.no_points(call, f"not_applicable = {cut(written(out))}")
        return Points(
            Ratios(
                Integers.of(ratios.numerators.values), below if isinstance(below, int) else Integers.of(below.values)
            ),
            out,
        )

    def no_points(self, call: str, found: str) -> PluginError:
        """The error of a call that gave no exact points."""
        return self.error("plugin.no_points", call, found=found, advice=Advice("points", {"call": call}))

    def error(self, key: str, call: str, /, **arguments: str | Advice) -> PluginError:
        """An error of the plugin, at what its author wrote."""
        place = defined_at(self.asked, call)
        return plugin_error(key, self.name, self.distribution, self.code, place=place, **arguments)


def is_a(value: object, kind: type | types.UnionType) -> bool:
    """Whether a plugin's value is of a kind, whatever its annotation promises."""
    return isinstance(value, kind)


def can_be_told(found: Any) -> bool:
    """Whether a problem is one, and can be put into words."""
    return is_a(found, Problem) and is_a(found.path, str) and bool(found.text("vi") and found.text("en"))


def is_mask(found: Any, size: int) -> bool:
    """Whether an answer says yes or no of each of so many units."""
    return is_a(found, np.ndarray) and found.dtype == np.bool_ and found.shape == (size,)


def is_line(found: Any) -> bool:
    """Whether a sentence is one, and says something."""
    return is_a(found, str) and bool(found.strip())


def _are_whole(values: object) -> bool:
    """Whether a column holds whole numbers."""
    if not isinstance(values, np.ndarray) or values.ndim != 1:
        return False
    return values.dtype == np.int64 or (values.dtype == object and all(type(each) is int for each in values.tolist()))
