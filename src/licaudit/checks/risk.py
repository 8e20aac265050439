# SPDX-License-Identifier: Apache-2.0
"""What a breach costs: how the licence ends, and what courts of the publisher's countries have said."""

from typing import Any

from licaudit.model.finding import Clause, Rule, Severity
from licaudit.model.licence import Licence


def risk(licence: Licence) -> dict[str, Any]:
    """Clause and a sentence for an editor; {} where nothing is recorded about the end of the licence."""
    end = licence.termination
    if not end:
        return {}
    where = f" ({end.clause})" if end.clause else ""
    if not end.automatic:
        text = f"{licence.short_name} does not end by itself: the licensor may end it at once and without notice{where}."
    elif end.cure_days:
        back = f" It comes back if the fault is mended within {end.cure_days} days of its discovery ({end.cure_clause})."
        text = f"{licence.short_name} ends automatically on breach{where}.{back}"
    else:
        cure = "there is no period to put it right" if licence.family == "CC" else "no period to put it right is recorded"
        text = f"{licence.short_name} ends automatically on breach{where}; {cure}."
    return {"risk_text": text} | ({"risk": Clause(end.words_of or licence.id, end.clause, end.quote)} if end.clause else {})


def courts(rule: Rule, law: tuple[str, ...]) -> str:
    """The decisions of these countries that the rule leans on, in a sentence each; "" without any."""
    said = []
    for court in rule.courts:
        if court.law in law:
            gist = f": {court.says}" if court.says else "."
            said.append(f"{court.law}: {court.case}{gist}{'' if court.read else ' (The decision itself was not read for this rulebook.)'}")
    return " ".join(said)


def elsewhere(rule: Rule, law: tuple[str, ...]) -> Severity | None:
    """The milder severity where the publisher names countries, and the rule leans on decisions of others alone."""
    if not law or not rule.courts or any(court.law in law or not court.elsewhere for court in rule.courts):
        return None
    return next((court.elsewhere for court in rule.courts if court.elsewhere), None) or None
