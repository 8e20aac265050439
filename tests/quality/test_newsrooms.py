# SPDX-License-Identifier: Apache-2.0
"""On articles of newsrooms the default policy gives no error where the labels say that the credit is in order; runs where the corpus is at hand."""

import json
from pathlib import Path

import pytest

from licaudit import audit, settings

DEV = Path(__file__).parents[3] / "shared" / "corpus" / "dev"
GROUPS = ("fundus:", "trafilatura:", "readability", "VOANews")
KNOWN: dict[str, str] = {}
"""Errors on pictures in order that are not the rules' fault, each with its reason."""


@pytest.mark.skipif(not DEV.exists(), reason="the labelled corpus is not part of the project")
def test_no_error_on_a_picture_whose_credit_is_in_order() -> None:
    rows = [json.loads(line) for line in (DEV / "articles.jsonl").read_text(encoding="utf-8").splitlines()]
    rows = [row for row in rows if row["group"].startswith(GROUPS)]
    assert len(rows) > 50
    wrong: dict[str, list[str]] = {}
    for row in rows:
        in_order = [i["src"] for i in row["images"] if i["credit_text"] and i["attached"] not in ("alt", "title") and not i["licence"]]
        found = audit.run(settings.load([str(DEV / row["file"])], {"no_config": True})).findings
        bad = [f.rule for f in found if f.severity == "error" and any(_tail(f.image) == _tail(src) for src in in_order)]
        if bad:
            wrong[row["id"]] = bad
    assert {name: rules for name, rules in wrong.items() if name not in KNOWN} == {}


def _tail(address: str) -> str:
    return address.split("?", 1)[0].rsplit("/", 1)[-1]
