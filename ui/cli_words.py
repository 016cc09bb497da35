"""What the command line says, in English and French; it must speak where Qt is not installed."""

from __future__ import annotations

import locale
import os
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

ENGLISH, FRENCH = "en", "fr"

_TEXTS: Final[dict[str, tuple[str, str]]] = {
    "app": (
        "Cercle: live classes in which learners learn from one another. Without a command, the window opens.",
        "Cercle : des classes en direct où l’on apprend les uns des autres. Sans commande, la fenêtre s’ouvre.",
    ),
    "data": ("The data folder.", "Le dossier de données."),
    "lang": ("The language: fr or en.", "La langue : fr ou en."),
    "version": ("Print the version and leave.", "Affiche la version et quitte."),
    "relay": ("Run a relay, without a window.", "Fait tourner un relais, sans fenêtre."),
    "host": ("The address to listen on.", "L’adresse d’écoute."),
    "port": ("The port; 0 for any free one.", "Le port ; 0 pour un port libre quelconque."),
    "relay_data": ("The relay’s own folder.", "Le dossier propre au relais."),
    "relay_config": (
        "A TOML file with the settings; the environment (CERCLE_RELAY_PORT…) and options overrule it.",
        "Un fichier TOML de réglages ; l’environnement (CERCLE_RELAY_PORT…) et les options priment.",
    ),
    "metrics_port": (
        "Serve /metrics and /healthz on this port, for this machine alone.",
        "Sert /metrics et /healthz sur ce port, pour cette machine seulement.",
    ),
    "log_style": ("How log lines look: text or json.", "L’aspect du journal : text ou json."),
    "trusted_proxy": (
        "The address of a reverse proxy of yours; its X-Forwarded-For is believed.",
        "L’adresse d’un proxy inverse à vous ; son X-Forwarded-For est cru.",
    ),
    "settings_unusable": (
        "The settings cannot be used: {reason}",
        "Les réglages ne sont pas utilisables : {reason}",
    ),
    "relay_check": (
        "Read every class of a relay from beginning to end, and say which do not hold.",
        "Lit chaque classe d’un relais du début à la fin, et dit lesquelles ne tiennent pas.",
    ),
    "check_whole": ("whole", "intacte"),
    "check_fault": ("broken at record {seq}: {fault}", "rompue à l’enregistrement {seq} : {fault}"),
    "check_broken": (
        "{count} of the classes do not hold. Keep this folder as it is, and restore a backup beside it.",
        "{count} des classes ne tiennent pas. Gardez ce dossier tel quel, et restaurez une sauvegarde à côté.",
    ),
    "relay_backup": (
        "Copy a relay’s folder, also while it runs.",
        "Copie le dossier d’un relais, même pendant qu’il tourne.",
    ),
    "relay_restore": (
        "Put a copy in the place of a relay’s folder.",
        "Met une copie à la place du dossier d’un relais.",
    ),
    "backup_folder": ("The folder of the copy.", "Le dossier de la copie."),
    "backed_up": ("Copied to {folder}.", "Copié dans {folder}."),
    "restored": ("Restored to {folder}.", "Restauré dans {folder}."),
    "not_empty": (
        "{folder} is not empty. Name a new folder: nothing is ever overwritten.",
        "{folder} n’est pas vide. Indiquez un nouveau dossier : rien n’est jamais écrasé.",
    ),
    "no_relay": ("There is no relay’s log in {folder}.", "Il n’y a pas de journal de relais dans {folder}."),
    "no_backup": ("{folder} is no backup of a relay.", "{folder} n’est pas une sauvegarde de relais."),
    "tls_cert": ("A PEM file with the certificate chain.", "Un fichier PEM avec la chaîne de certificats."),
    "tls_key": ("A PEM file with its private key.", "Un fichier PEM avec sa clé privée."),
    "rehearse": (
        "Practise a class with simulated learners.",
        "Répète une classe avec des apprenants simulés.",
    ),
    "plan": ("A plan’s file or its title.", "Le fichier d’un plan ou son titre."),
    "learners": ("How many learners.", "Combien d’apprenants."),
    "minutes": ("How long the class lasts, in its own minutes.", "La durée de la classe, dans ses propres minutes."),
    "speed": ("How many of its minutes pass in one of ours.", "Combien de ses minutes passent en une des nôtres."),
    "headless": ("Without a window: run to the end and report.", "Sans fenêtre : va au bout et rend compte."),
    "seed": ("Decides what everybody does.", "Décide de ce que chacun fait."),
    "report": ("Also write the report to this file.", "Écrit aussi le compte rendu dans ce fichier."),
    "rehearsal_log": (
        "Write the class’s log to this file, one record a line.",
        "Écrit le journal de la classe dans ce fichier, un enregistrement par ligne.",
    ),
    "relay_url": ("Use this relay instead of one of its own.", "Utilise ce relais au lieu d’un relais à part."),
    "relay_key": ("That relay’s key.", "La clé de ce relais."),
    "export": ("Write a past class as JSON.", "Écrit une classe passée en JSON."),
    "session": ("The class’s id, its beginning, or its title.", "L’identifiant de la classe, son début ou son titre."),
    "out": ("The file to write; standard output without it.", "Le fichier à écrire ; sinon la sortie standard."),
    "sessions": ("List the classes on this computer.", "Liste les classes de cet ordinateur."),
    "gallery": ("Show every widget, or take pictures of them.", "Montre chaque élément, ou en prend des images."),
    "shots": ("Write pictures to this folder.", "Écrit des images dans ce dossier."),
    "no_screen": (
        (
            "No screen was found: neither DISPLAY nor WAYLAND_DISPLAY is set, so no window can be opened.\n"
            "To see a class without a screen: cercle rehearse --headless"
        ),
        (
            "Aucun écran : ni DISPLAY ni WAYLAND_DISPLAY n’est défini, aucune fenêtre ne peut s’ouvrir.\n"
            "Pour voir une classe sans écran : cercle rehearse --headless"
        ),
    ),
    "no_qt": (
        "The window needs the desktop part of Cercle: pip install 'cercle[desktop]'",
        "La fenêtre demande la partie bureau de Cercle : pip install 'cercle[desktop]'",
    ),
    "storage_locked": (
        "Cercle is already open on this data folder ({data}). Go to its window, or choose another folder with --data.",
        (
            "Cercle est déjà ouvert sur ce dossier de données ({data}). Allez à sa fenêtre, ou choisissez un "
            "autre dossier avec --data."
        ),
    ),
    "storage_read_only": (
        "The data folder cannot be written ({data}). Check its permissions, or choose another folder with --data.",
        (
            "Le dossier de données n’est pas accessible en écriture ({data}). Vérifiez ses droits, ou choisissez un "
            "autre dossier avec --data."
        ),
    ),
    "storage_full": (
        "The disk is full ({data}). Make room and start again; nothing that was kept is lost.",
        "Le disque est plein ({data}). Faites de la place et relancez ; rien de ce qui était gardé n’est perdu.",
    ),
    "storage_newer": (
        "A newer version of Cercle wrote this data folder ({data}). Update Cercle; nothing was changed.",
        (
            "Une version plus récente de Cercle a écrit ce dossier de données ({data}). Mettez Cercle à jour ; rien "
            "n’a été modifié."
        ),
    ),
    "storage_broken": (
        "A file in the data folder is damaged ({data}). Copy the folder before you do anything else.",
        "Un fichier du dossier de données est abîmé ({data}). Copiez le dossier avant toute autre chose.",
    ),
    "port_in_use": (
        "Another program uses this port. Choose another one with --port.",
        "Un autre programme utilise ce port. Choisissez-en un autre avec --port.",
    ),
    "address_not_usable": (
        "This computer has no such address. Choose another one with --host.",
        "Cet ordinateur n’a pas cette adresse. Choisissez-en une autre avec --host.",
    ),
    "tls_not_usable": (
        "The certificate and the key cannot be used together. Check --tls-cert and --tls-key.",
        "Le certificat et la clé ne peuvent servir ensemble. Vérifiez --tls-cert et --tls-key.",
    ),
    "tls_key_alone": (
        "--tls-key needs --tls-cert, and the other way round.",
        "--tls-key demande --tls-cert, et inversement.",
    ),
    "plan_not_found": ("There is no such plan: {plan}", "Ce plan n’existe pas : {plan}"),
    "plan_unreadable": (
        "This file is no plan, or one of a newer version: {plan}",
        "Ce fichier n’est pas un plan, ou vient d’une version plus récente : {plan}",
    ),
    "session_not_found": (
        "There is no such class on this computer: {session}",
        "Cette classe n’est pas sur cet ordinateur : {session}",
    ),
    "session_ambiguous": (
        "Several classes fit: {session}. Name one by its id.",
        "Plusieurs classes conviennent : {session}. Nommez-en une par son identifiant.",
    ),
    "record_unreadable": (
        "The record of this class cannot be read; a newer version may have written it.",
        "L’enregistrement de cette classe est illisible ; une version plus récente l’a peut-être écrit.",
    ),
    "no_sessions": ("There is no class on this computer yet.", "Il n’y a pas encore de classe sur cet ordinateur."),
    "column_title": ("Title", "Titre"),
    "column_role": ("Role", "Rôle"),
    "column_opened": ("Last opened", "Ouverte le"),
    "column_state": ("State", "État"),
    "ended": ("over", "terminée"),
    "going_on": ("not over", "non terminée"),
    "role_host": ("host", "formateur"),
    "role_cofacilitator": ("co-facilitator", "coanimateur"),
    "stage_starting": ("Starting", "Démarrage"),
    "stage_joining": ("Learners arrive", "Les apprenants arrivent"),
    "stage_class": ("The class is going on", "La classe est en cours"),
    "stage_settling": ("Waiting for every answer", "Attente de toutes les réponses"),
    "stage_checking": ("Reading the log back", "Relecture du journal"),
    "stage_done": ("Done", "Terminé"),
    "joined": ("{joined} in, {sent} sent", "{joined} présents, {sent} envois"),
    "not_clean": (
        "Something was lost, doubled or leaked, or somebody did not get in: see the report.",
        "Il y a eu perte, doublon ou fuite, ou quelqu’un n’est pas entré : voyez le compte rendu.",
    ),
    "rehearsal_failed": ("The rehearsal could not be run ({code}).", "La répétition n’a pas pu avoir lieu ({code})."),
    "not_written": ("{path} could not be written: {reason}", "{path} n’a pas pu être écrit : {reason}"),
    "report_headless": (
        "A report needs --headless: in the window, the class is yours.",
        "Un compte rendu demande --headless : dans la fenêtre, la classe est la vôtre.",
    ),
}


