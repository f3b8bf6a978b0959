"""What to ask whom: every question that an answer calls for, and the few that fit on a sheet."""

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from falls_app.domain.screening.asking_doctors import called_for
from falls_app.domain.screening.bone_check import BoneQuestion, Choice
from falls_app.domain.screening.flag_screen import TODAY, Flag
from falls_app.domain.screening.height import Loss
from falls_app.domain.screening.known_break import is_followed_up, with_known_break
from falls_app.domain.screening.recovery import phases_to_ask
from falls_app.domain.screening.told import Told
from falls_app.domain.screening.treatments import chosen_questions

MOST_ON_A_SHEET = 5
"""So many questions fit into one visit. Source: product description, 7."""

PHARMACIST = "pharmacist"

_STATES = {"fix": 3.0, "some": 5.0, "unsure": 5.6, "ok": 6.5}
"""The rank of a short answer by its state; that of its question is added, a little for each."""

_EACH = 0.3
_TODAY, _THIS_WEEK, _BY_FLAG, _WEEKS, _TESTS, _ITEMS, _FALLS, _LAST = 1, 2, 3, 2.5, 4.4, 4.6, 5, 8
"""The rank of what is called for by a flag of today, an answer of this week, and so on."""


@dataclass(frozen=True, slots=True)
class Ask:
    """A question to take along. ``who`` is the role it is for; ``rank`` 1 comes first.

    ``covers`` are the answers and flags that call for it. A ``private`` one stands on no family
    paper. ``about`` names the matter where the words do not, such as a treatment.
    """

    id: str
    words: str
    who: str
    rank: float
    covers: tuple[str, ...]
    private: bool = False
    about: str = ""


def asks_of(told: Told, flags: Sequence[Flag]) -> tuple[Ask, ...]:
    """Return every question that the answers call for, the most pressing first, each once."""
    found = [
        *_of_short(told),
        *_of_height(told),
        *_of_items(told),
        *_of_falls(told),
        *_of_tests(told),
        *_of_medicines(told),
        *_of_recovery(told),
        *_of_treatments(told),
        *_of_bank(told, flags),
    ]
    by_words: dict[tuple[str, str], Ask] = {}
    for ask in sorted(found, key=lambda each: each.rank):
        by_words.setdefault((ask.about, ask.words), ask)
    return tuple(by_words.values())


def for_sheet(asks: Iterable[Ask], shared: Collection[str] | None) -> tuple[Ask, ...]:
    """Return the questions for one sheet: at most five of those that the person ticked.

    While nobody chose (None), of all but the private ones: these go on paper only when they are
    ticked themselves. Each matter has one question before any has two.
    """
    listed = [ask for ask in asks if (not ask.private if shared is None else ask.id in shared)]
    first: list[Ask] = []
    touched: set[str] = set()
    for ask in listed:
        if not touched & set(ask.covers):
            first.append(ask)
            touched |= set(ask.covers)
    rest = [ask for ask in listed if ask not in first]
    chosen = [*first, *rest][:MOST_ON_A_SHEET]
    return tuple(sorted(chosen, key=lambda ask: ask.rank))


def _of_short(told: Told) -> Iterator[Ask]:
    height = told.height()
    for question, given in told.answered_short():
        choice = with_known_break(told, question, given)
        measured = question.id == "B03" and height and height.loss is not Loss.LITTLE
        if choice.ask and not measured:
            who = PHARMACIST if choice.step and choice.step.who == PHARMACIST else "doctor"
            covers = (question.id, *question.covers)
            yield Ask(
                question.id, choice.ask, who, _rank(question, choice), covers, question.private
            )


def _rank(question: BoneQuestion, choice: Choice) -> float:
    if question.level and choice.state == "fix":
        return _THIS_WEEK
    return _STATES[choice.state] + question.rank * _EACH


def _of_height(told: Told) -> Iterator[Ask]:
    height = told.height()
    if height is None:
        return
    answer = next(each for each in told.about.height.answers if each.id == height.loss)
    words, is_lot = answer.ask, height.loss is Loss.LOT
    if is_lot and is_followed_up(told):
        words = told.about.height.known_break.ask
    if words:
        rank = _THIS_WEEK if is_lot else _STATES["some"]
        yield Ask("height", words, "doctor", rank, ("height", "B03", *answer.flags))


def _of_items(told: Told) -> Iterator[Ask]:
    for item in told.open_items():
        rank = _LAST if item.group == "habit" else _ITEMS
        yield Ask(item.id, item.ask, "doctor", rank, (item.id, *item.flags), item.private)
    for item in told.about.items.items:
        if item.group == "record" and told.item(item) == "yes":
            yield Ask(item.id, item.ask, "doctor", _ITEMS, (item.id,), item.private)


def _of_falls(told: Told) -> Iterator[Ask]:
    for each in told.open_falls():
        yield Ask(each.id, each.ask, each.who, _FALLS, (each.id,), each.private)


def _of_tests(told: Told) -> Iterator[Ask]:
    for result in told.slow_tests():
        words = told.about.tests.by_id[result.kind].ask
        yield Ask(result.kind, words, "doctor", _TESTS, (result.kind,))


def _of_medicines(told: Told) -> Iterator[Ask]:
    for each in told.medicines():
        for kind, words in (("falls", each.falls), ("bones", each.bones)):
            if words:
                yield Ask(f"{each.id}-{kind}", words, PHARMACIST, _FALLS, (each.id,))


def _of_recovery(told: Told) -> Iterator[Ask]:
    """Yield what to ask in these weeks, once the day of a break in the spine is known.

    Each is a matter of its own: scan, blood tests, medicine and follow-up do not wait for each
    other. Source: research, 6.6, weeks 2 to 6.
    """
    broke = told.bones.dates.get("spine_break")
    if not broke:
        return
    day = (told.today - date.fromisoformat(broke)).days
    is_checked = told.bones.dates.get("scan", "") >= broke
    for phase in phases_to_ask(told.about.recovery, day, is_checked=is_checked):
        for number, words in enumerate(phase.ask, start=1):
            key = f"{phase.id}-{number}"
            yield Ask(key, words, "doctor", _WEEKS, (key,))


def _of_treatments(told: Told) -> Iterator[Ask]:
    """Yield the questions about treatments that somebody put on the list by hand."""
    for each in chosen_questions(told.about.treatments, told.bones.items):
        yield Ask(each.id, each.words, "doctor", _THIS_WEEK, (each.id,), about=each.about)


def _of_bank(told: Told, flags: Sequence[Flag]) -> Iterator[Ask]:
    """Yield the questions of the bank; those of a flag before those of any other answer."""
    bank = told.about.questions
    ranks = {flag.id: _TODAY if flag.level == TODAY else _BY_FLAG for flag in reversed(flags)}
    records = [each.id for each in told.about.items.items if each.group == "record"]
    others = {
        *(question.id for question, choice in told.open_short() if choice.state == "fix"),
        *(item.id for item in told.open_items()),
        *(each.id for each in told.open_falls()),
        *(each for each in records if told.said_yes(each)),
    }
    for group in bank.groups:
        for each in called_for(bank, {*ranks, *others}):
            if each in group.questions:
                calls = tuple(key for key in each.covers if key in ranks or key in others)
                rank = min(ranks.get(key, _LAST) for key in calls)
                yield Ask(each.id, each.words, group.who, rank, calls)
