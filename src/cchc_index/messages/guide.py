"""The one-page guide that a new cycle's folder holds."""

from __future__ import annotations

from typing import Final

NAMES: Final = {"vi": "HUONG-DAN.txt", "en": "GUIDE.txt"}

GUIDE: Final = {
    "vi": """\
HƯỚNG DẪN CHẤM ĐIỂM

Bộ tiêu chí:
{sets}

1. Danh sách đơn vị: tệp units.csv
   Mở bằng Excel. Mỗi dòng một đơn vị: unit (mã đơn vị), name (tên), group (nhóm xếp hạng),
   ranked (yes: có xếp hạng; no: không).{groups}{columns}
   Lưu lại đúng dạng "CSV UTF-8".

2. Phiếu gửi đi: thư mục {out}
   {self}: đơn vị tự chấm; {appraised}: hội đồng thẩm định; {survey}: tổ điều tra xã hội học.
   Nếu trong đó chỉ có một phiếu trống, thì sau khi điền units.csv có thể lập mỗi đơn vị một phiếu:
{commands}

3. Phiếu nhận về: thư mục {back}
   Đặt phiếu đã điền vào thư mục cùng tên ({example}, ...), mỗi đơn vị một phiếu.
   Giữ nguyên dạng .xlsx; không đổi mã, không thêm dòng, không gộp ô, không gõ công thức.
   Khi đã đủ phiếu tự chấm, lập phiếu thẩm định có sẵn số liệu của từng đơn vị:
      cchc-index template . --stage appraised -o {out}/{appraised}-co-so-lieu
   Sau thẩm định: mỗi điều chỉnh một dòng trong adjustments.csv, mỗi kiến nghị một dòng trong objections.csv.

4. Kiểm tra và chấm điểm: mở cửa sổ lệnh tại thư mục này rồi gõ
      cchc-index check .
      cchc-index score .
      cchc-index score . -o ket-qua.csv
      cchc-index explain . MÃ-ĐƠN-VỊ
   Lệnh check im lặng nếu không có lỗi; nếu có, mỗi lỗi ghi rõ tệp, ô, lý do và cách sửa.

5. Kết quả đã công bố (nếu có): điền vào published.csv, rồi gõ
      cchc-index audit .

6. Hồ sơ trình: phụ lục và báo cáo Word, bảng tính, trang xem trên máy, biểu đồ trong một thư mục
      cchc-index report . -o ho-so
""",
    "en": """\
HOW TO SCORE

Criteria:
{sets}

1. The register: units.csv
   Open it in Excel. One row a unit: unit (identifier), name, group (units are ranked within it),
   ranked (yes or no).{groups}{columns}
   Save it as "CSV UTF-8".

2. Forms that go out: the folder {out}
   {self}: units assess themselves; {appraised}: the council appraises; {survey}: the survey team.
   If there is only one blank form, make one for each unit once units.csv is filled in:
{commands}

3. Forms that come back: the folder {back}
   Put them into the folder of the same name ({example}, ...), one a unit.
   Keep them .xlsx; do not change codes, add rows, merge cells or type formulas.
   Once the self-assessments are in, make the council's forms with each unit's figures in them:
      cchc-index template . --stage appraised -o {out}/{appraised}-claims
   After the appraisal: one row for each change in adjustments.csv, for each objection in objections.csv.

4. Check and score: open a command window in this folder and type
      cchc-index check .
      cchc-index score .
      cchc-index score . -o result.csv
      cchc-index explain . UNIT
   check is silent when nothing is wrong; otherwise each fault has its file, cell, reason and cure.

5. Published results, if there are any: fill in published.csv and type
      cchc-index audit .

6. To hand in: the annex and the review in Word, the workbook, the page and the charts, in one folder
      cchc-index report . -o handed-in
""",
}

COLUMNS: Final = {
    "vi": "\n   Các cột khác mà bộ tiêu chí cần: {columns}.",
    "en": "\n   Further columns that the criteria read: {columns}.",
}
GROUPS: Final = {"vi": "\n   Nhóm là một trong: {groups}.", "en": "\n   The group is one of: {groups}."}
