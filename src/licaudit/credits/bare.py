# SPDX-License-Identifier: Apache-2.0
"""Credits without a word that says so: a name and an agency before, behind or instead of a caption.

"Ada Example/AFP The bridge at noon", "The bridge at noon AFP", "Shutterstock", "（见本摄）". What is found here is only a
candidate: how surely it is a credit is for the scores to tell (`signals`).
"""

import re

from licaudit.credits.items import Item
from licaudit.credits.names import kind_of
from licaudit.credits.stretch import CJK_LANGS, EAST, NONE, Region, capital, is_initial, is_shortened
from licaudit.credits.vocabulary import means, vocabulary

_LINKING = frozenset(["via", "by", "on", "junk", "and", "changed", "label", "ui", "source", "courtesy", "copy"])
_LONE = _LINKING | {"provider", "words", "sep", "quote"}
_LONGEST_NAME = 40
"""Code points of a name that stands alone; longer ones are sentences."""
_SENTENCE = re.compile(
    r"[.!?…»”\"’)\]。！？\n|\s:](?:(?<=[.!?…»”\"’)\]。！？])\s+(?=[^\W\d_a-zß-ÿа-я]|@)|(?<=[\n|])\s*|(?<=\s)[–—/-]\s|(?<=[^\W\d_]{2}:)\s)"
)
"""Where a new statement begins; the signs stand first, so that everything else is passed over at once."""
_NAMES = re.compile(r"[A-ZÀ-Þ@][\w.’'-]*(?: [\w.’'-]+){0,3}\s*")
"""A few words, the first with a capital."""
_JOINED = re.compile(r"\s*[/|]\s*|\s(?:for|für|via|and|und|et|y)\s|,\s")
_STROKE = re.compile(r"\w\s?[/|]\s?\w|\svia\s")
_PLACE = re.compile(r"\w[:：]\s*$")
_FOR = re.compile(r"\s(?:for|für)\s")


def bare(text: str, items: list[Item], kinds: frozenset[str], least: float) -> Region:
    """The likeliest stretch of mere names and providers, or a region without score if none can be likelier than `least`.

    `kinds` are those of the items.
    """
    for look, wanted, most in _LOOKS:
        if most <= least:
            break
        if wanted and kinds.isdisjoint(wanted):
            continue
        region = look(text, items)
        if region.score:
            return region
    return NONE


def _nameish(text: str, item: Item) -> bool:
    return all(len(w) <= _LONGEST_NAME and kind_of(w) not in ("text", "date") for w in _FOR.split(text[item.start : item.end]))


def _lone(text: str, items: list[Item]) -> Region:
    """The whole text is a provider, with or without names: "Shutterstock", "Ada Example for Harbour News"."""
    if len(text) > 90 or not _LONE.issuperset([i.kind for i in items]):
        return NONE
    words = [i for i in items if i.kind == "words"]
    stops = [i for i in items if i.kind == "sep" and i.value in ".。" and i.end < len(text) - 1 and not is_initial(text, i.start)]
    if stops or not all(_nameish(text, w) for w in words):
        return NONE
    if _made_and_placed(items):
        return Region(0, len(text), 0, 0.75, "a maker and a place of pictures", "lone")
    if any(i.kind == "provider" for i in items):
        return Region(0, len(text), 0, 0.55, "nothing but a provider of pictures", "lone")
    if any(_joined(text, w) for w in words) and not any(map(str.isdigit, text)):  # times and places: "3 pm PST / 6 pm EST"
        return Region(0, len(text), 0, 0.5, "nothing but names", "lone")
    solid = [i for i in items if i.kind != "sep"]
    if words and any(_handed_out(text, i) for i in (solid[0], solid[-1])) and len(text) < 60:
        return Region(0, len(text), 0, 0.45, "a name and a word for handouts", "lone")
    if solid and all(i.kind == "junk" for i in solid) and " " in text[solid[0].start : solid[0].end]:
        return Region(0, len(text), 0, 0.45, "words for handouts", "lone")
    return NONE


