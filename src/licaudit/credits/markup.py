# SPDX-License-Identifier: Apache-2.0
"""Marked-up lines (HTML, Markdown, shortcodes, attributes) as a reader sees them: text with its links."""

import html
import re

from licaudit.model.credit import Link

_LEX = re.compile(
    r"(?P<comment><!--.*?-->)"
    r"|(?P<auto><`?(?:https?://)[^<>\s]+>)"
    r"|(?P<tag></?[a-zA-Z][\w-]*(?:\s+[\w:@.-]+(?:=(?:\"[^\"]{0,9000}\"|'[^']{0,9000}'|[^\s<>\"']+))?)*\s*/?>|</?[a-zA-Z][^<>]*>)"
    r"|(?P<code>\{\{[<%][^{}]{0,2000}[>%]\}\}|\{%[^{}]{0,2000}%\})"
    r"|(?P<escape>\\[\\`*_{}\[\]()#+.!<>-])"
    r"|(?P<open>!?\[)"
    r"|(?P<close>\]\((?P<href><[^<>\n]{0,2000}>|\s?[^\s()]*(?:\([^\s()]*\)[^\s()]*)*)(?:\s+[\"'](?P<title>[^\"\n]*)[\"'])?\s*\))"
    r"|(?P<shut>\])"
    r"|(?P<entity>&(?:#\d{1,7}|#x[0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,30});)"
    r"|(?P<strong>\*{1,3}|(?<!\w)_{1,2}(?=\S)|(?<=\S)_{1,2}(?!\w)|`)",
    re.S,
)
_LINK = re.compile(r"\[([^\[\]]{1,500})\]\(([^()\s]{1,2000})\)")
_ATTRIBUTE = re.compile(r"([\w:-]+)\s*=\s*(?:\"([^\"]*)\"|'([^']*)'|([^\s\"'>]+))")
_SHOWN = ("caption", "attr", "credit", "title", "source_label", "license_label", "licence_label", "author", "copyright")
_ADDRESSES = ("attrlink", "link", "source_url", "license_url", "licence_url", "href")
_WORD_SPACE = re.compile(r"(?<=[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff])\u200b(?=[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff])")
"""The space between words of scripts that print none: Thai, Lao, Burmese, Khmer."""
_BREAK = "\u2028"
"""Stands for a line break that a reader sees while the others are folded."""
_SPACES, _BREAKS = re.compile(rf"[^\S{_BREAK}]+"), re.compile(rf" ?(?:{_BREAK} ?)+")
_ROWS = re.compile(r"\n(?=\s*(?:[-*+>|]|\d{1,2}[.)])\s)|(?:  |\\)\n")
"""Lines of Markdown that stay apart: of lists, tables and quotations, and behind a hard break."""
_KEYED_ROWS = re.compile(r"\n(?=\s*(?:[-*#|>]|//|--)?\s*[^\W\d_][\w ]{1,24}:\s)|\n(?=\s*- )|\n\s*\n")
"""Lines of other text that stay apart: of records and lists, and paragraphs; comments are wrapped anywhere."""
_ZERO = {ord(c): None for c in "\u200b\u200c\u200d\u2060\ufeff\u00ad"} | {0xA0: " ", 0x202F: " ", 0x2009: " ", 0x200A: " "}


class _Page:
    """Collects text and links; offsets are those of the text before it is tidied."""

    def __init__(self) -> None:
        self.parts: list[str] = []
        self.length = 0
        self.links: list[Link] = []
        self.stack: list[tuple[int, str, str, str]] = []
        self.spare: list[str] = []

    def add(self, text: str) -> None:
        if "\u200b" in text:
            text = _WORD_SPACE.sub(" ", text)
        text = _BREAKS.sub("\n", _SPACES.sub(" ", text.translate(_ZERO)))
        if text.startswith(" ") and (not self.parts or self.parts[-1].endswith((" ", "\n"))):
            text = text[1:]
        if text:
            self.parts.append(text)
            self.length += len(text)

    def break_line(self) -> None:
        """A line break that a reader sees."""
        if self.length and not self.parts[-1].endswith("\n"):
            self.parts.append("\n")
            self.length += 1


_KEY = re.compile(
    r"^\s*[a-z]+[-_][a-z_-]+:\s+|^\s*(?:photo|image|author|credit):\s*$|\A\s*attribution:\s|^\s+(?:author|credit|caption):\s", re.M
)
_ROW = re.compile(r"^\s*[\w-]*(?:url|src|href|link):\s*[\"']?(https?://[^\s\"']+)[\"']?\s*$", re.M)
"""Rows of front matter as one line of markup: keys go, values stay."""
_KRAMDOWN = re.compile(r"\{:[^{}]{0,300}\}")
"""Attribute lists of kramdown and Python-Markdown: `{: .class loading=lazy }`."""


def _values(markup: str) -> str:
    """Rows of front matter without their keys, and text without the end of the tag before it."""
    markup = re.sub(r"^[a-z-]+=\"[^\"<>]*\">", "", markup)
    return _KEY.sub("", _ROW.sub(r" \1 ", markup))


