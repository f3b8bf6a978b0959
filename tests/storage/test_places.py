"""Where answers may be kept."""

from datetime import UTC, datetime
from pathlib import Path

import pytest

from falls_app.storage import places
from falls_app.storage.places import is_synced, kind_of_mount, refuse_far_places
from falls_app.storage.store import Store
from falls_app.storage.trouble import StoreError

MOUNTS = r"""/dev/vda / ext4 rw 0 0
overlay /in/container overlay rw 0 0
host /in/machine 9p rw 0 0
server:/home /home nfs4 rw 0 0
tmpfs /home/local tmpfs rw 0 0
//nas/pics /mnt/Bilder\040Möbel cifs rw 0 0
me@host: /mnt/far fuse.sshfs rw 0 0
"""


@pytest.mark.parametrize(
    ("folder", "kind"),
    [
        ("/var/data", "ext4"),
        ("/in/container/data", "overlay"),
        ("/in/machine", "9p"),
        ("/home/ada/data", "nfs4"),
        ("/home/local/ada", "tmpfs"),
        ("/homely", "ext4"),
        ("/mnt/Bilder Möbel/2026", "cifs"),
        ("/mnt/far", "fuse.sshfs"),
    ],
)
def test_a_folder_is_on_the_file_system_mounted_nearest_above(folder: str, kind: str) -> None:
    assert kind_of_mount(Path(folder), MOUNTS) == kind


def test_file_systems_of_containers_and_machines_are_near_enough() -> None:
    assert not places.NETWORK & {"9p", "overlay", "virtiofs", "tmpfs", "ext4", "fuseblk"}
    assert {"nfs", "nfs4", "cifs", "smb3", "fuse.sshfs"} <= places.NETWORK


def test_a_store_on_a_network_is_refused_and_nothing_is_made(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    mounts = tmp_path / "mounts"
    mounts.write_text(f"server:/x {tmp_path.resolve()} nfs rw 0 0\n", encoding="utf-8")
    monkeypatch.setattr(places, "_MOUNTS", mounts)

    with pytest.raises(StoreError, match="on a network") as told:
        Store.open(tmp_path / "data", lambda: datetime.now(UTC))

    assert "on this computer" in told.value.hint
    assert not (tmp_path / "data").exists()


def test_a_system_that_tells_no_mounts_refuses_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(places, "_MOUNTS", tmp_path / "none")

    refuse_far_places(tmp_path / "data")


@pytest.mark.parametrize(
    "name",
    ["Dropbox", "OneDrive", "OneDrive - Care Ltd", "Google Drive", "Mobile Documents", "Nextcloud"],
)
def test_a_store_in_a_folder_copied_elsewhere_is_refused(name: str, tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="copies the folder"):
        Store.open(tmp_path / name / "homes", lambda: datetime.now(UTC))

    assert not (tmp_path / name).exists()


@pytest.mark.parametrize("mark", [".stfolder", ".dropbox", ".dropbox.cache"])
def test_a_folder_with_the_mark_of_such_a_program_is_refused(mark: str, tmp_path: Path) -> None:
    (tmp_path / mark).mkdir()

    assert is_synced(tmp_path / "deep" / "down", {})


def test_the_folder_that_windows_names_is_refused_and_others_are_not(tmp_path: Path) -> None:
    named = {"OneDriveConsumer": str(tmp_path / "Wolke"), "OneDrive": ""}

    assert is_synced(tmp_path / "Wolke" / "data", named)
    assert not is_synced(tmp_path / "data", named)
    assert not is_synced(tmp_path / "My Dropbox notes", {})


def test_a_path_that_names_a_server_is_remote_on_windows() -> None:
    class Server:
        drive = r"\\server\share"

    class Local:
        drive = r"\\?\C:"

    assert places._is_remote_drive(Server())  # type: ignore[arg-type]
    assert not places._is_remote_drive(Local())  # type: ignore[arg-type]
