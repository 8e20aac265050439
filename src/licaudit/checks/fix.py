# SPDX-License-Identifier: Apache-2.0
"""What to write instead: the credit to use, or the question to answer first."""

import msgspec

from licaudit.checks.case import Case
from licaudit.checks.missing_part import known_title
from licaudit.credits import write
from licaudit.model.credit import CreditLine, Party, SourceRef
from licaudit.model.finding import CreditFix, Finding

QUESTIONS = {
    "credit-missing": "Who made this picture, and by what right is it shown? Ask whoever chose it, or search by picture.",
    "creator-missing": "Who made this picture? The page from which it came names the creator.",
    "creator-is-platform": "Who made this picture? Its page on the platform names the creator and the licence.",
    "creator-is-placeholder": "Who made this picture? The page from which it came names the creator.",
    "licence-missing": "Under which licence is this picture given? Its page on the platform says so.",
    "licence-ambiguous": "Which Creative Commons licence, and which version? The picture's page says so.",
    "licence-version-missing": "Which version of the licence? The picture's page says so; do not guess it.",
    "licence-nonexistent": "Which licence was meant? The picture's page says so.",
    "licence-link-mismatch": "Which of the two licences is right? The picture's page says so.",
    "link-is-not-credit": "Who made this picture? The linked page names the creator.",
    "same-image-credited-differently": "Which of the two credits is right? The picture's source says so.",
    "metadata-contradicts-credit": "Who made this picture: the one in the credit or the one in the file? The picture's source says so.",
    "structured-data-contradicts-credit": "Which is right, the credit or the page's data? The picture's source says so.",
    "grant-missing": "Which contract or letter allows this picture? Record it in the register.",
}
"""Rules whose remedy depends on something that is not known here, and what to find out."""

COMPOSED = frozenset({
    "licence-link-missing", "title-missing", "credit-hidden", "licence-link-noncanonical", "licence-link-wrong-target",
    "licence-misspelt", "public-domain-as-licence", "source-link-missing",
    "requested-wording-ignored", "copyright-notice-missing",
})  # fmt: skip


def with_fix(case: Case, findings: list[Finding]) -> list[Finding]:
    """The findings with their fix: composed only while no finding on the same picture leaves creator or licence open."""
    if not findings:
        return findings
    open_question = next(
        (QUESTIONS[f.rule] for f in findings if f.rule in QUESTIONS and f.rule != "grant-missing" and f.severity != "note"), ""
    )
    return [_one(case, finding, open_question) for finding in findings]


def _one(case: Case, finding: Finding, open_question: str) -> Finding:
    if finding.fix:
        return finding
    if finding.rule == "creator-missing" and not case.credit and (made := composed(case)):
        return msgspec.structs.replace(finding, fix=made)
    if finding.rule == "credit-known-elsewhere" and finding.quotes:
        return msgspec.structs.replace(finding, fix=CreditFix(text=finding.quotes[0].text, safety="unsafe"))
    if finding.rule in QUESTIONS:
        return msgspec.structs.replace(finding, fix=CreditFix(question=QUESTIONS[finding.rule]))
    if finding.rule not in COMPOSED:
        return finding
    if open_question:
        return msgspec.structs.replace(finding, fix=CreditFix(question=open_question))
    made = composed(case)
    return msgspec.structs.replace(finding, fix=made) if made else finding


def composed(case: Case) -> CreditFix | None:
    """The credit as it should read, in the house style, from what is known; None where creator or licence is not known for sure."""
    credit = case.credit or _from_record(case)
    if not credit or len(case.licences) != 1 or not case.sure:
        return None
    licence = case.licences[0]
    if not licence.url or (licence.demands("author") and not credit.creators):
        return None
    title = credit.title or known_title(case) or None
    if case.policy.style.title == "when-asked" and not licence.demands("title"):
        title = None
    whole = msgspec.structs.replace(credit, title=title, licence=licence.id, licence_url=licence.url)
    return write.fix(whole, case.record.lang, case.policy.style, wording=write.asked_for(case.rights))


def _from_record(case: Case) -> CreditLine | None:
    """What the register or a file beside the picture says of it, as the credit that the page lacks."""
    creators = [c for c in case.recorded if c.field == "creator"]
    if not case.recorded_licence or not creators:
        return None
    row = {c.field: c.value for c in reversed(case.recorded)}
    source = SourceRef(row.get("source"), row.get("workUrl")) if {"source", "workUrl"} & row.keys() else None
    people = tuple(Party(name) for name in dict.fromkeys(c.value for c in creators if c.place == creators[0].place))
    modified = True if row.get("modified") else None
    return CreditLine(text="", creators=people, title=row.get("title"), source=source, modified=modified, confidence="high")
