"""What may be ticked together in the question before all others."""

import pytest

from falls_app.domain.screening.two_days import NONE, NOT_SURE, toggled


@pytest.mark.parametrize(
    ("ticked", "pressed", "after"),
    [
        ((), "head", ("head",)),
        (("head",), "pain", ("head", "pain")),
        (("head", "pain"), "head", ("pain",)),
        ((NONE,), "head", ("head",)),
        ((NOT_SURE,), "head", ("head",)),
        (("head", "pain"), NONE, (NONE,)),
        (("head",), NOT_SURE, (NOT_SURE,)),
        ((NONE,), NOT_SURE, (NOT_SURE,)),
        ((NONE,), NONE, ()),
    ],
)
def test_none_and_not_sure_stand_alone(
    ticked: tuple[str, ...], pressed: str, after: tuple[str, ...]
) -> None:
    assert toggled(ticked, pressed) == after
