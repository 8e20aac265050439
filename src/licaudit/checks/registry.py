# SPDX-License-Identifier: Apache-2.0
"""Which check serves which rule; runs them over a page and over the site."""

from collections.abc import Callable, Iterator, Sequence
from datetime import date
from fnmatch import fnmatchcase
from functools import cache, lru_cache
from importlib import import_module
from pathlib import Path
from typing import Any

from licaudit.checks.case import Case
from licaudit.checks.fix import with_fix
from licaudit.checks.params import hold
from licaudit.checks.site import SiteView
from licaudit.errors import RulebookError
from licaudit.model.evidence import RightsRecord
from licaudit.model.finding import Finding, Rule
from licaudit.model.page import PageRecord
from licaudit.model.policy import Policy, Settings
from licaudit.model.result import Remark
from licaudit.rulebook.load import Rulebook, rulebook
from licaudit.rulebook.rulefile import line

Check = Callable[[Case, Rule], Iterator[Finding]]
GROUP = "licaudit.checks"
"""Entry points of installed packages; a check never comes from a path in a configuration."""

OURS: dict[str, tuple[str, str]] = {
    "missing-part": ("missing_part", "credit"),
    "credit-missing": ("credit_missing", "content"),
    "credit-hidden": ("credit_hidden", "content"),
    "credit-unattached": ("credit_unattached", "page"),
    "credit-orphaned": ("credit_orphaned", "page"),
    "creator-name": ("creator_name", "credit"),
    "link-is-not-credit": ("link_is_not_credit", "content"),
    "text-pattern": ("text_pattern", "credit"),
    "licence-missing": ("licence_missing", "credit"),
    "mention-issue": ("mention_issue", "credit"),
    "licence-link-mismatch": ("licence_link_mismatch", "credit"),
    "licence-status": ("licence_status", "credit"),
    "licence-text": ("licence_text", "content"),
    "licence-statement": ("licence_statement", "content"),
    "house-style": ("house_style", "content"),
    "known-part": ("known_part", "content"),
    "change-notice": ("altered", "content"),
    "noderivatives": ("noderivatives", "content"),
    "share-alike": ("share_alike", "content"),
    "public-domain-unsupported": ("public_domain_unsupported", "credit"),
    "noncommercial": ("noncommercial", "content"),
    "not-allowed": ("not_allowed", "content"),
    "grant-missing": ("grant_missing", "content"),
    "grant-terms": ("grant_terms", "content"),
    "editorial-only": ("editorial_only", "content"),
    "fair-use": ("fair_use", "content"),
    "screenshot": ("screenshot", "content"),
    "ai-undisclosed": ("ai_undisclosed", "content"),
    "contradiction": ("contradiction", "content"),
    "credited-differently": ("credited_differently", "content"),
    "credit-known-elsewhere": ("credit_known_elsewhere", "content"),
    "file-name": ("file_name", "content"),
    "hotlinked": ("hotlinked", "content"),
    "social-image": ("social_image", "social"),
    "rights-stripped": ("rights_stripped", "content"),
    "feed-image": ("feed_image", "site"),
    "structured-data": ("structured_data", "content"),
    "licence-spelling": ("licence_spelling", "site"),
    "unused-files": ("unused_files", "site"),
    "own-settings": ("own_settings", "settings"),
}
"""Check name to module and scope: a content picture, a credit with or without one, a page, a share picture, the site,
the settings of the audit itself."""


@cache
def _load(name: str) -> tuple[Any, str]:
    if name in OURS:
        module, scope = OURS[name]
        return import_module(f"licaudit.checks.{module}").check, scope
    from importlib.metadata import entry_points

    for point in entry_points(group=GROUP, name=name):
        check = point.load()
        return check, getattr(check, "scope", "content")
    raise RulebookError(f"there is no check {name!r}", remedy=f"Known: {', '.join(sorted(OURS))}.")


