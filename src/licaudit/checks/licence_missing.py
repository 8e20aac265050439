# SPDX-License-Identifier: Apache-2.0
"""Somebody is named, and no permission."""

from collections.abc import Iterator

from licaudit.checks.case import Case, folded
from licaudit.checks.site import fold
from licaudit.model.finding import Finding, Rule

NO_LICENCE_NEEDED = frozenset(
    {"agency", "stock", "courtesy", "handout", "permission", "own", "ARR", "copyright", "ai", "pd", "cc", "reproduction"}
)


def check(case: Case, rule: Rule) -> Iterator[Finding]:
    """An error for platforms whose pictures come under open licences (`params.open`), a note for a bare name."""
    credit = case.credit
    if not credit or credit.licence or credit.mentions or case.licence_ids or case.own or case.granted:
        return
    platform = case.by_name(folded(rule, "open"))
    hosts = rule.params.get("hosts", ())
    linked = next((h for h in case.hosts if any(h == p or h.endswith(f".{p}") for p in hosts)), None)
    if credit.source and credit.source.name and fold(credit.source.name) not in folded(rule, "open"):
        linked = None
    if platform or linked:
        yield from case.report(rule, f"{platform or linked} is named and no licence: its pictures are not free of conditions")
    elif credit.creators and credit.kind not in NO_LICENCE_NEEDED and not (credit.source and credit.source.name):
        yield from case.report(
            rule, f"{credit.creators[0].name} is named, and neither a licence nor another permission", asked="note", confidence="medium"
        )
