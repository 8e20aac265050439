# SPDX-License-Identifier: Apache-2.0
"""The original in the tree names its creator or licence, the published rendition has lost it."""

from collections.abc import Iterator

from licaudit.checks.case import EMBEDDED, Case
from licaudit.evidence.embedded import RIGHTS
from licaudit.model.finding import Finding, Quote, Rule


def check(case: Case, rule: Rule) -> Iterator[Finding]:
    """Silent while the rendition keeps any rights field, and where no original is found."""
    lost = case.rights.of("original")
    if not lost or any(c.origin in EMBEDDED and c.field in RIGHTS for c in case.rights.claims):
        return
    where = lost[0].place.path if lost[0].place else "the original"
    quotes = tuple(Quote(c.value, f"{c.detail} in {where}", c.place) for c in lost[:4])
    yield from case.report(rule, f"{where} has rights metadata, the picture shown has lost it", quotes=(*case.quotes(), *quotes))
