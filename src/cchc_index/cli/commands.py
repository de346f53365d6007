"""What each verb does: read, call the library, write."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path

from cchc_index.assessment.assessment import Assessment
from cchc_index.checks.auditing import audit, audit_table
from cchc_index.checks.selftest import selftest
from cchc_index.cli.demo import demo_lines
from cchc_index.cli.dossiers import count_files
from cchc_index.cli.explain import explain_units
from cchc_index.cli.log import log_command
from cchc_index.cli.options import (
    assessment_result,
    cycle_until,
    declared,
    language_of,
    lines_of,
    refuse_table,
    result_of,
    say_json,
    style_of,
)
from cchc_index.cli.output import inputs_of, output_kind
from cchc_index.cli.plan import compare_units, plan_unit
from cchc_index.cli.printing import complain, say
from cchc_index.cli.reporting import report_cycle
from cchc_index.cli.review import review_cycle
from cchc_index.cli.verify import verify_result
from cchc_index.cli.years import compare, diff
from cchc_index.cycles.correcting import correct
from cchc_index.cycles.cycle import open_cycle
from cchc_index.cycles.cycle_result import CycleResult
from cchc_index.cycles.folder import CYCLE_FILE
from cchc_index.messages import guide, phrase
from cchc_index.notation.yaml_text import criteria_yaml
from cchc_index.office.annex.opening import read_annex
from cchc_index.office.claims import claims_of
from cchc_index.office.cycle_folder import ChosenSet, cycle_folder
from cchc_index.office.form import FORM_STAGES, form_workbook
from cchc_index.office.form_names import chosen, form_names
from cchc_index.office.worksheets.sheet_reading import read_criteria_sheet
from cchc_index.office.worksheets.writing import criteria_sheet, written_sheet
from cchc_index.problems.errors import (
    AssessmentError,
    CchcError,
    PluginError,
    UsageError,
    WritingError,
)
from cchc_index.problems.problem import Place, Problem
from cchc_index.problems.receipts import Receipt
from cchc_index.problems.shown import shown
from cchc_index.reading.register import read_register
from cchc_index.reading.sources import WORKBOOKS, is_folder, is_there
from cchc_index.reading.yaml.criteria_file import criteria_content, load_criteria, shipped_criteria
from cchc_index.registry.registry import Registry
from cchc_index.results.warnings import awaiting_of
from cchc_index.testing.new_plugin import write_plugin
from cchc_index.values.units import Register, Unit
from cchc_index.writing.files import refuse_target, write_folder, write_whole
from cchc_index.writing.formats import audit_csv, result_csv, result_json, selftest_csv
from cchc_index.writing.result_files import RESULT_FILES
from cchc_index.writing.table import BOLD, fitted, wrapped
from cchc_index.writing.text import (
    audit_lines,
    awaiting_words,
    provenance_lines,
    result_lines,
    selftest_lines,
)


def _score(options: Namespace) -> int:
    kind = output_kind(options, {ending: ending.removeprefix(".") for ending in RESULT_FILES})
    if not kind:
        return 2
    if options.explain and kind != "json":
        complain(Problem("cli.explain").text(language_of(options)))
        return 2
    if (options.replaces and kind == "csv") or ((options.reason or options.by) and not options.replaces):
        complain(Problem("cli.replaces").text(language_of(options)))
        return 2
    result = result_of(options)
    if options.replaces is not None:
        result = correct(options.replaces, result, reason=options.reason, by=options.by)
    if not options.output:
        for piece in _formatted(result, options.format, options):
            say(piece, "text" if options.format == "table" else options.format)
        return 0
    if options.explain:
        data: Iterable[bytes] = (each.encode(errors="surrogateescape") for each in _formatted(result, kind, options))
    else:
        data = RESULT_FILES[f".{kind}"](result, language_of(options))
    write_whole(Path(options.output), data, read=inputs_of(options, result))
    return 0


def _formatted(result: CycleResult, kind: str, options: Namespace) -> Iterator[str]:
    """The result in pieces: a large one never stands in memory as text."""
    if kind == "json":
        return result_json(result, language_of(options) if options.explain else None)
    if kind == "csv":
        return result_csv(result)
    style = style_of()
    return (f"{line}\n" for line in fitted(result_lines(result, language_of(options), style), style))


def _check(options: Namespace) -> int:
    problems: list[Problem] = []
    misused: list[Problem] = []
    receipts: list[Receipt] = []
    provisional: list[Assessment] = []
    language = language_of(options)
    for name in options.files:
        try:
            came, read = _check_one(name, options)
            receipts += came
            provisional += [each for each in read if any(awaiting_of(each))]
        except PluginError:
            raise
        except CchcError as error:
            problems += [each for each in error.problems if each not in problems]  # of a set that two cycles share
            misused += error.problems if isinstance(error, UsageError) else ()
            receipts += error.receipts if isinstance(error, AssessmentError) else ()
    wrong_usage = all(problem in misused for problem in problems)  # and nothing was read that has problems
    if options.format == "json":
        said = {
            "problems": [problem.to_dict(language) for problem in problems],
            "received": [receipt.to_dict() for receipt in receipts],
        }
        late = [
            {"criteria": each.criteria.name, "stage": each.stage, "code": warning.code, **warning.particulars}
            for each in provisional
            for warning in awaiting_of(each)
        ]
        say_json({**said, "awaiting": late} if late else said)
        return 0 if not problems else 2 if wrong_usage else 1
    if problems and wrong_usage:
        raise UsageError(problems)
    if problems:
        raise AssessmentError(problems, receipts)
    for each in provisional:
        complain(f"{each.criteria.name}: {awaiting_words(each.criteria, awaiting_of(each), language)}")
    return 0


def _check_one(name: str, options: Namespace) -> tuple[tuple[Receipt, ...], tuple[Assessment, ...]]:
    """Check one file or folder; what came into its folders of forms, and what a cycle's last stage holds."""
    path = Path(name)
    if is_folder(path) and name in shipped_criteria():
        load_criteria(name)  # tells of the two
    if is_there(path / CYCLE_FILE) or path.name == CYCLE_FILE or (is_folder(path) and not options.criteria):
        cycle = open_cycle(name)
        return cycle.receipts, cycle.assessments() if cycle.stages else ()
    if path.suffix in (".yaml", ".yml"):
        load_criteria(name)
    elif options.criteria:
        assessment_result(name, options)
    else:
        raise UsageError(Problem("cli.kind", arguments={"path": name}))
    return (), ()


