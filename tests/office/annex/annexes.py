"""Three annexes in the manner of real ones, all of them invented; ``python -m tests.office.annex.annexes`` writes them.

`so-mau` is what a province issues for its departments: Roman areas, merged titles, the heading repeated on a new page,
evidence, a total, bonus and penalty, classes in a footnote. `xa-mau` is one for communes, as national annexes are laid
out: each step of a scoring in its own row, numbers kept as numbers, and the slips that such tables have. `moi-cau` has
a sentence for every rule of docs/rules.md.
"""

from __future__ import annotations

import datetime
from decimal import Decimal
from pathlib import Path
from typing import Any, Final

import xlsxwriter

from tests.conftest import TESTS

FOLDER: Final = TESTS / "data" / "annexes"
NAMES: Final = ("so-mau", "xa-mau", "moi-cau")
Cells = list[Any]

SO_ABOVE: Final = (
    "UBND TỈNH MẪU",
    "PHỤ LỤC I",
    "BỘ TIÊU CHÍ XÁC ĐỊNH CHỈ SỐ CẢI CÁCH HÀNH CHÍNH CỦA CÁC SỞ",
    "(Ban hành kèm theo Quyết định số 000/QĐ-UBND ngày 05 tháng 01 năm 2026 của UBND tỉnh Mẫu)",
)
SO_HEAD: Final = ["STT", "Lĩnh vực, tiêu chí", "Điểm tối đa", "Cách chấm (ghi chú)", "Tài liệu kiểm chứng"]
SO: Final[list[Cells]] = [
    ["I", "CÔNG TÁC CHỈ ĐẠO, ĐIỀU HÀNH CCHC", "14,50"],
    ["1", "Kế hoạch CCHC năm", 5],
    ["1.1", "Ban hành kế hoạch", "1,00", "Ban hành kế hoạch: 1; không ban hành: 0", "Kế hoạch"],
    [
        "1.2",
        "Mức độ hoàn thành kế hoạch",
        4,
        "- Hoàn thành 100% nhiệm vụ: 4 điểm\n- Từ 80% đến dưới 100%: 2 điểm\n- Dưới 80%: 0 điểm",
        "Báo cáo năm",
    ],
    [
        "2",
        "Chế độ báo cáo",
        "2",
        "Báo cáo đầy đủ, đúng hạn: 2 điểm. Mỗi báo cáo chậm trừ 0,25 điểm, mỗi báo cáo thiếu trừ 0,5 điểm",
    ],
    ["3", "Sáng kiến CCHC", "3,5", "Mỗi sáng kiến được công nhận: 1 điểm, tối đa 3,5 điểm", "Quyết định công nhận"],
    [
        "4",
        "Tuyên truyền CCHC",
        4,
        "Có chuyên mục riêng, cập nhật hằng tuần và có tin bài của cấp xã: chấm theo mức độ",
        "Ảnh chụp trang",
    ],
    ["II", "CẢI CÁCH THỂ CHẾ", 10],
    [
        "1",
        "Xử lý văn bản sau rà soát",
        4,
        "Tính theo công thức (b/a)*điểm tối đa. Trong đó: a là tổng số văn bản phải xử lý; b là số văn bản đã xử lý. "
        "Nếu tỷ lệ dưới 50%: 0 điểm",
    ],
    ["2", "Tham mưu văn bản", 6, "Tham mưu đúng tiến độ: 6; mỗi văn bản chậm trừ 0,5 điểm"],
    SO_HEAD,
    ["III", "CẢI CÁCH THỦ TỤC HÀNH CHÍNH", 20.5],
    ["1", "Giải quyết hồ sơ", 15],
    [
        "1.1",
        "Tỷ lệ hồ sơ đúng hạn",
        "10",
        "Từ 98% trở lên: 10\nTừ 95% đến dưới 98%: 7,5\nTừ 90% – dưới 95%: 4\nDưới 90%: 0\n"
        "Không phát sinh hồ sơ: điểm tối đa",
        "Trích xuất hệ thống",
    ],
    ["1.2", "Hồ sơ trực tuyến toàn trình", 5, "Từ 70% trở lên: 5; dưới 70%: điểm = (tỷ lệ x 5)/70%"],
    [
        "2",
        "Công khai thủ tục hành chính",
        "5,5",
        "Đúng thời hạn: 5,5\nChậm từ 1 đến 5 ngày: 3\nChậm từ 6 ngày trở lên: 0",
    ],
    ["IV", "ĐIỀU TRA XÃ HỘI HỌC", 15],
    ["1", "Mức độ hài lòng của người dân", 10, "Chỉ số hài lòng × 10%"],
    ["2", "Đánh giá của lãnh đạo", 5],
    ["", "TỔNG CỘNG", 60],
    ["", "ĐIỂM THƯỞNG", 2],
    ["T1", "Mô hình mới được nhân rộng", 2, "1 điểm/mô hình, tối đa 2 điểm"],
    ["", "ĐIỂM TRỪ", -3, "Mỗi lần bị phê bình bằng văn bản trừ 0,5 điểm"],
    ["Ghi chú: Xếp loại: Tốt từ 90% trở lên; Khá từ 80% đến dưới 90%; Trung bình từ 65% đến dưới 80%; Yếu dưới 65%"],
]

