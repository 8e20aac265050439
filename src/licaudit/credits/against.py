# SPDX-License-Identifier: Apache-2.0
"""What speaks against a credit of a picture: a site's footer, the licence of a text or of software, a form, program text."""

import re
from collections.abc import Sequence
from itertools import pairwise

from licaudit.credits.items import Item
from licaudit.credits.stretch import YEARS, Region
from licaudit.model.credit import LicenceMention, Link

_NOT_PICTURES = re.compile(
    r"^\W*(?:audio|licen[cs]e|licencia|licença|licenza|lizenz|lisans|lisens|licens|licentie|code|data|import|yield|case|copyright\s*:)\b(?!\s*[=:]?\s*[\"'](?:by|par|von|por|av|di|door)\b)",
    re.I,
)
_SOUND = re.compile(r"\.(?:ogg|oga|ogv|mp3|wav|flac|opus|mid|webm|mp4)(?:$|[?#])", re.I)
_CODE = re.compile(r"[=!]==|=>|\bfunction\b|\$\{|\.replace\(|</?\w+[ >]|\bcontent=|query:|evidence=|\\n")


def against(text: str, items: list[Item], mentions: Sequence[LicenceMention], links: Sequence[Link], region: Region) -> str:
    """What speaks against a credit of a picture before it is read, "" if nothing does."""
    lower = text.lower()
    if any(i.kind == "exception" for i in items):
        return "a notice for all pictures of a site"
    labelled = region.reason.startswith(("label", "“")) and "©" not in region.reason
    if (
        items
        and items[0].kind == "by"
        and len(items) <= 3
        and items[-1].kind in ("provider", "sep")
        and items[1:2]
        and items[1].lang == "agency"
    ):
        return "a byline"
    arr = any(i.kind == "arr" for i in items)
    if not mentions and text.count("©") > 1 and len(re.findall(r"copyright\s*©", text, re.I)) > 1:
        return "footer of a site"
    if any(_SOUND.search(k.href) for k in links):
        return "a sound or a film"
    if any(a.kind == "copy" and b.kind == "site" and text[b.start].isupper() for a, b in pairwise(items)):
        return "the copyright of a site"
    if "©" in text or "opyright" in text or "(c)" in lower:
        if (arr or re.search(r"(?:19|20)\d\d\s*[-–—]\s*(?:19|20)?\d\d", text)) and not labelled:
            return "footer of a site"
        if (
            re.search(r"(?:GmbH|Inc\.?|AB|Ltd|LLC|Foundation, Inc)\b", text)
            and YEARS.search(text)
            and len(text) < 100
            and not mentions
            and not labelled
        ):
            return "footer of a site"
        if re.match(r"\W*(?:copyright\W*)?[^,/|]*\b(?:GmbH|AG|Inc|Ltd|LLC|S\.A|a\.s|AB|SAS|Corporation|Verlag)\b\.?\W*$", text, re.I):
            return "a company's copyright notice"
    if ("{" in text or "xxx" in lower or " doe" in lower) and re.search(r"\b(?:X{3,}|Jane Doe|John Doe)\b|[{]\w+[}]", text, re.I):
        return "a placeholder"
    if not labelled and _CODE.search(text):
        return "program text"
    if region.first == 0 and _NOT_PICTURES.match(text):
        return "licence of something else"
    picture = any(i.kind in ("label", "credit") for i in items)
    if mentions and any(i.kind == "site" and _speaks_of_site(text, i) for i in items) and not (picture and labelled):
        return "licence of a site, a text or software"
    if "[" in text and re.search(r"\[(?:Rechteinhaber|author|name|Autor|title|Titel|auteur|nombre)\]", text, re.I):
        return "a form to be filled in"
    if len(text) - region.start > 450 and region.score < 0.9:
        return "running text"
    return ""


def _speaks_of_site(text: str, item: Item) -> bool:
    """A capitalised single word ("Software") inside a line is rather part of a name."""
    word = text[item.start : item.end]
    return not (word[:1].isupper() and " " not in word and text[: item.start].strip())