class Plan:
    """The rules of one rulebook sorted by what they look at."""

    def __init__(self, rules: Sequence[Rule]) -> None:
        """Bind every rule to its check. Raises RulebookError for a check that does not exist or params that it does not take."""
        self.scopes: dict[str, list[tuple[Rule, tuple[str, ...], Any]]] = {}
        for rule in rules:
            try:
                check, scope = _load(rule.check)
            except RulebookError as error:
                raise RulebookError(error.problem, path=rule.file, line=line(Path(rule.file), "check"), remedy=error.remedy) from error
            hold(rule, rule.check in OURS)
            wanted = rule.applies.get("licence", ())
            self.scopes.setdefault(scope, []).append((rule, (wanted,) if isinstance(wanted, str) else tuple(wanted), check))

    def run(self, case: Case, *scopes: str) -> Iterator[Finding]:
        """Findings of the rules of these scopes on `case`; a rule about other licences than the case's is passed over."""
        for scope in scopes:
            for rule, wanted, check in self.scopes.get(scope, ()):
                if not wanted or applies(wanted, case.licence_ids):
                    yield from check(case, rule)


@lru_cache(maxsize=8192)
def applies(wanted: tuple[str, ...], names: tuple[str, ...]) -> bool:
    """Whether one of the licences `names` is covered by one of the patterns `wanted`."""
    return any(fnmatchcase(name, pattern) for name in names for pattern in wanted)


_PLANS: dict[int, tuple[Rulebook, Plan]] = {}


def plan(book: Rulebook | None = None) -> Plan:
    """The plan of `book` (the shipped rulebook if None), made once."""
    book = book or rulebook()
    known = _PLANS.get(id(book))
    if known is None or known[0] is not book:
        known = _PLANS[id(book)] = (book, Plan(list(book.rules.values())))
    return known[1]


STANDS_FOR = {"creator-missing": frozenset({"creator-is-placeholder", "creator-is-platform", "link-is-not-credit"})}
"""Rules that say the same less exactly than those they are mapped to."""


def once(findings: list[Finding]) -> list[Finding]:
    """The findings on one picture without those that an equally hard one says more exactly."""
    told = {(f.rule, f.severity) for f in findings}
    return [f for f in findings if not any((other, f.severity) in told for other in STANDS_FOR.get(f.rule, ()))]


def run(
    record: PageRecord,
    site: SiteView,
    rights: Sequence[RightsRecord],
    policy: Policy,
    book: Rulebook | None = None,
    today: str = "",
) -> list[Finding]:
    """Every finding on one page, in reading order. `rights` runs parallel to `record.uses`; `today` is an ISO date."""
    rules = plan(book)
    page = Case(record, site, policy.for_page(record.path), today or date.today().isoformat())
    found: list[Finding] = []
    for use, right in zip(record.uses, rights, strict=True):
        if use.role == "content":
            case = page.about(use, right, use.credit)
            found += with_fix(case, once(list(rules.run(case, "credit", "content"))))
        elif use.role == "social":
            found += rules.run(page.about(use, right, use.credit), "social")
    for credit in record.orphans:
        case = page.about(None, RightsRecord(), credit)
        found += with_fix(case, once(list(rules.run(case, "credit"))))
    found += rules.run(page, "page")
    return found


def run_site(site: SiteView, settings: Settings, book: Rulebook | None = None) -> list[Finding]:
    """Findings that only the whole site shows."""
    policy = settings.policy
    found: list[Finding] = []
    record = PageRecord(path="")
    case = Case(record, site, policy, settings.today)
    case.settings = settings
    found += plan(book).run(case, "site")
    return found


def run_settings(remarks: Sequence[Remark], site: SiteView, settings: Settings, book: Rulebook | None = None) -> list[Finding]:
    """Findings about the audit's own settings, known only when everything else has been judged."""
    case = Case(PageRecord(path=""), site, settings.policy, settings.today)
    case.settings, case.remarks = settings, tuple(remarks)
    return list(plan(book).run(case, "settings"))