def _audit(options: Namespace) -> int:
    language, style = language_of(options), style_of()
    if options.criteria is not None:
        criteria = load_criteria(options.criteria)
        report = audit_table(options.path, criteria, options.units, **declared(options))
        heading = [phrase("audit.alone", language, criteria=criteria.name)]
    else:
        refuse_table(options)
        report = audit(cycle_until(options.path, options.stage), stage=options.stage)
        heading = list(provenance_lines(report.results, language, style))
    if options.format == "json":
        say_json(report.to_dict())
    elif options.format == "csv":
        say(audit_csv(report), "csv")
    else:
        say(lines_of([*heading, *audit_lines(report, language, style)], style))
    return 1 if report.findings else 0


def _selftest(options: Namespace) -> int:
    found = selftest(load_criteria(options.criteria), language_of(options))
    if options.format == "json":
        say_json(found.to_dict())
    elif options.format == "csv":
        say(selftest_csv(found), "csv")
    else:
        style = style_of()
        say(lines_of(selftest_lines(found, language_of(options), style), style))
    return 0 if found.passed else 1


def _new_plugin(options: Namespace) -> int:
    made = write_plugin(options.name, Path())
    say(phrase("plugins.made", language_of(options), folder=made.name, prefix=options.name.replace("-", "_")) + "\n")
    return 0


