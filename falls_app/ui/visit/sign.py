"""Before you leave: six lines to look at, two signatures, and the lock."""

from PySide6.QtCore import Qt, QTime
from PySide6.QtGui import QHideEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QWidget
from typing_extensions import override

from falls_app.days import long_day
from falls_app.domain.fingerprint import check_code
from falls_app.domain.preflight import Line, Ready, preflight, still_proposed
from falls_app.domain.signing import locked_version, photos_mark, version_number
from falls_app.domain.visit import Signature, SignedVersion, Signer, Way
from falls_app.export import Printing
from falls_app.export.report import drafting
from falls_app.export.report.data import ReportData
from falls_app.export.report.words import signed_words, signer_names
from falls_app.i18n import _, ngettext
from falls_app.ui.dialogs import may_lock
from falls_app.ui.minute_words import visit_minutes
from falls_app.ui.theme import px
from falls_app.ui.visit.hand_over import HandOver
from falls_app.ui.visit.part import VisitPart
from falls_app.ui.widgets.boxes import Card, Divider, clear, column, row
from falls_app.ui.widgets.buttons import Button
from falls_app.ui.widgets.fields import NoteField
from falls_app.ui.widgets.marks import Icon
from falls_app.ui.widgets.ready_line import ReadyLine
from falls_app.ui.widgets.setup import Question, fill
from falls_app.ui.widgets.signature_card import SignatureCard
from falls_app.ui.widgets.signature_pad import Strokes
from falls_app.ui.widgets.text import Words

WIDE = 900
"""Width in pixels at 100 % text from which the signatures stand beside the lines."""


