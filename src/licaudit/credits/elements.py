# SPDX-License-Identifier: Apache-2.0
"""The members of a chain of names, each with what it looks like."""

import re
from collections.abc import Sequence
from functools import lru_cache

import msgspec
from msgspec.structs import replace

from licaudit.credits.chunks import Chunk
from licaudit.credits.linked import target
from licaudit.credits.names import kind_of
from licaudit.credits.stretch import is_shortened
from licaudit.credits.traits import traits_of
from licaudit.credits.vocabulary import provider_named
from licaudit.model.credit import Link

_LEADING = re.compile(r"^>\s|^(?:19|20)\d\d\s+(?=\D)|^(?:the|der|die|das|des|dem|den|la|le|les|el|los)\s(?=[A-ZÀ-Þ])")
"""A year or an article before a name is not part of it."""
_BOTH = re.compile(r"\s[&+]\s")


_FOR_WORDS = frozenset(["for", "für", "para", "pour", "per", "voor", "för", "dla", "via", "von"])
_FOR = re.compile(rf"\s(?:{'|'.join(sorted(_FOR_WORDS))})\s")
_DIVIDING = _FOR_WORDS | {"&", "+"}
_FRESH = frozenset(["label", "credit", "creator", "courtesy"])
"""Leads that start another statement."""
_AS_TOLD = frozenset(["licence", "junk", "own", "unknown", "url", "changed"])


class Element(msgspec.Struct, frozen=True, gc=False):
    """One member of a chain, and what it looks like ("provider" and "maker" are known by name).

    `sort` is its kind, or which kind of provider; `lead` and `sep` what stands before it, as the scores name that;
    `traits` how it is written, and what the link on it tells.
    """

    chunk: Chunk
    kind: str
    text: str
    sort: str
    lead: str
    sep: str
    traits: tuple[str, ...]


class Crowd(msgspec.Struct, frozen=True, gc=False):
    """How many of each a clause has, and the places of the last ones (-1: none)."""

    persons: int
    names: int
    providers: int
    last_person: int
    last_provider: int
    last_maker: int
    """Place of the last element that a word before a maker leads to."""


class Clause(list[Element]):
    """The elements of one statement, in order."""

    crowd: Crowd | None = None

    def counted(self) -> Crowd:
        """What `crowd` is from now on: to be asked once the clause is complete."""
        persons = names = providers = 0
        person = provider = maker = -1
        for place, element in enumerate(self):
            kind, lead = element.kind, element.lead
            if kind == "person":
                persons += 1
                person = place
            elif kind == "provider":
                providers += 1
                provider = place
            elif kind == "name":
                names += 1
            if lead == "by" or lead == "creator":
                maker = place
        self.crowd = Crowd(persons, names, providers, person, provider, maker)
        return self.crowd


def clauses(parts: list[Chunk], links: Sequence[Link] = ()) -> list[Clause]:
    """The elements of `parts`, cut where a new label or a strong separator starts another statement."""
    found: list[Clause] = []
    clause = Clause()
    for part in parts:
        lead, sep = part.lead, part.sep
        if clause and (lead in _FRESH or (sep and (";" in sep or "\n" in sep or "。" in sep))):
            found.append(clause)
            clause = Clause()
        kind, words = part.kind, part.text
        name = None
        if kind == "words":
            if len(words) <= _LONGEST:
                name = _single(words)
        elif kind == "provider":
            name = _known(words, part.value)
        elif kind in _AS_TOLD:
            clause.append(Element(part, kind, words, kind, lead or "-", sep and sep.strip()[:3], ()))
            continue
        if name:
            traits = name.traits + target(name.text, part.start, part.end, links) if links else name.traits
            clause.append(Element(part, name.kind, name.text, name.sort, lead or "-", sep and sep.strip()[:3], traits))
            continue
        for piece in _pieces(part) if kind == "words" else (part,):
            if element := _element(piece):
                told = target(element.text, piece.start, piece.end, links) if links else ()
                clause.append(replace(element, traits=element.traits + told) if told else element)
    if clause:
        found.append(clause)
    return found


_LONGEST = 90
"""Code points of words that may name somebody, and come again; longer ones are sentences."""


