"""The sections of "Bones and balance". A new one is a module here and one line in ``SECTIONS``."""

SECTIONS = {
    "flags": "falls_app.ui.sections.flags",
    "falls": "falls_app.ui.sections.falls",
    "steady": "falls_app.ui.sections.steady",
    "tests": "falls_app.ui.sections.tests",
    "check": "falls_app.ui.sections.check",
    "height": "falls_app.ui.sections.height",
    "food": "falls_app.ui.sections.food",
    "movement": "falls_app.ui.sections.movement",
    "medicines": "falls_app.ui.sections.medicines",
    "worry": "falls_app.ui.sections.worry",
    "recovery": "falls_app.ui.sections.recovery",
    "treatments": "falls_app.ui.sections.treatments",
    "talking": "falls_app.ui.sections.talking",
}
"""Section id → the module with its ``SECTION`` class, in the order of their cards."""
