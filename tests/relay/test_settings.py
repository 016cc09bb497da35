"""How a relay is told to run: a file, the environment, the command line, each overruling what comes before it."""

from __future__ import annotations

from pathlib import Path

import pytest

from app.relay.settings import LogStyle, SettingsUnusable, read_settings

AT = Path("/somewhere")


def test_options_overrule_the_environment_and_that_the_file(tmp_path: Path):
    file = tmp_path / "relay.toml"
    file.write_text('host = "0.0.0.0"\nport = 1\nlog = "json"\ndata = "kept"\ntrusted_proxies = ["10.0.0.1"]\n')
    environment = {"CERCLE_RELAY_PORT": "2", "CERCLE_RELAY_METRICS_PORT": "9100", "CERCLE_RELAY_KEY": "secret"}

    settings = read_settings(file, environment, {"metrics_port": 9200, "host": None}, at=AT)

    assert (settings.host, settings.port, settings.metrics_port) == ("0.0.0.0", 2, 9200)  # noqa: S104 (what it says)
    assert (settings.log, settings.data, settings.trusted_proxies) == (LogStyle.JSON, tmp_path / "kept", ("10.0.0.1",))


def test_without_anything_it_listens_on_this_machine_alone():
    settings = read_settings(None, {}, {}, at=AT)

    assert (settings.host, settings.data, settings.metrics_port) == ("127.0.0.1", AT, None)


@pytest.mark.parametrize(
    ("text", "named"),
    [("prot = 1", "prot"), ('port = "many"', "port"), ("port = ", "relay.toml"), ('log = "loud"', "log")],
)
def test_a_setting_that_cannot_be_used_is_named(tmp_path: Path, text: str, named: str):
    file = tmp_path / "relay.toml"
    file.write_text(text)

    with pytest.raises(SettingsUnusable, match=named):
        read_settings(file, {}, {}, at=AT)


def test_a_certificate_wants_its_key():
    with pytest.raises(SettingsUnusable, match="tls_key_alone"):
        read_settings(None, {"CERCLE_RELAY_TLS_CERT": "chain.pem"}, {}, at=AT)
