"""The styles: what is written on what can be read, in light, in dark and in grey print (`page.css`, `result.css`)."""

from __future__ import annotations

import re
from itertools import pairwise

import pytest

from cchc_index.writing.page.frame import resource

STYLES = resource("page.css") + resource("result.css")
SCHEMES = {"light": "", "dark": "prefers-color-scheme: dark", "print": "print"}
SHADES = [f"h{at}" for at in range(7)]
#: what is written on what, by the names of colours
WRITTEN = [
    *[("cell-ink", shade) for shade in SHADES],
    *[(ink, paper) for ink in ("ink", "quiet", "link", "lost") for paper in ("paper", "row")],
    ("ink", "head"),
    ("quiet", "head"),
    ("warn-ink", "warn-paper"),
]


def _colours(scheme: str) -> dict[str, tuple[int, int, int]]:
    """The colours of a scheme by name: those of the light one, and what the scheme's own blocks say instead."""
    found: dict[str, str] = {}
    for style in (resource("page.css"), resource("result.css")):
        plain = re.sub(r"@media[^{]*\{(?:[^{}]|\{[^{}]*\})*\}", "", style)
        texts = [plain]
        if SCHEMES[scheme]:
            blocks = re.finditer(r"@media ([^{]*)\{((?:[^{}]|\{[^{}]*\})*)\}", style)
            texts += [block[2] for block in blocks if SCHEMES[scheme] in block[1]]
        for text in texts:
            found |= dict(re.findall(r"--([\w-]+): (#[0-9a-f]{6});", text))
    return {name: (int(colour[1:3], 16), int(colour[3:5], 16), int(colour[5:], 16)) for name, colour in found.items()}


def _luminance(colour: tuple[int, int, int]) -> float:
    """Relative luminance as the Web Content Accessibility Guidelines define it."""
    parts = [each / 255 for each in colour]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _contrast(one: tuple[int, int, int], other: tuple[int, int, int]) -> float:
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize(("ink", "paper"), WRITTEN)
def test_what_is_written_can_be_read(scheme: str, ink: str, paper: str) -> None:
    """4.5 to 1 at least, for every text and every cell of the heat map."""
    colours = _colours(scheme)

    assert _contrast(colours[ink], colours[paper]) >= 4.5


@pytest.mark.parametrize("scheme", SCHEMES)
def test_shades_go_one_way(scheme: str) -> None:
    """Each is darker than the one before on paper (in the dark, lighter), by enough to be told apart in grey."""
    values = [_luminance(_colours(scheme)[shade]) for shade in SHADES]
    steps = [(max(a, b) + 0.05) / (min(a, b) + 0.05) for a, b in pairwise(values)]

    assert values == sorted(values, reverse=scheme != "dark")
    assert min(steps) >= 1.1


def test_print_is_grey() -> None:
    """On paper every shade is a grey, so that a grey printer prints what the screen showed."""
    assert all(len(set(_colours("print")[shade])) == 1 for shade in SHADES)


def test_each_whole_per_cent_has_its_bar() -> None:
    """A class for 0 to 100, as long as it says."""
    found = dict(re.findall(r"\.w(\d+)\{--w:([\d.]+)\}", STYLES))

    assert {int(name): float(value) for name, value in found.items()} == {at: at / 100 for at in range(101)}


def test_every_colour_that_is_used_is_there() -> None:
    """No style names a colour that nobody gave."""
    used = set(re.findall(r"var\(--([\w-]+)\)", STYLES)) - {"w", "long"}

    assert used <= set(_colours("light"))
