"""Asks where photos come from, and where one goes that is saved as it came."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QStandardPaths
from PySide6.QtWidgets import QFileDialog, QWidget

from falls_app.i18n import _
from falls_app.ui.saving import with_ending
from falls_app.ui.settings import Settings

FROM = "photos from"
"""Setting: the folder from which photos were added last."""
KINDS = "*.jpg *.jpeg *.png *.webp *.heic *.heif *.tif *.tiff *.bmp *.gif"


def chosen_photos(window: QWidget, settings: Settings) -> Sequence[Path]:
    """Let photos be chosen in a dialog, several at once; none if it is left."""
    kinds = _("Photos ({kinds})").format(kinds=KINDS)
    folder = Path(settings.get(FROM, str(_pictures())))
    # A folder that is not there would stand in the field for the file's name.
    start = str(folder if folder.is_dir() else Path.home())
    files, _kind = QFileDialog.getOpenFileNames(window, _("Add photos"), start, kinds)
    if files:
        settings.keep(FROM, str(Path(files[0]).parent))
    return [Path(file) for file in files]


def place_for_original(window: QWidget, ending: str) -> Path | None:
    """Return where a photo is to go as it came, None if nowhere; its name says not of whose."""
    start = str(_pictures() / f"{_('Original photo')}{ending}")
    chosen, _kind = QFileDialog.getSaveFileName(window, _("Save the original"), start)
    return with_ending(chosen, ending) if chosen else None


def _pictures() -> Path:
    place = QStandardPaths.StandardLocation.PicturesLocation
    return Path(QStandardPaths.writableLocation(place))
