"""A store as a newer program would leave it: another version, one more column, one more table."""

import json
import shutil
from hashlib import sha256
from pathlib import Path
from zipfile import ZipFile

from falls_app.storage.database import Database
from falls_app.storage.digest import seal_all
from falls_app.storage.layout import DATABASE
from falls_app.storage.schema import MIGRATIONS

NEW_THINGS = (
    "ALTER TABLE finding ADD COLUMN light TEXT NOT NULL DEFAULT 'dim'",
    "CREATE TABLE weather (day TEXT PRIMARY KEY, rain INTEGER)",
    "INSERT INTO weather VALUES ('2027-01-01', 12)",
)

NEW_CHECK = """INSERT INTO finding
    (case_id, assessment_id, check_id, room_id, answer, note, near_miss, where_, rev, measures)
    SELECT case_id, id, 'BTH99', '', 'hazard', '', 0, '[]', 1, '{}' FROM assessment"""
"""An answer to a check that only the newer program has, in every walk."""


def make_newer(folder: Path, *statements: str) -> Path:
    """Change a store that nobody has open as a newer program might; return its folder."""
    database = Database(folder / DATABASE)
    for statement in (*NEW_THINGS, *statements):
        database.run(statement)
    seal_all(database)
    database.run(f"PRAGMA user_version = {len(MIGRATIONS) + 1}")
    database.close()
    return folder


def all_there(folder: Path) -> dict[str, bytes | None]:
    """Return all that lies in a folder, with its bytes; None is a folder."""
    return {
        str(each.relative_to(folder)): each.read_bytes() if each.is_file() else None
        for each in sorted(folder.rglob("*"))
    }


def as_killed(folder: Path, target: Path) -> Path:
    """Copy a store that is open as a kill would leave it, with its side file; return the copy."""
    shutil.copytree(folder, target)
    (target / f"{DATABASE}-shm").unlink(missing_ok=True)
    return target


def newer_bundle(file: Path, target: Path, answer: str = "") -> Path:
    """Write a bundle anew as a newer program might: one more member, key and check."""
    with ZipFile(file) as bundle:
        members = {name: bundle.read(name) for name in bundle.namelist()}
    case = json.loads(members["case.json"])
    case |= {"version": 2, "weather": {"rain": 12}}
    room = case["home"]["rooms"][0]["id"]
    answers = case["assessments"][-1]["answers"]
    answers[-1] |= {"light": "dim", **({"answer": answer} if answer else {})}
    answers.append({"check": "BTH99", "room": room, "answer": "dim"})
    members["case.json"] = json.dumps(case).encode()
    members["sounds/knock.ogg"] = b"knock"
    manifest = json.loads(members.pop("manifest.json"))
    manifest |= {"version": 2, "content": "2099.01"}
    manifest["members"] = {name: sha256(data).hexdigest() for name, data in members.items()}
    members["manifest.json"] = json.dumps(manifest).encode()
    with ZipFile(target, "w", allowZip64=False) as bundle:
        for name, data in members.items():
            bundle.writestr(name, data)
    return target
