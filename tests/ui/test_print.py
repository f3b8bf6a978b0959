"""Print or save: what a user sees of the paper, saves, and sends to the printer."""

import threading
from io import BytesIO
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtPrintSupport import QPrintDialog, QPrinter, QPrinterInfo
from PySide6.QtWidgets import QFileDialog, QWidget

from falls_app import export
from falls_app.errors import UserError
from falls_app.ui import paper_maker
from falls_app.ui.background import Background, Inline
from falls_app.ui.masking import masking
from falls_app.ui.pages import print_plan
from falls_app.ui.rendering import SupersededError
from falls_app.ui.saving import MOST_BYTES, as_pdf, paper_file_name, plan_file_name
from falls_app.ui.widgets.paper_list import about_words
from falls_app.ui.widgets.paper_view import PaperSheet
from tests.ui.pressing import is_there, is_ticked, named, press, read, write

MADE: list[str] = []


@pytest.fixture(autouse=True)
def paper(monkeypatch):
    """A paper of three pages in place of the real one, made at once."""
    MADE.clear()
    monkeypatch.setattr(export, "write_pack", stand_in)
    monkeypatch.setattr(print_plan, "Background", Inline)
    monkeypatch.setattr(QPrinterInfo, "availablePrinterNames", lambda: ["Hall printer"])


LOCKED_WITH: list[str] = []


def stand_in(kinds, case, target, printing, watch=None, password=""):
    if password:
        LOCKED_WITH.append(password)
    from reportlab.lib.pagesizes import A4, LETTER
    from reportlab.pdfgen.canvas import Canvas

    paper = printing.paper
    MADE.append(paper)
    canvas = Canvas(
        str(target) if isinstance(target, Path) else target,
        pagesize={"letter": LETTER, "a4": A4}[paper],
    )
    for number in range(3):
        canvas.drawString(100, 600, f"{case.person.name}, sheet {number + 1}")
        canvas.showPage()
    canvas.save()
    return ()


@pytest.fixture
def page(sample, window):
    window.go("print")
    return window.page


def sheet(page: QWidget) -> PaperSheet:
    return page.findChild(PaperSheet)


def choose_file(monkeypatch, path: Path | str) -> list[str]:
    suggested: list[str] = []

    def ask(_parent, _title, name, _kinds):
        suggested.append(name)
        return str(path), ""

    monkeypatch.setattr(QFileDialog, "getSaveFileName", ask)
    return suggested


def test_the_first_page_of_the_real_file_is_shown(page):
    assert "Page 1 of 3" in read(page)
    assert "Rosa, sheet 1" in sheet(page).accessibleDescription()


def test_the_paper_of_the_region_is_chosen_at_first(page, sample):
    assert is_ticked(page, "Paper: Letter")
    assert "3 pages, Letter" in read(page)

    sample.set_region("uk")

    assert is_ticked(page, "Paper: A4")
    assert "3 pages, A4" in read(page)


def test_another_paper_makes_the_pages_anew(page, qtbot):
    before = sheet(page).height() / sheet(page).width()

    press(qtbot, page, "Paper: A4")

    assert MADE == ["letter", "a4"]
    assert sheet(page).height() / sheet(page).width() > before


def test_the_old_page_stays_while_new_ones_are_made(page, sample, qtbot, monkeypatch):
    later = []
    monkeypatch.setattr(
        Inline, "run", lambda _self, _work, then, otherwise, key="": later.append(key)
    )

    press(qtbot, page, "Paper: A4")

    assert later == ["paper"]
    assert "Making the pages…" in read(page)
    assert "Rosa, sheet 1" in sheet(page).accessibleDescription()


def test_pages_turn_by_buttons_and_keys(page, qtbot):
    press(qtbot, page, "Next page")
    assert "Page 2 of 3" in read(page)

    qtbot.keyClick(page, Qt.Key.Key_PageDown)
    assert "Rosa, sheet 3" in sheet(page).accessibleDescription()

    qtbot.keyClick(page, Qt.Key.Key_PageDown)
    assert "Page 3 of 3" in read(page)

    qtbot.keyClick(page, Qt.Key.Key_PageUp)
    press(qtbot, page, "Previous page")
    assert "Page 1 of 3" in read(page)


