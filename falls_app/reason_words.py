"""Why a step has its rank, a place its sign, the home its number: what the domain knows, in words.

Source of every rule named here: scoring specification.
"""

from collections.abc import Iterable, Sequence

from falls_app.case_view import CaseView
from falls_app.content.places import load_places
from falls_app.domain.asking import Asked
from falls_app.domain.assessment import Decision
from falls_app.domain.checklist import CRITICAL, HELP_AREA, MAJOR, Answer, Check
from falls_app.domain.home import Room, Use
from falls_app.domain.overview import BONES, WHOLE, PlaceMark, checks_at, open_at
from falls_app.domain.person import TRAITS
from falls_app.domain.ranking import Ranked, Rule, Tier
from falls_app.domain.scoring import AREA_WEIGHTS, Gate, GateKind, weakest_areas
from falls_app.domain.step import Step
from falls_app.i18n import _, content, ngettext
from falls_app.words import answer_words, band_words, habit_words, quoted, reasons

Lines = tuple[str, ...]

BETWEEN = "\u00a0· "
"""Stands between things in a line: their own words have commas."""

MOST_NAMED = 6
"""Checks that are named in one line; the rest are counted."""


def lowered(words: str) -> str:
    """Return words as they stand inside a sentence; short forms such as "TV" stay as they are."""
    return words if words[:2].isupper() else words[:1].lower() + words[1:]


def named_checks(view: CaseView, checks: Iterable[Check], most: int = MOST_NAMED) -> str:
    """Return the names of the first ``most`` checks in one line, and how many more there are."""
    named = {check.id: lowered(view.say(check.short)) for check in checks}
    names, rest = [*named.values()][:most], len(named) - most
    more = " " + ngettext("and {n} more", "and {n} more", rest).format(n=rest) if rest > 0 else ""
    return BETWEEN.join(names) + more


# ---------------------------------------------------------------------- a step


def step_reasons(view: CaseView, step: Step) -> Lines:
    """Return why a step has its rank, one sentence or two a line."""
    if step.is_done:
        return (_("This is done. Done steps stand at the end."),)
    if step.own is not None:
        lines = [_("It was written here by hand. It stands after what is to fix first.")]
    elif step.question is not None:
        lines = _bone_reasons(step)
    else:
        lines = _home_reasons(view, step)
    if habits := habit_words(step):
        lines.append(_("Everyday habits that speak for it: {habits}.").format(habits=habits))
    if step.decision is Decision.LATER:
        lines.append(view.about(_("{Name} chose: later. So it is not among the first five.")))
    return tuple(lines)


def _bone_reasons(step: Step) -> list[str]:
    lines = [_("It comes from the answers about bones and balance.")]
    if step.is_for_today:
        lines.append(_("It is for today, so it stands in front of all else."))
    elif step.tier is Tier.NOW:
        lines.append(_("The answer is a sign to act on soon, so it comes first."))
    elif step.tier is Tier.SOON:
        lines.append(_("The answer is one to act on. It comes after what is to fix first."))
    else:
        lines.append(_("The answer is worth a talk. It can wait for what comes before it."))
    return lines


def _home_reasons(view: CaseView, step: Step) -> list[str]:
    first = step.found[0]
    lines = [_seen(view, step), _weight_words(first.check)]
    if room := first.asked.room:
        lines += _use_words(room, several=len(step.found) > 1)
    lines += _person_words(view, first)
    lines.append(_tier_words(first))
    return lines


def _seen(view: CaseView, step: Step) -> str:
    """Return what was answered, and where."""
    said: dict[Answer, list[str]] = {}
    for each in step.found:
        if each.asked.finding is not None:
            room = view.place_name(each.asked.room.id if each.asked.room else WHOLE)
            said.setdefault(each.asked.finding.answer, []).append(room)
    parts = []
    for answer, rooms in said.items():
        words = quoted(view.about(answer_words(step.found[0].check, answer)))
        parts.append(_("{rooms}: {answer}.").format(rooms=", ".join(rooms), answer=words))
        if answer is Answer.PARTLY:
            parts.append(_("Part of it is good, so it counts half."))
    return " ".join(parts)


