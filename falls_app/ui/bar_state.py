"""What the bar on top says of the session: which home, which part, what can be taken back."""

from falls_app.i18n import _
from falls_app.ui.name_desk import home_title
from falls_app.ui.session import Session
from falls_app.ui.widgets.app_bar import AppBar


def show_state(bar: AppBar, session: Session, stage: str) -> None:
    """Show the session in the bar; ``stage`` is that of the page that is shown."""
    bar.show_for_work(session.is_professional)
    bar.show_stage(stage, home_title(session) if session.is_open else "")
    undo, redo = session.undo_label, session.redo_label
    bar.undo.setEnabled(undo is not None)
    bar.redo.setEnabled(redo is not None)
    bar.undo.set_name(_("Undo: {verb}").format(verb=undo) if undo else _("Undo"))
    bar.redo.set_name(_("Redo: {verb}").format(verb=redo) if redo else _("Redo"))
