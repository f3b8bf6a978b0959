"""The real window that the parts click in."""

import time
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path


class Walk:
    """The real window on a store of its own, at a card of a case with many rooms."""

    def __init__(self, folder: Path) -> None:
        from PySide6.QtWidgets import QApplication

        from falls_app import app
        from falls_app.storage.store import Store
        from falls_app.ui import theme

        self.application = QApplication.instance() or QApplication([])
        self.application.setStyle("Fusion")
        theme.load_fonts()
        self.store = Store.open(folder, lambda: datetime.now(UTC))
        self.window = app.make_window(self.application, self.store)
        self.session = self.window.session
        self.session.begin(mine=False)
        self.session.set_home(many_rooms(), "rooms")
        self.window.show()
        self.window.go("walk")
        self.settle()

    def settle(self) -> None:
        """Let everything be drawn."""
        for _round in range(4):
            self.application.processEvents()

    def until(self, done: Callable[[], bool]) -> None:
        """Let the window live until this is so."""
        while not done():
            self.application.processEvents()
            time.sleep(0.001)

    def rest(self, seconds: float = 0.1) -> None:
        """Let everything be drawn, and what is done a moment later be done."""
        rested = time.perf_counter() + seconds
        self.until(lambda: time.perf_counter() > rested)

    def sheet(self):
        """Return the evidence sheet that is open."""
        from falls_app.ui.widgets.evidence_sheet import EvidenceSheet

        sheets = self.window.findChildren(EvidenceSheet)
        return next(each for each in sheets if each.isVisible())

    def card(self):
        """Return the question card."""
        from falls_app.ui.widgets.question_card import QuestionCard

        return self.window.page.findChild(QuestionCard)

    def buttons(self):
        """Return the three answers of the card."""
        from falls_app.ui.widgets.answers import AnswerButton

        return [each for each in self.card().findChildren(AnswerButton) if each.isVisible()][:3]

    def click(self, number: int) -> None:
        """Click an answer and have it saved and painted."""
        from PySide6.QtCore import Qt
        from PySide6.QtTest import QTest

        QTest.mouseClick(self.buttons()[number], Qt.MouseButton.LeftButton)
        self.application.processEvents()


def many_rooms():
    """Return a home with a room of every kind that is asked about."""
    from falls_app.domain.home import Home, Room

    kinds = {"hall": "HAL", "living": "LIV", "kitchen": "KIT", "bedroom": "BED", "bathroom": "BTH",
             "stairs": "STR", "front": "OUT"}  # fmt: skip
    return Home(tuple(Room(key, area, key.title()) for key, area in kinds.items()), shape="two")


def answer_all(walk: Walk) -> None:
    """Answer every check of the walk."""
    from falls_app.domain.checklist import Answer

    kinds = (Answer.SAFE, Answer.PARTLY, Answer.HAZARD)
    for number, each in enumerate(walk.session.view.score.places):
        walk.session.answer(each.check, each.room.id if each.room else None, kinds[number % 3])
