"""The house keeps its shape: imports go one way, the decision path has no float, and importing is light."""

from __future__ import annotations

import ast
import subprocess
import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

import cchc_index

PACKAGE = Path(cchc_index.__file__).parent
#: The folders of the house and the modules in its hall; each may import only what stands before it.
ORDER = (
    "messages",
    "problems",
    "values",
    "notation",
    "rules",
    "aggregations",
    "bands",
    "builders",
    "registry",
    "plugins",
    "criteria",
    "assessment",
    "charts",
    "results",
    "scoring",
    "reading",
    "evidence",
    "cycles",
    "checks",
    "reviews",
    "years",
    "plans",
    "reports",
    "office",
    "writing",
    "testing",
    "cli",
    "__init__",
    "__main__",
)
#: Only these may touch binary floats: cells of data frames and workbooks are read from them, as what they print;
#: and a result is made a frame of floats for who asks for one, to explore.
FLOATS = {
    "reading/grids/frames.py",
    "reading/grids/sheet_cells.py",
    "results/frames.py",
    # where things stand on a sheet, and how dark they are; figures come as they are printed
    "charts/lettering.py",
    "charts/sheet.py",
    "charts/chart.py",
    "charts/bars.py",
    "charts/grid.py",
    "charts/pairs.py",
    "charts/stacked.py",
}
PLUGIN_FACING = {"cchc_index.plugins", "cchc_index.testing", "cchc_index"}


def _modules() -> list[Path]:
    return sorted(path for path in PACKAGE.rglob("*.py") if "shipped" not in path.parts)


@cache
def _tree(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"))


def _home(path: Path) -> str:
    return path.relative_to(PACKAGE).parts[0].removesuffix(".py")


def _imports(path: Path) -> Iterator[str]:
    """The modules of the library that a module imports, wherever in it the import stands and for whomever."""
    for node in ast.walk(_tree(path)):
        if isinstance(node, ast.ImportFrom) and node.module and node.module.startswith("cchc_index"):
            deeper = [f"{node.module}.{alias.name}" for alias in node.names]
            yield from (name if _exists(name) else str(node.module) for name in deeper)
        elif isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names if alias.name.startswith("cchc_index"))


def _exists(name: str) -> bool:
    inner = PACKAGE.joinpath(*name.split(".")[1:])
    return inner.is_dir() or inner.with_suffix(".py").is_file()


def test_every_module_has_its_place_in_the_order() -> None:
    """A new module is put into the order on purpose."""
    assert {_home(path) for path in _modules()} == set(ORDER)


def test_the_hall_is_empty() -> None:
    """Beside folders stand the package itself, its command and the plugin author's one import."""
    assert {path.name for path in PACKAGE.glob("*.py")} == {"__init__.py", "__main__.py", "plugins.py"}


def test_every_folder_says_what_lives_there() -> None:
    """One line in its ``__init__``: what it holds, and what may not come in."""
    for path in PACKAGE.rglob("__init__.py"):
        if "shipped" not in path.parts:
            assert len((ast.get_docstring(_tree(path)) or "").partition("\n")[0]) > 30, path


@pytest.mark.parametrize("path", _modules(), ids=lambda path: str(path.relative_to(PACKAGE)))
def test_imports_go_one_way(path: Path) -> None:
    """A module imports only what stands before its folder in the order, or in it."""
    if path == PACKAGE / "__init__.py":
        return
    own = ORDER.index(_home(path))
    homes = {name: name.split(".")[1] if "." in name else "__init__" for name in _imports(path)}

    assert [name for name, home in homes.items() if ORDER.index(home) > own] == []


def test_no_file_imports_in_a_circle() -> None:
    """Not even for a type checker: a circle there is one that a reader walks."""
    graph = {
        ".".join(path.relative_to(PACKAGE.parent).with_suffix("").parts).removesuffix(".__init__"): set(_imports(path))
        for path in _modules()
        if path != PACKAGE / "__init__.py"
    }
    done: set[str] = set()

    def visit(name: str, above: tuple[str, ...]) -> None:
        assert name not in above, " -> ".join([*above[above.index(name) :], name])
        if name in done or name not in graph:
            return
        for other in graph[name]:
            visit(other, (*above, name))
        done.add(name)

    for name in graph:
        visit(name, ())


