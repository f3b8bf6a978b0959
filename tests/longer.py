"""A language that is 35 % longer than English, and homes at the edge of what people fill in."""

import gettext
import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from unittest import mock

from falls_app import i18n
from falls_app.cases import load_case
from falls_app.content.checks import load_checklist
from falls_app.domain.asking import checks_asked
from falls_app.domain.assessment import Case, Finding, ListKind
from falls_app.domain.checklist import Answer
from falls_app.domain.home import Home

ACCENTS = str.maketrans("aeiouAEIOUcnsy", "àéîöüÀÉÎÖÜçñšý")
MORE = 0.35
"""How much longer each word becomes; languages beside English are up to a third longer."""

NAME = "Wilhelmina-Alexandrina Featherstone, of the old mill house beside the long river"
ROOM = "The small back bedroom upstairs beside the old linen cupboard, with the blue bed"
WORD = "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft"


def longer(text: str) -> str:
    """Return a text with longer, accented words; what is filled in stays as it is."""
    parts = re.split(r"(\{[^}]*\}|<[^>]*>|\*\*|%[a-z])", text)
    return "".join(part if number % 2 else _longer_words(part) for number, part in enumerate(parts))


def _longer_words(text: str) -> str:
    return re.sub(r"[A-Za-z]{3,}", lambda word: _longer_word(word[0]), text)


def _longer_word(word: str) -> str:
    return (word + word[1:][: round(len(word) * MORE)]).translate(ACCENTS)


class Longer(gettext.NullTranslations):
    """The language: every text longer."""

    def gettext(self, message: str) -> str:
        return longer(message)

    def ngettext(self, msgid1: str, msgid2: str, n: int) -> str:
        return longer(msgid1 if n == 1 else msgid2)

    def pgettext(self, context: str, message: str) -> str:
        return longer(message)


@contextmanager
def longer_language() -> Iterator[None]:
    """Speak the longer language for a while; what stands in a window is built again after."""
    with mock.patch.object(gettext, "translation", return_value=Longer()):
        i18n.use_language("xx")
    try:
        yield
    finally:
        i18n.use_language("en")


def long_names() -> Case:
    """Return the sample with names of 80 letters, one of them a single word."""
    case = load_case("sample")
    rooms = [replace(room, name=ROOM) for room in case.home.rooms]
    rooms[0] = replace(rooms[0], name=WORD)
    helpers = tuple(replace(each, name=NAME, relation=ROOM) for each in case.helpers)
    person = replace(case.person, name=NAME)
    return replace(case, person=person, home=replace(case.home, rooms=tuple(rooms)),
                   helpers=helpers)  # fmt: skip


def forty() -> Case:
    """Return a home of forty rooms in which more than forty things are to fix."""
    case = load_case("sample")
    bedroom = next(room for room in case.home.rooms if room.area == "BED")
    more = [
        replace(bedroom, id=f"more-{number}", name=f"Bedroom {number}", floor=number % 2)
        for number in range(2, 42 - len(case.home.rooms))
    ]
    home = replace(case.home, rooms=(*case.home.rooms, *more))
    walk = case.assessment
    assert walk is not None
    for finding in _all_to_fix(home):
        walk = walk.with_finding(finding)
    return replace(case, home=home).with_assessment(replace(walk, list=ListKind.FULL))


def _all_to_fix(home: Home) -> Iterator[Finding]:
    for check, room in checks_asked(load_checklist(), home, ListKind.FULL, ()):
        yield Finding(check.id, Answer.HAZARD, room.id if room else None)


def empty() -> Case:
    """Return a home about which nothing is said yet."""
    case = load_case("sample")
    walk = case.assessment
    assert walk is not None
    bare = replace(case, id="empty", home=Home(), helpers=(), choices={})
    return bare.with_assessment(replace(walk, findings={}))
