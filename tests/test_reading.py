"""The reading grade itself, on words and texts counted by hand."""

import pytest

from tests.reading import grade, sentences, syllables, text_syllables, words_of

BY_HAND = {
    1: "a the bed stairs light pull pulled tugged looked walked moved fixed closed steps rails "
    "shoes eye hour house twice floor loose edge price through bath weight breathe don't can't "
    "you're screws hands large change changed lamps tubes",
    2: "table handle bottles kitchen bathroom window handrail doctor moment people lighted needed "
    "painted wanted bedside someone quiet going doing carry over under edges boxes switches "
    "matches uses isn't doesn't children toilet pillow seven sofa trying being diet trailing "
    "settled handles",
    3: "bananas radio area medicine potato family remember everything therapist hospital "
    "physio carrying electric replacement carefully carrier furniture battery favorite pharmacist",
    4: "radiator emergency television pedestrian material everybody operator",
    5: "osteopathic refrigerator university electricity communicated",
}


@pytest.mark.parametrize(
    ("word", "count"), [(word, count) for count, words in BY_HAND.items() for word in words.split()]
)
def test_a_word_has_as_many_syllables_as_it_is_spoken_with(word: str, count: int) -> None:
    assert syllables(word) == count


@pytest.mark.parametrize(("number", "count"), [("5", 1), ("24", 2), ("1½", 1), ("2.5", 2)])
def test_a_number_has_a_syllable_for_each_digit(number: str, count: int) -> None:
    assert syllables(words_of(number)[0]) == count


@pytest.mark.parametrize(
    ("text", "count"),
    [("One. Two! Three?", 3), ("No end", 1), ("At 2.5 feet.", 1), ("Wait... go", 2), ("", 1),
     ("“Stop.” He did.", 2), ("Look: one, two; three.", 1)],
)  # fmt: skip
def test_sentences_are_counted(text: str, count: int) -> None:
    assert sentences(text) == count


def test_an_explained_term_has_two_syllables_however_long() -> None:
    assert text_syllables("osteoporosis") == 2
    assert text_syllables("Ask the pharmacist.") == 2 + 2
    assert text_syllables("An occupational therapist comes.") == 1 + 2 + 1
    assert text_syllables("Two grab bars.") == 1 + 2
    assert text_syllables("nosing") == 2


# The opening of the Gettysburg Address: 30 words, 1 sentence; 48 syllables by hand.
# Four-score-and-sev-en years a-go our fa-thers brought forth on this con-ti-nent a new na-tion,
# con-ceived in Lib-er-ty, and ded-i-ca-ted to the prop-o-si-tion that all men are cre-at-ed
# e-qual.
GETTYSBURG = (
    "Four score and seven years ago our fathers brought forth on this continent a new nation, "
    "conceived in Liberty, and dedicated to the proposition that all men are created equal."
)
# 27 words, 4 sentences, 28 syllables by hand.
EASY = (
    "The cat sat on the mat. It did not want to go out. The rain fell all day long. "
    "In the evening a dry dog came in."
)


def test_the_grade_of_a_hard_text_is_that_of_the_count_by_hand() -> None:
    assert (len(words_of(GETTYSBURG)), sentences(GETTYSBURG)) == (30, 1)
    assert text_syllables(GETTYSBURG) == 48
    assert grade(GETTYSBURG) == pytest.approx(0.39 * 30 + 11.8 * 48 / 30 - 15.59)
    assert grade(GETTYSBURG) > 12


def test_the_grade_of_an_easy_text_is_that_of_the_count_by_hand() -> None:
    assert (len(words_of(EASY)), sentences(EASY), text_syllables(EASY)) == (27, 4, 28)
    assert grade(EASY) == pytest.approx(0.39 * 27 / 4 + 11.8 * 28 / 27 - 15.59)
    assert grade(EASY) < 1
