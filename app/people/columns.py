"""What columns of people are called: by Moodle, by Zoom, in French and English spreadsheets."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from app.domain.kernel.folding import folded

if TYPE_CHECKING:
    from collections.abc import Sequence

FULL: Final = "full"
"""A column that holds first name and surname together."""

ADDRESS: Final = "address"
"""A column that may hold e-mail addresses, or where people live: what stands in it decides."""

_NAMES: Final[dict[str, tuple[str, ...]]] = {
    "email": (
        "email", "e mail", "mail", "mel", "courriel", "adresse mail", "adresse e mail", "adresse email",
        "email address", "e mail address", "adresse electronique", "adresse de courriel", "adresse courriel",
        "user email", "mail address",
    ),
    "first_name": ("prenom", "prenoms", "first name", "firstname", "given name", "forename", "prenom usuel"),
    "surname": (
        "nom de famille", "nom d usage", "nom usuel", "nom de naissance", "last name", "lastname", "surname",
        "family name", "nom",
    ),
    FULL: (
        "nom complet", "nom et prenom", "nom prenom", "prenom nom", "prenom et nom", "nom prenoms", "noms", "full name",
        "fullname", "name", "display name", "user name", "name original name", "nom nom d origine", "nom affiche",
        "participant", "participants", "participante", "stagiaire", "apprenant", "apprenante", "eleve", "etudiant",
        "attendee", "learner", "student", "personne", "person",
    ),
    "employer": (
        "entreprise", "employeur", "societe", "organisation", "organization", "organisme", "company", "employer",
        "institution", "etablissement", "structure", "raison sociale", "collectivite",
    ),
    "group": (
        "groupe", "groupes", "group", "groups", "equipe", "team", "cohorte", "cohort", "promotion", "promo",
        "department", "departement", "service",
    ),
    "needs": (
        "besoins", "besoin", "besoins particuliers", "besoins specifiques", "amenagements", "amenagement", "needs",
        "special needs", "accommodations", "accommodation", "accessibility", "accessibilite", "adaptations", "handicap",
    ),
    ADDRESS: ("adresse", "address"),
}  # fmt: skip

_EXACT: Final = {name: field for field, names in _NAMES.items() for name in names}

_ORDER: Final = ("email", "employer", "needs", "group", "first_name", "surname")
"""In which order a heading of several words is looked at: “nom de l’entreprise” is no surname."""

_NOT_OURS: Final = frozenset({"nom d utilisateur", "username", "identifiant", "id", "id number", "numero"})


def plain_heading(text: str) -> str:
    """Return a heading as it is compared: without case, accents and marks."""
    bare = folded(text)
    return " ".join(re.findall(r"[^\W_]+", bare))


def field_of(heading: str) -> str:
    """Return the field that a heading stands for (also `FULL` and `ADDRESS`); empty when it is none of ours."""
    plain = plain_heading(heading)
    if not plain or plain in _NOT_OURS:
        return ""
    if plain in _EXACT:
        return _EXACT[plain]
    words = f" {plain} "
    return next((field for field in _ORDER if any(f" {name} " in words for name in _NAMES[field])), "")


def fields_of(row: Sequence[str]) -> list[str]:
    """Return what each cell of a heading stands for, each field once; of two that claim one, the better-known wins."""
    found = [field_of(cell) for cell in row]
    for field in set(found) - {""}:
        claims = [place for place, each in enumerate(found) if each == field]
        best = min(claims, key=lambda place: (_rank(field, row[place]), place))
        for place in claims:
            if place != best:
                found[place] = ""
    if "surname" in found and "first_name" not in found and FULL not in found:
        # “Nom” alone is the whole name.
        found[found.index("surname")] = FULL
    return found


def _rank(field: str, heading: str) -> int:
    names = _NAMES[field]
    plain = plain_heading(heading)
    return names.index(plain) if plain in names else len(names)


def is_heading(found: Sequence[str], row: Sequence[str]) -> bool:
    """Tell whether a row with these fields names columns of people."""
    named = {field for field in found if field}
    if any("@" in cell for cell in row) or not named & {"email", "first_name", "surname", FULL, ADDRESS}:
        return False
    cells = sum(1 for cell in row if cell.strip())
    return len(named) > 1 or cells == 1
