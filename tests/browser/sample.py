# SPDX-License-Identifier: Apache-2.0
"""A report made by hand: a small one to look at, one of any size to measure, one with a hostile string in every field."""

from typing import Any

URL = "https://creativecommons.org/licenses/by-sa/2.5/"
RULES = [
    {
        "id": "licence-link-missing",
        "title": "Licence named but not linked",
        "group": "attribution",
        "severity": "error",
        "confidence": "high",
        "fix": "safe",
        "asked": "A copy of the licence or its address.",
        "why": "Without the address readers cannot learn what they may do.",
        "remedy": "Link the name of the licence to its address.",
        "references": "CC BY-SA 2.5 4(a)",
        "help": "",
    },
    {
        "id": "credit-missing",
        "title": "Picture without any credit",
        "group": "attribution",
        "severity": "error",
        "confidence": "high",
        "fix": "none",
        "asked": "",
        "why": "Nobody can tell by what right the picture is shown.",
        "remedy": "Find out who made it, then credit it or put it into the register.",
        "references": "",
        "help": "",
    },
    {
        "id": "grant-missing",
        "title": "Permission that only the register can prove",
        "group": "use",
        "severity": "note",
        "confidence": "medium",
        "fix": "none",
        "asked": "",
        "why": "",
        "remedy": "Name the suppliers you have a contract with.",
        "references": "",
        "help": "",
    },
]
LICENCES = [
    {
        "id": "CC-BY-SA-2.5",
        "name": "Creative Commons Attribution-ShareAlike 2.5",
        "short_name": "CC BY-SA 2.5",
        "url": URL,
        "obligations": [
            {"part": "author", "level": "MUST", "clause": "4(c)", "quote": ""},
            {"part": "licence_uri_or_text", "level": "MUST", "clause": "4(a)", "quote": ""},
            {"part": "title", "level": "MUST_IF_SUPPLIED", "clause": "4(c)", "quote": ""},
        ],
    }
]
FIX = {
    "text": f"Photo: Milan Exemplar, CC BY-SA 2.5 ({URL})",
    "html": f'Photo: Milan Exemplar, <a href="{URL}">CC BY-SA 2.5</a>',
    "markdown": f"Photo: Milan Exemplar, [CC BY-SA 2.5]({URL})",
    "question": "",
    "safety": "safe",
}
ASK = {"text": "", "html": "", "markdown": "", "question": "Who took this picture? The uploader of the article may know.", "safety": "none"}


def use(n: int, document: str, src: str, verdict: str, credit: str = "", licence: str | None = None) -> dict[str, Any]:
    """One image use."""
    line = (
        {
            "text": credit,
            "lang": "en",
            "licence": licence,
            "licence_url": None,
            "creators": [{"name": "Milan Exemplar", "url": None}] if licence else [],
            "title": None,
            "source": None,
            "attached": "figcaption",
        }
        if credit
        else None
    )
    claims = (
        [{"field": "creator", "value": "Milan Exemplar", "origin": "exif", "strength": 0.5, "detail": "Artist", "place": None}]
        if licence
        else []
    )
    return {
        "id": f"u{n}",
        "document": document,
        "order": n,
        "src": src,
        "resolved": src,
        "candidates": [src],
        "alt": "A picture",
        "role": "content",
        "place": {"path": document, "line": 10 + n % 90, "column": 1},
        "credit": line,
        "verdict": verdict,
        "claims": claims,
    }


def finding(n: int, document: str, rule: str, severity: str, message: str, fix: dict[str, str] | None) -> dict[str, Any]:
    """One finding on use `n`."""
    cc = rule == "licence-link-missing"
    clause = (
        {
            "licence": "CC-BY-SA-2.5",
            "clause": "4(a)",
            "quote": "You must include a copy of, or the Uniform Resource Identifier for, this License",
        }
        if cc
        else None
    )
    return {
        "rule": rule,
        "severity": severity,
        "confidence": "high",
        "document": document,
        "image": "",
        "use": f"u{n}",
        "place": None,
        "message": message,
        "fingerprint": f"{rule}-{n}",
        "licence": "CC-BY-SA-2.5" if cc else "",
        "clause": clause,
        "risk": None,
        "risk_text": "The licence ends automatically with the breach; there is no time to cure it." if cc else "",
        "quotes": [],
        "missing": ["licence_uri_or_text"] if cc else [],
        "remedy": "",
        "fix": fix,
        "status": "new",
        "status_reason": "",
    }


def sample(articles: int = 6, per_article: int = 3) -> dict[str, Any]:
    """A report of `articles` pages with `per_article` pictures; two in five have a finding."""
    pictures = ["panels", "ferry", "bridge", "gulls", "market", "harbour", "festival", "council"]
    documents, uses, findings = [], [], []
    n = 0
    for a in range(articles):
        path = f"news/2026/{a:05d}/index.html"
        documents.append(
            {"path": path, "status": "read", "reason": "", "title": f"Solar roofs for school {a + 1}", "lang": "en", "format": "html"}
            | {"author": ("Ada Sample", "Bo Beispiel", "")[a % 3]}
        )
        for _ in range(per_article):
            n += 1
            src = f"/img/{pictures[n % 8]}.jpg" if articles < 100 else f"/img/{n}.jpg"
            if n % 5 == 1:
                uses.append(use(n, path, src, "fix", "Panels on the roof. Photo: Milan Exemplar, CC BY-SA 2.5", "CC-BY-SA-2.5"))
                findings.append(
                    finding(n, path, "licence-link-missing", "error", "CC BY-SA 2.5 picture without a link to the licence", FIX)
                )
            elif n % 5 == 3:
                uses.append(use(n, path, src, "fix" if n % 2 else "look"))
                findings.append(
                    finding(n, path, "credit-missing", "error" if n % 2 else "warning", "No credit stands at this picture", ASK)
                )
            else:
                uses.append(use(n, path, src, "fine" if n % 5 else "unknown", "Photo: Ada Sample / The Harbour Post"))
    documents.append(
        {
            "path": "news/broken.html",
            "status": "incomplete",
            "reason": "the file is cut off in the middle of a tag",
            "title": "",
            "lang": "",
            "format": "html",
        }
    )
    return {
        "schema": "licaudit-report/1",
        "tool": {"name": "licaudit", "version": "0.1.0"},
        "policy": "newsroom",
        "partial": False,
        "messages": [],
        "documents": documents,
        "uses": uses,
        "findings": findings,
        "rules": RULES,
        "licences": LICENCES,
        "orphan_credits": [],
    }


def poison(value: Any, payload: str) -> Any:
    """`value` with `payload` added to every text that comes from a page; keys, classes and ids stay, or it would be another report."""
    fixed = {"schema", "id", "use", "status", "severity", "confidence", "verdict", "role", "level", "origin", "part"}
    if isinstance(value, dict):
        return {k: v if k in fixed else poison(v, payload) for k, v in value.items()}
    if isinstance(value, list):
        return [poison(v, payload) for v in value]
    return value + payload if isinstance(value, str) else value
