"""The verbs of the plan: those of the step at hand, and those of the whole board."""

from collections.abc import Mapping
from functools import partial
from typing import Protocol

from falls_app.domain.assessment import Decision
from falls_app.domain.step import Column, Step
from falls_app.i18n import _
from falls_app.ui.session import Session
from falls_app.ui.verbs import Verb
from falls_app.ui.words import column_words
from falls_app.words import decision_names

LETTERS = {
    "W": "who", "D": "day", "C": "cost", "Y": "way", "A": "decision", "O": "own-words",
    "L": "later", "P": "photo", "N": "own-step", "S": "shopping", "F": "filter",
}  # fmt: skip
"""Keys that work while a card has the keyboard, and the verbs they do."""
CARD_KEYS = frozenset({*LETTERS, "Space", "Del", "Ctrl+Up", "Ctrl+Down", "Ctrl+Left", "Ctrl+Right"})
"""Keys that a card hands on; Enter and the arrows alone are its own."""
_KEYS = {verb: (letter,) for letter, verb in LETTERS.items()}


class Plan(Protocol):
    """What the verbs need of the page."""

    @property
    def session(self) -> Session:
        """The session that the page shows."""

    @property
    def at_hand(self) -> Step | None:
        """The step that is open, else the one whose card has or had the keyboard."""

    @property
    def people(self) -> Mapping[str, str]:
        """Whose steps can be shown alone, each with its words."""

    def open_step(self) -> None:
        """Show the details of the step at hand."""

    def open_part(self, part: str) -> None:
        """Show a part of its details, with the keyboard there."""

    def turn_done(self) -> None:
        """Mark it done, or open it again."""

    def shift(self, by: int) -> None:
        """Move it up or down in its column."""

    def move_to(self, column: Column) -> None:
        """Move it to another column."""

    def decide(self, decision: Decision) -> None:
        """Record what the person says about it, or take that back."""

    def remove_own(self) -> None:
        """Take a step that somebody wrote out of the plan."""

    def write_own(self) -> None:
        """Go to the line in which a step is written."""

    def open_shopping(self) -> None:
        """Show the shopping list."""

    def show_next_person(self) -> None:
        """Show the steps of the next person alone."""

    def show_steps_of(self, who: str) -> None:
        """Show the steps of one person, or of all."""

    def put_back(self) -> None:
        """Arrange the board as the plan has it."""


def plan_verbs(page: Plan, *, is_arranged: bool) -> tuple[Verb, ...]:
    """Return what can be done with the step at hand and on the board."""
    if not page.session.is_open:
        return ()
    return (*_step_verbs(page), *_board_verbs(page, is_arranged=is_arranged))


def _step_verbs(page: Plan) -> tuple[Verb, ...]:
    step, group = page.at_hand, _("This step")
    has_one, is_open = step is not None, step is not None and not step.is_done
    fixes = step.check.fixes if step and step.check else ()
    part = partial(partial, page.open_part)  # part("who") is: open the part "who"
    done = _("Open this step again") if has_one and not is_open else _("Mark this step done")
    rows = (
        ("step-open", _("Open this step"), page.open_step, ("Enter",), has_one),
        ("done", done, page.turn_done, ("Space",), has_one),
        ("up", _("Move this step up"), partial(page.shift, -1), ("Ctrl+Up",), is_open),
        ("down", _("Move this step down"), partial(page.shift, 1), ("Ctrl+Down",), is_open),
        ("who", _("Who does it"), part("who"), _KEYS["who"], has_one),
        ("day", _("By when, or done when"), part("day"), _KEYS["day"], has_one),
        ("cost", _("What it costs"), part("cost"), _KEYS["cost"], bool(step and step.own)),
        ("way", _("Which way"), part("way"), _KEYS["way"], is_open and len(fixes) > 1),
        ("decision", page.session.about(_("What {name} say{s}")), part("decision"),
         _KEYS["decision"], has_one),
        ("own-words", page.session.about(_("{Names} own words")), part("words"),
         _KEYS["own-words"], has_one),
        ("photo", _("A photo of it done"), part("photo"), _KEYS["photo"],
         has_one and not is_open),
        ("remove-own", _("Take this step out"), page.remove_own, ("Del",),
         bool(step and step.own)),
    )  # fmt: skip
    verbs = [Verb(each, words, do, keys, group, can, is_single=True)
             for each, words, do, keys, can in rows]  # fmt: skip
    return (*verbs, *_column_verbs(page, step), *_decision_verbs(page, step))


def _column_verbs(page: Plan, step: Step | None) -> tuple[Verb, ...]:
    group, columns = _("This step"), list(Column)
    at = columns.index(step.column) if step else 0
    verbs = []
    for number, column in enumerate(columns):
        keys = {1: ("Ctrl+Right",), -1: ("Ctrl+Left",)}.get(number - at, ()) if step else ()
        can = step is not None and not step.is_done and step.column is not column
        words = _("Move this step to: {column}").format(column=column_words(column))
        move = partial(page.move_to, column)
        verbs.append(Verb(f"to-{column.value}", words, move, keys, group, can, is_single=True))
    return tuple(verbs)


def _decision_verbs(page: Plan, step: Step | None) -> tuple[Verb, ...]:
    group = _("This step")
    return tuple(
        Verb(
            "later" if decision is Decision.LATER else f"say-{decision.value}",
            _("Decision: {words}").format(words=words),
            partial(page.decide, decision),
            _KEYS["later"] if decision is Decision.LATER else (),
            group,
            step is not None,
            is_single=True,
        )
        for decision, words in decision_names(page.session.about).items()
    )


def _board_verbs(page: Plan, *, is_arranged: bool) -> tuple[Verb, ...]:
    group, people = _("The plan"), page.people
    return (
        Verb("own-step", _("A step of your own"), page.write_own, _KEYS["own-step"], group,
             is_single=True),
        Verb("shopping", _("Shopping list"), page.open_shopping, _KEYS["shopping"], group,
             is_single=True),
        Verb("filter", _("Show the steps of the next person"), page.show_next_person,
             _KEYS["filter"], group, len(people) > 2, is_single=True),
        *(
            Verb(f"steps-of-{who}", _("Show the steps of: {words}").format(words=words),
                 partial(page.show_steps_of, who), (), group, len(people) > 2)
            for who, words in people.items()
        ),
        Verb("as-ranked", _("Put the steps back in the order of the plan"), page.put_back, (),
             group, is_arranged),
    )  # fmt: skip
