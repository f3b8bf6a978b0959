"""Keeps theme and text size where they can be read while the answers are locked."""

import json
from contextlib import suppress

from falls_app import paths
from falls_app.content.themes import THEMES
from falls_app.storage.store import Store
from falls_app.ui.theme import SCALES, look


def keep_look(store: Store) -> None:
    """Keep the look that is in use, if this store is locked: its settings are locked too."""
    if not store.is_locked:
        return
    from falls_app.storage.durable import make_folder, write_file

    said = json.dumps({"theme": look.theme.name, "percent": look.percent})
    with suppress(OSError):
        make_folder(paths.kept_look().parent)
        write_file(paths.kept_look(), said.encode())


def use_kept_look() -> None:
    """Use the look that was kept, if there is one."""
    try:
        said = json.loads(paths.kept_look().read_bytes())
        theme, percent = said["theme"], said["percent"]
    except (OSError, ValueError, KeyError, TypeError):
        return
    if theme in THEMES and percent in SCALES:
        look.use(theme=theme, percent=percent)
