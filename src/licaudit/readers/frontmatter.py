# SPDX-License-Identifier: Apache-2.0
"""Front matter in YAML, TOML or JSON, read with bounds: no aliases, no tags, strings only."""

import json
import re
import tomllib
from typing import Any

import yaml

from licaudit.readers.tags import PICTURE

_PICTURE_KEY = re.compile(r"image|img|cover|banner|hero|thumb|picture|photo|header|featured|teaser|poster", re.I)
_CREDIT_KEY = re.compile(r"credit|caption|attribution|copyright|licen[cs]e|author|source|photographer|fotograf|autor", re.I)
_PAGE_KEY = re.compile(r"link|page|alt|title|text|by$|width|height|position", re.I)
_HOST = re.compile(
    r"(?:https?:)?//(?:(?:images?|imgs?|cdn|media|static|assets|photos?|pics?|res|live|uploads?)\d*[.-]"
    r"|picsum\.photos/|lh\d\.googleusercontent\.com/|source\.unsplash\.com/|[\w.-]+\.(?:imgix\.net|ctfassets\.net|cloudfront\.net)/)",
    re.I,
)
"""Hosts that give out files: the addresses of pictures there often have no ending."""
_OTHER_FILE = re.compile(r"//[^/?#]+/[^?#]*\.(?!php|as[ph]x|cgi)[a-z][a-z0-9]{1,4}(?:[?#]|$)", re.I)
"""An ending that is not one of pictures: a script, a page, a film. Programs on the host may give out pictures."""
MAX_LINES, MAX_CHARACTERS, MAX_DEPTH = 2_000, 256 * 1024, 32


class _Loader(yaml.BaseLoader):  # type: ignore[misc,unused-ignore]
    """Scalars stay strings (no Norway, no dates); aliases and merge keys are refused (exponential growth)."""

    def compose_node(self, parent: Any, index: Any) -> Any:
        """Refuse aliases and deep nesting before they cost anything."""
        if self.check_event(yaml.events.AliasEvent):
            raise yaml.YAMLError("aliases are not read")
        self.depth = getattr(self, "depth", 0) + 1
        if self.depth > MAX_DEPTH:
            raise yaml.YAMLError("nested too deeply")
        node = super().compose_node(parent, index)
        self.depth -= 1
        return node


def shows_picture(key: str, value: str) -> bool:
    """Whether an entry names a picture: by its ending, or, under a key for pictures, by a host for files or as an id at Cloudinary."""
    name, value = key.rsplit(".", 1)[-1], value.strip()
    if not value or " " in value or "\n" in value or _CREDIT_KEY.search(name):
        return False
    if PICTURE.search(value):
        return True
    if not _PICTURE_KEY.search(key) or _PAGE_KEY.search(name):
        return False
    return bool(_HOST.match(value) and not _OTHER_FILE.search(value)) or (
        "cloudinary" in name.lower() and "/" in value and "://" not in value
    )


def split(text: str) -> tuple[list[tuple[str, str]], int, str]:
    """Front matter as flat (dotted key, value) pairs, the 0-based line where the body starts, and what went wrong."""
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    fence = lines[0].rstrip() if lines else ""
    if fence not in ("---", "+++", "{", ";;;"):
        return [], 0, ""
    closing = "}" if fence == "{" else fence
    end = next(
        (i for i, line in enumerate(lines[1 : MAX_LINES + 1], 1) if line.rstrip() in (closing, "..." if fence == "---" else closing)), 0
    )
    if not end:
        return [], 0, ""
    body = "\n".join(lines[: end + 1] if fence == "{" else lines[1:end])
    if len(body) > MAX_CHARACTERS:
        return [], end + 1, f"front matter is longer than {MAX_CHARACTERS // 1024} KB and was not read"
    try:
        return flatten(_load(fence, body)), end + 1, ""
    except (yaml.YAMLError, ValueError, RecursionError) as problem:
        first = str(problem).split("\n")[0]
        return [], end + 1, f"front matter cannot be read ({first}); pictures and credits named there are unknown"


def _load(fence: str, body: str) -> Any:
    if fence == "+++":
        return tomllib.loads(body)
    if fence == "{":
        return json.loads(body)
    body = body.replace("\t", "    ")  # YAML forbids tabs, but publishing systems let them pass
    return yaml.load(body, Loader=_Loader)  # a BaseLoader: builds strings, lists and dicts, nothing else


def flatten(data: Any) -> list[tuple[str, str]]:
    """Nested data as (dotted key, text) pairs in reading order; iterative, so depth is no danger."""
    found: list[tuple[str, str]] = []
    stack: list[tuple[str, Any]] = [("", data)]
    while stack and len(found) < 5_000:
        key, value = stack.pop()
        if isinstance(value, dict):
            stack.extend((f"{key}.{k}" if key else str(k), v) for k, v in reversed(list(value.items())))
        elif isinstance(value, list):
            stack.extend((f"{key}.{i}" if key else str(i), v) for i, v in reversed(list(enumerate(value))))
        elif value is not None and key:
            text = str(value)
            if text.strip():
                found.append((key, text))
    return found
