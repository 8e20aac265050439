# SPDX-License-Identifier: Apache-2.0
"""Shortcodes of Hugo, Jekyll and the like that show a picture, written out as the figure they make."""

import re
from html import escape

from licaudit.readers.components import CAPTIONS, SOURCES, credit_of, figure, written_out
from licaudit.readers.tags import PICTURE

_SHORTCODE = re.compile(
    r"\{\{[<%]-?\s*(/?[\w./-]{1,60})([^{}]{0,4000}?)/?-?[>%]\}\}|\{%-?\s*(\w{1,40})([^{}%]{0,4000}?)-?%\}|\{\{-?\s*(\w{1,40})\(([^{}]{0,4000}?)\)\s*-?\}\}"
)
_ARGUMENT = re.compile(r"""([\w:-]{1,40})\s*=\s*(?:"((?:[^"\\]|\\.){0,2000})"|'((?:[^'\\]|\\.){0,2000})'|([^\s"']{1,2000}))""")
_POSITIONAL = re.compile(r"""["']([^"']{0,2000})["']|([^\s"',]{1,2000})""")
_SOURCES = (*SOURCES, "image_path", "file", "link")
_CAPTIONS = (*CAPTIONS, "title", "text", "subtitle")


def expand(markdown: str) -> str:
    """`markdown` with picture shortcodes and components as HTML figures where they stood; other shortcodes are taken out."""
    return _SHORTCODE.sub(_one, written_out(markdown))


def _one(hit: re.Match[str]) -> str:
    name, rest = (hit[1] or hit[3] or hit[5] or "").lower(), hit[2] or hit[4] or hit[6] or ""
    arguments = {m[1].lower(): next((g for g in m.groups()[1:] if g is not None), "").replace('\\"', '"') for m in _ARGUMENT.finditer(rest)}
    src = next((arguments[k] for k in _SOURCES if PICTURE.search(arguments.get(k, ""))), "")
    if not src:
        src = next((v for v in arguments.values() if PICTURE.search(v) and " " not in v), "")
    caption = next((arguments[k] for k in _CAPTIONS if arguments.get(k)), "")
    alt = arguments.get("alt", "")
    if not src:
        given = [m[1] or m[2] or "" for m in _POSITIONAL.finditer(_ARGUMENT.sub(" ", rest))]
        place = next((n for n, v in enumerate(given) if PICTURE.search(v)), -1)
        if place >= 0:  # {% image "a.jpg", "alternative text", "caption" %}
            src, behind = given[place], [v for v in given[place + 1 :] if " " in v]
            alt, caption = alt or (behind[0] if behind else ""), caption or " ".join(map(escape, behind[1:]))
    if not src or name.startswith("/"):
        if hit[5] or name in ("highlight", "endhighlight", "raw", "endraw"):
            return hit[0]
        return ""
    return figure(
        src,
        alt,
        caption,
        credit_of(arguments, src),
        arguments.get("attrlink") or arguments.get("attr_link") or arguments.get("source_url") or "",
    )
