"""Talking with a parent about staying steady: what helps, what to leave, how to begin."""

from collections.abc import Iterable

from PySide6.QtWidgets import QWidget
from typing_extensions import override

from falls_app.content.screening import load_talking
from falls_app.domain.screening.talking import Stage
from falls_app.i18n import _
from falls_app.ui.sections.section import Face, Section
from falls_app.ui.session import Session
from falls_app.ui.widgets.boxes import Card, column, row
from falls_app.ui.widgets.even import Even
from falls_app.ui.widgets.marks import Icon
from falls_app.ui.widgets.text import Words


class TalkingSection(Section):
    """A page to read before the talk."""

    @override
    @classmethod
    def face(cls, session: Session) -> Face:
        """Return the card: nothing is asked here."""
        return Face(
            topic=_("Talking about change"),
            icon="people",
            said=session.about(_("How to raise it, and how to begin.")),
            tag=_("To read"),
            state="none",
            lead=_("Read it before the talk"),
        )

    @override
    def build(self) -> None:
        """Make one card for each kind of advice."""
        self._texts: list[tuple[Words, str]] = []
        talking = load_talking()
        halves = QWidget()
        halves.setLayout(
            Even(
                self._list(_("What helps"), "check", talking.do),
                self._list(_("Better left"), "minus", talking.leave),
                self._list(_("Words to begin with"), "people", talking.openers),
                narrowest=330,
                most=3,
            )
        )
        stages = QWidget()
        stages.setLayout(Even(*map(self._stage, talking.stages), narrowest=260, most=4))
        self.setLayout(
            column(
                self._words(talking.why, 19),
                halves,
                Words(_("Where somebody stands, and what helps there"), 22, serif=True),
                stages,
                self._words(" ".join(talking.credit), 15),
                None,
                gap=14,
            )
        )

    def _words(self, text: str, size: int = 17) -> Words:
        words = Words("", size, 400, "ink2")
        self._texts.append((words, text))
        return words

    def _list(self, title: str, icon: str, lines: Iterable[str]) -> Card:
        body = column(Words(title, 22, serif=True), gap=10, margins=(20, 16, 20, 22))
        for line in lines:
            mark = column(3, Icon(icon, 18, "primary"), None, gap=0)
            each = row(gap=10)
            each.addLayout(mark)
            each.addWidget(self._words(line), 1)
            body.addLayout(each)
        body.addStretch(1)
        return Card(body)

    def _stage(self, stage: Stage) -> Card:
        said = self._words(stage.sounds_like, 18)
        helps = [self._words(line, 16) for line in stage.helps]
        title = self._words(f"**{stage.name}**", 19)
        return Card(column(title, said, 2, *helps, None, gap=8, margins=(18, 14, 18, 20)))

    @override
    def refresh(self) -> None:
        """Fill in the name."""
        for words, text in self._texts:
            words.setText(self.session.say(text))


SECTION = TalkingSection
