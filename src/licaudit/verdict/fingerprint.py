# SPDX-License-Identifier: Apache-2.0
"""The name of a finding that survives edits around the picture: rule + page + picture identity, no line numbers."""

import hashlib
from collections import Counter
from collections.abc import Sequence
from urllib.parse import unquote

import msgspec

from licaudit.model.finding import Finding
from licaudit.model.policy import local_path


def fingerprint(finding: Finding, document: str) -> str:
    """16 hex digits. Findings without a picture are told apart by what they quote, white space folded."""
    about = unquote(finding.image).split("?")[0].lstrip("./") if finding.image else " ".join(q.text for q in finding.quotes)
    words = "\0".join((finding.rule, document, " ".join(about.split())))
    return hashlib.sha256(words.encode("utf-8", "backslashreplace")).hexdigest()[:16]


def with_fingerprints(findings: Sequence[Finding], folder: str, cwd: str) -> list[Finding]:
    """Findings with their fingerprints; the same picture twice on one page gets `-2`, `-3` in reading order."""
    seen: Counter[str] = Counter()
    done = []
    for finding in findings:
        name = fingerprint(finding, local_path(finding.document, folder, cwd))
        seen[name] += 1
        done.append(msgspec.structs.replace(finding, fingerprint=name if seen[name] == 1 else f"{name}-{seen[name]}"))
    return done