def with_outline(_kinds, _case, target, _printing, watch=None):
    """Write a paper of four pages whose outline names chapters, rooms and steps."""
    from reportlab.pdfgen.canvas import Canvas

    canvas = Canvas(target)
    lines = {"Rosa’s plan": (1, 0), "Kitchen": (2, 1), "Rugs": (2, 2), "Lamps": (3, 2)}
    for words, (page, level) in {**lines, "Who does what": (4, 0)}.items():
        while canvas.getPageNumber() < page:
            canvas.showPage()
        canvas.bookmarkPage(words)
        canvas.addOutlineEntry(words, words, level)
    canvas.showPage()
    canvas.save()
    return ()


def test_each_page_is_named_by_the_chapter_or_room_that_it_is_about(
    sample, window, qtbot, monkeypatch
):
    monkeypatch.setattr(export, "write_pack", with_outline)
    window.go("print")
    assert "Page 1 of 4: Rosa’s plan" in read(window.page)

    press(qtbot, window.page, "Page 3 of 4: Kitchen")
    assert "Page 3 of 4: Kitchen" in read(window.page)

    press(qtbot, window.page, "Next page")
    assert "Page 4 of 4: Who does what" in read(window.page)


def test_a_small_page_shows_that_page(page, qtbot):
    qtbot.waitUntil(lambda: named(page, "Page 3 of 3") is not None)
    press(qtbot, page, "Page 3 of 3")

    assert "Rosa, sheet 3" in sheet(page).accessibleDescription()


def test_a_change_of_the_case_makes_the_pages_anew_at_the_same_place(page, sample, qtbot):
    press(qtbot, page, "Next page")

    sample.set_person("name", name="Rose")

    assert "Rose, sheet 2" in sheet(page).accessibleDescription()


def test_the_pages_are_not_made_twice_for_the_same_case(page, window):
    window.go("plan")
    window.go("print")

    assert MADE == ["letter"]


def test_saving_writes_the_file_and_says_where_it_lies(page, qtbot, monkeypatch, tmp_path):
    suggested = choose_file(monkeypatch, tmp_path / "plan.pdf")

    press(qtbot, page, "Save PDF")

    assert Path(suggested[0]).name == "Rosa - plan - 2026-11-20.pdf"
    assert (tmp_path / "plan.pdf").read_bytes().startswith(b"%PDF")
    assert "Saved as “plan.pdf”" in read(page)
    assert str(tmp_path) in read(page)
    assert named(page, "Open the saved file")


def test_a_paper_is_saved_with_a_password_that_is_typed_twice_and_printed_without(
    page, window, qtbot, monkeypatch, tmp_path
):
    LOCKED_WITH.clear()
    choose_file(monkeypatch, tmp_path / "plan.pdf")
    press(qtbot, page, "Lock the saved PDF with a password")
    write(qtbot, page, "Password", "short")
    press(qtbot, page, "Save PDF")
    assert "This password is too short." in read(page)
    write(qtbot, page, "Password", "a lilac tree")
    write(qtbot, page, "The password once more", "a lilac tee")
    press(qtbot, page, "Save PDF")
    assert "The two passwords are not the same." in read(page)
    assert not (tmp_path / "plan.pdf").exists()

    write(qtbot, page, "The password once more", "a lilac tree")
    press(qtbot, page, "Save PDF")

    assert LOCKED_WITH == ["a lilac tree"]
    assert "Saved as “plan.pdf”" in read(page)
    window.go("plan")
    window.go("print")
    assert not is_there(page, "Password")
    press(qtbot, page, "Save PDF")
    assert LOCKED_WITH == ["a lilac tree"]


def test_the_saved_file_can_be_opened(page, qtbot, monkeypatch, tmp_path):
    choose_file(monkeypatch, tmp_path / "plan.pdf")
    press(qtbot, page, "Save PDF")
    opened = []
    monkeypatch.setattr(
        print_plan.QDesktopServices, "openUrl", lambda url: bool(opened.append(url.toLocalFile()))
    )

    press(qtbot, page, "Open the saved file")

    assert opened == [str(tmp_path / "plan.pdf")]
    assert "No program here opens PDF files." in read(page)


def test_no_file_is_written_when_the_question_is_closed(page, qtbot, monkeypatch):
    choose_file(monkeypatch, "")

    press(qtbot, page, "Save PDF")

    assert MADE == ["letter"]


