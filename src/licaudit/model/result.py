# SPDX-License-Identifier: Apache-2.0
"""The outcome of one audit: all that any report is drawn from."""

from typing import Literal

import msgspec

from licaudit.model.credit import CreditLine
from licaudit.model.evidence import RightsRecord
from licaudit.model.finding import Finding, Rule
from licaudit.model.page import ImageUse, Status
from licaudit.model.place import Place

Verdict = Literal["fix", "look", "unknown", "fine", "accepted"]


class DocumentResult(msgspec.Struct, frozen=True):
    """What became of one document. `reason` is empty only for status "read"."""

    path: str
    status: Status
    reason: str = ""
    title: str = ""
    lang: str = ""
    format: str = ""
    author: str = ""


class UseResult(msgspec.Struct, frozen=True):
    """One image use with its evidence and verdict (images, not findings, are counted)."""

    use: ImageUse
    record: RightsRecord = RightsRecord()
    verdict: Verdict = "fine"


class OrphanCredit(msgspec.Struct, frozen=True):
    """A credit line that belongs to no picture of its page."""

    document: str
    credit: CreditLine


class Remark(msgspec.Struct, frozen=True):
    """Something about the audit's own settings that a rule judges: an ignore, a row of the register, a changed file.

    `state` is the word that rules name in `params.state`; `message` says what is so, in a sentence without a full stop.
    """

    state: str
    message: str
    place: Place | None = None


class AuditResult(msgspec.Struct, frozen=True):
    """One audit. Everything is sorted by document, then reading order, then rule.

    `since`, if not "", is the revision since which a page must have changed to be reported.
    """

    documents: tuple[DocumentResult, ...] = ()
    uses: tuple[UseResult, ...] = ()
    orphans: tuple[OrphanCredit, ...] = ()
    findings: tuple[Finding, ...] = ()
    rules: tuple[Rule, ...] = ()
    policy: str = "newsroom"
    version: str = ""
    roots: tuple[str, ...] = ()
    interrupted: bool = False
    messages: tuple[str, ...] = ()
    since: str = ""

    @property
    def incomplete(self) -> tuple[DocumentResult, ...]:
        """Documents of which something could not be read."""
        return tuple(d for d in self.documents if d.status == "incomplete")
