"""The OT report says all that was noted and decided, leads with help, and keeps one page apart."""

import re
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from dataclasses import fields, is_dataclass, replace
from datetime import UTC, datetime
from functools import cache
from io import BytesIO
from pathlib import Path
from zipfile import ZIP_STORED, ZipFile

import pypdfium2 as pdfium
import pytest
from PIL import Image

from falls_app.cases import load_case, photos_beside
from falls_app.cli import run
from falls_app.content.bones import load_red_flags
from falls_app.content.regions import load_region
from falls_app.domain.assessment import Assessment, Case, Finding, Helper, OwnStep
from falls_app.domain.bones import Bones
from falls_app.domain.checklist import Answer
from falls_app.domain.drafting import judged, rewritten
from falls_app.domain.evidence import Photo
from falls_app.domain.fingerprint import check_code
from falls_app.domain.person import Person, Say
from falls_app.domain.signing import locked
from falls_app.domain.visit import Equipment, Signature, Signer, Verdict, Visit, Way
from falls_app.export import Letterhead, Printing, write_document, write_paper
from falls_app.export.letterheads import SETTING, letterhead_form, read_letterheads
from falls_app.export.pdf.report_photos import PrintPhotos
from falls_app.export.report import drafting
from falls_app.export.report.data import ReportData
from falls_app.export.report.parts import Report
from falls_app.export.report.plain import as_html, as_text
from falls_app.export.report.story import make_report
from falls_app.storage.store import Store
from tests.spoken import alt_texts

NELL = load_case("sample:visit")
US, UK = load_region("us"), load_region("uk")
PHOTOS = photos_beside("sample:visit")
RUTH = Letterhead("Ruth Calder, OT", "00-4821", "Lakeside Therapy", "5 Quay Road\n555-0100")
HOW = Printing(US, photos=PHOTOS, letterhead=RUTH)
FEW = replace(NELL.assessment, findings={
    place: found for place, found in NELL.assessment.findings.items() if place[1] == "bathroom"
})  # fmt: skip
SMALL = replace(NELL, assessments=(FEW,))
"""The same case with the findings of one room: quicker to print."""

DRAWN = Signature(
    Signer.THERAPIST, "Ruth Calder, OT", "2026-11-12", at="10:20", registration="00-4821",
    strokes=(((0.1, 0.5), (0.4, 0.2), (0.6, 0.8)), ((0.7, 0.5),)),
)  # fmt: skip
ODD = "<b>Ann & Bob</b> \u0007“Ωμέγα” Żółw \U0001f600"


def printed(case: Case, kind: str = "ot-report", how: Printing = HOW) -> bytes:
    target = BytesIO()
    write_paper(kind, case, target, how)
    return target.getvalue()


def pages_of(data: bytes) -> list[str]:
    document = pdfium.PdfDocument(data)
    try:
        return [" ".join(page.get_textpage().get_text_bounded().split()) for page in document]
    finally:
        document.close()


def said(case: Case, kind: str = "ot-report", how: Printing = HOW) -> str:
    return " ".join(pages_of(printed(case, kind, how)))


@cache
def nells() -> tuple[str, ...]:
    """The pages of the sample's report."""
    return tuple(pages_of(printed(NELL)))


def data_of(case: Case, **options) -> ReportData:
    return ReportData(case, HOW, **options)


def report_of(case: Case, **options) -> Report:
    return make_report(data_of(case, **options))


def with_visit(**changes) -> Case:
    return replace(NELL, visit=replace(NELL.visit, **changes))


def texts_in(value: object) -> Iterator[str]:
    """Yield every own word of a value."""
    if isinstance(value, str) and type(value) is str:
        yield value
    elif is_dataclass(value):
        for each in fields(value):
            yield from texts_in(getattr(value, each.name))
    elif isinstance(value, dict | tuple):
        for each in value.values() if isinstance(value, dict) else value:
            yield from texts_in(each)


# ------------------------------------------------------------------ nothing is lost


