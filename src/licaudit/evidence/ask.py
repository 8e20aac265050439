# SPDX-License-Identifier: Apache-2.0
"""The ask pass: gathers, for every use, what register, page data and picture files know. Opens no socket."""

import hashlib
from pathlib import Path

from licaudit.evidence import embedded, merge
from licaudit.evidence import register as register_rows
from licaudit.evidence.sidecar import Sidecars
from licaudit.model.evidence import Claim, RightsRecord
from licaudit.model.page import ImageUse, PageRecord
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
        self._hashes: dict[str, str] = {}

    def ask(self, record: PageRecord) -> list[RightsRecord]:
        """One record per use of the page, in order."""
        return [self._one(use, record) for use in record.uses]

    def _one(self, use: ImageUse, record: PageRecord) -> RightsRecord:
        if use.role not in ("content", "social"):
            return merge.EMPTY
        path = self._file(use, record)
        recorded = register_rows.claims(self.sidecars.rows(path, record.root)) if path else ()
        lookups = (*recorded, *self._claims(path)) if path else ()
        digest = self._hash(path) if path and self.settings.register.needs_hashes else ""
        return merge.record(use, record, self.settings.register, lookups, digest)

    def _file(self, use: ImageUse, record: PageRecord) -> str:
        if not record.file:
            return ""
        addresses = dict.fromkeys((use.image.resolved, use.image.src, *use.image.candidates))
        for address in list(addresses)[:MOST_ADDRESSES]:
            if found := embedded.inside(record.root, record.file, address):
                return found
        return ""

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
