"""Words of the forms that units fill in: Vietnamese, English."""

from __future__ import annotations

from typing import Final

PHRASES: Final = {
    "form.sheet": ("Phiếu", "Form"),
    "form.title_self": ("PHIẾU TỰ CHẤM ĐIỂM", "SELF-ASSESSMENT"),
    "form.title_appraised": ("PHIẾU THẨM ĐỊNH", "APPRAISAL"),
    "form.title_survey": ("PHIẾU SỐ LIỆU ĐIỀU TRA XÃ HỘI HỌC", "SURVEY FIGURES"),
    "form.status_official": ("Bộ tiêu chí chính thức", "Official set of criteria"),
    "form.status_excerpt": ("Trích từ bộ tiêu chí đã ban hành", "Excerpt of a published set of criteria"),
    "form.status_illustrative": ("Bộ tiêu chí minh họa, không phải văn bản đã ban hành", "Illustrative set, made up"),
    "form.how_fill": (
        "Chỉ điền các ô nền vàng. Không đổi mã tiêu chí, không thêm dòng, không gộp ô, không gõ công thức.",
        "Fill in the yellow cells only. Do not change codes, add rows, merge cells or type formulas.",
    ),
    "form.how_numbers": (
        "Chỉ gõ số, không gõ dấu % và dấu phân nhóm nghìn. Điểm là điểm tự tính; tổng được cộng tự động.",
        "Type plain numbers, without % and thousands separators. Points are your own count; totals are added up.",
    ),
    "form.how_absent": (
        "Nội dung không áp dụng: ghi '{word}' ở nơi được phép.",
        "Where something does not apply, write '{word}', if the criterion allows it.",
    ),
    "form.claimed": ("Theo số đơn vị tự chấm: {points} điểm", "By what the unit reported: {points} points"),
    "form.title": ("Nội dung", "Criterion"),
    "form.max": ("Điểm tối đa", "Maximum points"),
    "form.how": ("Cách chấm", "How it is scored"),
    "form.label": ("Số liệu", "What is asked"),
    "form.requires": (
        "Chỉ tính khi tiêu chí {code} được từ {least} điểm",
        "Counts if criterion {code} has {least} points",
    ),
    "form.combined": (
        "Điểm được tính từ các thành phần, không cộng ở đây",
        "Worked out from the parts, not added up here",
    ),
    "form.or": ("hoặc: {what}", "or: {what}"),
    "form.may_be_absent": ("Không áp dụng: ghi '{word}'", "Not applicable: write '{word}'"),
    "form.per_cent": (
        "Tính theo phần trăm: 95,5 là 95,5 %; không gõ dấu %.",
        "In per cent: 95.5 is 95.5 %; do not type %.",
    ),
    "form.wants_number": ("Điền một số{limits}.", "Type a number{limits}."),
    "form.wants_whole": ("Điền một số nguyên{limits}.", "Type a whole number{limits}."),
    "form.wants_option": ("Chọn một trong: {options}.", "Choose one of: {options}."),
    "form.wants_yes_no": ("Chọn có hoặc không.", "Choose yes or no."),
    "form.refused": ("Giá trị không nhận được", "This cannot be taken"),
    "form.total": ("Tổng điểm đã ghi", "Total of the points typed"),
    "signed.filled_in": ("Người lập phiếu", "Filled in by"),
    "signed.head": ("Thủ trưởng đơn vị", "Head of the unit"),
    "signed.member": ("Người thẩm định", "Appraised by"),
    "signed.chair": ("Chủ tịch Hội đồng thẩm định", "Chair of the appraisal council"),
    "signed.leader": ("Trưởng nhóm điều tra", "Head of the survey team"),
    "signed.place_and_date": ("Ngày … tháng … năm …; ký, ghi rõ họ tên", "Date; signature and full name"),
    "form.page": ("Trang", "Page"),
    "form.stage_self": ("tự chấm", "self-assessment"),
    "form.stage_appraised": ("thẩm định", "appraisal"),
    "form.stage_survey": ("điều tra xã hội học", "survey"),
    "form.block_bonus": ("thưởng", "bonus"),
    "form.block_penalty": ("trừ", "penalty"),
}
