"""The page of the report: its fields, its words, and signing it, by mouse and by keyboard."""

from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from zipfile import ZipFile

import pytest
from PIL import Image
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QFileDialog, QMessageBox, QWidget

from falls_app.cases import load_case
from falls_app.domain.signing import locked_version, version_number
from falls_app.domain.visit import Activity, Capacity, Equipment, Signer, Support, Verdict, Way
from falls_app.export import Letterhead
from falls_app.ui import dialogs
from falls_app.ui.background import Inline
from falls_app.ui.focus import in_order_of_sight
from falls_app.ui.minute_words import visit_minutes
from falls_app.ui.name_desk import NameDesk
from falls_app.ui.pages.report import part_class
from falls_app.ui.visit import SECTIONS, hand_over, sign
from falls_app.ui.widgets.signature_pad import SignaturePad
from tests.ui.pressing import is_there, is_ticked, named, press, read, write

VISIT = load_case("sample:visit")
FEW = {key: found for key, found in VISIT.assessment.findings.items() if key[1] == "bathroom"}
NELL = VISIT.with_assessment(replace(VISIT.assessment, findings=FEW))
"""The sample with the findings of one room: quicker to show."""

RUTH = Letterhead("Ruth Calder, OT", "00-4821", "Lakeside Therapy")


@pytest.fixture
def nell(session):
    session.set_professional(True)
    session.add(NELL)
    return session


@pytest.fixture
def shown(nell, window):
    """Show a section and return the page."""

    def show(section: str) -> QWidget:
        window.go(f"report:{section}")
        return window.page

    return show


def choose(field, words: str) -> None:
    field.setCurrentText(words)
    field.activated.emit(field.currentIndex())
    QGuiApplication.processEvents()  # new chips come into sight


# ------------------------------------------------------------------ who sees it


def test_only_people_who_visit_for_work_see_the_report(sample, window, qtbot) -> None:
    assert not is_there(window, "Report")
    window.go("report")
    assert window.page.title() == "Print or save"

    sample.set_professional(True)
    press(qtbot, window, "Report")

    assert window.page.title() == "The visit"
    sample.set_professional(False)
    assert not is_there(window, "Report, shown now")


def test_every_control_has_a_name_of_its_own_that_tab_reaches(shown) -> None:
    for section in SECTIONS:
        page = shown(section)
        assert part_class(section).title() in read(page)
        inner = "qt_spinbox_lineedit"  # Qt's own part of a field for a day
        found = (each for each in in_order_of_sight(page) if each.objectName() != inner)
        controls = [each for each in found if each.isVisible()]
        names = [each.accessibleName() for each in controls]

        assert all(names)
        assert [name for name in names if names.count(name) > 1] == []
        assert page.panes()[1] in controls


# ------------------------------------------------------------------ fields


def test_what_is_written_is_saved_and_can_be_taken_back(shown, nell, qtbot) -> None:
    page = shown("visit")

    write(qtbot, page, "Full name", "Eleanor Hartley")
    write(qtbot, page, "Who asked for the visit", "The ward")

    assert nell.case.visit.identity.full_name == "Eleanor Hartley"
    assert nell.case.visit.referral.by == "The ward"
    assert nell.store.load(nell.case.id).visit == nell.case.visit
    nell.undo()
    nell.undo()
    assert named(page, "Full name").text() == "Nell Hartley"


def test_how_a_person_decides_is_chosen_and_taken_back_by_a_second_press(
    shown, nell, qtbot
) -> None:
    page = shown("person")

    press(qtbot, page, "Somebody else decides")
    assert nell.case.visit.capacity is Capacity.OTHERS
    press(qtbot, page, "Somebody else decides")
    assert nell.case.visit.capacity is Capacity.NOT_NOTED


def test_a_task_is_noted(shown, nell, qtbot) -> None:
    page = shown("tasks")

    write(qtbot, page, "Stairs: how it went", "One at a time")
    choose(named(page, "Stairs: help"), "Hands of one person")

    noted = nell.case.visit.transfer(Activity.STAIRS)
    assert (noted.how, noted.support) == ("One at a time", Support.ONE)


def test_sizes_are_written_in_the_units_of_the_region(shown, nell, qtbot) -> None:
    page = shown("sizes")

    write(qtbot, page, "Seat to elbow, in inches", "9")
    write(qtbot, page, "Weight, in pounds", "150")
    assert nell.case.visit.sizes["elbow"] == pytest.approx(228.6)
    assert nell.case.visit.sizes["weight"] == pytest.approx(68.04)
    write(qtbot, page, "Seat to elbow, in inches", "long")
    assert nell.case.visit.sizes["elbow"] == pytest.approx(228.6)


