# SPDX-License-Identifier: Apache-2.0
"""Which marks of a line open a credit, and how surely: "Photo:", "Bild: …", "Image by", "©", "courtesy of"."""

import re

import msgspec

from licaudit.credits.items import Item
from licaudit.credits.names import kind_of
from licaudit.credits.stretch import CJK_LANGS, YEARS, begins_a_name, capital
from licaudit.credits.vocabulary import leads_on, means, vocabulary

_KINDS = frozenset(["label", "credit", "creator", "source", "courtesy", "copy", "own", "ai"])
_ALONE = frozenset(["own", "ai", "source", "credit", "courtesy"])
_WITHOUT = frozenset(["copy", "own", "ai"])
"""Kinds of which it does not matter whether a colon follows."""
_FRESH = frozenset(["sep", "quote", "url", "copy", "licence"])
_NOUN = frozenset(["provider", "licence", "copy"])
_SUPPORT = frozenset(["provider", "licence", "via", "courtesy", "copy"])
OPENING = _KINDS | {"changed", "junk", "arr", "permission"}
"""Kinds of items that may open a credit."""
Opening = tuple[float, str]


class _Mark(msgspec.Struct, frozen=True, gc=False):
    """A mark that may open a credit, with what stands around it."""

    text: str
    items: list[Item]
    number: int
    kind: str
    word: str
    colon: bool

    @property
    def fresh(self) -> bool:
        """Whether a statement begins here: behind a sign, or with a capital where nouns have none."""
        number, items = self.number, self.items
        if not number or items[number - 1].kind in _FRESH:
            return True
        return self.word[:1].isupper() and (items[number].lang != "de" or any(i.kind in _NOUN for i in items[number + 1 : number + 7]))

    @property
    def support(self) -> bool:
        """Whether something that credits have follows."""
        return any(i.kind in _SUPPORT for i in self.items[self.number + 1 : self.number + 11])

    @property
    def item(self) -> Item:
        return self.items[self.number]

    @property
    def after(self) -> Item | None:
        return self.items[self.number + 1] if self.number + 1 < len(self.items) else None

    @property
    def second(self) -> Item | None:
        return self.items[self.number + 2] if self.number + 2 < len(self.items) else None


def opens(text: str, items: list[Item], index: int) -> Opening:
    """How surely item `index` opens a credit, and why."""
    item = items[index]
    kind = item.kind
    if kind not in OPENING:
        return 0.0, ""
    colon = kind not in _WITHOUT and _colon(text, item)
    last = index + 1 == len(items)
    if kind == "arr":  # "All rights reserved by Ada Example"; alone it is a notice
        return (0.7, "all rights reserved by") if not last and items[index + 1].kind == "by" and len(text) < 200 else (0.0, "")
    if kind == "permission":
        return _permission(text, items, index)
    if kind == "changed" and not colon and not last and _adapted(text, items, index):
        return 0.62, f"“{text[item.start : item.end]}” and a name"
    if kind in ("changed", "junk"):
        if last or not (colon or items[index + 1].kind == "by"):
            return 0.0, ""
        if (
            kind == "junk"
            and colon
            and not (means(text[item.start : item.end], "label") or any(i.kind in _CREDITING for i in items[index + 1 : index + 12]))
        ):
            return 0.0, ""  # "Left: Ada Example, right: Bo Muster" are those to be seen
        kind = "label"
    if last and kind not in _ALONE:
        return 0.0, ""
    mark = _Mark(text, items, index, kind, text[item.start : item.end], colon)
    return _BY_KIND[kind](mark)


def _permission(text: str, items: list[Item], index: int) -> Opening:
    """A permission opens a credit if it says whose it is: "Reproduced with kind permission of Example Museum"."""
    item = items[index]
    follower = items[index + 1] if index + 1 < len(items) else None
    said = text[item.start : item.end]
    if follower and follower.kind in ("by", "source", "on") and not leads_on(said):
        follower = items[index + 2] if index + 2 < len(items) else None
    elif not leads_on(said):
        return 0.0, ""
    if not follower or follower.kind not in ("words", "provider", "quote", "url") or not begins_a_name(text, follower):
        return 0.0, ""
    return (0.8, f"“{said}”") if len(text) - item.start < 200 else (0.3, "")


def _adapted(text: str, items: list[Item], index: int) -> bool:
    """Whether a work is told to be made after another one, whose maker follows: "Figure adapted from Example et al. (2019)"."""
    item, after = items[index], items[index + 1]
    if " " not in text[item.start : item.end] or after.kind != "words" or not capital(text, after):
        return False
    fresh = not index or items[index - 1].kind in ("label", "sep") or (index == 1 and len(text[: item.start].split()) <= 2)
    return fresh and (_CITED.search(text, after.start, after.end + 40) is not None or any(i.kind == "licence" for i in items[index + 1 :]))


