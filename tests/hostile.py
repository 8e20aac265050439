# SPDX-License-Identifier: Apache-2.0
"""Five hundred hostile strings in families: script, breakouts of attributes and comments, formulas, commands, escapes, templates, paths."""

from itertools import product

SCRIPTS = [
    "<script>window.fired=1</script>", "<img src=x onerror=window.fired=1>", "<svg onload=window.fired=1>", "<iframe srcdoc='<script>parent.fired=1</script>'>",
    "<body onload=window.fired=1>", "<details open ontoggle=window.fired=1>", "<input autofocus onfocus=window.fired=1>", "<a href=javascript:window.fired=1>x</a>",
    "<math><mtext></p><img src=x onerror=window.fired=1>", "<style>@import 'http://evil.example/x.css';</style>", "<base href=http://evil.example/>",
    "<meta http-equiv=refresh content='0;url=http://evil.example/'>", "<link rel=stylesheet href=http://evil.example/x.css>", "<object data=http://evil.example/x>",
]  # fmt: skip
BREAKOUTS = ["", '">', "'>", "`>", "-->", "]]>", "</title>", "</textarea>", "</script>", "</style>", "&quot;>", '\\">', "\n>", "{{", "<!--"]
ATTRIBUTES = [
    '" onmouseover=window.fired=1 x="',
    "' onfocus='window.fired=1' autofocus='",
    " onclick=window.fired=1 ",
    "javascript:window.fired=1",
    "data:text/html,<script>opener.fired=1</script>",
]
FORMULAS = ["=1+1", "+1", "-1+1", "@SUM(1)", "|calc", '=HYPERLINK("http://evil.example")', "=cmd|' /C calc'!A0", "%0A=1"]
BEFORE = ["", " ", "\t", "\r", "\n", "\u200b", "\u3000", "\xa0", "\ufeff", "'", '"', "\u2028"]
COMMANDS = [
    "::error::x",
    "::stop-commands::x",
    "::add-mask::e",
    "::set-output name=a::b",
    "##[error]x",
    "##[add-mask]b",
    "::warning file=a::x",
    "::group::x",
    "#\ufe0f#\ufe0f[error]x",
    ":\ufe0f:error::x",
    "\ufe0f::error::x",
]
STARTS = ["", " ", "\n", "\r", "\r\n", "\u3000", "\x85", "a\n"]
ESCAPES = ["\x1b[2J", "\x1b]52;c;ZXZpbA==\x07", "\x1b]8;;http://evil.example\x1b\\", "\x9b31m", "\u202e", "\u2066", "\x00", "\x08\x08"]
TEMPLATES = ["{{ 7*7 }}", "{% raw %}", "${x}", "<%= 1 %>", "#{1}", "[[x]]", "{{constructor.constructor('window.fired=1')()}}"]
MARKDOWN = [
    "[x](javascript:window.fired=1)",
    "![x](http://evil.example/p.png)",
    "`````",
    "```\n::error::x",
    "|a|b|",
    "@everyone",
    "<details>",
    "[bold red]x[/]",
]
PATHS = ["../../etc/passwd", "file:///etc/passwd", "%2e%2e/x", "C:\\x", "a/../../b", "\\\\evil.example\\x"]


def _all() -> list[str]:
    made = [a + b for a, b in product(BREAKOUTS, SCRIPTS)]
    made += [a + b for a, b in product(BREAKOUTS, ATTRIBUTES)]
    made += [a + b for a, b in product(BEFORE, FORMULAS)]
    made += [a + b for a, b in product(STARTS, COMMANDS)]
    made += [a + b + c for a, b, c in product(["", "x"], ESCAPES, ["", "x", "\n"])]
    made += [a + b for a, b in product(["", "x "], TEMPLATES + MARKDOWN + PATHS)]
    return list(dict.fromkeys(made))


STRINGS = _all()
assert len(STRINGS) >= 500
