"""What handypersons and trades need for each fix that they do."""

from functools import cache
from pathlib import Path
from typing import Any, TypeVar

from falls_app import paths
from falls_app.content.checks import load_checklist
from falls_app.content.reading import ContentError, build, read_tables
from falls_app.domain.checklist import Checklist
from falls_app.domain.job import Base, Before, Job, JobBook, SketchWords, measure_named

T = TypeVar("T", Before, Base, SketchWords, Job)


@cache
def load_jobs() -> JobBook:
    """Return all jobs. ContentError names the block and the rule it breaks."""
    return read_jobs(paths.resources() / "jobs.toml", load_checklist())


def read_jobs(file: Path, checklist: Checklist) -> JobBook:
    """Return the jobs of a file, each id in it known and each fix in one job at most."""
    before, bases, sketches, jobs = read_tables(file, "before", "base", "sketch", "job")
    book = JobBook(
        tuple(_by_id(Job, jobs, file).values()),
        _by_id(Base, bases, file),
        _by_id(SketchWords, sketches, file),
        _by_id(Before, before, file),
    )
    for base in book.bases.values():
        _known(base.before, book.before, file, base.id)
    settled: set[str] = set()
    for job in book.jobs:
        _known((job.base,), book.bases, file, job.id)
        drawn = tuple(name for name in (job.sketch, job.no_tub) if name)
        _known(drawn, book.sketches, file, job.id)
        _known(job.settles, _fixes(checklist), file, job.id)
        if twice := settled.intersection(job.settles):
            raise ContentError(file, job.id, f"another job settles “{min(twice)}” too")
        settled.update(job.settles)
        _measures_known(job, checklist, file)
    return book


def _by_id(kind: type[T], tables: list[dict[str, Any]], file: Path) -> dict[str, T]:
    found: dict[str, T] = {}
    for table in tables:
        block = str(table.get("id", "a block without an id"))
        each = build(kind, table, file, block)
        if each.id in found:
            raise ContentError(file, block, "two blocks have this id")
        found[each.id] = each
    return found


def _fixes(checklist: Checklist) -> frozenset[str]:
    return frozenset(
        f"{check.id}.{place}" for check in checklist for place in range(len(check.fixes))
    )


def _known(names: tuple[str, ...], known: Any, file: Path, block: str) -> None:
    for name in names:
        if name not in known:
            raise ContentError(file, block, f"there is no “{name}”")


def _measures_known(job: Job, checklist: Checklist, file: Path) -> None:
    for size in job.sizes:
        for name in (size.of, size.else_of):
            try:
                if name:
                    measure_named(checklist, name)
            except ValueError as error:
                raise ContentError(file, f"{job.id}.{size.id}", str(error)) from error
