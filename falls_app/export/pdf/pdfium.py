"""Pictures of PDF pages. PDFium is not made for two threads at once: all of it takes one lock."""

from io import BytesIO
from threading import Lock

from falls_app.export.pdf.figures import Figure
from falls_app.export.pdf.tagged import TaggedCanvas

PDFIUM = Lock()
"""Taken by whoever uses PDFium."""

_POINTS_AN_INCH = 72


def figure_picture(figure: Figure, *, dots: int = 170, photo: bool = False) -> bytes:
    """Return what a figure draws as a picture: a JPEG for a photo, else a PNG."""
    import pypdfium2

    target = BytesIO()
    size = (figure.width, figure.height)
    canvas = TaggedCanvas(target, page_size=size, title="", language="en", tagging=False)
    figure.drawOn(canvas, 0, 0)
    canvas.showPage()
    canvas.save()
    with PDFIUM:
        document = pypdfium2.PdfDocument(target.getvalue())
        try:
            image = document[0].render(scale=dots / _POINTS_AN_INCH).to_pil()
        finally:
            document.close()
    made = BytesIO()
    if photo:
        image.convert("RGB").save(made, "JPEG", quality=82)
    else:
        image.convert("P", palette=1, colors=128).save(made, "PNG", optimize=True)
    return made.getvalue()
