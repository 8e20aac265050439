# SPDX-License-Identifier: Apache-2.0
"""The publisher's own lists of licences and sources."""

from collections.abc import Iterator
from fnmatch import fnmatchcase

from licaudit.checks.case import Case
from licaudit.checks.site import fold
from licaudit.model.finding import Finding, Rule


def check(case: Case, rule: Rule) -> Iterator[Finding]:
    """`params.what` is licence or source. A picture with its own grant is outside the lists."""
    if case.own or case.granted:
        return
    if rule.params["what"] == "licence":
        yield from _licences(case, rule)
    else:
        yield from _sources(case, rule)


def _licences(case: Case, rule: Rule) -> Iterator[Finding]:
    policy = case.policy
    if not case.licence_ids or not (policy.allowed_licences or policy.denied_licences):
        return
    bad = [
        name
        for name in case.licence_ids
        if _listed(name, policy.denied_licences) or (policy.allowed_licences and not _listed(name, policy.allowed_licences))
    ]
    if len(bad) == len(case.licence_ids):
        yield from case.report(rule, f"The policy of this site does not allow pictures under {bad[0]}")


def _sources(case: Case, rule: Rule) -> Iterator[Finding]:
    policy, credit = case.policy, case.credit
    if not credit or not (policy.allowed_sources or policy.denied_sources):
        return
    name = (credit.source.name if credit.source and credit.source.name else "") or next(
        (h for h in case.hosts if h and "creativecommons" not in h), ""
    )
    if not name:
        return
    denied, allowed = (any(fold(s) and fold(s) in fold(name) for s in names) for names in (policy.denied_sources, policy.allowed_sources))
    if denied or (policy.allowed_sources and not allowed):
        yield from case.report(rule, f"The policy of this site does not allow pictures from {name}")


def _listed(name: str, patterns: tuple[str, ...]) -> bool:
    return any(fnmatchcase(name, p) or name.startswith(f"{p}-") for p in patterns)
