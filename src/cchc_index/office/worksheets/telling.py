"""What is wrong with a set that a worksheet describes, in the worksheet's own words: columns and cells, and no keys."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import Final

import attrs

from cchc_index.messages import phrase
from cchc_index.messages.worksheet import COLUMNS, said
from cchc_index.messages.worksheet_rules import PARAMETERS, RULES, VALUES
from cchc_index.problems.problem import Blank, Language, Place, Problem

#: Messages of criteria files that worksheets have of their own.
WORDED: Final = {
    "criteria.no_rule": "worksheet.leaf_without_rule",
    "criteria.sum": "worksheet.sum",
    "criteria.zero": "worksheet.zero",
    "name.rules": "worksheet.rule",
    "name.plugin_of_rules": "worksheet.plugin_rule",
}
_LANGUAGES: Final[tuple[Language, ...]] = ("vi", "en")
_TREE_PATH: Final = re.compile(r"(?:criteria|extras)(?:[\[.].*)?")
_PAIR: Final = re.compile(r"\b([a-z_]+): (\{[^{}]*\}|[a-z_]+\b|[\d.]+)")
_KEY: Final = re.compile(r"(?<![\w./-])[a-z]+(?:_[a-z]+)*(?![\w/-]|\.\w)")
#: keys that are also words of a language, or too short to be told from them outside of quotes
_ONLY_QUOTED: Final = frozenset(
    {
        "to",
        "of",
        "by",
        "on",
        "per",
        "from",
        "below",
        "above",
        "when",
        "code",
        "title",
        "note",
        "points",
        "rate",
        "evidence",
        "number",
        "days",
    }
)


def in_sheet_words(problem: Problem, place_of: Callable[[str], Place | None]) -> Problem:
    r"""The problem told by columns and cells.

    Args:
        problem: The problem of the set.
        place_of: The cell of a path inside the set.

    Example:
        >>> told = in_sheet_words(Problem("yaml.missing_key", arguments={"key": "max_points"}), lambda path: None)
        >>> told.text("vi")
        "thiếu mục 'Điểm tối đa', không có giá trị mặc định.\n  Thêm 'Điểm tối đa'."
    """
    if problem.own is not None:
        return problem
    key = problem.key
    if key in WORDED:
        key = WORDED[key]
    arguments: dict[str, Blank] = {}
    for name, value in problem.arguments.items():
        is_path = isinstance(value, str) and name != "found" and _TREE_PATH.fullmatch(value)
        arguments[name] = (place_of(str(value)) or value) if is_path else value
    told = attrs.evolve(problem, key=key, arguments=arguments)
    choices = _choices(problem.path, str(arguments.get("known", "")))
    own: dict[str, tuple[str, str, str]] = {}
    for language in _LANGUAGES:
        cure = _worded(told.cure(language), language)
        if choices:
            cure = attrs.evolve(told, arguments={**arguments, "known": choices[language]}).cure(language)
        own[language] = (_worded(told.found(language), language), _worded(told.why(language), language), cure)
    return attrs.evolve(problem, arguments=arguments, own=own)


def _choices(path: str, known: str) -> Mapping[Language, str]:
    """What a parameter may be, as it is typed in each language; {} for what is no parameter with words of its own."""
    words = VALUES.get(re.split(r"[.\[\]]+", path)[-1], {})
    names = known.split(", ")
    return {"vi": ", ".join(f"'{words[name]}'" for name in names), "en": known} if {*names} <= {*words} else {}


def _worded(text: str, language: Language) -> str:
    """A text with keys of files said by a worksheet's words; what it repeats of the sheet, in quotes, stays."""
    found = []
    for number, part in enumerate(re.split(r"'([^']*)'", text)):
        if number % 2:
            found.append(f"'{_word(part, language, quoted=True)}'")
        else:
            paired = _PAIR.sub(lambda match: _pair(match[1], match[2], language), part)
            found.append(_KEY.sub(lambda match: _word(match[0], language), paired))
    worded = "".join(found)
    return re.sub(r"\bkhóa\b", "mục", worded) if language == "vi" else re.sub(r"\bkey\b", "entry", worded)


def _pair(key: str, value: str, language: Language) -> str:
    """A parameter with its value, as it is typed, and into which column."""
    if key not in PARAMETERS:
        return f"{key}: {value}"
    typed = f"{key}: {value}" if language == "en" else f"{PARAMETERS[key]}: {VALUES.get(key, {}).get(value, value)}"
    column = COLUMNS["other" if key in _OTHER else "parameters"]
    return f"'{typed}' {phrase('worksheet.in_column', language, column=said(column, language))}"


_OTHER: Final = frozenset({"parts_points", "small_rates", "free_points", "requires", "otherwise", "combine"})


def _word(key: str, language: Language, *, quoted: bool = False) -> str:
    if not quoted and (key in _ONLY_QUOTED or (language == "en" and "_" not in key)):
        return key  # a word of the language as well
    if key == "rule" or key in COLUMNS:
        return said(COLUMNS[key], language)
    if key == "criteria":
        return phrase("worksheet.parts", language)
    return key if language == "en" else PARAMETERS.get(key) or RULES.get(key) or key
