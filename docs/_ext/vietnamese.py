"""Pages in Vietnamese say so to browsers and screen readers, and are found with accents and without."""

from __future__ import annotations

import unicodedata
from typing import Any, Final

from docutils import nodes
from sphinx.application import Sphinx
from sphinx.search.en import SearchEnglish

_ACCENTED: Final = frozenset("ăâđêôơưáàảãạằắẳẵặầấẩẫậéèẻẽẹềếểễệíìỉĩịóòỏõọồốổỗộờớởỡợúùủũụừứửữựýỳỷỹỵ")


def is_vietnamese(prose: str) -> bool:
    """Whether a text is in Vietnamese: at least a third of its words have an accent, as an English text never has."""
    words = unicodedata.normalize("NFC", prose).lower().split()
    return 3 * sum(not _ACCENTED.isdisjoint(word) for word in words) > len(words)


def bare(word: str) -> str:
    """A word without accents, as many people type it."""
    letters = unicodedata.normalize("NFD", word.replace("đ", "d").replace("Đ", "D"))
    return "".join(letter for letter in letters if not unicodedata.combining(letter))


class SearchBoth(SearchEnglish):
    """English, and Vietnamese words both as they are and without their accents."""

    def split(self, input: str) -> list[str]:  # noqa: A002  # Sphinx's own name
        """The words of a page, in the one Unicode form that browsers type."""
        words = super().split(unicodedata.normalize("NFC", input))
        return [*words, *(plain for word in words if (plain := bare(word)) != word)]


#: What the theme says around a page.
_WORDS: Final = {
    "Search": "Tìm kiếm",
    "On this page": "Trong trang này",
    "Contents": "Nội dung",
    "Back to top": "Về đầu trang",
    "Next": "Tiếp theo",
    "Previous": "Trước",
    "Home": "Trang đầu",
    "View this page": "Xem nguồn trang này",
}


def _speak(app: Sphinx, page: str, template: str, context: dict[str, Any], doctree: Any) -> None:
    """Give a page in Vietnamese its language, and the theme's words in it."""
    if doctree is not None and is_vietnamese(" ".join(each.astext() for each in doctree.findall(nodes.paragraph))):
        context["language"] = "vi"
        context["_"] = context["gettext"] = lambda text: _WORDS.get(str(text), str(text))


def setup(app: Sphinx) -> dict[str, bool]:
    """Register with Sphinx."""
    app.add_search_language(SearchBoth)
    app.connect("html-page-context", _speak)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
