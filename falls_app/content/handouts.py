"""The handouts, one file each."""

import re
from functools import cache
from pathlib import Path

from falls_app import paths
from falls_app.content.reading import ContentError, build, read_toml
from falls_app.domain.handout import Handout
from falls_app.errors import UserError


@cache
def load_handouts() -> tuple[Handout, ...]:
    """Return all handouts: H1 to H16, then HH1 to HH10."""
    files = (paths.resources() / "handouts").glob("*.toml")
    return tuple(_load(file) for file in sorted(files, key=_place))


def load_handout(handout_id: str) -> Handout:
    """Return a handout. UserError if there is none of this id."""
    handouts = {each.id: each for each in load_handouts()}
    if handout_id not in handouts:
        known = ", ".join(handouts)
        raise UserError(f"There is no handout “{handout_id}”.", f"Choose one of: {known}.")
    return handouts[handout_id]


def _load(file: Path) -> Handout:
    handout = build(Handout, read_toml(file), file, file.stem)
    if handout.id != file.stem:
        raise ContentError(file, handout.id, "the id is not the name of the file")
    return handout


def _place(file: Path) -> tuple[str, int]:
    letters, number = re.fullmatch(r"(\D*)(\d*).*", file.stem).groups()  # type: ignore[union-attr]
    return letters, int(number or 0)
