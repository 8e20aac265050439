# SPDX-License-Identifier: Apache-2.0
"""A credit for an own picture that is not in the form the house has chosen."""

import re
from collections.abc import Iterator

from licaudit.checks.case import Case
from licaudit.checks.site import fold
from licaudit.model.finding import CreditFix, Finding, Rule

_FIELD = re.compile(r"(\{creator\}|\{site\})")


def check(case: Case, rule: Rule) -> Iterator[Finding]:
    """Only while `[credits] own` gives a form, and only for pictures that are surely the publisher's own."""
    form = case.policy.style.own
    if not form or not case.use or not case.own:
        return
    said = case.credit.text if case.credit else ""
    if said and _follows(said, form, case.policy.site):
        return
    names = [p.name for p in case.credit.creators] if case.credit else []
    names = names or [c.value for c in case.recorded if c.field == "creator"]
    wanted = form.replace("{site}", case.policy.site) if case.policy.site or "{site}" not in form else ""
    ready = wanted.replace("{creator}", ", ".join(names)) if wanted and (names or "{creator}" not in form) else ""
    message = f"Own picture whose credit is not in the form of the house: {form}" if said else f"Own picture without the credit: {form}"
    made = CreditFix(text=ready, safety="unsafe") if ready else CreditFix(question="Which of your own people made this picture?")
    yield from case.report(rule, message, fix=made)


def _follows(said: str, form: str, site: str) -> bool:
    """The fixed words of the form stand in the credit in their order; letters count, white space and marks do not."""
    rest = fold(said)
    for piece in _FIELD.split(form):
        words = fold(site) if piece == "{site}" else "" if piece == "{creator}" else fold(piece)
        at = rest.find(words)
        if at < 0:
            return False
        rest = rest[at + len(words) :]
    return True
