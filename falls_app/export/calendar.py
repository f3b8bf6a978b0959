"""The plan as a calendar file: a day for each step, and three days to look again.

It is read by other people's programs and often lies on other people's computers: unless
somebody chose otherwise, no title tells anything about a body or what is fitted for it.
"""

import hashlib
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from enum import StrEnum
from pathlib import Path
from typing import Any, BinaryIO

from falls_app.content.regions import Region
from falls_app.domain.assessment import Case
from falls_app.domain.plan import LOOK_AGAIN_DAYS
from falls_app.domain.step import Step
from falls_app.export import Printing, write_data
from falls_app.export.paper import PaperData
from falls_app.export.words import line_words
from falls_app.i18n import _
from falls_app.words import place_name, role_words, room_words


class Titles(StrEnum):
    """How much the title of an entry tells: a room at most, or the step by its name."""

    NEUTRAL = "neutral"
    FULL = "full"


@dataclass(frozen=True, slots=True)
class Entry:
    """One day in the calendar. ``key`` names it for ever; ``about`` is "" in neutral files."""

    key: str
    day: date
    title: str
    about: str = ""


def write_calendar(
    case: Case, target: Path | BinaryIO, region: Region, titles: Titles = Titles.NEUTRAL
) -> None:
    """Write the calendar file of a case to a file, or into an open binary file.

    The same case makes the same bytes. UserError if it cannot be written.
    """
    write_data(target, calendar_file(case, region, titles))


def calendar_file(case: Case, region: Region, titles: Titles = Titles.NEUTRAL) -> bytes:
    """Return the calendar file of a case: all-day entries, the same in every time zone.

    An entry keeps its name for ever, so that a file that is read in again moves it and adds no
    second one.
    """
    from icalendar import Calendar

    data = PaperData(case, Printing(region))
    calendar = Calendar()
    calendar.add("prodid", "-//Steady Home//Steady Home//EN")
    calendar.add("version", "2.0")
    calendar.add("calscale", "GREGORIAN")
    calendar.add("method", "PUBLISH")
    name = data.title if titles is Titles.FULL else _("Steady Home")
    calendar.add("x-wr-calname", _plain(name))
    for entry in entries(data, titles):
        calendar.add_component(_event(case, entry))
    return bytes(calendar.to_ical())


def _event(case: Case, entry: Entry) -> Any:
    from icalendar import Event

    event = Event()
    event.add("uid", _name_for_ever(case, entry))
    event.add("dtstamp", _told_on(case, entry))
    event.add("dtstart", entry.day)
    event.add("dtend", entry.day + timedelta(days=1))
    event.add("summary", _plain(entry.title))
    if entry.about:
        event.add("description", _plain(entry.about))
    event.add("class", "PRIVATE")
    event.add("transp", "TRANSPARENT")
    return event


def _name_for_ever(case: Case, entry: Entry) -> str:
    """Return a name that no other case has, and from which nobody reads what the step is."""
    whose = case.id or case.person.name
    told = hashlib.sha256(f"{whose}\n{entry.key}".encode()).hexdigest()
    return f"{told[:32]}@steady-home"


def _told_on(case: Case, entry: Entry) -> datetime:
    """Return when the case was last changed, else a day it tells of: never this moment."""
    if case.updated:
        told = datetime.fromisoformat(case.updated)
        return told.replace(tzinfo=told.tzinfo or UTC).astimezone(UTC).replace(microsecond=0)
    walked = case.assessment.date if case.assessment else ""
    return datetime.combine(date.fromisoformat(walked) if walked else entry.day, time(), UTC)


def _plain(words: str) -> str:
    """Return words on one line, with no signs that steer a machine."""
    kept = "".join(sign if unicodedata.category(sign) != "Cc" else " " for sign in words)
    return " ".join(kept.split())


# ------------------------------------------------------------------ what stands in it


def entries(data: PaperData, titles: Titles) -> Iterator[Entry]:
    """Yield an entry for each open step with a day, in plan order, then the days to look again."""
    for step in data.plan.open_steps:
        if step.by:
            title, about = _step_words(data, step, titles)
            yield Entry(step.key, date.fromisoformat(step.by), title, about)
    if not data.plan.walked_on:
        return
    for days in LOOK_AGAIN_DAYS:
        is_last = days == LOOK_AGAIN_DAYS[-1]
        title = _("Steady Home: look again at the whole home")
        title = title if is_last else _("Steady Home: see how the steps are going")
        yield Entry(f"look-again-{days}", data.plan.look_again_on(days), title)


def _step_words(data: PaperData, step: Step, titles: Titles) -> tuple[str, str]:
    """Return title and details of a step. Those about the person are named neutrally always."""
    if titles is Titles.FULL:
        title = data.say(step.short) if step.question else line_words(data, step)
        who = role_words(data.case.person, data.region, step.who)
        room = "" if step.question else room_words(data.case.home, step)
        return title, " · ".join(part for part in (room, who) if part)
    rooms = [] if step.question else [place_name(data.case.home, room) for room in step.rooms]
    if len(rooms) != 1 or not rooms[0]:
        return _("Steady Home: a step is due"), ""
    return _("Steady Home: a step is due ({room})").format(room=rooms[0]), ""
