"""Puts a home that was read from a file in the store: all of it, or nothing."""

from collections.abc import Iterable
from contextlib import suppress
from dataclasses import asdict, replace
from pathlib import Path
from uuid import uuid4

from falls_app.domain.assessment import Case
from falls_app.domain.checklist import Checklist
from falls_app.storage.access import What
from falls_app.storage.bundle import Past
from falls_app.storage.case_file import CaseFileError, read_case
from falls_app.storage.photos import PhotoFolder
from falls_app.storage.settings import past_key
from falls_app.storage.snapshot import Breathe, no_breath
from falls_app.storage.store import Store
from falls_app.storage.trouble import told
from falls_app.storage.unpacking import Unpacked


def bring_in(store: Store, home: Unpacked, verb: str) -> Case:
    """Put a home in the list and return it as it is there. Its photos are kept first.

    It keeps its id, unless the store has or had a home of this id or the file says none. Raises
    UserError if it cannot be written; nothing of it is left then.
    """
    taking = Taking(store.photos, id_for(store, home))
    taking.keep(home.pictures)
    return enter(store, home, taking, verb)


def id_for(store: Store, home: Unpacked) -> str:
    """Return the id that a home gets in the list."""
    case_id = home.case.id
    return str(uuid4()) if not case_id or store.knows(case_id) else case_id


def enter(store: Store, home: Unpacked, taking: "Taking", verb: str) -> Case:
    """Put a home in the list whose pictures are kept; they go again if that does not work."""
    try:
        made = store.create(replace(home.case, id=taking.case_id), verb, What.IMPORTED)
    except BaseException:
        taking.take_back()
        raise
    if home.past.seen:
        keep_past(store, made.id, home.past)
    return made


class Taking:
    """The pictures of a home on their way in: all of them are kept, or none is.

    It can be used beside the window.
    """

    def __init__(self, photos: PhotoFolder, case_id: str) -> None:
        self.case_id = case_id
        self._photos = photos
        self._new: list[Path] = []

    def keep(self, pictures: Iterable[bytes], breathe: Breathe = no_breath) -> None:
        """Keep pictures that were checked. ``breathe`` is called before each; it may raise."""
        try:
            with told():
                for data in pictures:
                    breathe()
                    if (file := self._photos.keep_plain(self.case_id, data)) is not None:
                        self._new.append(file)
        except BaseException:
            self.take_back()
            raise

    def take_back(self) -> None:
        """Remove what was kept and was not there before, as far as the disk lets us."""
        folders = {file.parent for file in self._new}
        with suppress(OSError):
            for file in self._new:
                file.unlink(missing_ok=True)
            for folder in folders:
                folder.rmdir()  # one with other pictures stays
        self._new.clear()


def keep_past(store: Store, case_id: str, past: Past) -> None:
    """Remember which values of a case were handed over, and the latest of them."""
    store.set_setting(past_key(case_id), asdict(past))


def past_of(store: Store, case_id: str) -> Past:
    """Return which values of a case were handed over, as far as it is remembered."""
    kept = store.setting(past_key(case_id), dict[str, object]())
    return Past(_texts(kept.get("seen")), str(kept.get("base", "")), _texts(kept.get("walks")))


def _texts(value: object) -> tuple[str, ...]:
    return tuple(map(str, value)) if isinstance(value, list) else ()


def base_of(store: Store, theirs: Unpacked, checklist: Checklist) -> Case | None:
    """Return the value that our case and theirs both came from; None if nobody knows it."""
    ours = past_of(store, theirs.case.id)
    if ours.base_name not in theirs.past.seen:
        return None
    try:
        base = read_case(ours.base, checklist)
        pairs = zip(base.assessments, ours.walks, strict=True)
        return replace(base, assessments=tuple(replace(walk, id=known) for walk, known in pairs))
    except (CaseFileError, ValueError):
        return None
