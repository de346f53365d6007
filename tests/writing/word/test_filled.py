"""Templates of others: filled in, or told what is wrong with them; nothing in them runs."""

from __future__ import annotations

import io
import time
import zipfile
from pathlib import Path

import attrs
import docx
import pytest

from cchc_index.problems.errors import AssessmentError, MissingExtraError
from cchc_index.writing.word import filled as module
from cchc_index.writing.word.filled import filled, template_problems
from cchc_index.writing.word.filling import annex_fields
from cchc_index.writing.word.templates import own_template
from tests.writing.word.reading import example, lines_of, review_of, template

_FIELDS = annex_fields(example("lai-chau-2021").score(), "vi")


def _lines(tmp_path: Path, *lines: str, header: str = "") -> list[str]:
    return lines_of(filled("annex", _FIELDS, "vi", template(tmp_path / "t.docx", *lines, header=header)))


def _told(path: Path) -> list[str]:
    with pytest.raises(AssessmentError) as told:
        filled("annex", _FIELDS, "vi", path)
    assert all("\n" in each.text("vi") and each.place for each in told.value.problems)
    return [each.key.removeprefix("report.template_") for each in told.value.problems]


def test_a_template_of_the_ministry_is_filled_in(tmp_path: Path) -> None:
    """Its paragraphs, loops and head; what every output repeats is put before them where it leaves that out."""
    path = template(
        tmp_path / "t.docx", "{{ title }}: {{ units }}", "{%p for s in sets %}", "{{ s.name }}", "{%p endfor %}"
    )
    made = lines_of(filled("annex", _FIELDS, "vi", path))
    assert made[-2:] == [f"{_FIELDS['title']}: 17", "nd61-one-stop-2018"]
    assert made[: len(_FIELDS["notices"])] == _FIELDS["notices"]

    named = _lines(tmp_path, "{%p for n in notices %}", "- {{ n }}", "{%p endfor %}", "{{ units }}")
    assert named == [*(f"- {each}" for each in _FIELDS["notices"]), "17"]


def test_the_head_of_a_page_is_filled_in(tmp_path: Path) -> None:
    """And what is wrong there is told as well."""
    data = filled("annex", _FIELDS, "vi", template(tmp_path / "t.docx", "{{ title }}", header="{{ stage }}"))
    assert docx.Document(io.BytesIO(data)).sections[0].header.paragraphs[0].text == "kết quả"
    wrong = template(tmp_path / "w.docx", "{{ titel }}", header="{{ stge }}")
    assert [Path(each.place.file).name for each in template_problems(wrong) if each.place] == [
        "w.docx",
        "w.docx (header)",
    ]


@pytest.mark.parametrize(
    ("lines", "told"),
    [
        (["{{ title }"], ["syntax"]),
        (["{% for x in sets %}"], ["syntax"]),
        (["{{ title | nofilter }}"], ["syntax"]),
        (["{{ title|center(999999999) }}"], ["syntax"]),
        (["{{ " + "(" * 3000 + "title" + ")" * 3000 + " }}"], ["syntax"]),
        (["{{ title }}", *("{% for a in notices %}",) * 7, *("{% endfor %}",) * 7], ["syntax"]),
        (["nothing"], ["empty"]),
        (["{{ titel }}", "{{ unis }}"], ["field", "field"]),
        (["{{ ''.__class__.__mro__ }}{{ title }}"], ["filling"]),
        (["{{ title.__class__ }}"], ["field"]),
        (["{{ title }}{{ 'a' * 999999999 }}"], ["acts"]),
        (["{{ title }}{{ 10 ** 99999999 }}"], ["acts"]),
        (["{{ title }}{{ '%999999999d' % 1 }}"], ["acts"]),
        (["{{ title }}{{ 1 // 0 }}"], ["acts"]),
        (["{{ sets[99].title }}"], ["filling"]),
        (["{{ title }}{{ range(9) }}"], ["acts"]),
        (["{{ title }}{% import 'os' as os %}"], ["acts"]),
        (["{{ title }}{% set x = title ~ title %}"], ["acts"]),
    ],
)
def test_what_is_wrong_with_a_template_is_told(tmp_path: Path, lines: list[str], told: list[str]) -> None:
    """All of it, in a moment, with the file and the cure; and nothing in it runs."""
    begun = time.process_time()
    assert _told(template(tmp_path / "t.docx", *lines)) == told
    assert time.process_time() - begun < 5


