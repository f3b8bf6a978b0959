"""The register of reviews: every public text has a line, and a changed text loses its review."""

from datetime import date

import pytest

from falls_app.content.reviews import TextReview, load_reviews, reviewers
from tests import reviews

DONE = TextReview("2026-11-20", "abc", "Ada Lin, GP", "2027-01-15")
OPEN = TextReview("2026-11-20", "def")


def test_every_text_has_its_line_and_none_has_changed_since() -> None:
    now = {text: reviews.mark(content) for text, content in reviews.texts()}
    kept = {text: each.words for text, each in load_reviews().items()}

    assert kept == now, "run: python -m tests.reviews"


def test_a_review_has_a_name_and_a_day_not_before_the_last_change() -> None:
    for text, each in load_reviews().items():
        assert bool(each.by) == bool(each.on), text
        assert date.fromisoformat(each.changed) <= date.fromisoformat(each.on or each.changed), text


def test_a_text_that_changed_loses_its_review_and_the_others_keep_theirs() -> None:
    text, other = (text for text, _content in list(reviews.texts())[:2])
    words = {name: reviews.mark(content) for name, content in reviews.texts()}
    register = {
        text: TextReview("2026-01-01", "as it was", "Ada", "2026-02-01"),
        other: TextReview("2026-01-01", words[other], "Ada", "2026-02-01"),
        "check:GONE": DONE,
    }

    fresh = reviews.brought_up_to_date(register, "2027-03-01")

    assert fresh[text] == TextReview("2027-03-01", words[text])
    assert fresh[other] == register[other]
    assert "check:GONE" not in fresh


def test_a_clinician_reviews_one_text_or_all_of_a_kind() -> None:
    register = {"check:STR01": OPEN, "check:STR010": OPEN, "handout:H1": OPEN}

    one = reviews.reviewed(register, ["check:STR01"], "Ada", "2027-03-01")
    kind = reviews.reviewed(register, ["check"], "Ada", "2027-03-01")

    assert [each.by for each in one.values()] == ["Ada", "", ""]
    assert [each.by for each in kind.values()] == ["Ada", "Ada", ""]
    with pytest.raises(KeyError):
        reviews.reviewed(register, ["check:STR99"], "Ada", "2027-03-01")


def test_texts_count_as_reviewed_only_when_all_of_them_are() -> None:
    register = {"handout:H1": DONE, "handout:H10": OPEN}

    assert reviewers(register, "handout:H1") is not None
    assert reviewers(register, "handout") is None
    assert reviewers(register) is None
    assert reviewers(register, "check") is None


def test_what_is_written_reads_back() -> None:
    assert reviews.written(load_reviews()).splitlines()[2:] != []
    assert reviews.REGISTER.read_text("utf-8") == reviews.written(load_reviews())