def test_equipment_is_added_changed_and_taken_out(shown, nell, qtbot) -> None:
    nell.set_visit("equipment", equipment=(Equipment("a", "Cane", load_kg=40.0),))
    page = shown("sizes")
    assert "below the weight noted: Cane" in read(page)

    press(qtbot, page, "Add equipment")
    write(qtbot, page, "Equipment 2: what it is", "Stool")
    press(qtbot, page, "Equipment 2: Prescribed")
    choose(named(page, "Equipment 2: room"), "Kitchen")
    press(qtbot, page, "Take out equipment 1")

    (thing,) = nell.case.visit.equipment
    assert (thing.name, thing.is_prescribed, thing.room) == ("Stool", True, "kitchen")


def test_a_room_that_was_not_seen_and_another_place_are_noted(shown, nell, qtbot) -> None:
    page = shown("rooms")

    press(qtbot, page, "Not seen: Cellar")
    write(qtbot, page, "Why not: Cellar", "Flooded")
    named(page, "Another place").setText("Shed")
    press(qtbot, page, "Add this place")
    press(qtbot, page, "Not seen: Attic")

    assert nell.case.visit.not_seen["cellar"] == "Flooded"
    assert "Shed" in nell.case.visit.not_seen
    assert "Attic" not in nell.case.visit.not_seen


def test_who_gets_the_report_is_a_list(shown, nell, qtbot) -> None:
    page = shown("around")

    press(qtbot, page, "Add a name")
    write(qtbot, page, "Name 5", "Priya")
    press(qtbot, page, "All pages for number 5")
    press(qtbot, page, "Take out number 1")
    press(qtbot, page, "Show the home score in the report")

    people = nell.case.visit.recipients
    assert [each.name for each in people][-1] == "Priya"
    assert people[-1].gets_all
    assert len(people) == 4
    assert nell.case.visit.shows_score


# ------------------------------------------------------------------ the words


def test_a_paragraph_is_changed_flagged_and_brought_back(shown, nell, qtbot) -> None:
    page = shown("text")
    choose(named(page, "Which part of the report"), "Bathroom (9)")
    number = next(n for n in range(1, 60) if is_there(page, f"Evidence, number {n}"))
    field = named(page, f"Evidence, number {number}")
    drafted = field.toPlainText()

    field.setPlainText("The bar came off.")
    field.settle()
    assert "Your own words" in read(page)
    check = nell.view.checklist.by_id["BTH02"]
    nell.note(check, "bathroom", "It is gone.")
    assert "Text edited, data changed" in read(page)
    assert field.toPlainText() == "The bar came off."
    assert "1 paragraph: text edited, data changed." in read(shown("sign"))
    shown("text")

    press(qtbot, page, f"Back to the draft: Evidence, number {number}")
    assert "It is gone." in field.toPlainText() != drafted
    assert nell.case.visit.edited == {}


def test_a_step_is_accepted_left_out_and_put_back(shown, nell, qtbot) -> None:
    page = shown("text")
    assert "13 steps are still proposed." in read(page)
    choose(named(page, "Which part of the report"), "Bathroom (9)")
    number = next(n for n in range(1, 60) if is_there(page, f"Evidence, number {n}"))

    press(qtbot, page, f"Number {number}: Accept")
    assert is_ticked(page, f"Number {number}: Accept")
    press(qtbot, page, f"Number {number + 1}: Leave out")
    assert QApplication.focusWidget().accessibleName() == f"Number {number + 1}: Proposed"
    press(qtbot, page, "Accept all here")
    assert QApplication.focusWidget().accessibleName() == "Which part of the report"
    verdicts = [each.verdict for each in nell.case.visit.judged.values()]
    assert verdicts.count(Verdict.LEFT_OUT) == 1
    assert len(verdicts) > 5

    choose(named(page, "Which part of the report"), "Summary and plan")
    left_out = next(s for s in nell.view.plan.steps if nell.case.visit.judged.get(s.key)
                    and nell.case.visit.judged[s.key].verdict is Verdict.LEFT_OUT)  # fmt: skip
    press(qtbot, page, f"Put back: {nell.say(left_out.short)}")
    assert left_out.key not in nell.case.visit.judged


def test_a_phrase_is_kept_and_put_into_a_paragraph_by_its_name(shown, nell, qtbot) -> None:
    page = shown("head")
    named(page, "Name of a new phrase").setText("Bars")
    named(page, "Words of the new phrase").setPlainText("Into studs.")
    press(qtbot, page, "Keep this phrase")
    assert nell.letterheads.phrases == {"Bars": "Into studs."}

    page = shown("text")
    field = named(page, "Plan and review")
    field.setFocus()
    qtbot.keyClick(field, Qt.Key.Key_End, Qt.KeyboardModifier.ControlModifier)
    choose(named(page, "Put in a phrase"), "Bars")

    assert nell.case.visit.edited["plan"].words.endswith("Tom, Ada, Priya. Into studs.")
    nell.keep_phrase("Bars", "")
    assert nell.letterheads.phrases == {}


