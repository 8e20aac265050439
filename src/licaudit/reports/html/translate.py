# SPDX-License-Identifier: Apache-2.0
"""The report dict in the language of the report: what rules, checks and composer say. Page text and quoted law stay as they are."""

from typing import Any

from licaudit.rulebook.i18n import Translation, translation

Json = dict[str, Any]


def translated(report: Json, lang: str) -> Json:
    """A copy for display, or `report` itself where there is nothing to translate into.

    What the language has no words for stays English and is marked so: a
    finding gets `lang = "en"`, for a reading aloud in the right voice.
    """
    say = translation(lang)
    if say is None:
        return report
    english = {r["id"]: r.get("remedy") for r in report.get("rules", ())}
    return {
        **report,
        "rules": [_rule(r, say) for r in report.get("rules", ())],
        "findings": [_finding(f, say, english) for f in report["findings"]],
        "documents": [{**d, "reason": say.word(d.get("reason") or "")} for d in report.get("documents", ())],
        "messages": [say.word(m) for m in report.get("messages", ())],
    }


def _rule(rule: Json, say: Translation) -> Json:
    texts = say.rules.get(rule["id"])
    if texts is None:
        return {**rule, "lang": "en"}
    return {**rule, "title": texts.title, "asked": texts.asked, "why": texts.why, "remedy": texts.remedy}


def _finding(finding: Json, say: Translation, english: dict[str, str | None]) -> Json:
    message = say.sentence(finding["message"])
    texts = say.rules.get(finding["rule"])
    own = finding.get("remedy") or ""
    made = {
        **finding,
        "message": message or finding["message"],
        "lang": "" if message else "en",
        "risk_text": say.word(finding.get("risk_text") or ""),
        "remedy": texts.remedy if texts and own == english.get(finding["rule"]) else say.word(own),
        "quotes": [{**q, "label": say.label(q.get("label") or "")} for q in finding.get("quotes") or ()],
    }
    fix = finding.get("fix")
    if fix and fix.get("question"):
        made["fix"] = {**fix, "question": say.word(fix["question"])}
    return made
