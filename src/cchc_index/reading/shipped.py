"""Where the shipped criteria sets and worked cycles lie: in the wheel, or in the checkout the library is run from."""

from __future__ import annotations

from importlib.resources import files
from pathlib import Path

_IN_CHECKOUT = {"criteria": "criteria", "examples": "docs/examples", "template": "plugins/cchc-index-template"}


def shipped_folder(kind: str) -> Path:
    """The folder of shipped `criteria`, `examples`, or the `template` of a plugin."""
    inside = Path(str(files("cchc_index"))) / "shipped" / kind
    return inside if inside.is_dir() else Path(__file__).parents[3] / _IN_CHECKOUT[kind]


def worked_cycles() -> dict[str, Path]:
    """The worked cycles, by name."""
    return {path.parent.name: path.parent for path in sorted(shipped_folder("examples").glob("*/cycle.yaml"))}
