# SPDX-License-Identifier: Apache-2.0
"""A share picture whose credit does not travel with it."""

from collections.abc import Iterator

from licaudit.checks.case import Case
from licaudit.checks.site import identity
from licaudit.model.finding import Finding, Rule


def check(case: Case, rule: Rule) -> Iterator[Finding]:
    """Only where the page shows the picture nowhere with a credit, and the picture is not the publisher's own."""
    use = case.use
    if not use or case.recorded or case.credit:
        return
    key = identity(use)
    shown = [u for u in case.record.uses if u.role == "content"]
    if not key or any(identity(u) == key for u in shown) or case.site.credited(use) or not shown:
        return
    yield from case.report(rule, "The picture for share cards stands nowhere on the page with a credit")
