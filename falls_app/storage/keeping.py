"""A whole case as one short text: how a signed version stays as it was."""

from base64 import b64decode, b64encode
from dataclasses import replace
from zlib import compress, decompressobj, error

from falls_app.domain.assessment import Case
from falls_app.domain.checklist import Checklist
from falls_app.errors import Sentence
from falls_app.storage.case_file import LARGEST_CASE, CaseFileError, read_case, write_case


def packed(case: Case) -> str:
    """Return a case as a short text; the versions signed before are not in it."""
    return b64encode(compress(write_case(replace(case, signed=())).encode(), 9)).decode()


def unpacked(text: str, checklist: Checklist) -> Case:
    """Return the case that was packed. Raises CaseFileError if the text is none."""
    return read_case(text_of(text), checklist)


def text_of(packed_case: str) -> bytes:
    """Return the case file that was packed. Raises CaseFileError if it is none, or far too long."""
    unpacking = decompressobj()
    try:
        told = unpacking.decompress(b64decode(packed_case, validate=True), LARGEST_CASE)
    except (ValueError, error):
        told = b""
    if not told or not unpacking.eof:
        raise CaseFileError(Sentence("This signed version cannot be read."))
    return told
