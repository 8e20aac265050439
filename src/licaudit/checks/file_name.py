# SPDX-License-Identifier: Apache-2.0
"""The file name or address is that of an agency or stock preview."""

from collections.abc import Iterator

from licaudit.checks.case import Case, patterns
from licaudit.checks.grant_missing import contracted
from licaudit.checks.site import fold
from licaudit.model.finding import Finding, Quote, Rule


def check(case: Case, rule: Rule) -> Iterator[Finding]:
    """`params.patterns` map a supplier to a pattern on the file's name; the first that is found counts."""
    use = case.use
    if not use or case.own or case.granted:
        return
    for address in dict.fromkeys((use.image.src, *use.image.candidates)):
        if address.startswith("data:"):
            continue
        name = address.split("?", 1)[0].rsplit("/", 1)[-1][:200]
        supplier = patterns(rule).first(name)
        if supplier and not (contracted(case, supplier) or (case.credit and fold(supplier) in fold(case.text))):
            quotes = (Quote(name, "file name", use.image.place), *case.quotes())
            yield from case.report(rule, f"The file name is one that {supplier} gives, and nothing records a permission", quotes=quotes)
            return
