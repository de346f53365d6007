"""Text files of cells between delimiters (CSV, TSV) into a grid, in blocks of rows."""

from __future__ import annotations

import csv
import io
import itertools
import re
from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

import numpy as np

from cchc_index.problems.problem import Place, Problem
from cchc_index.reading.declared import InputFormat
from cchc_index.reading.grids.cells import EMPTY, MOST_CELLS, MOST_PROBLEMS, Grid, Lexicon, Texts

if TYPE_CHECKING:
    from cchc_index.values.exact import IntArray

_DELIMITERS: Final = (";", ",", "\t")
_SEPARATOR: Final = re.compile(rb"sep=(.)\r?\n", re.IGNORECASE)  #: a first line by which Excel knows the delimiter
_BOM: Final = b"\xef\xbb\xbf"
_BLOCK: Final = 1 << 16  #: cells that are texts at one time
_LINE_END: Final = re.compile(r"\r\n|\r|\n")

Record = tuple[str, ...]
Ragged = list[tuple[int, tuple[int, ...]]]


def read(data: bytes, name: str, declared: InputFormat, texts: Texts, sha256: str, delimiter: str) -> Grid:
    """The grid of a text file; what is wrong with it as a whole stands in `problems`.

    Args:
        data: The file's bytes, which are UTF-8.
        name: The file as the user named it.
        declared: How it is to be read.
        texts: The list that its texts go to.
        sha256: SHA-256 of the bytes.
        delimiter: What stands between its cells.
    """
    data = data.removeprefix(_BOM).rstrip(b"\r\n")
    if data.count(delimiter.encode()) + max(data.count(b"\n"), data.count(b"\r")) >= MOST_CELLS:
        return Grid.unreadable(name, declared, [_many(name)])
    named = _SEPARATOR.match(data)
    if named is not None and named[1] != delimiter.encode():
        other = delimiter_problem(name, delimiter, named[1].decode("latin-1"))
        return Grid.unreadable(name, declared, [other], sha256)
    reader = _Records(data[named.end() :] if named else data, delimiter, Lexicon(declared, texts), bool(named))
    reader.read()
    problems = []
    if reader.fault:
        problems.append(Problem("table.broken", Place(name, reader.line), arguments={"fault": reader.fault}))
    if not reader.width:
        problems.append(Problem("table.empty", Place(name)))
    elif reader.too_wide:
        problems = [_many(name)]
    elif other_mark := next((mark for mark in _DELIMITERS if mark in reader.only_header), ""):
        problems.append(delimiter_problem(name, delimiter, other_mark))
    else:
        return Grid(
            name,
            reader.lexicon,
            np.asfortranarray(np.concatenate(reader.blocks)),
            np.concatenate(reader.lines),
            ragged=reader.ragged,
            blank=[line for line in reader.blank if line < reader.last],
            problems=tuple(problems),
            sha256=sha256,
            whole=not reader.fault,
        )
    return Grid.unreadable(name, declared, problems, sha256)


def _many(name: str) -> Problem:
    return Problem("table.many_cells", Place(name), arguments={"most": f"{MOST_CELLS:,}"})


def delimiter_problem(name: str, declared: str, other: str) -> Problem:
    """The table seems to be written with another delimiter than the declared one."""
    said = {"declared": declared.replace("\t", "\\t"), "other": other.replace("\t", "\\t")}
    return Problem("table.delimiter", Place(name, 1), arguments=said)


