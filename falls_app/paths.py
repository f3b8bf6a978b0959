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
    """Return the folder of the store: ``STEADY_HOME_DATA``, else the user's data folder."""
    import os

    if named := os.environ.get("STEADY_HOME_DATA"):
        return Path(named).expanduser()
    from platformdirs import user_data_path

    return user_data_path("SteadyHome", appauthor=False)
