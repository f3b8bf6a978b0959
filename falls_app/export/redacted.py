"""A case to hand over without names: what the rooms are called instead."""

from falls_app.content.places import load_places
from falls_app.domain.assessment import Case
from falls_app.domain.redacting import redacted
from falls_app.i18n import content


def without_names(case: Case) -> Case:
    """Return the case without names, notes and photos; rooms are called by their kind."""
    places = load_places()
    names = {area.id: content(area.name) for area in places.areas.values()}
    names |= {kind.id: content(kind.name) for kind in places.kinds.values()}
    return redacted(case, names)
