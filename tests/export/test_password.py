"""A paper with a password: it opens with it alone, and says what it said before."""

import shutil
import subprocess
from dataclasses import replace
from functools import cache
from io import BytesIO
from pathlib import Path

import pytest
from pypdf import PdfReader
from pypdf.constants import UserAccessPermissions

from falls_app.cases import load_case
from falls_app.content.regions import load_region
from falls_app.errors import UserError
from falls_app.export import Printing, write_pack
from tests.export.papers import printed, words_of

NAME, PASSWORD = "Zebulon Quist", "lilac tree é by the gate"
SAMPLE = load_case("sample:flat")
CASE = replace(SAMPLE, person=replace(SAMPLE.person, name=NAME))
KINDS = ("visit-sheet", "doctor")
PRINTING = Printing(load_region("us"), fillable=True)


@cache
def locked() -> bytes:
    target = BytesIO()
    write_pack(KINDS, CASE, target, PRINTING, password=PASSWORD)
    return target.getvalue()


def opened() -> PdfReader:
    return PdfReader(BytesIO(locked()), password=PASSWORD)


def test_it_is_locked_with_aes_256_and_opens_with_its_password_alone() -> None:
    encrypt = PdfReader(BytesIO(locked())).trailer["/Encrypt"]

    assert (encrypt["/V"], encrypt["/R"]) == (5, 6)
    assert encrypt["/CF"]["/StdCF"]["/CFM"] == "/AESV3"
    assert encrypt.get("/EncryptMetadata", True)
    for wrong in ("", "lilac tree e by the gate", PASSWORD.upper()):
        assert not PdfReader(BytesIO(locked())).decrypt(wrong)
    assert opened().pages[0].extract_text()


def test_the_same_letters_typed_on_another_keyboard_open_it() -> None:
    assert PdfReader(BytesIO(locked())).decrypt(
        "lilac tree \N{LATIN SMALL LETTER E WITH ACUTE} by the gate"
    )
    target = BytesIO()
    write_pack(
        ("doctor",), CASE, target, PRINTING, password="caf\N{LATIN SMALL LETTER E}\u0301 lilac"
    )
    assert PdfReader(BytesIO(target.getvalue())).decrypt("café lilac")


def test_no_word_of_it_and_no_title_is_in_the_clear() -> None:
    data = locked()

    forms = [form(word) for word in (NAME, "Zebulon", "Quist") for form in (_ascii, _utf16, _hex)]
    assert not [form for form in forms if form in data]
    assert b"<x:xmpmeta" not in data
    assert b"FlateDecode" in data  # it was looked at as a file, not as an archive


def _ascii(words: str) -> bytes:
    return words.encode()


def _utf16(words: str) -> bytes:
    return words.encode("utf-16-be")


def _hex(words: str) -> bytes:
    return words.encode().hex().encode()


def test_opened_it_has_every_word_tag_box_and_right_it_had() -> None:
    plain = PdfReader(BytesIO(printed(KINDS, CASE, fillable=True)))
    reader = opened()

    words = [[page.extract_text() for page in each.pages] for each in (reader, plain)]
    assert words[0] == words[1]
    assert NAME in words_of(printed(KINDS, CASE, fillable=True))
    assert reader.metadata.title == plain.metadata.title
    assert reader.xmp_metadata is not None
    root = reader.trailer["/Root"]
    assert root["/MarkInfo"]["/Marked"]
    assert len(root["/StructTreeRoot"]["/K"]) == len(
        plain.trailer["/Root"]["/StructTreeRoot"]["/K"]
    )
    assert root["/Lang"] == plain.trailer["/Root"]["/Lang"]
    assert reader.get_fields().keys() == plain.get_fields().keys() != set()
    rights = reader.user_access_permissions
    for right in ("EXTRACT_TEXT_AND_GRAPHICS", "EXTRACT", "PRINT", "FILL_FORM_FIELDS"):
        assert UserAccessPermissions[right] in rights


@pytest.mark.skipif(not shutil.which("pdftotext"), reason="poppler is not installed")
def test_another_program_opens_it_with_the_password(tmp_path: Path) -> None:
    (tmp_path / "a.pdf").write_bytes(locked())

    def read(*words: str) -> subprocess.CompletedProcess[bytes]:
        command = ["pdftotext", *words, tmp_path / "a.pdf", "-"]
        return subprocess.run(command, capture_output=True, check=False)

    assert read().returncode
    assert NAME.encode() in read("-upw", PASSWORD).stdout


def test_nothing_is_on_the_disk_before_it_is_locked(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    written: list[bytes] = []
    write = Path.write_bytes
    monkeypatch.setattr(
        Path, "write_bytes", lambda file, data: (written.append(data), write(file, data))[1]
    )

    write_pack(KINDS, CASE, tmp_path / "a.pdf", PRINTING, password=PASSWORD)

    assert len(written) == 1
    assert b"/AESV3" in written[0]
    assert [file.name for file in tmp_path.iterdir()] == ["a.pdf"]


@pytest.mark.parametrize("password", ["short", "       a       ", "é" * 64])
def test_a_password_that_will_not_do_is_refused_before_anything_is_written(
    tmp_path: Path, password: str
) -> None:
    with pytest.raises(UserError):
        write_pack(KINDS, CASE, tmp_path / "a.pdf", PRINTING, password=password)

    assert not list(tmp_path.iterdir())
