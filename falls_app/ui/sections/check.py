"""The full bone check: 21 questions, each with one fixed text. Nothing is added up."""

from collections.abc import Iterator
from datetime import date

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from falls_app.content.screening import load_bone_items
from falls_app.days import long_day
from falls_app.domain.screening.bone_check import Choice
from falls_app.domain.screening.bone_items import BoneItem, is_open, items_for, with_item
from falls_app.domain.screening.injection import INJECTION, Due, due
from falls_app.i18n import _, content, ngettext
from falls_app.ui.sections.section import Face, Section
from falls_app.ui.session import Session
from falls_app.ui.widgets.boxes import column
from falls_app.ui.widgets.even import Even
from falls_app.ui.widgets.item_card import ItemCard
from falls_app.ui.widgets.text import Words
from falls_app.ui.widgets.yes_no import NOT_SURE, YES, Asking

DAYS = {"B20": "scan", "B21": INJECTION}
"""Items that ask for a day, and its key in ``Bones.dates``."""


def short_choice(session: Session, item: BoneItem) -> Choice | None:
    """Return the answer to the short question that asks this too, None if it has none."""
    items, short = session.case.bones.items, session.view.bones.by_id
    choices = (short[each].choice(items.get(each)) for each in item.covers)
    return next((choice for choice in choices if choice and item.id in choice.plain), None)


def is_to_ask(session: Session, item: BoneItem) -> bool:
    """Return whether an item leads somewhere, as the list says in which it was answered."""
    choice = short_choice(session, item)
    if choice is not None:
        return choice.state not in ("ok", "unsure") and is_open(item, choice.plain[item.id])
    return is_open(item, session.view.told.item(item))


