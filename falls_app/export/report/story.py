"""Puts the report together: which parts it has, in which order, in which words."""

from collections.abc import Iterator

from falls_app.content.places import load_places
from falls_app.days import long_day
from falls_app.export.report import closing, drafting, findings, measures, steps
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
    Table,
)
from falls_app.export.report.words import (
    activity_names,
    capacity_names,
    listed,
    place_words,
    sentences,
    support_names,
)
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
    yield from closing.around(data)
    yield from closing.signing(data)
    yield from closing.small_print(data)
    yield from closing.apart(data)


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
        closing.status_words(data),
        data.locked is not None,
        letterhead.logo,
    )


def _facts(data: ReportData) -> Iterator[tuple[str, str]]:
    visit, person, locale = data.visit, data.case.person, data.region.locale
    identity, referral = visit.identity, visit.referral
    age = ngettext("{n} year old", "{n} years old", person.age) if person.age else ""
    times = " – ".join(part for part in (visit.begun, visit.ended) if part)
    walked = long_day(data.walk.date, locale) if data.walk.date else ""
    asked = [referral.by, long_day(referral.on, locale)]
    pairs = (
        (_("Person"), listed(data.who, age)),
        (_("Visit"), listed(walked, times)),
        (_("Reference"), identity.reference),
        (_("Born"), long_day(identity.born, locale)),
        (_("Present"), visit.present),
        (_("Referral"), listed(*asked)),
        (_("Address"), ", ".join(identity.address.splitlines())),
        (_("Phone"), identity.phone),
        (_("Doctor"), identity.doctor),
        (_("Mobility"), visit.mobility),
        (_("Home"), _home_words(data)),
        (_("Consent"), _consent_words(data)),
    )
    return ((label, words) for label, words in pairs if words)


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
    return listed(shapes.get(home.shape, ""), tenures.get(home.tenure, ""))


def _consent_words(data: ReportData) -> str:
    consent = data.case.consent
    given = (
        (consent.look, _("look in every room")),
        (consent.photos, _("take photos")),
        (consent.share, _("share the report")),
    )
    words = listed(*(name for said, name in given if said))
    if not words:
        return ""
    day = long_day(consent.on, data.region.locale) if consent.on else ""
    return _("{who}: {what}").format(who=listed(consent.who, day), what=words)


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
        (_("Capacity"), sentences(capacity, visit.capacity_words)),
        (_("Conditions"), visit.conditions),
        (_("Carers and help at home"), visit.carers),
    )
    told = [(label, words) for label, words in pairs if words]
    if told:
        yield Heading(2, _("Background"))
        yield from (Para(words, label) for label, words in told)


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
    caption = sentences(shown, *sizes)
    alt = _("Photo {n}. {what}").format(n=each.number, what=sentences(place, shown, marked))
    return PlatePhoto(each.number, photo, place, caption, alt)


def _not_seen(data: ReportData) -> Iterator[Part]:
    names = {room.id: room.name for room in data.case.home}
    unseen = place_words(data.visit, names)
    rows = tuple((place, why or _("No reason noted")) for place, why in unseen)
    if rows:
        yield Heading(2, _("Rooms not seen"))
        yield Table(_("Rooms not seen"), (_("Room"), _("Why")), rows, (30, 70))
