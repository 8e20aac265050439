# SPDX-License-Identifier: Apache-2.0
"""Marks spans of a credit line: labels, roles, providers, licences, separators, and the words between."""

from collections.abc import Sequence
from typing import NamedTuple

from licaudit.credits.tokens import Token
from licaudit.credits.vocabulary import Entry, Vocabulary
from licaudit.model.credit import LicenceMention


class Item(NamedTuple):
    """One marked span; `kind` is a category of the vocabulary, "licence", "url", "copy", "sep", "quote" or "words"."""

    kind: str
    start: int
    end: int
    value: str = ""
    lang: str = ""


_RANK = {
    k: n
    for n, k in enumerate(
        [
            "provider",
            "courtesy",
            "credit",
            "creator",
            "own",
            "ai",
            "changed",
            "unchanged",
            "unknown",
            "permission",
            "arr",
            "junk",
            "label",
            "source",
            "licensed",
            "via",
            "by",
            "on",
            "and",
            "ui",
            "site",
            "exception",
            "caption",
        ]
    )
}
_QUOTES = {"“": "”", "„": "“", "«": "»", "»": "«", "『": "』", "「": "」", "《": "》", '"': '"', "‚": "’"}
_WIDE = {"／": "/", "｜": "|", "＝": "="}
_SEPARATORS = frozenset("/|／｜＝,;:—–•·()[]{}.-。，：；、（）【】＞>\n&+!?…")


_MEANINGS = {
    "label": "what a picture is called", "credit": "says that a credit follows", "source": "says that a source follows",
    "creator": "leads to the maker", "by": "leads to the maker", "via": "leads to where it comes from", "on": "leads to a place",
    "and": "joins names", "courtesy": "thanks for the picture", "permission": "says that it may be shown", "arr": "all rights are reserved",
    "own": "the author's own work", "ai": "made with a machine", "changed": "the work was altered", "unchanged": "the work was not altered",
    "junk": "names nobody", "licensed": "leads to a licence", "unknown": "the maker is not known", "site": "something else than a picture", "exception": "a rule with exceptions",
    "caption": "a caption follows",
    "ui": "a word of the page's controls", "copy": "a copyright sign", "url": "an address", "quote": "quoted words",
}  # fmt: skip


def meaning(item: Item) -> str:
    """What a marked span means, for people: the provider or licence it names, or why its words are in the vocabulary."""
    if item.kind == "provider":
        return f"{item.value}, a known {item.lang}"
    if item.kind == "licence":
        return item.value
    return _MEANINGS.get(item.kind, item.kind)


def mark(text: str, tokens: list[Token], mentions: Sequence[LicenceMention], vocab: Vocabulary) -> list[Item]:
    """The items of `text` in order, without overlaps."""
    licences = {m.start: m for m in mentions if m.via == "text"}
    items: list[Item] = []
    near = sorted(licences)
    index = passed = 0
    while index < len(tokens):
        token = tokens[index]
        if (
            token.kind == "word"
            and token.key not in vocab.longest
            and token.start not in licences
            and "." not in token.text
            and token.key != "copyright"
        ):
            items.append(Item("words", token.start, token.end))
            index += 1
            continue
        mention = licences.get(token.start)
        while passed < len(near) and near[passed] < token.start:
            passed += 1
        if mention:
            items.append(Item("licence", mention.start, mention.end, mention.id))
            while index < len(tokens) and tokens[index].start < mention.end:
                index += 1
            continue
        end, item = _one(text, tokens, index, vocab, near[passed] if passed < len(near) else len(text))
        items.append(item)
        index = end
    return _joined(text, items)


def _one(text: str, tokens: list[Token], index: int, vocab: Vocabulary, before: int) -> tuple[int, Item]:
    """The item that begins at token `index`; `before` is where the next licence stands, over which no item reaches."""
    token = tokens[index]
    if token.kind == "url":
        return index + 1, Item("url", token.start, token.end, token.text)
    if token.text == "." and text.startswith("...", token.start):
        return index + 3, Item("sep", token.start, token.start + 3, "…")
    if token.text in "©🄯" or (token.key == "copyright"):
        return index + 1, Item("copy", token.start, token.end)
    if token.text in "(（" and index + 2 < len(tokens) and tokens[index + 1].key == "c" and tokens[index + 2].text in ")）":
        return index + 3, Item("copy", token.start, tokens[index + 2].end, "(c)")
    if token.text in _QUOTES:
        closing = text.find(_QUOTES[token.text], token.end, token.end + 200)
        if closing > 0 and closing - token.end < 120 and not token.start < before <= closing:
            end = index + 1
            while end < len(tokens) and tokens[end].start <= closing:
                end += 1
            return end, Item("quote", token.start, closing + 1, text[token.end : closing])
    inner = text[token.start - 1 : token.start] == "-" and text[token.start - 2 : token.start - 1].isalnum() and token.text[:1].isupper()
    best = _best(text, tokens, index, vocab, before) if token.key in vocab.longest and not inner else None
    if best:
        end, entry = best
        return end, Item(entry.category, token.start, tokens[end - 1].end, entry.value, entry.lang)
    if (
        token.kind == "handle"
        and (account := vocab.phrases.get((token.key[1:],)))
        and account[0].category == "provider"
        and index
        and tokens[index - 1].end == token.start
    ):
        return index + 1, Item(
            "provider", token.start, token.end, account[0].value, account[0].lang
        )  # an account at a platform: "ada@flickr"
    if token.kind == "word" and "." in token.text and (known := vocab.host(token.text))[1]:
        return index + 1, Item("provider", token.start, token.end, known[1], known[2])
    if token.kind == "punct" and token.text in _SEPARATORS:
        if token.text == "-" and not (text[token.start - 1 : token.start] in (" ", "") or text[token.end : token.end + 1] == " "):
            return index + 1, Item("words", token.start, token.end)
        if token.text == "." and text[token.end : token.end + 1] not in (" ", ""):
            return index + 1, Item("words", token.start, token.end)
        return index + 1, Item("sep", token.start, token.end, _WIDE.get(token.text, token.text))
    return index + 1, Item("words", token.start, token.end)


def _best(text: str, tokens: list[Token], index: int, vocab: Vocabulary, before: int) -> tuple[int, Entry] | None:
    found = [(end, e) for end, e in vocab.at(tokens, index, text) if e.category in _RANK and tokens[end - 1].end <= before]
    if len(tokens[index].text) == 1 and tokens[index].text.isupper():
        found = [(end, e) for end, e in found if end > index + 1]
    if not found:
        return None
    longest = found[0][0]
    ties = sorted((e for end, e in found if end == longest), key=lambda e: _RANK[e.category])
    return longest, ties[0]


def _joined(text: str, items: list[Item]) -> list[Item]:
    """Neighbouring words become one item."""
    out: list[Item] = []
    for item in items:
        last = out[-1] if out else None
        if last and item.kind == last.kind == "words" and "\n" not in text[last.end : item.start]:
            out[-1] = Item("words", last.start, item.end)
        else:
            out.append(item)
    return out
