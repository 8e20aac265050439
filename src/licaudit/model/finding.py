# SPDX-License-Identifier: Apache-2.0
"""Rules as data, and what an audit finds."""

from typing import Any, Literal

import msgspec

from licaudit.model.credit import Confidence
from licaudit.model.place import Place

Severity = Literal["error", "warning", "note"]
FindingStatus = Literal["new", "baseline", "ignored"]
Safety = Literal["none", "safe", "unsafe"]


class Example(msgspec.Struct, frozen=True):
    """A snippet of a rule file; `verdict` "reported" must yield the rule, "accepted" must not. `lang` is the language it is in."""

    verdict: Literal["reported", "accepted"]
    format: Literal["html", "markdown", "text"]
    markup: str
    config: str = ""
    register: str = ""
    feed: str = ""
    lang: str = "en"
    line: int = 0


class Court(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A decision that a rule leans on: `law` is the country (ISO 3166), `case` court and file number, `says` its gist in a sentence.

    `elsewhere` is the severity where the publisher names countries and `law`
    is none of them: there the decision does not bind. `read` is False while
    nobody has read the decision itself for the rulebook; findings then say so.
    """

    law: str
    case: str
    says: str = ""
    elsewhere: Severity | Literal[""] = ""
    read: bool = False


class Rule(msgspec.Struct, frozen=True):
    """What is demanded: one file in `rules/`. `check` names the predicate that serves it.

    `duty` is the part of a licence (Obligation.part) that the rule rests on,
    for clause and risk where the check itself names none.
    """

    id: str
    check: str
    title: str
    group: str
    severity: Severity
    confidence: Confidence = "high"
    fix: Safety = "none"
    since: str = "0.1.0"
    params: dict[str, Any] = {}
    applies: dict[str, Any] = {}
    aliases: tuple[str, ...] = ()
    courts: tuple[Court, ...] = ()
    duty: str = ""
    help: str = ""
    asked: str = ""
    why: str = ""
    remedy: str = ""
    references: str = ""
    examples: tuple[Example, ...] = ()
    file: str = ""


class Quote(msgspec.Struct, frozen=True):
    """A stretch of the source that a finding stands on, with a label for the reader."""

    text: str
    label: str = ""
    place: Place | None = None


class Clause(msgspec.Struct, frozen=True):
    """Chapter and verse: licence id, clause number, quoted words."""

    licence: str
    clause: str
    quote: str = ""


class CreditFix(msgspec.Struct, frozen=True):
    """The credit to use, ready to paste. `question` is set instead when something must be found out first."""

    text: str = ""
    html: str = ""
    markdown: str = ""
    question: str = ""
    safety: Safety = "none"


class Finding(msgspec.Struct, frozen=True):
    """Rule × place × severity × confidence, with the evidence it stands on.

    `document` is the page, `image` its src as written ("" for page findings),
    `order` the image's place in reading order (-1: none). `fingerprint` is
    rule + page + picture identity, without line numbers.
    `risk` tells what a breach costs under this licence (termination, cure).
    """

    rule: str
    severity: Severity
    confidence: Confidence
    document: str
    message: str
    place: Place | None = None
    image: str = ""
    order: int = -1
    licence: str = ""
    clause: Clause | None = None
    risk: Clause | None = None
    risk_text: str = ""
    quotes: tuple[Quote, ...] = ()
    missing: tuple[str, ...] = ()
    remedy: str = ""
    fix: CreditFix | None = None
    group: str = ""
    status: FindingStatus = "new"
    status_reason: str = ""
    related: tuple[Place, ...] = ()
    fingerprint: str = ""
