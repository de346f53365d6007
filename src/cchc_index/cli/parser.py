"""The command's verbs and options."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Mapping, Sequence
from typing import NoReturn

from cchc_index.problems.shown import shown

_HELP = {
    "description": (
        "Chấm điểm, xếp hạng, xếp loại chỉ số cải cách hành chính: chính xác, có giải thích.",
        "Score, rank and classify public administration reform indices: exact and explained.",
    ),
    "lang": ("ngôn ngữ: vi (mặc định) hoặc en", "language: vi (default) or en"),
    "demo": ("chạy một đợt mẫu và giải thích kết quả", "run a worked cycle and explain its result"),
    "score": ("chấm điểm một đợt hoặc một bảng", "score a cycle or a table"),
    "check": ("kiểm tra tệp; im lặng nếu không có lỗi", "check files; silent when nothing is wrong"),
    "explain": ("giải thích điểm của một đơn vị", "explain one unit's points"),
    "audit": (
        "đối chiếu kết quả đã công bố với chính nó và với số liệu",
        "hold what was published against itself and against what was reported",
    ),
    "audit_path": (
        "thư mục đợt đánh giá, hoặc bảng đã công bố kèm --criteria",
        "a cycle's folder, or a published table with --criteria",
    ),
    "selftest": ("thử bộ tiêu chí với giá trị biết trước kết quả", "try a criteria set with values of known points"),
    "init": ("bắt đầu một đợt: tạo thư mục, phiếu và hướng dẫn", "begin a cycle: make its folder, forms and guide"),
    "init_folder": ("thư mục của đợt", "the cycle's folder"),
    "init_criteria": (
        "bộ tiêu chí, cách nhau bằng dấu phẩy; nhiều bộ thì ghi BỘ=NHÓM",
        "criteria sets, separated by commas; SET=GROUP where there are several",
    ),
    "init_units": ("danh sách đơn vị, nếu đã có", "the register of units, if there is one"),
    "template": ("lập phiếu chấm điểm (Excel) để đơn vị điền", "write the workbook that a unit fills in"),
    "criteria-sheet": (
        "bộ tiêu chí thành bảng Excel để sửa, và bảng Excel thành YAML",
        "a criteria set as a worksheet to edit, and a worksheet as YAML",
    ),
    "sheet_file": ("bộ tiêu chí (mã-năm, YAML), hoặc bảng .xlsx", "a criteria set (id-edition, YAML), or a worksheet"),
    "sheet_output": ("tệp ghi ra", "the file to write"),
    "form_unit": ("đơn vị của phiếu", "the unit of the form"),
    "form_group": ("chỉ các đơn vị của nhóm này", "only units of this group"),
    "lost": ("chỉ liệt kê chỗ mất điểm, nhiều nhất trước", "only where points were lost, most first"),
    "form_criteria": (
        "bộ tiêu chí; hoặc thư mục của đợt, với --stage appraised",
        "a criteria set; or a cycle's folder, with --stage appraised",
    ),
    "form_units": ("danh sách đơn vị: mỗi đơn vị một phiếu", "the register of units: a form for each"),
    "form_stage": ("phiếu của ai: self, appraised, survey", "whose form: self, appraised, survey"),
    "form_output": ("tệp .xlsx, hoặc thư mục khi có --units", "an .xlsx file, or a folder with --units"),
    "sheet": ("trang tính cần đọc", "the sheet to read"),
    "formulas": (
        "công thức trong sổ tính: từ chối, hoặc nhận kết quả đã lưu và cảnh báo",
        "formulas in a workbook: refuse them, or take their stored results with a warning",
    ),
    "rates": (
        "per_cent: tỷ lệ lớn hơn 0 và không quá 1 đúng là phần trăm",
        "per_cent: rates above 0 and at most 1 are meant as per cent",
    ),
    "totals": ("bảng có dòng tổng, cần kiểm tra", "the table has rows of totals, to be checked"),
    "new-plugin": ("tạo một plugin của tỉnh từ mẫu", "make a province's own plugin from the smallest one"),
    "plugin_name": ("tên, ví dụ ha-giang", "its name, for example ha-giang"),
    "plugins": ("liệt kê các plugin đã cài", "list the plugins that are installed"),
    "path": ("thư mục đợt đánh giá, hoặc bảng số liệu kèm --criteria", "a cycle's folder, or a table with --criteria"),
    "criteria": (
        "bộ tiêu chí: mã-năm, plugin.mã-năm, hoặc tệp YAML",
        "a criteria set: id-edition, plugin.id-edition or a YAML file",
    ),
    "units": ("danh sách đơn vị (CSV)", "the register of units (CSV)"),
    "decimal": ("dấu thập phân của bảng", "the table's decimal mark"),
    "thousands": ("dấu nhóm ba chữ số của bảng", "the table's mark between groups of three digits"),
    "delimiter": ("dấu ngăn cách của bảng", "the table's delimiter"),
    "stage": ("giai đoạn, hoặc all", "a stage, or all"),
    "format": ("dạng kết quả", "format of the output"),
    "reasons": ("kèm tên và lý do của từng tiêu chí (json)", "with the title and reason of each node (json)"),
    "output": ("ghi ra tệp (.json, .csv)", "write a file (.json, .csv)"),
    "name": ("tên đợt mẫu", "name of a worked cycle"),
    "unit": ("mã đơn vị", "the unit's identifier"),
    "code": ("mã tiêu chí", "a criterion's code"),
    "files": ("tệp bộ tiêu chí, thư mục đợt, hoặc bảng", "criteria files, cycles' folders, or tables"),
}


class _Version(argparse.Action):
    """Print the version; reads the distribution's metadata only when asked."""

    def __call__(self, parser: argparse.ArgumentParser, *_: object) -> None:
        from importlib.metadata import version

        sys.stdout.write(f"cchc-index {version('cchc-index')}\n")
        parser.exit()


