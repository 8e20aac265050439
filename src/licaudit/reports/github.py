# SPDX-License-Identifier: Apache-2.0
"""GitHub Actions: annotations, and a guard for logs that quote pages."""

from typing import Any

from licaudit.reports.excerpt import Sources
from licaudit.reports.registry import Look
from licaudit.reports.sarif import message
from licaudit.reports.sinks import github_data, github_property
from licaudit.reports.summary import count

Json = dict[str, Any]
PER_LEVEL, PER_JOB = 10, 50
"""GitHub shows 10 annotations per level and step and 50 per job; what is over is dropped without a word."""

LEVELS = {"error": "error", "warning": "warning", "note": "notice"}


def render(report: Json, look: Look | None = None) -> str:
    """Workflow commands for new findings: errors first, changed files first; one notice tells how many more there are."""
    order, look = list(LEVELS), look or Look()
    new = [f for f in report["findings"] if f["status"] == "new"]
    new.sort(key=lambda f: (order.index(f["severity"]), _old(f, look), _file(f), f["place"]["line"] if f["place"] else 0))
    shown = []
    for level in order:
        # One notice is kept back for "N more".
        shown += [f for f in new if f["severity"] == level][: PER_LEVEL - (level == "note")]
    sources = Sources(look.base)
    lines = [_command(f, sources) for f in shown[: PER_JOB - 1]]
    broken = sum(d["status"] == "incomplete" for d in report["documents"])
    rest = len(new) - len(lines)
    if rest or broken:
        words = [count(rest, "more finding")] if rest else []
        words += [f"{count(broken, 'document')} could not be read in full"] if broken else []
        lines.append(f"::notice title=licaudit::{github_data(' and '.join(words))}: see the summary and the report of licaudit.")
    return "".join(line + "\n" for line in lines)


def _file(f: Json) -> str:
    return str(f["place"]["path"] if f["place"] else f["document"])


def _old(f: Json, look: Look) -> bool:
    return _file(f) not in look.changed and f["document"] not in look.changed


def _command(f: Json, sources: Sources) -> str:
    place = f["place"]
    properties = [f"file={github_property(_file(f))}"]
    if place and place["line"]:
        end = sources.end(place)
        properties.append(f"line={place['line']}")
        if end:
            properties.append(f"endLine={end.line}")
        # The runner drops columns of a span over several lines, and warns about them.
        if not end or end.line == place["line"]:
            properties.append(f"col={max(1, place['column'])}")
        if end and end.line == place["line"]:
            properties.append(f"endColumn={end.column}")
    properties.append(f"title={github_property('licaudit: ' + f['rule'])}")
    return f"::{LEVELS[f['severity']]} {','.join(properties)}::{github_data(message(f))}"


def guarded(text: str, token: str) -> str:
    """`text` for a log, with all workflow commands switched off while it is read.

    `token` must be unguessable (secrets.token_hex); whoever knows it can switch commands on again.
    """
    return f"::stop-commands::{token}\n{text.rstrip()}\n::{token}::\n"
