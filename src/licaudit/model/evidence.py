# SPDX-License-Identifier: Apache-2.0
"""What is known about a picture, from whom, and how far it is to be believed."""

from typing import Literal

import msgspec

from licaudit.model.place import Place

Origin = Literal[
    "credit-line",
    "link",
    "json-ld",
    "microdata",
    "rdfa",
    "meta",
    "exif",
    "iim",
    "xmp",
    "c2pa",
    "register",
    "sidecar",
    "look-up",
    "other-page",
    "file-name",
    "original",
]


class Claim(msgspec.Struct, frozen=True):
    """One statement about one rights field (IPTC names, see docs/reference).

    Fields: creator, creditLine, copyrightNotice, licence, licenceUrl, title,
    source, workUrl, supplier, usageTerms, webStatement, digitalSourceType,
    modified, grant, proof, from, until; original is a rights field of the
    file that a rendition was made of, named in `detail`.
    `strength` is 0.0 to 1.0: how far this origin is to be believed alone.
    """

    field: str
    value: str
    origin: Origin
    strength: float = 0.5
    detail: str = ""
    place: Place | None = None


class RightsRecord(msgspec.Struct, frozen=True):
    """The claims on one image use, field by field. Disagreement is kept, never averaged."""

    claims: tuple[Claim, ...] = ()

    def of(self, field: str) -> tuple[Claim, ...]:
        """Claims on `field`, strongest first (stable)."""
        return tuple(sorted((c for c in self.claims if c.field == field), key=lambda c: -c.strength))

    def best(self, field: str) -> str | None:
        """The value of the strongest claim on `field`, or None."""
        found = self.of(field)
        return found[0].value if found else None
