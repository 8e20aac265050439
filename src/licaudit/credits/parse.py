# SPDX-License-Identifier: Apache-2.0
"""Understands a credit line: which words credit a picture, and what they say."""

from collections.abc import Sequence
from operator import attrgetter

from licaudit.credits.against import against
from licaudit.credits.assemble import Fields, assemble
from licaudit.credits.items import MEANINGS, mark, meaning, telling
from licaudit.credits.licences import find_licences
from licaudit.credits.region import find_region
from licaudit.credits.signals import credible
from licaudit.credits.stretch import Line, Region
from licaudit.credits.tokens import Tokens, tokenise
from licaudit.credits.vocabulary import vocabulary
from licaudit.credits.weigh import weigh
from licaudit.model.credit import CreditLine, Link, Setting, SourceRef, Span

WINDOW = 2000
"""Code points of a line that are read; a credit beyond is not one a reader would find."""

THRESHOLD = 0.6
"""Least probability of a line that is told as a credit."""
_KIND, _PLACE = attrgetter("kind"), attrgetter("start", "end", "label")
_UNSHOWN = frozenset(["sep", "words"])
QUOTED = 400
"""Code points of a line that is told whole, its caption included; of a longer one only the credit is told."""


def parse_line(text: str, links: Sequence[Link] = (), *, lang: str = "", setting: Setting = "") -> CreditLine:
    """Understand `text`; offsets of `links` are code points into it. Pure and linear; reads the first 2,000 code points.

    `setting` tells where the line stands: a dedicated field is a credit with less evidence than running prose.
    """
    text = text[:WINDOW]
    tokens = tokenise(text)
    vocab = vocabulary()
    links = [k for k in links if k.start <= len(text)] if links else []
    if tokens.odd:
        links += _written_out(tokens, links)
    found = telling(tokens)
    mentions = find_licences(text, links, tokens, found)
    items = mark(text, tokens, found, mentions, vocab)
    line = Line(text, items, mentions, links, setting, frozenset(map(_KIND, items)))
    region = find_region(line)
    fields = assemble(line, region)
    doubts = [against(line, region), weigh(line, region, fields)]
    sure = credible(line, region, fields, doubts)
    reason = region.reason if sure >= THRESHOLD else next(filter(None, doubts), region.reason)
    return _line(line, region, fields, sure, reason, lang)


def _written_out(tokens: Tokens, links: Sequence[Link]) -> list[Link]:
    """The addresses that stand in the text itself, but for those inside a link."""
    found: list[Link] = []
    for number, odd in tokens.odd.items():
        start = tokens.starts[number]
        if odd == "url" and not any(k.start <= start < k.end for k in links):
            found.append(Link(start, tokens.ends[number], tokens.written(number), kind="text"))
    return found


def _line(line: Line, region: Region, fields: Fields, score: float, reason: str, lang: str) -> CreditLine:
    text = line.text
    sure = score >= THRESHOLD
    part = text[region.start : region.end].strip() if sure else text
    spans = [Span(i.start, i.end, i.kind, MEANINGS.get(i.kind) or meaning(i)) for i in line.items if i.kind not in _UNSHOWN]
    if fields.spans or sure:
        spans += [Span(*s) for s in fields.spans]
        if sure:
            spans.append(Span(region.start, region.end, "credit", reason))
        spans.sort(key=_PLACE)
    return CreditLine(  # in the order of its fields: their names would cost more time than what they hold
        part or text,
        sure,
        fields.licence,
        fields.licence_url,
        tuple(fields.creators),
        fields.title,
        SourceRef(fields.source, fields.source_url) if fields.source or fields.source_url else None,
        fields.modified,
        fields.kind if sure else "none",
        "high" if score >= 0.8 else "medium" if sure else "low",
        round(score, 3),
        tuple(line.mentions),
        tuple(fields.notices),
        tuple(fields.conflicts),
        (reason,),
        tuple(spans),
        None,
        lang,
        tuple(line.links),
        text.strip() if len(text) <= QUOTED else part or text,
        region.form,
    )
