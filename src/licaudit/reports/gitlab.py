# SPDX-License-Identifier: Apache-2.0
"""GitLab Code Quality report (docs.gitlab.com/ci/testing/code_quality: description, check_name, fingerprint, severity, location)."""

from typing import Any

from licaudit.reports.digest import unique_hashes
from licaudit.reports.excerpt import Sources
from licaudit.reports.registry import Look
from licaudit.reports.sinks import json_text, visible

SEVERITY = {"error": "major", "warning": "minor", "note": "info"}


def render(report: dict[str, Any], look: Look | None = None) -> str:
    """New findings as an array; an unreadable document is a finding of its own, so that nothing is lost in silence."""
    new = [f for f in report["findings"] if f["status"] == "new"]
    sources = Sources(look.base if look else None)
    rows = [
        {
            "description": visible(f["message"]),
            "check_name": f["rule"],
            "fingerprint": mark,
            "severity": SEVERITY[f["severity"]],
            "location": {
                "path": visible(f["place"]["path"] if f["place"] else f["document"]).removeprefix("./"),
                "lines": _lines(f["place"], sources),
            },
        }
        for f, mark in zip(new, unique_hashes(new), strict=True)
    ]
    broken = [
        {"rule": "document-incomplete", "document": d["path"], "image": "", "fingerprint": "", "reason": d["reason"]}
        for d in report["documents"]
        if d["status"] == "incomplete"
    ]
    rows += [
        {
            "description": visible(f"Could not be read in full: {d['reason']}"),
            "check_name": d["rule"],
            "fingerprint": mark,
            "severity": "major",
            "location": {"path": visible(d["document"]).removeprefix("./"), "lines": {"begin": 1}},
        }
        for d, mark in zip(broken, unique_hashes(broken), strict=True)
    ]
    return json_text(rows) + "\n"


def _lines(place: dict[str, Any] | None, sources: Sources) -> dict[str, int]:
    begin = max(1, place["line"]) if place else 1
    end = sources.end(place)
    return {"begin": begin, "end": end.line} if end else {"begin": begin}