def _init(options: Namespace) -> int:
    folder = Path(options.folder)
    register = read_register(options.units) if options.units else None
    sets, copies = _chosen_sets(options.criteria.split(","), register)
    files = {**cycle_folder(folder.resolve().name, sets, register, language_of(options)), **copies}
    write_folder(folder, {inner: None if inner.endswith("/") else data for inner, data in files.items()})
    name = guide.NAMES[language_of(options)]
    say(phrase("init.made", language_of(options), folder=options.folder, guide=str(folder / name)) + "\n")
    return 0


def _chosen_sets(named: list[str], register: Register | None) -> tuple[tuple[ChosenSet, ...], dict[str, bytes]]:
    """The sets that are named, each with its group, and copies of those that are files of the user's own."""
    groups = sorted({unit.group for unit in register or ()})
    sets: list[ChosenSet] = []
    copies: dict[str, bytes] = {}
    problems: list[Problem] = []
    for text in named:
        name, _, group = text.strip().partition("=")
        criteria = load_criteria(name)
        if name.endswith((".yaml", ".yml")):
            copies[Path(name).name] = Path(name).read_bytes()
            name = Path(name).name
        if (len(named) > 1 and not group) or (group and register is not None and group not in groups):
            known = ", ".join(groups) or "-"
            problems.append(Problem("init.group", arguments={"name": name, "group": group, "known": known}))
        inner = f"{criteria.id}/" if len(named) > 1 else ""
        sets.append(ChosenSet(name, criteria, group, inner))
    if problems:
        raise AssessmentError(problems)
    return tuple(sets), copies


def _template_of_cycle(options: Namespace) -> int:
    """The council's forms of a cycle, with what its units reported in them."""
    cycle = open_cycle(options.criteria, until="self")
    language = language_of(options)
    folder = Path(options.output or f"{cycle.document.id}-{options.stage}")
    results = cycle.score("self").results if "self" in cycle.stages else ()
    between = [each for each in cycle.document.stages if each not in ("self", "final")]
    if options.stage not in between or not results:
        raise UsageError(Problem("usage.forms_of_cycle", arguments={"stage": options.stage}))
    files: dict[str, bytes] = {}
    for result in results:
        units = chosen(result.register, options.unit, options.group)
        inner = f"{result.criteria.name}/" if len(results) > 1 else ""
        for name, unit in form_names(units).items():
            claims = claims_of(result, unit, language)
            data = form_workbook(result.criteria, unit, stage="appraised", language=language, claims=claims)
            files[inner + name] = data
    write_folder(folder, files)
    return 0


def _template(options: Namespace) -> int:
    if is_there(Path(options.criteria) / CYCLE_FILE):
        return _template_of_cycle(options)
    if options.stage not in FORM_STAGES:
        raise UsageError(Problem("usage.form_stage", arguments={"stage": options.stage}))
    criteria = load_criteria(options.criteria)
    language = language_of(options)
    if options.units is None:
        output = Path(options.output or f"{criteria.name}.xlsx")
        made = {output: Unit(options.unit, "") if options.unit else None}
        folder, alone = output, False
    else:
        units = chosen(read_register(options.units), options.unit, options.group)
        folder = Path(options.output or f"{criteria.name}-{options.stage}")
        alone = options.unit is not None and folder.suffix.lower() == ".xlsx"
        made = {folder if alone else folder / name: unit for name, unit in form_names(units).items()}
    forms = {path: form_workbook(criteria, unit, stage=options.stage, language=language) for path, unit in made.items()}
    if options.units is not None and not alone:
        write_folder(folder, {path.name: data for path, data in forms.items()})
        return 0
    for path, data in forms.items():
        refuse_target(path)
        if path.exists():
            raise WritingError(Problem("cli.exists", Place(str(path))))
        if alone:
            path.parent.mkdir(parents=True, exist_ok=True)
        write_whole(path, data)
    return 0


def _typed(path: Path) -> str:
    """A path as it is typed into a command line of any system: in quotes where it has a blank."""
    return f'"{path}"' if " " in str(path) else str(path)


