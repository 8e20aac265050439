# SPDX-License-Identifier: Apache-2.0
"""A picture is published and no page uses it."""

from collections.abc import Iterator

import msgspec

from licaudit.checks.case import Case
from licaudit.evidence.published import MOST
from licaudit.model.finding import Finding, Rule
from licaudit.model.page import PageRecord
from licaudit.model.place import Place


def check(case: Case, rule: Rule) -> Iterator[Finding]:
    """A file that the register knows is in order; without any picture on the pages nothing can be told."""
    settings = case.settings
    if not settings or not any(record.uses for record in case.site.records):
        return
    found = case.site.published
    if not found.whole:
        about = Case(PageRecord(path=settings.paths[0]), case.site, case.policy, case.today)
        yield from about.report(rule, f"There are more than {MOST} files: which of them no page shows was not looked at")
    for path in found.unused:
        if not settings.register.match(path):
            about = Case(PageRecord(path=path), case.site, case.policy, case.today)
            for finding in about.report(rule, "The picture is published, no page shows it, and nothing says whose it is"):
                yield msgspec.structs.replace(finding, place=Place(path))  # a picture has no lines
