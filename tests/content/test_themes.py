"""Themes: complete, and readable."""

from itertools import product
from pathlib import Path

import pytest

from falls_app import paths
from falls_app.content.icons import load_icons
from falls_app.content.themes import STATES, THEMES, Theme, load_theme, mix, read_theme
from falls_app.drawing.path import parse_path
from falls_app.drawing.svg import load_picture

# The table of design/README.md 4.1: ink, ground, least contrast.
REQUIRED = [
    ("ink", "paper", 7.0),
    ("ink", "surface", 7.0),
    ("ink2", "surface", 7.0),
    ("ink2", "paper", 7.0),
    ("ink3", "surface", 4.5),
    ("ink3", "paper", 4.5),
    ("ink3", "sunken", 4.5),
    ("on_primary", "primary", 7.0),
    ("on_primary", "primary_hover", 7.0),
    ("primary", "surface", 4.5),
    ("primary", "paper", 4.5),
    ("primary", "primary_soft", 4.5),
    ("link", "surface", 4.5),
    ("edge", "surface", 3.0),
    ("edge", "paper", 3.0),
    ("focus", "surface", 3.0),
    ("focus", "paper", 3.0),
    ("focus_gap", "primary", 3.0),
    *((state, f"{state}_bg", 4.5) for state in STATES),
    *((f"on_{state}", f"{state}_solid", 4.5) for state in STATES),
    *((f"{state}_solid", "surface", 3.0) for state in ("ok", "fix", "unsure", "na")),
    # The amber square is too pale by day: its edge carries the shape.
    ("some_edge", "surface", 3.0),
    ("map_ink", "lamp", 4.5),
    ("map_ink", "lamp_half", 3.0),
    ("map_line", "sky", 3.0),
]


def luminance(color: str) -> float:
    """Return the relative luminance of WCAG 2, 0 to 1."""
    parts = [part / 255 for part in bytes.fromhex(color[1:])]
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """Return the contrast of WCAG 2, 1 to 21."""
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize(("name", "pair"), list(product(THEMES, REQUIRED)), ids=str)
def test_a_required_pair_of_colors_has_enough_contrast(
    name: str, pair: tuple[str, str, float]
) -> None:
    theme = load_theme(name)
    ink, ground, least = pair

    assert contrast(theme[ink], theme[ground]) >= least


def test_the_contrast_of_black_on_white_is_21() -> None:
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21)


def test_a_theme_is_read_once() -> None:
    assert load_theme("dark") is load_theme("dark")


def test_only_the_dark_themes_are_dark() -> None:
    assert [load_theme(name).is_dark for name in THEMES] == [False, True, True]


def test_an_unknown_theme_is_refused() -> None:
    with pytest.raises(ValueError, match="'pink'; there are light, dark"):
        load_theme("pink")


@pytest.mark.parametrize(
    ("old", "new", "complaint"),
    [
        ('ink = "#1E2A2D"\n', "", r"light\.toml: ink: is missing"),
        ("paper =", 'pepper = "#FFFFFF"\npaper =', r"light\.toml: pepper: is not a token"),
        ('"#1E2A2D"', '"black"', r"light\.toml: ink: 'black' is not a color"),
        ('"#1E2A2D"', "7", r"light\.toml: ink: 7 is not a color"),
        ('name = "light"', 'name = "day"', r"light\.toml: name: 'day' is not 'light'"),
    ],
)
def test_a_broken_theme_names_file_and_key(
    tmp_path: Path, old: str, new: str, complaint: str
) -> None:
    good = (paths.resources() / "themes" / "light.toml").read_text(encoding="utf-8")
    broken = tmp_path / "light.toml"
    broken.write_text(good.replace(old, new), encoding="utf-8")

    with pytest.raises(ValueError, match=complaint):
        read_theme(broken)


def test_mixing_moves_a_color_towards_the_other() -> None:
    assert mix("#000000", "#FF8040", 0.5) == "#804020"
    assert mix("#123456", "#FFFFFF", 0) == "#123456"


def test_every_color_of_the_pictures_has_a_color_at_night() -> None:
    dark: Theme = load_theme("dark")
    used = {
        color
        for path in (paths.resources() / "illustrations").glob("*.svg")
        for operation in load_picture(path).operations
        for color in (operation.fill, operation.stroke)
        if color
    }

    assert sorted(used - dark.art.keys()) == []


@pytest.mark.parametrize("name", sorted(load_icons()))
def test_an_icon_is_a_path_inside_its_24_px_square(name: str) -> None:
    numbers = [number for segment in parse_path(load_icons()[name]) for number in segment.numbers]

    assert numbers
    assert min(numbers) >= 0.5
    assert max(numbers) <= 23.5
