"""Whatever is done to a log is found: changed, dropped, doubled, moved, cut, saved anew by an editor."""

from __future__ import annotations

import hashlib
import json
import random
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cchc_index.cycles.step_log import (
    LOG_FILE,
    STEPS,
    LogLine,
    LogStep,
    StepLog,
    chain_faults,
    hash_of,
    line_of,
    lines_of,
    log_in,
    log_of,
)

LINES = 100


def _said(number: int) -> dict[str, Any]:
    """What a step says; every fifth is a note, and texts hold what JSON escapes and letters of several bytes."""
    if number % 5 == 0:
        said: dict[str, Any] = {"step": "note", "stage": "", "digest": "", "inputs": {}}
    else:
        digest = hashlib.sha256(str(number).encode()).hexdigest()
        said = {
            "step": STEPS[number % 3],
            "stage": "final",
            "digest": digest,
            "inputs": {"a.csv": digest} if number % 10 == 1 else {},
        }
    return {**said, "by": 'Sở "A"' if number % 7 else "Đ", "date": "2021-12-31", "note": "\\n" * (number % 2)}


def _log(lines: int) -> StepLog:
    log = StepLog()
    for number in range(lines):
        log = StepLog((*log.steps, LogStep.following(log, **_said(number))))
    return log


LOG = _log(LINES)
DATA = LOG.text.encode()
WHOLE = DATA.splitlines(keepends=True)


def _told(data: bytes) -> list[tuple[str, int | None]]:
    found = log_of(data, "log.jsonl")
    assert isinstance(found, list), "a log that was changed is taken for whole"
    assert all(each.place and each.text("vi") != each.text("en") and each.cure("vi") for each in found)
    return [(each.key, each.place.line if each.place else None) for each in found]


