# SPDX-License-Identifier: Apache-2.0
"""Names of licences that are not of Creative Commons."""

import re

from licaudit.credits.tokens import Tokens

_OTHER = (
    ((("gfdl",), ("gnu", "free", "documentation", "license"), ("gnu", "free", "documentation", "licence"), ("gnu", "fdl"), ("gnu", "fdl")), "GFDL", True),
    ((("free", "art", "license"), ("free", "art", "licence"), ("licence", "art", "libre"), ("lizenz", "freie", "kunst"),
      ("licenza", "arte", "libera"), ("licencia", "arte", "libre"), ("lal",), ("fal",)), "LAL", True),
    ((("copyrighted", "free", "use"),), "CFU", False),
    ((("no", "known", "copyright", "restrictions"), ("no", "known", "restrictions"), ("no", "known", "copyright")), "NKC", False),
    ((("open", "government", "licence"), ("open", "government", "license"), ("ogl",)), "OGL-UK", True),
    ((("dl", "de", "by", "2", "0"), ("dl", "de", "by", "2.0"), ("datenlizenz", "deutschland", "namensnennung", "version", "2.0"), ("datenlizenz", "deutschland", "namensnennung", "2.0")), "DL-DE-BY-2.0", False),
    ((("dl", "de", "zero", "2", "0"), ("datenlizenz", "deutschland", "zero", "version", "2.0"), ("dl", "de", "zero", "2.0")), "DL-DE-ZERO-2.0", False),
    ((("godl", "india"), ("godl",)), "GODL-India", False),
    ((("licence", "ouverte"), ("etalab",), ("open", "licence", "2.0")), "etalab", True),
    ((("kogl", "type", "1"), ("공", "공", "누", "리")), "KOGL-1", False),
    ((("odbl",), ("open", "database", "license"), ("open", "database", "licence")), "ODbL-1.0", False),
    ((("public", "domain", "mark"),), "CC-PDM-1.0", False),
    ((("public", "domain", "certification"),), "CC-PDDC", False),
)  # fmt: skip
_OTHER_TABLE: dict[tuple[str, ...], tuple[str, bool]] = {key: (name, versioned) for keys, name, versioned in _OTHER for key in keys}
_DEFAULT_VERSION = {"OGL-UK": "3.0", "etalab": "2.0"}

OTHER_STARTS = frozenset(key[0] for key in _OTHER_TABLE)
_SECOND = {
    first: frozenset(key[1] for key in _OTHER_TABLE if key[0] == first and len(key) > 1)
    if (first,) not in _OTHER_TABLE
    else frozenset[str]()
    for first in OTHER_STARTS
}
"""The words of which one must follow the first word of a name soon; none where that may be all of it."""
_LONGEST = 11
"""Tokens of a name that are read."""


def other_licence(tokens: Tokens, index: int) -> tuple[int, str, str] | None:
    """Index behind the name that begins at token `index`, id and issue, or None."""
    keys = tokens.keys
    second = _SECOND.get(keys[index])
    if second is None or (second and second.isdisjoint(keys[index + 1 : index + _LONGEST])):
        return None
    name: list[str] = []
    for here in range(index, min(len(keys), index + _LONGEST)):
        if tokens.kind(here) == "punct":
            if not name or keys[here] not in "-–—/. ":
                return None
            continue
        name.append(keys[here])
        known = _OTHER_TABLE.get(tuple(name))
        if known and (*name, keys[here + 2] if here + 2 < len(keys) else "") not in _OTHER_TABLE:
            return _versioned(keys, here + 1, *known)
        if len(name) >= 6:
            return None
    return None


def _versioned(keys: list[str], end: int, name: str, versioned: bool) -> tuple[int, str, str]:
    """The licence with the version that stands behind its name, or with that which is meant without any."""
    if versioned:
        for at in range(end, min(len(keys), end + 4)):
            shown = keys[at].lstrip("v")
            if re.fullmatch(r"[123]\.[0-3]", shown):
                return at + 1, f"{name}-{shown}", ""
            if re.fullmatch(r"[123]", shown) and (keys[at] != shown or keys[at - 1] in ("v", "version")):
                whole = keys[at + 1 : at + 3] == [".", "0"]  # "v1.0" is cut at its dot
                return at + 1 + 2 * whole, f"{name}-{shown}.0", ""
            if shown not in ("", "-", "version", "v", ","):
                break
        if name in _DEFAULT_VERSION:
            return end, f"{name}-{_DEFAULT_VERSION[name]}", "no-version"
    return end, name, ""
