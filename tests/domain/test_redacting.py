"""A case without names holds no word that somebody wrote, and scores as it did."""

from dataclasses import fields, is_dataclass, replace

from falls_app.cases import load_case
from falls_app.cli import score_case
from falls_app.domain.assessment import Case, Consent, Helper, OwnStep
from falls_app.domain.bones import Fall, FunctionResult, TwoDays
from falls_app.domain.redacting import NOTED, redacted
from falls_app.domain.visit import Identity, SignedVersion, Visit

PLANTED = "Zebulon Quist"


def texts(value: object) -> set[str]:
    if isinstance(value, str):
        return {value}
    if is_dataclass(value):
        return {text for each in fields(value) for text in texts(getattr(value, each.name))}
    if isinstance(value, dict):
        return {text for pair in value.items() for each in pair for text in texts(each)}
    return (
        {text for each in value for text in texts(each)}
        if isinstance(value, list | tuple)
        else set()
    )


def planted() -> Case:
    case = load_case("sample:visit")
    room = case.home.rooms[0]
    walk = case.assessment
    assert walk
    found = next(each for each in walk.findings.values() if each.photos)
    walk = walk.with_page(("STR", "stairs"), found.photos)
    noted = replace(found, note=PLANTED, photos=(replace(found.photos[0], caption=PLANTED),))
    return replace(
        case.with_assessment(walk.with_finding(noted)),
        person=replace(case.person, name=PLANTED, goals=PLANTED),
        home=replace(
            case.home,
            rooms=(replace(room, name=PLANTED), *case.home.rooms[1:]),
            hardest=room.id,
        ),
        helpers=(Helper(PLANTED, PLANTED),),
        choices={
            key: replace(each, words=PLANTED, who=PLANTED, photos=noted.photos)
            for key, each in case.choices.items()
        },
        bones=replace(
            case.bones,
            two_days=TwoDays(("dizzy",), PLANTED, "2026-11-19"),
            help_noted=PLANTED,
            falls=(Fall(PLANTED, "2026-11-01", PLANTED, room.id, PLANTED, PLANTED, note=PLANTED),),
            tests=(FunctionResult("tug", "2026-11-20", 11.0, PLANTED),),
            rest={"x": PLANTED},
        ),
        consent=Consent(look=True, who=PLANTED),
        visit=Visit(identity=Identity(PLANTED, address=PLANTED), safeguarding=PLANTED),
        signed=(SignedVersion("1", (), kept=PLANTED),),
        own_steps=(OwnStep("1", PLANTED),),
        extra={"x": PLANTED},
    )


def test_no_planted_word_is_left() -> None:
    case = redacted(planted(), {})

    assert not [text for text in texts(case) if "Zebulon" in text]
    assert not case.photos


def test_what_was_answered_decided_and_noted_still_counts() -> None:
    before, after = load_case("sample:visit"), redacted(planted(), {"BTH": "Bathroom"})

    scores = [score_case(case, "us") for case in (before, after)]
    assert [each and each.shown for each in scores] == [scores[0] and scores[0].shown] * 2
    assert {key: each.decision for key, each in before.choices.items()} == {
        key: each.decision for key, each in after.choices.items()
    }
    assert after.bones.two_days.noted == after.bones.help_noted == after.consent.who == NOTED
    assert "Bathroom" in {room.name for room in after.home}
    assert after.bones.falls[0].room == after.home.hardest == "r1"
