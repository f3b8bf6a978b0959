"""The way back from pages that are opened aside, such as the settings."""

ASIDE = ("settings", "about", "hand-over")
"""Pages from which the way back leads to where one was; an open home stays open."""


class Trail:
    """Remembers from where pages aside were opened."""

    def __init__(self) -> None:
        self._left: list[str] = []

    def go(self, page: str, *, shown: str, place: str) -> None:
        """Note that ``page`` comes; ``shown`` was the page until now, ``place`` with its part."""
        known = [each.partition(":")[0] for each in self._left]
        if page not in ASIDE:
            self._left.clear()
        elif shown and shown not in (page, *known):
            self._left.append(place)

    def back(self) -> str:
        """Return where the way back leads, and forget it."""
        return self._left.pop() if self._left else "start"

    @property
    def begun(self) -> str:
        """Where one was before the first page aside, "" if none is open."""
        return next(iter(self._left), "")
