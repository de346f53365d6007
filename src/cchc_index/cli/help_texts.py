"""What each verb and option says of itself, in both languages."""

from __future__ import annotations

from typing import Final

#: Vietnamese, then English.
HELP: Final = {
    "description": (
        "Chấm điểm, xếp hạng, xếp loại chỉ số cải cách hành chính: chính xác, có giải thích.",
        "Score, rank and classify public administration reform indices: exact and explained.",
    ),
    "lang": ("ngôn ngữ: vi (mặc định) hoặc en", "language: vi (default) or en"),
    "demo": ("chạy một đợt mẫu và giải thích kết quả", "run a worked cycle and explain its result"),
    "score": ("chấm điểm một đợt hoặc một bảng", "score a cycle or a table"),
    "check": ("kiểm tra tệp; im lặng nếu không có lỗi", "check files; silent when nothing is wrong"),
    "explain": ("giải thích điểm của một đơn vị", "explain one unit's points"),
    "audit": (
        "đối chiếu kết quả đã công bố với chính nó và với số liệu",
        "hold what was published against itself and against what was reported",
    ),
    "audit_path": (
        "thư mục đợt đánh giá, hoặc bảng đã công bố kèm --criteria",
        "a cycle's folder, or a published table with --criteria",
    ),
    "log": (
        "xem nhật ký các bước của một đợt, hoặc ghi thêm một bước",
        "show the log of a cycle's steps, or add a step to it",
    ),
    "log_path": ("thư mục đợt đánh giá", "a cycle's folder"),
    "log_step": (
        "ghi một bước: scored (chấm điểm), published (công bố), corrected (đính chính), note (ghi chú)",
        "add a step: scored, published, corrected, note",
    ),
    "log_by": ("ai thực hiện bước này", "who takes the step"),
    "log_stage": ("giai đoạn của kết quả", "the stage of the result"),
    "log_date": (
        "ngày, ví dụ 2021-12-31; mặc định là hôm nay theo giờ Việt Nam",
        "the day, for example 2021-12-31; today's in Vietnam unless given",
    ),
    "log_note": ("ghi chú", "what else is to be said"),
    "log_result": (
        "đối chiếu nhật ký với mã ghi trong một tệp kết quả (.json)",
        "hold the log against the head that a result file (.json) names",
    ),
    "selftest": ("thử bộ tiêu chí với giá trị biết trước kết quả", "try a criteria set with values of known points"),
    "init": ("bắt đầu một đợt: tạo thư mục, phiếu và hướng dẫn", "begin a cycle: make its folder, forms and guide"),
    "init_folder": ("thư mục của đợt", "the cycle's folder"),
    "init_criteria": (
        "bộ tiêu chí, cách nhau bằng dấu phẩy; nhiều bộ thì ghi BỘ=NHÓM",
        "criteria sets, separated by commas; SET=GROUP where there are several",
    ),
    "init_units": ("danh sách đơn vị, nếu đã có", "the register of units, if there is one"),
    "template": ("lập phiếu chấm điểm (Excel) để đơn vị điền", "write the workbook that a unit fills in"),
    "criteria-sheet": (
        "bộ tiêu chí thành bảng Excel để sửa, và bảng Excel thành YAML",
        "a criteria set as a worksheet to edit, and a worksheet as YAML",
    ),
    "sheet_file": ("bộ tiêu chí (mã-năm, YAML), hoặc bảng .xlsx", "a criteria set (id-edition, YAML), or a worksheet"),
    "sheet_output": ("tệp ghi ra", "the file to write"),
    "form_unit": ("đơn vị của phiếu", "the unit of the form"),
    "form_group": ("chỉ các đơn vị của nhóm này", "only units of this group"),
    "lost": ("chỉ liệt kê chỗ mất điểm, nhiều nhất trước", "only where points were lost, most first"),
    "form_criteria": (
        "bộ tiêu chí; hoặc thư mục của đợt, với --stage appraised",
        "a criteria set; or a cycle's folder, with --stage appraised",
    ),
    "form_units": ("danh sách đơn vị: mỗi đơn vị một phiếu", "the register of units: a form for each"),
    "form_stage": ("phiếu của ai: self, appraised, survey", "whose form: self, appraised, survey"),
    "form_output": ("tệp .xlsx, hoặc thư mục khi có --units", "an .xlsx file, or a folder with --units"),
    "sheet": ("trang tính cần đọc", "the sheet to read"),
    "formulas": (
        "công thức trong sổ tính: từ chối, hoặc nhận kết quả đã lưu và cảnh báo",
        "formulas in a workbook: refuse them, or take their stored results with a warning",
    ),
    "rates": (
        "per_cent: tỷ lệ lớn hơn 0 và không quá 1 đúng là phần trăm",
        "per_cent: rates above 0 and at most 1 are meant as per cent",
    ),
    "totals": ("bảng có dòng tổng, cần kiểm tra", "the table has rows of totals, to be checked"),
    "new-plugin": ("tạo một plugin của tỉnh từ mẫu", "make a province's own plugin from the smallest one"),
    "plugin_name": ("tên, ví dụ ha-giang", "its name, for example ha-giang"),
    "plugins": ("liệt kê các plugin đã cài", "list the plugins that are installed"),
    "path": ("thư mục đợt đánh giá, hoặc bảng số liệu kèm --criteria", "a cycle's folder, or a table with --criteria"),
    "criteria": (
        "bộ tiêu chí: mã-năm, plugin.mã-năm, hoặc tệp YAML",
        "a criteria set: id-edition, plugin.id-edition or a YAML file",
    ),
    "units": ("danh sách đơn vị (CSV)", "the register of units (CSV)"),
    "decimal": ("dấu thập phân của bảng", "the table's decimal mark"),
    "thousands": ("dấu nhóm ba chữ số của bảng", "the table's mark between groups of three digits"),
    "delimiter": ("dấu ngăn cách của bảng", "the table's delimiter"),
    "stage": ("giai đoạn, hoặc all", "a stage, or all"),
    "format": ("dạng kết quả", "format of the output"),
    "reasons": ("kèm tên và lý do của từng tiêu chí (json)", "with the title and reason of each node (json)"),
    "output": ("ghi ra tệp (.json, .csv)", "write a file (.json, .csv)"),
    "name": ("tên đợt mẫu", "name of a worked cycle"),
    "unit": ("mã đơn vị", "the unit's identifier"),
    "code": ("mã tiêu chí", "a criterion's code"),
    "files": ("tệp bộ tiêu chí, thư mục đợt, hoặc bảng", "criteria files, cycles' folders, or tables"),
}
