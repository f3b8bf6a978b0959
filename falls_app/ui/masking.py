"""Hides names on the screen, for hallways and waiting rooms: initials wherever a name stands.

What is kept is never changed. Everything that draws or reads out a text asks here.
"""

from collections.abc import Callable, Iterable

from falls_app.domain.assessment import Case

HIDES_NAMES = "hide_names"
"""The setting: names are hidden, until somebody shows them again."""


class Masking:
    """Knows whose names are hidden. There is one, ``masking``."""

    def __init__(self) -> None:
        self.is_on = False
        self._known: tuple[Case, tuple[str, ...]] | None = None
        self._mask: Callable[[str], str] = str

    def switch(self, on: bool) -> None:
        """Hide names from now on, or show them."""
        self.is_on, self._known, self._mask = on, None, str

    def learn(self, case: Case, more: Iterable[str] = ()) -> bool:
        """Hide the names of this case, and ``more``; return whether others are hidden now."""
        known = (case, tuple(more))
        if not self.is_on or known == self._known:
            return False
        from falls_app.domain.hiding import masker

        self._known, self._mask = known, masker(case, known[1])
        return True

    def masked(self, text: str) -> str:
        """Return a text as it may be seen now."""
        return self._mask(text) if self.is_on and text else text


masking = Masking()
