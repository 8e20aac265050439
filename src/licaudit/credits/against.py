# SPDX-License-Identifier: Apache-2.0
"""What speaks against a credit of a picture: a site's footer, the licence of a text or of software, a form, program text."""

import re
from itertools import pairwise

from licaudit.credits.items import Item
from licaudit.credits.stretch import YEARS, Line, Region

_NOT_PICTURES = re.compile(
    r"^\W*(?:audio|licen[cs]e|licencia|licença|licenza|lizenz|lisans|lisens|licens|licentie|code|data|import|yield|case|copyright\s*:)\b(?!\s*[=:]?\s*[\"'](?:by|par|von|por|av|di|door)\b)",
    re.I,
)
_HEADS = frozenset("acdilyACDILY")
"""With one of these letters such a line begins, signs aside."""
_SOUND = re.compile(r"\.(?:ogg|oga|ogv|mp3|wav|flac|opus|mid|webm|mp4)(?:$|[?#])", re.I)
_CODE = re.compile(r"[=!]==|=>|\bfunction\b|\$\{|\.replace\(|</?\w+[ >]|\bcontent=|query:|evidence=|\\n")

_TWICE = re.compile(r"copyright\s*©", re.I)
_FROM_TO = re.compile(r"(?:19|20)\d\d\s*[-–—]\s*(?:19|20)?\d\d")
_FIRM = re.compile(r"(?:GmbH|Inc\.?|AB|Ltd|LLC|Foundation, Inc)\b")
_FIRM_ALONE = re.compile(r"\W*(?:copyright\W*)?[^,/|]*\b(?:GmbH|AG|Inc|Ltd|LLC|S\.A|a\.s|AB|SAS|Corporation|Verlag)\b\.?\W*$", re.I)
_PLACEHOLDER = re.compile(
    r"\bX{3,}\b|(?<!\{)\{\s*[a-z_$][\w$?.\[\]()-]*\s*(?:(?:\|\|?|\?\??)\s[^{}]{0,120})?\}(?!\})|\$[a-z_]\w+|<(?:your|author|name|title|url)[^<>]{0,20}>|%\(\w+\)s|(?<!\w)%s\b",
    re.I,
)
"""Gaps that a program or an editor fills in: "{owner}", "$name", "<your name>"."""
_NEAR = 24
"""Code points between what announces an example and the example."""
_FORM = re.compile(r"\[(?:Rechteinhaber|author|name|Autor|title|Titel|auteur|nombre)\]", re.I)


def against(line: Line, region: Region) -> str:
    """What speaks against a credit of a picture before it is read, "" if nothing does."""
    text, items, mentions, kinds = line.text, line.items, line.mentions, line.kinds
    if "exception" in kinds:
        return "a notice for all pictures of a site"
    labelled = region.reason.startswith(("label", "“")) and "©" not in region.reason
    if 2 <= len(items) <= 3 and items[0].kind == "by" and items[-1].kind in ("provider", "sep") and items[1].lang == "agency":
        return "a byline"
    signed = "©" in text
    if signed and not mentions and text.count("©") > 1 and len(_TWICE.findall(text)) > 1:
        return "footer of a site"
    if line.links and any(_SOUND.search(k.href) for k in line.links):
        return "a sound or a film"
    if (
        "copy" in kinds
        and "site" in kinds
        and any(a.kind == "copy" and b.kind == "site" and text[b.start].isupper() for a, b in pairwise(items))
    ):
        return "the copyright of a site"
    if (signed or "copy" in kinds) and (notice := _notice(line, labelled)):
        return notice
    if "placeholder" in kinds or (_may_be_gap(text) and _PLACEHOLDER.search(text)):
        return "a placeholder"
    if "example" in kinds and any(i.kind == "example" and 0 <= region.start - i.end < _NEAR for i in items):
        return "an example"
    if not labelled and _is_code(text):
        return "program text"
    if region.first == 0 and (text[:1] in _HEADS or not text[:1].isalnum()) and _NOT_PICTURES.match(text):
        return "licence of something else"
    unlabelled = not labelled or kinds.isdisjoint(("label", "credit"))
    if mentions and "site" in kinds and unlabelled and any(i.kind == "site" and _speaks_of_site(text, i) for i in items):
        return "licence of a site, a text or software"
    if "[" in text and _FORM.search(text):
        return "a form to be filled in"
    if len(text) - region.start > 450 and region.score < 0.9:
        return "running text"
    return ""


def _may_be_gap(text: str) -> bool:
    """Whether the line has a sign of a gap to be filled in; the pattern itself is slow."""
    signs = "{" in text or "$" in text or "%" in text or "<" in text
    return signs or ("x" in text and "xxx" in text) or ("X" in text and "XXX" in text)


def _is_code(text: str) -> bool:
    """Whether the line is program text; most lines hold none of the few signs that the slower pattern would look for."""
    signs = "=" in text or "<" in text or "\\" in text or "$" in text or "function" in text
    signs = signs or ("(" in text and ".replace(" in text) or (":" in text and "query:" in text)
    return signs and bool(_CODE.search(text))


def _notice(line: Line, labelled: bool) -> str:
    """What speaks against a line with a copyright sign: it is rather the notice of a site or a company."""
    text = line.text
    if not labelled and ("arr" in line.kinds or _FROM_TO.search(text)):
        return "footer of a site"
    if not labelled and not line.mentions and len(text) < 100 and _FIRM.search(text) and YEARS.search(text):
        return "footer of a site"
    return "a company's copyright notice" if _FIRM_ALONE.match(text) else ""


def _speaks_of_site(text: str, item: Item) -> bool:
    """A capitalised single word ("Software") inside a line is rather part of a name."""
    word = text[item.start : item.end]
    return not (word[:1].isupper() and " " not in word and text[: item.start].strip())
