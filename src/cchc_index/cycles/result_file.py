"""A result file read back: figures, bands and warnings as they were written, whole and unchanged, or told."""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from pathlib import Path
from types import ModuleType
from typing import Any, Final

import attrs
import numpy as np
import numpy.typing as npt

from cchc_index.assessment.answers import Answers
from cchc_index.assessment.assessment import Assessment
from cchc_index.assessment.origin import Origin
from cchc_index.bands.contract import Band, Classification
from cchc_index.criteria.criteria_set import CriteriaSet
from cchc_index.cycles.corrections import Correction
from cchc_index.cycles.cycle_result import SCHEMA, CycleResult
from cchc_index.problems.errors import AssessmentError, CriteriaError, UsageError
from cchc_index.problems.problem import Place, Problem
from cchc_index.problems.wanted import want, want_path
from cchc_index.reading.sources import read_text
from cchc_index.registry.registry import Plugin, Registry
from cchc_index.results.components import Components, MeanIndex
from cchc_index.results.outcome import Outcome
from cchc_index.results.result import IndexResult, Said
from cchc_index.results.sums import Sums
from cchc_index.results.warnings import ResultWarning
from cchc_index.values.contexts import own_context
from cchc_index.values.exact import parse_decimal, to_integer
from cchc_index.values.statuses import NAMES
from cchc_index.values.text import Text
from cchc_index.values.units import Register, Unit

MOST_RESULT: Final = 10**9  #: bytes of a result file
_HASH: Final = re.compile("[0-9a-f]{64}")


@own_context
def read_result(path: str | Path, *, registry: Registry | None = None) -> CycleResult:
    """Read a result file back that ``score --format json`` wrote, or `CycleResult.to_dict` gave.

    It has every figure, band and warning, the same digest, and nothing of what was reported: explanations and
    scenarios need the cycle itself.

    Args:
        path: The file.
        registry: The plugins that its sets may name; by default those installed.

    Raises:
        AssessmentError: It is no such file, of another schema, truncated or changed, or one of its sets is.

    Example:
        >>> import json, tempfile, pathlib, cchc_index
        >>> result = cchc_index.open_cycle("lai-chau-2021").score()
        >>> with tempfile.TemporaryDirectory() as folder:
        ...     path = pathlib.Path(folder) / "r.json"
        ...     _ = path.write_text(json.dumps(result.to_dict()), encoding="utf-8")
        ...     read_result(path).digest == result.digest
        True
    """
    written = read_written(path, registry=registry)
    if written.faults:
        raise AssessmentError(written.faults)
    return written.result


@attrs.frozen(eq=False)
class WrittenResult:
    """A result file as it was found: its figures, and whether its digest is theirs.

    Attributes:
        name: The file, as the user named it.
        document: What the file says.
        digest: SHA-256 of the canonical JSON of its results, as they stand in it.
        result: The result that was made of it.
        sha256: SHA-256 of the file itself.
    """

    name: str
    document: dict[str, Any] = attrs.field(repr=False)
    digest: str
    result: CycleResult
    sha256: str = ""

    @property
    def faults(self) -> tuple[Problem, ...]:
        """That it was changed, where its digest is not that of what stands in it."""
        stated = self.document["provenance"]["digest"]
        if self.digest == stated == self.result.digest:
            return ()
        return (Problem("result.changed", Place(self.name)),)


@own_context
def read_written(path: str | Path, *, registry: Registry | None = None) -> WrittenResult:
    """Read a result file whatever its digest says of it.

    Raises:
        AssessmentError: It is no such file, of another schema or truncated, or one of its sets was changed.
    """
    file = want_path("path", path)
    want("registry", registry, Registry, type(None), how="Registry.discover()")
    name = str(path)
    source = read_text(file, name, MOST_RESULT)
    if isinstance(source, list):
        raise AssessmentError(source)
    try:
        document = json.loads(source.text)
    except (ValueError, RecursionError) as error:
        line, column = getattr(error, "lineno", 1), getattr(error, "colno", 1)
        raise AssessmentError(Problem("result.json", Place(name, line, column))) from None
    found = _Reader(name, Registry.discover() if registry is None else registry).read(document)
    return attrs.evolve(found, sha256=source.sha256)


