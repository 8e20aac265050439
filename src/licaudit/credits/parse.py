# SPDX-License-Identifier: Apache-2.0
"""Understands a credit line: which words credit a picture, and what they say."""

from collections.abc import Sequence

from msgspec.structs import replace

from licaudit.credits.against import against
from licaudit.credits.assemble import Fields, assemble
from licaudit.credits.items import Item, mark, meaning
from licaudit.credits.licences import find_licences
from licaudit.credits.region import find_region
from licaudit.credits.signals import Line, credible
from licaudit.credits.stretch import Region
from licaudit.credits.tokens import Tokens, tokenise
from licaudit.credits.vocabulary import vocabulary
from licaudit.credits.weigh import weigh
from licaudit.model.credit import CreditLine, LicenceMention, Link, Setting, SourceRef, Span

WINDOW = 2000
"""Code points of a line that are read; a credit beyond is not one a reader would find."""

THRESHOLD = 0.6
"""Least probability of a line that is told as a credit."""
QUOTED = 400
"""Code points of a line that is told whole, its caption included; of a longer one only the credit is told."""


def parse_line(text: str, links: Sequence[Link] = (), *, lang: str = "", setting: Setting = "") -> CreditLine:
    """Understand `text`; offsets of `links` are code points into it. Pure and linear; reads the first 2,000 code points.

    `setting` tells where the line stands: a dedicated field is a credit with less evidence than running prose.
    """
    text = text[:WINDOW]
    tokens = tokenise(text)
    vocab = vocabulary()
    links = [k for k in links if k.start <= len(text)]
    links += _written_out(tokens, links)
    mentions = find_licences(text, links, lang, tokens)
    items = mark(text, tokens, mentions, vocab)
    region = find_region(text, items, mentions, links, setting)
    fields = assemble(text, region, items, mentions, links, vocab)
    doubts = [against(text, items, mentions, links, region), weigh(text, region, fields.inside, fields.spans, links, setting)]
    sure = credible(Line(text, items, mentions, links, setting), region, fields, doubts)
    reason = region.reason if sure >= THRESHOLD else next(filter(None, doubts), region.reason)
    region = replace(region, score=sure, reason=reason)
    return _line(text, links, mentions, items, region, fields, lang)


def _written_out(tokens: Tokens, links: Sequence[Link]) -> list[Link]:
    """The addresses that stand in the text itself, but for those inside a link."""
    found: list[Link] = []
    for number, odd in tokens.odd.items():
        start = tokens.starts[number]
        if odd == "url" and not any(k.start <= start < k.end for k in links):
            found.append(Link(start, tokens.ends[number], tokens.texts[number], kind="text"))
    return found


def _line(
    text: str, links: Sequence[Link], mentions: Sequence[LicenceMention], items: list[Item], region: Region, fields: Fields, lang: str
) -> CreditLine:
    sure = region.score >= THRESHOLD
    part = text[region.start : region.end].strip() if sure else text
    spans = [Span(i.start, i.end, i.kind, meaning(i)) for i in items if i.kind not in ("sep", "words")]
    spans += [Span(s, e, label, why) for s, e, label, why in fields.spans]
    if sure:
        spans.append(Span(region.start, region.end, "credit", region.reason))
    return CreditLine(
        text=part or text,
        is_credit=sure,
        licence=fields.licence,
        licence_url=fields.licence_url,
        creators=tuple(fields.creators),
        title=fields.title,
        source=SourceRef(fields.source, fields.source_url) if fields.source or fields.source_url else None,
        modified=fields.modified,
        kind=fields.kind if sure else "none",
        confidence="high" if region.score >= 0.8 else "medium" if region.score >= 0.6 else "low",
        score=round(region.score, 3),
        mentions=tuple(mentions),
        notices=tuple(fields.notices),
        conflicts=tuple(fields.conflicts),
        reasons=(region.reason,),
        spans=tuple(sorted(spans, key=lambda s: (s.start, s.end, s.label))),
        lang=lang,
        links=tuple(links),
        form=region.form,
        line=text.strip() if len(text) <= QUOTED else part or text,
    )
