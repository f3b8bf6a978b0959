"""The person: traits, and what they add."""

import pytest

from falls_app.domain.person import TRAITS, Person
from tests.domain.making import person
from tests.domain.reference import BONUS, INJURY


@pytest.mark.parametrize("trait", sorted(TRAITS))
def test_a_trait_adds_what_the_specification_says(trait: str) -> None:
    expected = {
        tag: float(bonus) for bonus, tags in BONUS.get(trait, {}).items() for tag in tags.split()
    }

    assert dict(TRAITS[trait].bonus) == expected
    assert dict(TRAITS[trait].injury) == {
        severity: float(factor) for severity, factor in INJURY.get(trait, {}).items()
    }


def test_the_traits_are_those_of_the_specification() -> None:
    assert set(TRAITS) == set(BONUS) | set(INJURY)
    assert all(key == trait.id for key, trait in TRAITS.items())


def test_a_broken_bone_in_the_spine_also_counts_as_osteoporosis() -> None:
    assert person("spine_fracture").all_traits == {"spine_fracture", "osteoporosis"}
    assert person("weak_legs").all_traits == {"weak_legs"}


def test_nobody_has_traits_from_the_start() -> None:
    assert (Person().all_traits, Person().fall_last_year, Person().age) == (frozenset(), None, None)
