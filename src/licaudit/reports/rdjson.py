# SPDX-License-Identifier: Apache-2.0
"""Reviewdog Diagnostic Format (rdjson), https://github.com/reviewdog/reviewdog/tree/master/proto/rdf."""

from collections.abc import Sequence
from typing import Any

from licaudit.reports.excerpt import Sources
from licaudit.reports.registry import Look
from licaudit.reports.sarif import message
from licaudit.reports.sinks import json_text, visible

SEVERITY = {"error": "ERROR", "warning": "WARNING", "note": "INFO"}
Json = dict[str, Any]


def render(report: Json, look: Look | None = None) -> str:
    """New findings and unreadable documents as diagnostics. Columns count UTF-8 bytes there."""
    sources = Sources(look.base if look else None)
    offered = look.suggestions if look else {}
    items = [_item(f, sources) | _offer(offered.get(f["fingerprint"])) for f in report["findings"] if f["status"] == "new"]
    items += [
        {
            "message": visible(f"Could not be read in full: {d['reason']}"),
            "location": {"path": visible(d["path"])},
            "severity": "ERROR",
            "code": {"value": "document-incomplete"},
        }
        for d in report["documents"]
        if d["status"] == "incomplete"
    ]
    return json_text({"source": {"name": "licaudit"}, "diagnostics": items}) + "\n"


def _offer(rows: Sequence[Json] | None) -> Json:
    return {"suggestions": list(rows)} if rows else {}


def _item(f: Json, sources: Sources) -> Json:
    place = f["place"]
    location: Json = {"path": visible(place["path"] if place else f["document"])}
    if place and place["line"]:
        location["range"] = {"start": _position(place["path"], place["line"], place["column"], sources)}
        if end := sources.end(place):
            location["range"]["end"] = _position(place["path"], end.line, end.column, sources)
    return {"message": visible(message(f), "\n"), "location": location, "severity": SEVERITY[f["severity"]], "code": {"value": f["rule"]}}


def _position(path: str, line: int, column: int, sources: Sources) -> Json:
    """Line and column; without the file at hand the column, in bytes, is not known."""
    inside = sources.byte_column(path, line, column)
    return {"line": line, "column": inside} if inside else {"line": line}
