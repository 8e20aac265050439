# SPDX-License-Identifier: Apache-2.0
"""A feed shows a picture without the credit that the site has for it."""

from collections.abc import Iterator
from urllib.parse import unquote, urlsplit

import msgspec

from licaudit.checks.case import Case
from licaudit.checks.site import VISIBLE, identity, plain
from licaudit.model.finding import Finding, Quote, Rule
from licaudit.model.page import ImageUse, PageRecord


def check(case: Case, rule: Rule) -> Iterator[Finding]:
    """Only pictures that a page of the site shows with a visible credit, and that the register does not call the publisher's own."""
    settings = case.settings
    if not settings or not case.site.feeds:
        return
    known = _credited(case)
    told: set[tuple[str, str]] = set()
    for picture in case.site.feeds:
        path = _path(picture.address)
        use = next((u for u in known.get(path.rsplit("/", 1)[-1], ()) if _same(path, identity(u))), None) if path else None
        key = (picture.place.path, path)
        if picture.credited or not use or not use.credit or key in told:
            continue
        if any(row.own for row in settings.register.match((use.image.resolved or use.image.src, use.image.src))):
            continue
        told.add(key)
        quotes = (Quote(use.credit.text, f"credit in {use.document}", use.credit.place),)
        about = Case(PageRecord(path=picture.place.path), case.site, case.policy, case.today)
        entry = f"the entry “{picture.title}”" if picture.title else "an entry"
        for finding in about.report(rule, f"In {entry} the feed shows {path.rsplit('/', 1)[-1]} without its credit", quotes=quotes):
            yield msgspec.structs.replace(finding, place=picture.place, image=picture.address)


def _credited(case: Case) -> dict[str, list[ImageUse]]:
    """Pictures with a visible credit, by the name of their file."""
    found: dict[str, list[ImageUse]] = {}
    for uses in case.site.uses.values():
        for use in uses:
            if use.role == "content" and use.credit and use.credit.is_credit and use.attached in VISIBLE:
                found.setdefault(identity(use).rsplit("/", 1)[-1], []).append(use)
    return found


def _path(address: str) -> str:
    """The path of an address, without host, query and size suffix."""
    try:
        return plain(unquote(urlsplit(address).path)) if not address.startswith("data:") else ""
    except ValueError:
        return ""


def _same(path: str, key: str) -> bool:
    """One path ends with the other, folder by folder: a page may be below the folder that is the site's root."""
    a, b = f"/{path.lstrip('/')}", f"/{key.lstrip('/')}"
    return a.endswith(b) or b.endswith(a)
