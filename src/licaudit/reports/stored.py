# SPDX-License-Identifier: Apache-2.0
"""The JSON report in a report's folder: `report.json`, packed as `report.json.gz` where it is large."""

import gzip
import json
import zlib
from pathlib import Path
from typing import Any

from licaudit.reports import sinks

NAMES = ("report.json", "report.json.gz")
PLAIN_LIMIT = 4_000_000
"""A larger report is packed: a fifteenth of the size, and nobody reads so much by eye."""
READ_LIMIT = 300_000_000


def find(folder: Path) -> Path:
    """The JSON report in `folder`, or `folder` itself where it is a file. Where there is none, the name it would have."""
    if folder.is_file():
        return folder
    return next((folder / name for name in NAMES if (folder / name).is_file()), folder / NAMES[0])


def read(path: Path) -> dict[str, Any]:
    """The report in a file of `NAMES`. Raises OSError, ValueError for what is no JSON object or larger than 300 MB."""
    if path.stat().st_size > READ_LIMIT:
        raise ValueError("too large")
    raw = path.read_bytes()
    if raw[:2] == b"\x1f\x8b":
        try:
            raw = zlib.decompressobj(31).decompress(raw, READ_LIMIT)
        except zlib.error as problem:
            raise ValueError("no gzip file") from problem
    found = json.loads(raw)
    if not isinstance(found, dict):
        raise ValueError("no JSON object")
    return found


def packed(report: dict[str, Any]) -> tuple[str, bytes]:
    """Name and bytes of the JSON report; the same report gives the same bytes."""
    raw = (sinks.json_text(report, None) + "\n").encode()
    return (NAMES[0], raw) if len(raw) <= PLAIN_LIMIT else (NAMES[1], gzip.compress(raw, 6, mtime=0))
