"""JSON that may stand between the tags of a script."""

from __future__ import annotations

import json
from typing import Final

#: what could end a script, or begin a comment in it; and what is no line break in JSON, and one in a script
_TOLD: Final = "<>&\u2028\u2029"


def script_json(value: object) -> str:
    r"""A value as JSON in which nothing ends the script that it stands in, whatever its texts are.

    Example:
        >>> print(script_json({"a": "</script>"}))
        {"a":"\u003c/script\u003e"}
    """
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    for letter in _TOLD:
        text = text.replace(letter, f"\\u{ord(letter):04x}")
    return text
