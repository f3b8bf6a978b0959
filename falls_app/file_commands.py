"""The commands that hand a home over as a file, take one in, and add a photo."""

import argparse
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from uuid import uuid4

from falls_app import paths
from falls_app.cases import load_case, note, picture_data
from falls_app.content.checks import load_checklist
from falls_app.content.regions import load_region
from falls_app.content.sources import content_version
from falls_app.domain.assessment import Case, Finding
from falls_app.domain.checklist import Answer, Check
from falls_app.domain.evidence import Photo
from falls_app.errors import UserError
from falls_app.passphrase_file import passphrase_in
from falls_app.storage.access import What
from falls_app.store_commands import CASE

FORMATS = ("bundle", "csv", "json")


def add_to(add: Callable[..., argparse.ArgumentParser]) -> None:
    """Add the commands; ``add`` takes a name and a help text and returns the command's parser."""
    export = add("export", help="write a home to a file to hand over")
    export.add_argument("case", metavar="CASE", help=CASE)
    export.add_argument("--format", choices=FORMATS, default="bundle")
    export.add_argument("--redacted", action="store_true", help="leave names and words out")
    export.add_argument("--region", default="us", help="for the words of a table")
    _add_passphrase(export, "lock a bundle with the passphrase in this file")
    export.add_argument("-o", "--output", required=True, type=Path, metavar="FILE")
    export.set_defaults(command=_export)

    bring = add("import", help="take a home in from a file, and print its id")
    bring.add_argument("file", metavar="FILE", type=Path, help="a bundle, or a case file (.json)")
    _add_passphrase(bring, "open a locked bundle with the passphrase in this file")
    bring.set_defaults(command=_import)

    attach = add("attach", help="add a photo to a check of a home in your list")
    attach.add_argument("case", metavar="CASE", help="the id of a home in your list")
    attach.add_argument("check", metavar="CHECK", help="the id of a check, such as BTH02")
    attach.add_argument("photo", metavar="PHOTO", type=Path)
    attach.add_argument("--room", help="the id of the room; the one in use most if it is left out")
    attach.add_argument(
        "--keep-original", action="store_true", help="keep the photo as it is too, place and all"
    )
    attach.set_defaults(command=_attach)


def _add_passphrase(parser: argparse.ArgumentParser, words: str) -> None:
    parser.add_argument("--passphrase-file", type=Path, metavar="FILE", help=words)


# ------------------------------------------------------------------ handing over


def _export(chosen: argparse.Namespace) -> None:
    from falls_app.storage.bundle import write_bundle, write_text
    from falls_app.storage.case_file import write_case

    passphrase = passphrase_in(chosen.passphrase_file)
    if passphrase and chosen.format != "bundle":
        raise UserError("Only a bundle can be locked.", "Leave --passphrase-file out.")
    case, region = load_case(chosen.case), load_region(chosen.region)
    pictures = picture_data(chosen.case)
    if chosen.redacted:
        from falls_app.export.redacted import without_names

        case = without_names(case)
    if chosen.format == "json":
        write_text(write_case(case), chosen.output)
    elif chosen.format == "csv":
        from falls_app.case_view import CaseView
        from falls_app.export.table import table

        write_text(table(CaseView(case, region)), chosen.output)
    else:
        content = content_version()
        write_bundle(case, chosen.output, pictures, content=content, passphrase=passphrase)
    note(chosen.case, What.EXPORTED, _form(chosen.format, locked=bool(passphrase)))


def _form(form: str, *, locked: bool) -> str:
    """Return the name of a format in the list of who did what."""
    return f"locked-{form}" if locked else form


# ------------------------------------------------------------------ taking in


def _import(chosen: argparse.Namespace) -> None:
    from falls_app.storage.arrival import bring_in
    from falls_app.storage.store import Store
    from falls_app.storage.unpacking import unpack

    with unpack(chosen.file, load_checklist(), passphrase_in(chosen.passphrase_file)) as home:
        store = Store.open(paths.user_data(), _now)
        try:
            print(bring_in(store, home, "a home from a file").id)
        finally:
            store.close()


def _now() -> datetime:
    return datetime.now(UTC)


def _attach(chosen: argparse.Namespace) -> None:
    from falls_app.storage.store import Store

    check = load_checklist().by_row.get(chosen.check)
    if check is None:
        raise UserError(f"There is no check “{chosen.check}”.", "See: falls-app checks --json.")
    load_case(chosen.case)  # says what is no case, before a store is made
    store = Store.open(paths.user_data(), _now)
    try:
        case = store.load(chosen.case)
        place = Finding(check.id, Answer.NOT_SURE, _room(case, check, chosen.room))
        with _refusing():
            kept = store.photos.keep(case.id, chosen.photo, with_original=chosen.keep_original)
        photo = Photo(uuid4().hex[:12], kept.sha256, kept.width, kept.height)
        store.save(case, with_photo(case, place, photo), f"photo for {check.id}")
        print(photo.id)
    finally:
        store.close()


def with_photo(case: Case, place: Finding, photo: Photo) -> Case:
    """Return the case with one more photo; without an answer there, beside *not sure*."""
    walk = case.assessment
    if walk is None:
        raise UserError("This home has no walk yet.", "Begin one in the window.")
    found = walk.finding(*place.place) or place
    return case.with_assessment(walk.with_finding(replace(found, photos=(*found.photos, photo))))


def _room(case: Case, check: Check, named: str | None) -> str | None:
    """Return the room of a check: the named one, else one with an answer, else the one in use."""
    rooms = case.home.rooms_of(check.area)
    if named is not None:
        if all(room.id != named for room in rooms):
            known = ", ".join(room.id for room in rooms) or "none"
            raise UserError(f"“{named}” is no room for {check.id}.", f"Choose one of: {known}.")
        return named
    walk = case.assessment
    answered = [room for room in rooms if walk and walk.finding(check.id, room.id)]
    return max(answered or rooms, key=lambda room: room.use.share).id if rooms else None


@contextmanager
def _refusing() -> Iterator[None]:
    """Say of a photo that it is refused, whatever is wrong with it."""
    from falls_app.storage.trouble import RECEIVING, StoreError, told

    with told(RECEIVING):
        try:
            yield
        except UserError as error:
            raise StoreError(*error.said) from error