def _criteria_sheet(options: Namespace) -> int:
    path, language = Path(options.file), language_of(options)
    registry = Registry.discover()
    draft = read_annex(path, options.file, registry, language) if path.suffix.lower() in WORKBOOKS else None
    if draft is not None:
        output = Path(options.output or path.with_name(f"{path.stem}-nhap.xlsx"))
        data = written_sheet(draft.sheet, language, rules=tuple(registry.builtins.offer.rules))
    elif path.suffix.lower() in WORKBOOKS:
        criteria, content = read_criteria_sheet(path, options.file, registry)
        output = Path(options.output or path.with_suffix(".yaml"))
        data = criteria_yaml(content, phrase("worksheet.made", language, file=path.name)).encode()
    else:
        criteria = load_criteria(options.file, registry=registry)
        output = Path(options.output or f"{criteria.name}.xlsx")
        content = criteria_content(options.file, registry)
        data = criteria_sheet(content, language, rules=tuple(registry.builtins.offer.rules))
    refuse_target(output)
    if output.exists():
        raise WritingError(Problem("cli.exists", Place(str(output))))
    write_whole(output, data)
    if draft is not None:
        counts = {name: str(getattr(draft, name)) for name in ("criteria", "leaves", "read", "marks")}
        say(phrase("annex.written", language, path=str(output), typed=_typed(output), **counts) + "\n")
        return 0
    say(phrase("worksheet.written", language, criteria=criteria.name, path=str(output)) + "\n")
    return 0


def _plugins(options: Namespace) -> int:
    rows: list[dict[str, object]] = []
    registry = Registry.discover()
    for plugin in registry.plugins:
        try:
            offer: dict[str, list[str]] = {
                kind: [f"{plugin.name}.{name}" for name in sorted(getattr(plugin.offer, kind))]
                for kind in ("rules", "classifiers", "aggregations", "criteria")
            }
            rows.append(
                {"plugin": plugin.name, "distribution": plugin.distribution, "version": plugin.version, **offer}
            )
        except PluginError as error:
            fault = error.problems[0].text(language_of(options))
            rows.append(
                {"plugin": plugin.name, "distribution": plugin.distribution, "version": plugin.version, "fault": fault}
            )
    if options.format == "json":
        say_json(rows)
    elif not rows:
        say(phrase("plugins.none", language_of(options)) + "\n")
    else:
        say(lines_of((line for row in rows for line in _plugin_lines(row, options)), style_of()))
        for row in rows:
            if "fault" in row:
                complain(str(row["fault"]))
    for problem in registry.unreadable:
        complain(problem.text(language_of(options)))
    return 0


def _plugin_lines(row: Mapping[str, object], options: Namespace) -> Iterator[str]:
    """One plugin: its name, its distribution, and what it brings, a line for each kind."""
    language, style = language_of(options), style_of()
    yield style.paint(str(row["plugin"]), BOLD) + shown(f"  [{row['distribution']} {row['version']}]")
    if "fault" in row:
        yield "  " + phrase("plugins.broken", language)
    for kind in ("rules", "classifiers", "aggregations", "criteria"):
        names = row.get(kind)
        if isinstance(names, list) and names:
            words = f"{phrase(f'plugins.{kind}', language)}: {', '.join(names)}"
            yield from wrapped(words, style.width, "  ", later="    ")


def _demo(options: Namespace) -> int:
    say("".join(f"{line}\n" for line in demo_lines(options.name, language_of(options), style_of())))
    return 0


COMMANDS: dict[str, Callable[[Namespace], int]] = {
    "demo": _demo,
    "score": _score,
    "check": _check,
    "explain": explain_units,
    "audit": _audit,
    "review": review_cycle,
    "report": report_cycle,
    "compare": compare,
    "diff": diff,
    "plan": plan_unit,
    "compare-units": compare_units,
    "plugins": _plugins,
    "init": _init,
    "template": _template,
    "criteria-sheet": _criteria_sheet,
    "selftest": _selftest,
    "new-plugin": _new_plugin,
    "log": log_command,
    "verify": verify_result,
    "dossiers": count_files,
}
