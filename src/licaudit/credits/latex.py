# SPDX-License-Identifier: Apache-2.0
"""Lines of LaTeX as text: books and lecture notes credit pictures in `\\caption` and `\\footnote`."""

import re

_COMMAND = re.compile(r"\\(?:caption|footnote|textit|textbf|emph|small|href|url|section|source|credit)\b")
_LINK = re.compile(r"\\href\s?\{([^{}]{1,2000})\}\s?\{([^{}]{1,2000})\}")
_INNERMOST = re.compile(r"\\[a-zA-Z]{2,30}\*?\s?(?:\[[^\[\]]{0,200}\])?\{([^{}\\]{0,2000})\}")
_SIGNS = {"\\copyright": "©", "\\textcopyright": "©", "\\&": "&", "\\%": "%", "\\_": "_", "\\#": "#", "~": " ", "``": "“", "''": "”"}
DEPTH = 5
"""Commands inside each other that are read."""


def readable(text: str) -> str:
    """`text` with links as in Markdown and without commands; as it is if it holds none of those that set captions."""
    if not _COMMAND.search(text):
        return text
    for written, sign in _SIGNS.items():
        text = text.replace(written, sign)
    for _ in range(DEPTH):
        shorter = _INNERMOST.sub(r"\1", _LINK.sub(r"[\2](\1)", text))
        if shorter == text:
            break
        text = shorter
    return text
