# SPDX-License-Identifier: Apache-2.0
"""Other evidence names another creator or another licence than the credit."""

from collections.abc import Iterator

from licaudit.checks.case import Case
from licaudit.checks.licence_link_mismatch import agrees
from licaudit.checks.site import akin, fold
from licaudit.model.evidence import Claim
from licaudit.model.finding import Finding, Quote, Rule

JUNK = frozenset(
    {
        "",
        "unknown",
        "admin",
        "user",
        "owner",
        "computer",
        "picasa",
        "none",
        "default",
        "photographer",
        "camera",
        "windowsuser",
        "microsoftofficeuser",
    }
)


def check(case: Case, rule: Rule) -> Iterator[Finding]:
    """`params.origins` are the witnesses. Names agree if one contains the other; a witness in doubt is not heard."""
    credit = case.credit
    if not credit or any(c.origin == "register" for c in case.recorded):
        return
    origins = rule.params["origins"]
    claims = [c for c in case.rights.claims if c.origin in origins]
    if claims:
        yield from _creator(case, rule, claims)
        yield from _licence(case, rule, claims)


def _creator(case: Case, rule: Rule, claims: list[Claim]) -> Iterator[Finding]:
    credit = case.credit
    witnesses = [
        c for c in claims if c.field == "creator" and fold(c.value) not in JUNK and not fold(c.value).isdigit() and len(fold(c.value)) > 3
    ]
    if not credit or not witnesses or not credit.creators:
        return
    everything = fold(case.text)
    for claim in witnesses:
        if fold(claim.value) in everything or any(akin(p.name, claim.value) for p in credit.creators):
            return
    if not all(akin(witnesses[0].value, other.value) for other in witnesses):
        return
    first = witnesses[0]
    quotes = (*case.quotes(), *(Quote(c.value, f"creator in {c.origin}", c.place) for c in witnesses[:3]))
    person = " " in credit.creators[0].name.strip() and " " in first.value.strip() and credit.creators[0].kind != "organisation"
    asked = rule.severity if person else "warning"
    yield from case.report(
        rule,
        f"The credit names {credit.creators[0].name}, {SAYS.get(first.origin, first.origin)} names {first.value}",
        asked=asked,
        quotes=quotes,
    )


def _licence(case: Case, rule: Rule, claims: list[Claim]) -> Iterator[Finding]:
    found = [c for c in claims if c.field == "licence" and c.value.startswith("CC")]
    if not found or not case.licence_ids or not all(name.startswith("CC") for name in case.licence_ids):
        return
    if any(agrees(said, c.value) or agrees(c.value, said) for said in case.licence_ids for c in found):
        return
    claim = found[0]
    quotes = (*case.quotes(), Quote(claim.detail or claim.value, f"licence in {claim.origin}", claim.place))
    yield from case.report(
        rule, f"The credit says {case.licence_ids[0]}, {SAYS.get(claim.origin, claim.origin)} says {claim.value}", quotes=quotes
    )


SAYS = {
    "exif": "the file's EXIF data",
    "iim": "the file's IPTC data",
    "xmp": "the file's XMP data",
    "c2pa": "the file's manifest",
    "json-ld": "the page's JSON-LD",
    "microdata": "the page's microdata",
    "rdfa": "the page's RDFa",
    "look-up": "the source",
}
