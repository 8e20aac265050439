# SPDX-License-Identifier: Apache-2.0
"""Names of makers as archives and the Commons print them: with roles, years, places and pages of accounts around them."""

import re
from functools import cache

from licaudit.credits.names import kind_of
from licaudit.credits.stretch import is_shortened
from licaudit.credits.vocabulary import vocabulary

TRIM = "#!</> ,.;:-–—([{|·•*'\"`“”„«»\t"
TRIM_CLOSED = TRIM + ")"
_TAIL = re.compile(
    r"\s*(?:\((?:1[4-9]|20)\d\d\s?[-–]\s?(?:1[4-9]|20)\d\d\)?$|[\s,]\s*\(?(?:ca\.? ?|c\. ?)?(?:1[5-9]|20)\d\d\)?$|\d\d:\d\d,.*$|\((?:talk|discussione?|discusión|discussão|discuter|Diskussion|diskuse|dyskusja|overleg|keskustelu|mesaj|обсуждение|обговорення|토론|ノート|討論|contribs|contributions|own work|[^()]*\.\w{2,3})(?:\).*)?$"
    r"|\s(?:from|aus|de|of) [A-Z][\w.]+(?:, ?[A-Z][\w ]+)+$|\s(?:from|aus) [A-Z].*$|,? representing .*$|\son \d.*$|\s(?:at|on|auf|en|in|op) (?:the )?(?:\w+ )?(?:\w{2,3}[.-])?[Ww]iki(?:p|voyage|books|news|media)\w*.*$|\d?\d:\d\d$|\sassumed(?:\s\(.*)?$)"
)
_TAIL_SIGN = re.compile(r"[\d(]|\s(?:from|aus|de|of) [A-Z]|representing|[Ww]iki|assumed")
"""One of these stands in whatever `_TAIL` finds."""
_TAIL_WORDS = frozenset(["from", "aus", "de", "of", "representing", "assumed", "at", "on", "auf", "en", "in", "op"])
"""One of these does so if there are only letters."""
_AND = r"(?:and|und|et|y|e|och|en|&)"
BOTH = re.compile(rf"\s{_AND}\s")
"""Words that join two names."""
_JOIN = re.compile(rf",? {_AND} |, ")
_BOUND = re.compile(r"(?:Inc|INC|Ltd|LLC|Jr|Sr|et al)\b\.?")
OF_FILE = re.compile(r"^(?:File:)?[^\s:]*\.(?:jpe?g|png|svg|gif|tiff?|webp)\s*:\s*|\s*\([^()]*\.(?:jpe?g|png|svg|gif|tiff?|webp)\)", re.I)
"""The file that a maker's part is of: "Bridge.svg: Ada", "Ada (Bridge.svg)"."""


@cache
def _roles() -> str:
    """A pattern of the words for a part in a work (`role` in `rules/names/common.toml`), the longest first."""
    return "|".join(re.escape(r).replace("_", " ") for r in sorted(vocabulary().names.role, key=len, reverse=True))


@cache
def role() -> re.Pattern[str]:
    """Labels inside an author as the Commons print it: "Original photo: Ada derivative work: Bo".

    The second often stands on a line of its own in the source, and without a space where the line break was lost.
    """
    glued = r"(?<=[^\W\d_])(?=derivative work)|(?-i:(?<=[a-zß-ÿа-яё])(?=[A-ZÀ-ÞА-ЯЁ]))"
    return re.compile(rf"(?:^|[\s;,/(*]|{glued})(?:{_roles()})(?: by)?\s*:\s*", re.I)


@cache
def _role_behind() -> re.Pattern[str]:
    """The part in a work in brackets behind the name: "Ada Example (original), Bo Muster (vector)"."""
    return re.compile(rf"\s\((?:{_roles()})\)(?=\s*(?:$|,|{_AND}\s))", re.I)


def by_role(body: str, begin: int) -> list[tuple[int, str]]:
    """The makers behind labels of their own, each once."""
    found: list[tuple[int, str]] = []
    at = 0
    for hit in [*role().finditer(body), None]:
        piece = body[at : hit.start() if hit else len(body)]
        clean = OF_FILE.sub("", piece.strip(TRIM)).strip(TRIM)
        found += [(begin + max(at, body.find(name, at)), name) for _, name in names_in(clean, 0) if name not in {n for _, n in found}]
        at = hit.end() if hit else at
    return found


def names_in(body: str, begin: int) -> list[tuple[int, str]]:
    """The names in `body`, which stands at `begin`, each with its place; several only if all look like names."""
    lead = len(body) - len(body.lstrip(TRIM))
    if "(" in body:
        body = _role_behind().sub(lambda hit: " " * len(hit[0]), body)
    body = dotted(body, lead, untailed(body.strip(TRIM_CLOSED)).strip(TRIM))
    if body.count("(") > body.count(")"):
        body += ")"
    if not body or len(body) > 120 or (body.islower() and " " in body and kind_of(body) == "text"):
        return []
    pieces = [p for p in _JOIN.split(body) if p]
    if len(pieces) > 1:
        kinds = [kind_of(p) for p in pieces]
        sure = sum(k in ("person", "account") for k in kinds)
        couple = kinds[0] == "single" and kinds[-1] in ("person", "name")  # "Ada & Bo Example"
        if set(kinds) <= {"person", "name", "account", "single"} and 2 * sure >= len(pieces) and not couple and not _BOUND.search(body):
            return [(begin + lead + body.find(p), p.strip(TRIM)) for p in pieces]
    return [(begin + lead, body)]


def dotted(text: str, start: int, name: str) -> str:
    """`name`, which stands at `start`, with the dot that belongs to it: "Example et al."."""
    end = start + len(name)
    return f"{name}." if text.startswith(f"{name}.", start) and is_shortened(text, end) else name


def untailed(words: str) -> str:
    """A name without the years, places and pages of an account that archives print behind it."""
    if words.replace(" ", "").isalpha() and _TAIL_WORDS.isdisjoint(words.split()):  # so are most names
        return words
    return _TAIL.sub("", words) if _TAIL_SIGN.search(words) else words
