"""Names of sheets."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from cchc_index.writing.workbook.names import LONGEST, SheetNames


@given(st.lists(st.text(max_size=60), max_size=40))
def test_every_name_is_legal_and_no_other_has_it(wanted: list[str]) -> None:
    """Whatever units are called: 31 letters in UTF-16, none that is forbidden, no two that are taken for one."""
    names = SheetNames()
    taken = [names.take(each) for each in wanted]

    assert len({each.casefold() for each in taken}) == len(taken)
    for name in taken:
        assert 1 <= len(name.encode("utf-16-le", "surrogatepass")) // 2 <= LONGEST
        assert not set("[]:*?/\\'!") & set(name)
        assert name.casefold() != "history"


def test_a_long_name_is_cut_at_its_end() -> None:
    """And told apart from one that begins alike."""
    names = SheetNames()

    assert names.take("Ban Quản lý các khu công nghiệp tỉnh Mẫu") == "Ban Quản lý các khu công nghiệ…"
    assert names.take("Ban Quản lý các khu công nghiệp tỉnh Thử") == "Ban Quản lý các khu công n… (2)"
