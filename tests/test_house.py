"""The rules of the house: which room may know which, and how large a module may grow."""

from __future__ import annotations

import ast
import doctest
import importlib
import re
import statistics
from graphlib import TopologicalSorter
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
ROOMS = ("ontology", "loaders", "shapes", "queries", "service")
MAY_IMPORT = {
    "ontology": {"ontology"},
    "loaders": {"loaders", "ontology"},
    "shapes": {"shapes", "loaders", "queries", "ontology", "service.store", "service.errors"},
    "queries": {"queries", "ontology", "service.search", "service.store", "service.errors"},
    "service": set(ROOMS),
}
MODULES = sorted(p for room in ROOMS for p in (ROOT / room).rglob("*.py"))

NAMED = {".".join(p.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__"): p for p in MODULES}


def imports(path: Path) -> set[str]:
    found: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found.update(alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            found.add(node.module)
    return {name for name in found if name.split(".")[0] in ROOMS}


def needs(path: Path) -> set[str]:
    """The modules that ``path`` imports, those taken from a package as well."""
    found: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found.update(alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            taken = {f"{node.module}.{alias.name}" for alias in node.names}
            found |= {name if name in NAMED else str(node.module) for name in taken}
    return found & NAMED.keys()


@pytest.mark.parametrize("room", ROOMS)
def test_a_room_knows_only_the_rooms_before_it(room: str) -> None:
    allowed = MAY_IMPORT[room]
    wrong = {
        f"{path.relative_to(ROOT)} imports {name}"
        for path in MODULES
        if path.relative_to(ROOT).parts[0] == room
        for name in imports(path)
        if not any(name == a or name.startswith(a + ".") for a in allowed)
    }
    assert wrong == set()


def test_no_two_modules_need_each_other() -> None:
    """Types count too: a module that names its user cannot be understood without it."""
    TopologicalSorter({name: needs(path) - {name} for name, path in NAMED.items()}).prepare()  # or CycleError


def test_modules_are_small() -> None:
    sizes = {p.relative_to(ROOT).as_posix(): len(p.read_text(encoding="utf-8").splitlines()) for p in MODULES}
    assert {name: n for name, n in sizes.items() if n > 500} == {}
    assert statistics.median(sizes.values()) < 150


def test_functions_are_short() -> None:
    long = {}
    for path in MODULES:
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
                size = (node.end_lineno or node.lineno) - node.lineno + 1
                if size > 60:
                    long[f"{path.relative_to(ROOT)}:{node.name}"] = size
    assert long == {}


def test_everything_is_utf8_without_carriage_returns() -> None:
    for path in MODULES:
        data = path.read_bytes()
        assert b"\r" not in data, path
        data.decode("utf-8")


def test_patterns_mean_the_same_in_every_python() -> None:
    """Possessive quantifiers and atomic groups match otherwise before Python 3.11.5 (gh-106052)."""
    risky = set()
    for name, path in NAMED.items():
        if "re.compile" in path.read_text(encoding="utf-8"):
            patterns = (p for p in vars(importlib.import_module(name)).values() if isinstance(p, re.Pattern))
            risky |= {f"{name}: {p.pattern!r}" for p in patterns if _RISKY & _operations(p)}
    assert risky == set()


_RISKY = frozenset({"POSSESSIVE_REPEAT", "ATOMIC_GROUP"})


def _operations(pattern: re.Pattern[str] | re.Pattern[bytes]) -> set[str]:
    """The names of all operations in ``pattern``, as the standard library takes it apart."""
    taken_apart = repr(importlib.import_module("re._parser").parse(pattern.pattern, pattern.flags))
    return set(re.findall(r"[A-Z_]{4,}", taken_apart))


SHOWN = [name for name, path in NAMED.items() if ">>> " in path.read_text(encoding="utf-8")]


@pytest.mark.parametrize("name", SHOWN)
def test_the_examples_of_docstrings_are_true(name: str) -> None:
    """Run as doctests; nothing else in a docstring is checked."""
    assert doctest.testmod(importlib.import_module(name)).failed == 0
