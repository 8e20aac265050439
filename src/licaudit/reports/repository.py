# SPDX-License-Identifier: Apache-2.0
"""Paths as the repository knows them: code hosts look for `content/a.md` from the top folder, wherever the audit was started."""

import posixpath
from pathlib import Path
from typing import Any

Json = dict[str, Any]


def top(start: Path, otherwise: Path) -> Path:
    """The top folder of the git repository that `start` lies in; `otherwise` where there is none."""
    here = start.absolute()
    return next((folder for folder in (here, *here.parents) if (folder / ".git").exists()), otherwise)


def relative(report: Json, cwd: Path, folder: Path) -> Json:
    """A copy of `report` whose documents and places are named from `folder` on.

    Paths are read as relative to `cwd`. What lies outside of `folder` gets its
    absolute path; addresses on the web stay as they are.
    """
    if cwd == folder and not any(posixpath.isabs(d["path"]) or d["path"].startswith("..") for d in report["documents"]):
        return report
    base = folder.as_posix().rstrip("/") + "/"

    def named(path: str) -> str:
        return path if "://" in path else posixpath.normpath(posixpath.join(cwd.as_posix(), path)).removeprefix(base)

    def moved(place: Json | None) -> Json | None:
        return place and {**place, "path": named(place["path"])}

    documents = [{**d, "path": named(d["path"])} for d in report["documents"]]
    uses = [{**u, "document": named(u["document"]), "place": moved(u["place"])} for u in report["uses"]]
    findings = [
        {
            **f,
            "document": named(f["document"]),
            "place": moved(f["place"]),
            "related": [moved(p) for p in f["related"]],
            "quotes": [{**q, "place": moved(q["place"])} for q in f["quotes"]],
        }
        for f in report["findings"]
    ]
    return {**report, "documents": documents, "uses": uses, "findings": findings}
