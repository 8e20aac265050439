# SPDX-License-Identifier: Apache-2.0
"""Lines that are a credit from end to end, as archives and the Commons print them: title, author, own work, licence, place.

"By Ada Example - Own work, CC BY-SA 3.0, https://…", "“Harbour” by Bo Muster, CC BY 2.0", "Harbour — Bo Muster — CC BY 2.0".
The author is everything between "by" and the next mark, so a name keeps its commas, brackets and slashes.
"""

import re

from licaudit.credits.items import Item
from licaudit.credits.makers import BOTH, OF_FILE, TRIM, TRIM_CLOSED, by_role, dotted, names_in, role, untailed
from licaudit.credits.names import kind_of
from licaudit.credits.stretch import Author, Line

_STOPS = frozenset(["licence", "own", "url", "licensed", "via", "arr", "copy", "changed", "unchanged", "permission"])
_LEADING = ("by", "creator")
# Searching is fast where all that a pattern finds begins with one of a few characters: hence those first, then a quick look at what
# follows them, and only then what they must be behind.
_DASH = re.compile(r"[\s;|](?:(?<=\|)|(?=[\s–—·•|-]))(?:(?<=\s)\s*(?:[-–—|·•]|--)\s+|(?<=\s)\s*[–—]|(?<=;)\s|(?<=\s)\s*\|\s*|(?<=\|)\s*)")
_PARTS = re.compile(
    r"[\s–—,.|;:F，。、：；](?:(?<=[|，。、：；])|(?=[\s–—|·•i/-]))"
    r"(?:(?<=\s)\s*[-–—|·•]\s+|(?<=\s)\s*[–—](?=\S)|(?<=\d\s)/\s|(?<=\S[–—])\s+|(?<=,)\s+|(?<=[^\W\d_]{3}\.)\s+(?=[^\W\d_])"
    r"|(?<=\s)\s*\|\s*|(?<=\|)\s*|(?<=[;:])\s+|(?<=^F)ile:|(?<=[，。、：；]))"
)
_SENTENCE = re.compile(
    r"[.\s](?:(?<=[^\W\d_]{3}\.)(?<!Sgt\.)(?<!Capt\.)(?<!Gen\.)(?<!Col\.)(?<!Maj\.)(?<!Cpl\.)(?<!Pvt\.)(?<!Spc\.)(?<!Prof\.)(?<!Inc\.)(?<!Ltd\.)\s"
    r"|(?<=\s)(?:by|auf|on|from|using|at|via) )"
)
_SIGNATURE = re.compile(
    r"(?:Bild|image|photo|picture|No|Nr|Inv|MS|ID|item|object|acc(?:ession)?)\b\.?\s*(?:no|nr|number|id)?\.?\s*[#:]?\s*[\w./-]*\d[\w./-]*",
    re.I,
)
"""The number under which an archive keeps a picture: "Bild 183-1989-0001"."""
_KEPT = re.compile(rf"(?:^|.*?,\s){_SIGNATURE.pattern}\s*(?:/\s*|$)", re.I)
_FROM = re.compile(r"\s(?:from|aus) [A-Z]")
_HOME = re.compile(
    r"(?<=\w)\s(?:from|aus|representing) [A-ZÀ-Þ]\w+(?:[ -](?:of )?[A-ZÀ-Þ]\w+)*(?:, [A-ZÀ-Þ]\w+(?: (?:of )?[A-ZÀ-Þ]\w+)*){0,2}|, representing [^,\[(]+"
)
"""Where an author lives or works, as the Commons print it behind the name."""
_BRACKET = re.compile(r"(?<=\S)\s?\([^()]*\)|[“„«][^“”„«»]{1,120}[”“»]")
_ANYBODY = frozenset(["person", "account"])
_SOMEBODY = _ANYBODY | {"public", "company"}
_BLOCKING = frozenset(["provider", "label", "credit", "source", "licensed", "unknown"])


def author_of(line: Line) -> Author:
    """Author and title that the whole line tells; once read they are kept."""
    if not line.told:
        line.told.append(read_whole(line.text, line.items, 0))
    return line.told[0]


