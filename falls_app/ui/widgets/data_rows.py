"""The homes on the page of one's data: one that is kept, and one that was deleted not long ago."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from falls_app.i18n import _, ngettext
from falls_app.storage.store import CaseSummary
from falls_app.ui.focus import bring_into_sight
from falls_app.ui.widgets.boxes import Card, column
from falls_app.ui.widgets.buttons import Button
from falls_app.ui.widgets.chips import CheckBox
from falls_app.ui.widgets.flow import Flow
from falls_app.ui.widgets.text import Words


def name_of(home: CaseSummary) -> str:
    """Return what a home is called in lists."""
    return home.name or _("A home without a name yet")


class Ask(QWidget):
    """A question before something is done, with yes and no. Signals: agreed(), declined()."""

    agreed = Signal()
    declined = Signal()

    def __init__(self, words: str, yes: str, no: str) -> None:
        super().__init__()
        self._words, self.more = Words(words, 18), CheckBox("")
        self.more.hide()
        self._yes, self.no = Button(yes, "delete", height=48), Button(no, "quiet", height=48)
        self._yes.clicked.connect(self.agreed)
        self.no.clicked.connect(self.declined)
        buttons = QWidget()
        buttons.setLayout(Flow(self._yes, self.no, gap=10))
        self.setLayout(column(self._words, self.more, buttons, gap=8))
        self.hide()

    def show_words(self, words: str, more: str) -> None:
        """Ask in these words; ``more`` are those of a box to tick, "" for none."""
        self._words.setText(words)
        self.more.set_words(more)
        self.more.setVisible(bool(more))

    def begin(self) -> None:
        """Ask now; the way back has the keyboard."""
        self.show()
        self.no.setFocus()
        bring_into_sight(self.no)


class KeptHome(Card):
    """A home in the list: what was said about sharing it, the way to a file, and the way out.

    Signals: saved(str), deleted(str), list_asked(str): the id of the case.
    """

    saved = Signal(str)
    deleted = Signal(str)
    list_asked = Signal(str)

    def __init__(self, home: CaseSummary, about: str, *, has_list: bool = False) -> None:
        """Show a home; ``has_list`` offers the list of who did what with it."""
        self._case_id, name = home.id, name_of(home)
        self.save = Button(
            _("Save as a file"), "secondary", icon="export", height=44, size=17,
            name=_("Save {name} as a file").format(name=name),
        )  # fmt: skip
        self._delete = Button(
            _("Delete this home"), "secondary", icon="trash", height=44, size=17,
            name=_("Delete {name}").format(name=name),
        )  # fmt: skip
        listed = Button(
            _("Who did what"), "secondary", icon="list", height=44, size=17,
            name=_("Who did what with {name}").format(name=name),
        )  # fmt: skip
        listed.clicked.connect(self._on_list)
        self.save.clicked.connect(self._on_save)
        self._delete.clicked.connect(self._on_delete)
        words = _("**{name} goes off the list.** You can bring it back for 30 days.")
        self._ask = Ask(words.format(name=name), _("Yes, delete it"), _("Keep it"))
        self._ask.agreed.connect(self._on_yes)
        self._ask.declined.connect(self._on_no)
        buttons = QWidget()
        buttons.setLayout(Flow(self.save, *([listed] if has_list else []), self._delete, gap=10))
        super().__init__(
            column(
                Words(name, 20, 700), Words(about, 17, token="ink2"), buttons, self._ask,
                gap=8, margins=(22, 14, 18, 20),
            )
        )  # fmt: skip

    def _on_save(self) -> None:
        self.saved.emit(self._case_id)

    def _on_list(self) -> None:
        self.list_asked.emit(self._case_id)

    def _on_delete(self) -> None:
        self._ask.begin()

    def _on_yes(self) -> None:
        self.deleted.emit(self._case_id)

    def _on_no(self) -> None:
        self._ask.hide()
        self._delete.setFocus()


class DeletedHome(Card):
    """A home that was deleted: bring it back, or delete it now, from the backups too if wanted.

    Signals:
        restored(str): the id of the case. asked(DeletedHome): is it in backups?
        destroyed_for_good(str, bool): the id, and whether it goes from the backups too.
    """

    restored = Signal(str)
    asked = Signal(object)
    destroyed_for_good = Signal(str, bool)

    def __init__(self, home: CaseSummary, until: str) -> None:
        self.case_id, name = home.id, name_of(home)
        self.back = Button(
            _("Bring it back"), "secondary", icon="undo", height=44, size=17,
            name=_("Bring {name} back").format(name=name),
        )  # fmt: skip
        self._now = Button(
            _("Delete now"), "secondary", icon="trash", height=44, size=17,
            name=_("Delete {name} now").format(name=name),
        )  # fmt: skip
        self.back.clicked.connect(self._on_back)
        self._now.clicked.connect(self._on_now)
        self._words = _(
            "**Delete {name} for good?** Its answers, notes and photos are destroyed. Nothing "
            "brings them back from here."
        ).format(name=name)
        self._ask = Ask(self._words, _("Yes, delete it for good"), _("Keep it"))
        self._ask.agreed.connect(self._on_yes)
        self._ask.declined.connect(self._on_no)
        buttons = QWidget()
        buttons.setLayout(Flow(self.back, self._now, gap=10))
        about = _("Goes for good on {day}.").format(day=until)
        super().__init__(
            column(
                Words(name, 20, 700), Words(about, 17, token="ink2"), buttons, self._ask,
                gap=8, margins=(22, 14, 18, 20),
            )
        )  # fmt: skip

    def ask(self, backups: int, aside: int) -> None:
        """Ask whether to delete it; so many backups have it, and so many stores kept aside."""
        words, more = [self._words], ""
        if backups:
            words.append(_("Backups keep it until they are about a year old."))
        if aside:
            words.append(
                _("It is also in what was kept aside when a backup was brought back: for ever.")
            )
        if backups or aside:
            more = ngettext(
                "Take it out of {n} copy too", "Take it out of {n} copies too", backups + aside
            )
            words.append(_("Tick the box to take it out of there too."))
        self._ask.show_words(" ".join(words), more)
        self._ask.begin()

    def _on_back(self) -> None:
        self.restored.emit(self.case_id)

    def _on_now(self) -> None:
        self.asked.emit(self)

    def _on_yes(self) -> None:
        more = self._ask.more
        self.destroyed_for_good.emit(self.case_id, more.isChecked() and not more.isHidden())

    def _on_no(self) -> None:
        self._ask.hide()
        self._now.setFocus()
