"""The structure tree of a tagged PDF: which words are a heading, a list, a table cell."""

from collections.abc import Hashable, Iterator
from typing import Any

from reportlab.pdfbase import pdfdoc


class Element:
    """One element of the tree, such as a paragraph; its children are in reading order.

    ``attributes`` are further entries of its dictionary, in PDF syntax.
    """

    __slots__ = ("attributes", "children", "number", "parent", "role")

    def __init__(self, role: str, parent: "Element | None", attributes: str = "") -> None:
        self.role = role
        self.parent = parent
        self.attributes = attributes
        self.children: list[Element | Mark | Annotation] = []
        self.number = 0
        if parent is not None:
            parent.children.append(self)


class Mark:
    """A stretch of marked content on a page: page number from 1, and its id on that page."""

    __slots__ = ("content_id", "page")

    def __init__(self, page: int, content_id: int) -> None:
        self.page = page
        self.content_id = content_id


class Annotation:
    """A link or a form field of a page, by ReportLab's name of its object."""

    __slots__ = ("name", "page")

    def __init__(self, page: int, name: str) -> None:
        self.page = page
        self.name = name


class StructureTree:
    """Collects elements while pages are drawn, and writes them into the document."""

    def __init__(self) -> None:
        self.root = Element("Document", None)
        self._open = [self.root]
        self._by_key: dict[Hashable, Element] = {}
        self._page_marks: list[Element] = []
        # The parent tree: for a page the owners of its marks, for an annotation its element.
        self._parents: list[list[Element] | Element] = []

    def open(self, role: str, attributes: str = "", key: Hashable = None) -> None:
        """Go into a new element, or back into the one that was opened under ``key``."""
        element = self._by_key.get(key) if key is not None else None
        if element is None:
            element = Element(role, self._open[-1], attributes)
            if key is not None:
                self._by_key[key] = element
        self._open.append(element)

    def close(self) -> None:
        """Leave the element that was opened last."""
        self._open.pop()

    def mark(self, page: int) -> tuple[str, int]:
        """Give the next stretch of content of this page to the open element.

        Returns what marks it: the element's role and the content's id on the page.
        """
        element, content_id = self._open[-1], len(self._page_marks)
        element.children.append(Mark(page, content_id))
        self._page_marks.append(element)
        return element.role, content_id

    def annotate(self, role: str, page: int, name: str, attributes: str = "") -> int:
        """Add a link or form field to the open element; return its key in the parent tree."""
        element = Element(role, self._open[-1], attributes)
        element.children.append(Annotation(page, name))
        self._parents.append(element)
        return len(self._parents) - 1

    def end_page(self) -> int:
        """Finish a page; return its key in the parent tree."""
        self._parents.append(self._page_marks)
        self._page_marks = []
        return len(self._parents) - 1

    def write(self, document: Any) -> Any:
        """Add the whole tree to ReportLab's document; return the tree root's reference."""
        root = _RawObject()
        reference = document.Reference(root)
        root_number = _number_of(document, root)
        elements = list(_with_descendants(self.root))
        objects = [_RawObject() for _ in elements]
        for element, raw in zip(elements, objects, strict=True):
            document.Reference(raw)
            element.number = _number_of(document, raw)
        for element, raw in zip(elements, objects, strict=True):
            parent = element.parent.number if element.parent else root_number
            raw.text = _element_text(element, parent, document.idToObjectNumberAndVersion)
        parents = _RawObject(self._parent_tree())
        document.Reference(parents)
        root.text = (
            f"<</Type/StructTreeRoot/K[{self.root.number} 0 R]"
            f"/ParentTree {_number_of(document, parents)} 0 R"
            f"/ParentTreeNextKey {len(self._parents)}>>"
        )
        return reference

    def _parent_tree(self) -> str:
        entries = (
            f"{key}[{' '.join(f'{owner.number} 0 R' for owner in owners)}]"
            if isinstance(owners, list)
            else f"{key} {owners.number} 0 R"
            for key, owners in enumerate(self._parents)
        )
        return f"<</Nums[{' '.join(entries)}]>>"


class _RawObject(pdfdoc.PDFObject):  # type: ignore[misc]
    """An object of the file that is text already: thousands of elements, written fast."""

    __RefOnly__ = 1

    def __init__(self, text: str = "") -> None:
        self.text = text

    def format(self, document: object) -> bytes:
        return self.text.encode("latin-1")


def text_value(words: str) -> str:
    """Return words as a PDF text string."""
    if words.isascii() and words.isprintable():
        escaped = words.replace("\\", "\\\\").replace("(", "\\(").replace(")", "\\)")
        return f"({escaped})"
    return f"<FEFF{words.encode('utf-16-be').hex().upper()}>"


def _number_of(document: Any, raw: Any) -> int:
    return int(document.idToObjectNumberAndVersion[raw.__InternalName__][0])


def _with_descendants(element: Element) -> Iterator[Element]:
    yield element
    for child in element.children:
        if isinstance(child, Element):
            yield from _with_descendants(child)


def _element_text(element: Element, parent_number: int, numbers: dict[str, tuple[int, int]]) -> str:
    pages = [child.page for child in element.children if isinstance(child, Mark)]
    page = pages[0] if pages else 0
    children = [_child_text(child, page, numbers) for child in element.children]
    kids = children[0] if len(children) == 1 else f"[{' '.join(children)}]"
    return (
        f"<</S/{element.role}/P {parent_number} 0 R"
        + (f"/Pg {numbers[f'Page{page}'][0]} 0 R" if page else "")
        + (f"/K {kids}" if children else "")
        + f"{element.attributes}>>"
    )


def _child_text(
    child: Element | Mark | Annotation, page: int, numbers: dict[str, tuple[int, int]]
) -> str:
    if isinstance(child, Element):
        return f"{child.number} 0 R"
    if isinstance(child, Mark) and child.page == page:
        return str(child.content_id)
    page_reference = f"{numbers[f'Page{child.page}'][0]} 0 R"
    if isinstance(child, Mark):
        return f"<</Type/MCR/Pg {page_reference}/MCID {child.content_id}>>"
    annotation = numbers[f"Annot.{child.name}"][0]
    return f"<</Type/OBJR/Pg {page_reference}/Obj {annotation} 0 R>>"
