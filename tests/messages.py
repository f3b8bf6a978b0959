"""Collects every text to translate: ``python -m tests.messages``.

Writes ``resources/languages/messages.pot`` from the code and the content, brings each language's
``messages.po`` up to date (a changed English sentence marks its translation fuzzy) and compiles
it. A new language begins with an empty folder: ``resources/languages/<xx>``.
"""

import ast
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from babel.messages import Catalog, mofile, pofile

CHECKOUT = Path(__file__).resolve().parent.parent
RESOURCES = CHECKOUT / "resources"
LANGUAGES = RESOURCES / "languages"

NO_WORDS = frozenset(
    [
        "id",
        "area",
        "covers",
        "thing",
        "sources",
        "tags",
        "evidence",
        "picture",
        "icon",
        "who",
        "unit",
        "group",
        "drawing",
        "default",
        "state",
        "features",
        "traits",
        "not_traits",
        "flag",
        "flags",
        "answered",
        "plain",
        "raises",
        "never_on_paper",
        "tell_ids",
        "private_flags",
        "locale",
        "currency",
        "paper",
        "length",
        "emergency",
        "urgent",
        "version",
        "level",
        "rank",
        "synonyms",
        "review",
        "sizes_like",
        "countries",
        "settles",
        "base",
        "sketch",
        "no_tub",
        "of",
        "else_of",
        "regions",
        "before",
        "sized",
    ]
)
"""Keys of content files that hold ids and numbers, not words."""

NO_TEXTS = ("rows.toml", "sources.toml", "reviews.toml")
"""Content files whose words are not translated."""


def texts_of_code() -> Iterator[tuple[str | tuple[str, str], str]]:
    """Yield every text given to ``_`` or ``ngettext``, and what waits, with its place."""
    for file in sorted((CHECKOUT / "falls_app").rglob("*.py")):
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if not (isinstance(node, ast.Call) and isinstance(node.func, ast.Name)):
                continue
            words = [each.value for each in node.args if isinstance(each, ast.Constant)]
            where = f"{file.relative_to(CHECKOUT).as_posix()}"
            if node.func.id == "_" and words:
                yield words[0], where
            elif node.func.id in ("Sentence", "sentences"):
                yield from ((each, where) for each in words)
            elif node.func.id == "ngettext" and len(words) >= 2:
                yield (words[0], words[1]), where


def texts_of_content() -> Iterator[tuple[str, str]]:
    """Yield every text of the content with its file, block and field."""
    for file in sorted(RESOURCES.rglob("*.toml")):
        folder = file.parent.name
        if folder in ("themes", "icons", "en") or file.name in NO_TEXTS:
            continue
        table = tomllib.loads(file.read_text(encoding="utf-8"))
        yield from _words_in(table, file.relative_to(RESOURCES).as_posix())


def _words_in(value: Any, where: str, key: str = "") -> Iterator[tuple[str, str]]:
    if key in NO_WORDS:
        return
    if isinstance(value, dict):
        place = f"{where} {value['id']}" if isinstance(value.get("id"), str) else where
        for inner, each in value.items():
            yield from _words_in(each, place, inner)
    elif isinstance(value, list):
        for each in value:
            yield from _words_in(each, where, key)
    elif isinstance(value, str) and value:
        yield value, f"{where}.{key}"


def collect() -> Catalog:
    """Return all texts, each with the places it stands in."""
    catalog = Catalog(project="Steady Home", charset="utf-8")
    for text, where in (*texts_of_code(), *texts_of_content()):
        catalog.add(text, auto_comments=[where])
    return catalog


def write(catalog: Catalog, file: Path) -> None:
    """Write a catalogue, without the day, so that the same words give the same file."""
    with file.open("wb") as out:
        pofile.write_po(out, catalog, omit_header=True, width=100, sort_output=True)


def main() -> None:
    """Collect the texts, update every language and compile it."""
    template = collect()
    write(template, LANGUAGES / "messages.pot")
    for folder in sorted(each for each in LANGUAGES.iterdir() if each.is_dir()):
        source = folder / "messages.po"
        if folder.name == "en":
            continue
        if source.exists():
            with source.open("rb") as file:
                catalog = pofile.read_po(file, locale=folder.name)
            catalog.update(template)
        else:
            catalog = template
        with source.open("wb") as out:
            pofile.write_po(out, catalog, width=100, sort_output=True)
        compiled = folder / "LC_MESSAGES"
        compiled.mkdir(exist_ok=True)
        with (compiled / "messages.mo").open("wb") as out:
            mofile.write_mo(out, catalog)
    print(f"{len(template)} texts in {LANGUAGES / 'messages.pot'}")


if __name__ == "__main__":
    main()
