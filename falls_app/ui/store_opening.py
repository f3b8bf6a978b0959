"""Opens the user's store at the start, and again after it was locked; says what is in the way."""

import sys
from datetime import UTC, datetime
from pathlib import Path

from falls_app import paths
from falls_app.errors import UserError
from falls_app.storage.lock import StoreLocked
from falls_app.storage.peeking import NewerStore
from falls_app.storage.store import Store
from falls_app.storage.trouble import MISSING, StoreError


def open_store(
    known: Path | None = None, *, by_itself: bool = True, to_read: bool = False
) -> Store | int:
    """Open the store in a folder, the user's own if none is named.

    Where that cannot be, say why and offer what helps. A locked one asks for its passphrase, or
    opens ``by_itself`` if the user wants that. One that was open ``to_read`` already is read again
    without a question. Returns the exit code if that is all: 0 if another
    window has it open and comes forward, 3 if the user leaves it at that.
    """
    folder = known = known or paths.user_data()
    while True:
        try:
            store = _opened(folder)
        except UserError as error:
            if isinstance(error, NewerStore):
                after = _newer(folder, to_read=to_read)
            else:
                after = _after(error, folder, by_itself)
            if isinstance(after, int):
                return after
            if isinstance(after, Path):
                folder = after
                continue
            store = after
        if folder != known:
            paths.choose_folder(folder)
        return store


def _opened(folder: Path) -> Store:
    if not folder.exists() and folder == paths.chosen_folder():
        # Made anew it would lie where no drive is, and be empty.
        raise StoreError(*MISSING)
    store = Store.open(folder, _now)
    if store.is_locked:
        _has_asked(folder, paths.reading(folder))
    return store


def _has_asked(*places: Path) -> None:
    """Somebody knew the passphrase, or need not: the next start may open by itself again."""
    from falls_app.storage.by_itself import ask_no_more

    for place in places:
        ask_no_more(place)


def _now() -> datetime:
    return datetime.now(UTC)


def _after(error: UserError, folder: Path, by_itself: bool) -> Store | Path | int:
    """Ask what to do about it; return the folder to try next, or the exit code."""
    from falls_app.storage.unlocked import PassphraseNeeded
    from falls_app.ui.forward import is_brought_forward

    if isinstance(error, StoreLocked) and is_brought_forward(folder):
        return 0
    if isinstance(error, PassphraseNeeded):
        from falls_app.ui.unlocking import is_unlocked

        return folder if is_unlocked(error.file, folder, by_itself=by_itself) else 3
    print(error, file=sys.stderr)
    return _asked(error, folder, None)


def _newer(folder: Path, *, to_read: bool) -> Store | Path | int:
    """Offer to read a store that a newer program has written, if that can be: else say why.

    Returns it, the folder to try next, or the exit code.
    """
    from falls_app.storage.to_read import StoreToRead
    from falls_app.ui.forward import is_brought_forward
    from falls_app.ui.widgets.newer_card import made_in_newer

    beside = paths.reading(folder)
    try:
        store = StoreToRead.read(folder, _now, beside)
    except UserError as error:
        if isinstance(error, StoreLocked) and is_brought_forward(beside):
            return 0
        print(error, file=sys.stderr)
        return _asked(error, folder, None)
    found = store if to_read else _asked(made_in_newer(len(store.cases())), folder, store)
    if found is store:
        if store.is_locked:
            _has_asked(beside)
    else:
        store.close()
    return found


def _asked(error: UserError, folder: Path, store: Store | None) -> Store | Path | int:
    """Say what is in the way; return what to do: read this store, try a folder, or the code."""
    from falls_app.ui.cannot_open import CannotOpen

    question = CannotOpen(error, folder, can_read=store is not None)
    answer = question.exec()
    if store is not None and question.wants_to_read:
        return store
    return question.folder if answer else 3
