"""Puts a home that was read from a file in the store: all of it, or nothing."""

from collections.abc import Iterable
from dataclasses import asdict, replace
from uuid import uuid4

from falls_app.domain.assessment import Case
from falls_app.domain.checklist import Checklist
from falls_app.storage.access import What
from falls_app.storage.bundle import Past
from falls_app.storage.case_file import CaseFileError, read_case
from falls_app.storage.store import Store, past_key
from falls_app.storage.trouble import told
from falls_app.storage.unpacking import Unpacked


def bring_in(store: Store, home: Unpacked, verb: str) -> Case:
    """Put a home in the list and return it as it is there. Its photos are kept first.

    It keeps its id, unless the store has or had a home of this id or the file says none. Raises
    UserError if it cannot be written; nothing of it is left then.
    """
    case_id = home.case.id
    if not case_id or store.knows(case_id):
        case_id = str(uuid4())
    try:
        keep_pictures(store, case_id, home.pictures)
        made = store.create(replace(home.case, id=case_id), verb, What.IMPORTED)
    except BaseException:
        with told():
            store.photos.remove(case_id)
        raise
    if home.past.seen:
        keep_past(store, case_id, home.past)
    return made


def keep_pictures(store: Store, case_id: str, pictures: Iterable[bytes]) -> None:
    """Keep pictures that were checked, for a case."""
    with told():
        for data in pictures:
            store.photos.keep_plain(case_id, data)


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
