"""A class of simulated people, over real sockets, so that a trainer practises alone and a relay is put to the test."""

from __future__ import annotations

from app.rehearsal.rehearsal import Config, Progress, Report, rehearse, run

__all__ = ["Config", "Progress", "Report", "rehearse", "run"]
