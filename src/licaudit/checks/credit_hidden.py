# SPDX-License-Identifier: Apache-2.0
"""A credit that no reader sees."""

from collections.abc import Iterator

from licaudit.checks.case import HIDDEN, Case
from licaudit.model.finding import Finding, Rule, Severity


def check(case: Case, rule: Rule) -> Iterator[Finding]:
    """The only credit stands in `alt`, `title`, an element that is not displayed, or in data for machines."""
    use = case.use
    if not use or not case.credit or use.attached not in HIDDEN or case.own:
        return
    where = {"alt": "the alternative text", "title": "a mouse-over", "hidden": "an element that is not displayed"}.get(
        use.attached, "data for machines"
    )
    demanded = case.demands("author") or (case.credit.creators and not case.licence_ids and case.credit.kind != "stock")
    mild = use.attached == "structured-data" or not demanded
    asked: Severity = "warning" if mild else "error"
    yield from case.report(rule, f"The credit stands only in {where}: readers do not see it", asked=asked)
