# SPDX-License-Identifier: Apache-2.0
"""A screenshot, and what it shows is not named."""

import re
from collections.abc import Iterator

from licaudit.checks.case import Case
from licaudit.model.finding import Finding, Rule
from licaudit.model.page import ImageUse

_WORD = re.compile(r"screen[-_ ]?(?:shot|grab|cap(?:ture)?)(?![a-z])|bildschirmfoto|capture[-_ ]d.?[eé]cran|captura[-_ ]de[-_ ]pantalla")


def is_screenshot(use: ImageUse) -> bool:
    """True if file name or alternative text say so."""
    name = "" if use.image.src.startswith("data:") else use.image.src.rsplit("/", 1)[-1]
    return bool(_WORD.search(name[:300].casefold()) or _WORD.search((use.image.alt or "")[:300].casefold()))


def check(case: Case, rule: Rule) -> Iterator[Finding]:
    """Only while neither caption nor credit say anything."""
    use = case.use
    if use and is_screenshot(use) and not case.credit and not use.caption.strip() and not case.recorded:
        yield from case.report(rule, "A screenshot without a word on what it shows and whose it is")
