# SPDX-License-Identifier: Apache-2.0
"""Finds and merges what an audit was asked to do: defaults, policy, configuration file, environment, options."""

import os
from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import Any

import msgspec

from licaudit.errors import ConfigError, RegisterError, UsageError
from licaudit.model.policy import IgnoreRule, Override, Policy, Settings, SourceMap, Supplier
from licaudit.model.register import Register
from licaudit.rulebook import tomlfile
from licaudit.rulebook.locate import rules_dir
from licaudit.rulebook.strict import Reader
from licaudit.rulebook.tomlfile import TomlFile
from licaudit.settings import git
from licaudit.settings.keys import CONFIG, POLICIES, POLICY
from licaudit.settings.register import parse_register, read_register

NAMES = ("licaudit.toml", ".licaudit.toml", "pyproject.toml")
Table = dict[str, Any]


def load(paths: Sequence[str], options: Mapping[str, Any] | None = None) -> Settings:
    """Settings for an audit of `paths`; `options` are those of the command line (None: not given).

    Raises UsageError for a path or file that is not there, ConfigError and
    RegisterError with file, line and remedy for a file that is wrong.
    """
    said = {k: v for k, v in (options or {}).items() if v not in (None, (), False)}
    for path in paths:
        if not os.path.lexists(path):
            raise UsageError(f"{path}: there is no such file or folder. Give the folder that you publish.")
    cwd = Path.cwd().resolve()
    file, folder = _find(paths, said)
    changed: list[str] = []
    file = _at_ref(file, folder, said, changed)
    data = Reader(file).table(file.data, CONFIG) if file else {}
    origins: dict[str, str] = {}
    policy = _policy(data, said, file, origins, str(folder), str(cwd))
    register_file = folder / str(data.get("register") or "licaudit.register.toml")
    register = Register(folder=str(folder), cwd=str(cwd))
    if not said.get("no_config"):
        register = _register(register_file, "register" in data, said, changed) or register
        register = msgspec.structs.replace(register, folder=str(folder), cwd=str(cwd))
    baseline = _baseline(said, data, folder)
    settings = Settings(
        policy=policy,
        paths=tuple(paths),
        root=str(folder),
        baseline=baseline,
        baseline_data=_bytes_at_ref(Path(baseline), said, changed) if baseline else None,
        register=register,
        register_file=str(register_file),
        config_file=file.name if file else "",
        folder=str(folder),
        cwd=str(cwd),
        today=date.today().isoformat(),
        origins=origins,
    )
    return _with_options(settings, data, said, file, changed)


def _with_options(settings: Settings, data: Table, said: Mapping[str, Any], file: TomlFile | None, changed: Sequence[str]) -> Settings:
    """What is read and written, from configuration and command line."""
    report, folder = data.get("report", {}), Path(settings.folder)
    return msgspec.structs.replace(
        settings,
        report_dir=None if said.get("no_report") else said.get("report_dir") or report.get("dir", "reports"),
        report_lang=said.get("report_lang") or report.get("lang", "en"),
        formats=tuple(said.get("formats", ())),
        single_file=bool(said.get("single_file")),
        ignores=_ignores(data, file),
        use_ignores=not said.get("no_ignores"),
        excludes=tuple(data.get("scan", {}).get("exclude", ())),
        source_maps=_source_maps(data, file),
        rule_dirs=tuple(str(folder / one) for one in data.get("rules", {}).get("own", ())),
        jobs=int(said.get("jobs") or data.get("scan", {}).get("jobs") or 0),
        color=said.get("color", "auto"),
        allow_incomplete=bool(said.get("allow_incomplete")),
        allow_empty=bool(said.get("allow_empty")),
        exit_zero=bool(said.get("exit_zero")),
        since=said.get("since", ""),
        config_ref=said.get("config_ref", ""),
        changed_settings=tuple(changed),
        messages=(*(() if said.get("no_config") else _unread(settings.paths, folder)),),
    )


def _find(paths: Sequence[str], said: Mapping[str, Any]) -> tuple[TomlFile | None, Path]:
    """The configuration file and its folder: the one named, else the first found from the scanned path up to the git root."""
    start = Path(os.path.commonpath([os.path.abspath(p) for p in paths])) if paths else Path.cwd()
    if start.is_file():
        start = start.parent
    if said.get("no_config"):
        return None, start
    if named := said.get("config_file"):
        path = Path(named)
        if not path.is_file():
            raise UsageError(f"--config {named}: there is no such file.")
        return tomlfile.read(path, str(named)), path.resolve().parent
    kept: Path | None = None
    for folder in (start, *start.parents):
        for name in NAMES:
            path = folder / name
            if path.is_file() and (found := _section(tomlfile.read(path, _shown(path)), name)):
                return found, folder
        kept = kept or (folder if _strays(folder) else None)
        if (folder / ".git").exists():
            return None, kept or folder
    # Neither configuration nor repository: a new baseline belongs beside the site, not into what is published.
    return None, kept or (Path.cwd() if start.is_relative_to(Path.cwd()) else start)


def _strays(folder: Path) -> list[str]:
    """Register and baseline in `folder`."""
    return [name for name in ("licaudit.register.toml", ".licaudit-baseline.json") if (folder / name).is_file()]


def _unread(paths: Sequence[str], folder: Path) -> list[str]:
    """Register and baseline that stand in the scanned folders while others, beside the configuration, are used."""
    places = {Path(os.path.abspath(p)) for p in paths if Path(p).is_dir()} - {folder}
    return [
        f"{_shown(place / name)} is not read: the one in {folder} counts. Move it there."
        for place in sorted(places)
        for name in _strays(place)
    ]


