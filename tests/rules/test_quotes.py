# SPDX-License-Identifier: Apache-2.0
"""Nothing is presented as law that was not read: quotes in rules are those of the licence data, decisions and statutes say what they are."""

import re

import pytest

from licaudit.model.finding import Rule
from licaudit.rulebook import licences
from licaudit.rulebook.load import rulebook

RULES = sorted(rulebook().rules.values(), key=lambda r: r.id)
QUOTE = re.compile(r'"([^"]{12,})"')
UNREAD = re.compile(r"Directive|Regulation|U\.S\.C\. § 107|CDPA|CJEU|\bO?LG \b|\bv\. ")
TITLES = {"Image metadata in Google Images", "Editorial Use Only"}
"""Names of pages and words of contracts, not of licences."""


def words(text: str) -> str:
    return " ".join(text.split())


def quoted() -> str:
    """Every word that the licence data quote, of every licence."""
    found = set()
    for name in licences.ids():
        licence = licences.get(name)
        assert licence
        found |= {words(duty.quote) for duty in licence.obligations}
        if licence.termination:
            found |= {words(licence.termination.quote), words(licence.termination.cure_quote)}
        found.add(words(licence.notes))
        found |= {words(duty.note) for duty in licence.obligations}
    return "\n".join(sorted(found))


DATA = quoted()


@pytest.mark.parametrize("rule", RULES, ids=lambda r: r.id)
def test_quotes_of_licences_stand_in_the_licence_data(rule: Rule) -> None:
    for passage in QUOTE.findall(f"{rule.references} {rule.asked}"):
        if passage in TITLES or not re.search(r"CC|GFDL|licen[cs]e", rule.references):
            continue
        pieces = [words(piece) for piece in re.split(r"\.\.\.|…", passage)]
        assert all(piece in DATA for piece in pieces), f"{rule.id}: {passage!r} is in no licence"


@pytest.mark.parametrize("rule", RULES, ids=lambda r: r.id)
def test_decisions_and_statutes_that_nobody_read_say_so(rule: Rule) -> None:
    if UNREAD.search(rule.references):
        assert "not read for the rulebook" in rule.references
    assert all(court.case in rule.references for court in rule.courts)
    assert not any(court.read for court in rule.courts), "say in this test where it was read"
