"""Settings: keys and touch."""

from falls_app.i18n import _
from falls_app.ui.looks import Looks
from falls_app.ui.settings import GOES_ON
from falls_app.ui.settings_parts.part import SettingsPart
from falls_app.ui.theme import look
from falls_app.ui.widgets.boxes import Divider, column
from falls_app.ui.widgets.toggle import ToggleLine


class HandsPart(SettingsPart):
    """How the hands work: large targets, letters and numbers alone, going on by itself."""

    icon = "keyboard"

    @staticmethod
    def title() -> str:
        """Return its name in the list."""
        return _("Keys and touch")

    def build(self) -> None:
        """Make the switches."""
        looks = Looks(self.session)
        self._looks = looks
        self._large = ToggleLine(
            _("Bigger buttons"), _("All buttons are 56 pixels or more. Good for touch.")
        )
        self._single = ToggleLine(
            _("One-key answers"),
            _("Press 1, 2 or 3 to answer. Turn this off if you use voice control."),
        )
        self._goes_on = ToggleLine(
            _("Go on by itself"),
            _("After an answer in a room the next check comes 1 second later."),
        )
        for name, line, slot in (
            ("large", self._large, looks.set_large_targets),
            ("single", self._single, looks.set_single_keys),
            ("goes-on", self._goes_on, self._on_goes_on),
        ):
            line.toggle.setObjectName(name)
            line.switched.connect(slot)
        self.setLayout(
            column(self._large, Divider(), self._single, Divider(), self._goes_on, gap=18)
        )

    def refresh(self) -> None:
        """Show what is chosen now."""
        self._large.show_on(look.large_targets)
        self._single.show_on(look.single_keys)
        self._goes_on.show_on(self.session.settings.get(GOES_ON, False))

    def _on_goes_on(self, on: bool) -> None:
        self.session.settings.keep(GOES_ON, on)


PART = HandsPart
