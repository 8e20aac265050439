# SPDX-License-Identifier: Apache-2.0
"""The words name one licence, the link another."""

from collections.abc import Iterator

from licaudit.checks.case import Case
from licaudit.model.finding import Finding, Quote, Rule
from licaudit.rulebook import licences as book

ELEMENTS = frozenset({"BY", "SA", "NC", "ND"})


def check(case: Case, rule: Rule) -> Iterator[Finding]:
    """A link that only adds the version or the port to the words agrees with them; a choice of licences agrees with either."""
    if not case.credit or len(case.licence_ids) > 1:
        return
    said = {m.id: m for m in case.credit.mentions if m.via == "text" and m.id and m.issue in ("", "no-version", "misspelt", "ambiguous")}
    linked: dict[str, str] = {
        m.id: m.url or m.text for m in case.credit.mentions if m.via != "text" and m.id and m.issue in ("", "noncanonical")
    }
    for mention in said.values():
        if mention.url and (found := book.by_url(mention.url).id):
            linked.setdefault(found, mention.url)
    if not said or not linked:
        return
    for name, address in linked.items():
        if any(agrees(text, name) for text in said):
            continue
        text, mention = next(iter(said.items()))
        one, other = book.get(text), book.get(name)
        message = f"The credit says {one.short_name if one else text}, its link leads to {other.short_name if other else name}"
        yield from case.report(rule, message, licence=one, quotes=(Quote(mention.text, "says"), Quote(address, "links to")))
        return


def agrees(text: str, link: str) -> bool:
    """True if the link's licence is the text's, or the text's with version or port added."""
    if text == link or text == "CC" or (text == "PD" and link in ("CC0-1.0", "CC-PDM-1.0", "CC-PDDC")):
        return True
    rest = link.removeprefix(f"{text}-")
    return rest != link and rest.split("-")[0] not in ELEMENTS
