"""Messages about last year's result, which criteria compare with this year's."""

from __future__ import annotations

from typing import Final

MESSAGES: Final = {
    "previous.none": (
        (
            "tiêu chí {code} tính theo mức tăng so với năm trước",
            "nhưng không có kết quả năm trước nào được nêu",
            "Ghi previous: TỆP trong cycle.yaml (tệp do score -o ghi ra); "
            "không có đợt thì ghi cột {code}.now và {code}.previous.",
        ),
        (
            "criterion {code} follows the change since last year",
            "but no result of last year is named",
            "Write previous: FILE in cycle.yaml (a file that score -o wrote); "
            "without a cycle give the columns {code}.now and {code}.previous.",
        ),
    ),
    "previous.typed": (
        (
            "tiêu chí {code}: '{value}' được ghi vào {field}",
            "trong khi số của cả hai năm lấy từ hai kết quả",
            "Xóa ô này; điều hội đồng quyết định khác thì ghi ở adjustments.csv.",
        ),
        (
            "criterion {code}: '{value}' is typed in {field}",
            "while the figures of both years are those of the two results",
            "Empty the cell; what the council decides otherwise goes into adjustments.csv.",
        ),
    ),
    "previous.stage": (
        (
            "kết quả năm trước ở bước {found}",
            "chỉ so sánh với kết quả cuối cùng (final)",
            "Chấm đợt năm trước đến bước final: cchc-index score THƯ_MỤC --stage final -o TỆP.",
        ),
        (
            "last year's result is at the stage {found}",
            "while only what was final is compared with",
            "Score last year's cycle to its final stage: cchc-index score FOLDER --stage final -o FILE.",
        ),
    ),
    "previous.data": (
        (
            "kết quả năm trước là dữ liệu '{found}'",
            "trong khi đợt này là số liệu thật (real)",
            "Dùng kết quả thật của năm trước, hoặc sửa data.",
        ),
        (
            "last year's result is of '{found}' data",
            "while this cycle says that its own are real",
            "Name the real result of last year, or correct data.",
        ),
    ),
    "previous.no_set": (
        (
            "bộ tiêu chí {criteria} không khớp với bộ nào của năm trước ({found})",
            "khác tên bộ, và mapping.csv không nói gì",
            "Ghi vào mapping.csv mỗi mã năm trước là mã nào năm nay.",
        ),
        (
            "no set of last year ({found}) goes with {criteria}",
            "since their ids differ and mapping.csv says nothing of both",
            "Say in mapping.csv which code of last year is which of this one.",
        ),
    ),
    "previous.no_criterion": (
        (
            "tiêu chí {code} so '{other}' với năm trước",
            "nhưng bộ {criteria} của năm trước không có tiêu chí này, hoặc có tên hay điểm tối đa khác",
            "Ghi một dòng về '{other}' trong mapping.csv (same hoặc changed), hoặc sửa of.",
        ),
        (
            "criterion {code} compares '{other}' with last year",
            "but last year's set {criteria} has no such criterion, or one of another title or maximum",
            "Write a row about '{other}' into mapping.csv (same or changed), or correct of.",
        ),
    ),
    "previous.other_maximum": (
        (
            "tiêu chí {code} so điểm của '{other}', năm trước tối đa {before}, năm nay {after}",
            "điểm của hai thang khác nhau không so được",
            "Ghi figure: index ở cách chấm.",
        ),
        (
            "criterion {code} compares points of '{other}', of {before} last year and of {after} now",
            "and points of two maxima cannot be compared",
            "Write figure: index in the rule.",
        ),
    ),
    "previous.unit_new": (
        (
            "tiêu chí {code}: đơn vị {name} [{unit}] không có trong kết quả năm trước",
            "và bộ tiêu chí không nói đơn vị mới được bao nhiêu",
            "Ghi đơn vị cũ trong succession.csv, hoặc no_previous: full, zero hay not_applicable ở cách chấm.",
        ),
        (
            "criterion {code}: the unit {name} [{unit}] is not in last year's result",
            "and the set does not say what a new unit gets",
            "Name the former unit in succession.csv, or write no_previous: full, zero or not_applicable in the rule.",
        ),
    ),
    "previous.unit_not_alone": (
        (
            "tiêu chí {code}: đơn vị {name} [{unit}] được sáp nhập hoặc chia tách",
            "nên không có riêng một kết quả năm trước, và bộ tiêu chí không nói cách tính",
            "Ghi no_previous: full, zero hoặc not_applicable ở cách chấm.",
        ),
        (
            "criterion {code}: the unit {name} [{unit}] came of a merger or a split",
            "so that no result of last year is its own, and the set does not say what it gets",
            "Write no_previous: full, zero or not_applicable in the rule.",
        ),
    ),
    "previous.unit_elsewhere": (
        (
            "tiêu chí {code}: năm trước đơn vị {name} [{unit}] được chấm theo một bộ tiêu chí khác",
            "không khớp với bộ năm nay, và bộ tiêu chí không nói cách tính",
            "Ghi mapping.csv cho hai bộ, hoặc no_previous: full, zero hay not_applicable ở cách chấm.",
        ),
        (
            "criterion {code}: another set scored the unit {name} [{unit}] last year",
            "which does not go with this one, and the set does not say what the unit gets",
            "Write a mapping.csv of both, or no_previous: full, zero or not_applicable in the rule.",
        ),
    ),
    "previous.no_figure": (
        (
            "tiêu chí {code}: năm trước đơn vị {name} [{unit}] không có số để so, hoặc số đó là 0",
            "và bộ tiêu chí không nói cách tính",
            "Ghi no_previous: full, zero hoặc not_applicable ở cách chấm.",
        ),
        (
            "criterion {code}: the unit {name} [{unit}] has no figure of last year to compare with, or one of 0",
            "and the set does not say what that earns",
            "Write no_previous: full, zero or not_applicable in the rule.",
        ),
    ),
}