def _label(mark: _Mark) -> Opening:
    word = mark.word
    if mark.colon:
        if "/" in mark.text and _PATH.match(mark.text, mark.item.end):
            return 0.0, ""  # a setting that names a file: "image: /get-sample"
        inside = mark.number and mark.items[mark.number - 1].kind in ("words", "on", "by") and not word[:1].islower() and not mark.fresh
        return (0.8 if inside else 0.95), f"label “{word}:”"
    after, second = mark.after, mark.second
    if not after or (after.start == mark.item.end and mark.text[after.start] == "."):
        return 0.0, ""  # nothing, or a method: "map.feature()"
    follower = f"“{word}” {mark.text[after.start : after.end]}"
    fresh = mark.fresh
    short = len(mark.text) - mark.item.start < 160
    if after.kind in ("copy", "provider", "courtesy", "licence") and fresh:
        return 0.85, f"“{word}” and “{mark.text[after.start : after.end]}”"
    if after.kind == "source" and second and second.kind in ("url", "provider") and short:
        return 0.7, follower
    if after.kind == "source" and second and second.kind == "words" and fresh and short:
        rest = _STOP.split(mark.text[second.start :].removeprefix("the "), maxsplit=1)[0].rstrip(" .)")
        if kind_of(rest) in ("company", "public", "person"):
            return 0.65, follower
    if after.kind in ("by", "via", "creator") and fresh and second and (capital(mark.text, second) or mark.support):
        return 0.8, follower
    if after.kind == "words" and capital(mark.text, after) and fresh and mark.support and short:
        return 0.7, f"“{word}” and a name"
    if after.kind == "words" and _only_a_name(mark.text, mark.items, mark.number):
        return 0.65, f"“{word}” and nothing but a name"
    rest = mark.text[mark.item.end :].strip()
    if fresh and after.kind in ("words", "source", "sep", "on", "provider", "url", "via") and 3 <= len(rest) <= 60:
        return 0.4, f"“{word}” and few words"
    return 0.0, ""


def _credit(mark: _Mark) -> Opening:
    word, after = mark.word, mark.after
    if mark.colon:
        return 0.99, f"label “{word}:”"
    if " " not in word and means(word, "creator"):
        return 0.0, ""  # "photographer Ada Example" may well be the one who is spoken of
    latin = after and (
        after.kind in ("provider", "url", "quote", "by") or (mark.text[after.start].isascii() and mark.text[after.start].isalpha())
    )
    if mark.item.lang in CJK_LANGS and len(word) >= 3 and (mark.fresh or latin):
        return 0.85, f"“{word}”"
    named = after and (after.kind in ("provider", "credit", "copy", "by", "quote") or (after.kind == "words" and capital(mark.text, after)))
    if named and mark.fresh:
        return 0.88, f"“{word}” and a name"
    return (0.3, "") if after else (0.2, "")


def _creator(mark: _Mark) -> Opening:
    word, after = mark.word, mark.after
    if mark.colon and (_THEN.match(mark.text, mark.item.end) or mark.item.lang in CJK_LANGS):
        return 0.8, f"role “{word}:”"
    if after and mark.item.lang in CJK_LANGS and not mark.number and len(mark.text) <= 20 and mark.text[mark.item.end : after.start] == " ":
        return 0.7, f"role “{word}”"
    if " " not in word or not after:
        return 0.0, ""
    account = _ACCOUNT.match(mark.text, after.start)
    if after.kind in ("provider", "copy", "quote", "own") or (after.kind == "words" and (account or capital(mark.text, after))):
        if mark.fresh or mark.support:
            return 0.88, f"“{word}” and a name"
        rest = mark.text[after.start :].rstrip(" .)")
        if len(mark.text) < 80 and len(rest) <= 30 and kind_of(rest) in ("person", "single", "account"):
            return 0.6, f"“{word}” and a name at the end"
        sure = len(mark.text) < 150 and kind_of(" ".join(mark.text[after.start : after.start + 40].split()[:2])) == "person"
        return (0.55 if sure else 0.3), f"“{word}”"
    return (0.7, f"“{word}” with a source") if mark.support and len(mark.text) < 120 else (0.0, "")


def _source(mark: _Mark) -> Opening:
    if not mark.colon:
        taken = mark.after and _adapted(mark.text, mark.items, mark.number)
        return (0.62, f"“{mark.word}” and a name") if taken else (0.0, "")
    return (0.75, f"source “{mark.word}:”") if len(mark.text) - mark.item.end < 200 else (0.3, "source of a text")


