"""The lock in the window: made, asked for at the start and after a break, changed, taken off."""

from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from functools import partial
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image
from pypdf import PdfReader
from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QApplication, QFileDialog, QLabel, QLineEdit

from falls_app import app, paths
from falls_app.storage import unlocked
from falls_app.storage.backups import make_backup
from falls_app.storage.keys import Cost, new_keys
from falls_app.storage.layout import DATABASE, keys_beside
from falls_app.storage.recovery_key import groups_of
from falls_app.storage.unlocked import change_secret, forget_keys
from falls_app.ui import lock_screen, locking, safekeeping, store_opening, unlock, unlocking
from falls_app.ui.background import Inline
from falls_app.ui.computer_news import ComputerNews
from falls_app.ui.lock_screen import LockScreen
from falls_app.ui.pages import lock as lock_page
from falls_app.ui.unlock import Unlock
from falls_app.ui.widgets.buttons import Button
from tests.memory_ring import memory_ring
from tests.ui.pressing import is_there, is_ticked, named, press, read, write

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints", extend=True)

NOW = datetime(2026, 11, 20, 10, tzinfo=UTC)
CHEAP = Cost(memory_kib=64, passes=1, lanes=1)
WORDS = "a lilac tree by the gate"


@pytest.fixture(autouse=True)
def at_once(monkeypatch, tmp_path: Path) -> Iterator[None]:
    for module in (locking, unlock, lock_page):
        monkeypatch.setattr(module, "Background", Inline)
    monkeypatch.setattr(locking, "new_keys", partial(new_keys, cost=CHEAP))
    for module in (locking, unlock):
        monkeypatch.setattr(module, "change_secret", partial(change_secret, cost=CHEAP))
    monkeypatch.setattr(lock_screen, "computer_news", ComputerNews)
    monkeypatch.setattr(paths, "tries", lambda: tmp_path / "state" / "tries.json")
    monkeypatch.setattr(paths, "kept_look", lambda: tmp_path / "state" / "look.json")
    forget_keys()
    yield
    forget_keys()


@pytest.fixture(autouse=True)
def closed_again(window) -> Iterator[None]:
    yield
    window.close()
    window.close_store()


def lock_with(qtbot, window, words: str = WORDS) -> str:
    """Lock the store as somebody does who has never done it; return the recovery key."""
    window.commands.do("lock")
    QApplication.processEvents()  # a page that was just made is not shown yet
    write(qtbot, window.page, "Passphrase", words)
    write(qtbot, window.page, "The passphrase, once more", words)
    press(qtbot, window.page, "Go on")
    code = window.session.locking.code
    type_groups(qtbot, window, code)
    press(qtbot, window.page, "Lock my answers")
    return code


def type_groups(qtbot, window, code: str) -> None:
    for place in (2, 5):
        write(qtbot, window.page, f"Group {place + 1}", groups_of(code)[place].lower())


def asked(window, monkeypatch, answer: Callable[[Unlock], None]) -> list[Unlock]:
    """Have this done with each dialog that asks for the passphrase; return those there were."""
    dialogs: list[Unlock] = []

    def instead(dialog: Unlock) -> int:
        dialog.show()
        dialogs.append(dialog)
        answer(dialog)
        return dialog.result()

    monkeypatch.setattr(Unlock, "exec", instead)
    return dialogs


def opened_with(qtbot, words: str) -> Callable[[Unlock], None]:
    def answer(dialog: Unlock) -> None:
        write(qtbot, dialog, "Passphrase", words)
        press(qtbot, dialog, "Open")

    return answer


def test_a_lock_is_made_only_once_the_recovery_key_is_on_paper(
    sample, window, qtbot, tmp_path: Path, monkeypatch
) -> None:
    window.go("start")
    window.go("settings:lock")
    press(qtbot, window.page, "Lock with a passphrase")
    write(qtbot, window.page, "Passphrase", "short")
    press(qtbot, window.page, "Go on")
    assert "too short" in read(window.page)
    write(qtbot, window.page, "Passphrase", WORDS)
    press(qtbot, window.page, "Go on")
    assert "not the same" in read(window.page)
    write(qtbot, window.page, "Passphrase", WORDS)
    write(qtbot, window.page, "The passphrase, once more", WORDS)
    press(qtbot, window.page, "Go on")

    code = window.session.locking.code
    assert all(group in read(window.page) for group in groups_of(code))
    page = tmp_path / "page.pdf"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_words: (str(page), ""))
    press(qtbot, window.page, "Save it as a PDF")
    assert "Move it off this computer" in read(window.page)
    (sheet,) = PdfReader(page).pages
    assert " ".join(groups_of(code)[:4]) in " ".join(sheet.extract_text().split())
    press(qtbot, window.page, "Lock my answers")
    assert "not the ones on the page" in read(window.page)
    assert not window.session.store.is_locked

    type_groups(qtbot, window, code)
    press(qtbot, window.page, "Lock my answers")

    assert window.session.store.is_locked
    assert "locked now" in read(window.page)
    assert QApplication.focusWidget().accessibleName() == "Back"  # not what locks once more
    assert b"SQLite" not in (window.session.store.folder / DATABASE).read_bytes()
    assert [home.name for home in window.session.homes] == ["Rosa"]
    assert code not in read(window.page)


