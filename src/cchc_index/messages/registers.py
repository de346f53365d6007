"""Messages about rows of registers, contests of initiatives and tables of points, counted as evidence."""

from __future__ import annotations

from typing import Final

_LEAVE: Final = (
    "Sửa các dòng này ({rows}); hoặc ghi allow: [{kind}] để bỏ chúng, kết quả sẽ nêu rõ.",
    "Mend these rows ({rows}); or write allow: [{kind}], which leaves them out and is told with the result.",
)


def _rows(
    vi: str, en: str, why: tuple[str, str] = ("", ""), cure: tuple[str, str] = _LEAVE
) -> tuple[tuple[str, str, str], tuple[str, str, str]]:
    """A message about rows of one kind, at the first of them: what is wrong, how many there are, and where."""
    return (f"{vi} ({{count}} dòng)", why[0], cure[0]), (f"{en} (rows: {{count}})", why[1], cure[1])


def _words(parameter: str) -> tuple[str, str]:
    """The cure of rows with a word that is not known."""
    return (
        f"Sửa các dòng này ({{rows}}), hoặc khai báo từ đó ở {parameter}; allow: [{{kind}}] sẽ bỏ các dòng này.",
        f"Mend these rows ({{rows}}), or declare the word under {parameter}; allow: [{{kind}}] leaves these rows out.",
    )


