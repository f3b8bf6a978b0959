"""Destroys a home: after it none of its words is left in the files of the store.

What SQLite removes it leaves lying in free parts of its pages, so the file is written anew and its
log is emptied. A note in the settings tells the next start to do so if this program is stopped in
between. Copies that a disk makes by itself, inside it, are out of reach of any program.
"""

from falls_app.storage.database import Database
from falls_app.storage.settings import TO_SCRUB


def remove_rows(database: Database, case_id: str, *settings: str) -> None:
    """Remove all rows of a case and these settings. Inside a transaction; ``scrub`` comes next."""
    # By its key first: it is all that leads to photos of which a copy is somewhere.
    database.run("DELETE FROM case_key WHERE case_id = ?", (case_id,))
    database.run("DELETE FROM case_ WHERE id = ?", (case_id,))
    for key in settings:
        database.run("DELETE FROM setting WHERE key = ?", (key,))
    database.run(
        "INSERT INTO setting (key, value) VALUES (?, 'true') ON CONFLICT (key) DO NOTHING",
        (TO_SCRUB,),
    )


def scrub(database: Database) -> None:
    """Write the file anew without what was removed, and empty its log.

    While somebody reads the store beside us the log stays; the next start tries again.
    """
    # In memory: a file elsewhere would hold what is in the store.
    database.run("PRAGMA temp_store = MEMORY")
    database.run("VACUUM")
    if _is_log_empty(database):
        with database.transaction():
            database.run("DELETE FROM setting WHERE key = ?", (TO_SCRUB,))


def _is_log_empty(database: Database) -> bool:
    found = database.one("PRAGMA wal_checkpoint (TRUNCATE)")
    return found is not None and found[0] == 0
