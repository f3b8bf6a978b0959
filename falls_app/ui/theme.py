"""How everything looks: the theme's colors, the fonts and the text size, for all widgets."""

from functools import lru_cache

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QColor, QFont, QFontDatabase, QPalette
from PySide6.QtWidgets import QApplication

from falls_app import paths
from falls_app.content.themes import Theme, load_theme

SANS, SERIF = "Steady Sans", "Literata"
SCALES = (100, 125, 150, 175, 200)
"""Text sizes to choose from, in percent."""

FONTS = ("atkinson-400", "atkinson-500", "atkinson-600", "atkinson-700", "literata-600")


class Look(QObject):
    """The look that all widgets draw with. There is one, ``look``.

    Signals:
        changed(): something of it is another; windows build their pages again.
    """

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._theme: Theme | None = None
        self.percent = 100
        self.large_targets = False
        """True if everything that can be pressed is at least 56 pixels high and wide."""
        self.single_keys = True
        """True if one letter or number alone does something where nothing is written."""
        self.by_keyboard = True
        """True until something is clicked, and from the next key on: focus then shows."""

    @property
    def theme(self) -> Theme:
        """The colors in use."""
        if self._theme is None:
            self._theme = load_theme("light")
        return self._theme

    @property
    def smallest_target(self) -> int:
        """Smallest side of what can be pressed, in pixels. Source: design brief, section 8."""
        return 56 if self.large_targets else 44

    def use(
        self,
        *,
        theme: str | None = None,
        percent: int | None = None,
        large_targets: bool | None = None,
        single_keys: bool | None = None,
    ) -> None:
        """Change theme, text size (percent), targets or keys, and tell the windows."""
        if theme is not None:
            self._theme = load_theme(theme)
        if percent is not None:
            self.percent = percent
        if large_targets is not None:
            self.large_targets = large_targets
        if single_keys is not None:
            self.single_keys = single_keys
        font.cache_clear()
        color.cache_clear()
        self.changed.emit()

    def apply(self, app: QApplication) -> None:
        """Give Qt's own widgets our font and colors (``setColorScheme`` does nothing under X11)."""
        app.setFont(font(18))
        app.setPalette(_palette(self.theme))


look = Look()


def load_fonts() -> bool:
    """Make our fonts known to Qt; return whether all are there.

    A missing file leaves the system's font, never an error.
    """
    folder = paths.resources() / "fonts"
    known = [QFontDatabase.addApplicationFont(str(folder / f"{name}.ttf")) for name in FONTS]
    return -1 not in known


def has_letters() -> bool:
    """Return whether there is any font to draw with."""
    return bool(QFontDatabase.families())


def at_full_size(pixels: int) -> float:
    """Return how wide or high this many pixels are for text at 100 %: half as much at 200 %."""
    return pixels * 100 / look.percent


def px(size: float) -> int:
    """Return a size at 100 % text as pixels at the chosen text size."""
    return round(size * look.percent / 100)


@lru_cache(maxsize=256)
def font(size: float, weight: int = 400, serif: bool = False) -> QFont:
    """Return a font of ``size`` pixels at 100 % text, scaled to the chosen text size."""
    return plain_font(size * look.percent / 100, weight, serif)


@lru_cache(maxsize=512)
def plain_font(size: float, weight: int = 400, serif: bool = False) -> QFont:
    """Return a font of exactly ``size`` pixels, whatever the text size is."""
    made = QFont(SERIF if serif else SANS)
    made.setPixelSize(max(1, round(size)))
    made.setWeight(QFont.Weight(weight))
    made.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    return made


@lru_cache(maxsize=256)
def color(token: str) -> QColor:
    """Return a color of the theme by its token."""
    return QColor(look.theme[token])


def _palette(theme: Theme) -> QPalette:
    palette = QPalette()
    roles = {
        QPalette.ColorRole.Window: "paper",
        QPalette.ColorRole.WindowText: "ink",
        QPalette.ColorRole.Base: "surface",
        QPalette.ColorRole.AlternateBase: "sunken",
        QPalette.ColorRole.Text: "ink",
        QPalette.ColorRole.Button: "surface",
        QPalette.ColorRole.ButtonText: "ink",
        QPalette.ColorRole.Highlight: "primary",
        QPalette.ColorRole.HighlightedText: "on_primary",
        QPalette.ColorRole.PlaceholderText: "ink3",
        QPalette.ColorRole.ToolTipBase: "ink",
        QPalette.ColorRole.ToolTipText: "surface",
        QPalette.ColorRole.Link: "link",
    }
    for role, token in roles.items():
        palette.setColor(role, QColor(theme[token]))
    return palette
