"""Letterheads as the settings keep them."""

from base64 import b64decode, b64encode
from collections.abc import Mapping

from falls_app.export import Letterhead

SETTING = "letterheads"
"""The setting under which they are kept."""


def read_letterheads(kept: object) -> Mapping[str, Letterhead]:
    """Return every letterhead by its id; an empty one if there is none. What is odd is left out."""
    found = kept.items() if isinstance(kept, Mapping) else ()
    return {str(key): _read(form) for key, form in found if isinstance(form, Mapping)} or {
        "": Letterhead()
    }


def letterhead_in_use(heads: Mapping[str, Letterhead], key: str) -> Letterhead:
    """Return the letterhead of this id, the first one if there is none."""
    return heads.get(key) or next(iter(heads.values()))


def _read(form: Mapping[str, object]) -> Letterhead:
    texts = {
        name: str(form.get(name, ""))
        for name in ("therapist", "registration", "service", "contact")
    }
    try:
        logo = b64decode(str(form.get("logo", "")), validate=True)
    except ValueError:
        logo = b""
    return Letterhead(**texts, logo=logo)


def letterhead_form(head: Letterhead) -> dict[str, str]:
    """Return a letterhead as it is kept."""
    return {
        "therapist": head.therapist,
        "registration": head.registration,
        "service": head.service,
        "contact": head.contact,
        "logo": b64encode(head.logo).decode(),
    }
