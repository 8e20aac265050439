# SPDX-License-Identifier: Apache-2.0
"""A public-domain claim with nothing behind it."""

from collections.abc import Iterator

from licaudit.checks.case import Case
from licaudit.model.finding import Finding, Rule

REASONS = (
    "author died",
    "died in",
    "published before",
    "years",
    "nasa",
    "government",
    "federal",
    "gemeinfrei seit",
    "old",
    "expired",
    "abgelaufen",
    "cc0",
    "creativecommons",
)


def check(case: Case, rule: Rule) -> Iterator[Finding]:
    """Silent with a mark, a source, a link, a reason or a register entry."""
    credit = case.credit
    if not credit or "PD" not in case.licence_ids or case.recorded or case.own:
        return
    text = case.text.casefold()
    if credit.source or credit.licence_url or any(case.hosts) or any(c.isdigit() for c in text) or any(word in text for word in REASONS):
        return
    yield from case.report(rule, "Public domain is claimed with no reason, mark or source", confidence="medium")
