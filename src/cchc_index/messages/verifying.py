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
    "correction.reason": (
        ("đính chính không có lý do", "người đọc cần biết vì sao kết quả đã công bố bị thay", "Thêm --reason."),
        (
            "a correction without a reason",
            "while readers must know why a published result is replaced",
            "Add --reason.",
        ),
    ),
    "correction.by": (
        ("đính chính không nói ai quyết định", "", "Thêm --by."),
        ("a correction that does not say who decided it", "", "Add --by."),
    ),
    "correction.other_cycle": (
        ("kết quả của đợt '{found}'", "không phải của đợt '{wanted}'", "Chỉ đúng tệp kết quả đã công bố của đợt này."),
        ("a result of the cycle '{found}'", "and not of '{wanted}'", "Name the published result of this cycle."),
    ),
    "correction.nothing": (
        ("kết quả chấm lại giống hệt kết quả đã công bố", "không có gì để đính chính", "Bỏ --replaces."),
        ("scoring again gives the published result", "so there is nothing to correct", "Leave out --replaces."),
    ),
    "verify.no_correction": (
        ("tệp này không nói thay kết quả nào", "'{path}' không phải kết quả bị thay", "Bỏ --replaced."),
        ("the file does not say that it replaces any", "so it does not replace '{path}'", "Leave out --replaced."),
    ),
    "verify.other_replaced": (
        ("đính chính nói thay kết quả {written}", "'{path}' là kết quả {computed}", "Chỉ đúng tệp đã công bố."),
        (
            "the correction replaces the result {written}",
            "and '{path}' is {computed}",
            "Name the file that was published.",
        ),
    ),
    "verify.not_listed": (
        (
            "đơn vị '{unit}', {where}: {written} thành {computed}",
            "đính chính không liệt kê thay đổi này",
            "Lập lại đính chính bằng score --replaces.",
        ),
        (
            "unit '{unit}', {where}: {written} became {computed}",
            "while the correction does not list it",
            "Make the correction anew with score --replaces.",
        ),
    ),
    "verify.not_different": (
        (
            "đơn vị '{unit}', {where}: đính chính ghi {written} thành {computed}",
            "hai tệp không khác nhau như vậy",
            "Lập lại đính chính bằng score --replaces.",
        ),
        (
            "unit '{unit}', {where}: the correction lists {written} to {computed}",
            "while the two files do not differ so",
            "Make the correction anew with score --replaces.",
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
