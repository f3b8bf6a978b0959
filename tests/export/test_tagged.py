"""What a reader's software finds in our PDFs: structure, words, language, fonts."""

import itertools
import re
import struct
from io import BytesIO

import pytest
from PIL import Image
from pypdf import PdfReader
from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfbase import pdfmetrics

from falls_app.drawing.surface import Surface
from falls_app.drawing.svg import read_picture
from falls_app.export.pdf.cards import Card
from falls_app.export.pdf.document import PageSetup, build_paper, footer
from falls_app.export.pdf.figures import Figure, PhotoFigure, PictureFigure
from falls_app.export.pdf.flowables import Heading, Paragraph, Rule
from falls_app.export.pdf.fonts import font_runs, register_fonts, safe_markup, unshowable
from falls_app.export.pdf.layout import KeepTogether, PageBreak, Row
from falls_app.export.pdf.lists import ListItem, list_of
from falls_app.export.pdf.tables import Table
from tests.export.structure import children, content_ids, elements, faults, marks, parent_tree

BODY = ParagraphStyle("body", fontName="Sans", fontSize=12, leading=16, spaceAfter=4)
LOUD = ParagraphStyle("loud", fontName="Serif", fontSize=20, leading=26, spaceBefore=8)
PICTURE = read_picture(
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 240 180" fill="none" stroke="#2A3638">'
    '<title>A loose rug</title><g id="scene"><rect x="8" y="8" width="224" height="164" rx="14"'
    ' fill="#F3EAD9" opacity="0.5"/><path d="M8 22A14 14 0 0 1 22 8H218"/></g></svg>',
    "loose-rug.svg",
)
NOTE = " ".join(f"word{number}" for number in range(800))


def words(text):
    return Paragraph(safe_markup(text), BODY)


def draw_badge(surface: Surface) -> None:
    surface.circle(20, 20, 18, fill="#DCEBE4", stroke="#17594F")
    surface.text(20, 24, "10", size=12, weight=700, color="#1E2A2D", anchor="middle")


@pytest.fixture
def photo(tmp_path):
    path = tmp_path / "rug.jpg"
    Image.new("RGB", (64, 48), "#A9C6A4").save(path)
    return path


@pytest.fixture
def story(photo):
    """Return a function that makes the same story again: a story may be drawn twice."""

    def make():
        row = [[words("Hallway")], [words("Roll up the rug")], [words("Maria")]]
        return [
            Heading(1, "Rosa’s plan", LOUD),
            Paragraph('See <a href="https://example.org/falls">the falls service</a>.', BODY),
            Figure(draw_badge, 40, 40, "Ten steps are done"),
            Rule("#DDD3C2"),
            Heading(2, "Hallway", LOUD),
            Card(
                [
                    Row([[PictureFigure(PICTURE, 120)], [words("We saw a rug.")]], [120, None]),
                    list_of([ListItem([words("Roll it up")], marker="box", spoken="To do:")]),
                ]
            ),
            PictureFigure(PICTURE, 60, alt=""),
            PhotoFigure(photo, 90, 60, "The rug by the door"),
            Card([Heading(3, "Her note", LOUD), words(NOTE)]),
            list_of([ListItem([words(f"{n} " + "step " * 60)]) for n in range(12)]),
            Heading(2, "Who does what", LOUD),
            Table([[words("Where")], [words("What")], [words("Who")]], [row] * 60, [90, None, 90]),
            PageBreak(PageSetup.of("letter")),
            words("Nguyễn · Ελένη · שלום · 😀"),
        ]

    return make


def build(story, **options):
    paper = build_paper(
        story,
        title="Rosa’s plan",
        language="en-GB",
        author="Steady Home",
        furniture=footer("Rosa’s plan", lambda number, count: f"Page {number} of {count}"),
        **options,
    )
    return paper.data


@pytest.fixture
def reader(story):
    return PdfReader(BytesIO(build(story())))


@pytest.fixture
def catalog(reader):
    return reader.trailer["/Root"]


def with_role(catalog, *roles):
    return [element for element in elements(catalog) if element["/S"] in roles]


def test_a_story_of_every_block_has_no_faults(story):
    assert faults(build(story())) == []


def test_the_catalog_says_that_the_file_is_tagged_in_which_language_and_shows_its_title(
    reader, catalog
):
    assert catalog["/MarkInfo"]["/Marked"]
    assert catalog["/Lang"] == "en-GB"
    assert catalog["/ViewerPreferences"]["/DisplayDocTitle"]
    assert reader.metadata.title == "Rosa’s plan"


def test_the_metadata_claims_pdf_ua_part_one(catalog):
    metadata = catalog["/Metadata"].get_data().decode()

    assert "<pdfuaid:part>1</pdfuaid:part>" in metadata
    assert ">Rosa’s plan<" in metadata


def test_a_title_with_markup_signs_keeps_the_metadata_well_formed():
    data = build_paper([words("x")], title="Tom & <Rosa>", language="en").data
    metadata = PdfReader(BytesIO(data)).trailer["/Root"]["/Metadata"].get_data().decode()

    assert "Tom &amp; &lt;Rosa&gt;" in metadata


