# SPDX-License-Identifier: Apache-2.0
"""What the HTML walker knows of elements: which break text, which are mere formatting, where addresses of pictures stand."""

import re

BLOCK = frozenset(
    [
        "address",
        "article",
        "aside",
        "blockquote",
        "body",
        "button",
        "caption",
        "center",
        "dd",
        "details",
        "dialog",
        "div",
        "dl",
        "dt",
        "fieldset",
        "figcaption",
        "figure",
        "footer",
        "form",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "head",
        "header",
        "hr",
        "html",
        "legend",
        "li",
        "main",
        "menu",
        "nav",
        "ol",
        "p",
        "pre",
        "section",
        "summary",
        "table",
        "tbody",
        "td",
        "tfoot",
        "th",
        "thead",
        "title",
        "tr",
        "ul",
        "video",
        "audio",
        "amp-img",
        "picture",
        "noscript",
        "template",
        "iframe",
        "object",
        "svg",
        "select",
        "option",
        "textarea",
    ]
)
CREDITED = frozenset(["source", "credit", "credits", "photocredit", "photo-credit", "image-credit", "photographer", "copyright"])
"""Class names of a stretch in a caption that holds the credit alone."""
FORMATTING = frozenset(
    [
        "abbr",
        "acronym",
        "b",
        "bdi",
        "bdo",
        "big",
        "br",
        "cite",
        "code",
        "data",
        "del",
        "dfn",
        "em",
        "font",
        "i",
        "ins",
        "kbd",
        "label",
        "mark",
        "nobr",
        "o-p",
        "q",
        "rp",
        "rt",
        "ruby",
        "s",
        "samp",
        "small",
        "strike",
        "strong",
        "sub",
        "sup",
        "time",
        "tt",
        "u",
        "var",
        "wbr",
    ]
)
SILENT = frozenset(["script", "style", "template", "textarea", "select", "math"])
"""Elements whose text no reader sees."""

BADGE = re.compile(r"(?:i\.|licensebuttons|mirrors\.)creativecommons\.org|licensebuttons\.net|cc-by|by-sa.*88x31", re.I)
PICTURE = re.compile(r"\.(?:jpe?g|png|gif|webp|avif|svg|bmp|tiff?|jfif|heic)(?:$|[?#&!:,@/])", re.I)
BACKGROUND = re.compile(r"background(?:-image)?\s*:[^;]{0,200}?url\(\s*['\"]?([^'\")]{1,2000})", re.I)
HIDDEN_STYLE = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.I)
HIDDEN_CLASSES = frozenset(
    ["hidden", "d-none", "is-hidden", "sr-only", "visually-hidden", "visuallyhidden", "screen-reader-text", "u-hidden", "invisible"]
)


def addresses(name: str, value: str) -> list[str]:
    """The picture addresses that the attribute `name` offers."""
    if "srcset" in name:
        return srcset(value)
    if name in ("src", "poster", "data", "xlink:href", "href") or "src" in name or "original" in name:
        return [value.strip()] if value.strip() else []
    if name.startswith("data-") and len(value) < 2000 and PICTURE.search(value) and not value.lstrip().startswith(("{", "[", "<")):
        return srcset(value) if ", " in value or (value.rstrip().endswith(("w", "x")) and " " in value.strip()) else [value.strip()]
    return []


def srcset(value: str) -> list[str]:
    """The addresses of a srcset (HTML, "parse a srcset attribute"): commas inside an address stay, a trailing one separates."""
    found: list[str] = []
    rest = value
    while True:
        rest = rest.lstrip(" \t\n\r\f,")
        if not rest:
            return found
        parts = rest.split(None, 1)
        url, rest = parts[0], parts[1] if len(parts) > 1 else ""
        if url.endswith(","):
            url = url.rstrip(",")
        elif "," in rest:
            rest = rest.split(",", 1)[1]
        else:
            rest = ""
        if url:
            found.append(url)
