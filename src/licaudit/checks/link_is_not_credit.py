# SPDX-License-Identifier: Apache-2.0
"""A link where a name should stand."""

from collections.abc import Iterator

from licaudit.checks.case import Case, host
from licaudit.checks.site import fold
from licaudit.model.finding import Finding, Quote, Rule

PLACES = ("wikipedia.org", "wikimedia.org", "flickr.com", "flic.kr", "openverse.org")


def is_credit_link(address: str) -> bool:
    """True for the page of a work or an encyclopaedia article, not for the bare file."""
    name = host(address)
    return any(name == p or name.endswith(f".{p}") for p in PLACES) and name != "upload.wikimedia.org" and "staticflickr" not in name


def check(case: Case, rule: Rule) -> Iterator[Finding]:
    """A credit, or the link around the picture, that leads to the work's page and names nobody."""
    use, credit = case.use, case.credit
    if not use or case.own or case.granted:
        return
    if credit is None:
        if is_credit_link(use.image.link) and not case.site.credited(use):
            yield from case.report(
                rule,
                "The picture only links to a page about it; nobody is named",
                quotes=(Quote(use.image.link, "the picture leads here"),),
            )
        return
    if credit.creators or any(c.name for c in (credit.source,) if c and c.name and fold(c.name) in fold(credit.text)):
        return
    if credit.licence and not case.demands("author"):
        return
    link = next((one for one in case.links if is_credit_link(one)), "")
    if link:
        yield from case.report(
            rule, "The credit only links to a page about the picture; nobody is named", quotes=(*case.quotes(), Quote(link, "the link"))
        )
