# SPDX-License-Identifier: Apache-2.0
"""What an audit was asked to do: defaults, policy, configuration file, environment and options, merged."""

import os
from collections.abc import Mapping, Sequence
from datetime import date
from fnmatch import fnmatchcase
from pathlib import Path
from typing import Any

import msgspec

from licaudit.errors import ConfigError, RegisterError, UsageError
from licaudit.model.place import Place
from licaudit.model.policy import HouseStyle, IgnoreRule, Override, Policy, Settings, SourceMap, Supplier
from licaudit.model.register import Register
from licaudit.rulebook import licences, tomlfile
from licaudit.rulebook.locate import rules_dir
from licaudit.rulebook.strict import Reader, meant
from licaudit.settings import environment, git
from licaudit.settings.find import at_ref, bytes_at_ref, find, ignore_file, unread
from licaudit.settings.keys import CONFIG, POLICIES, POLICY
from licaudit.settings.merge import Merge, Table
from licaudit.settings.register import parse_register, read_register

_FIELDS = {"{creator}", "{site}"}


def load(paths: Sequence[str], options: Mapping[str, Any] | None = None) -> Settings:
    """Settings for an audit of `paths`; `options` are those of the command line (None: not given).

    Raises UsageError for a path or file that is not there, ConfigError and
    RegisterError with file, line and remedy for a file that is wrong.
    """
    for path in paths:
        if not os.path.lexists(path):
            raise UsageError(f"{path}: there is no such file or folder. Give the folder that you publish.")
    merge = Merge(options or {}, environment.read())
    ref = merge.pick("config-ref", "")
    cwd = Path.cwd().resolve()
    without = merge.pick("no-config", False)
    merge.file, folder = find(paths, "" if without else merge.pick("config"), without)
    changed: list[str] = []
    if ref and not without:
        merge.file = at_ref(merge.file, folder, ref, changed)
    if merge.file:
        merge.data = Reader(merge.file).table(merge.file.data, CONFIG)
    settings = Settings(
        policy=_policy(merge, str(folder), str(cwd)),
        paths=tuple(paths),
        root=str(folder),
        ignores=_ignores(merge),
        config_file=merge.file.name if merge.file else "",
        config_ref=ref,
        folder=str(folder),
        cwd=str(cwd),
        today=date.today().isoformat(),
    )
    if merge.file and merge.origins.get("config", "default") == "default":
        merge.values["config"], merge.origins["config"] = merge.file.name, f"found from {', '.join(paths) or '.'}"
    settings = _files(settings, merge, changed)
    settings = _run(settings, merge)
    return msgspec.structs.replace(
        settings,
        changed_settings=tuple(changed),
        values=merge.values,
        origins=merge.origins,
        messages=(*merge.environment.messages, *(() if without else unread(settings.paths, folder))),
    )


def _files(settings: Settings, merge: Merge, changed: list[str]) -> Settings:
    """Register, baseline, own rules, and what is left out."""
    folder, ref = Path(settings.folder), settings.config_ref
    register_file = folder / (merge.pick("register") or "licaudit.register.toml")
    register = Register()
    if not merge.pick("no-config", False):
        named = merge.values["register"] is not None
        register = _register(register_file, named, ref, changed) or register
    baseline = _baseline(merge, folder)
    own = merge.pick("rules.own", ())
    return msgspec.structs.replace(
        settings,
        register=msgspec.structs.replace(register, folder=settings.folder, cwd=settings.cwd),
        register_file=str(register_file),
        baseline=baseline,
        baseline_data=bytes_at_ref(Path(baseline), ref, changed) if baseline and ref else None,
        excludes=(*merge.pick("scan.exclude", ()), *ignore_file(folder, ref, changed)),
        rule_dirs=tuple(str(folder / one) for one in own),
        rule_texts=_rules_at_ref([folder / one for one in own], ref, changed) if ref else None,
    )


