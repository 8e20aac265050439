# SPDX-License-Identifier: Apache-2.0
"""Who is who in a chain of names: "Ada Example/dpa", "Bo Muster via Getty Images", "Photo: Harbour Museum".

The same words mean different things in different places. Each element is judged by what it looks like (`names.kind_of`),
what leads to it ("by", "via", a slash), what stands beside it and what was read before it; the weight of each of these
observations is in `rules/scores/parties.toml`.
"""

from collections.abc import Sequence
from functools import lru_cache

import msgspec

from licaudit.credits.chunks import Chunk
from licaudit.credits.elements import Clause, Element, clauses
from licaudit.credits.scores import Together, scores
from licaudit.model.credit import Link

Form = str
"""How the credit opens: label, credit, creator, source, courtesy, copy, own, ai, tail, lone, head, end or whole."""
LABELS = ("none", "creator", "source", "title")


class Told(msgspec.Struct, gc=False):
    """What a chain says: creators and sources, each with the chunk it was read from and the reason, and titles."""

    creators: list[tuple[Chunk, str, str]]
    sources: list[tuple[Chunk, str, str]]
    titles: list[str]


_PASSED_OVER = frozenset(["licence", "own", "url", "changed", "unknown", "junk"])
"""Elements that are no party; what stands beside them is told by them."""
_KINDS = {
    "person": "a person's name", "name": "a name", "public": "a body", "company": "a company", "account": "an account",
    "single": "a single word", "maker": "a known maker of pictures", "quote": "quoted words", "text": "words", "date": "a date",
}  # fmt: skip


def read_chain(parts: list[Chunk], form: Form, licensed: bool, links: Sequence[Link] = ()) -> Told:
    """Creators, sources and titles of the statements in `parts`, in reading order."""
    told = Told([], [], [])
    for clause in clauses(parts, links):
        read_clause(clause, form, licensed, told)
        form = "more"
    return told


def read_clause(clause: Clause, form: Form, licensed: bool, told: Told) -> None:
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


class Seen(msgspec.Struct, frozen=True, gc=False):
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
    totals = scores("parties").totals(_observed(seen))
    return LABELS[totals.index(max(totals))]


def why(element: Element) -> str:
    """The reading's reason for people: what the element looks like and what leads to it."""
    shown = f"a known {element.sort}" if element.kind == "provider" else _KINDS.get(element.kind, element.kind)
    before = element.chunk.lead or element.chunk.sep.strip()
    return f"{shown} after “{before}”" if before else shown


def see(clause: Clause, index: int, form: Form, licensed: bool, told: Told, last: str) -> Seen:
    """What is seen of one element: `form` opens its clause, `last` is how the element before it was read."""
    element, size = clause[index], len(clause)
    kind, lead, sep, traits = element.kind, element.lead, element.sep, element.traits
    made, sourced = len(told.creators), len(told.sources)
    if made > 2:
        made = 2
    if sourced > 2:
        sourced = 2
    if size == 1:
        return Seen(
            element.sort, "nothing", "nothing", lead, sep, "end", "end", "only", (0, 0, 0), "", form, licensed, made, sourced, last, traits
        )
    place, near = ("inner", clause[index - 1].sort) if index else ("first", "nothing")
    crowd = clause.crowd or clause.counted()
    if index + 1 < size:
        after = clause[index + 1]
        next_kind, next_sep, next_lead = after.sort, after.sep, after.lead
        later = _LATER[(crowd.last_person > index) + 2 * (crowd.last_provider > index) + 4 * (crowd.last_maker > index)]
    else:
        place, next_kind, next_sep, next_lead, later = "last", "nothing", "end", "end", ""
    persons, names, providers = crowd.persons, crowd.names, crowd.providers
    if kind == "person":
        persons -= 1
    elif kind == "name":
        names -= 1
    elif kind == "provider":
        providers -= 1
    beside = persons if persons < 2 else 2, names if names < 2 else 2, providers if providers < 2 else 2
    return Seen(
        element.sort, near, next_kind, lead, sep, next_sep, next_lead, place, beside, later, form, licensed, made, sourced, last, traits
    )


