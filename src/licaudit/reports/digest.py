# SPDX-License-Identifier: Apache-2.0
"""Identity of a finding for other tools: rule + picture + page, never a line number."""

import hashlib
from typing import Any


def primary_hash(f: dict[str, Any]) -> str:
    """Hash and counter in the form of GitHub's `primaryLocationLineHash`.

    GitHub's own hashes the line's text; in minified HTML every finding stands
    on one line and they would fall together.
    """
    parts = (f["rule"], f["document"], f["image"], f["fingerprint"])
    return hashlib.sha256("\0".join(parts).encode("utf-8", "backslashreplace")).hexdigest()[:16] + ":1"


def unique_hashes(findings: list[dict[str, Any]]) -> list[str]:
    """One 64-digit hash per finding, different even where findings are alike (a counter in order of appearance)."""
    seen: dict[str, int] = {}
    out = []
    for f in findings:
        base = primary_hash(f)
        seen[base] = seen.get(base, 0) + 1
        out.append(hashlib.sha256(f"{base}{seen[base]}".encode()).hexdigest())
    return out
