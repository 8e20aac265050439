# SPDX-License-Identifier: Apache-2.0
"""Where in a line the credit stands, and how surely it is one."""

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from licaudit.credits.items import Item
from licaudit.credits.licences import by_url
from licaudit.credits.names import kind_of
from licaudit.credits.vocabulary import vocabulary
from licaudit.credits.whole import read_whole
from licaudit.model.credit import LicenceMention, Link, Setting


class Region(NamedTuple):
    """The stretch that credits a picture; `first` is the index of its first item; `score` 0 to 1; `reason` for people."""

    start: int
    end: int
    first: int
    score: float
    reason: str
    form: str = "whole"


_COLONS = ":："
_CJK_LANGS = ("zh", "ja", "ko")
_NOT_PICTURES = re.compile(
    r"^\W*(?:audio|licen[cs]e|licencia|licença|licenza|lizenz|lisans|lisens|licens|licentie|code|data|import|yield|case|copyright\s*:)\b(?!\s*[=:]?\s*[\"'](?:by|par|von|por|av|di|door)\b)",
    re.I,
)
_CODE = re.compile(r"[=!]==|=>|\bfunction\b|\$\{|\.replace\(|</?\w+[ >]|\bcontent=|query:|evidence=|\\n")
_EAST = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")
_YEARS = re.compile(r"(?:19|20)\d\d")


def find_region(text: str, items: list[Item], mentions: Sequence[LicenceMention], links: Sequence[Link], setting: Setting) -> Region:
    """The best candidate; a score under 0.5 means that the line is judged to be no credit."""
    best = Region(0, len(text), 0, 0.0, "nothing here credits a picture")
    openers: list[Region] = []
    for index, item in enumerate(items):
        score, reason = _opens(text, items, index, setting)
        if score >= 0.6 and index and items[index - 1].value in ("(", "[", "（"):
            score = min(0.99, score + 0.08)
        if score >= 0.6:
            openers.append(Region(item.start, len(text), index, score, reason, item.kind))
        if score > best.score + 0.03:
            best = Region(item.start, len(text), index, score, reason, item.kind)
    best = _reaching_back(text, best, openers)
    whole = _whole(text, items, mentions, links)
    if whole.score > best.score:
        best = whole
    for ending in (_tail(text, items, setting), _bracketed(text, items)):
        if ending.score > best.score:
            best = ending
    return _against(text, items, mentions, best)


def _speaks_of_site(text: str, item: Item) -> bool:
    """A capitalised single word ("Software") inside a line is rather part of a name."""
    word = text[item.start : item.end]
    return not (word[:1].isupper() and " " not in word and text[: item.start].strip())


def _reaching_back(text: str, best: Region, openers: list[Region]) -> Region:
    """The credit begins at an earlier mark if no sentence ends in between: "© Ada Example, courtesy Harbour Museum"."""
    for opener in reversed(openers):
        between = text[opener.start : best.start]
        if opener.first < best.first and len(between) < 120 and not re.search(r"[^\W\d_]{3}\.\s|[。\n]", between):
            best = opener._replace(score=max(best.score, opener.score), reason=best.reason if best.score > opener.score else opener.reason)
    return best


def _next(items: list[Item], index: int, skip: str = " ") -> Item | None:
    return items[index + 1] if index + 1 < len(items) else None


def _capital(text: str, item: Item) -> bool:
    head = text[item.start : item.start + 1]
    return head.isupper() or head == "@" or head.isdigit() or bool(re.match(r"[\u3040-\u9fff\uac00-\ud7af\u0590-\u06ff]", head))


