# SPDX-License-Identifier: Apache-2.0
"""What a licence demands, as a table for people: every part in plain words, none left blank."""

import msgspec

from licaudit.model.licence import Licence

PARTS = {
    "author": "Name of the creator",
    "attribution_party": "Others whom the licensor wants named",
    "title": "Title of the work",
    "work_uri": "Link to the work's page",
    "copyright_notice": "Copyright notice",
    "licence_uri_or_text": "Address or text of the licence",
    "licence_reference": "Reference to the licence",
    "licence_notice_kept": "Notices about the licence",
    "disclaimer_notice_kept": "Notices about warranties",
    "indicate_changes": "Saying what was changed",
    "adaptation_credit": "Saying that an adaptation uses the work",
    "statement": "Statement about the source",
    "provider": "Name of the provider",
    "update_date": "Date of the last update",
    "manner": "How and where the credit stands",
    "remove_credit_on_request": "Taking the name away on request",
    "no_endorsement": "No pretence of support by the creator",
    "no_tpm": "No technical locks",
    "no_extra_terms": "No further terms on the work",
    "moral_rights": "Honour of the creator",
    "licensor_warranty": "What the licensor vouches for",
    "collection": "Use in a collection",
    "noncommercial": "No commercial use",
    "noderivatives": "No sharing of adaptations",
    "sharealike": "Adaptations under the same licence",
}
LEVELS = {
    "MUST": "always",
    "MUST_IF_SUPPLIED": "if the licensor supplied it",
    "MUST_IF_PRACTICABLE": "as far as reasonably practicable",
    "MUST_ADAPTATION": "when an adaptation is shared",
    "SHOULD": "recommended",
    "NONE": "no duty",
}
ANSWERS = {
    "yes": "yes",
    "no": "no",
    "recommended": "recommended",
    "conditional": "under conditions",
    "contract": "as the contract says",
    "unknown": "not known",
}
NO_CLAUSE, NO_QUOTE = "none", "no words of the licence are recorded"


class Duty(msgspec.Struct, frozen=True):
    """One row: what, when, the clause, its words ("…" where none), and a remark or ""."""

    part: str
    level: str
    clause: str = NO_CLAUSE
    quote: str = NO_QUOTE
    note: str = ""


def table(licence: Licence) -> list[Duty]:
    """The duties of `licence` in the order of its clauses, then what happens on breach; never empty."""
    rows = [
        Duty(
            PARTS.get(o.part, o.part.replace("_", " ")),
            LEVELS[o.level],
            o.clause or NO_CLAUSE,
            o.quote or NO_QUOTE,
            _note(o.note, o.words_of),
        )
        for o in licence.obligations
    ]
    return [*(rows or _answers(licence)), *_end(licence)]


def _note(note: str, words_of: str) -> str:
    """The remark, and whose words are quoted where the port's own were not read."""
    return "; ".join(
        filter(None, (note, f"clause and words are those of {words_of}, the text of this port was not read" if words_of else ""))
    )


def _answers(licence: Licence) -> list[Duty]:
    asked = {"Credit asked for": licence.attribution, "Commercial use": licence.commercial, "Adaptations": licence.derivatives}
    rows = [Duty(part, ANSWERS[answer]) for part, answer in asked.items()]
    return [*rows, Duty("Form of the credit", "as asked for", note=licence.credit_format)] if licence.credit_format else rows


def _end(licence: Licence) -> list[Duty]:
    end = licence.termination
    if end is None:
        return [Duty("What happens on breach", "no rule of this licence is recorded")]
    level = "the licence ends by itself" if end.automatic else "the licence ends only by notice"
    rows = [Duty("What happens on breach", level, end.clause or NO_CLAUSE, end.quote or NO_QUOTE, _note(end.note, end.words_of))]
    if end.cure_days:
        cure = f"comes back if put right within {end.cure_days} days of discovery"
        return [*rows, Duty("Putting it right", cure, end.cure_clause or NO_CLAUSE, end.cure_quote or NO_QUOTE)]
    return [*rows, Duty("Putting it right", "no period in which the licence comes back is recorded")]
