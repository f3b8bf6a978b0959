"""Connections to databases: plain ones, and with SQLCipher those that are locked with a key."""

import sqlite3
from pathlib import Path
from typing import Any, Protocol, TypeAlias

from falls_app.storage.trouble import NO_CIPHER, StoreError


class PageKey(Protocol):
    """What locks the pages of a database: the key of a store."""

    @property
    def for_pages(self) -> str:
        """The key in hexadecimal digits."""


Key: TypeAlias = PageKey | None
"""None: not locked."""


def connect(place: Path | str, key: Key = None) -> sqlite3.Connection:
    """Open a database: a file, or a name that starts with ``file:``. With a key it is locked.

    Raises sqlite3.Error or SQLCipher's own, see ``database_errors``.
    """
    is_name = str(place).startswith("file:")
    if key is None:
        return sqlite3.connect(place, uri=is_name, isolation_level=None)
    connection = _sqlcipher().connect(str(place), uri=is_name, isolation_level=None)
    try:
        # What is wrong is raised. It would be printed too.
        connection.execute("PRAGMA cipher_log_level = NONE")
        connection.execute(f"PRAGMA key = \"x'{key.for_pages}'\"")
    except BaseException:
        connection.close()
        raise
    return connection  # type: ignore[no-any-return]  # it does all that sqlite3's does


def export(source: Path, key: Key, target: Path, new_key: Key) -> None:
    """Write all that is in a database into a new one, locked with another key or with none.

    The new one has no side files. What is in those of the old one is in it too.
    """
    target.unlink(missing_ok=True)
    # Only SQLCipher can read one kind and write the other.
    connection = _sqlcipher().connect(str(source), isolation_level=None)
    try:
        connection.execute("PRAGMA cipher_log_level = NONE")
        if key is not None:
            connection.execute(f"PRAGMA key = \"x'{key.for_pages}'\"")
        written = "''" if new_key is None else f"\"x'{new_key.for_pages}'\""
        connection.execute(f"ATTACH DATABASE ? AS written KEY {written}", (str(target),))
        connection.execute("SELECT sqlcipher_export('written')")
        ((version,),) = connection.execute("PRAGMA user_version")
        connection.execute(f"PRAGMA written.user_version = {version}")
    finally:
        connection.close()
    target.chmod(0o600)


def _sqlcipher() -> Any:
    try:
        import sqlcipher3
    except ImportError as error:
        raise StoreError(*NO_CIPHER) from error
    return sqlcipher3
