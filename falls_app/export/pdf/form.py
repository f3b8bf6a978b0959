"""The boxes of a fillable PDF: circles to choose one of, words to type, and what stays hidden.

Every box has a picture of its own in the file, so that viewers which draw none show it right.
"""

from typing import Any, Literal

from reportlab.pdfbase import pdfdoc

from falls_app.export.pdf.drawing import PdfSurface
from falls_app.export.pdf.structure import text_value
from falls_app.export.pdf.tagged import TaggedCanvas

_RADIO, _READ_ONLY, _MULTILINE = 1 << 15, 1 << 0, 1 << 12
"""Flags of a field. A circle pressed twice is empty again: none says otherwise."""

_PRINTED, _HIDDEN = 4, 2

Kind = Literal["line", "lines"]


class Form:
    """All boxes of one document, drawn while its pages are."""

    def __init__(self) -> None:
        self._fields: list[_Object] = []
        self._choices: dict[str, _Choice] = {}
        self._pictures: dict[tuple[str, float, float], str] = {}
        self._is_known = False

    def circle(
        self, canvas: TaggedCanvas, name: str, value: str, sign: str, place: tuple[float, ...]
    ) -> None:
        """Put a circle at ``place`` (middle x, y and radius, in the canvas's coordinates).

        The circles of one ``name`` exclude each other; ``sign`` stands in it when it is chosen.
        What a reader says for it was told by ``choice``.
        """
        choice = self._choices[name]
        x, y, radius = place
        on = self._picture(canvas, sign, 2 * radius, 2 * radius)
        off = self._picture(canvas, "", 2 * radius, 2 * radius)
        left, bottom = canvas.absolutePosition(x, y)
        rect = (left - radius, bottom - radius, left + radius, bottom + radius)
        words = text_value(choice.said[value])
        widget = self._widget(
            rect,
            Parent=f"{choice.number(canvas)} 0 R",
            AS="/Off",
            AP=f"<</N<</{value} {on} 0 R/Off {off} 0 R>>>>",
            MK="<</CA(l)>>",
            TU=words,
            Contents=words,
        )
        canvas._addAnnotation(widget)
        choice.circles.append(widget)

    def choice(self, canvas: TaggedCanvas, name: str, words: str, said: dict[str, str]) -> None:
        """Begin a group of circles; ``words`` name it, ``said`` each of its values."""
        self._know(canvas)
        choice = _Choice(name, words, said)
        canvas._doc.Reference(choice)
        self._choices[name] = choice
        self._fields.append(choice)

    def text(
        self,
        canvas: TaggedCanvas,
        name: str,
        words: str,
        place: tuple[float, float, float, float],
        *,
        kind: Kind = "line",
        size: float = 12,
    ) -> None:
        """Put a box to type in: ``place`` is left, bottom, width and height."""
        self._know(canvas)
        x, y, width, height = place
        left, bottom = canvas.absolutePosition(x, y)
        empty = self._picture(canvas, "", width, height)
        widget = self._widget(
            (left, bottom, left + width, bottom + height),
            FT="/Tx",
            T=text_value(name),
            TU=text_value(words),
            Contents=text_value(words),
            Ff=str(_MULTILINE if kind == "lines" else 0),
            DA=f"(/Helv {size:g} Tf 0 g)",
            AP=f"<</N {empty} 0 R>>",
            MK="<<>>",
        )
        canvas._addAnnotation(widget)
        self._fields.append(widget)

    def hidden(self, canvas: TaggedCanvas, name: str, value: str) -> None:
        """Put a value into the file that no reader shows."""
        self._know(canvas)
        widget = self._widget(
            (0, 0, 0, 0),
            FT="/Tx",
            T=text_value(name),
            V=text_value(value),
            DA="(/Helv 12 Tf 0 g)",
            F=str(_HIDDEN),
            Ff=str(_READ_ONLY),
        )
        super(TaggedCanvas, canvas)._addAnnotation(widget)
        self._fields.append(widget)

    # ------------------------------------------------------------------ objects

    def _know(self, canvas: TaggedCanvas) -> None:
        """Tell the document of this form, once."""
        if not self._is_known:
            self._is_known = True
            canvas._doc.Catalog.AcroForm = canvas._doc.Reference(_Root(self._fields))

    def _widget(self, rect: tuple[float, float, float, float], **entries: str) -> "_Object":
        box = " ".join(f"{number:.2f}" for number in rect)
        given = {"F": str(_PRINTED), "H": "/N"} | entries
        return _Object({"Type": "/Annot", "Subtype": "/Widget", "Rect": f"[{box}]"} | given)

    def _picture(self, canvas: TaggedCanvas, sign: str, width: float, height: float) -> str:
        """Return the object's number of what a box looks like; each look is drawn once."""
        key = (sign, round(width, 1), round(height, 1))
        name = f"box-{len(self._pictures)}"
        if key not in self._pictures:
            canvas.beginForm(name, 0, 0, width, height)
            if sign:
                _draw_chosen(canvas, sign, width / 2)
            canvas.endForm()
            numbers = canvas._doc.idToObjectNumberAndVersion
            self._pictures[key] = str(numbers[pdfdoc.xObjectName(name)][0])
        return self._pictures[key]


def _draw_chosen(canvas: TaggedCanvas, sign: str, radius: float) -> None:
    """Draw a dark disc with the sign in white: plain in gray too."""
    with PdfSurface(canvas, 0, 2 * radius) as surface:
        surface.circle(radius, radius, radius, fill="#17594F")
        size = radius * 1.3
        surface.text(
            radius, radius + size * 0.36, sign, size=size, weight=700, color="#FFFFFF",
            anchor="middle",
        )  # fmt: skip


class _Object(pdfdoc.PDFObject):  # type: ignore[misc]
    """An object of the file whose entries are PDF syntax already."""

    __RefOnly__ = 1

    def __init__(self, entries: dict[str, Any]) -> None:
        self.dict = entries

    def number(self, canvas: TaggedCanvas) -> int:
        """Return the number of this object in the file."""
        return _number_in(canvas._doc, self)

    def format(self, document: Any) -> bytes:
        """Return the object as the file has it."""
        return f"<<{''.join(f'/{key} {value}' for key, value in self.dict.items())}>>".encode(
            "latin-1"
        )


class _Choice(_Object):
    """A group of circles."""

    def __init__(self, name: str, words: str, said: dict[str, str]) -> None:
        told = {"T": text_value(name), "TU": text_value(words)}
        super().__init__({"FT": "/Btn", "Ff": str(_RADIO)} | told)
        self.said = said
        self.circles: list[_Object] = []

    def format(self, document: Any) -> bytes:
        """Return the group with its circles."""
        kids = " ".join(f"{_number_in(document, each)} 0 R" for each in self.circles)
        self.dict["Kids"] = f"[{kids}]"
        return super().format(document)


class _Root(_Object):
    """The list of all fields, and the font that viewers write in."""

    def __init__(self, fields: list[_Object]) -> None:
        super().__init__({"DA": "(/Helv 12 Tf 0 g)"})
        self._fields = fields

    def format(self, document: Any) -> bytes:
        """Return the form."""
        numbers = " ".join(f"{_number_in(document, each)} 0 R" for each in self._fields)
        font = "<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>"
        self.dict |= {"Fields": f"[{numbers}]", "DR": f"<</Font<</Helv {font}>>>>"}
        return super().format(document)


def _number_in(document: Any, thing: pdfdoc.PDFObject) -> int:
    return int(document.idToObjectNumberAndVersion[thing.__InternalName__][0])
