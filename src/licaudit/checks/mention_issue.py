# SPDX-License-Identifier: Apache-2.0
"""What is wrong with the way a licence is named."""

from collections.abc import Iterator

from licaudit.checks.case import Case
from licaudit.model.credit import LicenceMention
from licaudit.model.finding import Finding, Quote, Rule
from licaudit.rulebook import licences as book


def check(case: Case, rule: Rule) -> Iterator[Finding]:
    """`params.issue` is the reader's word for it (LicenceMention.issue)."""
    issue = rule.params["issue"]
    if not case.credit:
        return
    for mention in case.credit.mentions:
        if not _has(case, mention, issue) or _settled(case, mention, issue):
            continue
        shown = mention.text if mention.via == "text" else mention.url or mention.text
        licence = book.get(mention.id) if issue in ("noncanonical", "misspelt") else None
        quotes = (*case.quotes(), Quote(mention.url or mention.text, f"licence named by {mention.via}"))
        yield from case.report(rule, f"{rule.params['says']}: “{shown}”", licence=licence, quotes=quotes)
        return


def _has(case: Case, mention: LicenceMention, issue: str) -> bool:
    """The reader said so, or the address tells it."""
    if mention.issue == issue:
        return True
    if issue == "nonexistent":
        return any(book.by_url(link).problem == "nonexistent" for link in case.links)
    if issue == "noncanonical" and mention.url:
        found = book.by_url(mention.url)
        return bool(found.id and found.exists and not found.canonical)
    return issue == "wrong-target" and wrong_target(case, mention)


def wrong_target(case: Case, mention: LicenceMention) -> bool:
    """Whether the name of a licence is linked, and not to that licence."""
    if mention.issue == "wrong-target":
        return True
    if mention.via == "text" and mention.id.startswith("CC") and case.credit:
        over = [link for link in case.credit.links if link.kind == "a" and link.start < mention.end and link.end > mention.start]
        covers = [link for link in over if link.end - link.start <= mention.end - mention.start + 12]
        return bool(covers) and not any(book.by_url(link.href).id or "creativecommons.org/licenses/" in link.href for link in over)
    return False


def _settled(case: Case, mention: LicenceMention, issue: str) -> bool:
    """A link or badge beside it tells what the words leave open."""
    if issue not in ("ambiguous", "no-version") or not case.credit:
        return False
    if mention.url and book.by_url(mention.url).id:
        return True
    settled = [m.id for m in case.credit.mentions if m is not mention and m.id and m.issue in ("", "noncanonical")]
    settled += [found for link in case.links if (found := book.by_url(link).id)]
    wanted = "CC" if issue == "ambiguous" else mention.id
    return any(name == wanted or name.startswith((f"{wanted}-", f"{wanted}0")) for name in settled)
