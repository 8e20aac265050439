# SPDX-License-Identifier: Apache-2.0
"""A part that the licence demands is not in the credit."""

from collections.abc import Iterator
from urllib.parse import unquote

from licaudit.checks.case import Case, host
from licaudit.checks.mention_issue import wrong_target
from licaudit.checks.site import fold
from licaudit.evidence.register import BLANKET
from licaudit.model.finding import Finding, Quote, Rule, Severity
from licaudit.rulebook import licences as book

NAMES = {
    "author": "the creator",
    "title": "the title of the work",
    "work_uri": "the address of the work",
    "licence_uri_or_text": "a link to the licence",
    "copyright_notice": "the copyright notice",
}


def check(case: Case, rule: Rule) -> Iterator[Finding]:
    """`params.part` names the part; silent where the licence's version is unknown, for another rule speaks of that."""
    part = rule.params["part"]
    if not case.credit:
        yield from _unsaid(case, rule, part)
        return
    if case.own or not all(one.version or one.family != "CC" for one in case.licences):
        return
    found = case.demands(part)
    if not found or GIVEN[part](case):
        return
    licence, duty = found
    message = f"{licence.short_name} picture without {NAMES[part]}"
    if part == "licence_uri_or_text" and licence.kind == "licence":
        message = f"{licence.short_name} picture without a link to the licence"
    yield from case.report(rule, message, licence=licence, duty=duty, missing=missing(case))


def _unsaid(case: Case, rule: Rule, part: str) -> Iterator[Finding]:
    """No credit, though a licence that demands one is recorded: told once, by the first part that it demands.

    A `.license` file or an exact path in REUSE.toml may be the publisher's own
    picture: a warning. A pattern of REUSE.toml is a word about all files at once: a note.
    """
    claim = case.recorded_licence
    found = case.demands(part) if claim and case.use else None
    if case.use and any(other.document == case.use.document for other in case.site.credited(case.use)):
        return
    if not claim or not found or part != next((p for p in GIVEN if case.demands(p)), ""):
        return
    licence, duty = found
    asked: Severity = rule.severity if claim.origin == "register" else "warning" if claim.strength > BLANKET else "note"
    where = claim.place.path if claim.place else "the register"
    message = f"{where} records {licence.short_name} for this picture, and the page does not name its creator"
    if part != "author":
        message = f"{where} records {licence.short_name} for this picture, and the page says nothing of it"
    quotes = (Quote(f"{licence.id} {claim.detail}".strip(), "recorded", claim.place),)
    remedy = "Write the credit below the picture. If the picture is your own, say own = true in the register."
    yield from case.report(rule, message, asked=asked, licence=licence, duty=duty, missing=(part,), quotes=quotes, remedy=remedy)


def missing(case: Case) -> tuple[str, ...]:
    """Every part that the licence demands and the credit surely lacks."""
    return tuple(part for part, given in GIVEN.items() if case.demands(part) and not given(case))


def _creator(case: Case) -> bool:
    """Named, or another rule speaks: a platform or an agency stands in the creator's place."""
    credit = case.credit
    return bool(credit and (credit.creators or (credit.source and credit.source.name) or credit.kind in ("own", "agency", "stock")))


def _licence_link(case: Case) -> bool:
    """Given, or another rule speaks: there is a link, and it leads elsewhere."""
    if case.credit and any(m.url or wrong_target(case, m) for m in case.credit.mentions):
        return True
    return any(book.by_url(link).id or "creativecommons.org/licen" in link for link in case.links)


def _title(case: Case) -> bool:
    return not case.credit or bool(case.credit.title) or known_title(case) == ""


def known_title(case: Case) -> str:
    """The title as the register, a look-up or the linked file page gives it; "" if nobody does."""
    for claim in case.rights.of("title"):
        if claim.origin in ("register", "sidecar", "look-up"):
            return claim.value
    for link in case.links:
        if host(link) in ("commons.wikimedia.org", "commons.m.wikimedia.org") and "File:" in link:
            name = unquote(link.split("File:", 1)[1].split("?", 1)[0].split("#", 1)[0])
            return name.rsplit(".", 1)[0].replace("_", " ")
    return ""


def _work_address(case: Case) -> bool:
    """Given, or nobody knows one: the duty reaches as far as is practicable."""
    credit = case.credit
    if not credit or (credit.source and credit.source.url):
        return True
    if any(link for link in case.links if host(link) and "creativecommons.org" not in host(link)):
        return True
    known = any(c.origin in ("register", "sidecar", "look-up") for c in case.rights.of("workUrl"))
    return not (known or (credit.source and credit.source.name and fold(credit.source.name) in LINKABLE))


LINKABLE = frozenset({"wikimediacommons", "wikimedia", "flickr", "openverse", "wikipedia"})
GIVEN = {"author": _creator, "title": _title, "licence_uri_or_text": _licence_link, "work_uri": _work_address}
