"""Filled sheets as programs leave them: read whatever they did, and never hurt by a file."""

import zlib
from functools import cache
from io import BytesIO
from pathlib import Path

import pytest
from pypdf import PdfWriter
from pypdf.generic import (
    ArrayObject,
    ByteStringObject,
    DictionaryObject,
    NameObject,
    StreamObject,
    TextStringObject,
)

from falls_app.content.regions import load_region
from falls_app.domain.assessment import Assessment, Case, ListKind
from falls_app.domain.home import Home, Room
from falls_app.domain.origin import origin_in
from falls_app.domain.person import Person
from falls_app.domain.sheet import ORIGIN
from falls_app.errors import UserError
from falls_app.export import Printing, filled_form, write_paper
from falls_app.export.filled_form import (
    BROKEN,
    ENCRYPTED,
    NO_BOXES,
    _boxes_or_trouble,
    boxes_in,
    read_boxes,
)

CASE = Case(
    person=Person("Rosa"),
    home=Home(rooms=(Room("bedroom", "BED", "Bedroom"),)),
    assessments=(Assessment("1", "2026-11-20", ListKind.QUICK),),
)
CIRCLES, NOTE = "bedroom/BED03", "bedroom/BED03/note"


@cache
def blank() -> bytes:
    target = BytesIO()
    write_paper("visit-sheet", CASE, target, Printing(load_region("us"), fillable=True))
    return target.getvalue()


class Filler:
    """A program that fills the sheet; ``fields`` are its boxes by name."""

    def __init__(self) -> None:
        self.writer = PdfWriter(clone_from=BytesIO(blank()))
        self.form = self.writer._root_object["/AcroForm"].get_object()
        each = [field.get_object() for field in self.form["/Fields"]]
        self.fields = {str(field["/T"]): field for field in each}

    def circle(self, number: int):
        return self.fields[CIRCLES]["/Kids"][number].get_object()

    def saved(self, folder: Path) -> Path:
        self.writer.write(folder / "filled.pdf")
        return folder / "filled.pdf"


@pytest.fixture
def filler() -> Filler:
    return Filler()


def set_name(filler):
    filler.fields[CIRCLES][NameObject("/V")] = NameObject("/partly")


def set_text(filler):
    filler.fields[CIRCLES][NameObject("/V")] = TextStringObject("partly")


def turn_on_only(filler):
    filler.circle(1)[NameObject("/AS")] = NameObject("/partly")


def rename_all_on(filler):
    """Give every circle the same name, as programs do that know only of /On."""
    for number in range(4):
        circle = filler.circle(number)
        looks = circle["/AP"]["/N"]
        state = next(key for key in looks if key != "/Off")
        circle[NameObject("/AP")] = DictionaryObject(
            {NameObject("/N"): DictionaryObject({NameObject("/On"): looks.raw_get(state)})}
        )
        circle[NameObject("/AS")] = NameObject("/On" if number == 1 else "/Off")
    filler.fields[CIRCLES][NameObject("/V")] = NameObject("/On")


def number_options(filler):
    """Name circles by their numbers, with the words in a list beside, as Acrobat may."""
    words = [TextStringObject(each) for each in ("safe", "partly", "hazard", "not_sure")]
    filler.fields[CIRCLES][NameObject("/Opt")] = ArrayObject(words)
    filler.fields[CIRCLES][NameObject("/V")] = NameObject("/1")


def drop_looks(filler):
    set_name(filler)
    for number in range(4):
        del filler.circle(number)["/AP"]
    filler.form[NameObject("/NeedAppearances")] = NameObject("/true")


def lose_the_list(filler):
    set_name(filler)
    filler.form[NameObject("/Fields")] = ArrayObject()


def add_pages(filler):
    set_name(filler)
    filler.writer.insert_blank_page(200, 200, 0)
    filler.writer.add_blank_page(200, 200)


@pytest.mark.parametrize(
    "fill", [set_name, set_text, turn_on_only, drop_looks, lose_the_list, add_pages, number_options]
)
def test_a_chosen_circle_is_found_however_a_program_wrote_it(filler, tmp_path, fill):
    fill(filler)

    assert boxes_in(filler.saved(tmp_path))[CIRCLES].removeprefix("/") == "partly"


