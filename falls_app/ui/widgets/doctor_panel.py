"""The questions worth asking, as they gather from the answers: tick what to share, and print it."""

from collections.abc import Collection, Mapping, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QSizePolicy

from falls_app.domain.screening.asks import MOST_ON_A_SHEET, PHARMACIST, Ask
from falls_app.i18n import _
from falls_app.ui.session import Session
from falls_app.ui.theme import px
from falls_app.ui.widgets.bone_card import TreePicture
from falls_app.ui.widgets.boxes import Card, clear, column, row
from falls_app.ui.widgets.buttons import Button
from falls_app.ui.widgets.chips import CheckBox
from falls_app.ui.widgets.marks import Icon
from falls_app.ui.widgets.text import Words

FEW = 4
"""Up to so many questions stand without a heading for each professional."""


def heading_of(who: str) -> str:
    """Return under which professional a question stands: doctor, pharmacist or therapist."""
    known = {"doctor": _("For the doctor"), PHARMACIST: _("For the pharmacist")}
    return known.get(who, _("For the therapist"))


def ask_words(session: Session, ask: Ask) -> str:
    """Return a question in words, with the matter before it where it needs one."""
    words = session.say(ask.words)
    if not ask.about:
        return words
    return _("{matter}: {question}").format(matter=session.say(ask.about), question=words)


class DoctorPanel(Card):
    """All questions as boxes, none ticked before somebody ticks it.

    Signals:
        ticked(str, bool): a question is to be shared, or no longer.
        all_wanted(): every question is to be shared.
        previewed(str): the paper of this kind is to be shown.
    """

    ticked = Signal(str, bool)
    all_wanted = Signal()
    previewed = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._shown: Sequence[tuple[str, str, str]] = ()
        self._boxes: Mapping[str, CheckBox] = {}
        self._intro, self._room = Words("", 16, 400, "ink2"), Words("", 16, 400, "ink2")
        self._list = column(gap=2)
        self._all = Button(_("Tick all"), "quiet", icon="check", height=44, size=16)
        self._all.clicked.connect(self.all_wanted)
        self._doctor = Button(
            _("Preview the doctor page"), icon="print", height=48, size=17, wide=True
        )
        self._doctor.clicked.connect(self._on_doctor)
        self._pharmacist = Button(
            _("Preview the pharmacist page"), icon="print", height=48, size=17, wide=True
        )
        self._pharmacist.clicked.connect(self._on_pharmacist)
        head = row(
            Icon("steth", 24, "primary"), (Words(_("Questions to take along"), 22, serif=True), 1),
            gap=9,
        )  # fmt: skip
        self.setLayout(
            column(
                TreePicture(), 8, head, self._intro, row(self._all, None), self._list,
                self._room, 4, self._doctor, self._pharmacist, None,
                gap=6, margins=(15, 15, 15, 20),
            )
        )  # fmt: skip
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)

    def show_asks(
        self, session: Session, asks: Sequence[Ask], shared: Collection[str] | None
    ) -> None:
        """Show these questions with those ticked that are shared; None: nobody chose yet."""
        self._intro.setText(session.about(_intro(asks, shared)))
        self._show_list([(ask.id, ask.who, ask_words(session, ask)) for ask in asks])
        ticked = set(shared or ()) & self._boxes.keys()
        for each, box in self._boxes.items():
            box.setChecked(each in ticked)
        self._all.setVisible(bool(asks) and len(ticked) < len(asks))
        self._doctor.setVisible(any(ask.who != PHARMACIST for ask in asks))
        self._pharmacist.setVisible(any(ask.who == PHARMACIST for ask in asks))
        too_many = sum(ask.id in ticked and ask.who != PHARMACIST for ask in asks)
        self._room.setVisible(too_many > MOST_ON_A_SHEET)
        self._room.setText(
            _("One visit has time for {n}. The page takes the most pressing ones.").format(
                n=MOST_ON_A_SHEET
            )
        )

    def _show_list(self, asks: Sequence[tuple[str, str, str]]) -> None:
        """Make the boxes anew, only when the questions are others."""
        if asks == self._shown:
            return
        self._shown = asks
        clear(self._list)
        self._boxes = {each: CheckBox(words) for each, _who, words in asks}
        headed = len(asks) > FEW
        for heading in dict.fromkeys(heading_of(who) for _each, who, _words in asks):
            if headed:
                self._list.addSpacing(px(6))
                self._list.addWidget(Words(heading, 17, 700, "primary"))
            for each, who, _words in asks:
                if heading_of(who) == heading:
                    self._boxes[each].clicked.connect(self._on_box)
                    self._list.addWidget(self._boxes[each])

    def _on_box(self) -> None:
        for each, box in self._boxes.items():
            if box is self.sender():
                self.ticked.emit(each, box.isChecked())

    def _on_doctor(self) -> None:
        self.previewed.emit("doctor")

    def _on_pharmacist(self) -> None:
        self.previewed.emit("pharmacist")


def _intro(asks: Sequence[Ask], shared: Collection[str] | None) -> str:
    if not asks:
        return _("Good questions gather here as you answer. There are none yet.")
    if shared is None:
        return _(
            "Tick what {name} want{s} to share. Until then, a page has the most pressing questions."
        )
    return _("Tick what {name} want{s} to share. A page has only what is ticked.")