def _at_ref(file: TomlFile | None, folder: Path, said: Mapping[str, Any], changed: list[str]) -> TomlFile | None:
    """With --config-ref, the configuration as it stands there: a pull request must not pass by changing its own rules."""
    if not said.get("config_ref") or said.get("no_config"):
        return file
    for name in (Path(said["config_file"]).name,) if said.get("config_file") else NAMES:
        raw = _bytes_at_ref(folder / name, said, changed)
        if raw and (found := _section(tomlfile.parse(raw, name), name)):
            return found
    return None


def _bytes_at_ref(path: Path, said: Mapping[str, Any], changed: list[str]) -> bytes | None:
    """The bytes of `path` at --config-ref; b"" where it is not there (then it counts as absent), None without the option."""
    if not said.get("config_ref"):
        return None
    there = git.show(said["config_ref"], path.absolute()) or b""
    here = path.read_bytes() if path.is_file() else b""
    if there != here:
        changed.append(path.name)
    return there


def _register(path: Path, named: bool, said: Mapping[str, Any], changed: list[str]) -> Register | None:
    raw = _bytes_at_ref(path, said, changed)
    if raw is not None:
        return parse_register(tomlfile.parse(raw, path.name, RegisterError)) if raw else None
    return read_register(path) if named or path.is_file() else None


def _section(file: TomlFile, name: str) -> TomlFile | None:
    if name != "pyproject.toml":
        return file
    table = file.data.get("tool", {}).get("licaudit")
    if not isinstance(table, dict):
        return None
    lines = {key[2:]: line for key, line in file.lines.items() if key[:2] == ("tool", "licaudit")}
    return TomlFile(file.name, table, lines)


def _shown(path: Path) -> str:
    try:
        return path.relative_to(Path.cwd()).as_posix()
    except ValueError:
        return path.as_posix()


def _policy(data: Table, said: Mapping[str, Any], file: TomlFile | None, origins: dict[str, str], folder: str, cwd: str) -> Policy:
    site, own = data.get("site", {}), data.get("policy", {})
    name = said.get("policy") or os.environ.get("LICAUDIT_POLICY") or own.get("name") or "newsroom"
    if name not in POLICIES:
        raise UsageError(f"there is no policy {name!r}. Known are: {', '.join(POLICIES)}.")
    base = _shipped(name)
    levels: Table = {**base.get("severity", {}), **data.get("severity", {})}
    _origins(data, file, origins, f"policy {name}")
    suppliers = tuple(Supplier(**row) for row in data.get("supplier", ()))
    return Policy(
        name=name,
        title=base.get("title", ""),
        description=base.get("description", ""),
        severities={rule: level for rule, (level, _) in levels.items()},
        reasons={rule: reason for rule, (_, reason) in levels.items() if reason},
        min_confidence=said.get("min_confidence") or own.get("min-confidence", "low"),
        fail_on=said.get("fail_on") or own.get("fail-on", "error"),
        commercial=site.get("commercial", base.get("commercial")),
        law=site.get("law", ()),
        site=site.get("name", ""),
        hosts=site.get("hosts", ()),
        territories=site.get("territories", ()),
        channel=site.get("channel", "web"),
        advertising=site.get("advertising", False),
        advertising_pages=site.get("advertising-pages", ()),
        allowed_licences=data.get("licences", {}).get("allowed", ()),
        denied_licences=data.get("licences", {}).get("denied", ()),
        allowed_sources=data.get("sources", {}).get("allowed", ()),
        denied_sources=data.get("sources", {}).get("denied", ()),
        suppliers=suppliers,
        suppliers_declared=bool(suppliers) or bool(data.get("no-suppliers")),
        staff=data.get("staff", ()),
        overrides=tuple(_override(row) for row in data.get("overrides", ())),
        folder=folder,
        cwd=cwd,
    )


def _shipped(name: str) -> Table:
    file = tomlfile.read(rules_dir() / "policies" / f"{name}.toml", f"rules/policies/{name}.toml", ConfigError)
    return Reader(file).table(file.data, POLICY)


def _override(row: Table) -> Override:
    levels = {rule: level for rule, (level, _) in row.get("severity", {}).items()}
    return Override(row["paths"], levels, row.get("commercial"), row.get("advertising"), row.get("channel"), row.get("law"))


def _origins(data: Table, file: TomlFile | None, origins: dict[str, str], policy: str) -> None:
    origins["policy.severity"] = policy
    for key, value in data.items():
        for inner in value if isinstance(value, dict) else ():
            origins[f"{key}.{inner}"] = f"{file.name}:{file.line(key, inner)}" if file else ""
        if not isinstance(value, dict):
            origins[key] = f"{file.name}:{file.line(key)}" if file else ""


def _baseline(said: Mapping[str, Any], data: Table, folder: Path) -> str | None:
    if said.get("no_baseline") or (said.get("no_config") and not said.get("baseline")):
        return None
    if named := said.get("baseline"):
        return str(named)
    own = data.get("baseline", ".licaudit-baseline.json")
    return str(folder / own) if own else None


def _ignores(data: Table, file: TomlFile | None) -> tuple[IgnoreRule, ...]:
    from licaudit.model.place import Place

    rows = data.get("ignore", ())
    return tuple(
        IgnoreRule(**row, place=Place(file.name if file else "", file.line("ignore", n) if file else 0, 1)) for n, row in enumerate(rows)
    )


def _source_maps(data: Table, file: TomlFile | None) -> tuple[SourceMap, ...]:
    from licaudit.model.place import Place

    rows = data.get("source-map", ())
    return tuple(
        SourceMap(**row, place=Place(file.name if file else "", file.line("source-map", n) if file else 0, 1)) for n, row in enumerate(rows)
    )
