# SPDX-License-Identifier: Apache-2.0
"""One picture, two credits."""

from collections.abc import Iterator

from licaudit.checks.case import Case
from licaudit.checks.site import VISIBLE
from licaudit.model.finding import Finding, Quote, Rule


def check(case: Case, rule: Rule) -> Iterator[Finding]:
    """The same picture names another creator or licence on another page."""
    use = case.use
    if not use or not case.credit or use.attached not in VISIBLE:
        return
    other = case.site.disagreeing(use)
    if not other or not other.credit:
        return
    quotes = (*case.quotes(), Quote(other.credit.text, f"credit of the same picture in {other.document}", other.credit.place))
    related = (other.image.place,) if other.image.place else ()
    yield from case.report(rule, f"The same picture is credited differently in {other.document}", quotes=quotes, related=related)
