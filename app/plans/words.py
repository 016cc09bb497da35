"""The words of a plan's written forms, in English and French; the interface has its own translations."""

from __future__ import annotations

from typing import Final

from app.plans.plan import ActivityKind

KINDS: Final[dict[ActivityKind, tuple[str, str]]] = {
    ActivityKind.TALK: ("talk", "exposé"),
    ActivityKind.DISCUSSION: ("discussion", "discussion"),
    ActivityKind.DEBATE: ("debate", "débat"),
    ActivityKind.POLL: ("poll", "sondage"),
    ActivityKind.BREAKOUT: ("breakout rooms", "sous-groupes"),
    ActivityKind.QA: ("Q&A", "questions-réponses"),
    ActivityKind.SHARE_OUT: ("share-out", "mise en commun"),
    ActivityKind.ENERGISER: ("energiser", "dynamisation"),
    ActivityKind.BREAK: ("break", "pause"),
}
"""The kinds of activity, as they stand in a written plan."""

_SYNONYMS: Final[dict[str, ActivityKind]] = {
    "lecture": ActivityKind.TALK,
    "input": ActivityKind.TALK,
    "presentation": ActivityKind.TALK,
    "apport": ActivityKind.TALK,
    "présentation": ActivityKind.TALK,
    "introduction": ActivityKind.TALK,
    "échange": ActivityKind.DISCUSSION,
    "plenary": ActivityKind.DISCUSSION,
    "plénière": ActivityKind.DISCUSSION,
    "vote": ActivityKind.POLL,
    "quiz": ActivityKind.POLL,
    "groups": ActivityKind.BREAKOUT,
    "breakout": ActivityKind.BREAKOUT,
    "breakouts": ActivityKind.BREAKOUT,
    "group work": ActivityKind.BREAKOUT,
    "groupes": ActivityKind.BREAKOUT,
    "ateliers": ActivityKind.BREAKOUT,
    "atelier": ActivityKind.BREAKOUT,
    "travail de groupe": ActivityKind.BREAKOUT,
    "sous-groupe": ActivityKind.BREAKOUT,
    "questions": ActivityKind.QA,
    "q and a": ActivityKind.QA,
    "share out": ActivityKind.SHARE_OUT,
    "restitution": ActivityKind.SHARE_OUT,
    "debrief": ActivityKind.SHARE_OUT,
    "icebreaker": ActivityKind.ENERGISER,
    "ice breaker": ActivityKind.ENERGISER,
    "energizer": ActivityKind.ENERGISER,
    "brise-glace": ActivityKind.ENERGISER,
    "energisant": ActivityKind.ENERGISER,
    "pause": ActivityKind.BREAK,
    "lunch": ActivityKind.BREAK,
    "déjeuner": ActivityKind.BREAK,
}

TEXTS: Final[dict[str, tuple[str, str]]] = {
    "untitled": ("Untitled plan", "Plan sans titre"),
    "activity": ("Activity", "Activité"),
    "audience": ("Audience", "Public"),
    "language": ("Language", "Langue"),
    "learners": ("Learners", "Apprenants"),
    "tags": ("Tags", "Mots-clés"),
    "editorial": ("Editorial line", "Ligne éditoriale"),
    "objectives": ("Objectives", "Objectifs"),
    "topics": ("Topics", "Sujets"),
    "materials": ("Materials", "Supports"),
    "roles": ("Roles", "Rôles"),
    "agenda": ("Agenda", "Déroulé"),
    "day": ("Day", "Jour"),
    "evidence": ("Seen by", "Se voit à"),
    "instructions": ("Instructions", "Consigne"),
    "notes": ("Notes for staff", "Notes pour l’équipe"),
    "questions": ("Questions", "Questions"),
    "poll": ("Poll", "Sondage"),
    "rooms": ("Rooms", "Salles"),
    "debate": ("Debate", "Débat"),
    "turns_of": ("turns of {count} s", "tours de {count} s"),
    "counts_hidden": ("counts hidden", "décomptes cachés"),
    "lead": ("led by", "animé par"),
    "pinned": ("at", "à"),
    "serves": ("serves", "sert"),
    "minutes": ("min", "min"),
    "person": ("{count} people", "{count} personnes"),
    "form_choice": ("one answer", "une réponse"),
    "form_multiple": ("several answers", "plusieurs réponses"),
    "form_scale": ("scale", "échelle"),
    "form_ranking": ("ranking", "classement"),
    "form_number": ("number", "nombre"),
    "form_open": ("open answer", "réponse libre"),
    "form_cloud": ("word cloud", "nuage de mots"),
    "mixing_random": ("at random", "au hasard"),
    "mixing_keep": ("the same again", "les mêmes"),
    "mixing_join": ("groups joined", "groupes réunis"),
    "mixing_spread": ("one from each group", "un de chaque groupe"),
    "mixing_new": ("new partners", "de nouveaux partenaires"),
    "opens": ("opens", "ouvre"),
    "anonymous": ("anonymous", "anonyme"),
    "scale_steps": ("scale of", "échelle de"),
    "low": ("lower end", "bas"),
    "high": ("upper end", "haut"),
    "rooms_count": ("{count} rooms", "{count} salles"),
    "programme": ("Programme", "Programme"),
    "at": ("Start", "Début"),
    "kind": ("Kind", "Type"),
    "lead_column": ("Led by", "Animé par"),
    "minutes_column": ("Minutes", "Minutes"),
    "polls": ("Polls", "Sondages"),
    "true": ("True", "Vrai"),
    "false": ("False", "Faux"),
    "meeting": ("Video meeting", "Visioconférence"),
    "join": ("Join the class", "Rejoindre la classe"),
}


def text(key: str, language: str, **values: object) -> str:
    """Say a word in a language: French when it is `fr`, else English.

    Args:
        key: of the word.
        language: a code.
        values: what stands in it.
    """
    return TEXTS[key][_column(language)].format(**values)


def kind_word(kind: ActivityKind, language: str) -> str:
    """Name a kind of activity in a language.

    Args:
        kind: one of them.
        language: a code.
    """
    return KINDS[kind][_column(language)]


def kind_named(word: str) -> ActivityKind | None:
    """Return the kind of activity that a word of either language means; none when it means none.

    Args:
        word: as people write it.
    """
    word = " ".join(word.casefold().replace("_", " ").split())
    for kind, names in KINDS.items():
        if word in {str(kind).replace("_", " "), *(name.casefold() for name in names)}:
            return kind
    return _SYNONYMS.get(word)


def clock(minutes: int) -> str:
    """Write a clock time, as `09:05`; beyond midnight it starts again.

    Args:
        minutes: since midnight.
    """
    hours, rest = divmod(minutes, 60)
    return f"{hours % 24:02}:{rest:02}"


def _column(language: str) -> int:
    return 1 if language.lower().startswith("fr") else 0
