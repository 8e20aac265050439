# SPDX-License-Identifier: Apache-2.0
"""What was checked and found, in words: for standard error, the step summary and whoever reads only that."""

from typing import Any

from licaudit.reports.sinks import tty

Json = dict[str, Any]
LISTED = 10
"""So many documents that could not be read are named; the rest is counted."""


def count(number: int, one: str, many: str = "") -> str:
    """ "1 page", "1,204 pages"."""
    return f"{number:,} {one if number == 1 else many or one + 's'}"


def headline(report: Json) -> str:
    """One sentence. A clean run says what was checked, never more than that."""
    images, documents, found = (report["summary"][k] for k in ("images", "documents", "findings"))
    pages = count(documents["read"] + documents["incomplete"], "page")
    if report.get("since"):
        pages = tty(f"pages that changed since {report['since']}")
    if not documents["total"]:
        return "Nothing was checked: " + ("the audit was interrupted." if report["partial"] else "no article was found.")
    if not report["uses"] and not found["total"]:
        return f"No picture was found on {pages}."
    unknown = f" ({images['unknown']:,} could not be told)" if images["unknown"] else ""
    if not found["new"]:
        known = ", ".join(
            f"{found[k]:,} {word}" for k, word in (("baseline", "accepted earlier"), ("ignored", "ignored with a reason")) if found[k]
        )
        known = f" Not counted: {known}." if known else ""
        all_of = "All " if images["total"] != 1 else ""
        return f"{all_of}{count(images['total'], 'image use')} on {pages} passed{unknown}.{known}"
    if not images["total"]:
        return f"No picture is concerned on {pages}; what was found is about {'it' if pages == '1 page' else 'pages'} alone."
    parts = ", ".join(
        f"{images[k]:,} {word}"
        for k, word in (
            ("fix", "to fix now"),
            ("look", "to look at"),
            ("unknown", "could not be told"),
            ("fine", "fine"),
            ("accepted", "accepted earlier"),
        )
        if images[k]
    )
    return f"{count(images['total'], 'image use')} on {pages}: {parts}."


def lines(report: Json) -> list[str]:
    """The summary for a terminal or a log, safe to print line by line."""
    found, documents = report["summary"]["findings"], report["summary"]["documents"]
    out = [headline(report)]
    if found["new"]:
        kinds = ", ".join(count(found[k], k) for k in ("error", "warning", "note") if found[k])
        hidden = ", ".join(
            f"{found[k]:,} {word}" for k, word in (("baseline", "accepted earlier"), ("ignored", "ignored with a reason")) if found[k]
        )
        out.append(f"Findings: {kinds}" + (f"; not counted: {hidden}." if hidden else "."))
    if report["partial"]:
        out.append("Interrupted: this covers only what was read until then.")
    if documents["skipped"]:
        out.append(f"Left out on purpose: {count(documents['skipped'], 'document')}.")
    if documents["incomplete"]:
        out.append(f"Could not be read in full: {count(documents['incomplete'], 'document')}.")
        broken = [d for d in report["documents"] if d["status"] == "incomplete"]
        out += [f"  {tty(d['path'])}: {tty(d['reason'])}" for d in broken[:LISTED]]
        if len(broken) > LISTED:
            out.append(f"  and {len(broken) - LISTED:,} more")
    return out + [tty(m) for m in report["messages"]]
