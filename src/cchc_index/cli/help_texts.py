"""What each verb and option says of itself, in both languages."""

from __future__ import annotations

from typing import Final

#: Vietnamese, then English.
HELP: Final = {
    "description": (
        "Chấm điểm, xếp hạng, xếp loại chỉ số cải cách hành chính: chính xác, có giải thích.",
        "Score, rank and classify public administration reform indices: exact and explained.",
    ),
    "version": ("hiện phiên bản", "show the version"),
    "lang": (
        "ngôn ngữ: vi (mặc định) hoặc en; cũng đặt được bằng biến môi trường CCHC_LANG",
        "language: vi (default) or en; or by the environment variable CCHC_LANG",
    ),
    "demo": ("chạy một đợt mẫu và giải thích kết quả", "run a worked cycle and explain its result"),
    "score": ("chấm điểm một đợt hoặc một bảng", "score a cycle or a table"),
    "check": ("kiểm tra tệp; im lặng nếu không có lỗi", "check files; silent when nothing is wrong"),
    "explain": (
        "giải thích điểm của một đơn vị, hoặc của mọi đơn vị vào một thư mục (-o)",
        "explain one unit's points, or all units' into a folder (-o)",
    ),
    "explain_output": (
        "tệp của đơn vị, hoặc thư mục của mọi đơn vị khi không nêu đơn vị",
        "the unit's file, or the folder of all units where none is named",
    ),
    "audit": (
        "đối chiếu kết quả đã công bố với chính nó và với số liệu",
        "hold what was published against itself and against what was reported",
    ),
    "review": (
        "báo cáo cho hội đồng: thay đổi, thiếu, giải trình",
        "a report for the council: what changed, what is missing, what is contested",
    ),
    "review_path": ("thư mục của đợt", "the cycle's folder"),
    "review_stage": ("giai đoạn được xem xét; mặc định là giai đoạn cuối", "the stage reviewed; by default the last"),
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
    "compare": (
        "so sánh hai năm: ai tiến bộ, do số liệu hay do quy định",
        "compare two years: who improved, by own values or by other rules",
    ),
    "diff": (
        "hai bộ tiêu chí khác nhau ở đâu (mã thoát 1 nếu khác)",
        "in what two criteria sets differ (exit code 1 if they do)",
    ),
    "year_before": (
        "năm trước: thư mục của đợt, hoặc tệp kết quả .json",
        "the earlier year: a cycle's folder, or a result file .json",
    ),
    "year_after": ("năm sau, cũng vậy", "the later year, likewise"),
    "year_stage": ("giai đoạn của cả hai năm", "the stage of both years"),
    "succession": (
        "bảng kế tục đơn vị; mặc định là succession.csv của năm sau",
        "the table of what became of units; by default the later year's succession.csv",
    ),
    "mapping": (
        "bảng tiêu chí tương ứng; mặc định là mapping.csv của năm sau",
        "the table of what became of criteria; by default the later year's mapping.csv",
    ),
    "set_before": ("bộ tiêu chí trước: mã-năm, hoặc tệp YAML", "the earlier set: id-edition, or a YAML file"),
    "set_after": ("bộ tiêu chí sau", "the later set"),
    "plan": (
        "tìm cách ngắn nhất để một đơn vị lên loại cao hơn",
        "find the smallest improvements that lift a unit to a better band",
    ),
    "plan_band": ("xếp loại cần đạt; mặc định là loại liền trên", "the band to reach; by default the next better one"),
    "plan_most": ("nhiều nhất bao nhiêu tiêu chí, 1 đến 3", "of how many criteria at most, 1 to 3"),
    "plan_fewest": ("ít tiêu chí nhất, hoặc ít điểm nhất", "fewest criteria first, or fewest points"),
    "compare-units": ("vì sao một đơn vị hơn đơn vị khác", "why one unit is ahead of another"),
    "report": (
        "lập báo cáo kết quả CCHC trong năm, hoặc phụ lục của quyết định (tệp Word)",
        "write the review of the year, or the annex of the decision (a Word file)",
    ),
    "report_stage": ("giai đoạn", "the stage"),
    "report_previous": (
        "năm trước: thư mục của đợt, hoặc tệp kết quả .json; mặc định là previous trong cycle.yaml",
        "the year before: a cycle's folder, or a result file .json; by default previous in cycle.yaml",
    ),
    "report_annex": ("phụ lục của quyết định thay cho báo cáo năm", "the annex of the decision instead of the review"),
    "report_template": ("mẫu Word riêng của cơ quan", "a Word template of your own"),
    "report_make": ("ghi mẫu có sẵn ra tệp, để sửa thành mẫu riêng", "write the template there is, to change it"),
    "report_fields": ("liệt kê các trường mà mẫu được dùng", "list the fields that a template may name"),
    "report_output": (
        "tệp .docx ghi ra; tên không có đuôi là thư mục: báo cáo, phụ lục, bảng tính, trang, bảng, biểu đồ",
        "the file to write (.docx); a name without an ending is a folder: documents, workbook, page, tables, charts",
    ),
    "verify": (
        "kiểm chứng tệp kết quả: mã kiểm tra, cộng lại, và chấm lại từ số liệu",
        "verify a result file: its digest, its sums, and what scoring it anew gives",
    ),
    "verify_result": ("tệp kết quả .json do score ghi ra", "a result file (.json) that score wrote"),
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
        "bộ tiêu chí thành bảng Excel để sửa, bảng thành YAML, phụ lục thành bản nháp",
        "a criteria set as a worksheet to edit, a worksheet as YAML, an annex as a draft",
    ),
    "sheet_file": (
        "bộ tiêu chí (mã-năm, YAML), bảng bộ tiêu chí, hoặc phụ lục của quyết định (.xlsx, .xls, .ods)",
        "a criteria set (id-edition, YAML), a worksheet of one, or a decision's annex (.xlsx, .xls, .ods)",
    ),
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
    "decimal": ("dấu thập phân của bảng: . (mặc định) hoặc ,", "the table's decimal mark: . (default) or ,"),
    "thousands": (
        "dấu nhóm ba chữ số của bảng: . hoặc , hoặc dấu cách; mặc định là không có",
        "the table's mark between groups of three digits: . or , or a space; none by default",
    ),
    "delimiter": ("dấu ngăn cách của bảng", "the table's delimiter"),
    "stage": ("giai đoạn, hoặc all", "a stage, or all"),
    "format": ("dạng kết quả", "format of the output"),
    "reasons": ("kèm tên và lý do của từng tiêu chí (json)", "with the title and reason of each node (json)"),
    "replaces": (
        "đính chính: tệp kết quả .json đã công bố mà kết quả này thay",
        "a correction: the published result file .json that this one replaces",
    ),
    "replaced": (
        "tệp kết quả đã công bố mà đính chính này thay",
        "the published result file that this correction replaces",
    ),
    "replaces_reason": ("lý do đính chính", "why it is replaced"),
    "replaces_by": ("ai quyết định đính chính", "who decided so"),
    "output": (
        "ghi ra tệp theo đuôi: .json; .csv (UTF-8 có BOM, Excel đọc được); .xlsx (bảng tính có công thức); "
        ".html (trang xem trên máy); .docx (phụ lục của quyết định)",
        "write a file by its ending: .json; .csv (UTF-8 with a BOM, as Excel wants); .xlsx (with live formulas); "
        ".html (a page that stands alone); .docx (the annex of the decision)",
    ),
    "text_output": (
        "ghi ra tệp theo đuôi: .txt; .json; .csv (UTF-8 có BOM, Excel đọc được)",
        "write a file by its ending: .txt; .json; .csv (UTF-8 with a BOM, as Excel wants)",
    ),
    "verify_output": ("ghi ra tệp (.txt, .json)", "write a file (.txt, .json)"),
    "name": ("tên đợt mẫu", "name of a worked cycle"),
    "unit": ("mã đơn vị", "the unit's identifier"),
    "code": ("mã tiêu chí", "a criterion's code"),
    "files": ("tệp bộ tiêu chí, thư mục đợt, hoặc bảng", "criteria files, cycles' folders, or tables"),
    "dossiers": ("đếm hồ sơ một cửa theo đơn vị", "count dossiers of the one-stop service by unit"),
    "dossier_files": (
        "tệp hồ sơ (CSV, Parquet), hoặc bảng số đếm (CSV, Excel)",
        "files of dossiers (CSV, Parquet), or tables of counts (CSV, workbooks)",
    ),
    "dossier_by": ("đếm riêng theo: level,period,procedure", "what to count by as well: level,period,procedure"),
    "period": ("độ dài của kỳ, theo ngày tiếp nhận", "the length of a period, by the day of receipt"),
    "as_of": ("ngày chốt số liệu (2021-12-31), để đếm quá hạn", "the day of the data (2021-12-31), to count overdue"),
    "allow": (
        "loại lỗi được bỏ qua; mỗi loại được liệt kê cùng số dòng",
        "a kind of fault that may be there; each is listed with its rows",
    ),
    "dates": ("cách viết ngày trong tệp", "how files write dates"),
    "dossier_column": ("cột và tiêu đề của cột trong tệp: unit=...", "a column and its header in the file: unit=..."),
    "dossier_status": (
        "trạng thái: settled|in_process|returned|withdrawn=...",
        "a word for a status: settled|in_process|returned|withdrawn=...",
    ),
    "dossier_channel": ("hình thức nộp: online|direct|post=...", "a word for a channel: online|direct|post=..."),
    "days": ("bảng số ngày làm việc theo thủ tục", "the table of working days by procedure"),
    "holidays": ("bảng ngày nghỉ, cùng với --days", "the table of days off, with --days"),
    "memory": ("bộ nhớ tối đa khi đọc tệp, ví dụ 2GB", "the most memory for reading files, as 2GB"),
}