class _Reader:
    def __init__(self, name: str, registry: Registry) -> None:
        self.name = name
        self.registry = registry

    def read(self, document: Any) -> WrittenResult:
        if not isinstance(document, dict) or "schema" not in document:
            raise self._told("result.no_result")
        if document["schema"] != SCHEMA:
            raise self._told("result.schema", found=str(document["schema"])[:60], wanted=SCHEMA)
        try:
            provenance = document["provenance"]
            for unit in (unit for result in document["results"] for unit in result["units"]):
                for node in unit["nodes"].values():
                    node.pop("title", None)  # what --explain adds is outside the digest
                    node.pop("reason", None)
            canonical = json.dumps(document["results"], ensure_ascii=False, sort_keys=True, separators=(",", ":"))
            found_digest = hashlib.sha256(canonical.encode()).hexdigest()
            if not isinstance(provenance["digest"], str):
                raise TypeError("digest")
            if "sets" not in document:
                raise self._told("result.no_sets")
            if document["data"] not in ("real", "synthetic", None) or not isinstance(document["cycle"], str | None):
                raise ValueError(document["data"])
            found = [self._set(key, content) for key, content in document["sets"].items()]
            sets = {each.sha256: each for each in found}
            plugins = tuple(
                Plugin(plugin, each["distribution"], each["version"], _not_loaded)
                for plugin, each in provenance["plugins"].items()
            )
            _check_results(document["results"])
            results = tuple(self._result(each, sets, document["data"]) for each in document["results"])
            made = CycleResult(
                results,
                id=document["cycle"],
                data=document["data"],
                inputs=dict(provenance["inputs"]),
                plugins=plugins,
                version=provenance["cchc_index"],
                log=_head(provenance),
                previous=_previous(provenance),
                evidence=tuple(dict(each) for each in provenance.get("evidence", ())),
                replaces=Correction.from_dict(document["replaces"]) if "replaces" in document else None,
            )
        except (KeyError, TypeError, AttributeError, IndexError, ValueError, OverflowError) as error:
            if isinstance(error, UsageError):
                raise
            raise self._told("result.shape", found=str(error)[:80] or type(error).__name__) from None
        return WrittenResult(self.name, document, found_digest, made)

    def _told(self, key: str, /, **arguments: str) -> AssessmentError:
        return AssessmentError(Problem(key, Place(self.name), arguments=arguments))

    def _set(self, key: str, content: Any) -> CriteriaSet:
        if not isinstance(content, dict):
            raise TypeError(key)
        try:
            return CriteriaSet.from_dict(content, registry=self.registry)
        except CriteriaError as error:
            place, path = Place(self.name), f"sets.{key}."
            told = [attrs.evolve(each, place=place, path=path + each.path) for each in error.problems]
            raise AssessmentError(told) from None

    def _result(self, plain: Mapping[str, Any], sets: Mapping[str, CriteriaSet], data: Any) -> IndexResult:
        head = plain["criteria"]
        criteria = sets.get(head["sha256"])
        if criteria is None or dict(criteria.plain()) != head:
            raise self._told("result.other_set", set=f"{head['id']}-{head['edition']}")
        if not isinstance(plain["stage"], str):
            raise ValueError(plain["stage"])
        units = plain["units"]
        register = Register(tuple(map(_unit, units)))
        origin = None if data is None else Origin(data)
        assessment = Assessment(criteria, register, plain["stage"], _NoAnswers(), origin=origin)
        sums = _sums(criteria, units)
        index = _Integers(criteria.rounding.index).of(units, "index")
        known = np.array([unit["index"] is not None for unit in units], dtype=np.bool_)
        rank = np.array([unit["rank"] or 0 for unit in units], dtype=np.int64)
        components = Components(assessment, sums)
        for node in criteria.top:
            nodes = [unit["nodes"][node.criterion.code] for unit in units]
            components.ranks[node.position] = np.array([each["rank"] or 0 for each in nodes], dtype=np.int64)
        carried = (
            np.array([unit["carried"] for unit in units], dtype=np.int64)
            if any("carried" in unit for unit in units)
            else None
        )
        outcome = Outcome(sums, index, known, rank, _bands(criteria, units), components, carried)
        said = Said(tuple(map(_warning, plain["warnings"])), tuple(map(_mean, plain["means"])))
        return IndexResult(assessment, outcome, said=said)


def _check_results(results: Sequence[Mapping[str, Any]]) -> None:
    """Hold results to what any result is: of different sets or stages, with different units that have names.

    Raises:
        ValueError: They are not; it names what is wrong.
    """
    heads = [
        (each["criteria"]["id"], each["criteria"]["edition"], each["stage"], each["criteria"]["sha256"])
        for each in results
    ]
    if not heads or len(set(heads)) < len(heads):
        raise ValueError("results")
    for result in results:
        units = result["units"]
        names = {unit["unit"] for unit in units}
        if len(names) < len(units):
            raise ValueError("unit")
        for unit in units:
            texts = [unit[key] for key in ("unit", "name", "group")]
            right = all(isinstance(text, str) for text in texts) and bool(unit["unit"])
            if not right or not isinstance(unit["complete"], bool) or not isinstance(unit["rank"], int | None):
                raise ValueError(f"unit {unit['unit']}")