def test_a_full_disk_is_a_sentence_with_a_next_step(page, qtbot, monkeypatch, tmp_path):
    def full(*_args, **_options):
        raise UserError("“plan.pdf” could not be written.", "Choose another folder.")

    choose_file(monkeypatch, tmp_path / "plan.pdf")
    monkeypatch.setattr(export, "write_pack", full)

    press(qtbot, page, "Save PDF")

    assert "“plan.pdf” could not be written. Choose another folder." in read(page)
    assert "Rosa, sheet 1" in sheet(page).accessibleDescription()


def test_printing_sends_every_page_to_the_printer(page, qtbot, monkeypatch, tmp_path):
    from pypdf import PdfReader

    target = tmp_path / "printed.pdf"

    def accept(dialog):
        printer = dialog.printer()
        printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        printer.setOutputFileName(str(target))
        return QPrintDialog.DialogCode.Accepted

    monkeypatch.setattr(QPrintDialog, "exec", accept)

    press(qtbot, page, "Print")

    printed = PdfReader(target)
    assert len(printed.pages) == 3
    assert [round(float(side)) for side in printed.pages[0].mediabox[2:]] == [612, 792]


def test_nothing_is_printed_when_the_question_is_closed(page, qtbot, monkeypatch):
    monkeypatch.setattr(QPrintDialog, "exec", lambda _dialog: QPrintDialog.DialogCode.Rejected)

    press(qtbot, page, "Print")

    assert MADE == ["letter"]


def test_another_home_never_shows_the_pages_of_the_last(page, session, window, monkeypatch):
    def nothing(*_args, **_options):
        raise UserError("There is nothing to print yet.", "Walk through the rooms first.")

    monkeypatch.setattr(export, "write_pack", nothing)
    session.begin(mine=False)
    window.go("print")

    assert sheet(window.page).accessibleDescription() == ""
    assert "There is nothing to print yet." in read(window.page)


def test_nothing_runs_on_when_the_page_is_gone(sample, window, qtbot, monkeypatch):
    begun, gate = threading.Event(), threading.Event()

    def slow(*_args, **_options):
        begun.set()
        gate.wait(5)
        raise UserError("Too late.", "")

    monkeypatch.setattr(export, "write_pack", slow)
    monkeypatch.setattr(print_plan, "Background", Background)
    window.go("print")
    assert begun.wait(5)
    gate.set()

    window.page.deleteLater()
    with qtbot.waitSignal(window.page.destroyed):
        pass

    assert not [each for each in threading.enumerate() if each.name.startswith("background")]


def test_file_names_take_no_signs_that_file_systems_refuse():
    assert plan_file_name('Rosa "Rosie" <A/B>: C?', "2026-11-20") == (
        "Rosa -Rosie- -A-B- C - plan - 2026-11-20.pdf"
    )


@pytest.mark.parametrize("name", ["", "  ", "...", "///"])
def test_a_plan_without_a_name_is_a_home_plan(name):
    assert plan_file_name(name, "2026-11-20") == "Home plan - 2026-11-20.pdf"


def test_a_long_name_still_makes_a_file_name():
    name = plan_file_name("ש" * 400, "2026-11-20")

    assert len(name.encode()) < MOST_BYTES + 40


def test_a_name_without_ending_gets_one_and_replaces_nothing(tmp_path):
    (tmp_path / "plan.pdf").write_text("mine")

    assert as_pdf(str(tmp_path / "plan")).name == "plan 2.pdf"
    assert as_pdf(str(tmp_path / "new")).name == "new.pdf"
    assert as_pdf(str(tmp_path / "chosen.PDF")).name == "chosen.PDF"


# ------------------------------------------------------------------ other papers


def made_kinds(monkeypatch) -> list[str]:
    kinds: list[str] = []

    def note(papers, case, target, printing, watch=None):
        kinds.append("+".join(papers))
        return stand_in(papers, case, target, printing)

    monkeypatch.setattr(export, "write_pack", note)
    return kinds


def test_the_family_plan_is_chosen_at_first(page):
    assert is_ticked(page, "Family plan. With a page for the fridge")
    assert not is_ticked(page, "Handouts. One page, large print")


def test_handouts_can_be_read_and_chosen_from_a_list(page, qtbot, monkeypatch):
    kinds = made_kinds(monkeypatch)

    press(qtbot, page, "Handouts. One page, large print")
    which = named(page, "Which handout")
    which.setCurrentText("Food for strong bones")
    which.activated.emit(which.currentIndex())

    assert kinds == ["handout:H1", "handout:H9"]
    assert is_ticked(page, "Handouts. One page, large print")
    assert not is_ticked(page, "Family plan. With a page for the fridge")


