"""Forms opened and saved by LibreOffice, in its own format and in the old one, are read as strictly as any."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from cchc_index.cli import main
from cchc_index.cycles.cycle import open_cycle
from tests.conftest import Converter
from tests.filling import CAO_BANG
from tests.reading.test_round_trip import filled  # noqa: F401  # a fixture
from tests.thirty_forms import MISTAKES, UNITS, edit, head, problems

#: mistakes that the other program itself mends or tells otherwise when it opens the file
OTHERWISE = {
    "an error": {"value.formula", "value.cell_error"},  # "#REF!" typed as a text becomes an error
    "a logical value": {"value.formula"},  # is saved as =TRUE()
}


@pytest.mark.parametrize("ending", ["ods", "xls", "xlsx"])
def test_forms_saved_by_another_program_score_the_same(
    ending: str,
    filled: Path,  # noqa: F811
    converted: Converter,
    tmp_path: Path,
) -> None:
    """Every form of the cycle, saved anew: the same results to the last digit."""
    shutil.copytree(filled, tmp_path / "cycle")
    for folder in sorted(path for path in (tmp_path / "cycle").iterdir() if path.is_dir()):
        forms = sorted(folder.iterdir())
        for old, new in zip(forms, converted(forms, ending), strict=True):
            old.unlink()
            shutil.copy(new, folder)

    expected, found = open_cycle(CAO_BANG).score(), open_cycle(tmp_path / "cycle").score()

    for one, other in zip(expected.results, found.results, strict=True):
        assert one.to_dict()["units"] == other.to_dict()["units"]


@pytest.mark.parametrize("ending", ["ods", "xls"])
def test_each_mistake_is_told_whatever_the_format(
    ending: str,
    sound: Path,
    converted: Converter,
    tmp_path: Path,
) -> None:
    """The thirty forms with a mistake each, saved in another format: the same findings at the same cells."""
    shutil.copytree(sound, tmp_path / "all")
    folder = tmp_path / "all"
    expected = {}
    for unit, (what, (key, cell, change)) in zip(UNITS, MISTAKES.items(), strict=True):
        edit(folder / "forms" / f"{unit}.xlsx", change if key != "unit.zeros" else head("Mã đơn vị:", int(unit)))
        expected[unit] = (what, key, cell)
    forms = sorted((folder / "forms").iterdir())
    for old, new in zip(forms, converted(forms, ending), strict=True):
        old.unlink()
        shutil.copy(new, folder / "forms")

    found: dict[str, set[tuple[str, str]]] = {}
    for problem in problems(folder):
        if problem.place:
            found.setdefault(Path(problem.place.file).stem, set()).add((problem.key, problem.place.cell or ""))

    differ = []
    for unit, (what, key, cell) in expected.items():
        told = found.pop(unit, set())
        allowed = {key, *OTHERWISE.get(what, ())}
        if not told or not {each for each, _ in told} <= allowed or {at for _, at in told} != {cell}:
            differ.append((what, key, cell, told))
    assert not differ, "\n".join(map(str, differ))
    assert found == {}


def test_the_old_format_shuts_out_passwords_and_macros(tmp_path: Path, converted: Converter) -> None:
    """An .xls file that needs a password is refused as such."""
    form = tmp_path / "a.xlsx"
    assert main(["template", "moha-provinces-2017", "-o", str(form)]) == 0
    (plain,) = converted([form], "xls")
    data = plain.read_bytes()
    at = data.find(b"\x09\x08\x10\x00")  # the first record of the stream, 16 bytes
    assert at > 0
    locked = data[: at + 20] + b"\x2f\x00\x36\x00" + data[at + 24 :]
    (tmp_path / "b.xls").write_bytes(locked)
    assert main(["--lang", "en", "check", str(tmp_path / "b.xls"), "--criteria", "moha-provinces-2017"]) == 1
