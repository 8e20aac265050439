# SPDX-License-Identifier: Apache-2.0
"""The ask pass: gathers, for every use, what register, page data and picture files know. Opens no socket."""

import hashlib
from collections.abc import Iterator, Sequence
from pathlib import Path

from msgspec.structs import replace

from licaudit.evidence import dimensions, embedded, merge, original
from licaudit.evidence import register as register_rows
from licaudit.evidence.sidecar import Sidecars
from licaudit.model.evidence import Claim, RightsRecord
from licaudit.model.page import ImageUse, PageRecord
from licaudit.model.place import Place
from licaudit.model.policy import Settings

MOST_HASHED = 64 * 1024 * 1024
MOST_ADDRESSES = 4
"""So many addresses of one picture are tried as files."""


class Evidence:
    """Answers for one audit; each picture file is opened once."""

    def __init__(self, settings: Settings, site: object = None) -> None:
        """`settings` gives the register and the folder that shown paths start from; `site` is kept for look-ups across pages."""
        self.settings, self.site = settings, site
        self.sidecars = Sidecars(settings)
        self._files: dict[str, tuple[Claim, ...]] = {}
        self._originals: dict[str, tuple[Claim, ...]] = {}
        self._hashes: dict[str, str] = {}

    def ask(self, record: PageRecord) -> list[RightsRecord]:
        """One record per use of the page, in order."""
        return [self._one(use, record) for use in record.uses]

    def _one(self, use: ImageUse, record: PageRecord) -> RightsRecord:
        if use.role not in ("content", "social"):
            return merge.EMPTY
        offered = list(dict.fromkeys(self._offered(use, record)))
        path = offered[0] if offered else ""
        recorded = register_rows.claims(self.sidecars.rows(path, record.root)) if path else ()
        lookups = (*recorded, *self._claims(path), *self._original(path, offered)) if path else ()
        digest = self._hash(path) if path and self.settings.register.needs_hashes else ""
        return merge.record(use, record, self.settings.register, lookups, digest)

    def _offered(self, use: ImageUse, record: PageRecord) -> Iterator[str]:
        """Files of the site that the page offers for the picture, the one it shows first, then others and what it links to."""
        if not record.file:
            return
        addresses = dict.fromkeys((use.image.resolved, use.image.src, *use.image.candidates))
        for address in (*list(addresses)[: MOST_ADDRESSES + 1], use.image.link):
            if address and (found := embedded.inside(record.root, record.file, address)):
                yield found

    def _original(self, path: str, offered: Sequence[str]) -> tuple[Claim, ...]:
        """What the original of a rendition tells: rights that the rendition has lost, and proportions that it had."""
        if path not in self._originals:
            made: list[Claim] = []
            silent = not any(c.field in embedded.RIGHTS for c in self._claims(path))
            for other in original.originals(path, offered):
                rights = [c for c in self._claims(other) if c.field in embedded.RIGHTS] if silent else []
                made += [replace(c, field="original", detail=c.field) for c in rights]
                made += self._crop(path, other)
                if made:
                    break
            self._originals[path] = tuple(made)
        return self._originals[path]

    def _crop(self, path: str, other: str) -> list[Claim]:
        shown, whole = dimensions.size(path), dimensions.size(other)
        if not shown or not whole or not dimensions.cropped(shown, whole):
            return []
        words = f"{whole[0]} × {whole[1]} became {shown[0]} × {shown[1]}"
        return [Claim("modified", words, "original", 0.6, "proportions", Place(self._shown(other)))]

    def _claims(self, path: str) -> tuple[Claim, ...]:
        if path not in self._files:
            self._files[path] = embedded.claims(path, self._shown(path))
        return self._files[path]

    def _shown(self, path: str) -> str:
        cwd = self.settings.cwd.rstrip("/") + "/" if self.settings.cwd else ""
        return path.removeprefix(cwd) if cwd else path

    def _hash(self, path: str) -> str:
        if path not in self._hashes:
            try:
                with Path(path).open("rb") as file:
                    data = file.read(MOST_HASHED + 1)
            except OSError:
                data = b""
            self._hashes[path] = hashlib.sha256(data).hexdigest() if 0 < len(data) <= MOST_HASHED else ""
        return self._hashes[path]
