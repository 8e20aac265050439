# SPDX-License-Identifier: Apache-2.0
"""The file says made by a model, the page does not."""

from collections.abc import Iterator

from licaudit.checks.case import Case
from licaudit.checks.site import fold
from licaudit.model.finding import Finding, Quote, Rule

MADE = ("trainedalgorithmicmedia", "compositewithtrainedalgorithmicmedia", "compositesynthetic")
SAID = (
    "ai",
    "ki",
    "ia",
    "a.i.",
    "dall-e",
    "dalle",
    "midjourney",
    "firefly",
    "chatgpt",
    "gemini",
    "generated",
    "generiert",
    "générée",
    "générée",
    "generada",
    "synthetic",
)


def check(case: Case, rule: Rule) -> Iterator[Finding]:
    """IPTC digital source type, or its schema.org twin, against credit, caption and alternative text."""
    claim = next((c for c in case.rights.of("digitalSourceType") if any(m in fold(c.value) for m in MADE)), None)
    if not claim or not case.use:
        return
    said = f"{case.text} {case.use.caption} {case.use.image.alt or ''}".casefold()
    for mark in "/,()|;:.":
        said = said.replace(mark, " ")
    if (case.credit and case.credit.kind == "ai") or any(word in said.split() or (len(word) > 3 and word in said) for word in SAID):
        return
    quote = Quote(claim.value, f"digital source type in {claim.origin}", claim.place)
    yield from case.report(rule, "The file says that a model made this picture, the page does not", quotes=(*case.quotes(), quote))
