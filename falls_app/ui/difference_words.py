"""Differences between two values of a home in words, as the list of them shows them."""

from collections.abc import Callable, Iterable, Mapping
from typing import Any

from falls_app.case_view import CaseView
from falls_app.content.places import load_places
from falls_app.content.profile import load_traits
from falls_app.days import long_day
from falls_app.domain.assessment import Consent, Helper, StepChoice
from falls_app.domain.board import BOARD
from falls_app.domain.home import Room, Use
from falls_app.domain.merging import HOME, PERSON, PLAN, VISIT, Difference
from falls_app.domain.overview import BONES, WHOLE
from falls_app.i18n import _, content, ngettext
from falls_app.sizes import measured_words
from falls_app.ui.widgets.difference_list import Shown
from falls_app.ui.words import shape_words
from falls_app.words import answer_words, decision_names, quoted, role_words

_LONGEST = 300
"""So many letters of a text stand in the list."""


class DifferenceWords:
    """Puts differences in words; the names of rooms and steps are those of either value."""

    def __init__(self, mine: CaseView, theirs: CaseView) -> None:
        self._mine, self._theirs = mine, theirs
        self._say = mine.say

    def shown(self, differences: Iterable[Difference]) -> list[Shown]:
        """Return the lines to show."""
        return [
            Shown(
                each.key, self._place(each.where), self._what(each.key),
                self._value(each.key, each.mine), self._value(each.key, each.theirs),
                each.suggested,
            )
            for each in differences
        ]  # fmt: skip

    # ------------------------------------------------------------------ where, and what

    def _place(self, where: str) -> str:
        named = {
            PERSON: _("Who lives here"), HOME: _("Home and rooms"), PLAN: _("Plan"),
            VISIT: _("For the report"), WHOLE: self._mine.place_name(WHOLE),
            BONES: self._mine.place_name(BONES),
        }  # fmt: skip
        return named.get(where) or self._room(where)

    def _room(self, room: str) -> str:
        name = self._mine.place_name(room) or self._theirs.place_name(room)
        return name or _("A room without a name")

    def _what(self, key: tuple[str, ...]) -> str:
        kind = key[0]
        if kind in ("answer", "note", "slip", "where", "photo"):
            short = self._say(self._mine.checklist.by_id[key[2]].short)
            form = {
                "answer": "{check}", "note": _("Note: {check}"), "photo": _("Photo: {check}"),
                "slip": _("A slip or fall here: {check}"), "where": _("Rooms: {check}"),
            }[kind]  # fmt: skip
            return form.format(check=short)
        if kind == "size":
            check = self._mine.checklist.by_id[key[2]]
            labels = {each.id: content(each.label) for each in check.measures}
            return labels.get(key[4], self._say(check.short))
        if kind == "page":
            area = content(load_places().areas[key[2]].name)
            return _("Photo of the paper page: {area}").format(area=area)
        if key == ("extra", BOARD):
            return _("Where the steps of the plan stand")
        named: dict[str, Callable[[str], str]] = {
            "person": self._field, "home": self._home_field, "feature": self._feature,
            "room": self._room, "step": self._step, "bone": self._topic, "flag": self._flag,
            "serving": self._food, "medicine": self._medicine,
        }  # fmt: skip
        return named[kind](key[1]) if kind in named else _plain(kind)

    def _field(self, name: str) -> str:
        return {
            "name": _("Name"), "age": _("Age"), "say": _("How texts speak"), "sex": _("Sex"),
            "traits": _("What makes moving harder"), "fall_last_year": _("A fall in the past year"),
            "goals": _("Goals"),
        }[name]  # fmt: skip

    def _home_field(self, name: str) -> str:
        return {
            "shape": _("Kind of home"), "tenure": _("Owned or rented"),
            "hardest": _("The hardest part"),
        }[name]  # fmt: skip

    def _feature(self, feature: str) -> str:
        named = {each.id: content(each.chip) for each in load_places().features}
        return named.get(feature, feature)

    def _step(self, key: str) -> str:
        step = self._mine.plan.step(key) or self._theirs.plan.step(key)
        check = self._mine.checklist.by_id.get(key)
        return self._say(step.short if step else check.short if check else _plain("step"))

    def _topic(self, question: str) -> str:
        told = self._mine.told.about
        for known in (told.short.by_id, told.items.by_id, told.falls.by_id):
            if question in known:
                return self._say(known[question].topic)
        return _plain("bone")

    def _flag(self, flag: str) -> str:
        found = self._mine.told.about.flags.by_id.get(flag)
        return self._say(found.ask) if found else _plain("flag")

    def _food(self, food: str) -> str:
        named = {each.id: content(each.name) for each in self._mine.told.about.foods.foods}
        return named.get(food, food)

    def _medicine(self, medicine: str) -> str:
        classes = self._mine.told.about.medicines.classes
        return {each.id: content(each.name) for each in classes}.get(medicine, medicine)

    # ------------------------------------------------------------------ what each side says

    def _value(self, key: tuple[str, ...], value: Any) -> str:
        if value is None or value == "":
            return _("Nothing")
        kind = key[0]
        if key == ("home", "hardest"):
            return self._room(value)
        if kind == "answer":
            check = self._mine.checklist.by_id[key[2]]
            return self._say(answer_words(check, value))
        if kind == "size":
            check = self._mine.checklist.by_id[key[2]]
            return measured_words(check, {key[4]: value}, self._mine.region)[0].rpartition(": ")[2]
        said: dict[str, Callable[[Any], str]] = {
            "step": self._choice, "helpers": _helpers, "consent": self._consent,
            "where": lambda rooms: ", ".join(map(self._room, rooms)),
            "room": _room_words,
            "own": lambda step: step.text,
            "photo": lambda photo: photo.caption or _("A photo"),
            "page": lambda _photo: _("A photo"),
            "walk": lambda walk: self._day(walk.date) or _("A walk"),
            "fall": lambda fall: self._day(fall.date) or _("A fall"),
            "height": lambda height: f"{height.cm:g} cm",
            "test": lambda test: f"{test.value:g}",
            "bone": lambda choice: self._bone_choice(key[1], choice),
            "two_days": lambda days: ", ".join(days.ticked) and self._two_days(days.ticked),
            "serving": lambda count: f"{count:g}",
        }  # fmt: skip
        if kind in said:
            return _cut(said[kind](value))
        return _cut(_of_its_own(key, value) or _generic(value))

    def _day(self, iso: str) -> str:
        return long_day(iso, self._mine.region.locale)

    def _choice(self, choice: StepChoice) -> str:
        names = decision_names(self._mine.about)
        person, region = self._mine.case.person, self._mine.region
        parts = [
            names[choice.decision] if choice.decision else "",
            quoted(choice.words),
            role_words(person, region, choice.who) if choice.who else "",
            _("by {day}").format(day=self._day(choice.by)) if choice.by else "",
            _("done {day}").format(day=self._day(choice.done)) if choice.done else "",
            _photo_count(len(choice.photos)),
        ]
        return ", ".join(part for part in parts if part) or _("Not talked about yet")

    def _consent(self, consent: Consent) -> str:
        return consent_words(consent, self._mine.region.locale)

    def _bone_choice(self, question: str, choice: str) -> str:
        asked = self._mine.bones.by_id.get(question)
        found = asked.choice(choice) if asked else None
        return self._say(found.words) if found else _generic(choice)

    def _two_days(self, ticked: tuple[str, ...]) -> str:
        options = {each.id: each.words for each in self._mine.told.about.two_days.options}
        return ", ".join(self._say(options[each]) for each in ticked if each in options) or _(
            "Nothing changed"
        )


