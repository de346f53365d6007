"""What scoring a cycle gives: its results, with all that says where they come from."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator, Mapping
from typing import Any, Literal

import attrs

from cchc_index.cycles.corrections import Correction
from cchc_index.cycles.evidence import CountedEvidence
from cchc_index.cycles.history import Histories
from cchc_index.cycles.plotting import CyclePlots
from cchc_index.problems.errors import UnknownNameError
from cchc_index.problems.problem import Language, Problem
from cchc_index.problems.wanted import want
from cchc_index.registry.registry import Plugin
from cchc_index.results.comparing import Comparison
from cchc_index.results.frames import arrow_stream, joined_frames, result_frame
from cchc_index.results.json_text import CANONICAL, Stream, json_pieces, stream_of
from cchc_index.results.result import IndexResult, Scorecard
from cchc_index.values.contexts import own_context
from cchc_index.values.text import Text
from cchc_index.values.units import near_names

SCHEMA = "cchc-index/result/1"


@attrs.frozen(eq=False, repr=False)
class CycleResult:
    """The results of a cycle at one stage, or of several.

    Attributes:
        results: One result for each set, and stage if several were asked for.
        id: The cycle's identifier; None for a table scored without a cycle.
        title: The cycle's title.
        data: `real` or `synthetic`; None for a table scored without a cycle.
        source: Where the values come from.
        inputs: SHA-256 of every input file.
        plugins: The plugins the sets name, with distribution and version.
        version: The library's version that scored; None for this one.
        replaces: The published result that this one replaces, why, and what is different; None for no correction.
        log: The head of the cycle's log when it was scored; None where it had none. No part of the digest.
        evidence: For each entry of evidence its builder, its files with their rows, and what was left out of them.
        histories: What scores the stages up to the one that was asked for; None for what is no cycle.
        counted: The figures that were counted, entry by entry; () of a result that was read from a file.
        previous: `path` and `digest` of last year's result, where the cycle names one; {} otherwise.
    """

    results: tuple[IndexResult, ...]
    id: str | None = None
    title: Text | None = None
    data: str | None = None
    source: Text | None = None
    inputs: dict[str, str] = attrs.field(factory=dict)
    plugins: tuple[Plugin, ...] = ()
    version: str | None = None
    replaces: Correction | None = None
    log: str | None = None
    previous: dict[str, str] = attrs.field(factory=dict)
    evidence: tuple[Mapping[str, Any], ...] = ()
    histories: Callable[[], Histories] | None = None
    counted: tuple[CountedEvidence, ...] = ()

    def __repr__(self) -> str:
        """The cycle's identifier, how many units there are, and each result in short."""
        return f"CycleResult(id={self.id!r}, data={self.data!r}, units={len(self)}, results={self.results!r})"

    def _repr_html_(self) -> str:
        """Each result's units in a table, for notebooks."""
        return "".join(result._repr_html_() for result in self.results)  # the name that notebooks ask for

    @property
    def plot(self) -> CyclePlots:
        """The picture of several stages, ``open_cycle(path).score("all").plot.stages()``."""
        return CyclePlots(self.results)

    def compare(self, other: CycleResult) -> Comparison:
        """This cycle's results beside another's, each unit at the last stage there is: figures alone.

        Where years have other units or other rules, `cchc_index.compare_years` says what each change came from.

        Raises:
            TypeError: The other is no result of a cycle.
        """
        want("other", other, CycleResult, how="open_cycle(path).score()")
        return Comparison.of(*([each[unit] for unit in each.units] for each in (self, other)))

    @property
    def units(self) -> tuple[str, ...]:
        """The units' identifiers, each once, in the order of the results."""
        return tuple(dict.fromkeys(card.unit.id for card in self))

    def __iter__(self) -> Iterator[Scorecard]:
        """All scorecards, result by result."""
        return (card for result in self.results for card in result)

    def __len__(self) -> int:
        """How many units there are, each counted once however many results it has."""
        return len({unit for result in self.results for unit in result.register.rows})

    def __contains__(self, unit: object) -> bool:
        """Whether a result has a unit of that identifier."""
        return any(unit in result for result in self.results)

    def __getitem__(self, unit: str) -> Scorecard:
        """The scorecard of a unit at the last stage there is.

        Raises:
            UnknownNameError: No result has that unit.
        """
        for result in reversed(self.results):
            if unit in result.register.rows:
                return result[unit]
        known = tuple(name for result in self.results for name in result.register.rows)
        hint = ", ".join(near_names(unit, known))
        raise UnknownNameError(Problem("name.unit", arguments={"name": unit, "hint": hint}))

    @own_context
    def to_frame(
        self,
        backend: Literal["pandas", "polars", "pyarrow"] = "pandas",
        *,
        numbers: Literal["decimal", "float", "text"] = "decimal",
        layout: Literal["wide", "long"] = "wide",
    ) -> Any:
        """The units of all results as one data frame, with the stage of each row; see `IndexResult.to_frame`.

        Raises:
            MissingExtraError: narwhals or the library is not installed; the extra is `frames`.
            ValueError: A word is none of those known, or a node's code is the name of another column.

        Example:
            >>> import cchc_index
            >>> len(cchc_index.open_cycle("cao-bang-2021").score().to_frame("polars"))
            30
        """
        roundings = {(each.criteria.rounding.points, each.criteria.rounding.index) for each in self.results}
        scale = max(map(max, roundings)) if len(roundings) > 1 else None  # one column takes decimals of one length
        return joined_frames(
            [result_frame(each.plain(), each.repeated, backend, numbers, layout, scale) for each in self.results]
        )

    def __arrow_c_stream__(self, requested_schema: object = None) -> object:
        """The rows of `to_frame` for any library that takes the Arrow PyCapsule interface.

        Raises:
            MissingExtraError: Neither pyarrow nor polars is installed, or narwhals is not; the extra is `frames`.

        Example:
            >>> import cchc_index, polars
            >>> polars.DataFrame(cchc_index.open_cycle("cao-bang-2021").score()).shape[0]
            30
        """
        return arrow_stream(self.to_frame, requested_schema)

    @property
    def digest(self) -> str:
        """SHA-256 of the canonical JSON of `results`: keys sorted, no spaces, UTF-8."""
        hashed = hashlib.sha256()
        for piece in json_pieces(self._stream(), CANONICAL):
            hashed.update(piece.encode())
        return hashed.hexdigest()

    def _stream(self) -> Stream:
        return stream_of(result.streamed() for result in self.results)

    def _document(self, results: object) -> dict[str, Any]:
        from importlib.metadata import version

        return {
            "schema": SCHEMA,
            "cycle": self.id,
            "data": self.data,
            "results": results,
            **({} if self.replaces is None else {"replaces": self.replaces.to_dict()}),
            "sets": self._sets(),
            "provenance": {
                "digest": self.digest,
                "cchc_index": self.version or version("cchc-index"),
                "plugins": {
                    plugin.name: {"distribution": plugin.distribution, "version": plugin.version}
                    for plugin in self.plugins
                },
                "inputs": dict(self.inputs),
                **({"previous": dict(self.previous)} if self.previous else {}),
                **({"evidence": [dict(each) for each in self.evidence]} if self.evidence else {}),
                **({"log": self.log} if self.log else {}),
            },
        }

    def _sets(self) -> dict[str, Any]:
        """The content of each set by its name; of a scenario, which has the name of its base, with its fingerprint."""
        found: dict[str, Any] = {}
        names: dict[str, str] = {}
        for criteria in dict.fromkeys(result.criteria for result in self.results):
            first = names.setdefault(criteria.name, criteria.sha256)
            key = criteria.name if first == criteria.sha256 else f"{criteria.name} {criteria.sha256[:12]}"
            found[key] = criteria.to_dict()
        return found

    @own_context
    def to_dict(self) -> dict[str, Any]:
        """The whole of ``score --format json``; numbers as text, the same in every language."""
        return self._document([result.to_dict() for result in self.results])

    def streamed(self, language: Language | None = None) -> dict[str, Any]:
        """The same for `json_pieces`: units become text while they are written.

        With a language every node also has its title and its reason in it, which the digest does not hold.
        """
        return self._document(stream_of(result.streamed(language) for result in self.results))
