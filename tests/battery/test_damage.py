"""A small share of the damaged stores, and whether they would find anything."""

import random

import pytest

from falls_app.storage import digest
from tests.battery import damage, locked, log_damage
from tests.battery.harm import KINDS


@pytest.mark.parametrize("number", range(len(KINDS)), ids=KINDS)
def test_damage_is_never_opened_as_if_it_were_the_home_and_what_it_left_is_saved(
    number: int,
) -> None:
    figures = damage.damaged(number)

    assert figures.wrong == []
    assert figures.untouched > 0
    assert figures.saved >= 0.99 * figures.untouched


def test_the_same_damage_is_found_when_nobody_looks_at_the_digest(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def letter(data: bytearray, _choices: random.Random) -> None:
        """Change a letter of every note: the file is sound, and says something else."""
        data[:] = bytes(data).replace(b"\xc3\xa9 bcd", b"\xc3\xa9 bcX")

    monkeypatch.setattr(damage, "KINDS", {"letter": letter})
    monkeypatch.setattr(digest, "is_sound", lambda *_words: True)

    figures = damage.damaged(0)

    assert any("changed and opened all the same" in each for each in figures.wrong)


def test_a_damaged_side_file_is_refused_and_a_cut_one_is_as_it_was_earlier() -> None:
    # A second round of numbers: the first harms the very last change, which looks like a cut.
    became = {kind: log_damage.outcome(number) for number, kind in enumerate(KINDS, len(KINDS))}

    assert became.pop("cut") == "older"
    assert set(became.values()) == {"refused"}


def test_a_few_damaged_locked_stores_are_never_taken_for_sound() -> None:
    with locked.turned_on():
        damage.truth.cache_clear()
        try:
            figures = [damage.damaged(number) for number in range(len(KINDS))]
        finally:
            damage.truth.cache_clear()

    assert all(each.wrong == [] for each in figures)
    assert all(each.noticed for each in figures)
    assert sum(each.saved for each in figures) == sum(each.untouched for each in figures)
