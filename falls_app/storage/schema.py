"""The tables of the store, as numbered steps from an empty file to this version.

A released script is never edited: a change of the tables is a new script at the end. ``case``,
``check``, ``by`` and ``where`` are words of SQL: the columns read ``case_id``, ``check_id``,
``by_``, ``where_``, and the table ``case_``.
"""

# Tables without rowid keep the rows of a case side by side: one page is written for an answer,
# where a table and the index of its key would be two.
_VERSION_1 = """
CREATE TABLE case_ (
    id TEXT NOT NULL PRIMARY KEY,
    name TEXT NOT NULL,
    updated TEXT NOT NULL,            -- ISO time, UTC
    deleted TEXT NOT NULL DEFAULT '', -- ISO time, or '' while it is in the list
    rev INTEGER NOT NULL DEFAULT 0,   -- seq of its latest change
    head INTEGER NOT NULL DEFAULT 0,  -- seq of the change that undo takes back next, 0: none
    redo INTEGER NOT NULL DEFAULT 0   -- seq of the change that redo brings back next, 0: none
);

-- What a case has once: person, home, bones, helpers, consent, extra. Never one of its defaults.
CREATE TABLE part (
    case_id TEXT NOT NULL REFERENCES case_ (id) ON DELETE CASCADE,
    name TEXT NOT NULL,
    value TEXT NOT NULL,              -- JSON
    rev INTEGER NOT NULL,             -- seq of the change that wrote this row as it is now
    PRIMARY KEY (case_id, name)
) WITHOUT ROWID;

CREATE TABLE room (
    case_id TEXT NOT NULL REFERENCES case_ (id) ON DELETE CASCADE,
    id TEXT NOT NULL,
    position INTEGER NOT NULL,
    area TEXT NOT NULL,
    name TEXT NOT NULL,
    use TEXT NOT NULL,
    kind TEXT NOT NULL,
    floor INTEGER NOT NULL,
    rev INTEGER NOT NULL,
    PRIMARY KEY (case_id, id)
) WITHOUT ROWID;

CREATE TABLE assessment (
    case_id TEXT NOT NULL REFERENCES case_ (id) ON DELETE CASCADE,
    id TEXT NOT NULL,
    position INTEGER NOT NULL,
    date TEXT NOT NULL,
    list TEXT NOT NULL,
    content TEXT NOT NULL,
    rev INTEGER NOT NULL,
    PRIMARY KEY (case_id, id)
) WITHOUT ROWID;

CREATE TABLE finding (
    case_id TEXT NOT NULL,
    assessment_id TEXT NOT NULL,
    check_id TEXT NOT NULL,
    room_id TEXT NOT NULL,            -- '' is the whole house
    answer TEXT NOT NULL,
    note TEXT NOT NULL,
    near_miss INTEGER NOT NULL,
    where_ TEXT NOT NULL,             -- JSON list of room ids
    rev INTEGER NOT NULL,
    PRIMARY KEY (case_id, assessment_id, check_id, room_id),
    FOREIGN KEY (case_id, assessment_id) REFERENCES assessment (case_id, id) ON DELETE CASCADE
) WITHOUT ROWID;

-- A photo outlives its finding, so that undo finds it again.
CREATE TABLE photo (
    case_id TEXT NOT NULL REFERENCES case_ (id) ON DELETE CASCADE,
    id TEXT NOT NULL,
    assessment_id TEXT NOT NULL,
    check_id TEXT NOT NULL,
    room_id TEXT NOT NULL,
    position INTEGER NOT NULL,
    sha256 TEXT NOT NULL,             -- names the file beside the database
    thumbnail BLOB,
    rev INTEGER NOT NULL,
    PRIMARY KEY (case_id, id)
);
CREATE INDEX photo_of_finding ON photo (case_id, assessment_id, check_id, room_id);

CREATE TABLE step (
    case_id TEXT NOT NULL REFERENCES case_ (id) ON DELETE CASCADE,
    id TEXT NOT NULL,                 -- the step's key in the plan
    position INTEGER NOT NULL,
    decision TEXT NOT NULL,           -- '' while not talked about
    words TEXT NOT NULL,
    who TEXT NOT NULL,
    by_ TEXT NOT NULL,
    done TEXT NOT NULL,
    decided_on TEXT NOT NULL,
    fix INTEGER,
    rev INTEGER NOT NULL,
    PRIMARY KEY (case_id, id)
) WITHOUT ROWID;

CREATE TABLE setting (
    key TEXT NOT NULL PRIMARY KEY,
    value TEXT NOT NULL               -- JSON
);

CREATE TABLE change (
    case_id TEXT NOT NULL REFERENCES case_ (id) ON DELETE CASCADE,
    seq INTEGER NOT NULL,             -- counts the changes of this case
    kind TEXT NOT NULL,               -- 'new', 'do', 'undo' or 'redo'
    depth INTEGER NOT NULL,           -- of a 'do': how many can be undone with it; else 0
    parent INTEGER NOT NULL,          -- of a 'do': seq of the one to undo after it; 0: none
    next INTEGER NOT NULL,            -- of an undone 'do': seq of the one to redo after it
    at TEXT NOT NULL,
    by_ TEXT NOT NULL,
    verb TEXT NOT NULL,
    before TEXT NOT NULL,             -- JSON list of rows
    after TEXT NOT NULL,
    PRIMARY KEY (case_id, seq)
) WITHOUT ROWID;
"""