def wanted_language(arguments: Sequence[str]) -> str:
    """Return the language to speak: what `--lang` says, else the locale's, else English.

    Args:
        arguments: of the command line.
    """
    for place, word in enumerate(arguments):
        if word == "--lang" and place + 1 < len(arguments):
            return _known(arguments[place + 1])
        if word.startswith("--lang="):
            return _known(word.partition("=")[2])
    named = (os.environ.get(name, "") for name in ("LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG"))
    found = next((name for name in named if name), "") or (locale.getlocale()[0] or "")
    return _known(found)


def _known(name: str) -> str:
    return FRENCH if name.lower().startswith("fr") else ENGLISH


class Words:
    """The texts in one language.

    Args:
        language: `fr` or `en`.
        texts: more of them, each in English and French.
    """

    def __init__(self, language: str, texts: Mapping[str, tuple[str, str]] | None = None) -> None:
        self.language = language
        self._texts = {**_TEXTS, **(texts or {})}
        self._place = 1 if language == FRENCH else 0

    def __call__(self, key: str, **values: object) -> str:
        """Say a text.

        Args:
            key: of the text.
            values: what stands in it.

        Raises:
            KeyError: when there is no such text.
        """
        return self._texts[key][self._place].format(**values)

    def knows(self, key: str) -> bool:
        """Tell whether there is such a text.

        Args:
            key: of the text.
        """
        return key in self._texts
