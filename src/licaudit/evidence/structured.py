# SPDX-License-Identifier: Apache-2.0
"""What the page tells machines about a picture, as claims."""

from collections.abc import Iterable
from urllib.parse import unquote

from licaudit.model.evidence import Claim, Origin
from licaudit.model.page import Fact, Image
from licaudit.rulebook import licences

FIELDS = {
    "creator": "creator",
    "author": "creator",
    "creditText": "creditLine",
    "copyrightNotice": "copyrightNotice",
    "copyrightHolder": "copyrightNotice",
    "license": "licenceUrl",
    "acquireLicensePage": "webStatement",
    "usageInfo": "usageTerms",
    "isBasedOn": "workUrl",
    "name": "title",
    "digitalSourceType": "digitalSourceType",
    "attributionName": "creator",
    "attributionURL": "workUrl",
}
ORIGINS: dict[str, Origin] = {"json-ld": "json-ld", "microdata": "microdata", "rdfa": "rdfa", "meta": "meta", "link": "link"}
STRENGTH = {"json-ld": 0.5, "microdata": 0.5, "rdfa": 0.5, "meta": 0.3, "link": 0.3}


def claims(image: Image, facts: Iterable[Fact]) -> tuple[Claim, ...]:
    """Facts whose subject is this picture; facts of the page itself (its author, its licence) say nothing of a picture."""
    addresses = {tail(one) for one in (image.src, image.resolved, *image.candidates) if one}
    made: list[Claim] = []
    for fact in facts:
        field = FIELDS.get(fact.field)
        if not field or not fact.subject or not fact.value.strip() or tail(fact.subject) not in addresses:
            continue
        origin, strength = ORIGINS[fact.origin], STRENGTH[fact.origin]
        made.append(Claim(field, fact.value.strip(), origin, strength, fact.field, fact.place))
        if field == "licenceUrl" and (known := licences.by_url(fact.value.strip()).id):
            made.append(Claim("licence", known, origin, strength, fact.value.strip(), fact.place))
    return tuple(made)


def tail(address: str) -> str:
    """An address without scheme, host, query and leading dots: pages mix absolute and relative ones."""
    path = address.split("?", 1)[0].split("#", 1)[0]
    if "//" in path[:8]:
        path = path.split("//", 1)[1].partition("/")[2]
    return unquote(path).lstrip("./")
