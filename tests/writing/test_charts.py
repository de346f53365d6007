"""All pictures of a result as files: names in the reader's language, a folder that is whole or not there."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import attrs
import pytest

import cchc_index
from cchc_index.cycles.corrections import Correction
from cchc_index.cycles.cycle_result import CycleResult
from cchc_index.messages import phrase
from cchc_index.writing.charts import chart_files
from cchc_index.writing.files import Made, write_folder
from tests.charts.communes import communes


def test_every_set_has_its_pictures() -> None:
    """Ranking, areas and lost points of each set, as SVG and PNG, named in Vietnamese or English."""
    result = cchc_index.open_cycle("cao-bang-2021").score()
    kinds, sets = ("xep-hang", "linh-vuc", "diem-mat"), ("departments-2021", "districts-2021")

    assert set(chart_files(result, "vi")) == {f"{k}-{s}.{end}" for k in kinds for s in sets for end in ("svg", "png")}
    assert list(chart_files(result, "en", ("svg",)))[:3] == [
        "ranking-departments-2021.svg",
        "areas-departments-2021.svg",
        "lost-departments-2021.svg",
    ]


def test_stages_have_their_own_names() -> None:
    """A set with several stages has each of them, and the first beside the last."""
    names = list(chart_files(cchc_index.open_cycle("cap-xa-2025").score("all"), "vi", ("svg",)))

    assert names[0] == "xep-hang-cap-xa-2025-self.svg"
    assert names[-1] == "hai-giai-doan-cap-xa-2025.svg"
    assert len(names) == len(set(names)) == 10


def test_pages_are_files() -> None:
    """What does not fit on paper is several files, numbered."""
    names = list(chart_files(communes(60), "vi", ("png",)))

    assert names[:2] == ["xep-hang-cap-xa-2025-trang-1.png", "xep-hang-cap-xa-2025-trang-2.png"]


def test_they_are_written_as_a_folder(tmp_path: Path) -> None:
    """Made one by one as they are written; a second run finds them as they are."""
    files = chart_files(communes(2), "vi")
    for _ in range(2):
        write_folder(tmp_path / "bieu-do", Made(files))

    written = {path.name: path.read_bytes() for path in (tmp_path / "bieu-do").iterdir()}
    assert written == {name: make() for name, make in files.items()}


def test_no_picture_takes_the_place_of_another() -> None:
    """Two results of sets with one name have a file each."""
    one, other = communes(1).results[0], communes(2, areas=4).results[0]
    files = chart_files(CycleResult((one, other)), "vi", ("svg",))

    assert len(files) == 6
    assert len({make() for make in files.values()}) == 6


def test_a_correction_is_said_in_each_picture() -> None:
    """Which result it replaces, who decided so and why."""
    correction = Correction(digest="f" * 64, reason="cộng sai", by="Hội đồng", changes=())
    result = attrs.evolve(communes(2), replaces=correction)
    words = phrase("corrected.head", "vi", digest="f" * 12, by="Hội đồng", reason="cộng sai")

    for make in chart_files(result, "vi", ("svg",)).values():
        assert words in make().decode()


@pytest.mark.parametrize("code", ["chart_files(result, 'vi')", "result.results[0].plot.ranking().svg()"])
def test_without_matplotlib_the_extra_is_named(code: str) -> None:
    """Before any file is begun, with the command to type."""
    lines = (
        "import sys; sys.modules['matplotlib'] = None",
        "import cchc_index",
        "from cchc_index.writing.charts import chart_files",
        "result = cchc_index.open_cycle('lai-chau-2021').score()",
        f"try:\n    {code}\nexcept cchc_index.MissingExtraError as error:\n    print(error.extra, error)",
    )
    done = subprocess.run([sys.executable, "-c", "\n".join(lines)], capture_output=True, text=True)

    assert done.stdout.startswith("charts "), done
    assert "pip install 'cchc-index[charts]'" in done.stdout