def _weight_words(check: Check) -> str:
    """Return how badly and how often it can end, and what it counts for that."""
    hurt = {
        3: _("It can hurt badly."),
        2: _("It can hurt."),
        1: _("It seldom hurts much."),
    }[check.severity]
    often = {
        3: _("It leads to slips and falls often."),
        2: _("It leads to slips and falls now and then."),
        1: _("It leads to slips and falls seldom."),
    }[check.likelihood]
    if check.area == HELP_AREA:
        hurt = {
            3: _("Without it, a fall can end badly."),
            2: _("Without it, a fall is harder to get over."),
            1: _("It is a small help after a fall."),
        }[check.severity]
        often = {
            3: _("It is needed often."),
            2: _("It is needed now and then."),
            1: _("It is needed seldom."),
        }[check.likelihood]
    counts = {
        CRITICAL: _("So it is among the checks that count most."),
        MAJOR: _("So it counts a lot."),
        2: _("So it counts some."),
        1: _("So it counts a little."),
    }[check.weight]
    return " ".join((often, hurt, counts))


def _use_words(room: Room, *, several: bool) -> list[str]:
    lines = []
    if several:
        lines.append(_("The room where it counts most is {room}.").format(room=room.name))
    if room.use is not Use.DAILY:
        lines.append(_used(room))
    return lines


def _used(room: Room) -> str:
    words = {
        Use.WEEKLY: _("{room} is used every week, not every day. So it counts half."),
        Use.RARELY: _("{room} is used rarely. So it counts little."),
    }[room.use]
    return words.format(room=room.name)


def _person_words(view: CaseView, first: Ranked) -> list[str]:
    named = reasons(first.pull.because)
    if not named:
        return []
    lines = [view.about(_("For {name} it counts more, because of: {reasons}."), reasons=named)]
    if first.pull.is_capped:
        lines.append(_("No check can count more than that."))
    return lines


def _tier_words(first: Ranked) -> str:
    if first.rule is Rule.MEMORY:
        return _("With memory trouble, this always comes first.")
    words = {
        Tier.NOW: _("That makes it one to fix first."),
        Tier.SOON: _("It comes soon, after what is to fix first."),
        Tier.LATER: _("It can wait until the others are done."),
    }[first.tier]
    fell = _("After a fall in the past year, steps come sooner.")
    return f"{fell} {words}" if first.rule is Rule.FELL else words


# ---------------------------------------------------------------------- a place


def place_reasons(view: CaseView, place: str) -> Lines:
    """Return why a place wears its sign."""
    mark = view.marks[place]
    if place == BONES:
        return _bones_reasons(mark)
    lines = [_sign_words(mark)]
    found = open_at(place, view.score.ranked)
    urgent = [each.check for each in found if each.tier is Tier.NOW]
    others = [each.check for each in found if each.tier is not Tier.NOW]
    if urgent:
        lines.append(_("**Fix first:** {checks}").format(checks=named_checks(view, urgent)))
    if others:
        lines.append(_("**Then:** {checks}").format(checks=named_checks(view, others)))
    here = checks_at(place, view.score.places)
    lines += _missing_here(view, here)
    if place != WHOLE and any(each.asked.room is None for each in found):
        lines.append(_("Some of it was asked for the whole home and seen here."))
    room = view.case.home.room(place)
    if room is not None:
        if room.use is not Use.DAILY:
            lines.append(_used(room))
        lines += _area_weight(room.area)
    return tuple(lines)


def room_number(view: CaseView, place: str) -> Lines:
    """Return the number of the rooms of a kind, for professionals; nothing while it is not clear.

    The whole house is made of many parts and has none of its own.
    """
    room = view.case.home.room(place)
    alike = [each for each in view.score.places if room and each.check.area == room.area]
    if room is None or not alike or not all(each.is_known for each in alike):
        return ()
    area = view.score.areas[room.area]
    number = area.fit if view.region.person_score and area.fit is not None else area.home
    words = _("**Number:** rooms of this kind together have {n} out of 100.")
    return (words.format(n=int(number + 0.5)),)


def _bones_reasons(mark: PlaceMark) -> Lines:
    lines = [_("This part is no part of the home score.")]
    if mark.number:
        count = ngettext(
            "{n} answer is worth a step or a talk.", "{n} answers are worth a step or a talk.",
            mark.number,
        )  # fmt: skip
        lines.insert(0, count)
    if mark.state == "fix":
        lines.insert(1, _("At least one is to act on first."))
    return tuple(lines)


