"""Imports point inward: read from the source, and once more from a running program."""

import ast
import os
import subprocess
import sys
from collections.abc import Iterator
from functools import cache
from graphlib import CycleError, TopologicalSorter
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
PACKAGE = ROOT / "falls_app"

LEAVES = {"paths", "errors", "i18n", "days"}
SHARED = {"words", "sizes", "case_view", "result_words", "height_words", "reason_words"}
"""What papers and windows both say and work out."""

OURS = {
    "paths": set(),
    "errors": {"i18n"},
    "i18n": {"paths"},
    "days": {"i18n"},
    "words": {"domain", "content", *LEAVES},
    "sizes": {"domain", "content", "i18n"},
    "result_words": {"domain", "content", "days", "i18n"},
    "height_words": {"content", "result_words", "i18n"},
    "case_view": {"domain", "content", "drawing", "words", "i18n"},
    "reason_words": {"domain", "content", "words", "case_view", "i18n"},
    "screen": set(),
    "domain": set(),
    "content": {"domain", "paths", "errors"},
    "drawing": {"domain", "content"},
    "storage": {"domain", "errors", "paths"},
    "export": {"domain", "content", "drawing", *SHARED, *LEAVES},
    "cases": {"domain", "content", "storage", *LEAVES},
    "commands": {
        "domain",
        "content",
        "export",
        "storage",
        "cases",
        "case_view",
        "passphrase_file",
        *LEAVES,
    },
    "passphrase_file": {"storage", "paths", "errors"},
    "store_commands": {"storage", "cases", "passphrase_file", "paths"},
    "file_commands": {
        "domain",
        "content",
        "export",
        "storage",
        "cases",
        "case_view",
        "passphrase_file",
        "store_commands",
        *LEAVES,
    },
    "sheet_commands": {"domain", "export", "storage", "cases", "paths", "errors", "i18n"},
    "cli": {
        "domain",
        "content",
        "drawing",
        "export",
        "storage",
        "cases",
        "commands",
        "passphrase_file",
        "sheet_commands",
        "store_commands",
        "file_commands",
        *LEAVES,
    },
    "ui": {"domain", "content", "drawing", "export", "storage", "cases", *SHARED, *LEAVES},
    "app": {"domain", "content", "drawing", "export", "storage", "cases", "ui", *LEAVES},
    "__main__": {"app", "cli", "screen"},
    "__init__": set(),
}
"""What each part may import of our own, itself always."""

NETWORK = {
    "socket", "ssl", "http", "urllib", "urllib3", "requests", "httpx", "aiohttp", "ftplib",
    "smtplib", "imaplib", "poplib", "telnetlib", "xmlrpc", "socketserver", "websockets",
    "webbrowser", "asyncio",
    "PySide6.QtNetwork", "PySide6.QtWebEngineCore", "PySide6.QtWebSockets",
}  # fmt: skip
HEAVY = (
    "reportlab", "PIL", "babel", "cryptography", "sqlcipher3", "pypdfium2", "pypdf", "icalendar",
    "keyring", "PySide6.QtDBus",
)  # fmt: skip


def sources() -> list[Path]:
    return sorted(PACKAGE.rglob("*.py"))


def name_of(file: Path) -> str:
    return str(file.relative_to(ROOT))


def part_of(file: Path) -> str:
    """Return the first name below ``falls_app``: a package or a module."""
    return file.relative_to(PACKAGE).parts[0].removesuffix(".py")


@cache
def imports(file: Path) -> tuple[str, ...]:
    """Return the full names that a file imports, inside functions too.

    A text that names a module of ours counts: exporters are imported by name when first used.
    """
    return tuple(_imports(ast.parse(file.read_text(encoding="utf-8"))))


def _imports(tree: ast.AST) -> Iterator[str]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert not node.level, "imports are written in full"
            yield from (f"{node.module}.{alias.name}" for alias in node.names)
        elif isinstance(node, ast.Constant) and isinstance(node.value, str):
            words = node.value.split(".")
            if words[0] == "falls_app" and len(words) > 1 and all(map(str.isidentifier, words)):
                yield node.value


def ours(file: Path) -> set[str]:
    """Return the parts of our own that a file imports."""
    found = (name.split(".") for name in imports(file))
    return {
        "__init__" if words[1].startswith("__") else words[1]
        for words in found
        if words[0] == "falls_app" and len(words) > 1
    }


def test_every_part_of_the_program_has_a_rule_here() -> None:
    assert {part_of(file) for file in sources()} <= OURS.keys()


@pytest.mark.parametrize("file", sources(), ids=name_of)
def test_imports_point_inward(file: Path) -> None:
    allowed = OURS[part_of(file)] | {part_of(file), "__init__"}

    assert ours(file) <= allowed


@pytest.mark.parametrize("file", sorted((PACKAGE / "domain").rglob("*.py")), ids=name_of)
def test_the_domain_needs_the_standard_library_alone_and_no_files_clock_or_chance(
    file: Path,
) -> None:
    found = {name.split(".")[0] for name in imports(file)} - {"falls_app"}

    assert found <= sys.stdlib_module_names
    assert not found & {"os", "pathlib", "io", "time", "random", "secrets", "uuid", "sqlite3"}


