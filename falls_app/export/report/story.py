"""Puts the report together: which parts it has, in which order, in which words."""

from collections.abc import Iterator

from falls_app.content.places import load_places
from falls_app.days import long_day
from falls_app.domain.fingerprint import check_code
from falls_app.domain.visit import Signer
from falls_app.export.report import drafting, findings, measures, steps
from falls_app.export.report.data import NumberedPhoto, ReportData
from falls_app.export.report.parts import (
    Alert,
    Facts,
    Glance,
    Head,
    Heading,
    Para,
    Part,
    Plate,
    PlatePhoto,
    Quote,
    Report,
    SignatureBox,
    Signing,
    Table,
)
from falls_app.export.report.words import (
    activity_names,
    capacity_names,
    place_words,
    signed_words,
    signer_names,
    support_names,
)
from falls_app.export.words import review_words
from falls_app.i18n import _, content, ngettext
from falls_app.sizes import measured_words
from falls_app.words import band_words, mark_words, quoted

_MOST_BARS = 5


def make_report(data: ReportData) -> Report:
    """Return the whole report of a case."""
    reference = data.visit.identity.reference
    foot = (
        data.who,
        _("ref {number}").format(number=reference) if reference else "",
        _title(data),
        _("Confidential health record"),
        "" if data.locked else _("Draft"),
    )
    return Report(
        title=" · ".join(part for part in (_title(data), data.who) if part),
        language=data.region.locale.replace("_", "-"),
        author=data.letterhead.therapist or "Steady Home",
        foot=" · ".join(part for part in foot if part),
        parts=tuple(_parts(data)),
    )


def _title(data: ReportData) -> str:
    return _("Home visit report, own copy") if data.is_hers else _("Home visit report")


def _parts(data: ReportData) -> Iterator[Part]:
    yield from _alert(data)
    yield _head(data)
    yield Facts(tuple(_facts(data)))
    yield _glance(data)
    yield from _background(data)
    yield from _own_words(data)
    yield from _transfers(data)
    yield from measures.body_and_equipment(data)
    yield from findings.findings(data)
    yield from measures.measures(data)
    yield from _plate(data)
    yield from _not_seen(data)
    yield from steps.plan(data)
    yield from _around(data)
    yield from _signing(data)
    yield from _small_print(data)
    yield from _apart(data)


# ------------------------------------------------------------------ the first page


def _alert(data: ReportData) -> Iterator[Part]:
    if data.help_words:
        yield Alert(data.help_words, tuple(data.say(sign.words) for sign in data.open_signs))


def _head(data: ReportData) -> Head:
    letterhead = data.letterhead
    who = ", ".join(
        part
        for part in (
            letterhead.therapist,
            _("registration {number}").format(number=letterhead.registration)
            if letterhead.registration
            else "",
        )
        if part
    )
    service = (letterhead.service, who, *letterhead.contact.splitlines())
    return Head(
        _title(data),
        tuple(line for line in service if line.strip()),
        status_words(data),
        data.locked is not None,
        letterhead.logo,
    )


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


def _facts(data: ReportData) -> Iterator[tuple[str, str]]:
    visit, person, locale = data.visit, data.case.person, data.region.locale
    identity, referral = visit.identity, visit.referral
    age = ngettext("{n} year old", "{n} years old", person.age) if person.age else ""
    times = " – ".join(part for part in (visit.begun, visit.ended) if part)
    walked = long_day(data.walk.date, locale) if data.walk.date else ""
    asked = [referral.by, long_day(referral.on, locale)]
    pairs = (
        (_("Person"), _listed(data.who, age)),
        (_("Visit"), _listed(walked, times)),
        (_("Reference"), identity.reference),
        (_("Born"), long_day(identity.born, locale)),
        (_("Present"), visit.present),
        (_("Referral"), _listed(*asked)),
        (_("Address"), ", ".join(identity.address.splitlines())),
        (_("Phone"), identity.phone),
        (_("Doctor"), identity.doctor),
        (_("Mobility"), visit.mobility),
        (_("Home"), _home_words(data)),
        (_("Consent"), _consent_words(data)),
    )
    return ((label, words) for label, words in pairs if words)


def _listed(*parts: str) -> str:
    return ", ".join(part for part in parts if part)


def _home_words(data: ReportData) -> str:
    home = data.case.home
    shapes = {"two": _("Two floors or more"), "one": _("One floor"), "flat": _("Flat")}
    tenures = {
        "own": _("owned"),
        "rented": _("rented"),
        "social": _("social housing"),
        "family": _("with family"),
        "care": _("care home"),
    }
    return _listed(shapes.get(home.shape, ""), tenures.get(home.tenure, ""))


def _consent_words(data: ReportData) -> str:
    consent = data.case.consent
    given = (
        (consent.look, _("look in every room")),
        (consent.photos, _("take photos")),
        (consent.share, _("share the report")),
    )
    words = _listed(*(name for said, name in given if said))
    if not words:
        return ""
    day = long_day(consent.on, data.region.locale) if consent.on else ""
    return _("{who}: {what}").format(who=_listed(consent.who, day), what=words)


def _glance(data: ReportData) -> Glance:
    rooms = tuple((data.place_name(each.id), mark_words(each)) for each in data.worst_first)
    summary = drafting.said(data, drafting.summary(data)).words
    return Glance(rooms, summary, tuple(_score(data)), _("Summary"), _bars(data))


