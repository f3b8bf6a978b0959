"""The verbs of the walk: those of the check that is shown, and the ways to other rooms."""

from typing import Protocol

from falls_app.i18n import _
from falls_app.ui.verbs import Verb
from falls_app.ui.widgets.question_card import QuestionCard


class Walk(Protocol):
    """What the verbs need of the page."""

    def go_back(self) -> None:
        """Show the check before."""

    def show_map(self) -> None:
        """Give the keyboard to the map."""

    def previous_place(self) -> None:
        """Show the room before."""

    def next_place(self) -> None:
        """Show the room after."""


def walk_verbs(page: Walk, card: QuestionCard, *, at_check: bool) -> tuple[Verb, ...]:
    """Return what can be done on the page; ``at_check``: a check is shown, not a summary."""
    group = _("This check")
    single = [
        Verb(each, words, do, keys, group, at_check and can, is_single=True)
        for each, words, do, keys, can in (
            ("next", _("Next check"), card.go_on, ("Enter",), True),
            ("skip", _("Skip for now"), card.skip, ("S",), True),
            ("photo", _("Photo"), card.ask_photo, ("P",), True),
            ("note", _("Note"), card.ask_note, ("N",), True),
            ("measure", _("Measure"), card.ask_measure, ("M",), card.has_sizes),
        )
    ]
    ways = _("Rooms")
    return (
        *single,
        Verb("back", _("Back to the check before"), page.go_back, ("Alt+Left",), group),
        Verb("map", _("The house map"), page.show_map, ("Ctrl+M",), ways),
        Verb("room-before", _("The room before"), page.previous_place, ("Ctrl+PgUp",), ways),
        Verb("room-after", _("The room after"), page.next_place, ("Ctrl+PgDown",), ways),
    )
