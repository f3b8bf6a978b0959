"""Whose reports these are, and the phrases they are written with: kept in the settings."""

from collections.abc import Mapping
from io import BytesIO
from pathlib import Path

from falls_app.errors import UserError
from falls_app.export import Letterhead
from falls_app.export.letterheads import (
    SETTING,
    letterhead_form,
    letterhead_in_use,
    read_letterheads,
)
from falls_app.i18n import _
from falls_app.ui.settings import Settings

PHRASES = "phrases"
_LARGEST_LOGO = (600, 200)
_LARGEST_FILE = 20_000_000


class Letterheads:
    """The letterheads of this program by their id, "" for the first one, and the phrase bank."""

    def __init__(self, settings: Settings) -> None:
        self._settings = settings

    def all(self) -> Mapping[str, Letterhead]:
        """Return every letterhead by its id; an empty one if there is none yet."""
        return read_letterheads(self._settings.get(SETTING, {}))

    def get(self, key: str) -> Letterhead:
        """Return a letterhead, the first one if there is none of this id."""
        return letterhead_in_use(self.all(), key)

    def known(self, key: str) -> str:
        """Return the id that is in use for ``key``."""
        heads = self.all()
        return key if key in heads else next(iter(heads))

    def keep(self, key: str, head: Letterhead) -> None:
        """Keep a letterhead under its id."""
        heads = {**self.all(), key: head}
        forms = {each: letterhead_form(said) for each, said in heads.items()}
        self._settings.keep(SETTING, forms)

    def add(self) -> str:
        """Add an empty letterhead and return its id."""
        heads = self.all()
        key = next(str(n) for n in range(1, len(heads) + 2) if str(n) not in heads)
        self.keep(key, Letterhead())
        return key

    # ------------------------------------------------------------------ phrases

    @property
    def phrases(self) -> Mapping[str, str]:
        """The phrases by their names, in the order in which they were written."""
        return dict(self._settings.get(PHRASES, {}))

    def keep_phrase(self, name: str, words: str) -> None:
        """Keep a phrase under a name; no words take it out."""
        kept = {**self.phrases, name: words}
        self._settings.keep(PHRASES, {each: said for each, said in kept.items() if said})


def logo_from(file: Path) -> bytes:
    """Return the picture in a file as a small PNG. UserError if it is none."""
    from PIL import Image

    try:
        if file.stat().st_size > _LARGEST_FILE:
            raise ValueError(file.name)
        with Image.open(file) as picture:
            made = picture.convert("RGBA")
    except (OSError, ValueError) as error:
        raise UserError(
            _("“{file}” is no picture that we can read.").format(file=file.name),
            _("Choose a PNG or JPEG file."),
        ) from error
    made.thumbnail(_LARGEST_LOGO)
    target = BytesIO()
    made.save(target, "PNG", optimize=True)
    return target.getvalue()
