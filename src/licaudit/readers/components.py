# SPDX-License-Identifier: Apache-2.0
"""Pictures in the extensions of Markdown: JSX components, wiki embeds, blocks with a caption, chunks of R Markdown and Quarto."""

import re
from collections.abc import Callable
from html import escape, unescape

from licaudit.readers.tags import PICTURE

_VALUE = r"(?:\"[^\"]{0,4000}\"|'[^']{0,4000}'|\{(?:[^{}]|\{[^{}]{0,400}\}){0,2000}\})"
_COMPONENT = re.compile(rf"<([A-Z][\w.]{{0,60}}|img)((?:\s+[\w:-]{{1,60}}(?:\s?=\s?{_VALUE})?){{1,40}})\s*/?>")
_PROPERTY = re.compile(rf"([\w:-]{{1,60}})\s?=\s?({_VALUE})")
_STRING = re.compile(r"[\"'`]([^\"'`]{1,2000})[\"'`]")
_IMPORT = re.compile(r"^\s*import\s+(\w{1,80})\s+from\s+[\"']([^\"'\n]{1,1000})[\"']", re.M)
_EMBED = re.compile(r"!\[\[([^\[\]|\n]{1,500})(?:\|([^\[\]\n]{0,500}))?\]\]")
_FENCE = re.compile(r"^ {0,3}:{3,}[ \t]*(?:\{[^}\n]{0,300}\}|[a-z][\w-]{0,60}(?![\w:-]))?(?:[ \t]*:{3,}[ \t]*$)?", re.M)
"""Fences of Pandoc, Quarto, MyST and Docusaurus around what they set apart; a title behind the name of the block stays."""
_MARKED = re.compile(r"^ {0,3}(<figure\b[^>]{0,300}\bmarkdown\b[^>]{0,300}>)(.{1,4000}?)(<figcaption\b|</figure>)", re.S | re.M)
"""Markdown inside a figure, as MkDocs has it."""
_CAPTIONED = re.compile(r"^ {0,3}\[caption[^\]\n]{0,500}\](.{1,4000}?)\[/caption\]", re.S | re.M)
_SHOWN = re.compile(
    r"\s*(\[?!\[[^\]]{0,1000}\]\([^()\s]{1,2000}(?:\s+\"[^\"]{0,500}\")?\)(?:\]\([^()\s]{0,2000}\))?|(?:<a\b[^>]{0,1000}>\s*)?<img\b[^>]{1,2000}>(?:\s*</a>)?)(.*)",
    re.S,
)
_FIGURE = re.compile(
    r"^ {0,3}\{%-?\s*figure\s+caption:\s*[\"“]([^\"”]{1,2000})[\"”][^%]{0,400}%\}(.{1,4000}?)\{%-?\s*endfigure\s*-?%\}", re.S | re.M
)
_CHUNK = re.compile(r"^```\s*\{[rR]\b([^}\n]{0,1000})\}\n(.{0,4000}?)\n```\s*$", re.S | re.M)
_GRAPHICS = re.compile(r"include_graphics\(\s*(?:here(?:::here)?\()?\s*[\"']([^\"'\n]{1,1000})[\"']")
_CHUNK_CAPTION = re.compile(r"fig[.-]cap\s*[=:]\s*[\"']([^\"'\n]{1,2000})[\"']")
_SHOWING = re.compile(r"Image|Img|Figure|Picture|Photo")
"""A component of such a name shows a picture, even one whose address only the site knows."""
SOURCES = ("src", "image", "img", "url", "path", "source")
"""Where the address of a picture stands, likeliest first; `source` may as well say whence it is."""
CAPTIONS = ("caption", "description", "legend", "figcaption")
CREDITS = ("credit", "credits", "attribution", "attr", "author", "photographer", "source", "copyright", "license", "licence")


