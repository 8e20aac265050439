# SPDX-License-Identifier: Apache-2.0
"""The rooms of the house import only downwards (contract in pyproject.toml)."""

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]


def lint(config: Path) -> subprocess.CompletedProcess[str]:
    code = "import sys; from importlinter.cli import lint_imports; sys.exit(lint_imports(config_filename=sys.argv[1], no_cache=True))"
    return subprocess.run([sys.executable, "-c", code, str(config)], cwd=ROOT, capture_output=True, text=True, check=False)


def test_every_room_imports_only_what_stands_below_it() -> None:
    done = lint(ROOT / "pyproject.toml")
    assert done.returncode == 0, done.stdout + done.stderr


def test_the_contract_would_notice_a_breach(tmp_path: Path) -> None:
    upside_down = tmp_path / "contract.toml"
    upside_down.write_text(
        '[tool.importlinter]\nroot_package = "licaudit"\n'
        '[[tool.importlinter.contracts]]\nname = "upside down"\ntype = "layers"\nlayers = ["licaudit.model", "licaudit.credits"]\n',
        encoding="utf-8",
    )
    assert lint(upside_down).returncode != 0


def test_every_room_is_in_the_contract() -> None:
    import tomllib

    contract = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["tool"]["importlinter"]["contracts"][0]
    named = {part.strip() for layer in contract["layers"] for part in layer.split("|")}
    package = ROOT / "src" / "licaudit"
    rooms = {
        f"licaudit.{p.name}"
        for p in package.iterdir()
        if (p / "__init__.py").exists() and any(f.name != "__init__.py" for f in p.glob("*.py"))
    }
    rooms |= {f"licaudit.{p.stem}" for p in package.glob("*.py") if p.stem not in ("__init__", "__main__")}
    assert rooms <= named, f"not in the contract: {sorted(rooms - named)}"
