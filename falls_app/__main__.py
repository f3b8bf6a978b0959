"""Starts the program: the window, or a command that needs none."""

import gc
import sys
from collections.abc import Sequence


def main(arguments: Sequence[str] | None = None) -> int:
    """Run ``falls-app`` with these arguments, the command line's by default; return the exit code.

    Without a command the window opens. Where there is no screen, the sample's plan is made
    instead; this is decided before PySide6 is imported.
    """
    words = list(sys.argv[1:] if arguments is None else arguments)
    from falls_app import screen

    if words or not screen.is_reachable():
        from falls_app import cli

        return cli.run(words) if words else cli.make_sample_without_screen()
    if missing := screen.missing_packages():
        print(screen.missing_sentence(missing), file=sys.stderr)
        return 1
    # Starting makes many objects and drops none: looking for rubbish meanwhile only costs time.
    gc.disable()
    from falls_app import app

    return app.run(when_shown=gc.enable)


if __name__ == "__main__":
    sys.exit(main())
