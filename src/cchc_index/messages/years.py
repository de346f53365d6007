"""Messages about years side by side: succession of units, mapping of criteria, comparisons."""

from __future__ import annotations

from typing import Final

MESSAGES: Final = {
    "succession.kind": (
        ("hình thức '{kind}'", "có thể là {known}", "Sửa hình thức."),
        ("the kind '{kind}'", "which is one of {known}", "Correct the column kind."),
    ),
    "succession.into_nothing": (
        (
            "đơn vị '{former}' không thành đơn vị nào",
            "đổi tên, sáp nhập hay chia tách đều phải có đơn vị mới",
            "Ghi đơn vị mới; nếu đơn vị giải thể thì ghi hình thức là giải thể.",
        ),
        (
            "the unit '{former}' becomes nothing",
            "while whoever is renamed, merged or split has a successor",
            "Write the new unit in the column to; for a unit that was closed, write the kind abolished.",
        ),
    ),
    "succession.abolished": (
        (
            "đơn vị '{former}' giải thể mà vẫn có đơn vị mới '{successor}'",
            "đơn vị giải thể không có đơn vị kế tục",
            "Xóa ô đơn vị mới, hoặc sửa hình thức.",
        ),
        (
            "the unit '{former}' is abolished and has the successor '{successor}'",
            "while nothing comes after a unit that was abolished",
            "Delete the successor, or correct the kind.",
        ),
    ),
    "succession.itself": (
        (
            "đơn vị '{former}' thành chính nó",
            "đơn vị giữ nguyên mã thì không cần dòng nào; nơi nhận sáp nhập mà giữ mã cũ cũng vậy",
            "Xóa dòng này, hoặc sửa mã đơn vị mới.",
        ),
        (
            "the unit '{former}' becomes itself",
            "while a unit that keeps its identifier needs no row, even if others were merged into it",
            "Delete the row, or correct the new unit.",
        ),
    ),
    "succession.into_one": (
        (
            "đơn vị '{former}' chia tách thành một mình '{successor}'",
            "chia tách là thành từ hai đơn vị trở lên, mỗi đơn vị một dòng",
            "Thêm dòng cho đơn vị mới khác, hoặc ghi hình thức là đổi tên hay sáp nhập.",
        ),
        (
            "the unit '{former}' is split into '{successor}' alone",
            "while a split makes two units or more, a row for each",
            "Add the rows of the other new units, or write renamed or merged.",
        ),
    ),
    "succession.renamed_to_one": (
        (
            "đơn vị '{former}' đổi tên thành '{successor}', như '{other}' ở {first}",
            "nhiều đơn vị thành một là sáp nhập",
            "Ghi hình thức sáp nhập cho cả hai dòng, hoặc sửa đơn vị mới.",
        ),
        (
            "the unit '{former}' is renamed to '{successor}', as '{other}' is in {first}",
            "while several units that become one are merged",
            "Write merged in both rows, or correct the new unit.",
        ),
    ),
    "succession.share": (
        ("tỷ lệ '{value}'", "là phần lớn hơn 0 và không quá 1, dấu thập phân là dấu chấm", "Ghi 60 % là 0.6."),
        ("the share '{value}'", "which is a part above 0 and at most 1", "Write 60 % as 0.6, with a decimal point."),
    ),
    "succession.no_share": (
        ("tỷ lệ '{value}' của '{former}'", "chỉ chia tách và sáp nhập mới có tỷ lệ", "Xóa tỷ lệ."),
        ("the share '{value}' of '{former}'", "while only splits and mergers have shares", "Delete the share."),
    ),
    "succession.share_lacks": (
        ("dòng này không có tỷ lệ", "các dòng khác của '{unit}' đều có", "Ghi tỷ lệ cho mọi dòng, hoặc xóa tất cả."),
        (
            "the row has no share",
            "while others of '{unit}' have one",
            "Write the shares of all its rows, or of none.",
        ),
    ),
    "succession.split_shares": (
        (
            "tỷ lệ chia tách của '{unit}' cộng lại là {total}",
            "các phần của một đơn vị cộng lại đúng bằng 1",
            "Sửa tỷ lệ; nếu không biết chính xác thì để trống mọi dòng.",
        ),
        (
            "the shares of the split of '{unit}' add up to {total}",
            "while the parts of a unit make exactly 1",
            "Correct them; where they are not known exactly, leave all of them blank.",
        ),
    ),
    "succession.merged_shares": (
        (
            "tỷ lệ của các đơn vị sáp nhập vào '{unit}' cộng lại là {total}",
            "không được quá 1",
            "Sửa tỷ lệ; nếu không biết chính xác thì để trống mọi dòng.",
        ),
        (
            "the shares of what was merged into '{unit}' add up to {total}",
            "which is more than 1",
            "Correct them; where they are not known exactly, leave all of them blank.",
        ),
    ),
    "succession.twice": (
        ("'{former}' thành '{successor}' lần thứ hai", "đã có ở {first}", "Xóa một trong hai dòng."),
        (
            "'{former}' becomes '{successor}' a second time",
            "which stands already in {first}",
            "Delete one of the two rows.",
        ),
    ),
    "succession.two_fates": (
        (
            "đơn vị '{former}' có thêm dòng '{kind}'",
            "đã có ở {first}; chỉ đơn vị chia tách mới có nhiều dòng, tất cả ghi chia tách",
            "Giữ một dòng, hoặc ghi chia tách cho mọi dòng.",
        ),
        (
            "the unit '{former}' has another row, '{kind}'",
            "beside {first}, while only a unit that is split has several, and all of them say so",
            "Keep one of them, or write split in all.",
        ),
    ),
    "succession.circle": (
        ("các đơn vị thành vòng tròn: {units}", "không biết đơn vị nào còn", "Xóa hoặc sửa một dòng."),
        (
            "units that become each other: {units}",
            "so that nobody knows which of them there is",
            "Delete or correct one of the rows.",
        ),
    ),
    "former.renamed": (
        ("đơn vị '{unit}'", "đã đổi thành {successors} theo {decision}, ngày {date}", "Ghi {successors}."),
        ("the unit '{unit}'", "which became {successors} by {decision} of {date}", "Write {successors}."),
    ),
    "former.merged": (
        ("đơn vị '{unit}'", "đã sáp nhập vào {successors} theo {decision}, ngày {date}", "Ghi {successors}."),
        ("the unit '{unit}'", "which was merged into {successors} by {decision} of {date}", "Write {successors}."),
    ),
    "former.split": (
        (
            "đơn vị '{unit}'",
            "đã tách thành {successors} theo {decision}, ngày {date}",
            "Ghi số liệu riêng của từng đơn vị: {successors}.",
        ),
        (
            "the unit '{unit}'",
            "which was split into {successors} by {decision} of {date}",
            "Write what each of {successors} has to report.",
        ),
    ),
    "former.abolished": (
        ("đơn vị '{unit}'", "đã giải thể theo {decision}, ngày {date}", "Xóa đơn vị này."),
        ("the unit '{unit}'", "which was abolished by {decision} of {date}", "Delete what names it."),
    ),
    "mapping.kind": (
        ("hình thức '{kind}'", "có thể là {known}", "Sửa hình thức."),
        ("the kind '{kind}'", "which is one of {known}", "Correct the column kind."),
    ),
    "mapping.twice": (
        ("tiêu chí {code} lần thứ hai", "đã có ở {first}", "Giữ một dòng cho mỗi tiêu chí."),
        ("criterion {code} a second time", "which stands already in {first}", "Keep one row for each criterion."),
    ),
    "mapping.new": (
        (
            "tiêu chí mới mà có mã cũ '{code}'",
            "tiêu chí mới thì năm trước không có",
            "Xóa mã cũ, hoặc ghi giữ nguyên hay thay đổi.",
        ),
        (
            "a new criterion with the earlier code '{code}'",
            "while what is new was not there before",
            "Delete it, or write same or changed.",
        ),
    ),
    "mapping.dropped": (
        (
            "tiêu chí đã bỏ mà có mã mới '{code}'",
            "tiêu chí đã bỏ thì năm sau không còn",
            "Xóa mã mới, hoặc ghi giữ nguyên hay thay đổi.",
        ),
        (
            "a dropped criterion with the later code '{code}'",
            "while what was dropped is not there any more",
            "Delete it, or write same or changed.",
        ),
    ),
    "mapping.code": (
        ("tiêu chí '{code}'", "bộ tiêu chí {criteria} không có", "{hint}Sửa mã tiêu chí."),
        ("the criterion '{code}'", "which the set {criteria} does not have", "{hint}Correct its code."),
    ),
    "mapping.not_same": (
        (
            "tiêu chí {code} ghi là giữ nguyên thành {later}, nhưng khác: {before} và {after}",
            "giữ nguyên là cùng tên và cùng điểm tối đa",
            "Ghi thay đổi nếu vẫn là tiêu chí đó; nếu không thì ghi một dòng mới và một dòng bỏ.",
        ),
        (
            "criterion {code} is said to be the same as {later}, but they differ: {before} and {after}",
            "while the same has the same title and maximum",
            "Write changed if it is that criterion still; new and dropped if it is not.",
        ),
    ),
    "years.none": (
        ("không có năm nào", "chuỗi cần ít nhất một năm", "Truyền các đợt theo thứ tự."),
        ("there is no year", "while a series has one at least", "Pass the cycles, in order."),
    ),
    "years.no_units": (
        (
            "không đơn vị nào có ở cả hai năm ({before}; {after})",
            "không có gì để so sánh",
            "Kiểm tra mã đơn vị; nếu đơn vị đã đổi tên, sáp nhập hay chia tách thì ghi vào succession.csv của năm sau.",
        ),
        (
            "no unit is in both years ({before}; {after})",
            "so that there is nothing to compare",
            "Check the identifiers; write renamings, mergers and splits into the later year's succession.csv.",
        ),
    ),
    "years.no_sets": (
        (
            "hai năm dùng bộ tiêu chí khác nhau: {before}; {after}",
            "không có gì cho biết tiêu chí nào tương ứng với tiêu chí nào",
            "Ghi các tiêu chí tương ứng vào mapping.csv của năm sau, hoặc chỉ tệp bằng --mapping.",
        ),
        (
            "the two years are scored by other sets: {before}; {after}",
            "and nothing says which criteria correspond",
            "Write them into the later year's mapping.csv, or name a file by --mapping.",
        ),
    ),
    "years.stages": (
        (
            "một năm là điểm tự đánh giá, năm kia là kết quả ở giai đoạn {stage_name}",
            "điểm tự chấm không so sánh được với kết quả của hội đồng",
            "Chọn một giai đoạn có ở cả hai năm bằng --stage.",
        ),
        (
            "self-assessed points of one year, and a result of the stage {stage_name} of the other",
            "while what units say of themselves cannot be held against what was appraised",
            "Choose a stage that both years have by --stage.",
        ),
    ),
}
