"""What columns and rows of annexes are called, as data."""

from __future__ import annotations

from typing import Final

#: Columns by how a heading begins, the longer first; what is `aside` belongs to whoever fills the form in.
HEADINGS: Final = (
    ("number", ("stt", "số tt", "tt", "số thứ tự", "mã tiêu chí", "mã")),
    ("max_points", ("điểm tối đa", "điểm chuẩn", "thang điểm", "số điểm tối đa", "điểm tối da", "điểm")),
    (
        "scoring",
        (
            *("cách chấm", "cách tính", "cách đánh giá", "phương pháp chấm", "phương pháp tính", "hướng dẫn chấm"),
            *(
                "hướng dẫn đánh giá",
                "ghi chú (cách chấm",
                "thang điểm và cách",
                "công thức",
                "nội dung chấm",
                "mức điểm",
            ),
        ),
    ),
    ("method", ("phương thức đánh giá", "hình thức đánh giá", "phương thức", "hình thức", "phương pháp đánh giá")),
    ("evidence", ("tài liệu kiểm chứng", "minh chứng", "tài liệu minh chứng", "hồ sơ kiểm chứng", "hồ sơ minh chứng")),
    ("reference", ("căn cứ", "cơ sở pháp lý", "văn bản quy định")),
    ("note", ("ghi chú",)),
    (
        "aside",
        (
            *(
                "điểm tự",
                "tự đánh giá",
                "tự chấm",
                "điểm thẩm định",
                "thẩm định",
                "điểm đạt",
                "điểm đánh giá",
                "giải trình",
                "chỉ số",
                "được thẩm định",
                "được công nhận",
                "điều tra xhh",
                "điểm điều tra",
            ),
            *(
                "hội đồng",
                "đơn vị chủ trì",
                "cơ quan chủ trì",
                "đơn vị theo dõi",
                "cơ quan thẩm định",
                "đơn vị thẩm định",
            ),
        ),
    ),
    (
        "title",
        (
            *(
                "tiêu chí",
                "lĩnh vực",
                "nội dung",
                "tên tiêu chí",
                "các tiêu chí",
                "lĩnh vực/tiêu chí",
                "chỉ tiêu",
                "tên chỉ số",
            ),
            *("chỉ số thành phần", "danh mục"),
        ),
    ),
)
TOTALS: Final = ("tổng cộng", "tổng điểm", "tổng số điểm", "tổng số", "cộng", "tổng")
#: Titles of blocks outside of the total.
BLOCK_TITLES: Final = (
    ("bonus", ("điểm thưởng", "điểm cộng", "điểm cộng thêm", "điểm thưởng, cộng thêm")),
    ("penalty", ("điểm trừ", "điểm phạt")),
)
#: The areas of the national programme by what their titles may be called, beside their own names.
AREA_TITLES: Final = (
    (
        "direction",
        (
            "công tác chỉ đạo, điều hành cchc",
            "công tác chỉ đạo, điều hành cải cách hành chính",
            "chỉ đạo, điều hành cchc",
            "công tác chỉ đạo điều hành cchc",
            "công tác chỉ đạo, điều hành",
        ),
    ),
    ("institutions", ("cải cách thể chế", "xây dựng và tổ chức thực hiện văn bản quy phạm pháp luật")),
    ("procedures", ("cải cách thủ tục hành chính", "cải cách tthc", "thủ tục hành chính")),
    ("apparatus", ("cải cách tổ chức bộ máy", "cải cách tổ chức bộ máy hành chính nhà nước", "tổ chức bộ máy")),
    ("civil_service", ("cải cách chế độ công vụ", "cải cách công vụ", "chế độ công vụ")),
    ("public_finance", ("cải cách tài chính công", "tài chính công")),
    (
        "e_government",
        (
            *("xây dựng và phát triển chính quyền điện tử, chính quyền số", "chính quyền điện tử, chính quyền số"),
            *("xây dựng chính quyền điện tử, chính quyền số", "xây dựng chính quyền số", "chính quyền số"),
        ),
    ),
    (
        "impact",
        (
            "tác động của cchc",
            "tác động của cải cách hành chính",
            "tác động của cải cách hành chính đến người dân, tổ chức",
        ),
    ),
)
#: What a cell of the column of methods, or a title, says.
METHOD_WORDS: Final = (
    ("survey", ("điều tra xã hội học", "đtxhh", "điều tra xhh")),
    ("appraised", ("thẩm định", "hội đồng thẩm định", "tự đánh giá, thẩm định", "chấm điểm")),
    ("outside", ("nguồn ngoài", "lấy từ hệ thống", "kết quả công bố")),
)
#: Words of a note that may change how a criterion is scored, so that it is no mere remark.
WEIGHTY: Final = (
    *(
        "không đánh giá",
        "không áp dụng",
        "không chấm",
        "không tính",
        "điểm",
        "trừ",
        "tối đa",
        "không phát sinh",
        "đánh giá",
    ),
    *("áp dụng", "chấm", "tỷ lệ", "%"),
)
#: In titles above a table: its decision and date.
DECISION: Final = (
    r"(?:quyết định|qđ)\s+(?:số\s*:?\s*)?(?P<decision>\d+[\w/.-]*/[\w.-]+)"
    r"(?:\s*,?\s*ngày\s+(?P<day>\d{1,2})\s*(?:/|-|tháng)\s*(?P<month>\d{1,2})\s*(?:/|-|năm)\s*(?P<year>\d{4}))?"
)
#: Lines above a table that are no part of its title.
NO_TITLE: Final = (
    "ubnd",
    "ủy ban nhân dân",
    "uỷ ban nhân dân",
    "phụ lục",
    "biểu",
    "cộng hòa xã hội",
    "độc lập",
    "bộ nội vụ",
    "sở ",
    "(",
    "mẫu",
)
#: A footnote's classes: "Tốt từ 90 điểm trở lên; Khá từ 80 đến dưới 90 điểm; ...; Yếu dưới 65 điểm".
BANDS_BEGIN: Final = r"(?:ghi chú\s*:\s*)?(?:xếp loại|phân loại)\s*[:\-]?\s*"
BAND: Final = (
    r"(?:loại )?(?P<label>[^\W\d]+(?: [^\W\d]+){0,2}?)\s*:?\s*"
    r"(?:(?:đạt )?từ (?P<from>\d+(?:\.\d+)?)(?P<per>%)?(?: điểm)?"
    r"(?: trở lên| đến (?P<open>dưới )?(?P<to>\d+(?:\.\d+)?)%?(?: điểm)?)?"
    r"|dưới (?P<below>\d+(?:\.\d+)?)(?P<per_below>%)?(?: điểm)?)"
)
#: A footnote's rounding: "Điểm làm tròn đến 2 chữ số thập phân"; of what is added up it says nothing that is certain.
ROUNDING: Final = (
    r"(?:ghi chú\s*:\s*)?(?P<what>điểm|chỉ số|điểm và chỉ số|chỉ số và điểm|điểm, chỉ số)(?: cchc)?"
    r" (?:được |lấy )?làm tròn(?: đến| lấy| tới)? (?P<places>\d|một|hai|ba|bốn)"
    r" (?:chữ số|số) (?:thập phân|(?:lẻ )?sau dấu phẩy)\.?"
)
NUMERALS: Final = {"một": "1", "hai": "2", "ba": "3", "bốn": "4"}
ROUNDED: Final = "làm tròn"  #: a footnote that has these words speaks of rounding
