"""The yearly review: what the province published for 2021, and nothing that was not computed or given."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import attrs
import pytest

import cchc_index
from cchc_index.reports.year import reported_year
from cchc_index.writing.word.fields import known_fields
from cchc_index.writing.word.filled import filled
from cchc_index.writing.word.reviewing import MOST_IMPROVED, MOST_LOST, review_fields
from tests.cycles.test_evidence import _SURVEY, _cycle, _with_survey
from tests.evidence.counting import Drafts, plugin_of
from tests.writing.word.reading import example, has_shape, lines_of, numbers_in, review_of, tables_of, texts_of


def _said(lines: list[str], *parts: str) -> bool:
    """Whether one line says all of some parts."""
    return any(all(part in line for part in parts) for line in lines)


def test_cao_bang_says_what_the_province_published() -> None:
    """30 units in their classes; dossiers with the denominators of their rates; drafts, initiatives, commendations."""
    lines = lines_of(review_of("cao-bang-2021"))
    assert _said(
        lines, "Có 30 đơn vị", "2 đơn vị xếp loại Tốt", "25 đơn vị xếp loại Khá", "3 đơn vị xếp loại Trung bình"
    )
    assert _said(lines, "tiếp nhận 148.000 hồ sơ", "140.500 hồ sơ trước và đúng hạn", "3.100 hồ sơ trễ hạn")
    assert _said(lines, "97,84% tính trên số hồ sơ đã giải quyết", "94,93% tính trên số hồ sơ tiếp nhận")
    assert _said(lines, "Hồ sơ tồn: 4.400 hồ sơ đang giải quyết")
    assert _said(lines, "góp ý đối với 229 dự thảo", "tự kiểm tra 60 văn bản")
    assert _said(lines, "28 sáng kiến được công nhận", "10 sáng kiến được trao giải")
    assert _said(lines, "Khen thưởng 8 tập thể và 8 cá nhân")
    assert _said(lines, "số liệu giả lập (synthetic), không phải kết quả thật")


def test_cao_bang_says_the_same_in_english() -> None:
    """With the numbers as English writes them."""
    lines = lines_of(review_of("cao-bang-2021", language="en"))
    assert _said(lines, "148,000 dossiers were received")
    assert _said(lines, "97.84% of those settled; 94.93% of those received")


@pytest.mark.parametrize("name", ["cao-bang-2021", "cap-xa-2025"])
def test_every_number_of_a_table_is_given_or_computed(name: str) -> None:
    """One of the result's, of the evidence's, of the year before, or a sum that `lost_points` or a total gives."""
    before = example("cap-xa-2024") if name == "cap-xa-2025" else None
    year = reported_year(example(name), previous=before)
    known = set()
    for result in (year.cycle, *((before.score(),) if before else ())):
        known |= numbers_in(str(result.to_dict()))
    for counted in year.evidence:
        figures = [*counted.totals.values(), *(f for c in counted.evidence.figures.values() for f in c)]  # type: ignore[union-attr]
        known |= {f"{each:,}" if isinstance(each, int) else str(each) for each in figures if each is not None}
    for each in year.sets:
        for lost in each.lost:
            known |= {str(lost.points), str(lost.attainable), str(len(lost.units))}
            known |= {str(points) for _, points in lost.units} | {str(len(lost.units) - 5)}
        known |= numbers_in(" ".join(str(area.change) for area in each.areas))
    if year.before:
        known |= numbers_in(str(year.before.to_dict()))
    for table in tables_of(review_of(name, "cap-xa-2024" if before else None, "en")):
        for row in table:
            for cell in row:
                assert numbers_in(cell) <= known, cell


def test_last_year_stands_beside_this_one() -> None:
    """The most improved units with their change, areas with both means, and the merged commune said apart."""
    data = review_of("cap-xa-2025", "cap-xa-2024")
    lines = lines_of(data)
    assert _said(lines, "Tiến bộ nhất: Xã Ví dụ 2 (+11,30); Xã Ví dụ 3 (+6,28)")
    assert _said(lines, "Xã Ví dụ 7 (sáp nhập)", "không so sánh như một đơn vị", "Xã Ví dụ 5: 56,40%")
    rows = [row for table in tables_of(data) for row in table]
    assert ["3", "Chế độ công vụ", "10", "84,00", "63,33", "+20,67"] in rows
    (improved,) = [row for row in rows if len(row) == 7 and row[0] == "Xã Ví dụ 2"]
    assert [*improved[:4], *improved[5:]] == ["Xã Ví dụ 2", "83,10", "94,40", "+11,30", "2", "2"]
    assert [
        "Xã Ví dụ 7",
        "2.2. Công khai thủ tục",
        "cộng 0,5 điểm",
        "đã niêm yết lại trước 31/12",
        "Hội đồng thẩm định",
    ] in rows


def test_years_that_cannot_be_compared_say_why() -> None:
    """And the tables have no columns of last year."""
    data = review_of("lai-chau-2021", "cap-xa-2024")
    assert _said(lines_of(data), "Không so sánh được với năm trước")
    assert not any("Năm trước" in cell for table in tables_of(data) for row in table for cell in row)


def test_what_was_not_given_is_said_to_be_missing() -> None:
    """In every part of the figures: no number stands there."""
    lines = lines_of(review_of("lai-chau-2021"))
    begin, end = (next(at for at, line in enumerate(lines) if line.startswith(part)) for part in ("II.", "III."))
    part = [line for line in lines[begin + 1 : end] if line]
    assert part.count("Không có số liệu nào được cung cấp.") == 4
    assert not numbers_in(" ".join(line for line in part if not line[0].isdigit()))
    assert "Không có kết quả năm trước để so sánh." in lines


def test_the_tasks_of_next_year_are_headed_blanks() -> None:
    """An area each, and dots beneath."""
    lines = lines_of(review_of("cao-bang-2021"))
    begin = lines.index("IV. NHIỆM VỤ TRỌNG TÂM NĂM SAU")
    assert lines[begin + 1] == "1. Cải cách thể chế"
    assert set(lines[begin + 2]) == {"."}


def test_long_lists_are_cut_where_the_fields_say_so() -> None:
    """Ten criteria of a set, five units of each and how many others, five that improved."""
    year = reported_year(example("cap-xa-2025"), previous=example("cap-xa-2024"))
    fields = review_fields(year, "vi")
    assert len(fields["previous"]["improved"]) <= MOST_IMPROVED
    (own, _) = review_fields(reported_year(example("cao-bang-2021")), "vi")["sets"]
    assert len(own["lost"]) == MOST_LOST
    assert own["lost"][0]["responsible"].endswith("và 14 đơn vị khác")


def test_a_survey_says_its_response_and_its_intervals(tmp_path: Path) -> None:
    """With sample and level; a plugin's figures stand apart; rows that were left out are told at the head."""
    folder = _with_survey(_cycle(tmp_path, "unit\na\nb\n"))
    text = (folder / "cycle.yaml").read_text(encoding="utf-8")
    (folder / "cycle.yaml").write_text(text + _SURVEY.lstrip("\n"), encoding="utf-8")
    registry = cchc_index.Registry.builtin().with_plugin("p", plugin_of(Drafts))
    steps: list[str] = []
    year = reported_year(cchc_index.open_cycle(folder, registry=registry))
    fields = review_fields(year, "vi", steps.append)
    assert len(steps) == 1
    has_shape(fields, known_fields())
    data = filled("review", fields, "vi")
    assert _said(lines_of(data), "Có 30 người trả lời trên 45 phiếu phát ra", "tỷ lệ 66,67%")
    rows = [row for table in tables_of(data) for row in table]
    assert ["B", "20", "25", "80,00"] in rows
    (interval,) = [row for row in rows if row[0] == "A" and "hài lòng" in row[1]]
    assert interval[2] == "50,00"
    assert interval[5:] == ["10", "95"]
    assert [each["builder"] for each in fields["others"]] == ["p.drafts"]
    assert ["A", fields["others"][0]["each"][0]["title"], "1"] in rows
    assert "5. Số liệu khác" in lines_of(data)


