"""Bundles that are no bundles: names, links, lies about sizes, bombs, cuts and noise."""

import io
import json
import random
import struct
import zipfile
from collections.abc import Callable
from hashlib import sha256

Members = dict[str, bytes]
Kind = Callable[[random.Random, Members], bytes]

PATHS = (
    "../evil", "../../../../tmp/evil", "/etc/evil", "/tmp/evil.json", "C:\\evil", "..\\evil",
    "photos/../../evil.jpg", "photos/", "photos//x.jpg", "./case.json", "case.json/", "CON", "~/evil",
    "case.json ", "CASE.JSON", "\u202egnp.exe", "photos/" + "a" * 64 + ".svg", "a" * 5000, "",
)  # fmt: skip


def packed(members: Members, packing: int = zipfile.ZIP_DEFLATED, *, told: bool = True) -> bytes:
    """Return a zip of these; with ``told`` the manifest says what is in it, whatever that is."""
    members = dict(members)
    if told and "manifest.json" in members:
        form = json.loads(members["manifest.json"])
        form["members"] = {
            name: sha256(data).hexdigest()
            for name, data in members.items()
            if name != "manifest.json"
        }
        members["manifest.json"] = json.dumps(form).encode()
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w", packing) as made:
        for name, content in members.items():
            made.writestr(zipfile.ZipInfo(name), content, packing)
    return data.getvalue()


def _a_photo(members: Members) -> str:
    return next(name for name in members if name.startswith("photos/"))


def another_path(choices: random.Random, members: Members) -> bytes:
    return packed({**members, choices.choice(PATHS): b"evil"})


def path_in_place_of_the_case(choices: random.Random, members: Members) -> bytes:
    case = members.pop("case.json")
    return packed({**members, choices.choice(PATHS): case})


def cut_name(choices: random.Random, members: Members) -> bytes:
    """A name that ends early for who reads it as C does."""
    return packed(members).replace(b"case.json", b"case\0json")


def link(choices: random.Random, members: Members) -> bytes:
    data = io.BytesIO(packed(members))
    with zipfile.ZipFile(data, "a") as made:
        entry = zipfile.ZipInfo(f"photos/{choices.randbytes(32).hex()}.jpg")
        entry.create_system, entry.external_attr = 3, 0o120777 << 16
        made.writestr(entry, choices.choice(["/etc/passwd", "../../..", "/dev/zero"]))
    return data.getvalue()


def second_of_a_name(choices: random.Random, members: Members) -> bytes:
    name = choices.choice(list(members))
    twin = "photos/" + "b" * (len(name) - 7) if name.startswith("photos/") else "x" * len(name)
    return packed({**members, twin: b"{}"}, told=False).replace(twin.encode(), name.encode())


def one_too_many(choices: random.Random, members: Members) -> bytes:
    data = members[_a_photo(members)]
    more = data[:-2] + choices.randbytes(8).replace(b"\xff", b"a") + data[-2:]
    return packed({**members, f"photos/{sha256(more).hexdigest()}.jpg": more})


def one_missing(choices: random.Random, members: Members) -> bytes:
    gone = choices.choice(list(members))
    return packed({name: data for name, data in members.items() if name != gone}, told=False)


def another_hash(choices: random.Random, members: Members) -> bytes:
    form = json.loads(members["manifest.json"])
    name = choices.choice(list(form["members"]))
    form["members"][name] = choices.choice(["0" * 64, "", "x" * 64, None, 7, ["a"]])
    return packed({**members, "manifest.json": json.dumps(form).encode()}, told=False)


def another_content(choices: random.Random, members: Members) -> bytes:
    name = choices.choice([each for each in members if each != "manifest.json"])
    data = bytearray(members[name])
    data[choices.randrange(len(data))] ^= 1 << choices.randrange(8)
    return packed({**members, name: bytes(data)}, told=False)


def another_manifest(choices: random.Random, members: Members) -> bytes:
    form = json.loads(members["manifest.json"])
    form[choices.choice(list(form))] = choices.choice(
        [None, "", "../..", -1, 2, 10**30, [], {}, [[]], True, "2099.01", ["\u202e"], {"a": {}}]
    )
    return packed({**members, "manifest.json": json.dumps(form).encode()}, told=False)


def newer(choices: random.Random, members: Members) -> bytes:
    form = {**json.loads(members["manifest.json"]), "version": choices.randint(2, 1000)}
    return packed({**members, "manifest.json": json.dumps(form).encode()}, told=False)


def bomb(choices: random.Random, members: Members) -> bytes:
    name = choices.choice(["case.json", "manifest.json", _a_photo(members)])
    size = choices.choice([5, 40, 200]) << 20
    return packed({**members, name: choices.choice([b" ", b"[", b"\0"]) * size}, told=False)


