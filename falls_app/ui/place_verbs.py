"""Verbs that follow from what is there: buttons in sight, sections, parts of the settings."""

from importlib import import_module

from falls_app.content.help import load_help
from falls_app.export import PAPERS
from falls_app.i18n import _, content
from falls_app.ui.pages.page import Page
from falls_app.ui.sections import SECTIONS
from falls_app.ui.settings_parts import SETTINGS_SECTIONS
from falls_app.ui.verbs import Verb
from falls_app.ui.visit import SECTIONS as REPORT_SECTIONS
from falls_app.ui.widgets.buttons import Button
from falls_app.ui.widgets.fold import FoldButton
from falls_app.ui.window_verbs import GoTo, Window


def place_verbs(window: Window) -> tuple[Verb, ...]:
    """Return the way to each place that can be shown now."""
    go, help_texts = window.go, load_help()
    bones, settings = _("Bones & balance"), _("Settings")
    sections = [
        Verb(f"bones:{each}", content(help_texts.sections[each].title), GoTo(go, f"bones:{each}"),
             (), bones)
        for each in SECTIONS
    ]  # fmt: skip
    parts = [
        Verb(f"settings:{each}", import_module(module).PART.title(), GoTo(go, f"settings:{each}"),
             (), settings)
        for each, module in SETTINGS_SECTIONS.items()
    ]  # fmt: skip
    here = (*sections, *_papers(window)) if window.session.is_open else ()
    return (*here, *_report(window), *parts)


def _papers(window: Window) -> list[Verb]:
    """Return the way to each paper by its name, on the page that prints it."""
    is_professional = window.session.is_professional
    return [
        Verb(f"paper:{each.id}", content(each.title), GoTo(window.go, f"print:{each.id}"),
             (), _("Papers"))
        for each in PAPERS
        if is_professional or not each.for_work
    ]  # fmt: skip


def _report(window: Window) -> list[Verb]:
    """Return the way to each section of the report, for who writes reports."""
    if not (window.session.is_open and window.session.is_professional):
        return []
    return [
        Verb(f"report:{each}", import_module(module).PART.title(),
             GoTo(window.go, f"report:{each}"), (), _("Report"))
        for each, module in REPORT_SECTIONS.items()
    ]  # fmt: skip


def button_verbs(page: Page) -> tuple[Verb, ...]:
    """Return what the buttons of a page do, as far as its own verbs do not say it already."""
    group, known = _("On this page"), [verb.words for verb in page.verbs()]
    found: list[Verb] = []
    for button in page.findChildren(Button):
        text = button.text()
        # Whether something is folded is of use where it is seen, not in a list of verbs.
        words = text if isinstance(button, FoldButton) else button.accessibleName()
        in_use = button.isVisible() and button.isEnabled() and bool(text)
        if in_use and not any(each.startswith(text) for each in known):
            known.append(words)
            found.append(Verb(f"button:{len(found)}", words, button.click, (), group))
    return tuple(found)
