# SPDX-License-Identifier: Apache-2.0
"""The stretches of a composed credit, and how they read as plain text, HTML and Markdown. What comes in is untrusted."""

import html
import re
import unicodedata

import msgspec

_WEB = re.compile(r"https?://[^\s/?#<>\"\\^`{|}]+(?:[/?#][^\s<>\"\\^`{|}]*)?\Z", re.I)
_MARKDOWN = re.compile(r"([\\`*_\[\]#|~$^]|\A[-+=])")
_ADDRESS = {ord(c): f"%{ord(c):02X}" for c in "()[]*'"}


class Part(msgspec.Struct, frozen=True):
    """A stretch of the line; `url` is "" or an http(s) address that it links to."""

    text: str
    url: str = ""


def joined(parts: list[Part]) -> list[Part]:
    """Neighbours without a link as one: what opens a line is markup only there."""
    made: list[Part] = []
    for part in parts:
        if made and not part.url and not made[-1].url:
            made[-1] = Part(made[-1].text + part.text)
        else:
            made.append(part)
    return made


def plain(parts: list[Part]) -> str:
    """Plain text, which always carries the addresses."""
    return "".join(f"{p.text} ({p.url})" if p.url else p.text for p in parts)


def clean(text: str) -> str:
    """One line without characters that cannot be seen; joiners stay, scripts need them."""
    line = " ".join(text.split())
    return "".join(c for c in line if c in "\u200c\u200d" or unicodedata.category(c) not in ("Cc", "Cf", "Cs", "Co", "Cn"))


def web(url: str | None) -> str:
    """The address if it is one of http or https that can be linked, else ""."""
    bare = (url or "").strip()
    if bare.startswith("//"):
        bare = "https:" + bare
    return bare if len(bare) <= 2048 and bare.isprintable() and _WEB.match(bare) else ""


def _plain_html(text: str) -> str:
    # Braces open a command in the templates of most site builders, so they are written as entities too.
    return html.escape(text, quote=True).replace("{", "&#123;").replace("}", "&#125;")


def as_html(part: Part) -> str:
    """Text that is escaped, in a link where it has an address."""
    text = _plain_html(part.text)
    return f'<a href="{html.escape(part.url, quote=True)}">{text}</a>' if part.url else text


def as_markdown(part: Part) -> str:
    """The same for Markdown; nothing in the text becomes markup."""
    # Split at our own entities, so that only the text between them is given backslashes.
    pieces = re.split(r"(&(?:#x?\d+|[a-z]+);)", _plain_html(part.text))
    text = "".join(piece if n % 2 else _MARKDOWN.sub(r"\\\1", piece) for n, piece in enumerate(pieces))
    text = re.sub(r"(?i)(www)\.", r"\1&#46;", text.replace("://", "&#58;//"))
    text = re.sub(r"\A(\s*\d+)([.)])", r"\1\\\2", text)
    return f"[{text}]({part.url.translate(_ADDRESS)})" if part.url else text
