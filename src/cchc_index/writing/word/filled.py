"""A template filled in: held against the fields first, then filled in a sandbox; the same bytes every time.

A template comes from outside: it is data, and nothing in it runs. It may name fields, go through lists and ask
whether something is there; it calls nothing, reaches nothing but the fields, and is bounded before it is opened.
"""

from __future__ import annotations

import contextlib
import io
import re
import zipfile
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from cchc_index.problems.errors import AssessmentError, MissingExtraError
from cchc_index.problems.problem import Place, Problem
from cchc_index.reading.grids.package import Package, PackageFault
from cchc_index.writing.word.columns import spread_columns
from cchc_index.writing.word.fields import known_fields
from cchc_index.writing.word.naming import Names, place_of
from cchc_index.writing.word.paper import same_bytes
from cchc_index.writing.word.templates import Kind, own_template

if TYPE_CHECKING:
    from jinja2.sandbox import SandboxedEnvironment

    from cchc_index.problems.problem import Language

# Walls: a template of three pages has 40 KB, and 0.2 MB unpacked.
MOST_TEMPLATE: Final = 10 * 10**6  #: bytes of the file
MOST_UNPACKED: Final = 40 * 10**6  #: bytes of all its parts, pictures among them
MOST_TEXT: Final = 4 * 10**6  #: bytes of a part in which fields are looked for
MOST_LOOPS: Final = 4  #: loops within each other: sets, groups, tables, rows; and the columns of a row are a fifth
_FILTERS: Final = ("capitalize", "count", "d", "default", "e", "escape", "first", "join", "last", "length", "lower")
_MORE_FILTERS: Final = ("trim", "upper")
_TEXTS: Final = re.compile(r"word/(document|header\d*|footer\d*|footnotes)\.xml")
_MARKS: Final = re.compile(r"\{\{[^{}]*\}{0,2}")
_LONGEST_MARK: Final = 80
_FAULTS: Final = {"workbook.kind": "zip", "workbook.encrypted": "password", "workbook.dtd": "DTD"}


def filled(kind: Kind, fields: dict[str, Any], language: Language, template: Path | None = None) -> bytes:
    """A Word document of some fields.

    Args:
        kind: The library's own template, where no other is named.
        fields: What is filled in.
        language: The language of the library's template.
        template: A template to use instead.

    Raises:
        AssessmentError: The template is no Word file, is over a limit, is written wrongly or names what is no field;
            everything that it names wrongly is in ``.problems``.
        MissingExtraError: docxtpl is not installed (the extra `office`).
    """
    if template is None:
        return _fill(own_template(kind, language), fields, None)
    return _fill(_read(template), fields, str(template))


def template_problems(template: Path) -> tuple[Problem, ...]:
    """What is wrong with a template, before there is anything to fill in.

    Raises:
        MissingExtraError: docxtpl is not installed (the extra `office`).
    """
    try:
        _looked_at(_opened(_read(template), str(template)), str(template))
    except AssessmentError as error:
        return error.problems
    return ()


def _opened(data: bytes, name: str) -> Any:
    try:
        from docxtpl import DocxTemplate
    except ImportError as error:
        raise MissingExtraError("office", "docxtpl") from error
    try:
        document = DocxTemplate(io.BytesIO(data))
        document.init_docx()
    except Exception as error:  # of what python-docx and lxml raise there is no list
        raise AssessmentError(_damaged(name, str(error))) from error
    return document


def _read(path: Path) -> bytes:
    """The bytes of a template, within limits."""
    try:
        size = path.stat().st_size
        if size > MOST_TEMPLATE:
            raise AssessmentError(_large(str(path), size, MOST_TEMPLATE))
        data = path.read_bytes()
    except OSError as error:
        said = {"fault": error.strerror or str(error)}
        raise AssessmentError(Problem("report.template_kind", Place(str(path)), arguments=said)) from error
    try:
        package = Package(data, ".docx")
        with zipfile.ZipFile(io.BytesIO(data)) as opened:
            sizes = {entry.filename: entry.file_size for entry in opened.infolist()}
    except PackageFault as fault:
        why = fault.arguments.get("fault") or _FAULTS.get(fault.key, fault.key)
        raise AssessmentError(_damaged(str(path), why)) from fault
    if "word/document.xml" not in package:
        raise AssessmentError(_damaged(str(path), "word/document.xml"))
    if sum(sizes.values()) > MOST_UNPACKED:
        raise AssessmentError(_large(str(path), sum(sizes.values()), MOST_UNPACKED))
    for name, size in sizes.items():
        if _TEXTS.fullmatch(name) and size > MOST_TEXT:
            raise AssessmentError(_large(f"{path}: {name}", size, MOST_TEXT))
    return data


def _large(name: str, found: int, most: int) -> Problem:
    said = {"found": f"{found / 10**6:.1f} MB", "most": f"{most // 10**6} MB"}
    return Problem("report.template_large", Place(name), arguments=said)


def _damaged(name: str, fault: str) -> Problem:
    return Problem("report.template_kind", Place(name), arguments={"fault": fault.partition("\n")[0]})