def test_every_page_leads_to_the_owners_of_its_content_and_is_tabbed_by_structure(reader, catalog):
    tree = parent_tree(catalog)

    for page in reader.pages:
        assert page["/Tabs"] == "/S"
        owners = [owner.get_object() for owner in tree[page["/StructParents"]]]
        assert content_ids(page) == list(range(len(owners)))
        place = page.indirect_reference.idnum
        assert all((place, number) in marks(owner) for number, owner in enumerate(owners))


def test_all_content_is_reached_once_from_the_top_of_the_tree(reader, catalog):
    reached = [mark for element in elements(catalog) for mark in marks(element)]
    drawn = [
        (page.indirect_reference.idnum, content_id)
        for page in reader.pages
        for content_id in content_ids(page)
    ]

    assert sorted(reached) == sorted(drawn)


def test_nothing_is_drawn_outside_content_and_artifacts(reader):
    for page in reader.pages:
        depth = 0
        for line in page.get_contents().get_data().decode("latin-1").splitlines()[1:]:
            if line.endswith(("BDC", "BMC")):
                depth += 1
                assert depth == 1
            depth -= line == "EMC"
            assert depth or not line.endswith((" S", " f", " B", "Tj", "ET", " Do")), line
        assert depth == 0


def test_each_element_knows_its_parent(catalog):
    for element in elements(catalog):
        for kid in children(element):
            if isinstance(kid, dict) and "/S" in kid:
                assert kid["/P"] == element


def test_figures_have_words_and_a_place(catalog):
    figures = with_role(catalog, "/Figure")

    assert [figure["/Alt"] for figure in figures] == [
        "Ten steps are done",
        "A loose rug",
        "The rug by the door",
    ]
    assert all(len(figure["/A"]["/BBox"]) == 4 for figure in figures)


def test_table_headers_say_what_they_head(catalog):
    (table,) = with_role(catalog, "/Table")
    rows = children(table)
    cells = [cell for row in rows for cell in children(row)]

    assert len(rows) == 61
    assert {cell["/A"]["/Scope"] for cell in cells if cell["/S"] == "/TH"} == {"/Column", "/Row"}
    assert [cell["/S"] for cell in children(rows[0])] == ["/TH"] * 3
    assert [cell["/S"] for cell in children(rows[-1])] == ["/TH", "/TD", "/TD"]


def test_a_table_header_is_printed_on_each_page_but_read_once(reader, catalog):
    (table,) = with_role(catalog, "/Table")
    pages = {page for row in children(table) for cell in children(row) for page, _ in marks(cell)}
    printed = [page for page in reader.pages if "Where" in page.extract_text()]

    assert len(printed) == len(pages) > 1


def test_headings_go_down_one_level_at_a_time(catalog):
    levels = [int(h["/S"][2:]) for h in with_role(catalog, "/H1", "/H2", "/H3")]

    assert levels == [1, 2, 3, 2]
    assert all(after <= before + 1 for before, after in itertools.pairwise(levels))


def test_headings_make_the_outline(reader):
    def titles(outline):
        return [titles(entry) if isinstance(entry, list) else entry.title for entry in outline]

    assert titles(reader.outline) == [
        "Rosa’s plan",
        ["Hallway", ["Her note"], "Who does what"],
    ]


def test_list_items_have_a_label_and_a_body(catalog):
    items = with_role(catalog, "/LI")

    assert len(items) == 13
    assert all([kid["/S"] for kid in children(item)] == ["/Lbl", "/LBody"] for item in items)
    assert children(items[0])[0]["/ActualText"] == "To do:"
    assert all("/ListNumbering" in list_["/A"] for list_ in with_role(catalog, "/L"))


def test_a_link_is_an_element_with_words(reader, catalog):
    (link,) = with_role(catalog, "/Link")
    (kid,) = children(link)
    annotation = kid["/Obj"]

    assert annotation["/Contents"] == "https://example.org/falls"
    assert parent_tree(catalog)[annotation["/StructParent"]] == link


def test_a_paragraph_over_several_pages_is_one_element(reader, catalog):
    owners = [element for element in elements(catalog) if len({p for p, _ in marks(element)}) > 1]

    assert next(owner["/S"] for owner in owners) == "/P"


def test_a_long_note_in_a_card_is_printed_to_its_last_word(reader):
    printed = " ".join(page.extract_text() for page in reader.pages).split()

    assert [word for word in NOTE.split() if word not in printed] == []


def test_the_last_word_of_a_line_is_kept_apart_from_the_next(reader):
    raw = "".join(page.get_contents().get_data().decode("latin-1") for page in reader.pages)
    lines = re.findall(r"\((word[^)]*)\) Tj", raw)

    assert len(lines) > 30
    assert [line for line in lines if not line.endswith(" ")] == lines[-1:]


