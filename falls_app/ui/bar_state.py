"""What the bar on top says of the session: which home, which part, what can be taken back."""

from PySide6.QtWidgets import QApplication

from falls_app.i18n import _
from falls_app.ui.name_desk import home_title
from falls_app.ui.pages.page import Page
from falls_app.ui.session import Session
from falls_app.ui.widgets.app_bar import AppBar


def show_state(bar: AppBar, session: Session, page: Page) -> None:
    """Show the session in the bar, and the head of the page that is shown if that needs it."""
    bar.show_for_work(session.is_professional)
    bar.show_head(page.head())
    bar.show_stage(page.stage, home_title(session) if session.is_open else "")
    # Below a sheet nothing is answered, and a photo is not kept waiting for the score.
    if session.is_open and QApplication.activeModalWidget() is None:
        bar.show_shares(
            {"rooms": _share(session, bones=False), "bones": _share(session, bones=True)}
        )
    undo, redo = session.undo_label, session.redo_label
    bar.undo.setEnabled(undo is not None)
    bar.redo.setEnabled(redo is not None)
    bar.undo.set_name(_("Undo: {verb}").format(verb=undo) if undo else _("Undo"))
    bar.redo.set_name(_("Redo: {verb}").format(verb=redo) if redo else _("Redo"))


def _share(session: Session, *, bones: bool) -> float:
    """Return how much of what is asked in the rooms, or of the bones, has an answer: 0 to 1."""
    # Comes with a case: the window opens before there is one.
    from falls_app.domain.overview import BONES

    marks = session.view.marks.items()
    asked = [mark for place, mark in marks if (place == BONES) is bones]
    return sum(mark.done for mark in asked) / max(1, sum(mark.total for mark in asked))
