# SPDX-License-Identifier: Apache-2.0
"""Reviewdog Diagnostic Format (rdjson), https://github.com/reviewdog/reviewdog/tree/master/proto/rdf."""

from typing import Any

from licaudit.reports.sarif import message
from licaudit.reports.sinks import json_text, visible

SEVERITY = {"error": "ERROR", "warning": "WARNING", "note": "INFO"}
Json = dict[str, Any]


def render(report: Json) -> str:
    """New findings and unreadable documents as diagnostics. Columns count UTF-8 bytes there, so only lines are given."""
    items = [_item(f) for f in report["findings"] if f["status"] == "new"]
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


def _item(f: Json) -> Json:
    place = f["place"]
    location: Json = {"path": visible(place["path"] if place else f["document"])}
    if place and place["line"]:
        location["range"] = {"start": {"line": place["line"]}}
    return {"message": visible(message(f), "\n"), "location": location, "severity": SEVERITY[f["severity"]], "code": {"value": f["rule"]}}
