"""The handouts: all there, easy to read, and nothing said that our papers do not say."""

import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from falls_app import paths
from falls_app.content.bones import load_red_flags
from falls_app.content.handouts import load_handout, load_handouts
from falls_app.content.reading import ContentError
from falls_app.content.sources import load_sources
from falls_app.domain.handout import Handout
from falls_app.errors import UserError
from tests.reading import grade, words_of
from tests.test_resources import FORBIDDEN, HARDEST, LANGUAGE, NOTHING_TO_FIX, breaks

HANDOUTS = load_handouts()
IDS = [*(f"H{number}" for number in range(1, 17)), *(f"HH{number}" for number in range(1, 11))]
MOST_WORDS = 16
"""Words of a sentence; one more than the rule for those that give a size in both units."""

by_handout = pytest.mark.parametrize("handout", HANDOUTS, ids=lambda handout: handout.id)


def sentences(handout: Handout) -> list[str]:
    ended = (text if text[-1] in ".?!:”" else f"{text}." for text in handout.texts)
    return [each for text in ended for each in re.split(r"(?<=[.?!:])\s+", text)]


def test_all_handouts_are_there_in_order() -> None:
    assert [handout.id for handout in HANDOUTS] == IDS
    assert len({handout.title for handout in HANDOUTS}) == len(IDS)


@by_handout
def test_a_handout_is_complete(handout: Handout) -> None:
    assert handout.title
    assert handout.lead.endswith(".")
    assert 2 <= len(handout.blocks) <= 4
    assert all(block.heading and block.lines for block in handout.blocks)
    assert handout.sources
    assert set(handout.sources) <= load_sources().keys()


@by_handout
def test_one_or_two_pictures_show_how_it_looks_when_it_is_done(handout: Handout) -> None:
    assert 1 <= len(handout.pictures) <= 2
    for name in handout.pictures:
        assert name.endswith("-fixed") or name in NOTHING_TO_FIX
        assert (paths.resources() / "illustrations" / f"{name}.svg").is_file(), name


@by_handout
def test_a_handout_reads_easily(handout: Handout) -> None:
    said = sentences(handout)

    assert grade(" ".join(said)) <= HARDEST
    assert [each for each in said if len(words_of(each)) > MOST_WORDS] == []


@by_handout
def test_a_handout_says_nothing_that_is_forbidden(handout: Handout) -> None:
    banned = re.compile("|".join(rf"(?<![\w-]){re.escape(word)}(?![\w-])"
                                 for word in LANGUAGE["banned"]), re.I)  # fmt: skip

    for text in handout.texts:
        assert not banned.search(text), text
        assert [each["rule"] for each in FORBIDDEN if breaks(each, text)] == [], text
        assert not re.search(r"[;()\[\]]|\b(she|he|her|his|him)\b", text, re.I), text


@by_handout
def test_only_the_emergency_line_has_a_number_to_fill_in(handout: Handout) -> None:
    assert {found for text in handout.texts for found in re.findall(r"{.*?}", text)} <= {
        "{emergency}"
    }
    assert "{" not in "".join(set(handout.texts) - {handout.emergency_line})
    assert handout.emergency_line == "" or "{emergency}" in handout.emergency_line
    assert handout.emergency_line or not handout.emergency_line_first


@by_handout
def test_a_size_is_said_with_about(handout: Handout) -> None:
    sizes = [text for text in handout.texts if re.search(r"\d\s*(inch|cm|lumen)", text)]

    assert [text for text in sizes if not re.search(r"\babout \d", text)] == []


@pytest.mark.parametrize("handout_id", ["H2", "H3"])
def test_the_words_after_a_fall_are_those_of_all_papers(handout_id: str) -> None:
    handout = load_handout(handout_id)

    assert handout.emergency_line == load_red_flags().if_you_fall
    assert handout.emergency_line_first
    assert handout.texts.index(handout.emergency_line) == 2


def test_an_emergency_that_is_not_first_is_read_last() -> None:
    handout = load_handout("H4")

    assert handout.texts[-1] == handout.emergency_line


def test_a_handout_that_does_not_exist_is_refused_with_those_that_do() -> None:
    with pytest.raises(UserError) as refused:
        load_handout("H99")

    assert "H99" in refused.value.message
    assert "HH10" in refused.value.hint


# ------------------------------------------------------------------ the loader is strict


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A copy of the handouts that may be broken."""
    shutil.copytree(paths.resources() / "handouts", tmp_path / "handouts")
    monkeypatch.setattr(paths, "resources", lambda: tmp_path)
    load_handouts.cache_clear()
    yield tmp_path / "handouts"
    load_handouts.cache_clear()


@pytest.mark.parametrize(
    ("old", "new", "rule"),
    [
        ('id = "H2"', 'id = "H3"', "the id is not the name of the file"),
        ('lead = "', 'leed = "', "unknown key “leed”"),
        ("heading = ", "headline = ", "unknown key “headline”"),
        ("emergency_line_first = true", 'emergency_line_first = "yes"', "bool"),
    ],
)
def test_a_broken_handout_is_refused_by_file_and_rule(
    folder: Path, old: str, new: str, rule: str
) -> None:
    file = folder / "H2.toml"
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new, 1), encoding="utf-8")

    with pytest.raises(ContentError, match=r"H2\.toml") as refused:
        load_handouts()

    assert rule in refused.value.rule


def test_a_file_with_another_name_is_refused(folder: Path) -> None:
    (folder / "H2.toml").rename(folder / "stray.toml")

    with pytest.raises(ContentError, match=r"stray\.toml"):
        load_handouts()
