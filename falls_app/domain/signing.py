"""Versions of a report: what is signed is locked, and a later change begins the next one."""

from dataclasses import replace

from falls_app.domain.assessment import Case
from falls_app.domain.evidence import Photo
from falls_app.domain.fingerprint import fingerprint, mark
from falls_app.domain.visit import SignedVersion


def report_print(case: Case) -> str:
    """Return the fingerprint of all that a report says. Signatures are not part of it."""
    walk = case.assessment
    # A walk has another id in another store.
    asked = (walk.date, walk.list, walk.content, walk.findings) if walk else ()
    return fingerprint(
        case.person,
        case.home,
        asked,
        case.bones,
        case.choices,
        case.own_steps,
        case.helpers,
        case.consent,
        replace(case.visit, signatures=()),
    )


def locked_version(case: Case) -> SignedVersion | None:
    """Return the signed version that says what the case says now; None for a draft."""
    if not case.signed:
        return None
    last = case.signed[-1]
    return last if last.print == report_print(case) else None


def version_number(case: Case) -> int:
    """Return the number of the version that is worked on, or of the locked one; from 1."""
    return len(case.signed) + (0 if locked_version(case) else 1)


def locked(case: Case, kept: str) -> Case:
    """Return the case with its signatures in a locked version; ``kept`` is the case as it is.

    ValueError if nobody signed.
    """
    if not case.visit.signatures:
        raise ValueError("A report is locked once somebody signed it.")
    walk = case.assessment
    version = SignedVersion(
        print=report_print(case),
        signatures=case.visit.signatures,
        answers=len(walk.findings) if walk else 0,
        photos=len(shown_photos(case)),
        kept=kept,
    )
    return replace(case, visit=replace(case.visit, signatures=()), signed=(*case.signed, version))


def shown_photos(case: Case) -> tuple[Photo, ...]:
    """Return the photos of the walk that counts: those a report shows."""
    walk = case.assessment
    findings = walk.findings.values() if walk else ()
    return tuple(photo for found in findings for photo in found.photos)


def photos_mark(case: Case) -> str:
    """Return the mark of these photos, to see whether they were looked through; "" for none."""
    photos = sorted(shown_photos(case), key=lambda photo: photo.id)
    return mark(photos) if photos else ""
