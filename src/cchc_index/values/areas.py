"""The reform areas of the national programme, with their Vietnamese and English names."""

from __future__ import annotations

from enum import Enum


class ReformArea(Enum):
    """An area of public administration reform (lĩnh vực CCHC).

    Six areas are those of the state administration reform programme 2021-2030; `DIRECTION` and `IMPACT` are the two
    cross-cutting blocks that the national sets add. The value is the word used in criteria files.

    Source:
        Decision 2948/QĐ-BNV (2017) and 876/QĐ-BNV (2022) for the blocks; the conference report of Cao Bằng, 2021,
        for the six areas.

    Example:
        >>> ReformArea("procedures").vi
        'Cải cách thủ tục hành chính'
    """

    DIRECTION = "direction"
    INSTITUTIONS = "institutions"
    PROCEDURES = "procedures"
    APPARATUS = "apparatus"
    CIVIL_SERVICE = "civil_service"
    PUBLIC_FINANCE = "public_finance"
    E_GOVERNMENT = "e_government"
    IMPACT = "impact"

    @property
    def vi(self) -> str:
        """The Vietnamese name."""
        return _NAMES[self][0]

    @property
    def en(self) -> str:
        """The English name."""
        return _NAMES[self][1]


_NAMES = {
    ReformArea.DIRECTION: ("Công tác chỉ đạo, điều hành CCHC", "Direction of the reform"),
    ReformArea.INSTITUTIONS: ("Cải cách thể chế", "Institutional reform"),
    ReformArea.PROCEDURES: ("Cải cách thủ tục hành chính", "Reform of administrative procedures"),
    ReformArea.APPARATUS: ("Cải cách tổ chức bộ máy", "Reform of the organisational apparatus"),
    ReformArea.CIVIL_SERVICE: ("Cải cách chế độ công vụ", "Civil service reform"),
    ReformArea.PUBLIC_FINANCE: ("Cải cách tài chính công", "Public finance reform"),
    ReformArea.E_GOVERNMENT: ("Chính quyền điện tử, chính quyền số", "E-government and digital government"),
    ReformArea.IMPACT: ("Tác động của CCHC", "Impact of the reform"),
}
