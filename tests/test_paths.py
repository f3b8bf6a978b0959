"""Where our own files are, and where the user's go."""

import subprocess
import sys
from pathlib import Path

import pytest

from falls_app import paths

ROOT = Path(__file__).resolve().parents[1]


def test_our_own_files_are_found_from_any_folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)

    assert (paths.resources() / "checks").is_dir()
    assert (paths.resources() / "content.toml").is_file()


def run_copy(package: Path) -> subprocess.CompletedProcess[str]:
    """Ask a copy of ``paths.py`` alone, somewhere else, where its files are."""
    package.mkdir(parents=True)
    (package / "__init__.py").touch()
    source = (ROOT / "falls_app" / "paths.py").read_text(encoding="utf-8")
    (package / "paths.py").write_text(source, encoding="utf-8")
    code = f"import {package.name}.paths as paths; print(paths.resources())"
    return subprocess.run(
        [sys.executable, "-c", code],
        cwd=package.parent,
        capture_output=True,
        text=True,
        check=False,
    )


def test_files_inside_the_package_come_before_those_beside_it(tmp_path: Path) -> None:
    (tmp_path / "resources" / "checks").mkdir(parents=True)
    assert run_copy(tmp_path / "beside").stdout.strip() == str(tmp_path / "resources")

    inside = tmp_path / "inside"
    (tmp_path / "package_parent").mkdir()
    found = run_copy(inside)
    (inside / "resources" / "checks").mkdir(parents=True)
    again = subprocess.run(
        [sys.executable, "-c", "import inside.paths as paths; print(paths.resources())"],
        cwd=tmp_path, capture_output=True, text=True, check=False,
    )  # fmt: skip

    assert found.stdout.strip() == str(tmp_path / "resources")
    assert again.stdout.strip() == str(inside / "resources")


def test_a_broken_installation_says_what_to_do(tmp_path: Path) -> None:
    assert "Install it again." in run_copy(tmp_path / "alone").stderr


def test_the_store_goes_where_the_user_says(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("STEADY_HOME_DATA", str(tmp_path))
    assert paths.user_data() == tmp_path

    monkeypatch.setenv("STEADY_HOME_DATA", "~/homes")
    assert paths.user_data() == Path.home() / "homes"


def test_the_store_goes_to_the_user_s_data_folder_otherwise(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("STEADY_HOME_DATA", raising=False)
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))

    assert paths.user_data().name == "SteadyHome"
    assert paths.user_data().is_relative_to(tmp_path)
    assert not paths.user_data().exists()