XA_ABOVE: Final = (
    "PHỤ LỤC 02",
    "CHỈ SỐ CẢI CÁCH HÀNH CHÍNH CẤP XÃ",
    "(Kèm theo Quyết định số 00/QĐ-UBND ngày 15/3/2026 của UBND tỉnh Mẫu)",
)
XA_HEAD: Final = [
    ["TT", "Tiêu chí, tiêu chí thành phần", "Điểm", "", "Ghi chú", "Cột lạ"],
    ["", "", "Điểm tối đa", "Điểm tự chấm", "", ""],
]
XA: Final[list[Cells]] = [
    ["(1)", "(2)", "(3)", "(4)", "(5)", "(6)"],
    [1, "Chỉ đạo, điều hành CCHC", 10],
    [1.1, "Kế hoạch", 3],
    ["", "- Ban hành trong tháng 01", 3],
    ["", "- Ban hành sau tháng 01", 1],
    ["", "- Không ban hành", 0],
    [1.2, "Kiểm tra", 3],
    ["", "Tỷ lệ thôn được kiểm tra từ 30% trở lên", 3],
    ["", "Tỷ lệ thôn được kiểm tra từ 20% đến dưới 30%", "1,5"],
    ["", "Tỷ lệ thôn được kiểm tra dưới 20%", 0],
    [1.4, "Đối thoại với người dân", 4],
    ["", "Có từ 2 cuộc trở lên", 4],
    ["", "Có 1 cuộc", 2],
    ["", "Không có", 0],
    [2, "Thủ tục hành chính", 12],
    [2.1, "Hồ sơ đúng hạn", 6],
    ["", "Đạt 100%", 5],
    ["", "Từ 90% đến dưới 100%", 3],
    [2.2, "Phản ánh, kiến nghị", 5, "", "Xã không nhận được phản ánh thì không đánh giá"],
    ["", "Tỷ lệ xử lý đúng hạn × 5"],
    ["3", "Bộ máy", "5 điểm", "", "", "Phòng Nội vụ"],
    ["3.1", "Vị trí việc làm", "ba", "", "Có: 3; không: 0"],
    ["3.2", "Biên chế", "2,0", "", "Không sử dụng vượt số được giao: 2 điểm"],
    ["3.2", "Trình độ công chức", "1.000", "", "Đạt chuẩn 100%: 1"],
    ["4", "Chuyển đổi số", 8],
    ["4.1", "Văn bản ký số", 4, "", "Tăng 10% so với năm trước: 4; tăng 5%: 2"],
    ["4.2", "Thanh toán trực tuyến", 4, "", "Từ 80%: 1; từ 60%: 4; từ 40%: 2"],
    ["", "Tổng điểm", 40],
    ["", "Xã đảo được cộng thêm theo hướng dẫn riêng."],
]