def _photo_count(count: int) -> str:
    return ngettext("{n} photo", "{n} photos", count).format(n=count) if count else ""


def _of_its_own(key: tuple[str, ...], value: Any) -> str:
    """Return a value whose words go with one key alone; "" for any other."""
    if key == ("extra", BOARD):
        return _("Moved by hand")
    if key == ("home", "shape"):
        return shape_words(value)
    if key == ("person", "traits"):
        return ", ".join(content(load_traits()[each].because) for each in value)
    return ""


def consent_words(consent: Consent, locale: str) -> str:
    """Return what the person said is fine, who said so and when; "" if nobody did."""
    fine = [
        words
        for is_fine, words in (
            (consent.look, _("look in every room")), (consent.photos, _("take photos")),
            (consent.share, _("share the plan")),
        )
        if is_fine
    ]  # fmt: skip
    if not consent.who and not fine:
        return ""
    who = _("{who} said yes").format(who=consent.who) if consent.who else _("Nobody is named")
    day = long_day(consent.on, locale)
    said = _("{who}, {day}").format(who=who, day=day) if day else who
    return f"{said}: {', '.join(fine)}" if fine else said


def _room_words(room: Room) -> str:
    use = {
        Use.DAILY: _("used every day"),
        Use.WEEKLY: _("used every week"),
        Use.RARELY: _("rarely used"),
    }[room.use]
    floor = _("floor {n}").format(n=room.floor)
    return ", ".join((room.name or _plain("room"), use, floor))


def _helpers(helpers: tuple[Helper, ...]) -> str:
    return ", ".join(
        f"{each.name} ({each.relation})" if each.relation else each.name for each in helpers
    )


def _plain(kind: str) -> str:
    named: Mapping[str, str] = {
        "helpers": _("Who helps"), "consent": _("What is fine"), "walk": _("A walk"),
        "two_days": _("The last two days"), "help_noted": _("Help that was noted"),
        "bone": _("An answer about bones and balance"), "flag": _("An answer about signs"),
        "fall": _("Diary of falls"), "test": _("A test of movement"), "height": _("Height"),
        "date": _("A day about bones"), "shared": _("Questions for the doctor’s page"),
        "visit": _("Notes for the report"), "signed": _("A signed version"),
        "step": _("A step of the plan"), "own": _("A step of your own"), "room": _("A room"),
    }  # fmt: skip
    return named.get(kind, _("Kept by another program"))


def _generic(value: Any) -> str:
    """Return a value in words as far as it goes: yes and no, a number, a text; else that it is."""
    known = {
        True: _("Yes"), False: _("No"), "yes": _("Yes"), "no": _("No"), "not_sure": _("Not sure"),
    }  # fmt: skip
    if isinstance(value, str | bool):
        return known.get(value, str(value))
    if isinstance(value, int | float):
        return f"{value:g}"
    if isinstance(value, tuple | list | dict):
        return ngettext("{n} entry", "{n} entries", len(value))
    return _("Something is noted")


def _cut(words: str) -> str:
    return words if len(words) <= _LONGEST else f"{words[:_LONGEST].rsplit(' ', 1)[0]} …"