def test_all_fonts_are_embedded(reader):
    fonts = [
        font.get_object()
        for page in reader.pages
        for font in page["/Resources"]["/Font"].get_object().values()
    ]

    assert fonts
    assert all("/FontFile2" in font["/FontDescriptor"] for font in fonts)


def test_the_footer_counts_all_pages_and_is_no_content(reader):
    count = len(reader.pages)

    for number, page in enumerate(reader.pages, start=1):
        assert f"Page {number} of {count}" in page.extract_text()
        *_, last = page.get_contents().get_data().decode("latin-1").split(" BDC")[:-1]
        assert last.endswith("/Artifact <</Type/Pagination>>")


def test_a_page_break_can_change_the_paper(reader):
    widths = [round(float(page.mediabox.width)) for page in reader.pages]

    assert set(widths[:-1]) == {595}
    assert widths[-1] == 612


def test_the_same_story_makes_the_same_bytes(story):
    again = story()

    assert build(story()) == build(again) == build(again)


def test_without_tagging_the_same_pages_have_no_structure(story, reader):
    plain = PdfReader(BytesIO(build(story(), tagging=False)))

    assert "/StructTreeRoot" not in plain.trailer["/Root"]
    assert [page.extract_text() for page in plain.pages] == [
        page.extract_text() for page in reader.pages
    ]
    assert all(
        "BDC" not in page.get_contents().get_data().decode("latin-1") for page in plain.pages
    )


def test_a_picture_is_turned_into_operators_once_for_all_its_uses():
    data = build([PictureFigure(PICTURE, width) for width in range(40, 60)])
    forms = {
        form.idnum
        for page in PdfReader(BytesIO(data)).pages
        for form in dict.values(page["/Resources"]["/XObject"])
    }

    assert len(forms) == 1


def test_a_picture_that_is_half_clear_stays_so_on_paper():
    data = build([PictureFigure(PICTURE, 100)])
    (page,) = PdfReader(BytesIO(data)).pages
    (form,) = page["/Resources"]["/XObject"].values()
    states = form.get_object()["/Resources"]["/ExtGState"].values()

    assert 0.5 in [state.get("/ca") for state in states]


def test_blocks_that_belong_together_move_to_the_next_page():
    together = KeepTogether([words("second " * 100), words("third " * 100)])
    data = build([words("first " * 700), together])
    first, second = (page.extract_text() for page in PdfReader(BytesIO(data)).pages)

    assert "first" in first
    assert "second" not in first
    assert "second" in second
    assert "third" in second


def test_a_block_higher_than_a_page_that_cannot_be_cut_is_refused():
    with pytest.raises(ValueError, match="Figure is higher than a page"):
        build([Figure(draw_badge, 40, 2000, "A tower")])


def test_user_words_cannot_become_markup():
    data = build([words("Tom & <b>Jerry</b>\nnext")])

    printed = PdfReader(BytesIO(data)).pages[0].extract_text().splitlines()
    assert [line.strip() for line in printed[:2]] == ["Tom & <b>Jerry</b>", "next"]


@pytest.mark.parametrize(
    ("text", "markup"),
    [
        ("a\x00b\u200dc", "abc"),
        ("Łódź", "Łódź"),
        ("Mrs Nguyễn", 'Mrs <font name="Fallback">Nguyễn</font>'),
        ("ok 😀", "ok […]"),
        ("مرحبا", "[…]"),
        ("שלום 12.5", '<font name="Fallback">םולש</font> 12.5'),
    ],
)
def test_words_are_set_in_a_font_that_has_them(text, markup):
    assert safe_markup(text) == markup


def test_bold_words_fall_back_to_a_bold_font():
    assert safe_markup("Ελένη", bold=True) == '<font name="FallbackBold">Ελένη</font>'
    assert font_runs("Ελένη", "Serif") == [("FallbackBold", "Ελένη")]


def test_a_long_hebrew_note_is_cut_into_lines_that_read_from_the_right():
    note = " ".join(["אבג"] * 30)

    lines = safe_markup(note).split("<br/>")

    assert len(lines) > 2
    assert all(" " not in line.replace("<font name", "") for line in lines)


def test_the_app_can_say_which_words_a_paper_does_not_show():
    assert unshowable("Call नमस्ते now 😀 and Nguyễn now 😀") == ["नमस्ते", "😀"]


@pytest.mark.parametrize("name", ["Sans", "SansMedium", "SansSemi", "SansBold", "Serif"])
def test_a_zero_has_no_slash(name):
    register_fonts()
    face = pdfmetrics.getFont(name).face
    (is_long,) = struct.unpack(">h", face.get_table("head")[50:52])
    size, form = (4, ">L") if is_long else (2, ">H")
    at = face.charToGlyph[ord("0")] * size
    (place,) = struct.unpack(form, face.get_table("loca")[at : at + size])
    place = place if is_long else place * 2
    (contours,) = struct.unpack(">h", face.get_table("glyf")[place : place + 2])

    # The round outside and the round inside; a slash would make it three.
    assert contours == 2
