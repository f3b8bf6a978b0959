"""Case files that nobody wrote: deep, huge, of other types, of other versions, full of tricks."""

import json
import random
from collections.abc import Callable
from typing import Any

Kind = Callable[[random.Random, bytes], bytes]

JUNK = (
    None, True, False, 0, -1, 2**31, 10**25, 1.5, -0.0, "", "../..", "\0", "\u202e", "x" * 100_000,
    [], {}, [[]], [{}], {"a": []}, "2026-02-30", "STR01", "bath", "safe",
)  # fmt: skip
SLY = (
    "../../etc/passwd", "/etc/passwd", "\0\x01\x1b[2J", "\u202eevil", "\ud83d\ude00", "\u2028", "\u200b",
    "'; DROP TABLE case_; --", "=HYPERLINK(\"http://a.example\")", "@SUM(A1)", "%s%n{0}", "**b**",
    "<script>alert(1)</script>", "file:///etc/passwd", "C:\\con", "\ufeff", "a" * 50_000, "\r\n",
)  # fmt: skip


def _places(value: Any) -> list[tuple[Any, Any]]:
    keys = range(len(value)) if isinstance(value, list) else list(value)
    inner = [
        place
        for key in keys
        if isinstance(value[key], dict | list)
        for place in _places(value[key])
    ]
    return [*((value, key) for key in keys), *inner]


def _dumped(form: object) -> bytes:
    return json.dumps(form).encode()


def another_value(choices: random.Random, case: bytes) -> bytes:
    form = json.loads(case)
    for _change in range(choices.randint(1, 3)):
        holder, key = choices.choice(_places(form))
        holder[key] = choices.choice(JUNK)
    return _dumped(form)


def one_gone(choices: random.Random, case: bytes) -> bytes:
    form = json.loads(case)
    for _change in range(choices.randint(1, 3)):
        holder, key = choices.choice(_places(form))
        del holder[key]
    return _dumped(form)


def sly_texts(choices: random.Random, case: bytes) -> bytes:
    form = json.loads(case)
    texts = [(holder, key) for holder, key in _places(form) if isinstance(holder[key], str)]
    for holder, key in choices.sample(texts, 3):
        holder[key] = choices.choice(SLY)
    return _dumped(form)


def sly_notes(choices: random.Random, case: bytes) -> bytes:
    """Texts where any text may stand: these come in, cleaned."""
    form = json.loads(case)
    form["person"]["name"] = choices.choice(SLY)
    for answer in form["assessments"][-1]["answers"]:
        answer["note"] = choices.choice(SLY)
    return _dumped(form)


def deep(choices: random.Random, case: bytes) -> bytes:
    form, depth = json.loads(case), choices.choice([60, 500, 5_000, 100_000, 1_000_000])
    start, end = choices.choice([("[", "]"), ('{"a":', "}")])
    form["extra"] = {"a": "@"}
    return _dumped(form).replace(b'"@"', (start * depth + "1" + end * depth).encode())


def huge(choices: random.Random, case: bytes) -> bytes:
    size = choices.choice([3 << 20, 4_100_000, 8 << 20, 60 << 20])
    form = {**json.loads(case), "extra": {"a": "@"}}
    part = choices.choice(["[],", "{},", '"",', "0,", '{"":0},', "1e1,", '"\u00e9\u4e2d",'])
    return _dumped(form).replace(b'"@"', f"[{part * (size // len(part))}0]".encode())


def many_entries(choices: random.Random, case: bytes) -> bytes:
    form = json.loads(case)
    key = choice = choices.choice(["rooms", "answers", "helpers", "falls", "choices"])
    holder = {
        "rooms": form["home"], "answers": form["assessments"][-1], "helpers": form,
        "falls": form["bones"], "choices": form["plan"],
    }[choice]  # fmt: skip
    entry = choices.choice([{}, {"id": "a"}, {"name": "a"}, holder.get(key, [{}])[:1] or {}, None])
    holder[key] = [entry] * choices.choice([1_000, 100_000])
    return _dumped(form)


