# SPDX-License-Identifier: Apache-2.0
"""Writes tests/sites/rules from the Reported examples of the rule files: `python tests/sites/make_rules_site.py`.

Every rule is shown there at least once, but `settings-changed`, which needs two revisions (tests/ci/test_two_refs.py).
"""

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

[licences]
denied = ["CC-BY-ND*"]

[sources]
denied = ["Flickr"]

[[overrides]]
paths = ["**/editorial-image-in-advertising*"]
advertising = true
"""


def picture(creator: str) -> bytes:
    """A JPEG without pixels whose EXIF data name `creator`."""
    name = creator.encode() + b"\0"
    body = b"Exif\0\0II*\0\x08\0\0\0\x01\0" + struct.pack("<HHII", 0x013B, 2, len(name), 26) + b"\0\0\0\0" + name
    return b"\xff\xd8\xff\xe1" + struct.pack(">H", len(body) + 2) + body + b"\xff\xd9"


def main() -> None:
    """Write the site anew."""
    shutil.rmtree(SITE, ignore_errors=True)
    SITE.mkdir()
    register = "# SPDX-License-Identifier: CC0-1.0\n"
    for rule in sorted(rulebook().rules.values(), key=lambda r: r.id):
        for number, example in enumerate((e for e in rule.examples if e.verdict == "reported"), 1):
            own = f"{rule.id}-{number}.jpg"
            folder = SITE / rule.group
            folder.mkdir(exist_ok=True)
            markup = example.markup.replace("lake.jpg", own).replace("see.jpg", own)
            (folder / f"{rule.id}-{number}.{ENDINGS[example.format]}").write_text(markup, encoding="utf-8")
            if example.register:
                register += "\n" + example.register.replace('"lake.jpg"', f'"{rule.group}/{own}"').replace(
                    '"see.jpg"', f'"{rule.group}/{own}"'
                )
    (SITE / "provenance/by-paula-modell.jpg").write_bytes(picture("Paula Modell"))
    (SITE / "provenance/left-behind.jpg").write_bytes(picture("Paula Modell"))
    (SITE / "licaudit.toml").write_text(CONFIG, encoding="utf-8")
    (SITE / "licaudit.register.toml").write_text(register, encoding="utf-8")


if __name__ == "__main__":
    main()
