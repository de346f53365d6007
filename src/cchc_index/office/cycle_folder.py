"""The folder a new cycle starts from: its files, ready to be filled in without writing YAML."""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Iterator, Mapping
from typing import Final

import attrs

from cchc_index.criteria.criteria_set import CriteriaSet
from cchc_index.criteria.tree import NotApplicableWhen
from cchc_index.cycles import adjusting, objections
from cchc_index.messages import guide
from cchc_index.office.form import FORM_STAGES, FormStage, form_leaves, form_workbook
from cchc_index.office.form_names import form_names
from cchc_index.problems.problem import Language
from cchc_index.values.text import hyphened, quiet
from cchc_index.values.units import Register

#: where forms go out from and come back to, by whose they are
FOLDERS: Final[Mapping[FormStage, str]] = {"self": "tu-cham", "appraised": "tham-dinh", "survey": "khao-sat"}
OUT: Final = "phieu-gui-di"
BACK: Final = "phieu-nhan-ve"


@attrs.frozen
class ChosenSet:
    """A set that a new cycle uses.

    Attributes:
        name: As cycle.yaml will name it.
        criteria: The set.
        group: The group of the register it scores; "" for all units.
        folder: The folder of its forms.
    """

    name: str
    criteria: CriteriaSet
    group: str
    folder: str

    @property
    def stages(self) -> Iterator[FormStage]:
        """The forms it has: the unit's, the council's, and the survey team's where something is surveyed."""
        return (stage for stage in FORM_STAGES if form_leaves(self.criteria, stage))

    def units(self, register: Register | None) -> Register:
        """The units it scores."""
        if register is None:
            return Register(())
        return register.in_groups((self.group,)) if self.group else register


def cycle_folder(
    name: str, sets: tuple[ChosenSet, ...], register: Register | None, language: Language
) -> dict[str, bytes]:
    """The files of a new cycle by their paths within its folder; a path that ends in "/" is an empty folder.

    Args:
        name: The folder's name, which the cycle's identifier is made of.
        sets: The sets it uses.
        register: Its units; None where they are still to be written down.
        language: Of forms and guide.

    Raises:
        MissingExtraError: xlsxwriter is not installed (the extra `office`).
    """
    files = {
        "cycle.yaml": _cycle_yaml(name, sets).encode(),
        "units.csv": _csv(_register_rows(sets, register)),
        "published.csv": _csv([["unit", "points", "index", "rank", "band"]]),
        "adjustments.csv": _csv([list(adjusting.COLUMNS)]),
        "objections.csv": _csv([list(objections.COLUMNS)]),
        guide.NAMES[language]: _guide(sets, register, language).encode(),
    }
    for chosen in sets:
        for stage in chosen.stages:
            folder = f"{chosen.folder}{FOLDERS[stage]}"
            units = chosen.units(register)
            for name_of_form, unit in form_names(units).items():
                data = form_workbook(chosen.criteria, unit, stage=stage, language=language)
                files[f"{OUT}/{folder}/{name_of_form}"] = data
            if not len(units):
                data = form_workbook(chosen.criteria, stage=stage, language=language)
                files[f"{OUT}/{folder}/{chosen.criteria.name}.xlsx"] = data
            files[f"{BACK}/{folder}/"] = b""
    return files


def identifier_of(name: str) -> str:
    """An identifier made of a folder's name.

    Example:
        >>> identifier_of("Cao Bằng 2022"), identifier_of("Đợt 1")
        ('cao-bang-2022', 'dot-1')
    """
    return hyphened(name) or "cycle"


