"""Whether a path that a cycle names lies in its folder."""

from __future__ import annotations

from pathlib import Path, PureWindowsPath


def is_named_inside(path: str) -> bool:
    """Whether a path lies in the cycle's folder by its name alone, on any system."""
    windows = PureWindowsPath(path)
    absolute = Path(path).is_absolute() or windows.drive or windows.root
    return bool(path) and not absolute and ".." not in windows.parts


def stays_inside(folder: Path, inner: str) -> bool:
    """Whether no link on the way leads outside; what cannot be followed is told when it is read."""
    try:
        return (folder / inner).resolve().is_relative_to(folder.resolve())
    except (OSError, RuntimeError, ValueError):  # a circle of links, a name that none can have
        return True