def test_of_circles_with_one_name_the_place_tells(filler, tmp_path):
    rename_all_on(filler)

    assert boxes_in(filler.saved(tmp_path))[CIRCLES] == "#1"


@pytest.mark.parametrize(
    ("value", "words"),
    [
        (TextStringObject("Größe “neu”\rzwei"), "Größe “neu”\rzwei"),
        (ByteStringObject("Łóżko".encode("utf-16")), "Łóżko"),
        (ByteStringObject(b"\xef\xbb\xbf" + "Łóżko".encode()), "Łóżko"),
    ],
)
def test_words_come_back_in_any_coding(filler, tmp_path, value, words):
    filler.fields[NOTE][NameObject("/V")] = value

    assert boxes_in(filler.saved(tmp_path))[NOTE] == words


def test_words_kept_in_a_stream_are_words_too(filler, tmp_path):
    stream = StreamObject()
    stream.set_data(b"Lamp on the left")
    filler.fields[NOTE][NameObject("/V")] = filler.writer._add_object(stream)

    assert boxes_in(filler.saved(tmp_path))[NOTE] == "Lamp on the left"


def test_boxes_within_boxes_have_the_names_of_both(filler, tmp_path):
    inner = filler.fields[NOTE]
    inner[NameObject("/T")] = TextStringObject("note")
    inner[NameObject("/V")] = TextStringObject("Lamp")
    outer = DictionaryObject({NameObject("/T"): TextStringObject("outer")})
    reference = filler.writer._add_object(outer)
    outer[NameObject("/Kids")] = ArrayObject([inner.indirect_reference])
    inner[NameObject("/Parent")] = reference
    filler.form["/Fields"].append(reference)

    assert boxes_in(filler.saved(tmp_path))["outer.note"] == "Lamp"


def test_a_file_saved_on_top_of_itself_tells_the_last_word(tmp_path):
    writer = PdfWriter(BytesIO(blank()), incremental=True)
    for page in writer.pages:
        writer.update_page_form_field_values(page, {CIRCLES: "/hazard"}, auto_regenerate=False)
    file = tmp_path / "twice.pdf"
    writer.write(file)

    assert file.read_bytes().startswith(blank())
    assert boxes_in(file)[CIRCLES].removeprefix("/") == "hazard"


def test_a_sheet_nobody_touched_says_nothing_but_where_it_comes_from(tmp_path):
    file = tmp_path / "blank.pdf"
    file.write_bytes(blank())

    assert {name for name, value in boxes_in(file).items() if value} == {ORIGIN}


FILLED = sorted((Path(__file__).parents[1] / "fixtures" / "filled").glob("*.pdf"))


@pytest.mark.parametrize("file", FILLED, ids=lambda file: file.stem)
def test_what_other_programs_filled_in_comes_back(file):
    """Each of these was filled by the program of its name: by hand, or by its own form calls."""
    told = {name: value for name, value in boxes_in(file).items() if value}

    assert origin_in(told.pop(ORIGIN)).was["bedroom/BED03"] == "safe"
    note = told.pop("bedroom/BED03/note")
    assert note.split() in (["Größe", "“neu”", "Zoë"], ["Größe", "neu", "Zoë"])
    assert told == {
        "bedroom/BED03": "partly",
        "bedroom/BED04": "safe",
        "bedroom/BED04/clear-width": "35 1/2",
        "bedroom/BED04/photo": "7",
        "bed%2E2%2Fü/BED03": "hazard",
    }


# ------------------------------------------------------------------ files that hurt


def flat(folder: Path) -> Path:
    writer = PdfWriter(clone_from=BytesIO(blank()))
    writer.remove_annotations(subtypes=None)
    del writer._root_object["/AcroForm"]
    writer.write(folder / "flat.pdf")
    return folder / "flat.pdf"


def locked(folder: Path) -> Path:
    writer = PdfWriter(clone_from=BytesIO(blank()))
    writer.encrypt("secret", algorithm="RC4-128")
    writer.write(folder / "locked.pdf")
    return folder / "locked.pdf"


def kept_from_change(folder: Path) -> Path:
    writer = PdfWriter(clone_from=BytesIO(blank()))
    writer.encrypt("", "owner", algorithm="RC4-128")
    writer.write(folder / "kept.pdf")
    return folder / "kept.pdf"


