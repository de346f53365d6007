"""Results as data frames: exact decimals where the library has them. Floats are to explore, never to decide."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from decimal import Decimal
from typing import TYPE_CHECKING, Any, Literal, get_args

import attrs

from cchc_index.problems.errors import MissingExtraError, UsageError
from cchc_index.problems.problem import Problem
from cchc_index.problems.wanted import want_one_of
from cchc_index.results.plain import Numbers, PlainColumns
from cchc_index.values.exact import places_of, to_decimal, to_integer

if TYPE_CHECKING:
    import numpy.typing as npt

    from cchc_index.results.figures import ScorecardNode

Backend = Literal["pandas", "polars", "pyarrow"]
FrameNumbers = Literal["decimal", "float", "text"]
Layout = Literal["wide", "long"]

_DIGITS = 38  #: of a decimal of 128 bits, the widest that frames share


def result_frame(
    plain: PlainColumns,
    said: Mapping[str, str | None],
    backend: Backend,
    numbers: FrameNumbers,
    layout: Layout = "wide",
    scale: int | None = None,
) -> Any:  # a frame of the library that is asked for
    """The units as a data frame: one row a unit, or one row a unit and node.

    Args:
        plain: The units.
        said: What every row repeats.
        backend: The library of the frame.
        numbers: What points and indices are.
        layout: `wide` or `long`.
        scale: The decimals of all exact decimals; None for those that are printed.

    Raises:
        MissingExtraError: narwhals or that library is not installed.
        UsageError: Numbers, a layout or a backend are asked for that are none, or a code is the name of another column.
    """
    want_one_of("layout", layout, get_args(Layout))
    columns = _wide if layout == "wide" else _long
    return _made(backend, numbers, scale, lambda maker: columns(plain, said, maker))


def explanation_frame(
    nodes: Sequence[ScorecardNode],
    said: Mapping[str, str | None],
    backend: Backend,
    numbers: FrameNumbers,
    places: tuple[int, int],
) -> Any:  # a frame of the library that is asked for
    """The nodes of one unit with their reasons: one row a node, with the points lost.

    Args:
        nodes: The nodes.
        said: What every row repeats.
        backend: The library of the frame.
        numbers: What points and indices are.
        places: The decimals of points, and those of an index.

    Raises:
        MissingExtraError: narwhals or that library is not installed.
        UsageError: Numbers or a backend are asked for that are none.
    """
    return _made(backend, numbers, None, lambda maker: _nodes(nodes, said, maker, *places))


def _made(
    backend: Backend, numbers: FrameNumbers, scale: int | None, columns: Callable[[_Maker], dict[str, Any]]
) -> Any:  # a frame of the library that is asked for
    want_one_of("numbers", numbers, get_args(FrameNumbers))
    want_one_of("backend", backend, get_args(Backend))
    try:
        import narwhals as nw

        return nw.from_dict(columns(_Maker(nw, backend, numbers, scale)), backend=backend).to_native()
    except ImportError as error:
        package = error.name or backend
        raise MissingExtraError("frames", package, beside=package != "narwhals") from error


@attrs.frozen
class Column:
    """A column of a frame that is made value by value.

    Attributes:
        kind: `text`, `decimal` or `rank`, a whole number.
        values: The values; None where there is none.
        places: Of decimals, how many they have at least.
    """

    kind: Literal["text", "decimal", "rank"]
    values: Sequence[Any]
    places: int = 0


def listed_frame(columns: Mapping[str, Column], backend: Backend, numbers: FrameNumbers) -> Any:
    """A data frame of columns of values, exact decimals where the library has them.

    Args:
        columns: The columns by name.
        backend: The library of the frame.
        numbers: What decimals are.

    Raises:
        MissingExtraError: narwhals or that library is not installed.
        UsageError: Numbers or a backend are asked for that are none.
    """

    def made(maker: _Maker) -> dict[str, Any]:
        found: dict[str, Any] = {}
        for name, column in columns.items():
            if column.kind == "decimal":
                most = max((places_of(each) for each in column.values if each is not None), default=0)
                found[name] = maker.decimals(column.values, max(most, column.places))
            else:
                maker_of = maker.texts if column.kind == "text" else maker.ranks
                found[name] = maker_of(list(column.values))
        return found

    return _made(backend, numbers, None, made)


def joined_frames(frames: Sequence[Any]) -> Any:
    """Frames of several results one below the other; what one of them lacks is empty there."""
    import narwhals as nw

    found = nw.concat([nw.from_native(frame) for frame in frames], how="diagonal")
    return nw.maybe_reset_index(found).to_native()


class _Maker:
    """Makes columns of a library."""

    def __init__(self, nw: Any, backend: Backend, numbers: FrameNumbers, scale: int | None) -> None:
        self.nw, self.backend, self.numbers, self.scale = nw, backend, numbers, scale

    def ranks(self, values: list[int | None]) -> Any:
        """A column of whole numbers, some of them missing; pandas has floats for such."""
        if self.backend == "pandas":
            return values
        return self.nw.new_series("", values, self.nw.Int64, backend=self.backend).to_native()

    def texts(self, values: Sequence[Any]) -> Any:
        """A column of texts."""
        return self.nw.new_series("", values, self.nw.String, backend=self.backend).to_native()

    def figures(self, figures: Numbers, places: npt.NDArray[Any] | None = None) -> Iterator[Any]:
        """Each distinct number goes into the library once; all columns are taken from there at once, then cut."""
        places = figures.places if places is None else places
        size = places.shape[1]
        distinct = self._distinct(figures)
        cells = distinct[places.ravel()]
        parts = (cells[start * size : (start + 1) * size] for start in range(len(places)))
        return (self.nw.maybe_reset_index(part).to_native() for part in parts)

    def decimals(self, values: Sequence[Decimal | None], places: int) -> Any:
        """A column of decimals of so many places, each by itself."""
        if self.numbers == "text":
            return self.texts([None if value is None else f"{value:f}" for value in values])
        if self.numbers == "decimal" and self.backend != "pandas":
            return _decimals(list(values), places, self.backend)
        integers = (None if value is None else to_integer(value, places) for value in values)
        near = [None if integer is None else integer / 10**places for integer in integers]
        return self.nw.new_series("", near, self.nw.Float64, backend=self.backend).to_native()

    def _distinct(self, figures: Numbers) -> Any:
        scale, places = 10**figures.made.places, figures.made.places
        if self.numbers == "text":
            return self.nw.new_series("", figures.table.tolist(), self.nw.String, backend=self.backend)
        integers = figures.distinct.tolist()
        if self.numbers == "decimal" and self.backend != "pandas":
            decimals = [None, *(to_decimal(integer, places) for integer in integers)]
            return self.nw.from_native(_decimals(decimals, self.scale or places, self.backend), series_only=True)
        # Python divides whole numbers of any size to the float next to their quotient
        values = [None, *(integer / scale for integer in integers)]
        return self.nw.new_series("", values, self.nw.Float64, backend=self.backend)


def _decimals(values: list[Decimal | None], places: int, backend: str) -> Any:
    if backend == "polars":
        import polars

        return polars.Series("", values, dtype=polars.Decimal(_DIGITS, places))
    import pyarrow

    return pyarrow.chunked_array([pyarrow.array(values, type=pyarrow.decimal128(_DIGITS, places))])


def _wide(plain: PlainColumns, said: Mapping[str, str | None], maker: _Maker) -> dict[str, Any]:
    size = len(plain.rows)
    total, attainable, *nodes = maker.figures(plain.points)
    (index,) = maker.figures(plain.index)
    columns = {name: maker.texts([value] * size) for name, value in said.items()}
    columns |= {name: maker.texts(values) for name, values in plain.names().items()}
    columns |= {"points": total, "max_points": attainable, "index": index}
    for name, values in plain.standing().items():
        made = {"band": maker.texts, "rank": maker.ranks}.get(name)
        columns[name] = values if made is None else made(list(values))
    ranks = plain.component_ranks()
    component = {f"{code}.index": found for code, found in zip(ranks, maker.figures(plain.components), strict=True)}
    component |= {f"{code}.rank": maker.ranks(found) for code, found in ranks.items()}
    for code, found in (*zip(plain.codes, nodes, strict=True), *component.items()):
        if code in columns:  # the later one would stand for both, silently
            raise UsageError(Problem("usage.frame_column", arguments={"code": code}))
        columns[code] = found
    return columns


def _long(plain: PlainColumns, said: Mapping[str, str | None], maker: _Maker) -> dict[str, Any]:
    """One row a unit and node, unit by unit; the points that a unit lost stand beside those that it got."""
    size, nodes = len(plain.rows), plain.assessment.criteria.nodes
    names = {name: [each for each in values for _ in nodes] for name, values in plain.names().items()}
    columns = {name: maker.texts([value] * (size * len(nodes))) for name, value in said.items()}
    columns |= {name: maker.texts(values) for name, values in names.items()}
    columns["code"] = maker.texts(plain.codes * size)
    columns["title"] = maker.texts([node.criterion.title.first for node in nodes] * size)
    for name, figures in plain.node_figures().items():
        (columns[name],) = maker.figures(figures, figures.places.T.reshape(1, -1))
    columns["rank"] = maker.ranks(_across(plain.node_ranks()))
    columns["node_status"] = maker.texts(_across(plain.node_statuses()))
    return columns


def _nodes(
    nodes: Sequence[ScorecardNode], said: Mapping[str, str | None], maker: _Maker, places: int, index_places: int
) -> dict[str, Any]:
    columns = {name: maker.texts([value] * len(nodes)) for name, value in said.items()}
    columns["code"] = maker.texts([node.code for node in nodes])
    columns["title"] = maker.texts([node.title for node in nodes])
    columns["points"] = maker.decimals([node.points for node in nodes], places)
    columns["max_points"] = maker.decimals([node.max_points for node in nodes], places)
    columns["lost"] = maker.decimals([node.lost for node in nodes], places)
    columns["index"] = maker.decimals([node.index for node in nodes], index_places)
    columns["rank"] = maker.ranks([node.rank for node in nodes])
    columns["node_status"] = maker.texts([node.status for node in nodes])
    columns["reason"] = maker.texts([node.reason for node in nodes])
    return columns


def _across(columns: Iterable[Sequence[Any]]) -> list[Any]:
    """Columns of nodes as one, unit by unit."""
    return [value for row in zip(*columns, strict=True) for value in row]


def arrow_stream(to_frame: Callable[[Backend], Any], requested_schema: object) -> object:
    """A frame as a capsule of the Arrow PyCapsule interface, made by pyarrow, or by polars where that is not there.

    Either is large, and who takes the stream has one of them: neither is a part of the extra.

    Args:
        to_frame: Makes the frame in a library, decimals as exact decimals.
        requested_schema: What the consumer asks for; the library that makes the stream decides what comes of it.

    Raises:
        MissingExtraError: Neither is installed, or narwhals is not; the extra is `frames`.
    """
    from importlib.util import find_spec

    backend: Backend = "polars" if find_spec("pyarrow") is None and find_spec("polars") is not None else "pyarrow"
    stream: object = to_frame(backend).__arrow_c_stream__(requested_schema)
    return stream
