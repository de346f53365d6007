"""The demo shows the main job, in both languages."""

from __future__ import annotations

from pathlib import Path

import pytest

from cchc_index.cli import main


def test_the_demo_shows_the_main_job(capsys: pytest.CaptureFixture[str]) -> None:
    """Ranking, classes, the misprint, one explanation, the other cycles, and what to try next."""
    assert main(["demo"]) == 0

    told = capsys.readouterr()
    assert told.err == ""
    for said in (
        "Nhóm province, 15 đơn vị: 5 Xuất sắc, 10 Tốt",
        "công bố 13,859, tính lại 12,859, chênh lệch 1,000",
        "= 12,859",
        "Cao Bằng 2021: 2 Tốt, 25 Khá, 3 Trung bình (số liệu giả lập",
        "cchc-index explain lai-chau-2021",
    ):
        assert said in told.out


@pytest.mark.parametrize("name", ["pci-2021", "cao-bang-2021", "cao-bang-2022", "lai-chau-2021"])
@pytest.mark.parametrize("language", ["vi", "en"])
def test_every_demo_runs_in_both_languages(name: str, language: str, capsys: pytest.CaptureFixture[str]) -> None:
    """No phrase is missing."""
    assert main(["--lang", language, "demo", name]) == 0
    assert capsys.readouterr().err == ""


def test_the_demo_is_shown_beside_a_folder_of_its_name(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """What lies there is not asked for; an officer has perhaps begun a cycle of that name."""
    assert main(["demo"]) == 0
    expected = capsys.readouterr()
    monkeypatch.chdir(tmp_path)
    for name in ("lai-chau-2021", "cao-bang-2021"):
        (tmp_path / name).mkdir()

    assert main(["demo"]) == 0
    told = capsys.readouterr()
    commands = [line.split()[1:] for line in told.out.splitlines() if line.startswith("  cchc-index")]
    assert told.out.split("cchc-index explain")[0] == expected.out.split("cchc-index explain")[0]
    for command in commands:
        assert main(command) in (0, 1)
        assert "two of" not in capsys.readouterr().err
