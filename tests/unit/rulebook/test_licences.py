# SPDX-License-Identifier: Apache-2.0
"""Every published tool is known by each form of its address; what was never published is refused."""

import pytest

from licaudit.rulebook.licences import by_url, exists, facts, get, nearest

TOOLS = facts().tools


def test_all_published_tools_are_there() -> None:
    assert len(TOOLS) == 639
    assert len({tool.id for tool in TOOLS.values()}) == 639


@pytest.mark.parametrize("form", ["{}", "{}deed", "{}deed.de", "{}legalcode", "http:{}", "www"])
def test_every_tool_is_known_by_its_address(form: str) -> None:
    for tool in TOOLS.values():
        licence = get(tool.id)
        assert licence is not None
        assert licence.id == tool.id
        url = licence.url
        if form == "http:{}":
            url = url.replace("https:", "http:")
        elif form == "www":
            url = url.replace("://", "://www.").rstrip("/")
        else:
            url = form.format(url)
        found = by_url(url)
        assert (found.id, found.exists, found.canonical_url) == (tool.id, True, licence.url), url


@pytest.mark.parametrize("path", ["by-sa/2.7/", "by-nd-nc/4.0/", "by/3.5/", "by-sa/4.0/de/", "sa-nd/1.0/"])
def test_what_was_never_published_is_refused(path: str) -> None:
    found = by_url(f"https://creativecommons.org/licenses/{path}")
    assert (found.exists, found.problem) == (False, "nonexistent")


def test_unknown_ids_are_none() -> None:
    assert get("CC-BY-SA-2.7") is None
    assert get("") is None
    assert exists("by", "9.0") is None
    assert nearest("by-sa", "4.0", "de") == "CC-BY-SA-4.0"


def test_other_addresses_name_no_licence() -> None:
    assert by_url("https://example.org/licenses/by/4.0/").id is None
    assert by_url("javascript:creativecommons.org/licenses/by/4.0/").id is None
