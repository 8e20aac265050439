# SPDX-License-Identifier: Apache-2.0
"""What can be told of a site by looking at it: how it is built, its languages, suppliers, licences and own people."""

from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import msgspec

from licaudit.audit import read
from licaudit.checks.case import Case, folded
from licaudit.checks.grant_missing import supplier_of
from licaudit.checks.site import SiteView
from licaudit.credits.roles import correct_with_site
from licaudit.model.evidence import RightsRecord
from licaudit.model.page import Document
from licaudit.model.policy import Policy, Settings
from licaudit.rulebook.load import rulebook
from licaudit.sources.site import collect

FILES = {
    "hugo": ("hugo.toml", "hugo.yaml", "hugo.json"),
    "jekyll": ("_config.yml",),
    "eleventy": (".eleventy.js", "eleventy.config.js", "eleventy.config.mjs", "eleventy.config.cjs", ".eleventy.cjs"),
    "mkdocs": ("mkdocs.yml",),
    "pelican": ("pelicanconf.py",),
    "docusaurus": ("docusaurus.config.js", "docusaurus.config.ts"),
    "sphinx": ("conf.py", "docs/conf.py", "docs/source/conf.py"),
}
"""Files by which a generator is known."""
BUILT = {
    "hugo": "public",
    "jekyll": "_site",
    "eleventy": "_site",
    "mkdocs": "site",
    "pelican": "output",
    "docusaurus": "build",
    "sphinx": "_build/html",
}
HEADS = 200
"""So many pages are asked for their name and address."""
MOST_HEAD = 64 * 1024


class Survey(msgspec.Struct):
    """What was found. Counters count pictures, but for `languages` and `hosts`, which count pages."""

    pages: int = 0
    unread: int = 0
    pictures: int = 0
    credited: int = 0
    generator: str = ""
    preset: str = ""
    built: str = ""
    name: str = ""
    languages: Counter[str] = msgspec.field(default_factory=Counter)
    hosts: Counter[str] = msgspec.field(default_factory=Counter)
    suppliers: Counter[str] = msgspec.field(default_factory=Counter)
    licences: Counter[str] = msgspec.field(default_factory=Counter)
    staff: Counter[str] = msgspec.field(default_factory=Counter)
    page_licences: Counter[str] = msgspec.field(default_factory=Counter)

    def share(self, *marks: str) -> float:
        """The part of the pictures with a credit whose licence holds one of `marks`."""
        hit = sum(count for name, count in self.licences.items() if any(mark in name for mark in marks))
        return hit / self.credited if self.credited else 0.0

    @property
    def policy(self) -> tuple[str, str]:
        """The policy that fits what was found, and why."""
        if any(host.endswith((".edu", ".ac.uk")) or host.startswith("uni-") for host in self.hosts):
            return "university", "the pages are those of a university"
        if self.page_licences and self.page_licences.total() >= self.pages / 2 and self.share("CC") >= 0.5:
            return "oer", "most pages and most pictures are under open licences"
        if self.pages and self.pictures <= 200 and not self.suppliers and len(self.staff) <= 2:
            return "blog", "few pictures, and none of an agency"
        return "newsroom", "the default" if not self.suppliers else "agency pictures are used"


def survey(folder: Path, paths: Sequence[str]) -> Survey:
    """Look at the pages below `paths` and at the files in `folder`. Opens no socket, writes nothing."""
    settings = Settings(paths=tuple(paths), cwd=str(folder), folder=str(folder))
    documents = list(collect(settings.paths, settings))
    records = correct_with_site(read(documents, settings, lambda stage, count, total: None))
    found = Survey(pages=sum(r.status == "read" for r in records), unread=sum(r.status == "incomplete" for r in records))
    view = SiteView.of(records)
    free = folded(rulebook().rules["grant-missing"], "free")
    for record in records:
        if record.lang:
            found.languages[record.lang.split("-")[0].lower()] += 1
        if record.page_licence:
            found.page_licences[record.page_licence] += 1
        for use in record.uses:
            if use.role == "content":
                _picture(Case(record, view, Policy()).about(use, RightsRecord(), use.credit), free, found)
    for document in [d for d in documents if d.format == "html" and d.data][:HEADS]:
        _head(document, found)
    found.preset = next((name for name, files in FILES.items() if any((folder / file).is_file() for file in files)), "")
    found.generator = found.generator or found.preset.capitalize()
    found.built = BUILT.get(found.preset, "")
    return found


def _picture(case: Case, free: frozenset[str], found: Survey) -> None:
    found.pictures += 1
    credit = case.credit
    if not credit or not case.use:
        return
    found.credited += 1
    for name in case.licence_ids:
        if not name.startswith(("Agency-", "Stock-")):
            found.licences[name] += 1
    if credit.kind in ("agency", "stock") and case.use.attach_confidence != "low" and not case.by_name(free):
        found.suppliers[supplier_of(case)] += 1
    if credit.kind == "own":
        found.staff.update(person.name for person in credit.creators)


def _head(document: Document, found: Survey) -> None:
    """Name, address and generator as the head of a page gives them."""
    from turbohtml import parse

    tree: Any = parse(document.data[:MOST_HEAD].decode("utf-8", "replace"))
    for meta in tree.find_all("meta"):
        name = str(meta.attrs.get("property") or meta.attrs.get("name") or "").lower()
        value = " ".join(str(meta.attrs.get("content") or "").split())[:100]
        if name == "og:site_name":
            found.name = found.name or value
        elif name == "generator":
            found.generator = found.generator or value
        elif name == "og:url":
            _host(value, found)
    for link in tree.find_all("link"):
        rel = link.attrs.get("rel") or []
        if "canonical" in (rel if isinstance(rel, list) else str(rel).lower().split()):
            _host(str(link.attrs.get("href") or ""), found)
            return


def _host(address: str, found: Survey) -> None:
    try:
        name = (urlsplit(address).hostname or "").removeprefix("www.")
    except ValueError:
        return
    if "." in name:
        found.hosts[name] += 1
