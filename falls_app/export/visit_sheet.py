"""What the visit sheet prints: whose home, which pages, where it comes from."""

from dataclasses import replace
from functools import cached_property

from falls_app.content.checks import load_checklist
from falls_app.content.places import load_places
from falls_app.domain.assessment import Case, ListKind
from falls_app.domain.furnishing import default_home
from falls_app.domain.home import Home
from falls_app.domain.origin import Origin, digest, known_now
from falls_app.domain.sheet import SheetPage, sheet_pages
from falls_app.export import Printing
from falls_app.export.paper import PaperData
from falls_app.i18n import content
from falls_app.sizes import unit_in_use

TYPICAL = "two"
"""The shape of the home that a blank list is for: a house of two floors has most to look at."""


def typical_home(home: Home) -> Home:
    """Return the home with the rooms of its kind, where nobody said yet which it has."""
    if home.rooms:
        return home
    places = load_places()
    kinds = [replace(kind, name=content(kind.name)) for kind in places.kinds.values()]
    shape = TYPICAL if home == Home() else home.shape
    return default_home(shape, kinds, home, things=places.features)


def pages_of(case: Case) -> tuple[SheetPage, ...]:
    """Return the pages of the sheet of a case: what its walk asks, or the full list."""
    kind = case.assessment.list if case.assessment else ListKind.FULL
    return sheet_pages(load_checklist(), case.home, kind, case.person.all_traits)


def page_name(page: SheetPage) -> str:
    """Return how a page is called: by its room, or by its area of the whole house."""
    return page.room.name if page.room else content(load_places().areas[page.area].name)


class SheetData(PaperData):
    """One case, or none, ready for its visit sheet."""

    def __init__(self, case: Case, printing: Printing) -> None:
        """Take a case; one without rooms gets those of a typical home."""
        self.source, self.hides_names = case, printing.hide_names
        super().__init__(replace(case, home=typical_home(case.home)), printing)
        # A sheet is filled on another day than that of the last walk.
        self.on = printing.on

    @cached_property
    def pages(self) -> tuple[SheetPage, ...]:
        """The pages in walking order."""
        return pages_of(self.case)

    @property
    def is_blank(self) -> bool:
        """True if it is for nobody yet."""
        return not (self.source.id or self.source.person.name or self.source.home.rooms)

    def origin(self, language: str) -> Origin:
        """Return what the hidden box says."""
        if self.is_blank:
            return Origin(content=self.checklist.version, language=language, units=self._units)
        name = "" if self.hides_names else self.source.person.name
        return Origin(
            case=self.source.id,
            person=digest(name),
            content=self.checklist.version,
            language=language,
            printed=self.on.isoformat() if self.on else "",
            units=self._units,
            was=known_now(self.source),
        )

    @property
    def _units(self) -> dict[str, str]:
        kinds = {each.unit: each for check in self.checklist for each in check.measures}
        return {unit: unit_in_use(each, self.region) for unit, each in kinds.items()}
