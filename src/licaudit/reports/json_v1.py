# SPDX-License-Identifier: Apache-2.0
"""`licaudit-report/1`: the one serialisation of an audit. Every other report is drawn from this dict.

The shape is frozen in `reports/schema/report-v1.schema.json`; within version 1
keys are only added.
"""

from collections import Counter
from collections.abc import Callable, Iterable
from typing import Any

from licaudit.model.credit import CreditLine
from licaudit.model.finding import Clause, Finding, Rule
from licaudit.model.licence import Licence
from licaudit.model.page import ImageUse
from licaudit.model.place import Place
from licaudit.model.result import AuditResult, UseResult
from licaudit.reports import sinks

SCHEMA = "licaudit-report/1"
VERDICTS = ("fix", "look", "unknown", "fine", "accepted")
STATUSES = ("read", "incomplete", "skipped")
SEVERITIES = ("error", "warning", "note")

Lookup = Callable[[str], Licence | None]
Json = dict[str, Any]


def to_report(result: AuditResult, lookup: Lookup | None = None) -> Json:
    """The audit as plain dicts and lists, in an order that depends on nothing but `result`.

    `lookup` finds a licence by id; without it the rulebook is asked. Lone
    surrogates are written out, so the report always encodes as UTF-8.
    """
    numbers = {(u.use.document, u.use.image.order): f"u{n}" for n, u in enumerate(result.uses, 1)}
    report: Json = {
        "schema": SCHEMA,
        "tool": {"name": "licaudit", "version": result.version},
        "policy": result.policy,
        "roots": list(result.roots),
        "partial": result.interrupted,
        "since": result.since,
        "messages": list(result.messages),
        "summary": _summary(result, numbers),
        "documents": [
            {
                "path": d.path,
                "status": d.status,
                "reason": d.reason,
                "title": d.title,
                "lang": d.lang,
                "format": d.format,
                "author": d.author,
            }
            for d in result.documents
        ],
        "uses": [_use(u, f"u{n}") for n, u in enumerate(result.uses, 1)],
        "orphan_credits": [{"document": o.document, **_credit(o.credit)} for o in result.orphans],
        "findings": [_finding(f, numbers) for f in result.findings],
        "rules": [_rule(r) for r in result.rules],
        "licences": _licences(result, lookup),
    }
    safe: Json = sinks.json_safe(report)
    return safe


def render(report: Json) -> str:
    """The report as JSON text, ending in a line break."""
    return sinks.json_text(report) + "\n"


def _summary(result: AuditResult, numbers: dict[tuple[str, int], str]) -> Json:
    found = {(f.document, f.order) for f in result.findings}
    judged = [u for u in result.uses if u.use.role == "content" or u.verdict != "fine" or (u.use.document, u.use.image.order) in found]
    verdicts: Counter[str] = Counter(u.verdict for u in judged)
    new = [f for f in result.findings if f.status == "new"]
    by_rule: dict[str, set[tuple[str, int]]] = {}
    for f in result.findings:
        by_rule.setdefault(f.rule, set()).add((f.document, f.order))
    return {
        "images": {"total": len(judged), **{v: verdicts[v] for v in VERDICTS}},
        "uses": {"total": len(result.uses), **dict(sorted(Counter(u.use.role for u in result.uses).items()))},
        "documents": {"total": len(result.documents), **{s: sum(d.status == s for d in result.documents) for s in STATUSES}},
        "findings": {
            "total": len(result.findings),
            **{s: sum(f.severity == s for f in new) for s in SEVERITIES},
            **{s: sum(f.status == s for f in result.findings) for s in ("new", "baseline", "ignored")},
        },
        "rules": [{"rule": r, "findings": sum(f.rule == r for f in result.findings), "images": len(by_rule[r])} for r in sorted(by_rule)],
    }


def _use(item: UseResult, number: str) -> Json:
    use, image = item.use, item.use.image
    return {
        "id": number,
        "document": use.document,
        "order": image.order,
        "src": image.src,
        "candidates": list(image.candidates),
        "resolved": image.resolved,
        "alt": image.alt,
        "origin": image.origin,
        "width": image.width,
        "height": image.height,
        "role": use.role,
        "role_reason": use.role_reason,
        "role_confidence": use.role_confidence,
        "place": _place(image.place),
        "caption": use.caption,
        "credit": _attached(use),
        "ambiguous": use.ambiguous,
        "runner_up": use.runner_up.text if use.runner_up else None,
        "verdict": item.verdict,
        "claims": [
            {"field": c.field, "value": c.value, "origin": c.origin, "strength": c.strength, "detail": c.detail, "place": _place(c.place)}
            for c in item.record.claims
        ],
    }