def written_out(markdown: str) -> str:
    """`markdown` with what these extensions show as HTML figures or plain pictures, each where it stood."""
    if ":::" in markdown:
        markdown = _FENCE.sub("", markdown)
    if "markdown" in markdown and "<figure" in markdown:
        markdown = _MARKED.sub(lambda hit: f"{hit[1]}\n\n{hit[2].strip()}\n\n{hit[3]}", markdown)
    if "![[" in markdown:
        markdown = _EMBED.sub(_embed, markdown)
    if "[/caption]" in markdown:
        markdown = _CAPTIONED.sub(_captioned, markdown)
    if "endfigure" in markdown:
        markdown = _FIGURE.sub(lambda hit: f"<figure>\n\n{hit[2].strip()}\n\n<figcaption>{escape(hit[1])}</figcaption></figure>", markdown)
    if "include_graphics" in markdown:
        markdown = _CHUNK.sub(_chunk, markdown)
    if "/>" in markdown or "={" in markdown:
        imported = {name: path for name, path in _IMPORT.findall(markdown) if PICTURE.search(path)}
        markdown = _COMPONENT.sub(_component(imported), markdown)
    return markdown


def figure(src: str, alt: str, caption: str, credit: str, link: str = "") -> str:
    """A figure as HTML; the credit stands in an element of its own that says so."""
    inner = f'<a href="{escape(link)}">{escape(credit)}</a>' if credit and link else escape(credit)
    words = " ".join(p for p in (caption, f'<span class="credit">{inner}</span>' if credit else "") if p)
    shown = f'<figcaption class="shortcode">{words}</figcaption>' if words else ""
    return f'<figure class="shortcode"><img src="{escape(src)}" alt="{escape(alt)}">{shown}</figure>'


def _component(imported: dict[str, str]) -> Callable[[re.Match[str]], str]:
    def value(raw: str) -> str:
        """What a quoted or braced value says, "" if the page alone does not tell."""
        inner = raw[1:-1].strip()
        if raw[0] != "{":
            return unescape(inner)
        strings = _STRING.findall(inner)
        plain = strings[0] if strings else inner if inner.isdigit() else ""
        return imported.get(inner) or next((s for s in strings if PICTURE.search(s)), plain)

    def quoted(hit: re.Match[str]) -> str:
        told = value(hit[2]) if hit[2][0] == "{" else ""
        return f'{hit[1]}="{escape(told)}"' if told else hit[0]

    def one(hit: re.Match[str]) -> str:
        if hit[1] == "img":
            return _PROPERTY.sub(quoted, hit[0])
        given = {name.lower(): raw for name, raw in _PROPERTY.findall(hit[2])}
        told = {name: value(raw) for name, raw in given.items()}
        src = next((told[k] for k in SOURCES if PICTURE.search(told.get(k, ""))), "")
        if not src and _SHOWING.search(hit[1]) and "src" in given:
            src = told["src"] or given["src"]
        if not src:
            return hit[0]
        caption = next((told[k] for k in CAPTIONS if told.get(k)), "")
        return figure(src, told.get("alt", ""), caption, credit_of(told, src))

    return one


def credit_of(told: dict[str, str], src: str) -> str:
    """The properties of a picture that say whose it is, as one credit."""
    return ", ".join(told[k] for k in CREDITS if told.get(k) and told[k] != src)


def _embed(hit: re.Match[str]) -> str:
    """`![[harbour.jpg|The harbour]]`; a number behind the bar is a width."""
    if not PICTURE.search(hit[1]):
        return hit[0]
    words = hit[2] or ""
    return f"![{'' if re.fullmatch(r'[0-9x]*', words) else words}](<{hit[1].strip()}>)"


def _captioned(hit: re.Match[str]) -> str:
    """WordPress: `[caption]<img …> words[/caption]`."""
    parts = _SHOWN.match(hit[1])
    if not parts or not parts[2].strip():
        return hit[1]
    return f'<figure class="wp-caption">\n\n{parts[1]}\n\n<figcaption>\n\n{parts[2].strip()}\n\n</figcaption></figure>\n\n'


def _chunk(hit: re.Match[str]) -> str:
    """A chunk of R that shows a picture file."""
    shown = _GRAPHICS.search(hit[2])
    if not shown or not PICTURE.search(shown[1]):
        return hit[0]
    caption = _CHUNK_CAPTION.search(hit[1]) or _CHUNK_CAPTION.search(hit[2])
    return figure(shown[1], "", escape(caption[1]) if caption else "", "")
