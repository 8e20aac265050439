# SPDX-License-Identifier: Apache-2.0
"""What judging costs per picture: `python benchmarks/judge.py PATH…` reads once, then judges until two seconds have passed.

The goal is at most 0.1 ms of processor time per image use, with all rules and no configuration.
"""

import sys
import time

from licaudit.checks import registry
from licaudit.checks.site import SiteView
from licaudit.credits.record import page_record
from licaudit.evidence.ask import Evidence
from licaudit.model.policy import Settings
from licaudit.sources.site import collect


def main(paths: list[str]) -> int:
    """Print milliseconds per image use for `paths`; exit 1 above the goal."""
    settings = Settings(paths=tuple(paths), today="2026-01-01")
    records = [page_record(document) for document in collect(settings.paths, settings)]
    site = SiteView.of(records)
    rights = [Evidence(settings, site).ask(record) for record in records]
    uses, rounds, spent = sum(len(r.uses) for r in records), 0, 0.0
    if not uses:
        print("no image uses found", file=sys.stderr)
        return 2
    while spent < 2:
        start = time.process_time()
        for record, right in zip(records, rights, strict=True):
            registry.run(record, site, right, settings.policy, today=settings.today)
        registry.run_site(site, settings)
        spent += time.process_time() - start
        rounds += 1
    cost = spent / rounds / uses * 1000
    print(f"{uses} image uses on {len(records)} pages: {cost:.3f} ms per use ({rounds} rounds)")
    return 0 if cost <= 0.1 else 1


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:] or ["tests/sites/demo"]))
