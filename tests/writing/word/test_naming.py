"""What a template names wrongly is told before anything is filled in: all of it, each once, with the nearest name."""

from __future__ import annotations

import pytest
from jinja2 import Environment

from cchc_index.problems.problem import Problem
from cchc_index.writing.word.fields import known_fields
from cchc_index.writing.word.filled import sandbox
from cchc_index.writing.word.naming import Names


def _told(text: str) -> list[Problem]:
    names = Names("t.docx", known_fields())
    names.look(sandbox().parse(text), "")
    assert all(each.text("vi") and each.text("en") for each in names.problems)
    return names.problems


def _names(text: str) -> list[tuple[str, str]]:
    return [(each.key.removeprefix("report.template_"), str(each.arguments["name"])) for each in _told(text)]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("{{ titel }}", [("field", "titel")]),
        ("{{ titel }} {{ titel }}{{ agency }}", [("field", "titel"), ("field", "agency")]),
        ("{% for s in sets %}{{ s.titel }}{% endfor %}", [("field", "s.titel")]),
        ("{% for s in sts %}{{ s.titel }}{% endfor %}", [("field", "sts")]),
        ("{% for s in sets %}{% for g in s.group %}{{ g.x }}{% endfor %}{% endfor %}", [("field", "s.group")]),
        ("{{ sets.title }}", [("list", "sets")]),
        ("{{ sets }}{{ previous }}", [("list", "sets"), ("list", "previous")]),
        ("{{ sets[0].titel }}", [("field", "sets[0].titel")]),
        ("{{ previous['gven'] }}", [("field", "previous.gven")]),
        ("{{ title.upper }}", [("field", "title.upper")]),
        ("{% for s in sets if s.nme %}x{% else %}{{ nme }}{% endfor %}", [("field", "s.nme"), ("field", "nme")]),
        ("{% if titel or not unitz %}x{% endif %}", [("field", "titel"), ("field", "unitz")]),
        ("{% for s in sets %}x{% endfor %}{{ s.title }}", [("field", "s")]),
        ("{{ loop.index }}", [("field", "loop")]),
        ("{% set a = sets %}", [("acts", "set")]),
        ("{{ 'a' * 9 }}{{ title * 9 }}{{ 9 ** 9 }}{{ '%9d' % 1 }}", [("acts", "*"), ("acts", "**"), ("acts", "%")]),
        ("{% include 'x' %}", [("acts", "include")]),
        ("{% macro m(a) %}{{ a }}{% endmacro %}", [("acts", "macro")]),
        ("{{ title.upper() }}", [("acts", "title.upper()")]),
        ("{{ dossiers[0].figures.in_tme }}", [("field", "dossiers[0].figures.in_tme")]),
    ],
)
def test_what_is_named_wrongly_is_told(text: str, told: list[tuple[str, str]]) -> None:
    """Fields, records within lists, conditions, what is set or called."""
    assert _names(text) == told


@pytest.mark.parametrize(
    "text",
    [
        "{{ title }}{{ sets[0].title }}{{ sets|length }}{{ (notices|first) }}{{ notices|join('; ') }}",
        "{% for s in sets %}{% for g in s.groups %}{{ loop.index }}{{ g.rows[0].name }}{% endfor %}{% endfor %}",
        "{% for t in sets[0].groups[0].area_tables %}{% for i in t.rows[0].indices %}{{ i }}{% endfor %}{% endfor %}",
        "{% for n in notices %}{{ loop.index + 1 }}{{ 2 * loop.length - 1 }}{{ n ~ title }}{% endfor %}",
        "{% if not dossiers %}x{% elif previous.given %}{{ previous.title|upper }}{% endif %}",
        "{% for d in dossiers %}{{ d.figures.in_time_of_settled }}{% endfor %}{# titel #}",
    ],
)
def test_what_is_named_rightly_is_not(text: str) -> None:
    """Places in lists, filters, loops and comments."""
    assert _told(text) == []


def test_the_nearest_name_is_offered() -> None:
    """Of the record that is meant."""
    (problem,) = _told("{% for s in sets %}{% for g in s.groups %}{{ g.leading_word }}{% endfor %}{% endfor %}")
    assert problem.arguments["hint"] == "leading_words"


def test_fields_at_the_top_that_are_named_are_known() -> None:
    """A loop's own variable is none of them, whatever it is called."""
    names = Names("t.docx", known_fields())
    names.look(
        Environment(autoescape=True).parse("{{ title }}{% for notices in sets %}{{ notices.title }}{% endfor %}"), "x"
    )
    assert names.used == {"title", "sets"}
    assert not names.problems
