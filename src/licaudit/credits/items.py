# SPDX-License-Identifier: Apache-2.0
"""Marks spans of a credit line: labels, roles, providers, licences, separators, and the words between."""

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterator, Sequence
from functools import cache
from itertools import compress, count

import msgspec

from licaudit.credits.licences import licence_starts
from licaudit.credits.tokens import Tokens
from licaudit.credits.vocabulary import JOINERS, Phrases, Vocabulary, vocabulary
from licaudit.model.credit import LicenceMention


class Item(msgspec.Struct, frozen=True, gc=False):
    """One marked span; `kind` is a category of the vocabulary, "licence", "url", "copy", "sep", "quote" or "words"."""

    kind: str
    start: int
    end: int
    value: str = ""
    lang: str = ""


_QUOTES = {"“": "”", "„": "“", "«": "»", "»": "«", "『": "』", "「": "」", "《": "》", '"': '"', "‚": "’"}
_COPY = frozenset(["©", "ⓒ", "🄯", "copyright"])
_SEPARATORS = {sign: sign for sign in "/|,;:—–•·()[]{}.-。，：；、（）【】＞>&+!?…="} | {
    "／": "/",
    "｜": "|",
    "＝": "=",
    "،": ",",
    "؛": ";",
    "۔": "。",
    "।": "。",
    "៖": ":",
}
_APART = frozenset([" ", ""])
_APOSTROPHES = frozenset("'’")
_ALWAYS = {sign: value for sign, value in _SEPARATORS.items() if sign not in "-.(（="}
"""Signs that separate wherever they stand."""


MEANINGS = {
    "label": "what a picture is called", "credit": "says that a credit follows", "source": "says that a source follows",
    "creator": "leads to the maker", "by": "leads to the maker", "via": "leads to where it comes from", "on": "leads to a place",
    "and": "joins names", "courtesy": "thanks for the picture", "permission": "says that it may be shown", "arr": "all rights are reserved",
    "own": "the author's own work", "ai": "made with a machine", "changed": "the work was altered", "unchanged": "the work was not altered",
    "junk": "names nobody", "licensed": "leads to a licence", "unknown": "the maker is not known", "site": "something else than a picture", "exception": "a rule with exceptions",
    "caption": "a caption follows", "example": "announces an example", "placeholder": "stands for any name",
    "ui": "a word of the page's controls", "copy": "a copyright sign", "url": "an address", "quote": "quoted words",
}  # fmt: skip
"""What a marked span means, for people, where its kind alone tells that."""


def meaning(item: Item) -> str:
    """What a marked span means, for people: the provider or licence it names, or why its words are in the vocabulary."""
    if item.kind == "provider":
        return f"{item.value}, a known {item.lang}"
    if item.kind == "licence":
        return item.value
    return MEANINGS.get(item.kind, item.kind)


_Reader = Callable[[str, Tokens, int, Vocabulary, int], tuple[int, Item | None]]


@cache
def _readers() -> dict[str, _Reader | None]:
    """Every token that may be more than plain words, and what reads it; None if it can only begin the name of a licence."""
    readers: dict[str, _Reader | None] = dict.fromkeys(licence_starts())
    readers.update(dict.fromkeys((*_SEPARATORS, *_QUOTES), _sign))
    readers.update({word: _phrase for word, begun in vocabulary().phrases.items() if _marks(begun)})
    readers.update(dict.fromkeys(_COPY, _sign))
    return readers


def _marks(begun: Phrases) -> bool:
    """Whether a phrase that begins so marks a span."""
    return bool(begun.marks) or any(map(_marks, begun.after.values()))


def telling(tokens: Tokens) -> list[int]:
    """The tokens at which an item other than plain words may begin: most of a text is read no further."""
    found = list(compress(count(), map(_readers().__contains__, tokens.keys)))
    return sorted({*found, *tokens.odd}) if tokens.odd else found


def mark(text: str, tokens: Tokens, found: list[int], mentions: Sequence[LicenceMention], vocab: Vocabulary) -> list[Item]:
    """The items of `text` in order, without overlaps; `found` are its `telling` tokens. Neighbouring words are one item."""
    readers, odd = _readers(), tokens.odd
    keys, starts, ends = tokens.keys, tokens.starts, tokens.ends
    lines, size = "\n" in text, len(text)
    licences = {bisect_left(starts, m.start): m for m in mentions if m.via == "text"} if mentions else {}
    near = sorted(licences) if len(licences) > 1 else list(licences)
    items: list[Item] = []
    done = 0
    for number in found:
        if number < done:
            continue
        key, end = keys[number], number + 1
        if key in _ALWAYS:
            item = Item("sep", starts[number], ends[number], _ALWAYS[key])
        elif number in licences:
            mention = licences[number]
            end = bisect_left(starts, mention.end)
            item = Item("licence", mention.start, mention.end, mention.id)
        else:
            read = _odd if number in odd else readers.get(key)
            if read is None:
                continue
            before = licences[near[bisect_left(near, number)]].start if near and number < near[-1] else size
            end, marked = read(text, tokens, number, vocab, before)
            if marked is None:
                continue
            item = marked
        if done < number:
            if lines:
                items += _words(text, tokens, done, number)
            else:
                items.append(Item("words", starts[done], ends[number - 1]))
        items.append(item)
        done = end
    if done < len(keys):
        items += _words(text, tokens, done, len(keys)) if lines else (Item("words", starts[done], ends[-1]),)
    return items


