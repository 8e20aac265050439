# SPDX-License-Identifier: Apache-2.0
"""Modules, functions and parameter lists stay small; an exception is named here with its reason."""

import ast
from collections.abc import Iterator
from pathlib import Path

SRC = Path(__file__).parents[2] / "src" / "licaudit"
MODULE_LINES, FUNCTION_LINES, PARAMETERS = 300, 50, 6

EXCEPTIONS: dict[str, str] = {
    "credits/parse.py:_line": "puts together what seven stages found",
    "cli/scan.py:command": "click hands every option of `scan` over as one parameter",
}

Function = ast.FunctionDef | ast.AsyncFunctionDef


def modules() -> Iterator[tuple[str, str]]:
    for path in sorted(SRC.rglob("*.py")):
        yield path.relative_to(SRC).as_posix(), path.read_text(encoding="utf-8")


def functions(text: str) -> Iterator[Function]:
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            yield node


def body_lines(node: Function) -> int:
    """Lines of the function without its docstring: prose is no burden."""
    lines = (node.end_lineno or node.lineno) - node.lineno + 1
    first = node.body[0]
    if isinstance(first, ast.Expr) and isinstance(first.value, ast.Constant) and isinstance(first.value.value, str):
        lines -= (first.end_lineno or first.lineno) - first.lineno + 1
    return lines


def parameters(node: Function) -> int:
    a = node.args
    return len([p for p in (*a.posonlyargs, *a.args, *a.kwonlyargs) if p.arg not in ("self", "cls")])


def test_modules_are_small() -> None:
    large = {name: len(text.splitlines()) for name, text in modules() if len(text.splitlines()) > MODULE_LINES and name not in EXCEPTIONS}
    assert not large


def test_functions_are_small() -> None:
    large = {f"{name}:{f.name}": body_lines(f) for name, text in modules() for f in functions(text) if body_lines(f) > FUNCTION_LINES}
    assert not {k: v for k, v in large.items() if k not in EXCEPTIONS}


def test_functions_take_few_parameters() -> None:
    many = {f"{name}:{f.name}": parameters(f) for name, text in modules() for f in functions(text) if parameters(f) > PARAMETERS}
    assert not {k: v for k, v in many.items() if k not in EXCEPTIONS}


def test_no_exception_is_stale() -> None:
    known = {name for name, _ in modules()} | {f"{name}:{f.name}" for name, text in modules() for f in functions(text)}
    assert set(EXCEPTIONS) <= known


def test_there_is_no_utils_module() -> None:
    assert not [name for name, _ in modules() if Path(name).stem in ("utils", "util", "helpers", "misc", "common")]
