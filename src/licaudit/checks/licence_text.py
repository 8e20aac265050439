# SPDX-License-Identifier: Apache-2.0
"""A licence whose full text must accompany the picture."""

from collections.abc import Iterator

from licaudit.checks.case import Case
from licaudit.model.finding import Finding, Rule


def check(case: Case, rule: Rule) -> Iterator[Finding]:
    """Silent where the credit offers a choice with a licence that is content with a link."""
    if not case.licences or len(case.licences) != len(case.licence_ids) or not all(one.id.startswith("GFDL") for one in case.licences):
        return
    licence = case.licences[0]
    duty = licence.demands("licence_uri_or_text") or licence.demands("licence_text")
    yield from case.report(
        rule, f"{licence.short_name} asks for its full text beside the picture; a link is not enough", licence=licence, duty=duty
    )
