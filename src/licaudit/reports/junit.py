# SPDX-License-Identifier: Apache-2.0
"""JUnit XML: a suite per page, a case per image use. There is no standard; the shape is what Jenkins, GitLab and GitHub actions read."""

from collections import Counter
from typing import Any

from licaudit.reports.sarif import message
from licaudit.reports.sinks import xml_text

Json = dict[str, Any]
LONG = 200
"""A longer address (data:, say) is cut in the name of its case."""


def render(report: Json) -> str:
    """Errors and warnings fail their case, notes do not; could-not-tell is skipped; an unreadable page is an error."""
    uses: dict[str, list[Json]] = {}
    found: dict[str, list[Json]] = {}
    for use in report["uses"]:
        uses.setdefault(use["document"], []).append(use)
    for f in report["findings"]:
        if f["status"] == "new":
            found.setdefault(f["document"], []).append(f)
    documents = [d for d in report["documents"] if d["status"] != "skipped"]
    # Findings about settings and pictures that no page shows stand in files that are no articles.
    known = {d["path"] for d in documents}
    documents += [{"path": path, "status": "read", "reason": ""} for path in found if path not in known]
    suites = [_suite(d, uses.get(d["path"], []), found.get(d["path"], [])) for d in documents]
    suites = [s for s in suites if s[1]] or [
        (
            '  <testsuite name="licaudit" tests="1" failures="0" errors="0" skipped="0">\n'
            '    <testcase classname="licaudit" name="no picture to check"/>\n  </testsuite>\n',
            (1, 0, 0, 0),
        )
    ]
    totals = [sum(counts[n] for _, counts in suites) for n in range(4)]
    head = f'<testsuites name="licaudit" tests="{totals[0]}" failures="{totals[1]}" errors="{totals[2]}" skipped="{totals[3]}">\n'
    return '<?xml version="1.0" encoding="UTF-8"?>\n' + head + "".join(text for text, _ in suites) + "</testsuites>\n"


def _suite(document: Json, uses: list[Json], found: list[Json]) -> tuple[str, Any]:
    by_use: dict[str | None, list[Json]] = {}
    for f in found:
        by_use.setdefault(f["use"], []).append(f)
    cases, counts = [], [0, 0, 0, 0]
    seen: Counter[str] = Counter()
    for use in uses:
        # Servers follow a case by its name, so it must not hold a number that other pages change.
        seen[use["src"]] += 1
        name = use["src"][:LONG] + (f" #{seen[use['src']]}" if seen[use["src"]] > 1 else "")
        if use["role"] != "content" and use["id"] not in by_use:
            continue
        inner, kind = _outcome(by_use.get(use["id"], []), use["verdict"])
        cases.append(_case(document["path"], name, inner))
        counts[kind] += 1
    known = {use["id"] for use in uses}
    loose = [f for key, group in by_use.items() if key not in known for f in group]
    if loose:
        inner, kind = _outcome(loose, "fix")
        cases.append(_case(document["path"], "the page", inner))
        counts[kind] += 1
    if document["status"] == "incomplete":
        cases.append(_case(document["path"], "read the page", f'      <error message="{xml_text(document["reason"])}"/>\n'))
        counts[2] += 1
    if not cases:
        cases, counts = [_case(document["path"], "no picture with a fault", "")], [1, 0, 0, 0]
    tests = len(cases)
    head = f'  <testsuite name="{xml_text(document["path"])}" tests="{tests}" '
    head += f'failures="{counts[1]}" errors="{counts[2]}" skipped="{counts[3]}">\n'
    return head + "".join(cases) + "  </testsuite>\n", (tests, *counts[1:])


def _outcome(found: list[Json], verdict: str) -> tuple[str, int]:
    """Inner XML, and which count it belongs to: 0 passed, 1 failed, 3 skipped."""
    worst = [f for f in found if f["severity"] != "note"]
    if worst:
        text = xml_text("\n\n".join(f"{_line(f)} {f['severity']}[{f['rule']}] {message(f)}" for f in worst)).replace("&#10;", "\n")
        return f'      <failure type="{xml_text(worst[0]["rule"])}" message="{xml_text(worst[0]["message"])}">{text}</failure>\n', 1
    if verdict == "unknown":
        return '      <skipped message="could not be told"/>\n', 3
    return "", 0


def _line(f: Json) -> str:
    return f"{f['place']['path']}:{f['place']['line']}:{f['place']['column']}:" if f["place"] else f"{f['document']}:"


def _case(page: str, name: str, inner: str) -> str:
    head = f'    <testcase classname="{xml_text(page)}" name="{xml_text(name)}"'
    return f"{head}>\n{inner}    </testcase>\n" if inner else f"{head}/>\n"
