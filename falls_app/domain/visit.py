"""The professional half of a case: what a therapist adds to the walk for the report.

Every field is optional and empty by default. Who the therapist is stands in the settings of the
program; a signature carries the name it was given with.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum

from falls_app.domain.evidence import Point


class Activity(StrEnum):
    """What is watched on a visit, in the order in which it is asked."""

    BED = "bed"
    CHAIR = "chair"
    TOILET = "toilet"
    BATH = "bath"
    STAIRS = "stairs"
    HOT_DRINK = "hot_drink"


class Support(StrEnum):
    """How much help an activity took."""

    ALONE = "alone"
    NEAR = "near"
    WORDS = "words"
    ONE = "one"
    TWO = "two"
    HOIST = "hoist"
    NOT_DONE = "not_done"


@dataclass(frozen=True, slots=True)
class Transfer:
    """How one activity went. ``support`` None: not noted; ``how`` and ``aid`` are own words."""

    what: Activity
    how: str = ""
    support: Support | None = None
    aid: str = ""

    @property
    def is_empty(self) -> bool:
        """True if nothing is noted."""
        return not (self.how or self.support or self.aid)


class BodySize(StrEnum):
    """A size of the body that equipment is chosen by: millimeters, the weight in kilograms."""

    KNEE = "knee"
    THIGH = "thigh"
    HIP = "hip"
    ELBOW = "elbow"
    WRIST = "wrist"
    REACH = "reach"
    WEIGHT = "weight"


@dataclass(frozen=True, slots=True)
class Equipment:
    """A thing that helps: in place, or prescribed on this visit.

    ``room`` is a room id, "" for none; ``load_kg`` its safe working load, None if not known.
    """

    id: str
    name: str
    is_prescribed: bool = False
    room: str = ""
    load_kg: float | None = None
    note: str = ""


@dataclass(frozen=True, slots=True)
class Identity:
    """Who the report is about. ``born`` is an ISO date or ""; ``reference`` the service's own."""

    full_name: str = ""
    born: str = ""
    address: str = ""
    phone: str = ""
    reference: str = ""
    doctor: str = ""


@dataclass(frozen=True, slots=True)
class Referral:
    """Who asked for the visit, when (ISO date or "") and why."""

    by: str = ""
    on: str = ""
    reason: str = ""


class Capacity(StrEnum):
    """How the person decides about what the report asks for."""

    NOT_NOTED = ""
    NO_DOUBT = "no_doubt"
    SUPPORTED = "supported"
    LOOKED_INTO = "looked_into"
    OTHERS = "others"


@dataclass(frozen=True, slots=True)
class Recipient:
    """Who gets the report. ``gets_all``: with the page that is not for everybody."""

    name: str
    role: str = ""
    gets_all: bool = False


class Verdict(StrEnum):
    """What the therapist says to a drafted step; without one it is proposed."""

    ACCEPTED = "accepted"
    LEFT_OUT = "left_out"


@dataclass(frozen=True, slots=True)
class Judgement:
    """A verdict on a step, and the mark of what it said then: changed, it is proposed again."""

    verdict: Verdict
    mark: str


@dataclass(frozen=True, slots=True)
class Edited:
    """The therapist's own words for a drafted paragraph, and the mark of what it came from."""

    words: str
    mark: str


class Signer(StrEnum):
    """Whose signature it is."""

    THERAPIST = "therapist"
    PERSON = "person"


class Way(StrEnum):
    """How somebody signed."""

    DRAWN = "drawn"
    VOICE = "voice"
    TYPED = "typed"


@dataclass(frozen=True, slots=True)
class Signature:
    """A signature. ``strokes`` are lines of points, each a share of the pad's width and height.

    ``on`` is an ISO date, ``at`` a time "09:50"; ``registration`` the therapist's number.
    """

    signer: Signer
    name: str
    on: str
    way: Way = Way.DRAWN
    at: str = ""
    registration: str = ""
    strokes: tuple[tuple[Point, ...], ...] = ()


@dataclass(frozen=True, slots=True)
class SignedVersion:
    """A version that was signed and locked.

    ``print`` is the fingerprint of all it said, ``kept`` the case as it was, packed by the store.
    """

    print: str
    signatures: tuple[Signature, ...]
    answers: int = 0
    photos: int = 0
    kept: str = ""


@dataclass(frozen=True, slots=True)
class Visit:
    """What a therapist notes beside the walk.

    ``letterhead`` is the id of one in the settings. ``begun`` and ``ended`` are times as they
    were written. ``sizes`` maps a ``BodySize`` to its number; ``not_seen`` a room id to the
    reason. ``photos_seen`` is the mark of the photos that were looked through. ``judged`` maps a
    step's key, ``edited`` a paragraph's id. ``safeguarding`` and ``staff_safety`` have a page of
    their own, which is never on the person's copy.
    """

    letterhead: str = ""
    identity: Identity = Identity()
    referral: Referral = Referral()
    begun: str = ""
    ended: str = ""
    present: str = ""
    consent_words: str = ""
    capacity: Capacity = Capacity.NOT_NOTED
    capacity_words: str = ""
    conditions: str = ""
    carers: str = ""
    mobility: str = ""
    transfers: tuple[Transfer, ...] = ()
    sizes: Mapping[str, float] = field(default_factory=dict)
    equipment: tuple[Equipment, ...] = ()
    not_seen: Mapping[str, str] = field(default_factory=dict)
    own_words: str = ""
    funding: str = ""
    landlord: str = ""
    recipients: tuple[Recipient, ...] = ()
    safeguarding: str = ""
    staff_safety: str = ""
    shows_score: bool = False
    photos_seen: str = ""
    judged: Mapping[str, Judgement] = field(default_factory=dict)
    edited: Mapping[str, Edited] = field(default_factory=dict)
    signatures: tuple[Signature, ...] = ()

    def transfer(self, what: Activity) -> Transfer:
        """Return how an activity went, an empty one if nothing is noted."""
        return next((each for each in self.transfers if each.what is what), Transfer(what))

    def with_transfer(self, transfer: Transfer) -> "Visit":
        """Return the same visit with this activity noted; an empty one is taken out."""
        noted = {each.what: each for each in (*self.transfers, transfer)}
        kept = tuple(noted[what] for what in Activity if what in noted and not noted[what].is_empty)
        return replace(self, transfers=kept)

    def signature(self, signer: Signer) -> Signature | None:
        """Return this signature on the draft, or None."""
        return next((each for each in self.signatures if each.signer is signer), None)

    def with_signature(self, signer: Signer, signature: Signature | None) -> "Visit":
        """Return the same visit with this signature, or without one."""
        others = tuple(each for each in self.signatures if each.signer is not signer)
        return replace(self, signatures=(*others, signature) if signature else others)

    @property
    def too_weak(self) -> tuple[Equipment, ...]:
        """Equipment whose safe working load is below the weight that is noted."""
        weight = self.sizes.get(BodySize.WEIGHT)
        if weight is None:
            return ()
        return tuple(
            each for each in self.equipment if each.load_kg is not None and each.load_kg < weight
        )
