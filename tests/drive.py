"""Answers cards in the real window by clicks: ``python -m tests.drive --answers N [--seed S]``.

It works on the store of ``STEADY_HOME_DATA``, goes on with the home that changed last, and makes
one where there is none. Each time the window says that an answer is saved, a line goes out at
once: ``ACK <case> <check> <room or -> <answer> <counter>``. It can be killed at any moment and
started again.
"""

import argparse
import os
import random
import sys
from datetime import UTC, datetime

from tests.walk_script import KEY, click, until

ROOMS = {
    "hall": "HAL", "living": "LIV", "kitchen": "KIT", "bedroom": "BED", "bathroom": "BTH",
    "stairs": "STR", "front": "OUT",
}  # fmt: skip
"""The rooms of the home that is made, and their areas."""


class Driver:
    """Clicks answers in a window and tells which of them are saved."""

    def __init__(self, window, session, choices: random.Random) -> None:
        self._window, self._session, self._choices = window, session, choices
        self._asked: list[tuple[str, str | None]] = []
        self._heard = self._told = 0
        session.saved.connect(self._on_saved)
        session.changed.connect(self._on_changed)

    def begin(self) -> None:
        """Go on with the home that changed last; make one, or what it lacks, if need be."""
        from falls_app.domain.assessment import ListKind
        from falls_app.domain.home import Home, Room

        homes = self._session.store.cases()
        if homes:
            self._session.open(homes[0].id)
        else:
            self._session.begin(mine=False)
        if not self._session.case.home.rooms:
            rooms = (Room(key, area, key.title()) for key, area in ROOMS.items())
            self._session.set_home(Home(tuple(rooms), shape="two"), "rooms")
        self._session.choose_list(ListKind.FULL)
        self._window.go("walk")

    def answer(self) -> None:
        """Click one answer of the next card that has none, or of any card if all have one."""
        from falls_app.domain.overview import WHOLE

        places = self._session.view.score.places
        asked = next((each for each in places if each.finding is None), None)
        asked = asked or self._choices.choice(places)
        room = asked.room.id if asked.room else WHOLE
        self._window.go(f"walk:{room}:{asked.check.id}")
        self._asked.append(asked.place)
        buttons = until("the answers of a card", self._buttons)
        if asked.check.thing:
            # That a thing is not there answers other cards too, and back: no card stands alone.
            buttons = [each for each in buttons if KEY.search(each.accessibleName())[1] != "0"]
        button = self._choices.choice(buttons)
        heard = self._heard
        click(button)
        until("the click to be heard", lambda: self._heard > heard)

    def _buttons(self) -> list:
        from falls_app.ui.widgets.answers import AnswerButton

        buttons = self._window.page.findChildren(AnswerButton)
        return [each for each in buttons if each.isVisible()]

    @property
    def is_all_saved(self) -> bool:
        """True if nothing waits to be written."""
        return self._session.retry()

    def _on_saved(self, _verb: str) -> None:
        """Tell every answer that is on the disk now; one that was refused before comes with it."""
        for check, room in self._asked:
            answer = self._session.finding(check, room).answer
            self._told += 1
            words = ("ACK", self._session.case.id, check, room or "-", answer, self._told)
            print(*words, flush=True)
        self._asked.clear()

    def _on_changed(self) -> None:
        self._heard += 1


def run(answers: int, choices: random.Random) -> int:
    """Open the window, click, close it. Returns 0; 1 if answers could not be saved; 3: refused."""
    from PySide6.QtWidgets import QApplication

    from falls_app import app, paths
    from falls_app.errors import UserError
    from falls_app.storage.store import Store
    from falls_app.ui import theme

    application = QApplication(sys.argv[:1])
    application.setStyle("Fusion")
    theme.load_fonts()
    try:
        store = Store.open(paths.user_data(), lambda: datetime.now(UTC))
    except UserError as error:
        print(error, file=sys.stderr)
        return 3
    window = app.make_window(application, store)
    app.show_fitting(application, window)
    until("the window", lambda: window.windowHandle() and window.windowHandle().isExposed())
    driver = Driver(window, window.session, choices)
    try:
        driver.begin()
    except UserError as error:
        print(error, file=sys.stderr)
        return 3
    for _number in range(answers):
        driver.answer()
    if not driver.is_all_saved:
        print("Some answers could not be saved.", file=sys.stderr)
        return 1
    window.close()
    store.close()
    return 0


def main() -> int:
    """Read the words of the command line and drive."""
    parser = argparse.ArgumentParser(prog="python -m tests.drive", description=__doc__)
    parser.add_argument("--answers", type=int, required=True, metavar="N")
    parser.add_argument("--seed", type=int, default=0, metavar="S")
    words = parser.parse_args()
    if not any(os.environ.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY")):
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    return run(words.answers, random.Random(words.seed))


if __name__ == "__main__":
    sys.exit(main())
