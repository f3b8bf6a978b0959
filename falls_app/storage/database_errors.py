"""What is raised by a database: the errors of SQLite, and those of SQLCipher, which are its own."""

import sqlite3
import sys
from typing import Any


def database_errors() -> tuple[type[Exception], ...]:
    """Return the errors to catch. Those of SQLCipher are among them once it is in use."""
    module: Any = sys.modules.get("sqlcipher3.dbapi2")
    return (sqlite3.Error,) if module is None else (sqlite3.Error, module.Error)
