# SPDX-License-Identifier: Apache-2.0
"""Licences and what each of them demands of a re-user."""

from typing import Literal

import msgspec

Level = Literal["MUST", "MUST_IF_SUPPLIED", "MUST_IF_PRACTICABLE", "MUST_ADAPTATION", "SHOULD", "NONE"]
Answer = Literal["yes", "no", "recommended", "conditional", "contract", "unknown"]
Verified = Literal["text read", "read", "secondary", "believed"]


class Obligation(msgspec.Struct, frozen=True):
    """One part that a licence asks for, with the clause it stands in.

    `part` is a key of `rules/licences/cc_requirements` (author, title,
    licence_uri_or_text, work_uri, indicate_changes, copyright_notice …).
    `words_of` is the id of the licence that clause and quote stand in, where
    the port's own text was not read ("": its own).
    """

    part: str
    level: Level
    clause: str = ""
    quote: str = ""
    note: str = ""
    words_of: str = ""


class Termination(msgspec.Struct, frozen=True):
    """What happens on breach. `cure_days` is 0 where there is no cure period; `words_of` as in Obligation."""

    automatic: bool
    clause: str
    quote: str = ""
    cure_days: int = 0
    cure_clause: str = ""
    cure_quote: str = ""
    note: str = ""
    words_of: str = ""


class Licence(msgspec.Struct, frozen=True):
    """One licence, dedication, mark, platform contract or bare claim.

    `id` is the SPDX id where SPDX has one (also for ports that we name
    `CC-BY-SA-3.0-DE`), otherwise our own key without `LicenseRef-`.
    `port` is the upper-case jurisdiction ("DE", "IGO", "SCOTLAND") or "".
    """

    id: str
    name: str
    spdx: str = ""
    family: Literal["CC", "CC-PD", "other"] = "other"
    kind: str = "licence"
    unit: str = ""
    version: str = ""
    port: str = ""
    elements: tuple[str, ...] = ()
    url: str = ""
    legalcode_url: str = ""
    status: Literal["current", "superseded", "retired"] = "current"
    retired_on: str = ""
    attribution: Answer = "unknown"
    commercial: Answer = "unknown"
    derivatives: Answer = "unknown"
    sharealike: bool = False
    verbatim: bool = True
    obligations: tuple[Obligation, ...] = ()
    termination: Termination | None = None
    credit_format: str = ""
    notes: str = ""
    source: str = ""
    verified: Verified = "text read"

    def obligation(self, part: str) -> Obligation | None:
        """The duty about `part`, or None where the licence says nothing of it."""
        return next((o for o in self.obligations if o.part == part), None)

    def demands(self, part: str) -> Obligation | None:
        """The duty about `part` if it is one (any MUST level), else None."""
        found = self.obligation(part)
        return found if found and found.level.startswith("MUST") else None

    @property
    def short_name(self) -> str:
        """What an editor writes: "CC BY-SA 3.0 DE"."""
        if self.family == "CC":
            return " ".join(p for p in ("CC", self.unit.upper(), self.version, self.port) if p)
        return self.name