def _made_and_placed(items: list[Item]) -> bool:
    """Whether "by", a name, "on" or "from" and a platform follow upon each other: "Harbour by Ada Example on Flickr"."""
    return any(
        by.kind == "by" and name.kind == "words" and on.kind in ("on", "source", "via") and place.lang in ("platform", "stock")
        for by, name, on, place in zip(items, items[1:], items[2:], items[3:], strict=False)
    )


def _handed_out(text: str, item: Item) -> bool:
    """Whether an item says how a picture came to the paper; a word such as "screenshot" says what it is, "bottom:" where."""
    said = text[item.start : item.end]
    if text[item.end : item.end + 1] in (":", "："):
        return False
    return item.kind == "junk" and (" " in said or not means(said, "label"))


def _joined(text: str, item: Item) -> bool:
    """Whether a name is joined to another one: by "for" behind it, or by a stroke somewhere in the text."""
    name, *client = _FOR.split(text[item.start : item.end])
    kind = kind_of(name)
    return (kind == "person" or (kind == "name" and len(name.split()) in (2, 3))) and bool(client or _STROKE.search(text))


def _photographed(text: str, items: list[Item]) -> Region:
    """East Asian lines that put the word for "photographed" behind the name."""
    for index in range(len(items) - 1, 0, -1):
        item, name = items[index], index - 1
        if item.kind not in ("creator", "courtesy", "via") or item.lang not in CJK_LANGS:
            continue
        if items[name].value in ("=", "/") and name:
            name -= 1  # "佐藤太郎＝撮影"
        if items[name].kind not in ("words", "provider"):
            continue
        rest = text[item.end :].strip(" .。,，)）]】|/\n")
        closed = text[item.end : item.end + 2].strip()[:1] in (")", "）", "]", "】")
        if len(rest) > (80 if closed else 12):
            continue
        before = items[name]
        length = before.end - before.start
        if length > 24 and index < 2:
            continue
        start = before.start + max(0, text.rfind(" ", before.start, before.end - 4) + 1 - before.start if length > 24 else 0)
        made = item.kind == "creator"
        reason = "a name before “photographed”" if made else "a name before “provided”"
        return Region(start, item.end, name, 0.8 if made else 0.5, reason, "creator" if made else "courtesy")
    return NONE


def _head(text: str, items: list[Item]) -> Region:
    """Name and provider open the text, and the caption follows: "Ada Example/AFP The bridge at noon"."""
    first = next((n for n, i in enumerate(items[:8]) if i.kind not in ("ui", "sep", "copy", "junk")), None)
    if first is None:
        return NONE
    for index in range(first, min(first + 6, len(items))):
        item = items[index]
        if item.kind == "provider":
            after = items[index + 1] if index + 1 < len(items) else None
            if after and after.kind in ("via", "sep", "provider") and after.value in ("/", "|", ""):
                continue
            if after and (after.kind in ("words", "label") and capital(text, after)) and len(text) - item.end > 12:
                slash = "/" in text[items[first].start : item.end]
                return Region(items[first].start, item.end, first, 0.6 if slash else 0.45, "name and provider before the caption", "head")
            return NONE
        if item.kind not in ("words", "sep", "via", "on", "and", "by") or (item.kind == "words" and not _nameish(text, item)):
            return NONE
        if item.kind == "sep" and item.value in ".:。":
            return NONE
    return NONE


def _last_provider(text: str, items: list[Item]) -> Region:
    """A provider behind the caption, without any mark: "The bridge at noon AFP"."""
    last = len(items) - 1
    while last >= 0 and (items[last].kind in ("ui", "arr", "junk", "changed") or (items[last].kind == "sep" and items[last].value != "—")):
        last -= 1
    if last < 1 or items[last].kind != "provider" or len(text) > 600:
        return NONE
    first = last
    while first > 0 and (items[first - 1].kind == "provider" or items[first - 1].value in tuple("/|,&") or items[first - 1].kind == "via"):
        first -= 1
    provider = items[first]
    if provider.kind != "provider":
        return NONE
    bracket = text[: provider.start].rstrip()[-1:] in ("(", "[", "（", "【", "|", "–", "—", "-", ".", "!", "?", "”", '"', "»", "＝", "=")
    before = items[first - 1]
    start, index = provider.start, first
    if before.kind == "words" and "/" not in text[before.end : provider.start]:
        name = _trailing_name(text[before.start : before.end])
        if name and not bracket:
            start = before.end - len(name)
    if before.kind in ("on", "by") and not bracket:
        return NONE
    return Region(start, items[last].end, index, 0.55 if bracket else 0.42, "a provider at the end", "end")


