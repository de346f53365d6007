"""The fields that a template of a Word document may name; documents are filled from values of this shape."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Final

from cchc_index.messages import phrase

if TYPE_CHECKING:
    from cchc_index.builders.contract import EvidenceBuilder
    from cchc_index.problems.problem import Language

Shape = Mapping[str, "Shape"] | tuple["Shape"] | str  #: a record, a list of one shape, or the name of a text

_UNIT: Final = ("name", "unit", "group", "rank", "points", "max_points", "index", "band")
_YEARS: Final = ("name", "unit", "group", "before", "after", "change", "own_values", "rank_before", "rank_after")


def _texts(prefix: str, *names: str) -> dict[str, Shape]:
    return {name: f"{prefix}.{name}" for name in names}


def _of_sets() -> dict[str, Shape]:
    """What is said of each set and its groups."""
    classes: Shape = (_texts("classes", "label", "units"),)
    unit = _texts("unit", *_UNIT)
    table: Shape = {
        "areas": (_texts("areas", "code", "title"),),
        "rows": ({**_texts("unit", "name", "unit", "rank"), "indices": ("table.indices",)},),
    }
    group: Shape = {
        **_texts("group", "name", "units", "ranked", "classes_words", "leading_words", "trailing_words"),
        "classes": classes,
        "rows": (unit,),
        "leading": (unit,),
        "trailing": (unit,),
        "area_tables": (table,),
    }
    area = _texts("areas", "code", "title", "max_points", "index", "before", "change")
    lost = _texts("lost", "code", "title", "points", "attainable", "units", "responsible")
    return {
        **_texts("set", "title", "name", "status", "decision", "max_points", "units", "stage"),
        "groups": (group,),
        "areas": (area,),
        "lost": (lost,),
        "notes": ("set.notes",),
    }


def _of_evidence(builder: EvidenceBuilder | None) -> dict[str, Shape]:
    """What is said of figures that were counted; those of a builder of the library by their names."""
    own = _texts("evidence", "builder", "purpose", "parameters", "feeds", "files")
    own |= _texts("evidence", "rows_counted", "units", "measured_units")
    listed = _texts("evidence_figure", "name", "title", "value")
    named: dict[str, Shape] = {}
    rows: dict[str, Shape] = _texts("unit", "name", "unit")
    if builder is not None:
        named = {"figures": {each.name: f"measure.{each.name}" for each in builder.measures}}
        rows |= named
    left_out: Shape = ("evidence.left_out",)
    return {**own, **named, "listed": (listed,), "rows": (rows,), "left_out": left_out}


def known_fields() -> dict[str, Shape]:
    """The fields by name, with those of records and lists within."""
    from cchc_index.evidence.documents import Documents
    from cchc_index.evidence.dossiers.builder import Dossiers
    from cchc_index.evidence.initiatives.commendations import Commendations
    from cchc_index.evidence.initiatives.register import Initiatives

    years: Shape = (_texts("years", *_YEARS),)
    interval = _texts("interval", "name", "unit", "title", "value", "low", "high", "level", "respondents")
    answered = _texts("survey", "name", "unit", "respondents", "sent", "response_rate")
    survey: dict[str, Shape] = {**_of_evidence(None), "respondents": "survey.respondents", "sent": "survey.sent"}
    survey |= {"response_rate": "survey.response_rate", "rows": (answered,), "intervals": (interval,)}
    adjusted = _texts(
        "adjustment", "name", "unit", "code", "title", "stage", "what", "reason", "by", "date", "decision"
    )
    objected = _texts("objection", "id", "kind", "name", "unit", "code", "title", "reason", "date", "answer", "state")
    previous: Shape = {
        **_texts("previous", "given", "title", "refused"),
        "rows": years,
        "improved": years,
        "notes": ("previous.notes",),
    }
    return {
        **_texts("root", "title", "data", "source", "stage", "provisional", "units", "ranked", "classes_words"),
        **_texts("root", "digest", "version", "adjusted", "objected", "objected_open"),
        "notices": ("root.notices",),
        "classes": (_texts("classes", "label", "units"),),
        "sets": (_of_sets(),),
        "previous": previous,
        "dossiers": (_of_evidence(Dossiers()),),
        "documents": (_of_evidence(Documents()),),
        "initiatives": (_of_evidence(Initiatives()),),
        "commendations": (_of_evidence(Commendations()),),
        "surveys": (survey,),
        "others": ({**_of_evidence(None), "each": (_texts("each", "name", "unit", "title", "value"),)},),
        "adjustments": (adjusted,),
        "objections": (objected,),
        "tasks": ("root.tasks",),
    }


def listed_fields(language: Language) -> Iterator[tuple[str, str]]:
    """Each field as a template writes it, with what it holds; ``[]`` stands after a list that is gone through.

    Example:
        >>> fields = dict(listed_fields("en"))
        >>> fields["title"], "sets[].groups[].rows[].rank" in fields
        ('title of the cycle', True)
    """
    for name, shape in known_fields().items():
        yield from _listed(name, shape, language)


def _listed(path: str, shape: Shape, language: Language) -> Iterator[tuple[str, str]]:
    if isinstance(shape, str):
        yield path, _meaning(shape, language)
    elif isinstance(shape, tuple):
        yield from _listed(f"{path}[]", shape[0], language)
    else:
        for name, inner in shape.items():
            yield from _listed(f"{path}.{name}", inner, language)


def _meaning(key: str, language: Language) -> str:
    kind, _, name = key.partition(".")
    return _titles(language)[name] if kind == "measure" else phrase(f"field.{key}", language)


def _titles(language: Language) -> dict[str, str]:
    """What the figures of the library's own builders are."""
    from cchc_index.evidence.documents import Documents
    from cchc_index.evidence.dossiers.builder import Dossiers
    from cchc_index.evidence.initiatives.commendations import Commendations
    from cchc_index.evidence.initiatives.register import Initiatives

    builders = (Dossiers(), Documents(), Initiatives(), Commendations())
    return {each.name: each.title.say(language) for builder in builders for each in builder.measures}
