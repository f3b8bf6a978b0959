"""A ReportLab canvas that says what everything on the page is (PDF/UA-1)."""

from collections.abc import Callable, Hashable, Iterator, Sequence
from contextlib import contextmanager
from html import escape
from typing import Any, Literal

from reportlab import rl_config
from reportlab.lib.utils import isSeq
from reportlab.pdfbase import pdfdoc
from reportlab.pdfgen.canvas import Canvas

from falls_app.export.pdf.fonts import register_fonts
from falls_app.export.pdf.structure import StructureTree, text_value

# ASCII85 makes the file bigger and takes two thirds of ReportLab's time.
rl_config.useA85 = 0

PageFurniture = Callable[["TaggedCanvas", int, int], None]
"""Draws what stands on every page, such as a footer: canvas, page number, number of pages."""

_State = Literal["", "content", "artifact"]


class TaggedCanvas(Canvas):  # type: ignore[misc]
    """A canvas on which content has a role; the same calls make the same bytes.

    Everything that is drawn stands inside ``content`` or ``artifact``. With ``tagging=False``
    the same story is written without any structure, to measure what the structure costs.
    """

    def __init__(
        self,
        target: Any,
        *,
        page_size: tuple[float, float],
        title: str,
        language: str,
        author: str = "",
        tagging: bool = True,
    ) -> None:
        register_fonts()
        self.tagging = tagging
        self._language = language
        self._tree = StructureTree()
        self._state: _State = ""
        self._finished_pages: list[tuple[Any, tuple[float, float]]] = []
        self._outline_base, self._outline_level = 0, -1
        self._headings = 0
        super().__init__(
            target,
            pagesize=page_size,
            pageCompression=1,
            invariant=1,
            initialFontName="Sans",
            lang=language,
        )
        self.setTitle(title)
        self.setAuthor(author)
        self.setCreator("Steady Home")
        self.setViewerPreference("DisplayDocTitle", "true")

    # -- what things are

    @contextmanager
    def element(
        self,
        role: str,
        *,
        key: Hashable = None,
        alt: str = "",
        spoken: str = "",
        attributes: str = "",
    ) -> Iterator[None]:
        """Open a structure element, such as ``Table``, for the content that is drawn inside.

        An element that was opened with the same ``key`` before is gone on with, so that a list
        over two pages is one list. ``alt`` describes a picture, ``spoken`` is read in the
        place of what is drawn, ``attributes`` is an attribute dictionary in PDF syntax. Inside
        content or an artifact this does nothing.
        """
        if not self.tagging or self._state:
            yield
            return
        entries = f"/A {attributes}" if attributes else ""
        entries += f"/Alt {text_value(alt)}" if alt else ""
        entries += f"/ActualText {text_value(spoken)}" if spoken else ""
        self._tree.open(role, entries, key)
        try:
            yield
        finally:
            self._tree.close()

    @contextmanager
    def content(
        self,
        role: str | None,
        *,
        key: Hashable = None,
        alt: str = "",
        spoken: str = "",
        attributes: str = "",
    ) -> Iterator[None]:
        """Mark what is drawn inside as content of a new element.

        A ``role`` of ``None`` adds to the element that is open. Content inside content or an
        artifact belongs to the outer one.
        """
        if role is None:
            with self._marked():
                yield
            return
        with (
            self.element(role, key=key, alt=alt, spoken=spoken, attributes=attributes),
            self._marked(),
        ):
            yield

    @contextmanager
    def _marked(self) -> Iterator[None]:
        if not self.tagging or self._state:
            yield
            return
        role, content_id = self._tree.mark(self._pageNumber)
        self._code.append(f"/{role} <</MCID {content_id}>> BDC")
        self._state = "content"
        try:
            yield
        finally:
            self._code.append("EMC")
            self._state = ""

    @contextmanager
    def artifact(self, *, page_furniture: bool = False) -> Iterator[None]:
        """Mark what is drawn inside as decoration, which a reader passes over."""
        if not self.tagging or self._state:
            yield
            return
        kind = "/Artifact <</Type/Pagination>> BDC" if page_furniture else "/Artifact BMC"
        self._code.append(kind)
        self._state = "artifact"
        try:
            yield
        finally:
            self._code.append("EMC")
            self._state = ""

    def outline(self, words: str, level: int, height: float = 0) -> None:
        """Add a line to the outline that leads to this place; ``level`` 0 is a chapter.

        ``height`` is how far above the current origin the view begins.
        """
        self._headings += 1
        self._outline_level = min(level + self._outline_base, self._outline_level + 1)
        key = f"heading-{self._headings}"
        top = self.absolutePosition(0, height)[1]
        self.bookmarkPage(key, fit="XYZ", left=0, top=top)
        self.addOutlineEntry(words, key, self._outline_level)

    @contextmanager
    def part(self, words: str, height: float) -> Iterator[None]:
        """Draw one of several papers: its headings stand below its own line of the outline."""
        self._outline_base, self._outline_level = 0, -1
        self.outline(words, 0, height)
        self._outline_base = 1
        with self.element("Part"):
            yield

    # -- links and form fields

    def _addAnnotation(self, annotation: Any, name: str | None = None, addtopage: int = 1) -> None:
        if not self.tagging:
            super()._addAnnotation(annotation, name, addtopage)
            return
        if self._state == "artifact":
            # A link outside the structure is not allowed; the first copy of it has its link.
            return
        entries = getattr(annotation, "dict", {})
        is_field = "Widget" in str(entries.get("Subtype", type(annotation).__name__))
        name = name or f"NUMBER{self._annotationCount + 1}"
        role, page = ("Form" if is_field else "Link"), self._pageNumber
        entries["StructParent"] = self._tree.annotate(role, page, name)
        entries.setdefault("Contents", pdfdoc.PDFString(_words_of(entries)))
        entries.setdefault("F", 4)
        super()._addAnnotation(annotation, name, addtopage)

    # -- pages

    def _setAnnotations(self, page: Any) -> None:
        super()._setAnnotations(page)
        if not isinstance(page, pdfdoc.PDFPage):
            return
        self._finished_pages.append((page, self._pagesize))
        if self.tagging:
            # PDFPage writes only the keys that it knows.
            page.__NoDefault__ = [*page.__NoDefault__, "StructParents", "Tabs"]
            page.StructParents = self._tree.end_page()
            page.Tabs = pdfdoc.PDFName("S")

    def _setExtGState(self, thing: Any) -> None:
        super()._setExtGState(thing)
        if isinstance(thing, pdfdoc.PDFFormXObject) and thing.ExtGState:
            # ReportLab forgets the opacities of a form.
            thing.Resources = pdfdoc.PDFResourceDictionary()
            thing.Resources.basicFonts()
            thing.Resources.basicProcs()
            thing.Resources.ExtGState = thing.ExtGState

    def end_part(self, furniture: PageFurniture | None) -> None:
        """Draw what stands on each page since the last part, now that their number is known."""
        pages, self._finished_pages = self._finished_pages, []
        for number, (page, size) in enumerate(pages if furniture else (), start=1):
            self._pagesize = size
            self.init_graphics_state()
            with self.artifact(page_furniture=True):
                furniture(self, number, len(pages))  # type: ignore[misc]
            page.stream += "q\n" + "\n".join(self._code) + "\nQ\n"
            self._code.clear()

    def save(self) -> None:
        """Write the file."""
        if self._code:
            self.showPage()
        if self.tagging:
            self._write_structure()
        super().save()

    def _write_structure(self) -> None:
        catalog = self._doc.Catalog
        catalog.StructTreeRoot = self._tree.write(self._doc)
        catalog.MarkInfo = pdfdoc.PDFDictionary({"Marked": "true"})
        catalog.Metadata = pdfdoc.XMP(creator=self._metadata)

    def _metadata(self, _document: object) -> bytes:
        title, author, language = (
            escape(str(words or "")).replace("\x00", "")
            for words in (self._doc.info.title, self._doc.info.author, self._language)
        )
        return _METADATA.format(title=title, author=author, language=language).encode()


