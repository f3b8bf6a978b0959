"""What to buy for the plan, by where it is bought."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from falls_app.domain.job import is_trade_work
from falls_app.domain.step import Step

TRADE = "trade"
"""The id of the group of things that a handyperson or trade may bring."""


@dataclass(frozen=True, slots=True)
class Shop:
    """A kind of shop, and the ``things`` of the shopping list that it has.

    Those that are ``sized`` fit only if somebody measures, or counts, first.
    """

    id: str
    name: str
    things: tuple[str, ...]
    sized: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Purchase:
    """A thing to buy and the steps that it is for; the first one wants it soonest."""

    thing: str
    steps: tuple[Step, ...]


def purchases(steps: Iterable[Step], shops: Sequence[Shop]) -> dict[str, tuple[Purchase, ...]]:
    """Return what to buy by the id of its shop, in the order of the shops, each thing once.

    Only for steps that are to be done as advised. What trades fit stands last, under ``TRADE``.
    """
    wanted: dict[str, list[Step]] = {}
    for step in steps:
        if step.fix and step.is_active and not step.is_own_way:
            for thing in step.fix.buy:
                wanted.setdefault(thing, []).append(step)
    shop_of = {thing: shop.id for shop in shops for thing in shop.things}
    groups: dict[str, list[Purchase]] = {shop: [] for shop in (*(s.id for s in shops), TRADE)}
    for thing, for_steps in wanted.items():
        is_for_trade = all(each.fix and is_trade_work(each.fix) for each in for_steps)
        place = TRADE if is_for_trade else shop_of[thing]
        groups[place].append(Purchase(thing, tuple(for_steps)))
    return {shop: tuple(found) for shop, found in groups.items() if found}
