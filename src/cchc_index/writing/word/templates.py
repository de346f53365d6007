"""The library's own templates: the annex of a decision and the yearly review, in Vietnamese and English."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, Literal

from cchc_index.messages import phrase
from cchc_index.writing.word.paper import TALL, WIDE, Paper

if TYPE_CHECKING:
    from cchc_index.problems.problem import Language

Kind = Literal["annex", "review"]
_RANK_WIDTHS: Final = (15, 58, 21, 21, 22, 28)
_UNIT_CELLS: Final = ("rank", "name", "points", "max_points", "index", "band")


def own_template(kind: Kind, language: Language) -> bytes:
    """A template of the library, as a file that may be changed and named instead of it.

    Raises:
        MissingExtraError: docxtpl is not installed (the extra `office`).
    """
    return _annex(language) if kind == "annex" else _review(language)


class _Template(Paper):
    """Paper with the words of a language."""

    def __init__(self, language: Language) -> None:
        super().__init__()
        self.language: Language = language

    def word(self, key: str) -> str:
        return phrase(f"word.{key}", self.language)

    def head(self, key: str) -> list[str]:
        return self.word(key).split("|")

    def notices(self) -> None:
        """What every output repeats: what the data are, where the sets come from, what is provisional."""
        self.mark("for n in notices")
        self.line("{{ n }}", italic=True, align="left", size=11)
        self.mark("endfor")
        self.mark("if provisional")
        self.line("{{ provisional }}", bold=True, align="center")
        self.mark("endif")

    def ranking(self) -> None:
        """Each set with its groups: units by rank."""
        self.mark("for s in sets")
        self.line(self.word("set"), bold=True, keep=True)
        self.mark("for g in s.groups")
        self.line(self.word("group"), italic=True, keep=True)
        cells = [f"{{{{ u.{name} }}}}" for name in _UNIT_CELLS]
        self.table(self.head("rank_head"), "u in g.rows", cells, _RANK_WIDTHS, left=(1,))
        self.mark("endfor")
        self.mark("endfor")

    def area_tables(self) -> None:
        """Each unit's component indices, in as many tables as areas need."""
        self.mark("for s in sets")
        self.line("{{ s.title }} ({{ s.name }})", bold=True, keep=True)
        self.mark("for g in s.groups")
        self.line(self.word("group_alone"), italic=True, keep=True)
        self.mark("for t in g.area_tables")
        spread = ("a in t.areas", "{{ a.code }}. {{ a.title }}", "i in u.indices")
        cells = ("{{ u.rank }}", "{{ u.name }}")
        self.table(self.head("area_head"), "u in t.rows", cells, (17, 46, (WIDE - 63) // 3), left=(1,), spread=spread)
        self.mark("endfor")
        self.mark("endfor")
        self.mark("endfor")

    def notes(self) -> None:
        """What to know of each set's results."""
        self.mark("for s in sets")
        self.mark("if s.notes")
        self.line(f"{self.word('notes')} ({{{{ s.name }}}})", bold=True, size=11, keep=True)
        self.mark("for n in s.notes")
        self.line("{{ n }}", size=11)
        self.mark("endfor")
        self.mark("endif")
        self.mark("endfor")

    def areas(self) -> None:
        """The mean of each area, beside the year before where there is one."""
        self.mark("for s in sets")
        self.line(self.word("areas_text"), indent=10, keep=True)
        names = ("code", "title", "max_points", "index", "before", "change")
        cells = [f"{{{{ a.{name} }}}}" for name in names]
        self.mark("if previous.given")
        self.table(self.head("areas_head"), "a in s.areas", cells, (15, 60, 22, 23, 23, 22), left=(1,))
        self.mark("else")
        self.table(self.head("areas_head_alone"), "a in s.areas", cells[:4], (15, 90, 25, 35), left=(1,))
        self.mark("endif")
        self.mark("endfor")

    def none_given(self, of: str) -> None:
        """That there are no figures, where there are none."""
        self.mark(f"if not {of}")
        self.line(self.word("none_given"), indent=10)
        self.mark("endif")


def _annex(language: Language) -> bytes:
    paper = _Template(language)
    paper.line(paper.word("annex"), bold=True, align="center")
    paper.line(paper.word("annex_title"), bold=True, align="center")
    paper.line("{{ title }}", bold=True, align="center")
    paper.line(paper.word("annex_of"), italic=True, align="center")
    paper.rule()
    paper.notices()
    paper.heading(paper.word("annex_ranking"), 1)
    paper.line(paper.word("general_text"), indent=10)
    paper.ranking()
    paper.notes()
    paper.line(paper.word("made_by"), italic=True, align="left", size=10)
    paper.wide()
    paper.heading(paper.word("annex_areas"), 1)
    paper.area_tables()
    return paper.made(f"{paper.word('annex')} {paper.word('annex_title')}")


def _review(language: Language) -> bytes:
    paper = _Template(language)
    _head(paper)
    _index(paper)
    _figures(paper)
    _council(paper)
    paper.heading(paper.word("part_tasks"), 1)
    paper.mark("for t in tasks")
    paper.heading("{{ loop.index }}. {{ t }}", 2)
    for _ in range(2):
        paper.line(paper.word("blank"))
    paper.mark("endfor")
    paper.heading(paper.word("proposals"), 2)
    paper.line(paper.word("blank"))
    paper.line("")
    sides = [[(text, False) for text in paper.word(key).split("\n")] for key in ("receivers", "signer")]
    paper.columns(sides[0], sides[1], (75, 90), align="left")
    paper.line(paper.word("made_by"), italic=True, align="left", size=10)
    return paper.made(f"{paper.word('review')} {paper.word('review_title')}")


def _head(paper: _Template) -> None:
    left = [(paper.word("agency_above"), False), (paper.word("agency"), True), (paper.word("number"), False)]
    right = [(paper.word("country"), True), (paper.word("motto"), True), (paper.word("place"), False)]
    paper.columns(left, right, (65, TALL - 65))
    paper.line("")
    paper.line(paper.word("review"), bold=True, align="center", size=14)
    paper.line(paper.word("review_title"), bold=True, align="center", size=14)
    paper.line("{{ title }}", bold=True, align="center", size=14)
    paper.rule()
    paper.notices()


def _index(paper: _Template) -> None:
    """Part I: standings, areas, the year before, lost points."""
    paper.heading(paper.word("part_index"), 1)
    paper.heading(paper.word("general"), 2)
    paper.line(paper.word("general_text"), indent=10)
    paper.heading(paper.word("ranking"), 2)
    paper.ranking()
    paper.heading(paper.word("leaders"), 2)
    paper.mark("for s in sets")
    paper.mark("for g in s.groups")
    paper.mark("if g.leading")
    paper.line(paper.word("leading"), indent=10)
    paper.mark("else")
    paper.line(paper.word("nobody_ranked"), indent=10)
    paper.mark("endif")
    paper.mark("endfor")
    paper.mark("endfor")
    paper.heading(paper.word("areas"), 2)
    paper.areas()
    paper.heading(paper.word("before"), 2)
    _before(paper)
    paper.heading(paper.word("lost"), 2)
    paper.mark("for s in sets")
    paper.line(paper.word("lost_text"), indent=10, keep=True)
    paper.mark("if s.lost")
    names = ("code", "title", "points", "attainable", "units", "responsible")
    cells = [f"{{{{ l.{name} }}}}" for name in names]
    paper.table(paper.head("lost_head"), "l in s.lost", cells, (14, 46, 19, 19, 15, 52), left=(1, 5))
    paper.mark("else")
    paper.line(paper.word("nothing_lost"), indent=10)
    paper.mark("endif")
    paper.mark("endfor")
    paper.notes()


def _before(paper: _Template) -> None:
    paper.mark("if previous.given")
    paper.line(paper.word("before_text"), indent=10, keep=True)
    names = ("name", "before", "after", "change", "own_values", "rank_before", "rank_after")
    cells = [f"{{{{ u.{name} }}}}" for name in names]
    paper.table(paper.head("years_head"), "u in previous.rows", cells, (51, 19, 19, 19, 23, 17, 17), left=(0,))
    paper.mark("if previous.improved")
    paper.line(paper.word("improved"), indent=10)
    paper.mark("else")
    paper.line(paper.word("nobody_improved"), indent=10)
    paper.mark("endif")
    paper.mark("if previous.notes")
    paper.line(paper.word("before_notes"), indent=10, keep=True)
    paper.mark("for n in previous.notes")
    paper.line("- {{ n }}", indent=10)
    paper.mark("endfor")
    paper.mark("endif")
    paper.mark("elif previous.refused")
    paper.line(paper.word("before_refused"), indent=10)
    paper.mark("else")
    paper.line(paper.word("before_none"), indent=10)
    paper.mark("endif")


def _figures(paper: _Template) -> None:
    """Part II: what was counted from records."""
    paper.heading(paper.word("part_figures"), 1)
    paper.heading(paper.word("dossiers"), 2)
    paper.none_given("dossiers")
    paper.mark("for d in dossiers")
    paper.line(paper.word("dossiers_text"), indent=10)
    paper.mark("if d.figures.in_time_of_settled or d.figures.in_time_of_received")
    paper.line(paper.word("rates_text"), indent=10)
    paper.mark("endif")
    paper.mark("if d.figures.in_process")
    paper.line(paper.word("backlog_text"), indent=10)
    paper.mark("endif")
    counts = ("received", "settled", "in_time", "late", "in_process", "in_time_of_settled", "in_time_of_received")
    cells = ["{{ u.name }}", *(f"{{{{ u.figures.{name} }}}}" for name in counts)]
    paper.table(paper.head("dossiers_head"), "u in d.rows", cells, (45, 18, 18, 18, 15, 15, 18, 18), left=(0,))
    _source(paper)
    paper.mark("endfor")
    for kind in ("documents", "surveys", "initiatives"):
        paper.heading(paper.word(kind), 2)
        if kind == "surveys":
            _surveys(paper)
            continue
        paper.none_given("documents" if kind == "documents" else "initiatives and not commendations")
        for name in ("documents",) if kind == "documents" else ("initiatives", "commendations"):
            paper.mark(f"for d in {name}")
            paper.line(paper.word(f"{name}_text"), indent=10)
            _source(paper)
            paper.mark("endfor")
    paper.mark("if others")
    paper.heading(paper.word("other_figures"), 2)
    paper.mark("for d in others")
    paper.line(paper.word("other_text"), indent=10, keep=True)
    paper.mark("if d.listed")
    paper.table(paper.head("other_head"), "f in d.listed", ("{{ f.title }}", "{{ f.value }}"), (120, 45), left=(0,))
    paper.mark("endif")
    cells = [f"{{{{ f.{name} }}}}" for name in ("name", "title", "value")]
    paper.table(paper.head("each_head"), "f in d.each", cells, (60, 75, 30), left=(0, 1))
    _source(paper)
    paper.mark("endfor")
    paper.mark("endif")


def _source(paper: _Template) -> None:
    paper.line(paper.word("counted_from"), italic=True, size=11, indent=10)


def _surveys(paper: _Template) -> None:
    paper.none_given("surveys")
    paper.mark("for d in surveys")
    paper.mark("if d.respondents")
    paper.line(paper.word("surveys_text"), indent=10)
    paper.mark("endif")
    cells = [f"{{{{ u.{name} }}}}" for name in ("name", "respondents", "sent", "response_rate")]
    paper.table(paper.head("answered_head"), "u in d.rows", cells, (75, 30, 30, 30), left=(0,))
    paper.mark("if d.intervals")
    paper.line(paper.word("intervals_text"), indent=10, keep=True)
    names = ("name", "title", "value", "low", "high", "respondents", "level")
    cells = [f"{{{{ i.{name} }}}}" for name in names]
    paper.table(paper.head("intervals_head"), "i in d.intervals", cells, (40, 45, 16, 16, 16, 16, 16), left=(0, 1))
    paper.mark("endif")
    _source(paper)
    paper.mark("endfor")


def _council(paper: _Template) -> None:
    """Part III: adjustments and objections."""
    paper.heading(paper.word("part_council"), 1)
    paper.heading(paper.word("adjusted"), 2)
    paper.mark("if adjustments")
    cells: tuple[str, ...] = (
        "{{ a.name }}",
        "{{ a.code }}. {{ a.title }}",
        "{{ a.what }}",
        "{{ a.reason }}",
        "{{ a.by }}",
    )
    paper.table(paper.head("adjusted_head"), "a in adjustments", cells, (32, 40, 25, 40, 28), left=(0, 1, 3))
    paper.mark("else")
    paper.line(paper.word("adjusted_none"), indent=10)
    paper.mark("endif")
    paper.heading(paper.word("objected"), 2)
    paper.mark("if objections")
    paper.line(paper.word("objected_text"), indent=10, keep=True)
    cells = (
        "{{ o.id }}",
        "{{ o.name }}",
        "{{ o.code }}. {{ o.title }}",
        "{{ o.reason }}",
        "{{ o.answer }}",
        "{{ o.state }}",
    )
    paper.table(paper.head("objected_head"), "o in objections", cells, (14, 30, 36, 36, 27, 22), left=(1, 2, 3, 4))
    paper.mark("else")
    paper.line(paper.word("objected_none"), indent=10)
    paper.mark("endif")
