"""How long the print page takes to show a choice."""

import tempfile
import time
from pathlib import Path
from statistics import median

from tests.bench.walk import Walk


def preview(rounds: int = 9) -> None:
    """From an option pressed on the print page to its page on the screen, in the real window."""
    from falls_app.cases import load_case

    with tempfile.TemporaryDirectory() as name:
        for sample in ("sample", "sample:visit"):
            walk = Walk(Path(name) / sample.replace(":", "-"))
            walk.session.add(load_case(sample))
            walk.window.go("print")
            page, shown, visible, whole = walk.window.page, [], [], []
            walk.until(lambda page=page: page._made is not None)
            show = page._pages.sheet.show_page

            def note(*words, show=show, shown=shown):
                shown.append(time.perf_counter())
                show(*words)

            page._pages.sheet.show_page = note
            for number in range(rounds):
                walk.rest(0.3)
                shown.clear()
                made, begin = page._made, time.perf_counter()
                page._on_option(("save_ink", "hide_names", "large")[number % 3])
                walk.until(lambda page=page, old=made: page._made is not old)
                visible.append(shown[0] - begin)
                whole.append(time.perf_counter() - begin)
            print(
                f"preview, {sample}: the page that is read after {median(visible) * 1e3:.0f} ms "
                f"(longest {max(visible) * 1e3:.0f}), the whole paper after "
                f"{median(whole) * 1e3:.0f} ms ({rounds} options; at most 300 ms for the page)"
            )
            walk.window.close()
            walk.store.close()
