"""The statements that read, write and remove one row of a case."""

from functools import cache

from falls_app.storage.difference import Key
from falls_app.storage.rows import COLUMNS, KEYS


@cache
def select(table: str) -> str:
    """Return the statement that reads ``rev``, the values, and then the row as the table has it."""
    return f"SELECT rev, {', '.join(COLUMNS[table])}, * FROM {table} WHERE {_where(table)}"


@cache
def delete(table: str) -> str:
    """Return the statement that removes a row."""
    return f"DELETE FROM {table} WHERE {_where(table)}"


@cache
def upsert(table: str, columns: Key) -> str:
    """Return the statement that writes a row, new or in place of an older one."""
    written = ("rev", *columns)
    names = (*_key(table), *written)
    updates = ", ".join(f"{column} = excluded.{column}" for column in written)
    return (
        f"INSERT INTO {table} ({', '.join(names)}) VALUES ({', '.join('?' * len(names))}) "
        f"ON CONFLICT ({', '.join(_key(table))}) DO UPDATE SET {updates}"
    )


def _key(table: str) -> Key:
    return ("case_id", *KEYS[table])


def _where(table: str) -> str:
    return " AND ".join(f"{column} = ?" for column in _key(table))
