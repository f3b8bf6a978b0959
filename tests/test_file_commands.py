"""The commands that hand a home over and take one in: what they print, and how they refuse."""

import json
from pathlib import Path

import pytest
from PIL import Image

from falls_app import paths
from falls_app.cases import sample_case
from falls_app.storage.access import entries
from falls_app.storage.reading import read_store
from falls_app.storage.store import Store
from tests.test_store_commands import Run, all_files, folder, refused, run, window

__all__ = ["folder", "run", "window"]


@pytest.fixture
def locked(tmp_path: Path) -> Path:
    file = tmp_path / "passphrase"
    file.write_text("open sesame\n")
    return file


def test_a_home_goes_out_and_comes_in_under_a_new_id(
    run: Run, tmp_path: Path, locked: Path
) -> None:
    file = tmp_path / "nell.steadyhome"
    with_passphrase = ("--passphrase-file", locked)

    assert run("export", "sample:visit", "-o", file, *with_passphrase) == (0, "", "")
    code, out, err = run("import", file, *with_passphrase)

    assert (code, err) == (0, "")
    there, here = (json.loads(run("answers", case)[1]) for case in ("sample:visit", out.strip()))
    assert sorted(map(str, there)) == sorted(map(str, here))
    assert len(list((paths.user_data() / "photos" / out.strip()).glob("*.jpg"))) == 8
    assert "locked" in refused(run("import", file))


def test_a_case_file_and_a_table_are_written_too(run: Run, tmp_path: Path) -> None:
    case, sheet = tmp_path / "rosa.json", tmp_path / "rosa.csv"

    assert run("export", "sample", "--format", "json", "-o", case)[0] == 0
    assert run("export", "sample", "--format", "csv", "-o", sheet)[0] == 0

    assert run("score", case)[1] == run("score", "sample")[1]
    assert run("import", case)[0] == 0
    assert sheet.read_text(encoding="utf-8-sig").startswith("Kind,")


def test_a_redacted_file_holds_no_name_and_no_photo(run: Run, tmp_path: Path) -> None:
    file = tmp_path / "somebody.json"

    assert run("export", "sample:visit", "--redacted", "--format", "json", "-o", file)[0] == 0

    text = file.read_text(encoding="utf-8")
    assert "Nell" not in text
    assert "sha256" not in text
    assert run("score", file)[0] == 0


def test_a_photo_is_added_to_a_check(run: Run, window: Store, tmp_path: Path) -> None:
    made = window.create(sample_case(), "new home")
    window.close()
    photo = tmp_path / "tub.png"
    Image.new("RGB", (40, 30), "red").save(photo)

    code, out, _err = run("attach", made.id, "BTH02", photo)

    assert code == 0
    (answer,) = [each for each in json.loads(run("answers", made.id)[1]) if each.get("photos")]
    assert (answer["check"], answer["photos"][0]["id"]) == ("BTH02", out.strip())
    assert answer["room"] in {room.id for room in made.home.rooms_of("BTH")}
    assert run("attach", made.id, "FLR01", photo)[0] == 0
    assert "no room" in run("attach", made.id, "BTH02", photo, "--room", "attic")[2]


def test_what_cannot_be_taken_in_is_refused_and_nothing_changes(
    run: Run, window: Store, folder: Path, tmp_path: Path
) -> None:
    made = window.create(sample_case(), "new home")
    text = tmp_path / "a.txt"
    text.write_text("no photo")
    assert "open" in refused(run("import", paths.resources() / "samples" / "rosa.json"))
    window.close()
    before = all_files(folder)

    assert "photo" in refused(run("attach", made.id, "BTH02", text))
    assert "no home" in refused(run("import", text))
    assert "no such file" in refused(run("import", tmp_path / "nothing"))

    assert all_files(folder) == before


def test_wrong_use_is_said_in_a_sentence(run: Run, tmp_path: Path, locked: Path) -> None:
    locked.write_text("")
    for words in (
        ("attach", "sample", "XYZ", "a.jpg"),
        ("attach", "nobody", "BTH02", "a.jpg"),
        ("export", "sample", "-o", tmp_path / "a", "--passphrase-file", locked),
        ("export", "sample", "-o", tmp_path / "a", "--passphrase-file", tmp_path / "none"),
    ):
        code, out, err = run(*words)
        assert (code, out, err.count("\n")) == (2, "", 1)
    locked.write_text("pass")
    code, _out, err = run(
        "export", "sample", "--format", "csv", "-o", tmp_path / "a", "--passphrase-file", locked
    )
    assert code == 2
    assert "bundle" in err


def test_what_commands_do_at_work_is_in_the_list_also_beside_an_open_window(
    run: Run, window: Store, tmp_path: Path
) -> None:
    made = window.create(sample_case(), "new home").id
    assert run("export", made, "-o", tmp_path / "a")[0] == 0
    window.set_setting("professional", True)

    run("export", made, "--format", "csv", "-o", tmp_path / "b")
    run("paper", made, "--kind", "family", "--kind", "fridge", "-o", tmp_path / "c.pdf")
    window.access.opened(made)
    window.close()
    run("answers", made)
    run("export", "sample", "-o", tmp_path / "d")

    said = [(each.what, each.about) for each in read_store(window.folder, entries)[::-1]]
    assert said == [
        ("exported", "csv"), ("exported", "pdf family+fridge"), ("opened", ""), ("opened", ""),
    ]  # fmt: skip
    assert run("self-check")[0] == 0
