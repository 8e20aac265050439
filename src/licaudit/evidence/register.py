# SPDX-License-Identifier: Apache-2.0
"""Rows of the publisher's register, of REUSE.toml and of .license sidecars, as claims."""

from collections.abc import Iterable

from licaudit.model.evidence import Claim, Origin
from licaudit.model.register import RegisterRow

FIELDS = (
    ("creditLine", "credit"), ("copyrightNotice", "copyright"), ("title", "title"), ("licence", "licence"), ("licenceUrl", "licence_url"),
    ("grant", "grant"), ("supplier", "supplier"), ("proof", "proof"), ("source", "source"), ("workUrl", "source_url"), ("from", "starts"),
    ("until", "until"), ("embargo", "embargo"), ("modified", "changes"), ("reason", "reason"),
)  # fmt: skip
BLANKET = 0.4
"""Strength of what a pattern of REUSE.toml says: it is about all files at once, and nobody looked at each."""
LISTS = ("territories", "channels", "uses", "pages")


def claims(rows: Iterable[RegisterRow]) -> tuple[Claim, ...]:
    """Claims of matching rows, most telling row first (and strongest). Claims of one row share its place."""
    made: list[Claim] = []
    for rank, row in enumerate(rows):
        origin: Origin = "register" if row.origin == "register" else "sidecar"
        strength = BLANKET if row.origin == "reuse" and any("*" in name for name in row.pictures) else max(1.0 - 0.05 * rank, 0.5)
        place, label = row.place, row.label
        made += [Claim("creator", name, origin, strength, label, place) for name in row.creators]
        made += [Claim(field, value, origin, strength, label, place) for field, name in FIELDS if (value := getattr(row, name))]
        made += [Claim(name, ", ".join(values), origin, strength, label, place) for name in LISTS if (values := getattr(row, name))]
        if row.own:
            made.append(Claim("own", "true", origin, strength, label, place))
    return tuple(made)
