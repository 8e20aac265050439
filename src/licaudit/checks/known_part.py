# SPDX-License-Identifier: Apache-2.0
"""Something the licensor supplied, known from the file or the register, that the credit does not keep."""

from collections.abc import Iterator

from licaudit.checks.case import Case
from licaudit.checks.site import fold
from licaudit.model.finding import Finding, Quote, Rule


def check(case: Case, rule: Rule) -> Iterator[Finding]:
    """`params.field` is the claim, `params.part` the duty, `params.detail` narrows the claim down to one property."""
    if not case.credit or case.own:
        return
    found = case.demands(rule.params["part"])
    if not found:
        return
    licence, duty = found
    text = fold(case.text)
    for claim in case.rights.of(rule.params["field"]):
        if claim.origin == "credit-line" or (rule.params.get("detail") and claim.detail not in rule.params["detail"]):
            continue
        wanted = fold(claim.value)
        if not wanted or wanted in text or _same_names(case, claim.value):
            return
        quotes = (*case.quotes(), Quote(claim.value, f"{claim.field} in {claim.origin}", claim.place))
        yield from case.report(rule, f"{rule.params['says']}: “{claim.value}”", licence=licence, duty=duty, quotes=quotes)
        return


def _same_names(case: Case, value: str) -> bool:
    """A notice that only repeats the creator's name is kept where the name is."""
    rest = fold(value)
    for word in ("copyright", "allrightsreserved", "by"):
        rest = rest.replace(word, "")
    rest = "".join(c for c in rest if not c.isdigit())
    return case.credit is not None and any(fold(p.name) == rest for p in case.credit.creators)
