# SPDX-License-Identifier: Apache-2.0
"""The second look at a credit: does what was read from it explain its words? A label alone makes no credit."""

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from licaudit.credits.items import Item
from licaudit.credits.names import kind_of
from licaudit.credits.stretch import Line, Region
from licaudit.credits.vocabulary import host_of
from licaudit.model.credit import Link

if TYPE_CHECKING:
    from licaudit.credits.assemble import Fields

_STANDS_ALONE = frozenset(["own", "ai", "junk", "courtesy", "permission", "unknown", "licence", "provider"])
_NO_HANDOUT = frozenset(["courtesy", "own", "ai", "licence", "provider"])
_PICTURES = frozenset(["platform", "stock", "agency", "maker"])
_CALL = re.compile(r"^\s*[\w.]+\(['\"]")
_ROW = re.compile(r"\s/\s|,\s")
_CODE = re.compile(r"`[^`]*[_/.(){}<>=-][^`]*`|\w\(['\"]|\);\s*$|^\s*//|\b[a-z]+_[a-z]+\b\s*[:=]|[≥≤→]|[{}]|#\w+:|\"\s*,\s*\w+=")


def weigh(line: Line, region: Region, fields: "Fields") -> str:
    """What speaks against a credit after the fields have been read, "" if nothing does."""
    if fields.unread:
        return ""
    text, links, setting = line.text, line.links, line.setting
    inside, kinds, form = fields.inside, fields.kinds, region.form
    made = bool(fields.creators)
    linked = bool(links) and _leads_out(links, region)
    if not fields.spans and not linked and kinds.isdisjoint(_STANDS_ALONE) and not _ends_with_role(inside):
        bare = setting in ("field", "caption") and any(k.start >= region.start for k in links)
        return "" if bare else "a label that names nobody"
    if form == "source" and setting in ("", "prose", "attribute") and not linked and not _picture_source(text, region, inside, made):
        return "a source, but of what?"
    if form == "whole" and not made and not linked and "provider" not in kinds:
        return "a licence, but nobody is named"
    loose = _loose(text, region, fields)
    if form != "ai" and loose >= (8 if form == "whole" and made else 5):
        named = sum(len(text[s:e].split()) for s, e in fields.parties) + 2 * sum(i.kind in ("provider", "licence", "own") for i in inside)
        if loose > 1.5 * named + 2 or (form == "whole" and not made):
            return "running text after the label"
    if form == "copy" and setting in ("", "prose", "end") and not text[: region.start].strip() and not _credits(text, fields):
        return "a company's copyright notice"
    unproven = kinds.isdisjoint(("provider", "licence"))
    if unproven and "(" in text and _CALL.match(text):
        return "a call in program text"
    if not made and "provider" in kinds and _listed(inside, kinds) and _ROW.search(text):
        return "a list of platforms"
    if links and fields.spans and all(_inner(s, e, links) for s, e in fields.parties):
        return "a link within the page"
    if loose >= 3 and not fields.spans and not linked and "junk" in kinds and kinds.isdisjoint(_NO_HANDOUT):
        return "running text after the label"
    if loose and unproven and not made and _CODE.search(text):
        return "program text"
    return ""


def _leads_out(links: Sequence[Link], region: Region) -> bool:
    """Whether a link from the credit on leads to a place of pictures, or anywhere if a label stands before it."""
    outward = [k for k in links if k.end >= region.start and k.kind != "img" and ("//" in k.href or k.href.startswith("www."))]
    return bool(outward) and (region.form in ("label", "credit", "creator", "courtesy") or any(host_of(k.href)[2] for k in outward))


def _ends_with_role(inside: Sequence[Item]) -> bool:
    return next((i.kind for i in reversed(inside) if i.kind != "sep"), "") == "creator"


def _loose(text: str, region: Region, fields: "Fields") -> int:
    """Words that nothing explains, behind the first party unless that stands far off."""
    begin = min(fields.parties)[0] if fields.parties else region.start
    if begin - region.start > 28 and len(text[region.start : begin].split()) > 14:
        begin = region.start
    return sum([count for end, count in fields.loose if end > begin]) if fields.loose else 0


def _listed(inside: Sequence[Item], kinds: frozenset[str]) -> bool:
    """Three platforms and nobody's name are a list of places where pictures can be found."""
    return "licence" not in kinds and len({i.value for i in inside if i.kind == "provider" and i.lang in ("platform", "stock")}) >= 3


def _inner(start: int, end: int, links: Sequence[Link]) -> bool:
    return any(k.href.startswith("#") and k.start < end and k.end > start for k in links)


def _credits(text: str, fields: "Fields") -> bool:
    """Whether a line that opens with © names a person, a provider of pictures or a licence: a site's own notice does not."""
    if any(i.kind in ("licence", "label", "credit", "via") or (i.kind == "provider" and i.lang in _PICTURES) for i in fields.inside):
        return True
    return any(label == "creator" and kind_of(text[s:e].strip(" .,")) in ("person", "name", "account") for s, e, label, _ in fields.spans)


def _picture_source(text: str, region: Region, inside: Sequence[Item], made: bool) -> bool:
    """Whether a bare "source:" names a place of pictures, a person, or stands in brackets behind a caption."""
    if any(i.kind in ("licence", "label", "credit") or (i.kind == "provider" and i.lang in _PICTURES) for i in inside):
        return True
    before = text[: region.start].rstrip()
    bracket = before[-1:] in ("(", "[", "（") and (len(before) > 20 or text.rstrip(" .*_")[-1:] in ")]）")
    return bracket or (len(text) < 60 and made)
