"""The page that stops all else: get help today, with the number to call."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from falls_app.content.bones import load_red_flags
from falls_app.domain.screening.red_flags import ticked_signs
from falls_app.domain.screening.signs import in_the_diary
from falls_app.i18n import _, content
from falls_app.ui.pages.stopping import StoppingPage
from falls_app.ui.sections.flag_words import crisis_words
from falls_app.ui.theme import look, px
from falls_app.ui.widgets.boxes import Card, Scroll, column, row
from falls_app.ui.widgets.buttons import Button
from falls_app.ui.widgets.even import Even
from falls_app.ui.widgets.fields import LineField
from falls_app.ui.widgets.marks import Icon, Tile
from falls_app.ui.widgets.region_line import RegionLine
from falls_app.ui.widgets.setup import Foot, Question
from falls_app.ui.widgets.text import Words


class HelpNowPage(StoppingPage):
    """What to do now, whom to call, and a line to note it. Nothing here is a diagnosis.

    It follows the two-day question, or a sign of the red-flag screen. It is opened at the sign, and
    after a colon at the part of "Bones and balance" that it leads back to.
    """

    stage = "setup:1"

    def title(self) -> str:
        """Return the title of the page."""
        return content(load_red_flags().page.title)

    def build(self) -> None:
        """Make the card with both lists, the line to write on and the choice of region."""
        page = load_red_flags().page
        self._texts: list[tuple[Words, str]] = []
        self._filled: tuple[str, str] | None = None
        self._sign = ""
        self._number = Words("", 44, serif=True, token="flag", wraps=False)
        head = row(
            Tile("phone", "on_flag", "flag_solid", 56),
            (self._titles(page.above, page.title), 1),
            gap=18,
        )
        self._lead, self._signs = Words("", 18), Words("", 18, 600)
        self._talk = Words("", 16, token="ink2")
        self._field = LineField(name=content(page.note_prompt))
        self._field.written.connect(self.session.draft_help)
        note = Question(content(page.note_prompt), self._field, _("You can skip this."))
        card = Card(
            column(
                head,
                self._lead,
                self._signs,
                4,
                self._boxes(note),
                gap=8,
                margins=(40, 14, 30, 20),
            ),
            radius=20,
            stripe="flag_solid",
        )
        self._region = RegionLine(self.session)
        inner = QWidget()
        inner.setMaximumWidth(px(1240))
        inner.setLayout(column(card, self._region, None, gap=14))
        body = QWidget()
        body.setLayout(row((inner, 1), gap=0, margins=(32, 10, 32, 8)))
        self._scroll = Scroll(body)
        self._print = Button(_("Print"), "secondary", icon="print", height=52)
        self._print.clicked.connect(self._on_print)
        middle = QWidget()
        middle.setLayout(row(None, self._print, None))
        self._foot = Foot(_("Go back and change the answer"), content(page.button), middle=middle)
        self._foot.back.clicked.connect(self._on_back)
        self._foot.on.clicked.connect(self._on_help)
        self.setLayout(column((self._scroll, 1), self._foot, gap=0))

    def _titles(self, above: str, title: str) -> QWidget:
        box = QWidget()
        box.setLayout(
            column(
                Words(content(above), 18, 700, "flag"), Words(content(title), 32, serif=True), gap=0
            )
        )
        return box

    def _words(self, text: str, size: float, weight: int = 400, token: str = "ink") -> Words:
        """Return words whose number and name are filled in at each refresh."""
        words = Words("", size, weight, token)
        self._texts.append((words, content(text)))
        return words

    def _boxes(self, note: QWidget) -> QWidget:
        page = load_red_flags().page
        title = self._words(page.now_title, 21, 700, "flag")
        call = row(self._number, (title, 1), gap=16)
        call.setAlignment(title, Qt.AlignmentFlag.AlignVCenter)
        now = Card(
            column(
                call,
                *(self._line("alert", "flag", each) for each in page.now),
                None,
                gap=5,
                margins=(20, 4, 16, 10),
            ),
            token="flag_bg", line="flag" if look.theme.name == "high-contrast" else None,
            radius=14, lifted=False,
        )  # fmt: skip
        today = Card(
            column(
                self._words(page.go_title, 21, 700),
                2,
                *(self._line("check", "ok", each) for each in page.go),
                gap=5,
                margins=(20, 12, 16, 12),
            ),
            token="sunken", line="line" if look.theme.name == "high-contrast" else None,
            radius=14, lifted=False,
        )  # fmt: skip
        not_sure = self._words(page.not_sure, 21, 700, "flag")
        right = column(
            today,
            2,
            row(Icon("phone", 24, "flag", 2.2), (not_sure, 1), gap=12),
            2,
            note,
            4,
            row(Icon("heart", 20, "ink2"), (self._talk, 1), gap=12),
            None,
            gap=10,
        )
        beside_it, box = QWidget(), QWidget()
        beside_it.setLayout(right)
        box.setLayout(Even(now, beside_it, narrowest=350, most=2, gap=22))
        return box

    def _line(self, icon: str, token: str, text: str) -> QWidget:
        line = QWidget()
        sign = column(3, Icon(icon, 20, token, 2.2), None, gap=0)
        line.setLayout(row(sign, (self._words(text, 17), 1), gap=12))
        return line

    def refresh(self) -> None:
        """Fill in the number of the region, and what was noted before."""
        region, case = self.session.region, self.session.case
        flags = load_red_flags()
        self._number.setText(region.emergency)
        for words, text in self._texts:
            words.setText(self.session.about(text, emergency=region.emergency))
        by_sign = self._is_about_signs
        self.stage = "bones" if by_sign else "setup:1"
        self._lead.setText(content(flags.page.lead_sign if by_sign else flags.page.lead))
        told = ticked_signs(case.bones, flags, in_the_diary(self.session.view.told))
        signs = " ".join(self.session.say(sign) for sign in told)
        self._signs.setText(_("Ticked: {signs}").format(signs=signs))
        self._signs.setVisible(bool(signs))
        talk = _("Thoughts of ending life? Talk to a kind, trained person. {line}")
        self._talk.setText(talk.format(line=crisis_words(self.session)))
        self._region.refresh()
        # What was noted before a new sign came is not what is done about it.
        is_open = self.session.view.open_flags
        noted = (case.id, "" if is_open else case.bones.two_days.noted)
        if noted != self._filled:
            self._filled = noted
            self._field.show_text(noted[1] or self.session.help_draft)

    @property
    def _is_about_signs(self) -> bool:
        days = self.session.case.bones.two_days
        return bool(self._sign) or not days.needs_help or bool(days.noted)

    @property
    def _came_from(self) -> str:
        sign, _colon, part = self._sign.partition(":")
        return f"bones:{part or f'flags:{sign}'}"

    def open_at(self, where: str) -> None:
        """Show the page for a sign: "RF8" comes from the screen, "RF8:falls:2" from a fall."""
        self._sign = where

    def where(self) -> str:
        """Return the sign that the page was opened at."""
        return self._sign

    @override
    def hideEvent(self, event: QHideEvent) -> None:
        """Forget the sign: next time the page may come from elsewhere."""
        self._sign = ""
        super().hideEvent(event)

    def first_focus(self) -> QWidget | None:
        """Return the button to go on with; the page begins at its top all the same."""
        self._scroll.verticalScrollBar().setValue(0)
        return self._foot.on

    def panes(self) -> list[QWidget]:
        """Return the line to write on and the foot."""
        return [self._field, self._foot.on]

    def _on_print(self) -> None:
        self.go("print:help-now")

    def _on_back(self) -> None:
        if self._is_about_signs:
            self.go(self._came_from)
        else:
            self.go("two-days")

    def _on_help(self) -> None:
        if self.has_just_come:
            return
        came_from, about_signs = self._came_from, self._is_about_signs
        self.session.note_help(self._field.text().strip())
        if about_signs:
            self.go(came_from)
        else:
            self.go(self.session.page_to_resume)


PAGE = HelpNowPage
