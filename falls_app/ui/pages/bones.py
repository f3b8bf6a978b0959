"""Bones and balance: ten questions, one at a time, and the cards of what was said."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QStackedWidget, QWidget
from typing_extensions import override

from falls_app.content.profile import load_traits
from falls_app.domain.moved import moved_up
from falls_app.domain.screening.bone_check import BoneQuestion, Choice
from falls_app.domain.screening.suggesting import suggestion_key
from falls_app.i18n import _, content, ngettext
from falls_app.ui.pages.page import Page
from falls_app.ui.sections import SECTIONS
from falls_app.ui.sections.host import SectionHost, section_class
from falls_app.ui.space import Space
from falls_app.ui.theme import px
from falls_app.ui.verbs import Verb
from falls_app.ui.widgets.bar_parts import PageHead, Way
from falls_app.ui.widgets.beside import beside
from falls_app.ui.widgets.bone_question import QuestionCard
from falls_app.ui.widgets.bones_overview import PANEL, BonesOverview, no_test
from falls_app.ui.widgets.boxes import Scroll, column, row
from falls_app.ui.widgets.buttons import Button
from falls_app.ui.widgets.doctor_panel import DoctorPanel
from falls_app.ui.widgets.result_notes import HelpToday
from falls_app.ui.widgets.text import Words

OVERVIEW = "overview"
WIDE = 1120
"""Width in pixels at 100 % text from which the list for the doctor stands beside the rest."""


class BonesPage(Page):
    """Two ways to look at the same ten answers: asking one, or all of them as cards."""

    stage = "bones"

    def title(self) -> str:
        """Return the name of the page, or of the section that is shown."""
        if self._at in SECTIONS:
            return section_class(self._at).face(self.session).topic
        return _("Bones & balance")

    # ------------------------------------------------------------------ making it

    def build(self) -> None:
        """Make the card that asks, and the cards of what was said."""
        self._at = ""
        self._case = ""
        self._questions = self.session.view.bones.questions
        self._stack = QStackedWidget()
        self._stack.addWidget(self._build_asking())
        self._overview = self._build_overview()
        self._stack.addWidget(self._overview)
        self._sections = SectionHost(self.session, self.go)
        self._sections.told.connect(self.told)
        self._sections.announced.connect(self.announced)
        self._sections.went_back.connect(self._on_all)
        self._stack.addWidget(self._sections)
        self._flag = HelpToday()
        self._flag.pressed.connect(self._on_flag)
        self._lead = QWidget()
        self._lead.setLayout(column(self._flag, margins=(36, 14, 30, 0)))
        self.setLayout(column(self._lead, (self._stack, 1), gap=0))

    def _build_asking(self) -> QWidget:
        self._card = QuestionCard()
        self._card.answered.connect(self._on_answered)
        self._card.went_back.connect(self._on_back)
        self._card.went_on.connect(self._on_next)
        self._all = Button(_("All ten questions"), "secondary", icon="list", height=44, size=17)
        self._all.clicked.connect(self._on_all)
        self._beside = self._doctor_panel()
        holder = QWidget()
        holder.setLayout(column(self._beside, None, gap=0))
        self._beside_scroll = Scroll(holder)
        self._beside_scroll.setFixedWidth(px(PANEL))
        self._topic = Words("", 26, serif=True)
        self._place = Words("", 18, 500, "ink2", wraps=False)
        self._head = beside((self._topic, 1), self._place, self._all, gap=16, least=240)
        self._no_test = no_test()
        halves = row((self._card, 1), self._beside_scroll, gap=20)
        asking = QWidget()
        self._asking = column(self._head, halves, self._no_test, gap=10, margins=(36, 14, 30, 10))
        asking.setLayout(self._asking)
        return asking

    def _build_overview(self) -> BonesOverview:
        self._below = self._doctor_panel()
        overview = BonesOverview(self._questions, self._below)
        overview.chosen.connect(self._show)
        overview.went_on.connect(self._on_go_on)
        overview.trait_confirmed.connect(self._on_trait)
        overview.trait_declined.connect(self._on_no_trait)
        return overview

    def _doctor_panel(self) -> DoctorPanel:
        panel = DoctorPanel()
        panel.ticked.connect(self.session.share)
        panel.all_wanted.connect(self._on_all_shared)
        panel.previewed.connect(self._on_preview)
        return panel

    # ------------------------------------------------------------------ showing it

    def refresh(self) -> None:
        """Show the answers as they are now."""
        if self._case != self.session.case.id:
            self._case = self.session.case.id
            first = self._first_unanswered()
            self._at = first.id if first else OVERVIEW
        self._flag.show_case(self.session)
        self._lead.setVisible(bool(self.session.view.help_words))
        if self._at in SECTIONS:
            self._sections.show_section(self._at)
            self._stack.setCurrentWidget(self._sections)
            return
        self._sections.leave()
        if self._at == OVERVIEW:
            self._overview.show_session(self.session, self._chosen())
            self._show_asks(self._below)
        else:
            self._show_question()
            self._show_asks(self._beside)
        self._stack.setCurrentIndex(int(self._at == OVERVIEW))

    def _show_question(self) -> None:
        number = self._number
        states = [choice.state if choice else "" for choice in self._chosen()]
        self._topic.setText(self.session.say(self._questions[number].topic))
        self._place.setText(_("{n} of {total}").format(n=number + 1, total=len(states)))
        self._card.show_asks(not self._is_wide)
        self._card.show_question(self.session, self._questions[number], states, number)
        last = number == len(self._questions) - 1
        self._card.show_way_on(_("See the results") if last else _("Next"))

    def _chosen(self) -> list[Choice | None]:
        told = self.session.view.told
        return [told.short(question.id) for question in self._questions]

    def _show_asks(self, panel: DoctorPanel) -> None:
        shared = self.session.case.bones.shared
        panel.show_asks(self.session, self.session.view.outcome.questions, shared)

    def _first_unanswered(self) -> BoneQuestion | None:
        pairs = zip(self._questions, self._chosen(), strict=True)
        return next((question for question, choice in pairs if choice is None), None)

    @property
    def _number(self) -> int:
        return next(
            (number for number, each in enumerate(self._questions) if each.id == self._at), 0
        )

    def head(self) -> PageHead | None:
        """Return which question it is, for the bar, where the card has no room to say so."""
        if not (self.session.is_open and self._is_asking and Space.of(self).heads_scroll):
            return None
        counted = _("{n} of {total}").format(n=self._number + 1, total=len(self._questions))
        topic = self.session.say(self._questions[self._number].topic)
        words = _("{place}, {counted}").format(place=topic, counted=counted)
        return PageHead(words, counted, Way("questions", "list", _("All ten"), self._all.text()))

    @property
    def _is_asking(self) -> bool:
        return self._at in self.session.view.bones.by_id

    def verbs(self) -> tuple[Verb, ...]:
        """Return the way from a question to all of them."""
        words, is_asking = self._all.text(), self.session.is_open and self._is_asking
        group = _("Bones & balance")
        return (Verb("questions", words, self._on_all, (), group, is_asking),)

    # ------------------------------------------------------------------ going about

    def open_at(self, where: str) -> None:
        """Open a question or a section by its id, or all of them for "overview"."""
        self._case = self.session.case.id
        section, _colon, part = where.partition(":")
        known = section in self.session.view.bones.by_id or section in SECTIONS
        self._at = section if known else OVERVIEW
        if part and section in SECTIONS:
            self._sections.open_at(section, part)

    def where(self) -> str:
        """Return what is shown: the id of a question or section, or "overview"."""
        return self._at

    def first_focus(self) -> QWidget | None:
        """Return the card that asks, or the button that goes on."""
        if self._at in SECTIONS:
            return self._sections.first_focus()
        return self._overview.go_on if self._at == OVERVIEW else self._card

    def panes(self) -> list[QWidget]:
        """Return what F6 visits."""
        if self._at in SECTIONS:
            return self._sections.panes()
        return self._overview.panes() if self._at == OVERVIEW else [self._card]

    def _show(self, where: str) -> None:
        self._at = where
        self.refresh()
        self.turned.emit()
        focus = self.first_focus()
        if focus is not None:
            focus.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_all_shared(self) -> None:
        """Tick all but what is private: that is ticked one by one, or not at all."""
        bones, asks = self.session.case.bones, self.session.view.outcome.questions
        private = {ask.id for ask in asks if ask.private}
        kept = tuple(each for each in bones.shared or () if each in private)
        others = tuple(ask.id for ask in asks if not ask.private)
        self.session.change_bones(_("what to share"), shared=(*others, *kept))

    def _on_preview(self, kind: str) -> None:
        self.go(f"print:{kind}")

    def _on_trait(self, trait: str) -> None:
        """Record a trait and say what it moves in the plan."""
        before = self.session.view.plan
        self.session.toggle_trait(trait)
        moved = moved_up(before, self.session.view.plan, trait)
        why = content(load_traits()[trait].because)
        words = ngettext(
            "{n} step moved up because of: {why}", "{n} steps moved up because of: {why}",
            len(moved),
        )  # fmt: skip
        none = _("Noted: {why}. No step of the plan moves up so far.")
        self.told.emit((words if moved else none).format(why=why), True)
        self._focus_overview()

    def _on_no_trait(self, trait: str) -> None:
        name = content(load_traits()[trait].chip)
        self.session.answer_bone(suggestion_key(trait), "no", name)
        self._focus_overview()

    def _focus_overview(self) -> None:
        """Let the keyboard stay on the page: the button that was pressed is gone."""
        self._overview.go_on.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_answered(self, choice: str) -> None:
        question = self._questions[self._number]
        self.session.answer_bone(question.id, choice, self.session.say(question.topic))

    def _on_next(self) -> None:
        number = self._number + 1
        if number < len(self._questions):
            self._show(self._questions[number].id)
        else:
            self.go("results")

    def _on_back(self) -> None:
        if self._number:
            self._show(self._questions[self._number - 1].id)

    def _on_all(self) -> None:
        self._show(OVERVIEW)

    def _on_flag(self) -> None:
        self.go("help-now")

    def _on_go_on(self) -> None:
        question = self._first_unanswered()
        if question is None:
            self.go("results")
        else:
            self._show(question.id)

    # ------------------------------------------------------------------ Qt

    @property
    def _is_wide(self) -> bool:
        return self.width() >= px(WIDE)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        space = Space.of(self)
        self._head.setVisible(not space.heads_scroll)
        self._card.hold(self._no_test, hold=space.heads_scroll)
        if not space.heads_scroll:
            self._asking.addWidget(self._no_test)
        edges = (8, 8, 8, 8) if space.heads_scroll else (36, 14, 30, 10)
        self._asking.setContentsMargins(*map(px, edges))
        wide = self._is_wide
        self._beside_scroll.setVisible(wide)
        self._overview.show_beside(wide)
        if self._case and self._is_asking:
            self._show_question()


PAGE = BonesPage
