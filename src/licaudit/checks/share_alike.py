# SPDX-License-Identifier: Apache-2.0
"""An adapted share-alike picture on a page under another licence."""

from collections.abc import Iterator
from fnmatch import fnmatchcase

from licaudit.checks.altered import evidence
from licaudit.checks.case import Case
from licaudit.model.finding import Finding, Quote, Rule
from licaudit.model.licence import Licence, Obligation
from licaudit.rulebook import licences as book
from licaudit.rulebook.schema import Compatible


def check(case: Case, rule: Rule) -> Iterator[Finding]:
    """Never for an unmodified picture: a page that merely contains it is a collection (Drauglis v. Kappa Map Group)."""
    licence = next((one for one in case.licences if "SA" in one.elements), None)
    page = case.record.page_licence
    page = (book.by_url(page).id or page) if page and "/" in page else page
    terms = book.compatible(licence) if licence else None
    if not licence or not terms or len(case.licence_ids) > 1 or not page or _alike(licence, terms, page):
        return
    signs = evidence(case)
    if case.credit and case.credit.modified:
        signs = (*case.quotes(), *signs)
    if signs:
        yield from case.report(
            rule,
            f"An altered {licence.short_name} picture on a page under {page}: it must stay under its own licence",
            licence=licence,
            duty=Obligation("sharealike", "MUST_ADAPTATION", terms.clause, terms.quote, terms.note),
            quotes=(*signs, Quote(page, "licence of the page")),
        )


def _alike(licence: Licence, terms: Compatible, page: str) -> bool:
    """One of the licences that the terms allow, or the same one without its version."""
    return page == f"CC-{licence.unit.upper()}" or any(fnmatchcase(page, one) for one in terms.allowed)
