"""The checks, read from one file an area."""

from functools import cache

from falls_app import paths
from falls_app.content.reading import ContentError, build, read_tables, read_toml
from falls_app.content.sources import content_version
from falls_app.domain.checklist import AREAS, Check, Checklist


@cache
def load_checklist() -> Checklist:
    """Return all checks in walking order. ContentError names the file, the block and the rule."""
    checks: list[Check] = []
    for file in sorted((paths.resources() / "checks").glob("*.toml")):
        for table in read_tables(file, "check")[0]:
            block = str(table.get("id", "a check without an id"))
            check = build(Check, table, file, block)
            if check.area not in AREAS:
                raise ContentError(file, block, f"there is no area “{check.area}”")
            if any(check.id == other.id for other in checks):
                raise ContentError(file, block, "two checks have this id")
            checks.append(check)
    return Checklist(content_version(), tuple(checks))


@cache
def load_rows() -> dict[str, str]:
    """Return every row of the master list with the id of the check that settles it."""
    return read_toml(paths.resources() / "rows.toml")
