"""Messages about calls of the library, and about the extras that they need."""

from __future__ import annotations

from typing import Final

MESSAGES: Final = {
    "usage.explain_whom": (
        (
            "chưa nêu đơn vị nào của {path}",
            "lệnh giải thích một đơn vị, hoặc mọi đơn vị vào một thư mục",
            "Ghi mã hoặc tên đơn vị; hoặc ghi -o THƯ-MỤC để mỗi đơn vị có một tệp.",
        ),
        (
            "no unit of {path} is named",
            "and the command explains one, or all of them into a folder",
            "Name the unit; or write -o FOLDER, for a file for each.",
        ),
    ),
    "usage.forms_of_cycle": (
        (
            "phiếu của một đợt đánh giá với '--stage {stage}'",
            "chỉ phiếu thẩm định lấy số liệu tự chấm từ đợt, và đợt phải có số liệu đó",
            "Ghi --stage appraised, hoặc tên lần thẩm định khác của đợt; hoặc ghi tên bộ tiêu chí để lập phiếu trống.",
        ),
        (
            "forms of a cycle with '--stage {stage}'",
            "while only the council's forms repeat what units reported, and the cycle must have that",
            "Write --stage appraised, or another appraisal of the cycle; or name the set, for forms that are empty.",
        ),
    ),
    "usage.form_stage": (
        (
            "phiếu với '--stage {stage}'",
            "phiếu của một bộ tiêu chí là của self (đơn vị), appraised (hội đồng) hoặc survey (khảo sát)",
            "Ghi một trong ba; tên lần thẩm định khác thì ghi cùng thư mục của đợt.",
        ),
        (
            "a form with '--stage {stage}'",
            "while a set's forms are of self (the unit), appraised (the council) or survey",
            "Write one of the three; a further appraisal is named with the cycle's folder.",
        ),
    ),
    "usage.read_back": (
        (
            "kết quả này được đọc lại từ tệp",
            "tệp kết quả không có số liệu báo cáo",
            "Mở đợt đánh giá bằng open_cycle và chấm lại.",
        ),
        (
            "this result was read back from a file",
            "which holds nothing of what was reported",
            "Open its cycle by open_cycle, and score it.",
        ),
    ),
    "usage.kind": (
        ("tham số '{argument}' có kiểu {found}", "cần {wanted}", "Truyền {wanted}."),
        ("the argument '{argument}' is of type {found}", "where {wanted} belongs", "Pass {wanted}."),
    ),
    "usage.got_from": (
        ("tham số '{argument}' có kiểu {found}", "cần {wanted}", "Truyền kết quả của {how}."),
        ("the argument '{argument}' is of type {found}", "where {wanted} belongs", "Pass what {how} gives."),
    ),
    "usage.word": (
        ("tham số '{argument}' là {found}", "", "Chọn một trong: {known}."),
        ("the argument '{argument}' is {found}", "", "It is one of {known}."),
    ),
    "usage.content": (
        (
            "tham số '{argument}' là '{found}'",
            "có vẻ là nội dung của tệp, ở đây cần đường dẫn",
            "Ghi nội dung vào một tệp và truyền đường dẫn của tệp.",
        ),
        (
            "the argument '{argument}' is '{found}'",
            "which looks like the content of a file, where a path belongs",
            "Write it to a file and pass the file's path.",
        ),
    ),
    "usage.other_set": (
        (
            "số liệu được đọc cho bộ tiêu chí {found}",
            "không phải cho {wanted}",
            "Đọc bằng read_assessment với bộ này, hoặc assessment.for_criteria(bộ).",
        ),
        (
            "the assessment was read for {found}",
            "not for {wanted}",
            "Read it with read_assessment and that set, or take assessment.for_criteria(set).",
        ),
    ),
    "usage.frame_column": (
        ("tiêu chí có mã '{code}'", "trùng tên một cột khác của bảng", "Đặt mã khác cho tiêu chí."),
        ("a node has the code '{code}'", "which is the name of another column of the frame", "Choose another code."),
    ),
    "extra.missing": (
        ("gói '{package}' chưa được cài", "", "pip install 'cchc-index[{extra}]'"),
        ("the package '{package}' is not installed", "", "pip install 'cchc-index[{extra}]'"),
    ),
}