class SignOff(VisitPart):
    """The lines at the left, the signatures at the right or below."""

    icon = "sign"

    @override
    @staticmethod
    def title() -> str:
        return _("Before you leave")

    # ------------------------------------------------------------------ making it

    @override
    def build(self) -> None:
        self._hand_over = HandOver(self.session, self.go)
        self._hand_over.told.connect(self.told)
        self._beside = row((self._build_lines(), 5), (self._build_signing(), 4), gap=24)
        self._beside.setAlignment(self._right, Qt.AlignmentFlag.AlignTop)
        self._minutes = Words("", 19, token="ink2")
        self.setLayout(column(self._minutes, self._beside, gap=16))

    def _build_lines(self) -> QWidget:
        buttons = {
            Line.ANSWERS: _("Answer now"),
            Line.PHOTOS: _("I looked at them"),
            Line.OWNERS: _("See the plan"),
            Line.CONSENT: _("Note it"),
            Line.QUOTE: _("Write it"),
            Line.FLAGS: _("Note what was done"),
        }
        self._lines = {line: ReadyLine(line, words) for line, words in buttons.items()}
        inside = column(gap=0, margins=(2, 4, 2, 10))
        for number, line in enumerate(self._lines.values()):
            if number:
                inside.addWidget(Divider())
            line.asked.connect(self._on_asked)
            inside.addWidget(line)
        self._proposed = Words("", 17, token="ink2")
        self._stale = Words("", 17, 600, "fix")
        self._quote = NoteField(name=_("What the person wants us to know"), height=104)
        self._quote.written.connect(self._on_quote)
        self._asked = Question("", self._quote)
        self._older = column(gap=8)
        lock = self._hand_over.lock
        lock.turned.connect(self.turned)
        lock.announced.connect(self._on_announced)
        self._older_lock = QWidget()
        self._older_lock.setLayout(column(row(lock.chip, None), lock, gap=8))
        left = QWidget()
        left.setLayout(
            column(
                Card(inside),
                self._proposed,
                self._stale,
                self._asked,
                self._older,
                self._older_lock,
                None,
                gap=14,
            )
        )
        return left

    def _build_signing(self) -> QWidget:
        self._cards = {signer: SignatureCard(signer) for signer in Signer}
        for card in self._cards.values():
            card.drawn.connect(self._on_drawn)
            card.given.connect(self._on_given)
        self._state = Words("", 17, 600)
        self._note = Words("", 16, token="ink2")
        self._lock = Button(_("Sign and lock"), "primary", icon="lock", height=56, wide=True)
        self._lock.clicked.connect(self._on_lock)
        self._right = Card(
            column(
                Words(_("Sign and hand over"), 26, serif=True), *self._cards.values(),
                self._state, self._lock,
                row(Icon("lock", 18, "ink2"), (self._note, 1), gap=10),
                4, self._hand_over, gap=10, margins=(22, 20, 22, 26),
            )
        )  # fmt: skip
        return self._right

    @override
    def hideEvent(self, event: QHideEvent) -> None:
        """Forget a password with the page; a window put aside keeps it."""
        if not event.spontaneous():
            self._hand_over.lock.forget()
        super().hideEvent(event)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        is_wide = self.width() >= px(WIDE)
        way = QBoxLayout.Direction.LeftToRight if is_wide else QBoxLayout.Direction.TopToBottom
        if way is not self._beside.direction():
            self._beside.setDirection(way)

    # ------------------------------------------------------------------ showing

    @override
    def refresh(self) -> None:
        case, view = self.session.case, self.session.view
        lines = preflight(case, view.score.places, view.plan.steps, view.open_flags)
        is_locked = locked_version(case) is not None
        self._minutes.setText(visit_minutes(self.session, lines, is_locked=is_locked))
        for ready in lines:
            title, more = self._words(ready)
            needs = not ready.is_ready
            self._lines[ready.line].show_ready(ready, title, more, needs_button=needs)
        count = still_proposed(case, view.plan.steps)
        self._proposed.setText(
            ngettext("{n} drafted step is still proposed.", "{n} drafted steps are still proposed.",
                     count)
        )  # fmt: skip
        self._proposed.setVisible(bool(count))
        self._show_stale()
        self._asked.show_words(self.session.about(_("What {name} want{s} us to know")))
        fill(self._quote, self.visit.own_words)
        self._show_signatures()
        self._show_older()

    def _show_stale(self) -> None:
        """Say how many own paragraphs stand on what says something else now."""
        edited, count = self.visit.edited, 0
        if edited:
            data = ReportData(self.session.case, Printing(self.session.region))
            said = (drafting.said(data, each) for each in drafting.all_drafts(data))
            count = sum(paragraph.is_stale for paragraph in said)
        words = ngettext(
            "{n} paragraph: text edited, data changed.",
            "{n} paragraphs: text edited, data changed.",
            count,
        )
        self._stale.setText(words)
        self._stale.setVisible(bool(count))

    def _words(self, ready: Ready) -> tuple[str, str]:
        """Return the title of a line and what stands below it."""
        counted = _("{n} of {all}").format(n=ready.done, all=ready.total)
        about, case = self.session.about, self.session.case
        consent = case.consent.who or _("Nothing is noted yet")
        first = self.session.say(ready.first.check.short) if ready.first else ""
        return {
            Line.ANSWERS: (_("All checks answered"), f"{counted}. {first}".strip(". ")),
            Line.PHOTOS: (_("Photos show things, not people"), self._photo_words(ready)),
            Line.OWNERS: (_("Every “fix first” has a person and a day"), counted),
            Line.CONSENT: (about(_("{Name} said yes to the visit")), consent),
            Line.QUOTE: (_("Own words are in the report"), ""),
            Line.FLAGS: (_("Signs for today were passed on"), ""),
        }[ready.line]

    def _photo_words(self, ready: Ready) -> str:
        return ngettext("{n} photo", "{n} photos", ready.total) if ready.total else _("No photos")

    def _show_signatures(self) -> None:
        session, locked = self.session, locked_version(self.session.case)
        given = locked.signatures if locked else self.visit.signatures
        signed = {each.signer: each for each in given}
        names = {
            Signer.THERAPIST: session.letterhead.therapist or _("Your name is not noted yet"),
            Signer.PERSON: self._person_name,
        }
        for signer, title in signer_names(session.about).items():
            signature = signed.get(signer)
            card = self._cards[signer]
            card.show_signature(
                signature,
                title=title,
                name=signature.name if signature else names[signer],
                day=signed_words(signature, session.region.locale) if signature else "",
                is_open=locked is None,
            )
        by_voice = session.about(_("{Name} agreed by voice"))
        self._cards[Signer.PERSON].give.set_words(by_voice)
        self._cards[Signer.THERAPIST].give.set_words(_("Sign with my name"))
        self._show_state(locked)

    def _show_state(self, locked: SignedVersion | None) -> None:
        number = version_number(self.session.case)
        if locked is not None:
            words = _("Version {n} is signed and locked. Check code {code}.")
            self._state.setText(words.format(n=number, code=check_code(locked.print)))
        elif number > 1:
            words = _("Changed since version {before} was signed. A draft of version {n}.")
            self._state.setText(words.format(before=number - 1, n=number))
        else:
            self._state.setText(_("Draft. Not signed"))
        self._lock.setVisible(locked is None)
        self._lock.setEnabled(self.visit.signature(Signer.THERAPIST) is not None)
        self._note.setText(self._note_words(locked))

    def _note_words(self, locked: SignedVersion | None) -> str:
        if locked is not None:
            return _("A change makes a new version and keeps this one.")
        if self._lock.isEnabled():
            return _("Signing locks the report. A later change makes a new version.")
        return _("Sign as the therapist first. Then the report can be locked.")

    def _show_older(self) -> None:
        """Show the signed versions, each of which can be saved as it was."""
        clear(self._older)
        for number, version in enumerate(self.session.case.signed, start=1):
            signed = next((each.on for each in version.signatures), "")
            day = long_day(signed, self.session.region.locale)
            told = _("Version {n}, signed {day}, check code {code}").format(
                n=number, day=day, code=check_code(version.print)
            )
            save = Button(
                _("Save as PDF"), "quiet", icon="download", height=44, size=16,
                name=_("Save version {n} as PDF").format(n=number),
            )  # fmt: skip
            save.setProperty("version", number - 1)
            save.clicked.connect(self._hand_over.save_version)
            line = QWidget()
            line.setLayout(row((Words(told, 17), 1), save, gap=10))
            self._older.addWidget(line)
            line.show()  # seen at once, and found by Tab
        self._older_lock.setVisible(bool(self.session.case.signed))
        self.turned.emit()

    @property
    def _person_name(self) -> str:
        return self.visit.identity.full_name or self.session.case.person.name

    # ------------------------------------------------------------------ the lines

    def _on_asked(self, line: str) -> None:
        if line == Line.PHOTOS:
            mark = photos_mark(self.session.case)
            self.session.set_visit(_("photos looked at"), photos_seen=mark)
            return
        if line == Line.QUOTE:
            self._quote.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        places = self.session.view.score.places
        missing = next((each for each in places if not each.is_known), None)
        answer = "walk"
        if missing is not None:
            answer = f"walk:{missing.room.id if missing.room else 'whole'}:{missing.check.id}"
        self.go({Line.ANSWERS: answer, Line.OWNERS: "plan", Line.CONSENT: "who",
                 Line.FLAGS: "help-now"}[Line(line)])  # fmt: skip

    def _on_quote(self, words: str) -> None:
        self.session.set_visit(_("own words"), own_words=words.strip())

    def _on_announced(self, words: str) -> None:
        self.told.emit(words, False)

    # ------------------------------------------------------------------ signing

    def _on_drawn(self, signer: Signer, strokes: Strokes) -> None:
        self._sign(signer, Way.DRAWN, strokes) if strokes else self.session.sign(signer, None)

    def _on_given(self, signer: Signer) -> None:
        self._sign(signer, Way.VOICE if signer is Signer.PERSON else Way.TYPED)
        self._cards[signer].clear.setFocus(Qt.FocusReason.OtherFocusReason)

    def _sign(self, signer: Signer, way: Way, strokes: Strokes = ()) -> None:
        head = self.session.letterhead
        is_person = signer is Signer.PERSON
        if not is_person and not head.therapist:
            self.told.emit(_("Write your name first: “You and your service”."), False)
            self.refresh()
            return
        signature = Signature(
            signer=signer,
            name=self._person_name if is_person else head.therapist,
            on=self.session.today.isoformat(),
            way=way,
            at=QTime.currentTime().toString("HH:mm"),
            registration="" if is_person else head.registration,
            strokes=strokes,
        )
        self.session.sign(signer, signature)

    def _on_lock(self) -> None:
        number = version_number(self.session.case)
        unsigned = self.visit.signature(Signer.PERSON) is None
        missing = self.session.about(_("{Name} did not sign yet.")) if unsigned else ""
        if may_lock(self, number, missing):
            self.session.lock_report()
            self.told.emit(_("Version {n} is signed and locked.").format(n=number), True)
            self._hand_over.print.setFocus(Qt.FocusReason.OtherFocusReason)


PART = SignOff