def test_older_copies_in_clear_are_told_and_removed(sample, window, qtbot) -> None:
    window.go("start")
    made = make_backup(window.session.store.folder, NOW)
    lock_with(qtbot, window)
    assert "1 older copy of your answers is not locked" in read(window.page)

    press(qtbot, window.page, "Make a locked backup and remove these")

    assert not made.file.exists()
    assert "is not locked" not in read(window.page)
    (left,) = (window.session.store.folder / "backups").glob("*.sqlite3")
    assert keys_beside(left).exists()


def test_the_window_goes_when_it_is_locked_and_comes_back_to_the_same_card(
    sample, window, qtbot, monkeypatch
) -> None:
    window.go("start")
    lock_with(qtbot, window)
    screen = LockScreen(window, window.session, store_opening_of(window))
    press(qtbot, window.page, "Back")
    window.go(window.session.page_opened(window.session.homes[0].id, "walk:bath"))
    before, card = window.place, window.session.case
    seen: list[bool] = []

    def answer(dialog: Unlock) -> None:
        seen.append(window.isVisible())
        with pytest.raises(unlocked.PassphraseNeeded):
            unlocked.key_of(window.session.store.folder / DATABASE)
        write(qtbot, dialog, "Passphrase", "not this one")
        press(qtbot, dialog, "Open")
        assert "does not open your answers" in read(dialog)
        opened_with(qtbot, WORDS)(dialog)

    dialogs = asked(window, monkeypatch, answer)
    screen.lock()
    qtbot.waitUntil(window.isVisible)

    assert (len(dialogs), seen) == (1, [False])
    assert (window.place, window.session.case) == (before, card)
    assert before.startswith("walk:")


def store_opening_of(window) -> Callable[[], object]:
    return partial(app.reopened, window)


def test_it_locks_by_itself_when_nobody_is_there_and_when_the_computer_slept(
    sample, window, qtbot, monkeypatch
) -> None:
    window.go("start")
    time = [NOW.timestamp()]
    lock_with(qtbot, window)
    screen = LockScreen(window, window.session, store_opening_of(window), clock=lambda: time[0])
    screen.watch()
    dialogs = asked(window, monkeypatch, opened_with(qtbot, WORDS))

    def pass_by(minutes: float) -> int:
        """Let time go by, a look every few seconds; return how often it was locked until now."""
        for _look in range(round(minutes * 12)):
            time[0] += 5
            screen.look()
        QApplication.processEvents()
        return len(dialogs)

    assert pass_by(9.5) == 0
    where = QPointF(5, 5)
    touch = QMouseEvent(
        QEvent.Type.MouseMove, where, where, Qt.MouseButton.NoButton, Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
    )  # fmt: skip
    QApplication.sendEvent(window.windowHandle(), touch)
    assert pass_by(9.5) == 0
    assert pass_by(1) == 1
    time[0] += 3600
    screen.look()
    qtbot.waitUntil(lambda: len(dialogs) == 2)
    window.session.locking.use_minutes(0)
    assert pass_by(60) == 2
    window.go("lock")
    assert "You lock it yourself" in read(window.page)


def test_what_cannot_be_saved_keeps_the_window_open(sample, window, qtbot, monkeypatch) -> None:
    window.go("start")
    lock_with(qtbot, window)
    screen = LockScreen(window, window.session, store_opening_of(window))
    dialogs = asked(window, monkeypatch, opened_with(qtbot, WORDS))
    with monkeypatch.context() as full_disk:
        full_disk.setattr(window, "is_all_saved", lambda: False)
        screen.lock()
        QApplication.processEvents()

    assert window.isVisible()
    assert dialogs == []


