# SPDX-License-Identifier: Apache-2.0
"""What a page says to machines: JSON-LD, meta pictures, rel=license, cc:attributionName."""

import json
from typing import Any

from licaudit.model.page import Fact, Image, Note
from licaudit.readers.builder import Builder

_FIELDS = frozenset(
    "creator author creditText license copyrightNotice copyrightHolder acquireLicensePage caption name digitalSourceType".split()  # noqa: SIM905
)
_META = frozenset(["og:image", "og:image:url", "og:image:secure_url", "twitter:image", "twitter:image:src"])


def collect(tree: Any, out: Builder) -> None:
    """Add facts and social pictures of the parsed `tree` to `out`."""
    for meta in tree.find_all("meta"):
        name = str(meta.attrs.get("property") or meta.attrs.get("name") or "").lower()
        value = str(meta.attrs.get("content") or "").strip()
        if name in _META and value and not any(value in i.candidates for i in out.images if i.origin == "meta"):
            out.images.append(Image(out.next(), 0, value, (value,), origin="meta"))
    for script in tree.find_all("script"):
        if str(script.attrs.get("type") or "").strip().lower() == "application/ld+json":
            _json_ld(script.text, out)
    for link in [*tree.find_all("a"), *tree.find_all("link")]:
        rel = link.attrs.get("rel") or []
        if "license" in (rel if isinstance(rel, list) else str(rel).split()):
            out.facts.append(Fact("", "license", str(link.attrs.get("href") or ""), "link"))
    for node in tree.select('[property="cc:attributionName"]'):
        out.facts.append(Fact("", "creator", " ".join(node.text.split())[:500], "rdfa"))


def _json_ld(text: str, out: Builder) -> None:
    try:
        stack: list[Any] = [json.loads(text)]
    except (ValueError, RecursionError):
        out.notes.append(Note("json-ld", "a JSON-LD block is not valid JSON and was not read", fatal=False))
        return
    steps = 0
    while stack and steps < 20_000:
        steps += 1
        thing = stack.pop()
        if isinstance(thing, list):
            stack.extend(thing)
        elif isinstance(thing, dict):
            if "ImageObject" in str(thing.get("@type") or ""):
                _image_object(thing, out)
            stack.extend(thing.values())


def _image_object(thing: dict[str, Any], out: Builder) -> None:
    subject = next((s for k in ("contentUrl", "url", "@id") if isinstance(s := thing.get(k), str)), "")
    for key in sorted(_FIELDS & set(thing)):
        value = thing[key]
        for one in value if isinstance(value, list) else [value]:
            words = one.get("name") if isinstance(one, dict) else one
            if isinstance(words, str) and words.strip():
                out.facts.append(Fact(subject, key, words.strip()[:1000], "json-ld"))
