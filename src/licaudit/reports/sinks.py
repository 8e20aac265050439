# SPDX-License-Identifier: Apache-2.0
"""The one place that escapes: one function per sink.

Everything that comes out of a page, a file name or a picture is untrusted
wherever it is shown. A report never writes such text except through one of
these functions. What cannot be seen (control, bidi, zero-width, private and
unassigned characters, lone surrogates) is shown as `\\u{…}`; the two forms in
which a CI runner reads commands out of a log, `##[` anywhere and `::` at the
start of a line, are broken in everything that may reach a log.
"""

import html
import json
import posixpath
import re
import unicodedata
from typing import Any
from urllib.parse import quote

# Printable for Unicode, yet nothing is seen: fillers that hide text or make two names look alike.
_BLANK = frozenset("\u034f\u115f\u1160\u17b4\u17b5\u180b\u180c\u180d\u180f\u2800\u3164\uffa0")
_FORMULA = frozenset("=+-@\t\r|%")
_LINKS = ("http://", "https://", "mailto:")
_INVISIBLE_JSON = re.compile(
    "[\x7f-\x9f\xad\u0600-\u0605\u061c\u070f\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\ud800-\udfff\ufeff\ufff9-\ufffb]"
)
_SELECTOR = "[\ufe00-\ufe0f\U000e0100-\U000e01ef]*"
_OLD_COMMAND = re.compile(f"#({_SELECTOR})#(?={_SELECTOR}\\[)")
_COMMAND = re.compile(f"^(\\s*{_SELECTOR}\\s*):(?={_SELECTOR}:)")
_MARKDOWN = re.compile(r"([\\`*_{}\[\]()#+\-.!|~$=^:])")


def visible(text: str, keep: str = "") -> str:
    """`text` with every character that cannot be seen written as `\\u{hex}`; characters in `keep` stay."""
    if text.isprintable() and _BLANK.isdisjoint(text):
        return text
    return "".join(c if c in keep or _seen(c) else f"\\u{{{ord(c):x}}}" for c in text)


def _seen(char: str) -> bool:
    return (char.isprintable() and char not in _BLANK) or unicodedata.category(char) == "Zs"


def _quiet(text: str) -> str:
    """Break what a CI runner would read as a command: `##[` anywhere, `::` where the text begins."""
    return _COMMAND.sub(r"\1: ", _unmarked(text))


def _unmarked(text: str) -> str:
    """Break every `##[`."""
    return _OLD_COMMAND.sub(r"#\1 #", text) if "[" in text else text


def tty(text: str) -> str:
    """One line for a terminal or a log: nothing invisible, no escape sequence, no workflow command."""
    return _quiet(visible(text))


def html_text(text: str) -> str:
    """Text between tags. Joiners stay, scripts need them; bidi controls are shown."""
    return html.escape(visible(text, "\n\t\u200c\u200d"), quote=True)


def html_attr(text: str) -> str:
    """The value of an attribute that stands in double quotes."""
    return html.escape(visible(text, "\u200c\u200d"), quote=True)


def html_url(url: str) -> str | None:
    """An address that may be linked, ready for an attribute, or None: then show it as text.

    Only http, https and mailto; browsers drop control characters and blanks
    from a scheme, so an address that holds any is not linked at all.
    """
    bare = url.strip(" \t\r\n\f")
    if not bare.lower().startswith(_LINKS) or any(ord(c) <= 32 or not _seen(c) for c in bare):
        return None
    return html.escape(bare, quote=True)


def csv_cell(text: str) -> str:
    """One cell: never a formula in any spreadsheet, never a line break.

    A leading quote or blank does not hide a formula from every program, nor
    does a full-width form, so the first character after them decides.
    """
    line = _quiet(visible(" ".join(text.split("\n")).replace("\r", " ")))
    bare = unicodedata.normalize("NFKC", line.lstrip(" \t\"'\u00a0\u3000")[:8]).lstrip()
    return "'" + line if bare[:1] in _FORMULA and bare else line


def github_data(text: str) -> str:
    """The message of a workflow command: one line, `%` first."""
    shown = _unmarked(visible(text, "\n"))
    return shown.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def github_property(text: str) -> str:
    """The value of a property of a workflow command."""
    return github_data(text).replace(":", "%3A").replace(",", "%2C")


