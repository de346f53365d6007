"""What a reader sees of long work: a line on stderr that says which step is under way, and for how long."""

from __future__ import annotations

import contextlib
import sys
from collections.abc import Callable, Iterator


@contextlib.contextmanager
def progress() -> Iterator[Callable[[str], None]]:
    """What is told which step begins: a line on a terminal where tqdm is installed, else nobody."""
    if not sys.stderr.isatty():
        yield lambda _: None
        return
    try:
        from tqdm import tqdm
    except ImportError:
        yield lambda _: None
        return
    with tqdm(file=sys.stderr, leave=False, bar_format="{desc} {n_fmt} [{elapsed}]") as bar:

        def step(word: str) -> None:
            bar.set_description_str(word)
            bar.update()

        yield step
