"""The PySide6 that is installed does not wear out (6.12.0 kills Python 3.10 and 3.11)."""

from PySide6.QtWidgets import QLabel


def test_twenty_thousand_calls_leave_the_interpreter_alive(qtbot) -> None:
    """Each void call of the broken pairing drops a reference to None, until none is left."""
    label = QLabel()
    qtbot.addWidget(label)

    for number in range(20_000):
        label.setText(str(number))

    assert label.text() == "19999"
