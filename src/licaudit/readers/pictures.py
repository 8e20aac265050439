# SPDX-License-Identifier: Apache-2.0
"""Pictures in markup: every element that shows one, with every address it offers."""

from typing import Any

import msgspec

from licaudit.model.page import Image
from licaudit.model.place import Place
from licaudit.readers.tags import BACKGROUND, PICTURE, addresses

_COMPONENTS = ("v-img", "nuxt-img", "nuxt-picture", "ion-img", "b-img", "b-img-lazy", "q-img", "el-image")
"""Elements of frameworks that show the picture in their `src`."""
_TAGS = {"img": "img", "amp-img": "amp-img", "amp-anim": "amp-img", "image": "svg-image", "video": "video-poster"} | dict.fromkeys(
    _COMPONENTS, "img"
)
_KEPT = frozenset(["class", "id", "alt", "title", "src", "srcset", "width", "height", "style", "loading", "decoding", "sizes"])


def of(node: Any, container: int, hidden: bool) -> Image | None:
    """The picture that `node` itself shows, or None. Its order and place are set later."""
    tag, attrs = node.tag, node.attrs
    if (
        tag in _TAGS
        or (tag == "input" and attrs.get("type") == "image")
        or (tag == "object" and str(attrs.get("type") or "").startswith("image/"))
    ):
        return _image(node, container, hidden, _TAGS.get(tag, tag))
    style = attrs.get("style")
    if style and "url(" in _flat(style):
        hit = BACKGROUND.search(_flat(style)[:4000])
        if hit and not hit[1].startswith("data:") and PICTURE.search(hit[1]):
            return Image(
                0, container, hit[1], (hit[1],), classes=_flat(attrs.get("class")), id=_flat(attrs.get("id")), origin="css", hidden=hidden
            )
    return None


def _image(node: Any, container: int, hidden: bool, origin: str) -> Image | None:
    attrs = node.attrs
    src = _flat(
        attrs.get("poster" if origin == "video-poster" else "data" if node.tag == "object" else "src")
        or attrs.get("href")
        or attrs.get("xlink:href")
    )
    found: list[str] = [src] if src else []
    for name, value in attrs.items():
        if origin == "video-poster" and name != "poster":
            continue
        found += addresses(name, _flat(value))
    parent = node.parent
    if getattr(parent, "tag", "") == "picture":
        for source in parent.children:
            if getattr(source, "tag", "") == "source":
                for name, value in source.attrs.items():
                    found += addresses(name, _flat(value))
    unique = tuple(dict.fromkeys(f for f in found if f and len(f) < 8192))
    if not unique:
        return None
    best = src if src and not src.startswith("data:") else next((u for u in unique if not u.startswith("data:")), src or unique[0])
    alt = attrs.get("alt")
    return Image(
        order=0,
        container=container,
        src=best,
        candidates=unique,
        alt=None if alt is None else _flat(alt),
        title=_flat(attrs.get("title")),
        width=_pixels(attrs.get("width")),
        height=_pixels(attrs.get("height")),
        classes=_flat(attrs.get("class")),
        id=_flat(attrs.get("id")),
        origin=origin,
        attributes=tuple((k, _flat(v)[:2000]) for k, v in attrs.items() if k not in _KEPT),
        hidden=hidden,
    )


def twins(shown: Image, other: Image, adjacent: bool) -> bool:
    """True where a noscript picture says the same as the lazy one before it; a stand-in only counts if it is `adjacent`."""
    if set(shown.candidates) & set(other.candidates) or _name(shown.src) == _name(other.src):
        return True
    standing_in = shown.src.startswith("data:") or not PICTURE.search(shown.src)
    return adjacent and (standing_in or (bool(shown.alt) and shown.alt == other.alt))


def merged(shown: Image, other: Image) -> Image:
    """One use for a lazy picture and its noscript twin."""
    src = other.src if shown.src.startswith("data:") else shown.src
    return msgspec.structs.replace(
        shown, src=src, candidates=tuple(dict.fromkeys((*shown.candidates, *other.candidates))), alt=shown.alt or other.alt
    )


def placed(image: Image, order: int, link: str, place: Place | None) -> Image:
    """The picture with its place in the document."""
    return msgspec.structs.replace(image, order=order, link=link, place=place)


def _name(src: str) -> str:
    return src.split("?")[0].rsplit("/", 1)[-1]


def _pixels(value: Any) -> int:
    digits = _flat(value).strip().removesuffix("px").split(".")[0]
    return int(digits) if digits.isascii() and digits.isdigit() and len(digits) < 6 else 0


def _flat(value: Any) -> str:
    return " ".join(value) if isinstance(value, list) else value or ""
