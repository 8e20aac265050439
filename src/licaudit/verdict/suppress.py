# SPDX-License-Identifier: Apache-2.0
"""Ignores written in pages and configuration: they mark findings, need a reason, and end."""

from collections.abc import Sequence

import msgspec

from licaudit.model.finding import Finding
from licaudit.model.page import Directive, PageRecord
from licaudit.model.pattern import first
from licaudit.model.policy import IgnoreRule, Settings


class Ignores:
    """All ignores of one audit; `problems` tells in words which are unused, ended or without reason."""

    def __init__(self, records: Sequence[PageRecord], settings: Settings) -> None:
        self.settings = settings
        self.pages = {r.path: r for r in records if r.directives}
        self.used: set[tuple[str, int]] = set()
        self.problems: list[str] = []

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
        if finding.rule not in directive.rules or record is None:
            return False
        if directive.scope == "page":
            return True
        orders = sorted(u.image.order for u in record.uses if u.image.order > directive.order)
        if directive.scope == "next":
            return bool(orders) and finding.order == orders[0]
        return directive.order < finding.order < directive.last

    def _configured(self, rule: IgnoreRule, finding: Finding) -> bool:
        if finding.rule not in rule.rules:
            return False
        if rule.fingerprints and finding.fingerprint not in rule.fingerprints:
            return False
        if rule.paths and first(rule.paths, self.settings.policy.local(finding.document)) is None:
            return False
        return not rule.pictures or first(rule.pictures, finding.image.lstrip("/")) is not None

    def _alive(self, until: str) -> bool:
        return not until or until >= self.settings.today

    def _tell(self) -> None:
        for path, record in self.pages.items():
            for number, directive in enumerate(record.directives):
                where = f"{path}:{directive.place.line}" if directive.place else path
                self._problem(where, ", ".join(directive.rules), directive.reason, directive.until, (path, number) in self.used)
        for number, rule in enumerate(self.settings.ignores):
            where = f"{rule.place.path}:{rule.place.line}" if rule.place else "configuration"
            self._problem(where, ", ".join(rule.rules), rule.reason, rule.until, ("", number) in self.used)

    def _problem(self, where: str, rules: str, reason: str, until: str, used: bool) -> None:
        if not reason:
            self.problems.append(f"{where}: the ignore of {rules} gives no reason and does not count. Write -- and the reason after it.")
        elif not self._alive(until):
            self.problems.append(f"{where}: the ignore of {rules} ended on {until}. Renew it or put the picture right.")
        elif not used:
            self.problems.append(f"{where}: the ignore of {rules} is not needed (any more). Take it out.")
