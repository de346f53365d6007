"""The catalogue says in both languages what is said somewhere, and nothing else."""

from __future__ import annotations

import ast
import re
import string

import pytest

from cchc_index.messages import problems
from cchc_index.messages.phrases import PHRASES
from tests.conftest import ROOT

SOURCE = ROOT / "src" / "cchc_index"


def _keys_in_source() -> set[str]:
    keys: set[str] = set()
    for path in SOURCE.rglob("*.py"):
        if path.parent.name == "messages" and path.name != "__init__.py":
            continue
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Constant) and isinstance(node.value, str):
                keys.add(node.value)
            elif isinstance(node, ast.JoinedStr):
                keys.add("".join(part.value if isinstance(part, ast.Constant) else "*" for part in node.values))  # type: ignore[misc]
    return keys


@pytest.mark.parametrize("catalogue", ["problems", "phrases"])
def test_the_catalogue_holds_nothing_that_is_never_said(catalogue: str) -> None:
    """Each message is used somewhere, by its key or by a key that is put together."""
    keys = _keys_in_source()
    put_together = [key for key in keys if re.fullmatch(r"[a-z_]{4,}\.[a-z_]*\*[a-z_]*", key)]
    patterns = [re.compile(re.escape(key).replace(r"\*", "[A-Za-z_.]+")) for key in put_together]
    said = problems() if catalogue == "problems" else PHRASES

    unused = [key for key in said if key not in keys and not any(pattern.fullmatch(key) for pattern in patterns)]

    assert unused == []


@pytest.mark.parametrize("key", sorted(problems()))
def test_both_languages_fill_in_the_same_blanks(key: str) -> None:
    """The Vietnamese and the English message of a problem speak of the same particulars."""
    blanks = [
        {field for text in message for _, field, _, _ in string.Formatter().parse(text) if field}
        for message in problems()[key]
    ]

    assert blanks[0] - {"hint", "sum"} == blanks[1] - {"hint", "sum"}
