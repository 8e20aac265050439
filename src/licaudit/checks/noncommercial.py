# SPDX-License-Identifier: Apache-2.0
"""A non-commercial licence on this publisher's site."""

from collections.abc import Iterator

from licaudit.checks.case import Case
from licaudit.model.finding import Finding, Rule, Severity


def check(case: Case, rule: Rule) -> Iterator[Finding]:
    """Declared commercial: error; not declared: warning; declared non-commercial: silent.

    `params.verbatim` are units that allow the unmodified picture only without commerce, though NC is not in their name.
    """
    if not case.licences or case.own or case.granted or case.policy.commercial is False:
        return
    if not all("NC" in one.elements or one.unit in rule.params.get("verbatim", ()) for one in case.licences):
        return
    licence = case.licences[0]
    asked: Severity = "error" if case.policy.commercial else "warning"
    declared = "and the site is declared commercial" if case.policy.commercial else "whether the site is commercial is not declared"
    what = "forbids commercial use" if "NC" in licence.elements else "forbids commercial use of the unmodified picture"
    message = f"{licence.short_name} {what}{', ' if case.policy.commercial else '; '}{declared}"
    yield from case.report(rule, message, licence=licence, asked=asked, duty=licence.demands("noncommercial"))
