"""Runs all tests: ``python -m tests``. Further words are passed on to pytest.

Where the system lacks a library that Qt needs, the window's tests cannot run: they are left out
and a sentence says which package brings it. With ``CI`` set that is a failure.
"""

import os
import sys

import pytest

from falls_app import screen

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")


def main() -> int:
    """Return pytest's exit code."""
    words = sys.argv[1:]
    if not any(word.startswith("-n") for word in words):
        words = ["-n", "2", "-q", *words]
    missing = screen.missing_packages()
    if missing:
        words += ["-p", "no:pytest-qt", "-o", "qt_api=", "-o", "qt_log_level_fail=",
                  "--ignore=tests/ui"]  # fmt: skip
    code = int(pytest.main(words))
    if missing:
        left_out = "The tests of the window were left out: this system lacks a library; bring it"
        print(f"{left_out} with: sudo apt-get install {' '.join(missing)}", file=sys.stderr)
        if os.environ.get("CI"):
            return code or 1
    return code


if __name__ == "__main__":
    sys.exit(main())
