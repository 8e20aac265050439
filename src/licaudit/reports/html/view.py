# SPDX-License-Identifier: Apache-2.0
"""The report dict as the pages need it: one Entry for each image that was judged, with all its findings."""

import hashlib
import posixpath
from collections import Counter, defaultdict
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from licaudit.reports.html import labels

Json = dict[str, Any]
VERDICTS = ("fix", "look", "unknown", "fine", "accepted")
SEVERITIES = ("error", "warning", "note")


class Fields(dict[str, Any]):
    """A part of the report; a key that it lacks reads as "", for reports of another minor version may lack some."""

    def __missing__(self, key: str) -> str:
        return ""


def _fields(value: Any) -> Any:
    if isinstance(value, dict):
        return Fields({k: _fields(v) for k, v in value.items()})
    return [_fields(v) for v in value] if isinstance(value, list) else value


@dataclass
class Entry:
    """One image use, or (`use` empty) the findings of a page that concern no single image; `orphan` is then the credit they are about."""

    id: str
    document: str
    verdict: str
    use: Json
    findings: list[Json] = field(default_factory=list)
    thumb: str = ""
    orphan: Json = field(default_factory=Fields)

    @property
    def open(self) -> list[Json]:
        """Findings that count: neither in the baseline nor ignored."""
        return [f for f in self.findings if f.get("status", "new") == "new"]

    @property
    def key(self) -> str:
        """Identity of the picture across pages: its address, a relative one seen from its page."""
        address = str(self.use.get("resolved") or self.use.get("src") or "")
        if not address or address.startswith(("/", "data:")) or "://" in address:
            return address
        return posixpath.normpath(posixpath.join(posixpath.dirname(self.document), address))

    @property
    def credit(self) -> Json:
        """The credit line, or {}."""
        return self.use.get("credit") or self.orphan

    @property
    def line(self) -> int:
        """Line in the source, 0 if unknown."""
        place = self.use.get("place") or (self.findings[0].get("place") if self.findings else None)
        return int((place or {}).get("line") or 0)

    @property
    def licence(self) -> str:
        """Licence id as read, or ""."""
        return self.credit.get("licence") or next((f["licence"] for f in self.findings if f.get("licence")), "")

    @property
    def fix(self) -> Json | None:
        """The first ready credit, else the first question, else None."""
        fixes = [f["fix"] for f in self.open if f.get("fix")]
        return next((x for x in fixes if x.get("text") and not x.get("question")), fixes[0] if fixes else None)

    @property
    def ready(self) -> bool:
        """True where there is a credit to paste and no question left."""
        fix = self.fix
        return bool(fix and fix.get("text") and not fix.get("question"))

    @property
    def missing(self) -> list[str]:
        """Parts that findings say are missing, once each."""
        return list(dict.fromkeys(m for f in self.open for m in f.get("missing") or ()))


@dataclass
class View:
    """Everything the pages are drawn from."""

    report: Json
    entries: list[Entry]
    rules: dict[str, Json]
    licences: dict[str, Json]
    documents: dict[str, Json]
    previous: dict[str, Json] | None = None

    @cached_property
    def site(self) -> str:
        """The site's name, as most titles end in it, or ""."""
        return labels.site_name(d.get("title") or "" for d in self.documents.values())

    @cached_property
    def cut(self) -> int:
        """How much of every path is the folder that all documents share."""
        return labels.shared_folders(self.documents)

    @cached_property
    def folders(self) -> str:
        """The folders that all documents share, with the slash at their end."""
        return next(iter(self.documents), "")[: self.cut]

    def path(self, document: str) -> str:
        """The path as shown: without the folders that all share."""
        return document[self.cut :] if document.startswith(self.folders) else document

    def title(self, document: str) -> str:
        """The article's title without the site's name, or its path."""
        return labels.without(self.document(document).get("title") or "", self.site) or self.path(document)

    @property
    def counts(self) -> dict[str, int]:
        """Images per verdict."""
        found = Counter(e.verdict for e in self.entries if e.use)
        return {v: found[v] for v in VERDICTS}

    @property
    def pages(self) -> dict[str, list[Entry]]:
        """Articles with findings, in order."""
        out: dict[str, list[Entry]] = defaultdict(list)
        for entry in self.entries:
            if entry.findings:
                out[entry.document].append(entry)
        return dict(out)

    @property
    def shared(self) -> dict[str, list[Entry]]:
        """Pictures with findings that stand on more than one page."""
        out: dict[str, list[Entry]] = defaultdict(list)
        for entry in self.entries:
            if entry.key and not entry.key.startswith("data:"):
                out[entry.key].append(entry)
        return {k: v for k, v in out.items() if len({e.document for e in v}) > 1 and any(e.findings for e in v)}

    @property
    def unread(self) -> list[Json]:
        """Documents that were not, or not wholly, read."""
        return [d for d in self.documents.values() if d.get("status", "read") != "read"]

    def first_jobs(self) -> list[Json]:
        """Rules with open findings, worst and most frequent first.

        `images` and `pages` are those touched at the rule's worst severity, `milder` the images it touches below that:
        four errors and fifteen notes are not nineteen errors.
        """
        images: dict[str, dict[str, int]] = defaultdict(dict)
        pages: dict[tuple[str, int], set[str]] = defaultdict(set)
        for entry in self.entries:
            for f in entry.open:
                rule, rank = f["rule"], severity_rank(f)
                images[rule][entry.id] = min(images[rule].get(entry.id, 9), rank)
                pages[rule, rank].add(entry.document)
        rows = []
        for rule, ranks in images.items():
            worst = min(ranks.values())
            count = sum(rank == worst for rank in ranks.values())
            rows.append(
                {"id": rule, "rule": self.rule(rule), "images": count, "pages": len(pages[rule, worst])}
                | {"severity": SEVERITIES[worst], "milder": len(ranks) - count}
            )
        return sorted(rows, key=lambda r: (SEVERITIES.index(r["severity"]), -r["images"], r["id"]))

    def rule(self, rule_id: str) -> Json:
        """What is known of a rule; its id as title when nothing is."""
        return self.rules.get(rule_id) or Fields(id=rule_id, title=rule_id)

    def document(self, path: str) -> Json:
        """What is known of a document; empty fields when nothing is."""
        return self.documents.get(path) or Fields(path=path)

    def licence(self, licence: str) -> Json:
        """What is known of a licence; empty fields when nothing is."""
        return self.licences.get(licence) or Fields()

    def changes(self) -> tuple[int, list[Json]] | None:
        """Images with a new finding, and the findings gone since the last report; None when there was none."""
        if self.previous is None:
            return None
        now = {f.get("fingerprint", "") for e in self.entries for f in e.findings}
        return sum(self.is_new(e) for e in self.entries), [f for k, f in self.previous.items() if k not in now]

    def is_new(self, entry: Entry) -> bool:
        """True where a finding of `entry` was not in the last report."""
        return self.previous is not None and any(f.get("fingerprint") and f["fingerprint"] not in self.previous for f in entry.open)


