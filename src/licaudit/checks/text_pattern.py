# SPDX-License-Identifier: Apache-2.0
"""Words in a credit that should not be there."""

import re
from collections.abc import Iterator
from functools import lru_cache

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
    found = next((m for m in rule.params.get("marks", ()) if m in text), None) or _phrase(text.casefold(), rule)
    if not found and "patterns" in rule.params:
        found = patterns(rule).first(text)
    if found:
        yield from case.report(rule, f"{rule.params['says']}: “{found}”", quotes=case.quotes() or (Quote(text, "caption"),))


def _phrase(text: str, rule: Rule) -> str | None:
    found = _words(tuple(rule.params.get("words", ()))).search(text)
    if found:
        return found[0]
    whole = text.strip(" .,;:()[]")
    return next((str(w) for w in rule.params.get("whole", ()) if whole == w), None)


@lru_cache(maxsize=256)
def _words(phrases: tuple[str, ...]) -> re.Pattern[str]:
    """Any of the phrases between word borders. Plain words, escaped: nothing that could be slow comes in."""
    either = "|".join(re.escape(phrase) for phrase in phrases)
    return re.compile(rf"(?<![^\W_])(?:{either})(?![^\W_])" if phrases else r"(?!)")
