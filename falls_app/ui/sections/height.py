"""Height over time: how to measure, what was measured, and what a loss leads to."""

from datetime import date

from PySide6.QtWidgets import QWidget
from typing_extensions import override

from falls_app.content.screening import load_height
from falls_app.domain.bones import Height
from falls_app.domain.screening.height import HeightFound, Loss, filled_in
from falls_app.domain.screening.known_break import is_followed_up
from falls_app.drawing.shapes import State
from falls_app.height_words import CM_AN_INCH, difference_words, height_words, in_feet
from falls_app.i18n import _, content, ngettext
from falls_app.result_words import number_words
from falls_app.ui.focus import order_tabs
from falls_app.ui.sections.section import Face, Section
from falls_app.ui.session import Session
from falls_app.ui.widgets.bone_card import tag_words
from falls_app.ui.widgets.boxes import Card, column
from falls_app.ui.widgets.bullets import numbered
from falls_app.ui.widgets.even import Even
from falls_app.ui.widgets.height_form import HeightForm
from falls_app.ui.widgets.history import Entry, History
from falls_app.ui.widgets.reply import PlainReply
from falls_app.ui.widgets.text import Words
from falls_app.ui.widgets.trend import Point
from falls_app.ui.words import day_of

QUESTION = "B03"
"""The short question about height."""

STATES: dict[Loss, State] = {Loss.LITTLE: "ok", Loss.SOME: "some", Loss.LOT: "fix"}


def in_order(heights: tuple[Height, ...]) -> list[Height]:
    """Return the heights with the tallest ever in front, then by their days."""
    return sorted(heights, key=lambda each: each.date)


def lost_words(session: Session, found: HeightFound) -> str:
    """Return how much shorter than at the tallest: "1.5 in shorter than at the tallest."."""
    if found.lost_cm <= 0:
        return _("As tall as ever.")
    lost = difference_words(found.lost_cm, session.region)
    return _("{lost} shorter than at the tallest.").format(lost=lost)


class HeightSection(Section):
    """Two forms, what follows from them, and the list."""

    @override
    @classmethod
    def face(cls, session: Session) -> Face:
        """Return the card: the loss, or that there is nothing to compare yet."""
        found, topic, lead = session.view.outcome.height, _("Height over time"), _("Write a height")
        if found is not None:
            state = STATES[found.loss]
            said = lost_words(session, found)
            return Face(topic, "ruler", said, tag_words(state), state, lead)
        count = len(session.case.bones.heights)
        tag = ngettext("{n} height", "{n} heights", count) if count else _("Not measured yet")
        return Face(topic, "ruler", content(load_height().why), tag, "none", lead)

    @override
    def build(self) -> None:
        """Make the forms, the answer and the list."""
        words = load_height()
        self._tallest = HeightForm(self.session, is_tallest=True)
        self._now = HeightForm(self.session, is_tallest=False)
        for form in (self._tallest, self._now):
            form.measured.connect(self._on_measured)
        self._reply, self._history = PlainReply(), History()
        self._history.removed.connect(self._on_removed)
        how = Card(
            column(
                Words(_("How to measure"), 22, serif=True),
                numbered([content(line) for line in words.steps]),
                None,
                gap=10,
                margins=(22, 16, 20, 24),
            )
        )
        top = QWidget()
        top.setLayout(Even(how, self._tallest, self._now, narrowest=330, most=3, gap=16))
        self.setLayout(
            column(
                Words(content(words.why), 19, 400, "ink2"),
                top,
                self._reply,
                self._history,
                None,
                gap=14,
            )
        )

    # ------------------------------------------------------------------ showing it

    @override
    def refresh(self) -> None:
        """Show what was measured and what it leads to."""
        for form in (self._tallest, self._now):
            form.show_region()
        found = self.session.view.outcome.height
        self._reply.setVisible(found is not None)
        if found is not None:
            self._reply.show_reply(STATES[found.loss], self._title(found), self._text(found))
        self._show_history()
        order_tabs(self)

    def _title(self, found: HeightFound) -> str:
        words = lost_words(self.session, found)
        if found.is_new:
            words += " " + _("Much of it is gone since a reading of the last 5 years.")
        return words

    def _text(self, found: HeightFound) -> str:
        words, heights = load_height(), in_order(self.session.case.bones.heights)
        if heights[-1].cm > max(each.cm for each in heights[:-1]):
            return self.session.say(words.gained)
        if found.loss is Loss.LOT and is_followed_up(self.session.view.told):
            return self.session.say(words.known_break.text)
        answer = next(each for each in words.answers if each.id == found.loss)
        return self.session.say(answer.text)

    def _show_history(self) -> None:
        heights = in_order(self.session.case.bones.heights)
        self._history.setVisible(bool(heights))
        if not heights:
            return
        region = self.session.region
        dated = [each for each in heights if each.date]
        points = [self._point(each) for each in dated]
        unit = _("Height in inches") if in_feet(region) else _("Height in centimeters")
        title = _("Heights so far")
        name = _("{title}. {axis}: {numbers}").format(
            title=title,
            axis=unit,
            numbers=", ".join(f"{point.when} {point.label}" for point in points),
        )
        entries = [self._entry(each) for each in reversed(heights)]
        self._history.show_entries(title, self._change(dated), entries, points, name, unit)

    def _point(self, height: Height) -> Point:
        region = self.session.region
        shown = height.cm / CM_AN_INCH if in_feet(region) else height.cm
        return Point(
            date.fromisoformat(height.date).toordinal(),
            height.cm,
            number_words(shown, region),
            day_of(self.session, height.date),
        )

    def _entry(self, height: Height) -> Entry:
        when = day_of(self.session, height.date) or _("Tallest ever")
        words = height_words(height.cm, self.session.region)
        return Entry(height, when, words, "", _("Take out: {height}, {day}").format(
            height=words, day=when
        ))  # fmt: skip

    def _change(self, dated: list[Height]) -> str:
        """Return how the last reading differs from the one before, "" with one or none."""
        if len(dated) < 2:
            return ""
        change = round(dated[-1].cm - dated[-2].cm, 1)
        when = day_of(self.session, dated[-2].date)
        much = difference_words(abs(change), self.session.region)
        if not change:
            return _("The same as on {day}.").format(day=when)
        words = _("{much} taller than on {day}.") if change > 0 else _("{much} less than on {day}.")
        return words.format(much=much, day=when)

    @override
    def first_focus(self) -> QWidget | None:
        """Return the first field."""
        return self._now.first if self.session.case.bones.heights else self._tallest.first

    # ------------------------------------------------------------------ changing it

    def _on_measured(self, height: Height) -> None:
        old = self.session.case.bones.heights
        # There is one tallest height.
        kept = old if height.date else tuple(each for each in old if each.date)
        self._change_heights((*kept, height), _("height"))
        words = height_words(height.cm, self.session.region)
        self.told.emit(_("Written down: {result}.").format(result=words), True)

    def _on_removed(self, height: Height) -> None:
        heights = list(self.session.case.bones.heights)
        heights.remove(height)
        self._change_heights(tuple(heights), _("height taken out"))
        self.told.emit(_("The height is taken out."), True)

    def _change_heights(self, heights: tuple[Height, ...], verb: str) -> None:
        """Keep the heights; the short question about height follows if nobody answered it."""
        bones = self.session.case.bones
        items = filled_in(bones.items, QUESTION, bones.heights, heights)
        self.session.change_bones(verb, heights=heights, items=items)


SECTION = HeightSection
