"""The contract of a builder of evidence, run."""

from __future__ import annotations

import inspect
import re
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, Final

import attrs

from cchc_index.builders.contract import Evidence, EvidenceBuilder, Measure, NamedBuilder, RawFile, RawRow
from cchc_index.evidence.building import answer_of, files_named, files_read
from cchc_index.evidence.raw import TableFile
from cchc_index.problems.errors import PluginError
from cchc_index.problems.problem import Problem
from cchc_index.testing.trying import BrokenContractError, asking, broken, class_fault, cure_at, misspelt
from cchc_index.values.contexts import own_context

PLAIN_NAME: Final = re.compile(r"[a-z][a-z0-9_]*")
_NOBODY: Final = "no-such-unit"


@own_context
def check_builder(
    builder: EvidenceBuilder, files: Sequence[RawFile | str | Path], units: Sequence[str] | None = None
) -> Evidence:
    r"""Hold a builder of evidence against its contract, with sound files of its records.

    Checked: documented, with an example; measures with plain names and titles in both languages; exact figures for
    all of them; each file named with the SHA-256 of its bytes; the same twice, and whatever the order of the rows, of
    the files and of the register's units; and no unit that the register does not know.

    Rows of text files are put into another order in a copy of the file; those of workbooks as they are read.

    Args:
        builder: The builder with its parameters.
        files: Sound files, or their paths; at best several, with several units each.
        units: The units that the register knows; by default those that the files name.

    Returns:
        What it makes of the files.

    Raises:
        BrokenContractError: The builder does not keep its contract; the message says in what.

    Example:
        >>> import tempfile
        >>> from cchc_index.evidence.initiatives.register import Initiatives
        >>> with tempfile.TemporaryDirectory() as folder:
        ...     path = Path(folder) / "initiatives.csv"
        ...     _ = path.write_text("id,unit,status\nS1,a,awarded\nS2,b,eligible\n", encoding="utf-8")
        ...     found = check_builder(Initiatives(), [path])
        >>> found.of("b")["eligible"]
        1
    """
    hold_measures(builder)
    sound: list[RawFile] = [TableFile.of(each) if isinstance(each, str | Path) else each for each in files]
    if not sound:
        raise broken(builder, "there is no file to try it with")
    found = _built(builder, sound, units, "the files as they are")
    _check_files(builder, found, sound)
    known = tuple(units) if units is not None else found.units
    with tempfile.TemporaryDirectory() as folder:
        turned = [_turned(each, Path(folder) / str(number)) for number, each in enumerate(sound)]
        ways = {
            "the same files again": (sound, units),
            "the files in another order": (sound[::-1], units),
            "the rows in another order": (turned, units),
            "the units of the register in another order": (sound, known[::-1]),
        }
        for words, (others, register) in ways.items():
            again = _built(builder, others, register, words)
            if (differs := _difference(found, again)) is not None:
                raise broken(builder, f"its answer depends on more than the records: {differs}", tried=words)
    _check_strangers(builder, sound)
    return found


def hold_measures(builder: EvidenceBuilder) -> tuple[Measure, ...]:
    """Hold what a builder says of itself against the contract: its class, its documentation, its measures.

    Raises:
        BrokenContractError: It does not keep it.

    Example:
        >>> from cchc_index.evidence.documents import Documents
        >>> len(hold_measures(Documents()))
        8
    """
    if (fault := class_fault(builder, EvidenceBuilder) or misspelt(builder, EvidenceBuilder)) is not None:
        raise fault
    if ">>>" not in (inspect.getdoc(type(builder)) or ""):
        raise broken(builder, "its docstring has no example", cure_at(builder, "", "exemplified"))
    with asking(lambda words: broken(builder, words), "measures", asked=builder):
        measures: Any = builder.measures  # whatever its annotation promises
        names = [each.name for each in measures if isinstance(each, Measure)]
        if not isinstance(measures, tuple) or not measures or len(set(names)) != len(measures):
            raise broken(builder, "measures is no tuple of measures, each with a name of its own")
    found: tuple[Measure, ...] = measures
    for each in found:
        if not PLAIN_NAME.fullmatch(each.name):
            raise broken(builder, f"the measure '{each.name}' has no plain name: a-z, digits and _")
        said = dict(each.title.texts)
        if not said.get("vi") or not said.get("en"):
            raise broken(builder, f"the title of the measure '{each.name}' is not in both languages, vi and en")
    purpose = dict(builder.purpose.texts)
    if not purpose.get("vi") or not purpose.get("en"):
        raise broken(builder, "its purpose is not in both languages, vi and en")
    return found


