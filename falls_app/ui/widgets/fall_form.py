"""One fall to write down: when, where, and the questions of the diary as chips."""

from dataclasses import replace
from datetime import timedelta

from PySide6.QtCore import QDate, Signal
from PySide6.QtWidgets import QWidget

from falls_app.content.screening import load_diary
from falls_app.domain.bones import Fall
from falls_app.domain.screening.diary import DiaryQuestion
from falls_app.i18n import _
from falls_app.ui.session import Session
from falls_app.ui.theme import px
from falls_app.ui.widgets.boxes import Card, column, row
from falls_app.ui.widgets.even import Even
from falls_app.ui.widgets.fields import DayField, LineField, NoteField
from falls_app.ui.widgets.setup import Chips, Question
from falls_app.ui.widgets.step_parts import ChipRow

WHEN = "when"
"""The answer that says that nobody knows the day."""

NOT_SURE, TODAY, YESTERDAY, OTHER = "not_sure", "today", "yesterday", "other"
ELSEWHERE = "elsewhere"
"""Stands for a place that is no room of this home."""


class FallForm(Card):
    """Shows a fall; each answer makes another one of it. What is pressed again is taken back.

    Signals:
        written(Fall): the fall as it was told now.
    """

    written = Signal(object)

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._fall = Fall("")
        self._picks_day = self._names_place = False
        self._asked: list[tuple[Question, DiaryQuestion]] = []
        self._chips: dict[str, Chips] = {}
        self.setLayout(
            column(
                self._when_and_where(),
                8,
                self._questions(),
                self._note_question(),
                gap=16,
                margins=(24, 18, 24, 24),
            )
        )

    # ------------------------------------------------------------------ making it

    def _when_and_where(self) -> QWidget:
        pairs = [
            (TODAY, _("Today")),
            (YESTERDAY, _("Yesterday")),
            (OTHER, _("Another day")),
            (NOT_SURE, _("Not sure when")),
        ]
        self.when = Chips(pairs, name=_("When was it?"))
        self.when.pressed.connect(self._on_when)
        self._day = DayField(name=_("Day of the fall"))
        self._day.setFixedWidth(px(220))
        self._day.userDateChanged.connect(self._on_day)
        say = self._session.say
        times = [(each.id, say(each.words)) for each in load_diary().times]
        self._time = Chips(times, name=_("At what time?"))
        self._time.pressed.connect(self._on_time)
        self._room = ChipRow()
        self._room.chosen.connect(self._on_room)
        self._place = LineField(name=_("Which place?"), hint=_("At the shop, in the street"))
        self._place.written.connect(self._on_place)
        self._doing = LineField(name=_("What was going on?"), hint=_("Going to the door"))
        self._doing.written.connect(self._on_doing)
        when = column(self.when, row(self._day, None), gap=8)
        where = column(self._room, self._place, gap=8)
        box = QWidget()
        box.setLayout(
            _two_columns(
                Question(_("When was it?"), when),
                Question(_("At what time?"), self._time),
                Question(_("Where was it?"), where),
                Question(_("What was going on?"), self._doing),
            )
        )
        return box

    def _questions(self) -> QWidget:
        boxes: list[QWidget] = []
        for question in load_diary().questions:
            pairs = [(each.id, self._session.say(each.words)) for each in question.options]
            boxes.append(self._question(question.id, pairs, question))
            if question.id == "got_up":
                boxes.append(self._floor_question())
        box = QWidget()
        box.setLayout(_two_columns(*boxes))
        return box

    def _question(self, key: str, pairs: list[tuple[str, str]], asked: DiaryQuestion) -> QWidget:
        chips = self._chips[key] = Chips(pairs, name="")
        chips.pressed.connect(self._on_answer)
        box = Question("", chips)
        self._asked.append((box, asked))
        return box

    def _floor_question(self) -> QWidget:
        pairs = [(str(each.minutes), self._session.say(each.words)) for each in load_diary().floor]
        self._floor = Chips([*pairs, ("", _("Not sure"))], name=_("How long on the floor?"))
        self._floor.pressed.connect(self._on_floor)
        return Question(_("How long on the floor?"), self._floor)

    def _note_question(self) -> QWidget:
        self._note = NoteField(name=_("Anything else?"), hint=_("In your own words"), height=72)
        self._note.written.connect(self._on_note)
        return Question(_("Anything else?"), self._note)

    # ------------------------------------------------------------------ showing it

    def show_fall(self, fall: Fall) -> None:
        """Show what is known of this fall."""
        if fall.id != self._fall.id:
            self._picks_day = self._names_place = False
        self._fall = fall
        for box, asked in self._asked:
            words = self._session.say(asked.words)
            box.show_words(words, self._session.say(asked.hint))
            self._chips[asked.id].setAccessibleName(words)
        self._show_when()
        self._show_where()
        self._time.show_chosen({fall.time})
        self._doing.show_text(fall.doing)
        self._note.show_text(fall.note)
        self._floor.show_chosen(self._floor_chosen())
        for key, chips in self._chips.items():
            chips.show_chosen({fall.answers.get(key, "")} - {""})

    def _show_when(self) -> None:
        today = self._session.today
        known = {
            today.isoformat(): TODAY,
            (today - timedelta(days=1)).isoformat(): YESTERDAY,
            "": self._fall.answers.get(WHEN, ""),
        }
        chosen = OTHER if self._picks_day else known.get(self._fall.date, OTHER)
        self.when.show_chosen({chosen})
        self._day.setVisible(chosen == OTHER)
        self._day.setMaximumDate(QDate(today.year, today.month, today.day))
        if not self._day.is_being_written:
            shown = self._fall.date or today.isoformat()
            self._day.show_day(shown, self._session.region.locale)

    def _show_where(self) -> None:
        rooms = {room.id: room.name for room in self._session.case.home}
        pairs = {**rooms, ELSEWHERE: _("Another place")}
        elsewhere = bool(self._fall.place) or self._names_place
        chosen = self._fall.room or (ELSEWHERE if elsewhere else "")
        self._room.show_choices(pairs, chosen, name=_("Where was it? {words}"))
        self._place.setVisible(chosen == ELSEWHERE)
        self._place.show_text(self._fall.place)

    def _floor_chosen(self) -> set[str]:
        if self._fall.minutes is None:
            return {""} if self._fall.answers.get("floor") == NOT_SURE else set()
        steps = [each.minutes for each in load_diary().floor]
        return {str(max(each for each in steps if each <= self._fall.minutes))}

    # ------------------------------------------------------------------ what is told

    def _tell(self, fall: Fall) -> None:
        self.written.emit(fall)

    def _answers(self, key: str, value: str) -> dict[str, str]:
        """Return the answers with this one, or without it if it was there already."""
        others = {each: said for each, said in self._fall.answers.items() if each != key}
        return others if self._fall.answers.get(key) == value else {**others, key: value}

    def _on_when(self, when: str) -> None:
        days = {TODAY: 0, YESTERDAY: 1}
        self._picks_day = when == OTHER
        answers = {key: said for key, said in self._fall.answers.items() if key != WHEN}
        if when == OTHER:
            self._tell(replace(self._fall, answers=answers))
            self._day.setFocus()
            return
        if when == NOT_SURE:
            answers[WHEN] = NOT_SURE
        day = self._session.today - timedelta(days=days.get(when, 0))
        date = day.isoformat() if when in days else ""
        self._tell(replace(self._fall, date=date, answers=answers))

    def _on_day(self, _day: QDate) -> None:
        self._tell(replace(self._fall, date=self._day.day))

    def _on_time(self, time: str) -> None:
        self._tell(replace(self._fall, time="" if time == self._fall.time else time))

    def _on_room(self, room: str) -> None:
        self._names_place = room == ELSEWHERE
        inside = None if room in (ELSEWHERE, self._fall.room) else room
        place = self._fall.place if room == ELSEWHERE else ""
        self._tell(replace(self._fall, room=inside, place=place))
        if self._names_place:
            self._place.setFocus()

    def _on_place(self, place: str) -> None:
        self._tell(replace(self._fall, room=None, place=place.strip()))

    def _on_doing(self, doing: str) -> None:
        self._tell(replace(self._fall, doing=doing.strip()))

    def _on_note(self, note: str) -> None:
        self._tell(replace(self._fall, note=note.strip()))

    def _on_floor(self, minutes: str) -> None:
        known = int(minutes) if minutes else None
        same = {minutes} == self._floor_chosen()
        answers = {key: said for key, said in self._fall.answers.items() if key != "floor"}
        if not minutes and not same:
            answers["floor"] = NOT_SURE
        self._tell(replace(self._fall, minutes=None if same else known, answers=answers))

    def _on_answer(self, value: str) -> None:
        for key, chips in self._chips.items():
            if chips is self.sender():
                self._tell(replace(self._fall, answers=self._answers(key, value)))
                return


def _two_columns(*boxes: QWidget) -> Even:
    """Return a grid of the boxes, each at the top of its place."""
    held = []
    for box in boxes:
        holder = QWidget()
        holder.setLayout(column(box, None, gap=0))
        held.append(holder)
    return Even(*held, narrowest=420, most=2, gap=20)