def _words(text: str, tokens: Tokens, number: int, end: int) -> Iterator[Item]:
    """The plain words from token `number` up to token `end` as one item, or as one for each line."""
    start = tokens.starts[number]
    for here in range(number + 1, end):
        if "\n" in text[tokens.ends[here - 1] : tokens.starts[here]]:
            yield Item("words", start, tokens.ends[here - 1])
            start = tokens.starts[here]
    yield Item("words", start, tokens.ends[end - 1])


def _sign(text: str, tokens: Tokens, index: int, vocab: Vocabulary, before: int) -> tuple[int, Item | None]:
    """The item that begins with a sign of punctuation or the word "copyright", None for plain words.

    As the other readers: the index behind it, and the item; `before` is where the next licence stands, over which no item reaches.
    """
    sign, start, end = tokens.keys[index], tokens.starts[index], tokens.ends[index]
    if sign == ".":
        if text.startswith("...", start):
            return index + 3, Item("sep", start, start + 3, "…")
        return index + 1, Item("sep", start, end, sign) if text[end : end + 1] in _APART else None
    if sign == "-":
        return index + 1, Item("sep", start, end, sign) if text[start - 1 : start] in _APART or text[end : end + 1] == " " else None
    if sign == "=":  # in East Asian text it stands for a colon: "사진=김민수"
        return index + 1, Item("sep", start, end, sign) if "\u3040" <= text[max(0, start - 2) : start].rstrip()[-1:] <= "\ud7af" else None
    if sign in _COPY and text[start - 1 : start] != "Ã":  # "Ã©" is an é that was decoded wrongly
        return index + 1, Item("copy", start, end)
    if sign in "(（" and index + 2 < len(tokens.keys) and tokens.keys[index + 1] == "c" and tokens.keys[index + 2] in ")）":
        return index + 3, Item("copy", start, tokens.ends[index + 2], "(c)")
    if sign in _QUOTES:
        closing = text.find(_QUOTES[sign], end, end + 200)
        if closing > 0 and closing - end < 120 and not start < before <= closing:
            return bisect_right(tokens.starts, closing, index), Item("quote", start, closing + 1, text[end:closing])
        return index + 1, None
    return index + 1, Item("sep", start, end, sign)


def _phrase(text: str, tokens: Tokens, index: int, vocab: Vocabulary, before: int) -> tuple[int, Item | None]:
    """The item of the longest phrase that begins here, of several meanings the likeliest."""
    keys, start, end = tokens.keys, tokens.starts[index], index + 1
    word = vocab.phrases[keys[index]]
    if end == len(keys) or not (keys[end] in word.after or keys[end] in JOINERS):  # most often it can only be this word
        if not word.marks:
            return end, None
        entry, stop = word.marks[0], tokens.ends[index]
        if stop - start > 1 and stop <= before and not entry.exact and text[start - 1 : start] != "-":
            return end, Item(entry.category, start, stop, entry.value, entry.lang)
    high = text[start].isupper()
    if high and text[start - 1 : start] == "-" and text[start - 2 : start - 1].isalnum():
        return end, None  # the second half of a compound
    for behind, phrases in reversed(vocab.at(tokens, index)):
        stop = tokens.ends[behind - 1]
        if stop > before or (behind == end and stop - start == 1 and (high or text[start - 1 : start] in _APOSTROPHES)):
            continue  # a letter that begins a name, or the end of a word: "Sheriff's Office"
        for entry in phrases.marks:
            if not entry.exact or entry.exact == text[start:stop]:
                return behind, Item(entry.category, start, stop, entry.value, entry.lang)
    return end, None


def _odd(text: str, tokens: Tokens, index: int, vocab: Vocabulary, before: int) -> tuple[int, Item | None]:
    """The item of an address, an account or the name of a web site."""
    key, start, end = tokens.keys[index], tokens.starts[index], tokens.ends[index]
    odd = tokens.odd[index]
    if odd == "url":
        return index + 1, Item("url", start, end, text[start:end])
    if key in vocab.phrases:
        behind, item = _phrase(text, tokens, index, vocab, before)
        if item:
            return behind, item
    if odd == "handle":  # an account at a platform: "ada@flickr"
        platform = vocab.phrases.get(key[1:])
        known = platform.marks[-1] if platform and platform.marks else None
        if known and known.category == "provider" and index and tokens.ends[index - 1] == start:
            return index + 1, Item("provider", start, end, known.value, known.lang)
        return index + 1, None
    _, name, kind = vocab.host(key)
    return index + 1, Item("provider", start, end, name, kind) if name else None
