"""The walk: rail, one question card that is filled again for each check, and the growing plan."""

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QHideEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QStackedWidget, QWidget
from typing_extensions import override

from falls_app.domain.asking import Asked
from falls_app.domain.checklist import Answer
from falls_app.domain.overview import BONES
from falls_app.i18n import _, ngettext
from falls_app.ui.alike_desk import AlikeDesk
from falls_app.ui.check_help import check_help
from falls_app.ui.evidence_desk import EvidenceDesk
from falls_app.ui.incoming import Source
from falls_app.ui.pages.page import HelpPart, Page
from falls_app.ui.settings import GOES_ON
from falls_app.ui.space import Space
from falls_app.ui.theme import px
from falls_app.ui.verbs import Verb
from falls_app.ui.walk_turn import Turn
from falls_app.ui.walk_verbs import walk_verbs
from falls_app.ui.widgets.answer_list import STATES
from falls_app.ui.widgets.bar_parts import PageHead, Way
from falls_app.ui.widgets.boxes import column, row
from falls_app.ui.widgets.buttons import Button
from falls_app.ui.widgets.card_head import plan_words
from falls_app.ui.widgets.plan_panel import FoldedPlan, PlanPanel
from falls_app.ui.widgets.question_card import QuestionCard
from falls_app.ui.widgets.rail import Rail
from falls_app.ui.widgets.room_strip import RoomStrip
from falls_app.ui.widgets.room_summary import RoomSummary

SOON_MS = 1_000
"""How long an answer stands before the next check comes by itself, where that was chosen."""