@pytest.mark.parametrize(("region", "paper"), [(US, "letter"), (UK, "a4")])
def test_all_that_a_therapist_noted_is_in_the_report(region, paper) -> None:
    words = (
        " ".join(nells())
        if region is US
        else said(NELL, how=replace(HOW, region=region, paper=paper))
    )
    ids = {each.id for each in NELL.visit.equipment} | {room.id for room in NELL.home}
    noted = {" ".join(each.split()) for each in texts_in(NELL.visit) if each} - ids
    noted -= {NELL.visit.identity.born, NELL.visit.referral.on}

    joined = words.replace("Millbrook,", "Millbrook")
    assert len(noted) > 40
    assert [each for each in noted if each not in words and each not in joined] == [
        "27 Orchard Street Millbrook"
    ]
    assert "27 Orchard Street, Millbrook" in words
    for note in (each.note for each in NELL.assessment.findings.values() if each.answer.is_open):
        assert " ".join(note.split()) in words


def test_the_head_names_the_therapist_and_every_page_the_person() -> None:
    pages = nells()

    assert pages[0].startswith("Home visit report Lakeside Therapy Ruth Calder, OT")
    assert "registration 00-4821" in pages[0]
    assert "5 Quay Road 555-0100 Draft. Not signed" in pages[0]
    for number, page in enumerate(pages, start=1):
        foot = "Nell Hartley · ref LCT-0482 · Home visit report · Confidential health record"
        assert foot in page
        assert f"Page {number} of {len(pages)}" in page


def test_every_number_leads_somewhere() -> None:
    data, words = data_of(NELL), " ".join(nells())
    numbers = [item.number for item in data.items]

    assert numbers == list(range(1, len(numbers) + 1))
    shown = {
        int(n) for listed in re.findall(r"Photos? ([\d, ]+\d)", words) for n in listed.split(",")
    }
    assert shown <= {each.number for each in data.plate}
    assert {each.finding.check for each in data.plate if each.finding.answer.is_open}
    assert len(data.plate) == len(NELL.photos)
    again = [item for item in data.items if item.first is not None]
    assert again
    assert all(data.items[item.first - 1].step is item.step for item in again)
    steps = {item.step.key for item in data.items}
    assert steps == {step.key for step in data.plan.steps if not step.is_done}


def test_what_was_refused_or_put_off_stands_there_with_its_reason() -> None:
    words = " ".join(nells())

    assert "Options declined" in words
    assert "“We will not rebuild the cellar stairs. I do not have to go down there.”" in words
    assert "Put off for later" in words
    assert "“Not before Christmas. I know that stove.”" in words
    assert "Nell’s way: “I take the hem up myself. The robe stays.”" in words
    assert "Done already" in words


def test_a_step_that_the_family_wrote_is_in_the_plan_and_nobody_s_draft() -> None:
    words = as_text(report_of(replace(SMALL, own_steps=(OwnStep("1", "Oil the hinge"),))))

    assert "Oil the hinge" in words
    assert "own step" in words


def test_an_empty_case_makes_a_short_report_without_a_table() -> None:
    words = said(Case())

    assert "Home visit report" in words
    assert "Findings by room" not in words
    assert "None" not in words


def test_odd_letters_and_markup_are_printed_as_they_are_everywhere() -> None:
    visit = replace(
        NELL.visit,
        identity=replace(NELL.visit.identity, full_name=ODD, reference=ODD),
        conditions=ODD * 200,
        equipment=(Equipment("x", ODD, note=ODD),),
        not_seen={ODD: ODD},
        safeguarding=ODD,
    )
    person = replace(NELL.person, name="{names} " + ODD)
    case = replace(SMALL, visit=visit, person=person)

    words = said(case)
    assert words.count("<b>Ann & Bob</b> “Ωμέγα” Żółw […]") > 200
    assert "&lt;b&gt;Ann &amp; Bob&lt;/b&gt;" in as_html(report_of(case))
    written = BytesIO()
    write_document("ot-report", case, written, HOW)
    assert "<b>Ann & Bob</b> “Ωμέγα” Żółw 😀" in odt_words(written.getvalue())


