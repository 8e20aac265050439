# SPDX-License-Identifier: Apache-2.0
"""Documents from files and folders: sorted, bounded, never through a link, nothing passed over in silence."""

import os
import stat
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Literal

from licaudit.model.page import Document
from licaudit.model.pattern import first
from licaudit.model.policy import Settings, local_path

MAX_BYTES = 20 * 1024 * 1024
"""A page larger than this is no article; it is said, not skipped in silence."""

Format = Literal["html", "markdown", "text"]
FORMATS: dict[str, Format] = {
    ".html": "html", ".htm": "html", ".xhtml": "html", ".md": "markdown", ".markdown": "markdown", ".mdx": "markdown", ".mdown": "markdown", ".mkd": "markdown", ".rmd": "markdown", ".qmd": "markdown", ".txt": "text",
}  # fmt: skip
_NEVER = frozenset([".git", ".hg", ".svn", "node_modules", "__pycache__", ".venv", "venv"])
_NO_ARTICLES = frozenset(
    ["robots.txt", "requirements.txt", "humans.txt", "security.txt", "ads.txt", "llms.txt", "license.txt", "licence.txt", "cname.txt"]
)


def collect(paths: Sequence[str], settings: Settings) -> Iterator[Document]:
    """Every article under `paths`, in sorted order, each once. What cannot be had comes as a Document with `trouble`."""
    patterns = settings.excludes
    seen: set[tuple[int, int]] = set()
    own = _own_report(settings)
    for path in paths:
        top = Path(path)
        root = str(top.resolve() if top.is_dir() else top.resolve().parent)
        for name in [path] if not top.is_dir() else _walk(path, own):
            if Path(name).suffix.lower() not in FORMATS and name != path:
                continue
            document = _document(name, root, seen, patterns, settings)
            if document is not None:
                yield document


def _own_report(settings: Settings) -> str:
    """The folder of the report that an earlier run has written, "" if there is none: it shows credits, and is no article."""
    if settings.report_dir is None or not (Path(settings.report_dir) / "status.json").is_file():
        return ""
    return os.path.realpath(settings.report_dir)


def _walk(folder: str, own: str) -> Iterator[str]:
    """Files under `folder`, depth first, sorted; folders behind links and our own report are not entered."""
    stack = [folder]
    while stack:
        here = stack.pop()
        files, folders = [], []
        try:
            with os.scandir(here) as entries:
                for entry in entries:
                    if entry.is_dir(follow_symlinks=False):
                        ours = own and os.path.realpath(entry.path) == own
                        if entry.name not in _NEVER and not ours and not _holds_report(entry.path):
                            folders.append(entry.path)
                    else:
                        files.append(entry.path)
        except OSError:
            yield here + os.sep + ".html"  # told below as unreadable: a folder that cannot be listed is a loss
            continue
        yield from sorted(files)
        stack.extend(sorted(folders, reverse=True))


def _holds_report(folder: str) -> bool:
    """Whether `folder` is a report of ours: auditing it would find every fault twice."""
    return all(os.path.isfile(os.path.join(folder, name)) for name in ("status.json", "index.html"))  # noqa: PTH113, PTH118


def _document(name: str, root: str, seen: set[tuple[int, int]], patterns: Sequence[str], settings: Settings) -> Document | None:
    shown = os.fsencode(name).decode("utf-8", "backslashreplace").replace(os.sep, "/").removeprefix("./")
    form = FORMATS.get(Path(name).suffix.lower(), "html")
    base = Document(shown, format=form, root=root, file=os.path.abspath(name))
    local = local_path(shown, settings.folder, settings.cwd)
    if hit := first(patterns, local):
        return _with(base, skipped=f"left out by the pattern {hit}")
    if Path(name).name.lower() in _NO_ARTICLES:
        return _with(base, skipped="not an article by its name")
    try:
        descriptor = os.open(name, os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0))
    except OSError as problem:
        if Path(name).is_symlink():
            return _with(base, skipped="a symbolic link, which is not followed")
        return _with(base, trouble=f"cannot be opened ({problem.strerror})")
    with os.fdopen(descriptor, "rb") as file:
        facts = os.fstat(file.fileno())
        if not stat.S_ISREG(facts.st_mode):
            return _with(base, trouble="is not a regular file")
        if (facts.st_dev, facts.st_ino) in seen:
            return None
        seen.add((facts.st_dev, facts.st_ino))
        if facts.st_size > MAX_BYTES:
            return _with(base, trouble=f"is larger than {MAX_BYTES // 2**20} MB")
        try:
            return _with(base, data=file.read(MAX_BYTES + 1))
        except OSError as problem:
            return _with(base, trouble=f"cannot be read ({problem.strerror})")


def _with(document: Document, *, data: bytes = b"", trouble: str = "", skipped: str = "") -> Document:
    return Document(document.path, data, document.format, document.root, document.file, trouble, skipped)
