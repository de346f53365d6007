"""The closed lists of words in tables of dossiers: headers, statuses and channels, in Vietnamese and in English."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, Final, Literal

from cchc_index.values.headings import IGNORED, meaning_of
from cchc_index.values.text import folded

Status = Literal["settled", "in_process", "returned", "withdrawn"]
Channel = Literal["online", "direct", "post"]

#: columns of a table with one row a dossier
ROW_COLUMNS: Final = ("dossier", "unit", "procedure", "level", "channel", "received", "due", "settled", "status")
#: those that it must have; `due` as well, where no calendar is given
ROWS_NEED: Final = ("dossier", "unit", "received", "settled")
#: columns of a table with one row a unit that are counts
COUNT_COLUMNS: Final = (
    *("received", "settled", "early", "on_time", "late", "in_process", "overdue"),
    *("returned", "withdrawn", "online"),
)
COUNT_KEYS: Final = ("unit", "level", "period", "procedure")

_HEADERS: Final[Mapping[str, Sequence[str]]] = {
    "dossier": ("mã hồ sơ", "số hồ sơ", "dossier id"),
    "unit": ("cơ quan", "mã cơ quan", "đơn vị giải quyết"),
    "procedure": ("thủ tục", "mã thủ tục", "thủ tục hành chính", "mã tthc"),
    "level": ("mức độ", "mức", "mức độ dịch vụ công"),
    "period": ("kỳ", "kỳ báo cáo", "tháng", "quý", "năm"),
    "channel": ("hình thức nộp", "hình thức tiếp nhận", "kênh", "kênh tiếp nhận"),
    "received": ("ngày tiếp nhận", "ngày nhận", "tiếp nhận", "đã tiếp nhận", "tổng tiếp nhận"),
    "due": ("ngày hẹn trả", "ngày hẹn", "hạn trả", "hạn giải quyết"),
    "settled": ("ngày trả", "ngày trả kết quả", "ngày giải quyết", "đã giải quyết", "ngày kết thúc"),
    "status": ("trạng thái", "tình trạng"),
    "early": ("trước hạn", "sớm hạn"),
    "on_time": ("đúng hạn", "on time"),
    "late": ("trễ hạn", "quá hạn", "late"),
    "in_process": ("đang giải quyết", "đang xử lý", "in process"),
    "overdue": ("đang giải quyết quá hạn", "đang xử lý quá hạn"),
    "returned": ("trả lại", "từ chối"),
    "withdrawn": ("rút", "xin rút", "rút hồ sơ"),
    "online": ("trực tuyến", "nộp trực tuyến"),
}
STATUSES: Final[Mapping[Status, Sequence[str]]] = {
    "settled": (
        *("settled", "done", "đã giải quyết", "đã giải quyết xong", "đã trả kết quả", "đã có kết quả", "hoàn thành"),
        *("đã trả", "đã xử lý", "đã xử lý xong", "có kết quả"),
    ),
    "in_process": (
        *("in_process", "in process", "pending", "đang giải quyết", "đang xử lý", "chưa giải quyết", "mới tiếp nhận"),
        *("đã tiếp nhận", "chờ bổ sung", "yêu cầu bổ sung", "tạm dừng", "chờ xử lý"),
    ),
    "returned": ("returned", "refused", "trả lại", "đã trả lại", "từ chối", "bị từ chối", "không tiếp nhận"),
    "withdrawn": ("withdrawn", "rút", "đã rút", "xin rút", "rút hồ sơ", "công dân rút", "người dân rút"),
}
CHANNELS: Final[Mapping[Channel, Sequence[str]]] = {
    "online": ("online", "trực tuyến", "nộp trực tuyến", "qua mạng"),
    "direct": ("direct", "trực tiếp", "nộp trực tiếp", "tại một cửa", "một cửa"),
    "post": ("post", "bưu chính", "bưu điện", "bưu chính công ích", "qua bưu chính", "dịch vụ bưu chính công ích"),
}
_MEANINGS: Final = {
    **{folded(meaning): meaning for meaning in (*_HEADERS, "unit")},
    **{folded(word): meaning for meaning, words in _HEADERS.items() for word in words},
}


def column_of(header: str) -> str:
    """What a header of a table of dossiers stands for; "" for a column that is not asked for.

    Example:
        >>> column_of("Ngày hẹn trả"), column_of("Mã đơn vị"), column_of("STT"), column_of("Ghi chú")
        ('due', 'unit', '', '')
    """
    found = _MEANINGS.get(folded(header))
    if found is not None:
        return found
    meaning = meaning_of(header)
    return meaning if meaning != IGNORED and meaning in ("unit", "name") else ""


def columns_of(headers: Sequence[str], declared: Mapping[str, str] | None = None) -> dict[str, list[str]]:
    """The headers of each column that is asked for; more than one where a column is doubled.

    Args:
        headers: The headers.
        declared: Columns with the header that each has in this table, before any list.

    Example:
        >>> columns_of(["Mã hồ sơ", "source", "Đơn vị"], {"unit": "source"})
        {'unit': ['source'], 'dossier': ['Mã hồ sơ']}
    """
    named = {folded(header): column for column, header in (declared or {}).items()}
    found: dict[str, list[str]] = {}
    names: list[str] = []
    for header in headers:
        if (column := named.get(folded(header))) is not None:
            found.setdefault(column, []).append(header)
    for header in headers:
        if folded(header) in named:
            continue
        column = column_of(header)
        if column == "name":
            names.append(header)
        elif column and column not in (declared or {}):
            found.setdefault(column, []).append(header)
    if names and "unit" not in found:  # a table that has no codes calls its units by their names
        found["unit"] = names
    return found


def spellings(
    found: Iterable[str | None], known: Mapping[Any, Sequence[str]], declared: Mapping[str, Sequence[str]] | None = None
) -> tuple[dict[str, list[str]], list[str]]:
    """How a column spells the words that are known, and what it says that is not known.

    Args:
        found: The distinct values of the column; None and "" count for nothing.
        known: The words by their meaning.
        declared: Further words, which go before those.

    Example:
        >>> spellings(["Đã giải quyết", "lost", None], STATUSES)
        ({'settled': ['Đã giải quyết']}, ['lost'])
    """
    meanings = {folded(word): meaning for meaning, words in known.items() for word in words}
    meanings |= {folded(word): meaning for meaning, words in (declared or {}).items() for word in words}
    spelt: dict[str, list[str]] = {}
    unknown: list[str] = []
    for text in sorted({each for each in found if each}):
        meaning = meanings.get(folded(text))
        if meaning is None:
            unknown.append(text)
        else:
            spelt.setdefault(meaning, []).append(text)
    return spelt, unknown