def _run(settings: Settings, merge: Merge) -> Settings:
    """What is read and written by this run."""
    silent = merge.off("no-report", "report.dir")
    maps = merge.rows("source-map")
    return msgspec.structs.replace(
        settings,
        report_dir=None if silent else merge.pick("report.dir", "reports"),
        report_lang=merge.pick("report.lang", "en"),
        formats=tuple(merge.pick("format", ())),
        single_file=merge.pick("single-file", False),
        use_ignores=not merge.pick("no-ignores", False),
        source_maps=tuple(SourceMap(**row, place=_place(merge, "source-map", number)) for number, row in enumerate(maps)),
        jobs=merge.pick("scan.jobs", 0),
        color=merge.pick("color", "auto"),
        allow_incomplete=merge.pick("allow-incomplete", False),
        allow_empty=merge.pick("allow-empty", False),
        exit_zero=merge.pick("exit-zero", False),
        since=merge.pick("since", ""),
        quiet=merge.pick("quiet", False),
    )


def _rules_at_ref(folders: Sequence[Path], ref: str, changed: list[str]) -> tuple[tuple[str, bytes], ...]:
    """Own rules as they stand at `ref`; one that a change adds, alters or takes away is told."""
    texts = []
    for folder in folders:
        there = {path for path in git.files(ref, folder) if path.suffix == ".md"}
        for path in sorted(there | set(folder.rglob("*.md"))):
            raw = bytes_at_ref(path, ref, changed)
            if path in there:
                texts.append((path.as_posix(), raw))
    return tuple(texts)


def _register(path: Path, named: bool, ref: str, changed: list[str]) -> Register | None:
    if ref:
        raw = bytes_at_ref(path, ref, changed)
        return parse_register(tomlfile.parse(raw, path.name, RegisterError)) if raw else None
    return read_register(path) if named or path.is_file() else None


def _policy(merge: Merge, folder: str, cwd: str) -> Policy:
    name = merge.pick("policy.name", "newsroom")
    if name not in POLICIES:
        raise UsageError(f"there is no policy {name!r}. Known are: {', '.join(POLICIES)}.")
    shipped = _shipped(name)
    merge.policy, merge.base = name, {"severity": shipped.get("severity", {})}
    if "commercial" in shipped:
        merge.base["site.commercial"] = shipped["commercial"]
    levels = merge.levels()
    suppliers = tuple(Supplier(**row, place=_place(merge, "supplier", n)) for n, row in enumerate(merge.rows("supplier")))
    none = merge.pick("no-suppliers", False)
    return Policy(
        name=name,
        title=shipped.get("title", ""),
        description=shipped.get("description", ""),
        severities={rule: level for rule, (level, _) in levels.items()},  # type: ignore[misc]
        shipped=frozenset(rule for rule in levels if merge.origins[f"severity.{rule}"] == f"policy {name}"),
        reasons={rule: reason for rule, (_, reason) in levels.items() if reason},
        min_confidence=merge.pick("policy.min-confidence", "low"),
        fail_on=merge.pick("policy.fail-on", "error"),
        commercial=merge.pick("site.commercial"),
        law=_lands(merge, "site.law", merge.pick("site.law", ())),
        site=merge.pick("site.name", ""),
        hosts=merge.pick("site.hosts", ()),
        territories=merge.pick("site.territories", ()),
        channel=merge.pick("site.channel", "web"),
        advertising=merge.pick("site.advertising", False),
        advertising_pages=merge.pick("site.advertising-pages", ()),
        allowed_licences=_licences(merge, "licences.allowed"),
        denied_licences=_licences(merge, "licences.denied"),
        allowed_sources=merge.pick("sources.allowed", ()),
        denied_sources=merge.pick("sources.denied", ()),
        suppliers=suppliers,
        suppliers_declared=bool(suppliers) or none,
        staff=merge.pick("staff", ()),
        style=_style(merge),
        overrides=tuple(_override(merge, n, row) for n, row in enumerate(merge.rows("overrides"))),
        folder=folder,
        cwd=cwd,
    )


def _shipped(name: str) -> Table:
    file = tomlfile.read(rules_dir() / "policies" / f"{name}.toml", f"rules/policies/{name}.toml", ConfigError)
    return Reader(file).table(file.data, POLICY)