MESSAGES: Final = {
    "evidence.allow": (
        ("'{value}' không phải là một loại lỗi của dòng", "", "Các loại lỗi: {known}."),
        ("'{value}' is no kind of fault of a row", "", "There are: {known}."),
    ),
    "evidence.period": (
        ("'{value}' không phải là một kỳ", "", "Ghi như 2021, 2021-Q3, 2021-07 hoặc 2020-12-15/2021-12-14."),
        ("'{value}' is no period", "", "Write it like 2021, 2021-Q3, 2021-07 or 2020-12-15/2021-12-14."),
    ),
    "evidence.meaning": (
        ("từ khóa lạ '{value}'", "ở đây chỉ có {known}", "{hint}Sửa từ khóa."),
        ("unknown key '{value}'", "only {known} can stand here", "{hint}Correct it."),
    ),
    "evidence.word_twice": (
        ("từ '{value}' có hai nghĩa", "không rõ nghĩa nào", "Bỏ bớt một nghĩa."),
        ("the word '{value}' is given two meanings", "so nobody can say which is meant", "Take one of them away."),
    ),
    "evidence.maxima": (
        ("{value}", "phải là {count} số dương cộng lại bằng {sum}", "Sửa điểm tối đa của các nhóm."),
        ("{value}", "where {count} positive numbers belong that add up to {sum}", "Correct the groups' maxima."),
    ),
    "evidence.no_file": (
        ("chưa nêu tệp nào để tổng hợp", "", "Nêu ít nhất một tệp."),
        ("there is no file to count", "", "Name at least one."),
    ),
    "evidence.empty": (
        ("bảng có dòng tiêu đề nhưng không có dòng nào", "", "Điền bảng, hoặc bỏ tệp này ra."),
        ("the table has a header and no row", "", "Fill it in, or leave the file out."),
    ),
    "evidence.no_unit": _rows("không có đơn vị", "no unit", ("không rõ của ai", "so nobody has them")),
    "evidence.total_row": _rows(
        "dòng tổng '{value}'", "'{value}', a row of totals", ("sẽ bị đếm hai lần", "which would count twice")
    ),
    "evidence.unknown_unit": _rows(
        "đơn vị '{value}' không có trong danh sách",
        "the unit '{value}', which the register does not have",
        cure=("{hint}" + _LEAVE[0], "{hint}" + _LEAVE[1]),
    ),
    "evidence.no_id": _rows("không có mã", "no identifier", ("không rõ có trùng không", "so it may stand twice")),
    "evidence.duplicate": _rows(
        "mã '{value}' xuất hiện nhiều lần",
        "'{value}', an identifier that stands more than once",
        ("không rõ dòng nào đúng", "so nobody can say which is right"),
    ),
    "evidence.date_form": _rows(
        "'{value}' không viết như ngày đã khai báo",
        "'{value}', a date of another form than is declared",
        ("04/05 có thể là hai ngày khác nhau", "and 04/05 may be either of two days"),
        (
            "Sửa các dòng này ({rows}), hoặc khai báo dates: dd/mm/yyyy hay yyyy-mm-dd; allow: [{kind}] sẽ bỏ chúng.",
            "Mend these rows ({rows}), or declare dates: dd/mm/yyyy or yyyy-mm-dd; allow: [{kind}] leaves them out.",
        ),
    ),
    "evidence.no_such_day": _rows("'{value}' không có trong lịch", "'{value}', no day of the calendar"),
    "evidence.backwards": _rows("ngày sau lại trước ngày đầu ({value})", "days that run backwards ({value})"),
    "evidence.no_date": _rows(
        "không có ngày", "no day", ("không rõ có thuộc kỳ này không", "so nobody can say if it is of the period")
    ),
    "evidence.unknown_kind": _rows(
        "loại việc '{value}' không rõ", "'{value}', no kind that is known", cure=_words("kinds")
    ),
    "evidence.not_yes_no": _rows("'{value}' không phải là có hay không", "'{value}', neither yes nor no"),
    "evidence.no_received": _rows("dự thảo không có ngày nhận", "drafts without the day they were received"),
    "evidence.no_due": _rows(
        "dự thảo được đề nghị góp ý không có thời hạn",
        "drafts asked for without a due day",
        ("không rõ đúng hạn hay không", "so nobody can say if they were commented in time"),
    ),
    "evidence.no_finding": _rows(
        "văn bản đã kiểm tra không ghi có sai sót hay không",
        "documents checked, of which nobody says if they are faulty",
    ),
    "evidence.contradiction": _rows(
        "'{value}' trái với những gì dòng đã ghi",
        "'{value}', which contradicts what else the row says",
        (
            "dự thảo, tự kiểm tra, sai sót mỗi loại có cột riêng",
            "since drafts, checks and faults have columns of their own",
        ),
    ),
    "evidence.unknown_status": _rows(
        "trạng thái '{value}' không rõ", "the status '{value}', which is not known", cure=_words("statuses")
    ),
    "evidence.unknown_recipient": _rows(
        "đối tượng '{value}' không rõ", "the recipient '{value}', which is not known", cure=_words("recipients")
    ),
    "evidence.unknown_prize": _rows(
        "giải '{value}' chưa được khai báo", "the prize '{value}', which is not declared", cure=_words("prizes")
    ),
    "evidence.no_prize": _rows("được trao giải nhưng không ghi giải nào", "awarded, and no prize named"),
    "evidence.prize_unawarded": _rows(
        "ghi giải '{value}' nhưng trạng thái không phải là được trao giải", "the prize '{value}' without being awarded"
    ),
    "evidence.over_limit": (
        ("giải '{value}' được trao {count} lần", "chỉ được trao nhiều nhất {most}", "Bỏ bớt, hoặc sửa số giải."),
        (
            "the prize '{value}' is given {count} times",
            "of which there are {most}",
            "Take some away, or mend the limit.",
        ),
    ),
    "evidence.unknown_initiative": _rows(
        "sáng kiến '{value}' không có trong danh sách dự thi", "the initiative '{value}', which does not take part"
    ),
    "evidence.no_judge": _rows("không ghi giám khảo", "no judge"),
    "evidence.no_judge_unit": _rows(
        "không ghi đơn vị của giám khảo",
        "no unit of the judge",
        ("không rõ có chấm cho đơn vị mình không", "so nobody can say if it is the judge's own that is scored"),
    ),
    "evidence.judge_units": _rows(
        "giám khảo thuộc hai đơn vị khác nhau ('{value}')", "a judge of two units ('{value}')"
    ),
    "evidence.no_points": _rows("'{value}' không phải là điểm", "'{value}', no points"),
    "evidence.off_scale": _rows("điểm '{value}' ngoài thang điểm", "'{value}', points outside the scale"),
    "evidence.marked_twice": _rows(
        "sáng kiến '{value}' được một giám khảo chấm nhiều lần",
        "the initiative '{value}', which one judge scores more than once",
    ),
    "evidence.own_unit": _rows(
        "giám khảo chấm cho đơn vị của mình ({value})", "judges who score their own unit ({value})"
    ),
    "evidence.unmarked": _rows(
        "giám khảo chưa chấm sáng kiến ({value})", "initiatives that a judge has not scored ({value})"
    ),
    "evidence.few_marks": (
        (
            "sáng kiến '{value}' không còn điểm nào",
            "bỏ {drop} điểm cao nhất và thấp nhất",
            "Thêm điểm, hoặc giảm drop.",
        ),
        (
            "the initiative '{value}' has no points left",
            "when {drop} of the highest and of the lowest are dropped",
            "Have more judges score it, or drop fewer.",
        ),
    ),
    "evidence.tied": (
        (
            "có sáng kiến bằng nhau ({value})",
            "chưa khai báo cách phân định",
            "Khai báo tie_breaks ({known}), hoặc ties: shared để đồng hạng.",
        ),
        (
            "initiatives are equal ({value})",
            "and nothing declared tells them apart",
            "Declare tie_breaks ({known}), or ties: shared.",
        ),
    ),
    "evidence.tie_at_limit": (
        (
            "{tied} sáng kiến cùng hạng {place}, giải '{title}' chỉ còn {left}",
            "không rõ trao cho ai",
            "Khai báo tie_breaks, hoặc at_limit: below để tất cả nhận giải thấp hơn.",
        ),
        (
            "{tied} initiatives share place {place}, and of the prize '{title}' {left} are left",
            "so nobody can say who gets it",
            "Declare tie_breaks, or at_limit: below, by which all of them get the class below.",
        ),
    ),
    "evidence.total_differs": _rows(
        "tổng ghi trong bảng khác tổng các điểm ({value})", "a printed total that is not the sum of its row ({value})"
    ),
}

#: words of a contest's result
PHRASES: Final = {
    "contest.prize": ("giải {prize}", "prize {prize}"),
    "contest.by_mean_of_all": ("phân định theo trung bình của mọi điểm", "told apart by the mean of all points"),
    "contest.by_median_of_all": ("phân định theo trung vị của mọi điểm", "told apart by the median of all points"),
    "contest.by_highest": ("phân định theo điểm cao nhất", "told apart by the highest points"),
    "contest.by_lowest": ("phân định theo điểm thấp nhất", "told apart by the lowest points"),
    "contest.out_highest": ("không tính: cao nhất", "not counted: highest"),
    "contest.out_lowest": ("không tính: thấp nhất", "not counted: lowest"),
    "contest.out_own_unit": ("không tính: đơn vị của giám khảo", "not counted: the judge's own unit"),
    "contest.left_out": ("Đã bỏ theo allow: {kind}, {rows} dòng", "Left out by allow: {kind}, {rows} rows"),
}
