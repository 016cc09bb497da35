"""Writes invitations: what a person receives before a class, in French or English, with a personal or a shared link."""

from __future__ import annotations

import csv
import io
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING, Final

from app.plans.cells import guarded
from app.plans.timing import schedule

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from app.people.person import Person
    from app.plans.plan import Plan

_DAYS: Final = {
    "fr": ("lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche"),
    "en": ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"),
}
_MONTHS: Final = {
    "fr": (
        "janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre", "octobre", "novembre",
        "décembre",
    ),
    "en": (
        "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
        "December",
    ),
}  # fmt: skip

_TEXTS: Final[dict[str, tuple[str, str]]] = {
    "untitled": ("[title]", "[titre]"),
    "subject": ("Invitation: {title}", "Invitation\u00a0: {title}"),
    "hello": ("Hello {name},", "Bonjour {name},"),
    "hello_all": ("Hello,", "Bonjour,"),
    "lead": ("You are expected at “{title}”.", "Nous vous attendons pour «\u00a0{title}\u00a0»."),
    "when": ("When: {when}", "Date\u00a0: {when}"),
    "no_date": ("[date and time]", "[date et heure]"),
    "from_to": ("{day}, {start} to {end} ({length})", "{day}, de {start} à {end} ({length})"),
    "lasts": ("{day} ({length})", "{day} ({length})"),
    "zone": ("{when}, {zone}", "{when}, {zone}"),
    "how": ("How to take part", "Comment participer"),
    "link_own": (
        "Open this link on your phone or computer. It is yours alone: please do not pass it on.",
        "Ouvrez ce lien sur votre téléphone ou votre ordinateur. Il est personnel\u00a0: ne le transmettez pas.",
    ),
    "link_all": (
        "Open this link on your phone or computer, and write your name.",
        "Ouvrez ce lien sur votre téléphone ou votre ordinateur, puis indiquez votre nom.",
    ),
    "no_link": ("[link to join]", "[lien pour participer]"),
    "code": ("Or go to {base} and type the code {code}.", "Ou allez sur {base} et saisissez le code {code}."),
    "nothing": ("Nothing to install, no account to create.", "Rien à installer, aucun compte à créer."),
    "meeting": (
        "To hear and see one another, join the meeting as well:",
        "Pour s’entendre et se voir, rejoignez aussi la réunion\u00a0:",
    ),
    "room": (
        "This link works only in the room of the class, on its Wi-Fi network.",
        "Ce lien ne fonctionne que dans la salle du cours, sur son réseau Wi-Fi.",
    ),
    "here": (
        "Careful: this link opens on the trainer’s computer only.",
        "Attention\u00a0: ce lien ne s’ouvre que sur l’ordinateur du formateur.",
    ),
    "needs": (
        "Is there something you need to take part well? Just answer this message.",
        "Avez-vous besoin d’un aménagement pour bien participer\u00a0? Répondez simplement à ce message.",
    ),
    "bye": ("See you soon!", "À bientôt\u00a0!"),
    "first_name": ("First name", "Prénom"),
    "surname": ("Surname", "Nom"),
    "email": ("E-mail", "Courriel"),
    "employer": ("Employer", "Employeur"),
    "group": ("Group", "Groupe"),
    "link": ("Link", "Lien"),
    "subject_heading": ("Subject", "Objet"),
    "message": ("Message", "Message"),
}  # fmt: skip

NOWHERE, HERE, ROOM, WORLD = "", "here", "room", "world"
"""From where a link works: there is none yet, this computer alone, the room's network, anywhere."""


@dataclass(frozen=True)
class Occasion:
    """What people are invited to.

    Attributes:
        plan: its title, language and times.
        zone: what the plan's clock times are called here, as `CET`; empty when the readers need not be told.
        base: the relay's base URL; empty while there is no class.
        code: of the class; empty while there is none.
        link: the shared link; empty while there is no class.
        reach: from where links work.
        meeting: where people talk; empty for nowhere.
        links: the personal links, by person.
        personal: whether each person is to have one, also before there is a class.
    """

    plan: Plan
    zone: str = ""
    base: str = ""
    code: str = ""
    link: str = ""
    reach: str = NOWHERE
    meeting: str = ""
    links: Mapping[str, str] | None = None
    personal: bool = False


@dataclass(frozen=True)
class Letter:
    """An invitation: its subject line, and its text."""

    subject: str
    body: str


def say(key: str, language: str, **values: str) -> str:
    """Return one of the texts of invitations."""
    english, french = _TEXTS[key]
    return (french if _known(language) == "fr" else english).format(**values)


