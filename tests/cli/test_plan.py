"""The verbs `plan` and `compare-units` as an officer uses them."""

from __future__ import annotations

import json

import pytest

from cchc_index.cli import main


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        (["plan", "lai-chau-2021", "so-cong-thuong"], 0, "Mục tiêu: Xuất sắc"),
        (["plan", "lai-chau-2021", "Sở Công thương", "--band", "khá"], 0, "không thấp hơn Khá"),
        (["plan", "lai-chau-2021", "so-cong-thuong", "--fewest", "points", "--format", "csv"], 0, "result_points"),
        (["plan", "lai-chau-2021", "so-cong-thuong", "--band", "Kem"], 1, "Các xếp loại của nhóm: Xuất sắc, Tốt"),
        (["plan", "lai-chau-2021", "so-la"], 1, "không có đơn vị 'so-la'"),
        (["plan", "pci-2021", "quang-ninh"], 0, "cao nhất"),
        (["compare-units", "lai-chau-2021", "Sở Tư pháp", "so-tai-chinh"], 0, "kém Sở Tài chính 0,243 điểm"),
        (["compare-units", "cao-bang-2021", "don-vi-01", "don-vi-23"], 2, "hai bộ tiêu chí khác nhau"),
        (["compare-units", "lai-chau-2021", "so-tu-phap", "so-y-te", "--format", "csv"], 0, "share_exact"),
    ],
)
def test_what_is_said(arguments: list[str], code: int, said: str, capsys: pytest.CaptureFixture[str]) -> None:
    """A result on stdout; what is wrong on stderr, with its cure."""
    assert main(arguments) == code
    told = capsys.readouterr()
    assert said in (told.err if code else told.out)
    assert "Traceback" not in told.err


def test_plans_are_plain_data(capsys: pytest.CaptureFixture[str]) -> None:
    """JSON whose numbers are texts, the same in both languages, run after run."""
    found = []
    for language in ("vi", "en", "vi"):
        assert main(["plan", "lai-chau-2021", "so-cong-thuong", "--format", "json", "--lang", language]) == 0
        found.append(capsys.readouterr().out)
    assert found[0] == found[1] == found[2]
    plain = json.loads(found[0])
    assert (plain["schema"], plain["state"], plain["aim"]) == ("cchc-index/plan/1", "reachable", "Xuất sắc")
    assert plain["ways"][0]["improvements"][0]["gain"] == "0.661"
    assert main(["compare-units", "lai-chau-2021", "so-tu-phap", "so-tai-chinh", "--format", "json"]) == 0
    assert json.loads(capsys.readouterr().out)["difference"]["exact"] == "-243/1000"


def test_wrong_usage_ends_with_two() -> None:
    """Plans of four criteria are none that are looked for."""
    with pytest.raises(SystemExit) as ended:
        main(["plan", "lai-chau-2021", "so-tu-phap", "--most", "4"])
    assert ended.value.code == 2
