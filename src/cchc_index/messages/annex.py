"""What is said of annexes of decisions and of the drafts that are made of them."""

from __future__ import annotations

from typing import Final

ANNEX_PHRASES: Final = {
    "worksheet.made": (
        "Lập từ bảng {file} bằng cchc-index criteria-sheet.",
        "Made from {file} by cchc-index criteria-sheet.",
    ),
    "worksheet.written": ("Đã ghi bộ tiêu chí {criteria}: {path}", "Wrote the criteria set {criteria}: {path}"),
    "worksheet.in_column": ("ở cột '{column}'", "in the column '{column}'"),
    "worksheet.parts": ("các dòng thành phần", "rows of parts"),
    "annex.written": (
        "Đã lập bản nháp từ phụ lục: {path}\n"
        "{criteria} tiêu chí, {leaves} tiêu chí được chấm, nhận ra cách chấm của {read}; "
        "{marks} chỗ cần quyết định, tô vàng.\n"
        "Điền các chỗ đó, xóa chữ ở cột 'Cần quyết định', rồi chạy: cchc-index criteria-sheet {typed}",
        "Made a draft of the annex: {path}\n"
        "{criteria} criteria, {leaves} of them scored, the rule of {read} recognised; {marks} places to "
        "decide, in yellow.\n"
        "Fill these in, empty the column 'To decide', then type: cchc-index criteria-sheet {typed}",
    ),
    "annex.not_understood": (
        "Không hiểu chắc chắn: '{clause}'. Chọn cách chấm, ghi các mức và điểm.",
        "Not understood for certain: '{clause}'. Choose a rule, write its steps and points.",
    ),
    "annex.half": (
        "Chỉ hiểu một phần; chưa hiểu: '{clause}'. Chọn cách chấm, ghi các mức và điểm.",
        "Understood in part only; not: '{clause}'. Choose a rule, write its steps and points.",
    ),
    "annex.unclear": (
        "'{clause}' có thể hiểu nhiều cách, hoặc chưa nói hết. Chọn cách chấm, ghi các mức và điểm.",
        "'{clause}' has more than one reading, or does not say all. Choose a rule, write its steps and points.",
    ),
    "annex.two_subjects": (
        "Các câu nói về những số liệu khác nhau. Chọn cách chấm, hoặc tách thành các tiêu chí thành phần.",
        "The sentences are about different figures. Choose a rule, or part them among criteria of their own.",
    ),
    "annex.no_rule": (
        "Hiểu từng câu nhưng các câu không hợp thành một cách chấm. Chọn cách chấm, ghi các mức và điểm.",
        "Each sentence is understood, and together they make no rule. Choose a rule, write its steps and points.",
    ),
    "annex.two_readings": (
        "Có hơn một cách hiểu: {rules}. Chọn một cách chấm.",
        "There is more than one reading: {rules}. Choose a rule.",
    ),
    "annex.contradiction": (
        "'{clause}': {found_figure} điểm, trong khi điểm tối đa là {most_figure}. Sửa một trong hai rồi "
        "chọn cách chấm.",
        "'{clause}': {found_figure} points, while the maximum is {most_figure}. Correct one of them, then "
        "choose a rule.",
    ),
    "annex.fault": (
        "Cách chấm đọc được không dùng được: {fault}. Sửa theo quyết định rồi chọn cách chấm.",
        "The rule as read cannot stand: {fault}. Correct it by the decision, then choose a rule.",
    ),
    "annex.asked": (
        "Hỏi lại: {fault}",
        "Is it meant so? {fault}",
    ),
    "annex.perhaps_parts": (
        "Điểm các dòng cộng lại bằng điểm tối đa: nếu mỗi dòng là một tiêu chí thành phần, tách thành các dòng riêng.",
        "The points of these lines add up to the maximum: if each is a part of its own, give each its row.",
    ),
    "annex.perhaps_choice": (
        "Nếu chỉ một trường hợp được tính: chọn cách chấm 'Chọn một câu trả lời', Tham số: các câu trả lời: {options}",
        "If just one case holds: choose the rule 'choice', with the parameters options: {options}",
    ),
    "annex.no_text": (
        "Phụ lục không ghi cách chấm. Chọn cách chấm.",
        "The annex does not say how this is scored. Choose a rule.",
    ),
    "annex.no_maximum": (
        "Chưa đọc được điểm tối đa nên chưa đọc cách chấm.",
        "The maximum could not be read, and so the scoring was not.",
    ),
    "annex.parent_scored": (
        "Tiêu chí có thành phần mà lại có câu chấm điểm riêng. Chuyển câu này xuống thành phần, hoặc xóa.",
        "It has parts, and scoring of its own. Move the sentence to a part, or delete it.",
    ),
    "annex.note": (
        "Ghi chú có thể làm thay đổi cách chấm: '{note}'. Kiểm tra, bổ sung ở các cột bên trái.",
        "The note may change how this is scored: '{note}'. Check it, and complete the columns on the left.",
    ),
    "annex.note_gone": (
        "Ghi chú: '{note}'. Ghi cột 'Không áp dụng': 'cho phép' nếu đơn vị tự ghi, hoặc tên cột và giá "
        "trị trong danh sách "
        "đơn vị, ví dụ co_von: no.",
        "The note: '{note}'. Fill in 'Not applicable': 'allowed' where units may say so, or a column of "
        "the register and "
        "its value, for example has_funds: no.",
    ),
    "annex.method": (
        "Không hiểu phương thức '{found}'. Chọn ở cột 'Phương thức'.",
        "The method '{found}' is not known. Choose one in the column 'Method'.",
    ),
    "annex.sum": (
        "Các thành phần cộng lại là {total_figure}, điểm tối đa ghi {stated_figure}. Sửa một trong hai.",
        "The parts add up to {total_figure}, the maximum is given as {stated_figure}. Correct one of them.",
    ),
    "annex.total": (
        "Dòng tổng ghi {stated_figure}, các tiêu chí cấp 1 cộng lại là {total_figure}. Kiểm tra điểm tối đa.",
        "The row of totals says {stated_figure}, the criteria of level 1 add up to {total_figure}. Check the maxima.",
    ),
    "annex.no_points": (
        "Không có điểm tối đa. Ghi cột 'Điểm tối đa'.",
        "There is no maximum. Write it in 'Maximum points'.",
    ),
    "annex.points_left_out": (
        "Phụ lục để trống điểm tối đa; các thành phần cộng lại là {total_figure}. Ghi cột 'Điểm tối đa'.",
        "The annex leaves the maximum out; the parts add up to {total_figure}. Write 'Maximum points'.",
    ),
    "annex.points_unread": (
        "Không đọc được điểm tối đa '{found}'. Ghi một số.",
        "The maximum '{found}' could not be read. Write a number.",
    ),
    "annex.number_gap": (
        "STT {label} không nối tiếp dòng trên (chờ {expected}): thiếu dòng, hoặc sai số. Kiểm tra cấp và mã.",
        "The number {label} does not follow the row above ({expected} would): a row is missing, or the "
        "number is wrong. "
        "Check level and code.",
    ),
    "annex.number_twice": (
        "STT {label} lần thứ hai (chờ {expected}). Sửa mã.",
        "The number {label} a second time ({expected} would follow). Correct the code.",
    ),
    "annex.number_unread": (
        "Không đọc được STT '{found}' của '{title}' nên dòng đó nằm ở đây; có thể Excel đã đổi số thành ngày. "
        "Sửa STT trong phụ lục rồi lập lại bản nháp.",
        "The number '{found}' of '{title}' cannot be read, so that its row stands here; Excel may have made it a date. "
        "Mend it in the annex and make the draft anew.",
    ),
    "annex.number_level": (
        "Không rõ STT {label} thuộc cấp nào. Kiểm tra cấp và mã.",
        "It is not clear to which level the number {label} belongs. Check level and code.",
    ),
    "annex.number_typed": (
        "Ô STT giữ {label} dưới dạng số, nên 1.10 đã thành 1.1. Kiểm tra mã.",
        "The cell keeps {label} as a number, so that 1.10 has become 1.1. Check the code.",
    ),
    "annex.code_twice": (
        "Mã {code} có ở nhiều dòng. Sửa mã.",
        "The code {code} stands in several rows. Correct it.",
    ),
    "annex.own_code": (
        "Phụ lục không đánh số dòng này; bản nháp đặt mã {code}.",
        "The annex has no number here; the draft calls it {code}.",
    ),
    "annex.wrapper": (
        "Chỉ có một dòng cấp 1, nên kết quả không có chỉ số thành phần theo lĩnh vực. Nếu dòng này chỉ là tiêu đề của "
        "bảng, xóa dòng và giảm một cấp ở các dòng bên dưới (trừ điểm thưởng, điểm trừ).",
        "This is the only row of level 1, so that results would have no index of an area. If it only heads the table, "
        "delete the row and lower the levels below it by one (bonus and penalty apart).",
    ),
    "annex.block_before_total": (
        "Khối này đứng trước dòng tổng. Nếu điểm của nó thuộc lĩnh vực ở trên, sửa cấp thành 2.",
        "This block stands above the row of totals. If it belongs to the area above, make its level 2.",
    ),
    "annex.joined": (
        "Ô cách chấm hoặc điểm được gộp qua nhiều dòng. Tách cho từng tiêu chí.",
        "The cell of scoring or points reaches over several rows. Part it among the criteria.",
    ),
    "annex.loose": (
        "Dòng này không thuộc tiêu chí nào. Xóa, hoặc chuyển về đúng chỗ.",
        "This row belongs to no criterion. Delete it, or move it to its place.",
    ),
    "annex.column": (
        "Cột {cell} của phụ lục ('{found}') không đọc. Chuyển điều cần thiết sang các cột của bảng này.",
        "The annex's column {cell} ('{found}') was not read. Move what is needed of it into the columns of this sheet.",
    ),
    "annex.requires": (
        "chỉ chấm khi tiêu chí {code} đạt từ {points} điểm",
        "only where criterion {code} has at least {points} points",
    ),
    "annex.allowed": ("đơn vị được ghi không áp dụng", "units may say that it does not apply"),
    "annex.combine_minimum": ("lấy thành phần thấp nhất", "the least of the parts counts"),
    "annex.combine_geometric": ("trung bình nhân các thành phần", "the geometric mean of the parts"),
    "annex.combine_harmonic": ("trung bình điều hòa các thành phần", "the harmonic mean of the parts"),
    "annex.combine_best": ("lấy {count} thành phần cao nhất", "the best {count} parts count"),
    "annex.combine_drop_lowest": ("bỏ {count} thành phần thấp nhất", "all parts but the lowest {count} count"),
    "annex.setting_edition": (
        "Phụ lục không ghi ngày quyết định. Ghi năm hoặc lần ban hành.",
        "The annex has no date of a decision. Write the year or edition.",
    ),
    "annex.setting_title": ("Ghi tên bộ tiêu chí.", "Write the title of the set."),
    "annex.setting_status": (
        "Ghi official nếu bảng là toàn văn quyết định đã ban hành, excerpt nếu trích, illustrative nếu minh họa.",
        "Write official if the table is the whole of an issued decision, excerpt if part of it, "
        "illustrative if made up.",
    ),
    "annex.setting_decision": (
        "Không rõ số quyết định. Ghi số, hoặc để trống.",
        "The decision's number is not clear. Write it, or leave it blank.",
    ),
    "annex.setting_rounding": (
        "Phụ lục không nói làm tròn. Ghi số chữ số thập phân của điểm (thường là 2).",
        "The annex does not say how points are rounded. Write the number of decimals (2 as a rule).",
    ),
    "annex.setting_rounding_said": (
        "Ghi chú cuối bảng có nói làm tròn. Ghi số chữ số thập phân của điểm theo ghi chú ấy.",
        "A footnote speaks of rounding. Write the number of decimals of points as it says.",
    ),
    "annex.setting_rounding_index": (
        "Ghi số chữ số thập phân của chỉ số (thường là 2).",
        "Write the number of decimals of the index (2 as a rule).",
    ),
    "annex.foot": (
        "Ghi chú cuối bảng: '{text}'. Nếu có quy định của bộ tiêu chí, ghi thành mục; rồi xóa chữ ở ô này.",
        "A footnote: '{text}'. If it rules anything of the set, write it as an entry; then empty this cell.",
    ),
}

