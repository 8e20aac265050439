# SPDX-License-Identifier: Apache-2.0
"""Writing planned edits: only where the file is still the one that was read, and in one step."""

import contextlib
import hashlib
import os
import stat
import tempfile
from collections.abc import Iterator
from pathlib import Path

from licaudit.errors import UsageError
from licaudit.fixes.plan import FilePlan

UNFINISHED = ".licaudit-fix."


def apply(plan: FilePlan) -> str:
    """Put the result in the file's place; the reason if that is not possible, else "". Mode and owner's rights stay."""
    path = Path(plan.document.file)
    temporary = ""
    try:
        handle = os.open(path, os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0))
        with os.fdopen(handle, "rb") as file:
            facts = os.fstat(handle)
            if not stat.S_ISREG(facts.st_mode) or hashlib.sha256(file.read()).hexdigest() != plan.sha256:
                return "has changed since it was read; nothing was written"
        for left in path.parent.glob(f"{UNFINISHED}*"):  # of a run that was killed; the lock keeps those of others away
            left.unlink(missing_ok=True)
        made, temporary = tempfile.mkstemp(prefix=UNFINISHED, dir=path.parent)
        with os.fdopen(made, "wb") as out:
            out.write(plan.result)
            out.flush()
            os.fsync(made)
        os.chmod(temporary, stat.S_IMODE(facts.st_mode))  # noqa: PTH101
        os.replace(temporary, path)  # noqa: PTH105
    except OSError as problem:
        if temporary:
            Path(temporary).unlink(missing_ok=True)
        return f"could not be written ({problem.strerror}); it is as it was"
    return ""


@contextlib.contextmanager
def alone(folder: Path) -> Iterator[None]:
    """Hold the folder, so that two runs never edit the same tree. Raises UsageError where another one does."""
    try:
        import fcntl
    except ImportError:  # no such locks on this system; each file is still compared before it is replaced
        yield
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            raise UsageError(f"another licaudit fix is at work in {folder}. Wait until it has ended.") from None
        yield
    finally:
        os.close(handle)
