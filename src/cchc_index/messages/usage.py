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
    "usage.compare_table": (
        (
            "'{path}' là bảng số liệu",
            "compare so sánh thư mục của hai đợt, hoặc hai tệp kết quả .json",
            "Chấm từng bảng: cchc-index score BẢNG --criteria BỘ -o KẾT-QUẢ.json; rồi so sánh hai tệp kết quả.",
        ),
        (
            "'{path}' is a table",
            "while compare takes the folders of two cycles, or two result files (.json)",
            "Score each table: cchc-index score TABLE --criteria SET -o RESULT.json; then compare the results.",
        ),
    ),
    "usage.compare_folder": (
        (
            "thư mục '{path}' không có cycle.yaml",
            "compare so sánh thư mục của hai đợt, hoặc hai tệp kết quả .json",
            "Nếu là thư mục phiếu thì chấm trước: cchc-index score THƯ-MỤC --criteria BỘ -o KẾT-QUẢ.json.",
        ),
        (
            "the folder '{path}' has no cycle.yaml",
            "while compare takes the folders of two cycles, or two result files (.json)",
            "A folder of forms is scored first: cchc-index score FOLDER --criteria SET -o RESULT.json.",
        ),
    ),
    "usage.compare_set": (
        (
            "'{path}' là bộ tiêu chí",
            "compare so sánh thư mục của hai đợt, hoặc hai tệp kết quả .json",
            "Dùng: cchc-index diff BỘ-TRƯỚC BỘ-SAU.",
        ),
        (
            "'{path}' is a criteria set",
            "while compare takes the folders of two cycles, or two result files (.json)",
            "Use: cchc-index diff EARLIER-SET LATER-SET.",
        ),
    ),
    "usage.diff_cycle": (
        (
            "'{path}' là đợt đánh giá",
            "diff tìm chỗ khác nhau của hai bộ tiêu chí (mã-năm, hoặc tệp YAML)",
            "Dùng: cchc-index compare NĂM-TRƯỚC NĂM-SAU.",
        ),
        (
            "'{path}' is a cycle",
            "while diff takes two criteria sets (id-edition, or a YAML file)",
            "Use: cchc-index compare EARLIER LATER.",
        ),
    ),
    "usage.diff_result": (
        (
            "'{path}' là tệp kết quả",
            "diff tìm chỗ khác nhau của hai bộ tiêu chí (mã-năm, hoặc tệp YAML)",
            "Dùng: cchc-index compare NĂM-TRƯỚC NĂM-SAU.",
        ),
        (
            "'{path}' is a result file",
            "while diff takes two criteria sets (id-edition, or a YAML file)",
            "Use: cchc-index compare EARLIER LATER.",
        ),
    ),
    "usage.diff_folder": (
        (
            "'{path}' là thư mục",
            "diff tìm chỗ khác nhau của hai bộ tiêu chí (mã-năm, hoặc tệp YAML)",
            "Ghi tệp YAML của bộ; muốn so sánh hai đợt thì dùng: cchc-index compare NĂM-TRƯỚC NĂM-SAU.",
        ),
        (
            "'{path}' is a folder",
            "while diff takes two criteria sets (id-edition, or a YAML file)",
            "Name the set's YAML file; two cycles are compared by: cchc-index compare EARLIER LATER.",
        ),
    ),
    "usage.diff_table": (
        (
            "'{path}' là bảng",
            "diff tìm chỗ khác nhau của hai bộ tiêu chí (mã-năm, hoặc tệp YAML)",
            "Bảng tiêu chí thì đổi ra YAML: cchc-index criteria-sheet BẢNG; bảng số liệu thì chấm bằng score, "
            "rồi so sánh hai kết quả bằng compare.",
        ),
        (
            "'{path}' is a table",
            "while diff takes two criteria sets (id-edition, or a YAML file)",
            "A sheet of criteria becomes YAML by: cchc-index criteria-sheet TABLE; tables of values are scored by "
            "score, and the results compared by compare.",
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
    "usage.one_stage": (
        ("{command} với '--stage all'", "lệnh này nói về một giai đoạn", "Ghi tên một giai đoạn, hoặc bỏ --stage."),
        ("{command} with '--stage all'", "while it is about one stage", "Name one stage, or leave out --stage."),
    ),
    "usage.two_stages": (
        (
            "chỉ có một giai đoạn",
            "không có gì để vẽ hai giai đoạn cạnh nhau",
            'Chấm mọi giai đoạn: open_cycle(đường_dẫn).score("all").',
        ),
        (
            "there is one stage only",
            "and two are drawn side by side",
            'Score all of them: open_cycle(path).score("all").',
        ),
    ),
    "usage.explain_ending": (
        (
            "'{path}' không hợp với việc cần ghi",
            "một đơn vị ghi ra tệp {known}, mọi đơn vị ghi ra một thư mục, và --format không được trái với đuôi tệp",
            "Đổi đuôi tệp, hoặc bỏ --format; muốn một trang thì ghi cả tên đơn vị.",
        ),
        (
            "'{path}' does not fit what is to be written",
            "one unit goes to a file {known}, all units to a folder, and --format may not contradict the ending",
            "Change the ending, or leave out --format; for one page name the unit too.",
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
    "extra.missing_beside": (
        ("gói '{package}' chưa được cài", "", "pip install 'cchc-index[{extra}]' {package}"),
        ("the package '{package}' is not installed", "", "pip install 'cchc-index[{extra}]' {package}"),
    ),
}
