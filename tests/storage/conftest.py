"""A small checklist, a case with everything in it, and a store with a clock that ticks."""

import shutil
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from itertools import count
from pathlib import Path
from typing import Any

import pytest

from falls_app.domain.assessment import (
    Assessment,
    Case,
    Consent,
    Decision,
    Finding,
    Helper,
    ListKind,
    OwnStep,
    StepChoice,
)
from falls_app.domain.bones import Bones, Fall, FunctionResult, Height, TwoDays
from falls_app.domain.checklist import Answer, Check, Checklist, Measure
from falls_app.domain.evidence import Mark, MarkKind, Photo
from falls_app.domain.home import Home, Room, Use
from falls_app.domain.person import Person, Say
from falls_app.domain.visit import (
    Activity,
    Capacity,
    Edited,
    Equipment,
    Identity,
    Judgement,
    Recipient,
    Referral,
    Signature,
    SignedVersion,
    Signer,
    Support,
    Transfer,
    Verdict,
    Visit,
    Way,
)
from falls_app.storage.keys import Cost, StoreKey, new_keys
from falls_app.storage.locking import lock_store
from falls_app.storage.store import Store
from falls_app.storage.unlocked import keep


def _check(check_id: str, *covers: str) -> Check:
    return Check(
        id=check_id,
        area=check_id[:3],
        covers=(check_id, *covers),
        question="Is it firm?",
        look="Look.",
        why="Because.",
        likelihood=3,
        severity=3,
        tags=("rail",),
        evidence="A",
        sources=(),
        picture="",
        quick=True,
        short="It is firm",
        good="firm",
        answers={},
        short_answers={},
        fixes=(),
        measures=(Measure("width", "mm", "Width"),),
    )


def _photo(photo_id: str) -> Photo:
    marks = (
        Mark(MarkKind.ARROW, (0.0, 0.25), (1.0, 0.5)),
        Mark(MarkKind.LINE, (0.1, 0.1), (0.1, 0.9), "880 mm"),
    )
    return Photo(photo_id, photo_id * 64, 1500, 2000, "The edge of the tub", marks)


def _visit() -> Visit:
    """Every field of a visit says something other than its default."""
    drawn = Signature(
        Signer.THERAPIST, "Ana Bo", "2026-11-20", Way.DRAWN, "09:50", "OT-1",
        (((0.1, 0.25), (0.5, 1.0)), ((0.0, 0.0),)),
    )  # fmt: skip
    return Visit(
        letterhead="a",
        identity=Identity("Zoë Ott", "1945-02-03", "1 Way\nTown", "555", "R 7", "Dr. Lee"),
        referral=Referral("Dr. Lee", "2026-11-02", "One fall"),
        begun="9:00",
        ended="9:52",
        present="Zoë; Tom",
        consent_words="Said yes",
        capacity=Capacity.SUPPORTED,
        capacity_words="With pictures",
        conditions="Weak hip",
        carers="Ada, mornings",
        mobility="Stick outdoors",
        transfers=(Transfer(Activity.BED, "Rolls, pushes up", Support.ONE, "Rail"),),
        sizes={"knee": 420.0, "weight": 61.5},
        equipment=(
            Equipment("1", "Bath board", True, "bath", 150.0, "Fitted"),
            Equipment("2", "Stool"),
        ),
        not_seen={"hall": "Locked"},
        own_words="I want my own bath.",
        funding="Council",
        landlord="Says yes",
        recipients=(Recipient("Zoë", "herself"), Recipient("Dr. Lee", "doctor", True)),
        safeguarding="None seen",
        staff_safety="Dog",
        shows_score=True,
        photos_seen="abc",
        judged={"STR01": Judgement(Verdict.ACCEPTED, "m1")},
        edited={"summary": Edited("Own words", "m2")},
        signatures=(drawn, Signature(Signer.PERSON, "Zoë", "2026-11-20", Way.VOICE)),
    )


@pytest.fixture
def checklist() -> Checklist:
    """STR01 settles two more rows; three checks settle a row of another area."""
    return Checklist(
        "2026.11",
        (
            _check("STR01", "STR02", "STR03"),
            _check("BTH01", "LGT05"),
            _check("BTH02"),
            _check("BED01", "HAL02"),
            _check("FLR01", "HAL01", "LGT06"),
            _check("EMG01"),
        ),
    )


