# SPDX-License-Identifier: Apache-2.0
"""What a check is given: one picture (or one credit without picture) with all that is known, and a pen to report with."""

from collections.abc import Iterator
from typing import Any
from urllib.parse import urlsplit

from licaudit.checks.lazy import lazy
from licaudit.checks.risk import courts, elsewhere, risk
from licaudit.checks.site import SiteView, fold
from licaudit.model.credit import Confidence, CreditLine
from licaudit.model.evidence import Claim, RightsRecord
from licaudit.model.finding import Clause, Finding, Quote, Rule, Severity
from licaudit.model.licence import Licence, Obligation
from licaudit.model.page import ImageUse, PageRecord
from licaudit.model.place import Place
from licaudit.model.policy import RANK, SURE, Policy, Settings
from licaudit.model.result import Remark
from licaudit.rulebook import licences as book
from licaudit.rulebook.linear import Patterns

RECORDED = frozenset({"register", "sidecar"})
EMBEDDED = frozenset({"exif", "iim", "xmp", "c2pa"})
HIDDEN = frozenset({"alt", "title", "hidden", "structured-data"})
_GRANTED = frozenset({"grant", "proof", "own", "supplier"})
_NO_RIGHTS = RightsRecord()


class Case:
    """One judgement: a picture on a page with its credit and rights, or (`use` None) a credit without a picture."""

    def __init__(self, record: PageRecord, site: SiteView, policy: Policy, today: str = "") -> None:
        """A case of the page alone; `about` narrows it down. `today` is an ISO date."""
        self.record, self.site, self.policy, self.today = record, site, policy, today
        self.settings: Settings | None = None
        self.remarks: tuple[Remark, ...] = ()
        self.use: ImageUse | None = None
        self.rights: RightsRecord = _NO_RIGHTS
        self.credit: CreditLine | None = None

    def about(self, use: ImageUse | None, rights: RightsRecord, credit: CreditLine | None) -> "Case":
        """The same page, narrowed down to one picture or one credit."""
        case = Case(self.record, self.site, self.policy, self.today)
        case.use, case.rights = use, rights
        case.credit = credit if credit is not None and credit.is_credit else None
        return case

    @lazy
    def recorded(self) -> tuple[Claim, ...]:
        """What the publisher's own register or a sidecar file says."""
        return tuple(c for c in self.rights.claims if c.origin in RECORDED)

    @lazy
    def own(self) -> bool:
        """True if the register calls the picture the publisher's own, or the credit names only staff, or the publication as source."""
        credit = self.credit
        if any(c.field == "own" for c in self.recorded) or (credit and credit.kind == "own"):
            return True
        if not credit or credit.licence:
            return False
        staff = {fold(name) for name in self.policy.staff}
        if staff and credit.creators and all(fold(p.name) in staff for p in credit.creators):
            return True
        source = credit.source.name if credit.source else ""
        return bool(self.policy.site and source and fold(source) == fold(self.policy.site))

    @lazy
    def granted(self) -> bool:
        """True if the register records a permission for the picture."""
        return any(c.field in _GRANTED for c in self.recorded)

    @lazy
    def recorded_licence(self) -> Claim | None:
        """The licence that is recorded for the picture, where it is shown by that licence and by no other permission."""
        if self.own or any(c.field in ("grant", "supplier") for c in self.recorded):
            return None
        return next((c for c in self.recorded if c.field == "licence"), None)

    @lazy
    def licence_ids(self) -> tuple[str, ...]:
        """Licences claimed: by the credit, else by the register; a choice has several."""
        said = self.credit.licence if self.credit else None
        said = said or next((c.value for c in self.recorded if c.field == "licence"), None)
        if said:
            return tuple(part.strip() for part in said.split(" OR "))
        linked = next((found for link in self.links if (found := book.by_url(link).id)), None)
        return (linked,) if linked else ()

    @lazy
    def licences(self) -> tuple[Licence, ...]:
        """The licences claimed that the rulebook knows."""
        return tuple(found for name in self.licence_ids if (found := book.get(name)))

    def demands(self, part: str) -> tuple[Licence, Obligation] | None:
        """The licence and duty about `part`; None unless every licence of a choice demands it."""
        found = [(one, duty) for one in self.licences if (duty := one.demands(part))]
        return found[0] if found and len(found) == len(self.licence_ids) else None

    @lazy
    def sure(self) -> bool:
        """False where reading or attaching the credit is a guess: then nothing is an error."""
        if self.credit and self.credit.confidence == "low":
            return False
        return not self.use or not (self.use.ambiguous or (self.credit and self.use.attach_confidence == "low"))

    @lazy
    def links(self) -> tuple[str, ...]:
        """Addresses in the credit, and the one that the picture leads to."""
        found = [link.href for link in self.credit.links] if self.credit else []
        if self.credit and self.credit.licence_url:
            found.append(self.credit.licence_url)
        return tuple(found)

    @lazy
    def hosts(self) -> frozenset[str]:
        """Host names of the credit's links, without www."""
        return frozenset(host(link) for link in self.links)

    @lazy
    def text(self) -> str:
        """What the reader sees about the picture, folded white space."""
        return " ".join(self.credit.text.split()) if self.credit else ""

    def by_name(self, wanted: frozenset[str]) -> str | None:
        """The creator or source of the credit whose folded name is in `wanted`, as printed."""
        if not self.credit:
            return None
        printed = [p.name for p in self.credit.creators]
        if self.credit.source and self.credit.source.name:
            printed.append(self.credit.source.name)
        return next((name for name in printed if fold(name) in wanted), None)

    def report(
        self, rule: Rule, message: str, *, asked: Severity | None = None, licence: Licence | None = None, **more: Any
    ) -> Iterator[Finding]:
        """A finding, unless the policy has the rule off.

        `asked` is what fits this case; it becomes a warning at most where the
        credit is a guess or the licence's terms are only believed. `duty` in
        `more` becomes the clause; `sure=False` or a `confidence` lowers.
        """
        doubtful = not self.sure or (licence is not None and licence.verified == "believed")
        asked = asked or rule.severity
        law = self.policy.for_page(self.record.path).law if rule.courts else ()
        if law and (mild := elsewhere(rule, law)) and RANK[asked] > RANK[mild]:
            asked = mild
        if doubtful and RANK[asked] > RANK["warning"]:
            asked = "warning"
        severity = self.policy.severity(rule, self.record.path, asked)
        if severity is None:
            return
        if doubtful and RANK[severity] > RANK["warning"]:
            severity = "warning"
        duty: Obligation | None = more.pop("duty", None)
        rests = (licence, duty) if licence and duty else self.demands(rule.duty) if rule.duty else None
        confidence = lower(rule.confidence, more.pop("confidence", "high"))
        if self.credit:
            confidence = lower(confidence, self.credit.confidence)
        if rests:
            on, duty = rests
            if duty.clause:
                more.setdefault("clause", Clause(duty.words_of or on.id, duty.clause, duty.quote))
            more |= risk(on)
        if law and (decided := courts(rule, law)):
            more["risk_text"] = " ".join(filter(None, (more.get("risk_text", ""), decided)))
        quotes = more.pop("quotes", ()) or self.quotes()
        yield Finding(
            rule=rule.id,
            severity=severity,
            confidence=confidence,
            document=self.record.path,
            message=message,
            place=self.place(),
            image=self.use.image.src if self.use else "",
            order=self.use.image.order if self.use else -1,
            licence=licence.id if licence else " OR ".join(self.licence_ids),
            quotes=quotes,
            remedy=more.pop("remedy", rule.remedy),
            group=more.pop("group", rule.group),
            **more,
        )

    def place(self) -> Place | None:
        """Where to point: the picture, else the credit, else the page."""
        if self.use and self.use.image.place:
            return self.use.image.place
        return (self.credit.place if self.credit else None) or Place(self.record.path, 1, 1)

    def quotes(self) -> tuple[Quote, ...]:
        """The credit as read, and by which way it was found."""
        if not self.credit:
            return ()
        way = f"credit, found as {self.use.attached}" if self.use and self.use.attached != "none" else "credit"
        return (Quote(self.credit.text, way, self.credit.place),)


def lower(a: Confidence, b: Confidence) -> Confidence:
    """The less certain of the two."""
    return a if SURE[a] <= SURE[b] else b


def host(address: str) -> str:
    """The host of an address in lower case without www; "" for relative or broken ones."""
    try:
        return (urlsplit(address).hostname or "").removeprefix("www.")
    except ValueError:
        return ""


def folded(rule: Rule, key: str) -> frozenset[str]:
    """A list of names from the rule's params, folded (and kept) for comparison."""
    known = _FOLDED.get((id(rule), key))
    if known is None or known[0] is not rule:
        known = (rule, frozenset(fold(str(name)) for name in rule.params.get(key, ())))
        _FOLDED[(id(rule), key)] = known
    return known[1]


def patterns(rule: Rule) -> Patterns:
    """The rule's `params.patterns`, made ready once."""
    known = _PATTERNS.get(id(rule))
    if known is None or known[0] is not rule:
        known = _PATTERNS[id(rule)] = (rule, Patterns(rule.params.get("patterns", {})))
    return known[1]


_PATTERNS: dict[int, tuple[Rule, Patterns]] = {}
_FOLDED: dict[tuple[int, str], tuple[Rule, frozenset[str]]] = {}
