"""The structure of a PDF as a reader's software walks it, and what is wrong with it.

What PDF/UA-1 asks for, as far as it can be seen without a validator (ISO 14289-1, 7).
"""

from collections.abc import Iterator
from io import BytesIO
from itertools import pairwise
from typing import Any

from pypdf import PdfReader

_HEADINGS = ("/H1", "/H2", "/H3", "/H4")
_PAINT = (" S", " f", " B", "Tj", "ET", " Do")


def children(element: Any) -> list[Any]:
    """Return what an element holds, in reading order."""
    kids = element.get("/K", [])
    kids = kids.get_object() if hasattr(kids, "get_object") else kids
    kids = kids if isinstance(kids, list) else [kids]
    return [kid.get_object() for kid in kids]


def elements(catalog: Any) -> list[Any]:
    """Return all elements in reading order."""

    def below(element: Any) -> Iterator[Any]:
        yield element
        for kid in children(element):
            if isinstance(kid, dict) and "/S" in kid:
                yield from below(kid)

    (document,) = children(catalog["/StructTreeRoot"])
    return list(below(document))


def marks(element: Any) -> list[tuple[int, int]]:
    """Return the (page object number, content id) pairs that an element owns."""
    found = []
    for kid in children(element):
        if isinstance(kid, int):
            found.append((element.raw_get("/Pg").idnum, int(kid)))
        elif kid.get("/Type") == "/MCR":
            found.append((kid.raw_get("/Pg").idnum, int(kid["/MCID"])))
    return found


def content_ids(page: Any) -> list[int]:
    """Return the ids of the marked content on a page, in drawing order."""
    text = page.get_contents().get_data().decode("latin-1")
    return [int(part.split(">>")[0]) for part in text.split("/MCID ")[1:]]


def parent_tree(catalog: Any) -> dict[int, Any]:
    """Return what the parent tree holds by its keys."""
    numbers = catalog["/StructTreeRoot"]["/ParentTree"]["/Nums"]
    return {int(numbers[at]): numbers[at + 1].get_object() for at in range(0, len(numbers), 2)}


def faults(data: bytes) -> list[str]:
    """Return what keeps a file from being read aloud well; nothing for a good one."""
    reader = PdfReader(BytesIO(data), strict=True)
    catalog = reader.trailer["/Root"]
    found = elements(catalog)
    return [
        *_about_the_file(reader, catalog),
        *_about_pages(reader, catalog, found),
        *_about_elements(found),
        *_about_fields(reader, catalog),
    ]


def _about_the_file(reader: PdfReader, catalog: Any) -> Iterator[str]:
    if not catalog["/MarkInfo"]["/Marked"]:
        yield "not marked as tagged"
    if not catalog.get("/Lang"):
        yield "no language"
    if not (reader.metadata and reader.metadata.title):
        yield "no title"
    if not catalog["/ViewerPreferences"]["/DisplayDocTitle"]:
        yield "the title does not show"
    if b"<pdfuaid:part>1</pdfuaid:part>" not in catalog["/Metadata"].get_data():
        yield "the metadata does not claim PDF/UA-1"
    if not reader.outline:
        yield "no outline"


def _about_pages(reader: PdfReader, catalog: Any, found: list[Any]) -> Iterator[str]:
    tree = parent_tree(catalog)
    reached = sorted(mark for element in found for mark in marks(element))
    drawn = []
    for number, page in enumerate(reader.pages, start=1):
        place = page.indirect_reference.idnum
        ids = content_ids(page)
        drawn += [(place, each) for each in ids]
        owners = [owner.get_object() for owner in tree[page["/StructParents"]]]
        if page.get("/Tabs") != "/S":
            yield f"page {number} is not tabbed by structure"
        if ids != list(range(len(owners))):
            yield f"page {number} does not lead to the owners of its content"
        yield from (f"page {number}: {fault}" for fault in _outside(page))
        for font in page["/Resources"].get("/Font", {}).get_object().values():
            if "/FontFile2" not in font.get_object()["/FontDescriptor"]:
                yield f"page {number}: {font['/BaseFont']} is not embedded"
    if reached != sorted(drawn):
        yield "content is not reached from the tree, or twice"


def _outside(page: Any) -> Iterator[str]:
    depth = 0
    for line in page.get_contents().get_data().decode("latin-1").splitlines()[1:]:
        if line.endswith(("BDC", "BMC")):
            depth += 1
            if depth > 1:
                yield f"nested content: {line[:40]}"
        depth -= line == "EMC"
        if not depth and line.endswith(_PAINT):
            yield f"drawn outside content: {line[:40]}"
    if depth:
        yield "content is not closed"


def _about_elements(found: list[Any]) -> Iterator[str]:
    levels = [int(each["/S"][2:]) for each in found if each["/S"] in _HEADINGS]
    if levels[:1] != [1] and "/Part" not in {each["/S"] for each in found}:
        yield f"the first heading is of level {levels[:1]}"
    if any(after > before + 1 for before, after in pairwise(levels)):
        yield f"headings leave out a level: {levels}"
    for each in found:
        yield from _about_one(each)


_HOLDS = {
    "/L": {"/LI", "/L", "/Caption"},
    "/Table": {"/TR", "/THead", "/TBody", "/Caption"},
    "/TR": {"/TH", "/TD"},
}


def _about_one(element: Any) -> Iterator[str]:
    kind = element["/S"]
    kids = [kid for kid in children(element) if isinstance(kid, dict) and "/S" in kid]
    roles = [kid["/S"] for kid in kids]
    if any(kid["/P"] != element for kid in kids):
        yield f"a child of {kind} does not know its parent"
    if kind in _HOLDS and set(roles) - _HOLDS[kind]:
        yield f"{kind} holds {roles}"
    if kind == "/LI" and roles != ["/Lbl", "/LBody"]:
        yield f"an item of a list holds {roles}"
    if kind == "/TH" and "/Scope" not in element.get("/A", {}):
        yield "a header cell does not say what it heads"
    if kind == "/Figure" and not (element.get("/Alt") and "/BBox" in element["/A"]):
        yield "a figure has no words or no place"


def _about_fields(reader: PdfReader, catalog: Any) -> Iterator[str]:
    tree = parent_tree(catalog)
    for page in reader.pages:
        for each in page.get("/Annots", []):
            note = each.get_object()
            if note.get("/F", 0) & 2:  # hidden
                continue
            if "/StructParent" not in note or int(note["/StructParent"]) not in tree:
                yield f"{note.get('/T', note['/Subtype'])} is not in the structure"
            if note["/Subtype"] == "/Widget" and not _spoken(note):
                yield f"the field {note.get('/T')} has no words"


def _spoken(note: Any) -> bool:
    while note is not None:
        if note.get("/TU") or note.get("/Contents"):
            return True
        note = note["/Parent"].get_object() if "/Parent" in note else None
    return False
