"""A sheet of paper as Vietnamese offices lay it out: what the library's own templates are made with.

A4, Times New Roman, margins, page numbers and the two columns of the head as Decree 30/2020/NĐ-CP has them; agency,
number and date are left as dots.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, Final

from cchc_index.problems.errors import MissingExtraError

if TYPE_CHECKING:
    from docx.section import Section
    from docx.table import _Cell
    from docx.text.paragraph import Paragraph

FONT: Final = "Times New Roman"
BODY, SMALL = 13, 11  #: sizes in points: of the text, and of tables
LEAST = 9  #: of the titles of areas, which head narrow columns
#: in millimetres: paper, and margins at the top, bottom, left and right
_PAGE: Final = (210, 297)
_MARGINS: Final = (20, 20, 30, 15)
_WIDE_MARGINS: Final = (20, 20, 20, 15)
_DATE: Final = (1980, 1, 1, 0, 0, 0)  #: of all parts of a package: the first that one can have
TALL, WIDE = 165, 262  #: width between the margins, of a tall page and of a wide one


class Paper:
    """A template while it is made, from the top to the bottom."""

    def __init__(self) -> None:
        """Begin with an empty tall page.

        Raises:
            MissingExtraError: python-docx is not installed (the extra `office`).
        """
        try:
            import docx
        except ImportError as error:
            raise MissingExtraError("office", "docxtpl") from error
        self.document = docx.Document()
        self._style()
        section = self.document.sections[0]
        _measure(section, _PAGE, _MARGINS)
        section.different_first_page_header_footer = True
        self._number(section)

    def _style(self) -> None:
        from docx.enum.text import WD_LINE_SPACING
        from docx.oxml.ns import qn
        from docx.shared import Pt

        style: Any = self.document.styles["Normal"]
        style.font.name, style.font.size = FONT, Pt(BODY)
        for kind in ("w:ascii", "w:hAnsi", "w:eastAsia", "w:cs"):
            style.element.rPr.rFonts.set(qn(kind), FONT)
        style.paragraph_format.space_after = Pt(4)
        style.paragraph_format.line_spacing_rule = WD_LINE_SPACING.SINGLE

    def _number(self, section: Section) -> None:
        """The page's number in the middle of the head, but on the first page."""
        from docx.oxml import parse_xml
        from docx.oxml.ns import nsdecls

        paragraph = section.header.paragraphs[0]
        _align(paragraph, "center")
        field = f'<w:fldSimple {nsdecls("w")} w:instr="PAGE"><w:r><w:t>2</w:t></w:r></w:fldSimple>'
        paragraph._p.append(parse_xml(field))

    def wide(self) -> None:
        """Go on on a wide page."""
        from docx.enum.section import WD_ORIENT, WD_SECTION

        section = self.document.add_section(WD_SECTION.NEW_PAGE)
        section.orientation = WD_ORIENT.LANDSCAPE
        section.different_first_page_header_footer = False
        _measure(section, (_PAGE[1], _PAGE[0]), _WIDE_MARGINS)

    def tall(self) -> None:
        """Go on on a tall page again."""
        from docx.enum.section import WD_ORIENT, WD_SECTION

        section = self.document.add_section(WD_SECTION.NEW_PAGE)
        section.orientation = WD_ORIENT.PORTRAIT
        _measure(section, _PAGE, _MARGINS)

    def mark(self, said: str) -> None:
        """A mark of the template that leaves no paragraph: ``for g in s.groups``, ``endfor``."""
        self.document.add_paragraph(f"{{%p {said} %}}")

    def line(
        self,
        text: str,
        *,
        bold: bool = False,
        italic: bool = False,
        align: str = "justify",
        size: int = BODY,
        indent: int = 0,
        keep: bool = False,
    ) -> None:
        """A paragraph."""
        paragraph = self.document.add_paragraph()
        _write(paragraph, text, bold=bold, italic=italic, size=size)
        _align(paragraph, align)
        if indent:
            from docx.shared import Mm

            paragraph.paragraph_format.first_line_indent = Mm(indent)
        paragraph.paragraph_format.keep_with_next = keep

    def heading(self, text: str, level: int) -> None:
        """A heading that Word's outline shows, and that stays with what follows."""
        from docx.oxml import parse_xml
        from docx.oxml.ns import nsdecls
        from docx.shared import Pt

        paragraph = self.document.add_paragraph()
        _write(paragraph, text, bold=True, italic=level > 2)
        paragraph.paragraph_format.keep_with_next = True
        paragraph.paragraph_format.space_before = Pt(8 if level == 1 else 4)
        paragraph._p.get_or_add_pPr().append(parse_xml(f'<w:outlineLvl {nsdecls("w")} w:val="{level - 1}"/>'))

    def rule(self) -> None:
        """A short line beneath a title."""
        self.line("_______________", align="center", size=BODY - 3)

    def columns(
        self,
        left: Sequence[tuple[str, bool]],
        right: Sequence[tuple[str, bool]],
        widths: tuple[int, int],
        align: str = "center",
    ) -> None:
        """Two columns without lines: texts, each with whether it is bold; the right one stands in the middle."""
        table = self.document.add_table(1, 2)
        _fix(table, widths)
        _keep_whole(table.rows[0])
        for cell, lines, side in zip(table.rows[0].cells, (left, right), (align, "center"), strict=True):
            for number, (text, bold) in enumerate(lines):
                paragraph = cell.paragraphs[0] if not number else cell.add_paragraph()
                _write(paragraph, text, bold=bold, size=BODY - 1)
                _align(paragraph, side)
                paragraph.paragraph_format.space_after = 0

    def table(
        self,
        head: Sequence[str],
        loop: str,
        cells: Sequence[str],
        widths: Sequence[int],
        *,
        left: Sequence[int] = (),
        spread: tuple[str, str, str] | None = None,
    ) -> None:
        """A table with a row for each of a list, its head repeated on every page.

        Args:
            head: The head of each column.
            loop: What is gone through: ``u in g.rows``.
            cells: What each cell holds.
            widths: The width of each column in millimetres.
            left: The columns that begin on the left; all others stand in the middle.
            spread: Columns at the right end that are gone through as well: the loop of the head, its text, the loop
                of a row whose text is ``{{ i }}``; the last width is a third of what they have together.
        """
        more = 3 if spread else 0
        table = self.document.add_table(2 + 2, len(head) + more)
        table.style = "Table Grid"
        own = [*widths[: len(head)], *([widths[-1]] * more)]
        _fix(table, own)
        top, begin, row, end = table.rows
        begin.cells[0].paragraphs[0].add_run(f"{{%tr for {loop} %}}")
        end.cells[0].paragraphs[0].add_run("{%tr endfor %}")
        for place, (title, text) in enumerate(zip(head, cells, strict=True)):
            _cell(top.cells[place], title, bold=True, align="center")
            _cell(row.cells[place], text, align="left" if place in left else "center")
        if spread:
            marks = ((top, spread[0], spread[1], True), (row, spread[2], "{{ i }}", False))
            for which, said, text, bold in marks:
                for place, words in enumerate((f"{{%tc for {said} %}}", text, "{%tc endfor %}")):
                    size = LEAST if which is top else SMALL
                    _cell(which.cells[len(head) + place], words, bold=bold, align="center", size=size)
        _repeat(top)
        for each in (top, row):
            _keep_whole(each)
        self._gap()

    def _gap(self) -> None:
        """A little room beneath a table, without which two tables in a row would be one."""
        from docx.shared import Pt

        paragraph = self.document.add_paragraph()
        paragraph.paragraph_format.line_spacing = Pt(8)
        paragraph.paragraph_format.space_after = Pt(0)

    def made(self, title: str) -> bytes:
        """The template as a file; its properties say nothing of anybody."""
        import datetime

        core = self.document.core_properties
        core.title, core.author, core.last_modified_by, core.comments = title, "", "", ""
        core.created = core.modified = datetime.datetime(
            2020, 3, 5, tzinfo=datetime.UTC
        )  # the decree's own day: a date must stand there
        data = io.BytesIO()
        self.document.save(data)
        return same_bytes(data.getvalue())


