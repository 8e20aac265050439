# SPDX-License-Identifier: Apache-2.0
"""An altered picture under a licence that forbids to share alterations."""

from collections.abc import Iterator

from licaudit.checks.altered import evidence
from licaudit.checks.case import Case
from licaudit.model.finding import Finding, Rule


def check(case: Case, rule: Rule) -> Iterator[Finding]:
    """Before 4.0 even a crop leaves "in its entirety in unmodified form"."""
    licence = next((one for one in case.licences if "ND" in one.elements), None)
    if not licence or len(case.licence_ids) > 1 or case.own:
        return
    signs = evidence(case)
    if case.credit and case.credit.modified:
        signs = (*case.quotes(), *signs)
    if signs:
        yield from case.report(
            rule, f"{licence.short_name} allows no altered version, and this one looks altered", licence=licence, quotes=signs
        )
