# SPDX-License-Identifier: Apache-2.0
"""A small audit written by hand, and hostile strings, for the tests of all formats."""

from licaudit.model.credit import CreditLine, Party, SourceRef
from licaudit.model.evidence import Claim, RightsRecord
from licaudit.model.finding import Clause, CreditFix, Finding, Quote, Rule
from licaudit.model.licence import Licence, Obligation, Termination
from licaudit.model.page import Image, ImageUse
from licaudit.model.place import Place
from licaudit.model.result import AuditResult, DocumentResult, OrphanCredit, UseResult

HOSTILE = [
    "", " ", "\x00", "\x1b[2J\x1b[H", "\x1b]52;c;ZXZpbA==\x07", "\x1b]8;;http://evil.example\x1b\\x\x1b]8;;\x1b\\", "\x9b31m", "\x85", "a\rb",
    "\u202egnp.exe", "\u2066x\u2069", "a\u200bb", "\ufeff=1+1", "\u2028\u2029", "\ufffe\uffff", "\udcff\ud800", "\U000e0041", "\u3164", "\x7f",
    "=1+1", " =1+1", "'=1+1", '"=HYPERLINK("http://evil.example")', "+1", "-1+1", "@SUM(1)", "\t=1", "\r=1", "\n=1", "|calc", "%0A", "\uff1d1+1", "\uff0b1", "\uff20x",
    "\u3000=1", "\u200b=1", "\xa0=1", "::error::x", " ::stop-commands::x", "\n::add-mask::e", "\r::error::x", "\u3000::error::x", "\x85::error::x", "##[error]x",
    "a ##[add-mask]b", "###[error]x", "##\n[error]", "#\u200b#[error]x", "::set-output name=a::b", "##[[error]", "####[[x]",
    "<script>alert(1)</script>", '"><img src=x onerror=alert(1)>', "</title><svg onload=alert(1)>", "]]>", "<![CDATA[", "&lt;", "&#0;", "<!--", "</script><!--<script>",
    "[x](javascript:alert(1))", "![x](http://evil.example/p.png)", "`````", "```\n::error::x", "|a|b|", "@everyone", "Fixes #1", "GH-1", "http://evil.example www.evil.example",
    "\\", "\\`", "%0A::error::x", "%25", "[bold red]x[/]", ":smile:", "{{ 7*7 }}", "{% raw %}", "${x}", "../../etc/passwd", "file:///etc/passwd", "%2e%2e/x", "C:\\x", "a/../../b",
    "\u0627\u0644\u0639\u0631\u0628\u064a\u0629", "\u091c\u094d\u091e\u200d", "\U0001f469\u200d\U0001f4bb", "\u0301" * 50, "漢字" * 40, "x" * 5000, "\t", "\n\n\n",
]  # fmt: skip


def licence(name: str) -> Licence | None:
    """A rulebook of one licence."""
    if name != "CC-BY-SA-2.5":
        return None
    return Licence(
        id="CC-BY-SA-2.5", name="Attribution-ShareAlike 2.5 Generic", family="CC", unit="by-sa", version="2.5",
        url="https://creativecommons.org/licenses/by-sa/2.5/", obligations=(Obligation("licence_uri_or_text", "MUST", "4(a)", "You must include a copy"),),
        termination=Termination(True, "7(a)", "will terminate automatically"),
    )  # fmt: skip


def audit(text: str = "Photo: Ada Example, CC BY-SA 2.5", path: str = "site/news/solar.html", *, pages: int = 1) -> AuditResult:
    """One picture with `text` in every field that a page can fill, on `pages` pages, and an unreadable document."""
    paths = [path, *(f"site/more/{n}.html" for n in range(2, pages + 1))]
    credit = CreditLine(
        text, True, "CC-BY-SA-2.5", text, (Party(text, text),), text, SourceRef(text, text), None, "cc", "high", 0.9,
        notices=(text,), conflicts=(text,), place=Place(path, 2, 3, 40, 60), lang="en",
    )  # fmt: skip
    image = Image(3, 0, text or "p.jpg", (text,), text, place=Place(path, 1, 3, 2, 23))
    record = RightsRecord((Claim("creator", text, "exif", 0.5, text),))
    return AuditResult(
        documents=(*(DocumentResult(p, "read", "", text, "en", "html") for p in paths), DocumentResult("site/broken.html", "incomplete", text or "why", "", "", "html"),
                   DocumentResult("site/other.html", "skipped", "ignored by pattern", "", "", "html")),
        uses=tuple(UseResult(ImageUse(p, image, "content", text, credit=credit, attached="figcaption", caption=text), record, "fix") for p in paths),
        orphans=(OrphanCredit(path, credit),),
        findings=(*(finding(text, p) for p in paths), finding("accepted", path, "credit-hidden", "ignored")),
        rules=(Rule("licence-link-missing", "missing-part", "Licence named but not linked", "attribution", "error", asked="An address.", why="So says 4(a)."),),
        version="0.1.0", roots=("site",), messages=(text,),
    )  # fmt: skip


def finding(text: str, path: str, rule: str = "licence-link-missing", status: str = "new") -> Finding:
    """A finding with `text` in every free field."""
    place = Place(path, 1, 3, 2, 23)
    return Finding(
        rule, "error", "high", path, text or "message", place, text, 3, "CC-BY-SA-2.5", Clause("CC-BY-SA-2.5", "4(a)", text),
        Clause("CC-BY-SA-2.5", "7(a)", "will terminate"), "ends automatically, no cure", (Quote(text, text, Place(path, 2, 3, 40, 60)),), ("licence address",), text,
        CreditFix(text, text, text, "", "safe"), "attribution", status, text, (), "f00d",  # type: ignore[arg-type]
    )  # fmt: skip


def clean() -> AuditResult:
    """One page, one picture, nothing wrong."""
    image = Image(1, 0, "a.jpg", ("a.jpg",), "a", place=Place("site/a.html", 1, 1, 0, 5))
    return AuditResult(
        documents=(DocumentResult("site/a.html", "read", "", "A", "en", "html"),),
        uses=(UseResult(ImageUse("site/a.html", image, "content")),),
        version="0.1.0",
    )