def test_the_same_bytes_every_time() -> None:
    """In both languages."""
    for language in ("vi", "en"):
        once = review_of("cap-xa-2025", "cap-xa-2024", language)
        assert once == review_of("cap-xa-2025", "cap-xa-2024", language)
        assert any(texts_of(once))


def test_provisional_results_say_so(tmp_path: Path) -> None:
    """At the head, in the words of every other output."""
    from tests.writing.word.small import small_cycle

    cycle = small_cycle(tmp_path, {"a": "A"}, more='awaiting: [{codes: ["3"], until: 2025-12-31}]\n')
    fields: dict[str, Any] = review_fields(reported_year(cycle), "vi")
    assert fields["provisional"].startswith("KẾT QUẢ TẠM THỜI")
    assert "2025-12-31" in " ".join(fields["notices"])


def test_entries_that_feed_criteria_are_told_apart() -> None:
    """Each with its parameters and the criteria that it feeds, and never added up."""
    year = reported_year(example("cao-bang-2021"))
    feeding = tuple(each for each in year.cycle.counted if not each.is_for_the_report)
    fields = review_fields(attrs.evolve(year, evidence=feeding), "vi")
    lines = lines_of(filled("review", fields, "vi"))
    assert _said(lines, "tiếp nhận 78.885 hồ sơ")
    assert _said(lines, "Nguồn: dossiers.csv (level: commune)", "dùng để chấm tiêu chí 2.2.2")
    assert not _said(lines, "148.000")
