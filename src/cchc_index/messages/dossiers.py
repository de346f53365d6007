"""Messages about dossiers that are counted: Vietnamese, English."""

from __future__ import annotations

from typing import Final

_LEAVE: Final = (
    "Sửa các dòng này; hoặc {how} để bỏ các dòng này ra khỏi phép đếm.",
    "Mend these rows; or {how} leaves them out of the counts.",
)
_SHOW: Final = (
    "Sửa số liệu; hoặc {how} để giữ nguyên như đã ghi và nêu chênh lệch trong kết quả.",
    "Mend the figures; or {how} takes them as they stand, and tells the gap with the result.",
)


def _rows(
    vi: str, en: str, vi_why: str, en_why: str, cure: tuple[str, str] = _LEAVE
) -> tuple[tuple[str, str, str], ...]:
    """A message about rows of one kind: how many, and the first few by name."""
    return (f"dòng {vi} ({{count}}): {{rows}}", vi_why, cure[0]), (f"rows {en} ({{count}}): {{rows}}", en_why, cure[1])


MESSAGES: Final = {
    "dossiers.no_dossier": _rows(
        "không có mã hồ sơ", "without an identifier", "không rõ có trùng hay không", "so nobody can say if they repeat"
    ),
    "dossiers.duplicate": _rows(
        "có mã hồ sơ trùng nhau",
        "with identifiers that stand twice",
        "một hồ sơ chỉ được đếm một lần",
        "and a dossier counts once",
    ),
    "dossiers.no_unit": _rows("không có đơn vị", "without a unit", "không rõ của ai", "so nobody has them"),
    "dossiers.unknown_unit": _rows(
        "của đơn vị không có trong danh sách", "of units that the register does not have", "", ""
    ),
    "dossiers.no_received": _rows("không có ngày tiếp nhận", "without a day of receipt", "", ""),
    "dossiers.no_due": _rows(
        "không có ngày hẹn trả",
        "without a due day",
        "không rõ đúng hạn hay trễ hạn",
        "so nobody can say if they are late",
    ),
    "dossiers.date_form": _rows(
        "có ngày viết theo dạng khác",
        "with a date of another form",
        "04/05 có thể là hai ngày khác nhau",
        "and 04/05 may be either of two days",
        (
            "Khai báo {declared} hoặc yyyy-mm-dd theo cách viết của tệp; hoặc {how} để bỏ chúng.",
            "Declare {declared} or yyyy-mm-dd as the file has them; or {how} leaves these rows out.",
        ),
    ),
    "dossiers.no_such_day": _rows(
        "có ngày không có trong lịch từ 1990 đến 2099",
        "with a date that is no day of the calendar between 1990 and 2099",
        "",
        "",
    ),
    "dossiers.settled_before_received": _rows(
        "có ngày trả trước ngày tiếp nhận", "settled before they were received", "", ""
    ),
    "dossiers.due_before_received": _rows(
        "có ngày hẹn trả trước ngày tiếp nhận", "due before they were received", "", ""
    ),
    "dossiers.unknown_status": _rows(
        "có trạng thái không rõ hoặc để trống",
        "with a status that is not known, or none",
        "không rõ đã giải quyết hay chưa",
        "so nobody can say if they are settled",
        (
            "Khai báo {declared} (in_process, returned, withdrawn); hoặc {how} để bỏ các dòng này.",
            "Declare {declared} (in_process, returned, withdrawn); or {how} leaves these rows out.",
        ),
    ),
    "dossiers.status_and_date": _rows(
        "có trạng thái trái với ngày trả",
        "whose status and day of settling disagree",
        "đã giải quyết thì có ngày trả, đang giải quyết thì chưa",
        "since what is settled has such a day, and what is in process has none",
    ),
    "dossiers.unknown_channel": _rows(
        "có hình thức nộp không rõ hoặc để trống",
        "with a channel that is not known, or none",
        "không rõ có phải trực tuyến hay không",
        "so nobody can say if they came online",
        (
            "Khai báo {declared} (direct, post); hoặc {how} để bỏ các dòng này.",
            "Declare {declared} (direct, post); or {how} leaves these rows out.",
        ),
    ),
    "dossiers.after_as_of": _rows(
        "có ngày tiếp nhận hoặc ngày trả sau ngày chốt số liệu",
        "received or settled after the day on which the data were taken",
        "",
        "",
    ),
    "dossiers.no_procedure_days": _rows(
        "thuộc thủ tục không có số ngày làm việc", "of procedures whose working days are not listed", "", ""
    ),
    "dossiers.no_calendar": _rows(
        "có hạn vượt ngoài lịch ngày nghỉ",
        "due beyond the years of the calendar",
        "không rõ ngày nào nghỉ",
        "so nobody can say which days are off",
    ),
    "dossiers.not_whole": _rows(
        "có ô không phải là số nguyên không âm", "with a cell that is no whole number from 0", "", ""
    ),
    "dossiers.total_row": _rows("là dòng tổng", "that hold totals", "sẽ bị đếm hai lần", "and would count twice"),
    "dossiers.twice": _rows(
        "nhắc lại một đơn vị ở cùng mức độ và kỳ", "that repeat a unit at one level and in one period", "", ""
    ),
    "dossiers.period_form": _rows(
        "có kỳ không rõ, hoặc dài hơn kỳ cần đếm",
        "with a period that is none, or longer than what is asked for",
        "kỳ viết là 2021-03, 2021-Q1 hoặc 2021",
        "since periods are written 2021-03, 2021-Q1 or 2021",
    ),
    "dossiers.settled_gap": _rows(
        "có trước hạn + đúng hạn + trễ hạn không bằng đã giải quyết",
        "whose early + on time + late is not what was settled",
        "tổng phải khớp",
        "and it must be",
        _SHOW,
    ),
    "dossiers.received_gap": _rows(
        "có đã giải quyết + đang giải quyết + trả lại + rút không bằng tiếp nhận",
        "whose settled + in process + returned + withdrawn is not what was received",
        "tổng phải khớp",
        "and it must be",
        _SHOW,
    ),
    "dossiers.doubled": (
        (
            "cột {column} xuất hiện nhiều lần ({headers})",
            "không rõ cột nào đúng",
            "Giữ lại một cột, hoặc khai báo {how}",
        ),
        (
            "the column {column} stands more than once ({headers})",
            "so nobody can say which is meant",
            "Keep one of them, or declare {how}",
        ),
    ),
    "dossiers.missing": (
        ("thiếu cột {columns}", "tệp có: {headers}", "Thêm cột, hoặc khai báo {how}"),
        ("columns are missing: {columns}", "while it has: {headers}", "Add them, or declare {how}"),
    ),
    "dossiers.columns_differ": (
        ("không có cùng các cột với {other}: {columns}", "", "Dùng các tệp có cùng các cột, hoặc đếm riêng."),
        (
            "it does not have the same columns as {other}: {columns}",
            "",
            "Take files of the same columns, or count them apart.",
        ),
    ),
    "dossiers.column_kind": (
        (
            "cột thuộc kiểu {kind}",
            "không rõ ngày hoặc mã nào",
            "Đổi thành ngày, ngày giờ không có múi giờ, hoặc văn bản.",
        ),
        (
            "the column is of kind {kind}",
            "so nobody can say which day or word is meant",
            "Make it dates, times without a zone, or text.",
        ),
    ),
    "dossiers.file_name": (
        ("tên tệp hoặc thư mục có * ? [ ] {{ hoặc }}", "có thể chỉ nhiều tệp", "Đổi tên."),
        (
            "the name of the file or its folder has * ? [ ] {{ or }} in it",
            "which may stand for several files",
            "Rename it.",
        ),
    ),
    "dossiers.file_twice": (
        ("có cùng nội dung với {other}", "hồ sơ sẽ bị đếm hai lần", "Chỉ nêu tệp một lần."),
        ("it holds the same as {other}", "so its dossiers would count twice", "Name it once."),
    ),
    "dossiers.two_kinds": (
        ("có tệp là bảng số đếm ({counts}), có tệp là danh sách hồ sơ", "", "Đếm riêng từng loại."),
        ("some files hold counts ({counts}), and others dossiers", "", "Count them apart."),
    ),
    "dossiers.rows_in_workbook": (
        ("danh sách hồ sơ nằm trong sổ tính", "ngày trong sổ tính là số", "Lưu lại dưới dạng CSV UTF-8 hoặc Parquet."),
        ("dossiers stand in a workbook", "where days are numbers", "Save it as CSV UTF-8, or as Parquet."),
    ),
    "dossiers.parquet": (
        ("không đọc được tệp Parquet đến hết", "có thể bị cắt ngắn hoặc là tệp loại khác", "Xuất hoặc tải lại tệp."),
        (
            "this Parquet file cannot be read to its end",
            "it may be cut short, or of another kind",
            "Export or fetch it again.",
        ),
    ),
    "dossiers.broken_line": (
        (
            "không đọc được dòng này",
            "số ô không khớp tiêu đề, dấu nháy kép không đóng, hoặc không phải UTF-8",
            "Sửa dòng, hoặc xuất lại tệp dưới dạng CSV UTF-8.",
        ),
        (
            "this line cannot be read",
            "since its cells do not match the header, a quote is not closed, or it is no UTF-8",
            "Mend it, or export the file as CSV UTF-8.",
        ),
    ),
    "dossiers.as_of": (
        ("'{found}' không phải là ngày", "", "Ghi ngày như 2021-12-31."),
        ("'{found}' is no day", "", "Write one as 2021-12-31."),
    ),
    "dossiers.procedure_twice": (
        ("thủ tục '{found}' để trống hoặc lặp lại", "", "Mỗi thủ tục một dòng."),
        ("the procedure '{found}' is blank, or stands twice", "", "Give each procedure one row."),
    ),
    "dossiers.procedure_days": (
        ("'{found}' không phải là số ngày làm việc từ 1 đến {most}", "", "Ghi số ngày làm việc của thủ tục."),
        ("'{found}' is no number of working days from 1 to {most}", "", "Write the procedure's working days."),
    ),
    "dossiers.day_off": (
        (
            "'{found}' không phải là ngày như 2022-02-01, đã có, hoặc không phải thứ Bảy, Chủ nhật làm bù",
            "",
            "Mỗi ngày nghỉ một dòng; working là yes chỉ với thứ Bảy, Chủ nhật làm bù.",
        ),
        (
            "'{found}' is no day as 2022-02-01, stands twice, or is no Saturday or Sunday made a working day",
            "",
            "Give each day off one row; working is yes for a Saturday or Sunday made a working day alone.",
        ),
    ),
    "dossiers.none_of": (
        (
            "không có hồ sơ nào thuộc '{found}'",
            "nên không có gì để đếm; tệp có: {known}",
            "Sửa tham số này, hoặc dùng đúng tệp.",
        ),
        (
            "no dossier is of '{found}'",
            "so there is nothing to count; there are: {known}",
            "Correct the parameter, or take the right file.",
        ),
    ),
    "dossiers.memory": (
        ("'{found}' không phải là mức bộ nhớ", "", "Ghi như 2GB hoặc 500MB."),
        ("'{found}' is no amount of memory", "", "Write it as 2GB or 500MB."),
    ),
    "dossiers.engine": (
        ("DuckDB dừng giữa chừng ({fault})", "có thể thiếu bộ nhớ hoặc chỗ trên đĩa", "Tăng {how}, giải phóng đĩa."),
        (
            "DuckDB stopped half-way ({fault})",
            "for want of memory or room on the disk, perhaps",
            "Raise {how}, free the disk.",
        ),
    ),
    "dossiers.pair": (
        ("--{option} '{found}' không có dạng TÊN=GIÁ TRỊ", "", "Các tên: {known}."),
        ("--{option} '{found}' is not of the form NAME=VALUE", "", "The names are: {known}."),
    ),
    "dossiers.calendar": (
        ("chỉ có một trong hai: --days và --holidays", "hạn được tính từ cả hai", "Nêu cả hai."),
        ("only one of --days and --holidays is given", "and due days are worked out from both", "Give both."),
    ),
}

