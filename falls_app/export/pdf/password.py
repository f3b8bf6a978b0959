"""Locks a finished paper with a password: AES with 256 bits, as PDF 2.0 has it (revision 6).

All of it is locked, its title too. Who has the password may do everything with the paper: print
it, fill it in, have it read out.
"""

from io import BytesIO
from unicodedata import normalize

from falls_app.errors import UserError
from falls_app.i18n import _

SHORTEST = 8
"""Signs that a password has at least: of a shorter one a computer finds out by trying."""
LONGEST_BYTES = 127
"""A PDF takes no more of it."""
_HEADER = "%PDF-1.7"
"""Every program that knows this lock reads it by this name; tags are of that version."""


def refuse_unfit(password: str) -> None:
    """Raise UserError if a password is too short to keep anything private, or too long."""
    if len(password.strip()) < SHORTEST:
        raise UserError(_("This password is too short."), _("Use 8 signs or more."))
    if len(_prepared(password)) > LONGEST_BYTES:
        raise UserError(_("This password is too long for a PDF."), _("Use a shorter one."))


def with_password(pdf: bytes, password: str) -> bytes:
    """Return a paper that opens with this password alone. UserError for one that will not do."""
    from pypdf import PdfWriter

    refuse_unfit(password)
    locked = BytesIO()
    writer = PdfWriter(clone_from=BytesIO(pdf))
    writer.pdf_header = _HEADER
    writer.encrypt(_prepared(password).decode(), algorithm="AES-256")
    writer.write(locked)
    return locked.getvalue()


def _prepared(password: str) -> bytes:
    """Return a password as every program has it: "é" is one sign, however it was typed."""
    return normalize("NFKC", password).encode()
