# SPDX-License-Identifier: Apache-2.0
"""Every sink against hostile strings and arbitrary text."""

import csv
import html
import io
import json
import unicodedata
import xml.etree.ElementTree as ET
from urllib.parse import unquote_to_bytes

import pytest
from hypothesis import given
from hypothesis import strategies as st
from report_samples import HOSTILE
from runner_port import commands

from licaudit.reports import sinks

ANY = st.one_of(
    st.sampled_from(HOSTILE), st.text(alphabet=st.characters(), max_size=60), st.lists(st.sampled_from(HOSTILE), max_size=3).map("".join)
)
UNSEEN = {"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"}


def test_the_runner_port_sees_commands() -> None:
    assert commands("a\n::error::x\n  ::warning file=a::y\nz ##[add-mask]b\nfine :: here") == [
        "::error::x",
        "  ::warning file=a::y",
        "z ##[add-mask]b",
    ]


@given(ANY)
def test_terminal_shows_nothing_unseen_and_no_command(text: str) -> None:
    shown = sinks.tty(text)
    assert not {unicodedata.category(c) for c in shown} & UNSEEN
    assert commands(shown) == []


def test_terminal_leaves_plain_text_alone() -> None:
    for text in ("Photo: Ada Example, CC BY 4.0", "Foto: Jörg Müßig / 写真 한국", "a :: b", "std::vector", "C# [1]", "a\u00a0b"):
        assert sinks.tty(text) == text
    assert sinks.tty("a\x1b[0m\u202eb\n") == "a\\u{1b}[0m\\u{202e}b\\u{a}"


@given(ANY)
def test_csv_cells_come_back_whole_and_hold_no_formula(text: str) -> None:
    out = io.StringIO()
    csv.writer(out).writerow([sinks.csv_cell(text), "x"])
    rows = list(csv.reader(io.StringIO(out.getvalue(), newline="")))
    assert len(rows) == 1
    bare = unicodedata.normalize("NFKC", rows[0][0]).lstrip(' \t"')
    assert not bare.startswith(tuple("=+-@|%"))
    assert commands(out.getvalue()) == []


@given(ANY)
def test_xml_is_well_formed(text: str) -> None:
    element = ET.fromstring(f'<a b="{sinks.xml_text(text)}">{sinks.xml_text(text)}</a>')
    assert element.attrib["b"] == (element.text or "")
    assert commands(sinks.xml_text(text)) == []


@given(ANY)
def test_html_holds_no_tag_and_no_quote(text: str) -> None:
    for shown in (sinks.html_text(text), sinks.html_attr(text)):
        assert not set("<>\"'") & set(shown)
    assert html.unescape(sinks.html_attr('a"<b>&c')) == 'a"<b>&c'


@pytest.mark.parametrize(
    "url",
    [
        "javascript:alert(1)",
        "JaVaScRiPt:x",
        "java\tscript:x",
        "\x01javascript:x",
        "data:text/html,x",
        "vbscript:x",
        "http://a\nb",
        "//x",
        "a",
        "",
        "\x01http://x",
    ],
)
def test_addresses_that_are_not_linked(url: str) -> None:
    assert sinks.html_url(url) is None


def test_addresses_that_are_linked() -> None:
    assert sinks.html_url(" https://example.org/?a=1&b='\"") == "https://example.org/?a=1&amp;b=&#x27;&quot;"
    assert sinks.html_url("mailto:a@example.org") == "mailto:a@example.org"


@given(ANY, ANY)
def test_workflow_command_stays_one_command(data: str, prop: str) -> None:
    line = f"::error file={sinks.github_property(prop)}::{sinks.github_data(data)}"
    assert commands(line) == [line]
    assert line.count("::") >= 2
    assert "," not in sinks.github_property(prop)
    assert ":" not in sinks.github_property(prop)
    assert "##[" not in line


@given(ANY)
def test_markdown_is_one_line_without_markup(text: str) -> None:
    shown = sinks.markdown(text)
    assert "\n" not in shown
    assert "<" not in shown
    assert commands(shown) == []
    assert "://" not in shown


def test_markdown_breaks_mentions_and_references() -> None:
    assert sinks.markdown("@everyone") == "@\u200beveryone"
    assert "#1" not in sinks.markdown("Fixes #1")
    assert sinks.markdown("[a](b)") == "\\[a\\]\\(b\\)"


@given(ANY)
def test_a_code_block_cannot_be_closed(text: str) -> None:
    lines = sinks.markdown_code(text).split("\n")
    fence = lines[-1]
    assert not any(line.lstrip(" ").startswith(fence) for line in lines[1:-1])
    assert commands("\n".join(lines)) == []


@given(ANY)
def test_sarif_addresses_stay_below_the_root(path: str) -> None:
    uri = sinks.sarif_uri(path)
    assert not uri.startswith("/")
    assert ":" not in uri
    assert ".." not in unquote_to_bytes(uri).decode("utf-8", "replace").split("/")


def test_sarif_addresses() -> None:
    assert sinks.sarif_uri("/repo/a b/ü%.html", "/repo") == "a%20b/%C3%BC%25.html"
    assert sinks.sarif_uri("../../etc/passwd") == "etc/passwd"
    assert sinks.sarif_uri("a\udcff.html") == "a%FF.html"


@given(ANY)
def test_json_decodes_to_what_was_meant_and_is_quiet(text: str) -> None:
    plain = sinks.json_text({"a": [text]})
    assert json.loads(plain.encode()) == sinks.json_safe({"a": [text]})
    assert not any(unicodedata.category(c) in {"Cc", "Cs", "Zl", "Zp"} and c != "\n" for c in plain)
    assert commands(plain) == []
    inside = sinks.json_script([text])
    assert not set("<>&\u2028\u2029") & set(inside)
    assert json.loads(inside.encode()) == sinks.json_safe([text])
