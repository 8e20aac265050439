# SPDX-License-Identifier: Apache-2.0
"""A non-commercial licence on this publisher's site."""

from collections.abc import Iterator

from licaudit.checks.case import Case
from licaudit.model.finding import Finding, Rule


def check(case: Case, rule: Rule) -> Iterator[Finding]:
    """Declared commercial: error; not declared: warning; declared non-commercial: silent."""
    licence = next((one for one in case.licences if "NC" in one.elements), None)
    if not licence or any("NC" not in one.elements for one in case.licences) or case.own or case.granted or case.policy.commercial is False:
        return
    if case.policy.commercial:
        message, asked = f"{licence.short_name} forbids commercial use, and the site is declared commercial", "error"
    else:
        message, asked = f"{licence.short_name} forbids commercial use; whether the site is commercial is not declared", "warning"
    yield from case.report(
        rule, message, licence=licence, asked="error" if asked == "error" else "warning", duty=licence.demands("noncommercial")
    )
