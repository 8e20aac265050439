# SPDX-License-Identifier: Apache-2.0
"""`.licaudit-baseline.json`: findings accepted earlier. It marks, and removes nothing."""

import json
import os
import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import msgspec

from licaudit.errors import BaselineError, OutputError
from licaudit.model.finding import Finding
from licaudit.model.policy import RANK, Settings, local_path

SCHEMA = "licaudit-baseline/1"
REMEDY = "Restore it from version control, or write a new one with: licaudit baseline PATHS --accept-new"


class Entry(msgspec.Struct, frozen=True):
    """Findings accepted under one fingerprint: how many, and of which rule on which page (as the configuration's folder sees it; "" in files of old)."""

    count: int
    rule: str = ""
    document: str = ""


Entries = dict[str, Entry]


def read(path: Path) -> Entries:
    """Entries by fingerprint. A missing file is empty; raises BaselineError for a malformed one."""
    try:
        raw = path.read_bytes()
    except FileNotFoundError:
        return {}
    except OSError as problem:
        raise BaselineError(f"cannot be read ({problem.strerror}).", path=str(path), remedy="Check its permissions.") from None
    return parse(raw, str(path))


def parse(raw: bytes, name: str) -> Entries:
    """The bytes of a baseline; raises BaselineError with the line."""
    try:
        data = json.loads(raw)
    except (ValueError, RecursionError) as problem:
        raise BaselineError("is not valid JSON.", path=name, line=getattr(problem, "lineno", 1), remedy=REMEDY) from None
    if not isinstance(data, dict) or data.get("schema") != SCHEMA or not isinstance(data.get("findings"), dict):
        raise BaselineError(f'is no {SCHEMA}: "schema" and "findings" are expected.', path=name, line=1, remedy=REMEDY)
    entries: Entries = {}
    for key, value in data["findings"].items():
        line = raw.decode("utf-8", "replace").split(f'"{key}"')[0].count("\n") + 1
        entries[key] = _entry(key, value, name, line)
    return entries


def _entry(key: str, value: Any, name: str, line: int) -> Entry:
    table = value if isinstance(value, dict) else {"count": value}
    count = table.get("count")
    if not isinstance(count, int) or isinstance(count, bool) or count < 1:
        raise BaselineError(f'the count of "{key}" is not a whole number above 0.', path=name, line=line, remedy=REMEDY)
    rest = {k: v for k, v in table.items() if k != "count"}
    if not rest.keys() <= {"rule", "document"} or not all(isinstance(v, str) for v in rest.values()):
        raise BaselineError(f'"{key}" holds something else than count, rule and document.', path=name, line=line, remedy=REMEDY)
    return Entry(count, **rest)


def write(path: Path, entries: Entries) -> None:
    """Write the baseline whole or not at all, by page and rule, a line for each; raises OutputError."""
    rows = sorted(entries.items(), key=lambda item: (item[1].document, item[1].rule, item[0]))
    lines = [f" {json.dumps(key)}: {json.dumps(msgspec.structs.asdict(entry), ensure_ascii=False)}" for key, entry in rows]
    body = "{\n" + ",\n".join(lines) + "\n}" if lines else "{}"
    text = f'{{"schema": "{SCHEMA}", "findings": {body}}}\n'
    temporary = ""
    try:
        handle, temporary = tempfile.mkstemp(prefix=".licaudit-", dir=path.parent)
        with os.fdopen(handle, "w", encoding="utf-8", errors="backslashreplace") as file:
            file.write(text)
        Path(temporary).replace(path)
    except OSError as problem:
        Path(temporary).unlink(missing_ok=True) if temporary else None
        raise OutputError(f"{path} could not be written: {problem.strerror}.") from None


def gather(findings: Sequence[Finding], settings: Settings) -> Entries:
    """The entries that would accept these findings. Ignored ones need none; notes only where they would fail the run."""
    least = "note" if settings.policy.fail_on == "note" else "warning"
    entries: Entries = {}
    for finding in findings:
        if finding.status == "ignored" or RANK[finding.severity] < RANK[least]:
            continue
        key = base(finding.fingerprint)
        known = entries.get(key)
        document = local_path(finding.document, settings.folder, settings.cwd)
        entries[key] = Entry(known.count + 1 if known else 1, finding.rule, document)
    return entries


def scanned(entry: Entry, settings: Settings) -> bool:
    """Whether this audit could have found the entry again: its page lies in what was scanned."""
    tops = [local_path(path, settings.folder, settings.cwd).removeprefix("./").rstrip("/") for path in settings.paths]
    tops = [os.path.normpath(top) for top in tops]
    whole = any(top in (".", settings.folder) for top in tops)
    return whole or not entry.document or any(entry.document == top or entry.document.startswith(f"{top}/") for top in tops)


def base(fingerprint: str) -> str:
    """The fingerprint without its repeat number: the baseline holds counts."""
    return fingerprint.split("-")[0]


def mark(findings: Sequence[Finding], entries: Entries, settings: Settings) -> tuple[list[Finding], list[str]]:
    """Findings with status "baseline" where it holds them, and the fingerprints that are stale: scanned, and no longer found."""
    left = {key: entry.count for key, entry in entries.items()}
    done = []
    for finding in findings:
        key = base(finding.fingerprint)
        if finding.status == "new" and left.get(key, 0) > 0:
            left[key] -= 1
            finding = msgspec.structs.replace(finding, status="baseline", status_reason="accepted earlier (baseline)")
        done.append(finding)
    return done, [key for key, count in left.items() if count > 0 and scanned(entries[key], settings)]
