"""Falls: the diary, one card a fall, and the form in which one is written down."""

from uuid import uuid4

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from falls_app.content.screening import load_diary, load_flag_screen
from falls_app.domain.bones import Fall
from falls_app.domain.screening.diary import (
    is_in_past_year,
    newest_first,
    raised_flags,
    signs_of,
)
from falls_app.domain.screening.flag_screen import EMERGENCY, TODAY, Flag
from falls_app.i18n import _, ngettext
from falls_app.ui.sections.flag_words import Lines
from falls_app.ui.sections.section import Face, Section
from falls_app.ui.session import Session
from falls_app.ui.widgets.boxes import column, row
from falls_app.ui.widgets.buttons import Button
from falls_app.ui.widgets.fall_card import FallCard, fall_title
from falls_app.ui.widgets.fall_form import FallForm
from falls_app.ui.widgets.text import Words
from falls_app.ui.widgets.yes_no import Leads


class FallsSection(Section):
    """The list, newest first; a new fall is kept from its first answer on."""

    @override
    @classmethod
    def face(cls, session: Session) -> Face:
        """Return the card: how many falls are written down, and what they lead to."""
        count = len(session.case.bones.falls)
        levels = {flag.level for flag in _raised(session)}
        tag = ngettext("{n} fall", "{n} falls", count) if count else _("No falls noted")
        state, lead = "none", _("Look at the falls") if count else _("Write down a fall")
        if levels & {EMERGENCY, TODAY}:
            tag, state, lead = _("Call today"), "fix", _("Whom to call")
        elif levels:
            tag, state, lead = _("This week"), "some", _("What to book")
        return Face(
            topic=_("Falls"),
            icon="walk",
            said=_("A diary: where it was, and what came just before."),
            tag=tag,
            state=state,  # type: ignore[arg-type]
            lead=lead,
        )

    # ------------------------------------------------------------------ making it

    @override
    def build(self) -> None:
        """Make the list, and the form that is shown in its place."""
        self._open: Fall | None = None
        self._ask_about = ""
        self._cards: list[FallCard] = []
        self._why = Words("", 19, 400, "ink2")
        self._hint = Words("", 17, 600)
        self._add = Button(_("Write down a fall"), "primary", icon="plus", height=52)
        self._add.clicked.connect(self._on_add)
        self._above, self._below = Leads(), Leads()
        self._above.pressed.connect(self._on_sign)
        self._below.pressed.connect(self._on_sign)
        self._lines = column(gap=12)
        self._list = QWidget()
        self._list.setLayout(
            column(self._hint, row(self._add, None), self._above, self._lines, None, gap=14)
        )
        self._build_form()
        self.setLayout(column(self._why, self._list, self._one, None, gap=14))

    def _build_form(self) -> None:
        self._form = FallForm(self.session)
        self._form.written.connect(self._on_written)
        self._title = Words("", 22, serif=True)
        self._counts = Words("", 17, 600, "primary")
        self._done = Button(_("Back to the list"), "primary", icon="list", height=52)
        self._remove = Button(_("Remove this fall"), "quiet", icon="trash")
        self._done.clicked.connect(self._on_done)
        self._remove.clicked.connect(self._on_remove_open)
        self._one = QWidget()
        self._one.setLayout(
            column(
                self._title,
                self._counts,
                self._form,
                self._below,
                row(self._done, self._remove, None, gap=16),
                gap=10,
            )
        )

    # ------------------------------------------------------------------ showing it

    @override
    def refresh(self) -> None:
        """Show the diary as it is now."""
        self._why.setText(self.session.say(load_diary().why))
        self._list.setVisible(self._open is None)
        self._one.setVisible(self._open is not None)
        if self._open is None:
            self._show_list()
        else:
            self._show_open(self._open)
        self._show_leads()

    def _show_list(self) -> None:
        falls = newest_first(self.session.case.bones.falls)
        while len(self._cards) < len(falls):
            card = FallCard()
            card.opened.connect(self._on_opened)
            card.removed.connect(self._on_removed)
            card.looked.connect(self._on_looked)
            self._cards.append(card)
            self._lines.addWidget(card)
        for number, card in enumerate(self._cards):
            card.setVisible(number < len(falls))
            if number < len(falls):
                card.show_fall(self.session, falls[number])
        fell = self.session.case.person.fall_last_year and not falls
        words = _("The page about {name} says: there was a fall in the past year. Add it here.")
        self._hint.setText(self.session.about(words))
        self._hint.setVisible(bool(fell))

    def _show_open(self, fall: Fall) -> None:
        known = {each.id: each for each in self.session.case.bones.falls}
        self._open = known.get(fall.id, Fall(fall.id))
        is_kept = fall.id in known
        self._title.setText(fall_title(self.session, self._open) if is_kept else _("A new fall"))
        self._counts.setText(self.session.say(load_diary().fell_last_year))
        self._counts.setVisible(is_in_past_year(self._open, self.session.today))
        self._remove.setVisible(is_kept)
        self._form.show_fall(self._open)

    def _show_leads(self) -> None:
        """Show what the diary leads to: emergencies lead the whole page already."""
        session, diary = self.session, load_diary()
        flags = [flag for flag in _raised(session) if flag.level != EMERGENCY]
        lines: Lines = tuple(("phone", session.view.say(flag.action)) for flag in flags)
        asked = self._first_to_ask()
        self._ask_about = asked.id if asked else ""
        if asked:
            lines = (*lines, ("question", f"{session.say(diary.asked)} {session.say(asked.ask)}"))
        link = _("Answer it now") if asked else ""
        for leads in (self._above, self._below):
            leads.show_lines(lines, "some", link)

    def _first_to_ask(self) -> Flag | None:
        """Return the first sign that a fall only asks to look at, if nobody has answered it."""
        told, by_id = self.session.case.bones.flags, load_flag_screen().by_id
        raised = {flag.id for flag in _raised(self.session)}
        signs = signs_of(load_diary(), self.session.view.told.falls(), self.session.today)
        asked = (sign.flag for sign in signs if sign.asks)
        return next((by_id[each] for each in asked if each not in {*told, *raised}), None)

    # ------------------------------------------------------------------ going about

    @override
    def open_at(self, where: str) -> None:
        """Open the fall of this id."""
        found = (each for each in self.session.case.bones.falls if each.id == where)
        self._open = next(found, self._open)

    @override
    def first_focus(self) -> QWidget | None:
        """Return the button that adds a fall, or the first question about one."""
        return self._add if self._open is None else self._form.when.chip("today")

    @override
    def leave(self) -> None:
        """Show the list when the section is opened the next time."""
        self._open = None

    def _show(self, fall: Fall | None) -> None:
        self._open = fall
        self.refresh()
        focus = self.first_focus()
        if focus is not None:
            focus.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_add(self) -> None:
        self._show(Fall(str(uuid4())))

    def _on_opened(self, fall_id: str) -> None:
        self._show(Fall(fall_id))

    def _on_written(self, fall: Fall) -> None:
        new = self.session.write_fall(fall)
        if new:
            self.go(f"help-now:{min(new)}:falls:{fall.id}")
        else:
            self.refresh()

    def _on_done(self) -> None:
        self._show(None)

    def _on_remove_open(self) -> None:
        if self._open is not None:
            self._on_removed(self._open.id)

    def _on_removed(self, fall_id: str) -> None:
        self._open = None
        self.session.remove_fall(fall_id)
        self._add.setFocus(Qt.FocusReason.OtherFocusReason)
        self.told.emit(_("The fall is out of the diary."), True)

    def _on_looked(self, room: str) -> None:
        self.go(f"walk:{room}")

    def _on_sign(self) -> None:
        self.go(f"bones:flags:{self._ask_about}")


def _raised(session: Session) -> tuple[Flag, ...]:
    """Return the flags that the diary raises, the gravest first."""
    told = session.view.told
    found = raised_flags(load_diary(), told.falls(), session.today)
    return tuple(flag for flag in load_flag_screen().flags if flag.id in found)


SECTION = FallsSection
