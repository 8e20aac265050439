# SPDX-License-Identifier: Apache-2.0
"""A credit from evidence alone: what register, picture file and page say, where they agree."""

from licaudit.credits.parts import clean, web
from licaudit.model.credit import CreditLine, Party, SourceRef
from licaudit.model.evidence import Claim, RightsRecord
from licaudit.rulebook import licences


def from_rights(rights: RightsRecord) -> CreditLine:
    """What a credit for the picture has to say. Origins that disagree stand in `conflicts`: the composer then asks instead of writing."""
    conflicts: list[str] = []
    makers = _one(rights, "creator", conflicts)
    licence = _licence(rights, conflicts)
    name, url = _one(rights, "source", conflicts), _one(rights, "workUrl", conflicts)
    title = _one(rights, "title", conflicts)
    return CreditLine(
        text="",
        is_credit=bool(makers or licence),
        licence=licence or None,
        creators=tuple(Party(maker) for maker in makers),
        title=title[0] if title else None,
        source=SourceRef(name[0] if name else None, web(url[0]) or None if url else None) if name or url else None,
        modified=True if rights.of("modified") else None,
        confidence="high",
        conflicts=tuple(conflicts),
    )


def _licence(rights: RightsRecord, conflicts: list[str]) -> str:
    named = {c.value: c for c in rights.of("licence") if licences.get(c.value)}
    for claim in rights.of("licenceUrl"):
        if found := licences.by_url(claim.value).id:
            named.setdefault(found, claim)
    if len(named) > 1:
        conflicts.append("licence: " + ", ".join(f"{name} ({claim.origin})" for name, claim in named.items()))
    return next(iter(named), "")


def _one(rights: RightsRecord, field: str, conflicts: list[str]) -> list[str]:
    """The values of the strongest origin; another origin that names something else is a conflict (not for titles and sources)."""
    claims = [c for c in rights.of(field) if clean(c.value)]
    if not claims:
        return []
    best = list(dict.fromkeys(clean(c.value) for c in claims if c.origin == claims[0].origin))
    others = [c for c in claims if c.origin != claims[0].origin and not _akin(c, best)]
    if field == "creator" and others:
        conflicts.append(f"{field}: {', '.join(best)} ({claims[0].origin}), {clean(others[0].value)} ({others[0].origin})")
    return best


def _akin(claim: Claim, names: list[str]) -> bool:
    value = clean(claim.value).casefold()
    return any(value in name.casefold() or name.casefold() in value for name in names)
