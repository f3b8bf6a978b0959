"""Words that papers and windows share: who, where, what it costs, how it stands, decisions."""

from collections.abc import Callable, Iterable, Mapping

from falls_app.content.profile import load_traits
from falls_app.content.regions import Region
from falls_app.days import long_day
from falls_app.domain.assessment import Decision, StepChoice
from falls_app.domain.checklist import Answer, Check
from falls_app.domain.home import Home
from falls_app.domain.overview import BONES, WHOLE, PlaceMark
from falls_app.domain.person import Person, Say
from falls_app.domain.scoring import Band
from falls_app.domain.step import Step
from falls_app.i18n import About, _, content, ngettext

Saying = Callable[[str], str]
"""Fills names, pronouns and the emergency number into a text of the content."""


def band_words(band: Band) -> str:
    """Return how a band is called."""
    return {
        Band.A: _("Steady for now"),
        Band.B: _("Mostly steady"),
        Band.C: _("Some rooms need care"),
        Band.D: _("Big fixes first"),
    }[band]


def plan_title(person: Person) -> str:
    """Return whose plan it is: "Rosa’s plan", "Your plan", "The home plan"."""
    if person.say is Say.YOU:
        return _("Your plan")
    return _("{name}’s plan").format(name=person.name) if person.name else _("The home plan")


def papers_title(person: Person) -> str:
    """Return what several papers in one file are called: "Papers for Rosa"."""
    if person.say is Say.YOU:
        return _("Your papers")
    return _("Papers for {name}").format(name=person.name) if person.name else _("Home papers")


def page_title(person: Person) -> str:
    """Return whose own page it is: "Rosa’s page", "My page"."""
    if person.say is Say.YOU or not person.name:
        return _("My page")
    return _("{name}’s page").format(name=person.name)


# ------------------------------------------------------------------ who, what it costs, how long


def role_words(person: Person, region: Region, who: str) -> str:
    """Return who does a step: a role in words, a name as it is."""
    nobody = _("The person at home")
    roles = {
        "": nobody,
        "person": _("You") if person.say is Say.YOU else person.name or nobody,
        "family": _("Family or friends"),
        "shop": _("A shop"),
        "handyperson": _("A handyperson"),
        "electrician": _("An electrician"),
        "plumber": _("A plumber"),
        "builder": _("A builder"),
        "OT": _("An {ot}").format(ot=content(region.ot_words)),
        "doctor": _("The doctor"),
        "pharmacist": _("The pharmacist"),
        "optician": _("The eye doctor"),
        "podiatrist": _("The foot doctor"),
        "physio": _("A physio"),
        "landlord": _("The landlord"),
    }
    return roles.get(who, who)


def who_words(person: Person, region: Region, step: Step) -> str:
    """Return who does a step, and the clinician whom they ask: "Maria, with the pharmacist"."""
    who, asked = role_words(person, region, step.who), asked_words(region, step)
    return _("{who}, {asked}").format(who=who, asked=asked) if asked else who


def asked_words(region: Region, step: Step) -> str:
    """Return which clinician is asked: "with the pharmacist"; "" for none."""
    roles = {
        "OT": _("with an {ot}").format(ot=content(region.ot_words)),
        "doctor": _("with the doctor"),
        "pharmacist": _("with the pharmacist"),
        "optician": _("with the eye doctor"),
        "podiatrist": _("with the foot doctor"),
        "physio": _("with a physio"),
    }
    return roles.get(step.asked, "")


def owner_words(step: Step) -> str:
    """Return that the owner of a rented home is asked before this step; "" if not needed."""
    return _("Ask the owner first.") if step.asks_owner else ""


def price_words(region: Region, cost: int | None) -> str:
    """Return the price in words; "" for a step that is a question to somebody."""
    return "" if cost is None else content(region.prices[str(cost)])


def time_words(minutes: int) -> str:
    """Return how long the work takes: "10 min", "2 hours"."""
    if minutes < 60:
        return ngettext("{n} min", "{n} min", minutes)
    hours = minutes / 60
    if hours == int(hours):
        return ngettext("{n} hour", "{n} hours", int(hours))
    return _("{n} hours").format(n=f"{hours:.1f}")


def reasons(because: Iterable[str]) -> str:
    """Return what a step moved up because of: "a walking aid, being up at night"; or ""."""
    traits = load_traits()
    return ", ".join(
        _("a slip or fall here") if each == "near_miss" else content(traits[each].because)
        for each in because
        if each == "near_miss" or each in traits
    )


def habit_words(step: Step, *, on_paper: bool = False) -> str:
    """Return which everyday habits speak for a step too: "stiff windows, loads"; or "".

    Private ones are left out on paper.
    """
    topics = (content(each.topic) for each in step.habits if not (on_paper and each.private))
    return ", ".join(topic[:1].lower() + topic[1:] for topic in topics)


# ------------------------------------------------------------------ places


