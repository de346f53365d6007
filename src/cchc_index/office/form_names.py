"""Which units forms are made for, and what their files are called, as far as file systems take it."""

from __future__ import annotations

import hashlib
import re
from collections import Counter
from collections.abc import Iterable
from typing import Final

from cchc_index.problems.errors import AssessmentError, UnknownNameError
from cchc_index.problems.problem import Problem
from cchc_index.values.text import composed, folded, hyphened
from cchc_index.values.units import Register, Unit

_PORTS: Final = tuple(f"{port}{number}" for port in ("COM", "LPT") for number in (*range(1, 10), *"¹²³"))
_RESERVED: Final = frozenset({"CON", "PRN", "AUX", "NUL", *_PORTS})  #: names that Windows keeps for devices
_LONGEST_STEM: Final = 180  #: bytes of an identifier in a name, of which systems take 255
_LONGEST_NAME: Final = 48  #: letters of a unit's name that stand after it


def form_name(unit: Unit) -> str:
    """The file name of a unit's form: its identifier, without what file systems do not take, and its name.

    The name stands there in plain letters, unless it says what the identifier says.

    Example:
        >>> [form_name(Unit(unit, "")) for unit in ("so-y-te", "01/HU", "con", "aux.txt", "..")]
        ['so-y-te.xlsx', '01_HU.xlsx', 'con_.xlsx', 'aux_txt_.xlsx', '_...xlsx']
        >>> form_name(Unit("S02", "Sở Nội vụ")), form_name(Unit("so-y-te", "Sở Y tế"))
        ('S02-so-noi-vu.xlsx', 'so-y-te.xlsx')
    """
    return f"{_stem(unit)}.xlsx"


def _stem(unit: Unit) -> str:
    stem, name = _identifier(unit.id), hyphened(unit.name)[:_LONGEST_NAME].strip("-")
    return stem if name in ("", hyphened(unit.id)) or _is_cut(unit.id, stem) else f"{stem}-{name}"


def _identifier(identifier: str) -> str:
    stem = re.sub(r"[^\w.-]", "_", composed(identifier))
    if stem.partition(".")[0].upper() in _RESERVED:
        stem = f"{stem.replace('.', '_')}_"  # a device by its name before the first dot
    if stem.startswith((".", "-", "__MACOSX")):
        stem = f"_{stem}"  # hidden, an option of a command, or what an archive adds and nobody reads
    return stem if len(stem.encode()) <= _LONGEST_STEM else stem[: _LONGEST_STEM // 4]


def _is_cut(identifier: str, stem: str) -> bool:
    """Whether a file's name holds a part of an identifier only."""
    return len(composed(identifier)) > len(stem)


def form_names(units: Iterable[Unit], ending: str = ".xlsx") -> dict[str, Unit]:
    """The units by the file names of their forms, or of other files that end otherwise.

    All are different where capitals and composition make no difference. Names that would be one, or that were
    cut, carry a piece of the identifier's SHA-256.

    Raises:
        AssessmentError: Two units' forms would have one name all the same.

    Example:
        >>> list(form_names([Unit("a/b", ""), Unit("a:b", ""), Unit("c", "")]))
        ['a_b-c14cddc0.xlsx', 'a_b-6783a31e.xlsx', 'c.xlsx']
    """
    units = list(units)
    stems = [_stem(unit) for unit in units]
    often = Counter(folded(stem) for stem in stems)
    named: dict[str, Unit] = {}
    seen: dict[str, Unit] = {}
    problems = []
    for unit, stem in zip(units, stems, strict=True):
        unsure = often[folded(stem)] > 1 or _is_cut(unit.id, stem)
        piece = f"-{hashlib.sha256(unit.id.encode(errors='surrogatepass')).hexdigest()[:8]}" if unsure else ""
        name = f"{stem}{piece}{ending}"
        other = seen.setdefault(folded(name), unit)
        if other is not unit:
            arguments = {"unit": unit.id, "other": other.id, "file": name}
            problems.append(Problem("form.same_name", arguments=arguments))
        named[name] = unit
    if problems:
        raise AssessmentError(problems)
    return named


def chosen(register: Register, unit: str | None, group: str | None) -> list[Unit]:
    """The units of a register that forms are wanted for: one, those of a group, or all.

    Raises:
        UnknownNameError: There is no such unit, or no such group.
    """
    if unit is not None:
        return [register[unit]]
    if group is None:
        return list(register)
    known = tuple(sorted({each.group for each in register}))
    if group not in known:
        raise UnknownNameError(Problem("name.group", arguments={"name": group, "known": ", ".join(known)}))
    return list(register.in_groups((group,)))