def day_text(day: date, language: str) -> str:
    """Return a date as people write it, with its weekday."""
    weekday, month = _DAYS[_known(language)][day.weekday()], _MONTHS[_known(language)][day.month - 1]
    if _known(language) == "fr":
        return f"{weekday} {'1er' if day.day == 1 else day.day} {month} {day.year}"
    return f"{weekday} {day.day} {month} {day.year}"


def clock_text(minutes: int, language: str) -> str:
    """Return a clock time, given in minutes since midnight."""
    hours, rest = divmod(minutes % (24 * 60), 60)
    return f"{hours}\u00a0h\u00a0{rest:02}" if _known(language) == "fr" else f"{hours}:{rest:02}"


def length_text(minutes: int, language: str) -> str:
    """Return a length of time, given in minutes."""
    hours, rest = divmod(minutes, 60)
    if _known(language) == "fr":
        return f"{hours}\u00a0h" + (f"\u00a0{rest:02}" if rest else "") if hours else f"{rest}\u00a0min"
    return " ".join(part for part in (f"{hours}\u00a0h" if hours else "", f"{rest}\u00a0min" if rest else "") if part)


def times(occasion: Occasion) -> tuple[str, ...]:
    """Return when it takes place: one text a day, or a place to fill in."""
    plan, language = occasion.plan, occasion.plan.language
    found = []
    for one in schedule(plan).days:
        if not one.slots:
            continue
        start, end = min(slot.start for slot in one.slots), max(slot.end for slot in one.slots)
        length = length_text(end - start, language)
        day = _day(one.day.date) if one.day is not None else None
        named = day_text(day, language) if day is not None else say("no_date", language)
        if not one.clock:
            found.append(say("lasts", language, day=named, length=length))
            continue
        last = clock_text(end, language)
        if day is not None and end > 24 * 60:
            last = f"{day_text(day + timedelta(days=end // (24 * 60)), language)}, {last}"
        said = say("from_to", language, day=named, start=clock_text(start, language), end=last, length=length)
        found.append(say("zone", language, when=said, zone=occasion.zone) if occasion.zone else said)
    return tuple(found) or (say("no_date", language),)


def letter(occasion: Occasion, person: Person | None = None) -> Letter:
    """Write an invitation.

    Args:
        occasion: to what.
        person: to whom, with their own link when they have one; none for everybody, with the shared link.
    """
    plan, language = occasion.plan, occasion.plan.language
    title = plan.title or say("untitled", language)
    own = (occasion.links or {}).get(person.id, "") if person is not None else ""
    link = own or occasion.link
    first = person.first_name or person.name if person is not None else ""
    when = times(occasion)
    lines = [
        say("hello", language, name=first) if first else say("hello_all", language),
        "",
        say("lead", language, title=title),
        "",
        *(say("when", language, when=each) for each in when),
        "",
        say("how", language),
        say("link_own" if own or (occasion.personal and person is not None and not link) else "link_all", language),
        link or say("no_link", language),
    ]
    if link and occasion.reach in {ROOM, HERE}:
        lines.append(say(occasion.reach, language))
    if link and not own and occasion.code:
        lines.append(say("code", language, base=occasion.base, code=occasion.code))
    lines.append(say("nothing", language))
    if occasion.meeting:
        lines += ["", say("meeting", language), occasion.meeting]
    lines += ["", say("needs", language), "", say("bye", language)]
    return Letter(f"{say('subject', language, title=title)} – {when[0]}", "\n".join(lines))


def link_note(occasion: Occasion) -> str:
    """Return where the shared link does not work, for a calendar's entry; empty when it works anywhere."""
    return say(occasion.reach, occasion.plan.language) if occasion.link and occasion.reach in {ROOM, HERE} else ""


def mail_merge(occasion: Occasion, people: Sequence[Person]) -> bytes:
    """Return a table for a mail merge: one row a person, as spreadsheets of the language open it.

    What people need is between them and the trainer, and stays out.

    Args:
        occasion: to what they are invited.
        people: who.
    """
    language = occasion.plan.language
    out = io.StringIO(newline="")
    writer = csv.writer(out, delimiter=";" if _known(language) == "fr" else ",", lineterminator="\r\n")
    headings = ("first_name", "surname", "email", "employer", "group", "link", "subject_heading", "message")
    writer.writerow([say(key, language) for key in headings])
    for person in people:
        written = letter(occasion, person)
        link = (occasion.links or {}).get(person.id, "") or occasion.link
        row = [person.first_name, person.surname, person.email, person.employer, person.group, link]
        writer.writerow([guarded(cell) for cell in (*row, written.subject, written.body)])
    return out.getvalue().encode("utf-8-sig")


def _known(language: str) -> str:
    return "fr" if language.lower().startswith("fr") else "en"


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text) if text else None
    except ValueError:
        return None