def place_name(home: Home, place_id: str) -> str:
    """Return the name of a room, of the whole house, or of bones and balance."""
    if place_id == WHOLE:
        return _("Whole home") if home.shape == "flat" else _("Whole house")
    if place_id == BONES:
        return _("Bones & balance")
    room = home.room(place_id)
    return room.name if room else ""


def room_words(home: Home, step: Step, most: int | None = None) -> str:
    """Return where a step is done; of more than ``most`` rooms only the first by its name."""
    if step.question is not None:
        return place_name(home, BONES)
    if step.own is not None:
        return _("Own step")
    names = [name for room in step.rooms if (name := place_name(home, room))]
    if most is None or len(names) <= max(1, most):
        return ", ".join(names) or place_name(home, WHOLE)
    more = len(names) - 1
    return ngettext("{room} and {n} more", "{room} and {n} more", more).format(room=names[0])


def mark_words(mark: PlaceMark, *, narrow: bool = False) -> str:
    """Return how a place stands; ``narrow`` says it in few words, for lists beside the map."""
    counted = ", ".join(_counted(mark))
    if narrow:
        return _progress_words(mark) or counted or _("All good")
    if mark.state == "part":
        looked = _("{n} of {all} looked at").format(n=mark.done, all=mark.total)
        return f"{looked}, {counted}" if counted else looked
    return counted or (_("good as is") if mark.state == "ok" else _("not looked at yet"))


def _progress_words(mark: PlaceMark) -> str:
    if not mark.total:
        return _("Not asked now")
    if mark.state == "none":
        return ngettext("{n} check", "{n} checks", mark.total)
    if mark.state == "part" and mark.done < mark.total:
        return _("{done} of {total}").format(done=mark.done, total=mark.total)
    return ""


def _counted(mark: PlaceMark) -> list[str]:
    words = []
    if mark.number and mark.id == BONES:  # nothing about a person is to fix
        words.append(ngettext("{n} to look at", "{n} to look at", mark.number))
    elif mark.number:
        words.append(ngettext("{n} to fix", "{n} to fix", mark.number))
    if mark.unsure:
        words.append(ngettext("{n} not sure", "{n} not sure", mark.unsure))
    return words


def answer_words(check: Check, answer: Answer) -> str:
    """Return an answer in the words of its check; placeholders are not filled."""
    plain = {
        Answer.NOT_SURE: _("Not sure"),
        Answer.NOT_HERE: _("None here"),
        Answer.NO_LONGER_USED: _("No longer used"),
    }
    said = check.answers.get(answer, "")
    return content(said) if said else plain.get(answer, answer.value)


# ------------------------------------------------------------------ what was decided


def wording(say: Saying, step: Step) -> tuple[str, str]:
    """Return (title, what to do) of a step as it was decided.

    Where the person chose an own way, or something to try first, it stands in the place of the
    advice: nothing orders what somebody turned down.
    """
    if not step.is_own_way:
        return (say(step.short), " ".join(say(each) for each in (step.do, *step.worse)))
    # The topic of a bone question may be private; its step is named neutrally.
    topic = say(step.check.short if step.check else step.short)
    return (topic, step.own_words or say(_("Done {names} own way.")))


def own_way_words(about: About, step: Step) -> str:
    """Return the person's own way as a line below the title; "" while the advice stands."""
    if not step.is_own_way:
        return ""
    way = about(_("{Names} way"))
    if not step.own_words:
        return way
    return _("{way}: {words}").format(way=way, words=quoted(step.own_words))


def quoted(words: str) -> str:
    """Return somebody's own words as a quotation, "" for none."""
    return _("“{words}”").format(words=words) if words else ""


def decision_names(about: About) -> Mapping[Decision, str]:
    """Return every decision as it is called, in the order in which they are offered."""
    return {
        Decision.AGREED: _("Agreed"),
        Decision.TRY_FIRST: _("Try first"),
        Decision.LATER: _("Later"),
        Decision.OWN_WAY: about(_("{Names} way")),
        Decision.NO: _("No thank you"),
        Decision.NOT_NEEDED: _("Not needed"),
    }


def decided_words(about: About, choice: StepChoice | None, locale: str) -> str:
    """Return what the person decided as a sentence with its day; "" while not talked about."""
    if choice is None or choice.decision is None:
        return ""
    words = {
        Decision.AGREED: about(_("{Name} agreed")),
        Decision.TRY_FIRST: about(_("{Name} want{s} to try this first")),
        Decision.LATER: about(_("{Name} chose: later")),
        Decision.OWN_WAY: about(_("{Names} way")),
        Decision.NO: about(_("{Name} said no")),
        Decision.NOT_NEEDED: about(_("{Name} said it is not needed")),
    }[choice.decision]
    if not choice.decided_on:
        return words
    day = long_day(choice.decided_on, locale)
    return _("{decision}, {day}").format(decision=words, day=day)
