# SPDX-License-Identifier: Apache-2.0
"""Findings for people at a terminal: `full`, `concise`, `grouped`, and the summary in words.

Page text goes through `sinks.tty` and then into rich Text, never into markup.
"""

import io
import os
import textwrap
from collections.abc import Mapping
from typing import Any

from rich.cells import cell_len
from rich.console import Console
from rich.text import Text

from licaudit.fixes import MENDED
from licaudit.reports.excerpt import Sources
from licaudit.reports.registry import Look
from licaudit.reports.sinks import tty
from licaudit.rulebook.duties import PARTS

Json = dict[str, Any]
ORDER = {"error": 0, "warning": 1, "note": 2}
COLOURS = {"error": "bold red", "warning": "bold yellow", "note": "bold cyan"}


def wants_colour(choice: str, is_terminal: bool) -> bool:
    """`choice` is auto, always or never. For auto: NO_COLOR, then FORCE_COLOR (both only if not empty), then the terminal decides."""
    if choice != "auto":
        return choice == "always"
    if os.environ.get("NO_COLOR"):
        return False
    return bool(os.environ.get("FORCE_COLOR")) or (is_terminal and os.environ.get("TERM") != "dumb")


def render(report: Json, style: str = "full", look: Look | None = None) -> str:
    """The new findings of `report`: errors first, then files that changed, then by path.

    Source lines are cut to the width of `look`; credits to copy are not.
    """
    look = look or Look()
    found = sorted((f for f in report["findings"] if f["status"] == "new"), key=lambda f: _rank(f, look.changed))
    width = max(40, look.width)
    lines: list[Text]
    if style == "concise":
        lines = [_concise(f) for f in found]
    elif style == "grouped":
        lines = _grouped(found, width)
    else:
        names = {licence["id"]: licence["short_name"] or licence["id"] for licence in report["licences"]}
        lines = _full(found, names, Sources(look.base), width)
    return _drawn(lines, look.colour)


def _drawn(lines: list[Text], colour: bool) -> str:
    out = io.StringIO()
    console = Console(
        file=out,
        force_terminal=colour,
        no_color=not colour,
        color_system="standard" if colour else None,
        markup=False,
        highlight=False,
        emoji=False,
    )
    for line in lines:
        console.print(line, soft_wrap=True)
    return out.getvalue()


def _rank(f: Json, changed: frozenset[str]) -> tuple[Any, ...]:
    path = f["place"]["path"] if f["place"] else f["document"]
    old = path not in changed and f["document"] not in changed
    return (ORDER[f["severity"]], old, path, *_position(f), f["rule"])


def _position(f: Json) -> tuple[int, int]:
    place = f["place"] or {"line": 0, "column": 0}
    return place["line"], place["column"]


def _where(place: Json | None, document: str) -> str:
    if not place:
        return tty(document)
    numbers = f":{place['line']}:{place['column']}" if place["line"] else ""
    return tty(place["path"]) + numbers


def _concise(f: Json) -> Text:
    line = Text(f"{_where(f['place'], f['document'])}: ")
    line.append(f["severity"], COLOURS[f["severity"]])
    return line.append(f" {tty(f['rule'])} {tty(f['message'])}")


def _grouped(found: list[Json], width: int) -> list[Text]:
    lines: list[Text] = []
    # Findings come worst first, so pages do too: the one with the first error opens the list.
    by_page: dict[str, list[Json]] = {}
    for f in found:
        by_page.setdefault(f["place"]["path"] if f["place"] else f["document"], []).append(f)
    for page, group in by_page.items():
        lines.append(Text(tty(page), "bold underline"))
        for f in group:
            line, column = _position(f)
            row = Text(f"  {f'{line}:{column}' if line else '-':>9}  ")
            row.append(f"{f['severity']:<7}", COLOURS[f["severity"]])
            first, *rest = textwrap.wrap(tty(f["message"]), width - 22) or [""]
            lines.append(row.append(f"  {first}"))
            lines += [Text(" " * 22 + part) for part in rest]
            # The rule goes beside the message where both fit, else below it.
            if cell_len(lines[-1].plain) + 2 + len(f["rule"]) > width:
                lines.append(Text(" " * 20))
            lines[-1].append(f"  {tty(f['rule'])}", "dim")
        lines.append(Text())
    return lines


def _full(found: list[Json], names: Mapping[str, str], sources: Sources, width: int) -> list[Text]:
    groups: dict[tuple[str, str, str, str], list[Json]] = {}
    for f in found:
        # Findings on whole pages and on one picture of several pages; two pictures of one page are two jobs.
        key = (f["severity"], f["rule"], f["message"], f["image"])
        groups.setdefault(key, []).append(f)
    lines: list[Text] = []
    for group in groups.values():
        first = [f for f in group if f["document"] == group[0]["document"]]
        more = {f["document"] for f in group} - {group[0]["document"]}
        for f in first:
            lines += _block(f, _reasons(f, len(more), names), sources, width)
            lines.append(Text())
    return lines


