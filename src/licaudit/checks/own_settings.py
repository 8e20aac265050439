# SPDX-License-Identifier: Apache-2.0
"""The audit's own settings: ignores that end, cover nothing or give no reason; rows and files that need a look."""

from collections.abc import Iterator

import msgspec

from licaudit.checks.case import Case
from licaudit.model.finding import Finding, Quote, Rule
from licaudit.model.page import PageRecord


def check(case: Case, rule: Rule) -> Iterator[Finding]:
    """Remarks in the state of `params.state`, each at the place in the file where it stands."""
    for remark in case.remarks:
        if remark.state == rule.params["state"]:
            path = remark.place.path if remark.place else ""
            about = Case(PageRecord(path=path), case.site, case.policy, case.today)
            for finding in about.report(rule, remark.message, quotes=(Quote(remark.message, "settings", remark.place),)):
                yield msgspec.structs.replace(finding, place=remark.place)