def _style(merge: Merge) -> HouseStyle:
    """The house style; its form for own pictures holds no other field than the known ones."""
    made = HouseStyle(
        prefix=merge.pick("credits.prefix", ""),
        separator=merge.pick("credits.separator", ", "),
        title=merge.pick("credits.title", "always"),
        own=merge.pick("credits.own", ""),
    )
    rest = made.own
    for field in _FIELDS:
        rest = rest.replace(field, "")
    if "{" in rest or "}" in rest:
        raise _wrong(merge, "credits.own", f'"own" cannot be "{made.own}".', "The fields are {creator} and {site}.")
    return made


def _licences(merge: Merge, dotted: str) -> tuple[str, ...]:
    """Licences by id, by short name (CC BY-SA 4.0) or pattern. One that stands for no licence would forbid or allow nothing, unseen."""
    made = []
    for number, said in enumerate(merge.pick(dotted, ())):
        name = "-".join(said.split())
        known = licences.get(name) or any(fnmatchcase(one, name) or one.startswith(f"{name}-") for one in licences.ids())
        if not known:
            where = merge.where(*dotted.split("."), number) if merge.origins[dotted] == merge.where(*dotted.split(".")) else ""
            merge.origins[dotted] = where or merge.origins[dotted]
            raise _wrong(merge, dotted, f"there is no licence {said!r}.", meant(name, licences.ids()))
        made.append(name)
    return tuple(made)


def _lands(merge: Merge, dotted: str, codes: tuple[str, ...]) -> tuple[str, ...]:
    """Codes of countries: a name such as "Germany" would match no case, and nobody would notice."""
    for code in codes:
        if not (len(code) == 2 and code.isascii() and code.isupper()):
            raise _wrong(merge, dotted, f'"law" cannot hold "{code}".', 'Write the two capital letters of ISO 3166, as in ["DE", "US"].')
    return codes


def _wrong(merge: Merge, dotted: str, message: str, remedy: str) -> ConfigError:
    path, _, line = merge.origins[dotted].rpartition(":")
    return ConfigError(message, path=path or line, line=int(line) if path and line.isdigit() else 0, remedy=remedy)


def _override(merge: Merge, number: int, row: Table) -> Override:
    levels = {rule: level for rule, (level, _) in row.get("severity", {}).items()}
    for rule in levels:
        merge.origins[f"overrides.{number + 1}.severity.{rule}"] = merge.where("overrides", number, "severity", rule)
    merge.origins[f"overrides.{number + 1}.law"] = merge.where("overrides", number, "law")
    law = _lands(merge, f"overrides.{number + 1}.law", row["law"]) if "law" in row else None
    place = _place(merge, "overrides", number)
    return Override(row["paths"], levels, row.get("commercial"), row.get("advertising"), row.get("channel"), law, place)


def _ignores(merge: Merge) -> tuple[IgnoreRule, ...]:
    rows = merge.rows("ignore")
    for number, row in enumerate(rows):
        for position, rule in enumerate(row["rules"]):
            merge.origins[f"ignore.{number + 1}.rules.{rule}"] = merge.where("ignore", number, "rules", position)
    return tuple(IgnoreRule(**row, place=_place(merge, "ignore", n)) for n, row in enumerate(rows))


def _place(merge: Merge, *path: str | int) -> Place:
    return Place(merge.file.name if merge.file else "", merge.file.line(*path) if merge.file else 0, 1)


def _baseline(merge: Merge, folder: Path) -> str | None:
    """The baseline's path, or None: an option or variable is relative to the working folder, the file's to its own."""
    if merge.off("no-baseline", "baseline"):
        return None
    named = merge.pick("baseline", ".licaudit-baseline.json")
    origin = merge.origins["baseline"]
    if origin.startswith(("option ", "environment ")):
        return str(named) if named else None
    if merge.values["no-config"]:
        merge.values["baseline"], merge.origins["baseline"] = None, merge.origins["no-config"]
        return None
    return str(folder / named) if named else None
