"""Lists of short sentences, each with a sign or a number before it."""

from collections.abc import Sequence

from PySide6.QtWidgets import QVBoxLayout, QWidget

from falls_app.ui.theme import px
from falls_app.ui.widgets.boxes import column, row
from falls_app.ui.widgets.marks import Icon
from falls_app.ui.widgets.text import Words


def bullets(
    lines: Sequence[str], icon: str, *, token: str = "primary", size: int = 17
) -> QVBoxLayout:
    """Return the lines one below the other, an icon before each."""
    return _list([(Icon(icon, 18, token), line) for line in lines], size)


def numbered(lines: Sequence[str], size: int = 17) -> QVBoxLayout:
    """Return the lines with 1, 2, 3 before them."""
    marks = []
    for number, line in enumerate(lines, start=1):
        mark = Words(str(number), size, 700, "primary", wraps=False)
        mark.setFixedWidth(px(18))
        marks.append((mark, line))
    return _list(marks, size)


def _list(marked: Sequence[tuple[QWidget, str]], size: int) -> QVBoxLayout:
    made = column(gap=9)
    for mark, words in marked:
        line = row(gap=10)
        line.addLayout(column(3 if isinstance(mark, Icon) else 0, mark, None, gap=0))
        line.addWidget(Words(words, size), 1)
        made.addLayout(line)
    return made
