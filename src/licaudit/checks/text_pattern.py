# SPDX-License-Identifier: Apache-2.0
"""Words in a credit that should not be there."""

from collections.abc import Iterator

from licaudit.checks.case import Case, patterns
from licaudit.model.finding import Finding, Quote, Rule

MAX = 2_000
"""Longer credits are no credits; nothing is searched beyond."""


def check(case: Case, rule: Rule) -> Iterator[Finding]:
    """`params.words` are plain phrases compared without case at word borders; `params.marks` are exact strings.

    `params.patterns` map what a reader should be shown to a pattern on the credit, for rules of a publisher's own.
    """
    text = case.text[:MAX]
    if not text and case.use:
        text = case.use.caption[:MAX] if rule.params.get("captions") else ""
    if not text:
        return
    found = (
        next((m for m in rule.params.get("marks", ()) if m in text), None) or _phrase(text.casefold(), rule) or patterns(rule).first(text)
    )
    if found:
        yield from case.report(rule, f"{rule.params['says']}: “{found}”", quotes=case.quotes() or (Quote(text, "caption"),))


def _phrase(text: str, rule: Rule) -> str | None:
    for phrase in rule.params.get("words", ()):
        start = text.find(phrase)
        while start >= 0:
            end = start + len(phrase)
            if (start == 0 or not text[start - 1].isalnum()) and (end == len(text) or not text[end].isalnum()):
                return str(phrase)
            start = text.find(phrase, end)
    whole = text.strip(" .,;:()[]")
    return next((str(w) for w in rule.params.get("whole", ()) if whole == w), None)
