"""The person's own page: large print, two sides, in the first person, with no score."""

from collections.abc import Iterator

from reportlab.platypus import Flowable

from falls_app.domain.assessment import Case, Decision
from falls_app.domain.step import Step
from falls_app.export import Printing
from falls_app.export.paper import PaperData
from falls_app.export.pdf.document import Story, count_pages
from falls_app.export.pdf.layout import KeepTogether
from falls_app.export.pdf.lists import list_of
from falls_app.export.pdf.pages.footer import footer_words, page_footer, page_setup
from falls_app.export.pdf.pages.look import bullet_item, heading, red_box, words
from falls_app.export.pdf.pages.small_print import general_words
from falls_app.export.words import by_words
from falls_app.i18n import _
from falls_app.words import asked_words, page_title, quoted, role_words, wording

MOST_GOOD, MOST_CHOSEN, MOST_SIDES = 3, 3, 2
_MOST_COMING = (5, 4, 3, 2)
"""So many of those who come are named, from roomy to brief; the family plan has all."""

_ORDER = (
    Decision.OWN_WAY, Decision.TRY_FIRST, Decision.AGREED, Decision.LATER, Decision.NO,
    Decision.NOT_NEEDED,
)  # fmt: skip
"""What is told first of what was chosen: what is most the person's own."""


def tell(case: Case, printing: Printing) -> Story:
    """Return the page; ValueError if there is no such ``paper``.

    It has two sides. Only words of the person's own that fill them alone need more.
    """
    data = PaperData(case, printing)
    title = page_title(data.case.person)
    footer = footer_words(title, data.day)
    setup = page_setup(printing.paper, footer)
    for most in _MOST_COMING:
        blocks = _blocks(data, title, most)
        if count_pages(blocks, setup) <= MOST_SIDES:
            break
    return Story(blocks, title, data.language, setup, page_footer(footer, setup))


def _blocks(data: PaperData, title: str, most: int) -> list[Flowable]:
    return [
        *red_box(data),
        heading(1, title, "title"),
        *_goals(data),
        *_good(data),
        *_chosen(data),
        *_coming(data, most),
        *_my_mind(data),
    ]


def _goals(data: PaperData) -> list[Flowable]:
    """Return what the person wants, in their own words."""
    goals = data.case.person.goals.strip()
    return [heading(2, _("I want to…"), "section"), words(quoted(goals))] if goals else []


def _good(data: PaperData) -> list[Flowable]:
    named = [data.say(check.good) for check in data.good[:MOST_GOOD]]
    items = [bullet_item(each[:1].upper() + each[1:]) for each in named]
    return [heading(2, _("Good as it is"), "section"), list_of(items)] if items else []


# ------------------------------------------------------------------ what I chose


def _chosen(data: PaperData) -> list[Flowable]:
    chosen = sorted(
        (step for step in data.plan.steps if step.decision),
        key=lambda step: (step.is_done, _ORDER.index(step.decision or Decision.AGREED)),
    )
    title = heading(2, _("What I chose"), "section")
    if not chosen:
        return [title, words(_("I have not chosen yet. There is no hurry."))]
    return [title, list_of([bullet_item(_choice(data, step)) for step in chosen[:MOST_CHOSEN]])]


def _choice(data: PaperData, step: Step) -> str:
    """Return one choice as the person would say it, with their own words where there are any."""
    topic, do = wording(data.say, step)
    name = data.say(step.check.short if step.check else step.short)
    said = step.choice.words if step.choice else ""
    text = {
        Decision.OWN_WAY: _("{topic}, my way: {do}").format(topic=topic, do=do),
        Decision.TRY_FIRST: _("First I try this: {do}").format(do=do if said else topic),
        Decision.AGREED: _("I said yes: {do}").format(do=topic),
        Decision.LATER: _("I said later: {do}").format(do=topic),
        Decision.NO: _("I said no: {topic}").format(topic=name),
        Decision.NOT_NEEDED: _("I do not need it: {topic}").format(topic=name),
    }[step.decision or Decision.AGREED]
    return f"{_full(text)} {'' if step.own_words else quoted(said)}".strip()


def _full(text: str) -> str:
    """Return a text with its full stop."""
    return text if text[-1:] in ".!?…”" else f"{text}."


# ------------------------------------------------------------------ who is coming


def _coming(data: PaperData, most: int) -> list[Flowable]:
    """Return who else does something, and when: the first steps before the others."""
    lines = list(dict.fromkeys(_visits(data)))
    if not lines:
        return []
    items = [bullet_item(line) for line in lines[:most]]
    more = [words(_("The family plan has the rest."))] if len(lines) > most else []
    return [heading(2, _("Who is coming, and when"), "section"), list_of(items), *more]


def _visits(data: PaperData) -> Iterator[str]:
    own = (data.case.person.name, "person")
    for step in (*data.plan.first, *data.plan.open_steps):
        if step.is_active and step.who not in own:
            who = role_words(data.case.person, data.region, step.who)
            parts = (who, asked_words(data.region, step), by_words(data, step))
            # What was decided in the person's own way stands above, in their words.
            short = step.check.short if step.is_own_way and step.check else step.short
            yield f"{', '.join(part for part in parts if part)}: {_full(data.say(short))}"


def _my_mind(data: PaperData) -> list[Flowable]:
    blocks: list[Flowable] = [
        heading(2, _("I can change my mind"), "section"),
        words(_("I can say yes, no or later to each thing, at any time. It is my home.")),
        words(general_words(data), "soft"),
    ]
    return [KeepTogether(blocks)]