# ------------------------------------------------------------------ whose report it is


def test_a_letterhead_stays_in_the_settings_and_a_logo_is_made_small(
    shown, nell, qtbot, tmp_path: Path, monkeypatch
) -> None:
    page = shown("head")
    write(qtbot, page, "Your name and title", "Ruth Calder, OT")
    Image.new("RGB", (2000, 500), "teal").save(tmp_path / "logo.jpg")
    for name in ("logo.jpg", "gone.png"):
        file = str(tmp_path / name)
        monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_, file=file: (file, ""))
        press(qtbot, page, "Choose a logo")

    assert nell.letterhead.therapist == "Ruth Calder, OT"
    assert 0 < len(nell.letterhead.logo) < 20_000
    assert "Ruth" not in str(nell.case)
    press(qtbot, page, "Add a letterhead")
    assert nell.letterhead == Letterhead()
    assert nell.case.visit.letterhead != ""
    choose(named(page, "Which letterhead"), "Ruth Calder, OT")
    assert nell.letterhead.therapist == "Ruth Calder, OT"
    press(qtbot, page, "No logo")
    assert nell.letterhead.logo == b""


# ------------------------------------------------------------------ signing


@pytest.fixture
def signing(shown, nell, monkeypatch):
    nell.keep_letterhead("", RUTH)
    monkeypatch.setattr(hand_over, "Background", Inline)
    return shown("sign")


def test_the_lines_say_what_is_ready_and_lead_to_what_is_not(signing, nell, window, qtbot) -> None:
    assert "12 of 146" in read(signing)
    assert "13 drafted steps are still proposed." in read(signing)

    press(qtbot, signing, "I looked at them: Photos show things, not people")
    assert not is_there(signing, "I looked at them: Photos show things, not people")
    press(qtbot, signing, "Answer now: All checks answered")
    assert window.place.startswith("walk:front:OUT18")


def test_it_says_how_long_the_visit_took_and_about_how_long_the_rest_takes(
    signing, nell, window, clock
) -> None:
    assert " minutes to finish." in read(signing)
    assert "so far" not in read(signing)

    for _time in range(5):
        clock.now += timedelta(minutes=9)
        nell.set_visit("own words", own_words=f"At {clock.now}")
    assert "45 minutes so far. About " in read(signing)
    nell.undo()
    clock.now += timedelta(minutes=7)
    nell.redo()
    assert "52 minutes so far." in read(signing)
    assert visit_minutes(nell, [], is_locked=False) == "52 minutes so far. All is ready to sign."

    clock.now += timedelta(hours=20)
    window.go("report:visit")
    window.go("report:sign")
    assert "so far" not in read(signing)
    for words in ("Under a minute so far.", "1 minute so far."):
        clock.now += timedelta(minutes=1)
        nell.set_visit("own words", own_words=f"At {clock.now}")
        nell.undo()
        assert words in read(signing)


def test_it_is_signed_and_locked_by_keyboard_alone_and_a_change_begins_version_2(
    signing, nell, qtbot, monkeypatch
) -> None:
    asked: list[tuple[int, str]] = []
    monkeypatch.setattr(sign, "may_lock", lambda _w, n, words: not asked.append((n, words)))
    assert not named(signing, "Sign and lock").isEnabled()

    qtbot.keyClick(named(signing, "Sign with my name"), Qt.Key.Key_Space)
    qtbot.keyClick(named(signing, "Sign and lock"), Qt.Key.Key_Space)
    assert asked == [(1, "Nell did not sign yet.")]
    nell.undo()
    qtbot.keyClick(named(signing, "Nell agreed by voice"), Qt.Key.Key_Space)
    qtbot.keyClick(named(signing, "Sign and lock"), Qt.Key.Key_Space)

    version = locked_version(nell.case)
    assert version is not None
    ways = {each.signer: each.way for each in version.signatures}
    assert ways == {Signer.THERAPIST: Way.TYPED, Signer.PERSON: Way.VOICE}
    assert version.signatures[0].registration == "00-4821"
    assert "Version 1 is signed and locked." in read(signing)
    assert "All is done." in read(signing)
    assert not is_there(signing, "Sign and lock")
    nell.set_person("the name", name="Nelly")
    assert version_number(nell.case) == 2
    assert "A draft of version 2." in read(signing)
    assert nell.store.load(nell.case.id).signed == (version,)


