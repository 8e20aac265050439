# SPDX-License-Identifier: Apache-2.0
"""Who is who in a chain of names: "Ada Example/dpa", "Bo Muster via Getty Images", "Photo: Harbour Museum".

The same words mean different things in different places. Each element is judged by what it looks like (`names.kind_of`),
what leads to it ("by", "via", a slash), what stands beside it and what was read before it; the weight of each of these
observations is in `rules/scores/parties.toml`.
"""

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from licaudit.credits.chunks import Chunk
from licaudit.credits.elements import Element, clauses
from licaudit.credits.scores import scores
from licaudit.credits.vocabulary import vocabulary
from licaudit.model.credit import Link

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


def read_chain(parts: list[Chunk], form: Form, licensed: bool, links: Sequence[Link] = ()) -> Told:
    """Creators, sources and titles of the statements in `parts`, in reading order."""
    told = Told([], [], [])
    for number, clause in enumerate(clauses(parts, links)):
        read_clause(clause, form if not number else "more", licensed, told)
    return told


def read_clause(clause: list[Element], form: Form, licensed: bool, told: Told) -> None:
    """Read the elements of one statement in order and add what they are to `told`."""
    last = ""
    for index, element in enumerate(clause):
        if element.kind in _PASSED_OVER:
            last = element.kind
            continue
        last = reading(see(clause, index, form, licensed, told, last))
        if last == "creator":
            told.creators.append((element.chunk, element.text, why(element)))
        elif last == "source":
            told.sources.append((element.chunk, element.text, why(element)))
        elif last == "title":
            told.titles.append(element.text)


class Seen(NamedTuple):
    """What is seen of one element: itself, its neighbours, its clause and what was read before it. Equal sights are read once."""

    kind: str
    near: str
    next_kind: str
    lead: str
    sep: str
    next_sep: str
    next_lead: str
    place: str
    beside: tuple[int, int, int]
    later: str
    form: str
    licensed: bool
    made: int
    sourced: int
    last: str
    traits: tuple[str, ...]


@lru_cache(maxsize=16384)
def reading(seen: Seen) -> str:
    """The label that the observations speak for."""
    shares = scores("parties").probabilities(observed(seen))
    return LABELS[shares.index(max(shares))]


def why(element: Element) -> str:
    """The reading's reason for people: what the element looks like and what leads to it."""
    shown = f"a known {element.provider}" if element.kind == "provider" else _KINDS.get(element.kind, element.kind)
    lead, sep = element.chunk.lead, element.chunk.sep.strip()
    return f"{shown} after “{lead}”" if lead else f"{shown} after “{sep}”" if sep else shown


def see(clause: list[Element], index: int, form: Form, licensed: bool, told: Told, last: str) -> Seen:
    """What is seen of one element: `form` opens its clause, `last` is how the element before it was read."""
    element = clause[index]
    before = clause[index - 1] if index else None
    after = clause[index + 1] if index + 1 < len(clause) else None
    chunk = element.chunk
    place = "only" if len(clause) == 1 else "first" if not index else "last" if not after else "inner"
    persons = names = provided = 0
    later = ["", "", ""]
    for number, other in enumerate(clause):
        if number == index:
            continue
        persons += other.kind == "person"
        names += other.kind == "name"
        provided += other.kind == "provider"
        if number > index:
            if other.kind == "person":
                later[0] = "p"
            elif other.kind == "provider":
                later[1] = "a"
            if other.chunk.lead in ("by", "creator"):
                later[2] = "b"
    traits = _traits(element.text) + element.target
    if form == "pieces":
        traits = (*traits, f"{chunk.value or 'unlikely'} of {min(len(clause), 4)}")
    return Seen(
        kind=_sort(element), near=_sort(before), next_kind=_sort(after), lead=chunk.lead or "-", sep=chunk.sep.strip()[:3],
        next_sep=after.chunk.sep.strip()[:3] if after else "end", next_lead=(after.chunk.lead or "-") if after else "end", place=place,
        beside=(min(2, persons), min(2, names), min(2, provided)), later="".join(later), form=form, licensed=licensed,
        made=min(2, len(told.creators)), sourced=min(2, len(told.sources)), last=last, traits=traits,
    )  # fmt: skip


def observed(seen: Seen) -> tuple[str, ...]:
    """The observations that have weights: each thing seen alone, with the kind of element, and some in pairs."""
    kind, lead, sep, form, last, made, place = seen.kind, seen.lead, seen.sep, seen.form, seen.last, seen.made, seen.place
    terms = "licensed" if seen.licensed else "-"
    persons, names, provided = seen.beside
    alone = (
        f"lead {lead}", f"form {form}", f"sep {sep}", f"before {seen.near}", f"next {seen.next_kind}", f"place {place}", terms,
        f"made {made}", f"sourced {seen.sourced}", f"read {last}", f"next sep {seen.next_sep}", f"next lead {seen.next_lead}",
        f"later {seen.later}", f"sep {sep} read {last}", f"lead {lead} read {last}",
        f"read {last} {'alike' if seen.near == kind else 'unlike'}", f"form {form} {place}",
    )  # fmt: skip
    paired = (
        f"place {place}", f"lead {lead}", f"form {form}", f"sep {sep}", f"next sep {seen.next_sep}", f"before {seen.near}",
        f"next {seen.next_kind}", f"next lead {seen.next_lead}", f"beside {persons}{names}{provided}", f"{terms} {form}",
        f"sep {sep} read {last}", f"next {seen.next_kind} {seen.next_sep}", f"form {form} {lead}", f"read {last}",
        f"made {made}{seen.sourced}", f"made {made} {sep}", f"form {form} {place} {provided}", f"lead {lead} made {made}",
        f"later {seen.later}", f"{terms} made {made}",
    )  # fmt: skip
    traits = seen.traits
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
