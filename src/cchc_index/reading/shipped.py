"""Where the shipped criteria sets and worked cycles lie: in the wheel, or in the checkout the library is run from."""

from __future__ import annotations

from importlib.resources import files
from pathlib import Path

from cchc_index.problems.errors import UnknownNameError
from cchc_index.problems.problem import Problem

_IN_CHECKOUT = {"criteria": "criteria", "examples": "docs/examples", "template": "plugins/cchc-index-template"}


def shipped_folder(kind: str) -> Path:
    """The folder of shipped `criteria`, `examples`, or the `template` of a plugin."""
    inside = Path(str(files("cchc_index"))) / "shipped" / kind
    return inside if inside.is_dir() else Path(__file__).parents[3] / _IN_CHECKOUT[kind]


def worked_cycles() -> dict[str, Path]:
    """The worked cycles, by name."""
    return {path.parent.name: path.parent for path in sorted(shipped_folder("examples").glob("*/cycle.yaml"))}


def refuse_two(name: str | Path, shipped: Path) -> None:
    """Refuse a shipped thing's name where something else of that name lies in the working folder: who is meant?

    Whoever writes `./name` means what lies there, and so does a program that gives a `Path`.

    Raises:
        UnknownNameError: There are two candidates.
    """
    here = Path(name)
    if isinstance(name, str) and here.exists() and not here.samefile(shipped):
        raise UnknownNameError(Problem("name.two_candidates", arguments={"name": name}))
