# SPDX-License-Identifier: Apache-2.0
"""A credit on a page that shows no picture."""

from collections.abc import Iterator

from licaudit.checks.case import Case
from licaudit.model.evidence import RightsRecord
from licaudit.model.finding import Finding, Rule


def check(case: Case, rule: Rule) -> Iterator[Finding]:
    """Text-only republications keep the credit and lose the picture."""
    if any(use.role == "content" for use in case.record.uses):
        return
    for credit in case.record.orphans:
        if credit.is_credit:
            yield from case.about(None, RightsRecord(), credit).report(rule, "Picture credit on a page without a picture")