def bomb_of_many(choices: random.Random, members: Members) -> bytes:
    """Many members that lie on the same packed bytes."""
    data = packed({"case.json": b" " * (1 << 20)}, told=False)
    end = data.rindex(b"PK\x05\x06")
    start = data.index(b"PK\x01\x02")
    entry = data[start:end]
    count = choices.choice([300, 3000, 60_000])
    names = (f"{number:09d}".encode() for number in range(count))
    entries = b"".join(entry.replace(b"case.json", name) for name in names)
    tail = struct.pack("<4s4H2IH", b"PK\5\6", 0, 0, count, count, len(entries), start, 0)
    return data[:start] + entries + tail


def lie_about_size(choices: random.Random, members: Members) -> bytes:
    data = bytearray(packed({**members, "case.json": b" " * (30 << 20)}, told=False))
    size = struct.pack("<I", 30 << 20)
    small = struct.pack("<I", choices.choice([0, 1, 1000]))
    return bytes(data).replace(size, small)


def lie_at_the_end(choices: random.Random, members: Members) -> bytes:
    data = bytearray(packed(members))
    data[-22 + choices.randrange(4, 22)] = choices.randrange(256)
    return bytes(data)


def long_end(choices: random.Random, members: Members) -> bytes:
    """An end that asks for more than there is: 64 bits, or a comment of its own."""
    data = packed(members)
    more = choices.choice([b"PK\x06\x07" + bytes(16), b"PK\x06\x06" + bytes(52), b"comment"])
    return data[:-22] + more + data[-22:] if choices.random() < 0.5 else data + more


def before_it(choices: random.Random, members: Members) -> bytes:
    return b"PK" + choices.randbytes(choices.randint(1, 5000)) + packed(members)


def locked_member(choices: random.Random, members: Members) -> bytes:
    data = bytearray(packed(members))
    for mark, place in ((b"PK\x01\x02", 8), (b"PK\x03\x04", 6)):
        data[data.index(mark) + place] |= choices.choice([1, 0x40, 0x20])
    return bytes(data)


def odd_packing(choices: random.Random, members: Members) -> bytes:
    if choices.random() < 0.4:
        return packed(members, choices.choice([zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA]))
    data = bytearray(packed(members))
    for mark, place in ((b"PK\x01\x02", 10), (b"PK\x03\x04", 8)):
        data[data.index(mark) + place] = choices.choice([1, 6, 9, 93, 95, 99, 255])
    return bytes(data)


def two_names(choices: random.Random, members: Members) -> bytes:
    """The list says another name than the member itself."""
    data = packed(members)
    at = data.index(b"case.json")
    return data[:at] + b"evil.json" + data[at + 9 :]


def wrong_sum(choices: random.Random, members: Members) -> bytes:
    data = bytearray(packed(members))
    data[data.rindex(b"PK\x01\x02") + 16 + choices.randrange(4)] ^= 0xFF
    return bytes(data)


def cut(choices: random.Random, members: Members) -> bytes:
    data = packed(members)
    return data[: choices.randrange(len(data))]


def bits(choices: random.Random, members: Members) -> bytes:
    data = bytearray(packed(members))
    for _bit in range(choices.randint(1, 40)):
        data[choices.randrange(len(data))] ^= 1 << choices.randrange(8)
    return bytes(data)


def bits_in_the_list(choices: random.Random, members: Members) -> bytes:
    data = bytearray(packed(members))
    start = data.index(b"PK\x01\x02")
    for _bit in range(choices.randint(1, 8)):
        data[choices.randrange(start, len(data))] = choices.randrange(256)
    return bytes(data)


def noise(choices: random.Random, members: Members) -> bytes:
    return b"PK\x03\x04" + choices.randbytes(choices.randint(0, 100_000))


def zip_in_zip(choices: random.Random, members: Members) -> bytes:
    inner = packed(members)
    return packed({**members, "case.json": inner})


def many_members(choices: random.Random, members: Members) -> bytes:
    more = {f"photos/{choices.randbytes(32).hex()}.jpg": b"" for _ in range(3000)}
    return packed({**members, **more})


KINDS: dict[str, Kind] = {
    each.__name__: each
    for each in (
        another_path, path_in_place_of_the_case, cut_name, link, second_of_a_name, one_too_many,
        one_missing, another_hash, another_content, another_manifest, newer, bomb, bomb_of_many,
        lie_about_size, lie_at_the_end, long_end, before_it, locked_member, odd_packing,
        two_names, wrong_sum, cut, bits, bits_in_the_list, noise, zip_in_zip, many_members,
    )
}  # fmt: skip
