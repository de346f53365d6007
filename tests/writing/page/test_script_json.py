"""JSON between the tags of a script (`writing/page/script_json.py`)."""

from __future__ import annotations

import json

from hypothesis import given
from hypothesis import strategies as st

from cchc_index.writing.page.script_json import script_json
from tests.writing.page.reading import PageReader

_NASTY = st.sampled_from(["</script>", "<!--", "<script", "]]>", "&lt;", "\u2028", "\u202e", "\x00", '"', "'", "\\"])
_TEXTS = st.lists(st.text() | _NASTY).map("".join)


@given(st.recursive(st.none() | st.integers() | _TEXTS, lambda each: st.lists(each) | st.dictionaries(_TEXTS, each)))
def test_every_value_comes_back_from_a_script(value: object) -> None:
    """Through a parser of pages and one of JSON, whatever its texts are."""
    text = script_json(value)
    read = PageReader(f'<script type="application/json">{text}</script><p>after</p>')

    assert read.data == json.loads(json.dumps(value))
    assert read.text == "after"
    assert not set("<>&\u2028\u2029") & set(text)
