"""A sheet takes nothing from the caller's matplotlib, leaves nothing behind, and says each text twice in an SVG."""

from __future__ import annotations

import io
import subprocess
import sys
import threading
from xml.etree import ElementTree

import matplotlib as mpl
import matplotlib.image
import numpy as np
import pytest

from cchc_index.charts.chart import Chart, Heading
from cchc_index.charts.sheet import Sheet, drawing
from tests.charts.communes import communes

CODE = """
import hashlib, locale, sys, warnings
warnings.simplefilter("error")
import matplotlib
if len(sys.argv) > 1:
    matplotlib.rcParams.update({"font.family": "serif", "svg.fonttype": "none", "hatch.linewidth": 3})
    matplotlib.rcParams.update({"savefig.dpi": 30, "savefig.bbox": "tight", "text.usetex": True})
    locale.setlocale(locale.LC_ALL, "")
from cchc_index.writing.charts import chart_files
import cchc_index
result = cchc_index.open_cycle("lai-chau-2021").score()
made = hashlib.sha256()
for name, make in chart_files(result, "vi", ("svg",)).items():
    made.update(name.encode() + make())
made.update(result.results[0].plot.areas().png())
print(made.hexdigest(), "matplotlib.pyplot" in sys.modules)
"""


def test_the_same_bytes_in_every_process() -> None:
    """With another hash seed, locale and time zone, and settings of the caller's own; no pyplot, and no warning."""
    said = []
    for more, seed, zone, words in (((), "0", "UTC", "C"), (("own",), "77", "Asia/Ho_Chi_Minh", "C.UTF-8")):
        env = {
            "PYTHONHASHSEED": seed,
            "TZ": zone,
            "LC_ALL": words,
            "PATH": "",
            "HOME": "/nonexistent",
            "PYTHONUTF8": "1",
        }
        env["MPLCONFIGDIR"] = mpl.get_cachedir()  # where its list of fonts is
        done = subprocess.run([sys.executable, "-c", CODE, *more], capture_output=True, text=True, env=env)
        assert done.returncode == 0, done.stderr
        assert done.stderr == ""
        said.append(done.stdout)

    assert said[0] == said[1]
    assert said[0].endswith(" False\n")


def test_settings_are_as_they_were() -> None:
    """Also where drawing fails."""
    before = dict(mpl.rcParams)
    with drawing():
        assert mpl.rcParams["svg.hashsalt"] == "cchc_index"
    with pytest.raises(AttributeError):
        Chart(Heading("Thử"), None).svg()  # type: ignore[arg-type]

    assert dict(mpl.rcParams) == before


def test_threads_draw_what_one_draws() -> None:
    """Four at a time give the bytes that each gives alone."""
    charts = [communes(units).results[0].plot.ranking() for units in (1, 2, 3, 4)]
    alone = [chart.svg() for chart in charts]
    found: dict[int, bytes] = {}
    threads = [threading.Thread(target=lambda at=at: found.update({at: charts[at].svg()})) for at in range(4)]
    for each in threads:
        each.start()
    for each in threads:
        each.join()

    assert [found[at] for at in range(4)] == alone


def test_no_text_is_a_formula_or_markup() -> None:
    """What looks like one is drawn as it is written, and is well-formed XML."""
    text = "$\\frac{1}{2}$ <b>&amp;</b> -- --> ]]> _^ {\\rm x}"
    with drawing():
        sheet = Sheet(300, 40)
        sheet.text(10, 20, text)
        svg = sheet.svg(text)
    root = ElementTree.fromstring(svg)  # noqa: S314  # made just now

    assert text in [each.text for each in root.iter() if each.tag.endswith("}text")]


@pytest.mark.parametrize("kind", ["box", "hatch", "line", "dot", "text"])
def test_each_thing_leaves_ink(kind: str) -> None:
    """Where it was put, and nowhere else."""
    with drawing():
        sheet = Sheet(100, 100)
        match kind:
            case "box":
                sheet.box(10, 10, 30, 30, fill="#000000")
            case "hatch":
                sheet.box(10, 10, 30, 30, hatch="..")
            case "line":
                sheet.line(10, 20, 40, 20, dashed=True, color="#000000")
            case "dot":
                sheet.dot(25, 25, 8, fill="#000000")
            case _:
                sheet.text(10, 30, "Xã")
        image = matplotlib.image.imread(io.BytesIO(sheet.png(72)))[:, :, :3].mean(axis=2)

    assert image.shape == (100, 100)
    assert image[9:42, 9:42].min() < 0.6
    outside = np.ones((100, 100), dtype=bool)
    outside[8:43, 8:43] = False
    assert image[outside].min() == 1


def test_a_long_sheet_has_as_many_dots_as_can_be_drawn() -> None:
    """A picture of thousands of rows is drawn with fewer dots to the inch."""
    with drawing():
        data = Sheet(20, 40_000).png(150)

    assert matplotlib.image.imread(io.BytesIO(data)).shape[0] <= 65_000