def _zip(path: Path, parts: dict[str, bytes]) -> Path:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as package:
        for name, data in parts.items():
            package.writestr(name, data)
    return path


@pytest.mark.parametrize(
    ("parts", "told"),
    [
        ({"word/document.xml": b"<a>" + b" <b/>" * 12 * 10**6 + b"</a>"}, {"kind", "large"}),
        ({"word/document.xml": b"<a/>", "word/media/x.png": b" " * 41 * 10**6}, {"large"}),
        ({"word/document.xml": b"<a>" + b"<b>x</b>" * 600_000 + b"</a>"}, {"large"}),
        ({"x.xml": b"<a/>"}, {"kind"}),
        ({"word/document.xml": b"<a/>", "[Content_Types].xml": b"<a"}, {"kind"}),
        ({"word/document.xml": b"<!DOCTYPE a [<!ENTITY b 'c'>]><a>&b;</a>"}, {"kind"}),
    ],
)
def test_packages_that_are_none_are_refused(tmp_path: Path, parts: dict[str, bytes], told: set[str]) -> None:
    """Bombs by their size as it is unpacked, entities, and what only looks like a document."""
    begun = time.process_time()
    assert set(_told(_zip(tmp_path / "t.docx", parts))) <= told
    assert time.process_time() - begun < 5


def test_other_files_are_no_templates(tmp_path: Path) -> None:
    """A text, a damaged package, one behind a password, a folder, nothing, and one of more bytes than any has."""
    for name, data in {
        "text": b"hello",
        "broken": b"PK\x03\x04x",
        "locked": b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1x",
    }.items():
        (tmp_path / f"{name}.docx").write_bytes(data)
        assert _told(tmp_path / f"{name}.docx") == ["kind"]
    (tmp_path / "folder.docx").mkdir()
    assert _told(tmp_path / "folder.docx") == ["kind"]
    assert _told(tmp_path / "absent.docx") == ["kind"]
    with (tmp_path / "huge.docx").open("wb") as file:
        file.truncate(module.MOST_TEMPLATE + 1)
    assert _told(tmp_path / "huge.docx") == ["large"]


def test_values_are_no_templates(tmp_path: Path) -> None:
    """A name that looks like a field, or like markup, is a name."""
    fields = {**_FIELDS, "title": "{{ 7*7 }} <w:p/> & {%p x %}"}
    path = template(tmp_path / "t.docx", "{{ title }}", "{% if notices %}{% endif %}")
    assert lines_of(filled("annex", fields, "vi", path))[0] == "{{ 7*7 }} <w:p/> & {%p x %}"


def test_the_librarys_own_template_named_as_anybodys_gives_the_same(tmp_path: Path) -> None:
    """So that changing a copy of it begins where the library stands; nothing is told of it."""
    for kind in ("annex", "review"):
        path = tmp_path / f"{kind}.docx"
        path.write_bytes(own_template(kind, "vi"))
        assert template_problems(path) == ()
        assert filled(kind, _FIELDS, "vi", path) == filled(kind, _FIELDS, "vi")


def test_no_date_and_no_author_stands_in_the_file() -> None:
    """The package has one date for all parts, and its properties name nobody."""
    data = review_of("lai-chau-2021")
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        assert {entry.date_time for entry in package.infolist()} == {(1980, 1, 1, 0, 0, 0)}
    core = docx.Document(io.BytesIO(data)).core_properties
    assert (core.author, core.last_modified_by, core.created and core.created.year) == ("", "", 2020)


def test_the_missing_extra_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    """In one line, with the command to type."""
    monkeypatch.setitem(__import__("sys").modules, "docx", None)
    with pytest.raises(MissingExtraError, match=r"cchc-index\[office\]"):
        filled("annex", _FIELDS, "vi")


def test_a_template_may_be_asked_about_alone(tmp_path: Path) -> None:
    """Before the cycle is read, whose problems are told in the same run."""
    assert [attrs.asdict(each)["key"] for each in template_problems(template(tmp_path / "t.docx", "{{ x }}"))] == [
        "report.template_field"
    ]
