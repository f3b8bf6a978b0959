"""Where our own files are, wherever the program was installed."""

from functools import cache
from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent


@cache
def resources() -> Path:
    """Return the folder of resources: inside the installed package, else beside it in a checkout.

    Raises FileNotFoundError if neither is there, which means a broken installation.
    """
    for folder in (_PACKAGE / "resources", _PACKAGE.parent / "resources"):
        if (folder / "checks").is_dir():
            return folder
    raise FileNotFoundError("The program's own resources are missing. Install it again.")


def user_data() -> Path:
    """Return the folder of the store: ``STEADY_HOME_DATA``, else the one that was chosen.

    Else the user's data folder.
    """
    import os

    if named := os.environ.get("STEADY_HOME_DATA"):
        return Path(named).expanduser()
    from platformdirs import user_data_path

    return chosen_folder() or user_data_path("SteadyHome", appauthor=False)


def chosen_folder() -> Path | None:
    """Return the folder that the user chose for the store, None if they never did."""
    try:
        chosen = _choice().read_text(encoding="utf-8").strip()
    except (OSError, UnicodeDecodeError):
        return None
    return Path(chosen) if chosen else None


def choose_folder(folder: Path) -> None:
    """Use this folder as the store's from the next start on, if that can be written down."""
    from contextlib import suppress

    with suppress(OSError):
        _choice().parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        _choice().write_text(str(folder), encoding="utf-8")


def tries() -> Path:
    """Return the file that keeps how often a wrong passphrase was tried; outside every store."""
    return _state() / "tries.json"


def kept_look() -> Path:
    """Return the file that keeps the look for while the answers are locked; it tells no more."""
    return _state() / "look.json"


def reading(folder: Path) -> Path:
    """Return a folder for who only reads the store in this one: nothing is written there."""
    from hashlib import sha256

    name = sha256(str(folder.resolve()).encode()).hexdigest()
    return _state() / "reading" / name[:16]


def _state() -> Path:
    from platformdirs import user_state_path

    return user_state_path("SteadyHome", appauthor=False)


def _choice() -> Path:
    from platformdirs import user_config_path

    return user_config_path("SteadyHome", appauthor=False) / "folder"