class _Parser(argparse.ArgumentParser):
    """A parser that repeats what was typed, a file's name perhaps, in a way that a terminal does not obey."""

    def error(self, message: str) -> NoReturn:
        super().error(shown(message))


def parse(arguments: Sequence[str]) -> argparse.Namespace:
    """The options of a command line; wrong usage ends the program with exit code 2."""
    return _parser(_language(arguments)).parse_args(_lang_first(arguments))


def _language(arguments: Sequence[str]) -> int:
    joined = " ".join(arguments)
    return 1 if "--lang en" in joined or "--lang=en" in joined else 0


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


def _parser(language: int) -> argparse.ArgumentParser:
    said = {key: texts[language] for key, texts in _HELP.items()}
    parser = _Parser(prog="cchc-index", description=said["description"], allow_abbrev=False)
    parser.add_argument("--version", action=_Version, nargs=0)
    parser.add_argument("--lang", choices=("vi", "en"), default="vi", help=said["lang"])
    verbs = parser.add_subparsers(
        dest="command",
        required=True,
        metavar="demo|init|score|check|explain|audit|template|criteria-sheet|selftest|new-plugin|plugins",
    )

    def verb(name: str) -> argparse.ArgumentParser:
        return verbs.add_parser(name, help=said[name], description=said[name], allow_abbrev=False)

    def table_options(sub: argparse.ArgumentParser) -> None:
        sub.add_argument("--criteria", help=said["criteria"])
        sub.add_argument("--units", help=said["units"])
        sub.add_argument("--decimal", choices=(".", ","), default=".", help=said["decimal"])
        sub.add_argument("--thousands", choices=("", ".", ",", " "), default="", help=said["thousands"])
        sub.add_argument("--delimiter", help=said["delimiter"])
        sub.add_argument("--sheet", default="", help=said["sheet"])
        sub.add_argument("--formulas", choices=("refuse", "cached"), default="refuse", help=said["formulas"])
        sub.add_argument("--rates", choices=("per_cent",), default="", help=said["rates"])
        sub.add_argument("--totals", action="store_true", help=said["totals"])

    demo = verb("demo")
    demo.add_argument("name", nargs="?", default="lai-chau-2021", help=said["name"])
    score = verb("score")
    score.add_argument("path", help=said["path"])
    score.add_argument("--stage", help=said["stage"])
    score.add_argument("--format", choices=("table", "json", "csv"), default="table", help=said["format"])
    score.add_argument("-o", "--output", help=said["output"])
    score.add_argument("--explain", action="store_true", help=said["reasons"])
    table_options(score)
    check = verb("check")
    check.add_argument("files", nargs="+", help=said["files"])
    check.add_argument("--stage", help=said["stage"])
    check.add_argument("--format", choices=("text", "json"), default="text", help=said["format"])
    table_options(check)
    explain = verb("explain")
    explain.add_argument("path", help=said["path"])
    explain.add_argument("unit", help=said["unit"])
    explain.add_argument("code", nargs="?", help=said["code"])
    explain.add_argument("--lost", action="store_true", help=said["lost"])
    explain.add_argument("--stage", help=said["stage"])
    explain.add_argument("--format", choices=("table", "json", "csv"), default="table", help=said["format"])
    table_options(explain)
    audit = verb("audit")
    audit.add_argument("path", help=said["audit_path"])
    audit.add_argument("--stage", help=said["stage"])
    audit.add_argument("--format", choices=("table", "json", "csv"), default="table", help=said["format"])
    table_options(audit)
    _office_verbs(verb, said)
    _author_verbs(verb, said)
    return parser


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
    template.add_argument("--stage", choices=("self", "appraised", "survey"), default="self", help=said["form_stage"])
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