_LATER = ("", "p", "a", "pa", "b", "pb", "ab", "pab")
"""Which of these follow: a person, a provider, a word before a maker."""


def observed(seen: Seen) -> tuple[str, ...]:
    """The observations that have weights: each thing seen alone, with the kind of element, and some in pairs."""
    return tuple([name for group in _observed(seen) for name in group.names])


def _observed(seen: Seen) -> list[Together]:
    """The same by what they follow from: each of these few values comes again and again, though rarely all of them together."""
    kind, lead, sep, form, last, made = seen.kind, seen.lead, seen.sep, seen.form, seen.last, seen.made
    terms = "licensed" if seen.licensed else "-"
    return [
        _led(kind, lead, last, made),
        _parted(kind, sep, last, made),
        _behind(kind, seen.near, last),
        _followed(kind, seen.next_kind, seen.next_sep, seen.next_lead),
        _opened(kind, form, lead, seen.place, seen.beside[2]),
        _told(kind, terms, form, made, seen.sourced),
        _amid(kind, seen.beside, seen.later),
        *[_trait(kind, form, lead, trait) for trait in seen.traits],
    ]


def _paired(kind: str, alone: Sequence[str], more: Sequence[str] = ()) -> Together:
    """Observations each alone and with the kind of element, and `more` that count only with the kind."""
    return Together((*alone, *[f"{kind} + {name}" for name in (*alone, *more)]))


@lru_cache(maxsize=2048)
def _led(kind: str, lead: str, last: str, made: int) -> Together:
    return Together(
        (
            f"is {kind}", f"lead {lead}", f"read {last}", f"lead {lead} read {last}",
            f"{kind} + lead {lead}", f"{kind} + read {last}", f"{kind} + lead {lead} made {made}",
        )
    )  # fmt: skip


@lru_cache(maxsize=2048)
def _parted(kind: str, sep: str, last: str, made: int) -> Together:
    return _paired(kind, (f"sep {sep}", f"sep {sep} read {last}"), (f"made {made} {sep}",))


@lru_cache(maxsize=2048)
def _behind(kind: str, near: str, last: str) -> Together:
    before = f"before {near}"
    return Together((before, f"{kind} + {before}", f"read {last} {'alike' if near == kind else 'unlike'}"))


@lru_cache(maxsize=2048)
def _followed(kind: str, next_kind: str, sep: str, lead: str) -> Together:
    return _paired(kind, (f"next {next_kind}", f"next sep {sep}", f"next lead {lead}"), (f"next {next_kind} {sep}",))


@lru_cache(maxsize=2048)
def _opened(kind: str, form: str, lead: str, place: str, provided: int) -> Together:
    return Together(
        (
            f"form {form}", f"place {place}", f"form {form} {place}", f"{kind} + form {form}", f"{kind} + place {place}",
            f"{kind} + form {form} {lead}", f"{kind} + form {form} {place} {provided}",
        )
    )  # fmt: skip


@lru_cache(maxsize=2048)
def _told(kind: str, terms: str, form: str, made: int, sourced: int) -> Together:
    return Together(
        (
            terms, f"made {made}", f"sourced {sourced}",
            f"{kind} + {terms} {form}", f"{kind} + {terms} made {made}", f"{kind} + made {made}{sourced}",
        )
    )  # fmt: skip


@lru_cache(maxsize=2048)
def _amid(kind: str, beside: tuple[int, int, int], later: str) -> Together:
    persons, names, provided = beside
    return _paired(kind, (f"later {later}",), (f"beside {persons}{names}{provided}",))


@lru_cache(maxsize=8192)
def _trait(kind: str, form: str, lead: str, trait: str) -> Together:
    return Together((trait, f"{kind} + {trait}", f"{form} + {trait}", f"{lead} + {trait}"))
