# SPDX-License-Identifier: Apache-2.0
"""A zip for counsel: the page and the picture as they are, what was found and why, hashes and times.

It proves what lay on this disk at the time named, not what was published; who
needs that keeps the commit, or a copy by an archive, beside it.
"""

import hashlib
import io
import json
import zipfile
from collections.abc import Mapping
from datetime import datetime
from typing import Any

Json = dict[str, Any]
CAP = 64 * 1024 * 1024
"""A larger file (bytes) is hashed and named, not packed."""

ABOUT = """This archive was made by licaudit {version} on {time}.

It holds what one finding stands on. Nothing in it is legal advice.

finding.json     the finding, the use of the picture and the claims about its rights, as the report of the audit has them
explanation.txt  the same in words, with the rule and the duties of the licence, clause by clause
page/            the page as it was on this disk when the archive was made
picture/         the picture, if its file was found
settings/        configuration, register and baseline that the audit used
facts.json       times, hashes, and the state of the git repository
SHA256SUMS       hashes of all files in this archive (check with: sha256sum -c SHA256SUMS)

{again}
"""
AGAIN = {
    True: "The page was read and judged again for this archive: the finding is still there.",
    False: "The page was read and judged again for this archive: THE FINDING IS NOT THERE ANY MORE. The page has changed since the report.",
}


def pack(files: Mapping[str, bytes], made: datetime) -> bytes:
    """The archive: files sorted by name, all with the time `made` (UTC), and their hashes. Same input, same bytes."""
    sums = "".join(f"{hashlib.sha256(data).hexdigest()}  {name}\n" for name, data in sorted(files.items()))
    out = io.BytesIO()
    stamp = (max(1980, made.year), made.month, made.day, made.hour, made.minute, made.second // 2 * 2)
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in (*sorted(files.items()), ("SHA256SUMS", sums.encode())):
            entry = zipfile.ZipInfo(name, stamp)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.external_attr = 0o644 << 16
            archive.writestr(entry, data)
    return out.getvalue()


def safe_name(path: str) -> str:
    """The last part of a path as a name inside the archive: no way upward, nothing that a file system or a terminal minds."""
    name = path.replace("\\", "/").rstrip("/").rpartition("/")[2]
    kept = "".join(c if c.isalnum() or c in "-_. " else "_" for c in name).strip(". ")
    return kept[-120:] or "file"


def readable(value: Json) -> bytes:
    """JSON for people and programs, valid UTF-8 whatever is in it."""
    return (json.dumps(value, indent=1, ensure_ascii=True, sort_keys=True) + "\n").encode()


def about(version: str, made: datetime, still_there: bool) -> bytes:
    """The text that tells a stranger what the archive is."""
    return ABOUT.format(version=version, time=made.strftime("%Y-%m-%d %H:%M:%S UTC"), again=AGAIN[still_there]).encode()
