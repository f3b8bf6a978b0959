"""What a therapist adds to a case as plain JSON values, and back. What is empty is left out."""

import re
from collections.abc import Mapping

from falls_app.domain.evidence import Point
from falls_app.domain.visit import (
    Activity,
    BodySize,
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
from falls_app.storage.node import Node, one_of, quoted

Form = dict[str, object]

_TEXTS = (
    "letterhead", "begun", "ended", "present", "consent_words", "capacity_words", "conditions",
    "carers", "mobility", "own_words", "funding", "landlord", "safeguarding", "staff_safety",
    "photos_seen",
)  # fmt: skip
"""The fields of a visit that are a text."""

_LARGEST = 10_000.0
_PRINT = re.compile("[0-9a-f]{64}")


def read_visit(node: Node) -> Visit:
    """Return what a therapist noted; what is missing was not."""
    texts = {name: node.at(name).text("") for name in _TEXTS}
    return Visit(
        identity=_read_identity(node.at("identity")),
        referral=_read_referral(node.at("referral")),
        capacity=node.at("capacity").word(Capacity, Capacity.NOT_NOTED),
        transfers=_read_transfers(node.at("transfers")),
        sizes=_read_sizes(node.at("sizes")),
        equipment=_read_equipment(node.at("equipment")),
        not_seen=node.at("not_seen").words(),
        recipients=tuple(map(_read_recipient, node.at("recipients").entries())),
        shows_score=node.at("shows_score").flag(False),
        judged=_read_judged(node.at("judged")),
        edited=_read_edited(node.at("edited")),
        signatures=read_signatures(node.at("signatures")),
        **texts,
    )


def _read_identity(node: Node) -> Identity:
    return Identity(
        full_name=node.at("full_name").text(""),
        born=node.at("born").day_or_empty(),
        address=node.at("address").text(""),
        phone=node.at("phone").text(""),
        reference=node.at("reference").text(""),
        doctor=node.at("doctor").text(""),
    )


def _read_referral(node: Node) -> Referral:
    return Referral(
        by=node.at("by").text(""),
        on=node.at("on").day_or_empty(),
        reason=node.at("reason").text(""),
    )


def _read_transfers(node: Node) -> tuple[Transfer, ...]:
    visit = Visit()
    for entry in node.entries():
        support = entry.at("support")
        transfer = Transfer(
            what=entry.at("what").word(Activity),
            how=entry.at("how").text(""),
            support=support.word(Support) if support.is_known else None,
            aid=entry.at("aid").text(""),
        )
        if not visit.transfer(transfer.what).is_empty:
            raise entry.at("what").error(f"names {quoted(transfer.what)} a second time")
        visit = visit.with_transfer(transfer)
    return visit.transfers


def _read_sizes(node: Node) -> Mapping[str, float]:
    sizes = dict(node.numbers())
    for name, size in sizes.items():
        if name not in list(BodySize):
            raise node.error(f"{one_of(BodySize)}, not {quoted(name)}")
        if not 0 < size <= _LARGEST:
            raise node.at(name).error(f"must be above 0 and at most {_LARGEST:g}")
    return sizes


def _read_equipment(node: Node) -> tuple[Equipment, ...]:
    things: dict[str, Equipment] = {}
    for entry in node.entries():
        load = entry.at("load_kg")
        if load.is_known and not 0 < load.number() <= _LARGEST:
            raise load.error(f"must be above 0 and at most {_LARGEST:g}")
        thing = Equipment(
            id=entry.at("id").text(),
            name=entry.at("name").text(""),
            is_prescribed=entry.at("is_prescribed").flag(False),
            room=entry.at("room").text(""),
            load_kg=load.number() if load.is_known else None,
            note=entry.at("note").text(""),
        )
        if thing.id in things:
            raise entry.at("id").error(f"names {quoted(thing.id)} a second time")
        things[thing.id] = thing
    return tuple(things.values())


def _read_recipient(node: Node) -> Recipient:
    return Recipient(
        node.at("name").text(""), node.at("role").text(""), node.at("gets_all").flag(False)
    )


def _read_judged(node: Node) -> Mapping[str, Judgement]:
    return {
        step: Judgement(node.at(step).at("verdict").word(Verdict), node.at(step).at("mark").text())
        for step in node.mapping()
    }


def _read_edited(node: Node) -> Mapping[str, Edited]:
    return {
        name: Edited(node.at(name).at("words").text(), node.at(name).at("mark").text())
        for name in node.mapping()
    }


def read_signatures(node: Node) -> tuple[Signature, ...]:
    """Return the signatures, at most one of each signer."""
    found: dict[Signer, Signature] = {}
    for entry in node.entries():
        signature = _read_signature(entry)
        if signature.signer in found:
            raise entry.at("signer").error(f"names {quoted(signature.signer)} a second time")
        found[signature.signer] = signature
    return tuple(found.values())


def _read_signature(node: Node) -> Signature:
    return Signature(
        signer=node.at("signer").word(Signer),
        name=node.at("name").text(""),
        on=node.at("on").day_or_empty(),
        way=node.at("way").word(Way),
        at=node.at("at").text(""),
        registration=node.at("registration").text(""),
        strokes=tuple(
            tuple(_point(point) for point in stroke.entries())
            for stroke in node.at("strokes").entries()
        ),
    )


def _point(node: Node) -> Point:
    shares = [entry.number() for entry in node.entries()]
    if len(shares) != 2 or not all(0 <= share <= 1 for share in shares):
        raise node.error("must be two numbers from 0 to 1")
    return shares[0], shares[1]


def read_signed(node: Node) -> tuple[SignedVersion, ...]:
    """Return the versions that were signed, the oldest first."""
    return tuple(map(_read_version, node.entries()))


def _read_version(node: Node) -> SignedVersion:
    told = node.at("print")
    if not _PRINT.fullmatch(told.text()):
        raise told.error("must be a SHA-256 in 64 small hexadecimal figures")
    return SignedVersion(
        print=told.text(),
        signatures=read_signatures(node.at("signatures")),
        answers=node.at("answers").whole(0),
        photos=node.at("photos").whole(0),
        kept=node.at("kept").text(""),
    )


# ------------------------------------------------------------------ writing


def visit_form(visit: Visit) -> Form:
    """Return what a therapist noted as a case file has it."""
    said: Form = {name: getattr(visit, name) for name in _TEXTS}
    said |= {
        "identity": _said(_texts_of(visit.identity)),
        "referral": _said(_texts_of(visit.referral)),
        "capacity": visit.capacity.value,
        "transfers": [_said(_texts_of(each)) for each in visit.transfers],
        "sizes": dict(visit.sizes),
        "equipment": [_equipment_form(each) for each in visit.equipment],
        "not_seen": dict(visit.not_seen),
        "recipients": [_said(_texts_of(each)) for each in visit.recipients],
        "shows_score": visit.shows_score,
        "judged": {key: _texts_of(each) for key, each in visit.judged.items()},
        "edited": {key: _texts_of(each) for key, each in visit.edited.items()},
        "signatures": signatures_form(visit.signatures),
    }
    return _said(said)


def _equipment_form(thing: Equipment) -> Form:
    return {"id": thing.id, "name": thing.name, **_said(_texts_of(thing))}


def signatures_form(signatures: tuple[Signature, ...]) -> list[Form]:
    """Return signatures as a case file has them."""
    return [
        _said(_texts_of(each))
        | {"strokes": [[list(point) for point in stroke] for stroke in each.strokes]}
        for each in signatures
    ]


def signed_form(versions: tuple[SignedVersion, ...]) -> list[Form]:
    """Return the signed versions as a case file has them."""
    return [_texts_of(each) | {"signatures": signatures_form(each.signatures)} for each in versions]


def _texts_of(value: object) -> Form:
    names: tuple[str, ...] = value.__dataclass_fields__  # type: ignore[attr-defined]
    return {name: getattr(value, name) for name in names}


def _said(form: Form) -> Form:
    """Return a form without what is empty."""
    return {key: value for key, value in form.items() if value}
