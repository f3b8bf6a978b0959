"""The page with the recovery key: printed, or saved where the user chooses."""

from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import BinaryIO

from PySide6.QtGui import QPageSize
from PySide6.QtPrintSupport import QPrintDialog, QPrinter, QPrinterInfo
from PySide6.QtWidgets import QWidget

from falls_app.content.regions import Region
from falls_app.errors import UserError
from falls_app.export import write_data
from falls_app.i18n import _
from falls_app.ui.rendering import PRINT_DPI


@dataclass(frozen=True, slots=True)
class RecoveryPaper:
    """The page with these groups; ``on`` is the day on which they were made."""

    groups: tuple[str, ...] = field(repr=False)
    on: date
    region: Region

    def data(self) -> bytes:
        """Return the file of the page."""
        from falls_app.export.pdf.recovery_key import make_recovery_paper

        return make_recovery_paper(self.groups, self.on, self.region, self.region.paper)

    def write(self, target: Path | BinaryIO) -> None:
        """Write the page. UserError if that cannot be done."""
        write_data(target, self.data())

    def save(self, target: Path) -> Path:
        """Write the page into a file, and return where it lies."""
        self.write(target)
        return target


def chosen_printer(parent: QWidget, region: Region) -> QPrinter | None:
    """Ask where to print; None if nowhere. UserError if there is no printer.

    The name of the print job says nothing of what is on the page.
    """
    if not QPrinterInfo.availablePrinterNames():
        raise UserError(
            _("No printer is set up."),
            _("Write the 7 groups down by hand: that is just as good."),
        )
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setResolution(PRINT_DPI)
    sizes = {"letter": QPageSize.PageSizeId.Letter, "a4": QPageSize.PageSizeId.A4}
    printer.setPageSize(QPageSize(sizes[region.paper]))
    printer.setFullPage(True)
    printer.setDocName("Steady Home")
    dialog = QPrintDialog(printer, parent)
    dialog.setMinMax(1, 1)
    return printer if dialog.exec() == QPrintDialog.DialogCode.Accepted else None