def test_a_log_is_read_as_it_was_written() -> None:
    """Step by step; each line is what json writes with sorted keys and no spaces, and its hash can be made by hand."""
    read = log_of(DATA, "log.jsonl")
    assert isinstance(read, StepLog)
    assert read == LOG
    assert read.text.encode() == DATA
    previous = ""
    for number, line in enumerate(WHOLE, 1):
        plain = json.loads(line)
        own = plain.pop("hash")
        canonical = json.dumps(plain, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
        assert (plain["number"], plain["previous"]) == (number, previous)
        assert own == hashlib.sha256(canonical.encode()).hexdigest()
        previous = own
    assert LOG.head == previous


def test_every_change_of_a_single_byte_is_found() -> None:
    """At each place of a log of 100 lines, and told of the line where it is.

    Three other values stand for the 255: one with the last bit turned (another digit, letter or hexadecimal digit, so
    that most lines stay steps of a log), a line's end, and a byte that is in no UTF-8. That is enough, since it does
    not matter which byte it is: a line must be, letter by letter, the one way of writing what it says, so that another
    byte makes it no step, or a step that says something else; and of what it says and its hash one cannot change alone.
    The line that is touched is read anew, as `log_of` reads it, and held against the one before it and those after it
    up to the first fault.
    """
    lines = lines_of(DATA)
    for at, place in _places():
        touched = _from(at, place)
        for other in {touched[place] ^ 1, 0x0A, 0xFF} - {touched[place]}:
            assert _first_fault(lines, at, touched[:place] + bytes([other]) + touched[place + 1 :]) == at + 1


def test_a_byte_left_out_is_found() -> None:
    """Every byte of every fourth line."""
    lines = lines_of(DATA)
    for at, place in _places():
        if at % 4 == 0:
            touched = _from(at, place)
            assert _first_fault(lines, at, touched[:place] + touched[place + 1 :]) == at + 1


def _places() -> Iterator[tuple[int, int]]:
    return ((at, place) for at, line in enumerate(WHOLE) for place in range(len(line)))


def _from(at: int, place: int) -> bytes:
    """The line; with the next where its end is touched, since that is one line then."""
    return WHOLE[at] + (WHOLE[at + 1] if place == len(WHOLE[at]) - 1 and at + 1 < LINES else b"")


def _first_fault(lines: list[LogLine], at: int, touched: bytes) -> int:
    """The line of the first fault of a log of which a line, or two that became one, are now these bytes."""
    width = 2 if len(touched) > len(WHOLE[at]) else 1
    before = LOG.steps[at - 1] if at else None  # the lines up to it are those of the whole log, which has no fault
    return next(chain_faults([*lines_of(touched), *lines[at + width :]], before))[0]


@settings(max_examples=60)
@given(st.integers(0, len(DATA) - 1), st.integers(0, 255), st.integers(0, 1))
def test_the_whole_file_says_the_same(place: int, other: int, kept: int) -> None:
    """Of any byte at any place, instead of the one there or before it: the line is named where it stands."""
    changed = DATA[:place] + bytes([other]) + DATA[place + 1 - kept :]

    if changed != DATA:
        beneath = kept and changed[place : place + 2] == b"\n\n"  # a blank line after a whole one
        assert _told(changed)[0][1] == DATA.count(b"\n", 0, place) + 1 + int(beneath)


@pytest.mark.parametrize(
    ("change", "told"),
    [
        (lambda lines: lines[:6] + lines[7:], [("log.number", 7)]),
        (lambda lines: lines[1:], [("log.number", 1)]),
        (lambda lines: [*lines[:7], *lines[6:]], [("log.number", 8)]),
        (lambda lines: lines + lines[-1:], [("log.number", LINES + 1)]),
        (
            lambda lines: [*lines[:6], lines[7], lines[6], *lines[8:]],
            [("log.number", 7), ("log.number", 8), ("log.number", 9)],
        ),
        (lambda lines: [*lines[:6], b"\n", *lines[6:]], [("log.blank", 7)]),
        (lambda lines: [*lines[:6], b'{"a":1}\n', *lines[6:]], [("log.foreign", 7)]),
        (lambda lines: [*lines[:6], b"ghi ch\xfa\n", *lines[6:]], [("log.byte", 7)]),
        (lambda lines: [*lines[:6], lines[6].replace(b"\n", b"\r\n"), *lines[7:]], [("log.line_end", 7)]),
        (lambda lines: [b"\xef\xbb\xbf", *lines], [("log.bom", 1)]),
        (lambda lines: [*lines[:-1], lines[-1][:-1]], [("log.cut", LINES)]),
        (lambda lines: [*lines[:-1], lines[-1][:50]], [("log.cut", LINES)]),
        (lambda lines: [*lines[:6], lines[6].replace(b":", b": "), *lines[7:]], [("log.rewritten", 7)]),
        (lambda lines: [*lines[:6], lines[6].replace(b"{", b'{"by":"B",', 1), *lines[7:]], [("log.rewritten", 7)]),
        (lambda lines: [*lines[:6], lines[6].replace(b"2021-12-31", b"2021-12-30"), *lines[7:]], [("log.changed", 7)]),
        (lambda lines: [*lines[:6], lines[6].replace(b'"number":7', b'"number":70'), *lines[7:]], [("log.changed", 7)]),
        (lambda lines: [*lines[:6], _again(lines[6], date="2021-12-30"), *lines[7:]], [("log.previous", 8)]),
        (lambda lines: [*lines[:6], _again(lines[6], date="hôm qua"), *lines[7:]], [("log.foreign", 7)]),
        (lambda lines: [*lines[:6], _again(lines[6], step="praised"), *lines[7:]], [("log.foreign", 7)]),
        (lambda lines: [*lines[:6], _again(lines[6], digest="0"), *lines[7:]], [("log.foreign", 7)]),
        (lambda lines: [*lines[:6], _again(lines[6], number=7.0), *lines[7:]], [("log.foreign", 7)]),
        (lambda lines: [*lines[:6], b"[" * 10**5 + b"\n", *lines[7:]], [("log.foreign", 7)]),
        (lambda lines: [*lines[:6], lines[6].replace(b"Z", b"").replace(b"final", b"\\ud800")], [("log.changed", 7)]),
        (lambda _: [], [("log.empty", None)]),
        (lambda _: [b"\n"], [("log.blank", 1)]),
    ],
)
def test_each_thing_that_is_done_to_a_log_is_told_with_its_line(
    change: Callable[[list[bytes]], list[bytes]], told: list[tuple[str, int | None]]
) -> None:
    """Once each, and lines that are sound in themselves are not told of for those that are not."""
    assert _told(b"".join(change(list(WHOLE)))) == told


def _again(line: bytes, **changes: object) -> bytes:
    """A line with other content and the hash that belongs to it, as who rewrites a line would make it."""
    content = json.loads(line) | changes
    content["hash"] = hash_of(content)
    return json.dumps(content, ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode() + b"\n"


def test_everything_that_was_done_is_told_at_once() -> None:
    """One report of several lines."""
    lines = list(WHOLE)
    lines[3] = lines[3].replace(b"2021", b"2022")
    del lines[10]
    lines[20] = b"\n"
    lines[-1] = lines[-1][:-1]

    assert _told(b"".join(lines)) == [("log.changed", 4), ("log.number", 11), ("log.blank", 21), ("log.cut", LINES - 1)]


def test_a_whole_file_saved_by_windows_is_told_line_by_line() -> None:
    """And nothing else is told of it: its content stands."""
    assert {key for key, _ in _told(DATA.replace(b"\n", b"\r\n"))} == {"log.line_end"}
    assert {key for key, _ in _told(LOG.text.encode("utf-16"))} <= {"log.byte", "log.foreign", "log.cut", "log.blank"}


def test_a_tail_that_is_cut_off_at_a_lines_end_shows_against_a_head() -> None:
    """The shorter log is sound in itself; a head that was printed before is not in it."""
    shorter = log_of(b"".join(WHOLE[:-3]), "log.jsonl")
    assert isinstance(shorter, StepLog)
    assert not shorter.holds(LOG.head)
    assert LOG.holds(shorter.head)
    assert LOG.holds("")


def test_nothing_that_is_written_at_random_is_a_log() -> None:
    """Nor ends otherwise than in what is told."""
    chance = random.Random(1)
    for _ in range(300):
        data = bytes(chance.choices(b'{}[]":,\n\r 0aZ\xef\xbb\xbf\xc4\x91', k=chance.randrange(1, 60)))
        assert _told(data)
    assert line_of(b"1" * 5000).step is None


def test_the_file_itself_may_be_what_cannot_be_read(tmp_path: Path) -> None:
    """A folder, a link that leads out; without a file there is no log."""
    assert log_in(tmp_path) is None
    (tmp_path / LOG_FILE).mkdir()
    (told,) = _problems(tmp_path)
    assert told == "file.folder"
    (tmp_path / LOG_FILE).rmdir()
    outside = tmp_path.parent / "outside.jsonl"
    outside.write_bytes(DATA)
    (tmp_path / LOG_FILE).symlink_to(outside)
    assert _problems(tmp_path) == ["cycle.leads_outside"]
    (tmp_path / LOG_FILE).unlink()
    (tmp_path / LOG_FILE).symlink_to("nowhere")
    assert _problems(tmp_path) == ["file.absent"]


def _problems(folder: Path) -> list[str]:
    found = log_in(folder)
    assert isinstance(found, list)
    return [each.key for each in found]