def _measure(section: Section, page: tuple[int, int], margins: tuple[int, int, int, int]) -> None:
    from docx.shared import Mm

    section.page_width, section.page_height = Mm(page[0]), Mm(page[1])
    section.top_margin, section.bottom_margin = Mm(margins[0]), Mm(margins[1])
    section.left_margin, section.right_margin = Mm(margins[2]), Mm(margins[3])
    section.header_distance = Mm(10)


def _write(paragraph: Paragraph, text: str, *, bold: bool = False, italic: bool = False, size: int = BODY) -> None:
    from docx.shared import Pt

    run = paragraph.add_run(text)
    run.bold, run.italic = bold, italic
    run.font.size = Pt(size)


def _align(paragraph: Paragraph, align: str) -> None:
    from docx.enum.text import WD_ALIGN_PARAGRAPH

    paragraph.alignment = getattr(WD_ALIGN_PARAGRAPH, align.upper())


def _cell(cell: _Cell, text: str, *, bold: bool = False, align: str, size: int = SMALL) -> None:
    from docx.enum.table import WD_CELL_VERTICAL_ALIGNMENT

    paragraph = cell.paragraphs[0]
    _write(paragraph, text, bold=bold, size=size)
    _align(paragraph, align)
    paragraph.paragraph_format.space_after = 0
    cell.vertical_alignment = WD_CELL_VERTICAL_ALIGNMENT.CENTER


def _fix(table: Any, widths: Sequence[int]) -> None:
    """Columns of these widths, whatever stands in them."""
    from docx.enum.table import WD_TABLE_ALIGNMENT
    from docx.shared import Mm

    table.autofit = False
    table.alignment = WD_TABLE_ALIGNMENT.CENTER
    for column, width in zip(table.columns, widths, strict=True):
        column.width = Mm(width)
        for cell in column.cells:
            cell.width = Mm(width)


def _repeat(row: Any) -> None:
    """Put a row at the head of every page that the table goes on."""
    from docx.oxml import parse_xml
    from docx.oxml.ns import nsdecls

    row._tr.get_or_add_trPr().append(parse_xml(f"<w:tblHeader {nsdecls('w')}/>"))


def _keep_whole(row: Any) -> None:
    """Break no page within a row."""
    from docx.oxml import parse_xml
    from docx.oxml.ns import nsdecls

    row._tr.get_or_add_trPr().insert(0, parse_xml(f"<w:cantSplit {nsdecls('w')}/>"))


def same_bytes(data: bytes) -> bytes:
    """A package in which nothing depends on when or where it was made."""
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as read, zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as written:
        for entry in read.infolist():
            same = zipfile.ZipInfo(entry.filename, _DATE)
            same.compress_type, same.create_system, same.external_attr = zipfile.ZIP_DEFLATED, 0, 0
            written.writestr(same, read.read(entry))
    return made.getvalue()