def _trailing_name(words: str) -> str:
    """The name of a person that ends a stretch of words, "" if none does."""
    parts = words.split()
    for count in (3, 2):
        name = " ".join(parts[-count:])
        if len(parts) > count and kind_of(name) == "person" and parts[-count].lower() in vocabulary().names.given:
            return name
    return ""


def _last_start(text: str, end: int) -> int:
    """Where the last statement of the text up to `end` begins: behind a bracket that is still open, else behind a sentence or a separator."""
    begin = slash = -1
    for sign in _SENTENCE.finditer(text, max(0, end - 110), end):
        mark = sign[0].strip() or sign[0]
        if mark[0] == "." and is_shortened(text, sign.start()):
            continue
        if mark[0] in "/|" and begin >= 0 and _NAMES.fullmatch(text, begin, sign.start()):
            continue  # "… on Monday. Ada Example / The Sample Tribune"
        begin = sign.end()
        slash = begin if mark[0] in "/|" else slash
    opened = max(text.rfind("(", 0, end), text.rfind("（", 0, end), text.rfind("[", 0, end))
    if opened < 0 or ")" in text[opened:end]:
        return begin
    return opened + 1 if opened >= begin or (begin == slash and _NAMES.fullmatch(text[opened + 1 : begin].rstrip(" /|"))) else begin


def _last_name(text: str, items: list[Item]) -> Region:
    """A name, or names with a slash, in brackets or as a sentence of its own behind the caption."""
    if len(text) > 700 or len(text) < 12:
        return NONE
    stripped = text.rstrip(" .)]）】*_")
    begin = _last_start(text, len(stripped))
    if begin <= 0:
        return NONE
    segment = stripped[begin:].strip()
    if not 4 <= len(segment) <= 70 or EAST.search(segment) or not (segment[0].isupper() or segment[0] == "@"):
        return NONE
    pieces = [p.strip() for p in _JOINED.split(segment) if p.strip()]
    kinds = [kind_of(p) for p in pieces]
    if not pieces or any(k in ("text", "date") for k in kinds):
        return NONE
    if len(pieces) > 2 and "/" not in segment and "|" not in segment:
        return NONE  # three and more persons are those to be seen
    if _PLACE.search(text, max(0, begin - 24), begin) and any(i.kind == "junk" and begin - i.end < 4 for i in items if i.end < begin):
        return NONE  # "Left: Ada Example, right: Bo Muster" are those to be seen
    enclosed = text[:begin].rstrip()[-1:] in ("(", "[", "（")
    if not ("person" in kinds or "/" in segment or (len(kinds) == 1 and (enclosed or kinds[0] in ("company", "public")))):
        return NONE
    if kinds in (["company"], ["public"]) and kind_of(text[:begin].strip(" -–—|/([")) in ("person", "name"):
        return NONE  # somebody, and whom that person works for
    start = text.index(segment, begin)
    index = next((n for n, i in enumerate(items) if i.end > start), 0)
    reason = "names behind the caption" if "person" in kinds or "/" in segment else "one name behind the caption"
    return Region(start, start + len(segment), index, 0.45 if "/" in segment or enclosed else 0.35, reason, "end")


_MADE = frozenset(["creator", "courtesy", "via"])
_TELLING = frozenset(["words", "provider", "junk"])
_LOOKS = (
    (_lone, _TELLING, 0.8),
    (_photographed, _MADE, 0.8),
    (_head, frozenset(["provider"]), 0.6),
    (_last_provider, frozenset(["provider"]), 0.55),
    (_last_name, frozenset[str](), 0.45),
)
"""In this order; the first find counts. With each, kinds of items of which one is needed, if any, and the highest score that it or one behind it gives."""
