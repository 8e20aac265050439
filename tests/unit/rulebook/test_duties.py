# SPDX-License-Identifier: Apache-2.0
"""The table of duties has no blanks."""

from licaudit.rulebook.duties import LEVELS, PARTS, table
from licaudit.rulebook.licences import Licences, get


def test_no_licence_has_a_blank() -> None:
    for name, licence in Licences().items():
        rows = table(licence)
        assert rows, name
        assert all(row.part and row.level and row.clause and row.quote for row in rows), name
        assert {o.part for o in licence.obligations} <= set(PARTS), name
        assert rows[-1].part in ("Putting it right", "What happens on breach")


def test_the_cure_period_is_that_of_the_version() -> None:
    new, old = get("CC-BY-4.0"), get("CC-BY-SA-2.5")
    assert new is not None
    assert old is not None
    assert "30 days" in table(new)[-1].level
    assert "no period" in table(old)[-1].level
    assert table(old)[-2].clause == "7(a)"
    assert table(old)[0].clause == "4(c)"
    assert table(old)[0].level == LEVELS["MUST_IF_SUPPLIED"]
