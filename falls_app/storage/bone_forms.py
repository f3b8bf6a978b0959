"""The answers about bones and balance as plain JSON values, and back."""

from enum import StrEnum

from falls_app.domain.bones import Bones, Fall, FunctionResult, Height, TwoDays
from falls_app.storage.node import Node

Form = dict[str, object]

_KEYS = (
    "two_days", "items", "flags", "help_noted", "falls", "tests", "heights", "servings",
    "medicines", "dates", "shared",
)  # fmt: skip
_TALLEST = 300.0
_MOST_SERVINGS = 1000.0


class _Flag(StrEnum):
    YES = "yes"
    NO = "no"
    NOT_SURE = "not_sure"


def read_bones(node: Node) -> Bones:
    """Return the answers about bones; keys that this version does not read go to ``rest``."""
    days, flags, shared = (node.at(key) for key in ("two_days", "flags", "shared"))
    rest = {key: value for key, value in node.mapping().items() if key not in _KEYS}
    for key in rest:
        node.at(key).refuse_deep()
    return Bones(
        two_days=TwoDays(
            days.at("ticked").texts(), days.at("noted").text(""), days.at("noted_on").day_or_empty()
        ),
        items=node.at("items").words(),
        flags={flag: flags.at(flag).word(_Flag).value for flag in flags.mapping()},
        help_noted=node.at("help_noted").text(""),
        falls=_read_falls(node.at("falls")),
        tests=tuple(_read_result(entry) for entry in node.at("tests").entries()),
        heights=tuple(_read_height(entry) for entry in node.at("heights").entries()),
        servings=_read_servings(node.at("servings")),
        medicines=tuple(dict.fromkeys(node.at("medicines").texts())),
        dates={name: node.at("dates").at(name).day() for name in node.at("dates").mapping()},
        shared=shared.texts() if shared.is_known else None,
        rest=rest,
    )


def _read_falls(node: Node) -> tuple[Fall, ...]:
    """Return the diary. A fall without an id gets its number; a second one of an id is refused."""
    falls: dict[str, Fall] = {}
    for number, entry in enumerate(node.entries(), start=1):
        fall = _read_fall(entry, str(number))
        if fall.id in falls:
            raise entry.at("id").error("is the id of another fall too")
        falls[fall.id] = fall
    return tuple(falls.values())


def _read_fall(node: Node, number: str) -> Fall:
    room, minutes = node.at("room"), node.at("minutes")
    if minutes.is_known and minutes.whole() < 0:
        raise minutes.error("must be 0 or more")
    return Fall(
        id=node.at("id").text(number),
        date=node.at("date").day_or_empty(),
        time=node.at("time").text(""),
        room=room.text() if room.is_known else None,
        place=node.at("place").text(""),
        doing=node.at("doing").text(""),
        minutes=minutes.whole() if minutes.is_known else None,
        answers=node.at("answers").words(),
        note=node.at("note").text(""),
    )


def _read_result(node: Node) -> FunctionResult:
    return FunctionResult(
        kind=node.at("kind").text(),
        date=node.at("date").day_or_empty(),
        value=node.at("value").number(),
        helper=node.at("helper").text(""),
        parts=node.at("parts").numbers(),
        seen=node.at("seen").texts(),
    )


def _read_height(node: Node) -> Height:
    tall = node.at("cm")
    if not 0 < tall.number() <= _TALLEST:
        raise tall.error(f"must be a number of centimeters up to {_TALLEST:g}")
    return Height(node.at("date").day_or_empty(), tall.number())


def _read_servings(node: Node) -> dict[str, float]:
    for food, count in node.numbers().items():
        if not 0 <= count <= _MOST_SERVINGS:
            raise node.at(food).error(f"must be from 0 to {_MOST_SERVINGS:g} servings a week")
    return dict(node.numbers())


def bones_form(bones: Bones) -> Form:
    """Return the answers about bones as a case file has them; what was not asked is left out."""
    days = bones.two_days
    asked: Form = {
        "help_noted": bones.help_noted,
        "falls": [_fall_form(fall) for fall in bones.falls],
        "tests": [_result_form(result) for result in bones.tests],
        "heights": [{"date": each.date, "cm": each.cm} for each in bones.heights],
        "servings": dict(bones.servings),
        "medicines": list(bones.medicines),
        "dates": dict(bones.dates),
    }
    return {
        **bones.rest,
        "two_days": {"ticked": list(days.ticked), "noted": days.noted, "noted_on": days.noted_on},
        "items": dict(bones.items),
        "flags": dict(bones.flags),
        **{key: value for key, value in asked.items() if value},
        **({} if bones.shared is None else {"shared": list(bones.shared)}),
    }


def _fall_form(fall: Fall) -> Form:
    return {
        "id": fall.id,
        "date": fall.date,
        "time": fall.time,
        "room": fall.room,
        "place": fall.place,
        "doing": fall.doing,
        "minutes": fall.minutes,
        "answers": dict(fall.answers),
        "note": fall.note,
    }


def _result_form(result: FunctionResult) -> Form:
    return {
        "kind": result.kind,
        "date": result.date,
        "value": result.value,
        "helper": result.helper,
        "parts": dict(result.parts),
        "seen": list(result.seen),
    }
