"""Messages about files still to come."""

from __future__ import annotations

from typing import Final

MESSAGES: Final = {
    "awaiting.no_codes": (
        ("không có mã tiêu chí nào", "không biết còn chờ số liệu của tiêu chí nào", "Ghi mã các tiêu chí còn chờ."),
        ("there are no codes", "so that nobody knows what is awaited", "Write the codes of the criteria."),
    ),
    "awaiting.until": (
        (
            "hạn '{value}' không phải là một ngày",
            "ngày ghi theo dạng năm-tháng-ngày, ví dụ 2022-03-01",
            "Sửa ngày, hoặc bỏ hạn nếu chưa biết.",
        ),
        (
            "'{value}' is no day of the calendar",
            "and dates are written year-month-day, such as 2022-03-01",
            "Correct it, or leave it out where nobody knows yet.",
        ),
    ),
    "awaiting.set": (
        ("không có bộ tiêu chí '{criteria}' trong đợt này", "đợt này có: {known}", "Sửa tên bộ tiêu chí."),
        ("the cycle has no set '{criteria}'", "it has: {known}", "Correct its name."),
    ),
    "awaiting.code": (
        ("không có tiêu chí '{code}'", "đã tìm trong: {criteria}", "Sửa mã tiêu chí."),
        ("there is no criterion '{code}'", "in: {criteria}", "Correct the code."),
    ),
    "awaiting.absent": (
        (
            "tiêu chí {code} còn chờ số liệu, trong khi {absent} không tính năm nay",
            "tiêu chí không tính thì không cần số liệu",
            "Bỏ một trong hai khai báo.",
        ),
        (
            "criterion {code} is awaited, while {absent} is left out this year",
            "and what is left out needs no figures",
            "Take one of the two away.",
        ),
    ),
    "awaiting.twice": (
        (
            "tiêu chí {code} đã khai báo còn chờ cùng {first}",
            "ghi hai lần thì không biết hạn nào đúng",
            "Chỉ ghi một lần.",
        ),
        (
            "criterion {code} is awaited already, with {first}",
            "and of two dates nobody knows which holds",
            "Name it once.",
        ),
    ),
    "awaiting.come": (
        (
            "tiêu chí {code} có số liệu {value}",
            "cycle.yaml khai báo số liệu của tiêu chí này còn chờ",
            "Nếu tệp đã về, bỏ tiêu chí khỏi 'awaiting'; nếu chưa, xóa số liệu này.",
        ),
        (
            "there is {value} for criterion {code}",
            "while cycle.yaml says that its figures are still to come",
            "If the file has come, take the criterion off 'awaiting'; if not, delete the value.",
        ),
    ),
    "adjustment.awaited": (
        (
            "điều chỉnh tiêu chí {code} của đơn vị '{unit}'",
            "số liệu của tiêu chí này còn chờ",
            "Chờ tệp về rồi điều chỉnh, hoặc bỏ tiêu chí khỏi 'awaiting' trong cycle.yaml.",
        ),
        (
            "an adjustment of criterion {code} for the unit '{unit}'",
            "whose figures are still to come",
            "Adjust when the file has come, or take the criterion off 'awaiting' in cycle.yaml.",
        ),
    ),
}
