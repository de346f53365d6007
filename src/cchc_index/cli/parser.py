"""The command's verbs and options."""

from __future__ import annotations

import argparse
import re
import sys
from collections.abc import Callable, Mapping, Sequence
from typing import Any, Final, NoReturn

from cchc_index.cli.help_texts import HELP, OWN_WORDS, WRONG_USAGE
from cchc_index.cli.language import LANGUAGES, VARIABLE, asked_for
from cchc_index.problems.shown import shown


class _Version(argparse.Action):
    """Print the version; reads the distribution's metadata only when asked."""

    def __call__(self, parser: argparse.ArgumentParser, *_: object) -> None:
        from importlib.metadata import version

        sys.stdout.write(f"cchc-index {version('cchc-index')}\n")
        parser.exit()


class _Parser(argparse.ArgumentParser):
    """A parser that speaks the reader's language, and repeats what was typed in a way that a terminal does not obey."""

    verbs: Sequence[str] = ()

    def __init__(self, *, language: int, **said: Any) -> None:
        """Take a place in pairs of texts: 0 is Vietnamese, 1 English; the rest is what argparse takes."""
        super().__init__(**said, add_help=False, formatter_class=_LAYOUT[language])
        self.language = language
        own = {key: texts[language] for key, texts in OWN_WORDS.items()}
        self._positionals.title, self._optionals.title = own["positionals"], own["options"]
        self.add_argument("-h", "--help", action="help", help=own["help"])

    def format_help(self) -> str:
        """The help, below a line for who reads English and has not said so."""
        return "\n\n".join(filter(None, (OWN_WORDS["other"][self.language], super().format_help())))

    def error(self, message: str) -> NoReturn:
        """End with what is wrong, beneath the usage; a command that is missing is one of all."""
        message = message.replace(f": {OWN_WORDS['verb'][self.language]}", f": {'|'.join(self.verbs)}")
        said = message if self.language else _in_vietnamese(message)
        self.print_usage(sys.stderr)
        self.exit(2, f"{self.prog}: {OWN_WORDS['error'][self.language]}: {shown(said)}\n")

    def own_usage(self) -> str:
        """The usage without the word before it."""
        return self.format_usage().removeprefix(f"{OWN_WORDS['usage'][self.language]}: ")


class _Layout(argparse.HelpFormatter):
    """Puts the reader's word for usage before it."""

    word = OWN_WORDS["usage"][0]

    def add_usage(self, usage: str | None, actions: Any, groups: Any, prefix: str | None = None) -> None:
        """As argparse, with that word."""
        super().add_usage(usage, actions, groups, f"{self.word}: " if prefix is None else prefix)


class _EnglishLayout(_Layout):
    """The same in English."""

    word = OWN_WORDS["usage"][1]


_LAYOUT: Final = (_Layout, _EnglishLayout)


def _in_vietnamese(message: str) -> str:
    """What argparse says is wrong, with the argument that it is about; as it stands where nobody has translated it."""
    named = re.fullmatch(r"argument (\S+): (.*)", message, re.DOTALL)
    about, said = (f"{named[1]}: ", named[2]) if named else ("", message)
    for pattern, words in WRONG_USAGE:
        if found := re.fullmatch(pattern, said, re.DOTALL):
            return about + words.format(*found.groups())
    return message


class _Verb(_Parser):
    """A verb's parser: what it is about may stand before, between and after its options, also where it is optional."""

    _takes_apart = False

    def parse_known_args(  # type: ignore[override]  # what argparse itself calls for a verb
        self, args: Sequence[str] | None = None, namespace: argparse.Namespace | None = None
    ) -> tuple[argparse.Namespace, list[str]]:
        """Options first, then what they leave; that is done by this method again, in two steps."""
        if self._takes_apart:
            return super().parse_known_args(args, namespace)
        self._takes_apart = True
        self.usage = self.own_usage()  # argparse would cut off as many letters as its own word for it has
        try:
            return self.parse_known_intermixed_args(args, namespace)
        finally:
            self._takes_apart = False


