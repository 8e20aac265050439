# SPDX-License-Identifier: Apache-2.0
"""Every rule, and every sentence that checks say of the sample sites, reads in every language of the rules."""

import json
from pathlib import Path

import msgspec
import pytest

from licaudit.checks.fix import QUESTIONS
from licaudit.reports.html.translate import translated
from licaudit.rulebook.i18n import Sentence, Sentences, Translation, digest, languages, translation
from licaudit.rulebook.load import rulebook

ROOT = Path(__file__).parents[3]


def said() -> dict[str, str]:
    """Sentence → a rule that says it, from the kept reports of the sample sites."""
    found = dict.fromkeys(QUESTIONS.values(), "a question")
    for kept in sorted((ROOT / "reports" / "samples").glob("*/report.json")):
        for f in json.loads(kept.read_text(encoding="utf-8"))["findings"]:
            found[f["message"]] = f["rule"]
            if f["risk_text"]:
                found[f["risk_text"]] = f["rule"]
    return found


def test_german_is_there() -> None:
    assert "de" in languages()
    assert translation("eo") is None


@pytest.mark.parametrize("lang", languages())
def test_every_rule_has_its_texts(lang: str) -> None:
    say = translation(lang)
    assert say
    lacking = sorted(set(rulebook().rules) - set(say.rules))
    assert not lacking, f"rules/i18n/{lang}/<group>.toml lacks {lacking}: these read English"
    for rule, texts in say.rules.items():
        own = rulebook().rules.get(rule)
        if own is None:
            continue  # texts that were there before their rule are no fault; a misspelt id is one that lacks above
        assert all((texts.title, texts.asked, texts.why, texts.remedy)), rule
        assert texts.title != own.title, rule
        # Names of settings, commands and fields are the same in every language.
        for code in own.remedy.split("`")[1::2]:
            assert f"`{code.split(' -- ')[0]}" in texts.remedy, (rule, code)


@pytest.mark.parametrize("lang", languages())
def test_translations_are_of_the_english_text_in_force(lang: str) -> None:
    say = translation(lang)
    assert say
    rules = rulebook().rules
    stale = {rule: digest(rules[rule]) for rule, texts in say.rules.items() if rule in rules and texts.of != digest(rules[rule])}
    assert not stale, f"the English of these rules has changed: look at their texts in rules/i18n/{lang}, then write `of` = {stale}"


def test_the_digest_follows_every_text_of_a_rule() -> None:
    rule = next(iter(rulebook().rules.values()))
    changed = {digest(msgspec.structs.replace(rule, **{field: "other"})) for field in ("title", "asked", "why", "remedy")}
    assert len(changed | {digest(rule)}) == 5


@pytest.mark.parametrize("lang", languages())
def test_every_sentence_of_the_sample_sites_is_translated(lang: str) -> None:
    say = translation(lang)
    assert say
    left = {text: rule for text, rule in said().items() if say.sentence(text) is None}
    assert not left, f"rules/i18n/{lang}/sentences.toml lacks {left}"


def test_what_a_language_lacks_stays_english_and_is_marked() -> None:
    finding = {"rule": "new-rule", "message": "Something quite new", "fix": {"question": "Who knows?"}, "quotes": [], "risk_text": ""}
    made = translated({"rules": [{"id": "new-rule", "title": "New"}], "findings": [finding]}, "de")
    assert (made["findings"][0]["message"], made["findings"][0]["lang"]) == ("Something quite new", "en")
    assert made["findings"][0]["fix"]["question"] == "Who knows?"
    assert made["rules"][0] == {"id": "new-rule", "title": "New", "lang": "en"}
    report = {"findings": []}
    assert translated(report, "en") is report


def test_the_longest_sentence_fits_and_holes_are_filled_with_words() -> None:
    words = {"print": "Druck"}
    say = Translation({}, Sentences(words, (Sentence("For {a}", "Für {a}"), Sentence("For {a}, not {b}", "Für {a}, nicht {b}"))))
    assert say.sentence("For print, not web") == "Für Druck, nicht web"
    assert say.sentence("For {b}") == "Für {b}"
    assert say.sentence("Of print") is None


def test_a_label_is_not_taken_for_a_sentence() -> None:
    say = translation("de")
    assert say
    assert say.label("creator in exif") == "Urheber (EXIF der Datei)"
    assert say.sentence("Record it in the register.") is None
    finding = {"rule": "credit-missing", "message": "Picture without any credit", "remedy": "Say so in the paper.", "quotes": []}
    made = translated({"rules": [{"id": "credit-missing", "remedy": "other"}], "findings": [finding]}, "de")["findings"][0]
    assert (made["message"], made["remedy"]) == ("Bild ganz ohne Nachweis", "Say so in the paper.")
