"""The language that a command line asks for: by `--lang`, else by the environment; never by the locale."""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence
from typing import Final

VARIABLE: Final = "CCHC_LANG"
LANGUAGES: Final = ("vi", "en")


def asked_for(arguments: Sequence[str], environment: Mapping[str, str] = os.environ) -> str:
    """What `--lang` says, or else the variable; Vietnamese where neither says anything. It may be no language.

    Example:
        >>> asked_for(["score", "--lang", "en"], {}), asked_for(["demo"], {"CCHC_LANG": "en"}), asked_for(["demo"], {})
        ('en', 'en', 'vi')
        >>> asked_for(["--lang=vi", "demo"], {"CCHC_LANG": "en"})
        'vi'
    """
    said = ""
    for at, word in enumerate(arguments):
        if word == "--":
            break
        if word.startswith("--lang="):
            said = word.removeprefix("--lang=")
        elif word == "--lang":
            said = "".join(arguments[at + 1 : at + 2])
    return said or environment.get(VARIABLE, "") or LANGUAGES[0]
