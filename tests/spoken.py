"""What a screen reader says of a paper."""

from io import BytesIO

from pypdf import PdfReader


def alt_texts(data: bytes) -> list[str]:
    """Return what a screen reader says for the pictures of a paper."""
    found, waiting = [], [PdfReader(BytesIO(data)).trailer["/Root"]["/StructTreeRoot"]]
    while waiting:
        element = waiting.pop().get_object()
        found += [element["/Alt"]] if "/Alt" in element else []
        kids = element.get("/K", [])
        kids = kids if isinstance(kids, list) else [kids]
        waiting += [kid for kid in kids if hasattr(kid.get_object(), "keys")]
    return found