def severity_rank(finding: Json) -> int:
    """0 for error, 1 warning, 2 note and anything unknown."""
    severity = finding.get("severity")
    return SEVERITIES.index(severity) if severity in SEVERITIES else 2


def slug(name: str) -> str:
    """A file name for anything: never the source's own name."""
    return hashlib.sha256(name.encode("utf-8", "surrogatepass")).hexdigest()[:16]


def build(report: Json, previous: dict[str, Json] | None = None) -> View:
    """Gather findings under their image. Interface pictures and the like without a finding are left out, as in the summary."""
    report = _fields(report)
    by_use: dict[str, list[Json]] = defaultdict(list)
    loose: dict[tuple[str, str], list[Json]] = defaultdict(list)
    orphans = {(o["document"], o.get(k) or ""): o for o in report.get("orphan_credits") or () for k in ("text", "part")}
    known = {u["id"] for u in report.get("uses", ()) if u.get("id")}
    for finding in report.get("findings", ()):
        (by_use[finding["use"]] if finding.get("use") in known else loose[finding["document"], _quoted(finding, orphans)]).append(finding)
    entries = []
    for use in report.get("uses", ()):
        found = sorted(by_use.get(use.get("id", ""), ()), key=severity_rank)
        verdict = use.get("verdict") if use.get("verdict") in VERDICTS else "unknown"
        if found or use.get("role", "content") == "content" or verdict != "fine":
            entries.append(Entry(use.get("id", ""), use["document"], str(verdict), use, found))
    entries += [_loose(*key, found, orphans.get(key)) for key, found in loose.items()]
    documents = {d["path"]: d for d in report.get("documents", ())}
    _shorten(report, next(iter(documents), "")[: labels.shared_folders(documents)])
    return View(report, entries, _by_id(report.get("rules")), _by_id(report.get("licences")), documents, previous)


def _shorten(report: Json, folders: str) -> None:
    """Take the folders that all documents share out of what findings say, as they are taken out of every path shown."""
    for finding in report.get("findings", ()) if folders else ():
        finding["message"] = finding["message"].replace(folders, "")
        for quote in finding["quotes"] or ():
            quote["label"] = quote["label"].replace(folders, "")


def _quoted(finding: Json, orphans: dict[tuple[str, str], Json]) -> str:
    """The credit without picture that a finding is about, as quoted in it."""
    texts = (q.get("text") or "" for q in finding.get("quotes") or ())
    return next((text for text in texts if text and (finding["document"], text) in orphans), "")


def _loose(document: str, text: str, found: list[Json], orphan: Json | None) -> Entry:
    """Findings of a page about no picture: about one credit line, or about nothing that stands on it."""
    done = all(f.get("status", "new") != "new" for f in found)
    verdict = "accepted" if done else "fix" if any(f.get("severity") == "error" for f in found) else "look"
    number = "p-" + slug(document + "\n" + text)
    return Entry(number, document, verdict, Fields(), sorted(found, key=severity_rank), orphan=orphan or Fields())


def _by_id(found: Any) -> dict[str, Json]:
    if isinstance(found, dict):
        return {k: Fields(v, id=k) for k, v in found.items()}
    return {x["id"]: x for x in found or ()}
