"""Messages about results that are verified."""

from __future__ import annotations

from typing import Final

MESSAGES: Final = {
    "verify.figure": (
        (
            "đơn vị '{unit}', {where}: ghi {written}, cộng lại được {computed}",
            "các con số trong tệp mâu thuẫn nhau",
            "Lấy lại tệp gốc, hoặc chấm lại.",
        ),
        (
            "unit '{unit}', {where}: {written} is written, {computed} is what the file's own figures give",
            "so they contradict each other",
            "Get the file again, or score again.",
        ),
    ),
    "verify.range": (
        (
            "đơn vị '{unit}', tiêu chí {where}: {written} điểm, tối đa {computed}",
            "",
            "Lấy lại tệp gốc, hoặc chấm lại.",
        ),
        ("unit '{unit}', criterion {where}: {written} points of {computed}", "", "Get the file again, or score again."),
    ),
    "verify.summary": (
        (
            "{where} của {criteria}: không phải là điều tính được từ các con số trong tệp",
            "",
            "Lấy lại tệp gốc, hoặc chấm lại.",
        ),
        ("{where} of {criteria}: not what the file's figures give", "", "Get the file again, or score again."),
    ),
    "verify.recomputed": (
        (
            "đơn vị '{unit}', {where}: ghi {written}, chấm lại được {computed}",
            "khác nhau ở {count} đơn vị",
            "Xem tệp nào, bộ tiêu chí nào đã thay đổi.",
        ),
        (
            "unit '{unit}', {where}: {written} is written, {computed} comes of scoring again",
            "and {count} units differ",
            "See which files and sets have changed.",
        ),
    ),
    "verify.other_results": (
        ("kết quả của {written}; chấm lại được {computed}", "", "Kiểm tra PATH có đúng là đợt này không."),
        ("results of {written}; scoring again gives {computed}", "", "Check that PATH is the same cycle."),
    ),
    "verify.input": (
        ("tệp số liệu {found}: {state}", "khi chấm có mã {written}", "Lấy lại tệp đã dùng, hoặc công bố kết quả mới."),
        ("input file {found}: {state}", "when scored it was {written}", "Get back what was used, or score anew."),
    ),
    "verify.set": (
        ("bộ tiêu chí {criteria} đã thay đổi", "khác ở: {codes}", "Lấy lại bộ đã dùng, hoặc công bố kết quả mới."),
        ("the set {criteria} has changed", "in: {codes}", "Get back the set that was used, or score anew."),
    ),
    "verify.version": (
        ("{found}: khi chấm là {written}, nay là {computed}", "", "Cài lại phiên bản đã dùng để so sánh."),
        ("{found}: {written} when scored, {computed} now", "", "Install the version that was used, to compare."),
    ),
}