MESSAGES: Final = {
    "annex.no_table": (
        (
            "không phải bảng bộ tiêu chí, cũng không phải phụ lục của quyết định",
            "không trang tính nào có dòng tiêu đề với STT, Tiêu chí, Điểm tối đa; có: {there}",
            "Đặt dòng tiêu đề như trong quyết định: STT, Tiêu chí, Điểm tối đa, Cách chấm; hoặc lập bảng mới từ một bộ "
            "tiêu chí: cchc-index criteria-sheet nd61-one-stop-2018.",
        ),
        (
            "neither a worksheet of a criteria set nor a decision's annex",
            "since no sheet has a row of headings with STT, Tiêu chí, Điểm tối đa; there are: {there}",
            "Give it the headings that decisions have: STT, Tiêu chí, Điểm tối đa, Cách chấm; or begin "
            "with the worksheet "
            "of another set: cchc-index criteria-sheet nd61-one-stop-2018.",
        ),
    ),
    "annex.two_tables": (
        (
            "có {count} phụ lục: {there}",
            "mỗi bản nháp là của một phụ lục",
            "Lưu mỗi trang tính thành một tệp riêng, rồi lập từng bản nháp.",
        ),
        (
            "there are {count} annexes: {there}",
            "while a draft is made of one",
            "Save each sheet as a workbook of its own, and make a draft of each.",
        ),
    ),
}
