"""The end of the report: funding, copies, signatures, small print, and the page kept apart."""

from collections.abc import Iterator

from falls_app.days import long_day
from falls_app.domain.fingerprint import check_code
from falls_app.domain.visit import Signer
from falls_app.export.report.data import ReportData
from falls_app.export.report.parts import (
    Heading,
    Para,
    Part,
    SignatureBox,
    Signing,
    Table,
)
from falls_app.export.report.words import listed, signed_words, signer_names
from falls_app.export.words import review_words
from falls_app.i18n import _, ngettext


def status_words(data: ReportData) -> str:
    """Return how the report stands: a draft, or a version that was signed and when."""
    if data.locked is None:
        if data.version == 1:
            return _("Draft. Not signed")
        return _("Draft of version {n}. Not signed").format(n=data.version)
    days = sorted(each.on for each in data.locked.signatures if each.on)
    day = long_day(days[-1], data.region.locale) if days else ""
    signed = _("Version {n}. Signed").format(n=data.version)
    return f"{signed} {day}".strip()


def around(data: ReportData) -> Iterator[Part]:
    """Yield funding, permission, and who gets the report."""
    visit = data.visit
    told = [
        (label, words)
        for label, words in (
            (_("Funding"), visit.funding),
            (_("Landlord and permission"), visit.landlord),
        )
        if words
    ]
    if told:
        yield Heading(2, _("Funding and permission"))
        yield from (Para(words, label) for label, words in told)
    people = [each for each in visit.recipients if each.name or each.role]
    if people:
        yield Heading(2, _("Who gets this report"))
        rows = tuple(
            (each.name, each.role or "–", _("All pages") if each.gets_all else _("Own copy"))
            for each in people
        )
        yield Table(
            _("Who gets this report"), (_("Name"), _("Role"), _("Which copy")), rows, (40, 38, 22)
        )


# ------------------------------------------------------------------ signatures, small print


def signing(data: ReportData) -> Iterator[Part]:
    """Yield the signatures in their places, and the version."""
    yield Heading(2, _("Signatures"))
    titles, names = signer_names(data.about), _names(data)
    given = data.locked.signatures if data.locked else data.visit.signatures
    signed = {each.signer: each for each in given}
    boxes = []
    for signer, title in titles.items():
        signature = signed.get(signer)
        name = names[signer]
        if signature is not None:
            number = signature.registration
            words = _("registration {number}").format(number=number) if number else ""
            is_hidden = data.hides_names and signer is Signer.PERSON
            name = name if is_hidden else listed(signature.name, words)
        day = signed_words(signature, data.region.locale) if signature else ""
        # A drawn signature is a name.
        boxes.append(SignatureBox(title, name, day, None if data.hides_names else signature))
    yield Signing(tuple(boxes), *_version_words(data))


def _names(data: ReportData) -> dict[Signer, str]:
    head = data.letterhead
    number = head.registration
    words = _("registration {number}").format(number=number) if number else ""
    return {Signer.THERAPIST: listed(head.therapist, words), Signer.PERSON: data.who}


def _version_words(data: ReportData) -> tuple[str, str]:
    if data.locked is None:
        return (
            status_words(data),
            _("Signing locks the report. A later change makes a new version and keeps this one."),
        )
    counts = (
        _("Version {n}").format(n=data.version),
        ngettext("{n} answer", "{n} answers", data.locked.answers),
        ngettext("{n} photo", "{n} photos", data.locked.photos),
        _("check code {code} (SHA-256, first 8)").format(code=check_code(data.locked.print)),
    )
    return (
        _("This report is signed and locked. A change makes a new version and keeps this one."),
        " · ".join(counts),
    )


def small_print(data: ReportData) -> Iterator[Part]:
    """Yield what this is, what it is not, and who has read its texts."""
    proposed = _("Steps marked “proposed” were drafted and wait for the therapist.")
    yield Heading(2, _("Small print"))
    general = _("From a room-by-room checklist. Not a validated scale, not medical advice.")
    yield Para(f"{general} {proposed} {review_words(data.region)}", small=True)


def apart(data: ReportData) -> Iterator[Part]:
    """Yield the page that is not for everybody; the person's copy has none."""
    visit = data.visit
    pairs = ((_("Safeguarding"), visit.safeguarding), (_("Safety of staff"), visit.staff_safety))
    told = [(label, words) for label, words in pairs if words]
    if data.is_hers or not told:
        return
    yield Heading(1, _("For professionals only"), breaks="page")
    yield Para(_("This page is not part of the person’s own copy."), small=True)
    yield from (Para(words, label) for label, words in told)
