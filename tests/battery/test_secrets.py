"""A few wrong passphrases, and whether a planted word would be found."""

from pathlib import Path

from tests.battery import secrets


def test_a_wrong_passphrase_opens_nothing_and_gets_slower_from_the_fifth() -> None:
    assert secrets.wrong(12)


def test_a_planted_word_is_found_in_whatever_form_it_is_written(tmp_path: Path) -> None:
    name = secrets.WORDS[0]
    for number, data in enumerate((name.encode(), name.encode("utf-16-le"), b"%PDF-1.7", b"-")):
        (tmp_path / str(number)).write_bytes(b"\0" * (not data.startswith(b"%")) + data)
    (tmp_path / f"{name.lower()}.txt").write_bytes(b"-")

    found = secrets._found(sorted(tmp_path.iterdir()))

    assert [Path(each.partition(":")[0]).name for each in found] == [
        "0",
        "1",
        "2",
        "quillfeather.txt",
    ]