def _sign_words(mark: PlaceMark) -> str:
    return {
        "fix": _("A diamond: at least one thing here is to fix first."),
        "some": _("A square: there is something to fix, and none of it comes first."),
        "ok": _("A green circle: nothing here is to fix."),
        "part": _("A part ring: some checks here have no clear answer yet."),
        "none": _("A dashed ring: nobody has looked here yet."),
    }[mark.state]


def _missing_here(view: CaseView, here: Sequence[Asked]) -> list[str]:
    unknown = [each.check for each in here if not each.is_known]
    if not unknown or len(unknown) == len(here):
        return []
    return [_("**Not clear yet, so counted as open:** {checks}").format(
        checks=named_checks(view, unknown)
    )]  # fmt: skip


def _area_weight(area: str) -> list[str]:
    weight = AREA_WEIGHTS.get(area, 1)
    if weight == 3:
        return [_("Rooms of this kind count three times in the home score.")]
    return [_("Rooms of this kind count twice in the home score.")] if weight == 2 else []


# ---------------------------------------------------------------------- the home


def score_reasons(view: CaseView) -> Lines:
    """Return why the home has its number and its band, and how far they can still move."""
    score = view.score
    if score.band is None or score.earned is None:
        return (_("Too few answers are in yet to give a fair number."),)
    lines = []
    if weakest := weakest_areas(score, person_score=view.region.person_score):
        names = BETWEEN.join(content(load_places().areas[area].lower) for area in weakest)
        lines.append(_("**Most to gain:** {places}").format(places=names))
    lines += _person_in_score(view)
    lines += [_gate_words(view, gate) for gate in score.gates]
    if score.gates:
        held = _("While that is so, it is “{band}” at most. All answers together give “{other}”.")
        lines.append(held.format(band=band_words(score.band), other=band_words(score.earned)))
    else:
        lines.append(_("The answers alone give “{band}”. Nothing holds it lower.").format(
            band=band_words(score.band)
        ))  # fmt: skip
    if any(each.check.id not in score.held_by for gate in score.gates for each in gate.checks):
        lines.append(view.about(_("What {name} said no to stays in the number.")))
    return (*lines, *_range_reasons(view))


def _person_in_score(view: CaseView) -> list[str]:
    traits = view.case.person.all_traits
    if not (traits and view.region.person_score):
        return []
    named = reasons(trait for trait in TRAITS if trait in traits)
    return [view.about(_("Some checks count more for {name}, because of: {reasons}."),
                       reasons=named)]  # fmt: skip


def _gate_words(view: CaseView, gate: Gate) -> str:
    """Return what holds the band. Names of what the person turned down are left out."""
    number = len({each.check.id for each in gate.checks})
    words = {
        GateKind.CRITICAL: ngettext(
            "{n} check that counts most is open.", "{n} checks that count most are open.", number
        ),
        GateKind.MAJOR: ngettext(
            "{n} check that counts a lot is open.", "{n} checks that count a lot are open.", number
        ),
        GateKind.STRONG: ngettext(
            "{n} open check counts even more for {name}.",
            "{n} open checks count even more for {name}.",
            number,
        ),
    }[gate.kind]
    held = view.score.held_by
    names = named_checks(view, (each.check for each in gate.checks if each.check.id in held))
    words = view.about(words, n=str(number))
    return f"{words} {names[:1].upper()}{names[1:]}." if names else words


def _range_reasons(view: CaseView) -> list[str]:
    score = view.score
    missing = [each for each in score.places if not each.is_known and each.check.area != HELP_AREA]
    if not missing:
        return []
    lines = []
    ends = score.open_range(person_score=view.region.person_score)
    count = ngettext("{n} answer is not clear yet.", "{n} answers are not clear yet.", len(missing))
    if ends:
        between = _("If all turn out good, the number is {high}. If none do, it stays {low}.")
        lines.append(f"{count} {between.format(low=ends[0], high=ends[1])}")
    else:
        lines.append(count + " " + _("Each counts as open until somebody looks."))
    weighty = [each.check for each in missing if each.check.is_critical]
    if weighty:
        lines.append(
            _("**Look at these first:** {names}").format(names=named_checks(view, weighty))
        )
    return lines
