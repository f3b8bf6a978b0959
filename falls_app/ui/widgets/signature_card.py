"""A place to sign: the pad, the name under it, and the buttons for who does not draw."""

from PySide6.QtCore import Signal

from falls_app.domain.visit import Signature, Signer
from falls_app.i18n import _
from falls_app.ui.widgets.boxes import Card, column, row
from falls_app.ui.widgets.buttons import Button
from falls_app.ui.widgets.signature_pad import SignaturePad, Strokes
from falls_app.ui.widgets.text import Words


class SignatureCard(Card):
    """One signature.

    Signals:
        drawn(object, tuple): the signer and the strokes; an empty tuple takes the signature off.
        given(object): the signer signed without drawing.
    """

    drawn = Signal(object, object)
    given = Signal(object)

    def __init__(self, signer: Signer) -> None:
        self._signer = signer
        self._title = Words("", 16, 700, "ink2")
        self.pad = SignaturePad("")
        self._name, self._day = Words("", 18, 600), Words("", 16, token="ink2")
        self.clear = Button("", "quiet", height=44, size=16)
        self.give = Button("", "quiet", height=44, size=16)
        super().__init__(
            column(
                self._title, self.pad, self._name, self._day,
                row(self.clear, None, self.give, gap=8), gap=4, margins=(18, 12, 14, 14),
            ),
            line="edge", line_width=1.5, radius=12, lifted=False,
        )  # fmt: skip
        self.pad.drawn.connect(self._on_drawn)
        self.clear.clicked.connect(self._on_clear)
        self.give.clicked.connect(self._on_give)

    def show_signature(
        self, signature: Signature | None, *, title: str, name: str, day: str, is_open: bool
    ) -> None:
        """Show who signs, and the signature if there is one; an open one can be changed."""
        self._title.setText(title)
        strokes = signature.strokes if signature else ()
        hint = "" if signature else _("Sign here with a pen, a finger or the mouse.")
        state = _("signed") if signature else _("not signed")
        told = _("{title}: {state}").format(title=title, state=state)
        self.pad.show_strokes(strokes, is_open=is_open, hint=hint, name=told)
        self._name.setText(name)
        self._name.setVisible(bool(name))
        self._day.setText(day)
        self._day.setVisible(bool(day))
        self.clear.set_words(_("Clear"), _("Clear: {title}").format(title=title))
        self.clear.setVisible(is_open and signature is not None)
        self.give.setVisible(is_open and signature is None)

    def _on_drawn(self, strokes: Strokes) -> None:
        self.drawn.emit(self._signer, strokes)

    def _on_clear(self) -> None:
        self.drawn.emit(self._signer, ())

    def _on_give(self) -> None:
        self.given.emit(self._signer)