def parse(arguments: Sequence[str]) -> argparse.Namespace:
    """The options of a command line; wrong usage ends the program with exit code 2."""
    language = asked_for(arguments)
    parser = _parser(1 if language == "en" else 0)
    options = parser.parse_args(_lang_first(arguments))
    if options.lang is None:
        if language not in LANGUAGES:
            parser.error(f"argument {VARIABLE}: invalid choice: {language!r} (choose from {', '.join(LANGUAGES)})")
        options.lang = language
    return options


def _lang_first(arguments: Sequence[str]) -> list[str]:
    """The language may stand before or after the verb."""
    rest: list[str] = []
    chosen: list[str] = []
    waiting = list(arguments)
    while waiting:
        word = waiting.pop(0)
        if word == "--":
            rest += [word, *waiting]
            break
        if word == "--lang":
            chosen = [word, *waiting[:1]]
            waiting = waiting[1:]
        elif word.startswith("--lang="):
            chosen = [word]
        else:
            rest.append(word)
    return chosen + rest


def _parser(language: int) -> _Parser:
    said = {key: texts[language] for key, texts in HELP.items()}
    parser = _Parser(language=language, prog="cchc-index", description=said["description"], allow_abbrev=False)
    parser.add_argument("--version", action=_Version, nargs=0, help=said["version"])
    parser.add_argument("--lang", choices=LANGUAGES, help=said["lang"])
    verbs = parser.add_subparsers(
        dest="command",
        required=True,
        parser_class=_Verb,
    )

    def verb(name: str) -> argparse.ArgumentParser:
        return verbs.add_parser(name, language=language, help=said[name], description=said[name], allow_abbrev=False)

    _scoring_verbs(verb, said)
    for contest in (*_plan_verbs(verb, said), _verify_verb(verb, said)):
        _table_options(contest, said)
    _council_verbs(verb, said)
    _log_verb(verb, said)
    _office_verbs(verb, said)
    _author_verbs(verb, said)
    _year_verbs(verb, said)
    _dossiers_verb(verb, said)
    parser.verbs = tuple(verbs.choices)
    verbs.metavar = OWN_WORDS["verb"][language]
    return parser


def _scoring_verbs(verb: Callable[[str], argparse.ArgumentParser], said: Mapping[str, str]) -> None:
    """What scores, checks, explains and audits."""
    demo = verb("demo")
    demo.add_argument("name", nargs="?", default="lai-chau-2021", help=said["name"])
    score = verb("score")
    score.add_argument("path", help=said["path"])
    score.add_argument("--stage", help=said["stage"])
    score.add_argument("--format", choices=("table", "json", "csv"), default="table", help=said["format"])
    score.add_argument("-o", "--output", help=said["output"])
    score.add_argument("--explain", action="store_true", help=said["reasons"])
    score.add_argument("--replaces", help=said["replaces"])
    score.add_argument("--reason", default="", help=said["replaces_reason"])
    score.add_argument("--by", default="", help=said["replaces_by"])
    _table_options(score, said)
    check = verb("check")
    check.add_argument("files", nargs="+", help=said["files"])
    check.add_argument("--stage", help=said["stage"])
    check.add_argument("--format", choices=("text", "json"), default="text", help=said["format"])
    _table_options(check, said)
    explain = verb("explain")
    explain.add_argument("path", help=said["path"])
    explain.add_argument("unit", nargs="?", help=said["unit"])
    explain.add_argument("code", nargs="?", help=said["code"])
    explain.add_argument("--lost", action="store_true", help=said["lost"])
    explain.add_argument("--stage", help=said["stage"])
    explain.add_argument("--format", choices=("table", "json", "csv", "html"), default="table", help=said["format"])
    explain.add_argument("-o", "--output", help=said["explain_output"])
    _table_options(explain, said)
    audit = verb("audit")
    audit.add_argument("path", help=said["audit_path"])
    audit.add_argument("--stage", help=said["stage"])
    audit.add_argument("--format", choices=("table", "json", "csv"), default="table", help=said["format"])
    _table_options(audit, said)


