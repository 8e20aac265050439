# SPDX-License-Identifier: Apache-2.0
"""Which rules apply, how hard, to this publisher and this use; and what an audit was asked to do."""

import posixpath
from functools import cached_property
from typing import Any, Literal

import msgspec

from licaudit.model.credit import Confidence
from licaudit.model.finding import Rule, Severity
from licaudit.model.pattern import first
from licaudit.model.place import Place
from licaudit.model.register import Register as Register
from licaudit.model.register import RegisterRow as RegisterRow

Level = Literal["error", "warning", "note", "off"]
FailOn = Literal["error", "warning", "note", "never"]
RANK: dict[str, int] = {"note": 0, "warning": 1, "error": 2}
SURE: dict[str, int] = {"low": 0, "medium": 1, "high": 2}


def local_path(path: str, folder: str, cwd: str) -> str:
    """`path`, as shown relative to `cwd`, seen from `folder` (both absolute); addresses and paths outside stay as they are."""
    if "://" in path or not folder:
        return path
    whole = posixpath.normpath(posixpath.join(cwd or folder, path))
    base = folder.rstrip("/") + "/"
    return whole[len(base) :] if whole.startswith(base) else path


class Supplier(msgspec.Struct, frozen=True):
    """Someone with whom the publisher has a contract: a claim that satisfies grant-missing."""

    name: str
    aliases: tuple[str, ...] = ()
    proof: str = ""
    until: str = ""
    uses: tuple[str, ...] = ()
    place: Place | None = None

    @property
    def names(self) -> tuple[str, ...]:
        """Every way in which credits write the supplier."""
        return (self.name, *self.aliases)


class HouseStyle(msgspec.Struct, frozen=True):
    """How this publisher writes credits, for the composer and for own pictures.

    `prefix` is "Photo: " and the like ("" leaves it to the page's language);
    `own` is the form of a credit for own pictures, in which `{creator}` and
    `{site}` are filled in ("" asks for none); `separator` stands between the
    parts; `title` tells whether titles that no licence asks for are named.
    """

    prefix: str = ""
    separator: str = ", "
    title: Literal["always", "when-asked"] = "always"
    own: str = ""


class Override(msgspec.Struct, frozen=True):
    """What differs for pages under `paths` (patterns relative to the configuration's folder). None: as elsewhere."""

    paths: tuple[str, ...]
    severities: dict[str, Level] = {}
    commercial: bool | None = None
    advertising: bool | None = None
    channel: str | None = None
    law: tuple[str, ...] | None = None
    place: Place | None = None


class Policy(msgspec.Struct, frozen=True, dict=True):
    """Which rules apply and how hard, what this site is, and whose pictures it may show.

    `commercial` None means: not declared. `law` holds ISO 3166 codes ("DE",
    "US") and decides only where courts differ. Licence lists hold ids or
    patterns (`CC-BY-NC-*`), compared with the id and its family; an empty
    allow list allows all. `shipped` names the severities that are the policy's own
    and not the publisher's word. `suppliers_declared` is False until the publisher
    has named suppliers (an empty list counts as naming none).
    """

    name: str = "newsroom"
    title: str = ""
    description: str = ""
    severities: dict[str, Level] = {}
    shipped: frozenset[str] = frozenset()
    reasons: dict[str, str] = {}
    min_confidence: Confidence = "low"
    fail_on: FailOn = "error"
    commercial: bool | None = None
    law: tuple[str, ...] = ()
    site: str = ""
    hosts: tuple[str, ...] = ()
    territories: tuple[str, ...] = ()
    channel: str = "web"
    advertising: bool = False
    advertising_pages: tuple[str, ...] = ()
    allowed_licences: tuple[str, ...] = ()
    denied_licences: tuple[str, ...] = ()
    allowed_sources: tuple[str, ...] = ()
    denied_sources: tuple[str, ...] = ()
    suppliers: tuple[Supplier, ...] = ()
    suppliers_declared: bool = False
    staff: tuple[str, ...] = ()
    style: HouseStyle = HouseStyle()
    overrides: tuple[Override, ...] = ()
    folder: str = ""
    cwd: str = ""

    def severity(self, rule: Rule, path: str = "", asked: Severity | None = None) -> Severity | None:
        """How hard `rule` counts on the page `path`, or None where it is off.

        `asked` is what the check found fitting for this case, where that differs
        from the rule's own level. A level that the policy sets replaces the
        rule's own; a case that the check calls milder than the rule's own level stays milder.
        """
        policy = self.for_page(path) if path and self._varies else self
        key = policy.key(rule)
        if key is None:
            return asked or rule.severity
        level = policy.severities[key]
        if level == "off":
            return None
        if asked and RANK[asked] < RANK[rule.severity]:
            return asked if RANK[asked] < RANK[level] else level
        if asked and key in policy.shipped and RANK[asked] > max(RANK[level], RANK[rule.severity]):
            return asked  # the check found more than the plain case that a shipped policy speaks of
        return level

    def key(self, rule: Rule) -> str | None:
        """By which name this policy speaks of `rule`: id, former id, or `group/*`; None where it says nothing."""
        return next((name for name in (rule.id, *rule.aliases, f"{rule.group}/*") if name in self.severities), None)

    def for_page(self, path: str) -> "Policy":
        """The policy as it stands on the page `path`: overrides are merged, later ones win."""
        known: dict[str, Policy] = self._pages
        if not self._varies:
            return self
        if path not in known:
            if len(known) > 10_000:
                known.clear()
            known[path] = self._merged(self.local(path))
        return known[path]

    def local(self, path: str) -> str:
        """The page's path as patterns of the configuration see it."""
        return local_path(path, self.folder, self.cwd)

    @property
    def _varies(self) -> bool:
        return bool(self.overrides or self.advertising_pages)

    @cached_property
    def _pages(self) -> "dict[str, Policy]":
        return {}

    def _merged(self, local: str) -> "Policy":
        severities, commercial, law, channel = dict(self.severities), self.commercial, self.law, self.channel
        shipped = self.shipped
        advertising = self.advertising or first(self.advertising_pages, local) is not None
        for one in self.overrides:
            if first(one.paths, local) is None:
                continue
            severities.update(one.severities)
            shipped -= one.severities.keys()
            commercial = commercial if one.commercial is None else one.commercial
            advertising = advertising if one.advertising is None else one.advertising
            law = law if one.law is None else one.law
            channel = channel if one.channel is None else one.channel
        return msgspec.structs.replace(
            self,
            severities=severities,
            shipped=shipped,
            commercial=commercial,
            law=law,
            channel=channel,
            advertising=advertising,
            overrides=(),
            advertising_pages=(),
        )