def test_going_back_to_the_plan_makes_it_anew(page, qtbot, monkeypatch):
    kinds = made_kinds(monkeypatch)
    press(qtbot, page, "Handouts. One page, large print")

    press(qtbot, page, "Family plan. With a page for the fridge")

    assert kinds[-1] == "family"


def test_nothing_of_another_paper_is_shown_while_one_is_made(page, qtbot, monkeypatch):
    monkeypatch.setattr(Inline, "run", lambda *_args, **_named: None)

    press(qtbot, page, "Handouts. One page, large print")

    assert "Rosa, sheet" not in sheet(page).accessibleDescription()


@pytest.mark.parametrize(
    ("where", "kind"),
    [("H9", "handout:H9"), ("handout:H10", "handout:H10"), ("family", "family"), ("H99", "family")],
)
def test_a_paper_is_opened_by_its_name(window, sample, monkeypatch, where, kind):
    kinds = made_kinds(monkeypatch)

    window.go(f"print:{where}")

    assert kinds == [kind]


def test_a_larger_text_comes_back_to_the_same_paper(window, sample, monkeypatch):
    kinds = made_kinds(monkeypatch)
    window.go("print:H9")

    window.set_text_size(150)

    assert kinds == ["handout:H9", "handout:H9"]


def test_a_handout_is_saved_under_its_title_with_no_name_of_a_person(
    window, sample, qtbot, monkeypatch, tmp_path
):
    suggested = choose_file(monkeypatch, tmp_path / "food.pdf")
    kinds = made_kinds(monkeypatch)
    window.go("print:H9")

    press(qtbot, window.page, "Save PDF")

    assert Path(suggested[0]).name == "Food for strong bones.pdf"
    assert kinds == ["handout:H9", "handout:H9"]


def test_other_papers_are_named_after_person_title_and_day():
    assert paper_file_name("For the doctor", "Rosa", "2026-11-20") == (
        "Rosa - For the doctor - 2026-11-20.pdf"
    )
    assert paper_file_name("A/B: C?", "", "2026-11-20") == "A-B- C - 2026-11-20.pdf"


# ------------------------------------------------------------------ options, several in one file


ORDERS: list[export.Printing] = []


@pytest.fixture
def orders(monkeypatch) -> list[export.Printing]:
    """How each paper was to be printed that was made."""
    ORDERS.clear()

    def note(papers, case, target, printing, watch=None):
        ORDERS.append(printing)
        return stand_in(papers, case, target, printing)

    monkeypatch.setattr(export, "write_pack", note)
    return ORDERS


@pytest.mark.parametrize(
    ("words", "option"),
    [
        ("Large print, 18 points and up", "large"),
        ("Save ink: no colored areas", "save_ink"),
        ("Hide names: initials only", "hide_names"),
    ],
)
def test_an_option_makes_the_pages_anew(sample, window, qtbot, orders, words, option):
    window.go("print")
    press(qtbot, window.page, words)
    press(qtbot, window.page, words)

    assert [getattr(each, option) for each in orders] == [False, True, False]


def test_only_options_that_a_paper_knows_are_offered(page, qtbot):
    boxes = "With boxes to fill in on a screen"

    assert not is_there(page, boxes)
    press(qtbot, page, f"Visit sheet to fill in. {about_words('visit-sheet')}")
    assert is_there(page, boxes)
    press(qtbot, page, "The person’s page. Own words and choices")
    assert not is_there(page, "Large print, 18 points and up")


def test_hidden_names_are_initials_in_the_name_of_the_file(page, qtbot, monkeypatch, tmp_path):
    suggested = choose_file(monkeypatch, tmp_path / "plan.pdf")
    press(qtbot, page, "Hide names: initials only")

    press(qtbot, page, "Save PDF")

    assert Path(suggested[0]).name == "R - plan - 2026-11-20.pdf"


def test_several_papers_make_one_file_in_the_order_they_are_offered(
    page, qtbot, monkeypatch, tmp_path
):
    kinds, suggested = made_kinds(monkeypatch), choose_file(monkeypatch, tmp_path / "all.pdf")
    press(qtbot, page, "Several in one file")
    press(qtbot, page, "Handouts. One page, large print")
    press(qtbot, page, "Fridge page. Five things to start with")
    press(qtbot, page, "Family plan. With a page for the fridge")
    press(qtbot, page, "Save PDF")

    assert kinds == [
        "family+handout:H1",
        "fridge+family+handout:H1",
        *["fridge+handout:H1"] * 2,
    ]
    assert Path(suggested[0]).name == "Rosa - papers - 2026-11-20.pdf"


