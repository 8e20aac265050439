# SPDX-License-Identifier: Apache-2.0
"""A platform, a placeholder or a search engine where a person should be named."""

from collections.abc import Iterator

from licaudit.checks.case import Case, folded
from licaudit.checks.site import fold
from licaudit.model.credit import CreditLine
from licaudit.model.finding import Finding, Rule


def check(case: Case, rule: Rule) -> Iterator[Finding]:
    """`params.names` are faults, `params.courtesy` names are notes; `params.place` is creator or source.

    A name in the source's place counts only while no creator is named.
    """
    credit = case.credit
    if not credit or case.own or case.granted:
        return
    printed = _printed(credit, rule)
    name = next((n for n in printed if fold(n) in folded(rule, "names")), None)
    mild = next((n for n in printed if fold(n) in folded(rule, "courtesy")), None)
    if not name and not mild:
        return
    if any(span.label == "junk" for span in credit.spans):
        name, mild = None, name or mild  # "reproduction of …": somebody is told to have taken it from there
    duty = case.demands("author")
    message = f"{rule.params['says']}: {name or mild}"
    if duty:
        yield from case.report(rule, message, licence=duty[0], duty=duty[1], missing=("author",))
    elif case.licence_ids and rule.params.get("only_if_demanded", True):
        return
    elif name and rule.params.get("error_without_licence", False):
        yield from case.report(rule, message)
    else:
        yield from case.report(rule, message, asked="note")


def _printed(credit: CreditLine, rule: Rule) -> list[str]:
    names = [p.name for p in credit.creators]
    source = credit.source.name if credit.source and credit.source.name else ""
    if rule.params.get("place") == "source":
        return [*names, source, *(() if names or source else _chunks(credit.text))]
    if not names and not (source and fold(source) in fold(credit.text)):
        return _chunks(credit.text)
    if names and not all(fold(n) in folded(rule, "names") or fold(n) in folded(rule, "courtesy") for n in names):
        return []
    return names or ([source] if source and fold(source) in fold(credit.text) else [])


def _chunks(text: str) -> list[str]:
    """The parts of a short credit between its marks: where the reader found nobody, a placeholder may stand."""
    for mark in "/,()|;:":
        text = text.replace(mark, "\n")
    return [part.strip() for part in text[:300].split("\n") if part.strip()]
