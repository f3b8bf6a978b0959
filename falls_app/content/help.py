"""Help on each screen: a few sentences for every page and every section."""

from dataclasses import dataclass
from functools import cache

from falls_app import paths
from falls_app.content.reading import ContentError, build, read_tables

MOST_LINES = 6


@dataclass(frozen=True, slots=True)
class HelpText:
    """What help says on one screen: a title and its sentences, a few a line."""

    id: str
    title: str
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Help:
    """All of it: by the ids of pages, and of the sections of "Bones and balance"."""

    pages: dict[str, HelpText]
    sections: dict[str, HelpText]

    def on(self, place: str) -> HelpText:
        """Return the help of a place, such as "plan" or "bones:food". KeyError if there is none."""
        page, _colon, part = place.partition(":")
        section = self.sections.get(part.partition(":")[0]) if page == "bones" else None
        return section or self.pages[page]


@cache
def load_help() -> Help:
    """Return all help. ContentError names a block with too much or nothing to say."""
    file = paths.resources() / "help.toml"
    pages, sections = read_tables(file, "page", "section")
    return Help(*(_by_id(table, file.name) for table in (pages, sections)))


def _by_id(tables: list[dict[str, object]], file: str) -> dict[str, HelpText]:
    found: dict[str, HelpText] = {}
    for table in tables:
        text = build(HelpText, table, paths.resources() / file, str(table.get("id", "?")))
        if not 0 < len(text.lines) <= MOST_LINES or text.id in found:
            raise ContentError(file, text.id, f"once only, with 1 to {MOST_LINES} lines")
        found[text.id] = text
    return found
