# SPDX-License-Identifier: Apache-2.0
"""A defence in the place of a permission."""

from collections.abc import Iterator

from licaudit.checks.case import Case
from licaudit.model.finding import Finding, Rule


def check(case: Case, rule: Rule) -> Iterator[Finding]:
    """Silent once a human stands behind it: a register row with a reason."""
    said = f"{case.text} {case.use.caption if case.use else ''}"[:2_000].casefold()
    if not any(name.startswith("FairUse") for name in case.licence_ids) and not any(word in said for word in rule.params["words"]):
        return
    if any(c.field in ("reason", "proof", "grant") for c in case.recorded):
        return
    yield from case.report(rule, "Fair use, fair dealing or quotation is claimed, and nobody's reasons are recorded")