def test_it_locks_when_somebody_leaves_the_computer_as_soon_as_all_is_saved(
    sample, window, qtbot, monkeypatch
) -> None:
    window.go("start")
    lock_with(qtbot, window)
    assert "cannot tell when only the screen is locked" in read(window.page)
    screen = LockScreen(window, window.session, store_opening_of(window))
    screen.watch()
    news = window.session.locking.news
    news.hears_screen = news.hears_sleep = True
    news.changed.emit()
    assert "when the screen is locked, and before the computer goes to sleep" in read(window.page)
    window.go(window.session.page_opened(window.session.homes[0].id, "walk:bath"))
    before, card = window.place, window.session.case
    dialogs = asked(window, monkeypatch, opened_with(qtbot, WORDS))

    news.left.emit()
    assert not window.isVisible()
    qtbot.waitUntil(window.isVisible)
    assert (window.place, window.session.case, len(dialogs)) == (before, card, 1)

    with monkeypatch.context() as full_disk:
        full_disk.setattr(window, "is_all_saved", lambda: False)
        news.left.emit()
        screen.look()
        assert window.isVisible()
    screen.look()
    qtbot.waitUntil(lambda: len(dialogs) == 2 and window.isVisible())
    screen.look()
    assert window.isVisible()
    window.session.locking.news.end()


def test_a_lost_passphrase_is_replaced_with_the_recovery_key(
    sample, window, qtbot, monkeypatch
) -> None:
    window.go("start")
    code = lock_with(qtbot, window)
    folder = window.session.store.folder
    window.close_store()
    forget_keys()

    def answer(dialog: Unlock) -> None:
        press(qtbot, dialog, "Use the recovery key")
        write(qtbot, dialog, "Recovery key", code[:-1])
        press(qtbot, dialog, "Open")
        assert "not a recovery key" in read(dialog)
        write(qtbot, dialog, "Recovery key", code.lower().replace("-", " "))
        press(qtbot, dialog, "Open")
        write(qtbot, dialog, "New passphrase", "blue boat and bread")
        write(qtbot, dialog, "New passphrase, once more", "blue boat and")
        press(qtbot, dialog, "Keep this passphrase")
        assert "not the same" in read(dialog)
        write(qtbot, dialog, "New passphrase", "blue boat and bread")
        write(qtbot, dialog, "New passphrase, once more", "blue boat and bread")
        press(qtbot, dialog, "Keep this passphrase")

    asked(window, monkeypatch, answer)
    store = store_opening.open_store(folder)
    assert not isinstance(store, int)
    store.close()
    forget_keys()

    asked(window, monkeypatch, opened_with(qtbot, "blue boat and bread"))
    store = store_opening.open_store(folder)
    assert not isinstance(store, int)
    assert [home.name for home in store.cases()] == ["Rosa"]
    store.close()


def test_after_a_few_wrong_tries_the_pause_is_counted_down(
    sample, window, qtbot, tmp_path: Path
) -> None:
    window.go("start")
    lock_with(qtbot, window)
    time = [NOW]
    file = keys_beside(window.session.store.folder / DATABASE)
    dialog = Unlock(file, tmp_path / "tries", lambda: time[0])
    qtbot.addWidget(dialog)
    dialog.show()
    for _wrong in range(6):
        time[0] += timedelta(minutes=1)
        dialog._pause = 0
        dialog._open.setEnabled(True)
        opened_with(qtbot, "not this one")(dialog)

    assert "Try again in 4 seconds." in read(dialog)
    assert not named(dialog, "Open").isEnabled()
    for _second in range(4):
        dialog._second.timeout.emit()
    assert "try again now" in read(dialog)
    time[0] += timedelta(minutes=1)
    opened_with(qtbot, WORDS)(dialog)
    assert dialog.result() == 1


def test_passphrase_and_recovery_key_are_changed_and_the_lock_is_taken_off(
    sample, window, qtbot, monkeypatch
) -> None:
    window.go("start")
    code = lock_with(qtbot, window)
    page = window.page
    write(qtbot, page, "Passphrase until now", "not this one")
    write(qtbot, page, "New passphrase", "blue boat and bread")
    write(qtbot, page, "New passphrase, once more", "blue boat and bread")
    press(qtbot, page, "Change the passphrase")
    assert "does not open" in read(page)
    write(qtbot, page, "Passphrase until now", WORDS)
    press(qtbot, page, "Change the passphrase")
    assert "new passphrase opens" in read(page)

    press(qtbot, page, "Make a new recovery key")
    new = window.session.locking.code
    assert new != code
    type_groups(qtbot, window, new)
    press(qtbot, page, "Use this key from now on")
    assert "new recovery key counts" in read(page)

    write(qtbot, page, "Your passphrase", "blue boat and bread")
    press(qtbot, page, "Take the lock off")
    assert "The lock is off" in read(page)
    assert not window.session.store.is_locked
    assert [home.name for home in window.session.homes] == ["Rosa"]
    assert is_there(page, "Go on")