def sandbox() -> SandboxedEnvironment:
    """Where a template is filled: no function, no method, no text made longer by a sign; unknown names are told."""
    from jinja2 import StrictUndefined
    from jinja2.exceptions import SecurityError
    from jinja2.runtime import LoopContext
    from jinja2.sandbox import SandboxedEnvironment

    class Sealed(SandboxedEnvironment):
        """A sandbox in which nothing can be called, and of which only fields can be seen."""

        intercepted_binops = frozenset(("*", "**", "%", "+"))

        def getattr(self, obj: Any, attribute: str) -> Any:
            """A field of a record, or where a loop stands; texts and lists have no attributes here."""
            if isinstance(obj, dict):
                return obj[attribute] if attribute in obj else self.undefined(obj=obj, name=attribute)
            if isinstance(obj, LoopContext):
                return super().getattr(obj, attribute)
            return self.undefined(obj=obj, name=attribute)

        def getitem(self, obj: Any, argument: Any) -> Any:
            """A place in a list, or a field of a record."""
            if isinstance(obj, dict | list):
                with contextlib.suppress(KeyError, IndexError, TypeError):
                    return obj[argument]
            return self.undefined(obj=obj, name=str(argument))

        def is_safe_callable(self, obj: object) -> bool:
            """Nothing is."""
            return False

        def call_binop(self, context: object, operator: str, left: object, right: object) -> object:
            """Small numbers may be multiplied, as merged columns need it."""
            if operator in ("*", "+") and isinstance(left, int) and isinstance(right, int):
                return left * right if operator == "*" else left + right
            raise SecurityError(f"'{operator}'")

    made = Sealed(undefined=StrictUndefined, autoescape=True)
    made.filters = {name: made.filters[name] for name in (*_FILTERS, *_MORE_FILTERS)}
    made.globals.clear()
    return made


def _fill(data: bytes, fields: dict[str, Any], name: str | None) -> bytes:
    """A template filled; one of the library's own is not looked at first."""
    document = _opened(data, name or "")
    from jinja2 import TemplateError

    if name is not None:
        used = _looked_at(document, name)
        if "notices" not in used:
            _add_notices(document)
    try:
        document.render(fields, sandbox(), autoescape=True)
        spread_columns(document.docx.element.body)
        made = io.BytesIO()
        document.save(made)
    except (TemplateError, ValueError, TypeError, ArithmeticError, RecursionError) as error:
        said = {"fault": str(error).partition("\n")[0] or type(error).__name__}
        raise AssessmentError(
            Problem("report.template_filling", Place(name) if name else None, arguments=said)
        ) from error
    return same_bytes(made.getvalue())


def _looked_at(document: Any, name: str) -> set[str]:
    """The fields at the top that a template names.

    Raises:
        AssessmentError: It is written wrongly, names what is no field, or names none.
    """
    from jinja2 import TemplateSyntaxError, nodes

    names = Names(name, known_fields())
    problems: list[Problem] = []
    environment = sandbox()
    for part, text in _parts(document):
        names.part = part
        try:
            tree = environment.parse(document.patch_xml(text))
            environment.compile(document.patch_xml(text))
        except (TemplateSyntaxError, RecursionError) as error:
            fault = re.sub(r"<[^>]*>", "", getattr(error, "message", None) or type(error).__name__)
            wrong = _wrong_mark(environment, text)
            said = {"fault": f"{wrong} ({fault})" if wrong else fault}
            problems.append(Problem("report.template_syntax", place_of(name, part), arguments=said))
            continue
        if _depth(tree, nodes.For) > MOST_LOOPS + 1:
            said = {"fault": f"for … for … ({MOST_LOOPS + 1})"}
            problems.append(Problem("report.template_syntax", place_of(name, part), arguments=said))
        names.look(tree, part)
    problems += names.problems
    if not problems and not names.used:
        problems.append(Problem("report.template_empty", Place(name)))
    if problems:
        raise AssessmentError(problems)
    return names.used


def _wrong_mark(environment: Any, text: str) -> str:
    """The first field of a part that cannot be read by itself; "" where it is a loop or a question that is wrong."""
    from jinja2 import TemplateSyntaxError

    for mark in _MARKS.findall(re.sub(r"<[^>]*>", "", text)):
        try:
            environment.parse(mark)
        except (TemplateSyntaxError, RecursionError):
            return mark if len(mark) <= _LONGEST_MARK else f"{mark[:_LONGEST_MARK]}..."
    return ""


def _parts(document: Any) -> list[tuple[str, str]]:
    """The parts of a document in which fields may stand: its text, and the heads and feet of its pages."""
    found = [("", document.get_xml())]
    for word, kind in (("header", document.HEADER_URI), ("footer", document.FOOTER_URI)):
        found += [(word, document.get_part_xml(part)) for _, part in document.get_headers_footers(kind)]
    return found


def _depth(node: Any, kind: type) -> int:
    """How many loops stand within each other."""
    deepest = max((_depth(each, kind) for each in node.iter_child_nodes()), default=0)
    return deepest + isinstance(node, kind)


def _add_notices(document: Any) -> None:
    """Put what every output repeats at the head of a document whose template leaves it out."""
    first = document.docx.element.body[0] if len(document.docx.element.body) else None
    for text in ("{%p for n in notices %}", "{{ n }}", "{%p endfor %}"):
        paragraph = document.docx.add_paragraph(text)
        if first is not None:
            first.addprevious(paragraph._p)
