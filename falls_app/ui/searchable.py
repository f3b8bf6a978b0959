"""What can be found in the open home: checks, rooms, notes, steps, people, bones and balance."""

from collections.abc import Iterator

from falls_app.domain.asking import Asked
from falls_app.domain.overview import WHOLE
from falls_app.domain.searching import Entry, Index
from falls_app.i18n import _, content
from falls_app.ui.sections import SECTIONS
from falls_app.ui.session import Session

_LONGEST = 90
"""So many letters of a note stand in a line."""


def index_of(session: Session) -> Index:
    """Return everything that can be found in the open home, in the order of the walk."""
    home = (*_rooms(session), *_checks(session), *_steps(session))
    return Index((*home, *_people(session), *_bones(session)))


def cut(text: str) -> str:
    """Return the beginning of a text, as much as stands in a line."""
    flat = " ".join(text.split())
    return flat if len(flat) <= _LONGEST else f"{flat[:_LONGEST].rsplit(' ', 1)[0]} …"


def _rooms(session: Session) -> Iterator[Entry]:
    from falls_app.content.places import load_places

    view, kinds = session.view, load_places().kinds
    for place in view.places:
        room = view.case.home.room(place)
        kind = kinds.get(room.kind) if room else None
        more = (content(kind.name),) if kind else ()
        mark = view.marks[place]
        below = _("{n} of {total} looked at").format(n=mark.done, total=mark.total)
        leads_to = f"walk:{place}" if room or place == WHOLE else "bones"
        yield Entry("room", view.place_name(place), below if mark.total else "", leads_to, more)


def _checks(session: Session) -> Iterator[Entry]:
    for asked in session.view.score.places:
        yield _check(session, asked)
        note = asked.finding.note if asked.finding else ""
        if note:
            place = asked.room.id if asked.room else WHOLE
            below = f"{_where(session, asked)} · {session.say(asked.check.short)}"
            yield Entry("note", cut(note), below, f"walk:{place}:{asked.check.id}:note", (note,))


def _check(session: Session, asked: Asked) -> Entry:
    check, say = asked.check, session.say
    place = asked.room.id if asked.room else WHOLE
    return Entry(
        "check",
        say(check.short),
        _where(session, asked),
        f"walk:{place}:{check.id}",
        (say(check.question), *check.synonyms, check.id),
    )


def _where(session: Session, asked: Asked) -> str:
    return asked.room.name if asked.room else session.view.place_name(WHOLE)


def _steps(session: Session) -> Iterator[Entry]:
    plan, say = session.view.plan, session.say
    for step in plan.steps:
        synonyms = step.check.synonyms if step.check else ()
        also = (say(step.do), step.own_words, step.who, *synonyms)
        yield Entry("step", say(step.short), _("Plan"), f"plan:{step.key}", also)


def _people(session: Session) -> Iterator[Entry]:
    case = session.case
    if case.person.name:
        yield Entry("person", case.person.name, _("Who lives here"), "who", (case.person.goals,))
    for helper in case.helpers:
        yield Entry("person", helper.name, helper.relation or _("Helps"), "who")
    if case.bones.falls:
        from falls_app.ui.widgets.fall_card import fall_title

        for fall in case.bones.falls:
            more = (_("fall slip"), fall.doing, fall.note, fall.place)
            title = fall_title(session, fall)
            yield Entry("person", title, _("Diary of falls"), f"bones:falls:{fall.id}", more)


def _bones(session: Session) -> Iterator[Entry]:
    from falls_app.ui.sections.host import section_class

    where = session.view.place_name("bones")
    for section in SECTIONS:
        face = section_class(section).face(session)
        yield Entry("bones", face.topic, where, f"bones:{section}")
    for question in session.view.bones.questions:
        asked = session.say(question.question)
        yield Entry("bones", session.say(question.topic), where, f"bones:{question.id}", (asked,))