class _Records:
    """Reads the records of a file block by block into words; rows of another width than the first are set aside."""

    def __init__(self, data: bytes, delimiter: str, lexicon: Lexicon, below: bool) -> None:
        self.lexicon = lexicon
        self.records = csv.reader(
            io.TextIOWrapper(io.BytesIO(data), encoding="utf-8", newline=""), delimiter=delimiter, strict=True
        )
        self.delimiter = delimiter
        self.above = int(below)
        self.line = 1 + self.above
        self.width = 0
        self.short = 0
        self.rows = 0
        self.blocks: list[IntArray] = []
        self.lines: list[IntArray] = []
        self.ragged: Ragged = []
        self.blank: list[int] = []
        self.last = 0
        self.fault = ""
        self.too_wide = False
        self.only_header = ""

    def read(self) -> None:
        """Read all records, or as far as makes sense."""
        size = 1
        while block := self._take(size):
            lines = self._advance(block)
            if not self.blocks:
                block, lines = self._begin(block, lines)
                size = max(1, _BLOCK // max(self.width, 1))
            if block:
                self._read_block(block, lines)
            blank = len(self.blank) if self.blank and self.blank[-1] < self.last else 0
            if len(self.ragged) + blank > MOST_PROBLEMS or self.too_wide or self.fault:
                return

    def _take(self, size: int) -> list[Record]:
        """So many further records; fewer at the end, or before a fault."""
        block: list[Record] = []
        try:
            # as tuples: what is collected of them is not looked through again and again, and of empty ones there is one
            block.extend(itertools.islice(map(tuple, self.records), size))
        except csv.Error as error:
            self.fault = str(error)
        return block

    def _begin(self, block: list[Record], lines: IntArray) -> tuple[list[Record], IntArray]:
        """Take the first row that says something, which all others are as wide as; what follows it is given back."""
        for number, record in enumerate(block):
            words = [self.lexicon[cell] for cell in record]
            while words and words[-1] == EMPTY:
                words.pop()
            if not words:
                self._wait(lines[number : number + 1])
                continue
            self.last = int(lines[number])
            self.short, self.width = len(words), len(record)
            self.rows = 1
            self.only_header = self.lexicon.text(words[0]) if self.width == 1 else ""
            self.blocks.append(np.array([words + [EMPTY] * (self.width - self.short)], dtype=np.int64))
            self.lines.append(lines[number : number + 1])
            return block[number + 1 :], lines[number + 1 :]
        return [], lines[:0]

    def _read_block(self, block: list[Record], lines: IntArray) -> None:
        widths = set(map(len, block))
        if widths == {0}:  # a file may end in millions of lines without any cell
            self._wait(lines)
            return
        if widths != {self.width}:
            block, lines = self._without_empty(block, lines)
            block, lines = self._set_aside(block, lines)
            if not block:
                return
        self.rows += len(block)
        if self.rows * self.width > MOST_CELLS:
            self.too_wide = True
            return
        cells = itertools.chain.from_iterable(block)
        words = np.fromiter(map(self.lexicon.__getitem__, cells), np.int64, len(block) * self.width)
        words = words.reshape(len(block), self.width)
        filled = np.asarray((words != EMPTY).any(axis=1))
        if not filled.all():
            self._wait(lines[~filled])
            words, lines = words[filled], lines[filled]
        self.last = max(self.last, int(lines[-1]) if len(lines) else 0)
        self.blocks.append(words)
        self.lines.append(lines)

    def _advance(self, block: Sequence[Sequence[str]]) -> IntArray:
        """The line each record begins in; a record whose cells hold line breaks takes more than one."""
        first, self.line = self.line, self.records.line_num + 1 + self.above
        if self.line - first == len(block):
            return np.arange(first, self.line, dtype=np.int64)
        taken = [1 + sum(len(_LINE_END.findall(cell)) for cell in record) for record in block]
        if self.fault:  # the lines of the broken record have been read as well
            self.line = first + sum(taken)
        return first + np.concatenate([[0], np.cumsum(taken[:-1], dtype=np.int64)]).astype(np.int64)

    def _without_empty(self, block: list[Record], lines: IntArray) -> tuple[list[Record], IntArray]:
        """The records that have cells at all."""
        has_cells = np.fromiter(map(bool, block), np.bool_, len(block))
        if has_cells.all():
            return block, lines
        self._wait(lines[~has_cells])
        return [record for record in block if record], lines[has_cells]

    def _set_aside(self, block: list[Record], lines: IntArray) -> tuple[list[Record], IntArray]:
        """The rows as wide as the first; others are kept as they are, with their lines.

        A row may lack cells, or have more, where the first row has no header either.
        """
        kept: list[Record] = []
        at: list[int] = []
        for record, line in zip(block, lines.tolist(), strict=True):
            if self.short <= len(record) and not any(map(str.strip, record[self.width :])) and self.short < self.width:
                kept.append((*record, *[""] * self.width)[: self.width])
                at.append(line)
                continue
            if len(record) == self.width:
                kept.append(record)
                at.append(line)
                continue
            words = tuple(self.lexicon[cell] for cell in record)
            if all(word == EMPTY for word in words):
                self._wait(np.array([line]))
                continue
            self.last = line
            self.ragged.append((line, words))
            if len(self.ragged) > MOST_PROBLEMS:
                break
        return kept, np.array(at, dtype=np.int64)

    def _wait(self, lines: IntArray) -> None:
        """Note rows without anything in them, which only matter if something follows; more than enough are let go."""
        room = MOST_PROBLEMS + 1 - len(self.blank)
        if room > 0:
            self.blank += lines[:room].tolist()
