"""Messages about builders of evidence, and about what cycles feed with it."""

from __future__ import annotations

from typing import Final

MESSAGES: Final = {
    "type.one_builder": (
        (
            "không rõ cách tổng hợp minh chứng nào",
            "mỗi mục có đúng một",
            "Ghi builder: tên, hoặc builder: {{tên: {{tham số}}}}.",
        ),
        (
            "it is not clear which builder of evidence is meant",
            "each entry has exactly one",
            "Write builder: name, or builder: {{name: {{parameters}}}}.",
        ),
    ),
    "evidence.refused": (
        ("cách tổng hợp {name} không nhận các tham số này ({fault})", "", "Xem tài liệu của cách tổng hợp."),
        ("the builder {name} does not take these parameters ({fault})", "", "See the builder's documentation."),
    ),
    "evidence.no_files": (
        ("không có tệp nào để tổng hợp", "nên không có số liệu nào để đếm", "Ghi tệp số liệu gốc vào files."),
        ("there are no files", "so that there is nothing to count", "Write the files of raw records in files."),
    ),
    "evidence.file_twice": (
        ("là cùng một tệp với {other}", "các dòng của tệp sẽ bị đếm hai lần", "Chỉ ghi tệp một lần trong files."),
        ("it is the same file as {other}", "so its rows would count twice", "Write it in files once."),
    ),
    "evidence.strangers": (
        (
            "{builder} tính cho đơn vị không có trong danh sách ({count}): {units}",
            "số liệu của các đơn vị này sẽ không vào đâu cả",
            "Sửa tên đơn vị trong tệp, hoặc thêm đơn vị vào danh sách.",
        ),
        (
            "{builder} counts for units that the register does not have ({count}): {units}",
            "so that nobody would see their figures",
            "Correct the units in the file, or add them to the register.",
        ),
    ),
    "evidence.given_twice": (
        (
            "tiêu chí {code} có số liệu đếm được, và còn một giá trị khác",
            "giá trị kia ở {first}, không rõ lấy giá trị nào",
            "Xóa giá trị đã ghi; hoặc bỏ tiêu chí khỏi feeds của một mục evidence.",
        ),
        (
            "criterion {code} has a figure that was counted, and another value",
            "which is at {first}, so nobody can say which counts",
            "Delete the value that was typed; or take the criterion out of feeds in an entry of evidence.",
        ),
    ),
    "evidence.of_tables": (
        ("'{key}' ở tệp số liệu gốc", "khóa này chỉ nói về bảng giá trị, ở đây không có tác dụng", "Bỏ khóa này."),
        (
            "'{key}' of a file of raw records",
            "which is said of tables of values, and does nothing here",
            "Take it out.",
        ),
    ),
    "evidence.field": (
        (
            "trường '{field}' của tiêu chí {code}",
            "cách chấm của tiêu chí ({criteria}) không đọc trường này",
            "Có thể dùng: {known}; nếu số liệu chỉ cho một bộ tiêu chí khác thì ghi criteria cho mục này.",
        ),
        (
            "the field '{field}' of criterion {code}",
            "which its rule ({criteria}) does not read",
            "There are: {known}; if the figures are for another set alone, name it in criteria.",
        ),
    ),
    "evidence.parent": (
        (
            "tiêu chí {code}",
            "tiêu chí này được cộng từ các thành phần, không nhận số liệu",
            "Ghi mã của các tiêu chí thành phần.",
        ),
        (
            "criterion {code}",
            "which is added up from its parts, and takes no figure",
            "Write the codes of its parts.",
        ),
    ),
    "evidence.bare": (
        (
            "một số liệu cho tiêu chí {code}",
            "cách chấm của tiêu chí đọc nhiều trường, không rõ trường nào nhận",
            "Ghi trường: {code}: {{trường: số liệu}}; các trường: {known}.",
        ),
        (
            "one figure for criterion {code}",
            "whose rule reads several fields, so nobody can say which it is",
            "Name the field: {code}: {{field: figure}}; there are: {known}.",
        ),
    ),
    "evidence.not_self_scored": (
        (
            "tiêu chí {code} nhận số liệu từ giai đoạn tự đánh giá",
            "tiêu chí này lấy từ điều tra hoặc nguồn ngoài, đơn vị không tự chấm",
            "Ghi stage: {name} cho mục evidence này; tiêu chí mà đơn vị tự chấm thì ghi ở mục riêng.",
        ),
        (
            "criterion {code} takes figures from the stage self on",
            "while it comes from a survey or from outside and is never self-scored",
            "Write stage: {name} in this entry of evidence; feed criteria that units score from an entry of their own.",
        ),
    ),
    "evidence.no_feeds": (
        (
            "'{key}' mà không có tiêu chí nào nhận số liệu",
            "số liệu chỉ để đưa vào báo cáo thì không thuộc bộ tiêu chí hay giai đoạn nào",
            "Ghi mã tiêu chí và số liệu của nó vào feeds, ví dụ feeds: {{2.1.1: [on_time, late]}}; hoặc bỏ khóa này.",
        ),
        (
            "'{key}' where no criterion takes the figures",
            "while figures for the report alone belong to no set and no stage",
            "Write codes and their figures in feeds, such as feeds: {{2.1.1: [on_time, late]}}; or take this key out.",
        ),
    ),
    "evidence.measure": (
        (
            "{builder} không tính ra số liệu '{measure}'",
            "số liệu của nó là: {known}",
            "{hint}Sửa tên số liệu.",
        ),
        ("{builder} gives no figure '{measure}'", "it gives: {known}", "{hint}Correct the name."),
    ),
    "name.evidence": (
        ("không có cách tổng hợp minh chứng nào tên '{name}'", "", "{hint}Các cách có thể dùng: {known}."),
        ("no builder of evidence is called '{name}'", "", "{hint}There are: {known}."),
    ),
    "name.plugin_of_evidence": (
        (
            "không có cách tổng hợp minh chứng nào tên '{name}'",
            "tên này thuộc plugin '{plugin}', chưa được cài",
            "pip install {package}, hoặc sửa tên.",
        ),
        (
            "no builder of evidence is called '{name}'",
            "which belongs to the plugin '{plugin}', and that is not installed",
            "pip install {package}, or correct the name.",
        ),
    ),
    "name.plugin_twice_of_evidence": (
        (
            "cách tổng hợp minh chứng '{name}': hai bản phân phối cùng tên plugin '{plugin}' ({both})",
            "không rõ dùng bản nào",
            "Gỡ một trong hai.",
        ),
        (
            "the builder of evidence '{name}': two distributions call their plugin '{plugin}' ({both})",
            "so nobody can say which is meant",
            "Uninstall one of the two.",
        ),
    ),
}
