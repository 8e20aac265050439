# SPDX-License-Identifier: Apache-2.0
"""The second look at a credit: does what was read from it explain its words? A label alone makes no credit."""

import re
from collections.abc import Sequence

from licaudit.credits.items import Item
from licaudit.credits.names import kind_of
from licaudit.credits.stretch import Region
from licaudit.credits.vocabulary import vocabulary
from licaudit.model.credit import Link, Setting

_TOLD = frozenset(["creator", "source"])
_STANDS_ALONE = frozenset(["own", "ai", "junk", "courtesy", "permission", "unknown", "licence", "provider"])
_PICTURES = frozenset(["platform", "stock", "agency", "maker"])
_WORDS = re.compile(r"[^\W\d_]{2,}")
_CALL = re.compile(r"^\s*[\w.]+\(['\"]")
_CODE = re.compile(r"`[^`]*[_/.(){}<>=-][^`]*`|\w\(['\"]|\);\s*$|^\s*//|\b[a-z]+_[a-z]+\b\s*[:=]|[≥≤→]|[{}]|#\w+:|\"\s*,\s*\w+=")


def weigh(
    text: str, region: Region, inside: Sequence[Item], told: Sequence[tuple[int, int, str, str]], links: Sequence[Link], setting: Setting
) -> str:
    """What speaks against a credit after the fields have been read, "" if nothing does."""
    spans = [(s, e) for s, e, label, _ in told if label in _TOLD]
    kinds = {i.kind for i in inside}
    outward = [k for k in links if k.end >= region.start and k.kind != "img" and ("//" in k.href or k.href.startswith("www."))]
    linked = any(vocabulary().host(k.href)[2] for k in outward) or (
        bool(outward) and region.form in ("label", "credit", "creator", "courtesy")
    )
    ends_with_role = bool(inside) and next((i.kind for i in reversed(inside) if i.kind != "sep"), "") == "creator"
    if not spans and not linked and not ends_with_role and not kinds & _STANDS_ALONE:
        bare = setting in ("field", "caption") and any(k.start >= region.start for k in links)
        return "" if bare else "a label that names nobody"
    if region.form == "source" and setting in ("", "prose", "attribute") and not linked and not _picture_source(text, region, inside, told):
        return "a source, but of what?"
    made = any(label == "creator" for _, _, label, _ in told)
    if region.form == "whole" and not made and not linked and not any(i.kind == "provider" for i in inside):
        return "a licence, but nobody is named"
    begin = min((s for s, _ in spans), default=region.start)
    if len(text[region.start : begin].split()) > 14:
        begin = region.start
    loose = sum(loose_words(text, i, spans) for i in inside if i.kind in ("words", "on", "by", "and", "site") and i.end > begin)
    named = sum(len(text[s:e].split()) for s, e in spans) + 2 * sum(i.kind in ("provider", "licence", "own") for i in inside)
    few = 8 if region.form == "whole" and made else 5
    if region.form != "ai" and loose >= few and (loose > 1.5 * named + 2 or (region.form == "whole" and not made)):
        return "running text after the label"
    if region.form == "copy" and not text[: region.start].strip() and setting in ("", "prose", "end") and not _credits(inside, told, text):
        return "a company's copyright notice"
    if not kinds & {"provider", "licence"} and _CALL.match(text):
        return "a call in program text"
    if _listed(inside, made, kinds) and re.search(r"\s/\s|,\s", text):
        return "a list of platforms"
    if spans and all(_inner(s, e, links) for s, e in spans):
        return "a link within the page"
    if not spans and not linked and "junk" in kinds and not kinds & {"courtesy", "own", "ai", "licence", "provider"} and loose >= 3:
        return "running text after the label"
    if not made and loose >= 1 and not kinds & {"provider", "licence"} and _CODE.search(text):
        return "program text"
    return ""


def _listed(inside: Sequence[Item], made: bool, kinds: set[str]) -> bool:
    """Three platforms and nobody's name are a list of places where pictures can be found."""
    hosts = [i for i in inside if i.kind == "provider" and i.lang in ("platform", "stock")]
    return len(hosts) >= 3 and not made and "licence" not in kinds and len({i.value for i in hosts}) >= 3


def _inner(start: int, end: int, links: Sequence[Link]) -> bool:
    return any(k.href.startswith("#") and k.start < end and k.end > start for k in links)


def _credits(inside: Sequence[Item], told: Sequence[tuple[int, int, str, str]], text: str) -> bool:
    """Whether a line that opens with © names a person, a provider of pictures or a licence: a site's own notice does not."""
    if any(i.kind in ("licence", "label", "credit", "via") or (i.kind == "provider" and i.lang in _PICTURES) for i in inside):
        return True
    return any(label == "creator" and kind_of(text[s:e].strip(" .,")) in ("person", "name", "account") for s, e, label, _ in told)


def loose_words(text: str, item: Item, spans: Sequence[tuple[int, int]]) -> int:
    """Words of an item that no field explains."""
    if any(s <= item.start and item.end <= e for s, e in spans):
        return 0
    count = 0
    for hit in _WORDS.finditer(text[item.start : item.end]):
        at = item.start + hit.start()
        if not any(s <= at < e for s, e in spans):
            count += 1 if not re.match(r"[\u3040-\u30ff\u3400-\u9fff]", hit[0]) else max(1, len(hit[0]) // 2)
    return count


def _picture_source(text: str, region: Region, inside: Sequence[Item], told: Sequence[tuple[int, int, str, str]]) -> bool:
    """Whether a bare "source:" names a place of pictures, a person, or stands in brackets behind a caption."""
    if any(i.kind in ("licence", "label", "credit") or (i.kind == "provider" and i.lang in _PICTURES) for i in inside):
        return True
    before = text[: region.start].rstrip()
    bracket = before[-1:] in ("(", "[", "（") and (len(before) > 20 or text.rstrip(" .*_")[-1:] in ")]）")
    return bracket or (len(text) < 60 and any(label == "creator" for _, _, label, _ in told))
