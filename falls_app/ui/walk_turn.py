"""Whose turn it is on the walk: the place, the check in it, and what comes before and after."""

from falls_app.domain.asking import Asked
from falls_app.domain.overview import BONES, checks_at
from falls_app.ui.evidence_desk import EvidenceDesk
from falls_app.ui.session import Session


class Turn:
    """The place and the check that are shown.

    ``place`` is the id of a place, ``number`` counts its checks from 0, ``is_ended`` means that
    its summary is shown. ``fresh`` is the id of the check that was just answered, "" for none.
    """

    def __init__(self, session: Session, desk: EvidenceDesk) -> None:
        self._session, self._desk = session, desk
        self.place, self.number, self.is_ended, self.fresh = "", 0, False, ""
        self._is_changing = False
        self._case = ""

    @property
    def here(self) -> tuple[Asked, ...]:
        """The checks of the place; under a sheet also one that is not asked any more."""
        view = self._session.view
        return checks_at(self.place, view.asked if self._desk.sheet else view.score.places)

    @property
    def asked(self) -> Asked | None:
        """The check whose turn it is; None at the end of a place, and in another home."""
        here = self.here
        if self.is_ended or self._case != self._session.case.id or self.number >= len(here):
            return None
        return here[self.number]

    def where(self) -> str:
        """Return what is shown, in the form that ``open_at`` of the page takes."""
        if self.is_ended:
            return f"summary:{self.place}"
        here = self.here
        if not here:
            return self.place
        shown = f"{self.place}:{here[self.number].check.id}"
        return f"{shown}:{self._desk.part}" if self._desk.part else shown

    def open_at(self, place: str, check: str) -> None:
        """Show a check of a place, or where its turn is; the place "summary" is that of one."""
        self._case = self._session.case.id
        if place == "summary":
            self.show_place(check)
            self.is_ended = True
            return
        self.show_place(place)
        for number, asked in enumerate(self.here):
            if asked.check.id == check:
                self.number, self.is_ended = number, False

    def keep_up(self) -> None:
        """Begin anew in another home or where the place has gone; stay within the checks."""
        view = self._session.view
        if self._case != self._session.case.id or self.place not in view.places:
            self._case = self._session.case.id
            self.show_place(self._first_place())
        if here := self.here:
            self.number = min(self.number, len(here) - 1)

    def _first_place(self) -> str:
        """Return the first place with something left to ask, else the first."""
        view = self._session.view
        marks = view.marks
        left = (each for each in view.places if marks[each].done < marks[each].total)
        return next((each for each in left if each != BONES), view.places[0])

    def show_place(self, place: str) -> None:
        """Open a place at its first unanswered check, or at its summary if there is none."""
        self.place, self.fresh, self._is_changing = place, "", False
        here = self.here
        unanswered = [number for number, each in enumerate(here) if each.finding is None]
        self.number = unanswered[0] if unanswered else 0
        self.is_ended = not unanswered

    def change(self, place: tuple[str, str | None]) -> None:
        """Show a check again, by its id and room; the summary comes back after it."""
        for number, asked in enumerate(self.here):
            if asked.place == place:
                self.number, self.is_ended, self._is_changing = number, False, True

    def go_on(self) -> None:
        """Show the next check, or the summary."""
        if self._is_changing or self.number + 1 >= len(self.here):
            self._end()
        else:
            self.number += 1

    def _end(self) -> None:
        """Show the summary; an answer that was to be changed from there is changed."""
        self.is_ended, self._is_changing = True, False

    def go_back(self) -> bool:
        """Show the check before, in this place or one before; return whether there is any."""
        if self._is_changing:
            self._end()
        elif self.is_ended and self.here:
            self.is_ended = False
        elif self.number > 0:
            self.number -= 1
        elif before := self._asked_before():
            self.show_place(before)
            self.number, self.is_ended = len(self.here) - 1, False
        else:
            return False
        return True

    def _asked_before(self) -> str:
        """Return the nearest place before this one where anything is asked, "" if there is none."""
        view = self._session.view
        before = reversed(view.places[: view.places.index(self.place)])
        return next((each for each in before if checks_at(each, view.score.places)), "")

    def place_beside(self, step: int) -> str | None:
        """Return the place so many further on, None beyond the first and the last."""
        places = self._session.view.places
        at = places.index(self.place) + step
        return places[at] if 0 <= at < len(places) else None
