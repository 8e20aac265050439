# SPDX-License-Identifier: Apache-2.0
"""What a stretch of words looks like: a person, a public body, a company, an account, a date, or mere words."""

import re
from functools import cache, lru_cache
from typing import Literal

from licaudit.credits.vocabulary import vocabulary

NameKind = Literal["person", "name", "public", "company", "account", "single", "date", "text"]
"""`person`: there is evidence (a known given name, initials); `name`: looks like one, no evidence; `single`: one capitalised word."""

_DATE = re.compile(
    r"(?:ca|um|c|约|circa|around|der|den|am|on|the)?\.?\s?[\d\s.,:()/–-]*(?:UTC|CET|Uhr|h|BC|AD|v\. Chr)?[\s.)]*"
    r"|(?:[^\W\d]{3,9},? )?\d{1,2}[., ]+(?:de )?[^\W\d]+[., ]+(?:de )?\d{4}|[^\W\d]{3,9}\.? (?:\d{1,2},? )?\d{4}"
    r"|\d{1,2}[.]? [^\W\d]{3,9}|(?:ca|um|c|约|im)\.? ?\d{4}.*"
)
_LONGEST_UNIT = 9
"""Most letters of a date without any digit or other sign: "around UTC"."""
_DOMAIN = re.compile(
    r"(?:[\w-]+\.)+(?:com|org|net|info|edu|gov|eu|de|at|ch|fr|es|it|pl|hu|cz|nl|be|ru|br|jp|uk|io|tv|va|se|no|dk|fi|pt|gr)(?:/\S*)?", re.I
)
_FILE = re.compile(r"\S*\.(?:jpe?g|png|svg|gif|webp|tiff?|avif|pdf)", re.I)
_EAST = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")
_PERSON_EAST = re.compile(
    r"[\u4e00-\u9fff]{2,4}|[\u30a0-\u30ff]+[・·＝][\u30a0-\u30ff・·＝]+|[\u4e00-\u9fff]+[·・•][\u4e00-\u9fff·・•]+|[\uac00-\ud7af]{3}"
)
_INITIAL = re.compile(r"[A-ZÀ-ÞА-Я]\.?(?:-?[A-ZÀ-ÞА-Я]\.)?")
_NOBILIARY = frozenset(["van", "von", "du", "bin", "ibn", "ter", "zu"])
"""Small words inside persons' names that stand in few others."""
_OF = frozenset(["of", "de", "von", "van", "der", "des", "du", "di", "del", "da", "do", "d’"])
_FOR = frozenset(["for", "of", "für"])
_PREFIXED = re.compile(r"(?:[dlo]|al|ad|an|ar|as|ash|at|az|el|es|t|s)['’ʼ-][A-ZÀ-Þ]|(?:de|di|la|le|mac|mc)[A-ZÀ-Þ]")
"""Small letters before the capital of a name: "d’Avó", "al-Rashidi", "deVries"."""
_ARTICLES = ("al-", "el-", "ar-", "as-", "ad-", "an-", "at-", "az-", "ash-", "es-")
"""The Arabic article as it is written before a family name."""
_EDGE = " '\"`*.,;:!?“”„«»‘’()[]"


@lru_cache(maxsize=4096)
def kind_of(words: str) -> NameKind:
    """What `words` look like. Evidence from `rules/names/`; no list decides alone."""
    words = words.strip()
    if not words or len(words) > 90:
        return "text"
    letters = words.replace(" ", "")
    if len(letters) <= _LONGEST_UNIT or not letters.isalpha():  # mere letters can be no date, file or address
        if _DATE.fullmatch(words):
            return "date" if len(words) <= 40 else "text"
        if not any(map(str.isalpha, words)) or _FILE.fullmatch(words):
            return "text"
        if _DOMAIN.fullmatch(words):
            return "company"
    if not words.isascii() and _EAST.search(words):
        return _eastern(words)
    parts = [p for w in words.split() if (p := w.strip(_EDGE))]
    if len(parts) > 2 and parts[-2:] == ["et", "al"]:
        return "person" if kind_of(" ".join(parts[:-2])) in ("person", "name", "single") else "text"
    if len(parts) == 1:
        return _one(parts[0])
    return _several(parts)