class CheckSection(Section):
    """All questions for this person in their groups, in any order."""

    @override
    @classmethod
    def face(cls, session: Session) -> Face:
        """Return the card: how many were answered, and how many have something to ask about."""
        told = session.view.told
        items = items_for(load_bone_items(), session.case.person.sex)
        answered = sum(bool(told.item(item)) for item in items)
        to_ask = sum(is_to_ask(session, item) for item in items)
        topic, lead = _("Bone check in full"), _("Answer what you know")
        said = _("{n} of {total} answered.").format(n=answered, total=len(items))
        if to_ask:
            tag = ngettext("{n} to look at", "{n} to look at", to_ask)
            return Face(topic, "bone", said, tag, "some", lead)
        if answered == len(items):
            return Face(topic, "bone", said, _("Good"), "ok", lead)
        tag = _("Begun") if answered else _("Not asked yet")
        return Face(topic, "bone", said, tag, "none", lead)

    @override
    def build(self) -> None:
        """Make one card for each question, by groups."""
        days = {"B20": _("When was it?"), "B21": _("When is the next injection due?")}
        check = load_bone_items()
        self._wanted: ItemCard | None = None
        self._cards = [ItemCard(item, days.get(item.id, "")) for item in check.items]
        for card in self._cards:
            card.answered.connect(self._on_answered)
            card.dated.connect(self._on_dated)
            card.followed.connect(self._on_followed)
            card.went_on.connect(self._on_went_on)
        titles = {
            "ask": _("Worth a word with the doctor"),
            "habit": _("Everyday habits"),
            "record": _("To keep in mind"),
        }
        self._count = Words("", 17, 600, "ink2")
        layout = column(Words(content(check.why), 19, 400, "ink2"), self._count, gap=12)
        for group, title in titles.items():
            layout.addWidget(Words(title, 24, serif=True))
            grid = QWidget()
            cards = [card for card in self._cards if card.item.group == group]
            grid.setLayout(Even(*cards, narrowest=440, most=2))
            layout.addWidget(grid)
        layout.addStretch(1)
        self.setLayout(layout)

    # ------------------------------------------------------------------ showing it

    @override
    def refresh(self) -> None:
        """Show every answer, in whichever list it was given."""
        session = self.session
        told, dates = session.view.told, session.case.bones.dates
        asked = {item.id for item in items_for(load_bone_items(), session.case.person.sex)}
        answers = {card.item.id: told.item(card.item) for card in self._cards}
        for card in self._cards:
            answer = answers[card.item.id]
            card.setVisible(card.item.id in asked)
            card.show_asking(self._asking(card.item, answer))
            card.show_day(
                session,
                dates.get(DAYS.get(card.item.id, ""), ""),
                shown=answer == YES,
                may_come=DAYS.get(card.item.id) == INJECTION,
            )
        answered = sum(bool(answers[each]) for each in asked)
        self._count.setText(_("{n} of {total} answered.").format(n=answered, total=len(asked)))

    def _asking(self, item: BoneItem, answer: str) -> Asking:
        say, choice = self.session.say, short_choice(self.session, item)
        if choice is None:
            leads = tuple(self._leads(item, answer))
            is_near = self._due(item) not in (None, Due.LATER)
            is_plain = not is_open(item, answer) and not (is_near and answer == YES)
            token = "unsure" if answer == NOT_SURE else "primary" if is_plain else "some"
        else:
            leads = tuple(self._short_leads(choice))
            token = {"ok": "primary", "unsure": "unsure"}.get(choice.state, "some")
        return Asking(
            words=say(item.question),
            answer=answer,
            above=say(item.topic),
            hint=self._hint(item, answer),
            leads=leads,
            token=token,
            link=_("See the short question") if choice is not None else "",
        )

    @staticmethod
    def _hint(item: BoneItem, answer: str) -> str:
        """Return what stands below the question: the things of a list, or what helps to know."""
        lines = [content(line) for line in item.then]
        if item.group == "record":
            return " ".join(lines) if answer == YES else ""
        return " · ".join(lines)

    def _short_leads(self, choice: Choice) -> Iterator[tuple[str, str]]:
        """Yield what the answer to the short question leads to: it says more than yes or no."""
        say = self.session.say
        yield "list", _("Said before: {answer}").format(answer=say(choice.said))
        yield "bulb", say(choice.text)
        if choice.ask and choice.state != "ok":
            yield "steth", _("To ask: **{question}**").format(question=say(choice.ask))

    def _leads(self, item: BoneItem, answer: str) -> Iterator[tuple[str, str]]:
        say = self.session.say
        if answer == NOT_SURE:
            yield "info", content(load_bone_items().not_sure)
        elif is_open(item, answer):
            yield "bulb", say(item.text)
            if item.ask:
                yield "steth", _("To ask: **{question}**").format(question=say(item.ask))
        elif item.group == "record" and answer == YES:
            yield "bulb", say(item.text)
            yield from self._injection(item)

    def _due(self, item: BoneItem) -> Due | None:
        """Return how near the next injection is, None where there is no day."""
        day = self.session.case.bones.dates.get(INJECTION)
        if DAYS.get(item.id) != INJECTION or not day:
            return None
        return due(date.fromisoformat(day), self.session.today)

    def _injection(self, item: BoneItem) -> Iterator[tuple[str, str]]:
        """Yield what to do about the next injection, from two weeks before its day: book it."""
        near, day = self._due(item), self.session.case.bones.dates.get(INJECTION, "")
        if near is not None:
            words = load_bone_items().injection
            text = {Due.LATER: words.later, Due.SOON: words.soon, Due.LATE: words.late}[near]
            when = long_day(day, self.session.region.locale)
            due_words = _("It was due on {day}.") if near is Due.LATE else _("It is due on {day}.")
            yield "calendar", f"**{due_words.format(day=when)} {content(text)}**"

    @override
    def open_at(self, where: str) -> None:
        """Let a question have the keyboard next, by its id."""
        self._wanted = next((card for card in self._cards if card.item.id == where), None)
        if self._wanted is not None:
            QTimer.singleShot(0, self._wanted, self._wanted.bring_into_sight)

    @override
    def first_focus(self) -> QWidget:
        """Return the question that was asked for, else the first that has no answer yet."""
        if self._wanted is not None:
            wanted, self._wanted = self._wanted, None
            return wanted
        told = self.session.view.told
        here = [card for card in self._cards if not card.isHidden()]
        return next((card for card in here if not told.item(card.item)), here[0])

    # ------------------------------------------------------------------ what people do

    def _on_answered(self, answer: str) -> None:
        card = self.sender()
        if isinstance(card, ItemCard):
            bones, view = self.session.case.bones, self.session.view
            items = with_item(bones.items, view.bones, card.item, answer)
            verb = _("answer to {check}").format(check=self.session.say(card.item.topic))
            self.session.change_bones(verb, items=items)

    def _on_dated(self, day: str) -> None:
        card = self.sender()
        if isinstance(card, ItemCard):
            key = DAYS[card.item.id]
            dates = {
                name: each for name, each in self.session.case.bones.dates.items() if name != key
            }
            verb = _("day of {check}").format(check=self.session.say(card.item.topic))
            self.session.change_bones(verb, dates={**dates, key: day} if day else dates)

    def _on_followed(self) -> None:
        card = self.sender()
        if isinstance(card, ItemCard):
            self.go(f"bones:{card.item.covers[0]}")

    def _on_went_on(self) -> None:
        here = [card for card in self._cards if not card.isHidden()]
        number = here.index(self.sender()) + 1  # type: ignore[arg-type]
        if number < len(here):
            here[number].setFocus(Qt.FocusReason.TabFocusReason)


SECTION = CheckSection
