"""Cards of the results: the score, getting help, one card a step."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QSizePolicy, QWidget

from falls_app.domain.ranking import Tier
from falls_app.domain.step import Step
from falls_app.i18n import _
from falls_app.reason_words import score_reasons, step_reasons
from falls_app.ui.session import Session
from falls_app.ui.widgets.beside import beside
from falls_app.ui.widgets.boxes import Card, column, row
from falls_app.ui.widgets.buttons import Button
from falls_app.ui.widgets.flow import Flow
from falls_app.ui.widgets.fold import FoldButton
from falls_app.ui.widgets.marks import Dial, Shape, Tag, Tile
from falls_app.ui.widgets.steps import Disc
from falls_app.ui.widgets.text import Words
from falls_app.ui.widgets.why import WhyButton
from falls_app.ui.words import (
    BAND_STATES,
    COLUMN_TOKENS,
    band_sentence,
    column_words,
    fix_facts,
    held_words,
    looked_at_words,
    readiness_reason,
    readiness_words,
)
from falls_app.words import band_words, own_way_words, room_words, who_words, wording

CENTER = Qt.AlignmentFlag.AlignHCenter


class ScoreCard(Card):
    """The dial with its number, the band in words, what holds it and where it can go.

    ``how`` opens ``how_card``, which the page puts below: the text is too wide for this card.
    """

    def __init__(self, opened: set[str]) -> None:
        self._dial = Dial(244)
        self._tag = Tag("", "some", state="some")
        self._sentence = Words("", 17, align=CENTER)
        self._after = Words("", 17, align=CENTER)
        self._held = Words("", 16, 400, "ink2", align=CENTER)
        self._range = Words("", 16, 400, "ink2", align=CENTER)
        self.go_on = Button(_("Go on with the rooms"), "primary", after="arrow-right", height=48)
        self.how_card = Card(
            column(
                Words(_("How the score works"), 22, serif=True),
                Words(how_it_works(), 17, 400, "ink2"),
                gap=4,
                margins=(20, 14, 20, 20),
            )
        )
        self.why = WhyButton(opened, compact=True)
        self.how = FoldButton(self.how_card, icon="info")
        self.how.show_words(_("How the score works"), _("Close how the score works"))
        ways = QWidget()
        ways.setLayout(Flow(self.how, self.why, gap=4))
        super().__init__(
            column(
                row(None, self._dial, None),
                row(None, self._tag, None),
                self._sentence,
                self._after,
                self._held,
                self._range,
                row(None, self.go_on, None),
                row(None, ways, None),
                self.why.reasons,
                None,
                gap=6,
                margins=(16, 14, 16, 8),
            )
        )

    def show_score(self, session: Session, after: int | None) -> None:
        """Show the score; ``after`` is the number with the first steps done, None for no change."""
        score = session.view.score
        shown, band = score.shown, score.band
        state = BAND_STATES[band] if band else "some"
        looked = looked_at_words(score)
        words = band_words(band) if band else _("No number yet")
        name = (
            _("Home score: {n} out of 100. {band}.").format(n=shown, band=words)
            if shown is not None
            else _("Home score: no number yet. {looked}.").format(looked=looked)
        )
        self._dial.show_value(
            shown, after=after, state=state, name=name,
            caption=_("out of 100") if shown is not None else looked,
        )  # fmt: skip
        self._tag.show_words(words, state if band else "na", state if band else "none")
        first = next((step for step in session.view.plan.first if step.check), None)
        self._sentence.setText(
            session.about(band_sentence(band), step=session.about(first.short) if first else "")
            if band
            else _("A number shows up once more is looked at.")
        )
        self._show_reasons(session, after)
        home = _("the home score")
        self.why.show_reasons(f"{session.case.id}:", home, score_reasons(session.view))
        self.go_on.setVisible(band is None)

    def _show_reasons(self, session: Session, after: int | None) -> None:
        score = session.view.score
        _show(self._held, held_words(session, score))
        count = len(session.view.plan.first)
        _show(
            self._after,
            ""
            if after is None
            else _("The first step would bring it to **about {n}**.").format(n=after)
            if count == 1
            else _("The first {count} steps would bring it to **about {n}**.").format(
                count=_number(count), n=after
            ),
        )
        ends = score.open_range(person_score=session.region.person_score)
        words = ""
        if score.band is not None and score.provisional:
            words = _("Some answers are still missing. They count as open.")
            if ends:
                words = _("Between {low} and {high} while some answers are open.").format(
                    low=ends[0], high=ends[1]
                )
        _show(self._range, words)


def how_it_works() -> str:
    """Return what the score is and is not, as one plain paragraph."""
    return _(
        "This is a checklist score. It is not a validated scale and not a prediction. It says how "
        "well the home is set up, from 0 to 100. Checks that matter more count for more. A check "
        "with no answer counts as open until somebody looks. From 90: steady for now. From 75: "
        "mostly steady. From 60: some rooms need care. Below 60: big fixes first. A few big open "
        "checks hold the number down until they are fixed."
    )


def _number(count: int) -> str:
    words = {2: _("two"), 3: _("three"), 4: _("four"), 5: _("five")}
    return words.get(count, str(count))


def _show(words: Words, text: str) -> None:
    words.setText(text)
    words.setVisible(bool(text))


class HelpCard(Card):
    """Whether help can be called and can come in: a badge of its own, with the reason."""

    def __init__(self) -> None:
        self._shape = Shape("none", 24)
        self._title = Words("", 18, 700)
        self._reason = Words("", 16, 400, "ink2")
        self.look = Button(_("See these checks"), "secondary", height=44, size=16)
        self.look.setAccessibleName(_("See the checks about getting help"))
        lines = QWidget()
        lines.setLayout(
            column(row(self._shape, (self._title, 1), gap=9), self._reason, None, gap=4)
        )
        line = beside(Tile("bell", side=44), (lines, 1), self.look, gap=14, least=230)
        super().__init__(column(line, margins=(16, 12, 16, 16)))

    def show_score(self, session: Session) -> None:
        """Show how ready the home is."""
        words, state = readiness_words(session.view.score.help_readiness)
        self._shape.show_state(state)
        self._title.setText(_("Getting help: {ready}").format(ready=words.lower()))
        self._reason.setText(readiness_reason(session.view.score))


class FirstStep(Card):
    """One of the first steps: its number, how and where it is done, and why it stands so high."""

    def __init__(self, number: int, opened: set[str]) -> None:
        self._shape = Shape("some", 26)
        self._tag = Tag("")
        self._title = Words("", 18, 600)
        self._own = Words("", 16, 500)
        self._where = Words("", 16, 500, "ink2")
        self._facts = Words("", 16, 400, "ink2")
        self.why = WhyButton(opened, compact=True)
        super().__init__(
            column(
                row(Disc(number), self._shape, None, self._tag, gap=8),
                2,
                self._title,
                self._own,
                self._where,
                beside((self._facts, 1), self.why, gap=4, least=90),
                self.why.reasons,
                None,
                gap=4,
                margins=(15, 14, 15, 14),
            )
        )
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def show_step(self, session: Session, step: Step) -> None:
        """Show a step."""
        self._shape.show_state("fix" if step.tier is Tier.NOW else "some")
        self._tag.show_words(column_words(step.column), COLUMN_TOKENS[step.column])
        self._title.setText(wording(session.view.say, step)[0])
        _show(self._own, own_way_words(session.about, step))
        self._where.setText(room_words(session.case.home, step))
        self._facts.setText(
            fix_facts(session, step.fix)
            if step.fix
            else who_words(session.case.person, session.region, step)
        )
        self.why.show_reasons(
            f"{session.case.id}:{step.key}", self._title.text(), step_reasons(session.view, step)
        )
