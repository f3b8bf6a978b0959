"""The sections of "Bones and balance". A new one is a module here and one line in ``SECTIONS``."""

SECTIONS = {
    "flags": "falls_app.ui.sections.flags",
    "falls": "falls_app.ui.sections.falls",
    "steady": "falls_app.ui.sections.steady",
    "talking": "falls_app.ui.sections.talking",
}
"""Section id → the module with its ``SECTION`` class, in the order of their cards."""