def _table_options(sub: argparse.ArgumentParser, said: Mapping[str, str]) -> None:
    """How a table alone, without a cycle, is to be read."""
    sub.add_argument("--criteria", help=said["criteria"])
    sub.add_argument("--units", help=said["units"])
    sub.add_argument("--decimal", choices=(".", ","), default=".", metavar="MARK", help=said["decimal"])
    sub.add_argument("--thousands", choices=("", ".", ",", " "), default="", metavar="MARK", help=said["thousands"])
    sub.add_argument("--delimiter", help=said["delimiter"])
    sub.add_argument("--sheet", default="", help=said["sheet"])
    sub.add_argument("--formulas", choices=("refuse", "cached"), default="refuse", help=said["formulas"])
    sub.add_argument("--rates", choices=("per_cent",), default="", help=said["rates"])
    sub.add_argument("--totals", action="store_true", help=said["totals"])


def _form(sub: argparse.ArgumentParser, said: Mapping[str, str]) -> None:
    """In what form a verb says what it found, and into which file."""
    sub.add_argument("--format", choices=("table", "json", "csv"), default="table", help=said["format"])
    sub.add_argument("-o", "--output", help=said["text_output"])


def _plan_verbs(
    verb: Callable[[str], argparse.ArgumentParser], said: Mapping[str, str]
) -> tuple[argparse.ArgumentParser, ...]:
    """What would lift a unit, and why one is ahead of another."""
    plan, compare = verb("plan"), verb("compare-units")
    for sub in (plan, compare):
        sub.add_argument("path", help=said["path"])
        sub.add_argument("unit", help=said["unit"])
    compare.add_argument("other", help=said["unit"])
    plan.add_argument("--band", help=said["plan_band"])
    plan.add_argument("--most", type=int, choices=(1, 2, 3), default=3, help=said["plan_most"])
    plan.add_argument("--fewest", choices=("criteria", "points"), default="criteria", help=said["plan_fewest"])
    for sub in (plan, compare):
        sub.add_argument("--stage", help=said["stage"])
        _form(sub, said)
    return plan, compare


def _council_verbs(verb: Callable[[str], argparse.ArgumentParser], said: Mapping[str, str]) -> None:
    """What a council works with: the review of a cycle, and the report of the year."""
    review = verb("review")
    review.add_argument("path", help=said["review_path"])
    review.add_argument("--stage", help=said["review_stage"])
    _form(review, said)
    report = verb("report")
    report.add_argument("path", nargs="?", help=said["review_path"])
    report.add_argument("--stage", help=said["report_stage"])
    report.add_argument("--previous", metavar="PATH", help=said["report_previous"])
    report.add_argument("--annex", action="store_true", help=said["report_annex"])
    report.add_argument("--template", metavar="FILE", help=said["report_template"])
    report.add_argument("--make-template", metavar="FILE", help=said["report_make"])
    report.add_argument("--fields", action="store_true", help=said["report_fields"])
    report.add_argument("-o", "--output", help=said["report_output"])


def _log_verb(verb: Callable[[str], argparse.ArgumentParser], said: Mapping[str, str]) -> None:
    """The log of a cycle's steps."""
    log = verb("log")
    log.add_argument("path", help=said["log_path"])
    log.add_argument("--step", choices=("scored", "published", "corrected", "note"), help=said["log_step"])
    log.add_argument("--by", default="", help=said["log_by"])
    log.add_argument("--stage", help=said["log_stage"])
    log.add_argument("--date", help=said["log_date"])
    log.add_argument("--note", default="", help=said["log_note"])
    log.add_argument("--result", help=said["log_result"])
    log.add_argument("--format", choices=("table", "json"), default="table", help=said["format"])


