# SPDX-License-Identifier: Apache-2.0
"""Editorial-only material in advertising."""

from collections.abc import Iterator

from licaudit.checks.case import Case
from licaudit.model.finding import Finding, Quote, Rule


def check(case: Case, rule: Rule) -> Iterator[Finding]:
    """Pages are advertising where the policy says so."""
    if not case.policy.advertising:
        return
    for claim in case.rights.claims:
        if claim.field in ("uses", "usageTerms") and "editorial" in claim.value.casefold() and "advertising" not in claim.value.casefold():
            quotes = (*case.quotes(), Quote(claim.value, f"{claim.field} in {claim.origin}", claim.place))
            yield from case.report(rule, "Editorial-only picture on a page that is advertising", quotes=quotes)
            return
    text = case.text.casefold()
    if any(phrase in text for phrase in rule.params["words"]):
        yield from case.report(rule, "Editorial-only picture on a page that is advertising")