def test_the_same_case_makes_the_same_bytes_wherever_its_photos_lie(tmp_path: Path) -> None:
    def moved(photo: Photo) -> Path | None:
        file = PHOTOS(photo)
        if file is None:
            return None
        (tmp_path / file.name).write_bytes(file.read_bytes())
        return tmp_path / file.name

    there = replace(HOW, photos=moved)

    assert printed(SMALL) == printed(SMALL, how=there)
    files = [BytesIO(), BytesIO()]
    for file, how in zip(files, (HOW, there), strict=True):
        write_document("ot-report", SMALL, file, how)
    assert files[0].getvalue() == files[1].getvalue()


# ------------------------------------------------------------------ what is kept apart


def test_safeguarding_has_a_page_of_its_own_that_is_never_on_the_copy() -> None:
    apart = [NELL.visit.safeguarding, NELL.visit.staff_safety]
    pages = nells()

    assert [each in pages[-1] for each in apart] == [True, True]
    assert not any(each in page for each in apart for page in pages[:-1])
    assert pages[-1].startswith("For professionals only")
    copy = report_of(SMALL, is_hers=True)
    for words in (said(SMALL, "ot-report-copy"), as_text(copy), as_html(copy)):
        assert not any(each in words for each in apart)
        assert "For professionals only" not in words
    odt = BytesIO()
    write_document("ot-report-copy", SMALL, odt, HOW)
    assert not any(each in odt_words(odt.getvalue()) for each in apart)


def test_the_score_is_left_out_until_it_is_chosen() -> None:
    assert "Home score" not in " ".join(nells())

    words = as_text(report_of(with_visit(shows_score=True)))
    assert "Home score 47 of 100" in words
    assert "not a validated scale" in words
    assert "- Stairs: 17" in words
    assert "- Stairs: 17" not in as_text(report_of(NELL))


def test_an_open_sign_leads_the_report_itself_and_only_as_an_action_the_copy() -> None:
    about = Person("Nell", say=Say.SHE)
    case = Case(
        person=about,
        assessments=(Assessment("w", "2026-11-12"),),
        bones=Bones(flags={"RF9": "yes"}),
        helpers=(Helper("Tom"),),
    )
    sign = load_red_flags().level_one["RF9"]

    assert said(case).startswith("Get medical help today.")
    assert sign in said(case)
    assert said(case, "ot-report-copy").startswith("Get medical help today.")
    assert sign not in said(case, "ot-report-copy")
    noted = replace(case, bones=replace(case.bones, help_noted="We called."))
    assert not said(noted).startswith("Get medical help today.")


# ------------------------------------------------------------------ drafts and verdicts


def test_a_step_is_proposed_until_it_is_accepted_and_one_left_out_is_named() -> None:
    data = data_of(NELL)
    first, second = data.steps[0], data.steps[1]
    assert "Accepted" not in " ".join(nells())

    visit = judged(NELL.visit, first, Verdict.ACCEPTED)
    after = replace(NELL, visit=judged(visit, second, Verdict.LEFT_OUT))
    words = as_text(report_of(after))

    assert "Accepted" in words
    assert f"1 drafted step was left out by the therapist: {second.short}." in words
    assert second.key not in {item.step.key for item in data_of(after).items}


def test_own_words_stand_in_the_place_of_a_draft_and_are_flagged_once_the_data_changes() -> None:
    data = data_of(SMALL)
    item = next(each for each in data.items if each.id == "BTH02:bathroom")
    draft = drafting.evidence(data, item)
    assert "A suction bar. It came off in my hand." in draft.words

    edited = replace(SMALL, visit=rewritten(NELL.visit, draft, "No firm hold at the tub."))
    now = data_of(edited)
    paragraph = drafting.said(now, drafting.evidence(now, item))
    assert (paragraph.words, paragraph.is_stale) == ("No firm hold at the tub.", False)
    assert "No firm hold at the tub." in as_text(make_report(now))

    walk = edited.assessment
    found = replace(walk.findings["BTH02", "bathroom"], note="A new bar, firm.")
    changed = data_of(edited.with_assessment(walk.with_finding(found)))
    stale = drafting.said(changed, drafting.evidence(changed, changed.items[item.number - 1]))
    assert (stale.words, stale.is_stale) == ("No firm hold at the tub.", True)


def test_every_paragraph_has_an_id_of_its_own() -> None:
    ids = [draft.id for draft in drafting.all_drafts(data_of(NELL))]

    assert len(ids) == len(set(ids)) > 100
    assert ids[0] == "summary"


