"""Messages about how the parts of a node are combined."""

from __future__ import annotations

from typing import Final

MESSAGES: Final = {
    "name.aggregations": (
        ("không có cách tổng hợp nào tên '{name}'", "", "{hint}Các cách tổng hợp có thể dùng: {known}."),
        ("no aggregation is called '{name}'", "", "{hint}There are: {known}."),
    ),
    "name.plugin_of_aggregations": (
        (
            "không có cách tổng hợp nào tên '{name}'",
            "tên này thuộc plugin '{plugin}', chưa được cài",
            "pip install {package}, hoặc sửa tên.",
        ),
        (
            "no aggregation is called '{name}'",
            "which belongs to the plugin '{plugin}', and that is not installed",
            "pip install {package}, or correct the name.",
        ),
    ),
    "name.plugin_twice_of_aggregations": (
        (
            "cách tổng hợp '{name}': hai bản phân phối cùng tên plugin '{plugin}' ({both})",
            "không rõ dùng bản nào",
            "Gỡ một trong hai.",
        ),
        (
            "the aggregation '{name}': two distributions call their plugin '{plugin}' ({both})",
            "so nobody can say which is meant",
            "Uninstall one of the two.",
        ),
    ),
    "type.one_aggregation": (
        (
            "không rõ cách tổng hợp nào",
            "mỗi tiêu chí có đúng một",
            "Ghi combine: tên, hoặc combine: {{tên: {{tham số}}}}, ví dụ combine: {{best: 3}}.",
        ),
        (
            "no single aggregation",
            "of which a node has exactly one",
            "Write combine: name, or combine: {{name: {{parameters}}}}, for example combine: {{best: 3}}.",
        ),
    ),
    "combine.best": (
        ("lấy {found} thành phần tốt nhất trong {parts}", "phải từ 1 đến {parts}", "Sửa số này."),
        ("the best {found} of {parts} parts", "which must be from 1 to {parts}", "Correct the number."),
    ),
    "combine.drop_lowest": (
        ("bỏ {found} thành phần trong {parts}", "phải bỏ ít nhất một và còn lại ít nhất một", "Sửa số này."),
        ("{found} of {parts} parts dropped", "while one at least is dropped, and one is left", "Correct the number."),
    ),
    "criteria.rule_of_leaf": (
        (
            "cách chấm '{rule}' ở tiêu chí {code}",
            "tiêu chí này có thành phần, mà cách chấm này không đọc tỷ lệ điểm của thành phần",
            "Dùng steps, proportion hoặc between, hoặc ghi cách chấm ở tiêu chí thành phần.",
        ),
        (
            "the rule '{rule}' on criterion {code}",
            "which has parts, whose per cent this rule does not read",
            "Use steps, proportion or between, or give the rule to a part.",
        ),
    ),
    "criteria.rule_and_mean": (
        (
            "tiêu chí {code} có cả rule và combine: {name}",
            "kết quả của cách tổng hợp này đã làm tròn nên không chấm tiếp được",
            "Bỏ một trong hai, hoặc ghi thêm một cấp tiêu chí ở giữa.",
        ),
        (
            "criterion {code} has a rule and combine: {name}",
            "whose result is rounded already, so that no rule can read it",
            "Remove one of the two, or put a node between them.",
        ),
    ),
    "criteria.no_weight": (
        ("các thành phần của tiêu chí {code} đều có điểm tối đa 0", "không thể tổng hợp", "Ghi max_points cho chúng."),
        (
            "the parts of criterion {code} all have a maximum of 0",
            "so that nothing can be combined",
            "Give one of them max_points.",
        ),
    ),
    "criteria.keeps_weight": (
        (
            "not_applicable_parts ở tiêu chí {code}",
            "tiêu chí có combine hoặc rule luôn giữ nguyên điểm tối đa",
            "Bỏ not_applicable_parts.",
        ),
        (
            "not_applicable_parts on criterion {code}",
            "which keeps its maximum anyway, since it has combine or a rule",
            "Remove not_applicable_parts.",
        ),
    ),
}
