"""A command that is watched: ``python -m tests.battery.watched REPORT WRITABLE COMMAND …``.

It runs the command as ``falls-app`` would and writes a report: the seconds it took, the most memory
it had, and all it did that no command may do, by Python's own audit events: a network, another
program, writing anywhere but below the folder WRITABLE.
"""

import json
import os
import re
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path

FORBIDDEN = re.compile(
    r"socket\.|subprocess\.|os\.(exec|system|posix_spawn|spawn|fork|startfile)|pty\.|"
    r"ctypes\.dlopen|webbrowser|urllib|http|ftplib|smtplib|shutil\.unpack|pickle\.find_class"
)
MAKES = {
    "os.mkdir": 0, "os.rename": 1, "os.link": 1, "os.symlink": 1, "os.remove": 0, "os.rmdir": 0,
    "os.chmod": 0, "os.truncate": 0,
}  # fmt: skip
"""Events that change a folder, and which of their values is the path."""
PATIENCE_S = 120
"""A program that has not ended by then hangs, however much else this computer does."""
LONGEST_S, MOST_MB = 20, 300
"""What a refusal may take: seconds of the processor, with the start, and memory."""


@dataclass(frozen=True)
class Outcome:
    """What became of a command. ``did`` is what it should not have done."""

    code: int
    out: str
    err: str
    seconds: float
    megabytes: float
    did: tuple[str, ...]

    @property
    def trouble(self) -> str:
        """What is wrong with it, "" if nothing is."""
        if self.code < 0 or "Traceback" in self.err or self.code not in (0, 3):
            return f"crash: exit code {self.code}: {self.err[-200:]}"
        if self.code == 3 and (self.out or self.err.count("\n") != 1 or self.err[-2:-1] != "."):
            return f"no sentence: {self.out!r} {self.err!r}"
        if self.did:
            return f"did {self.did[0]}"
        if self.seconds > LONGEST_S or self.megabytes > MOST_MB:
            return f"took {self.seconds:.1f} s and {self.megabytes:.0f} MB"
        return ""


def watch(folder: Path, *words: str | Path, writable: Path | None = None, **more: str) -> Outcome:
    """Run a command in a program of its own; its store is below ``folder``.

    ``more`` are variables of its environment.
    """
    report = folder / "report.json"
    report.unlink(missing_ok=True)
    for name in ("home", "tmp"):
        (folder / name).mkdir(exist_ok=True)
    environment = {
        **os.environ,
        "STEADY_HOME_DATA": str(folder / "store"),
        "HOME": str(folder / "home"),
        "TMPDIR": str(folder / "tmp"),
        "PYTHONDONTWRITEBYTECODE": "1",
        **more,
    }
    line = [sys.executable, "-m", __name__, report, writable or folder / "store", *words]
    try:
        done = subprocess.run(
            line, env=environment, capture_output=True, text=True, timeout=PATIENCE_S, check=False
        )
    except subprocess.TimeoutExpired:
        return Outcome(3, "", "hangs.\n", PATIENCE_S, 0, ())
    if not report.is_file():
        return Outcome(-1, done.stdout, done.stderr, 0, 0, ())
    seen = json.loads(report.read_text())
    return Outcome(
        done.returncode, done.stdout, done.stderr,
        seen["seconds"], seen["megabytes"], tuple(seen["did"]),
    )  # fmt: skip


def most_memory() -> float:
    """Return the most memory that this program had, in MB. The one that started it is not in it."""
    try:
        status = Path("/proc/self/status").read_text()
        return int(status.partition("VmHWM:")[2].split()[0]) / 1024
    except (OSError, IndexError):
        import resource

        unit = 1 if sys.platform == "darwin" else 1024
        return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * unit / (1 << 20)


class _Watch:
    """Notes what the program does. It only looks: nothing is stopped."""

    def __init__(self, allowed: tuple[str, ...]) -> None:
        self.did: list[str] = []
        self._allowed = allowed

    def __call__(self, event: str, values: tuple[object, ...]) -> None:
        if FORBIDDEN.match(event) and values != (None,):  # ctypes opens the program itself
            self.did.append(f"{event} {values!r:.80}")
        elif event == "open" and len(values) == 3:
            path, _mode, flags = values
            if isinstance(flags, int) and flags & (os.O_WRONLY | os.O_RDWR | os.O_CREAT):
                self._made(event, path)
        elif event in MAKES and len(values) > MAKES[event]:
            self._made(event, values[MAKES[event]])

    def _made(self, event: str, path: object) -> None:
        if isinstance(path, str | bytes | os.PathLike):
            place = os.path.abspath(os.fsdecode(path))  # noqa: PTH100  # no event of its own
            # A folder that is there already is not made again.
            if not place.startswith(self._allowed) and not (
                event == "os.mkdir" and Path(place).is_dir()
            ):
                self.did.append(f"{event} {place}")


def main() -> None:
    """Run the command that the words name, and write the report."""
    report, writable, *words = sys.argv[1:]
    from falls_app.__main__ import main as command

    # How often a passphrase was tried is kept in the home folder.
    watching = _Watch((writable, os.environ["TMPDIR"], os.environ["HOME"]))
    sys.addaudithook(watching)
    # Of the processor: other programs only add to what a clock on the wall shows.
    code = command(words)
    seconds, did = time.process_time(), list(watching.did)
    said = {"seconds": seconds, "megabytes": most_memory(), "did": did}
    Path(report).write_text(json.dumps(said))
    sys.exit(code)


if __name__ == "__main__":
    main()
