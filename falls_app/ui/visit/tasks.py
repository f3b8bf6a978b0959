"""Transfers and daily tasks that were watched: how each went, what help it took, which aid."""

from dataclasses import replace
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from falls_app.domain.visit import Activity, Support, Transfer
from falls_app.export.report.words import activity_names, support_names
from falls_app.i18n import _
from falls_app.ui.visit.part import VisitPart
from falls_app.ui.widgets.boxes import Card, column
from falls_app.ui.widgets.even import Even
from falls_app.ui.widgets.fields import Choices, LineField
from falls_app.ui.widgets.setup import Question, fill
from falls_app.ui.widgets.text import Words


class TaskCard(Card):
    """One task. Signals: noted(Transfer): it is noted in another way now."""

    noted = Signal(object)

    def __init__(self, what: Activity, name: str) -> None:
        self._transfer = Transfer(what)
        pairs = [(_("Not noted"), ""), *((words, each) for each, words in support_names().items())]
        self._how = LineField(name=_("{task}: how it went").format(task=name), longest=2000)
        self._support = Choices(pairs, name=_("{task}: help").format(task=name))
        self._aid = LineField(name=_("{task}: aid").format(task=name))
        halves = QWidget()
        halves.setLayout(
            Even(
                Question(_("Help"), self._support),
                Question(_("Aid"), self._aid),
                narrowest=240,
                most=2,
            )
        )
        super().__init__(
            column(
                Words(name, 21, serif=True),
                Question(_("How it went"), self._how),
                halves,
                gap=10,
                margins=(20, 16, 20, 22),
            )
        )
        self._how.written.connect(self._on_how)
        self._support.activated.connect(self._on_support)
        self._aid.written.connect(self._on_aid)

    def show_transfer(self, transfer: Transfer) -> None:
        """Show how it went."""
        self._transfer = transfer
        fill(self._how, transfer.how)
        fill(self._aid, transfer.aid)
        self._support.show_value(transfer.support or "")

    def _note(self, **fields: Any) -> None:
        self.noted.emit(replace(self._transfer, **fields))

    def _on_how(self, words: str) -> None:
        self._note(how=words.strip())

    def _on_aid(self, words: str) -> None:
        self._note(aid=words.strip())

    def _on_support(self) -> None:
        value = self._support.value
        self._note(support=Support(value) if value else None)


class Tasks(VisitPart):
    """A card for each task, in the order in which it is watched."""

    icon = "bed"

    @override
    @staticmethod
    def title() -> str:
        return _("Transfers and tasks")

    @override
    def build(self) -> None:
        self._cards = {what: TaskCard(what, name) for what, name in activity_names().items()}
        for card in self._cards.values():
            card.noted.connect(self._on_noted)
        self.setLayout(column(*self._cards.values(), gap=12))

    @override
    def refresh(self) -> None:
        for what, card in self._cards.items():
            card.show_transfer(self.visit.transfer(what))

    def _on_noted(self, transfer: Transfer) -> None:
        name = activity_names()[transfer.what]
        noted = self.visit.with_transfer(transfer).transfers
        self.session.set_visit(_("task: {name}").format(name=name), transfers=noted)


PART = Tasks
