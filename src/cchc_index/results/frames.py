"""A result as a data frame. Here alone are points floats, when they are asked for: to explore, never to decide."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Literal, get_args

from cchc_index.problems.errors import MissingExtraError, UsageError
from cchc_index.problems.problem import Problem
from cchc_index.problems.wanted import want_one_of
from cchc_index.results.plain import Numbers, PlainColumns

Backend = Literal["pandas", "polars", "pyarrow"]
FrameNumbers = Literal["text", "float"]


def result_frame(
    plain: PlainColumns, said: Mapping[str, str | None], backend: Backend, numbers: FrameNumbers
) -> Any:  # a frame of the library that is asked for
    """The units as a data frame: what is said of all of them, their figures, and the points of each node.

    Args:
        plain: The units.
        said: What every row repeats.
        backend: The library of the frame.
        numbers: Whether points and index are texts or floats.

    Raises:
        MissingExtraError: narwhals or that library is not installed.
        UsageError: Numbers or a backend are asked for that are none, or a code is the name of another column.
    """
    want_one_of("numbers", numbers, get_args(FrameNumbers))
    want_one_of("backend", backend, get_args(Backend))
    try:
        import narwhals as nw

        kind = nw.String if numbers == "text" else nw.Float64
        size = len(plain.rows)

        def column(values: Sequence[Any], dtype: Any) -> Any:
            return nw.new_series("", values, dtype, backend=backend).to_native()

        def taken(figures: Numbers) -> Iterator[Any]:
            """Each distinct number goes into the library once; all columns are taken from there at once, then cut."""
            values = figures.table.tolist() if numbers == "text" else _floats(figures)
            distinct = nw.new_series("", values, kind, backend=backend)
            cells = distinct[figures.places.ravel()]
            parts = (cells[start * size : (start + 1) * size] for start in range(len(figures.places)))
            return (nw.maybe_reset_index(part).to_native() for part in parts)

        total, attainable, *nodes = taken(plain.points)
        (index,) = taken(plain.index)
        columns = {name: column([value] * size, nw.String) for name, value in said.items()}
        columns |= {name: column(values, nw.String) for name, values in plain.names().items()}
        columns |= {"points": total, "max_points": attainable, "index": index}
        for name, values in plain.standing().items():
            columns[name] = column(values, nw.String) if name == "band" else values
        ranks = plain.component_ranks()
        component = {f"{code}.index": found for code, found in zip(ranks, taken(plain.components), strict=True)}
        component |= {f"{code}.rank": found for code, found in ranks.items()}
        for code, found in (*zip(plain.codes, nodes, strict=True), *component.items()):
            if code in columns:  # the later one would stand for both, silently
                raise UsageError(Problem("usage.frame_column", arguments={"code": code}))
            columns[code] = found
        return nw.from_dict(columns, backend=backend).to_native()
    except ImportError as error:
        raise MissingExtraError("frames", error.name or backend) from error


def _floats(figures: Numbers) -> list[float | None]:
    """None, then the float next to each distinct decimal: Python divides whole numbers of any size so."""
    scale = 10**figures.made.places
    return [None, *(integer / scale for integer in figures.distinct.tolist())]