def _eastern(words: str) -> NameKind:
    """Chinese, Japanese and Korean: the ending tells a body; a person's name is short, a foreign one has a dot between its parts."""
    names = vocabulary().names
    for title in _titles():
        words = words.removeprefix(title).removesuffix(title).strip()
    if not words:
        return "text"
    tails = {words[-n:] for n in range(1, min(len(words), 6))}
    if tails & names.east_company:
        return "company"
    if tails & names.east_public:
        return "public"
    if _PERSON_EAST.fullmatch(words):
        return "person"
    return "name" if len(words) <= 14 else "company" if len(words) <= 30 else "text"


@cache
def _titles() -> list[str]:
    """What people are called beside their names, the longest first."""
    return sorted(vocabulary().names.east_title, key=len, reverse=True)


def _one(word: str) -> NameKind:
    names = vocabulary().names
    if word.lower() in names.function or len(word) == 1:
        return "text"
    if word.startswith("@") or "_" in word or word[:1].islower() or any(c.isdigit() for c in word) or re.search(r"\w[.:]\w", word):
        return "account"
    if word.isupper() and 2 <= len(word) <= 6:
        return "company"
    low = word.lower()
    if low in names.given:
        return "single"
    if low in names.company or low in names.public:
        return "text"
    return "single"


def _several(parts: list[str]) -> NameKind:
    names = vocabulary().names
    low: list[str] = []
    upper: list[bool] = []
    plain = 0
    for part in parts:
        word = part.lower().rstrip(".")
        high = _capital(part[0]) or bool(_PREFIXED.match(part))
        if not high and word not in names.particle:
            plain += 1
            if plain > 1:
                return "text"  # two words with a small letter: no name has them, most sentences soon do
        low.append(word)
        upper.append(high)
    if low[0] in names.function and low[0] not in names.article and (parts[0].islower() or low[0] not in names.weak):
        return "text"
    if low[0] in names.work and len(low) > 2 and low[1] in _OF:
        return "text"
    if plain and (len(parts) > 3 or not upper[0]):
        return "text"
    if plain and len(parts) > 1 and not upper[-1] and low[-1] not in names.public and low[-1] not in names.studio:
        return "text"
    given = False
    for word, high in zip(low[:-1], upper, strict=False):
        if high and word and (word in names.given or ("-" in word and word.split("-")[0] in names.given)):
            given = True
    body = _body(low, parts, given)
    if body:
        return body
    if len(parts) > 6:
        return "text"
    if low[0] in names.article and parts[0][:1].isupper() and low[0] != "de":
        return "company" if len(parts) <= 3 else "text"
    if not given and _acronym(parts):
        return "company"
    if (
        given
        or parts[-1].startswith(_ARTICLES)
        or not _NOBILIARY.isdisjoint(parts[1:-1])
        or any(_INITIAL.fullmatch(p) for p in parts[:-1] if len(p) <= 5)
    ):
        return "person"
    if (
        not "".join(parts).isalpha()
        and any(c.isdigit() for p in parts for c in p)
        and not any(u and p.isalpha() for u, p in zip(upper, parts, strict=True))
    ):
        return "text"
    return "name" if not plain else "text"


def _body(low: list[str], parts: list[str], given: bool) -> NameKind | None:
    names = vocabulary().names
    if not names.suffix.isdisjoint(low[1:]) or any(_DOMAIN.fullmatch(p) for p in parts if "." in p):
        return "company"
    last, first = low[-1], low[0]
    if last in names.studio and (given or len(parts) == 2) and first not in names.company:
        return "person" if given else "name"
    if len(low) > 2 and not given and not _FOR.isdisjoint(low[1:-1]):
        return "public"
    if given and len(parts) == 2 and last in names.surname:
        return None
    places = {first, last} if given else set(low)
    if places & names.public and not (given and last not in names.public and first not in names.public):
        return "public"
    if places & names.company:
        return "company"
    return None


def _acronym(parts: list[str]) -> bool:
    """Whether one word of a mixed name is written in capitals: "VOA Khmer", but not "JOSHUA COLEMAN" or "J B"."""
    if not any(2 <= len(p) <= 5 and p.isupper() and p.isalpha() for p in (parts[0], parts[-1])):
        return False
    return any(any(c.islower() for c in p) for p in parts)


def _capital(letter: str) -> bool:
    """Whether a first character is a capital, no letter at all, or of a script without capitals."""
    return letter.isupper() or not letter.isalpha() or letter.lower() == letter.upper()


def is_organisation(words: str) -> bool:
    """Whether a name is rather that of a body than of a person."""
    return kind_of(words) in ("public", "company")
