# SPDX-License-Identifier: Apache-2.0
"""Ignores written in pages and configuration: they mark findings, need a reason, and end."""

from collections.abc import Collection, Mapping, Sequence
from datetime import date
from difflib import get_close_matches

import msgspec

from licaudit.model.finding import Finding
from licaudit.model.page import Directive, PageRecord
from licaudit.model.pattern import first
from licaudit.model.place import Place
from licaudit.model.policy import IgnoreRule, Settings
from licaudit.model.result import Remark


class Ignores:
    """All ignores of one audit; `remarks` tells which are unused, ended, without reason or of a rule that does not exist."""

    def __init__(self, records: Sequence[PageRecord], settings: Settings, known: Mapping[str, frozenset[str]]) -> None:
        """`known` tells the rules behind each name; an ignore of another rule is told."""
        self.known = known
        self.settings = settings
        self.pages = {r.path: r for r in records if r.directives}
        self.used: set[tuple[str, int]] = set()
        self.remarks: list[Remark] = []

    def mark(self, findings: Sequence[Finding]) -> list[Finding]:
        """Findings with status "ignored" and the reason where an ignore covers them."""
        done = []
        for finding in findings:
            reason = self._reason(finding)
            done.append(msgspec.structs.replace(finding, status="ignored", status_reason=reason) if reason else finding)
        self._tell()
        return done

    def _reason(self, finding: Finding) -> str:
        record = self.pages.get(finding.document)
        for number, directive in enumerate(record.directives if record else ()):
            if self._covers(directive, finding, record) and self._alive(directive.until) and directive.reason:
                self.used.add((finding.document, number))
                return directive.reason
        for number, rule in enumerate(self.settings.ignores):
            if self._configured(rule, finding) and self._alive(rule.until):
                self.used.add(("", number))
                return rule.reason
        return ""

    def _covers(self, directive: Directive, finding: Finding, record: PageRecord | None) -> bool:
        if record is None or not self._names(directive.rules, finding):
            return False
        if directive.scope == "page":
            return True
        orders = sorted(u.image.order for u in record.uses if u.image.order > directive.order)
        if directive.scope == "next":
            return bool(orders) and finding.order == orders[0]
        return directive.order < finding.order < directive.last

    def _configured(self, rule: IgnoreRule, finding: Finding) -> bool:
        if not self._names(rule.rules, finding):
            return False
        if rule.fingerprints and finding.fingerprint not in rule.fingerprints:
            return False
        if rule.paths and first(rule.paths, self.settings.policy.local(finding.document)) is None:
            return False
        return not rule.pictures or first(rule.pictures, finding.image.lstrip("/")) is not None

    def _names(self, rules: Sequence[str], finding: Finding) -> bool:
        """Whether one of `rules` is the finding's: by id, former id or group."""
        return finding.rule in rules or any(finding.rule in self.known.get(rule, ()) for rule in rules)

    def _alive(self, until: str) -> bool:
        """Whether an ignore counts today; one that ends on no date does not, lest it never end."""
        return not until or (is_date(until) and until >= self.settings.today)

    def _tell(self) -> None:
        for path, record in self.pages.items():
            for number, directive in enumerate(record.directives):
                self._remark(
                    directive.place or Place(path, 1, 1), directive.rules, directive.reason, directive.until, (path, number) in self.used
                )
        for number, rule in enumerate(self.settings.ignores):
            self._remark(rule.place, rule.rules, rule.reason, rule.until, ("", number) in self.used)

    def _remark(self, place: Place | None, rules: Sequence[str], reason: str, until: str, used: bool) -> None:
        names = ", ".join(rules)
        for rule in rules if self.known else ():
            if rule not in self.known:
                self.remarks.append(
                    Remark("ignore-unused", f"An ignore names the rule {rule!r}, which does not exist.{hint(rule, self.known)}", place)
                )
                return
        if not reason:
            self.remarks.append(Remark("ignore-unreasoned", f"The ignore of {names} gives no reason and does not count", place))
        elif until and not is_date(until):
            message = f"The ignore of {names} ends on “{until[:40]}”, which is no date such as 2027-01-31, and does not count"
            self.remarks.append(Remark("ignore-expired", message, place))
        elif not self._alive(until):
            self.remarks.append(Remark("ignore-expired", f"The ignore of {names} ended on {until}", place))
        elif not used:
            self.remarks.append(Remark("ignore-unused", f"The ignore of {names} covers nothing", place))


def is_date(text: str) -> bool:
    """Whether `text` is a day in the form 2027-01-31."""
    try:
        return len(text) == 10 and date.fromisoformat(text) is not None
    except ValueError:
        return False


def hint(word: str, known: Collection[str]) -> str:
    """The nearest known rule, as a question; "" if none is near."""
    close = get_close_matches(word[:100], sorted(known), n=1, cutoff=0.5)
    return f" Did you mean {close[0]!r}?" if close else ""
