"""The sections of "Bones and balance". A new one is a module here and one line in ``SECTIONS``."""

SECTIONS = {
    "tests": "falls_app.ui.sections.tests",
    "recovery": "falls_app.ui.sections.recovery",
    "talking": "falls_app.ui.sections.talking",
}
"""Section id → the module with its ``SECTION`` class, in the order of their cards."""