def markdown(text: str) -> str:
    """Text inside a Markdown paragraph or table cell: no markup, link, picture, mention or issue reference."""
    line = visible(" ".join(text.split()))
    line = line.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace('"', "&quot;")
    # References are looked for in the finished text, so an entity would not stop them; a zero-width space does.
    line = re.sub(r"@(?=\w)", "@\u200b", line)
    line = re.sub(r"(?<!&)#(?=\d)", "#\u200b", line)
    line = re.sub(r"(?i)\b(GH)-(?=\d)", "\\1-\u200b", line)
    line = line.replace("://", ":&#47;/").replace("www.", "www&#46;")
    return _escape_markup(line)


def _escape_markup(line: str) -> str:
    """Backslash all punctuation that means something, but not inside our own entities."""
    parts = re.split(r"(&(?:#\d+|[a-z]+);)", line)
    return "".join(part if i % 2 else _MARKDOWN.sub(r"\\\1", part) for i, part in enumerate(parts))


def markdown_code(text: str, language: str = "text") -> str:
    """A fenced block that the text cannot close. Ends without a line break."""
    shown = _unmarked(visible(text, "\n"))
    longest = max((len(run) for run in re.findall("`+", shown)), default=0)
    fence = "`" * max(3, longest + 1)
    body = "\n".join(_quiet(line) for line in shown.split("\n"))
    return f"{fence}{language}\n{body}\n{fence}"


def sarif_uri(path: str, root: str = "") -> str:
    """A relative reference below the repository: percent-encoded UTF-8, no scheme, no way upward.

    `path` is as shown to people; `root` the repository in the same terms. A
    back slash is part of a name here, for paths are `/`-separated throughout.
    """
    if root and path.startswith(root.rstrip("/") + "/"):
        path = path[len(root.rstrip("/")) + 1 :]
    clean = posixpath.normpath(path).lstrip("/")
    while clean == ".." or clean.startswith("../"):
        clean = clean[3:]
    return quote(_path_bytes(clean or "."), safe="/!~*'()")


def _path_bytes(path: str) -> bytes:
    """The bytes of a file name: undecodable ones come back as they were."""
    try:
        return path.encode("utf-8", "surrogateescape")
    except UnicodeEncodeError:
        return path.encode("utf-8", "backslashreplace")


def xml_text(text: str) -> str:
    """Text or attribute value of an XML 1.0 file: whatever XML cannot hold is shown as `\\u{…}`."""
    shown = "\n".join(_quiet(line) for line in visible(text, "\n").split("\n"))
    return html.escape(shown, quote=True).replace("\n", "&#10;")


def json_safe(value: Any) -> Any:
    """The same value with lone surrogates written out as `\\u{…}`, so that it encodes as UTF-8."""
    if isinstance(value, str):
        return value if value.isascii() else _whole(value)
    if isinstance(value, dict):
        return {_whole(k): json_safe(v) for k, v in value.items()}
    if isinstance(value, list | tuple):
        return [json_safe(v) for v in value]
    return value


def _whole(text: str) -> str:
    try:
        text.encode()
    except UnicodeEncodeError:
        return "".join(f"\\u{{{ord(c):x}}}" if "\ud800" <= c <= "\udfff" else c for c in text)
    return text


def json_text(value: Any, indent: int | None = 1) -> str:
    """`value` as JSON that decodes to the same value, yet shows nothing invisible and no command to a terminal or log."""
    plain = json.dumps(json_safe(value), ensure_ascii=False, indent=indent)
    plain = _OLD_COMMAND.sub(r"#\1\\u0023", plain)
    return _INVISIBLE_JSON.sub(lambda m: f"\\u{ord(m[0]):04x}", plain)


def json_script(value: Any) -> str:
    """JSON that may stand inside a `<script>` element: no tag, comment or line separator survives in it."""
    compact = json.dumps(json_safe(value), ensure_ascii=False, separators=(",", ":"))
    for char in "<>&\u2028\u2029":
        compact = compact.replace(char, f"\\u{ord(char):04x}")
    return compact
