# SPDX-License-Identifier: Apache-2.0
"""`decisions.csv`, as the report exports it and a spreadsheet gives it back: what people decided, row by row."""

import csv
import io
import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import msgspec

from licaudit.errors import SettingsError

COLUMNS = (
    "document", "picture", "line", "credit_now", "credit_to_use", "question", "rules", "decision", "until", "reason",
    "creator", "licence", "proof", "fingerprints",
)  # fmt: skip
NEEDED = ("document", "picture", "rules", "decision")
WORDS = {
    "own": "own", "eigen": "own", "eigenes": "own", "ours": "own",
    "licensed": "licensed", "licenced": "licensed", "lizenziert": "licensed", "permission": "licensed", "erlaubnis": "licensed",
    "accept": "accept", "accepted": "accept", "annehmen": "accept", "angenommen": "accept",
    "credit": "credit", "use": "credit", "nachweis": "credit", "fix": "credit",
    "replace": "replace", "ersetzen": "replace", "remove": "replace", "entfernen": "replace",
    "later": "later", "später": "later", "spaeter": "later", "": "",
}  # fmt: skip
"""What people write, and what it means."""
MEANINGS = "own, licensed, accept, credit, replace, later, or nothing"
_DAY = re.compile(r"(\d{1,2})\.(\d{1,2})\.(\d{4})")
_GUARD = re.compile(r"'(?=[\s\"']*[=+\-@|%\uff1d\uff0b\uff0d\uff20])")
LIMIT = 50_000_000


class Decision(msgspec.Struct, frozen=True):
    """One row. `decision` is one of the meanings of `WORDS`; `until` an ISO date or ""; `row` the line in the file."""

    document: str
    picture: str
    rules: tuple[str, ...]
    decision: str
    until: str = ""
    reason: str = ""
    creator: str = ""
    licence: str = ""
    proof: str = ""
    fingerprints: tuple[str, ...] = ()
    row: int = 0


def read_decisions(path: Path) -> list[Decision]:
    """The rows of the table at `path`. Raises SettingsError with file, line and remedy; a table is taken whole or not at all."""
    try:
        raw = path.read_bytes()
        text = raw[: LIMIT + 1].decode("utf-8-sig")
    except OSError as problem:
        raise SettingsError(f"cannot be read: {problem.strerror}.", path=str(path), remedy="Check the path.") from problem
    except UnicodeDecodeError:
        raise SettingsError("is not UTF-8.", path=str(path), remedy='Save it as "CSV UTF-8".') from None
    if len(raw) > LIMIT:
        raise SettingsError("is larger than 50 MB.", path=str(path), remedy="Split it.")
    return list(_rows(text, str(path)))


def _rows(text: str, name: str) -> Iterator[Decision]:
    first = text.split("\n", 1)[0]
    # Spreadsheets of many countries part cells with a semicolon.
    mark = max(",;\t", key=first.count)
    table = csv.DictReader(io.StringIO(text, newline=""), delimiter=mark, strict=True)
    lacking = [c for c in NEEDED if c not in (table.fieldnames or ())]
    if lacking:
        remedy = "Keep the first line as the report exported it."
        raise SettingsError(f"has no column {', '.join(lacking)}.", path=name, line=1, remedy=remedy)
    try:
        for row in table:
            cells = {k: _GUARD.sub("", (row.get(k) or "").strip(), count=1) for k in COLUMNS}
            if any(cells.values()):
                yield _decision(cells, name, table.line_num)
    except csv.Error as problem:
        raise SettingsError(f"is no CSV: {problem}.", path=name, line=table.line_num, remedy="Export it again.") from problem


def _decision(cells: dict[str, str], name: str, line: int) -> Decision:
    word = cells["decision"].casefold().rstrip(".! ")
    if word not in WORDS:
        raise SettingsError(f"the decision {cells['decision']!r} is not known.", path=name, line=line, remedy=f"Write {MEANINGS}.")
    meaning = WORDS[word]
    if meaning == "accept" and not cells["reason"]:
        raise SettingsError("accepted without a reason.", path=name, line=line, remedy="Say why in the column reason: reports show it.")
    if meaning == "licensed" and not (cells["proof"] or cells["reason"]):
        remedy = "Name the contract in the column proof, or say in reason what was granted."
        raise SettingsError("licensed without proof.", path=name, line=line, remedy=remedy)
    if meaning in ("own", "licensed") and not cells["picture"]:
        raise SettingsError("this row names no picture to record.", path=name, line=line, remedy="Take the decision out.")
    return Decision(
        cells["document"],
        cells["picture"],
        tuple(cells["rules"].split()),
        meaning,
        _iso(cells["until"], name, line),
        cells["reason"],
        cells["creator"],
        cells["licence"],
        cells["proof"],
        tuple(cells["fingerprints"].split()),
        line,
    )


def _iso(text: str, name: str, line: int) -> str:
    """The day as ISO; spreadsheets may have turned it into day.month.year."""
    found = _DAY.fullmatch(text)
    try:
        day = date(int(found[3]), int(found[2]), int(found[1])) if found else date.fromisoformat(text) if text else None
    except ValueError:
        raise SettingsError(f"{text!r} is no day.", path=name, line=line, remedy="Write it as 2027-01-31.") from None
    return day.isoformat() if day else ""
