"""Says that nothing is diagnosed here, and whose telephone numbers are shown."""

from PySide6.QtWidgets import QWidget

from falls_app.content.regions import load_region, region_ids
from falls_app.i18n import _
from falls_app.ui.session import Session
from falls_app.ui.theme import px
from falls_app.ui.widgets.beside import Beside, beside
from falls_app.ui.widgets.boxes import row
from falls_app.ui.widgets.fields import Choices
from falls_app.ui.widgets.marks import Icon
from falls_app.ui.widgets.text import Words


class RegionLine(QWidget):
    """The line below a page that says whom to call; another region is chosen here at once."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._region = Choices(
            [(load_region(each).name, each) for each in region_ids()],
            name=_("Country whose numbers are shown"),
        )
        self._region.setMinimumWidth(px(230))
        self._region.currentIndexChanged.connect(self._on_region)
        promise = QWidget()
        said = Words(_("Steady Home does not diagnose."), 16, token="ink2")
        promise.setLayout(row(Icon("info", 20, "ink2"), (said, 1), gap=10))
        label = Words(_("Numbers shown are for"), 16, token="ink2")
        numbers = beside(label, self._region, gap=10)
        self.setLayout(Beside((promise, 1), numbers, gap=10))

    def refresh(self) -> None:
        """Show the region in use."""
        self._region.show_value(self._session.region.id)

    def _on_region(self) -> None:
        self._session.set_region(self._region.value)
