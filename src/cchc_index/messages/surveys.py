"""Messages about surveys that are counted. None of them repeats what stands in a row of answers."""

from __future__ import annotations

from typing import Final

_Message = tuple[tuple[str, str, str], tuple[str, str, str]]


def _rows(vi: str, en: str, vi_why: str, en_why: str) -> _Message:
    """A kind of faulty rows: how many there are; the first is the place."""
    return (
        (f"{{rows}} dòng {vi}, đây là dòng đầu tiên", vi_why, "Sửa các dòng; hoặc allow: [{kind}] để không đếm chúng."),
        (f"{{rows}} rows {en}, of which this is the first", en_why, "Mend them; or allow: [{kind}] leaves them out."),
    )


MESSAGES: Final = {
    "survey.blank": _rows(
        "thiếu người trả lời, đơn vị hoặc câu hỏi",
        "lack the respondent, the unit or the question",
        "không rõ ai trả lời về đơn vị nào",
        "so nobody can say who answered for whom",
    ),
    "survey.unknown_unit": _rows(
        "ghi đơn vị không có trong danh sách", "name a unit that the register does not have", "", ""
    ),
    "survey.unknown_question": _rows(
        "ghi câu hỏi không được khai báo",
        "name a question that is not declared",
        "chỉ đếm các câu hỏi trong questions và ignored",
        "while only those in questions and ignored are known",
    ),
    "survey.no_answer": _rows("không có phương án trả lời", "have no answer", "", ""),
    "survey.unknown_option": _rows(
        "ghi phương án không được khai báo",
        "give an answer that is no declared option",
        "không rõ phương án đó được tính bao nhiêu",
        "so nobody can say what it counts",
    ),
    "survey.unknown_stratum": _rows(
        "thiếu nhóm người trả lời, hoặc ghi nhóm không được khai báo",
        "have no group of respondents, or one that is not declared",
        "",
        "",
    ),
    "survey.not_sampled": _rows(
        "thuộc đơn vị và nhóm mà bảng phiếu phát ra không có",
        "belong to units and groups that the table of forms does not list",
        "không phát phiếu thì không thể thu về",
        "and what was not sent cannot come back",
    ),
    "survey.answered_twice": _rows(
        "trong đó một người trả lời một câu hỏi hai lần",
        "in which a respondent answers one question twice",
        "không rõ lần nào được tính",
        "so nobody can say which counts",
    ),
    "survey.two_strata": _rows(
        "trong đó một người thuộc hai nhóm người trả lời",
        "in which a respondent is in two groups of respondents",
        "không rõ người đó đại diện cho nhóm nào",
        "so nobody can say for which group this one stands",
    ),
    "survey.lone_respondent": _rows(
        "là câu trả lời duy nhất của một đơn vị cho một câu hỏi",
        "are the only answer of a unit to a question",
        "số liệu của một người cho biết người đó trả lời gì",
        "and a figure of one respondent says what this one answered",
    ),
    "survey.small_sample": (
        (
            "{cases} lần một đơn vị có ít hơn {least} người trả lời (đầu tiên: đơn vị {unit}, {measure}; {rows} dòng)",
            "quá ít để tính số liệu",
            "Thu thêm phiếu; hoặc allow: [{kind}] để các đơn vị này không có số liệu đó.",
        ),
        (
            "{cases} times a unit has fewer than {least} respondents (first: unit {unit}, {measure}; {rows} rows)",
            "which are too few for a figure",
            "Collect more answers; or allow: [{kind}], and these units have no such figure.",
        ),
    ),
    "survey.empty_stratum": (
        (
            "{rows} lần không ai trong một nhóm người trả lời (đầu tiên: đơn vị {unit}, {measure})",
            "nên không tính được mức trung bình của nhóm đó",
            "Thu thêm phiếu, gộp nhóm; hoặc allow: [{kind}] để tính theo các nhóm còn lại.",
        ),
        (
            "{rows} times nobody of a group of respondents answered (first: unit {unit}, {measure})",
            "so that the group has no mean",
            "Collect answers, merge groups; or allow: [{kind}], and the other groups count alone.",
        ),
    ),
    "survey.small_cell": (
        (
            "{rows} lần ít hơn {least} người chọn một phương án (đầu tiên: đơn vị {unit}, {measure})",
            "số đếm này sẽ hiện trong giải trình điểm",
            "Dùng counts: none và mức trung bình (places: 2); hoặc counts: all nếu giải trình không công bố.",
        ),
        (
            "{rows} times fewer than {least} respondents chose an option (first: unit {unit}, {measure})",
            "and the count would stand in explanations of points",
            "Write counts: none and feed a rate (places: 2); or counts: all where explanations are not published.",
        ),
    ),
    "survey.empty": (
        ("không có câu trả lời nào", "", "Dùng đúng tệp, mỗi dòng một câu trả lời."),
        ("there are no answers", "", "Use the right file, with a row for each answer."),
    ),
    "survey.cell": (
        (
            "ô không đọc được như chữ",
            "có thể là công thức, ngày tháng hoặc lỗi; nội dung không được in ra vì là câu trả lời của một người",
            "Gõ lại ô thành chữ.",
        ),
        (
            "a cell that cannot be read as text",
            "perhaps a formula, a date or an error; what it says is somebody's answer and is not repeated",
            "Type it again as text.",
        ),
    ),
    "survey.header": (
        (
            "dòng này không phải là tên các cột",
            "dòng đầu tiên phải ghi: respondent, unit, question, option",
            "Xóa các dòng phía trên, hoặc thêm tên cột.",
        ),
        (
            "this row does not name columns",
            "while the first must say respondent, unit, question, option",
            "Delete what stands above the names, or write them.",
        ),
    ),
    "survey.no_questions": (
        ("không có câu hỏi nào để đếm", "", "Ghi câu hỏi của mỗi số liệu, ví dụ questions: {{service: [q1, q2]}}."),
        ("there is no question to count", "", "Write the questions of each measure: questions: {{service: [q1, q2]}}."),
    ),
    "survey.no_options": (
        (
            "không có phương án trả lời nào",
            "",
            "Ghi trọng số của từng phương án, ví dụ options: {{good: 100, poor: 0}}.",
        ),
        ("there are no options", "", "Write the weight of each: options: {{good: 100, poor: 0}}."),
    ),
    "survey.weight": (
        ("trọng số {value} %", "phải từ 0 đến 100", "Sửa số này."),
        ("a weight of {value} %", "which must lie between 0 and 100", "Correct the number."),
    ),
    "survey.best": (
        ("trọng số cao nhất là {value} %", "phương án tốt nhất phải là 100 %", "Sửa trọng số."),
        ("the greatest weight is {value} %", "while the best option weighs 100 %", "Correct the weights."),
    ),
    "survey.spelt": (
        ("'{name}' không phải là phương án", "các phương án là {known}", "Sửa tên."),
        ("'{name}' is no option", "there are {known}", "Correct the name."),
    ),
    "survey.satisfied": (
        ("'{name}' không phải là phương án có trọng số", "các phương án là {known}", "Sửa tên."),
        ("'{name}' is no option with a weight", "there are {known}", "Correct the name."),
    ),
    "survey.name": (
        (
            "tên '{name}'",
            "tên số liệu và phương án chỉ gồm chữ thường không dấu và dấu gạch dưới",
            "Đổi tên; cách ghi trong tệp khai báo ở spelt.",
        ),
        (
            "the name '{name}'",
            "while names of measures and options have small letters of a to z and underscores only",
            "Rename it; what files write for it goes into spelt.",
        ),
    ),
    "survey.twice": (
        ("'{name}' để trống hoặc được khai báo hai lần", "không rõ tính theo nghĩa nào", "Bỏ một."),
        ("'{name}' is blank or declared twice", "so nobody can say which is meant", "Delete one of them."),
    ),
    "survey.figure_twice": (
        ("hai số liệu cùng tên '{name}'", "", "Đổi tên số liệu hoặc phương án."),
        ("two figures are called '{name}'", "", "Rename a measure or an option."),
    ),
    "survey.design": (
        (
            "design_weights và strata khác nhau ở: {names}",
            "mỗi nhóm người trả lời có đúng một trọng số",
            "Ghi đủ các nhóm ở cả hai.",
        ),
        (
            "design_weights and strata differ in: {names}",
            "while each group of respondents has one weight",
            "Write the same groups in both.",
        ),
    ),
    "survey.design_weight": (
        ("trọng số {value}", "phải lớn hơn 0", "Sửa số này, hoặc bỏ nhóm."),
        ("a weight of {value}", "which must be more than 0", "Correct it, or leave the group out."),
    ),
    "survey.places": (
        ("{value} chữ số thập phân", "phải từ 0 đến {most}", "Sửa số này."),
        ("{value} decimals", "which must be 0 to {most}", "Correct the number."),
    ),
    "survey.suppress_below": (
        (
            "suppress_below: {value}",
            "số liệu của ít hơn {least} người có thể cho biết ai trả lời gì",
            "Ghi từ {least} trở lên.",
        ),
        (
            "suppress_below: {value}",
            "while figures of fewer than {least} respondents may tell who answered what",
            "Write {least} or more.",
        ),
    ),
    "survey.least": (
        ("least: {value}", "ít hơn số người mà dưới đó số liệu phải ẩn ({least})", "Ghi từ {least} trở lên."),
        ("least: {value}", "which is less than what must be hidden ({least})", "Write {least} or more."),
    ),
    "survey.allow": (
        ("không có loại lỗi '{name}' để cho phép", "các loại là {known}", "{hint}Sửa tên."),
        ("no kind of fault is called '{name}' that may be allowed", "there are {known}", "{hint}Correct the name."),
    ),
    "survey.population": (
        (
            "population: yes",
            "cần strata, và bảng phiếu (sample) có cột population; không dùng cùng design_weights",
            "Khai báo strata và sample, bỏ design_weights.",
        ),
        (
            "population: yes",
            "which needs strata and a sample with a column population, and goes without design_weights",
            "Declare strata and sample, and leave design_weights out.",
        ),
    ),
    "survey.no_population": (
        ("bảng phiếu không có số ở cột population", "population: yes cần số đó", "Điền cột population."),
        ("the table of forms has nothing in its column population", "which population: yes needs", "Fill it in."),
    ),
    "survey.sample_file": (
        ("không rõ tệp nào là bảng phiếu '{name}'", "các tệp là {names}", "Ghi tên của đúng một tệp trong files."),
        ("it is not clear which file is the table of forms '{name}'", "there are {names}", "Name one file of files."),
    ),
    "survey.sample_empty": (
        ("bảng phiếu không có dòng nào", "", "Ghi số phiếu phát ra của từng đơn vị, hoặc bỏ sample."),
        ("the table of forms has no rows", "", "Write the forms that each unit was sent, or leave sample out."),
    ),
    "survey.sample_stratum": (
        ("nhóm người trả lời '{value}'", "không được khai báo trong strata", "Sửa tên nhóm."),
        ("the group of respondents '{value}'", "which strata does not declare", "Correct its name."),
    ),
    "survey.sample_twice": (
        ("đơn vị '{unit}' có hai dòng cho cùng một nhóm", "", "Bỏ một dòng."),
        ("the unit '{unit}' has two rows for one group", "", "Delete one of them."),
    ),
    "survey.sample_number": (
        ("'{value}' ở cột {column}", "phải là số lớn hơn 0; số phiếu là số nguyên", "Sửa số này."),
        ("'{value}' in column {column}", "where a number above 0 belongs, a whole one of forms", "Correct it."),
    ),
    "survey.sample_gap": (
        ("cột {column} để trống ở đơn vị '{unit}'", "trong khi các dòng khác có số", "Điền cho mọi dòng."),
        ("the column {column} is blank for the unit '{unit}'", "while other rows have it", "Fill it in for all."),
    ),
    "survey.over_sent": (
        ("đơn vị '{unit}' có {respondents} người trả lời, nhiều hơn {sent} phiếu phát ra", "", "Sửa số phiếu phát ra."),
        ("the unit '{unit}' has {respondents} respondents of {sent} forms sent", "", "Correct the number of forms."),
    ),
}
