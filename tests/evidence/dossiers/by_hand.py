"""Random dossiers, and their counts by a plain loop over datetime.date: the second counter beside the library's."""

from __future__ import annotations

import datetime
import random
from collections import Counter
from collections.abc import Sequence

Row = dict[str, str | None]
Key = tuple[str, str, str, str]

STATUS = {"settled": "Đã giải quyết", "in_process": "đang  xử lý", "returned": "Trả lại", "withdrawn": "rút hồ sơ"}
CHANNEL = {"online": "Trực tuyến", "direct": "trực tiếp", "post": "Bưu chính"}
#: what a row is spoiled by, where faults are wanted
SPOILS = (
    *("no_unit", "unknown_unit", "no_dossier", "duplicate", "no_received", "no_due", "date_form", "no_such_day"),
    *("settled_before_received", "due_before_received", "unknown_status", "status_and_date", "unknown_channel"),
)


def dossiers(size: int, seed: int, spoilt: int = 0) -> list[Row]:
    """Rows of dossiers, of which one in `spoilt` has one fault."""
    chance = random.Random(seed)
    rows: list[Row] = []
    for number in range(size):
        received = datetime.date(2019, 11, 1) + datetime.timedelta(days=chance.randint(0, 800))
        due = received + datetime.timedelta(days=chance.randint(0, 30))
        status = chance.choices(list(STATUS), (80, 12, 5, 3))[0]
        away = chance.choice([0, 0, 1, 2, -1, -5, 3, 40, 400])
        settled = max(received, due + datetime.timedelta(days=away)) if status == "settled" else None
        row: Row = {
            "dossier": f"H{number:07}",
            "unit": chance.choice(["xã A", "xã B", "phường Hòa", "so-y-te"]),
            "procedure": f"tt-{chance.randint(1, 5)}",
            "level": f"Mức {chance.randint(2, 4)}",
            "channel": CHANNEL[chance.choice(list(CHANNEL))],
            "received": received.isoformat(),
            "due": due.isoformat(),
            "settled": None if settled is None else settled.isoformat(),
            "status": STATUS[status],
        }
        if spoilt and chance.randrange(spoilt) == 0:
            row |= _spoil(chance.choice(SPOILS), row, rows)
        rows.append(row)
    return rows


def _spoil(kind: str, row: Row, before: Sequence[Row]) -> Row:
    day = datetime.date.fromisoformat(str(row["received"]))
    earlier = (day - datetime.timedelta(days=1)).isoformat()
    return {
        "no_unit": {"unit": None},
        "unknown_unit": {"unit": "xã lạ"},
        "no_dossier": {"dossier": None},
        "duplicate": {"dossier": before[-1]["dossier"] if before else None},
        "no_received": {"received": None},
        "no_due": {"due": None},
        "date_form": {"due": day.strftime("%d/%m/%Y")},
        "no_such_day": {"received": "2021-02-29"},
        "settled_before_received": {"settled": earlier, "status": STATUS["settled"]},
        "due_before_received": {"due": earlier},
        "unknown_status": {"status": "thất lạc"},
        "status_and_date": {"settled": None, "status": STATUS["settled"]},
        "unknown_channel": {"channel": "người quen"},
    }[kind]  # type: ignore[return-value]


def faults_of(rows: Sequence[Row], known: set[str], as_of: datetime.date | None) -> list[set[str]]:
    """What is wrong with each row, by a plain look at it."""
    times = Counter(row["dossier"] for row in rows if row["dossier"])
    return [_faults(row, times, known, as_of) for row in rows]


def _faults(row: Row, times: Counter[str], known: set[str], as_of: datetime.date | None) -> set[str]:
    found = set()
    if not row["dossier"]:
        found.add("no_dossier")
    elif times[str(row["dossier"])] > 1:
        found.add("duplicate")
    if not row["unit"]:
        found.add("no_unit")
    elif row["unit"] not in known:
        found.add("unknown_unit")
    days: dict[str, datetime.date] = {}
    for name in ("received", "due", "settled"):
        text = row[name]
        if not text:
            if name != "settled":
                found.add(f"no_{name}")
            continue
        if len(text) != 10 or text[4] != "-":
            found.add("date_form")
            continue
        try:
            days[name] = datetime.date.fromisoformat(text)
        except ValueError:
            found.add("no_such_day")
    if "received" in days:
        found |= {
            f"{name}_before_received"
            for name in ("due", "settled")
            if days.get(name, days["received"]) < days["received"]
        }
    if as_of is not None and any(days.get(name, as_of) > as_of for name in ("received", "settled")):
        found.add("after_as_of")
    status = {text: name for name, text in STATUS.items()}.get(row["status"] or "")
    if status is None:
        found.add("unknown_status")
    if (status == "settled" and not row["settled"]) or (status == "in_process" and row["settled"]):
        found.add("status_and_date")
    if row["channel"] not in CHANNEL.values():
        found.add("unknown_channel")
    return found


def count(rows: Sequence[Row], by: Sequence[str], period: str, as_of: datetime.date | None) -> dict[Key, Counter[str]]:
    """The counts of rows that have no fault."""
    found: dict[Key, Counter[str]] = {}
    for row in rows:
        received, due = (datetime.date.fromisoformat(str(row[name])) for name in ("received", "due"))
        settled = datetime.date.fromisoformat(str(row["settled"])) if row["settled"] else None
        quarter = f"{received.year}-Q{(received.month + 2) // 3}"
        text = {"month": str(row["received"])[:7], "quarter": quarter, "year": str(received.year)}[period]
        key = (
            str(row["unit"]),
            str(row["level"]) if "level" in by else "",
            text if "period" in by else "",
            str(row["procedure"]) if "procedure" in by else "",
        )
        counts = found.setdefault(key, Counter())
        counts["received"] += 1
        counts["online"] += row["channel"] == CHANNEL["online"]
        status = {text: name for name, text in STATUS.items()}[str(row["status"])]
        counts[status] += 1
        if status == "settled" and settled is not None:
            counts["early" if settled < due else "on_time" if settled == due else "late"] += 1
            counts["in_time"] += settled <= due
            counts["late_days"] += max(0, (settled - due).days)
            counts["late_days_max"] = max(counts["late_days_max"], (settled - due).days, 0)
        if status == "in_process" and as_of is not None:
            counts["overdue"] += due < as_of
    return found
