# SPDX-License-Identifier: Apache-2.0
"""A credit line that could speak of several pictures."""

from collections.abc import Iterator

from licaudit.checks.case import Case
from licaudit.model.evidence import RightsRecord
from licaudit.model.finding import Finding, Rule


def check(case: Case, rule: Rule) -> Iterator[Finding]:
    """One finding per line: a line given to several pictures without saying which, or to none of those on the page."""
    record = case.record
    told: set[str] = set()
    for use in record.uses:
        if use.role != "content" or not use.ambiguous or not use.credit or not use.credit.is_credit or use.credit.text in told:
            continue
        told.add(use.credit.text)
        shared = [u for u in record.uses if u.credit and u.credit.text == use.credit.text]
        yield from case.about(use, RightsRecord(), use.credit).report(
            rule,
            f"This credit may speak of any of {max(len(shared), 2)} pictures and does not say which",
            confidence="medium",
            related=tuple(u.image.place for u in shared if u is not use and u.image.place),
        )
    if not any(use.role == "content" for use in record.uses):
        return
    for credit in record.orphans:
        if credit.is_credit and credit.text not in told:
            told.add(credit.text)
            yield from case.about(None, RightsRecord(), credit).report(
                rule, "This credit belongs to none of the page's pictures that we can tell", confidence="medium"
            )
