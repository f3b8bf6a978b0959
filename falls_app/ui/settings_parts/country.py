"""Settings: whose numbers and prices are shown, and the unit of lengths."""

from falls_app.content.regions import load_region, region_ids
from falls_app.domain.measuring import units_for
from falls_app.i18n import _, content
from falls_app.sizes import unit_spoken
from falls_app.ui.settings_parts.part import SettingsPart, headed
from falls_app.ui.widgets.boxes import column
from falls_app.ui.widgets.fields import Choices
from falls_app.ui.widgets.text import Words

LENGTHS = "mm read in"
"""The setting: the unit in which lengths are read; "" is that of the region."""


class CountryPart(SettingsPart):
    """The region, and what follows from it in words."""

    icon = "map"

    @staticmethod
    def title() -> str:
        """Return its name in the list."""
        return _("Country and units")

    def build(self) -> None:
        """Make the two lists."""
        regions = [(content(load_region(each).name), each) for each in region_ids()]
        self._region = Choices(regions, name=_("Country"))
        self._region.setObjectName("region")
        self._region.currentIndexChanged.connect(self._on_region)
        self._follows = Words("", 16, token="ink2")
        units = [("", _("As in the country")), *((each, _of(each)) for each in units_for("mm"))]
        self._lengths = Choices([(words, unit) for unit, words in units], name=_("Lengths"))
        self._lengths.setObjectName("lengths")
        self._lengths.currentIndexChanged.connect(self._on_lengths)
        country = column(self._region, self._follows, gap=6)
        self.setLayout(
            column(
                headed(_("Country"), country),
                headed(_("Lengths"), self._lengths),
                gap=24,
            )
        )

    def refresh(self) -> None:
        """Show what is chosen now."""
        region = self.session.region
        self._region.show_value(region.id)
        number = region.emergency or _("none known")
        self._follows.setText(
            _("Emergency number: {number}. Prices in {currency}. Paper: {paper}.").format(
                number=number,
                currency=region.currency,
                paper=_("Letter") if region.paper == "letter" else "A4",
            )
        )
        self._lengths.show_value(self.session.settings.get(LENGTHS, ""))

    def _on_region(self) -> None:
        self.session.set_region(self._region.value)

    def _on_lengths(self) -> None:
        self.session.settings.keep(LENGTHS, self._lengths.value)


def _of(unit: str) -> str:
    words = unit_spoken(unit)
    return words[:1].upper() + words[1:]


PART = CountryPart
