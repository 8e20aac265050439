# SPDX-License-Identifier: Apache-2.0
"""One row per image use, for a spreadsheet (UTF-8 with BOM, RFC 4180 quoting, no formulas)."""

import csv
import io
from typing import Any

from licaudit.reports.sinks import csv_cell

Json = dict[str, Any]
COLUMNS = (
    "use", "page", "line", "image", "role", "verdict", "severity", "rules", "problems", "credit shown", "attached",
    "creators", "licence", "licence address", "title", "source", "source address", "changed",
    "credit to use", "to find out", "status", "reason", "fingerprints",
)  # fmt: skip


def render(report: Json) -> str:
    """All uses, then findings without a picture, then documents that could not be read, as rows of their own."""
    found: dict[str | None, list[Json]] = {}
    for f in report["findings"]:
        found.setdefault(f["use"], []).append(f)
    out = io.StringIO()
    table = csv.writer(out, lineterminator="\r\n")
    table.writerow(COLUMNS)
    rows = [_use(use, found.get(use["id"], [])) for use in report["uses"]]
    rows += [_page(f) for f in found.get(None, [])]
    rows += [
        {"page": d["path"], "verdict": "not read" if d["status"] == "incomplete" else "left out", "reason": d["reason"]}
        for d in report["documents"]
        if d["status"] != "read"
    ]
    for row in rows:
        table.writerow([csv_cell(str(row.get(column, ""))) for column in COLUMNS])
    return "\ufeff" + out.getvalue()


def _use(use: Json, found: list[Json]) -> Json:
    credit = use["credit"] or {}
    source = credit.get("source") or {}
    return {
        "use": use["id"],
        "page": use["document"],
        "line": use["place"]["line"] if use["place"] else "",
        "image": use["src"],
        "role": use["role"],
        "verdict": use["verdict"],
        "credit shown": credit.get("text", ""),
        "attached": credit.get("attached", ""),
        "creators": "; ".join(c["name"] for c in credit.get("creators", ())),
        "licence": credit.get("licence") or "",
        "licence address": credit.get("licence_url") or "",
        "title": credit.get("title") or "",
        "source": source.get("name") or "",
        "source address": source.get("url") or "",
        "changed": {True: "yes", False: "no", None: ""}[credit.get("modified")],
        **_findings(found),
    }


def _page(f: Json) -> Json:
    return {
        "page": f["document"],
        "line": f["place"]["line"] if f["place"] else "",
        "image": f["image"],
        "verdict": "page",
        **_findings([f]),
    }


def _findings(found: list[Json]) -> Json:
    levels = [level for level in ("error", "warning", "note") if any(f["severity"] == level for f in found)]
    fixes = [f["fix"] for f in found if f["fix"]]
    return {
        "severity": levels[0] if levels else "",
        "rules": "; ".join(f["rule"] for f in found),
        "problems": "; ".join(f["message"] for f in found),
        "credit to use": next((x["text"] for x in fixes if x["text"]), ""),
        "to find out": next((x["question"] for x in fixes if x["question"]), ""),
        "status": "; ".join(dict.fromkeys(f["status"] for f in found)),
        "reason": "; ".join(dict.fromkeys(f["status_reason"] for f in found if f["status_reason"])),
        "fingerprints": "; ".join(f["fingerprint"] for f in found),
    }