def test_a_signature_is_drawn_and_wiped_out(signing, nell, qtbot) -> None:
    pad = signing.findChildren(SignaturePad)[0]
    assert pad.accessibleName() == "Occupational therapist: not signed"

    qtbot.mousePress(pad, Qt.MouseButton.LeftButton, pos=QPoint(20, 40))
    for x in range(30, 90, 10):
        qtbot.mouseMove(pad, QPoint(x, 50))
    qtbot.mouseRelease(pad, Qt.MouseButton.LeftButton, pos=QPoint(90, 50))

    signature = nell.case.visit.signature(Signer.THERAPIST)
    assert signature is not None
    assert (signature.name, signature.way) == ("Ruth Calder, OT", Way.DRAWN)
    assert all(0 <= x <= 1 and 0 <= y <= 1 for stroke in signature.strokes for x, y in stroke)
    press(qtbot, signing, "Clear: Occupational therapist")
    assert nell.case.visit.signatures == ()


def test_nobody_signs_without_a_name(signing, nell, qtbot) -> None:
    nell.keep_letterhead("", Letterhead())

    press(qtbot, signing, "Sign with my name")

    assert nell.case.visit.signatures == ()


def test_an_older_version_is_saved_as_it_was_and_the_report_as_text(
    signing, nell, qtbot, tmp_path: Path, monkeypatch
) -> None:
    monkeypatch.setattr(sign, "may_lock", lambda *_: True)
    press(qtbot, signing, "Sign with my name")
    press(qtbot, signing, "Sign and lock")
    nell.set_person("the name", name="Nelly")

    for button, name in (
        ("Save version 1 as PDF", "one.pdf"), ("Save as text document", "two.odt"),
    ):  # fmt: skip
        target = str(tmp_path / name)
        monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_, t=target: (t, ""))
        press(qtbot, signing, button)
    press(qtbot, signing, "Copy as text")

    import pypdfium2

    document = pypdfium2.PdfDocument(tmp_path / "one.pdf")
    first = document[0].get_textpage().get_text_bounded()
    document.close()
    assert "Version 1. Signed" in first
    with ZipFile(tmp_path / "two.odt") as archive:
        assert "Draft of version 2" in archive.read("content.xml").decode()
    copied = QGuiApplication.clipboard().mimeData()
    assert "Home visit report" in copied.text()
    assert "<table" in copied.html()


def test_what_leads_to_a_person_is_not_on_the_screen_while_names_are_hidden(
    shown, nell, window
) -> None:
    shown("visit")
    desk = window.findChild(NameDesk)

    desk.toggle()  # all is built again
    QGuiApplication.processEvents()
    page = window.page
    assert "Hartley" not in named(page, "Full name").text()
    for name in ("Phone", "Your reference number"):
        assert named(page, name).text() == "…"
        assert named(page, name).isReadOnly()
    assert named(page, "Address").toPlainText() == "…"
    assert not is_there(page, "Born on")

    desk.toggle()
    QGuiApplication.processEvents()
    page = window.page
    assert named(page, "Phone").text() == "555-0142"
    assert nell.case.visit == NELL.visit


def test_papers_to_give_out_are_chosen_and_shown_together(signing, qtbot) -> None:
    gone: list[str] = []
    signing.findChild(hand_over.HandOver).go = gone.append
    press(qtbot, signing, "The person’s page")
    press(qtbot, signing, "OT report, own copy")
    press(qtbot, signing, "OT report")
    press(qtbot, signing, "See and print")

    assert gone == ["print:person-sheet+ot-report-copy"]


def test_a_day_that_is_not_noted_lets_tab_pass_and_is_written_by_keys(sample, window, qtbot):
    sample.set_professional(True)
    window.go("report:visit")
    field = named(window.page, "Born on")
    field.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.keyClick(field, Qt.Key.Key_Tab)
    assert QApplication.focusWidget() is not field
    assert sample.case.visit.identity.born == ""

    field.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.keyClicks(field, "03141948")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert sample.case.visit.identity.born == "1948-03-14"

    field.selectAll()
    qtbot.keyClick(field, Qt.Key.Key_Delete)
    assert sample.case.visit.identity.born == ""
    assert field.text() == "Not noted"


def test_a_day_that_is_today_is_written_too(sample, window, qtbot):
    sample.set_professional(True)
    window.go("report:visit")
    field = named(window.page, "Asked on")
    field.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.keyClicks(field, f"{sample.today:%m%d%Y}")
    named(window.page, "Born on").setFocus(Qt.FocusReason.TabFocusReason)

    assert sample.case.visit.referral.on == sample.today.isoformat()


@pytest.mark.qt_log_ignore("This plugin does not support")
def test_the_question_before_locking_has_large_buttons_and_enter_locks_nothing(
    window, monkeypatch
) -> None:
    heights = []

    def enter(box: QMessageBox) -> int:
        box.show()
        heights.extend(button.height() for button in box.buttons())
        box.defaultButton().click()
        return 0

    monkeypatch.setattr(QMessageBox, "exec", enter)

    assert not dialogs.may_lock(window, 1, "")
    assert min(heights) >= 44
