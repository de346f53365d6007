"""What a form asks of a leaf, in words: each field by a name of its own, in which it is found again when it returns."""

from __future__ import annotations

from collections.abc import Mapping

from cchc_index.criteria.tree import CriteriaTree, Node
from cchc_index.messages import phrase
from cchc_index.problems.problem import Language
from cchc_index.rules.columns import Field
from cchc_index.values.text import folded


def asked_fields(leaf: Node, language: Language) -> list[tuple[Field, str]]:
    """The fields a leaf asks for, each with its words; those of a second way to answer say so.

    No two of a leaf have the same words: fields that a plugin calls alike carry their own names beside them.

    Example:
        >>> import cchc_index
        >>> leaf = cchc_index.load_criteria("nd61-one-stop-2018").node("1")
        >>> [(field.name, words) for field, words in asked_fields(leaf, "vi")]
        [('points', 'điểm')]
    """
    rule = leaf.criterion.rule
    told: list[tuple[Field, str]] = []
    seen: set[str] = set()
    for number, group in enumerate(rule.rule.reads if rule else ()):
        for place, field in enumerate(group):
            either = number and not place
            words = field.say(language)
            words = phrase("form.or", language, what=words) if either else words
            words = f"{words} ({field.name})" if folded(words) in seen else words
            seen.add(folded(words))
            told.append((field, words))
    return told


def fields_by_words(criteria: CriteriaTree | None) -> Mapping[tuple[str, str], str]:
    """For a leaf's code and the words of one of its fields, in either language, the field's name.

    Beside "" stand the words that fields of that name have everywhere: a form may ask for a leaf that its set has lost.

    Example:
        >>> import cchc_index
        >>> fields_by_words(cchc_index.load_criteria("nd61-one-stop-2018"))["1", "điểm"]
        'points'
    """
    from cchc_index.messages.phrases import FIELDS

    found = {("", folded(words)): name for name, said in FIELDS.items() for words in said}
    languages: tuple[Language, ...] = ("en", "vi")  # where both say the same of two fields, Vietnamese decides
    for language in languages:
        for leaf in criteria.leaves if criteria is not None else ():
            for field, words in asked_fields(leaf, language):
                found[leaf.criterion.code, folded(words)] = field.name
    return found


def absent_word(criteria: CriteriaTree, language: Language) -> str:
    """What a form asks people to write where something does not apply: of the set's words one of their language.

    Example:
        >>> import cchc_index
        >>> criteria = cchc_index.load_criteria("nd61-one-stop-2018")
        >>> absent_word(criteria, "vi"), absent_word(criteria, "en")
        ('không áp dụng', 'na')
    """
    words = criteria.not_applicable_words
    vietnamese = [word for word in words if not word.isascii()]
    return next(iter((*vietnamese, *words) if language == "vi" else words), "")


def block_word(node: Node, language: Language) -> str:
    """What stands for the code of a block of extra points that its set gives none; "" for every other node."""
    within, _, kind = node.criterion.code.rpartition(".")
    if not (node.heads_block and kind == node.block):
        return ""
    return f"{within} {phrase(f'form.block_{kind}', language)}".strip()


def blocks_by_word(criteria: CriteriaTree | None) -> Mapping[str, str]:
    """The codes of such blocks by their words, in either language."""
    languages: tuple[Language, ...] = ("en", "vi")
    return {
        folded(word): node.criterion.code
        for language in languages
        for node in (criteria.nodes if criteria is not None else ())
        if (word := block_word(node, language))
    }


def form_stage_word(stage: str, language: Language) -> str:
    """What a form says of whose it is.

    Example:
        >>> form_stage_word("self", "vi"), form_stage_word("survey", "en")
        ('tự chấm', 'survey')
    """
    return phrase(f"form.stage_{stage}", language)


def form_stage_of(text: str) -> str:
    """The stage that a form says it is of; the text itself where it is no word for one.

    Example:
        >>> form_stage_of("Thẩm định"), form_stage_of("self"), form_stage_of("?")
        ('appraised', 'self', '?')
    """
    languages: tuple[Language, ...] = ("vi", "en")
    words = {
        folded(form_stage_word(stage, language)): stage
        for stage in ("self", "appraised", "survey")
        for language in languages
    }
    return words.get(folded(text), text)
