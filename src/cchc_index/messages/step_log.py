"""Messages about the log of a cycle's steps."""

from __future__ import annotations

from typing import Final

MESSAGES: Final = {
    "log.empty": (
        (
            "nhật ký không có dòng nào",
            "nhật ký đã được ghi thì có ít nhất một bước",
            "Lấy lại tệp từ bản lưu; nếu đợt chưa từng ghi bước nào, xóa tệp này.",
        ),
        (
            "the log has no line",
            "while a log that was written has one step at least",
            "Restore the file from a copy; where no step was ever written, delete it.",
        ),
    ),
    "log.bom": (
        (
            "dòng bắt đầu bằng dấu thứ tự byte (BOM)",
            "một phần mềm soạn thảo đã lưu lại tệp",
            "Lấy lại nhật ký từ bản lưu; chỉ ghi thêm bằng cchc-index log.",
        ),
        (
            "the line begins with a byte order mark (BOM)",
            "since an editor has saved the file anew",
            "Restore the log from a copy; add to it by cchc-index log alone.",
        ),
    ),
    "log.line_end": (
        (
            "dòng kết thúc theo kiểu Windows (CRLF)",
            "một phần mềm soạn thảo hoặc việc truyền tệp đã đổi cách xuống dòng",
            "Lấy lại nhật ký từ bản lưu; khi truyền, giữ nguyên từng byte.",
        ),
        (
            "the line ends as Windows ends lines (CRLF)",
            "since an editor, or whatever passed the file on, has changed its line ends",
            "Restore the log from a copy; pass it on byte for byte.",
        ),
    ),
    "log.byte": (
        (
            "dòng có byte không phải UTF-8",
            "nội dung đã bị thay đổi sau khi ghi",
            "Lấy lại nhật ký từ bản lưu.",
        ),
        (
            "the line has a byte that is no UTF-8",
            "so it was changed after it was written",
            "Restore the log from a copy.",
        ),
    ),
    "log.blank": (
        ("dòng trống", "mỗi dòng của nhật ký là một bước", "Lấy lại nhật ký từ bản lưu."),
        ("the line is blank", "while each line of a log is a step", "Restore the log from a copy."),
    ),
    "log.foreign": (
        (
            "dòng không phải là một bước của nhật ký",
            "bị thay đổi sau khi ghi, hoặc do người khác thêm vào",
            "Lấy lại nhật ký từ bản lưu.",
        ),
        (
            "the line is no step of a log",
            "so it was changed after it was written, or is somebody else's",
            "Restore the log from a copy.",
        ),
    ),
    "log.rewritten": (
        (
            "dòng được ghi lại theo cách khác (dấu cách, thứ tự, ký hiệu)",
            "một phần mềm khác đã lưu lại tệp",
            "Lấy lại nhật ký từ bản lưu; chỉ ghi thêm bằng cchc-index log.",
        ),
        (
            "the line is written in another way than the log writes (spaces, order, escapes)",
            "since another program has saved the file anew",
            "Restore the log from a copy; add to it by cchc-index log alone.",
        ),
    ),
    "log.changed": (
        (
            "nội dung dòng không khớp mã kiểm tra của dòng",
            "bị thay đổi sau khi ghi",
            "Lấy lại nhật ký từ bản lưu, và hỏi ai đã sửa tệp.",
        ),
        (
            "what the line says does not fit its hash",
            "so it was changed after it was written",
            "Restore the log from a copy, and ask who edited the file.",
        ),
    ),
    "log.number": (
        (
            "dòng là bước {found}, ở đây phải là bước {wanted}",
            "có dòng bị xóa, lặp lại hoặc đổi chỗ",
            "Lấy lại nhật ký từ bản lưu, và hỏi ai đã sửa tệp.",
        ),
        (
            "the line is step {found}, where step {wanted} belongs",
            "so lines were dropped, doubled or moved",
            "Restore the log from a copy, and ask who edited the file.",
        ),
    ),
    "log.previous": (
        (
            "dòng không nối tiếp dòng trước",
            "dòng này ghi mã kiểm tra khác với mã của dòng trước: có dòng bị thay, hoặc hai nhật ký bị ghép lại",
            "Lấy lại nhật ký từ bản lưu, và hỏi ai đã sửa tệp.",
        ),
        (
            "the line does not follow the one before it",
            "since it names another hash than that one has: a line was replaced, or two logs were joined",
            "Restore the log from a copy, and ask who edited the file.",
        ),
    ),
    "log.cut": (
        (
            "dòng cuối bị cắt",
            "dòng không có dấu kết thúc",
            "Lấy lại nhật ký từ bản lưu.",
        ),
        (
            "the last line is cut off",
            "since it lacks its end",
            "Restore the log from a copy.",
        ),
    ),
    "log.lacks": (
        (
            "nhật ký không có bước mang mã {head}",
            "tệp kết quả ghi mã này là mã cuối của nhật ký: từ đó đến nay có bước bị cắt bỏ hoặc bị thay",
            "Lấy lại nhật ký từ bản lưu; hoặc xem lại tệp kết quả có phải của đợt này không.",
        ),
        (
            "the log has no step with the hash {head}",
            "while the result names it as the log's head: since then steps were cut off or replaced",
            "Restore the log from a copy; or see whether the result is of this cycle.",
        ),
    ),
    "log.no_head": (
        (
            "tệp kết quả không ghi mã cuối của nhật ký",
            "khi chấm, đợt chưa có nhật ký",
            "Ghi bước vào nhật ký trước, rồi chấm và lưu kết quả.",
        ),
        (
            "the result names no head of a log",
            "since its cycle had no log when it was scored",
            "Write the step into the log first, then score and keep the result.",
        ),
    ),
    "log.same": (
        (
            "kết quả này đã được công bố ở bước {number} ({date}, {by})",
            "từ đó đến nay không có gì thay đổi",
            "Không cần ghi lại; nếu cần ghi chú, dùng --step note.",
        ),
        (
            "this result was published in step {number} ({date}, {by})",
            "and nothing has changed since",
            "There is nothing to write; for a remark use --step note.",
        ),
    ),
    "log.by": (
        ("chưa ghi ai thực hiện bước này", "", 'Ghi --by "cơ quan hoặc người thực hiện".'),
        ("nobody is named who takes this step", "", 'Write --by "the office or the person".'),
    ),
    "log.no_note": (
        ("ghi chú không có nội dung", "", 'Ghi --note "nội dung".'),
        ("the note says nothing", "", 'Write --note "what is to be said".'),
    ),
    "log.stage_of_note": (
        ("ghi chú không thuộc giai đoạn nào", "", "Bỏ --stage, và nêu giai đoạn trong nội dung ghi chú."),
        ("a note is of no stage", "", "Leave --stage out, and name the stage in what the note says."),
    ),
    "log.date": (
        ("'{found}' không phải là ngày", "", "Ghi năm-tháng-ngày, ví dụ 2021-12-31."),
        ("'{found}' is no date", "", "Write year-month-day, for example 2021-12-31."),
    ),
    "log.unseen": (
        (
            "'{what}' có ký tự {code} không nhìn thấy được hoặc dấu xuống dòng",
            "mỗi bước của nhật ký là một dòng chữ đọc được",
            "Gõ lại không có ký tự đó.",
        ),
        (
            "'{what}' has the character {code}, which cannot be seen or breaks the line",
            "while each step of the log is one line that can be read",
            "Type it without that character.",
        ),
    ),
    "log.no_step": (
        ("--by, --stage, --date, --note chỉ dùng cùng --step", "", "Thêm --step scored, published, corrected, note."),
        ("--by, --stage, --date and --note go with --step", "", "Add --step scored, published, corrected or note."),
    ),
    "log.result_alone": (
        ("--result không dùng cùng --step", "", "Đối chiếu với kết quả trước, rồi ghi bước bằng lệnh khác."),
        ("--result does not go with --step", "", "Hold the log against the result first, and write the step then."),
    ),
    "log.worked": (
        (
            "'{name}' là đợt mẫu đi kèm chương trình",
            "nhật ký của đợt mẫu không được ghi",
            "Chép thư mục của đợt ra nơi khác, hoặc ghi đường dẫn của đợt khác.",
        ),
        (
            "'{name}' is a worked cycle of the program",
            "whose log is not written",
            "Copy its folder, or name the path of another cycle.",
        ),
    ),
    "log.busy": (
        (
            "'{path}' đang được chương trình khác ghi",
            "đã chờ mười giây",
            "Chờ chương trình kia xong, rồi thử lại.",
        ),
        (
            "'{path}' is being written by another program",
            "which did not end within ten seconds",
            "Wait until it has, and try again.",
        ),
    ),
}