@pytest.mark.parametrize("file", sorted((PACKAGE / "domain").rglob("*.py")), ids=name_of)
def test_the_domain_never_asks_what_day_it_is(file: Path) -> None:
    asked = {"now", "today", "utcnow", "open"}
    calls = (node for node in ast.walk(ast.parse(file.read_text())) if isinstance(node, ast.Call))
    named = {getattr(call.func, "attr", getattr(call.func, "id", "")) for call in calls}

    assert not named & asked


@pytest.mark.parametrize("file", sources(), ids=name_of)
def test_qt_stays_in_the_window(file: Path) -> None:
    uses_qt = any(name.split(".")[0].startswith(("PySide", "shiboken")) for name in imports(file))

    assert not uses_qt or part_of(file) in ("ui", "app")


@pytest.mark.parametrize("file", sources(), ids=name_of)
def test_nothing_reaches_for_a_network(file: Path) -> None:
    found = {
        module
        for name in imports(file)
        for module in NETWORK
        if name == module or name.startswith(f"{module}.")
    }

    # Whether somebody serves the screen is asked at a local address.
    assert found == ({"socket"} if file.name == "screen.py" else set())


def test_other_programs_of_the_computer_are_talked_to_in_two_places_alone() -> None:
    # The key ring, and the buses on which the screen and sleep are told: local files, never hosts.
    talks = {"keyring", "secretstorage", "jeepney", "dbus", "PySide6.QtDBus"}
    found = {
        file.name
        for file in sources()
        for name in imports(file)
        if any(name == each or name.startswith(f"{each}.") for each in talks)
    }

    assert found == {"key_ring.py", "bus_news.py"}


@pytest.mark.parametrize("file", sources(), ids=name_of)
def test_nothing_is_imported_for_type_checkers_only(file: Path) -> None:
    assert "TYPE_CHECKING" not in file.read_text(encoding="utf-8")


def test_the_parts_form_no_circle() -> None:
    graph: dict[str, set[str]] = {}
    for file in sources():
        graph.setdefault(part_of(file), set()).update(ours(file) - {part_of(file), "__init__"})

    try:
        order = list(TopologicalSorter(graph).static_order())
    except CycleError as error:
        pytest.fail(f"these parts import each other: {error.args[1]}")
    assert order.index("domain") < order.index("content") < order.index("ui")


def test_no_folder_is_called_a_drawer_for_everything() -> None:
    drawers = {"utils", "helpers", "common", "manager", "service", "misc"}

    assert not {file.stem for file in PACKAGE.rglob("*")} & drawers


# ------------------------------------------------------------------ the running program


def run(code: str, folder: Path, **environment: str) -> str:
    """Run code in a program of its own and return what it printed."""
    done = subprocess.run(
        [sys.executable, "-W", "error", "-c", code],
        cwd=folder,
        env={
            **os.environ,
            "PYTHONPATH": str(ROOT),
            "STEADY_HOME_DATA": str(folder / "data"),
            **environment,
        },
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


WINDOW = f"""
import sys
from datetime import UTC, datetime
from PySide6.QtWidgets import QApplication
from falls_app import app, paths
from falls_app.storage.store import Store

application = QApplication(["steady-home"])
store = Store.open(paths.user_data(), lambda: datetime.now(UTC))
window = app.make_window(application, store)
window.show()
for _ in range(20):
    application.processEvents()
assert window.isVisible()
print(*(name for name in {HEAVY!r} if name in sys.modules))
window.close()
store.close()
"""


def test_the_first_window_loads_nothing_heavy(tmp_path: Path) -> None:
    pytest.importorskip("PySide6.QtWidgets", exc_type=ImportError)

    assert run(WINDOW, tmp_path, QT_QPA_PLATFORM="offscreen").split() == []


COMMANDS = {
    "checks": ["checks", "--json"],
    "score": ["score", "sample"],
    "plan": ["plan", "sample", "-o", "plan.pdf"],
}


@pytest.mark.parametrize("command", COMMANDS)
def test_a_command_never_loads_qt(command: str, tmp_path: Path) -> None:
    code = (
        "import sys; from falls_app.__main__ import main; "
        f"assert main({COMMANDS[command]!r}) == 0; "
        "print('loaded:', *(name for name in sys.modules if name.startswith('PySide6')))"
    )

    assert run(code, tmp_path).splitlines()[-1] == "loaded:"


EVERYTHING = """
import importlib, pkgutil, sys

done = []
sys.addaudithook(lambda event, _values: done.append(event) if event.startswith(NETWORK) else None)
import falls_app

for module in pkgutil.walk_packages(falls_app.__path__, "falls_app."):
    if not module.name.endswith("__main__"):
        importlib.import_module(module.name)
print(*done, *(name for name in sys.modules if name in MODULES))
"""


def test_the_whole_program_once_loaded_has_no_part_that_reaches_a_network(tmp_path: Path) -> None:
    pytest.importorskip("PySide6.QtWidgets", exc_type=ImportError)
    events = ("socket.", "urllib", "http", "ftplib", "smtplib", "subprocess", "webbrowser")
    modules = {*NETWORK, "http.client", "urllib.request"} - {"urllib", "http"}
    code = EVERYTHING.replace("NETWORK", repr(events)).replace("MODULES", repr(modules))

    assert run(code, tmp_path, QT_QPA_PLATFORM="offscreen").split() == []
