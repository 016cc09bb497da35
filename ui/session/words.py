"""How a session and its troubles are named to a person."""

from collections.abc import Mapping
from datetime import datetime
from typing import assert_never

from PySide6.QtCore import QCoreApplication, QDateTime, QLocale

from app.domain.kernel.messages import Command
from app.domain.kernel.refusal import Refusal
from app.domain.kernel.words import Phase
from app.domain.session.commands import EndSession, OpenLobby, PauseSession, ResumeSession, SetMeetingLink, StartSession
from app.relay.embedded import RelayDidNotStart
from app.storage.errors import StorageError
from ui.bridge.refusals import refusal_text
from ui.bridge.said import said
from ui.session.network import LocalAddress, Network
from ui.widgets.labels import Tone
from ui.widgets.time_label import hour_text

KNOWN_ERRORS = (Refusal, RelayDidNotStart, StorageError)
"""What may go wrong without a mistake of the program: each has a stable code, and words here."""


def phase_text(phase: Phase) -> str:
    """Name a phase of a session.

    Args:
        phase: as the session says.
    """
    match phase:
        case Phase.PREPARING:
            return QCoreApplication.translate("Session", "Being prepared")
        case Phase.CREATED:
            return QCoreApplication.translate("Session", "Not open yet")
        case Phase.LOBBY:
            return QCoreApplication.translate("Session", "Welcoming")
        case Phase.LIVE:
            return QCoreApplication.translate("Session", "Live")
        case Phase.PAUSED:
            return QCoreApplication.translate("Session", "Paused")
        case Phase.ENDED | Phase.ARCHIVED:
            return QCoreApplication.translate("Session", "Over")
        case _:
            assert_never(phase)


def phase_tone(phase: Phase) -> Tone:
    """Give the tone in which a phase is named.

    Args:
        phase: as the session says.
    """
    match phase:
        case Phase.LIVE:
            return Tone.OK
        case Phase.PREPARING | Phase.LOBBY:
            return Tone.INFO
        case Phase.PAUSED:
            return Tone.WARN
        case Phase.CREATED | Phase.ENDED | Phase.ARCHIVED:
            return Tone.MUTED
        case _:
            assert_never(phase)


def command_text(command: Command) -> str:
    """Name what a person asked for, as the end of a sentence.

    Args:
        command: of any capability.
    """
    match command:
        case OpenLobby():
            return QCoreApplication.translate("Session", "opening the lobby")
        case StartSession():
            return QCoreApplication.translate("Session", "starting the class")
        case PauseSession():
            return QCoreApplication.translate("Session", "pausing the class")
        case ResumeSession():
            return QCoreApplication.translate("Session", "resuming the class")
        case EndSession():
            return QCoreApplication.translate("Session", "ending the class")
        case SetMeetingLink():
            return QCoreApplication.translate("Session", "changing the meeting link")
        case _:
            return _more_command_text(command.type_name())


def _more_command_text(name: str) -> str:
    words = {
        "session.set_title": QCoreApplication.translate("Session", "renaming the class"),
        "session.set_dial_in": QCoreApplication.translate("Session", "changing the number to call"),
        "session.open_code": QCoreApplication.translate("Session", "changing the code"),
    }
    unknown = QCoreApplication.translate("Session", "something you asked for (%1)").replace("%1", name)
    return words.get(name) or said(name) or unknown


def error_text(error: BaseException) -> str:
    """Say what went wrong, and what to do.

    Args:
        error: one of `KNOWN_ERRORS`.
    """
    match error:
        case Refusal(code=code, params=params):
            return trouble_text(code, params)
        case RelayDidNotStart(code=code):
            return trouble_text(code)
        case StorageError():
            return trouble_text(error.code)
        case _:
            return QCoreApplication.translate("Session", "This did not work: %1").replace("%1", str(error))


def trouble_text(code: str, params: Mapping[str, str | int] | None = None) -> str:
    """Say a trouble of the network, the relay or the disk; other codes as refusals.

    Args:
        code: stable.
        params: the values it names.
    """
    return _of_network(code) or _of_relay(code) or _of_disk(code) or refusal_text(code, params)


