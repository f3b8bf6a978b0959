"""What the parts of a visit are called, in the report and in the window."""

from collections.abc import Mapping

from falls_app.content.regions import Region
from falls_app.days import long_day
from falls_app.domain.checklist import Measure
from falls_app.domain.step import Step
from falls_app.domain.visit import (
    Activity,
    BodySize,
    Capacity,
    Equipment,
    Signature,
    Signer,
    Support,
    Verdict,
    Visit,
    Way,
)
from falls_app.i18n import About, _
from falls_app.result_words import number_words
from falls_app.sizes import measured_size
from falls_app.words import decision_names, quoted

POUNDS_A_KILOGRAM = 2.204_622_6


def activity_names() -> Mapping[Activity, str]:
    """Return what each activity is called."""
    return {
        Activity.BED: _("Bed"),
        Activity.CHAIR: _("Chair"),
        Activity.TOILET: _("Toilet"),
        Activity.BATH: _("Bath or shower"),
        Activity.STAIRS: _("Stairs"),
        Activity.HOT_DRINK: _("Hot drink"),
    }


def support_names() -> Mapping[Support, str]:
    """Return what each kind of help is called."""
    return {
        Support.ALONE: _("On own"),
        Support.NEAR: _("Somebody near"),
        Support.WORDS: _("Words or prompts"),
        Support.ONE: _("Hands of one person"),
        Support.TWO: _("Hands of two people"),
        Support.HOIST: _("Hoist"),
        Support.NOT_DONE: _("Not done today"),
    }


def capacity_names() -> Mapping[Capacity, str]:
    """Return what can be said about how the person decides."""
    return {
        Capacity.NO_DOUBT: _("Decides; no reason for doubt"),
        Capacity.SUPPORTED: _("Decides with support"),
        Capacity.LOOKED_INTO: _("Capacity was looked into"),
        Capacity.OTHERS: _("Somebody else decides"),
    }


def size_names() -> Mapping[BodySize, str]:
    """Return what each size of the body is called."""
    return {
        BodySize.KNEE: _("Floor to back of knee, sitting"),
        BodySize.THIGH: _("Back to back of knee, sitting"),
        BodySize.HIP: _("Width of the hips, sitting"),
        BodySize.ELBOW: _("Seat to elbow"),
        BodySize.WRIST: _("Floor to wrist crease, standing"),
        BodySize.REACH: _("Highest easy reach, standing"),
        BodySize.WEIGHT: _("Weight"),
    }


def size_words(name: str, size: float, region: Region) -> str:
    """Return a size of the body in the units of a region."""
    if name == BodySize.WEIGHT:
        return weight_words(size, region)
    return measured_size(size, Measure(name, "mm", ""), region)


def weight_words(kilograms: float, region: Region) -> str:
    """Return a weight or a load: "63.5 kg", where people weigh in pounds "140 lb (63.5 kg)"."""
    plain = _("{n} kg").format(n=number_words(kilograms, region))
    if region.length != "in":
        return plain
    pounds = number_words(round(kilograms * POUNDS_A_KILOGRAM), region)
    return _("{n} lb ({metric})").format(n=pounds, metric=plain)


def load_words(thing: Equipment, region: Region) -> str:
    """Return the safe working load of a thing, or that it is not known."""
    return _("Not known") if thing.load_kg is None else weight_words(thing.load_kg, region)


def verdict_words(verdict: Verdict | None) -> str:
    """Return how a drafted step stands with the therapist."""
    return {
        None: _("Proposed"),
        Verdict.ACCEPTED: _("Accepted"),
        Verdict.LEFT_OUT: _("Left out"),
    }[verdict]


def said_words(about: About, step: Step) -> str:
    """Return what the person decided in few words, with own words; "" while not talked about."""
    if step.choice is None or step.decision is None:
        return ""
    name = decision_names(about)[step.decision]
    words = step.choice.words
    if not words:
        return name
    return _("{decision}: {words}").format(decision=name, words=quoted(words))


def signer_names(about: About) -> Mapping[Signer, str]:
    """Return over which line each of them signs."""
    return {
        Signer.THERAPIST: _("Occupational therapist"),
        Signer.PERSON: about(_("{Name}, or who {they} chose")),
    }


def signed_words(signature: Signature, locale: str) -> str:
    """Return when and how somebody signed: "November 12, 2026, 09:50. Agreed by voice"."""
    parts = [long_day(signature.on, locale), signature.at]
    day = ", ".join(part for part in parts if part)
    how = {
        Way.DRAWN: "",
        Way.VOICE: _("Agreed by voice"),
        Way.TYPED: _("Signed by name"),
    }[signature.way]
    return ". ".join(part for part in (day, how) if part)


def place_words(visit: Visit, names: Mapping[str, str]) -> list[tuple[str, str]]:
    """Return each place that was not seen by its name, with the reason."""
    return [(names.get(place) or place, why) for place, why in visit.not_seen.items()]


def listed(*parts: str) -> str:
    """Return the parts that say something, with commas."""
    return ", ".join(part for part in parts if part)


def sentences(*parts: str) -> str:
    """Return the parts as sentences, each with its full stop."""
    given = [part.strip() for part in parts if part.strip()]
    return " ".join(part if part[-1] in ".!?…" else f"{part}." for part in given)
