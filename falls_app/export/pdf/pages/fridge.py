"""The page for the fridge: at most five things, read from two steps away. No score, no address."""

from reportlab.platypus import Flowable

from falls_app import paths
from falls_app.content.bones import load_red_flags
from falls_app.domain.plan import Step
from falls_app.drawing.icons import draw_icon
from falls_app.drawing.surface import Surface
from falls_app.drawing.svg import load_picture
from falls_app.export.paper import PaperData
from falls_app.export.pdf.figures import Figure, PictureFigure
from falls_app.export.pdf.layout import Card, CardLook, Row
from falls_app.export.pdf.pages.look import WriteLine, heading, red_box, theme, words
from falls_app.export.words import by_words, is_own_way, room_words, who_words, wording
from falls_app.i18n import _

_BIG_BOX = 38.0
_LONG = 46
"""Letters from which the words of a row are set smaller, so that it stays a row."""


def fridge(data: PaperData) -> list[Flowable]:
    """Return the blocks of the page for the fridge."""
    first = data.plan.first
    if not first:
        title, lead = _("If you fall"), _("There is nothing to start with on this list right now.")
    else:
        titles = (
            _("One thing to start with"),
            _("Two things to start with"),
            _("Three things to start with"),
            _("Four things to start with"),
            _("Five things to start with"),
        )
        title, lead = titles[len(first) - 1], _("Tick each one when it is done. Start anywhere.")
    red = red_box(data)
    return [
        *red,
        heading(1, title, "page"),
        words(lead, "lead"),
        *(_row(data, step, tight=bool(red)) for step in first),
        _emergency(data),
    ]


def picture_of(step: Step, width: float) -> Figure:
    """Return the picture of how it looks when it is done; an icon for bones and balance."""
    if step.check:
        folder = paths.resources() / "illustrations"
        for name in (f"{step.check.picture}-fixed.svg", f"{step.check.picture}.svg"):
            if (folder / name).is_file():
                return PictureFigure(load_picture(folder / name), width)
    icon = step.question.icon if step.question else "house"
    height = width * 0.75

    def draw(surface: Surface) -> None:
        surface.rect(width * 0.04, width * 0.04, width * 0.92, height - width * 0.08, 10,
                     fill=theme()["primary_soft"])  # fmt: skip
        size = height * 0.5
        draw_icon(
            surface, icon, (width - size) / 2, (height - size) / 2, size, theme()["primary"]
        )

    return Figure(draw, width, height, "")


def _row(data: PaperData, step: Step, *, tight: bool) -> Card:
    title, do = wording(data, step)
    if step.question:  # its neutral name only: everybody reads the fridge
        title, line = data.say(step.short), ""
    elif is_own_way(step):
        title, line = do, data.about(_("{Names} way"))
    else:
        line = data.say(step.why)
    where = "" if step.question else room_words(data, step)
    texts: list[Flowable] = [words(title, "fridge" if len(title) <= _LONG else "fridge-long")]
    if line or where:
        texts.append(words(". ".join(part for part in (where, line) if part), "body"))
    done_by = " · ".join(part for part in (who_words(data, step.who), by_words(data, step)) if part)
    texts.append(words(done_by, "fridge-who"))
    width = 92 if tight else 108
    row = Row(
        [[picture_of(step, width)], texts, [_big_box()]],
        [width, None, _BIG_BOX + 4],
        gap=14,
        align="middle",
        whole_below=500,
    )
    look = CardLook(
        border=theme()["edge"], border_width=1.2, radius=14, padding=5 if tight else 7
    )
    return Card([row], look, whole_below=500, space_after=6)


def _big_box() -> Figure:
    def draw(surface: Surface) -> None:
        surface.rect(1, 1, _BIG_BOX - 2, _BIG_BOX - 2, 8, stroke=theme()["ink"], line_width=1.8)

    return Figure(draw, _BIG_BOX, _BIG_BOX, _("A box to tick"))


def _emergency(data: PaperData) -> Card:
    texts = load_red_flags()
    names = [each.name for each in data.case.helpers if each.name][:2]
    half = [_phone(name) for name in names or [_("Family or friend")]]
    half.append(_phone(_("Neighbor")))
    blocks: list[Flowable] = [
        words(data.say(texts.if_you_fall), "red"),
        words(data.say(texts.if_you_fall_calm), "body"),
        *half,
    ]
    look = CardLook(border=theme()["flag_solid"], border_width=2.2, radius=14, padding=12)
    return Card(blocks, look, whole_below=500, space_after=8)


def _phone(name: str) -> Row:
    long = len(name) > 24
    return Row([[words(name, "cell-bold")], [WriteLine()]], [240 if long else 110, None], gap=8)