def _attached(use: ImageUse) -> Json | None:
    if use.credit is None:
        return None
    return {
        **_credit(use.credit),
        "attached": use.attached,
        "attach_confidence": use.attach_confidence,
        "attach_reason": use.attach_reason,
    }


def _credit(line: CreditLine) -> Json:
    return {
        "text": line.line or line.text,
        "part": line.text,
        "lang": line.lang,
        "is_credit": line.is_credit,
        "confidence": line.confidence,
        "licence": line.licence,
        "licence_url": line.licence_url,
        "creators": [{"name": p.name, "url": p.url} for p in line.creators],
        "title": line.title,
        "source": {"name": line.source.name, "url": line.source.url} if line.source else None,
        "modified": line.modified,
        "kind": line.kind,
        "notices": list(line.notices),
        "conflicts": list(line.conflicts),
        "place": _place(line.place),
    }


def _finding(f: Finding, numbers: dict[tuple[str, int], str]) -> Json:
    fix = f.fix
    return {
        "rule": f.rule,
        "group": f.group,
        "severity": f.severity,
        "confidence": f.confidence,
        "document": f.document,
        "image": f.image,
        "use": numbers.get((f.document, f.order)) if f.order >= 0 else None,
        "place": _place(f.place),
        "message": f.message,
        "fingerprint": f.fingerprint,
        "licence": f.licence,
        "clause": _clause(f.clause),
        "risk": _clause(f.risk),
        "risk_text": f.risk_text,
        "quotes": [{"text": q.text, "label": q.label, "place": _place(q.place)} for q in f.quotes],
        "missing": list(f.missing),
        "remedy": f.remedy,
        "fix": {"text": fix.text, "html": fix.html, "markdown": fix.markdown, "question": fix.question, "safety": fix.safety}
        if fix
        else None,
        "status": f.status,
        "status_reason": f.status_reason,
        "related": [_place(p) for p in f.related],
    }


def _place(place: Place | None) -> Json | None:
    if place is None:
        return None
    return {"path": place.path, "line": place.line, "column": place.column, "start": place.start, "end": place.end}


def _clause(clause: Clause | None) -> Json | None:
    return {"licence": clause.licence, "clause": clause.clause, "quote": clause.quote} if clause else None


def _rule(rule: Rule) -> Json:
    keys = ("id", "title", "group", "severity", "confidence", "fix", "asked", "why", "remedy", "references", "help")
    return {key: getattr(rule, key) for key in keys}


def _licences(result: AuditResult, lookup: Lookup | None) -> list[Json]:
    """The licences that the report names, once each, sorted by id."""
    find = lookup or _rulebook()
    named = {u.use.credit.licence for u in result.uses if u.use.credit} | {o.credit.licence for o in result.orphans}
    named |= {f.licence for f in result.findings} | {c.licence for f in result.findings for c in (f.clause, f.risk) if c}
    found = (find(licence) for licence in sorted(_single(named)))
    return [_licence(licence) for licence in found if licence]


def _rulebook() -> Lookup:
    from licaudit.rulebook.licences import get

    return get


def _single(expressions: Iterable[str | None]) -> set[str]:
    return {part.strip() for e in expressions if e for part in e.replace(" AND ", " OR ").split(" OR ") if part.strip()}


def _licence(licence: Licence) -> Json:
    end = licence.termination
    return {
        "id": licence.id,
        "name": licence.name,
        "short_name": licence.short_name,
        "family": licence.family,
        "version": licence.version,
        "url": licence.url,
        "legalcode_url": licence.legalcode_url,
        "attribution": licence.attribution,
        "commercial": licence.commercial,
        "derivatives": licence.derivatives,
        "sharealike": licence.sharealike,
        "obligations": [{"part": o.part, "level": o.level, "clause": o.clause, "quote": o.quote} for o in licence.obligations],
        "termination": None
        if end is None
        else {
            "automatic": end.automatic,
            "clause": end.clause,
            "quote": end.quote,
            "cure_days": end.cure_days,
            "cure_clause": end.cure_clause,
        },
    }