def _opens(text: str, items: list[Item], index: int, setting: Setting) -> tuple[float, str]:
    """How surely item `index` opens a credit."""
    item = items[index]
    kind = item.kind
    if kind in ("changed", "junk") and index + 1 < len(items) and (items[index + 1].kind == "by" or _colon(text, items, index)):
        kind = "label"
    if kind not in ("label", "credit", "creator", "source", "courtesy", "copy", "own", "ai"):
        return 0.0, ""
    word = text[item.start : item.end]
    after = _next(items, index)
    colon = _colon(text, items, index)
    before = items[index - 1] if index else None
    rest = items[index + 1 :]
    fresh = before is None or before.kind in ("sep", "quote", "url", "copy", "licence")
    fresh = fresh or (word[:1].isupper() and (item.lang != "de" or any(i.kind in ("provider", "licence", "copy") for i in rest[:6])))
    if not rest and kind not in ("own", "ai", "source", "credit", "courtesy"):
        return 0.0, ""
    support = any(i.kind in ("provider", "licence", "via", "courtesy", "copy") for i in rest[:10])
    if colon and kind == "label" and not fresh and before and before.kind in ("words", "on", "by") and index and not word[:1].islower():
        return 0.8, f"label “{word}:”"
    if colon and kind in ("label", "credit"):
        return (0.99 if kind == "credit" else 0.95), f"label “{word}:”"
    if colon and kind == "creator" and re.match(r"\s*[:：]", text[item.end :]):
        return 0.8, f"role “{word}:”"
    if colon and kind == "source":
        short = len(text) - item.end < 200
        return (0.75, f"source “{word}:”") if short else (0.3, "source of a text")
    if kind == "courtesy":
        return (0.85, f"“{word}”") if fresh or (index and items[index - 1].kind == "label") else (0.2, "")
    if kind == "credit":
        if item.lang in _CJK_LANGS and len(word) >= 3:
            return 0.85, f"“{word}”"
        if (
            after
            and (after.kind in ("provider", "credit", "copy", "by", "quote") or (after.kind == "words" and _capital(text, after)))
            and fresh
        ):
            return 0.88, f"“{word}” and a name"
        return (0.3, "") if after else (0.2, "")
    if (
        kind == "creator"
        and " " in word
        and after
        and (after.kind in ("provider", "copy", "quote", "own") or (after.kind == "words" and _capital(text, after)))
    ):
        return (0.88, f"“{word}” and a name") if fresh or support else (0.55 if len(text) < 150 else 0.3, f"“{word}”")
    if kind == "creator" and " " in word and after and support and len(text) < 120:
        return 0.7, f"“{word}” with a source"
    if kind == "label" and after:
        if after.kind in ("copy", "provider", "courtesy", "licence") and fresh:
            return 0.85, f"“{word}” and “{text[after.start : after.end]}”"
        if after.kind == "source" and index + 2 < len(items) and items[index + 2].kind in ("url", "provider") and len(text) - item.start < 160:
            return 0.7, f"“{word}” {text[after.start : after.end]}"
        if after.kind in ("by", "via", "creator") and fresh and index + 2 < len(items) and (_capital(text, items[index + 2]) or support):
            return 0.8, f"“{word}” {text[after.start : after.end]}"
        if after.kind == "words" and _capital(text, after) and fresh and support and len(text) - item.start < 160:
            return 0.7, f"“{word}” and a name"
        if after.kind == "words" and _only_a_name(text, items, index):
            return 0.65, f"“{word}” and nothing but a name"
    if kind == "copy" and after and after.kind in ("words", "provider", "label", "and") and not _YEARS.match(text, after.start):
        if item.value == "(c)" and not index:
            return 0.3, "a letter that counts parts"
        return (0.75, "copyright notice with a name")
    if kind == "copy" and after and _YEARS.match(text, after.start):
        return (
            0.6 if support or re.match(r"\d{4}[,.]? (?:by )?[A-ZÀ-Þ]\w+ [A-ZÀ-Þ]\w+[.)]?$", text[after.start :]) else 0.35
        ), "copyright notice with a year"
    if kind == "own" and len(text) < 100:
        return 0.6, "own work"
    if kind == "ai" and len(text) < 300:
        return 0.7, "made with a machine"
    return 0.0, ""


def _only_a_name(text: str, items: list[Item], index: int) -> bool:
    """Whether the rest of the line is the name of a person or a web site: "Photo Ada Example." """
    rest = text[items[index + 1].start :].rstrip(" .)]")
    if len(rest) > 40 or items[index].lang in ("id", "it", "es", "pt", "fr", "ca"):
        return kind_of(rest) == "person" and len(rest) <= 40
    east_slav = bool(re.match(r"[А-ЯЁІЇЄ]\w+ [А-ЯЁІЇЄ]\w+$", rest))
    return kind_of(rest) == "person" or east_slav or bool(re.fullmatch(r"[\w-]+(?:\.[\w-]+)*\.[a-z]{2,4}", rest))


def _colon(text: str, items: list[Item], index: int) -> bool:
    """A colon right behind the label, or behind one word of place ("Bild – oben:", "Photo 1:")."""
    stretch = text[items[index].end : items[index].end + 16]
    if items[index].kind == "label" and len(text[items[index].start : items[index].end]) <= 4 and re.match(r"\.\s*[^\W\d_]", stretch):
        return True
    return bool(re.match(r"\s*(?:\.\.\.|…)\s*\w", stretch)) or bool(re.match(r"\s*(?:[-–(]?\s*[\w]{1,8}\)?\s*)?[:：]", stretch)) and not re.match(r"\s*[:：]//", stretch)


