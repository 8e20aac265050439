# SPDX-License-Identifier: Apache-2.0
"""Everything known about one picture in one record; who disagrees is kept, never averaged."""

import posixpath
from collections.abc import Sequence
from urllib.parse import unquote

from licaudit.evidence import register as rows
from licaudit.evidence import structured
from licaudit.model.credit import CreditLine
from licaudit.model.evidence import Claim, RightsRecord
from licaudit.model.page import ImageUse, PageRecord
from licaudit.model.register import Register

CREDIT_STRENGTH = {"high": 0.8, "medium": 0.6, "low": 0.3}


def record(use: ImageUse, page: PageRecord, register: Register, lookups: Sequence[Claim] = (), sha256: str = "") -> RightsRecord:
    """The claims of register, credit, page data and `lookups` (picture file, other sources) on `use`, in this order."""
    found: list[Claim] = []
    if register.rows:
        found += rows.claims(register.match((*spellings(use), *_places(use, page)), sha256))
    if use.credit and use.credit.is_credit:
        found += of_credit(use.credit)
    if page.facts:
        found += structured.claims(use.image, page.facts)
    found += lookups
    return RightsRecord(tuple(found)) if found else EMPTY


EMPTY = RightsRecord()


def spellings(use: ImageUse) -> tuple[str, ...]:
    """The ways in which a register may name the picture."""
    return tuple(
        dict.fromkeys(one for one in (use.image.resolved, use.image.src, *use.image.candidates) if one and not one.startswith("data:"))
    )


def _places(use: ImageUse, page: PageRecord) -> tuple[str, ...]:
    """Where the picture's file stands, for addresses within the site: beside the page, or below the site's root."""
    found = []
    for address in dict.fromkeys((use.image.src, *use.image.candidates)):
        name = unquote(address.split("?", 1)[0].split("#", 1)[0])
        if not name or "://" in name or name.startswith(("//", "data:")):
            continue
        base = page.root if name.startswith("/") else posixpath.dirname(page.path)
        found.append(posixpath.normpath(posixpath.join(base, name.lstrip("/"))))
    return tuple(found)


def of_credit(credit: CreditLine) -> list[Claim]:
    """What the visible credit claims."""
    strength, place = CREDIT_STRENGTH[credit.confidence], credit.place
    made = [Claim("creator", p.name, "credit-line", strength, p.url or "", place) for p in credit.creators]
    source = credit.source
    pairs = (
        ("title", credit.title),
        ("licence", credit.licence),
        ("licenceUrl", credit.licence_url),
        ("source", source.name if source else None),
        ("workUrl", source.url if source else None),
        ("modified", None if credit.modified is None else str(credit.modified).lower()),
    )
    made += [Claim(field, value, "credit-line", strength, "", place) for field, value in pairs if value]
    made += [Claim("copyrightNotice", notice, "credit-line", strength, "", place) for notice in credit.notices]
    return made
