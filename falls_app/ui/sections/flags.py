"""Signs that cannot wait: the red-flag screen, one sign at a time or as a list."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from falls_app.content.screening import load_flag_screen
from falls_app.domain.screening.flag_screen import EMERGENCY, TODAY, Flag
from falls_app.i18n import _
from falls_app.ui.focus import bring_into_sight
from falls_app.ui.sections.flag_outcome import FlagOutcome
from falls_app.ui.sections.flag_words import asked_count, flag_asking, is_hidden, shown_flags
from falls_app.ui.sections.section import Face, Section
from falls_app.ui.session import Session
from falls_app.ui.widgets.beside import beside
from falls_app.ui.widgets.boxes import column, row
from falls_app.ui.widgets.buttons import Button
from falls_app.ui.widgets.marks import ProgressBars
from falls_app.ui.widgets.setup import Chips
from falls_app.ui.widgets.text import Words
from falls_app.ui.widgets.yes_no import NOT_SURE, YES, YesNoCard

ONE, LIST = "one", "list"
SETTING = "flags_asked"
"""The setting that keeps which of the two ways is liked better."""


class FlagsSection(Section):
    """The screen. A sign of level 1 opens the page that says what to do, at once."""

    @override
    @classmethod
    def face(cls, session: Session) -> Face:
        """Return the card. What only the person may know does not show on it."""
        asked, total = asked_count(session)
        levels = [flag.level for flag in shown_flags(session)]
        tag, state = _("{n} of {total} asked").format(n=asked, total=total), "none"
        lead = _("Ask these first")
        if session.view.help_words:
            tag, state, lead = _("Get help today"), "fix", _("What to do now")
        elif EMERGENCY in levels:
            tag, state, lead = _("Help is noted"), "some", _("Look at the signs")
        elif TODAY in levels:
            tag, state, lead = _("Call today"), "fix", _("Whom to call")
        elif levels:
            tag, state, lead = _("This week"), "some", _("What to book")
        elif asked == total:
            tag, lead = _("All asked"), _("Look at the signs")
        return Face(
            topic=_("Signs that cannot wait"),
            icon="alert",
            said=session.say(load_flag_screen().why),
            tag=tag,
            state=state,  # type: ignore[arg-type]
            lead=lead,
        )

    # ------------------------------------------------------------------ making it

    @override
    def build(self) -> None:
        """Make the card that asks one sign; the list is made when it is first wanted."""
        self._flags = load_flag_screen().flags
        self._at = self._first_unanswered()
        self._just_told: set[str] = set()
        self._cards: dict[str, YesNoCard] = {}
        self._headings: list[tuple[Words, str]] = []
        self._way = Chips([(ONE, _("One at a time")), (LIST, _("As a list"))], name=_("How to ask"))
        self._way.pressed.connect(self._on_way)
        self._outcome = FlagOutcome()
        self._one = self._build_one()
        self._list = QWidget()
        self.setLayout(
            column(
                self._heading(load_flag_screen().why, 19),
                self._way,
                self._one,
                self._list,
                self._outcome,
                None,
                gap=14,
            )
        )

    def _heading(self, text: str, size: int, *, serif: bool = False) -> Words:
        words = Words("", size, 400, "ink" if serif else "ink2", serif=serif)
        self._headings.append((words, text))
        return words

    def _build_one(self) -> QWidget:
        self._level = Words("", 22, serif=True)
        self._level_lead = Words("", 17, 400, "ink2")
        self._place = Words("", 17, 500, "ink2", wraps=False)
        self._bars = ProgressBars()
        self._card = YesNoCard(large=True)
        self._card.answered.connect(self._on_answered)
        self._card.went_on.connect(self._on_next)
        self._card.followed.connect(self._on_followed)
        self._back = Button(_("Back"), "quiet", icon="arrow-left")
        self._next = Button("", "primary", after="arrow-right", key=_("Enter"))
        self._back.clicked.connect(self._on_back)
        self._next.clicked.connect(self._on_next)
        self._again = Button(_("Go through the signs again"), "secondary", icon="refresh")
        self._again.clicked.connect(self._on_again)
        keys = Words(_("Keys: 1 yes, 2 no, 3 not sure, Enter for the next one."), 15, 400, "ink3")
        self._asking = QWidget()
        self._asking.setLayout(
            column(
                beside((self._level, 1), self._place, gap=16),
                self._level_lead,
                self._bars,
                self._card,
                beside(self._back, (keys, 1), self._next, gap=16),
                gap=10,
            )
        )
        one = QWidget()
        one.setLayout(column(self._asking, row(self._again, None), gap=0))
        return one

    def _build_list(self) -> None:
        lines = column(gap=10)
        for level in load_flag_screen().levels:
            lines.addWidget(self._heading(level.title, 24, serif=True))
            lines.addWidget(self._heading(level.lead, 17))
            for flag in self._flags:
                if flag.level == level.level:
                    lines.addWidget(self._list_card(flag))
        self._list.setLayout(lines)

    def _list_card(self, flag: Flag) -> YesNoCard:
        card = self._cards[flag.id] = YesNoCard()
        card.answered.connect(self._on_answered)
        card.went_on.connect(self._on_card_done)
        card.followed.connect(self._on_followed)
        return card

    # ------------------------------------------------------------------ showing it

    @override
    def refresh(self) -> None:
        """Show the answers as they are now."""
        as_list = self._is_list
        if as_list and not self._cards:
            self._build_list()
        for words, text in self._headings:
            words.setText(self.session.say(text))
        self._way.show_chosen([LIST if as_list else ONE])
        self._list.setVisible(as_list)
        self._one.setVisible(not as_list)
        if as_list:
            for flag in self._flags:
                self._fill(self._cards[flag.id], flag)
        else:
            self._show_one()
        self._outcome.show_case(self.session)

    @property
    def _is_list(self) -> bool:
        return bool(self.session.settings.get(SETTING, ONE) == LIST)

    def _fill(self, card: YesNoCard, flag: Flag) -> None:
        told = flag.id in self._just_told
        card.show_asking(flag_asking(self.session, flag, given_now=told))

    def _show_one(self) -> None:
        at_end = self._at >= len(self._flags)
        self._asking.setVisible(not at_end)
        self._again.setVisible(at_end)
        if at_end:
            return
        flag = self._flags[self._at]
        level = next(each for each in load_flag_screen().levels if each.level == flag.level)
        place = _("Sign {n} of {total}").format(n=self._at + 1, total=len(self._flags))
        self._level.setText(self.session.say(level.title))
        self._level_lead.setText(self.session.say(level.lead))
        self._place.setText(place)
        self._bars.show_states([self._bar(each) for each in self._flags], self._at, place)
        self._back.setVisible(self._at > 0)
        left_out = flag.skipped and flag.id not in self.session.case.bones.flags
        self._next.set_words(_("Leave this one out") if left_out else _("Next"))
        self._fill(self._card, flag)

    def _bar(self, flag: Flag) -> str:
        answer = self.session.case.bones.flags.get(flag.id, "")
        if not answer or is_hidden(flag):
            return answer and "na"
        if answer == YES or (answer == NOT_SURE and flag.level == EMERGENCY):
            return "fix" if flag.level == EMERGENCY else "some"
        return "unsure" if answer == NOT_SURE else "ok"

    def _first_unanswered(self) -> int:
        told = self.session.case.bones.flags
        left = (n for n, flag in enumerate(self._flags) if flag.id not in told and not flag.skipped)
        return next(left, len(self._flags))

    # ------------------------------------------------------------------ going about

    @override
    def open_at(self, where: str) -> None:
        """Show the sign of this id."""
        found = [number for number, flag in enumerate(self._flags) if flag.id == where]
        self._at = found[0] if found else self._at

    @override
    def first_focus(self) -> QWidget | None:
        """Return the card of the sign that is asked, or what leads to the signs again."""
        if self._at >= len(self._flags):
            return self._way.chip(LIST) if self._is_list else self._again
        flag = self._flags[self._at]
        return self._cards[flag.id] if self._is_list else self._card

    def _flag_of(self, sender: object) -> Flag:
        for flag in self._flags:
            if self._cards.get(flag.id) is sender:
                return flag
        return self._flags[self._at]

    def _show_at(self, number: int) -> None:
        self._at = number
        self.refresh()
        focus = self.first_focus()
        if focus is not None:
            focus.setFocus(Qt.FocusReason.OtherFocusReason)
            bring_into_sight(focus)  # with its answers: large text leaves little room

    def _on_answered(self, answer: str) -> None:
        flag = self._flag_of(self.sender())
        self._just_told.add(flag.id)
        self.session.answer_flag(flag.id, answer)
        if flag.level == EMERGENCY and answer in (YES, NOT_SURE):
            self._stop(flag)
        else:
            self._cards.get(flag.id, self._card).bring_leads_into_sight()

    def _on_followed(self) -> None:
        self._stop(self._flag_of(self.sender()))

    def _stop(self, flag: Flag) -> None:
        self.go("kind-words" if is_hidden(flag) else f"help-now:{flag.id}")

    def _on_next(self) -> None:
        self._show_at(self._at + 1)

    def _on_card_done(self) -> None:
        number = self._flags.index(self._flag_of(self.sender()))
        self._show_at(min(number + 1, len(self._flags) - 1))

    def _on_back(self) -> None:
        self._show_at(self._at - 1)

    def _on_again(self) -> None:
        self._show_at(0)

    def _on_way(self, way: str) -> None:
        self.session.settings.keep(SETTING, way)
        self.refresh()

    @override
    def hideEvent(self, event: QHideEvent) -> None:
        """Forget which answers were given just now: somebody else may come back."""
        self._just_told.clear()
        super().hideEvent(event)


SECTION = FlagsSection
