"""The parts of a case as plain JSON values, and back: one form for case files and the store."""

from collections.abc import Mapping
from enum import StrEnum

from falls_app.domain.assessment import Consent, Decision, Helper, OwnStep, StepChoice
from falls_app.domain.checklist import AREAS, PLACE_AREAS
from falls_app.domain.home import Home, Room, Use
from falls_app.domain.person import TRAITS, Person, Say
from falls_app.storage.evidence_forms import photo_form, read_photos
from falls_app.storage.node import Node, one_of, quoted

Form = dict[str, object]

_OLDEST = 150
_COSTS = range(4)


class _Shape(StrEnum):
    THREE = "three"
    TWO = "two"
    ONE = "one"
    FLAT = "flat"


class _Tenure(StrEnum):
    NOT_ASKED = ""
    OWN = "own"
    RENTED = "rented"
    SOCIAL = "social"
    FAMILY = "family"
    CARE = "care"


class _Before(StrEnum):
    NOT_DONE = ""
    PARTLY = "partly"
    HAZARD = "hazard"


def read_person(node: Node) -> Person:
    """Return the person; what is missing was not asked."""
    age, sex, fall = node.at("age"), node.at("sex"), node.at("fall_last_year")
    traits = tuple(_trait(entry) for entry in node.at("traits").entries())
    return Person(
        name=node.at("name").text(""),
        age=_age(age) if age.is_known else None,
        say=node.at("say").word(Say, Say.THEY),
        sex=sex.text() if sex.is_known else "",
        traits=tuple(dict.fromkeys(traits)),
        fall_last_year=fall.flag() if fall.is_known else None,
        goals=node.at("goals").text(""),
    )


def _age(node: Node) -> int:
    age = node.whole()
    if not 0 <= age <= _OLDEST:
        raise node.error(f"must be a number of years from 0 to {_OLDEST}")
    return age


def _trait(node: Node) -> str:
    trait = node.text()
    if trait not in TRAITS:
        raise node.error(f"{one_of(TRAITS)}, not {quoted(trait)}")
    return trait


def person_form(person: Person) -> Form:
    """Return the person as a case file has it."""
    return {
        "name": person.name,
        "age": person.age,
        "say": person.say,
        "sex": person.sex,
        "traits": list(person.traits),
        "fall_last_year": person.fall_last_year,
        "goals": person.goals,
    }


def read_home(node: Node) -> Home:
    """Return the home with its rooms. Room ids are unique in it."""
    rooms: dict[str, Room] = {}
    for entry in node.at("rooms").entries():
        room = _read_room(entry)
        if room.id in rooms:
            raise entry.at("id").error(f"names {quoted(room.id)} a second time")
        rooms[room.id] = room
    features = node.at("features")
    return Home(
        rooms=tuple(rooms.values()),
        features={name: features.at(name).flag() for name in features.mapping()},
        shape=node.at("shape").word(_Shape, _Shape.ONE).value,
        tenure=node.at("tenure").word(_Tenure, _Tenure.NOT_ASKED).value,
        hardest=node.at("hardest").text(""),
    )


def _read_room(node: Node) -> Room:
    identity, area = node.at("id"), node.at("area")
    if not identity.text():
        raise identity.error("must not be empty")
    if area.text() not in PLACE_AREAS:
        known = "is the whole house and has no rooms: it" if area.text() in AREAS else ""
        raise area.error(f"{known} {one_of(PLACE_AREAS)}, not {quoted(area.text())}".strip())
    return Room(
        id=identity.text(),
        area=area.text(),
        name=node.at("name").text(""),
        use=node.at("use").word(Use, Use.DAILY),
        kind=node.at("kind").text(""),
        floor=node.at("floor").whole(0),
    )


def home_form(home: Home) -> Form:
    """Return the home without its rooms, which have rows of their own in the store."""
    form: Form = {"features": dict(home.features), "shape": home.shape, "tenure": home.tenure}
    # Written only once it was said: homes of before stay, letter for letter, as they were.
    return {**form, "hardest": home.hardest} if home.hardest else form