@pytest.mark.parametrize("path", _modules(), ids=lambda path: str(path.relative_to(PACKAGE)))
def test_the_decision_path_has_no_binary_float(path: Path) -> None:
    """No float literal, no conversion to a float, no float dtype, no rounding by the language."""
    if path.relative_to(PACKAGE).as_posix() in FLOATS:
        return
    tree = _tree(path)
    lines = [
        f"{path.name}:{node.lineno}"
        for node in ast.walk(tree)
        if (isinstance(node, ast.Constant) and isinstance(node.value, float))
        or (isinstance(node, ast.Name) and node.id in ("float", "round", "complex"))
        or (isinstance(node, ast.Attribute) and node.attr in ("float64", "float32", "mean", "average", "true_divide"))
    ]
    allowed = {"units.py": 1}.get(path.name, 0)  # how alike two names are, for suggestions

    assert len(lines) <= allowed, lines


@pytest.mark.parametrize("path", _modules(), ids=lambda path: str(path.relative_to(PACKAGE)))
def test_nothing_is_evaluated(path: Path) -> None:
    """No expression language, no eval, no exec, no pickle, no unchecked YAML."""
    names = {node.id for node in ast.walk(_tree(path)) if isinstance(node, ast.Name)}
    attributes = {node.attr for node in ast.walk(_tree(path)) if isinstance(node, ast.Attribute)}

    assert not names & {"eval", "exec", "pickle", "marshal"}
    assert not attributes & {"unsafe_load", "full_load", "load_all"}


@pytest.mark.parametrize("path", _modules(), ids=lambda path: str(path.relative_to(PACKAGE)))
def test_modules_stay_small(path: Path) -> None:
    """A module over 500 lines has more than one reason to change."""
    assert len(path.read_text(encoding="utf-8").splitlines()) <= 500


def test_there_is_no_global_state() -> None:
    """No module rebinds its own names."""
    for path in _modules():
        rebinding = [node for node in ast.walk(_tree(path)) if isinstance(node, ast.Global)]
        assert rebinding == [], path


def _loaded_by(code: str) -> set[str]:
    """The modules that are loaded after running some code in a fresh interpreter."""
    command = f"import sys\n{code}\nprint('\\n'.join(sys.modules), file=sys.stderr)"
    done = subprocess.run([sys.executable, "-c", command], capture_output=True, text=True, check=True)
    return set(done.stderr.split())


HEAVY = {"numpy", "narwhals", "pandas", "duckdb", "pyspark", "scipy", "matplotlib", "tqdm", "xlsxwriter", "docxtpl"}


def test_importing_loads_neither_numpy_nor_an_extra() -> None:
    """``import cchc_index`` is light."""
    assert not _loaded_by("import cchc_index") & HEAVY


def test_the_version_loads_no_numpy() -> None:
    """``cchc-index --version`` and ``--help`` are light."""
    for flag in ("--version", "--help"):
        ending = "except SystemExit as end:\n    assert not end.code"
        code = f"from cchc_index.cli import main\ntry:\n    main([{flag!r}])\n{ending}"
        assert not _loaded_by(code) & HEAVY


def test_scoring_loads_no_extra() -> None:
    """A real cycle is scored with the core's five packages alone."""
    loaded = _loaded_by("import cchc_index as c; c.open_cycle('lai-chau-2021', registry=c.Registry.builtin()).score()")

    assert loaded & HEAVY == {"numpy"}


def test_every_public_name_resolves() -> None:
    """What ``__all__`` promises is there, and is documented."""
    for name in cchc_index.__all__:
        value = getattr(cchc_index, name)
        assert name == "__version__" or value.__doc__


def test_the_plugins_import_only_what_is_public_for_them() -> None:
    """A plugin that we ship does not reach into the library."""
    for module in ("cchc_index_bands", "cchc_index_cao_bang", "cchc_index_template"):
        folder = Path(__import__(module).__file__ or "").parent
        for path in folder.rglob("*.py"):
            for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
                if isinstance(node, ast.ImportFrom) and node.module and node.module.split(".")[0] == "cchc_index":
                    assert node.module in PLUGIN_FACING, (path, node.module)
