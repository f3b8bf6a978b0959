"""Settings: text size, colors, motion."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from falls_app.i18n import _
from falls_app.ui.looks import Looks
from falls_app.ui.settings_parts.part import SettingsPart, headed
from falls_app.ui.theme import SCALES, look
from falls_app.ui.widgets.answers import AnswerButton
from falls_app.ui.widgets.boxes import Card, Divider, column
from falls_app.ui.widgets.chips import Chip
from falls_app.ui.widgets.flow import Flow
from falls_app.ui.widgets.look_menu import theme_names
from falls_app.ui.widgets.text import Words
from falls_app.ui.widgets.theme_card import ThemeCard
from falls_app.ui.widgets.toggle import ToggleLine


class LookPart(SettingsPart):
    """How everything looks; the card below the sizes is a piece of a page."""

    icon = "text-size"

    @staticmethod
    def title() -> str:
        """Return its name in the list."""
        return _("Look and text")

    def build(self) -> None:
        """Make sizes, a sample of them, themes and the switch."""
        self._looks = Looks(self.session)
        self._sizes = {percent: Chip(f"{percent} %") for percent in SCALES}
        sizes = QWidget()
        sizes.setAccessibleName(_("Text size"))
        sizes.setLayout(Flow(*self._sizes.values(), gap=8))
        for percent, chip in self._sizes.items():
            chip.setObjectName(f"size-{percent}")
            chip.setAccessibleName(_("Text at {percent} %").format(percent=percent))
            chip.clicked.connect(self._on_size)
        self._themes = [ThemeCard(value, words) for value, words in theme_names()]
        themes = QWidget()
        themes.setAccessibleName(_("Colors"))
        themes.setLayout(Flow(*self._themes, gap=12))
        for card in self._themes:
            card.setObjectName(f"theme-{card.value}")
            card.clicked.connect(self._on_theme)
        self._motion = ToggleLine(
            _("Less motion"), _("The cursor does not blink. Menus do not slide.")
        )
        self._motion.switched.connect(self._looks.set_less_motion)
        self.setLayout(
            column(
                headed(_("Text size"), sizes), _sample(), Divider(),
                headed(_("Colors"), themes), Divider(), self._motion, gap=18,
            )
        )  # fmt: skip

    def refresh(self) -> None:
        """Show what is chosen now."""
        for percent, chip in self._sizes.items():
            chip.setChecked(percent == look.percent)
        for card in self._themes:
            card.setChecked(card.value == self._looks.theme)
        self._motion.show_on(self._looks.has_less_motion)

    def _on_size(self) -> None:
        chip = self.sender()
        chosen = next(percent for percent, each in self._sizes.items() if each is chip)
        if chosen == look.percent:
            self.refresh()
        self._looks.set_text_size(chosen)

    def _on_theme(self) -> None:
        card = self.sender()
        if isinstance(card, ThemeCard):
            self._looks.set_theme(card.value)
            self.refresh()


def _sample() -> Card:
    """Return a piece of a page, to see how large its words are."""
    answer = AnswerButton("1", "ok")
    answer.show_answer(_("Yes, easy to reach"), chosen=False)
    answer.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    answer.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
    return Card(
        column(
            Words(_("Is there a light by the bed?"), 28, serif=True),
            Words(_("It is in reach before the feet touch the floor."), 18, token="ink2"),
            answer, gap=8, margins=(22, 16, 22, 22),
        )
    )  # fmt: skip


PART = LookPart