@pytest.fixture
def full_case() -> Case:
    """Every field of a case says something other than its default."""
    where = ("bath", "hall")
    findings = (
        Finding("STR01", Answer.HAZARD, "stairs", "Wobbles — “a lot”", near_miss=True),
        Finding("BTH01", Answer.PARTLY, "bath", photos=(_photo("a"), _photo("b"))),
        Finding("BTH02", Answer.PARTLY, "spare", measures={"width": 812.5}),
        Finding("FLR01", Answer.NOT_SURE, None, "two rugs", where=where),
    )
    return Case(
        person=Person(
            "Zoë", 81, Say.SHE, "female", ("walking_aid", "memory"), True, "to bake again"
        ),
        home=Home(
            rooms=(
                Room("hall", "HAL", "Hall"),
                Room("stairs", "STR", "Stairs", Use.WEEKLY, "narrow", 1),
                Room("bath", "BTH", "Bathroom upstairs", Use.DAILY, "shower", 1),
                Room("spare", "BTH", "Toilet in the cellar", Use.RARELY, "", -1),
            ),
            features={"tub": True, "pet": False},
            shape="two",
            tenure="rented",
            hardest="bath",
        ),
        assessments=(
            Assessment("1", "2026-05-01", ListKind.QUICK, "2026.05"),
            Assessment(
                "2",
                "2026-11-20",
                ListKind.FULL,
                "2026.11",
                {finding.place: finding for finding in findings},
                {("BTH", "spare"): (_photo("c"), _photo("9")), ("FLR", None): (_photo("d"),)},
            ),
        ),
        bones=Bones(
            TwoDays(("dizzy",), "rang the doctor", "2026-11-19"),
            {"BN01": "yes", "BN02": "weekly"},
            {"RF01": "no", "RF02": "not_sure"},
            "rang the doctor",
            (
                Fall(
                    "1",
                    "2026-11-01",
                    "at night",
                    "bath",
                    "",
                    "getting up",
                    20,
                    {"head": "no"},
                    "Cold floor",
                ),
                Fall("2", place="in the shop"),
            ),
            (FunctionResult("tug", "2026-11-20", 11.4, "Tom", {"aid": 1.0}, ("wall",)),),
            (Height("", 165.0), Height("2026-11-20", 161.5)),
            {"milk": 3.5},
            ("sleep", "water"),
            {"spine_break": "2026-09-01"},
            ("B01",),
            {"later": None},
        ),
        choices={
            "STR01": StepChoice(
                "STR01",
                Decision.OWN_WAY,
                "I hold the wall",
                "Tom",
                "2026-12-01",
                "2026-12-02",
                "2026-11-20",
                1,
                "partly",
                (Photo("after-step", "d" * 64, 300, 400, "The new rail"),),
            ),
            "BTH01": StepChoice("BTH01"),
        },
        own_steps=(OwnStep("1", "Fix the gate <b>", 2), OwnStep("3", "Ask Zoë")),
        helpers=(Helper("Tom", "son"), Helper("Ada")),
        consent=Consent(look=True, photos=True, share=True, who="Zoë", on="2026-11-20"),
        visit=_visit(),
        signed=(SignedVersion("f" * 64, _visit().signatures, 3, 2, "kept"),),
        extra={"from": {"other": ["program", 1.5, None]}},
    )


@pytest.fixture
def now() -> Callable[[], datetime]:
    """A clock that moves a second at every look."""
    seconds = count()
    start = datetime(2026, 11, 20, 10, tzinfo=UTC)
    return lambda: start + timedelta(seconds=next(seconds))


@pytest.fixture
def is_locked() -> bool:
    """Whether the store of a test is locked. A file that says both runs all its tests twice."""
    return False


@pytest.fixture(scope="session")
def locked_store(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, StoreKey]:
    """An empty locked store, made once, and its key. Trying its passphrase costs next to nothing."""
    folder = tmp_path_factory.mktemp("locked")
    Store.open(folder, lambda: datetime(2026, 11, 20, tzinfo=UTC)).close()
    keys, key = new_keys("a passphrase", "", Cost(64, 1, 1))
    lock_store(folder, keys, key)
    return folder, key


@pytest.fixture
def opened(
    tmp_path: Path,
    now: Callable[[], datetime],
    is_locked: bool,
    locked_store: tuple[Path, StoreKey],
) -> Iterator[Callable[[], Store]]:
    """Open the store in the test's folder, closing the one opened before."""
    stores: list[Store] = []
    if is_locked:
        shutil.copytree(locked_store[0], tmp_path / "data")
        keep(locked_store[1])

    def reopen() -> Store:
        for store in stores:
            store.close()
        stores.append(Store.open(tmp_path / "data", now))
        return stores[-1]

    yield reopen
    for store in stores:
        store.close()


@pytest.fixture
def store(opened: Callable[[], Store]) -> Store:
    """An empty store."""
    return opened()


@pytest.fixture
def answered() -> Callable[..., Case]:
    """Return a case whose latest walk has one more answer."""

    def answer(case: Case, check: str, word: str, room: str | None = None, **more: Any) -> Case:
        walk = case.assessment
        assert walk is not None
        finding = Finding(check, Answer(word), room, **more)
        return case.with_assessment(walk.with_finding(finding))

    return answer


@pytest.fixture
def settled() -> Callable[[Case | None], Case]:
    """Return a case without its time of saving, to compare what it says."""

    def without_time(case: Case | None) -> Case:
        assert case is not None
        return replace(case, updated="")

    return without_time
