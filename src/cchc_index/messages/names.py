"""Messages about names that nothing answers to."""

from __future__ import annotations

from typing import Final

MESSAGES: Final = {
    "name.rules": (
        ("không có cách chấm nào tên '{name}'", "", "{hint}Các cách chấm có thể dùng: {known}."),
        ("no scoring rule is called '{name}'", "", "{hint}There are: {known}."),
    ),
    "name.classifiers": (
        ("không có cách xếp loại nào tên '{name}'", "", "{hint}Các cách xếp loại có thể dùng: {known}."),
        ("no classifier is called '{name}'", "", "{hint}There are: {known}."),
    ),
    "name.plugin": (
        ("plugin '{plugin}' chưa được cài", "", "pip install {package}, hoặc sửa tên."),
        ("the plugin '{plugin}' is not installed", "", "pip install {package}, or correct the name."),
    ),
    "name.plugin_of_rules": (
        (
            "không có cách chấm nào tên '{name}'",
            "tên này thuộc plugin '{plugin}', chưa được cài",
            "pip install {package}, hoặc sửa tên.",
        ),
        (
            "no scoring rule is called '{name}'",
            "which belongs to the plugin '{plugin}', and that is not installed",
            "pip install {package}, or correct the name.",
        ),
    ),
    "name.plugin_of_classifiers": (
        (
            "không có cách xếp loại nào tên '{name}'",
            "tên này thuộc plugin '{plugin}', chưa được cài",
            "pip install {package}, hoặc sửa tên.",
        ),
        (
            "no classifier is called '{name}'",
            "which belongs to the plugin '{plugin}', and that is not installed",
            "pip install {package}, or correct the name.",
        ),
    ),
    "name.plugin_of_criteria": (
        (
            "không có bộ tiêu chí '{name}'",
            "tên này thuộc plugin '{plugin}', chưa được cài",
            "pip install {package}, hoặc sửa tên.",
        ),
        (
            "there is no criteria set '{name}'",
            "which belongs to the plugin '{plugin}', and that is not installed",
            "pip install {package}, or correct the name.",
        ),
    ),
    "name.plugin_twice": (
        ("hai bản phân phối cùng tên plugin '{plugin}' ({both})", "không rõ dùng bản nào", "Gỡ một trong hai."),
        (
            "two distributions call their plugin '{plugin}' ({both})",
            "so nobody can say which is meant",
            "Uninstall one of the two.",
        ),
    ),
    "name.plugin_twice_of_rules": (
        (
            "cách chấm '{name}': hai bản phân phối cùng tên plugin '{plugin}' ({both})",
            "không rõ dùng bản nào",
            "Gỡ một trong hai.",
        ),
        (
            "the rule '{name}': two distributions call their plugin '{plugin}' ({both})",
            "so nobody can say which is meant",
            "Uninstall one of the two.",
        ),
    ),
    "name.plugin_twice_of_classifiers": (
        (
            "cách xếp loại '{name}': hai bản phân phối cùng tên plugin '{plugin}' ({both})",
            "không rõ dùng bản nào",
            "Gỡ một trong hai.",
        ),
        (
            "the classifier '{name}': two distributions call their plugin '{plugin}' ({both})",
            "so nobody can say which is meant",
            "Uninstall one of the two.",
        ),
    ),
    "name.plugin_twice_of_criteria": (
        (
            "bộ tiêu chí '{name}': hai bản phân phối cùng tên plugin '{plugin}' ({both})",
            "không rõ dùng bản nào",
            "Gỡ một trong hai.",
        ),
        (
            "the criteria set '{name}': two distributions call their plugin '{plugin}' ({both})",
            "so nobody can say which is meant",
            "Uninstall one of the two.",
        ),
    ),
    "name.criteria": (
        ("không có bộ tiêu chí '{name}'", "", "{hint}Ghi mã và năm của bộ tiêu chí, hoặc đường dẫn tệp YAML."),
        ("there is no criteria set '{name}'", "", "{hint}Write a set's id and edition, or the path of a YAML file."),
    ),
    "name.two_candidates": (
        (
            "'{name}' có hai: một đi kèm thư viện, một ở thư mục này",
            "không rõ dùng cái nào",
            "Ghi ./{name} để dùng cái ở đây; đổi tên nó để dùng cái đi kèm.",
        ),
        (
            "there are two of '{name}': one comes with the library, one lies in this folder",
            "so nobody can say which is meant",
            "Write ./{name} for the one here; rename it to use the other.",
        ),
    ),
    "name.group": (
        ("không có nhóm '{name}'", "", "Các nhóm: {known}."),
        ("there is no group '{name}'", "", "There are: {known}."),
    ),
    "name.unit": (
        ("không có đơn vị '{name}'", "", "{hint}Kiểm tra mã đơn vị."),
        ("there is no unit '{name}'", "", "{hint}Check the identifier."),
    ),
    "name.several_units": (
        ("có nhiều đơn vị tên '{name}'", "", "Ghi mã đơn vị: {known}."),
        ("several units are called '{name}'", "", "Write the identifier: {known}."),
    ),
    "name.code": (
        ("bộ tiêu chí {criteria} không có mã '{name}'", "", "{hint}Kiểm tra mã tiêu chí."),
        ("the set {criteria} has no code '{name}'", "", "{hint}Check the code."),
    ),
}