DOSSIER_PHRASES: Final = {
    "dossiers.file": ("{path}: {rows} dòng (sha256 {sha256}…)", "{path}: {rows} rows (sha256 {sha256}…)"),
    "dossiers.allowed": ("Đã cho phép, và không đếm hoặc giữ nguyên:", "Allowed, and left out or taken as it stands:"),
    "dossiers.digest": ("Mã kiểm tra số đếm: {sha256}", "Digest of the counts: {sha256}"),
    "dossiers.unit": ("Đơn vị", "Unit"),
    "dossiers.level": ("Mức độ", "Level"),
    "dossiers.period": ("Kỳ", "Period"),
    "dossiers.procedure": ("Thủ tục", "Procedure"),
    "dossiers.received": ("Tiếp nhận", "Received"),
    "dossiers.settled": ("Đã giải quyết", "Settled"),
    "dossiers.early": ("Trước hạn", "Early"),
    "dossiers.on_time": ("Đúng hạn", "On time"),
    "dossiers.late": ("Trễ hạn", "Late"),
    "dossiers.in_process": ("Đang giải quyết", "In process"),
    "dossiers.overdue": ("Quá hạn", "Overdue"),
    "dossiers.returned": ("Trả lại", "Returned"),
    "dossiers.withdrawn": ("Rút", "Withdrawn"),
    "dossiers.in_time_of_settled": ("Không trễ / đã giải quyết %", "In time of settled %"),
    "dossiers.in_time_of_received": ("Không trễ / tiếp nhận %", "In time of received %"),
}
