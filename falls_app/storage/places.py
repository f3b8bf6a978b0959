"""Where answers can be kept safely: on this computer, and where no other program moves files.

SQLite needs locks and syncs that network folders only pretend to do, and a program that copies
the folder elsewhere while it is written takes half a file along.
"""

import os
import re
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path

from falls_app.storage.trouble import ON_A_NETWORK, SYNCED, StoreError

NETWORK = frozenset(
    ["nfs", "nfs4", "cifs", "smb2", "smb3", "smbfs", "afs", "afpfs", "coda", "ncpfs", "davfs",
     "webdav", "gfs2", "ocfs2", "lustre", "glusterfs", "ceph", "beegfs", "sshfs", "fuse.sshfs",
     "fuse.rclone", "fuse.davfs", "fuse.davfs2", "fuse.gvfsd-fuse", "fuse.curlftpfs",
     "fuse.glusterfs", "fuse.ceph", "fuse.s3fs", "fuse.smbnetfs", "fuse.onedriver",
     "fuse.google-drive-ocamlfuse"]
)  # fmt: skip
"""Kinds of file systems on other computers. Those of containers (9p, overlay) are on this one."""

SYNCED_NAMES = frozenset(
    ["dropbox", "onedrive", "google drive", "googledrive", "my drive", "icloud drive",
     "iclouddrive", "mobile documents", "cloudstorage", "nextcloud", "owncloud", "pclouddrive",
     "megasync", "box sync", "syncthing", "synologydrive", "seafile"]
)  # fmt: skip
SYNCED_MARKS = (
    ".dropbox", ".dropbox.cache", ".stfolder", ".nextcloudsync.log", ".owncloudsync.log",
    ".sync_journal.db", ".seafile-data", ".synologyworkingdirectory",
)  # fmt: skip
"""What such programs put into the top folder that they keep the same elsewhere."""

_ONEDRIVE = ("OneDrive", "OneDriveConsumer", "OneDriveCommercial")
_MOUNTS = Path("/proc/mounts")
_REMOTE_DRIVE = 4


def refuse_far_places(folder: Path) -> None:
    """Raise StoreError if this folder is on a network, or copied elsewhere by another program."""
    place = folder.expanduser().resolve()
    if _is_on_a_network(place):
        raise StoreError(*ON_A_NETWORK)
    if is_synced(place, os.environ):
        raise StoreError(*SYNCED)


def is_synced(place: Path, environment: Mapping[str, str]) -> bool:
    """Return whether a program keeps this folder the same on other computers."""
    tops = {Path(environment[name]) for name in _ONEDRIVE if environment.get(name)}
    for each in (place, *place.parents):
        name = each.name.casefold()
        if name in SYNCED_NAMES or name.startswith(("onedrive - ", "dropbox (")) or each in tops:
            return True
        if any((each / mark).exists() for mark in SYNCED_MARKS):
            return True
    return False


def kind_of_mount(place: Path, mounts: str) -> str:
    """Return the kind of file system that a folder is on, by the text of /proc/mounts."""
    kind, longest = "", -1
    for point, its_kind in _mount_points(mounts):
        if (place == point or point in place.parents) and len(point.parts) >= longest:
            kind, longest = its_kind, len(point.parts)
    return kind


def _mount_points(mounts: str) -> Iterator[tuple[Path, str]]:
    for line in mounts.splitlines():
        fields = line.split(" ")
        if len(fields) > 2:
            # A space in a name stands there as \040.
            name = re.sub(r"\\([0-7]{3})", lambda found: chr(int(found[1], 8)), fields[1])
            yield Path(name), fields[2]


def _is_on_a_network(place: Path) -> bool:
    if sys.platform == "win32":  # pragma: no cover
        return _is_remote_drive(place)
    try:
        mounts = _MOUNTS.read_text(encoding="utf-8", errors="replace")
    except OSError:
        return False
    return kind_of_mount(place, mounts) in NETWORK


def _is_remote_drive(place: Path) -> bool:
    if place.drive.startswith("\\\\"):
        return not place.drive.startswith(("\\\\?\\", "\\\\.\\"))
    if sys.platform == "win32":  # pragma: no cover
        import ctypes

        return ctypes.windll.kernel32.GetDriveTypeW(f"{place.drive}\\") == _REMOTE_DRIVE
    return False
