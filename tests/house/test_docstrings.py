# SPDX-License-Identifier: Apache-2.0
"""Everything public says what it means."""

import ast
from pathlib import Path

SRC = Path(__file__).parents[2] / "src" / "licaudit"
# REUSE-IgnoreStart
HEADER = "# SPDX-License-Identifier: Apache-2.0\n"
# REUSE-IgnoreEnd


def undocumented(path: Path) -> list[str]:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    name = path.relative_to(SRC).as_posix()
    missing = [] if ast.get_docstring(tree) or not tree.body else [name]
    for node in tree.body:
        if isinstance(node, ast.FunctionDef | ast.ClassDef) and not node.name.startswith("_"):
            if not ast.get_docstring(node):
                missing.append(f"{name}:{node.name}")
            if isinstance(node, ast.ClassDef):
                public = [m for m in node.body if isinstance(m, ast.FunctionDef) and not m.name.startswith("_")]
                missing += [f"{name}:{node.name}.{m.name}" for m in public if not ast.get_docstring(m)]
    return missing


def test_public_names_have_docstrings() -> None:
    assert not [hole for path in sorted(SRC.rglob("*.py")) for hole in undocumented(path)]


def test_the_noun_is_spelt_licence_in_our_own_names() -> None:
    wrong = []
    for path in sorted(SRC.rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.FunctionDef | ast.ClassDef) and "license" in node.name.lower():
                wrong.append(f"{path.name}:{node.name}")
    assert not wrong


def test_every_file_says_its_licence() -> None:
    assert not [p.name for p in sorted(SRC.rglob("*.py")) if not p.read_text(encoding="utf-8").startswith(HEADER)]
