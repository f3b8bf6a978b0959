"""Keeps the register of reviews: ``python -m tests.reviews [TEXT… --by NAME]``.

Every public text has a line in ``resources/reviews.toml``: when it changed last, and who reviewed
it as a clinician. Without a name the register is brought up to date: a new text gets its line, a
changed one a new date and no reviewer, one that is gone loses its line. With ``--by`` these texts
(``check:STR01``, or ``check`` for all of a kind) are reviewed today.
"""

import argparse
import hashlib
import json
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import asdict, replace
from datetime import date
from pathlib import Path
from typing import Any

from falls_app.content.reviews import TextReview

RESOURCES = Path(__file__).resolve().parent.parent / "resources"
REGISTER = RESOURCES / "reviews.toml"

HEAD = """\
# Every public text: when it changed last, and who reviewed it as a clinician.
# Written by: python -m tests.reviews
"""


def texts() -> Iterator[tuple[str, object]]:
    """Yield every public text with its id."""
    for file in sorted((RESOURCES / "checks").glob("*.toml")):
        for check in tomllib.loads(file.read_text("utf-8"))["check"]:
            yield f"check:{check['id']}", check
    for file in sorted((RESOURCES / "bones").glob("*.toml")):
        yield from _blocks(f"bones:{file.stem}", tomllib.loads(file.read_text("utf-8")))
    for folder, kind in (("handouts", "handout"), ("regions", "region")):
        for file in sorted((RESOURCES / folder).glob("*.toml")):
            yield f"{kind}:{file.stem}", tomllib.loads(file.read_text("utf-8"))
    for name in ("jobs", "shops"):
        yield from _blocks(name, tomllib.loads((RESOURCES / f"{name}.toml").read_text("utf-8")))


def _blocks(file: str, content: Mapping[str, Any]) -> Iterator[tuple[str, object]]:
    """Yield what a file says by itself, then each of its blocks that has an id."""
    lists = {key for key, value in content.items() if _has_ids(value)}
    if rest := {key: value for key, value in content.items() if key not in lists}:
        yield file, rest
    for name in sorted(lists):
        for block in content[name]:
            yield f"{file}:{block['id']}", block


def _has_ids(value: object) -> bool:
    return isinstance(value, list) and all(
        isinstance(each, dict) and "id" in each for each in value
    )


def mark(text: object) -> str:
    """Return a mark of how a text reads: another one for every other text."""
    told = json.dumps(text, ensure_ascii=False, sort_keys=True)
    return hashlib.sha256(told.encode()).hexdigest()[:12]


def brought_up_to_date(register: Mapping[str, TextReview], today: str) -> dict[str, TextReview]:
    """Return the register as the texts are now."""
    fresh: dict[str, TextReview] = {}
    for text, content in texts():
        words, known = mark(content), register.get(text)
        fresh[text] = known if known and known.words == words else TextReview(today, words)
    return fresh


def reviewed(
    register: Mapping[str, TextReview], chosen: list[str], by: str, today: str
) -> dict[str, TextReview]:
    """Return the register with these texts reviewed by somebody. KeyError for one not known."""
    for text in chosen:
        if not any(f"{key}:".startswith(f"{text}:") for key in register):
            raise KeyError(text)
    wanted = tuple(f"{text}:" for text in chosen)
    return {
        key: replace(each, by=by, on=today) if f"{key}:".startswith(wanted) else each
        for key, each in register.items()
    }


def written(register: Mapping[str, TextReview]) -> str:
    """Return the register as the file has it, one line a text."""
    lines = [
        f'"{text}" = {{ '
        + ", ".join(f"{key} = {json.dumps(value)}" for key, value in asdict(each).items() if value)
        + " }"
        for text, each in register.items()
    ]
    return HEAD + "\n".join(lines) + "\n"


def _read() -> dict[str, TextReview]:
    if not REGISTER.exists():
        return {}
    tables = tomllib.loads(REGISTER.read_text("utf-8"))
    return {text: TextReview(**table) for text, table in tables.items()}


def main() -> None:
    """Bring the register up to date, and note a review if there is one."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("texts", nargs="*", metavar="TEXT")
    parser.add_argument("--by", metavar="NAME", default="")
    chosen = parser.parse_args()
    today = date.today().isoformat()
    register = brought_up_to_date(_read(), today)
    if chosen.by:
        register = reviewed(register, chosen.texts, chosen.by, today)
    REGISTER.write_text(written(register), "utf-8")
    waiting = sum(not each.by for each in register.values())
    print(f"{len(register)} texts, {waiting} wait for a review")


if __name__ == "__main__":
    main()