class _NoAnswers(Mapping[str, Answers]):
    """What a result file holds of the answers."""

    def __getitem__(self, code: str) -> Answers:
        raise UsageError(Problem("usage.read_back"))

    def __iter__(self) -> Iterator[str]:
        raise UsageError(Problem("usage.read_back"))

    def __len__(self) -> int:
        return 0


def _unit(plain: Mapping[str, Any]) -> Unit:
    """The unit; of an incomplete one, which has neither rank nor index, nobody can say that it is not ranked."""
    ranked = plain["rank"] is not None or plain["index"] is None
    return Unit(plain["unit"], plain["name"], plain["group"], ranked=ranked)


def _not_loaded() -> ModuleType:
    raise UsageError(Problem("usage.read_back"))


def _head(provenance: Mapping[str, Any]) -> str | None:
    """The head of the cycle's log, where it had one."""
    head = provenance.get("log")
    if head is not None and (not isinstance(head, str) or not _HASH.fullmatch(head)):
        raise ValueError(head)
    return head


def _previous(provenance: Mapping[str, Any]) -> dict[str, str]:
    """The file and the digest of the result of the year before, where criteria compare with it."""
    previous = provenance.get("previous", {})
    if previous and not (isinstance(previous["path"], str) and _HASH.fullmatch(previous["digest"])):
        raise ValueError("previous")
    return dict(previous)


class _Integers(dict[str | None, int]):
    """The integers in units of the last decimal that texts stand for, each distinct text read once; 0 for none.

    A file has a million numbers and few thousand different ones: to look each up is ten times faster than to read it.
    """

    def __init__(self, places: int) -> None:
        super().__init__({None: 0})
        self.places = places

    def __missing__(self, text: str | None) -> int:
        number = parse_decimal(text) if isinstance(text, str) else None
        if number is None:
            raise ValueError(text)
        integer = self[text] = to_integer(number, self.places)
        return integer

    def of(self, plains: Sequence[Mapping[str, Any]], key: str) -> npt.NDArray[np.int64]:
        """The column of this key."""
        return np.array([self[plain[key]] for plain in plains], dtype=np.int64)


def _sums(criteria: CriteriaSet, units: Sequence[Mapping[str, Any]]) -> Sums:
    numbers = _Integers(criteria.rounding.points)
    points, maxima, statuses = [], [], []
    known = {name: status for status, name in enumerate(NAMES)}
    for node in criteria.nodes:
        nodes = [unit["nodes"][node.criterion.code] for unit in units]
        points.append(numbers.of(nodes, "points"))
        maxima.append(numbers.of(nodes, "max_points"))
        statuses.append(np.array([known[each["status"]] for each in nodes], dtype=np.int8))
    complete = np.array([unit["complete"] for unit in units], dtype=np.bool_)
    total, most = (numbers.of(units, key) for key in ("points", "max_points"))
    return Sums(tuple(points), tuple(maxima), tuple(statuses), total, most, complete)


def _bands(criteria: CriteriaSet, units: Sequence[Mapping[str, Any]]) -> Classification:
    """The bands of the set, in all their languages, by their labels; others as they were printed."""
    bands: list[Band] = []
    places: dict[str, dict[str, int]] = {}
    named = criteria.classify
    for group in dict.fromkeys(unit["group"] for unit in units):
        own = named.classifier.bands_of(group) if named is not None else ()
        labels = {unit["band"] for unit in units if unit["group"] == group and unit["band"] is not None}
        known = {band.label.first for band in own}
        found = [*own, *(Band(Text.plain(label)) for label in sorted(labels - known))]
        places[group] = {band.label.first: len(bands) + at for at, band in enumerate(found)}
        bands += found
    band_of = [-1 if unit["band"] is None else places[unit["group"]][unit["band"]] for unit in units]
    own_places = {group: tuple(each.values()) for group, each in places.items()}
    return Classification(tuple(bands), np.array(band_of, dtype=np.int64), places=own_places)


def _warning(plain: Mapping[str, str]) -> ResultWarning:
    rest = {key: value for key, value in plain.items() if key not in ("kind", "unit", "code")}
    return ResultWarning(plain["kind"], plain["unit"], plain.get("code", ""), rest)


def _mean(plain: Mapping[str, Any]) -> MeanIndex:
    def number(text: str | None) -> Decimal | None:
        return None if text is None else parse_decimal(text)

    nodes = {code: number(each) for code, each in plain["nodes"].items()}
    return MeanIndex(plain["group"], number(plain["index"]), nodes)