def _office_verbs(verb: Callable[[str], argparse.ArgumentParser], said: Mapping[str, str]) -> None:
    """What an office works with: a new cycle's folder, and forms."""
    init = verb("init")
    init.add_argument("folder", help=said["init_folder"])
    init.add_argument("--criteria", required=True, help=said["init_criteria"])
    init.add_argument("--units", help=said["init_units"])
    sheet = verb("criteria-sheet")
    sheet.add_argument("file", help=said["sheet_file"])
    sheet.add_argument("-o", "--output", help=said["sheet_output"])
    template = verb("template")
    template.add_argument("criteria", help=said["form_criteria"])
    template.add_argument("--unit", help=said["form_unit"])
    template.add_argument("--group", help=said["form_group"])
    template.add_argument("--units", help=said["form_units"])
    template.add_argument("--stage", default="self", help=said["form_stage"])
    template.add_argument("-o", "--output", help=said["form_output"])


def _author_verbs(verb: Callable[[str], argparse.ArgumentParser], said: Mapping[str, str]) -> None:
    """What who writes sets and plugins works with."""
    selftest = verb("selftest")
    selftest.add_argument("criteria", help=said["criteria"])
    selftest.add_argument("--format", choices=("table", "json", "csv"), default="table", help=said["format"])
    new_plugin = verb("new-plugin")
    new_plugin.add_argument("name", help=said["plugin_name"])
    plugins = verb("plugins")
    plugins.add_argument("--format", choices=("table", "json"), default="table", help=said["format"])


def _verify_verb(verb: Callable[[str], argparse.ArgumentParser], said: Mapping[str, str]) -> argparse.ArgumentParser:
    """What holds a result against itself."""
    verify = verb("verify")
    verify.add_argument("result", help=said["verify_result"])
    verify.add_argument("path", nargs="?", help=said["path"])
    verify.add_argument("--replaced", help=said["replaced"])
    verify.add_argument("--format", choices=("text", "json"), default="text", help=said["format"])
    verify.add_argument("-o", "--output", help=said["verify_output"])
    return verify


def _year_verbs(verb: Callable[[str], argparse.ArgumentParser], said: Mapping[str, str]) -> None:
    """What sets years side by side."""
    compare = verb("compare")
    compare.add_argument("before", metavar="A", help=said["year_before"])
    compare.add_argument("after", metavar="B", help=said["year_after"])
    compare.add_argument("--stage", help=said["year_stage"])
    compare.add_argument("--succession", help=said["succession"])
    compare.add_argument("--mapping", help=said["mapping"])
    _form(compare, said)
    diff = verb("diff")
    diff.add_argument("before", metavar="A", help=said["set_before"])
    diff.add_argument("after", metavar="B", help=said["set_after"])
    _form(diff, said)


def _dossiers_verb(verb: Callable[[str], argparse.ArgumentParser], said: Mapping[str, str]) -> None:
    """What counts dossiers."""
    dossiers = verb("dossiers")
    dossiers.add_argument("files", nargs="+", help=said["dossier_files"])
    dossiers.add_argument("--units", help=said["units"])
    dossiers.add_argument("--by", default="", help=said["dossier_by"])
    dossiers.add_argument("--period", choices=("month", "quarter", "year"), default="month", help=said["period"])
    dossiers.add_argument("--as-of", help=said["as_of"])
    dossiers.add_argument("--allow", action="append", default=[], metavar="KIND", help=said["allow"])
    dossiers.add_argument("--dates", choices=("yyyy-mm-dd", "dd/mm/yyyy"), default="yyyy-mm-dd", help=said["dates"])
    for option in ("column", "status", "channel"):
        dossiers.add_argument(
            f"--{option}", action="append", default=[], metavar="NAME=VALUE", help=said[f"dossier_{option}"]
        )
    dossiers.add_argument("--days", help=said["days"])
    dossiers.add_argument("--holidays", help=said["holidays"])
    dossiers.add_argument("--memory", default="", help=said["memory"])
    dossiers.add_argument("--decimal", choices=(".", ","), default=".", metavar="MARK", help=said["decimal"])
    dossiers.add_argument(
        "--thousands", choices=("", ".", ",", " "), default="", metavar="MARK", help=said["thousands"]
    )
    dossiers.add_argument("--delimiter", default="", help=said["delimiter"])
    dossiers.add_argument("--sheet", default="", help=said["sheet"])
    dossiers.add_argument("--formulas", choices=("refuse", "cached"), default="refuse", help=said["formulas"])
    _form(dossiers, said)
