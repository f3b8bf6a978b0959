"""The failures a person can mend."""

from falls_app.i18n import _


class Sentence(str):
    """A sentence in English that waits: it is translated when it is shown.

    For constants, which are made before anybody chose a language.
    """

    __slots__ = ()


def sentences(message: str, hint: str) -> tuple[str, str]:
    """Return what a failure says, a sentence and what to do next, to be translated when shown."""
    return Sentence(message), Sentence(hint)


class UserError(Exception):
    """Something went wrong that the user can mend: one sentence and what to do next.

    ``said`` are both as they were given, to tell which failure it is; ``message`` and ``hint`` are
    for people, in their language.
    """

    def __init__(self, message: str, hint: str = "") -> None:
        super().__init__(message)
        self.said = (message, hint)

    @property
    def message(self) -> str:
        """What went wrong."""
        return _shown(self.said[0])

    @property
    def hint(self) -> str:
        """What to do next, "" if nothing helps."""
        return _shown(self.said[1])

    def __str__(self) -> str:
        return f"{self.message} {self.hint}".strip()


def _shown(words: str) -> str:
    return _(words) if isinstance(words, Sentence) else words
