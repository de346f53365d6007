"""A draft as a text that people read: ``python -m tests.office.annex.listing`` writes the three annexes' anew."""

from __future__ import annotations

from pathlib import Path
from typing import get_args

from cchc_index.messages.worksheet import COLUMNS, said
from cchc_index.office.annex.draft import Draft
from cchc_index.office.annex.opening import read_annex
from cchc_index.problems.problem import Language
from cchc_index.registry.registry import Registry
from tests.office.annex.annexes import FOLDER, NAMES

_BESIDE = ("level", "code", "title", "max_points", "annex", "understood", "decide")


def draft_named(name: str, language: Language) -> Draft:
    """The draft of one of the three annexes."""
    draft = read_annex(FOLDER / f"{name}.xlsx", f"{name}.xlsx", Registry.builtin(), language)
    assert draft is not None
    return draft


def listing(draft: Draft, language: Language) -> str:
    """What a draft holds: ``=`` a value, ``:`` the annex's own words, ``>`` what was understood, ``!`` what is open."""
    lines = [f"{draft.criteria} criteria, {draft.leaves} scored, {draft.read} rules read, {draft.marks} marks", ""]
    for key, value, open_ in draft.sheet.settings:
        lines.append(f"{key} = {value}".strip(" ="))
        lines += [f"    ! {open_}"] if open_ else []
    for row in draft.sheet.rows:
        indent = "    " * int(row.get("level", "0"))
        if "level" in row:
            head = f"{row.get('code', '')} {row.get('title', '')} [{row.get('max_points', '')}]".strip()
            lines += ["", indent + head]
        cells = [f"{said(COLUMNS[name], language)} {text}" for name, text in row.items() if name not in _BESIDE]
        lines += [f"{indent}    = {'; '.join(cells)}"] if cells else []
        for name, sign in (("annex", ":"), ("understood", ">"), ("decide", "!")):
            lines += [f"{indent}    {sign} {line}" for line in row.get(name, "").split("\n") if line]
    return "\n".join(line.rstrip() for line in lines) + "\n"


def expected(name: str, language: Language) -> Path:
    """The file that holds the draft of an annex as it must be."""
    return FOLDER / f"{name}.{language}.txt"


def main() -> None:
    """Write what the drafts hold."""
    for name in NAMES:
        for language in get_args(Language):
            expected(name, language).write_text(listing(draft_named(name, language), language), encoding="utf-8")


if __name__ == "__main__":
    main()
