# SPDX-License-Identifier: Apache-2.0
"""One licence, written in different ways across the site."""

from collections.abc import Iterator

from licaudit.checks.case import Case
from licaudit.model.evidence import RightsRecord
from licaudit.model.finding import Finding, Rule
from licaudit.model.page import PageRecord


def check(case: Case, rule: Rule) -> Iterator[Finding]:
    """One finding per licence and language, at the first use of the rarest form."""
    for name, lang in sorted(case.site.spellings):
        forms = case.site.spellings[name, lang]
        if len(forms) < 2:
            continue
        ranked = sorted(forms.items(), key=lambda item: (-item[1], item[0]))
        rare = ranked[-1][0]
        use = case.site.first_spelling[name, lang, rare]
        record = PageRecord(path=use.document)
        shown = ", ".join(f"“{text}” ({count})" for text, count in ranked[:5])
        yield from (
            Case(record, case.site, case.policy, case.today)
            .about(use, RightsRecord(), use.credit)
            .report(rule, f"{name} is written in {len(forms)} ways on this site: {shown}")
        )
