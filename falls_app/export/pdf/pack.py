"""Makes the file: one paper, or several one after the other, each with its own page numbers."""

from collections.abc import Sequence
from dataclasses import replace
from importlib import import_module

from falls_app.content.handouts import load_handout
from falls_app.domain.assessment import Case
from falls_app.domain.hiding import with_initials
from falls_app.export import HANDOUT, OPTIONS, Printing, Watch, paper_kind
from falls_app.export.pdf import handout
from falls_app.export.pdf.document import Book, Story
from falls_app.export.pdf.fonts import noting_unshown
from falls_app.export.pdf.manner import Manner, in_manner
from falls_app.words import papers_title


def make_papers(
    kinds: Sequence[str], case: Case, printing: Printing, watch: Watch
) -> tuple[bytes, tuple[str, ...]]:
    """Return the papers as one PDF, and the words that no font has; see ``write_pack``."""
    with noting_unshown() as unshown:
        data = _bound(kinds, case, printing, watch)
    return data, tuple(unshown)


def make_first_pages(
    kinds: Sequence[str], case: Case, printing: Printing, *, most: int, watch: Watch
) -> bytes:
    """Return so many pages of the papers as a PDF to look at: fast, with nothing at their foot.

    How many pages there are is not known yet.
    """
    book = Book(title="", language="", tagging=False, watch=watch)
    for kind in kinds:
        own = _own(kind, printing)
        with in_manner(Manner(own.large, own.save_ink)):
            book.add(replace(_told(kind, case, own), furniture=None), most - book.all_pages)
        if book.all_pages >= most:
            break
    return book.data()


def _bound(kinds: Sequence[str], case: Case, printing: Printing, watch: Watch) -> bytes:
    if len(kinds) == 1:
        return _single(kinds[0], case, printing, watch)
    book = Book(
        title=papers_title((with_initials(case) if printing.hide_names else case).person),
        language=printing.region.locale.replace("_", "-"),
        tagging=printing.tagging,
        watch=watch,
    )
    for kind in kinds:
        own = _own(kind, printing)
        with in_manner(Manner(own.large, own.save_ink)):
            book.add_part(_told(kind, case, own))
    return book.data()


def _single(kind: str, case: Case, printing: Printing, watch: Watch) -> bytes:
    own = _own(kind, printing)
    with in_manner(Manner(own.large, own.save_ink)):
        story = _told(kind, case, own)
        book = Book(title=story.title, language=story.language, tagging=own.tagging, watch=watch)
        book.add(story)
        return book.data()


def _told(kind: str, case: Case, printing: Printing) -> Story:
    if kind.startswith(HANDOUT):
        return handout.tell(load_handout(kind.removeprefix(HANDOUT)), printing)
    told: Story = import_module(paper_kind(kind).module).tell(case, printing)
    return told


def _own(kind: str, printing: Printing) -> Printing:
    """Return how this paper is printed: without the options that it does not know."""
    if kind.startswith(HANDOUT):
        return replace(printing, fillable=False)
    given = paper_kind(kind)
    large, save_ink, hide_names, fillable = (
        getattr(printing, name) and name in given.can for name in OPTIONS
    )
    return replace(
        printing,
        large=large or given.is_large,
        save_ink=save_ink,
        hide_names=hide_names,
        fillable=fillable,
    )
