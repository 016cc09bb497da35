"""Counts again, by other code, what a class learned from one another: `python -m tests.rehearsal.recount LOG REPORT`.

LOG is what `cercle rehearse --headless --log LOG --report REPORT` wrote: one record a line, as the relay sealed it.
It is read as plain JSON, without any code of the product.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable

FIGURES = ("questions_asked", "peer_answers", "accepted_answers", "position_shifts", "thanks")


def recount(lines: Iterable[str]) -> dict[str, int]:
    """Return the figures of a log.

    Args:
        lines: one JSON object each, with `body` and maybe `private`.
    """
    bodies = [json.loads(json.loads(line)["body"]) for line in lines if line.strip()]

    def of(kind: str) -> list[dict[str, Any]]:
        return [body["data"] for body in bodies if body["type"] == kind]

    questions = {data["question"] for data in of("questions.asked")}
    last_word: dict[tuple[str, str], bool] = {}
    for data in of("questions.answer_marked"):
        last_word[data["question"], data["message"]] = data["on"] and data["peer"]
    settled = {data["question"]: data["message"] for data in of("questions.accepted")}
    taken = of("debate.position_taken")
    return {
        "questions_asked": len(questions - {data["question"] for data in of("questions.withdrawn")}),
        "peer_answers": list(last_word.values()).count(True),
        "accepted_answers": len([message for message in settled.values() if message]),
        "position_shifts": len([1 for data in taken if data.get("before") and data["before"] != data["position"]]),
        "thanks": len({d["thanks"] for d in of("thanks.given")} - {d["thanks"] for d in of("thanks.taken_back")}),
    }


def main() -> int:
    """Compare a log with a report; return 1 when they differ or a figure is nothing."""
    log, report = map(Path, sys.argv[1:3])
    counted = recount(log.read_text(encoding="utf-8").splitlines())
    told = json.loads(report.read_text(encoding="utf-8"))["social"]
    for figure in FIGURES:
        print(f"{figure}: {told[figure]} reported, {counted[figure]} counted")  # noqa: T201 (a command's own output)
    return 0 if all(told[figure] == counted[figure] > 0 for figure in FIGURES) else 1


if __name__ == "__main__":
    sys.exit(main())
