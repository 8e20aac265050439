# SPDX-License-Identifier: Apache-2.0
"""licaudit: who made each picture in an article, by what right it is shown, and what the credit should say."""

from licaudit.model.credit import CreditLine
from licaudit.version import __version__

__all__ = ["CreditLine", "__version__", "parse_credit"]


def parse_credit(markup: str, format: str = "text", lang: str = "") -> CreditLine:
    """Understand one credit line (`format`: text, html or markdown); the same as `licaudit parse`."""
    from licaudit.credits.fragment import parse_markup

    return parse_markup(markup, format, lang)
