# SPDX-License-Identifier: Apache-2.0
"""The rules in another language: `rules/i18n/<lang>/`. What a language lacks stays English."""

import hashlib
import re
from collections.abc import Callable
from functools import cache, lru_cache
from pathlib import Path

import msgspec

from licaudit.model.finding import Rule
from licaudit.rulebook.cache import compiled
from licaudit.rulebook.locate import rules_dir
from licaudit.rulebook.schema import read

SENTENCES = "sentences.toml"
_HOLE = re.compile(r"\{([a-z]+)\}")


class RuleTexts(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What a rule says, as in the rule's own file. `of` is the `digest` of the English text that these were made from."""

    title: str
    asked: str
    why: str
    remedy: str
    of: str = ""


def digest(rule: Rule) -> str:
    """Eight hexadecimal digits that change when the English texts of `rule` do: a translation made before says so no longer."""
    return hashlib.sha256("\0".join((rule.title, rule.asked, rule.why, rule.remedy)).encode()).hexdigest()[:8]


class Sentence(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One sentence of a check or of the composer, and how it reads in the language. `{a}` stands for anything."""

    en: str
    to: str


class Sentences(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """`sentences.toml` of one language; `words` are what may stand in the braces, `label` the names of quotes."""

    words: dict[str, str] = {}
    sentence: tuple[Sentence, ...] = ()
    label: tuple[Sentence, ...] = ()


class Translation:
    """One language. Sentences are looked up whole; what is filled into them is translated where it is a known word or sentence."""

    def __init__(self, rules: dict[str, RuleTexts], sentences: Sentences) -> None:
        self.rules = rules
        self._words = sentences.words
        self._sentences, self._labels = _Fits(sentences.sentence), _Fits(sentences.label)
        self.sentence = lru_cache(maxsize=50_000)(self._sentence)

    def word(self, text: str) -> str:
        """A word or a sentence in the language, or as it is."""
        return self._words.get(text) or self.sentence(text) or text

    def label(self, text: str) -> str:
        """The label of a quote in the language, or as it is."""
        return self._labels.find(text, self.word) or self._words.get(text) or text

    def _sentence(self, text: str) -> str | None:
        """The sentence in the language; None where it has none for it."""
        return self._sentences.find(text, self.word)


class _Fits:
    """Sentences by what they say; the more is said in so many words, the better one fits."""

    def __init__(self, sentences: tuple[Sentence, ...]) -> None:
        self._whole = {s.en: s.to for s in sentences if not _HOLE.search(s.en)}
        open_ones = sorted((s for s in sentences if _HOLE.search(s.en)), key=lambda s: -len(_HOLE.sub("", s.en)))
        self._open = [(max(_HOLE.split(s.en)[::2], key=len), _pattern(s.en), s.to) for s in open_ones]

    def find(self, text: str, word: Callable[[str], str]) -> str | None:
        if text in self._whole:
            return self._whole[text]
        for must, pattern, to in self._open:
            found = pattern.fullmatch(text) if must in text else None
            if found:
                return _filled(to, {k: word(v) for k, v in found.groupdict().items()})
        return None


def _filled(sentence: str, words: dict[str, str]) -> str:
    return _HOLE.sub(lambda m: words.get(m[1], m[0]), sentence)


def _pattern(sentence: str) -> re.Pattern[str]:
    pieces = _HOLE.split(sentence)
    return re.compile("".join(f"(?P<{piece}>.+?)" if n % 2 else re.escape(piece) for n, piece in enumerate(pieces)), re.S)


def languages() -> tuple[str, ...]:
    """The languages that rules are translated into, sorted; English is the rules' own."""
    return tuple(sorted(p.name for p in (rules_dir() / "i18n").glob("*") if (p / SENTENCES).is_file()))


@cache
def translation(lang: str) -> Translation | None:
    """The rules in `lang`, or None where there is no such language. RulebookError with file and line for what is wrong."""
    if lang not in languages():
        return None
    folder = rules_dir() / "i18n" / lang
    groups = sorted(p for p in folder.glob("*.toml") if p.name != SENTENCES)
    rules = compiled(f"i18n-{lang}", groups, dict[str, RuleTexts], lambda: _rules(groups))
    sentences = compiled(f"sentences-{lang}", [folder / SENTENCES], Sentences, lambda: read(folder / SENTENCES, Sentences))
    return Translation(rules, sentences)


def _rules(files: list[Path]) -> dict[str, RuleTexts]:
    return {rule: texts for path in files for rule, texts in read(path, dict[str, RuleTexts]).items()}
