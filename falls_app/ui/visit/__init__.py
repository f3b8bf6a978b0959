"""The sections of the report page. A new one is a module here and one line in ``SECTIONS``."""

SECTIONS = {
    "visit": "falls_app.ui.visit.about",
    "person": "falls_app.ui.visit.person",
    "tasks": "falls_app.ui.visit.tasks",
    "sizes": "falls_app.ui.visit.sizes",
    "rooms": "falls_app.ui.visit.rooms",
    "text": "falls_app.ui.visit.text",
    "around": "falls_app.ui.visit.around",
    "apart": "falls_app.ui.visit.apart",
    "head": "falls_app.ui.visit.head",
    "sign": "falls_app.ui.visit.sign",
}
"""Section id → the module with its ``PART`` class, imported when it is first shown."""