#: The words that argparse has of itself: Vietnamese, then English.
OWN_WORDS: Final = {
    "usage": ("cách dùng", "usage"),
    "positionals": ("tham số", "positional arguments"),
    "options": ("tùy chọn", "options"),
    "other": ("English: --lang en, or CCHC_LANG=en", ""),
    "verb": ("LỆNH", "COMMAND"),
    "help": ("hiện hướng dẫn này", "show this help message and exit"),
    "error": ("lỗi", "error"),
}

#: What argparse says is wrong with a command line, as a pattern, and the same in Vietnamese.
WRONG_USAGE: Final = (
    (r"the following arguments are required: (.*)", "còn thiếu: {0}"),
    (r"unrecognized arguments: (.*)", "không hiểu: {0}"),
    (r"invalid choice: (.*) \(choose from (.*)\)", "không có lựa chọn {0} (chọn một trong: {1})"),
    (r"expected one argument", "cần một giá trị"),
    (r"expected at least one argument", "cần ít nhất một giá trị"),
    (r"expected at most one argument", "chỉ nhận một giá trị"),
    (r"expected (\d+) arguments?", "cần {0} giá trị"),
    (r"ignored explicit argument (.*)", "không nhận giá trị, nhưng có {0}"),
    (r"invalid int value: (.*)", "{0} không phải là số nguyên"),
    (r"ambiguous option: (.*) could match (.*)", "{0} có thể là {1}"),
)