def _whole(text: str, items: list[Item], mentions: Sequence[LicenceMention], links: Sequence[Link]) -> Region:
    """Lines that are a credit as a whole: title, author and licence, or an address of a picture's page."""
    named = [m for m in mentions if m.via == "text"] or list(mentions)
    vocab = vocabulary()
    platforms = [i for i in items if i.kind == "provider"]
    hosts = [vocab.host(k.href) for k in links if not by_url(k.href)]
    pictures = any(kind in ("platform", "stock") for _, _, kind in hosts)
    label = any(i.kind in ("label", "creator") for i in items)
    words = sum(len(text[i.start : i.end].split()) for i in items if i.kind == "words")
    if len(items) == 1 and items[0].kind in ("source", "credit") and pictures and any(_is_item(k.href) for k in links):
        return Region(0, len(text), 0, 0.65, "a word that links to a picture's page", "source")
    if named and len(text) < 500:
        if any(i.kind in ("via",) for i in items) and platforms:
            return Region(0, len(text), 0, 0.9, "licence and platform")
        if pictures or platforms:
            return Region(0, len(text), 0, 0.75 if words < 40 else 0.45, "licence and platform")
        if (
            any(i.kind in ("by", "quote") for i in items)
            and words < 30
            and (label or any(i.kind == "quote" for i in items[:2]) or text[:3].lower() == "by ")
        ):
            return Region(0, len(text), 0, 0.65, "title, author and licence")
        if (
            0 < words <= 16
            and named[0].id != "CC"
            and (_maker(text, items, named[0]) or _authored(text, items))
        ):
            return Region(0, len(text), 0, 0.65, "name and licence")
        if label and words < 30:
            return Region(0, len(text), 0, 0.6, "picture and licence")
    if (
        pictures
        and words <= 12
        and len(text) < 300
        and (words >= 1 or any(k.kind == "text" for k in links))
        and any(_is_item(k.href) for k in links)
        and (platforms or any(k.kind == "text" for k in links) or label)
    ):
        return Region(0, len(text), 0, 0.6, "page of a picture")
    return Region(0, len(text), 0, 0.0, "")


def _authored(text: str, items: list[Item]) -> bool:
    """Whether a person's or an account's name opens the line and the licence follows."""
    author = read_whole(text, items, 0)
    if not author.names or author.names[0][0] > 3 or _EAST.search(author.names[0][1]):
        return False
    kind = kind_of(author.names[0][1])
    return kind in ("person", "account") or (kind == "name" and len(author.names[0][1].split()) == 2)


def _maker(text: str, items: list[Item], named: LicenceMention) -> bool:
    """Whether a name stands right before the licence, or right behind it: "Ada Example (CC BY 4.0)"."""
    before = [i for i in items if i.end <= named.start and i.kind != "sep"]
    after = [i for i in items if i.start >= named.end and i.kind != "sep"]
    if any(i.kind in ("licensed", "source", "copy", "url") for i in before + after):
        return False
    near = before[-1] if before else after[0] if after else None
    if text[: named.start].rstrip().endswith(("under", "unter", "sous", "bajo")) or (near and _EAST.search(text[near.start : near.end])):
        return False
    return bool(
        near
        and near.kind in ("words", "provider", "quote", "own")
        and _capital(text, near)
        and text[:1] not in "-*#"
        and ":" not in text[: named.start]
    )


def _is_item(href: str) -> bool:
    return bool(re.search(r"/(?:photos?|wiki|fotos?|w|users?|es|en|de|fr|it|pt|@[\w.-]+|pic-\d+|p)\b.{3,}", href))


