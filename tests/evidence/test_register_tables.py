"""The tables of the page about registers are what their generator makes; the page itself is run as all pages are."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import cchc_index
from cchc_index.evidence.documents import Documents
from cchc_index.evidence.initiatives.register import Initiatives
from cchc_index.evidence.raw import TableFile
from tests.conftest import ROOT
from tests.evidence.tables import built

EXAMPLE = ROOT / "docs" / "examples" / "registers-2021"
SET = """
id: a
edition: 2021
title: A
source: {status: illustrative}
rounding: {points: 2, index: 2}
criteria:
  - {code: "1.1", title: Văn bản, max_points: 9, rule: {cao_bang.legal_documents: {commented: 55, none_arose: full}}}
  - {code: "1.2", title: Sáng kiến, max_points: 2, rule: {cao_bang.initiatives: {each: 0.25, extra: 0.25}}}
"""
CYCLE = """
id: x-2021
title: X
data: synthetic
assessments:
  - {criteria: set.yaml, stage: final, files: []}
evidence:
  - builder: {documents: {period: 2021, unlisted: zero}}
    files: [documents.csv]
    feeds: {1.1: [commented, asked, self_checked, planned]}
  - builder: {initiatives: {unlisted: zero}}
    files: [initiatives.csv]
    feeds: {1.2: [recognised, awarded]}
"""


def test_the_tables_are_what_the_generator_makes() -> None:
    """To the byte."""
    script = EXAMPLE / "generate.py"
    done = subprocess.run([sys.executable, str(script), "--check"], capture_output=True, text=True)
    assert (done.returncode, done.stderr) == (0, "")


def test_they_feed_the_leaves_of_a_cycle(tmp_path: Path) -> None:
    """From plain tables to the fields that rules read: what a leaf shows is what was counted."""
    for path in EXAMPLE.glob("*.csv"):
        shutil.copy(path, tmp_path)
    (tmp_path / "set.yaml").write_text(SET, encoding="utf-8")
    (tmp_path / "cycle.yaml").write_text(CYCLE, encoding="utf-8")
    result = cchc_index.open_cycle(tmp_path).score().results[0]
    units = tuple(card.unit.id for card in result)
    documents = built(Documents(period="2021", unlisted="zero"), TableFile.of(EXAMPLE / "documents.csv"), units=units)
    initiatives = built(Initiatives(unlisted="zero"), TableFile.of(EXAMPLE / "initiatives.csv"), units=units)
    assert len(units) == 30
    for card in result:
        first, second = (node.reason for node in card.explain("en").nodes[-2:])
        counts = documents.of(card.unit.id)
        assert f"commented {counts['commented']} / {counts['asked']} x 55 %" in first
        assert f"self-checked {counts['self_checked']} / {counts['planned']} x 45 %" in first
        counts = initiatives.of(card.unit.id)
        assert second.startswith(f"{counts['recognised']} initiatives, {counts['awarded']} awarded")
