# SPDX-License-Identifier: Apache-2.0
"""Files as they stand at a git revision, and what changed since one. Hooks, monitors and pagers of the checkout never run."""

import subprocess
from pathlib import Path

from licaudit.errors import UsageError

_SAFE = ["git", "-c", "core.fsmonitor=false", "-c", "core.hooksPath=/dev/null", "-c", "core.quotePath=false", "--no-pager"]


def _git(folder: Path, *arguments: str) -> "subprocess.CompletedProcess[bytes]":
    try:
        return subprocess.run([*_SAFE, *arguments], cwd=folder, capture_output=True, timeout=60, check=False)
    except (OSError, subprocess.TimeoutExpired) as problem:
        raise UsageError(f"git could not be run ({type(problem).__name__}); --config-ref and --since need it.") from None


def commit(ref: str, folder: Path) -> str:
    """The commit that `ref` names; raises UsageError for one that does not exist."""
    done = _git(folder, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{ref}^{{commit}}")
    if done.returncode:
        raise UsageError(f"{ref} is no revision of the git repository at {folder}. Fetch it first, or name another.")
    return done.stdout.decode("ascii").strip()


def show(ref: str, path: Path) -> bytes | None:
    """The bytes of `path` at `ref`, or None where it did not exist there."""
    folder = next((p for p in path.parents if p.is_dir()), Path("/"))
    name = commit(ref, folder)
    done = _git(folder, "show", "--end-of-options", f"{name}:./{path.relative_to(folder).as_posix()}")
    return done.stdout if done.returncode == 0 else None


def files(ref: str, folder: Path) -> list[Path]:
    """Files below `folder` at `ref`, as absolute paths, sorted; none where the folder did not exist there."""
    here = next((p for p in (folder, *folder.parents) if p.is_dir()), Path("/"))
    top = Path(_git(here, "rev-parse", "--show-toplevel").stdout.decode("utf-8", "surrogateescape").rstrip("\n"))
    name = commit(ref, here)
    below = folder.resolve().relative_to(top.resolve()).as_posix() if folder.resolve().is_relative_to(top.resolve()) else ""
    if not below:
        return []
    found = _git(top, "ls-tree", "-r", "-z", "--name-only", "--end-of-options", name, "--", below).stdout
    return sorted(top / part for part in found.decode("utf-8", "surrogateescape").split("\0") if part)


def changed(ref: str, folder: Path) -> frozenset[str]:
    """Absolute paths of files that differ from `ref`, untracked ones included."""
    name = commit(ref, folder)
    top = Path(_git(folder, "rev-parse", "--show-toplevel").stdout.decode("utf-8", "surrogateescape").rstrip("\n"))
    found = _git(top, "diff", "--name-only", "-z", "--no-ext-diff", "--end-of-options", name, "--").stdout
    found += _git(top, "ls-files", "--others", "--exclude-standard", "-z").stdout
    return frozenset(str(top / part) for part in found.decode("utf-8", "surrogateescape").split("\0") if part)


def history(path: Path, most: int = 50) -> dict[str, object] | None:
    """The commit checked out, the last `most` commits of `path`, and whether it differs from the commit; None without a repository."""
    folder = path.parent
    try:
        head = _git(folder, "rev-parse", "--verify", "--quiet", "HEAD")
        if head.returncode:
            return None
        log = _git(folder, "log", f"-n{most}", "--format=%H%x09%cI%x09%s", "--", f"./{path.name}").stdout.decode("utf-8", "replace")
        changed = _git(folder, "status", "--porcelain", "--", f"./{path.name}").stdout.strip()
    except UsageError:
        return None
    keys = ("commit", "date", "subject")
    commits = [dict(zip(keys, line.split("\t", 2), strict=False)) for line in log.splitlines()]
    return {"head": head.stdout.decode("ascii").strip(), "commits_of_the_page": commits, "page_differs_from_head": bool(changed)}