def _tail(text: str, items: list[Item], setting: Setting) -> Region:
    """A name and an agency after the caption without any marker: "… in Rome. Ada Example/AFP"."""
    last = len(items) - 1
    while last >= 0 and (items[last].kind in ("ui", "arr", "junk", "changed") or items[last].kind == "sep"):
        last -= 1
    none = Region(0, len(text), 0, 0.0, "")
    if last < 0:
        return none
    first = last
    provider = False
    while first >= 0:
        item = items[first]
        if item.kind == "provider":
            provider = True
        elif item.kind == "words":
            account = len(text[item.start : item.end].split()) == 1 and text[item.end : item.end + 2].strip()[:1] in ("/", ",", "|")
            opens = first == 0 or items[first - 1].value in ("(", "（", "[")
            if len(text[item.start : item.end].split()) > 5 or not (_capital(text, item) or (account and opens)):
                break
        elif item.kind == "sep" and item.value and item.value in ".:。>\n()[]—–":
            break
        elif item.kind == "by" and text[item.start : item.end].islower() and items[min(first + 1, last)].kind == "words":
            pass
        elif item.kind == "creator" and item.lang in _CJK_LANGS:
            pass
        elif item.kind not in ("via", "sep", "on", "junk", "and", "changed") and not (item.kind == "label" and _capital(text, item)):
            break
        first -= 1
    first += 1
    if not provider or first > last:
        return none
    stretch = text[items[first].start : items[last].end]
    slash = "/" in stretch or " via " in stretch or "|" in stretch
    bracket = first > 0 and items[first - 1].value in tuple("([（|—–")
    hosted = any(a.kind in ("on", "source") and b.kind == "provider" and b.lang in ("platform", "stock") for a, b in pairwise(items[first : last + 1]))
    named = any(i.kind == "words" and _capital(text, i) for i in items[first:last])
    if slash or bracket or setting in ("caption", "field") or (hosted and named and first <= 1):
        return Region(items[first].start, items[last].end, first, 0.75 if slash else 0.65, "name and provider at the end", "tail")
    if "," in stretch and all(i.kind in ("provider", "words", "sep", "label") for i in items) and sum(i.kind == "provider" for i in items) >= 2:
        return Region(items[first].start, items[last].end, first, 0.7, "names of providers", "tail")
    return none


_BRACKETS = re.compile(r"[(\[（]([^()\[\]（）]{5,100})[)\]）][\s.*_]*$")


def _bracketed(text: str, items: list[Item]) -> Region:
    """Names and a body in brackets at the end, without any mark: "(Ada Example/Bo Muster for Harbour News)"."""
    hit = _BRACKETS.search(text)
    none = Region(0, len(text), 0, 0.0, "")
    if not hit or not re.search(r"[/|]| for | für ", hit[1]):
        return none
    *names, last = [p.strip() for p in re.split(r"\s*[/|,]\s*| and | for | für | & ", hit[1]) if p.strip()]
    kinds = [kind_of(n) for n in names]
    if not names or kind_of(last) not in ("company", "public") or any(k not in ("person", "name") for k in kinds):
        return none
    if "person" not in kinds and not last.isupper() and not re.search(r"\b[A-Z]{2,5}\b", last):
        return none
    first = next((n for n, i in enumerate(items) if i.start >= hit.start(1)), 0)
    return Region(hit.start(1), hit.end(1), first, 0.65, "names and a body in brackets", "tail")


def _against(text: str, items: list[Item], mentions: Sequence[LicenceMention], region: Region) -> Region:
    """What speaks against a credit of a picture: a site's footer, the licence of a text or of software, prose, code."""

    def down(score: float, why: str) -> Region:
        return region._replace(score=min(region.score, score), reason=why)

    labelled = region.reason.startswith(("label", "“")) and "©" not in region.reason
    if items and items[0].kind == "by" and len(items) <= 3 and items[-1].kind in ("provider", "sep") and items[1:2] and items[1].lang == "agency":
        return down(0.3, "a byline")
    arr = any(i.kind == "arr" for i in items)
    if "©" in text or "opyright" in text or "(c)" in text.lower():
        if (arr or re.search(r"(?:19|20)\d\d\s*[-–—]\s*(?:19|20)?\d\d", text)) and not labelled:
            return down(0.2, "footer of a site")
        if (
            re.search(r"(?:GmbH|Inc\.?|AB|Ltd|LLC|Foundation, Inc)\b", text)
            and _YEARS.search(text)
            and len(text) < 100
            and not mentions
            and not labelled
        ):
            return down(0.2, "footer of a site")
        if re.match(r"\W*(?:copyright\W*)?[^,/|]*\b(?:GmbH|AG|Inc|Ltd|LLC|S\.A|a\.s|AB|SAS|Corporation|Verlag)\b\.?\W*$", text, re.I):
            return down(0.3, "a company's copyright notice")
    if re.search(r"\b(?:X{3,}|Jane Doe|John Doe)\b|[{]\w+[}]", text, re.I):
        return down(0.3, "a placeholder")
    if _CODE.search(text) and not labelled:
        return down(0.3, "program text")
    if _NOT_PICTURES.match(text) and region.first == 0:
        return down(0.3, "licence of something else")
    picture = any(i.kind in ("label", "credit") for i in items)
    if mentions and any(i.kind == "site" and _speaks_of_site(text, i) for i in items) and not (picture and labelled):
        return down(0.3, "licence of a site, a text or software")
    if "[" in text and re.search(r"\[(?:Rechteinhaber|author|name|Autor|title|Titel|auteur|nombre)\]", text, re.I):
        return down(0.2, "a form to be filled in")
    if len(text) - region.start > 450 and region.score < 0.9:
        return down(0.4, "running text")
    return region