def _cycle_yaml(name: str, sets: tuple[ChosenSet, ...]) -> str:
    lines = [
        "# Đợt đánh giá. Tệp này không cần sửa: xem hướng dẫn bên cạnh.",
        "# One year's assessment. It need not be changed: see the guide beside it.",
        f"id: {identifier_of(name)}",
        f"title: {_quoted(name)}",
        "data: real                         # real: số liệu thật; synthetic: số liệu thử",
        "stages: [self, appraised, final]   # tự chấm, thẩm định, công bố",
        "assessments:                       # phiếu nhận về được đặt trong các thư mục dưới đây",
    ]
    for chosen in sets:
        present = list(chosen.stages)
        entries: dict[str, list[str]] = {"self": [], "appraised": []}
        for stage in present:
            entries["self" if stage == "self" else "appraised"].append(f"{BACK}/{chosen.folder}{FOLDERS[stage]}")
        for name_of_stage, folders in entries.items():
            if folders:
                lines.append(f"  - criteria: {_quoted(chosen.name)}")
                lines += [f"    groups: [{_quoted(chosen.group)}]"] if chosen.group else []
                lines += [f"    stage: {name_of_stage}", "    files:"]
                lines += [f"      - {_quoted(folder)}" for folder in folders]
    return "\n".join(lines) + "\n"


def _quoted(text: str) -> str:
    """A text as YAML; quoted unless it is a plain word."""
    if re.fullmatch(r"[A-Za-z][A-Za-z0-9_./-]*", text) and text not in ("yes", "no", "on", "off", "true", "false"):
        return text
    return json.dumps(text, ensure_ascii=False)


def _register_rows(sets: tuple[ChosenSet, ...], register: Register | None) -> list[list[str]]:
    wanted: dict[str, None] = {}
    for chosen in sets:
        for column in _columns(chosen.criteria):
            wanted.setdefault(column)
    own = ("unit", "name", "group", "ranked")
    attributes = {key: None for unit in register or () for key in unit.attributes}
    extra = [column for column in {**attributes, **wanted} if column not in own]
    header = [*own, *extra]
    return [header, *([unit.column(column) or "" for column in header] for unit in register or ())]


def _columns(criteria: CriteriaSet) -> Iterator[str]:
    """The columns of the register that a set reads."""
    for node in criteria:
        if isinstance(node.criterion.not_applicable, NotApplicableWhen):
            yield from node.criterion.not_applicable.when
        if node.criterion.rule is not None:
            yield from node.criterion.rule.rule.columns
    yield from criteria.rank.within
    if criteria.classify is not None:
        yield from criteria.classify.classifier.columns


def _csv(rows: list[list[str]]) -> bytes:
    text = io.StringIO(newline="")
    csv.writer(text, lineterminator="\r\n").writerows([quiet(cell) for cell in row] for row in rows)
    return text.getvalue().encode("utf-8-sig")


def _guide(sets: tuple[ChosenSet, ...], register: Register | None, language: Language) -> str:
    words = guide.GUIDE[language]
    lists = []
    for chosen in sets:
        named = ", ".join(each for each in (chosen.name, chosen.group) if each)
        lists.append(f"   - {chosen.criteria.title.say(language)} ({named})")
    columns = _register_rows(sets, register)[0][4:]
    more = guide.COLUMNS[language].format(columns=", ".join(columns)) if columns else ""
    groups = [chosen.group for chosen in sets if chosen.group]
    grouped = guide.GROUPS[language].format(groups=", ".join(groups)) if groups else ""
    commands = []
    for chosen in sets:
        group = f" --group {chosen.group}" if chosen.group else ""
        where = f" -o {OUT}/{chosen.folder}{FOLDERS['self']}"
        commands.append(f"      cchc-index template {chosen.name} --units units.csv{group}{where}")
    backs = [f"{BACK}/{chosen.folder}{FOLDERS['self']}" for chosen in sets]
    filled = words.format(
        sets="\n".join(lists),
        columns=more,
        groups=grouped,
        out=OUT,
        back=BACK,
        self=FOLDERS["self"],
        appraised=FOLDERS["appraised"],
        survey=FOLDERS["survey"],
        commands="\n".join(commands),
        example=", ".join(backs),
    )
    return filled.replace("\n", "\r\n")
