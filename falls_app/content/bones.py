"""The questions about bones and balance, and the red flags."""

from functools import cache

from falls_app import paths
from falls_app.content.reading import build, read_tables, read_toml
from falls_app.domain.screening.bone_check import BoneCheck, BoneQuestion
from falls_app.domain.screening.red_flags import RedFlags


@cache
def load_bone_check() -> BoneCheck:
    """Return the questions in the order in which they are asked."""
    file = paths.resources() / "bones" / "questions.toml"
    (tables,) = read_tables(file, "question")
    return BoneCheck(
        tuple(build(BoneQuestion, each, file, each.get("id", "question")) for each in tables)
    )


@cache
def load_red_flags() -> RedFlags:
    """Return the two-day question, its page and the texts that papers repeat."""
    file = paths.resources() / "bones" / "red_flags.toml"
    return build(RedFlags, read_toml(file), file, "red flags")
