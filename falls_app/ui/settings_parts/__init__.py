"""The parts of the page of settings. A new one is a module here and one line."""

SETTINGS_SECTIONS = {
    "look": "falls_app.ui.settings_parts.look",
    "hands": "falls_app.ui.settings_parts.hands",
    "country": "falls_app.ui.settings_parts.country",
    "files": "falls_app.ui.settings_parts.files",
    "lock": "falls_app.ui.settings_parts.lock",
    "work": "falls_app.ui.settings_parts.work",
}
"""Id → the module with its ``PART`` class, in the order in which they are listed."""
