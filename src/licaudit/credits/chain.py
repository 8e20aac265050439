# SPDX-License-Identifier: Apache-2.0
"""Who is who in a chain of names: "Ada Example/dpa", "Bo Muster via Getty Images", "Photo: Harbour Museum".

The same words mean different things in different places. Each element is judged by what it looks like (`names.kind_of`),
what leads to it ("by", "via", a slash), what stands beside it and what was read before it; the weight of each of these
observations is in `rules/scores/parties.toml`.
"""

import re
from functools import lru_cache
from typing import NamedTuple

from licaudit.credits.chunks import Chunk
from licaudit.credits.elements import Element, clauses
from licaudit.credits.scores import scores
from licaudit.credits.vocabulary import vocabulary

Form = str
"""How the credit opens: label, credit, creator, source, courtesy, copy, own, ai, tail, lone, head, end or whole."""
LABELS = ("none", "creator", "source", "title")


class Told(NamedTuple):
    """What a chain says: creators and sources, each with the chunk it was read from and the reason, and titles."""

    creators: list[tuple[Chunk, str, str]]
    sources: list[tuple[Chunk, str, str]]
    titles: list[str]


_PASSED_OVER = frozenset(["licence", "own", "url", "changed", "unknown", "junk"])
"""Elements that are no party; what stands beside them is told by them."""
_EAST = re.compile(r"[\u3040-\u9fff\uac00-\ud7af]")
_KINDS = {
    "person": "a person's name", "name": "a name", "public": "a body", "company": "a company", "account": "an account",
    "single": "a single word", "maker": "a known maker of pictures", "quote": "quoted words", "text": "words", "date": "a date",
}  # fmt: skip


def read_chain(parts: list[Chunk], form: Form, licensed: bool) -> Told:
    """Creators, sources and titles of the statements in `parts`, in reading order."""
    told = Told([], [], [])
    for number, clause in enumerate(clauses(parts)):
        read_clause(clause, form if not number else "more", licensed, told)
    return told


def read_clause(clause: list[Element], form: Form, licensed: bool, told: Told) -> None:
    """Read the elements of one statement in order and add what they are to `told`."""
    last = ""
    for index, element in enumerate(clause):
        if element.kind in _PASSED_OVER:
            last = element.kind
            continue
        last = reading(observed(clause, index, form, licensed, told, last))
        if last == "creator":
            told.creators.append((element.chunk, element.text, why(element)))
        elif last == "source":
            told.sources.append((element.chunk, element.text, why(element)))
        elif last == "title":
            told.titles.append(element.text)


@lru_cache(maxsize=8192)
def reading(observations: tuple[str, ...]) -> str:
    """The label that the observations speak for."""
    shares = scores("parties").probabilities(observations)
    return LABELS[shares.index(max(shares))]


def why(element: Element) -> str:
    """The reading's reason for people: what the element looks like and what leads to it."""
    shown = f"a known {element.provider}" if element.kind == "provider" else _KINDS.get(element.kind, element.kind)
    lead, sep = element.chunk.lead, element.chunk.sep.strip()
    return f"{shown} after “{lead}”" if lead else f"{shown} after “{sep}”" if sep else shown


def observed(clause: list[Element], index: int, form: Form, licensed: bool, told: Told, last: str) -> tuple[str, ...]:
    """What is observed of one element: `form` opens its clause, `last` is how the element before it was read."""
    element = clause[index]
    before = clause[index - 1] if index else None
    after = clause[index + 1] if index + 1 < len(clause) else None
    kind, near, next_kind = _sort(element), _sort(before), _sort(after)
    lead, sep = element.chunk.lead or "-", element.chunk.sep.strip()[:3]
    next_sep, next_lead = (after.chunk.sep.strip()[:3], after.chunk.lead or "-") if after else ("end", "end")
    place = "only" if len(clause) == 1 else "first" if not index else "last" if not after else "inner"
    others = [e.kind for e in clause]
    others.pop(index)
    persons, names, provided = (min(2, others.count(k)) for k in ("person", "name", "provider"))
    coming = clause[index + 1 :]
    later = "".join(
        mark
        for mark, seen in (
            ("p", any(e.kind == "person" for e in coming)),
            ("a", any(e.kind == "provider" for e in coming)),
            ("b", any(e.chunk.lead in ("by", "creator") for e in coming)),
        )
        if seen
    )
    made, sourced = min(2, len(told.creators)), min(2, len(told.sources))
    terms = (licensed and "licensed") or "-"
    alone = (
        f"lead {lead}", f"form {form}", f"sep {sep}", f"before {near}", f"next {next_kind}", f"place {place}", terms,
        f"made {made}", f"sourced {sourced}", f"read {last}", f"next sep {next_sep}", f"next lead {next_lead}", f"later {later}",
        f"sep {sep} read {last}", f"lead {lead} read {last}", f"read {last} {'alike' if near == kind else 'unlike'}", f"form {form} {place}",
    )  # fmt: skip
    paired = (
        f"place {place}", f"lead {lead}", f"form {form}", f"sep {sep}", f"next sep {next_sep}", f"before {near}", f"next {next_kind}",
        f"next lead {next_lead}", f"beside {persons}{names}{provided}", f"{terms} {form}", f"sep {sep} read {last}",
        f"next {next_kind} {next_sep}", f"form {form} {lead}", f"read {last}", f"made {made}{sourced}", f"made {made} {sep}", f"form {form} {place} {provided}",
        f"lead {lead} made {made}", f"later {later}", f"{terms} made {made}",
    )  # fmt: skip
    traits = (
        (*_traits(element.text), f"{element.chunk.value or 'unlikely'} of {min(len(clause), 4)}")
        if form == "pieces"
        else _traits(element.text)
    )
    return (
        f"is {kind}",
        *alone,
        *(f"{kind} + {p}" for p in paired),
        *traits,
        *(f"{kind} + {t}" for t in traits),
        *(f"{form} + {t}" for t in traits),
        *(f"{lead} + {t}" for t in traits),
    )


def _sort(element: Element | None) -> str:
    return "nothing" if element is None else element.provider if element.kind == "provider" else element.kind


@lru_cache(maxsize=8192)
def _traits(text: str) -> tuple[str, ...]:
    """How the words of an element are written and which lists of `rules/names/` know them."""
    names = vocabulary().names
    words = [w.strip(".,'’\"()").lower() for w in text.split()]
    found = [f"words {min(len(words), 5)}", "given name" if words and words[0] in names.given else "no given name"]
    for trait, known in (("body", names.public), ("firm", names.company), ("studio", names.studio), ("small word", names.function)):
        if any(w in known for w in words):
            found.append(trait)
    if any(c.isdigit() for c in text):
        found.append("digit")
    if text.isupper():
        found.append(f"capitals {min(len(words), 2)}")
    elif text.islower():
        found.append(f"small letters {min(len(words), 3)}")
    if re.search(r"[A-Z]\.", text):
        found.append("initial")
    if _EAST.search(text):
        found.append(f"east asian {min(len(text) // 4, 4)}")
    if "." in text.strip(".") and " " not in text:
        found.append("inner dot")
    if re.search(r"[a-z][A-Z]", text):
        found.append("inner capital")
    return tuple(found)
