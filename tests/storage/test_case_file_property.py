"""A broken case file is refused; it never breaks the program."""

import contextlib
import copy
import json
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from falls_app.domain.assessment import Case
from falls_app.domain.checklist import Checklist
from falls_app.storage.case_file import CaseFileError, read_case, write_case

junk = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(),
    st.floats(allow_nan=False),
    st.text(st.characters(exclude_categories=["Cs"]), max_size=5),
    st.sampled_from(["hall", "bath", "STR01", "STR02", "safe", "2026-02-30", "", [], {}, [{}]]),
)


def _places(value: Any) -> list[tuple[Any, Any]]:
    """Return every (container, key) inside a JSON value."""
    keys = range(len(value)) if isinstance(value, list) else list(value)
    inner = [place for key in keys if isinstance(value[key], dict | list)
             for place in _places(value[key])]  # fmt: skip
    return [*((value, key) for key in keys), *inner]


@settings(deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_any_value_in_any_place_is_read_or_refused(
    data: st.DataObject, full_case: Case, checklist: Checklist
) -> None:
    form = copy.deepcopy(json.loads(write_case(full_case)))
    for _ in range(data.draw(st.integers(1, 2))):
        container, key = data.draw(st.sampled_from(_places(form)))
        container[key] = data.draw(junk)

    with contextlib.suppress(CaseFileError):
        case = read_case(json.dumps(form), checklist)
        assert read_case(write_case(case), checklist) == case


@given(text=st.one_of(st.text(max_size=20), st.binary(max_size=20)))
def test_any_text_that_is_no_case_is_refused(text: str | bytes) -> None:
    with contextlib.suppress(CaseFileError):
        assert not read_case(text, Checklist("1", ()))
