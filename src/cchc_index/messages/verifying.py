"""What is said of results that are verified, and of corrections: Vietnamese, English."""

from __future__ import annotations

from typing import Final

MESSAGES: Final = {
    "verify.figure": (
        (
            "đơn vị '{unit}'{of_stage}, {figure_name}: ghi {written_figure}, cộng lại được {computed_figure}",
            "các con số trong tệp mâu thuẫn nhau",
            "Lấy lại tệp gốc, hoặc chấm lại.",
        ),
        (
            "unit '{unit}'{of_stage}, {figure_name}: {written_figure} is written, the file's own figures give "
            "{computed_figure}",
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
    "correction.other_stages": (
        (
            "kết quả của giai đoạn '{found}'",
            "không phải của giai đoạn '{wanted}', nên kết quả này không thay được kết quả kia",
            "Chấm ở đúng giai đoạn đã công bố (--stage), hoặc chỉ đúng tệp đã công bố của giai đoạn này.",
        ),
        (
            "a result of the stage '{found}'",
            "and not of '{wanted}', so that neither can stand for the other",
            "Score at the stage that was published (--stage), or name the published result of this one.",
        ),
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
            "đơn vị '{unit}'{of_stage}, {figure_name}: {written_figure} thành {computed_figure}",
            "đính chính không liệt kê thay đổi này",
            "Lập lại đính chính bằng score --replaces.",
        ),
        (
            "unit '{unit}'{of_stage}, {figure_name}: {written_figure} became {computed_figure}",
            "while the correction does not list it",
            "Make the correction anew with score --replaces.",
        ),
    ),
    "verify.not_different": (
        (
            "đơn vị '{unit}'{of_stage}, {figure_name}: đính chính ghi {written_figure} thành {computed_figure}",
            "hai tệp không khác nhau như vậy",
            "Lập lại đính chính bằng score --replaces.",
        ),
        (
            "unit '{unit}'{of_stage}, {figure_name}: the correction lists {written_figure} to {computed_figure}",
            "while the two files do not differ so",
            "Make the correction anew with score --replaces.",
        ),
    ),
    "verify.range": (
        (
            "đơn vị '{unit}'{of_stage}, tiêu chí {where}: {written_figure} điểm, tối đa {computed_figure}",
            "",
            "Lấy lại tệp gốc, hoặc chấm lại.",
        ),
        (
            "unit '{unit}'{of_stage}, criterion {where}: {written_figure} points of {computed_figure}",
            "",
            "Get the file again, or score again.",
        ),
    ),
    "verify.summary": (
        (
            "{figure_name} của {criteria}, {stage_name}: không phải là điều tính được từ các con số trong tệp",
            "",
            "Lấy lại tệp gốc, hoặc chấm lại.",
        ),
        (
            "{figure_name} of {criteria}, {stage_name}: not what the file's figures give",
            "",
            "Get the file again, or score again.",
        ),
    ),
    "verify.recomputed": (
        (
            "đơn vị '{unit}'{of_stage}, {figure_name}: ghi {written_figure}, chấm lại được {computed_figure}",
            "số đơn vị có con số khác: {count}",
            "Xem tệp nào, bộ tiêu chí nào đã thay đổi.",
        ),
        (
            "unit '{unit}'{of_stage}, {figure_name}: {written_figure} is written, {computed_figure} comes of scoring "
            "again",
            "and the number of units that differ is {count}",
            "See which files and sets have changed.",
        ),
    ),
    "verify.other_results": (
        ("kết quả của {written}; chấm lại được {computed}", "", "Kiểm tra PATH có đúng là đợt này không."),
        ("results of {written}; scoring again gives {computed}", "", "Check that PATH is the same cycle."),
    ),
    "verify.log": (
        (
            "nhật ký của đợt không còn bước mà kết quả này nêu (mã {head})",
            "nhật ký đã bị cắt, thay hoặc bỏ từ khi chấm",
            "Lấy lại log.jsonl của lúc đó.",
        ),
        (
            "the cycle's log has no longer the step that this result names ({head})",
            "so it was cut, replaced or removed since",
            "Get back the log.jsonl of that time.",
        ),
    ),
    "verify.other_data": (
        (
            "tệp ghi dữ liệu là {written}, đợt đánh giá ghi là {computed}",
            "real là số liệu thật, synthetic là số liệu giả lập",
            "Lấy lại tệp gốc, hoặc chấm lại.",
        ),
        (
            "the file says that its data are {written}, the cycle says {computed}",
            "and nothing made up may pass for real",
            "Get the file again, or score again.",
        ),
    ),
    "verify.unit_gone": (
        (
            "đơn vị '{unit}' có trong tệp",
            "chấm lại {criteria} thì không còn",
            "Xem danh sách đơn vị đã thay đổi ra sao.",
        ),
        (
            "the unit '{unit}' is in the file",
            "and not when {criteria} is scored again",
            "See what changed in the register.",
        ),
    ),
    "verify.unit_new": (
        (
            "đơn vị '{unit}' không có trong tệp",
            "chấm lại {criteria} thì có",
            "Xem danh sách đơn vị đã thay đổi ra sao.",
        ),
        (
            "the unit '{unit}' is not in the file",
            "and is there when {criteria} is scored again",
            "See what changed in the register.",
        ),
    ),
    "verify.notes": (
        (
            "các con số bằng nhau, nhưng ghi chú hoặc thứ tự đơn vị khác",
            "mã kiểm tra là {written}, chấm lại được {computed}",
            "Lấy lại tệp gốc, hoặc chấm lại.",
        ),
        (
            "the figures are equal, and notes or the order of units are not",
            "the digest is {written}, and {computed} when scored again",
            "Get the file again, or score again.",
        ),
    ),
    "verify.input": (
        ("tệp số liệu {found} đã khác từ khi chấm", "", ""),
        ("the input file {found} is another than when it was scored", "", ""),
    ),
    "verify.input_new": (
        ("tệp số liệu {found} khi chấm chưa có", "", ""),
        ("the input file {found} was not there when it was scored", "", ""),
    ),
    "verify.input_gone": (
        ("tệp số liệu {found} khi chấm có, nay không còn", "", ""),
        ("the input file {found} was there when it was scored, and is gone", "", ""),
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

#: Sentences and words of the output.
VERIFYING: Final = {
    "corrected.head": (
        "Đính chính: thay kết quả {digest}. {by}: {reason}",
        "Correction: replaces the result {digest}. {by}: {reason}",
    ),
    "corrected.rest": (
        "... và {count} thay đổi khác, có đủ trong tệp kết quả.",
        "... and {count} more, all in the file.",
    ),
    "corrected.code": ("tiêu chí {code}", "criterion {code}"),
    "corrected.points": ("điểm", "points"),
    "corrected.max_points": ("điểm tối đa", "maximum"),
    "corrected.index": ("chỉ số", "index"),
    "corrected.rank": ("hạng", "rank"),
    "corrected.band": ("xếp loại", "class"),
    "corrected.complete": ("đủ số liệu", "complete"),
    "corrected.status": ("trạng thái", "status"),
    "corrected.name": ("tên", "name"),
    "corrected.group": ("nhóm", "group"),
    "corrected.unit": ("đơn vị", "unit"),
    "corrected.criteria": ("bộ tiêu chí", "criteria set"),
    "corrected.carried": ("số tiêu chí giữ như giai đoạn trước", "criteria taken over from an earlier stage"),
    "corrected.warnings": ("ghi chú", "note"),
    "corrected.note": ("có", "there"),
    "corrected.bands": ("số đơn vị từng loại", "number of units in each class"),
    "corrected.means": ("trung bình", "mean"),
    "verify.checked": (
        "đã kiểm tra {name}: mã kiểm tra {digest}; cộng lại {units} đơn vị, {figures} tiêu chí; {results} kết quả",
        "checked {name}: digest {digest}; {units} units and {figures} criteria re-added (results: {results})",
    ),
    "verify.sound": ("Mã kiểm tra đúng, các con số khớp nhau.", "The digest is right, and the figures add up."),
    "verify.equal": ("Chấm lại từ {path}: bằng nhau.", "Scored anew from {path}: equal."),
    "verify.replaced": (
        "Đã đối chiếu với kết quả bị thay, {path}: đúng là kết quả mà đính chính này nêu, và các thay đổi được liệt kê "
        "({count}) đúng và đủ.",
        "Held against the result that it replaces, {path}: it is the one that the correction names, and the changes "
        "listed ({count}) are right and complete.",
    ),
    "verify.leaves": (
        "Chỉ được đọc, chấm lại từ số liệu của đợt mới biết: điểm của tiêu chí không có thành phần; mã, tên, nhóm "
        "đơn vị; tên giai đoạn; dữ liệu thật hay giả lập; các điều chỉnh và ghi chú.",
        "Only read, as scoring the cycle again alone can tell: points of criteria without parts; identifiers, names, "
        "groups of units; the stage's name; whether data are real; adjustments and notes.",
    ),
    "verify.ranks": (
        "Hạng của {criteria}, {stage}, chỉ được đọc: so theo cột {columns} của danh sách đơn vị, không có trong tệp.",
        "Ranks of {criteria}, {stage}, were only read: they are within the register's {columns}, which the file lacks.",
    ),
    "verify.bands": (
        "Xếp loại của {criteria}, {stage}, chỉ được đọc: '{classifier}' dùng cột {columns} của danh sách đơn vị.",
        "Bands of {criteria}, {stage}, were only read: '{classifier}' reads the register's {columns}, not in the file.",
    ),
    "verify.means": (
        "Trung bình của {criteria}, {stage}, chỉ được đọc: có đơn vị chưa đủ số liệu.",
        "Means of {criteria}, {stage}, were only read: some units are incomplete.",
    ),
}
