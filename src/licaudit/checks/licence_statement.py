# SPDX-License-Identifier: Apache-2.0
"""What licences of public bodies ask for beside a name: a statement, the provider, the date of the last update."""

import re
from collections.abc import Iterator

from licaudit.checks.case import Case, host
from licaudit.model.finding import Finding, Rule
from licaudit.rulebook import licences as book

_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_VERSION = re.compile(r"v?\d+(?:\.\d+)*\Z")
SAYS = {
    "statement": "without the statement about its source",
    "provider": "without the name of its provider",
    "update_date": "without the date of its last update or a link to its source",
}


def check(case: Case, rule: Rule) -> Iterator[Finding]:
    """`params.statements` are openings of the default statements. A named provider may be the provider's own statement, so it counts."""
    if not case.credit or case.own or case.granted:
        return
    openings = tuple(str(one) for one in rule.params.get("statements", ()))
    for part, given in (("statement", _statement), ("provider", _statement), ("update_date", _dated)):
        found = case.demands(part)
        if found and not given(case, openings):
            licence, duty = found
            remedy = f"Add: {licence.credit_format}" if part == "statement" and "{" not in licence.credit_format else rule.remedy
            yield from case.report(
                rule, f"{licence.short_name} picture {SAYS[part]}", licence=licence, duty=duty, missing=(part,), remedy=remedy
            )
            return


def _statement(case: Case, openings: tuple[str, ...]) -> bool:
    credit, text = case.credit, case.text.casefold()
    named = [p.name for p in credit.creators] if credit else []
    named += [credit.source.name] if credit and credit.source and credit.source.name else []
    return any(not _VERSION.match(name) for name in named) or any(opening in text for opening in openings)


def _dated(case: Case, openings: tuple[str, ...]) -> bool:
    del openings
    return bool(_YEAR.search(case.text)) or any(host(link) and not book.by_url(link).id for link in case.links)
