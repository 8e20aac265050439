# SPDX-License-Identifier: Apache-2.0
"""A permission that only the register can prove."""

from collections.abc import Iterator

from licaudit.checks.case import Case, folded
from licaudit.checks.site import fold
from licaudit.model.finding import Finding, Rule, Severity
from licaudit.model.policy import Supplier

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
        why = lapsed(case, supplier) or f"{supplier} is not among the suppliers that this site has a contract with"
        message = f"{why}, and the register holds no permission"
        # Who gives a picture for once, a museum or a press office, is no supplier under contract.
        asked: Severity = "error" if credit.kind in ("agency", "stock") or credit.licence else "warning"
        yield from case.report(rule, message, asked=asked, group=group)
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
    """True if a declared supplier (name or alias) stands in the credit, and its contract covers this day and use."""
    return any(not _fault(case, one) for one in _meant(case, supplier))


def lapsed(case: Case, supplier: str) -> str:
    """Why the contract with the supplier of this picture does not cover it; "" where there is none."""
    return next((fault for one in _meant(case, supplier) if (fault := _fault(case, one))), "")


def _meant(case: Case, supplier: str) -> Iterator[Supplier]:
    whole, text = fold(supplier), case.text
    for one in case.policy.suppliers:
        for name in one.names:
            if fold(name) == whole or (len(name) > 1 and name in _words(text)) or (len(name) > 4 and name in text):
                yield one
                break


def _fault(case: Case, one: Supplier) -> str:
    if one.until and one.until < case.today:
        return f"The contract with {one.name} ended on {one.until}"
    wanted = "advertising" if case.policy.advertising else "editorial"
    if one.uses and wanted not in one.uses:
        return f"The contract with {one.name} is for {', '.join(one.uses)} use, and this page is {wanted}"
    return ""


def _words(text: str) -> set[str]:
    for mark in "/,()|;:":
        text = text.replace(mark, " ")
    return set(text.split())
