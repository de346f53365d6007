"""Messages about builders of evidence, and about what cycles feed with it."""

from __future__ import annotations

from typing import Final

MESSAGES: Final = {
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