def test_a_file_locked_for_changes_only_is_read(tmp_path):
    assert ORIGIN in boxes_in(kept_from_change(tmp_path))


def raw_pdf(objects: list[bytes]) -> bytes:
    """Return a PDF of these objects, the first of them its catalog."""
    body, places = b"%PDF-1.7\n", []
    for number, text in enumerate(objects, start=1):
        places.append(len(body))
        body += b"%d 0 obj\n%s\nendobj\n" % (number, text)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    head = b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    end = b"trailer <</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF" % (len(objects) + 1, len(body))
    return body + head + table + end


ROOT = b"<</Type/Catalog/Pages 2 0 R/AcroForm 3 0 R>>"
PAGES = b"<</Type/Pages/Kids[]/Count 0>>"


def kids_in_a_ring() -> bytes:
    return raw_pdf(
        [
            ROOT,
            PAGES,
            b"<</Fields[4 0 R]>>",
            b"<</T(a)/Kids[5 0 R]>>",
            b"<</T(b)/Kids[4 0 R]/Parent 4 0 R>>",
        ]
    )


def pages_in_a_ring() -> bytes:
    return raw_pdf([ROOT, b"<</Type/Pages/Kids[2 0 R]/Count 9>>", b"<</Fields[]>>"])


def deep_kids() -> bytes:
    chain = [b"<</T(a)/Kids[%d 0 R]>>" % (number + 5) for number in range(3000)]
    return raw_pdf([ROOT, PAGES, b"<</Fields[4 0 R]>>", *chain, b"<</T(end)/V(x)>>"])


def deep_arrays() -> bytes:
    return raw_pdf([ROOT, PAGES, b"<</Fields " + b"[" * 50_000 + b"]" * 50_000 + b">>"])


def bomb() -> bytes:
    packed = zlib.compress(bytes(120_000_000), 9)
    stream = b"<</Length %d/Filter/FlateDecode>>stream\n%s\nendstream" % (len(packed), packed)
    return raw_pdf([ROOT, PAGES, b"<</Fields[4 0 R]>>", b"<</T(a)/FT/Tx/V 5 0 R>>", stream])


def earlier_in_a_ring() -> bytes:
    data = raw_pdf([ROOT, PAGES, b"<</Fields[]>>"])
    start = data.rindex(b"startxref\n") + 10
    place = data[start:].split(b"\n")[0]
    return data.replace(b"/Root 1 0 R", b"/Root 1 0 R/Prev " + place)


@pytest.mark.parametrize(
    "make",
    [kids_in_a_ring, pages_in_a_ring, deep_kids, deep_arrays, bomb, earlier_in_a_ring,
     lambda: b"%PDF-1.7\n" + b"\x00" * 1000, lambda: blank()[: len(blank()) // 2], lambda: b""],
)  # fmt: skip
def test_a_file_made_to_hurt_is_read_or_refused_in_time(tmp_path, make):
    file = tmp_path / "hurt.pdf"
    file.write_bytes(make())

    told = _boxes_or_trouble(file)

    assert told in (BROKEN, NO_BOXES) or sum(map(len, dict(told).values())) < 5_000_000


def test_every_trouble_is_a_sentence(tmp_path, monkeypatch):
    assert _boxes_or_trouble(locked(tmp_path)) == ENCRYPTED
    assert _boxes_or_trouble(flat(tmp_path)) == NO_BOXES

    with pytest.raises(UserError, match="no boxes of a visit sheet"):
        read_boxes(flat(tmp_path))
    with pytest.raises(UserError, match="could not be read: No such file"):
        read_boxes(tmp_path / "none.pdf")
    monkeypatch.setattr(filled_form, "LARGEST_FILE", 1000)
    with pytest.raises(UserError, match="too large"):
        read_boxes(flat(tmp_path))


def test_a_file_that_takes_too_long_is_given_up(tmp_path, monkeypatch):
    file = tmp_path / "blank.pdf"
    file.write_bytes(blank())
    monkeypatch.setattr(filled_form, "SECONDS", 0.001)

    with pytest.raises(UserError, match="no whole PDF"):
        read_boxes(file)