class WalkPage(Page):
    """One place after another. The place and check shown are all that the page remembers."""

    stage = "rooms"

    def title(self) -> str:
        """Return the name of the place that is shown."""
        return self.session.view.place_name(self._turn.place) if self._turn.place else _("Rooms")

    def build(self) -> None:
        """Make rail, card, summary and plan, once."""
        self._part = ""
        self._rail = Rail(self.session)
        self._rail.chosen.connect(self._on_place)
        self._card = QuestionCard(self.session)
        self._summary = RoomSummary(self.session)
        self._centre = QStackedWidget()
        holder = QWidget()
        self._around = column((self._card, 1))
        holder.setLayout(self._around)
        self._card_holder = holder
        self._centre.addWidget(holder)
        self._centre.addWidget(self._summary)
        self._strip = RoomStrip(self.session)
        self._desk = EvidenceDesk(self, self.session)
        self._turn = Turn(self.session, self._desk)
        self._alike = AlikeDesk(self, self.session, self._card)
        self._plan = PlanPanel(self.session)
        self._folded = FoldedPlan(self.session)
        self._middle = QWidget()
        self._middle.setLayout(column(self._strip, (self._centre, 1), gap=0))
        self.setLayout(row(self._rail, (self._middle, 1), self._plan, self._folded, gap=0))
        self._rail_open = False
        self._soon = QTimer(self, singleShot=True, interval=SOON_MS)
        self._soon.timeout.connect(self._go_on_by_itself)
        self._connect()

    def _connect(self) -> None:
        card, summary = self._card, self._summary
        card.answered.connect(self._on_answered)
        card.evidence_asked.connect(self._on_evidence)
        card.pinned.connect(self._on_pinned)
        card.near_miss_marked.connect(self._on_near_miss)
        card.next_asked.connect(self._on_next)
        card.skipped.connect(self._on_next)
        card.back_asked.connect(self.go_back)
        card.rooms_asked.connect(self._on_all_rooms)
        card.plan_asked.connect(self._on_plan_asked)
        self._strip.chosen.connect(self._on_place)
        self._strip.rooms_asked.connect(self._on_all_rooms)
        self._rail.closed.connect(self._on_all_rooms)
        self._alike.begun.connect(self._on_alike_begun)
        self._alike.taken_over.connect(self._on_taken_over)
        self._alike.told.connect(self.told)
        summary.change_asked.connect(self._on_change)
        summary.rooms_asked.connect(self._on_all_rooms)
        summary.went.connect(self._on_went)
        self._desk.told.connect(self.told)
        self._desk.announced.connect(self.announced)
        self._desk.closed.connect(self._on_sheet_closed)
        self._plan.opened.connect(self._on_plan)
        self._folded.clicked.connect(self._on_plan)

    def head(self) -> PageHead | None:
        """Return where we are, for the bar, where a check has no room for a head of its own."""
        card_alone = not self._turn.is_ended and bool(self._turn.here) and not self._rail_open
        if not (self.session.is_open and Space.of(self).heads_scroll and card_alone):
            return None
        counted = self._turn.number + 1, len(self._turn.here)
        short = _("{n} of {total}").format(n=counted[0], total=counted[1])
        words = _("{place}, {counted}").format(place=self.title(), counted=short)
        out = Way("map", "map", _("Map"), _("Map: all rooms"))
        return PageHead(words, short, out, Way("plan", "list", *plan_words(self._step_count())))

    def verbs(self) -> tuple[Verb, ...]:
        """Return what can be done at a check, and the ways to other places."""
        return walk_verbs(self, self._card, at_check=not self._turn.is_ended)

    def help_here(self) -> tuple[HelpPart, ...]:
        """Return what is known of the check that is shown."""
        asked = None if self._turn.is_ended else self._shown()
        return () if asked is None else check_help(self.session, asked.check)

    # ------------------------------------------------------------------ showing

    def open_at(self, where: str) -> None:
        """Show a place ("r2"), one check there ("r2:BTH02"), or its sheet ("r2:BTH02:note")."""
        self._rail_open = False
        place, check, part = (*where.split(":"), "", "")[:3]
        self._turn.open_at(place, check)
        asked = self._turn.asked
        self._part = part if asked is not None and asked.check.id == check else ""

    def where(self) -> str:
        """Return what is shown, in the form that ``open_at`` takes."""
        return self._turn.where()

    def refresh(self) -> None:
        """Show place, check, marks and plan as they are now; under a sheet, once it is closed."""
        if self._desk.sheet is not None:
            self._desk.refresh(self._turn.asked)
        if self._desk.sheet is None:
            self._show()
        if self.isVisible():
            self._open_part()

    def _show(self) -> None:
        self._turn.keep_up()
        here = self._turn.here
        self._fold()
        self._rail.refresh(self._turn.place)
        if self._strip.isVisibleTo(self):
            self._strip.refresh(self._turn.place)
        if self._card.head.plan.isVisibleTo(self):
            self._card.head.show_steps(self._step_count())
        if self._plan.isVisibleTo(self):
            self._plan.refresh(self._turn.fresh)
        if self._folded.isVisibleTo(self):
            self._folded.refresh()
        if self._turn.is_ended or not here:
            self._summary.show_place(self._turn.place)
            self._centre.setCurrentWidget(self._summary)
        else:
            self._show_card(here)
            self._centre.setCurrentWidget(self._card_holder)

    def _show_card(self, here: tuple[Asked, ...]) -> None:
        states = [STATES[each.answer] if each.answer else "" for each in here]
        self._card.show_check(
            here[self._turn.number],
            self.session.view.place_name(self._turn.place),
            self._turn.number,
            states,
            space=Space.of(self),
        )
        self._alike.show(self._turn.place, here, self._turn.number)

    def _step_count(self) -> int:
        return sum(step.question is None for step in self.session.view.plan.open_steps)

    def first_focus(self) -> QWidget:
        """Return the card, so that its keys work at once; the sheet over it; the way on."""
        if self._desk.sheet is not None:
            return self._desk.sheet.first_focus()
        return self._summary.next if self._turn.is_ended else self._card

    def panes(self) -> list[QWidget]:
        """Return a control of the map or the strip, of the card and of the plan."""
        row_shown = self._rail.row_of(self._turn.place)
        ways = (self._strip.rooms, self._card.head.rooms, row_shown)
        panes: list[QWidget] = [each for each in ways if each is not None]
        panes += [self.first_focus(), self._folded, *self._plan.findChildren(Button)]
        return panes

    # ------------------------------------------------------------------ layout

    def _fold(self) -> None:
        """Fold plan and rail when the window is narrow for this text size."""
        space = Space.of(self)
        alone = space.folds_rail and self._rail_open
        self._plan.setVisible(not space.folds_plan)
        self._folded.setVisible(space.folds_plan and not space.folds_rail)
        self._strip.setVisible(space.shows_strip)
        self._rail.show_alone(alone)
        self._rail.setVisible(not space.folds_rail or self._rail_open)
        self._middle.setVisible(not alone)
        self._summary.fit(space)
        edges = (0, 0, 0, 0) if space.heads_scroll else (20, 16, 20, 12)
        self._around.setContentsMargins(*map(px, edges))

    @override
    def showEvent(self, event: QShowEvent) -> None:
        """Open the sheet that was asked for, or stood over the page before it was built again."""
        super().showEvent(event)
        self._open_part()

    def _open_part(self) -> None:
        """Open the sheet that was asked for with the page, over its window."""
        part, self._part = self._part, ""
        if part:
            self._on_evidence(part, ())

    @override
    def hideEvent(self, event: QHideEvent) -> None:
        """Close the sheet when another page is shown; with the window it goes by itself."""
        if self.window().isVisible():
            self._desk.close()
        super().hideEvent(event)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self.session.is_open and self._turn.place:
            self._show()

    # ------------------------------------------------------------------ what is done

    def _on_answered(self, answer: Answer) -> None:
        asked = self._turn.here[self._turn.number]
        before, known = asked.is_open, len(self.session.view.walk.findings)
        self._turn.fresh = asked.check.id
        self.session.answer(asked.check, asked.room.id if asked.room else None, answer)
        self._card.show_result()
        others = len(self.session.view.walk.findings) - known - (asked.finding is None)
        if answer is Answer.NOT_HERE and others > 0:
            words = ngettext(
                "{n} more question about it is left out too.",
                "{n} more questions about it are left out too.",
                others,
            )
            self.told.emit(words.format(n=others), True)
        if answer.is_open and not before:
            self.announced.emit(_("Added to the plan."))
        self._card.setFocus(Qt.FocusReason.OtherFocusReason)
        # Of a thing of the whole house it is asked next in which rooms it is.
        if self.session.settings.get(GOES_ON, False) and (asked.room or not answer.is_open):
            self._soon.start()

    def _go_on_by_itself(self) -> None:
        """Go on as Enter would, if the answer still stands and nothing else was begun."""
        asked = self._shown()
        if self._card.hasFocus() and asked is not None and asked.answer is not None:
            self._on_next()

    def _on_alike_begun(self) -> None:
        self.refresh()
        self._card.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_taken_over(self) -> None:
        self._turn.show_place(self._turn.place)
        self._turned()

    def _on_evidence(self, part: str, sources: tuple[Source, ...]) -> None:
        if (asked := self._shown()) is not None:
            self._desk.open(asked, part, sources)
            self.moved.emit()

    def _on_sheet_closed(self) -> None:
        self.refresh()
        self.moved.emit()
        if self.isVisible():
            self.first_focus().setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_pinned(self, rooms: tuple[str, ...]) -> None:
        asked = self._shown()
        if asked:
            self.session.pin(asked.check, rooms)

    def _on_near_miss(self, happened: bool) -> None:
        asked = self._shown()
        if asked:
            room = asked.room.id if asked.room else None
            self.session.mark_near_miss(asked.check, room, happened)

    def _shown(self) -> Asked | None:
        here = self._turn.here
        check = self._card.check
        return next((each for each in here if check and each.check.id == check.id), None)

    def _on_next(self) -> None:
        self._turn.go_on()
        self._turned()

    def go_back(self) -> None:
        """Show the check before, in this place or the one before where anything is asked."""
        if self._turn.go_back():
            self._turned()
        else:
            self.go("home")

    def _turned(self) -> None:
        self._turn.fresh = ""
        self._soon.stop()
        self.refresh()
        self.turned.emit()
        self.first_focus().setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_place(self, place: str) -> None:
        self._rail_open = False
        if not place:
            self.go("home")
        elif place == BONES:
            self.go("bones")
        else:
            self._turn.show_place(place)
            self._turned()

    def previous_place(self) -> None:
        """Show the room before."""
        self._turn_place(-1)

    def next_place(self) -> None:
        """Show the room after."""
        self._turn_place(1)

    def _turn_place(self, step: int) -> None:
        if (place := self._turn.place_beside(step)) is not None:
            self._on_place(place)

    def _on_change(self, place: tuple[str, str | None]) -> None:
        self._turn.change(place)
        self._turned()

    def _on_went(self, place: str) -> None:
        if place == "results":
            self.go("results")
        else:
            self._on_place(place)

    def _on_plan(self) -> None:
        self.go("plan")

    def _on_plan_asked(self, of_check: bool) -> None:
        check = self._card.check
        self.go(f"plan:{check.id}" if of_check and check else "plan")

    def show_map(self) -> None:
        """Give the keyboard to the house map, or to the list where the map only shows."""
        if Space.of(self).folds_rail:
            self._on_all_rooms()
            return
        place = self._turn.place
        room = self._rail.map.focus_button(place) or self._rail.row_of(place)
        if room is not None:
            room.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _on_all_rooms(self) -> None:
        self._rail_open = not self._rail_open
        self._fold()
        self.turned.emit()
        first = self._rail.row_of(self._turn.place) if self._rail_open else self.first_focus()
        if first is not None:
            first.setFocus(Qt.FocusReason.OtherFocusReason)


PAGE = WalkPage
