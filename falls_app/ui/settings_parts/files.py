"""Settings: where everything is kept, and its backups."""

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices

from falls_app.i18n import _
from falls_app.ui.settings import KEEPS_ORIGINALS
from falls_app.ui.settings_parts.part import SettingsPart, headed
from falls_app.ui.widgets.boxes import Divider, column, row
from falls_app.ui.widgets.buttons import Button
from falls_app.ui.widgets.text import Words
from falls_app.ui.widgets.toggle import ToggleLine


class FilesPart(SettingsPart):
    """The folder, to see and to open, and the way to the backups."""

    icon = "lock"

    @staticmethod
    def title() -> str:
        """Return its name in the list."""
        return _("Privacy and files")

    def build(self) -> None:
        """Make words and buttons."""
        self._folder = Words("", 17, 500)
        opens = Button(_("Open the folder"), icon="folder")
        opens.setObjectName("folder")
        opens.clicked.connect(self._on_open)
        backups = Button(_("See the backups"), icon="saved")
        backups.setObjectName("backups")
        backups.clicked.connect(self._on_backups)
        stays = _("Everything stays on this computer. Nothing is sent anywhere.")
        kept = column(
            Words(stays, 17, token="ink2"),
            self._folder, row(opens, None), gap=10,
        )  # fmt: skip
        copies = column(
            Words(_("A copy of all your homes and photos is made once a day."), 17, token="ink2"),
            row(backups, None), gap=10,
        )  # fmt: skip
        self._originals = ToggleLine(
            _("Keep the original photo too"),
            _(
                "A photo is cleaned when you add it: it does not tell where it was taken. With "
                "this, the one from the camera is kept beside it. Papers and files always use the "
                "cleaned one."
            ),
        )
        self._originals.toggle.setObjectName("originals")
        self._originals.switched.connect(self._on_originals)
        self.setLayout(
            column(
                headed(_("Where your answers are kept"), kept), Divider(),
                headed(_("Backups"), copies), Divider(), self._originals, gap=18,
            )
        )  # fmt: skip

    def refresh(self) -> None:
        """Show the folder in use, and what is chosen now."""
        self._originals.show_on(self.session.settings.get(KEEPS_ORIGINALS, False))
        self._folder.setText(str(self.session.store.folder))

    def _on_originals(self, on: bool) -> None:
        self.session.settings.keep(KEEPS_ORIGINALS, on)

    def _on_open(self) -> None:
        folder = self.session.store.folder
        if not QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder))):
            words = _("The folder cannot be shown from here. Open it yourself: {folder}")
            self.told.emit(words.format(folder=folder), False)

    def _on_backups(self) -> None:
        self.go("backups")


PART = FilesPart
