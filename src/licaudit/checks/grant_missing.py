# SPDX-License-Identifier: Apache-2.0
"""A permission that only the register can prove."""

from collections.abc import Iterator

from licaudit.checks.case import Case, folded
from licaudit.checks.site import fold
from licaudit.model.finding import Finding, Rule

KINDS = {
    "agency": "agency",
    "stock": "stock",
    "courtesy": "courtesy",
    "handout": "handout",
    "permission": "permission",
    "ARR": "all rights reserved",
}
CLAIMS = frozenset({"ARR", "PERMISSION", "Courtesy"})


def check(case: Case, rule: Rule) -> Iterator[Finding]:
    """A note gathered by supplier until the policy declares suppliers; then an error for any other supplier; `params.free` need none."""
    credit = case.credit
    if not credit or case.own or case.granted:
        return
    claimed = credit.licence in CLAIMS or (credit.licence or "").startswith(("Agency-", "Stock-"))
    if credit.kind not in KINDS and not claimed:
        return
    if credit.licence and not claimed:
        return
    supplier = supplier_of(case)
    if case.by_name(folded(rule, "free")) or contracted(case, supplier):
        return
    group = f"supplier:{supplier}"
    if case.policy.suppliers_declared:
        message = f"{supplier} is not among the suppliers that this site has a contract with, and the register holds no permission"
        yield from case.report(rule, message, asked="error", group=group)
        return
    yield from case.report(rule, f"Picture by {supplier}: the permission is not recorded", asked="note", group=group)


def supplier_of(case: Case) -> str:
    """Who gave the picture: the source, else the creator, else what the credit says."""
    credit = case.credit
    if credit is None:
        return ""
    if credit.source and credit.source.name:
        return credit.source.name
    return credit.creators[0].name if credit.creators else case.text[:60]


def contracted(case: Case, supplier: str) -> bool:
    """True if a declared supplier (name or alias) stands in the credit."""
    whole, text = fold(supplier), case.text
    for one in case.policy.suppliers:
        if one.until and one.until < case.today:
            continue
        for name in one.names:
            if fold(name) == whole or (len(name) > 1 and name in _words(text)) or (len(name) > 4 and name in text):
                return True
    return False


def _words(text: str) -> set[str]:
    for mark in "/,()|;:":
        text = text.replace(mark, " ")
    return set(text.split())