# ------------------------------------------------------------------ signatures


def test_a_signed_report_carries_signatures_version_and_code() -> None:
    voice = Signature(Signer.PERSON, "Nell Hartley", "2026-11-12", Way.VOICE)
    draft = replace(SMALL, visit=replace(NELL.visit, signatures=(DRAWN, voice)))
    case = locked(draft, "")
    code = check_code(case.signed[0].print)

    data = printed(case)
    words = " ".join(pages_of(data))
    assert "Version 1. Signed November 12, 2026" in words
    assert f"Version 1 · 12 answers · 2 photos · check code {code}" in words
    assert "Agreed by voice" in words
    assert "Signature of Ruth Calder, OT, registration 00-4821" in alt_texts(data)
    changed = replace(case, person=replace(case.person, goals="To sing."))
    assert "Draft of version 2. Not signed" in said(changed)
    assert code not in said(changed)


def test_a_signed_report_with_names_hidden_is_still_signed_and_names_nobody() -> None:
    voice = Signature(Signer.PERSON, "Nell Hartley", "2026-11-12", Way.VOICE)
    case = locked(replace(SMALL, visit=replace(NELL.visit, signatures=(DRAWN, voice))), "")

    words = said(case, how=replace(HOW, hide_names=True))

    assert "Version 1. Signed November 12, 2026" in words
    assert "N. H." in words
    for told in ("Nell", "Hartley", NELL.visit.identity.phone, NELL.visit.identity.reference):
        assert told not in words


# ------------------------------------------------------------------ photos


def test_a_large_photo_is_shrunk_for_print_and_a_small_one_stays(tmp_path: Path) -> None:
    noise = Image.effect_noise((2000, 1500), 90).convert("RGB")
    noise.save(tmp_path / "large.jpg", quality=95)
    Image.new("RGB", (400, 300)).save(tmp_path / "small.jpg")
    photos = {"l": tmp_path / "large.jpg", "s": tmp_path / "small.jpg"}
    give = PrintPhotos(lambda photo: photos.get(photo.id))

    large = give(Photo("l", "0" * 64, 2000, 1500))
    assert large is not None
    assert len(large.read_bytes()) < 250_000 < photos["l"].stat().st_size
    with Image.open(BytesIO(large.read_bytes())) as shrunk:
        assert max(shrunk.size) <= 1000
    small = give(Photo("s", "1" * 64, 400, 300))
    assert small is not None
    assert small.read_bytes() == photos["s"].read_bytes()
    assert give(Photo("gone", "2" * 64, 1, 1)) is None


def test_every_photo_is_described_with_its_marks() -> None:
    data = printed(SMALL)
    told = [each for each in alt_texts(data) if each.startswith("Photo ")]

    assert len(told) == len(SMALL.photos)
    assert any("Rail gives way" in each for each in told)
    assert "Rail gives way" in " ".join(pages_of(data))  # drawn over the photo


def test_a_photo_without_its_file_is_left_out() -> None:
    assert "Photos show things" not in said(SMALL, how=replace(HOW, photos=lambda _photo: None))


def test_what_bears_too_little_is_said_first() -> None:
    weak = with_visit(sizes={"weight": 120.0})

    assert "below the weight noted: Cane, wooden, Upright grab bar" in as_text(report_of(weak))


# ------------------------------------------------------------------ text documents

ODF = "{urn:oasis:names:tc:opendocument:xmlns:%s:1.0}"


def odt_words(data: bytes) -> str:
    with ZipFile(BytesIO(data)) as archive:
        root = ET.fromstring(archive.read("content.xml"))
    return " ".join(" ".join(root.itertext()).split())


