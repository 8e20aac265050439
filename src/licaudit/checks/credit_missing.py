# SPDX-License-Identifier: Apache-2.0
"""A content picture of which nothing is said at all."""

from collections.abc import Iterator

from licaudit.checks.case import RECORDED, Case
from licaudit.checks.link_is_not_credit import is_credit_link
from licaudit.checks.screenshot import is_screenshot
from licaudit.model.finding import Finding, Quote, Rule, Severity

SAYS = frozenset(
    {"creator", "creditLine", "copyrightNotice", "licence", "licenceUrl", "grant", "supplier", "own", "proof", "source", "reason"}
)

SMALL = 300
"""Width in CSS pixels under which an empty alternative text speaks for decoration."""

FEW = 5
"""A picture on fewer pages than this is no part of a template."""


def check(case: Case, rule: Rule) -> Iterator[Finding]:
    """An error only where the picture is surely content and no text of the page may be its credit."""
    use = case.use
    if not use or case.credit or any(c.field in SAYS and c.origin in RECORDED for c in case.rights.claims):
        return
    if case.site.credited(use) or is_credit_link(use.image.link) or is_screenshot(use):
        return
    hidden = [c for c in case.rights.claims if c.field in SAYS and c.origin not in RECORDED and c.origin != "file-name"]
    if hidden:
        quotes = tuple(Quote(c.value, f"{c.field} in {c.origin}", c.place) for c in hidden[:4])
        message = "Picture without a credit that readers can see, though the file or the page's data names one"
        yield from case.report(rule, message, asked="warning", quotes=quotes, confidence="medium")
        return
    doubt = use.role_confidence != "high" or (use.runner_up and use.runner_up.is_credit) or any(o.is_credit for o in case.record.orphans)
    doubt = doubt or (bool(use.caption) and not use.caption.rstrip().endswith((".", "!", "?", "…", "。")))
    # Small, and marked as decoration by whoever wrote the page: rarely a picture of the article.
    doubt = doubt or (use.image.alt == "" and 0 < use.image.width < SMALL)
    pages = case.site.spread(use)
    message = "Picture without any credit"
    if pages >= FEW and pages * 2 >= len(case.site.records):
        doubt, message = True, "Picture without any credit on most pages, as if it were part of the template"
    quotes = (Quote(use.runner_up.text, "text near the picture, not taken for its credit", use.runner_up.place),) if use.runner_up else ()
    asked: Severity = "warning" if doubt else "error"
    yield from case.report(rule, message, asked=asked, confidence="low" if doubt else "high", quotes=quotes)
