# SPDX-License-Identifier: Apache-2.0
"""Markdown for a step summary (under 1 MiB) or a comment on a pull request (under 65,536 characters)."""

from typing import Any

from licaudit.reports.sinks import markdown, markdown_code
from licaudit.reports.summary import count, headline

Json = dict[str, Any]
SUMMARY_BYTES = 1_000_000
COMMENT_BYTES = 65_000
"""GitHub takes 65,536 characters of a comment; bytes are never fewer than characters."""

NO_ADVICE = "licaudit is a tool, not legal advice."
NAMED, LONG = 20, 300
"""So many unread documents are named, with so many characters of path and reason: the beginning must always fit."""

MARKER = "<!-- licaudit -->"
"""First line, by which a comment is found again and replaced instead of a second one being written."""


def render(report: Json, limit: int = SUMMARY_BYTES) -> str:
    """The whole text in at most `limit` UTF-8 bytes; what does not fit is counted, never cut in the middle."""
    documents = report["summary"]["documents"]
    head = [MARKER, "## Pictures and credits", "", markdown(headline(report)), ""]
    if report["partial"]:
        head += ["**Interrupted:** this covers only what was read until then.", ""]
    if documents["incomplete"]:
        head += [f"**Not checked in full:** {count(documents['incomplete'], 'document')}.", ""]
        broken = [d for d in report["documents"] if d["status"] == "incomplete"]
        head += [f"- {markdown(d['path'][:LONG])}: {markdown(d['reason'][:LONG])}" for d in broken[:NAMED]]
        head += [*([f"- and {len(broken) - NAMED:,} more"] if len(broken) > NAMED else []), ""]
    order = ("error", "warning", "note")
    new = sorted((f for f in report["findings"] if f["status"] == "new"), key=lambda f: order.index(f["severity"]))
    accepted = [f for f in report["findings"] if f["status"] != "new"]
    blocks = [_block(f) for f in new]
    blocks += [f"- accepted: {_where(f)} {markdown(f['rule'])} ({markdown(f['status_reason'] or f['status'])})\n" for f in accepted]
    return _fitted("\n".join(head), blocks, limit)


def comment(report: Json) -> str:
    """The same for a comment on a pull request, in under 65,536 characters."""
    return render(report, COMMENT_BYTES)


def _fitted(head: str, blocks: list[str], limit: int) -> str:
    room = limit - len(head.encode()) - 200
    out, left = [head], len(blocks)
    for block in blocks:
        room -= len(block.encode()) + 1
        if room < 0:
            break
        out.append(block)
        left -= 1
    if left:
        out.append(f"\n… and {left:,} more: see the full report.\n")
    return "\n".join([*out, "", f"<sub>{NO_ADVICE}</sub>", ""])


def _where(f: Json) -> str:
    place = f["place"]
    return markdown(f"{place['path']}:{place['line']}" if place and place["line"] else place["path"] if place else f["document"])


def _block(f: Json) -> str:
    lines = [f"### {f['severity'].capitalize()}: {markdown(f['message'])}", f"{_where(f)} · {markdown(f['rule'])}"]
    if f["image"]:
        lines.append(f"· picture {markdown(f['image'][:LONG])}")
    lines.append("")
    if f["clause"]:
        quote = f": “{markdown(f['clause']['quote'])}”" if f["clause"]["quote"] else ""
        lines.append(f"> {markdown(f['clause']['licence'])} {markdown(f['clause']['clause'])}{quote}")
        lines.append("")
    if f["risk_text"]:
        lines += [markdown(f["risk_text"]), ""]
    fix = f["fix"]
    if fix and fix["text"]:
        lines += ["Credit to use:", "", markdown_code(fix["text"]), ""]
    elif fix and fix["question"]:
        lines += [markdown(fix["question"]), ""]
    elif f["remedy"]:
        lines += [markdown(f["remedy"]), ""]
    return "\n".join(lines)