def read(markup: str, form: str = "text") -> tuple[str, tuple[Link, ...]]:
    """Text and links of one line; `form` "text" leaves Markdown and tags alone but for addresses."""
    markup = _values(_KRAMDOWN.sub("", markup) if "{:" in markup else markup)
    if "\n" in markup and form != "html":
        markup = (_KEYED_ROWS if form == "text" else _ROWS).sub(_BREAK, markup)
    page = _Page()
    opened: list[tuple[int, bool, int]] = []
    at = 0
    for hit in (
        _LEX.finditer(markup[:20000]) if form != "text" or "](" in markup or "&" in markup or "{{" in markup or "{%" in markup else ()
    ):
        page.add(markup[at : hit.start()])
        at = hit.end()
        kind, raw = hit.lastgroup, hit.group()
        if hit["close"]:
            _close(page, opened, hit)
        elif kind == "tag":
            _tag(page, raw)
        elif kind == "auto":
            page.add("<" + raw[1:-1] + ">")
        elif kind == "code":
            _code(page, raw)
        elif kind == "escape":
            page.add(raw[1])
        elif kind == "open":
            if _closes(markup, at):
                opened.append((page.length, raw[0] == "!", len(page.parts)))
                page.parts.append("")
            else:
                page.add(raw)
        elif kind == "shut":
            _shut(page, opened)
        elif kind == "entity":
            page.add(html.unescape(raw))
    rest = re.sub(r"<[a-zA-Z][\w-]*\s[^<>]*$", "", markup[at:]) if form == "html" else markup[at:]
    if len(rest) < len(markup[at:]):
        _tag(page, markup[at + len(rest) :] + ">")
    page.add(rest)
    text = "".join(page.parts).rstrip()
    if not re.search(r"\w", text):
        for spare in page.spare:
            lead = len(text)
            text += (" " if text else "") + spare
            page.links = [k if k.end > k.start else Link(lead, len(text), k.href, k.rel, k.title, k.kind) for k in page.links]
    return text, tuple(page.links)


def _closes(markup: str, at: int) -> bool:
    return markup.find("](", at, at + 1500) >= 0


def _shut(page: _Page, opened: list[tuple[int, bool, int]]) -> None:
    """A bracket that closes no link: the one that it belongs to is a bracket of the text."""
    if opened and not opened[-1][1]:
        start, _, part = opened.pop()
        page.parts[part] = "["
        page.length += 1
        for number in range(len(page.links) - 1, -1, -1):
            k = page.links[number]
            if k.end <= start:
                break
            page.links[number] = Link(k.start + (k.start >= start), k.end + 1, k.href, k.rel, k.title, k.kind)
    page.add("]")


def _close(page: _Page, opened: list[tuple[int, bool, int]], hit: "re.Match[str]") -> None:
    href = html.unescape(hit["href"].strip().strip("<>").replace("\\", ""))
    if not opened:
        page.add("](" + href + ")")
        return
    start, image, _ = opened.pop()
    if image:
        if hit["title"]:
            if page.length > start:
                page.break_line()
            _title(page, hit["title"])
    else:
        page.links.append(Link(start, page.length, href, "", hit["title"] or ""))


def _title(page: _Page, title: str) -> None:
    """The title of a picture; it may hold links of its own."""
    at = 0
    for hit in _LINK.finditer(title):
        page.add(title[at : hit.start()])
        at, start = hit.end(), page.length
        page.add(hit[1])
        page.links.append(Link(start, page.length, hit[2]))
    page.add(title[at:])


def _tag(page: _Page, raw: str) -> None:
    name = re.match(r"</?([a-zA-Z0-9]+)", raw)
    tag = name[1].lower() if name else ""
    if raw.startswith("</"):
        if tag == "a" and page.stack:
            start, href, rel, title = page.stack.pop()
            page.links.append(Link(start, page.length, href, rel, title))
        if tag != "a":
            page.add(" ")
        return
    values = {k.lower(): html.unescape(a or b or c) for k, a, b, c in _ATTRIBUTE.findall(raw)}
    if tag == "a" and values.get("href"):
        page.stack.append((page.length, values["href"], values.get("rel", ""), values.get("title", "")))
        if raw.rstrip().endswith(">") and values.get("title"):
            page.spare.append(values["title"])
    elif tag == "img":
        page.links.append(Link(page.length, page.length, values.get("src", ""), "", values.get("title", ""), "img"))
        page.spare.extend(v for k in ("title", "alt") if (v := values.get(k)))
    elif tag != "a":
        page.spare.extend(v for k in ("data-alt", "data-caption") if (v := values.get(k)))
    if tag == "br":
        page.break_line()
    elif tag not in ("a", "b", "i", "em", "strong", "span", "abbr", "small", "sub", "sup"):
        page.add(" ")


def _code(page: _Page, raw: str) -> None:
    values = {k.lower(): (a or b or c) for k, a, b, c in _ATTRIBUTE.findall(raw)}
    start = page.length
    for key in _SHOWN:
        if values.get(key):
            begin = page.length
            page.add((" " if page.length > start else "") + html.unescape(values[key]))
            address = values.get(key.replace("_label", "_url")) if key.endswith("_label") else ""
            if address:
                page.links.append(Link(begin, page.length, address))
    for key in _ADDRESSES:
        if values.get(key) and not any(k.href == values[key] for k in page.links):
            page.links.append(Link(start, page.length, values[key]))