_VERSION_2 = """
ALTER TABLE step ADD COLUMN before TEXT NOT NULL DEFAULT '';
"""

# Until now no photo could be kept: the table was empty and may go.
_VERSION_3 = """
ALTER TABLE finding ADD COLUMN measures TEXT NOT NULL DEFAULT '{}';

DROP TABLE photo;

CREATE TABLE photo (
    case_id TEXT NOT NULL REFERENCES case_ (id) ON DELETE CASCADE,
    assessment_id TEXT NOT NULL,
    check_id TEXT NOT NULL,
    room_id TEXT NOT NULL,            -- '' is the whole house
    id TEXT NOT NULL,
    position INTEGER NOT NULL,
    sha256 TEXT NOT NULL,             -- names the file beside the database
    width INTEGER NOT NULL,
    height INTEGER NOT NULL,
    caption TEXT NOT NULL,
    marks TEXT NOT NULL,              -- JSON list
    rev INTEGER NOT NULL,
    PRIMARY KEY (case_id, assessment_id, check_id, room_id, id)
) WITHOUT ROWID;
"""

# Written by the module digest; x'' only until the cases of an older file have theirs.
_VERSION_4 = """
ALTER TABLE case_ ADD COLUMN digest BLOB NOT NULL DEFAULT x'';

ALTER TABLE change ADD COLUMN digest BLOB NOT NULL DEFAULT x'';

-- The list in its order, with all that a line of it shows.
CREATE INDEX case_listed ON case_ (deleted, updated DESC, id, name);
"""

# Of a locked store: the key of each case, with which its photos are locked.
_VERSION_5 = """
CREATE TABLE case_key (
    case_id TEXT NOT NULL PRIMARY KEY REFERENCES case_ (id) ON DELETE CASCADE,
    wrapped BLOB NOT NULL             -- sealed with the key of the store
) WITHOUT ROWID;
"""

# Answers that are safe and not yet in the tables above, see the module waiting.
_VERSION_6 = """
CREATE TABLE waiting (
    number INTEGER PRIMARY KEY,       -- in this order they were given
    case_id TEXT NOT NULL REFERENCES case_ (id) ON DELETE CASCADE,
    at TEXT NOT NULL,
    verb TEXT NOT NULL,
    rows TEXT NOT NULL,               -- JSON list of [table, key, values]
    digest BLOB NOT NULL
);
"""

# Who did what, written by the module access. No case is named as a parent: the list outlives it.
_VERSION_7 = """
CREATE TABLE access (
    seq INTEGER NOT NULL PRIMARY KEY, -- counts from 1
    at TEXT NOT NULL,                 -- ISO time, UTC
    who TEXT NOT NULL,
    what TEXT NOT NULL,
    case_id TEXT NOT NULL,            -- '' for what concerns all cases
    about TEXT NOT NULL,
    digest BLOB NOT NULL              -- of the line before and of this one
) WITHOUT ROWID;

CREATE TRIGGER access_is_not_changed BEFORE UPDATE ON access BEGIN
    SELECT RAISE (ABORT, 'this list only grows');
END;

CREATE TRIGGER access_is_not_removed BEFORE DELETE ON access BEGIN
    SELECT RAISE (ABORT, 'this list only grows');
END;

-- REPLACE removes a row without asking the trigger above.
CREATE TRIGGER access_is_not_replaced BEFORE INSERT ON access
WHEN EXISTS (SELECT 1 FROM access WHERE seq >= NEW.seq) BEGIN
    SELECT RAISE (ABORT, 'this list only grows');
END;
"""

MIGRATIONS: tuple[str, ...] = (
    _VERSION_1, _VERSION_2, _VERSION_3, _VERSION_4, _VERSION_5, _VERSION_6, _VERSION_7,
)  # fmt: skip
"""Script n (counted from 1) leads from version n - 1 to version n."""