def dictionary(owner: str, **entries: str | Sequence[float]) -> str:
    """Return an attribute dictionary in PDF syntax, such as ``dictionary("Table", Scope="Row")``.

    A word is written as a name, numbers as an array.
    """
    written = "".join(
        f"/{key}/{value}"
        if isinstance(value, str)
        else f"/{key}[{' '.join(f'{number:.2f}' for number in value)}]"
        if isSeq(value)
        else f"/{key} {value}"
        for key, value in entries.items()
    )
    return f"<</O/{owner}{written}>>"


def _words_of(entries: dict[str, Any]) -> str:
    if "TU" in entries:
        return str(entries["TU"])
    action = getattr(entries.get("A"), "dict", {})
    address = action.get("URI")
    return str(getattr(address, "s", "link"))


_METADATA = """<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/">
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/"
 xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/">
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">{title}</rdf:li></rdf:Alt></dc:title>
<dc:creator><rdf:Seq><rdf:li>{author}</rdf:li></rdf:Seq></dc:creator>
<dc:language><rdf:Bag><rdf:li>{language}</rdf:li></rdf:Bag></dc:language>
<pdfuaid:part>1</pdfuaid:part>
</rdf:Description></rdf:RDF></x:xmpmeta>
<?xpacket end="w"?>"""