class Name(msgspec.Struct, frozen=True, gc=False):
    """Words without what does not belong to a name, and what they look like; `sort` as that of an element."""

    text: str
    kind: str
    sort: str
    traits: tuple[str, ...]


@lru_cache(maxsize=8192)
def _single(words: str) -> Name | None:
    """What `words` name; None if that may be several, or nothing."""
    parts = words.split()
    if not _DIVIDING.isdisjoint(parts) or not (words.isascii() or not _REPORTER.search(words)):
        return None
    return _name(words)


def _name(words: str) -> Name | None:
    words = words.strip(" ,;:-–—*_`'\"").removesuffix("’s")
    if hit := _LEADING.match(words):
        words = words[hit.end() :]
    if words.endswith(".") and not is_shortened(words, len(words) - 1):
        words = words.rstrip(".")
    if not words:
        return None
    kind = kind_of(words)
    return Name(words, kind, kind, traits_of(words))


@lru_cache(maxsize=1024)
def _known(words: str, value: str) -> Name:
    """What the words for a provider name; `value` tells which one, and its kind."""
    known, _, house = value.partition("\t")
    if house == "maker":
        return Name(words, "maker", "maker", traits_of(words))
    shown = known if house == "platform" or (house == "stock" and words.islower()) or words.lower().endswith(".com") else words
    return Name(shown, "provider", house, traits_of(shown))


_REPORTER = re.compile(r"(?:本报|本報)?\s*(?:特约|见习|見習|首席)?(?:摄影|攝影)?(?:记者|記者|通讯员|通訊員|实习生|實習生)\s*")
"""Chinese words between a paper and the name of its reporter."""


def _reported(part: Chunk) -> list[Chunk]:
    """The paper and its reporter: "见本晚报记者 王见本" are two; nothing if no reporter is told."""
    hit = _REPORTER.search(part.text)
    if not hit or hit.end() == len(part.text):
        return []
    behind = replace(part, text=part.text[hit.end() :], start=part.start + hit.end(), lead="by", sep="")
    return [replace(part, text=part.text[: hit.start()], end=part.start + hit.start(), lead="via"), behind] if hit.start() else [behind]


def _pieces(part: Chunk) -> Sequence[Chunk]:
    """A name and the body it works for are two: "Ada Example for Harbour News"."""
    text = part.text
    if not text.isascii() and (reported := _reported(part)):
        return reported
    words = text.split()
    if text.startswith("for ") and part.sep.strip() == "/":
        return (replace(part, text=text[4:], start=part.start + 4, lead="via"),)
    if ("&" in words or "+" in words) and len(both := _BOTH.split(text)) == 2:
        kinds = {kind_of(b) for b in both}
        if "person" in kinds and kinds <= {"person", "account", "name"}:
            second = part.start + text.index(both[1])
            return replace(part, text=both[0], end=part.start + len(both[0])), replace(part, text=both[1], start=second, sep="&")
    return (part,) if _FOR_WORDS.isdisjoint(words) else _working_for(part)


def _working_for(part: Chunk) -> Sequence[Chunk]:
    """The name and the body that a "for" stands between."""
    hit = _FOR.search(part.text)
    if not hit:
        return (part,)
    name, body = part.text[: hit.start()], part.text[hit.end() :]
    kind = kind_of(name)
    named = kind == "person" or (kind == "name" and len(name.split()) >= 2)
    if not named or not body[:1].isupper():
        return (part,)
    return replace(part, text=name, end=part.start + hit.start()), replace(
        part, text=body, start=part.start + hit.end(), lead="via", sep=""
    )


def _element(part: Chunk) -> Element | None:
    kind, words, lead, sep = part.kind, part.text, part.lead or "-", part.sep and part.sep.strip()[:3]
    if kind == "quote" and (provider := provider_named(words)):
        return Element(part, "provider", provider.value, provider.lang, lead, sep, traits_of(provider.value))
    name = _name(words) if kind in ("words", "quote") else None
    if not name:
        return None
    kind = kind if kind == "quote" else name.kind
    return Element(part, kind, name.text, kind, lead, sep, name.traits)