def test_who_visits_homes_for_work_is_asked_for_a_lock_and_told_why(window, qtbot) -> None:
    window.go("settings:work")
    press(qtbot, window.page, "I visit homes for work")

    assert "homes of other people" in read(window.page)
    press(qtbot, window.page, "Not now")
    assert window.page.title() == "Caseload"


def test_who_makes_a_lock_in_the_middle_of_a_walk_comes_back_to_the_same_card(
    sample, window, qtbot
) -> None:
    window.go("walk:bath")
    before, card = window.place, window.session.case
    window.go("settings:work")
    press(qtbot, window.page, "I visit homes for work")
    assert window.page.title() == "Lock with a passphrase"
    press(qtbot, window.page, "Not now")
    assert (window.place, window.session.case.id) == (before, card.id)

    lock_with(qtbot, window)
    window.set_text_size(125)
    QApplication.processEvents()
    press(qtbot, window.page, "Back to the home")

    assert window.session.store.is_locked
    assert (window.place, window.session.case.assessment) == (before, card.assessment)
    window.go("start")
    window.go("lock")
    press(qtbot, window.page, "Back")
    assert not window.session.is_open


def test_at_the_start_who_visits_homes_for_work_is_reminded_of_the_lock(window, qtbot) -> None:
    app.guard(window)
    assert not is_there(window, "Lock with a passphrase")

    window.session.set_professional(True)
    app.guard(window)
    assert "homes of other people on this computer are not locked" in read(window)
    press(qtbot, window, "Lock with a passphrase")

    assert window.page.title() == "Lock with a passphrase"


def test_a_passphrase_is_shown_for_who_wants_to_look(window, qtbot) -> None:
    window.commands.do("lock")
    field = named(window.page, "Passphrase", QLineEdit)
    assert field.echoMode() == QLineEdit.EchoMode.Password

    press(qtbot, window.page, "Show: Passphrase")
    assert field.echoMode() == QLineEdit.EchoMode.Normal
    press(qtbot, window.page, "Hide: Passphrase")
    assert field.echoMode() == QLineEdit.EchoMode.Password


def test_the_start_of_a_locked_store_looks_as_it_was_chosen(
    sample, window, qtbot, tmp_path: Path
) -> None:
    from falls_app.ui.kept_look import use_kept_look
    from falls_app.ui.theme import look

    window.go("start")
    window.set_theme("dark")
    assert not paths.kept_look().exists()
    lock_with(qtbot, window)
    assert "dark" in paths.kept_look().read_text()
    window.set_text_size(150)
    said = paths.kept_look().read_bytes()
    look.use(theme="light", percent=100)
    paths.kept_look().write_bytes(said)

    use_kept_look()

    assert (look.theme.name, look.percent) == ("dark", 150)


def test_a_photo_of_a_locked_home_is_shown_and_printed(sample, window, qtbot) -> None:
    from dataclasses import replace

    from falls_app.domain.evidence import Photo
    from falls_app.export import Printing, write_paper
    from falls_app.ui.drawing.photo_reading import read_picture

    window.go("start")
    lock_with(qtbot, window)
    session = window.session
    session.open(session.homes[0].id)
    Image.linear_gradient("L").resize((90, 60)).save(picture := BytesIO(), "JPEG")
    kept = session.store.photos.keep(session.case.id, picture.getvalue())
    photo = Photo("p", kept.sha256, kept.width, kept.height)
    shown = session.photos(photo)
    assert shown is not None
    assert read_picture(shown, lambda size: size).width() == 90

    walk = session.view.walk
    first = next(each for each in walk.findings.values() if each.answer == "hazard")
    case = session.case.with_assessment(walk.with_finding(replace(first, photos=(photo,))))
    pdfs = []
    for photos in (session.photos, lambda _photo: None):
        write_paper("family", case, made := BytesIO(), Printing(session.region, photos=photos))
        pdfs.append(made.getvalue())
    assert b"DCTDecode" in pdfs[0]
    assert b"DCTDecode" not in pdfs[1]
    assert not list(session.store.folder.rglob("*.jpg"))


