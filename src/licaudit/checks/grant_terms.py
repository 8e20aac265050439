# SPDX-License-Identifier: Apache-2.0
"""A recorded permission that has ended, has not begun, or is for something else."""

from collections.abc import Iterator

from licaudit.checks.case import Case
from licaudit.model.evidence import Claim
from licaudit.model.finding import Finding, Quote, Rule
from licaudit.model.pattern import first
from licaudit.model.place import Place


def check(case: Case, rule: Rule) -> Iterator[Finding]:
    """`params.about` is time or scope. A picture is in order if one of its rows allows the use."""
    rows: dict[Place | None, dict[str, Claim]] = {}
    for claim in case.recorded:
        rows.setdefault(claim.place, {})[claim.field] = claim
    if not rows:
        return
    judge = _time if rule.params["about"] == "time" else _scope
    faults = [judge(case, row) for row in rows.values() if row.keys() & TERMS]
    if faults and all(faults):
        message, claim = next(f for f in faults if f)
        yield from case.report(rule, message, quotes=(*case.quotes(), Quote(claim.value, f"{claim.field} in the register", claim.place)))


TERMS = frozenset({"grant", "licence", "supplier", "proof", "own", "from", "until", "embargo", "territories", "channels", "uses", "pages"})
Fault = tuple[str, Claim] | None


def _time(case: Case, row: dict[str, Claim]) -> Fault:
    today = case.today
    if (end := row.get("until")) and end.value < today:
        return f"The permission for this picture ended on {end.value}", end
    if (start := row.get("from")) and start.value > today:
        return f"The permission for this picture begins on {start.value}", start
    if (embargo := row.get("embargo")) and embargo.value > today:
        return f"This picture is embargoed until {embargo.value}", embargo
    return None


def _scope(case: Case, row: dict[str, Claim]) -> Fault:
    policy = case.policy
    if (channels := row.get("channels")) and policy.channel.casefold() not in _list(channels):
        return f"The permission is for {channels.value}, not for {policy.channel}", channels
    wanted = "advertising" if policy.advertising else "editorial"
    # Editorial pictures in advertising have a rule of their own, which says more.
    if (uses := row.get("uses")) and wanted not in _list(uses) and not (wanted == "advertising" and "editorial" in _list(uses)):
        return f"The permission is for {uses.value} use, and this page is {wanted}", uses
    if (
        (lands := row.get("territories"))
        and policy.territories
        and "worldwide" not in _list(lands)
        and not {land.casefold() for land in policy.territories} <= set(_list(lands))
    ):
        return f"The permission is for {lands.value}, the site is published in {', '.join(policy.territories)}", lands
    if (pages := row.get("pages")) and first(tuple(p.strip() for p in pages.value.split(",")), policy.local(case.record.path)) is None:
        return f"The permission is for other pages: {pages.value}", pages
    return None


def _list(claim: Claim) -> list[str]:
    """The items of a list in a claim, lower case: "Web" in a register is web."""
    return [part.strip().casefold() for part in claim.value.split(",")]
