"""What a handyperson or trade needs for a fix: what it is fixed to, sizes, how, what not to do."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property

from falls_app.domain.assessment import Assessment, Decision, Finding
from falls_app.domain.checklist import Checklist, Fix, Measure
from falls_app.domain.home import Home
from falls_app.domain.plan import Plan
from falls_app.domain.step import Step
from falls_app.domain.visit import BodySize

TRADES = frozenset({"handyperson", "electrician", "plumber", "builder"})
"""Who works from a work order."""


@dataclass(frozen=True, slots=True)
class Before:
    """One thing to look at before work begins; ``regions`` are ids, all if there are none.

    ``home``: it holds for all work in this home, and is said once.
    """

    id: str
    do: str
    sources: tuple[str, ...]
    regions: tuple[str, ...] = ()
    home: bool = False


@dataclass(frozen=True, slots=True)
class Base:
    """What something is fixed to: its ``kinds`` to tick, and ids of what to look at first."""

    id: str
    kinds: tuple[str, ...] = ()
    before: tuple[str, ...] = ()
    fixing: tuple[str, ...] = ()
    never: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class SketchWords:
    """What a sketch shows, for who cannot see it, and where its sizes are taken from."""

    id: str
    datum: str
    alt: str


@dataclass(frozen=True, slots=True)
class JobSize:
    """A size to work to. ``id`` names it in the sketch.

    ``of`` is a measure of a check ("STR01.rail-height"): its aim counts, unless ``add`` (lowest
    and highest, in its unit) or ``times`` make the size from what was measured; ``else_of`` is
    the aim while nothing was. ``measured``: it is only told, never aimed at. Without ``of``,
    ``aim`` maps a region to (lowest, highest) in millimeters; ``checked`` False prints "about".
    ``match``: a good size that is there already is the one to work to, as for a second rail.
    """

    id: str
    label: str
    of: str = ""
    else_of: str = ""
    aim: Mapping[str, tuple[float, float]] = field(default_factory=dict)
    add: tuple[float, ...] = ()
    times: float = 0
    measured: bool = False
    match: bool = False
    checked: bool = False
    sources: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Job:
    """One kind of work. ``settles`` names fixes: "STR01.2" is the third one of that check.

    ``sketch`` is "" where a drawing adds nothing, ``no_tub`` the one for a home that has no tub;
    ``show`` says how the person shows the place, ``pull`` that it is tested by pulling at it.
    """

    id: str
    settles: tuple[str, ...]
    base: str
    sketch: str = ""
    no_tub: str = ""
    show: str = ""
    sizes: tuple[JobSize, ...] = ()
    fixing: tuple[str, ...] = ()
    never: tuple[str, ...] = ()
    pull: bool = False
    sources: tuple[str, ...] = ()


@dataclass(frozen=True)
class JobBook:
    """All jobs, with what they share."""

    jobs: tuple[Job, ...]
    bases: Mapping[str, Base]
    sketches: Mapping[str, SketchWords]
    before: Mapping[str, Before]

    @cached_property
    def by_fix(self) -> Mapping[str, Job]:
        """Jobs by the fixes that they settle."""
        return {fix: job for job in self.jobs for fix in job.settles}

    def job_of(self, step: Step) -> Job | None:
        """Return the job that does the fix of a step; None if nobody of a trade does it."""
        if step.check is None or step.fix is None:
            return None
        return self.by_fix.get(f"{step.check.id}.{step.check.fixes.index(step.fix)}")

    def before_work(self, job: Job, region: str) -> tuple[Before, ...]:
        """Return what to look at before this job begins, in this region."""
        return tuple(each for each in self._looks(job, region) if not each.home)

    def before_all(self, jobs: Iterable[Job], region: str) -> tuple[Before, ...]:
        """Return what to look at in this home before any of these jobs begins, each thing once."""
        looks = {each.id: each for job in jobs for each in self._looks(job, region) if each.home}
        return tuple(looks.values())

    def _looks(self, job: Job, region: str) -> Iterator[Before]:
        for name in self.bases[job.base].before:
            each = self.before[name]
            if not each.regions or region in each.regions:
                yield each


def is_trade_work(fix: Fix) -> bool:
    """Return whether a fix is done by a handyperson or trade, or drills."""
    return fix.drills or fix.who in TRADES


@dataclass(frozen=True, slots=True)
class Order:
    """One job at one place: the step, what was found there (one finding a room), the job.

    ``sketch`` is "" if nothing is drawn: the person's own way is drawn by nobody but them.
    """

    step: Step
    finding: Finding
    job: Job
    sketch: str = ""


def orders(plan: Plan, book: JobBook, home: Home) -> tuple[Order, ...]:
    """Return what is to be ordered, in plan order: a job for each room it was found in.

    Only steps that are agreed to or open: nothing done, turned down or put off. The person's own
    way counts while it is a trade's to do, what is tried first does not: nobody drills for that.
    """
    return tuple(
        Order(step, finding, job, _sketch(step, job, home))
        for step in plan.steps
        if step.is_active and _is_for_trade(step) and (job := book.job_of(step))
        for finding in step.findings
    )


def _sketch(step: Step, job: Job, home: Home) -> str:
    if step.is_own_way:
        return ""
    return job.sketch if home.features.get("tub", True) else job.no_tub or job.sketch


def _is_for_trade(step: Step) -> bool:
    if not step.is_own_way:
        return True
    return step.decision is Decision.OWN_WAY and bool(step.own_words) and step.who in TRADES


# ------------------------------------------------------------------ sizes

Measured = Callable[[str], float | None]
"""Gives what was measured of a measure ("STR01.rail-height"), None if nothing was."""


@dataclass(frozen=True, slots=True)
class Target:
    """What a size should be: from ``low`` to ``high`` in ``unit``, both None if nobody knows.

    ``exact`` is the size to work to if what was measured tells it, ``computed`` from it or as is.
    """

    unit: str
    low: float | None = None
    high: float | None = None
    exact: float | None = None
    checked: bool = False
    computed: bool = False


def target(size: JobSize, checklist: Checklist, sizes_like: str, measured: Measured) -> Target:
    """Return what a size of a job should be in a region, from its aim and what was measured."""
    found = measured(size.of) if size.of else None
    if not size.of:
        low, high = size.aim.get(sizes_like, (None, None))
        return Target("mm", low, high, checked=size.checked)
    unit = measure_named(checklist, size.of).unit
    if size.measured:
        return Target(unit, exact=found, checked=True)
    if size.times:
        return Target(unit, exact=None if found is None else found * size.times, computed=True)
    if size.add and found is not None:
        low, high = (found + more for more in size.add)
        return Target(unit, low, high, (low + high) / 2, computed=True)
    measure = measure_named(checklist, size.else_of or size.of)
    low_high = measure.aim.get(sizes_like)
    if low_high is None:
        return Target(unit)
    is_good = found is not None and low_high[0] <= found <= low_high[1]
    exact = found if size.match and is_good else None
    return Target(measure.unit, *low_high, exact, checked=measure.checked)


def measure_named(checklist: Checklist, name: str) -> Measure:
    """Return a measure by "check.measure". ValueError if there is none."""
    check, _dot, wanted = name.partition(".")
    for measure in checklist.get(check).measures:
        if measure.id == wanted:
            return measure
    raise ValueError(f"There is no measure “{name}”.")


def measured_near(
    walk: Assessment, room: str | None, body: Mapping[str, float] | None = None
) -> Measured:
    """Return what gives the sizes measured in a room; those of a body count from any room.

    ``body`` are the sizes of the body that a visit noted, by ``BodySize``.
    """

    def measured(name: str) -> float | None:
        check, _dot, wanted = name.partition(".")
        found = [
            finding.measures[wanted]
            for finding in sorted(walk.findings.values(), key=lambda each: each.room != room)
            if finding.check == check
            and wanted in finding.measures
            and (finding.room == room or wanted in BODY)
        ]
        return found[0] if found else (body or {}).get(BODY.get(wanted, ""))

    return measured


BODY = {"knee-height": BodySize.KNEE.value, "wrist-height": BodySize.WRIST.value, "aid-width": ""}
"""Measures of the person or an aid, which hold in every room; as which size a visit notes it."""