def _built(builder: EvidenceBuilder, files: Sequence[RawFile], units: Sequence[str] | None, words: str) -> Evidence:
    """The evidence of sound files.

    Raises:
        BrokenContractError: It refuses them, or answers something else.
    """
    try:
        found = answer_of(NamedBuilder(type(builder).__name__, builder, "kit"), files, units)
    except PluginError as error:
        raise BrokenContractError(f"{error}\n  {words}") from error
    if isinstance(found, list):
        told = "; ".join(each.text() for each in found[:3])
        raise broken(builder, f"it refuses the files that it is tried with: {told}", tried=words)
    return found


def _check_files(builder: EvidenceBuilder, found: Evidence, files: Sequence[RawFile]) -> None:
    """Each file is named once, with the digest of its bytes."""
    wanted, named = files_read(files), files_named(found)
    if named != wanted:
        raise broken(builder, f"it names the files {named}, where {wanted} were counted")


def _check_strangers(builder: EvidenceBuilder, files: Sequence[RawFile]) -> None:
    """With a register that knows none of the units, no figure is given, or the files are refused in words."""
    name = type(builder).__name__
    try:
        found = answer_of(NamedBuilder(name, builder, "kit"), files, (_NOBODY,))
    except PluginError as error:
        raise BrokenContractError(f"{error}\n  a register without any of the units") from error
    if isinstance(found, Evidence):
        if strangers := [unit for unit in found.units if unit != _NOBODY]:
            raise broken(builder, f"it counts units that the register does not know: {', '.join(strangers[:3])}")
        return
    with asking(lambda words: broken(builder, words), "build()", asked=builder):
        for problem in found:
            if problem.text("vi") == problem.text("en"):
                raise broken(builder, f"what it tells is in one language: {problem.text('en')!r}")


def _difference(one: Evidence, other: Evidence) -> str | None:
    """In what two answers differ; None where they say the same, in whatever order they name units."""
    if set(one.units) != set(other.units):
        return f"units {sorted(one.units)} and {sorted(other.units)}"
    for unit in one.units:
        ours, theirs = ({**each.of(unit), "rows": each.rows[each.units.index(unit)]} for each in (one, other))
        if ours != theirs:
            return f"{unit} has {_told(ours, theirs)} and {_told(theirs, ours)}"
    out = [sorted((left.kind, left.rows) for left in each.left_out) for each in (one, other)]
    return None if out[0] == out[1] else f"left out {out[0]} and {out[1]}"


def _told(own: Mapping[str, object], other: Mapping[str, object]) -> str:
    return ", ".join(f"{name} {value}" for name, value in own.items() if value != other[name])


def _turned(file: RawFile, folder: Path) -> RawFile:
    """A file with its rows in another order: a copy of a text file, any other as it is read."""
    if isinstance(file, TableFile) and file.path.suffix.lower() in (".csv", ".tsv"):
        text = file.path.read_text(encoding="utf-8-sig")
        head, *rows = text.splitlines()
        if '"' not in text:  # no cell can hold the end of a line
            folder.mkdir()
            copy = folder / file.path.name
            copy.write_text("\n".join([head, *rows[::-1]]) + "\n", encoding="utf-8")
            return attrs.evolve(file, path=copy)
    return _TurnedRows(file)


@attrs.frozen(eq=False)
class _TurnedRows:
    """A file whose rows are read from the last to the first."""

    file: RawFile

    @property
    def path(self) -> Path:
        """Where it is."""
        return self.file.path

    @property
    def name(self) -> str:
        """The file as the user named it."""
        return self.file.name

    def rows(
        self, columns: Sequence[str], obligatory: Sequence[str], words: Mapping[str, str] | None = None
    ) -> Iterator[RawRow | Problem]:
        """The rows, and what is wrong with the table."""
        yield from list(self.file.rows(columns, obligatory, words))[::-1]