def read_whole(text: str, items: list[Item], start: int) -> Author:
    """Author and title from the part of the line before its licence; no names if that part tells none."""
    first, end, led = _outline(text, items, start)
    if led:
        for index in reversed(led):
            author = _by(text, items, index, start)
            fresh = not index or items[index - 1].kind in ("sep", "quote", "label", "credit") or items[index].kind == "creator"
            fresh = fresh or text[items[index].start].isupper()
            kinds = {kind_of(name) for _, name in author.names}
            if author.names and (
                kinds & {"person"} or (fresh and kinds != {"text"}) or (kinds & {"account", "public", "name"} and len(led) == 1)
            ):
                return author
        if items[led[-1]].kind == "creator" or (led[-1] and items[led[-1] - 1].kind in ("sep", "quote")) or not led[-1]:
            return _by(text, items, led[-1], start)
    start = max(start, items[first].start) if items else start
    if not text[start:end].strip(TRIM):
        return Author([], None)
    return _unled(text, start, end, items)


def _outline(text: str, items: list[Item], start: int) -> tuple[int, int, list[int]]:
    """The first item that counts (an address may open the line), where the author's part ends, and the marks in it that lead to a maker."""
    first = -1
    led: list[int] = []
    for number, item in enumerate(items):
        kind = item.kind
        if first < 0 and item.start >= start and kind not in ("url", "sep"):
            first = number
        if kind in _LEADING:
            if _leads(text, items, number):
                led.append(number)
        elif kind in _STOPS and first >= 0:
            return first, item.start, led
        elif kind == "provider" and item.lang == "platform" and number > first >= 0 and items[number - 1].value == "/":
            return first, items[number - 1].start, led  # "Ada Example / Wikipedia / CC BY-SA 4.0"
    if first < 0:  # nothing but addresses
        end = next((i.start for i in items if i.kind in _STOPS), len(text))
        return 0, end, [number for number in led if items[number].start < end]
    return first, len(text), led


def _leads(text: str, items: list[Item], index: int) -> bool:
    follower = items[index + 1] if index + 1 < len(items) else None
    if follower and follower.kind == "sep" and follower.value in ":：\"'“„":
        follower = items[index + 2] if index + 2 < len(items) else None
    return bool(follower and follower.kind in ("words", "quote", "provider", "site", "label", "junk", "copy"))


def _by(text: str, items: list[Item], index: int, start: int) -> Author:
    mark = items[index]
    stop = next((i.start for i in items[index + 1 :] if i.kind in _STOPS and i.start > mark.end + 1), len(text))
    body = text[mark.end : stop].lstrip(" :")
    begin = stop - len(body)
    body = body.partition("\n")[0]
    cut = next((c for c in _DASH.finditer(body) if c.start() > 1 and not role().match(body, c.end() - 1)), None)
    if cut:
        body = body[: cut.start()]
    sentence = _SENTENCE.search(body)
    if sentence:
        body = body[: sentence.start()]
    quoted = [i for i in items[:index] if i.kind == "quote" and i.start >= start]
    before = text[start : mark.start].strip(TRIM)
    title = quoted[0].value.strip() if quoted else before if 0 < len(before) < 150 and "://" not in before else None
    if name := _kept(items, body):
        return Author([(begin + body.rindex(name), name)], None)
    names = by_role(body, begin) if ":" in body and (role().search(body) or OF_FILE.match(body)) else names_in(body, begin)
    return Author(names, title if title and not _label_only(title) else None)


def _kept(items: list[Item], part: str) -> str:
    """The name behind the number under which an archive keeps a picture, "Family, Given" as archives write it; "" if there is none."""
    kept = _KEPT.match(part) if any(i.lang == "archive" for i in items) else None
    return part[kept.end() :].strip(TRIM) if kept else ""


def _label_only(title: str) -> bool:
    return len(title) < 3 or (
        len(title.split()) == 1
        and title.lower().rstrip(":") in ("attribution", "photo", "foto", "image", "bild", "fot", "imagen", "profilbild")
    )


def _unled(text: str, start: int, end: int, items: list[Item]) -> Author:
    """No "by": the author is one of the pieces between title, place, year and licence."""
    quoted = [i.value.strip() for i in items if i.kind == "quote" and i.start >= start]
    if name := _kept(items, text[start:end]):
        return Author([(text.rindex(name, start, end), name)], None)
    pieces = _pieces(text, start, end, items)
    useful = [p for p in pieces if p[2] not in ("date", "text") and p[1] not in quoted]
    author = _choose(useful, pieces)
    rest = [p for p in pieces if p not in author and p[2] != "date"]
    title = quoted[0] if quoted else rest[0][1] if rest and author else None
    names = [part for b, n, _ in author for part in (names_in(n, b) if BOTH.search(n) else [(b, n)])]
    return Author(names, title)


