# SPDX-License-Identifier: Apache-2.0
"""Shortcodes of Hugo, Jekyll and the like that show a picture, written out as the figure they make."""

import re
from html import escape

from licaudit.readers.tags import PICTURE

_SHORTCODE = re.compile(r"\{\{[<%]-?\s*(/?[\w./-]{1,60})([^{}]{0,4000}?)/?-?[>%]\}\}|\{%-?\s*(\w{1,40})([^{}%]{0,4000}?)-?%\}")
_ARGUMENT = re.compile(r"""([\w:-]{1,40})\s*=\s*(?:"((?:[^"\\]|\\.){0,2000})"|'((?:[^'\\]|\\.){0,2000})'|([^\s"']{1,2000}))""")
_POSITIONAL = re.compile(r"""["']?([^\s"']{1,2000})["']?""")
_CAPTION = ("caption", "description", "title", "text", "legend", "subtitle")
_CREDIT = ("attr", "attribution", "credit", "credits", "copyright", "source", "author", "licence", "license", "photographer")


def expand(markdown: str) -> str:
    """`markdown` with picture shortcodes as HTML figures on the same line; others are taken out."""
    return _SHORTCODE.sub(_one, markdown)


def _one(hit: re.Match[str]) -> str:
    name, rest = (hit[1] or hit[3] or "").lower(), hit[2] or hit[4] or ""
    arguments = {m[1].lower(): next((g for g in m.groups()[1:] if g is not None), "").replace('\\"', '"') for m in _ARGUMENT.finditer(rest)}
    src = next(
        (
            arguments[k]
            for k in ("src", "url", "image", "image_path", "img", "path", "file", "link")
            if PICTURE.search(arguments.get(k, ""))
        ),
        "",
    )
    if not src:
        src = next((v for v in arguments.values() if PICTURE.search(v) and " " not in v), "")
    if not src and not arguments:
        src = next((m[1] for m in _POSITIONAL.finditer(rest) if PICTURE.search(m[1])), "")
    if not src or name.startswith("/"):
        return "" if name not in ("highlight", "endhighlight", "raw", "endraw") else hit[0]
    caption = next((arguments[k] for k in _CAPTION if arguments.get(k)), "")
    credit = ", ".join(arguments[k] for k in _CREDIT if arguments.get(k))
    link = arguments.get("attrlink") or arguments.get("attr_link") or arguments.get("source_url") or ""
    inner = f'<a href="{escape(link)}">{escape(credit)}</a>' if credit and link else escape(credit)
    words = " ".join(p for p in (caption, inner) if p)
    shown = f'<figcaption class="shortcode">{words}</figcaption>' if words else ""
    return f'<figure class="shortcode"><img src="{escape(src)}" alt="{escape(arguments.get("alt", ""))}">{shown}</figure>'