def _courtesy(mark: _Mark) -> Opening:
    if mark.item.lang in CJK_LANGS:  # there the word follows the name, unless it is a label
        return (0.9, f"label “{mark.word}:”") if mark.colon else (0.2, "")
    if " " not in mark.word and mark.after and mark.after.kind == "words" and not begins_a_name(mark.text, mark.after) and not mark.colon:
        return 0.0, ""  # "Courtesy call at the Example Palace"
    beside = mark.number > 0 and mark.items[mark.number - 1].kind == "label"
    if not (mark.fresh or beside) or (len(mark.text) - mark.item.start > 200 and not mark.support):
        return 0.2, ""
    return 0.85, f"“{mark.word}”"


def _copy(mark: _Mark) -> Opening:
    after = mark.after
    if not after:
        return 0.0, ""
    if YEARS.match(mark.text, after.start):
        named = _YEAR_AND_NAME.match(mark.text, after.start)
        return (0.6 if mark.support or named else 0.35), "copyright notice with a year"
    if after.kind not in ("words", "provider", "label", "and"):
        return 0.0, ""
    if mark.item.value == "(c)" and not mark.number and not mark.support:
        return 0.3, "a letter that counts parts"
    return 0.75, "copyright notice with a name"


def _own(mark: _Mark) -> Opening:
    return (0.6, "own work") if len(mark.text) < 100 else (0.0, "")


def _machine(mark: _Mark) -> Opening:
    return (0.7, "made with a machine") if len(mark.text) < 300 else (0.0, "")


_BY_KIND = {
    "label": _label, "credit": _credit, "creator": _creator, "source": _source,
    "courtesy": _courtesy, "copy": _copy, "own": _own, "ai": _machine,
}  # fmt: skip


def _only_a_name(text: str, items: list[Item], index: int) -> bool:
    """Whether the rest of the line is the name of a person or a web site: "Photo Ada Example." """
    rest = text[items[index + 1].start :].rstrip(" .)]")
    if len(rest) > 40 or items[index].lang in ("id", "it", "es", "pt", "fr", "ca"):
        return kind_of(rest) == "person" and len(rest) <= 40
    return kind_of(rest) == "person" or bool(_EAST_SLAV.match(rest) or _SITE.fullmatch(rest))


def _colon(text: str, item: Item) -> bool:
    """A colon right behind the label, or behind one word of place ("Bild – oben:", "Photo 1:")."""
    end = item.end
    if text[end : end + 1] in _COLONS:
        return not text.startswith("//", end + 1)
    stretch = text[end : end + 16]
    if item.lang in CJK_LANGS and (_EQUAL.match(stretch) or (item.kind in _EASTERN and _SLASHED.match(stretch))):
        return True
    shortened = item.kind == "label" and stretch[:1] == "." and text[item.start : end].lower() in vocabulary().names.shortened
    if shortened and _DOTTED.match(stretch):
        return True
    if ("..." in stretch or "…" in stretch) and _ELLIPSIS.match(stretch):
        return True
    if ":" not in text and "：" not in text:
        return False
    return bool(_THEN_COLON.match(text, end)) and not _SCHEME.match(stretch)


_CITED = re.compile(r"\bet al\b|[(,]\s?(?:19|20)\d\d[a-z]?\b")
_ACCOUNT = re.compile(r"@\w+|[^\W\d]\w*[\d_]\w*")
_EAST_SLAV = re.compile(r"[А-ЯЁІЇЄ]\w+ [А-ЯЁІЇЄ]\w+$")
_SITE = re.compile(r"[\w-]+(?:\.[\w-]+)*\.[a-z]{2,4}")
_THEN = re.compile(r"\s*[:：]")
_YEAR_AND_NAME = re.compile(r"\d{4}[,.]? (?:by )?[A-ZÀ-Þ]\w+ [A-ZÀ-Þ]\w+[.)]?$")
_STOP = re.compile(r"[(\[,:;]|\.\s")
_COLONS = frozenset(":：៖")
_DOTTED = re.compile(r"\.\s*[^\W\d_]")
_EASTERN = frozenset(["label", "creator"])
_EQUAL = re.compile(r"\s?[=＝](?![=＝])")
_SLASHED = re.compile(r"\s?[/／丨|｜][^/\d]")
"""What stands for a colon in East Asian credits, the latter only behind some marks."""
_ELLIPSIS = re.compile(r"\s*(?:\.\.\.|…)\s*\w")
_SCHEME = re.compile(r"\s*[:：]//")
_CREDITING = frozenset(["provider", "licence", "copy", "label", "credit", "creator", "courtesy", "via"])
"""What tells behind a word of place that a credit follows."""
_PATH = re.compile(r"\s*[:：]\s*\.{0,2}/\w")
_THEN_COLON = re.compile(r"\s*(?:(?:[-–(/]|(?:und|and|et|en|y|e|és|i|og|och|&)\b)?\s*\w{1,10}\)?\s*)?[:：]")