def _pieces(text: str, start: int, end: int, items: list[Item]) -> list[tuple[int, str, str]]:
    """The stretches between separators that no mark takes: where each begins, its words and what they look like."""
    blocked: list[tuple[int, int]] = []
    makers: list[tuple[int, int]] = []
    kept = False
    for item in items:
        if item.kind in _BLOCKING:
            inside = item.kind == "provider" and start <= item.start < end
            if item.lang != "maker":
                blocked.append((item.start, item.end))
                kept = kept or (inside and item.lang == "archive")
            elif inside:
                makers.append((item.start, item.end))
    pieces: list[tuple[int, str, str]] = []
    at = start
    stretch = text[start:end]
    homes = "from " in stretch or "aus " in stretch or "representing" in stretch
    brackets = "(" in stretch or "“" in stretch or "„" in stretch or "«" in stretch
    masked = _HOME.sub(_mask, stretch) if homes else stretch
    masked = text[:start] + (_BRACKET.sub(_mask, masked) if brackets else masked)
    for hit in [*_PARTS.finditer(masked, start, end), None]:
        stop = hit.start() if hit else end
        piece = clean = text[at:stop]
        begin = at + len(piece) - len(piece.lstrip(TRIM))
        if homes:
            clean = _HOME.sub("", clean)
        if brackets:
            clean = _BRACKET.sub("", clean)
        clean = untailed(clean.strip(TRIM)).strip(TRIM_CLOSED)
        close = begin + len(clean)
        taken = not clean or (bool(blocked) and any(s < close and e > begin and (e - s) * 2 >= len(clean) for s, e in blocked))
        if not taken and not clean.isalpha() and _SIGNATURE.fullmatch(clean):
            taken = True
        if (
            not taken and stop <= end - 1 and (text[stop] == "." or piece.rstrip().endswith("."))
        ):  # a sentence before the licence is a title
            taken = kind_of(clean) not in _ANYBODY if kept or text[stop] != "." else kind_of(clean) not in _SOMEBODY
        if not taken:
            kind: str = "date" if kind_of(piece.strip(TRIM)) == "date" else kind_of(clean)
            known = (kind == "name" and homes and _FROM.search(piece)) or any(s <= begin and close <= e for s, e in makers)
            pieces.append((begin, dotted(text, begin, clean), "person" if known else kind))
        at = hit.end() if hit else end
    return pieces


def _mask(hit: re.Match[str]) -> str:
    return "\0" * len(hit[0])


def _are_listed(pieces: list[tuple[int, str, str]]) -> bool:
    """Whether the pieces are a list of names: two of them surely a person's, the first among them, and all of two or three words."""
    kinds = [kind for _, _, kind in pieces]
    return (
        kinds[0] == "person"
        and kinds.count("person") > 1
        and {*kinds} <= {"person", "name"}
        and all(len(n.split()) in (2, 3) for _, n, _ in pieces)
    )


def _choose(useful: list[tuple[int, str, str]], pieces: list[tuple[int, str, str]]) -> list[tuple[int, str, str]]:
    if len(pieces) > 2 and pieces[-2][2] == "date" and pieces[-1][2] != "date" and len(pieces[-1][1].split()) <= 4:
        return pieces[-1:]  # title, place, year, maker: the maker stands between the year and the licence
    if len(useful) <= 1:
        last = next((p for p in reversed(pieces) if p[2] != "date"), None)
        return useful if useful and (useful[0][2] != "single" or last == useful[0]) else []
    persons = [p for p in useful if p[2] == "person"]
    accounts = [p for p in useful if p[2] == "account"]
    if persons and (len(persons) == len(useful) or _are_listed(useful)):
        return useful
    if persons:
        return persons[-1:] if accounts and useful[-1] in accounts else persons[:1]
    if accounts:
        return accounts[-1:]
    bodies = [p for p in useful if p[2] in ("public", "company")]
    if len(bodies) == len(useful):
        first, last = useful[0], useful[-1]
        return [(first[0], f"{first[1]}, {last[1]}", "public")] if len(useful) == 2 else [first]
    return useful[-1:]
