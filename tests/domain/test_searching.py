"""Finding by words, however they are written."""

import pytest

from falls_app.domain.searching import Entry, Index, folded

RAIL = Entry("check", "Handrail on both sides", "Stairs", "walk:stairs:STR01", ("bannister",))
LIGHT = Entry("check", "Nightlight to the toilet", "Hallway", "walk:hall:LGT02", ("bulb lamp",))
HALL = Entry("room", "Hallway", "3 of 9 looked at", "walk:hall")
ZOE = Entry("person", "Zoë O’Neil", "daughter", "who")
NOTE = Entry("note", "Łódź rug slides", "Hallway · Rugs", "walk:hall:HAL02:note")
INDEX = Index((RAIL, LIGHT, HALL, ZOE, NOTE))


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("handrail", [RAIL]),
        ("HAND", [RAIL]),
        ("bannister", [RAIL]),
        ("Bannisters", [RAIL]),
        ("zoe", [ZOE]),
        ("oneil", [ZOE]),
        ("o'neil zoë", [ZOE]),
        ("lodz", [NOTE]),
        ("light", [LIGHT]),
        ("night hall", [LIGHT]),
        ("ight", [LIGHT]),
        ("gh", []),
        ("xyzs", []),
        ("rail xyz", []),
        ("", []),
        (" , ", []),
    ],
)
def test_parts_of_words_find_what_has_them(words: str, found: list[Entry]) -> None:
    assert list(INDEX.find(words)) == found


def test_what_is_called_so_comes_before_what_only_has_to_do_with_it() -> None:
    assert INDEX.find("hall") == (HALL, LIGHT, NOTE)


def test_a_whole_word_comes_before_one_that_only_begins_so() -> None:
    rugs, rug = Entry("check", "Rugs", "", "a"), Entry("note", "Old rug", "", "b")

    assert Index((rugs, rug)).find("rug") == (rug, rugs)


def test_letters_with_marks_are_the_plain_letters() -> None:
    assert folded("ÅØÆŒß ÉŁ’ı") == "aoaeoess eli"
