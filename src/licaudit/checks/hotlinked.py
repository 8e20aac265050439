# SPDX-License-Identifier: Apache-2.0
"""The picture is loaded from someone else's server."""

from collections.abc import Iterator

from licaudit.checks.case import Case, host
from licaudit.model.finding import Finding, Quote, Rule


def check(case: Case, rule: Rule) -> Iterator[Finding]:
    """With the site's hosts declared, any other host; otherwise only `params.hosts`, which are surely someone else's."""
    use = case.use
    if not use or "//" not in use.image.src[:8]:
        return
    src = use.image.src
    name = host(src if not src.startswith("//") else f"https:{src}")
    if not name:
        return
    ours = tuple(h.removeprefix("www.") for h in case.policy.hosts)
    foreign = not _under(name, ours) if ours else _under(name, tuple(rule.params["hosts"]))
    if foreign:
        yield from case.report(
            rule, f"The picture is loaded from {name}", quotes=(Quote(src[:300], "address of the picture", use.image.place),)
        )


def _under(name: str, hosts: tuple[str, ...]) -> bool:
    return any(name == h or name.endswith(f".{h}") for h in hosts)
