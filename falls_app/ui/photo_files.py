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
    files, _kind = QFileDialog.getOpenFileNames(window, _("Add photos"), _start(settings), _kinds())
    if files:
        settings.keep(FROM, str(Path(files[0]).parent))
    return [Path(file) for file in files]


def chosen_photo(window: QWidget, settings: Settings) -> Path | None:
    """Let one photo of a paper page be chosen in a dialog; None if it is left."""
    title = _("Photo of the page")
    file, _kind = QFileDialog.getOpenFileName(window, title, _start(settings), _kinds())
    if not file:
        return None
    settings.keep(FROM, str(Path(file).parent))
    return Path(file)


def _kinds() -> str:
    return _("Photos ({kinds})").format(kinds=KINDS)


def _start(settings: Settings) -> str:
    folder = Path(settings.get(FROM, str(_pictures())))
    # A folder that is not there would stand in the field for the file's name.
    return str(folder if folder.is_dir() else Path.home())


def place_for_original(window: QWidget, ending: str) -> Path | None:
    """Return where a photo is to go as it came, None if nowhere; its name says not of whose."""
    start = str(_pictures() / f"{_('Original photo')}{ending}")
    chosen, _kind = QFileDialog.getSaveFileName(window, _("Save the original"), start)
    return with_ending(chosen, ending) if chosen else None


def _pictures() -> Path:
    place = QStandardPaths.StandardLocation.PicturesLocation
    return Path(QStandardPaths.writableLocation(place))
