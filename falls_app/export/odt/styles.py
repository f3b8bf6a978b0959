"""How our text documents look: fonts, headings, tables, page and footer."""

import xml.etree.ElementTree as ET
from collections.abc import Sequence

from falls_app.export.odt.package import document, element
from falls_app.i18n import _

SANS, SERIF = "Atkinson Hyperlegible Next", "Literata"
_INK, _SOFT, _LINE, _FILL, _FLAG = "#1E2A2D", "#45524F", "#DDD3C2", "#EEE7DA", "#A61C38"
_PAGES = {"a4": ("21cm", "29.7cm"), "letter": ("21.59cm", "27.94cm")}
_MARGIN = "1.6cm"

_PARAGRAPHS = {
    # name: (font, size, color, bold, space below)
    "Standard": (SANS, "10.5pt", _INK, False, "0.12cm"),
    "Small": (SANS, "10pt", _SOFT, False, "0.1cm"),
    "Cell": (SANS, "10pt", _INK, False, "0cm"),
    "CellHead": (SANS, "10pt", _SOFT, True, "0cm"),
    "Service": (SANS, "10.5pt", _INK, True, "0cm"),
    "Alert": (SANS, "13pt", _FLAG, True, "0.2cm"),
    "Title": (SERIF, "24pt", _INK, True, "0.2cm"),
}
_HEADINGS = ((1, "19pt", "0.5cm"), (2, "14pt", "0.4cm"), (3, "11pt", "0.3cm"))


def styles(foot: str, paper: str, language: str) -> ET.Element:
    """Return the file of styles; ``foot`` stands on each page beside its number."""
    code, _dash, country = language.partition("-")
    spoken = {"fo:language": code, "fo:country": country or "none"}
    default = element(
        "style:default-style",
        {"style:family": "paragraph"},
        element("style:text-properties", spoken),
    )
    named = [_paragraph(each) for each in _PARAGRAPHS]
    named += [_heading(*each) for each in _HEADINGS]
    named.append(
        element(
            "style:style",
            {"style:name": "Strong", "style:family": "text"},
            element("style:text-properties", {"fo:font-weight": "bold"}),
        )
    )
    named.append(_dots())
    wide, high = _PAGES[paper]
    layout = element(
        "style:page-layout",
        {"style:name": "Page"},
        element(
            "style:page-layout-properties",
            {"fo:page-width": wide, "fo:page-height": high, "fo:margin": _MARGIN},
        ),
        element(
            "style:footer-style",
            {},
            element("style:header-footer-properties", {"fo:margin-top": "0.4cm"}),
        ),
    )
    master = element(
        "style:master-page",
        {"style:name": "Standard", "style:page-layout-name": "Page"},
        element("style:footer", {}, _footer(foot)),
    )
    return document(
        "styles",
        element("office:font-face-decls", {}, *map(_face, (SANS, SERIF))),
        element("office:styles", {}, default, *named),
        element("office:automatic-styles", {}, layout),
        element("office:master-styles", {}, master),
    )


def _face(font: str) -> ET.Element:
    generic = "roman" if font == SERIF else "swiss"
    return element(
        "style:font-face",
        {"style:name": font, "svg:font-family": f"'{font}'", "style:font-family-generic": generic},
    )


def _footer(foot: str) -> ET.Element:
    parts: list[ET.Element | str] = [f"{foot} · "]
    before, _n, rest = _("Page {n} of {all}").partition("{n}")
    between, _all, after = rest.partition("{all}")
    parts += [before, element("text:page-number", {"text:select-page": "current"}, "1"), between]
    parts += [element("text:page-count", {}, "1"), after]
    return element("text:p", {"text:style-name": "Small"}, *parts)


def _paragraph(name: str) -> ET.Element:
    font, size, color, bold, below = _PARAGRAPHS[name]
    return element(
        "style:style",
        {"style:name": name, "style:family": "paragraph"},
        element("style:paragraph-properties", {"fo:margin-top": "0cm", "fo:margin-bottom": below}),
        _text(font, size, color, bold=bold),
    )


def _dots() -> ET.Element:
    level = element(
        "text:list-level-style-bullet",
        {"text:level": "1", "text:bullet-char": "•"},
        element(
            "style:list-level-properties",
            {"text:space-before": "0.2cm", "text:min-label-width": "0.4cm"},
        ),
    )
    return element("text:list-style", {"style:name": "Dots"}, level)


def _heading(level: int, size: str, above: str) -> ET.Element:
    return element(
        "style:style",
        {
            "style:name": f"Heading_20_{level}",
            "style:display-name": f"Heading {level}",
            "style:family": "paragraph",
            "style:default-outline-level": str(level),
        },
        element(
            "style:paragraph-properties",
            {"fo:margin-top": above, "fo:margin-bottom": "0.15cm", "fo:keep-with-next": "always"},
        ),
        _text(SERIF, size, _INK, bold=True),
    )


def _text(font: str, size: str, color: str, *, bold: bool) -> ET.Element:
    return element(
        "style:text-properties",
        {
            "style:font-name": font,
            "fo:font-size": size,
            "fo:color": color,
            "fo:font-weight": "bold" if bold else "normal",
        },
    )


def column_style(name: str, share: float) -> ET.Element:
    """Return the style of a column that is so many parts wide."""
    return element(
        "style:style",
        {"style:name": name, "style:family": "table-column"},
        element("style:table-column-properties", {"style:rel-column-width": f"{share * 100:.0f}*"}),
    )


def table_styles() -> Sequence[ET.Element]:
    """Return the styles of tables, their rows and cells, and of what begins a page."""
    border = f"0.02cm solid {_LINE}"
    cells = (
        ("CellBox", {"fo:padding": "0.1cm", "fo:border-bottom": border}),
        ("HeadBox", {"fo:padding": "0.1cm", "fo:background-color": _FILL}),
        ("PlainBox", {"fo:padding": "0.08cm"}),
    )
    wide = {"style:rel-width": "100%", "table:align": "margins", "fo:margin-bottom": "0.25cm"}
    made = [
        element(
            "style:style",
            {"style:name": "Wide", "style:family": "table"},
            element("style:table-properties", wide),
        ),
        element(
            "style:style",
            {"style:name": "Whole", "style:family": "table-row"},
            element("style:table-row-properties", {"fo:keep-together": "always"}),
        ),
        element(
            "style:style",
            {
                "style:name": "NewPage",
                "style:family": "paragraph",
                "style:parent-style-name": "Heading_20_1",
            },
            element("style:paragraph-properties", {"fo:break-before": "page"}),
        ),
        element("style:style", {"style:name": "Picture", "style:family": "graphic"}),
    ]
    made += [
        element(
            "style:style",
            {"style:name": box, "style:family": "table-cell"},
            element("style:table-cell-properties", said),
        )
        for box, said in cells
    ]
    return made
