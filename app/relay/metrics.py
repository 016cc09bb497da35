"""What an operator can watch: counts and gauges in Prometheus' text format, on a port of this machine alone."""

from __future__ import annotations

from http import HTTPStatus
from typing import TYPE_CHECKING, Final

from prometheus_client import CollectorRegistry, Counter, Histogram, ProcessCollector, generate_latest
from prometheus_client.core import GaugeMetricFamily
from prometheus_client.registry import Collector
from websockets.asyncio.server import Server, ServerConnection, serve
from websockets.datastructures import Headers
from websockets.http11 import Response

from app.relay.assets import plain

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from websockets.http11 import Request

    from app.relay.runner import SessionRunner

_TEXT: Final = "text/plain; version=0.0.4; charset=utf-8"
_STORED_IN: Final = (0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5)


class Meters:
    """The counters that the relay's parts turn, and the gauges that are read when somebody asks."""

    def __init__(self) -> None:
        """Start at nothing."""
        self.registry = CollectorRegistry()
        self.events = Counter("cercle_events", "Events made durable.", registry=self.registry)
        self.stored = Histogram(
            "cercle_commit_seconds", "Time to make one commit durable.", buckets=_STORED_IN, registry=self.registry
        )
        self.commands = Counter("cercle_commands", "Commands answered.", registry=self.registry)
        self.failed_joins = Counter("cercle_failed_joins", "Wrong codes and keys.", registry=self.registry)
        ProcessCollector(registry=self.registry)

    def watch(self, running: Callable[[], Iterable[SessionRunner]]) -> None:
        """Also tell of the sessions that run.

        Args:
            running: returns them.
        """
        self.registry.register(_Sessions(running))


class _Sessions(Collector):
    def __init__(self, running: Callable[[], Iterable[SessionRunner]]) -> None:
        self._running = running

    def collect(self) -> Iterable[GaugeMetricFamily]:
        """Return the gauges as they stand now."""
        sessions = GaugeMetricFamily("cercle_sessions", "Sessions held.", labels=["phase"])
        connections = GaugeMetricFamily("cercle_connections", "Clients with a seat.", labels=["kind"])
        behind = GaugeMetricFamily("cercle_readers_behind", "Readers that do not keep up.")
        unsent = GaugeMetricFamily("cercle_unsent_bytes", "Bytes that wait for readers in this process.")
        phases: dict[str, int] = {}
        kinds = {"staff": 0, "page": 0}
        late = waiting = 0
        for runner in self._running():
            phase = str(runner.hub.session.phase)
            phases[phase] = phases.get(phase, 0) + 1
            for line, outlet in runner.outlets.items():
                kinds["staff" if line.is_replica else "page"] += 1
                late += outlet.is_behind
                waiting += outlet.unsent
        for phase, count in sorted(phases.items()):
            sessions.add_metric([phase], count)
        for kind, count in kinds.items():
            connections.add_metric([kind], count)
        behind.add_metric([], late)
        unsent.add_metric([], waiting)
        return [sessions, connections, behind, unsent]


async def serve_meters(meters: Meters, port: int, health: Callable[[], Response]) -> Server:
    """Serve `/metrics` and `/healthz` on this machine's own address.

    Args:
        meters: what to tell.
        port: where.
        health: answers `/healthz`.

    Raises:
        OSError: the port is in use.
    """

    def answer(connection: ServerConnection, request: Request) -> Response:
        del connection
        match request.path.partition("?")[0]:
            case "/metrics":
                body = generate_latest(meters.registry)
                headers = Headers({"Content-Type": _TEXT, "Content-Length": str(len(body)), "Connection": "close"})
                return Response(HTTPStatus.OK, HTTPStatus.OK.phrase, headers, body)
            case "/healthz":
                return health()
            case _:
                return plain(HTTPStatus.NOT_FOUND, "Not found.\n")

    async def nobody(connection: ServerConnection) -> None:
        await connection.close()

    return await serve(nobody, "127.0.0.1", port, process_request=answer, compression=None, server_header=None)
