# SPDX-License-Identifier: Apache-2.0
"""Each check with what it notices and what it must leave alone; pages are built by hand, without a reader."""

from typing import Any

import pytest

from licaudit.checks import registry
from licaudit.checks.site import SiteView
from licaudit.model.credit import CreditLine, LicenceMention, Link, Party, SourceRef
from licaudit.model.evidence import Claim, RightsRecord
from licaudit.model.finding import Finding
from licaudit.model.page import Image, ImageUse, PageRecord
from licaudit.model.place import Place
from licaudit.model.policy import Policy, Supplier

CC = "https://creativecommons.org/licenses/"


def credit(text: str = "Photo: Ada Sample", **more: Any) -> CreditLine:
    creators = tuple(Party(name) for name in more.pop("creators", ("Ada Sample",)))
    source = more.pop("source", None)
    if more.get("licence") and "mentions" not in more:
        more["mentions"] = (LicenceMention(more["licence"], more["licence"]),)
    if more.get("licence_url"):
        more["links"] = (Link(0, 1, more["licence_url"]),)
    defaults: dict[str, Any] = {"is_credit": True, "confidence": "high", "place": Place("a.html", 3, 5), "kind": "attribution"}
    return CreditLine(text, creators=creators, source=SourceRef(source) if isinstance(source, str) else source, **(defaults | more))


def use(line: CreditLine | None = None, src: str = "lake.jpg", document: str = "a.html", **more: Any) -> ImageUse:
    image = Image(order=0, container=0, src=src, alt=more.pop("alt", "Boats"), place=Place(document, 2, 1), link=more.pop("link", ""))
    defaults: dict[str, Any] = {"role": "content", "attached": "figcaption" if line else "none"}
    return ImageUse(document, image, credit=line, **(defaults | more))


def page(*uses: ImageUse, path: str = "a.html", orphans: tuple[CreditLine, ...] = (), **more: Any) -> PageRecord:
    return PageRecord(path, uses=uses, orphans=orphans, **more)


def judge(*pages: PageRecord, policy: Policy | None = None, claims: tuple[Claim, ...] = (), today: str = "2026-01-01") -> list[Finding]:
    """Findings on the first page, `claims` being known of each of its pictures."""
    record = pages[0]
    rights = [RightsRecord(claims)] * len(record.uses)
    return registry.run(record, SiteView.of(pages), rights, policy or Policy(), today=today)


def rules(found: list[Finding]) -> set[str]:
    return {f.rule for f in found}


def errors(found: list[Finding]) -> set[str]:
    return {f.rule for f in found if f.severity == "error"}


FINE = credit("Photo: Ada Sample, CC BY 4.0", licence="CC-BY-4.0", licence_url=f"{CC}by/4.0/")
AGENCY = credit("Photo: Ada Sample/AFP", source="AFP", kind="agency")


def test_a_credit_in_order_gives_no_finding() -> None:
    assert rules(judge(page(use(FINE)))) == set()


def test_a_missing_licence_link_cites_clause_and_risk() -> None:
    found = judge(page(use(credit("Photo: Ada Sample, CC BY-SA 2.5", licence="CC-BY-SA-2.5"))))
    (one,) = [f for f in found if f.rule == "licence-link-missing"]
    assert one.severity == "error"
    assert one.clause
    assert one.clause.clause == "4(a)"
    assert "Uniform Resource Identifier" in one.clause.quote
    assert one.risk
    assert one.risk.clause == "7(a)"
    assert "no period" in one.risk_text
    assert one.missing == ("licence_uri_or_text",)
    assert one.quotes[0].text.startswith("Photo")


def test_version_4_gives_thirty_days() -> None:
    (one,) = judge(page(use(credit("Photo: Ada Sample, CC BY 4.0", licence="CC-BY-4.0"))))
    assert "30 days" in one.risk_text


def test_orphan_credits_are_judged_too() -> None:
    found = judge(page(orphans=(credit("by Ada Sample, CC BY-SA 2.5", licence="CC-BY-SA-2.5"),)))
    assert {"credit-orphaned", "licence-link-missing"} <= rules(found)
    assert next(f for f in found if f.rule == "credit-orphaned").severity == "note"


def test_an_uncredited_picture_is_an_error_only_without_any_doubt() -> None:
    assert errors(judge(page(use()))) == {"credit-missing"}
    assert errors(judge(page(use(role_confidence="low")))) == set()
    assert rules(judge(page(use(role="related")))) == set()


@pytest.mark.parametrize("origin", ["register", "sidecar"])
def test_an_own_picture_needs_no_credit(origin: str) -> None:
    claims = (Claim("own", "true", origin, 1.0, place=Place("licaudit.register.toml", 1)),)  # type: ignore[arg-type]
    assert rules(judge(page(use()), claims=claims)) == set()


def test_a_low_confidence_credit_gives_no_error() -> None:
    guess = credit("CC BY-SA 2.5", creators=(), licence="CC-BY-SA-2.5", confidence="low")
    found = judge(page(use(guess)))
    assert {"creator-missing", "licence-link-missing"} <= rules(found)
    assert errors(found) == set()


def test_a_platform_is_no_creator() -> None:
    found = judge(page(use(credit("Photo: Wikimedia Commons", creators=(), source="Wikimedia Commons"))))
    assert {"creator-is-platform", "licence-missing"} <= errors(found)
    courtesy = judge(page(use(credit("Photo: Unsplash", creators=(), source="Unsplash", kind="stock"))))
    assert errors(courtesy) == set()
    assert "creator-is-platform" in rules(courtesy)


def test_a_bare_name_is_only_a_note() -> None:
    (one,) = judge(page(use(credit("Photo: Ada Sample"))))
    assert (one.rule, one.severity) == ("licence-missing", "note")