CAU_ABOVE: Final = ("BỘ TIÊU CHÍ CÓ MỌI CÁCH CHẤM", "(Ví dụ minh họa, không phải quyết định)")
CAU_HEAD: Final = ["STT", "Tiêu chí", "Điểm tối đa", "Cách chấm", "Ghi chú"]
CAU: Final[list[Cells]] = [
    ["I", "Có hoặc không, các mức", 9],
    ["1.1", "R1. Ban hành kế hoạch", 1, "Có: 1; không: 0"],
    ["1.2", "R1. Nhiệm vụ hoàn thành", 1, "Đạt 100%: 1 điểm; từ 80% đến dưới 100%: 0,5; không phát sinh: điểm tối đa"],
    ["1.3", "R1. Ngày chậm báo cáo", 2, "Đúng hạn: 2; chậm không quá 5 ngày: 1"],
    ["1.4", "R1. Số sáng kiến", 2, "Có từ 3 sáng kiến trở lên: 2; có từ 1 sáng kiến trở lên: 1"],
    ["1.5", "R1. Tỷ lệ lãnh đạo", 1, "Dưới 10%: 0; từ 10% đến 25%: 1; trên 25%: 0,5"],
    ["1.6", "R17. Xếp loại của cơ quan kiểm tra", 2, "Xếp loại A: 2; loại B: 1; loại C: 0; loại E: không áp dụng"],
    ["II", "Tỷ lệ và so sánh", 63],
    ["2.1", "R2. Hồ sơ đúng hạn", 4, "Điểm = (tỷ lệ / 98%) × 4; dưới 50%: 0 điểm; không phát sinh hồ sơ: 4 điểm"],
    ["2.2", "R3. Hồ sơ trực tuyến", 5, "Điểm = (giá trị của đơn vị / giá trị cao nhất trong nhóm) × điểm tối đa"],
    ["2.3", "R3. Ngày xử lý trung bình", 5, "5 × thấp nhất của tất cả đơn vị / giá trị"],
    ["2.4", "R4. Thời gian chờ", 10, "Từ 1 điểm (giá trị cao nhất của tất cả đơn vị) đến 10 điểm (giá trị thấp nhất)"],
    ["2.5", "R7. Giải ngân", 10, "Điểm nền 2 điểm, cộng theo tỷ lệ từ 50% đến 95%, tối đa 10 điểm"],
    [
        "2.6",
        "R8. Hồ sơ trực tuyến toàn trình",
        5,
        "Đạt 50% được 2 điểm, cứ tăng thêm 10% được cộng 0,5 điểm, tối đa 5 điểm; dưới 50%: 2 điểm; "
        "mức yêu cầu theo 'dia_hinh': mien_nui: 75%",
    ],
    [
        "2.7",
        "R9. Thời hạn giải quyết",
        2,
        "Bình quân điểm các hồ sơ (sớm hạn: 2; đúng hạn: 1; trễ hạn: 0); không phát sinh: 2",
    ],
    ["2.8", "R18. Số ngày cấp phép", 10, "Theo đường thẳng: 80 ngày được 0 điểm, 0 ngày được điểm tối đa"],
    ["2.9", "R18. Thu nhập bình quân", 10, "Theo thang logarit: 100 được 0 điểm, 75000 được điểm tối đa"],
    ["2.10", "R22. Tăng thu", 2, "Mức tăng so với năm trước (% của năm trước): từ 10: 2; ngoài các mức: 0"],
    ["III", "Trường hợp và lựa chọn", 15],
    ["3.1", "R5. Sáng kiến được công nhận", 5, "Mỗi sáng kiến được công nhận được 1 điểm, tối đa 5 điểm"],
    [
        "3.2",
        "R6. Mô hình mới",
        3,
        "Lấy cách có lợi nhất: (a) có: 3 điểm; không: 0; (b) tỷ lệ × 3; (c) mỗi mô hình 0,5 điểm, tối đa 2",
    ],
    [
        "3.3",
        "R8. Đối thoại",
        2,
        "Theo 'dia_hinh' của đơn vị: (mien_nui) mỗi cuộc 1 điểm; (dong_bang) mỗi cuộc 0,5 điểm",
    ],
    ["3.4", "R15. Báo cáo chậm hoặc thiếu", 2, "Mỗi báo cáo chậm hoặc thiếu trừ 0,25 điểm"],
    ["3.5", "R15. Báo cáo chậm và thiếu", 2, "Mỗi báo cáo chậm trừ 0,25; mỗi báo cáo thiếu trừ 0,5"],
    ["3.6", "R14. Số dân", 0, "Chỉ báo cáo, không chấm điểm"],
    ["3.7", "R12. Xin lỗi khi trễ hạn", 1, "Có: 1; không: 0; đơn vị được ghi không áp dụng"],
    ["IV", "Điều tra và nguồn ngoài", 20],
    [
        "4.1",
        "R10. Hài lòng về phục vụ (điều tra xã hội học)",
        10,
        "Bình quân các câu trả lời (rất hài lòng: 100%; hài lòng: 60%; ít hài lòng: 20%; không hài lòng: 0%) × 10; "
        "không tính: không ý kiến; không phát sinh: không áp dụng",
    ],
    ["4.2", "R10. Chỉ số từ bên ngoài", 10, "Điểm SIPAS × 10/100"],
    ["V", "Hội đồng và yêu cầu", 13],
    ["5.1", "R16. Hội đồng chấm", 3, "Hội đồng thẩm định chấm trực tiếp, điểm lẻ đến 0,5"],
    ["5.2", "R21. Thực hiện kế hoạch", 2, "Tỷ lệ × 2; chỉ chấm khi tiêu chí 1.1 đạt từ 1 điểm trở lên"],
    [
        "5.3",
        "R19. Quản lý tài chính công",
        5,
        "Từ 90% trở lên: 5; từ 70% đến dưới 90%: 3; từ 50% đến dưới 70%: 1; dưới 50%: 0",
    ],
    ["5.3.1", "Lập dự toán", 2, "Có: 2; không: 0"],
    ["5.3.2", "Giải ngân", 4, "Tỷ lệ × 4"],
    ["5.4", "R20. Mắt xích yếu nhất", 3, "Lấy điểm thấp nhất của các tiêu chí thành phần"],
    ["5.4.1", "Kế hoạch", 4, "Hội đồng thẩm định chấm"],
    ["5.4.2", "Kiểm tra", 6, "Hội đồng thẩm định chấm"],
    ["", "Tổng cộng", 120],
    ["", "Điểm thưởng", 2],
    ["T1", "R11. Sáng kiến", 2, "Mỗi sáng kiến 0,5 điểm"],
    ["", "Điểm trừ", 5],
    ["P1", "R11. Để xảy ra vi phạm", 5, "Mỗi vi phạm trừ 2,5 điểm"],
    ["", "Ghi chú: Năm không điều tra xã hội học thì bỏ tiêu chí 4.1, điểm quy về thang 100 (R13)."],
]


