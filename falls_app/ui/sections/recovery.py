"""After a break in the spine: the weeks with their days, what helps now, when to call."""

from datetime import date

from PySide6.QtWidgets import QWidget
from typing_extensions import override

from falls_app.content.screening import load_bone_items, load_recovery
from falls_app.days import table_day
from falls_app.domain.screening.recovery import Phase, days_of, phases_on, week_of
from falls_app.i18n import _, content
from falls_app.ui.sections.section import Face, Section
from falls_app.ui.session import Session
from falls_app.ui.widgets.boxes import Card, column
from falls_app.ui.widgets.bullets import bullets
from falls_app.ui.widgets.buttons import Button
from falls_app.ui.widgets.day_asked import DayAsked
from falls_app.ui.widgets.even import Even
from falls_app.ui.widgets.handout_links import HandoutLinks
from falls_app.ui.widgets.phase_card import PhaseCard
from falls_app.ui.widgets.text import Words

BREAK = "spine_break"
HANDOUT = "H7"


def broke_on(session: Session) -> date | None:
    """Return the day of the break, None while it is not known."""
    day = session.case.bones.dates.get(BREAK)
    return date.fromisoformat(day) if day else None


def had_break(session: Session) -> bool:
    """Return whether a break in the spine was told of elsewhere."""
    said = session.view.told.item(load_bone_items().by_id["B02"])
    return "spine_fracture" in session.case.person.traits or said == "yes"


def day_words(session: Session, broke: date) -> str:
    """Return which day and week after the break it is."""
    day = (session.today - broke).days
    return _("Day {day} after the break, week {week}").format(day=day, week=week_of(day))


class RecoverySection(Section):
    """Asks for one day; everything else follows from it."""

    @override
    @classmethod
    def face(cls, session: Session) -> Face:
        """Return the card: it invites whoever had a break, and tells others what it is for."""
        broke = broke_on(session)
        lead = _("See these weeks")
        if broke is not None:
            said, tag = day_words(session, broke) + ".", _("Day known")
        elif had_break(session):
            said = _("Name the day of the break. Then see what helps in which week.")
            tag, lead = _("Not asked yet"), _("Name the day")
        else:
            said, tag = _("What helps in the weeks after a broken bone in the back."), _("To read")
        return Face(_("After a break in the spine"), "calendar", said, tag, "none", lead)

    @override
    def build(self) -> None:
        """Make the question, the card of now and one card for each stretch of time."""
        recovery = load_recovery()
        timed = [phase for phase in recovery.phases if phase.to_day]
        (always,) = (phase for phase in recovery.phases if not phase.to_day)
        self._day = DayAsked(_("On which day did the bone break?"))
        self._day.chosen.connect(self._on_day)
        self._now = Words("", 24, serif=True)
        self._so = Words("", 18, 400, "ink2")
        self._cards = [PhaseCard(phase) for phase in timed]
        top, weeks = QWidget(), QWidget()
        top.setLayout(Even(self._asked(), self._always(always), narrowest=420, most=2, gap=16))
        weeks.setLayout(Even(*self._cards, narrowest=330, most=3, gap=16))
        self.setLayout(
            column(
                Words(f"{content(recovery.why)} {content(recovery.lead)}", 19, 400, "ink2"),
                top,
                self._now,
                self._so,
                weeks,
                HandoutLinks(self.go, (HANDOUT,)),
                None,
                gap=12,
            )
        )

    def _asked(self) -> Card:
        hint = _(
            "Not sure? Take the day on which the pain began, or the day of the scan. "
            "What to ask in these weeks goes to the list for the doctor."
        )
        return Card(
            column(self._day, Words(hint, 17, 400, "ink2"), None, gap=10, margins=(24, 18, 20, 24))
        )

    def _always(self, phase: Phase) -> Card:
        flags = Button(_("See the red flags"), "secondary", icon="flag")
        flags.clicked.connect(self._on_flags)
        return Card(
            column(
                Words(content(phase.when), 21, serif=True),
                bullets([content(line) for line in phase.do], "flag", token="flag"),
                4,
                flags,
                None,
                gap=9,
                margins=(28, 16, 20, 24),
            ),
            stripe="flag_solid",
        )

    @override
    def refresh(self) -> None:
        """Show the days of every stretch, and which ones are now."""
        session, broke = self.session, broke_on(self.session)
        self._day.show_day(
            broke.isoformat() if broke else "",
            today=session.today,
            locale=session.region.locale,
        )
        now = phases_on(load_recovery(), (session.today - broke).days) if broke else ()
        for card in self._cards:
            card.show_when(self._days(card.phase, broke), is_now=card.phase in now)
        self._now.setText(day_words(session, broke) if broke else _("The weeks after the break"))
        self._so.setText(self._so_words(broke, now))

    def _days(self, phase: Phase, broke: date | None) -> str:
        if broke is None:
            return ""
        locale = self.session.region.locale
        first, last = (table_day(day, locale) for day in days_of(phase, broke))
        return _("{first} to {last}").format(first=first, last=last)

    def _so_words(self, broke: date | None, now: tuple[Phase, ...]) -> str:
        if broke is None:
            return _("With the day of the break, each of them gets its dates.")
        if any(phase.to_day for phase in now):
            return _("What counts now has a thick edge. Stretches of time overlap.")
        return _("These weeks are over. What holds at any time still holds.")

    @override
    def first_focus(self) -> QWidget | None:
        """Return the field for the day."""
        return self._day.field

    def _on_day(self, day: str) -> None:
        dates = {key: each for key, each in self.session.case.bones.dates.items() if key != BREAK}
        if day:
            dates[BREAK] = day
        self.session.change_bones(_("day of the break"), dates=dates)

    def _on_flags(self) -> None:
        self.go("bones:flags")


SECTION = RecoverySection