def test_staff_needs_no_licence() -> None:
    assert rules(judge(page(use(credit("Photo: Ada Sample"))), policy=Policy(staff=("Ada Sample",)))) == set()


def test_agency_pictures_are_notes_by_supplier_until_suppliers_are_declared() -> None:
    (one,) = judge(page(use(AGENCY)))
    assert (one.rule, one.severity, one.group) == ("grant-missing", "note", "supplier:AFP")
    declared = Policy(suppliers=(Supplier("AFP"),), suppliers_declared=True)
    assert rules(judge(page(use(AGENCY)), policy=declared)) == set()
    other = credit("Photo: Jonas Muster/dpa", creators=("Jonas Muster",), source="dpa", kind="agency")
    assert errors(judge(page(use(other)), policy=declared)) == {"grant-missing"}


def test_hidden_credit() -> None:
    found = judge(page(use(FINE, attached="title")))
    assert "credit-hidden" in errors(found)
    assert "credit-hidden" not in rules(judge(page(use(FINE, attached="caption"))))


@pytest.mark.parametrize(
    ("issue", "rule"),
    [("ambiguous", "licence-ambiguous"), ("no-version", "licence-version-missing"), ("nonexistent", "licence-nonexistent")],
)
def test_mention_issues(issue: str, rule: str) -> None:
    name = {"ambiguous": "CC", "no-version": "CC-BY-SA", "nonexistent": "CC-BY-SA"}[issue]
    line = credit("Photo: Ada Sample, CC", licence=name, mentions=(LicenceMention(name, "CC", issue=issue),))
    assert rule in errors(judge(page(use(line))))


def test_a_link_settles_the_version() -> None:
    mentions = (
        LicenceMention("CC-BY-SA", "CC BY-SA", issue="no-version"),
        LicenceMention("CC-BY-SA-4.0", "x", via="link", url=f"{CC}by-sa/4.0/"),
    )
    line = credit("Photo: Ada Sample, CC BY-SA", licence="CC-BY-SA-4.0", licence_url=f"{CC}by-sa/4.0/", mentions=mentions)
    assert rules(judge(page(use(line)))) == set()


def test_words_and_link_disagree() -> None:
    mentions = (LicenceMention("CC-BY-SA-4.0", "CC BY-SA 4.0"), LicenceMention("CC-BY-SA-3.0", "x", via="link", url=f"{CC}by-sa/3.0/"))
    line = credit("Photo: Ada Sample, CC BY-SA 4.0", licence="CC-BY-SA-4.0", licence_url=f"{CC}by-sa/3.0/", mentions=mentions)
    assert "licence-link-mismatch" in errors(judge(page(use(line))))


def test_title_only_up_to_version_3() -> None:
    source = SourceRef("Wikimedia Commons", "https://commons.wikimedia.org/wiki/File:Lake_boats.jpg")
    claims = (Claim("title", "Lake boats", "register", 1.0, place=Place("r.toml", 1)),)
    old = credit("by Ada Sample", licence="CC-BY-3.0", licence_url=f"{CC}by/3.0/", source=source)
    new = credit("by Ada Sample", licence="CC-BY-4.0", licence_url=f"{CC}by/4.0/", source=source)
    assert "title-missing" in rules(judge(page(use(old)), claims=claims))
    assert "title-missing" not in rules(judge(page(use(new)), claims=claims))


def test_noncommercial_follows_the_declaration() -> None:
    line = credit("by Ada Sample", licence="CC-BY-NC-4.0", licence_url=f"{CC}by-nc/4.0/")
    levels = {
        said: [
            f.severity for f in judge(page(use(line)), policy=Policy(commercial=said)) if f.rule == "noncommercial-image-on-commercial-site"
        ]
        for said in (True, None, False)
    }
    assert levels == {True: ["error"], None: ["warning"], False: []}


def test_grants_end() -> None:
    place = Place("licaudit.register.toml", 4)
    claims = (Claim("grant", "contract", "register", 1.0, place=place), Claim("until", "2025-12-31", "register", 1.0, place=place))
    assert errors(judge(page(use(AGENCY)), claims=claims)) == {"grant-expired"}
    assert rules(judge(page(use(AGENCY)), claims=claims, today="2025-12-31")) == set()


def test_grants_have_a_scope() -> None:
    place = Place("licaudit.register.toml", 4)
    claims = (Claim("grant", "contract", "register", 1.0, place=place), Claim("channels", "print", "register", 1.0, place=place))
    assert errors(judge(page(use(AGENCY)), claims=claims)) == {"grant-out-of-scope"}


def test_the_same_picture_on_two_pages() -> None:
    here, there = page(use()), page(use(FINE, document="b.html"), path="b.html")
    found = judge(here, there)
    assert errors(found) == {"credit-known-elsewhere"}
    other = credit("Photo: Paula Modell", creators=("Paula Modell",), licence="CC-BY-4.0", licence_url=f"{CC}by/4.0/")
    assert "same-image-credited-differently" in rules(judge(page(use(other)), there))
    assert "same-image-credited-differently" not in rules(judge(page(use(FINE)), there))


def test_embedded_data_contradict() -> None:
    def says(name: str) -> set[str]:
        return errors(judge(page(use(FINE)), claims=(Claim("creator", name, "xmp", 0.6),)))

    assert says("Paula Modell") == {"metadata-contradicts-credit"}
    assert says("SAMPLE, ADA") == says("142799723001102") == says("admin") == set()


def test_file_names_of_sellers() -> None:
    assert "origin-suggests-agency" in rules(judge(page(use(FINE, src="/img/gettyimages-123456789-612x612.jpg"))))
    assert "origin-suggests-agency" not in rules(judge(page(use(FINE, src="/img/agency.jpg"))))
