"""Every fault of the corpus ends in exit 1 with exactly the message beside it, in both languages."""

from __future__ import annotations

from pathlib import Path

import pytest

from cchc_index.cli import main
from tests.writing.word.reading import template

CORPUS = Path(__file__).parent
_TEMPLATES = [path.stem for path in sorted((CORPUS / "templates").glob("*.lines"))]


def _cases() -> list[tuple[str, str]]:
    criteria = [("criteria", path.stem) for path in sorted((CORPUS / "criteria").glob("*.yaml"))]
    tables = [("tables", path.stem) for path in sorted((CORPUS / "tables").glob("[!_]*.csv"))]
    cycles = [("cycles", path.name) for path in sorted((CORPUS / "cycles").iterdir()) if path.is_dir()]
    dossiers = [("dossiers", path.stem) for path in sorted((CORPUS / "dossiers").glob("[!_]*.csv"))]
    return criteria + tables + cycles + dossiers


def _arguments(kind: str, name: str) -> list[str]:
    if kind == "criteria":
        return ["check", f"{name}.yaml"]
    if kind == "cycles":
        return ["check", name]
    if kind == "dossiers":
        return ["dossiers", f"{name}.csv", "--units", "_units.csv", "--as-of", "2021-12-31", "--by", "period"]
    return ["check", f"{name}.csv", "--criteria", "_criteria.yaml", "--units", "_units.csv"]


@pytest.mark.parametrize("language", ["vi", "en"])
@pytest.mark.parametrize(("kind", "name"), _cases())
def test_a_fault_is_told_in_full(
    kind: str, name: str, language: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Exit 1, nothing on stdout, and the whole expected report on stderr."""
    monkeypatch.chdir(CORPUS / kind)
    expected = (CORPUS / kind / f"{name}.{language}.txt").read_text(encoding="utf-8")

    code = main(["--lang", language, *_arguments(kind, name)])

    told = capsys.readouterr()
    assert (code, told.out) == (1, "")
    assert expected == told.err.replace("\\", "/")


@pytest.mark.parametrize(("kind", "name"), [case for case in _cases() if case[0] != "criteria"])
def test_nothing_is_written_for_faulty_input(
    kind: str, name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """A score of faulty input leaves no output file and no temporary file behind."""
    monkeypatch.chdir(CORPUS / kind)
    verb = "dossiers" if kind == "dossiers" else "score"
    arguments = [verb, *_arguments(kind, name)[1:], "-o", str(tmp_path / "result.json")]

    assert main(arguments) == 1
    assert capsys.readouterr().err
    assert list(tmp_path.iterdir()) == []


def test_the_sound_table_of_the_corpus_has_no_fault(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """What the faulty tables were made from is accepted in silence, so that each fault is its file's own."""
    monkeypatch.chdir(CORPUS / "tables")

    assert main(_arguments("tables", "_sound")) == 0
    assert capsys.readouterr() == ("", "")


def test_every_expected_message_belongs_to_a_fault() -> None:
    """No expected message is left over from a fault that is gone."""
    named = [*_cases(), *(("templates", name) for name in _TEMPLATES)]
    expected = {f"{kind}/{name}.{language}.txt" for kind, name in named for language in ("vi", "en")}
    found = {path.relative_to(CORPUS).as_posix() for path in CORPUS.glob("*/*.txt")}

    assert expected == found


@pytest.mark.parametrize("language", ["vi", "en"])
@pytest.mark.parametrize("name", _TEMPLATES)
def test_a_fault_of_a_template_is_told_in_full(
    name: str, language: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Made of the lines in the corpus; nothing is written."""
    lines = (CORPUS / "templates" / f"{name}.lines").read_text(encoding="utf-8").splitlines()
    expected = (CORPUS / "templates" / f"{name}.{language}.txt").read_text(encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    template(Path(f"{name}.docx"), *lines)

    code = main(["--lang", language, "report", "lai-chau-2021", "--template", f"{name}.docx", "-o", "out.docx"])

    told = capsys.readouterr()
    assert (code, told.out, told.err) == (1, "", expected)
    assert not Path("out.docx").exists()