def test_a_backup_with_an_earlier_passphrase_asks_for_it(
    sample, window, qtbot, monkeypatch
) -> None:
    monkeypatch.setattr(safekeeping, "Background", Inline)
    window.go("start")
    lock_with(qtbot, window)
    make_backup(window.session.store.folder, NOW)
    write(qtbot, window.page, "Your passphrase", WORDS)
    press(qtbot, window.page, "Take the lock off")
    forget_keys()
    window.go("backups")
    QApplication.processEvents()
    assert "Locked with an earlier passphrase" in read(window.page)
    dialogs = asked(window, monkeypatch, opened_with(qtbot, WORDS))

    look = next(each for each in window.page.findChildren(Button) if each.text() == "Look into it")
    look.click()
    QApplication.processEvents()

    assert "This backup is locked" in dialogs[0]._title.text()
    assert "Locked with an earlier passphrase" not in read(window.page)
    assert "1 home" in read(window.page)


def test_a_locked_window_that_is_closed_ends_the_program_and_a_home_that_went_is_not_missed(
    sample, window, qtbot, monkeypatch
) -> None:
    window.go("start")
    lock_with(qtbot, window)
    folder, ended = window.session.store.folder, []
    monkeypatch.setattr(QApplication, "exit", ended.append)
    screen = LockScreen(window, window.session, store_opening_of(window))
    case_id = window.session.homes[0].id
    window.go(window.session.page_opened(case_id, "walk"))
    asked(window, monkeypatch, lambda dialog: dialog.reject())
    screen.lock()
    qtbot.waitUntil(lambda: ended == [0])
    assert not (folder / "open").exists()

    asked(window, monkeypatch, opened_with(qtbot, WORDS))
    screen.come_back("a home that is not there", "walk")
    assert window.place == "start"


def test_it_opens_by_itself_at_the_start_if_that_is_switched_on_and_asks_after_a_lock(
    sample, window, qtbot, monkeypatch
) -> None:
    window.go("start")
    lock_with(qtbot, window)
    folder = window.session.store.folder
    screen = LockScreen(window, window.session, store_opening_of(window))
    switch = "Open by itself when I am signed in to this computer"
    with memory_ring(monkeypatch) as ring:
        window.go("settings:lock")
        assert not is_ticked(window.page, switch)
        ring.is_shut = True
        press(qtbot, window.page, switch)
        qtbot.waitUntil(lambda: "key ring of this computer did not open" in read(window.page))
        assert not is_ticked(window.page, switch)
        ring.is_shut = False
        named(window.page, switch).setFocus()
        qtbot.keyClick(named(window.page, switch), Qt.Key.Key_Space)
        qtbot.waitUntil(lambda: "from the next start on" in read(window))
        assert len(ring.kept) == 1
        assert is_ticked(window.page, switch)
        assert named(window.page, switch).hasFocus()
        window.go("data")
        assert "opens by itself at the start for who is signed in" in read(window.page)

        def start(answer: Callable[[Unlock], None]) -> list[Unlock]:
            """Start anew; return the dialogs that asked for the passphrase."""
            window.close_store()
            forget_keys()
            dialogs = asked(window, monkeypatch, answer)
            store = store_opening.open_store(folder)
            if not isinstance(store, int):
                window.session.use(store)
            return dialogs

        with_words = opened_with(qtbot, WORDS)
        assert start(with_words) == []
        assert [home.name for home in window.session.homes] == ["Rosa"]

        dialogs = asked(window, monkeypatch, with_words)
        screen.lock()
        qtbot.waitUntil(window.isVisible)
        assert ["as you left it" in read_all(dialog) for dialog in dialogs] == [True]
        assert start(with_words) == []

        ended: list[int] = []
        monkeypatch.setattr(QApplication, "exit", ended.append)
        asked(window, monkeypatch, lambda dialog: dialog.reject())
        screen.lock()
        qtbot.waitUntil(lambda: ended == [0])
        (dialog,) = start(with_words)
        assert "It was locked when it was closed" in read_all(dialog)
        assert start(with_words) == []

        def shut(dialog: Unlock) -> None:
            assert "key ring of this computer did not open" in read(dialog)
            with_words(dialog)

        ring.is_shut = True
        assert len(start(shut)) == 1
        ring.is_shut = False

        def slowly(dialog: Unlock) -> None:
            assert "Waiting for the key ring" in read(dialog)
            ring.gate.set()
            qtbot.waitUntil(lambda: dialog.result() == 1)

        monkeypatch.setattr(unlocking, "RING_MS", 10)
        ring.gate.clear()
        assert len(start(slowly)) == 1
        window.show()
        window.go("settings:lock")
        press(qtbot, window.page, switch)
        qtbot.waitUntil(lambda: ring.kept == {} and not is_ticked(window.page, switch))
        assert len(start(with_words)) == 1


def read_all(dialog: Unlock) -> str:
    """Return the words of a dialog that was closed again."""
    return "\n".join(each.text() for each in dialog.findChildren(QLabel))