def _score(data: ReportData) -> Iterator[str]:
    """Yield the score, if the report is to show it, and what it is not."""
    result = data.score
    if not data.visit.shows_score or result.shown is None or result.band is None:
        return
    yield _("Home score {n} of 100: {band}.").format(n=result.shown, band=band_words(result.band))
    yield _("A checklist score, not a validated scale and not a prediction.")


def _bars(data: ReportData) -> tuple[tuple[str, int], ...]:
    """Return the areas with most to do and their scores, if the report is to show them."""
    if not data.visit.shows_score or data.score.shown is None:
        return ()
    names = load_places().areas
    worst = sorted(data.score.areas.items(), key=lambda each: each[1].home)[:_MOST_BARS]
    return tuple((content(names[area].name), round(score.home)) for area, score in worst)


# ------------------------------------------------------------------ what was told


def _background(data: ReportData) -> Iterator[Part]:
    visit = data.visit
    capacity = capacity_names().get(visit.capacity, "")
    pairs = (
        (_("Reason for referral"), visit.referral.reason),
        (_("Consent"), visit.consent_words),
        (_("Capacity"), _sentences(capacity, visit.capacity_words)),
        (_("Conditions"), visit.conditions),
        (_("Carers and help at home"), visit.carers),
    )
    told = [(label, words) for label, words in pairs if words]
    if told:
        yield Heading(2, _("Background"))
        yield from (Para(words, label) for label, words in told)


def _sentences(*parts: str) -> str:
    given = [part.strip() for part in parts if part.strip()]
    return " ".join(part if part[-1] in ".!?…" else f"{part}." for part in given)


def _own_words(data: ReportData) -> Iterator[Part]:
    words = [quoted(each) for each in (data.case.person.goals, data.visit.own_words) if each]
    if words:
        yield Quote(data.about(_("What {name} want{s} us to know")), tuple(words))


def _transfers(data: ReportData) -> Iterator[Part]:
    names, helped = activity_names(), support_names()
    rows = tuple(
        (
            names[each.what],
            each.how or _("Not noted"),
            helped[each.support] if each.support else _("Not noted"),
            each.aid or "–",
        )
        for each in data.visit.transfers
    )
    if rows:
        yield Heading(2, _("Transfers and daily tasks"))
        head = (_("Task"), _("How it went"), _("Help"), _("Aid"))
        yield Table(_("Transfers and daily tasks"), head, rows, (16, 44, 20, 20))


# ------------------------------------------------------------------ photos, rooms, around


def _plate(data: ReportData) -> Iterator[Part]:
    there = [each for each in data.plate if data.photos(each.photo)]
    if not there:
        return
    yield Heading(1, _("Photos"), breaks="soft")
    day = long_day(data.walk.date, data.region.locale) if data.walk.date else ""
    lines = [_("Photos show things, not people."), _("Marks were added on the visit.")]
    if day:
        lines.insert(1, _("Taken on {day}.").format(day=day))
    yield Para(" ".join(lines), small=True)
    yield Plate(tuple(_plate_photo(data, each) for each in there))


def _plate_photo(data: ReportData, each: NumberedPhoto) -> PlatePhoto:
    photo, check = each.photo, data.checklist.by_id.get(each.finding.check)
    sizes = measured_words(check, each.finding.measures, data.region) if check else ()
    marked = ", ".join(mark.words for mark in photo.marks if mark.words)
    place = data.place_name(each.place)
    shown = photo.caption or (data.say(check.short) if check else "")
    caption = _sentences(shown, *sizes)
    alt = _("Photo {n}. {what}").format(n=each.number, what=_sentences(place, shown, marked))
    return PlatePhoto(each.number, photo, place, caption, alt)


def _not_seen(data: ReportData) -> Iterator[Part]:
    names = {room.id: room.name for room in data.case.home}
    unseen = place_words(data.visit, names)
    rows = tuple((place, why or _("No reason noted")) for place, why in unseen)
    if rows:
        yield Heading(2, _("Rooms not seen"))
        yield Table(_("Rooms not seen"), (_("Room"), _("Why")), rows, (30, 70))


def _around(data: ReportData) -> Iterator[Part]:
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


def _signing(data: ReportData) -> Iterator[Part]:
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
            name = _listed(signature.name, words)
        day = signed_words(signature, data.region.locale) if signature else ""
        boxes.append(SignatureBox(title, name, day, signature))
    yield Signing(tuple(boxes), *_version_words(data))


def _names(data: ReportData) -> dict[Signer, str]:
    head = data.letterhead
    number = head.registration
    words = _("registration {number}").format(number=number) if number else ""
    return {Signer.THERAPIST: _listed(head.therapist, words), Signer.PERSON: data.who}


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


def _small_print(data: ReportData) -> Iterator[Part]:
    proposed = _("Steps marked “proposed” were drafted and wait for the therapist.")
    yield Heading(2, _("Small print"))
    general = _("From a room-by-room checklist. Not a validated scale, not medical advice.")
    yield Para(f"{general} {proposed} {review_words(data.region)}", small=True)


def _apart(data: ReportData) -> Iterator[Part]:
    """Yield the page that is not for everybody; the person's copy has none."""
    visit = data.visit
    pairs = ((_("Safeguarding"), visit.safeguarding), (_("Safety of staff"), visit.staff_safety))
    told = [(label, words) for label, words in pairs if words]
    if data.is_hers or not told:
        return
    yield Heading(1, _("For professionals only"), breaks="page")
    yield Para(_("This page is not part of the person’s own copy."), small=True)
    yield from (Para(words, label) for label, words in told)
