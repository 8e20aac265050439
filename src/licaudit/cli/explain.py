# SPDX-License-Identifier: Apache-2.0
"""`licaudit explain`: a rule, a licence or a finding, with chapter and verse."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import click

from licaudit.errors import UsageError
from licaudit.model.finding import Rule
from licaudit.model.licence import Licence
from licaudit.model.policy import Settings

_FINGERPRINT = re.compile(r"[0-9a-f]{6,64}(?:-\d+)?\Z")


@click.command("explain")
@click.argument("name")
@click.option("--config", "config_file", metavar="FILE", help="Configuration file to use instead of the one found.")
@click.option("--report", type=click.Path(path_type=Path), default=Path("reports"), show_default=True, help="Folder of the last report.")
def command(name: str, config_file: str | None, report: Path) -> int:
    """Explain a rule, a licence or a finding.

    NAME is the id of a rule (licence-link-missing), of a licence
    (CC-BY-SA-2.5), or the fingerprint of a finding in the last report.
    """
    from licaudit.cli.rulefiles import settings_and_rules
    from licaudit.reports.sinks import tty
    from licaudit.rulebook.licences import get

    settings, rules = settings_and_rules({"config_file": config_file})
    rule = rules.get(name) or next((r for r in rules.values() if name in r.aliases), None)
    if rule:
        lines = _rule(rule, settings)
    elif licence := get(name):
        lines = _licence(licence)
    elif _FINGERPRINT.match(name):
        lines = _finding(name, report)
    else:
        raise UsageError(f'nothing is called "{name}". {_nearest(name, rules)}')
    for line in lines:
        click.echo("\n".join(tty(part) for part in line.split("\n")))
    return 0


def _nearest(name: str, rules: dict[str, Rule]) -> str:
    from difflib import get_close_matches

    from licaudit.rulebook.licences import ids

    known = {n.lower(): n for n in (*rules, *ids())}
    close = get_close_matches(name.lower()[:100].replace(" ", "-"), known, n=3, cutoff=0.5)
    return f"Nearest are: {', '.join(known[c] for c in close)}." if close else "See: licaudit rules"


def _rule(rule: Rule, settings: Settings) -> Iterator[str]:
    yield f"{rule.id} ({settings.policy.severity(rule) or 'off'}): {rule.title}"
    policy = settings.policy
    if key := next((k for k in (rule.id, *rule.aliases, f"{rule.group}/*") if k in policy.severities), ""):
        reason = f": {policy.reasons[key]}" if key in policy.reasons else "."
        yield f"The rule itself says {rule.severity}; {settings.origins[f'severity.{key}']} says {policy.severities[key]}{reason}"
    for head, body in (("Asked", rule.asked), ("Why", rule.why), ("Remedy", rule.remedy), ("References", rule.references)):
        if body:
            yield f"\n{head}: {body.strip()}"
    for court in rule.courts:
        gist = f": {court.says}" if court.says else "."
        weight = f" Where [site] law names other countries alone, this rule says {court.elsewhere}." if court.elsewhere else ""
        yield f"\nCourt ({court.law}): {court.case}{gist}{'' if court.read else ' The decision itself was not read for this rulebook.'}{weight}"


def _licence(licence: Licence) -> Iterator[str]:
    from licaudit.rulebook.duties import table

    yield f"{licence.id}: {licence.name} ({licence.status})"
    yield from (line for line in (licence.url, licence.notes) if line)
    for row in table(licence):
        yield f"\n{row.part}: {row.level}"
        yield f"  Clause: {row.clause}. Words: {row.quote}"
        if row.note:
            yield f"  Note: {row.note}"


def _finding(name: str, folder: Path) -> Iterator[str]:
    from licaudit.reports import stored

    path = stored.find(folder)
    try:
        report = stored.read(path)
        found = [f for f in report["findings"] if str(f["fingerprint"]).startswith(name)]
        uses = {u["id"]: u for u in report["uses"]}
    except OSError as problem:
        raise UsageError(f"{path}: {problem.strerror}. Run licaudit scan first, or name the folder with --report.") from None
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
        raise UsageError(f"{path}: no report of licaudit.") from None
    if not found:
        raise UsageError(f'no finding "{name}" in {path}. Its fingerprints are in the report.')
    for finding in found:
        yield from _chain(finding, uses.get(finding["use"]))


def _chain(finding: dict[str, Any], use: dict[str, Any] | None) -> Iterator[str]:
    yield f"{finding['rule']} ({finding['severity']}, confidence {finding['confidence']}): {finding['message']}"
    yield f"\nRead: {_place(finding['place']) or finding['document']} {finding['image']}"
    for quote in finding["quotes"]:
        yield f"  {quote['label'] or 'words'}: {quote['text']} {_place(quote['place'])}"
    credit = use["credit"] if use else None
    if credit:
        yield f"Understood: {credit['text']} {_place(credit['place'])}"
        yield f"  creators: {', '.join(c['name'] for c in credit['creators']) or 'none'}; licence: {credit['licence'] or 'none'}"
        yield f"  belongs to the picture because: {credit['attach_reason']}"
    elif use:
        yield "Understood: no credit belongs to this picture."
    if use and (others := [c for c in use.get("claims", ()) if c["origin"] != "credit-line"]):
        yield "Known besides:"
        yield from (f"  {c['origin']} says {c['field']}: {c['value']} {_place(c['place'])}" for c in others)
    for label, clause in (("Clause", finding["clause"]), ("Risk", finding["risk"])):
        if clause:
            yield f"{label}: {clause['licence']} {clause['clause']}: {clause['quote']}"
    if use:
        yield f"Verdict: {use['verdict']}"
    fix = finding["fix"] or {}
    yield f"Remedy: {fix.get('text') or fix.get('question') or finding['remedy']}\n"


def _place(place: dict[str, Any] | None) -> str:
    if not place:
        return ""
    span = f", bytes {place['start']} to {place['end']}" if place.get("end") else ""
    return f"({place['path']}:{place['line']}:{place['column']}{span})" if place["line"] else f"({place['path']})"
