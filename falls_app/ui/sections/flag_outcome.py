"""What the red-flag screen found so far: the clean words, what to do, what to have ready."""

from PySide6.QtWidgets import QWidget

from falls_app.content.bones import load_red_flags
from falls_app.content.screening import load_flag_screen
from falls_app.domain.screening.flag_screen import EMERGENCY, is_clean
from falls_app.i18n import _, content
from falls_app.ui.sections.flag_words import TOKENS, shown_flags
from falls_app.ui.session import Session
from falls_app.ui.widgets.boxes import Card, clear, column, row
from falls_app.ui.widgets.even import Even
from falls_app.ui.widgets.marks import Icon
from falls_app.ui.widgets.text import Words


class FlagOutcome(Card):
    """The signs that are there, without those that others may not know; hidden while nothing is."""

    def __init__(self) -> None:
        self._lines = column(gap=8)
        self._shown: object = None
        super().__init__(column(self._lines, None, margins=(24, 16, 24, 22)))

    def show_case(self, session: Session) -> None:
        """Show what the answers lead to."""
        screen, bones = load_flag_screen(), session.case.bones
        flags = [flag for flag in shown_flags(session) if flag.level != EMERGENCY]
        clean = is_clean(screen, bones.flags) and not session.view.open_flags
        shown = (session.case.id, session.case.person, tuple(flags), clean, session.region.id)
        self.setVisible(bool(flags or clean))
        if shown == self._shown:
            return
        self._shown = shown
        clear(self._lines)
        if clean:
            self._add("info", content(load_red_flags().page.clean), "primary", 600)
        for level in screen.levels:
            here = [flag for flag in flags if flag.level == level.level]
            if here:
                self._lines.addWidget(Words(session.say(level.title), 22, serif=True))
            for flag in here:
                words = f"**{session.say(flag.sign)}** {session.view.say(flag.action)}"
                self._add("phone", words, TOKENS[flag.level])
        if flags:
            self._lines.addWidget(Words(_("Good to have ready for the call"), 22, serif=True))
            notes = QWidget()
            lines = [_with_icon("note", session.say(each), "ink2") for each in screen.visit_note]
            notes.setLayout(Even(*lines, narrowest=340, most=2, gap=8))
            self._lines.addWidget(notes)

    def _add(self, icon: str, words: str, token: str, weight: int = 400) -> None:
        self._lines.addWidget(_with_icon(icon, words, token, weight))


def _with_icon(icon: str, words: str, token: str, weight: int = 400) -> QWidget:
    line = row(gap=10)
    line.addLayout(column(3, Icon(icon, 20, token), None, gap=0))
    line.addWidget(Words(words, 17, weight), 1)
    holder = QWidget()
    holder.setLayout(line)
    return holder
