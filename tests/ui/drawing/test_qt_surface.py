"""The surface of the screen."""

from collections.abc import Iterator

import pytest
from PySide6.QtGui import QColor, QFont, QImage, QPainter
from pytestqt.qtbot import QtBot

from falls_app.content.themes import load_theme
from falls_app.drawing.house_map import Spot, draw_house, lay_out, view_box
from falls_app.drawing.svg import read_picture
from falls_app.ui.drawing.pictures import svg_pixmap
from falls_app.ui.drawing.qt_surface import QtSurface, painter_path

PICTURE = read_picture(
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 240 180"><title>Red</title>'
    '<rect x="0" y="0" width="240" height="180" fill="#FF0000"/></svg>',
    "red",
)


def font_for(size: float, weight: int, serif: bool) -> QFont:
    font = QFont("Serif" if serif else "Sans")
    font.setPixelSize(round(size))
    return font


@pytest.fixture
def image(qtbot: QtBot) -> QImage:
    image = QImage(100, 100, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(QColor("#FFFFFF"))
    return image


@pytest.fixture
def surface(image: QImage) -> Iterator[QtSurface]:
    painter = QPainter(image)
    yield QtSurface(painter, font_for)
    painter.end()


def color(image: QImage, x: int, y: int) -> str:
    return image.pixelColor(x, y).name().upper()


def test_a_path_is_filled_and_outlined(surface: QtSurface, image: QImage) -> None:
    surface.rect(10, 10, 80, 80, fill="#00FF00", stroke="#0000FF", line_width=6)

    assert color(image, 50, 50) == "#00FF00"
    assert color(image, 10, 50) == "#0000FF"
    assert color(image, 2, 2) == "#FFFFFF"


def test_opacity_lasts_for_one_path(surface: QtSurface, image: QImage) -> None:
    surface.rect(0, 0, 50, 100, fill="#000000", opacity=0.5)
    surface.rect(50, 0, 50, 100, fill="#000000")

    assert 120 < image.pixelColor(20, 50).red() < 136
    assert color(image, 80, 50) == "#000000"


def test_dashes_are_lengths_of_the_drawing(surface: QtSurface, image: QImage) -> None:
    surface.line(0, 50, 100, 50, stroke="#000000", width=8, dash=(20, 30))

    assert color(image, 10, 50) == "#000000"
    assert color(image, 35, 50) == "#FFFFFF"
    assert color(image, 60, 50) == "#000000"


def test_an_odd_list_of_dashes_is_repeated(surface: QtSurface, image: QImage) -> None:
    surface.line(0, 50, 100, 50, stroke="#000000", width=4, dash=(20,))

    assert color(image, 30, 50) == "#FFFFFF"


def test_pop_ends_move_scale_and_clip(surface: QtSurface, image: QImage) -> None:
    surface.push(50, 50, 0.5)
    surface.clip("M0 0H20V20H0Z")
    surface.rect(0, 0, 100, 100, fill="#FF0000")
    surface.pop()
    surface.rect(0, 0, 10, 10, fill="#0000FF")

    assert color(image, 55, 55) == "#FF0000"
    assert color(image, 70, 70) == "#FFFFFF"
    assert color(image, 5, 5) == "#0000FF"


def test_a_clip_inside_a_clip_shows_what_both_show(surface: QtSurface, image: QImage) -> None:
    surface.push(0, 0)
    surface.clip("M0 0H60V100H0Z")
    surface.clip("M40 0H100V100H40Z")
    surface.rect(0, 0, 100, 100, fill="#FF0000")
    surface.pop()

    assert [color(image, x, 50) for x in (20, 50, 80)] == ["#FFFFFF", "#FF0000", "#FFFFFF"]


def test_text_reports_the_width_it_took(surface: QtSurface) -> None:
    wide = surface.text(50, 50, "Bedroom", size=16, color="#000000", anchor="middle")

    assert wide == surface.text_width("Bedroom", size=16) > 20


def test_light_fades_outwards(surface: QtSurface, image: QImage) -> None:
    surface.glow(50, 50, 40, "#000000", 0.8)
    middle, half, outside = (image.pixelColor(x, 50).red() for x in (50, 70, 95))

    assert middle < half < outside == 255


def test_a_path_is_turned_into_qts_own_once() -> None:
    assert painter_path("M1 2L3 4C1 2 3 4 5 6Z") is painter_path("M1 2L3 4C1 2 3 4 5 6Z")


def test_a_picture_changes_its_colors_at_night(surface: QtSurface, image: QImage) -> None:
    PICTURE.draw(surface, 0, 0, 100, {"#FF0000": "#00FF00"})

    assert color(image, 50, 30) == "#00FF00"


def test_a_picture_becomes_sharp_pixels(qtbot: QtBot) -> None:
    pixmap = svg_pixmap(PICTURE, 120, (("#FF0000", "#0000FF"),), 2.0)

    assert (pixmap.width(), pixmap.height()) == (240, 180)
    assert pixmap.deviceIndependentSize().width() == 120
    assert color(pixmap.toImage(), 100, 100) == "#0000FF"


def test_the_light_of_a_room_comes_on(surface: QtSurface, image: QImage) -> None:
    theme = load_theme("light")
    placed = lay_out((Spot("a", "Bedroom", "bed", state="ok"),), "one")
    box = view_box(placed)
    surface.push(0, 0, 100 / box.width)
    surface.push(-box.x, -box.y)
    draw_house(surface, theme, placed, labels=True)
    surface.pop()
    surface.pop()

    assert image.pixelColor(40, 62).blue() < QColor(theme["unlit"]).blue()
