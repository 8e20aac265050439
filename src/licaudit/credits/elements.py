# SPDX-License-Identifier: Apache-2.0
"""The members of a chain of names, each with what it looks like."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from licaudit.credits.chunks import Chunk
from licaudit.credits.linked import target
from licaudit.credits.names import kind_of
from licaudit.credits.vocabulary import provider_named
from licaudit.model.credit import Link

_LEADING = re.compile(r"^>\s|^(?:19|20)\d\d\s+(?=\D)|^(?:the|der|die|das|des|dem|den|la|le|les|el|los)\s(?=[A-ZÀ-Þ])")
"""A year or an article before a name is not part of it."""
_FOR = re.compile(r"\s(?:for|für|para|pour|per|voor|för|dla|via|von)\s")


class Element(NamedTuple):
    """One member of a chain, and what it looks like ("provider" and "maker" are known by name)."""

    chunk: Chunk
    kind: str
    text: str
    provider: str = ""
    target: tuple[str, ...] = ()
    """What the link on it tells (`linked.target`)."""


def clauses(parts: list[Chunk], links: Sequence[Link] = ()) -> list[list[Element]]:
    """The elements of `parts`, cut where a new label or a strong separator starts another statement."""
    found: list[list[Element]] = [[]]
    for part in parts:
        if found[-1] and (part.lead in ("label", "credit", "creator", "courtesy") or any(s in part.sep for s in ";\n。")):
            found.append([])
        for piece in _pieces(part):
            if element := _element(piece):
                told = target(element.text, piece.start, piece.end, links) if links else ()
                found[-1].append(element._replace(target=told) if told else element)
    return [c for c in found if c]


_REPORTER = re.compile(r"(?:本报|本報)?\s*(?:特约|见习|見習|首席)?(?:摄影|攝影)?(?:记者|記者|通讯员|通訊員|实习生|實習生)\s*")
"""Chinese words between a paper and the name of its reporter."""


def _reported(part: Chunk) -> list[Chunk]:
    """The paper and its reporter: "见本晚报记者 王见本" are two."""
    hit = _REPORTER.search(part.text)
    if not hit or part.kind != "words" or hit.end() == len(part.text):
        return [part]
    behind = part._replace(text=part.text[hit.end() :], start=part.start + hit.end(), lead="by", sep="")
    return [part._replace(text=part.text[: hit.start()], end=part.start + hit.start(), lead="via"), behind] if hit.start() else [behind]


def _pieces(part: Chunk) -> list[Chunk]:
    """A name and the body it works for are two: "Ada Example for Harbour News"."""
    if part.kind == "words" and len(reported := _reported(part)) + (part.text != reported[0].text) > 1:
        return reported
    if part.kind == "words" and part.text.startswith("for ") and part.sep.strip() == "/":
        return [part._replace(text=part.text[4:], start=part.start + 4, lead="via")]
    both = re.split(r"\s[&+]\s", part.text) if part.kind == "words" else []
    if len(both) == 2 and {kind_of(b) for b in both} <= {"person", "account", "name"} and "person" in map(kind_of, both):
        second = part.start + part.text.index(both[1])
        return [
            part._replace(text=both[0], end=part.start + len(both[0])),
            part._replace(text=both[1], start=second, lead=part.lead, sep="&"),
        ]
    hit = _FOR.search(part.text) if part.kind == "words" else None
    if not hit or kind_of(part.text[: hit.start()]) not in ("person", "name"):
        return [part]
    if kind_of(part.text) == "public" and len(part.text[: hit.start()].split()) < 2:
        return [part]
    if not part.text[hit.end() :][:1].isupper() or (
        kind_of(part.text[: hit.start()]) == "name" and len(part.text[: hit.start()].split()) < 2
    ):
        return [part]
    return [
        part._replace(text=part.text[: hit.start()], end=part.start + hit.start()),
        part._replace(text=part.text[hit.end() :], start=part.start + hit.end(), lead="via", sep=""),
    ]


def _element(part: Chunk) -> Element | None:
    if part.kind == "provider":
        name, _, kind = part.value.partition("\t")
        low = part.text.lower()
        shown = name if kind == "platform" or (part.text.islower() and kind == "stock") or low.endswith(".com") else part.text
        return Element(part, "maker" if kind == "maker" else "provider", part.text if kind == "maker" else shown, kind)
    if part.kind == "quote" and (known := provider_named(part.text)):
        return Element(part, "provider", known.value, known.lang)
    if part.kind in ("words", "quote"):
        words = _LEADING.sub("", part.text.strip(" ,;:-–—*_`'\"").removesuffix("’s"))
        words = words if words.endswith(("al.", "INC.", "Inc.", "Ltd.", "Jr.", "Sr.", "Co.")) else words.rstrip(".")
        return Element(part, part.kind if part.kind == "quote" else kind_of(words), words) if words else None
    if part.kind in ("licence", "junk", "own", "unknown", "url", "changed"):
        return Element(part, part.kind, part.text)
    return None
