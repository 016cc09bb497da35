"""`python -m app.relay`: the relay alone, as tests and the desktop start it."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from app.relay.service import run
from app.relay.settings import Settings


def main() -> int:
    """Read the arguments and run a relay; return the exit status."""
    parser = argparse.ArgumentParser(prog="cercle-relay")
    parser.add_argument("--host", default="127.0.0.1")
    parser.add_argument("--port", type=int, default=0)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--tls-cert", type=Path)
    parser.add_argument("--tls-key", type=Path)
    parser.add_argument("--metrics-port", type=int)
    parser.add_argument("--trusted-proxy", action="append", default=[])
    given = parser.parse_args()
    return run(
        Settings(
            host=given.host,
            port=given.port,
            data=given.data,
            tls_cert=given.tls_cert,
            tls_key=given.tls_key,
            metrics_port=given.metrics_port,
            trusted_proxies=tuple(given.trusted_proxy),
        )
    )


if __name__ == "__main__":
    sys.exit(main())
