# SPDX-License-Identifier: Apache-2.0
"""Google's licence fields for pictures: absent or malformed."""

from collections.abc import Iterator

from licaudit.checks.case import Case
from licaudit.checks.site import identity
from licaudit.model.finding import Finding, Quote, Rule

FIELDS = frozenset({"creator", "creditText", "copyrightNotice", "license"})


def check(case: Case, rule: Rule) -> Iterator[Finding]:
    """`params.fault` is missing (the page describes the picture and leaves the rights out) or invalid (a licence that is no address)."""
    use = case.use
    if not use or not case.record.facts:
        return
    key = identity(use)
    mine = [f for f in case.record.facts if f.subject and _same(f.subject, key, use.image.src)]
    if rule.params["fault"] == "invalid":
        for fact in mine:
            if fact.field == "license" and not fact.value.startswith(("https://", "http://")):
                yield from case.report(
                    rule,
                    f"The licence in the page's data is no address: “{fact.value}”",
                    quotes=(Quote(fact.value, f"license in {fact.origin}", fact.place),),
                )
                return
        return
    if mine and case.credit and case.licence_ids and not any(f.field in FIELDS for f in mine):
        yield from case.report(rule, "The page's data describe this picture and leave out creator, credit and licence")


def _same(subject: str, key: str, src: str) -> bool:
    """Addresses agree if equal, or if the file's path is the end of the other."""
    path = subject.split("?", 1)[0]
    return subject == src or (bool(key) and path.rsplit("/", 1)[-1] == key.rsplit("/", 1)[-1])
