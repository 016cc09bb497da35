"""What `cercle plan` says, in English and French."""

from __future__ import annotations

from typing import Final

PLAN_TEXTS: Final[dict[str, tuple[str, str]]] = {
    "plan_app": (
        "Write, read and merge session plans, without a window.",
        "Écrit, lit et fusionne des plans de séance, sans fenêtre.",
    ),
    "plan_new": ("Begin a plan.", "Commence un plan."),
    "plan_list": ("List the plans on this computer.", "Liste les plans de cet ordinateur."),
    "plan_show": (
        "Show a plan’s times, and what does not fit.",
        "Montre les horaires d’un plan, et ce qui ne tient pas.",
    ),
    "plan_export": (
        "Write a plan as a run sheet or a programme (PDF), an invitation, Markdown, a table, or a file to send.",
        "Écrit un plan en conducteur ou en programme (PDF), invitation, Markdown, tableau ou fichier à envoyer.",
    ),
    "plan_import": (
        "Read a plan (.cercle, .md), an agenda (.csv), or polls (.gift, Aiken .txt).",
        "Lit un plan (.cercle, .md), un déroulé (.csv) ou des sondages (.gift, Aiken .txt).",
    ),
    "plan_merge": (
        "Merge two copies of a plan; nothing of either is lost.",
        "Fusionne deux copies d’un plan ; rien de l’une ni de l’autre n’est perdu.",
    ),
    "plan_title": ("The title.", "Le titre."),
    "plan_name": ("A plan’s file, its title, or its id.", "Le fichier d’un plan, son titre ou son identifiant."),
    "plan_language": ("The language of the class: fr or en.", "La langue de la classe : fr ou en."),
    "plan_format": ("Begin with a session format.", "Commence par un format de séance."),
    "plan_sample": ("Begin with a sample plan.", "Commence par un plan d’exemple."),
    "plan_learners": ("How many learners are expected.", "Combien d’apprenants sont attendus."),
    "plan_formats": ("List the session formats instead.", "Liste plutôt les formats de séance."),
    "plan_samples": ("List the sample plans instead.", "Liste plutôt les plans d’exemple."),
    "plan_out": (
        "The file to write; without it, the plan goes to the library.",
        "Le fichier à écrire ; sinon le plan va dans la bibliothèque.",
    ),
    "plan_export_out": (
        "The file to write; its ending decides the form.",
        "Le fichier à écrire ; sa fin décide de la forme.",
    ),
    "plan_form": (
        "pdf (run sheet), programme (PDF for learners), ics, md, csv or cercle; else what the file’s ending says.",
        "pdf (conducteur), programme (PDF des apprenants), ics, md, csv ou cercle ; sinon selon la fin du fichier.",
    ),
    "plan_which_form": (
        "Say in which form: --format pdf, programme, ics, md, csv or cercle; or name a file with -o.",
        "Dites sous quelle forme : --format pdf, programme, ics, md, csv ou cercle ; ou nommez un fichier avec -o.",
    ),
    "plan_there": (
        "{path} is there already; name another file with -o, or the same one to replace it.",
        "{path} existe déjà ; nommez un autre fichier avec -o, ou celui-ci pour le remplacer.",
    ),
    "plan_no_pdf": (
        "A PDF needs the desktop part of Cercle: pip install 'cercle[desktop]'. Without it: --format md.",
        "Un PDF demande la partie bureau de Cercle : pip install 'cercle[desktop]'. Sans elle : --format md.",
    ),
    "plan_unknown": (
        "There is no file and no plan called {plan}. To see the plans: cercle plan list",
        "Aucun fichier ni aucun plan ne s’appelle {plan}. Pour voir les plans : cercle plan list",
    ),
    "no_such_file": ("there is no such file", "ce fichier n’existe pas"),
    "plan_kept_merged": (
        "Merged with the copy in the library; nothing of either is lost: {title} ({id})",
        "Fusionné avec la copie de la bibliothèque ; rien de l’une ni de l’autre n’est perdu : {title} ({id})",
    ),
    "plan_meeting": ("The link of the video meeting.", "Le lien de la visioconférence."),
    "error_plan_source_unknown": (
        "{plan} is not read. Known are .cercle, .md, .csv, .tsv, .gift and .txt; spreadsheets can save as CSV.",
        "{plan} n’est pas lu. Sont connus .cercle, .md, .csv, .tsv, .gift et .txt ; un tableur enregistre en CSV.",
    ),
    "plan_link": ("The link with which learners join.", "Le lien par lequel les apprenants rejoignent la classe."),
    "plan_zone": (
        "The time zone of the plan’s times, as Europe/Paris; this computer’s own without it.",
        "Le fuseau des horaires du plan, comme Europe/Paris ; sinon celui de cet ordinateur.",
    ),
    "plan_source": ("The file to read.", "Le fichier à lire."),
    "plan_into": (
        "Add what was read to this plan’s file, instead of making a new plan.",
        "Ajoute ce qui est lu au fichier de ce plan, au lieu d’un nouveau plan.",
    ),
    "plan_first": ("One copy.", "Une copie."),
    "plan_second": ("The other copy.", "L’autre copie."),
    "plan_merge_out": ("The file to write.", "Le fichier à écrire."),
    "plan_kept": ("Kept in the library: {title} ({id})", "Gardé dans la bibliothèque : {title} ({id})"),
    "plan_written": ("Written: {path}", "Écrit : {path}"),
    "plan_none": ("There is no plan on this computer yet.", "Il n’y a pas encore de plan sur cet ordinateur."),
    "plan_ambiguous": (
        "Several plans are called {plan}. Name one by its id.",
        "Plusieurs plans s’appellent {plan}. Nommez-en un par son identifiant.",
    ),
    "plan_no_file": ("{path} cannot be read: {reason}", "{path} n’est pas lisible : {reason}"),
    "plan_ending": (
        "This ending is not known: {path}. Known are {known}.",
        "Cette fin de nom est inconnue : {path}. Sont connues {known}.",
    ),
    "plan_zone_unknown": ("There is no such time zone: {zone}", "Ce fuseau horaire n’existe pas : {zone}"),
    "at_place": ("{text}\nWhere: {where}", "{text}\nOù : {where}"),
    "error_plan_unreadable": (
        "{plan} is no plan, or it is damaged; it was left as it is.",
        "{plan} n’est pas un plan, ou il est abîmé ; il a été laissé tel quel.",
    ),
    "error_plan_newer": (
        "A newer version of Cercle wrote {plan}. Update Cercle; nothing was changed.",
        "Une version plus récente de Cercle a écrit {plan}. Mettez Cercle à jour ; rien n’a été modifié.",
    ),
    "error_plan_invalid": (
        "{plan} holds a value that has no place in a plan; nothing was changed.",
        "{plan} contient une valeur qui n’a pas sa place dans un plan ; rien n’a été modifié.",
    ),
    "error_plans_unrelated": (
        "These are two different plans, not two copies of one; nothing was written.",
        "Ce sont deux plans différents, pas deux copies d’un même plan ; rien n’a été écrit.",
    ),
    "error_plan_undated": (
        (
            "No day of {plan} has a date and a time, so there is nothing to invite to. Give it both in Prepare, or in "
            "its Markdown: ### Day · 2026-03-31 · 09:00"
        ),
        (
            "Aucun jour de {plan} n’a de date et d’heure : il n’y a pas à quoi inviter. Donnez-les dans Préparer, ou "
            "dans son Markdown : ### Jour · 2026-03-31 · 09:00"
        ),
    ),
    "error_format_unknown": (
        "There is no such format or sample. See cercle plan list --formats and --samples.",
        "Ce format ou cet exemple n’existe pas. Voyez cercle plan list --formats et --samples.",
    ),
    "error_plan_item_unknown": (
        "{plan} does not hold what was to be changed; nothing was changed.",
        "{plan} ne contient pas ce qui devait changer ; rien n’a été modifié.",
    ),
    "no_title": ("Untitled", "Sans titre"),
    "column_at": ("At", "À"),
    "column_activity": ("Activity", "Activité"),
    "column_kind": ("Kind", "Type"),
    "column_minutes": ("Minutes", "Minutes"),
    "column_lead": ("Led by", "Animé par"),
    "column_changed": ("Last changed", "Modifié le"),
    "column_learners": ("Learners", "Apprenants"),
    "column_about": ("What for", "Pour quoi faire"),
    "total": ("In all: {hours}", "En tout : {hours}"),
    "share": (
        "Learners speak to one another {percent}% of the time.",
        "Les apprenants se parlent entre eux {percent} % du temps.",
    ),
    "finding_gap": ("{minutes} min of nothing before “{last}”.", "{minutes} min sans rien avant « {last} »."),
    "finding_overrun": (
        "“{first}” runs over the pinned time of “{last}” by {minutes} min.",
        "« {first} » déborde de {minutes} min sur l’heure fixée de « {last} ».",
    ),
    "finding_pins_contradict": (
        "“{last}” is pinned to a time that is not after that of “{first}”, which stands before it.",
        "« {last} » est fixée à une heure qui ne suit pas celle de « {first} », placée avant.",
    ),
    "finding_pin_before_start": (
        "“{last}” is pinned {minutes} min before the day begins.",
        "« {last} » est fixée {minutes} min avant le début de la journée.",
    ),
    "finding_no_time": ("“{last}” has no time.", "« {last} » n’a pas de durée."),
    "finding_long_activity": (
        "“{last}” lasts {minutes} min: is that meant?",
        "« {last} » dure {minutes} min : est-ce voulu ?",
    ),
    "finding_long_day": (
        "A day lasts {minutes} min: is that meant?",
        "Une journée dure {minutes} min : est-ce voulu ?",
    ),
    "finding_past_midnight": (
        "A day runs {minutes} min past midnight.",
        "Une journée dépasse minuit de {minutes} min.",
    ),
    "finding_objective_unserved": (
        "No activity serves the objective “{last}”.",
        "Aucune activité ne sert l’objectif « {last} ».",
    ),
    "overruled": (
        "Kept, since one side changed it while the other removed it: “{title}”.",
        "Gardé, car l’un l’a modifié pendant que l’autre le supprimait : « {title} ».",
    ),
    "conflict": (
        "Both sides changed “{title}” ({field}): “{shown}” is shown, “{others}” is kept beside it.",
        "Les deux côtés ont modifié « {title} » ({field}) : « {shown} » est montré, « {others} » est gardé à côté.",
    ),
    "from_side": ("From {path}:", "De {path} :"),
    "nothing_new": ("nothing that the other did not have", "rien que l’autre n’avait déjà"),
    "change_added": ("added: {title}", "ajouté : {title}"),
    "change_removed": ("removed: {title}", "supprimé : {title}"),
    "change_moved": ("moved: {title}", "déplacé : {title}"),
    "change_changed": ("changed: {title} ({field})", "modifié : {title} ({field})"),
    "polls_read": ("{count} polls were read.", "Sondages lus : {count}."),
    "poll_skipped": (
        "Line {line}: “{title}” was left out, as it is {why}.",
        "Ligne {line} : « {title} » est laissé de côté ({why}).",
    ),
    "why_matching": ("a matching question", "question d’appariement"),
    "why_numerical": ("a numerical question", "question numérique"),
    "why_description": ("a text without a question", "texte sans question"),
    "does_not_fit": (
        "This format is meant for {fewest} to {most} learners.",
        "Ce format est prévu pour {fewest} à {most} apprenants.",
    ),
    **{
        f"field_{name}": texts
        for name, texts in {
            "title": ("title", "titre"),
            "audience": ("audience", "public"),
            "language": ("language", "langue"),
            "learners": ("learners", "apprenants"),
            "editorial": ("editorial line", "ligne éditoriale"),
            "tags": ("tags", "mots-clés"),
            "evidence": ("how it is seen", "comment cela se voit"),
            "prompt": ("prompt", "question d’ouverture"),
            "link": ("link", "lien"),
            "note": ("note", "note"),
            "who": ("who", "qui"),
            "tasks": ("tasks", "tâches"),
            "date": ("date", "date"),
            "start": ("start", "début"),
            "kind": ("kind", "type"),
            "minutes": ("minutes", "minutes"),
            "objectives": ("objectives", "objectifs"),
            "instructions": ("instructions", "consigne"),
            "notes": ("notes", "notes"),
            "lead": ("lead", "animation"),
            "pinned": ("pinned time", "heure fixée"),
            "day": ("day", "jour"),
            "activity": ("activity", "activité"),
            "text": ("text", "texte"),
            "question": ("question", "question"),
            "form": ("form", "forme"),
            "choices": ("answers", "réponses"),
            "people": ("people in a room", "personnes par salle"),
            "mixing": ("who meets whom", "répartition"),
            "task": ("task", "tâche"),
        }.items()
    },
}
