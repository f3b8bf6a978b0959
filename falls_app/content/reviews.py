"""Who reviewed each public text as a clinician, and when the text last changed."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from falls_app import paths
from falls_app.content.reading import build, read_toml


@dataclass(frozen=True, slots=True)
class TextReview:
    """One text. ``words`` marks how it read; ``by`` and ``on`` are "" while nobody reviewed it.

    ``changed`` and ``on`` are ISO dates. A text that changes loses its review.
    """

    changed: str
    words: str
    by: str = ""
    on: str = ""


@dataclass(frozen=True, slots=True)
class Reviewers:
    """Who reviewed all texts of a kind, and the ISO date of the latest review."""

    names: tuple[str, ...]
    on: str


@cache
def load_reviews() -> Mapping[str, TextReview]:
    """Return the review of every text by its id, such as "check:STR01" or "handout:H6"."""
    file = paths.resources() / "reviews.toml"
    return {text: build(TextReview, table, file, text) for text, table in read_toml(file).items()}


def reviewers(reviews: Mapping[str, TextReview], text: str = "") -> Reviewers | None:
    """Return who reviewed the texts whose id is ``text`` or begins with it and a colon.

    All texts if ``text`` is "". None while one of them waits for a review.
    """
    found = [
        each for key, each in reviews.items() if f"{key}:".startswith(f"{text}:" if text else "")
    ]
    if not found or not all(each.by for each in found):
        return None
    return Reviewers(
        tuple(dict.fromkeys(each.by for each in found)), max(each.on for each in found)
    )
