# SPDX-License-Identifier: Apache-2.0
"""From the tables in `rules/licences/` to Licence structs, made one by one when they are asked for."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import msgspec

from licaudit.errors import RulebookError
from licaudit.model.licence import Licence, Obligation, Termination
from licaudit.rulebook.schema import Compatible, Duty, End, Names, Other, Tool, Tools, Unit, check, read

WEAKEST = ("NONE", "SHOULD", "MUST_ADAPTATION", "MUST_IF_PRACTICABLE", "MUST_IF_SUPPLIED", "MUST")
_ELEMENT = {"noncommercial": "NC", "noderivatives": "ND", "sharealike": "SA"}


class Rules(msgspec.Struct, frozen=True):
    """The duties of one version, port or retired unit."""

    duties: dict[str, Duty] = {}
    termination: End | None = None
    note: str = ""
    source: str = ""
    drop: tuple[str, ...] = ()
    keep: tuple[str, ...] | None = None
    same_as: str = ""


class Facts(msgspec.Struct, frozen=True):
    """All of `rules/licences/` as validated tables. `tools` is keyed by unit/version[/jurisdiction]."""

    tools: dict[str, Tool]
    units: dict[str, Unit]
    elements: dict[str, dict[str, Duty]]
    versions: dict[str, Rules]
    ports: dict[str, Rules]
    others: dict[str, tuple[str, Other]]
    names: dict[str, Names]
    flickr: dict[str, str]
    compatible: dict[str, Compatible]


def files(folder: Path) -> list[Path]:
    """Every file the facts are made of."""
    return sorted(folder.rglob("*.toml"))


def facts(folder: Path) -> Facts:
    """Read and validate the folder; RulebookError with file, line and key."""
    tools = read(folder / "cc-tools.toml", Tools)
    raw_units: dict[str, Any] = read(folder / "cc-units.toml", dict[str, Any])
    elements = _part(folder / "cc-units.toml", raw_units.pop("element"), dict[str, dict[str, Duty]], "element")
    others: dict[str, tuple[str, Other]] = {}
    for path in sorted((folder / "other").glob("*.toml")):
        for name, entry in read(path, dict[str, Other]).items():
            if name in others:
                raise RulebookError(f'the id "{name}" is used twice.', path=path.as_posix(), remedy="Give each licence an id of its own.")
            others[name] = (path.stem, entry)
    return Facts(
        tools={f"{u}/{v}": t for part in (tools.licenses, tools.publicdomain) for u, row in part.items() for v, t in row.items()},
        units=_part(folder / "cc-units.toml", raw_units, dict[str, Unit]),
        elements=elements,
        versions=_rules(folder / "cc-versions.toml"),
        ports=_rules(folder / "cc-ports.toml"),
        others=others,
        names={path.stem: read(path, Names) for path in sorted((folder / "names").glob("*.toml"))},
        flickr=read(folder / "flickr.toml", dict[str, dict[str, str]])["numbers"],
        compatible=read(folder / "compatibility.toml", dict[str, Compatible]),
    )


def _part(path: Path, data: Any, kind: Any, under: str = "") -> Any:
    """A stretch of a file as `kind`; `under` is the table it stands in."""
    del under
    return check(data, kind, path.read_bytes(), path.as_posix())


def _rules(path: Path) -> dict[str, Rules]:
    known = {"termination", "note", "source", "drop", "keep", "same_as", "released"}
    made: dict[str, Rules] = {}
    for name, table in read(path, dict[str, dict[str, Any]]).items():
        parts = _part(path, {name: {k: v for k, v in table.items() if k not in known}}, dict[str, dict[str, Duty]])[name]
        end = _part(path, {name: {"termination": table["termination"]}}, dict[str, dict[str, End]]) if "termination" in table else None
        rest = {k: v for k, v in table.items() if k in known - {"termination", "released"}}
        made[name] = msgspec.convert({**rest}, Rules)
        made[name] = msgspec.structs.replace(made[name], duties=parts, termination=end[name]["termination"] if end else None)
    return made


def licence(f: Facts, key: str) -> Licence:
    """The licence at `key` (unit/version[/jurisdiction])."""
    unit_name, version, *rest = key.split("/")
    port, tool, unit = (rest[0] if rest else ""), f.tools[key], f.units[unit_name]
    public = unit.rules_of == "none"
    base = f"https://creativecommons.org/{'publicdomain' if public else 'licenses'}/{key}/"
    special = f.ports.get(f"{version}/{port}") or Rules()
    own = f.ports.get(f"rules/{unit.rules_of}") or Rules()
    plain = f.versions[f.versions[version].same_as or version]
    end = None if public else special.termination or plain.termination
    base_tool = f.tools.get(f"{unit_name}/{f.versions[version].same_as or version}") if port and not public else None
    unread = base_tool.id if base_tool else ""
    notes = " ".join(n for n in (unit.rule, special.note) if n)
    return Licence(
        id=tool.id,
        name=unit.name or f"Creative Commons {tool.title}",
        spdx=tool.id if tool.spdx else "",
        family="CC-PD" if public else "CC",
        kind="dedication" if public and unit_name != "mark" else "mark" if public else "licence",
        unit=unit_name,
        version=version,
        port=port.upper(),
        elements=tuple(e for e in ("BY",) if unit.attribution == "yes") + unit.elements,
        url=base,
        legalcode_url="" if unit_name in ("mark", "certification") else base + "legalcode",
        status="retired" if tool.retired else "superseded" if tool.superseded else "current",
        retired_on=tool.retired,
        attribution=unit.attribution,
        commercial=unit.commercial,
        derivatives=unit.derivatives,
        sharealike="SA" in unit.elements,
        verbatim=unit.verbatim,
        obligations=tuple(_obligations(f, unit, version, (plain, own, special), unread)),
        termination=_termination(end, "" if special.termination else unread) if end else None,
        notes=notes,
        source=special.source or own.source or "creativecommons.org legal code",
    )


def _termination(end: End, words_of: str = "") -> Termination:
    note = "; ".join(n for n in (end.cure_note, end.note) if n)
    return Termination(end.automatic, end.clause, end.quote, end.cure_days, end.cure_clause, end.cure_quote, note, words_of)


def _obligations(f: Facts, unit: Unit, version: str, layers: tuple[Rules, Rules, Rules], unread: str) -> Iterator[Obligation]:
    """The duties of one tool; `unread` is the licence whose words stand for those of a port that was not read."""
    plain, own, special = layers
    age = "4" if version == "4.0" else "1-3"
    words = {"attribution": "4(b)", "downstream": "2(a)(5)(B)", **unit.clauses.get(age, {})}
    if own.keep is not None:
        duties = {p: d for p, d in plain.duties.items() if p in own.keep} | own.duties
    else:
        all_else = "*" in special.drop
        duties = {p: d for p, d in plain.duties.items() if not all_else and p not in special.drop} | special.duties
    for part, duty in duties.items():
        if not set(duty.not_in) & set(unit.elements):
            source = unread if part not in special.duties and duty.clause else ""
            yield Obligation(part, duty.level, _fill(duty.clause, words), _fill(duty.quote, words), duty.note, source)
    for part, element in _ELEMENT.items():
        if element in unit.elements:
            duty = f.elements[part][age]
            yield Obligation(part, duty.level, words.get(part, ""), duty.quote, duty.note, unread)


def _fill(text: str, words: dict[str, str]) -> str:
    for name in ("attribution", "downstream"):
        text = text.replace("{" + name + "}", words[name])
    return text


def family(name: str, unit: str, members: list[Licence]) -> Licence:
    """A licence of which the version is not known: only what every version demands, at the weakest level."""
    duties: list[Obligation] = []
    for part in dict.fromkeys(o.part for m in members for o in m.obligations):
        found = [m.obligation(part) for m in members]
        level = min((o.level if o else "NONE" for o in found), key=WEAKEST.index)
        duties.append(Obligation(part, level, note="the clause depends on the version"))
    first = members[-1]
    return msgspec.structs.replace(
        first,
        id=name,
        name=f"Creative Commons {unit.upper()}, version not stated",
        spdx="",
        version="",
        port="",
        url="",
        legalcode_url="",
        status="current",
        retired_on="",
        obligations=tuple(duties),
        termination=None,
        notes="The version is not stated; the duties are those that all versions share.",
    )


def other(name: str, kind: str, entry: Other) -> Licence:
    """A licence, policy, statement or claim that is not by Creative Commons."""
    return Licence(
        id=name,
        name=entry.name,
        spdx=entry.spdx or entry.same_as,
        kind=kind.rstrip("s") if kind != "agencies" else "agency",
        url=entry.url,
        attribution=entry.attribution,
        commercial=entry.commercial,
        derivatives=entry.derivatives,
        sharealike=entry.sharealike,
        obligations=tuple(Obligation(part, duty.level, duty.clause, duty.quote, duty.note) for part, duty in entry.duties.items()),
        termination=_termination(entry.termination) if entry.termination else None,
        credit_format=entry.credit,
        notes=entry.notes,
        source=entry.source,
        verified=entry.verified,
    )
