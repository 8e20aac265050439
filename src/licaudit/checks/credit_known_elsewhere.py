# SPDX-License-Identifier: Apache-2.0
"""Uncredited here, credited on another page of the site."""

from collections.abc import Iterator

from licaudit.checks.case import Case
from licaudit.model.finding import Finding, Quote, Rule


def check(case: Case, rule: Rule) -> Iterator[Finding]:
    """The fix is known: the other page's credit."""
    use = case.use
    if not use or case.credit or case.recorded:
        return
    others = case.site.credited(use)
    if not others:
        return
    other = others[0]
    text = other.credit.text if other.credit else ""
    same = other.document == use.document
    where = "elsewhere on this page" if same else f"in {other.document}"
    doubt = same or use.role_confidence == "low" or other.attach_confidence == "low"
    yield from case.report(
        rule,
        f"Picture without a credit; {where} the same picture has one",
        asked="warning" if doubt else rule.severity,
        quotes=(Quote(text, f"credit {where}", other.credit.place if other.credit else None),),
        related=(other.image.place,) if other.image.place else (),
    )