def room_form(room: Room) -> Form:
    """Return a room as a case file has it."""
    return {
        "id": room.id,
        "area": room.area,
        "name": room.name,
        "use": room.use,
        "kind": room.kind,
        "floor": room.floor,
    }


def read_extra(node: Node) -> Mapping[str, object]:
    """Return what other programs keep in the file, as it is."""
    node.refuse_deep()
    return dict(node.mapping())


def read_helpers(node: Node) -> tuple[Helper, ...]:
    """Return the people who help, in order."""
    return tuple(
        Helper(entry.at("name").text(""), entry.at("relation").text("")) for entry in node.entries()
    )


def helpers_form(helpers: tuple[Helper, ...]) -> list[Form]:
    """Return the people who help as a case file has them."""
    return [{"name": helper.name, "relation": helper.relation} for helper in helpers]


def read_consent(node: Node) -> Consent:
    """Return what the person said is fine; nothing where it is missing."""
    return Consent(
        look=node.at("look").flag(False),
        photos=node.at("photos").flag(False),
        share=node.at("share").flag(False),
        who=node.at("who").text(""),
        on=node.at("on").day_or_empty(),
    )


def consent_form(consent: Consent) -> Form:
    """Return the consent as a case file has it."""
    return {
        "look": consent.look,
        "photos": consent.photos,
        "share": consent.share,
        "who": consent.who,
        "on": consent.on,
    }


def read_own_steps(node: Node) -> tuple[OwnStep, ...]:
    """Return the steps that the family wrote, in order."""
    found: dict[str, OwnStep] = {}
    for entry in node.entries():
        cost = entry.at("cost")
        if cost.is_known and cost.whole() not in _COSTS:
            raise cost.error("must be 0, 1, 2 or 3")
        own = OwnStep(
            entry.at("id").text(),
            entry.at("text").text(),
            cost.whole() if cost.is_known else None,
        )
        if own.id in found:
            raise entry.at("id").error(f"names {quoted(own.id)} a second time")
        found[own.id] = own
    return tuple(found.values())


def own_steps_form(own_steps: tuple[OwnStep, ...]) -> list[Form]:
    """Return the steps that the family wrote as a case file has them."""
    return [{"id": own.id, "text": own.text, "cost": own.cost} for own in own_steps]


def read_choices(node: Node) -> Mapping[str, StepChoice]:
    """Return what people said about the steps, by the step's key."""
    choices: dict[str, StepChoice] = {}
    for entry in node.entries():
        choice = _read_choice(entry)
        if choice.step in choices:
            raise entry.at("step").error(f"names {quoted(choice.step)} a second time")
        choices[choice.step] = choice
    return choices


def _read_choice(node: Node) -> StepChoice:
    decision, fix, before = node.at("decision"), node.at("fix"), node.at("before")
    if fix.is_known and fix.whole() < 0:
        raise fix.error("must be 0 or more")
    return StepChoice(
        step=node.at("step").text(),
        decision=decision.word(Decision) if decision.is_known else None,
        words=node.at("words").text(""),
        who=node.at("who").text(""),
        by=node.at("by").day_or_empty(),
        done=node.at("done").day_or_empty(),
        decided_on=node.at("decided_on").day_or_empty(),
        fix=fix.whole() if fix.is_known else None,
        before=before.word(_Before, _Before.NOT_DONE).value,
        photos=read_photos(node.at("photos")),
    )


def choice_form(choice: StepChoice) -> Form:
    """Return what people said about a step as a case file has it; the last two if there are."""
    more: Form = {"before": choice.before} if choice.before else {}
    if choice.photos:
        more["photos"] = [photo_form(photo) for photo in choice.photos]
    return {
        "step": choice.step,
        "decision": choice.decision,
        "words": choice.words,
        "who": choice.who,
        "by": choice.by,
        "done": choice.done,
        "decided_on": choice.decided_on,
        "fix": choice.fix,
    } | more
