"""What an annex says of the whole set: its title and decision above the table, its classes in a footnote below."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from cchc_index.messages import phrase
from cchc_index.office.annex.headings import BAND, BANDS_BEGIN, DECISION, NO_TITLE, NUMERALS, ROUNDED, ROUNDING
from cchc_index.office.annex.spelling import plain
from cchc_index.office.annex.table import Annex, AnnexRow
from cchc_index.problems.problem import Language
from cchc_index.values.text import alike, folded

_DECISION: Final = re.compile(DECISION, re.IGNORECASE)
_BANDS: Final = re.compile(BANDS_BEGIN, re.IGNORECASE)
_BAND: Final = re.compile(BAND, re.IGNORECASE)
_ROUNDING: Final = re.compile(ROUNDING, re.IGNORECASE)
Setting = tuple[str, str, str]


def settings_of_annex(annex: Annex, feet: Sequence[AnnexRow], stem: str, language: Language) -> list[Setting]:
    """The settings of a draft: key, value, and what is left to a person."""
    decision, date = _decision(annex.above)
    title = " ".join(line for line in annex.above if not folded(line).startswith(NO_TITLE))
    identifier = "-".join(re.findall(r"[a-z0-9]+", alike(stem))) or "bo-tieu-chi"

    def open_(key: str) -> str:
        return phrase(f"annex.setting_{key}", language)

    texts = [" ".join(" ".join(dict.fromkeys(row.texts.values())).split()) for row in feet]
    rounded = _rounding([plain(text) for text in texts])
    silent = "rounding" if not any(ROUNDED in folded(text) for text in texts) else "rounding_said"
    settings = [
        ("id", identifier, ""),
        ("edition", date[:4], "" if date else open_("edition")),
        ("title", " ".join(title.split()), "" if title else open_("title")),
        ("source.status", "", open_("status")),
        ("source.decision", decision, "" if decision else open_("decision")),
        ("source.date", date, ""),
        (
            "rounding.points",
            rounded["points"],
            "" if rounded["points"] else open_(silent),
        ),
        ("rounding.index", rounded["index"], "" if rounded["index"] else open_("rounding_index")),
        ("rounding.mode", "half_up", ""),
    ]
    for text in texts:
        if any(rounded.values()) and _ROUNDING.fullmatch(plain(text)):
            continue
        bands = list(_bands(plain(text)))
        settings += bands or [("", "", phrase("annex.foot", language, text=text))]
    return settings


def _rounding(feet: Sequence[str]) -> dict[str, str]:
    """The decimals of points and of the index that footnotes say, "" for none; where two differ, none."""
    found: dict[str, set[str]] = {"points": set(), "index": set()}
    for match in filter(None, map(_ROUNDING.fullmatch, feet)):
        what = folded(match["what"])
        for name, word in (("points", "điểm"), ("index", "chỉ số")):
            if word in what:
                found[name].add(NUMERALS.get(folded(match["places"]), match["places"]))
    sure = all(len(places) < 2 for places in found.values())
    return {name: next(iter(places), "") if sure else "" for name, places in found.items()}


def _decision(lines: Sequence[str]) -> tuple[str, str]:
    """The number and the date of the decision, "" for none; of two decisions, neither."""
    found = [match for line in lines for match in _DECISION.finditer(plain(line))]
    if len({match["decision"] for match in found}) != 1:
        return "", ""
    match = found[0]
    date = f"{match['year']}-{int(match['month']):02}-{int(match['day']):02}" if match["year"] else ""
    return match["decision"], date


def _bands(text: str) -> Iterator[Setting]:
    """A footnote's classes as settings; nothing where a part of it is not understood, or cut-offs do not meet."""
    begin = _BANDS.match(text)
    parts = [part.strip(" .") for part in text[begin.end() :].split(";")] if begin else []
    matches = [_BAND.fullmatch(part) for part in parts]
    if len(matches) < 2 or None in matches:
        return
    found = [match for match in matches if match is not None]
    per = {bool(match["per"] or match["per_below"]) for match in found}
    last = found[-1]
    meets = all(
        match["from"] and (not number or (match["open"] and match["to"] == found[number - 1]["from"]))
        for number, match in enumerate(found[:-1])
    )
    if len(per) != 1 or not meets or found[0]["to"] or last["below"] != found[-2]["from"]:
        return
    yield "classify.thresholds.on", "index" if per == {True} else "points", ""
    for number, match in enumerate(found, 1):
        yield f"classify.thresholds.bands[{number}].label", match["label"], ""
        if match["from"]:
            yield f"classify.thresholds.bands[{number}].from", match["from"], ""