class IgnoreRule(msgspec.Struct, frozen=True):
    """An ignore written in the configuration: rules, reason, where (patterns), until when."""

    rules: tuple[str, ...]
    reason: str
    paths: tuple[str, ...] = ()
    pictures: tuple[str, ...] = ()
    fingerprints: tuple[str, ...] = ()
    until: str = ""
    place: Place | None = None


class SourceMap(msgspec.Struct, frozen=True):
    """How a built page leads back to the file it was made from (`preset`, or patterns `built` and `source`)."""

    preset: str = ""
    built: str = ""
    source: str = ""
    place: Place | None = None


class Settings(msgspec.Struct, frozen=True):
    """Everything an audit was asked to do, each value with its origin.

    `origins` maps a dotted key (`site.commercial`) to where its value was said:
    `licaudit.toml:12`, `option --policy`, `environment LICAUDIT_POLICY`,
    `policy newsroom` or `default`. `folder` is the absolute folder of the
    configuration, `cwd` the absolute one that shown paths are relative to.
    `baseline`, `report_dir`: None is off. `jobs` 0 is one per core.
    `changed_settings` names configuration files that differ from `config_ref`.
    `rule_texts` are own rules as they stand at `config_ref` (None: on disk).
    `values` holds what was merged, by the same dotted keys as `origins`.
    """

    policy: Policy = Policy()
    paths: tuple[str, ...] = ()
    root: str = ""
    report_dir: str | None = "reports"
    report_lang: str = ""
    formats: tuple[str, ...] = ()
    single_file: bool = False
    baseline: str | None = ".licaudit-baseline.json"
    baseline_data: bytes | None = None
    ignores: tuple[IgnoreRule, ...] = ()
    use_ignores: bool = True
    excludes: tuple[str, ...] = ()
    register: Register = Register()
    register_file: str = ""
    source_maps: tuple[SourceMap, ...] = ()
    rule_dirs: tuple[str, ...] = ()
    rule_texts: tuple[tuple[str, bytes], ...] | None = None
    jobs: int = 0
    cache: bool = True
    online: bool = False
    color: Literal["auto", "always", "never"] = "auto"
    allow_incomplete: bool = False
    allow_empty: bool = False
    exit_zero: bool = False
    since: str = ""
    config_ref: str = ""
    config_file: str = ""
    changed_settings: tuple[str, ...] = ()
    folder: str = ""
    cwd: str = ""
    today: str = ""
    quiet: bool = False
    values: dict[str, Any] = {}
    origins: dict[str, str] = {}
    messages: tuple[str, ...] = ()
