# SPDX-License-Identifier: Apache-2.0
"""Writes tests/sites/rules from the Reported examples of the rule files: `python tests/sites/make_rules_site.py`.

Every rule is shown there at least once; for `settings-changed` the sample report is made at a revision with another configuration.
"""

import re
import shutil
import struct
from pathlib import Path

from licaudit.rulebook.load import rulebook

SITE = Path(__file__).parent / "rules"
ENDINGS = {"html": "html", "markdown": "md", "text": "txt"}
CONFIG = """# SPDX-License-Identifier: CC0-1.0
[site]
name = "Every rule once"
commercial = true
territories = ["DE", "AT", "CH"]

[licences]
denied = ["CC-BY-ND*"]

[sources]
denied = ["Flickr"]

[credits]
own = "Photo: {creator}/{site}"

[[overrides]]
paths = ["**/editorial-image-in-advertising*"]
advertising = true
"""


def picture(creator: str) -> bytes:
    """A JPEG without pixels whose EXIF data name `creator`."""
    name = creator.encode() + b"\0"
    body = b"Exif\0\0II*\0\x08\0\0\0\x01\0" + struct.pack("<HHII", 0x013B, 2, len(name), 26) + b"\0\0\0\0" + name
    return b"\xff\xd8\xff\xe1" + struct.pack(">H", len(body) + 2) + body + b"\xff\xd9"


SHARED = re.compile(
    r"(?<![\w/.-])(lake|see|lac|lago|meer|rat|port|plakat|poster|page|seite|hafen|a|b)\.(jpg|png)|(?<=\.example/)(lake|see)\.jpg"
)
"""Pictures that examples of several rules name: each example gets its own, lest they speak of one another."""
NAMED, STRIPPED = "by-paula-modell.jpg", "by-paula-modell-320x213.jpg"


def own(text: str, prefix: str) -> str:
    """`text` with pictures of its own."""
    return SHARED.sub(lambda found: f"{prefix}-{found[0]}", text)


def main() -> None:
    """Write the site anew."""
    shutil.rmtree(SITE, ignore_errors=True)
    SITE.mkdir()
    register = "# SPDX-License-Identifier: CC0-1.0\n"
    for rule in sorted(rulebook().rules.values(), key=lambda r: r.id):
        for number, example in enumerate((e for e in rule.examples if e.verdict == "reported"), 1):
            name = f"{rule.id}-{number}"
            folder = SITE / rule.group
            folder.mkdir(exist_ok=True)
            (folder / f"{name}.{ENDINGS[example.format]}").write_text(own(example.markup, name), encoding="utf-8")
            if example.feed:
                (folder / f"{name}.xml").write_text(
                    own(example.feed, name).replace(".example/", f".example/{rule.group}/"), encoding="utf-8"
                )
            if example.register:
                register += "\n" + own(example.register, name).replace('path = "', f'path = "{rule.group}/')
    (SITE / "provenance" / NAMED).write_bytes(picture("Paula Modell"))
    (SITE / "provenance" / STRIPPED).write_bytes(b"\xff\xd8\xff\xd9")
    (SITE / "provenance/left-behind.jpg").write_bytes(picture("Paula Modell"))
    (SITE / "licaudit.toml").write_text(CONFIG, encoding="utf-8")
    (SITE / "licaudit.register.toml").write_text(register, encoding="utf-8")


if __name__ == "__main__":
    main()
