"""How much room a page has for its text size, and what folds when it is little."""

from typing import NamedTuple, Self

from PySide6.QtWidgets import QWidget

from falls_app.ui.theme import at_full_size


class Space(NamedTuple):
    """Width and height of the window in pixels at 100 % text: half of them at 200 %.

    Source of all limits: design brief, section 2.3.
    """

    width: float
    height: float

    @classmethod
    def of(cls, widget: QWidget) -> Self:
        """Return the space of the window in which a widget stands."""
        window = widget.window()
        return cls(at_full_size(window.width()), at_full_size(window.height()))

    @property
    def folds_plan(self) -> bool:
        """The plan beside the card becomes a tab."""
        return self.width < 1280 or self.is_low

    @property
    def folds_rail(self) -> bool:
        """The list of rooms becomes a button, and so does the plan."""
        return self.width < 1000

    @property
    def shows_strip(self) -> bool:
        """The rooms nearby stand above the card; else the button has to do."""
        return self.folds_rail and not self.is_single and not self.is_short

    @property
    def is_single(self) -> bool:
        """One column: what is opened takes the place of what was there."""
        return self.width < 700

    @property
    def is_low(self) -> bool:
        """What can be lower is."""
        return self.height < 800

    @property
    def is_short(self) -> bool:
        """There is little height, as in a small window with large text."""
        return self.height < 608

    @property
    def answers_first(self) -> bool:
        """The answers follow the question at once: why it matters and the rest come after them."""
        return self.height < 680 or self.is_single

    @property
    def is_tiny(self) -> bool:
        """Each line counts: a window for 1366 x 768 pixels at 200 % text."""
        return self.height < 430

    @property
    def heads_scroll(self) -> bool:
        """Heads scroll with what they stand over."""
        return self.is_short or self.is_single

    @property
    def is_tall(self) -> bool:
        """A tablet held upright: answers and buttons are large, the buttons near the thumb."""
        return self.folds_rail and not self.is_single and self.height >= 900
