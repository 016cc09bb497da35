"""What a refusal says to a person, by its stable code: what happened, and what to do."""

from collections.abc import Mapping

from PySide6.QtCore import QCoreApplication

from ui.bridge.said import said


def refusal_text(code: str, params: Mapping[str, str | int] | None = None) -> str:
    """Say a refusal in the person's language.

    Args:
        code: stable, as `Refusal.code` gives it.
        params: the values it names.

    Returns:
        A sentence; for a code nobody has words for, one that names the code.
    """
    given = params or {}
    text = _words(code)
    if not text:
        text = QCoreApplication.translate("Refusals", "This could not be done (%1).").replace("%1", code)
    return text.replace("%limit", str(given.get("limit", ""))).replace("%length", str(given.get("length", "")))


def _words(code: str) -> str:
    return said(code) or _of_texts(code) or _of_seats(code) or _of_session(code)


def _of_texts(code: str) -> str:
    match code:
        case "text_empty":
            return QCoreApplication.translate("Refusals", "There is no text in it. Write a word or two.")
        case "text_too_long":
            return QCoreApplication.translate(
                "Refusals", "The text is too long: %length characters where %limit fit. Shorten it, or send two."
            )
        case "channel_closed":
            return QCoreApplication.translate("Refusals", "This channel is closed for the moment.")
        case "unknown_channel" | "not_your_channel":
            return QCoreApplication.translate("Refusals", "This channel is not there any more. Your text is kept.")
        case "unknown_message":
            return QCoreApplication.translate("Refusals", "This message is gone.")
        case "unknown_emoji":
            return QCoreApplication.translate("Refusals", "This reaction is not one of those offered.")
        case "unknown_item":
            return QCoreApplication.translate("Refusals", "This text was taken back by its author.")
        case "edited_since":
            return QCoreApplication.translate("Refusals", "Its author has changed the text since. Read the new one.")
        case "decided_otherwise":
            return QCoreApplication.translate("Refusals", "A colleague has decided about it meanwhile.")
        case _:
            return ""


def _of_seats(code: str) -> str:
    match code:
        case "name_taken":
            return QCoreApplication.translate("Refusals", "Someone has this name already. Add an initial, say.")
        case "unknown_member":
            return QCoreApplication.translate("Refusals", "This person is not in the class.")
        case "not_admitted":
            return QCoreApplication.translate("Refusals", "This person has not been admitted yet.")
        case "not_allowed":
            return QCoreApplication.translate("Refusals", "Your role does not allow this. Ask the host.")
        case "removed":
            return QCoreApplication.translate("Refusals", "This person was removed from the class.")
        case "unknown_room":
            return QCoreApplication.translate("Refusals", "This room is closed.")
        case "too_many_rooms":
            return QCoreApplication.translate("Refusals", "There are %limit rooms open already. Close one first.")
        case "host_must_stay":
            return QCoreApplication.translate("Refusals", "The host cannot leave. End the class instead.")
        case "token_used" | "bad_token":
            return QCoreApplication.translate("Refusals", "This link does not open a seat any more. Make a new one.")
        case _:
            return ""


def _of_session(code: str) -> str:
    match code:
        case "session_ended":
            return QCoreApplication.translate("Refusals", "The class is over.")
        case "session_not_live":
            return QCoreApplication.translate("Refusals", "The class is not running.")
        case "not_open_yet":
            return QCoreApplication.translate("Refusals", "The class is not open yet.")
        case "wrong_phase":
            return QCoreApplication.translate("Refusals", "The class has moved on meanwhile; this no longer fits.")
        case "stale":
            return QCoreApplication.translate("Refusals", "This changed while you were away. Look again, then decide.")
        case "bad_link":
            return QCoreApplication.translate("Refusals", "This is not a link that works. Copy it whole.")
        case "rate_limited" | "too_many_attempts":
            return QCoreApplication.translate("Refusals", "Too much at once. Wait a moment and try again.")
        case _:
            return ""
