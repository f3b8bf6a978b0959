"""What was seen and measured about the person, in words for the doctor's page. No verdict."""

from collections.abc import Iterator

from falls_app.content.profile import load_traits
from falls_app.content.screening import load_function_tests
from falls_app.days import long_day, table_day_with_year
from falls_app.domain.bones import Fall, FunctionResult
from falls_app.domain.screening.diary import is_in_past_year, newest_first
from falls_app.export.paper import PaperData
from falls_app.height_words import difference_words, height_words
from falls_app.i18n import _, content, ngettext
from falls_app.result_words import more_words, result_words

NOT_ASKED, NO = ("", "not_sure"), ("no", "none")
"""Answers that say nothing, and answers that say that there was nothing."""


def fall_lines(data: PaperData) -> tuple[str, ...]:
    """Return the falls of the past year in a few lines, or that there was none."""
    falls = [fall for fall in data.case.bones.falls if _counts(data, fall)]
    if not falls:
        lines = [_whether_fell(data), _slips(data)]
        return tuple(line for line in lines if line)
    newest = newest_first(falls)[0]
    lines = [ngettext("{n} fall.", "{n} falls.", len(falls)), _last(data, newest)]
    lines += _counted(falls)
    return (" ".join(line for line in lines if line),)


def _whether_fell(data: PaperData) -> str:
    """Return what was said about falls where no single one was told; "" if nothing was."""
    fell = data.case.person.fall_last_year
    if fell is None and not data.told.said_yes("F01"):
        return ""
    if fell is not False:
        return _("A fall in the past year.")
    # A slip that was ticked in a room is no reason to say that nothing happened.
    return "" if _slips(data) else _("No fall in the past year.")


def _slips(data: PaperData) -> str:
    """Return the rooms in which a slip or a fall was ticked; "" if there are none."""
    rooms = [f.room for f in data.walk.findings.values() if f.near_miss and f.room]
    names = ", ".join(data.place_name(room) for room in dict.fromkeys(rooms))
    return _("A slip or a fall was ticked here: {rooms}.").format(rooms=names) if names else ""


def _counts(data: PaperData, fall: Fall) -> bool:
    return not fall.date or is_in_past_year(fall, data.today)


def _last(data: PaperData, fall: Fall) -> str:
    place = data.place_name(fall.room) if fall.room else fall.place
    day = table_day_with_year(fall.date, data.region.locale)
    parts = ", ".join(part for part in (day, place, fall.doing) if part)
    return _("The last one: {parts}.").format(parts=parts) if parts else ""


def _counted(falls: list[Fall]) -> Iterator[str]:
    """Yield what the entries have in common: how many were hurt, hit the head, fainted."""
    told = [fall.answers for fall in falls]
    hurt = sum(each.get("injury", "") not in (*NOT_ASKED, *NO) for each in told)
    head = sum(each.get("head") == "yes" for each in told)
    faint = sum(each.get("warning") == "blackout" for each in told)
    dizzy = sum(each.get("warning") == "dizzy" for each in told)
    helped = sum(each.get("got_up") in ("helped", "no") for each in told)
    longest = max((fall.minutes or 0 for fall in falls), default=0)
    if hurt:
        yield ngettext("Hurt in {n}.", "Hurt in {n}.", hurt)
    if head:
        yield ngettext("A knock to the head in {n}.", "A knock to the head in {n}.", head)
    if faint:
        yield ngettext("A faint or blackout in {n}.", "A faint or blackout in {n}.", faint)
    if dizzy:
        yield ngettext("Dizzy before {n}.", "Dizzy before {n}.", dizzy)
    if helped:
        yield ngettext("Not up without help in {n}.", "Not up without help in {n}.", helped)
    if longest:
        yield ngettext(
            "At most about {n} minute on the floor.",
            "At most about {n} minutes on the floor.",
            longest,
        )


def dates_line(data: PaperData) -> str:
    """Return when a bone in the spine broke, and when the last bone scan was; "" if not known."""
    named = {
        "spine_break": _("A bone in the back broke on {day}."),
        "scan": _("The last bone scan was on {day}."),
    }
    dates = data.case.bones.dates
    return " ".join(
        words.format(day=long_day(dates[key], data.region.locale))
        for key, words in named.items()
        if key in dates
    )


def height_line(data: PaperData) -> str:
    """Return the tallest and the latest height and what lies between; "" if not known."""
    found, heights = data.outcome.height, data.case.bones.heights
    if found is None:
        return ""
    latest = max((each for each in heights if each.date), key=lambda each: each.date)
    return _("Height: {tallest} at the tallest, {latest} on {day}. That is {lost} less.").format(
        tallest=height_words(max(each.cm for each in heights), data.region),
        latest=height_words(latest.cm, data.region),
        day=table_day_with_year(latest.date, data.region.locale),
        lost=difference_words(found.lost_cm, data.region),
    )


def test_lines(data: PaperData) -> tuple[str, ...]:
    """Return the latest result of each test of movement as it was seen."""
    tests = load_function_tests()
    latest: dict[str, FunctionResult] = {}
    for result in sorted(data.case.bones.tests, key=lambda each: each.date):
        if result.kind in tests.by_id:
            latest[result.kind] = result
    lines = []
    for kind in tests.by_id:
        if kind in latest:
            result = latest[kind]
            words = _("{test}: {result} ({day}).").format(
                test=content(tests.by_id[kind].name),
                result=result_words(result, data.region),
                day=table_day_with_year(result.date, data.region.locale),
            )
            lines.append(f"{words} {more_words(result, tests, data.region)}".strip())
    return tuple(lines)


def about_line(data: PaperData) -> str:
    """Return age and what makes moving harder, as ticked; "" if nothing is known."""
    person, traits = data.case.person, load_traits()
    parts = [_("{n} years old").format(n=person.age)] if person.age is not None else []
    parts += [content(traits[each].chip) for each in person.traits]
    return " · ".join(parts)
