"""Messages about cells that cannot be taken as a value, whatever source they come from."""

from __future__ import annotations

from typing import Final

MESSAGES: Final = {
    "value.text_number": (
        (
            "'{value}' là chữ, không phải số",
            "chữ giống số có thể đọc theo hai cách (dấu chấm, dấu phẩy)",
            'Gõ lại thành số trong ô (định dạng General), hoặc khai báo decimal: "," cho tệp.',
        ),
        (
            "'{value}' is text and no number",
            "and text that looks like a number can be read two ways (point, comma)",
            'Type it as a number into the cell (format General), or declare decimal: "," for the file.',
        ),
    ),
    "value.per_cent_cell": (
        (
            "ô có định dạng phần trăm (giá trị lưu là {value})",
            "95 % được lưu là 0.95, nên không rõ số nào",
            "Đổi định dạng ô sang General, rồi gõ số, ví dụ 95.",
        ),
        (
            "a cell shown in per cent (what is stored is {value})",
            "where 95 % is stored as 0.95, so nobody can say which is meant",
            "Format the cell as General, then type the number, for example 95.",
        ),
    ),
    "value.date": (
        ("ngày tháng {value}", "Excel có thể đã đổi số thành ngày (1/2, 3-4)", "Định dạng ô là General, gõ lại số."),
        (
            "the date {value}",
            "into which Excel may have turned a number (1/2, 3-4)",
            "Format the cell as General, then type the number.",
        ),
    ),
    "value.boolean": (
        ("giá trị logic {value}", "ở đây cần số, hoặc chữ có / không", "Gõ lại thành số, hoặc có, không."),
        ("the logical value {value}", "where a number, or yes / no in words, belongs", "Type it as such."),
    ),
    "value.cell_error": (
        ("ô báo lỗi ({value})", "không có giá trị", "Sửa công thức gây lỗi, rồi dán giá trị."),
        ("the cell shows an error ({value})", "so it has no value", "Mend what caused it, then paste the value."),
    ),
    "value.formula": (
        (
            "ô chứa công thức",
            "kết quả phụ thuộc vào ô khác và không được tính lại ở đây",
            "Chép ô, rồi dán dạng giá trị (Paste Special, Values).",
        ),
        (
            "the cell holds a formula",
            "whose result depends on other cells and is not computed here",
            "Copy it and paste its value (Paste Special, Values).",
        ),
    ),
    "value.no_cache": (
        (
            "ô chứa công thức mà tệp không lưu kết quả",
            "công thức không được tính ở đây",
            "Mở tệp bằng Excel và lưu lại, hoặc gõ giá trị.",
        ),
        (
            "the cell holds a formula of which the file keeps no result",
            "and formulas are not computed here",
            "Open the file in Excel and save it again, or type the value.",
        ),
    ),
    "value.digits": (
        ("{value}", "nhiều chữ số hơn người gõ: kết quả của một phép tính", "Làm tròn, rồi gõ lại số."),
        ("{value}", "which has more digits than anybody types: a computed number", "Round it and type it."),
    ),
    "value.hidden_text": (
        (
            "ô chứa '{value}' nhưng định dạng ô không cho thấy",
            "người duyệt không nhìn thấy nội dung sẽ được tính",
            "Đổi định dạng ô sang General để thấy nội dung, rồi gõ lại nếu đúng.",
        ),
        (
            "the cell holds '{value}', which its format does not show",
            "so whoever signed did not see what would count",
            "Format the cell as General to see it, and type it again if it is right.",
        ),
    ),
    "value.shown_conditionally": (
        (
            "ô lưu {value}, định dạng có điều kiện có thể cho thấy một số khác",
            "người duyệt có thể không nhìn thấy số sẽ được tính",
            "Bỏ định dạng số có điều kiện của ô, rồi gõ lại số như đã duyệt.",
        ),
        (
            "the cell holds {value}, and a conditional format may show another number",
            "so whoever signed may not have seen what would count",
            "Remove the cell's conditional number format, then type the number as it was signed.",
        ),
    ),
    "value.noise": (
        (
            "{value}",
            "nhiều chữ số hơn người gõ: kết quả của một phép tính với số thực nhị phân",
            "Làm tròn cột trước khi chấm, ví dụ round(2); nếu cần đúng từng chữ số, dùng decimal.Decimal.",
        ),
        (
            "{value}",
            "which has more digits than anybody types: the result of a computation with binary floats",
            "Round the column first, for example round(2); where every digit counts, use decimal.Decimal.",
        ),
    ),
    "value.infinite": (
        ("{value}", "không phải là một số hữu hạn", "Sửa phép tính đã cho ra giá trị này."),
        ("{value}", "which is no finite number", "Mend the computation it comes from."),
    ),
    "value.shown": (
        (
            "ô lưu {value} nhưng định dạng cho thấy một số khác",
            "người duyệt không nhìn thấy số sẽ được tính",
            "Gõ lại số như đã duyệt, và đổi định dạng ô sang General.",
        ),
        (
            "the cell holds {value}, but its format shows another number",
            "so whoever signed did not see what would count",
            "Type the number as it was signed, and format the cell as General.",
        ),
    ),
    "value.kind": (
        (
            "{value} (kiểu {kind})",
            "số thực nhị phân và các kiểu khác không nói rõ số thập phân nào",
            "Dùng chữ, int hoặc decimal.Decimal.",
        ),
        (
            "{value} (of type {kind})",
            "which does not say which decimal is meant",
            "Use a text, an int or a decimal.Decimal.",
        ),
    ),
}
