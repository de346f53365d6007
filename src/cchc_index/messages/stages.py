"""Messages about what a stage takes over from the one before it."""

from __future__ import annotations

from typing import Final

MESSAGES: Final = {
    "stage.unit": (
        (
            "đơn vị '{unit}' ({name}) không có ở giai đoạn {stage_name}",
            "kết quả của giai đoạn trước không tự động thành kết quả của giai đoạn này",
            "Thêm dòng hoặc phiếu của đơn vị; bảng chỉ ghi thay đổi thì khai báo changes: yes cho tệp trong "
            "cycle.yaml.",
        ),
        (
            "the unit '{unit}' ({name}) is not there at the stage {stage_name}",
            "and what the stage before says is not taken for this one's",
            "Add its row or its form; a table that holds only changes says so in cycle.yaml: changes: yes.",
        ),
    ),
    "stage.no_column": (
        (
            "không có cột cho tiêu chí {code} ({title}) ở giai đoạn {stage_name}",
            "kết quả của giai đoạn trước không tự động thành kết quả của giai đoạn này",
            "Thêm cột '{code}'; bảng chỉ ghi thay đổi thì khai báo changes: yes cho tệp trong cycle.yaml.",
        ),
        (
            "there is no column for criterion {code} ({title}) at the stage {stage_name}",
            "and what the stage before says is not taken for this one's",
            "Add the column '{code}'; a table that holds only changes says so in cycle.yaml: changes: yes.",
        ),
    ),
    "stage.blank": (
        (
            "tiêu chí {code} để trống ở giai đoạn {stage_name}",
            "kết quả của giai đoạn trước không tự động thành kết quả của giai đoạn này",
            "Ghi giá trị hoặc điểm, hoặc na nếu không áp dụng; bảng chỉ ghi thay đổi thì khai báo changes: yes cho tệp "
            "trong cycle.yaml.",
        ),
        (
            "criterion {code} is blank at the stage {stage_name}",
            "and what the stage before says is not taken for this one's",
            "Write the value or the points, or na where it does not apply; a table that holds only changes says so in "
            "cycle.yaml: changes: yes.",
        ),
    ),
    "stage.nothing": (
        (
            "chưa ghi gì cho đơn vị '{unit}' ({name}) ở giai đoạn {stage_name}",
            "kết quả của giai đoạn trước không tự động thành kết quả của giai đoạn này",
            "Ghi từng tiêu chí; kiểm tra xem kết quả có nằm nhầm ở cột của giai đoạn khác không.",
        ),
        (
            "nothing is written for the unit '{unit}' ({name}) at the stage {stage_name}",
            "and what the stage before says is not taken for this one's",
            "Write each criterion; see whether it stands in the columns of another stage.",
        ),
    ),
    "stage.silent": (
        (
            "bộ {criteria} không có gì ở giai đoạn {stage_name}",
            "các bộ khác đã có, và kết quả của giai đoạn trước không tự động thành kết quả của giai đoạn này",
            "Thêm tệp của bộ này ở giai đoạn đó vào 'assessments' trong cycle.yaml.",
        ),
        (
            "the set {criteria} has nothing at the stage {stage_name}",
            "while other sets have, and what the stage before says is not taken for this one's",
            "Add its files of that stage to 'assessments' in cycle.yaml.",
        ),
    ),
    "stage.final_files": (
        (
            "bộ {criteria} có tệp ở giai đoạn kết quả (final)",
            "giai đoạn {stage_name} đã có số liệu, và kết quả là số liệu đó cùng các điều chỉnh",
            "Ghi stage: appraised cho các tệp này trong cycle.yaml.",
        ),
        (
            "the set {criteria} has files of the final result (stage: final)",
            "while there are some of the stage {stage_name}, and the result is what that says with its adjustments",
            "Write stage: appraised for these files in cycle.yaml.",
        ),
    ),
    "stage.no_before": (
        (
            "tệp khai báo changes: yes ở giai đoạn {stage_name}",
            "trước đó chưa có giai đoạn nào có số liệu để thay đổi",
            "Bỏ changes, hoặc thêm tệp của giai đoạn trước.",
        ),
        (
            "a file that says changes: yes at the stage {stage_name}",
            "and no stage before it has anything to change",
            "Leave changes out, or add the files of the stage before.",
        ),
    ),
    "stage.exchanged": (
        (
            "hai cột của phiếu có vẻ bị đổi chỗ, đơn vị '{unit}' ({name})",
            "phần lớn số ở cột thẩm định là số đơn vị đã tự chấm",
            "Ghi số của hội đồng vào cột thẩm định, số của đơn vị vào cột tự chấm.",
        ),
        (
            "the two columns of the form seem to be exchanged, unit '{unit}' ({name})",
            "since most figures in the council's column are those that the unit reported",
            "Write the council's figures into its own column, and the unit's into the unit's.",
        ),
    ),
    "stage.other_claim": (
        (
            "tiêu chí {code}: cột tự chấm ghi {found}",
            "phiếu tự chấm của {unit} ghi {own}",
            "Ghi đúng số đơn vị đã báo cáo, hoặc để trống cột tự chấm.",
        ),
        (
            "criterion {code}: the unit's column says {found}",
            "while the own form of {unit} says {own}",
            "Write what the unit reported, or leave its column blank.",
        ),
    ),
    "stage.no_claim": (
        (
            "tiêu chí {code}: cột tự chấm ghi {found}",
            "{unit} không báo cáo gì cho tiêu chí này",
            "Xóa số đó; số của hội đồng ghi vào cột thẩm định.",
        ),
        (
            "criterion {code}: the unit's column says {found}",
            "while {unit} reported nothing there",
            "Delete it; the council's figure belongs into its own column.",
        ),
    ),
    "stage.other_points": (
        (
            "tiêu chí {code}: ghi {points} điểm bên cạnh giá trị, theo cách chấm là {given}",
            "cách chấm quyết định, nên điểm ghi như vậy không có tác dụng",
            "Sửa giá trị hoặc điểm; nếu hội đồng quyết định khác cách chấm, ghi council: decides cho mục này trong "
            "cycle.yaml.",
        ),
        (
            "criterion {code}: {points} points are written beside a value that earns {given}",
            "and the rule decides, so that they would count for nothing",
            "Correct the value or the points; where the council decides against the rule, write council: decides in "
            "that entry of cycle.yaml.",
        ),
    ),
}