def many_rooms(choices: random.Random, case: bytes) -> bytes:
    """A home of very many rooms, all of them sound."""
    form = json.loads(case)
    count = choices.choice([200, 5_000, 20_000])
    form["home"]["rooms"] += [{"id": f"x{n}", "area": "BED", "name": "B"} for n in range(count)]
    return _dumped(form)


def odd_numbers(choices: random.Random, case: bytes) -> bytes:
    number = choices.choice(
        ["NaN", "Infinity", "-Infinity", "1e999", "-1e999", "9" * 4000, "9" * 100_000, "1e-999",
         "0.1e400", "-0", "00", "1.", "+1", "0x10"]
    )  # fmt: skip
    form = json.loads(case)
    form["person"]["age"] = "@"
    return _dumped(form).replace(b'"@"', number.encode())


def odd_letters(choices: random.Random, case: bytes) -> bytes:
    odd = choices.choice(
        [b"\\ud800", b"\xff\xfe", b"\xed\xa0\x80", b"\xc0\xaf", b"\0", b"\n", b"\\u0000", b"\\x41"]
    )
    return case.replace(b"Nell", odd)


def another_encoding(choices: random.Random, case: bytes) -> bytes:
    return case.decode().encode(choices.choice(["utf-16", "utf-32", "utf-8-sig", "utf-16-be"]))


def twice(choices: random.Random, case: bytes) -> bytes:
    """The same key twice; the same id twice."""
    form = json.loads(case)
    which = choices.choice([form["home"]["rooms"], form["assessments"][-1]["answers"]])
    which.append(choices.choice(which))
    return _dumped(form).replace(b'"format"', b'"format": [], "format"', 1)


def other_version(choices: random.Random, case: bytes) -> bytes:
    form = json.loads(case)
    form["version"] = choices.choice([0, 2, 99, "1", None, 1.0, True, -1])
    return _dumped(form)


def other_format(choices: random.Random, case: bytes) -> bytes:
    form = json.loads(case)
    form["format"] = choices.choice(["steady-home-bundle", "", None, 7, "x" * 1_000_000])
    return _dumped(form)


def unknown_ids(choices: random.Random, case: bytes) -> bytes:
    form = json.loads(case)
    answer = choices.choice(form["assessments"][-1]["answers"])
    answer[choices.choice(["check", "room"])] = choices.choice(["XXX99", "", "BTH99", "../x"])
    return _dumped(form)


def sly_ids(choices: random.Random, case: bytes) -> bytes:
    """Rooms whose ids look like paths: they are texts in a table, and never files."""
    form = json.loads(case)
    old = choices.choice(form["home"]["rooms"])["id"]
    new = choices.choice(SLY[:8])
    text = json.dumps(form).replace(json.dumps(old), json.dumps(new))
    return text.encode()


def sly_photos(choices: random.Random, case: bytes) -> bytes:
    form = json.loads(case)
    photos = [
        each for answer in form["assessments"][-1]["answers"] for each in answer.get("photos", [])
    ]
    photo = choices.choice(photos)
    key = choices.choice(list(photo))
    photo[key] = choices.choice(
        ["../../../etc/passwd", "A" * 64, "0" * 63, -1, 10**9, None, [], {}]
    )
    return _dumped(form)


def cut_text(choices: random.Random, case: bytes) -> bytes:
    return case[: choices.randrange(len(case))]


def bits_in_text(choices: random.Random, case: bytes) -> bytes:
    data = bytearray(case)
    for _bit in range(choices.randint(1, 20)):
        data[choices.randrange(len(data))] ^= 1 << choices.randrange(8)
    return bytes(data)


KINDS: dict[str, Kind] = {
    each.__name__: each
    for each in (
        another_value, one_gone, sly_texts, sly_notes, deep, huge, many_entries, many_rooms,
        odd_numbers, odd_letters, another_encoding, twice, other_version, other_format,
        unknown_ids, sly_ids, sly_photos, cut_text, bits_in_text,
    )
}  # fmt: skip
