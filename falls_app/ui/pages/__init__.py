"""The pages of the window. A new page is a module here and one line in ``PAGES``."""

PAGES = {
    "start": "falls_app.ui.pages.start",
    "caseload": "falls_app.ui.pages.caseload",
    "two-days": "falls_app.ui.pages.two_days",
    "help-now": "falls_app.ui.pages.help_now",
    "kind-words": "falls_app.ui.pages.kind_words",
    "who": "falls_app.ui.pages.who",
    "home": "falls_app.ui.pages.home",
    "walk": "falls_app.ui.pages.walk",
    "bones": "falls_app.ui.pages.bones",
    "results": "falls_app.ui.pages.results",
    "plan": "falls_app.ui.pages.plan",
    "report": "falls_app.ui.pages.report",
    "print": "falls_app.ui.pages.print_plan",
    "blank-list": "falls_app.ui.pages.blank_list",
    "sheet-back": "falls_app.ui.pages.sheet_back",
    "type-in": "falls_app.ui.pages.type_in",
    "backups": "falls_app.ui.pages.backups",
    "damaged": "falls_app.ui.pages.damaged",
    "lock": "falls_app.ui.pages.lock",
    "settings": "falls_app.ui.pages.settings",
    "data": "falls_app.ui.pages.your_data",
    "open-file": "falls_app.ui.pages.open_file",
    "hand-over": "falls_app.ui.pages.hand_over",
    "about": "falls_app.ui.pages.about",
}
"""Page id → the module with its ``PAGE`` class, imported when it is first shown."""
