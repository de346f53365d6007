"""A working plugin under a name of its own, copied from the smallest true one."""

from __future__ import annotations

import os
import re
from pathlib import Path

from cchc_index.problems.errors import UsageError, WritingError
from cchc_index.problems.problem import Problem
from cchc_index.reading.shipped import shipped_folder
from cchc_index.writing.files import write_folder

_NAME = re.compile(r"[a-z][a-z0-9]*(-[a-z0-9]+)*")
_TEXTS = (".py", ".toml", ".md", ".yaml")
_OWN = re.compile(r"\btemplate\b")


def write_plugin(name: str, folder: Path) -> Path:
    """Write a plugin's distribution into a folder, and return its own folder.

    Args:
        name: Its name, in lower-case letters, digits and hyphens, for example ``ha-giang``. The distribution is called
            ``cchc-index-ha-giang``, and criteria files use the prefix ``ha_giang``.
        folder: Where it is written.

    Raises:
        WritingError: The name is no such name, or something of that name is there already.

    Example:
        >>> import tempfile
        >>> with tempfile.TemporaryDirectory() as folder:
        ...     made = write_plugin("ha-giang", Path(folder))
        ...     sorted(path.name for path in made.iterdir())
        ['README.md', 'pyproject.toml', 'src', 'tests']
    """
    if not _NAME.fullmatch(name) or name == "template":
        raise UsageError(Problem("cli.plugin_name", arguments={"name": name}))
    target = folder / f"cchc-index-{name}"
    if os.path.lexists(target):
        raise WritingError(Problem("cli.plugin_exists", arguments={"path": str(target)}))
    prefix = name.replace("-", "_")
    source = shipped_folder("template")
    wanted = sorted(
        path
        for path in source.rglob("*")
        if path.is_file() and (path.suffix in _TEXTS or path.name == "py.typed") and not _is_built(path)
    )
    files: dict[str, bytes | None] = {}
    for path in wanted:
        inner = path.relative_to(source).as_posix().replace("cchc_index_template", f"cchc_index_{prefix}")
        text = path.read_text(encoding="utf-8")
        text = text.replace("cchc-index-template", f"cchc-index-{name}")
        files[inner] = _OWN.sub(prefix, text.replace("cchc_index_template", f"cchc_index_{prefix}")).encode()
    write_folder(target, files)
    return target


def _is_built(path: Path) -> bool:
    return any(part in ("__pycache__", "dist", "build") or part.endswith(".egg-info") for part in path.parts)
