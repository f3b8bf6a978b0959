"""How the window looks and which keys it takes: chosen once, used at once, kept."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from falls_app.content.themes import THEMES
from falls_app.ui.session import Session
from falls_app.ui.theme import SCALES, look

SYSTEM = "system"
"""The theme that follows the computer."""


class Looks:
    """Changes the look and keeps what was chosen, in the settings of the open store."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def begin(self) -> None:
        """Use what was chosen last."""
        settings = self._session.settings
        percent = settings.get("text_percent", 100)
        look.use(
            theme=_theme_called(self.theme),
            percent=percent if percent in SCALES else 100,
            large_targets=settings.get("large_targets", False),
            single_keys=settings.get("single_keys", True),
        )
        self._move_less(self.has_less_motion)

    @property
    def theme(self) -> str:
        """The theme that was chosen, "system" for the computer's."""
        chosen = str(self._session.settings.get("theme", "light"))
        return chosen if chosen in (*THEMES, SYSTEM) else "light"

    def set_theme(self, name: str) -> None:
        """Use "light", "dark", "high-contrast" or "system" from now on."""
        if name != self.theme or _theme_called(name) != look.theme.name:
            self._session.settings.keep("theme", name)
            look.use(theme=_theme_called(name))

    def follow_system(self) -> None:
        """Use what the computer uses now, if that was chosen."""
        if self.theme == SYSTEM and _theme_called(SYSTEM) != look.theme.name:
            look.use(theme=_theme_called(SYSTEM))

    def set_text_size(self, percent: int) -> None:
        """Use this text size from now on."""
        if percent != look.percent:
            self._session.settings.keep("text_percent", percent)
            look.use(percent=percent)

    def set_large_targets(self, large: bool) -> None:
        """Make everything that can be pressed large, or not."""
        self._session.settings.keep("large_targets", large)
        look.use(large_targets=large)

    def set_single_keys(self, take: bool) -> None:
        """Let one letter or number alone do something, or not."""
        self._session.settings.keep("single_keys", take)
        look.use(single_keys=take)

    @property
    def has_less_motion(self) -> bool:
        """True if nothing slides or blinks; until somebody chose, as the computer has it."""
        return bool(self._session.settings.get("less_motion", _system_moves_less()))

    def set_less_motion(self, less: bool) -> None:
        """Let nothing slide or blink, or let it."""
        self._session.settings.keep("less_motion", less)
        self._move_less(less)

    def _move_less(self, less: bool) -> None:
        for effect in _EFFECTS:
            QApplication.setEffectEnabled(effect, not less)
        usual = _Flash.usual()  # asked before it is changed
        QApplication.setCursorFlashTime(0 if less else usual)


_EFFECTS = (
    Qt.UIEffect.UI_AnimateMenu, Qt.UIEffect.UI_FadeMenu, Qt.UIEffect.UI_AnimateCombo,
    Qt.UIEffect.UI_AnimateTooltip, Qt.UIEffect.UI_FadeTooltip,
)  # fmt: skip


class _Flash:
    """How long the computer lets a cursor blink, asked before we change it."""

    _usual: int | None = None

    @classmethod
    def usual(cls) -> int:
        """Return it in milliseconds, 0 if it does not blink."""
        if cls._usual is None:
            cls._usual = QApplication.cursorFlashTime()
        return cls._usual


def _theme_called(name: str) -> str:
    return system_theme() if name == SYSTEM else name


def system_theme() -> str:
    """Return the theme that is like the computer's; Qt before 6.10 does not know of contrast."""
    hints = QGuiApplication.styleHints()
    accessibility = getattr(hints, "accessibility", None)
    wish = accessibility().contrastPreference() if accessibility else None
    if getattr(wish, "name", "") == "HighContrast":
        return "high-contrast"
    return "dark" if hints.colorScheme() is Qt.ColorScheme.Dark else "light"


def _system_moves_less() -> bool:
    """Return whether the computer asks for less motion; Qt before 6.12 does not know."""
    accessibility = getattr(QGuiApplication.styleHints(), "accessibility", None)
    wish = getattr(accessibility(), "motionPreference", None) if accessibility else None
    return getattr(wish() if wish else None, "name", "") == "ReducedMotion"