def test_the_last_of_several_stays_and_one_again_is_the_first(page, qtbot, monkeypatch):
    kinds = made_kinds(monkeypatch)
    press(qtbot, page, "Several in one file")
    press(qtbot, page, "Family plan. With a page for the fridge")
    assert is_ticked(page, "Family plan. With a page for the fridge")

    press(qtbot, page, "For the doctor. To take along")
    press(qtbot, page, "Several in one file")

    assert kinds == ["family+doctor", "family"]


def test_words_that_paper_has_no_letters_for_are_named(page, sample, qtbot, monkeypatch):
    monkeypatch.setattr(
        export, "write_pack", lambda *args, watch: (stand_in(*args), ("مرحبا", "😀"))[1]
    )

    press(qtbot, page, "Paper: A4")

    assert "The paper has no letters for: “مرحبا”, “😀”. It prints […] there." in read(
        page
    ).replace("**", "").replace("  ", " ")


def test_several_papers_and_options_come_back_after_a_larger_text(
    window, sample, monkeypatch, qtbot
):
    kinds = made_kinds(monkeypatch)
    window.go("print:doctor+fridge,large")

    window.set_text_size(150)

    assert kinds == ["fridge+doctor"] * 2
    qtbot.waitUntil(lambda: is_there(window.page, "Large print, 18 points and up"))
    assert is_ticked(window.page, "Large print, 18 points and up")
    assert is_ticked(window.page, "Several in one file")


def test_a_paper_that_was_slow_shows_its_page_before_it_is_whole(page, qtbot, monkeypatch):
    looks = []

    def first_pages(kinds, case, printing, *, most, watch):
        looks.append((most, printing.paper))
        target = BytesIO()
        stand_in(kinds, case, target, printing)
        return target.getvalue()

    monkeypatch.setattr(paper_maker, "SLOW_SECONDS", -1)
    monkeypatch.setattr(export, "first_pages", first_pages)
    press(qtbot, page, "Next page")

    press(qtbot, page, "Paper: A4")

    assert looks == [(2, "a4")]
    assert "Rosa, sheet 2" in sheet(page).accessibleDescription()


def test_a_paper_nobody_waits_for_is_not_made_to_its_end(page, qtbot, monkeypatch):
    wanted = []

    def note(papers, case, target, printing, watch=None):
        wanted.append(watch)
        return stand_in(papers, case, target, printing)

    monkeypatch.setattr(export, "write_pack", note)
    press(qtbot, page, "Large print, 18 points and up")
    wanted[0](1)
    press(qtbot, page, "Paper: A4")

    with pytest.raises(SupersededError):
        wanted[0](2)
    wanted[1](1)


def test_on_a_screen_that_hides_names_only_a_file_can_show_them_and_only_if_that_is_chosen(
    window, sample, qtbot, orders, monkeypatch, tmp_path
):
    suggested = choose_file(monkeypatch, tmp_path / "plan.pdf")
    masking.switch(True)
    try:
        window.go("print")
        press(qtbot, window.page, "Save PDF")
        press(qtbot, window.page, "Hide names: initials only")
        press(qtbot, window.page, "Save PDF")
    finally:
        masking.switch(False)

    preview, hidden, shown = (each.hide_names for each in orders)
    assert (preview, hidden, shown) == (True, True, False)
    assert [Path(each).name for each in suggested] == ["R - plan - 2026-11-20.pdf"] * 2


def test_without_a_printer_the_pdf_is_offered(page, qtbot, monkeypatch) -> None:
    monkeypatch.setattr(QPrinterInfo, "availablePrinterNames", list)
    monkeypatch.setattr(QPrintDialog, "exec", lambda _dialog: pytest.fail("a dialog opened"))

    press(qtbot, page, "Print")

    assert "No printer is set up. Save the PDF and print it where there is a printer" in read(page)


def test_an_answer_that_is_not_sure_is_named_beside_the_plan_and_looked_at(
    sample, window, qtbot
) -> None:
    window.go("print")
    press(qtbot, window.page, "Look again at 1 answer")

    assert window.place == "walk:front:OUT08"
