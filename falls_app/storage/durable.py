"""Files that are on the disk when we say so: written beside, synced, then renamed."""

import os
import shutil
from contextlib import suppress
from pathlib import Path
from typing import BinaryIO

PART = ".part"
"""How the name of a file ends that is not whole yet. In the folder of a store none is kept."""


def sync_file(path: Path) -> None:
    """Have the system write this file's content to the disk."""
    file = os.open(path, os.O_RDWR)
    try:
        os.fsync(file)
    finally:
        os.close(file)


def sync_folder(folder: Path) -> None:
    """Have the system write the names in this folder to the disk. Windows does so by itself."""
    if os.name != "posix":
        return
    names = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(names)
    finally:
        os.close(names)


def copy_file(source: Path, target: Path, within: Path | None = None) -> None:
    """Copy a file, for its owner only. It has its name only when all of it is on the disk.

    Until then it lies in the folder ``within``, None: in that of the target.
    """
    beside = (within or target.parent) / f"{target.name}{PART}"
    try:
        with source.open("rb") as read, _private(beside) as written:
            shutil.copyfileobj(read, written, 1 << 20)
            written.flush()
            os.fsync(written.fileno())
        move(beside, target)
    except BaseException:
        beside.unlink(missing_ok=True)
        raise


def write_file(target: Path, data: bytes) -> None:
    """Write a file, for its owner only. It has its name only when all of it is on the disk."""
    beside = target.with_name(f"{target.name}{PART}")
    try:
        with _private(beside) as written:
            written.write(data)
            written.flush()
            os.fsync(written.fileno())
        move(beside, target)
    except BaseException:
        with suppress(OSError):
            beside.unlink(missing_ok=True)
        raise


def move(source: Path, target: Path) -> None:
    """Give a file another name, in place of what had it. On the disk when it returns."""
    source.replace(target)
    sync_folder(target.parent)


def make_folder(folder: Path) -> Path:
    """Make a folder for its owner only, and those above it, if they are not there; return it.

    Its name is on the disk when it returns, even if the folder was there already: whoever made it
    may have been stopped before.
    """
    new = [each for each in folder.parents if not each.exists()]
    for each in (*reversed(new), folder):
        # One by one: ``parents=True`` would let others into those above it.
        each.mkdir(mode=0o700, exist_ok=True)
    for made in (folder, *new):
        # A folder above that we may pass but not read was there long before.
        with suppress(PermissionError):
            sync_folder(made.parent)
    return folder


def _private(path: Path) -> BinaryIO:
    return os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "wb")
