"""Help: every screen has some, and it is easy to read."""

import pytest

from falls_app import paths
from falls_app.content import help as help_texts
from falls_app.content.help import load_help
from falls_app.content.reading import ContentError
from falls_app.ui.pages import PAGES
from falls_app.ui.sections import SECTIONS
from tests.reading import grade

HELP = load_help()


def test_every_page_and_every_section_has_help() -> None:
    assert {*PAGES} <= {*HELP.pages}
    assert {*HELP.sections} == {*SECTIONS}


def test_help_is_that_of_the_section_where_there_is_one() -> None:
    assert HELP.on("bones:food").title == "Food"
    assert HELP.on("bones:falls:f1").title == "Falls"
    assert HELP.on("bones:B01").title == HELP.on("bones").title == "Bones and balance"
    assert HELP.on("walk:stairs:STR01:note").id == "walk"


@pytest.mark.parametrize(
    "text", [*HELP.pages.values(), *HELP.sections.values()], ids=lambda t: t.id
)
def test_help_is_easy_to_read(text) -> None:
    assert grade(" ".join(text.lines)) <= 6.0


@pytest.mark.parametrize(
    "wrong",
    [
        '[[page]]\nid = "a"\ntitle = "A"\nlines = []\n',
        '[[page]]\nid = "a"\ntitle = "A"\nlines = ["1", "2", "3", "4", "5", "6", "7"]\n',
        '[[page]]\nid = "a"\ntitle = "A"\nlines = ["B"]\n' * 2,
        '[[page]]\nid = "a"\ntitle = "A"\nlines = ["B"]\nmore = 1\n',
    ],
)
def test_a_mistake_in_the_file_is_named(wrong: str, tmp_path, monkeypatch) -> None:
    (tmp_path / "help.toml").write_text(
        f"{wrong}[[section]]\nid = 's'\ntitle = 'S'\nlines = ['T']\n"
    )
    monkeypatch.setattr(paths, "resources", lambda: tmp_path)

    with pytest.raises(ContentError, match=r"help\.toml, a"):
        help_texts.load_help.__wrapped__()
