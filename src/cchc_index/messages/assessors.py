"""Messages about several assessors who give points."""

from __future__ import annotations

from typing import Final

MESSAGES: Final = {
    "assessors.self": (
        (
            "có giám khảo ở giai đoạn self",
            "ở giai đoạn này đơn vị tự đánh giá",
            "Ghi giai đoạn thẩm định cho mục này, hoặc bỏ 'assessors'.",
        ),
        (
            "there are assessors at the stage self",
            "at which units assess themselves",
            "Name the stage at which they assess, or take 'assessors' away.",
        ),
    ),
    "assessors.no_files": (
        ("không có tệp nào của giám khảo", "không có điểm để tổng hợp", "Ghi tệp của từng giám khảo."),
        ("there is no file of an assessor", "so that there are no points to combine", "Name the file of each."),
    ),
    "assessors.drop": (
        ("số điểm bỏ đi là {drop}", "chỉ có thể bỏ 0 điểm trở lên ở mỗi phía", "Ghi số nguyên không âm."),
        (
            "{drop} points are to be left out",
            "and no less than 0 can be on either side",
            "Write a whole number of 0 or more.",
        ),
    ),
    "assessors.changes": (
        (
            "tệp của giám khảo khai báo changes: yes",
            "giám khảo cho điểm, không sửa kết quả của giai đoạn trước",
            "Bỏ changes ở tệp này; tệp chỉ ghi thay đổi thì để ở 'files'.",
        ),
        (
            "an assessor's file says changes: yes",
            "while an assessor gives points and changes nothing of the stage before",
            "Leave changes out here; a table of changes belongs to 'files'.",
        ),
    ),
    "assessors.alike": (
        (
            "có hai giám khảo cùng tên '{name}'",
            "tên giám khảo là tên tệp, và tệp {first} đã mang tên đó",
            "Đổi tên một tệp, hoặc bỏ tệp lặp.",
        ),
        (
            "two assessors are called '{name}'",
            "since an assessor is called as the file is, and {first} has that name already",
            "Rename one of the files, or take it away where it is named twice.",
        ),
    ),
    "assessors.nothing": (
        (
            "giám khảo {name} không cho điểm tiêu chí nào",
            "không thể tổng hợp điểm của người chưa chấm",
            "Ghi điểm vào cột mang mã tiêu chí (mã.points nếu tiêu chí không chấm điểm trực tiếp), hoặc bỏ tệp này.",
        ),
        (
            "the assessor {name} gives no points at all",
            "and points of somebody who gave none cannot be combined",
            "Write points in columns headed by a code (CODE.points where the rule reads something else), or take "
            "the file away.",
        ),
    ),
    "assessors.points_only": (
        (
            "cột {column} của giám khảo {name} ghi {value} ({count} ô trong cột có nội dung)",
            "giám khảo chỉ cho điểm, không báo cáo số liệu",
            "Ghi điểm vào cột {code}.points; số liệu để ở tệp dưới 'files'.",
        ),
        (
            "the column {column} of the assessor {name} says {value} (cells of it that say something: {count})",
            "while an assessor gives points, and no values",
            "Write points in a column {code}.points; values belong to a table under 'files'.",
        ),
    ),
    "assessors.parent": (
        (
            "cột {column} của giám khảo {name} ghi {value} ({count} ô trong cột có nội dung)",
            "tiêu chí {code} có tiêu chí thành phần, điểm được cho ở từng thành phần",
            "Cho điểm, hoặc ghi na, ở từng tiêu chí thành phần của {code}.",
        ),
        (
            "the column {column} of the assessor {name} says {value} (cells of it that say something: {count})",
            "while {code} has parts, and points are given to these",
            "Give points to each part of {code}, or write na there.",
        ),
    ),
    "assessors.silent": (
        (
            "giám khảo {assessor} chưa ghi điểm nào cho đơn vị '{unit}' ({name})",
            "chưa chấm không phải là 0 điểm",
            "Ghi điểm từng tiêu chí; xem điểm có nằm ở cột khác không.",
        ),
        (
            "the assessor {assessor} wrote no points at all for the unit '{unit}' ({name})",
            "who was not assessed has not got 0 points",
            "Write the points of each criterion; see whether they stand in another column.",
        ),
    ),
    "assessors.unit": (
        (
            "giám khảo {assessor} không có đơn vị '{unit}' ({name})",
            "người chưa được chấm không phải là người được 0 điểm",
            "Thêm dòng hoặc phiếu của đơn vị.",
        ),
        (
            "the assessor {assessor} has nothing of the unit '{unit}' ({name})",
            "and who was not assessed has not got 0 points",
            "Add its row or its form.",
        ),
    ),
    "assessors.blank": (
        (
            "giám khảo {assessor} để trống tiêu chí {code}",
            "ô trống không phải là 0 điểm",
            "Ghi điểm, hoặc na nếu mọi giám khảo thấy tiêu chí không áp dụng; tiêu chí không thuộc phần của giám "
            "khảo này thì xóa cả cột.",
        ),
        (
            "the assessor {assessor} left criterion {code} blank",
            "and a blank is not 0 points",
            "Write the points, or na where all assessors find that it does not apply; delete the column where the "
            "criterion is not for this assessor.",
        ),
    ),
    "assessors.not_all": (
        (
            "giám khảo {assessor} ghi tiêu chí {code} không áp dụng",
            "trong khi {others} cho điểm",
            "Thống nhất: mọi giám khảo ghi na, hoặc đều cho điểm.",
        ),
        (
            "the assessor {assessor} says that criterion {code} does not apply",
            "while {others} gave points",
            "Agree: all of them write na, or all give points.",
        ),
    ),
    "assessors.too_few": (
        (
            "số giám khảo chấm tiêu chí {code}: {count}",
            "bỏ {drop} điểm cao nhất và {drop} điểm thấp nhất thì cần ít nhất {least} giám khảo",
            "Thêm giám khảo, hoặc giảm số điểm bỏ đi ('drop').",
        ),
        (
            "assessors of criterion {code}: {count}",
            "and to leave out {drop} at the top and {drop} at the bottom at least {least} are needed",
            "Add assessors, or leave out fewer ('drop').",
        ),
    ),
    "assessors.divided": (
        (
            "tiêu chí {code} không có đa số: {said}",
            "không có mức điểm nào được quá nửa số giám khảo chọn",
            "Hội đồng quyết định bằng một dòng trong adjustments.csv (stage {stage}, action set), hoặc dùng "
            "cách khác: combine: median, mean.",
        ),
        (
            "criterion {code} has no majority: {said}",
            "since no figure is that of more than half of the assessors",
            "Let the council decide by a row of adjustments.csv (stage {stage}, action set), or combine in "
            "another way: median, mean.",
        ),
    ),
    "assessors.other_points": (
        (
            "tiêu chí {code}: các giám khảo cho {points} điểm ({said}) bên cạnh giá trị, theo cách chấm là {given}",
            "cách chấm quyết định, nên điểm của giám khảo không có tác dụng",
            "Sửa giá trị hoặc bỏ điểm của giám khảo; nếu hội đồng quyết định khác cách chấm, ghi council: "
            "decides cho mục này trong cycle.yaml.",
        ),
        (
            "criterion {code}: assessors give {points} points ({said}) beside a value that earns {given}",
            "and the rule decides, so that theirs would count for nothing",
            "Correct the value or take their points away; where the council decides against the rule, write council: "
            "decides in that entry of cycle.yaml.",
        ),
    ),
}
