"""The buttons at the foot of the evidence sheet: photos are added, pasted and deleted by them."""

from falls_app.i18n import _
from falls_app.ui.theme import look
from falls_app.ui.widgets.buttons import Button
from falls_app.ui.widgets.flow import Flow
from falls_app.ui.widgets.pressable import with_key


class PhotoButtons(Flow):
    """Add, paste and delete; where there is little room the last two are signs alone."""

    def __init__(self) -> None:
        self.add = Button(
            _("Add a photo"), icon="camera", key="P" if look.single_keys else "", height=52
        )
        self.paste = Button(_("Paste"), "quiet", icon="paste", height=52, name=_("Paste a photo"))
        self.delete = Button(_("Delete photo"), "quiet", icon="trash", height=52)
        super().__init__(self.add, self.paste, self.delete, gap=8)

    def show_photos(self, has_photos: bool) -> None:
        """Offer another one where there are some, and to delete the one that is shown."""
        words = _("Add another") if has_photos else _("Add a photo")
        self.add.set_words(words, with_key(words, "P"))
        self.delete.setVisible(has_photos)

    def show_narrow(self, narrow: bool) -> None:
        """Say what a sign alone does when it is pointed at."""
        for button, words in ((self.paste, _("Paste")), (self.delete, _("Delete photo"))):
            button.set_words("" if narrow else words, button.accessibleName())
            button.setToolTip(button.accessibleName() if narrow else "")