def _of_network(code: str) -> str:
    match code:
        case "unreachable" | "lost" | "no_relay" | "bad_frame":
            return QCoreApplication.translate(
                "Session", "No Cercle relay answers at this address. Check it, and that this computer is online."
            )
        case "tls_untrusted":
            return QCoreApplication.translate(
                "Session", "The relay’s certificate is not trusted by this computer. Ask whoever runs it."
            )
        case "proxy_failed":
            return QCoreApplication.translate(
                "Session", "Your network’s proxy does not let the connection through. Ask whoever runs the network."
            )
        case "version_unsupported":
            return QCoreApplication.translate(
                "Session", "The relay speaks another version of Cercle. Bring both to the same version."
            )
        case _:
            return ""


def _of_relay(code: str) -> str:
    match code:
        case "bad_key":
            return QCoreApplication.translate("Session", "The relay does not accept this key. Copy it again, whole.")
        case "unknown_code":
            return QCoreApplication.translate("Session", "No class has this code. Ask for the new one.")
        case "unknown_session":
            return QCoreApplication.translate("Session", "The relay does not know this class (any more).")
        case "code_is_for_learners":
            return QCoreApplication.translate(
                "Session", "This is the learners’ link. Ask the host to invite you as a co-facilitator."
            )
        case "superseded":
            return QCoreApplication.translate("Session", "This class goes on at another relay.")
        case "session_exists":
            return QCoreApplication.translate("Session", "This relay has this class already. Try to reconnect.")
        case "bad_seed":
            return QCoreApplication.translate("Session", "The relay refuses this copy of the class: it is not whole.")
        case "port_in_use":
            return QCoreApplication.translate("Session", "Another program uses the relay’s port on this computer.")
        case "relay_did_not_start":
            return QCoreApplication.translate(
                "Session", "The relay on this computer did not start. Its log stands in the data folder."
            )
        case _:
            return ""


def _of_disk(code: str) -> str:
    match code:
        case "storage_full" | "storage_failed":
            return QCoreApplication.translate("Session", "The disk is full. Make room; nothing that was kept is lost.")
        case "storage_read_only":
            return QCoreApplication.translate("Session", "The data folder cannot be written. Check its permissions.")
        case "storage_newer":
            return QCoreApplication.translate(
                "Session", "A newer version of Cercle wrote this data folder. Update Cercle; nothing was changed."
            )
        case "storage_locked":
            return QCoreApplication.translate(
                "Session", "Cercle is already open on this data folder. Go to its window, or choose another folder."
            )
        case "storage_broken":
            return QCoreApplication.translate(
                "Session", "A file in the data folder is damaged. Copy the folder before you do anything else."
            )
        case _:
            return ""


def network_text(address: LocalAddress) -> str:
    """Name one of this computer's addresses for a list.

    Args:
        address: one of them.
    """
    match address.network:
        case Network.WIFI:
            kind = QCoreApplication.translate("Session", "Wi-Fi")
        case Network.CABLE:
            kind = QCoreApplication.translate("Session", "cable")
        case Network.OTHER:
            kind = address.interface
        case Network.INNER:
            kind = QCoreApplication.translate("Session", "inner network %1").replace("%1", address.interface)
        case Network.SELF:
            kind = QCoreApplication.translate("Session", "this computer only")
        case _:
            assert_never(address.network)
    return f"{address.host}  ·  {kind}"


def when_text(at: int) -> str:
    """Write a day and time as people of this language do.

    Args:
        at: in milliseconds since 1970.
    """
    moment = QDateTime.fromMSecsSinceEpoch(at)
    this_year = moment.date().year() == datetime.now().astimezone().year
    locale = QLocale()
    pattern = "ddd d MMM" if this_year else "d MMM yyyy"
    return f"{locale.toString(moment, pattern)}, {hour_text(at)}"


def minutes_text(minutes: int) -> str:
    """Write a number of minutes, in hours from sixty on.

    Args:
        minutes: not negative.
    """
    hours, rest = divmod(minutes, 60)
    if not hours:
        return QCoreApplication.translate("Session", "%1 min").replace("%1", str(minutes))
    if not rest:
        return QCoreApplication.translate("Session", "%1 h").replace("%1", str(hours))
    return QCoreApplication.translate("Session", "%1 h %2").replace("%1", str(hours)).replace("%2", f"{rest:02}")