def _block(f: Json, reasons: list[tuple[str, str, bool]], sources: Sources, width: int) -> list[Text]:
    colour = COLOURS[f["severity"]]
    opening = f"{f['severity']}[{tty(f['rule'])}]: "
    parts = textwrap.wrap(tty(f["message"]), width, initial_indent=" " * len(opening), subsequent_indent="  ", break_on_hyphens=False) or [
        ""
    ]
    head = Text().append(opening[:-2], colour).append(": ", "bold").append(parts[0].lstrip(), "bold")
    shown = [(f["place"], "here" if not f["image"] else "this picture", "")]
    shown += [(q["place"], q["label"], q["text"]) for q in f["quotes"] if q["place"] and q["place"] != f["place"]]
    marks = [(place, label, not n, found) for n, (place, label, text) in enumerate(shown) if (found := sources.excerpt(place, text))]
    gutter = max([len(str(place["line"])) for place, *_ in marks], default=1)
    built = [p for p in f["related"] if p and p != f["place"]][:1]
    where = Text(" " * gutter).append("--> ", "blue").append(_where(f["place"], f["document"]))
    if built:
        where.append(f"   (built: {_where(built[0], '')})", "dim")
    lines = [head, *(Text(part, "bold") for part in parts[1:]), where]
    bar = Text(" " * gutter + " |", "blue")
    for number, (place, label, main, cut) in enumerate(marks):
        lines.append(bar if number == 0 else Text(" " * gutter + " :", "blue"))
        lines += _marked(place["line"], cut, (label, "^" if main else "-", colour if main else "blue"), (gutter, width))
    lines.append(bar)
    for label, text, keep in reasons:
        lines += _note(label, text, keep, (gutter, width))
    return lines


def _marked(number: int, cut: tuple[str, str, str], mark: tuple[str, str, str], size: tuple[int, int]) -> list[Text]:
    """The source line and the carets below it, cut so that the marked span is seen."""
    label, sign, colour = mark
    gutter, width = size
    room = width - gutter - 3
    before, marked, after = (tty(part.replace("\t", "    ")) for part in (cut[0][-room:], cut[1][: room + 1], cut[2][: room + 1]))
    if cell_len(before) + cell_len(marked) > room:
        keep = max(0, room - min(cell_len(marked), room * 2 // 3) - 1)
        if cell_len(before) > keep or len(cut[0]) > room:
            before = "…" + _last(before, max(0, keep - 1))
    elif len(cut[0]) > room:
        before = "…" + before[1:]
    marked = _first(marked, room - cell_len(before))
    after = _first(after.rstrip(), room - cell_len(before) - cell_len(marked))
    source = Text().append(f"{number:>{gutter}} | ", "blue").append(before + marked + after)
    carets = Text().append(" " * gutter + " | ", "blue").append(" " * cell_len(before))
    carets.append(sign * max(1, cell_len(marked)), colour)
    shown = tty(label)
    if cell_len(before) + cell_len(marked) + 1 + cell_len(shown) <= room:
        return [source, carets.append(f" {shown}", colour)]
    below = Text().append(" " * gutter + " | ", "blue").append(" " * min(cell_len(before), max(0, room - cell_len(shown))))
    return [source, carets, below.append(shown, colour)]


def _first(text: str, cells: int) -> str:
    """The beginning of `text` in at most `cells` cells, with … where something is left out."""
    if cell_len(text) <= cells:
        return text
    out = text[: max(0, cells)]
    while out and cell_len(out) > cells - 1:
        out = out[:-1]
    return out + "…" if cells > 0 else ""


def _last(text: str, cells: int) -> str:
    out = text[-cells:] if cells else ""
    while out and cell_len(out) > cells:
        out = out[1:]
    return out


def _reasons(f: Json, more: int, names: Mapping[str, str]) -> list[tuple[str, str, bool]]:
    """Label, text, and whether the text is for copying (then it is never broken)."""
    rows: list[tuple[str, str, bool]] = []
    clause, risk, fix = f["clause"], f["risk"], f["fix"]
    if clause:
        rows.append(("why", _cited(clause, names), False))
    if f["risk_text"] or risk:
        rows.append(("risk", f["risk_text"] or _cited(risk, names), False))
    if f["missing"]:
        rows.append(("lacks", "; ".join(_lower(PARTS.get(part, part)) for part in f["missing"]), False))
    if fix and fix["text"]:
        rows.append(("help", fix["text"], True))
    elif fix and fix["question"]:
        rows.append(("ask", fix["question"], False))
    elif f["remedy"]:
        rows.append(("help", f["remedy"], False))
    if f["rule"] in MENDED:
        rows.append(("note", "licaudit fix may do this for you", False))
    if f["confidence"] != "high":
        rows.append(("note", f"confidence {f['confidence']}", False))
    if more:
        rows.append(("note", f"and {more:,} more page{'s' if more > 1 else ''}", False))
    return [row for row in rows if row[1]]


def _lower(words: str) -> str:
    return words[:1].lower() + words[1:]


def _cited(clause: Json, names: Mapping[str, str]) -> str:
    quote = f': "{clause["quote"]}"' if clause["quote"] else ""
    return f"{names.get(clause['licence'], clause['licence'])} {clause['clause']}{quote}"


def _note(label: str, text: str, keep: bool, size: tuple[int, int]) -> list[Text]:
    gutter, width = size
    lead = " " * gutter + " = "
    shown = tty(" ".join(text.split()))
    indent = len(lead) + max(6, len(label) + 2)
    parts = [shown] if keep else textwrap.wrap(shown, max(20, width - indent), break_long_words=False, break_on_hyphens=False) or [""]
    first = Text().append(lead, "blue").append(f"{label + ':':<{indent - len(lead)}}", "bold").append(parts[0])
    return [first, *(Text(" " * indent + part) for part in parts[1:])]
