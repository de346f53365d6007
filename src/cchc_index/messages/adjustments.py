"""Messages about adjustments and objections."""

from __future__ import annotations

from typing import Final

MESSAGES: Final = {
    "row.form": (
        ("tệp này là một phiếu", "ở đây cần một bảng, mỗi dòng một việc", "Dùng bảng có các cột như hướng dẫn."),
        (
            "the file is a form",
            "while a table with a row for each case is wanted",
            "Use a table with the columns described.",
        ),
    ),
    "row.column": (
        ("cột lạ '{found}'", "bảng này có các cột {known}", "{hint}Sửa tên cột, hoặc xóa cột."),
        ("unknown column '{found}'", "the table has the columns {known}", "{hint}Correct its name, or delete it."),
    ),
    "row.no_column": (
        ("thiếu cột {columns}", "mỗi dòng đều phải ghi", "Thêm cột."),
        ("the column {columns} is missing", "which every row must fill in", "Add it."),
    ),
    "row.lacks": (
        ("dòng chưa ghi {column}", "không có thì không ai kiểm tra được", "Ghi {column}."),
        ("the row says no {column}", "without which nobody can check it", "Write it."),
    ),
    "row.date": (
        ("'{value}' ở cột {column}", "không phải là ngày theo dạng năm-tháng-ngày", "Ghi như 2022-01-31."),
        ("'{value}' in column {column}", "which is no date written year-month-day", "Write it like 2022-01-31."),
    ),
    "adjustment.stage": (
        (
            "giai đoạn '{stage}'",
            "chỉ điều chỉnh được ở các giai đoạn sau tự chấm đã có số liệu: {stages}",
            "Sửa cột stage.",
        ),
        (
            "the stage '{stage}'",
            "while stages after the self-assessment that have data can be adjusted: {stages}",
            "Correct the column stage.",
        ),
    ),
    "adjustment.action": (
        ("việc '{action}'", "có thể là {known}", "Sửa cột action."),
        ("the action '{action}'", "which is one of {known}", "Correct the column action."),
    ),
    "adjustment.value_of_na": (
        ("'{value}' bên cạnh na", "tiêu chí không áp dụng thì không có điểm", "Xóa giá trị, hoặc ghi set."),
        ("'{value}' beside na", "and what does not apply has no points", "Delete the value, or write set."),
    ),
    "adjustment.number": (
        ("'{value}' ở cột {column}", "không phải là số điểm", "Ghi số, dấu thập phân là dấu chấm."),
        ("'{value}' in column {column}", "which is no number of points", "Write a number with a decimal point."),
    ),
    "adjustment.objection": (
        ("kiến nghị '{objection}'", "objections.csv không có", "Sửa mã kiến nghị, hoặc thêm vào objections.csv."),
        (
            "the objection '{objection}'",
            "which objections.csv does not have",
            "Correct it, or add it to objections.csv.",
        ),
    ),
    "adjustment.other_objection": (
        ("kiến nghị '{objection}'", "là của đơn vị '{unit}'", "Sửa mã kiến nghị hoặc mã đơn vị."),
        ("the objection '{objection}'", "which is of the unit '{unit}'", "Correct the objection or the unit."),
    ),
    "row.unit": (
        ("đơn vị '{unit}'", "không được chấm trong đợt này", "Sửa mã đơn vị."),
        ("the unit '{unit}'", "which is not scored in this cycle", "Correct its identifier."),
    ),
    "row.code": (
        ("tiêu chí '{code}'", "đơn vị '{unit}' không được chấm theo tiêu chí này", "Sửa mã tiêu chí."),
        ("the criterion '{code}'", "by which the unit '{unit}' is not scored", "Correct its code."),
    ),
    "adjustment.must_apply": (
        (
            "na cho tiêu chí {code} của '{unit}'",
            "tiêu chí này luôn áp dụng",
            "Bỏ dòng, hoặc cho phép trong bộ tiêu chí: not_applicable: allowed.",
        ),
        (
            "na for criterion {code} of '{unit}'",
            "which always applies",
            "Delete the row, or let the set say not_applicable: allowed.",
        ),
    ),
    "adjustment.parent": (
        ("điểm cho tiêu chí {code}", "điểm của tiêu chí này là tổng các tiêu chí con", "Điều chỉnh tiêu chí con."),
        ("points for criterion {code}", "whose points are made of its parts", "Adjust its parts."),
    ),
    "adjustment.not_at_stage": (
        ("tiêu chí {code}", "không được chấm ở giai đoạn này", "Sửa cột stage hoặc mã tiêu chí."),
        ("criterion {code}", "which is not scored at that stage", "Correct the stage or the code."),
    ),
    "adjustment.gone": (
        (
            "điểm cho tiêu chí {code} của '{unit}'",
            "tiêu chí không áp dụng cho đơn vị này",
            "Bỏ dòng, hoặc ghi giá trị ở giai đoạn thẩm định.",
        ),
        (
            "points for criterion {code} of '{unit}'",
            "to whom it does not apply",
            "Delete the row, or give a value where it is appraised.",
        ),
    ),
    "adjustment.other_leaf": (
        (
            "tiêu chí {code}: hội đồng đã quyết định hoặc điều chỉnh điểm theo bộ {before}",
            "ở bộ này tiêu chí có điểm tối đa, cách chấm hoặc số chữ số thập phân khác",
            "Giữ nguyên tiêu chí đó, hoặc lấy số liệu của giai đoạn trước điều chỉnh.",
        ),
        (
            "criterion {code}: the council decided or adjusted points of it by the set {before}",
            "while here it has another maximum, rule or number of decimals",
            "Leave that criterion as it is, or take the answers of the stage before the adjustments.",
        ),
    ),
    "adjustment.twice": (
        ("ghi điểm lần thứ hai cho tiêu chí {code} của '{unit}'", "đã ghi ở {first}", "Giữ một dòng."),
        (
            "points are set a second time for criterion {code} of '{unit}'",
            "which {first} does already",
            "Keep one of the rows.",
        ),
    ),
    "adjustment.nothing": (
        ("cộng điểm cho tiêu chí {code} của '{unit}'", "tiêu chí chưa có số liệu", "Ghi set với số điểm."),
        (
            "points are added to criterion {code} of '{unit}'",
            "for which nothing was reported",
            "Write set with the points.",
        ),
    ),
    "adjustment.places": (
        ("{value} điểm", "điểm của bộ tiêu chí có {places} chữ số thập phân", "Ghi số có ít chữ số hơn."),
        ("{value} points", "while points of the set have {places} decimals", "Write a number with fewer."),
    ),
    "adjustment.beyond": (
        ("tiêu chí {code} thành {points} điểm", "điểm nằm trong khoảng từ 0 đến {most}", "Sửa số điểm."),
        ("criterion {code} becomes {points} points", "which lie between 0 and {most}", "Correct the points."),
    ),
    "objection.kind": (
        ("loại '{kind}'", "có thể là {known}", "Sửa cột kind."),
        ("the kind '{kind}'", "which is one of {known}", "Correct the column kind."),
    ),
    "objection.stage": (
        ("giai đoạn '{stage}'", "đã có số liệu: {stages}", "Sửa cột stage."),
        ("the stage '{stage}'", "there are data for: {stages}", "Correct the column stage."),
    ),
    "objection.twice": (
        ("kiến nghị '{objection}' lần thứ hai", "đã có ở {first}", "Ghi mã khác."),
        ("the objection '{objection}' a second time", "which stands in {first}", "Give it another identifier."),
    ),
    "objection.before": (
        ("trả lời ngày {answered}", "trước ngày kiến nghị {date}", "Sửa ngày."),
        ("answered on {answered}", "before it was made, on {date}", "Correct the dates."),
    ),
}
