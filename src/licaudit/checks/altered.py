# SPDX-License-Identifier: Apache-2.0
"""Signs that the picture shown is not the picture given."""

import re
from collections.abc import Iterator

from licaudit.checks.case import Case
from licaudit.model.finding import Finding, Quote, Rule, Severity

_NAME = re.compile(
    r"(?:^|[-_. /])(?:crop|cropped|edited|retouched|colou?ri[sz]ed|collage|montage|zugeschnitten|bearbeitet|recadr[ée]e?)(?=[-_. ]|$)"
)
_WORDS = (
    "cropped",
    "collage",
    "montage",
    "photomontage",
    "colorized",
    "colourised",
    "retouched",
    "edited version",
    "fotomontage",
    "zugeschnitten",
    "bearbeitet",
)


def check(case: Case, rule: Rule) -> Iterator[Finding]:
    """Changed and nothing says so, under a licence that demands the notice."""
    found = case.demands("indicate_changes")
    signs = evidence(case)
    if not found or not signs or case.own or (case.credit and case.credit.modified):
        return
    if any(word in case.text.casefold() for word in _WORDS):
        return
    licence, duty = found
    message = "The picture looks changed and the credit does not say so"
    if duty.level == "MUST_ADAPTATION":  # before 4.0 a crop alone need not be an adaptation
        message = "The picture looks changed, and an adaptation has to say so"
    asked: Severity = "note" if duty.level == "MUST_ADAPTATION" else rule.severity
    yield from case.report(rule, message, asked=asked, licence=licence, duty=duty, quotes=(*case.quotes(), *signs))


def evidence(case: Case) -> tuple[Quote, ...]:
    """What speaks for a crop, an overlay or an edit: register, credit, alternative text, file name."""
    use = case.use
    if not use:
        return ()
    claims = [c for c in case.rights.of("modified") if c.value not in ("", "false")]
    signs = [Quote(c.value, "proportions" if c.origin == "original" else f"{c.origin} says changed", c.place) for c in claims]
    alt = (use.image.alt or "").casefold()[:500]
    if any(word in alt for word in _WORDS):
        signs.append(Quote(use.image.alt or "", "alternative text", use.image.place))
    name = (use.image.src[:500] if not use.image.src.startswith("data:") else "").rsplit("/", 1)[-1]
    if _NAME.search(name.rsplit(".", 1)[0].casefold()):
        signs.append(Quote(name, "file name", use.image.place))
    return tuple(signs)