def write_annex(name: str, path: Path) -> None:
    """One of the three as a workbook, printed as offices print them."""
    above, heads, rows, merged = {
        "so-mau": (SO_ABOVE, [SO_HEAD], SO, True),
        "xa-mau": (XA_ABOVE, XA_HEAD, XA, False),
        "moi-cau": (CAU_ABOVE, [CAU_HEAD], CAU, False),
    }[name]
    with xlsxwriter.Workbook(path) as book:
        book.set_properties({"created": datetime.datetime(2026, 1, 5, tzinfo=datetime.UTC).replace(tzinfo=None)})
        sheet = book.add_worksheet("Phụ lục")
        bold = book.add_format({"bold": True, "align": "center", "text_wrap": True})
        plain = book.add_format({"text_wrap": True, "valign": "top"})
        width = len(heads[0])
        for at, text in enumerate(above):
            sheet.merge_range(at, 0, at, width - 1, text, bold)
        top = len(above) + 1
        for at, head in enumerate(heads):
            for column, text in enumerate(head):
                sheet.write_string(top + at, column, text, bold)
        if len(heads) > 1:
            for column in (0, 1, 4, 5):
                sheet.merge_range(top, column, top + 1, column, heads[0][column], bold)
            sheet.merge_range(top, 2, top, 3, heads[0][2], bold)
        for at, row in enumerate(rows, top + len(heads)):
            if len(row) == 1:
                sheet.merge_range(at, 0, at, width - 1, row[0], plain)
                continue
            for column, value in enumerate(row):
                if isinstance(value, str):
                    sheet.write_string(at, column, value, plain) if value else None
                else:
                    sheet.write_number(at, column, Decimal(str(value)), plain)
            if merged and row[0] in ("I", "II", "III", "IV"):
                sheet.merge_range(at, 3, at, width - 1, "", plain)
        sheet.set_column(0, 0, 6)
        sheet.set_column(1, 1, 40)
        sheet.set_column(3, 3, 60)


def main() -> None:
    """Write all three anew."""
    FOLDER.mkdir(exist_ok=True)
    for name in NAMES:
        write_annex(name, FOLDER / f"{name}.xlsx")


if __name__ == "__main__":
    main()
