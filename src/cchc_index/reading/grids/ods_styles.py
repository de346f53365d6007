"""How the styles of an .ods file show numbers and texts, and what they hide.

Source:
    OASIS Open Document Format 1.3, part 3, chapters 16 (styles) and 16.29 (formats of data).
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Final

import attrs

from cchc_index.reading.grids.number_formats import NumberFormat, conditional

_DEFAULT: Final = "\0"  #: what stands for the name of a default style, which has none; no name in XML can hold it
_NOTHING: Final = re.compile(r"0*(?:\.0*)?\s*[a-z]*")
_DATE_PARTS: Final = frozenset(
    f"number:{each}"
    for each in ("day", "month", "year", "era", "day-of-week", "week-of-year", "quarter", "hours", "minutes", "seconds")
) | {"number:am-pm"}
_DATA_STYLES: Final = frozenset(
    f"number:{each}-style" for each in ("number", "currency", "percentage", "date", "time", "boolean", "text")
)
_SAYING: Final = frozenset({"number:text", "number:currency-symbol", "number:embedded-text", "number:fill-character"})
_MOST_PLACES: Final = 30
_DEEPEST: Final = 20  #: styles that a style may take after, one another


@attrs.define
class _DataStyle:
    """How data are shown: the code of a format's section, and other styles under conditions."""

    kind: str
    code: str = ""
    choices: list[tuple[str, str]] = attrs.field(factory=list)


@attrs.define
class _CellStyle:
    """A cell's style: the one it takes after, how it shows data, and other styles under conditions."""

    parent: str
    data: str
    choices: list[str] = attrs.field(factory=list)


class OdsStyles:
    """Collects styles from their elements, whose names have the usual prefixes.

    Attributes:
        hidden_tables: Styles of tables that are not shown.
        without_size: Styles of rows and columns that have no height or width.
    """

    def __init__(self) -> None:
        """Begin without any."""
        self.hidden_tables: set[str] = set()
        self.without_size: set[tuple[str, str]] = set()
        self._data: dict[str, _DataStyle] = {}
        self._cells: dict[str, _CellStyle] = {}
        self._now: _DataStyle | _CellStyle | None = None
        self._named: tuple[str, str] = ("", "")
        self._said: str | None = None
        self._formats: dict[str, NumberFormat | None] = {}

    def start(self, name: str, said: Mapping[str, str]) -> None:
        """An element begins."""
        now = self._now
        if name in _DATA_STYLES:
            self._now = self._data[said.get("style:name", "")] = _DataStyle(name)
        elif name in ("style:style", "style:default-style"):
            self._named = (said.get("style:family", ""), said.get("style:name", _DEFAULT))
            self._now = None
            if self._named[0] == "table-cell":
                parent = said.get("style:parent-style-name", _DEFAULT if name == "style:style" else "")
                style = _CellStyle(parent, said.get("style:data-style-name", ""))
                self._now = self._cells[self._named[1]] = style
                self._cells.setdefault(said.get("style:display-name", self._named[1]), style)
        elif name == "style:map" and now is not None:
            if isinstance(now, _DataStyle):
                now.choices.append((said.get("style:condition", ""), said.get("style:apply-style-name", "")))
            else:
                now.choices.append(said.get("style:apply-style-name", ""))
        elif name == "style:table-properties" and said.get("table:display") == "false":
            self.hidden_tables.add(self._named[1])
        elif name in ("style:table-row-properties", "style:table-column-properties"):
            size = said.get("style:row-height", said.get("style:column-width", "1"))
            if _NOTHING.fullmatch(size):
                self.without_size.add(self._named)
        elif isinstance(now, _DataStyle):
            self._start_part(now, name, said)

    def _start_part(self, now: _DataStyle, name: str, said: Mapping[str, str]) -> None:
        """A part of how data are shown, as the codes of a spreadsheet's formats say it."""
        if name in _DATE_PARTS:
            now.code += "d"
        elif name == "number:number":
            now.code += _places(said)
        elif name == "number:scientific-number":
            now.code += f"0.{'0' * _count(said, 'number:decimal-places')}E+00"
        elif name == "number:fraction":
            now.code += "# ?/?"
        elif name == "number:text-content":
            now.code += "@"
        elif name == "number:boolean":
            now.code += '"TRUE"'
        elif name in _SAYING:
            self._said = ""

    def data(self, text: str) -> None:
        """Text within an element."""
        if self._said is not None:
            self._said += text

    def end(self, name: str) -> None:
        """An element ends."""
        if self._said is not None and name in _SAYING and isinstance(self._now, _DataStyle):
            said = self._said.replace('"', "")
            self._now.code += f'"{said}"0' if name == "number:embedded-text" and said.strip() else f'"{said}"'
            self._said = None
        elif name in _DATA_STYLES or name in ("style:style", "style:default-style"):
            self._now = None

    def format_of(self, style: str) -> NumberFormat | None:
        """How a style of cells shows what they hold; None for as it is."""
        if style not in self._formats:
            self._formats[style] = self._format(self._data_style(style))
        return self._formats[style]

    def formats_under_conditions(self, style: str) -> list[NumberFormat]:
        """How a style of cells shows what they hold where some condition holds."""
        found = self._cells.get(style)
        formats = [self.format_of(each) for each in found.choices] if found else []
        return [each for each in formats if each is not None]

    def _data_style(self, style: str) -> _DataStyle | None:
        """The data style of a style, or of the nearest that it takes after and that has one."""
        for _ in range(_DEEPEST):
            found = self._cells.get(style)
            if found is None:
                return None
            if found.data:
                return self._data.get(found.data)
            style = found.parent
        return None

    def _format(self, style: _DataStyle | None) -> NumberFormat | None:
        if style is None:
            return None
        sections = [(condition, self._code(self._data.get(name))) for condition, name in style.choices]
        if style.kind == "number:text-style":
            sections.append(("", "General"))
            hides = "@" not in style.code or any(map(str.isdigit, style.code))
            return conditional(sections, hides_text=hides)
        return conditional([*sections, ("", self._code(style))], hides_text=False)

    @staticmethod
    def _code(style: _DataStyle | None) -> str:
        if style is None:
            return "General"
        return "0%" if style.kind == "number:percentage-style" else style.code


def _count(said: Mapping[str, str], key: str) -> int:
    text = said.get(key, "0")
    return min(int(text), _MOST_PLACES) if text.isascii() and text.isdigit() else 0


def _places(said: Mapping[str, str]) -> str:
    """The places of a number; without decimals it shows all that there are."""
    if "number:decimal-places" not in said:
        return "General"
    decimals = _count(said, "number:decimal-places")
    least = min(_count(said, "number:min-decimal-places" if "number:min-decimal-places" in said else ""), decimals)
    whole = "0" * _count(said, "number:min-integer-digits") or "#"
    scaled = "" if said.get("number:display-factor", "1") in ("", "1") else ","
    return f"{whole}{scaled}{'.' if decimals else ''}{'0' * least}{'#' * (decimals - least)}"