def test_a_text_document_is_whole() -> None:
    target = BytesIO()
    write_document("ot-report", SMALL, target, replace(HOW, letterhead=replace(RUTH, logo=logo())))
    with ZipFile(target) as archive:
        first = archive.infolist()[0]
        assert (first.filename, first.compress_type) == ("mimetype", ZIP_STORED)
        files = set(archive.namelist())
        roots = {path: ET.fromstring(archive.read(path)) for path in files if path.endswith(".xml")}
    listed = {each.get(f"{ODF % 'manifest'}full-path") for each in roots["META-INF/manifest.xml"]}
    assert listed - {"/"} == files - {"mimetype", "META-INF/manifest.xml"}
    used = {
        value
        for each in roots["content.xml"].iter()
        for key, value in each.attrib.items()
        if key.endswith("}style-name")
    }
    known = {
        each.get(f"{ODF % 'style'}name")
        for path in ("content.xml", "styles.xml")
        for each in roots[path].iter()
        if each.tag in (f"{ODF % 'style'}style", f"{ODF % 'text'}list-style")
    }
    assert used <= known
    shown = {each.get("{http://www.w3.org/1999/xlink}href") for each in roots["content.xml"].iter()}
    assert {path for path in files if path.startswith("Pictures/")} == shown - {None}
    assert len(shown - {None}) == len(SMALL.photos) + 2
    head = roots["content.xml"].iter(f"{ODF % 'table'}table-header-rows")
    assert len(list(head)) > 5


def logo() -> bytes:
    target = BytesIO()
    Image.new("RGBA", (300, 80), (20, 90, 80, 128)).save(target, "PNG")
    return target.getvalue()


def test_the_text_document_the_html_and_the_letter_say_the_same() -> None:
    report = report_of(SMALL)
    target = BytesIO()
    write_document("ot-report", SMALL, target, HOW)
    odt, text, html = odt_words(target.getvalue()), as_text(report), as_html(report)

    for words in (
        "Ruth Calder, OT, registration 00-4821",
        NELL.visit.conditions,
        "Step-over watched with no water",
        "A sign on the door for 2 weeks. Then we talk again.",
        "Signing locks the report.",
        "Look again on November 26, 2026",
    ):
        assert all(words in each for each in (odt, text, html))
    root = ET.fromstring(
        html.partition("\n")[2].replace('<meta charset="utf-8">', "").replace("<br>", "<br/>")
    )
    assert root.get("lang") == "en-US"
    assert len(list(root.iter("table"))) > 5


def test_a_logo_stands_on_the_paper() -> None:
    assert "Logo" in alt_texts(
        printed(Case(), how=replace(HOW, letterhead=replace(RUTH, logo=logo())))
    )


def test_a_paper_that_is_no_text_document_is_refused() -> None:
    with pytest.raises(ValueError, match="is no text document"):
        write_document("family", NELL, BytesIO(), HOW)


def test_a_walk_with_one_finding_needs_no_plan_of_many() -> None:
    walk = Assessment(
        "w", "2026-11-12", findings={("FLR01", None): Finding("FLR01", Answer.HAZARD)}
    )
    words = as_text(report_of(Case(assessments=(walk,), visit=Visit())))

    assert "Whole house" in words
    assert "Still open" in words


# ------------------------------------------------------------------ by command


def test_the_command_writes_both_kinds_of_file_with_the_letterhead_of_the_store(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture
) -> None:
    monkeypatch.setenv("STEADY_HOME_DATA", str(tmp_path / "store"))
    store = Store.open(tmp_path / "store", lambda: datetime(2026, 11, 20, tzinfo=UTC))
    store.set_setting(SETTING, {"a": letterhead_form(RUTH)})
    made = store.create(replace(SMALL, id="nell"), "a new home")
    store.close()
    pdf, odt, wrong = (tmp_path / name for name in ("r.pdf", "r.odt", "w.odt"))

    for file in (pdf, odt):
        assert run(["paper", made.id, "--kind", "ot-report", "-o", str(file)]) == 0
    assert "Ruth Calder, OT" in pages_of(pdf.read_bytes())[0]
    assert "Ruth Calder, OT" in odt_words(odt.read_bytes())
    assert run(["paper", made.id, "--kind", "family", "-o", str(wrong)]) == 2
    assert "These can be ODT files, one at a time: ot-report" in capsys.readouterr().err


def test_an_odd_setting_is_no_letterhead() -> None:
    assert read_letterheads(None) == read_letterheads({"a": 1}) == {"": Letterhead()}
    assert read_letterheads({"a": {"logo": "é", "service": "S"}}) == {"a": Letterhead(service="S")}
