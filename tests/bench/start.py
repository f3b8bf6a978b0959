"""How long the program takes to its first window."""

import os
import subprocess
import sys
import tempfile
from statistics import median

from tests.bench.timing import CHECKOUT, timed

PAINTED = """
from PySide6.QtCore import QEvent, QObject
class Eye(QObject):
    def eventFilter(self, seen, event):
        if event.type() == QEvent.Type.Paint and seen.isWidgetType() and seen.isVisible():
            self.left -= 1
        return False
def wait():
    while eye.left > 0: QApplication.processEvents()
    import os; os._exit(0)
eye = Eye()
"""

BARE = f"""
from PySide6.QtWidgets import QApplication, QMainWindow, QLabel
{PAINTED}
application = QApplication([]); window = QMainWindow(); label = QLabel("Hello")
window.setCentralWidget(label); eye.left = 1; label.installEventFilter(eye)
window.resize(1440, 900); window.show(); wait()
"""

OURS = f"""
import sys
from falls_app.__main__ import main
sys.argv = ["falls-app"]
import falls_app.screen as screen
reachable = screen.missing_packages
def missing():
    found = reachable()
    from PySide6.QtWidgets import QApplication
    globals()["QApplication"] = QApplication
    exec({PAINTED!r}, globals())
    def loop(*_self):
        from falls_app.ui.widgets.buttons import Button
        window = next(each for each in QApplication.topLevelWidgets() if each.isWindow())
        buttons = window.findChildren(Button); eye.left = 1
        for each in buttons: each.installEventFilter(eye)
        wait()
    QApplication.exec = loop
    return found
screen.missing_packages = missing
main([])
"""


def start(rounds: int = 9) -> None:
    """Whole process to the first painted, usable window, against a bare PySide6 window."""
    with tempfile.TemporaryDirectory() as folder:
        # As it is installed: modules are compiled once, and not at each start.
        surroundings = {**os.environ, "STEADY_HOME_DATA": folder, "PYTHONPATH": str(CHECKOUT)}
        surroundings |= {"PYTHONPYCACHEPREFIX": f"{folder}/compiled"}
        surroundings.pop("PYTHONDONTWRITEBYTECODE", None)

        def run(script: str) -> float:
            command = [sys.executable, "-c", script]
            return timed(lambda: subprocess.run(command, check=True, env=surroundings))

        run(OURS), run(BARE)
        pairs = [(run(BARE), run(OURS)) for _round in range(rounds)]
    bare, ours = median(pair[0] for pair in pairs), median(pair[1] for pair in pairs)
    ratio = median(pair[1] / pair[0] for pair in pairs)
    print(
        f"start: {ratio:.2f} x a bare window ({ours * 1e3:.0f} ms against {bare * 1e3:.0f} ms; "
        f"{rounds} pairs of whole processes; at most 2.5)"
    )
