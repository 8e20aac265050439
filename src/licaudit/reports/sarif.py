# SPDX-License-Identifier: Apache-2.0
"""SARIF 2.1.0 (OASIS standard) for code scanning."""

import gzip
import re
from typing import Any

from licaudit.reports.digest import primary_hash
from licaudit.reports.excerpt import Sources
from licaudit.reports.registry import Look
from licaudit.reports.sinks import json_text, sarif_uri, visible

Json = dict[str, Any]
_LINK = re.compile(r"\[(?=[^\]\n]*\]\()")
LIMIT = 25_000
"""Results per run that GitHub takes (docs.github.com, "SARIF support for code scanning"); a larger file is refused whole."""

SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"


ROOT = "%SRCROOT%"
"""The customary name of the repository's top folder; GitHub resolves it by the checkout."""

PACKED = 10_000_000
"""Bytes of a gzipped file that GitHub takes."""


def render(report: Json, look: Look | None = None) -> str:
    """All findings, the worst first; those that the baseline or an ignore covers carry a suppression.

    Where GitHub's limits would be passed, the last results are left out and a
    notification counts them.
    """
    order = ("error", "warning", "note")
    findings = sorted(report["findings"], key=lambda f: (f["status"] != "new", order.index(f["severity"])))
    sources = Sources(look.base if look else None)
    keep = min(len(findings), LIMIT)
    while True:
        text = _drawn(report, findings[:keep], len(findings) - keep, sources)
        # Only text that is long enough can be too long when packed.
        size = len(gzip.compress(text.encode(), 6)) if len(text) > PACKED else 0
        if size <= PACKED or not keep:
            return text
        keep = min(keep - 1, int(keep * PACKED / size * 0.95))


def _drawn(report: Json, kept: list[Json], dropped: int, sources: Sources) -> str:
    rules = sorted({f["rule"] for f in kept})
    index = {rule: n for n, rule in enumerate(rules)}
    known = {r["id"]: r for r in report["rules"]}
    run = {
        "tool": {
            "driver": {
                "name": "licaudit",
                "semanticVersion": report["tool"]["version"] or "0.0.0",
                "rules": [_rule(rule, known.get(rule)) for rule in rules],
            }
        },
        "columnKind": "unicodeCodePoints",
        "originalUriBaseIds": {ROOT: {"description": {"text": "The top folder of the repository."}}},
        "invocations": [_invocation(report, dropped)],
        "results": [_result(f, index, sources) for f in kept],
    }
    return json_text({"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}) + "\n"


def _rule(rule: str, known: Json | None) -> Json:
    entry: Json = {"id": rule}
    if not known:
        return entry
    title = visible(known["title"] or rule)
    full = known["asked"] or known["help"] or title
    text = (
        known["help"] or "\n\n".join(part for part in (known["asked"], known["why"], known["remedy"], known["references"]) if part) or title
    )
    level = known["severity"]
    return entry | {
        "name": "".join(word.capitalize() for word in rule.split("-")),
        "shortDescription": {"text": title},
        "fullDescription": {"text": visible(full, "\n")[:1000]},
        "help": {"text": visible(text, "\n"), "markdown": visible(text, "\n")},
        "defaultConfiguration": {"level": level},
        "properties": {
            "tags": [known["group"] or "attribution"],
            "precision": _precision(known["confidence"]),
            "problem.severity": _problem(level),
        },
    }


def _precision(confidence: str) -> str:
    return {"high": "high", "medium": "medium", "low": "low"}[confidence]


def _problem(level: str) -> str:
    return "recommendation" if level == "note" else level


def _invocation(report: Json, dropped: int) -> Json:
    """What could not be read, and what the limit left out: a clean result list must not hide either."""
    notes = [
        {"level": "error", "message": {"text": visible(f"{d['path']} could not be read in full: {d['reason']}")}}
        for d in report["documents"]
        if d["status"] == "incomplete"
    ]
    if dropped:
        notes.append(
            {
                "level": "error",
                "message": {
                    "text": f"{dropped} further results were left out: GitHub takes {LIMIT:,} and {PACKED // 1_000_000} MB packed. The JSON report holds all."
                },
            }
        )
    notes += [{"level": "note", "message": {"text": visible(m)}} for m in report["messages"]]
    return {"executionSuccessful": not report["partial"], "toolExecutionNotifications": notes}


def _result(f: Json, index: dict[str, int], sources: Sources) -> Json:
    result: Json = {
        "ruleId": f["rule"],
        "ruleIndex": index[f["rule"]],
        "level": f["severity"],
        "message": {"text": _plain(message(f))},
        "locations": [_location(f["place"], f["document"], sources)],
        "partialFingerprints": {"primaryLocationLineHash": primary_hash(f), "licaudit/v1": f["fingerprint"] or primary_hash(f)},
    }
    related = [{"place": p, "label": "built page"} for p in f["related"]] + [q for q in f["quotes"] if q["place"]]
    if related:
        result["relatedLocations"] = [
            {"id": n, **_location(r["place"], f["document"], sources), "message": {"text": _plain(r["label"] or "see also")}}
            for n, r in enumerate(related, 1)
        ]
    if f["status"] != "new":
        suppression = {"kind": "external" if f["status"] == "baseline" else "inSource", "status": "accepted"}
        result["suppressions"] = [suppression | ({"justification": visible(f["status_reason"])} if f["status_reason"] else {})]
    return result


def message(f: Json) -> str:
    """The message with clause and remedy, as plain text."""
    parts = [f["message"]]
    if f["clause"]:
        quote = f': "{f["clause"]["quote"]}"' if f["clause"]["quote"] else ""
        parts.append(f"{f['clause']['licence']} {f['clause']['clause']}{quote}")
    if f["risk_text"]:
        parts.append(f["risk_text"])
    fix = f["fix"]
    if fix and (fix["text"] or fix["question"]):
        parts.append(f"Credit to use: {fix['text']}" if fix["text"] else fix["question"])
    elif f["remedy"]:
        parts.append(f["remedy"])
    return "\n".join(parts)


def _plain(text: str) -> str:
    """A message that embeds no link (SARIF 2.1.0, 3.11.6): what a page says in brackets stays words."""
    return _LINK.sub(r"\\[", visible(text, "\n"))


def _location(place: Json | None, document: str, sources: Sources) -> Json:
    physical: Json = {"artifactLocation": {"uri": sarif_uri(place["path"] if place else document), "uriBaseId": ROOT}}
    physical["region"] = {"startLine": 1}
    if place and place["line"] > 0:
        physical["region"] = {"startLine": place["line"], "startColumn": max(1, place["column"])}
        if end := sources.end(place):
            physical["region"] |= {"endLine": end.line, "endColumn": end.column}
        if place["end"] > place["start"]:
            physical["region"] |= {"byteOffset": place["start"], "byteLength": place["end"] - place["start"]}
    return {"physicalLocation": physical}
