# SPDX-License-Identifier: Apache-2.0
"""Git repositories made by tests: an identity of their own, whatever the machine's settings."""

import subprocess
from pathlib import Path

IDENTITY = ("-c", "user.name=T", "-c", "user.email=t@example.org", "-c", "commit.gpgsign=false", "-c", "init.defaultBranch=main")


def git(folder: Path, *arguments: str) -> None:
    """Run git in `folder`; CalledProcessError if it fails."""
    subprocess.run(["git", *IDENTITY, *arguments], cwd=folder, check=True, capture_output=True)
