"""Lost height: its boundaries in both units."""

import pytest

from falls_app.domain.screening.height import Loss, height_lost

LITTLE, SOME, LOT = Loss.LITTLE, Loss.SOME, Loss.LOT


@pytest.mark.parametrize(
    ("lost", "found"),
    [
        (-1.0, LITTLE), (0.0, LITTLE), (1.9, LITTLE), (2.0, SOME), (3.9, SOME), (4.0, LOT),
        (9.0, LOT),
    ],
)  # fmt: skip
@pytest.mark.parametrize("tallest", [165.2, 170.0, 181.3])
def test_loss_since_the_tallest_height_in_centimeters(
    tallest: float, lost: float, found: Loss
) -> None:
    assert height_lost(tallest - lost, tallest=tallest) is found


@pytest.mark.parametrize(("lost", "found"), [(0.75, LITTLE), (0.8, SOME), (1.25, SOME), (1.5, LOT)])
def test_one_and_a_half_inches_are_a_lot(lost: float, found: Loss) -> None:
    assert height_lost(64.0 - lost, tallest=64.0, unit="in") is found


@pytest.mark.parametrize(("lost", "found"), [(1.9, LITTLE), (2.0, LOT), (3.9, LOT)])
def test_two_centimeters_since_the_last_reading_are_a_lot(lost: float, found: Loss) -> None:
    assert height_lost(160.0 - lost, last=160.0) is found


def test_the_graver_of_two_losses_counts() -> None:
    assert height_lost(158.0, tallest=159.0, last=160.0) is LOT
    assert height_lost(157.0, tallest=160.0, last=157.5) is SOME


def test_with_nothing_to_compare_there_is_no_loss() -> None:
    assert height_lost(160.0) is None
