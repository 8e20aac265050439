# SPDX-License-Identifier: Apache-2.0
"""`.licaudit-baseline.json`: findings accepted earlier. It marks, and removes nothing."""

import json
import os
import tempfile
from collections.abc import Sequence
from pathlib import Path

import msgspec

from licaudit.errors import BaselineError, OutputError
from licaudit.model.finding import Finding

SCHEMA = "licaudit-baseline/1"
REMEDY = "Restore it from version control, or write a new one with: licaudit baseline PATHS --accept-new"


def read(path: Path) -> dict[str, int]:
    """Fingerprints with their counts. A missing file is empty; raises BaselineError for a malformed one."""
    try:
        raw = path.read_bytes()
    except FileNotFoundError:
        return {}
    except OSError as problem:
        raise BaselineError(f"cannot be read ({problem.strerror}).", path=str(path), remedy="Check its permissions.") from None
    return parse(raw, str(path))


def parse(raw: bytes, name: str) -> dict[str, int]:
    """The bytes of a baseline; raises BaselineError with the line."""
    try:
        data = json.loads(raw)
    except (ValueError, RecursionError) as problem:
        raise BaselineError("is not valid JSON.", path=name, line=getattr(problem, "lineno", 1), remedy=REMEDY) from None
    if not isinstance(data, dict) or data.get("schema") != SCHEMA or not isinstance(data.get("findings"), dict):
        raise BaselineError(f'is no {SCHEMA}: "schema" and "findings" are expected.', path=name, line=1, remedy=REMEDY)
    for key, value in data["findings"].items():
        if not isinstance(value, int) or isinstance(value, bool) or value < 1:
            line = raw.decode("utf-8", "replace").split(f'"{key}"')[0].count("\n") + 1
            raise BaselineError(f'the count of "{key}" is not a whole number above 0.', path=name, line=line, remedy=REMEDY)
    return dict(data["findings"])


def write(path: Path, counts: dict[str, int]) -> None:
    """Write the baseline whole or not at all; raises OutputError."""
    text = json.dumps({"schema": SCHEMA, "findings": dict(sorted(counts.items()))}, indent=1) + "\n"
    temporary = ""
    try:
        handle, temporary = tempfile.mkstemp(prefix=".licaudit-", dir=path.parent)
        with os.fdopen(handle, "w", encoding="utf-8") as file:
            file.write(text)
        Path(temporary).replace(path)
    except OSError as problem:
        Path(temporary).unlink(missing_ok=True) if temporary else None
        raise OutputError(f"{path} could not be written: {problem.strerror}.") from None


def base(fingerprint: str) -> str:
    """The fingerprint without its repeat number: the baseline holds counts."""
    return fingerprint.split("-")[0]


def mark(findings: Sequence[Finding], counts: dict[str, int]) -> tuple[list[Finding], list[str]]:
    """Findings with status "baseline" where it holds them, and the fingerprints that are stale."""
    left = dict(counts)
    done = []
    for finding in findings:
        key = base(finding.fingerprint)
        if finding.status == "new" and left.get(key, 0) > 0:
            left[key] -= 1
            finding = msgspec.structs.replace(finding, status="baseline", status_reason="accepted earlier (baseline)")
        done.append(finding)
    return done, [key for key, count in left.items() if count > 0]
