# SPDX-License-Identifier: Apache-2.0
"""Proof of an edit: the page read again is the same page, without the fault and without a new one."""

from collections import Counter

import msgspec

from licaudit.checks import registry
from licaudit.checks.site import SiteView
from licaudit.credits.record import page_record
from licaudit.evidence.ask import Evidence
from licaudit.model.credit import CreditLine
from licaudit.model.finding import Finding
from licaudit.model.page import Document, PageRecord
from licaudit.model.policy import Settings
from licaudit.readers import read
from licaudit.rulebook.load import Rulebook

Key = tuple[str, int, str, str]


class Judge:
    """Reads and judges single pages as the audit does; what compares pages is left out on both sides."""

    def __init__(self, settings: Settings, book: Rulebook) -> None:
        self.settings, self.book = settings, book

    def compare(self, document: Document, after: bytes, finding: Finding) -> str:
        """Why `after` must not take the place of the document's bytes, or ""."""
        changed = msgspec.structs.replace(document, data=after)
        old, new = page_record(document), page_record(changed)
        if not _alike(old, new) or (document.format != "text" and _texts(document) != _texts(changed)):
            return "the page would read differently"
        before, behind = self._findings(old), self._findings(new)
        about = _key(finding, old)
        if about not in before:
            return "the finding depends on other pages"
        if behind - before:
            return "another rule would find fault with the result"
        return "" if about not in behind else "the result would not satisfy the rule"

    def _findings(self, record: PageRecord) -> Counter[Key]:
        site = SiteView.of([record])
        rights = Evidence(self.settings, site).ask(record)
        found = registry.run(record, site, rights, self.settings.policy, self.book, self.settings.today)
        return Counter(_key(f, record) for f in found)


def _key(finding: Finding, record: PageRecord) -> Key:
    """A finding without its place: positions move when something is put in before."""
    index = next((n for n, use in enumerate(record.uses) if use.image.order == finding.order), -1)
    return (finding.rule, index, finding.image, finding.message if finding.order >= 0 else "")


def _alike(old: PageRecord, new: PageRecord) -> bool:
    """Whether both hold the same pictures with the same credits, but for the addresses of licences."""
    if (old.status, old.title, old.lang, len(old.directives)) != (new.status, new.title, new.lang, len(new.directives)):
        return False
    shown = [[(u.image.src, u.image.alt, u.image.link, u.role, u.attached, _said(u.credit)) for u in r.uses] for r in (old, new)]
    loose = [[_said(credit) for credit in r.orphans] for r in (old, new)]
    return shown[0] == shown[1] and loose[0] == loose[1]


def _said(credit: CreditLine | None) -> object:
    if credit is None:
        return None
    return (credit.is_credit, credit.licence, credit.creators, credit.title, credit.source, credit.modified, credit.kind, credit.notices)


def _texts(document: Document) -> list[tuple[str, str]]:
    """All that a reader sees, block by block."""
    return [(block.kind, block.text) for block in read(document).blocks]
