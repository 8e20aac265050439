# SPDX-License-Identifier: Apache-2.0
"""Where in a line the credit stands, and how surely it is one."""

import re

from msgspec.structs import replace

from licaudit.credits.bare import bare
from licaudit.credits.ending import ENDING, bracketed, tail
from licaudit.credits.entire import entire
from licaudit.credits.items import Item
from licaudit.credits.opening import OPENING, opens
from licaudit.credits.stretch import Line, Region

OPENED = 0.6
"""Score from which on a line that opens with "by" is a credit as a whole."""
SURE = 0.85
"""Score from which on mere names elsewhere in the line are not looked for."""

_SENTENCE = re.compile(r"[^\W\d_]{3}\.\s|[。\n]")


def find_region(line: Line) -> Region:
    """The best candidate; its score ranks candidates, and `signals` tells whether it is a credit."""
    text, items, kinds = line.text, line.items, line.kinds
    best = Region(0, len(text), 0, 0.0, "nothing here credits a picture")
    openers: list[Region] = []
    if not kinds.isdisjoint(OPENING):
        best = _opener(text, items, best, openers)
    led = "by" in kinds and next((i.kind for i in items if i.kind != "sep"), "") == "by"
    whole = entire(line, 0.0 if led else best.score)
    if line.mentions and ("\n" in text or ". " in text):
        whole = _behind_break(line, whole)
    if whole.score > best.score or (whole.score >= OPENED and led):
        best = whole  # "By Ada - Own work, …": labels inside it are those of one of its makers
    if best.score < ENDING or (best.form in _CAPTIONED and len(text) - best.start > _CAPTION):
        for ending in (tail(text, items, kinds, line.setting), bracketed(text, items)):
            if ending.score > best.score or (ending.score and _captions(text, items, best, ending)):
                best = _reaching_back(text, items, ending, openers) if ending.form == "tail" else ending
    if best.score >= SURE:
        return best
    named = bare(text, items, kinds, best.score)
    return named if named.score > best.score else best


def _behind_break(line: Line, whole: Region) -> Region:
    """The part behind the last line break or sentence before the licence, if that is a credit: the caption stands before it.

    What a sentence ends may as well be the title of the work, so behind one the part must be likelier than all.
    """
    stop = line.mentions[0].start
    begin = line.text.rfind("\n", 0, stop) + 1
    least = whole.score if begin else whole.score + 0.01
    begin = begin or max((hit.end() for hit in _SENTENCE.finditer(line.text, 0, stop)), default=0)
    first = next((n for n, i in enumerate(line.items) if i.start >= begin), 0) if begin else 0
    if not first:
        return whole
    last = entire(replace(line, items=line.items[first:], told=[]), 0.0)
    return replace(last, start=line.items[first].start, first=first) if last.score and last.score >= least else whole


def _opener(text: str, items: list[Item], best: Region, openers: list[Region]) -> Region:
    """The likeliest of the marks that open a credit, or `best`; all likely ones are added to `openers`."""
    for index, item in enumerate(items):
        kind = item.kind
        if kind not in OPENING:
            continue
        score, reason = opens(text, items, index)
        if score >= 0.6:
            if index and items[index - 1].value in ("(", "[", "（"):
                score = min(0.99, score + 0.08)
            openers.append(Region(item.start, len(text), index, score, reason, kind))
        if score > best.score + 0.03:
            best = Region(item.start, len(text), index, score, reason, "courtesy" if kind == "permission" else kind)
    if best.form == "changed":  # what was done to the picture stands behind who made it
        best = max((o for o in openers if o.first < best.first), key=lambda o: o.score, default=best)
    if len(openers) < 2:
        return best
    return _behind_caption(text, items, _reaching_back(text, items, best, openers), openers)


_RUNNING = re.compile(r"(?<![\w-])[^\W\d_A-ZÀ-Þ][^\W\d_]+(?![\w-])")
_STOP = re.compile(r"[^\W\d_]{3}[.!?…](?:\s|$)|[。\n]|\s[/|–—]\s")
_CAPTIONED = ("label", "junk")
_CAPTION_WORDS = 5
"""Words in small letters behind a label that make a caption of what follows it: "Photo: the new bridge on the day it was opened. dpa"."""
_CAPTION = 3 * _CAPTION_WORDS
"""Code points that such words take at least."""


def _captions(text: str, items: list[Item], label: Region, later: Region) -> bool:
    """Whether `label` opens a caption in running words, and the credit comes behind its end."""
    if label.form not in _CAPTIONED or later.first <= label.first:
        return False
    between = text[label.start : later.start] + " "
    if not _STOP.search(between):
        return False
    running = [text[i.start : i.end] for i in items[label.first : later.first] if i.kind != "licence"]
    return len(_RUNNING.findall(" ".join(running))) >= _CAPTION_WORDS


def _behind_caption(text: str, items: list[Item], best: Region, openers: list[Region]) -> Region:
    """The last opener, if the best one only opens the caption before it."""
    if best.form not in _CAPTIONED:
        return best
    return next((o for o in reversed(openers) if _captions(text, items, best, o)), best)


def _reaching_back(text: str, items: list[Item], best: Region, openers: list[Region]) -> Region:
    """The credit begins at an earlier mark if no sentence ends in between: "© Ada Example, courtesy Harbour Museum"."""
    for opener in reversed(openers):
        if opener.first >= best.first:
            continue
        between = text[opener.start : best.start]
        if opener.form == "source" and best.form in ("label", "credit", "creator"):
            if best.form == "creator" and _is_record(items, opener, best, between):
                best = replace(opener, score=best.score, reason=best.reason)  # "Source: Flickr. Author: Ada Example"
            continue
        if len(between) < 120 and not _SENTENCE.search(between):
            stronger = best if best.score > opener.score else opener
            best = replace(opener, score=stronger.score, reason=stronger.reason)
    return best


def _is_record(items: list[Item], source: Region, maker: Region, between: str) -> bool:
    """Whether source and maker are two entries of one record."""
    if len(between) >= 120:
        return False
    if len(between) < 60 and any(i.kind == "provider" for i in items[source.first + 1 : source.first + 4]):
        return True
    return items[maker.first - 1].value in (",", ";", "|", "·") and not _SENTENCE.search(between)
