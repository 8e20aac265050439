# SPDX-License-Identifier: Apache-2.0
"""A licence that was withdrawn."""

from collections.abc import Iterator

from licaudit.checks.case import Case
from licaudit.model.finding import Finding, Rule
from licaudit.rulebook import licences as book


def check(case: Case, rule: Rule) -> Iterator[Finding]:
    """`params.forbids` maps a unit to why it does not allow the picture as shown; other retired licences are notes."""
    forbids: dict[str, str] = rule.params.get("forbids", {})
    linked = (book.get(found) for link in case.links if (found := book.by_url(link).id))
    for licence in {one.id: one for one in (*case.licences, *linked) if one}.values():
        reason = forbids.get(licence.unit, "")
        if reason:
            yield from case.report(rule, f"{licence.short_name} does not allow this use: {reason}", licence=licence)
        elif licence.status == "retired":
            since = f" on {licence.retired_on}" if licence.retired_on else ""
            yield from case.report(
                rule, f"{licence.short_name} was withdrawn{since}; its terms go on for this picture", licence=licence, asked="note"
            )
