"""The one catalogue of everything that is said to people, in Vietnamese and in English.

A problem's message has three parts: what was found, why it cannot stand, and the cure. Names in braces are filled in.
Loaded only when there is something to say.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import Literal

Message = tuple[str, str, str]
Pair = tuple[Message, Message]  #: Vietnamese, English


def problem_message(key: str, language: Literal["vi", "en"]) -> Message:
    """The message of a problem's key: found, why, cure."""
    return problems()[key][0 if language == "vi" else 1]


def phrase(key: str, language: Literal["vi", "en"], /, **filled: str) -> str:
    """A word or sentence of the output.

    Example:
        >>> phrase("reason.given", "en", points="1.5")
        'points given as such: 1.5'
    """
    from cchc_index.messages.phrases import PHRASES

    return PHRASES[key][0 if language == "vi" else 1].format_map(filled)


def stage_word(stage: str, language: Literal["vi", "en"]) -> str:
    """A stage by the name that people know; one that a cycle adds has its own.

    Example:
        >>> stage_word("self", "en"), stage_word("appraised 2", "en")
        ('self-assessment', 'appraised 2')
    """
    from cchc_index.messages.phrases import PHRASES

    key = f"stage.{stage}"
    return phrase(key, language) if key in PHRASES else stage


def stage_named(stage: str, language: Literal["vi", "en"]) -> str:
    """A stage by the name that people know, with the one that is typed.

    Example:
        >>> stage_named("self", "en"), stage_named("final", "en"), stage_named("appraised 2", "en")
        ('self-assessment (self)', 'final', 'appraised 2')
    """
    word = stage_word(stage, language)
    return word if word == stage else f"{word} ({stage})"


def figure_words(figure: str, language: Literal["vi", "en"]) -> str:
    """A figure of a result, as `5.1 points` names it, in words.

    Example:
        >>> figure_words("5.1 points", "en"), figure_words("rank", "vi")
        ('criterion 5.1, points', 'hạng')
    """
    from cchc_index.messages.phrases import PHRASES

    code, _, what = figure.rpartition(" ")
    key = f"corrected.{what}"
    words = phrase(key, language) if key in PHRASES else what
    return f"{phrase('corrected.code', language, code=code)}, {words}" if code else words


def adjusted_words(action: str, value: str, language: Literal["vi", "en"]) -> str:
    """What an adjustment does, with its points as the language writes them; what takes some away says so.

    Example:
        >>> adjusted_words("add", "0.5", "en"), adjusted_words("add", "-4", "en"), adjusted_words("na", "", "en")
        ('0.5 points added', '4 points taken away', 'does not apply')
    """
    if action == "add" and value.startswith("-"):
        return phrase("warning.adjusted_subtract", language, value=value.removeprefix("-"))
    return phrase(f"warning.adjusted_{action}", language, value=value)


def localised(text: str, language: Literal["vi", "en"]) -> str:
    """A number that is a text already, with the decimal mark of the language; other texts as they are.

    Example:
        >>> localised("-3.25", "vi"), localised("1.2.3", "vi"), localised("3.25", "en")
        ('-3,25', '1.2.3', '3.25')
    """
    is_number = text.replace(".", "", 1).removeprefix("-").isdigit()
    return text.replace(".", ",") if language == "vi" and is_number else text


def advised(key: str, language: Literal["vi", "en"]) -> str:
    """What the author of a plugin does about a mistake."""
    from cchc_index.messages.advice import ADVICE

    return ADVICE[key][0 if language == "vi" else 1]


@cache
def problems() -> Mapping[str, Pair]:
    """All problem messages."""
    from cchc_index.messages import (
        adjustments,
        aggregations,
        annex,
        assessors,
        awaiting,
        cells,
        criteria,
        cycles,
        dossiers,
        evidence,
        files,
        names,
        plans,
        plugins,
        previous,
        registers,
        rules,
        sheets,
        stages,
        step_log,
        surveys,
        tables,
        usage,
        values,
        verifying,
        word,
        years,
    )

    catalogues = (
        files,
        criteria,
        rules,
        aggregations,
        names,
        plans,
        plugins,
        usage,
        tables,
        sheets,
        values,
        cells,
        cycles,
        stages,
        adjustments,
        step_log,
        years,
        verifying,
        awaiting,
        assessors,
        dossiers,
        evidence,
        previous,
        registers,
        surveys,
        annex,
        word,
    )
    return {key: pair for catalogue in catalogues for key, pair in catalogue.MESSAGES.items()}
