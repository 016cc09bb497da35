<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="fr" sourcelanguage="en">
<context>
    <name>Actions</name>
    <message>
        <source>Window</source>
        <translation>Fenêtre</translation>
    </message>
    <message>
        <source>Go to Prepare</source>
        <translation>Aller à Préparer</translation>
    </message>
    <message>
        <source>Go to Live</source>
        <translation>Aller à En direct</translation>
    </message>
    <message>
        <source>Go to Review</source>
        <translation>Aller à Bilan</translation>
    </message>
    <message>
        <source>Go to what wants attention</source>
        <translation>Aller à ce qui demande attention</translation>
    </message>
    <message>
        <source>Find an action</source>
        <translation>Trouver une action</translation>
    </message>
    <message>
        <source>Undo what was just done</source>
        <translation>Annuler ce qui vient d’être fait</translation>
    </message>
    <message>
        <source>Change the settings</source>
        <translation>Modifier les réglages</translation>
    </message>
    <message>
        <source>Show the keyboard shortcuts</source>
        <translation>Afficher les raccourcis clavier</translation>
    </message>
    <message>
        <source>Conversation</source>
        <translation>Conversation</translation>
    </message>
    <message>
        <source>Write a message</source>
        <translation>Écrire un message</translation>
    </message>
    <message>
        <source>Go to the next channel</source>
        <translation>Aller au canal suivant</translation>
    </message>
    <message>
        <source>Go to the previous channel</source>
        <translation>Aller au canal précédent</translation>
    </message>
    <message>
        <source>Write to the staff</source>
        <translation>Écrire à l’équipe</translation>
    </message>
    <message>
        <source>Choose a message</source>
        <translation>Choisir un message</translation>
    </message>
    <message>
        <source>Moderation</source>
        <translation>Modération</translation>
    </message>
    <message>
        <source>Go to the held texts</source>
        <translation>Aller aux textes à valider</translation>
    </message>
    <message>
        <source>Hold the texts of the main room, or let them through again</source>
        <translation>Retenir les textes de la salle principale, ou les laisser passer de nouveau</translation>
    </message>
    <message>
        <source>New plan</source>
        <translation>Nouveau plan</translation>
    </message>
    <message>
        <source>Duplicate the plan</source>
        <translation>Dupliquer le plan</translation>
    </message>
    <message>
        <source>Delete the plan</source>
        <translation>Supprimer le plan</translation>
    </message>
    <message>
        <source>Plan</source>
        <translation>Plan</translation>
    </message>
    <message>
        <source>People</source>
        <translation>Personnes</translation>
    </message>
    <message>
        <source>Find a person</source>
        <translation>Trouver une personne</translation>
    </message>
    <message>
        <source>Open a room</source>
        <translation>Ouvrir une salle</translation>
    </message>
    <message>
        <source>Keep a seat for a learner</source>
        <translation>Réserver une place à un participant</translation>
    </message>
    <message>
        <source>Invite a co-facilitator</source>
        <translation>Inviter un co-animateur</translation>
    </message>
    <message>
        <source>Admit everyone at the door</source>
        <translation>Faire entrer toutes les personnes à la porte</translation>
    </message>
    <message>
        <source>Start a class</source>
        <translation>Démarrer une classe</translation>
    </message>
    <message>
        <source>Join a class by an invitation</source>
        <translation>Rejoindre une classe par une invitation</translation>
    </message>
    <message>
        <source>Class</source>
        <translation>Classe</translation>
    </message>
    <message>
        <source>Open the lobby</source>
        <translation>Ouvrir l’accueil</translation>
    </message>
    <message>
        <source>Start the class</source>
        <translation>Démarrer la classe</translation>
    </message>
    <message>
        <source>Pause the class</source>
        <translation>Mettre la classe en pause</translation>
    </message>
    <message>
        <source>Resume the class</source>
        <translation>Reprendre la classe</translation>
    </message>
    <message>
        <source>End the class</source>
        <translation>Terminer la classe</translation>
    </message>
    <message>
        <source>Show how to join</source>
        <translation>Montrer comment rejoindre</translation>
    </message>
    <message>
        <source>Copy the learners’ link</source>
        <translation>Copier le lien des apprenants</translation>
    </message>
    <message>
        <source>Put a new code in force</source>
        <translation>Mettre un nouveau code en vigueur</translation>
    </message>
    <message>
        <source>Change the meeting link</source>
        <translation>Changer le lien de la réunion</translation>
    </message>
    <message>
        <source>Rename the class</source>
        <translation>Renommer la classe</translation>
    </message>
    <message>
        <source>Start the next activity</source>
        <translation>Lancer l’activité suivante</translation>
    </message>
    <message>
        <source>Agenda</source>
        <translation>Déroulé</translation>
    </message>
    <message>
        <source>Find a plan</source>
        <translation>Trouver un plan</translation>
    </message>
    <message>
        <source>Duplicate the chosen activities</source>
        <translation>Dupliquer les activités choisies</translation>
    </message>
    <message>
        <source>Move the chosen activities up</source>
        <translation>Monter les activités choisies</translation>
    </message>
    <message>
        <source>Move the chosen activities down</source>
        <translation>Descendre les activités choisies</translation>
    </message>
    <message>
        <source>Remove the chosen activities</source>
        <translation>Supprimer les activités choisies</translation>
    </message>
    <message>
        <source>Pin the activity to its time, or let it follow</source>
        <translation>Fixer l’heure de l’activité, ou la laisser suivre</translation>
    </message>
    <message>
        <source>Add an activity</source>
        <translation>Ajouter une activité</translation>
    </message>
    <message>
        <source>Add a day</source>
        <translation>Ajouter un jour</translation>
    </message>
    <message>
        <source>Undo the last edit of the plan</source>
        <translation>Annuler la dernière modification du plan</translation>
    </message>
    <message>
        <source>Do the undone edit again</source>
        <translation>Rétablir la modification annulée</translation>
    </message>
    <message>
        <source>Search the conversations</source>
        <translation>Rechercher dans les conversations</translation>
    </message>
    <message>
        <source>Go to the first unread message</source>
        <translation>Aller au premier message non lu</translation>
    </message>
    <message>
        <source>Open a new topic</source>
        <translation>Ouvrir un nouveau sujet</translation>
    </message>
    <message>
        <source>Prepare the plan together</source>
        <translation>Préparer le plan ensemble</translation>
    </message>
    <message>
        <source>Polls</source>
        <translation>Sondages</translation>
    </message>
    <message>
        <source>Make a poll</source>
        <translation>Faire un sondage</translation>
    </message>
    <message>
        <source>Close the poll, or open the next one</source>
        <translation>Clore le sondage, ou ouvrir le suivant</translation>
    </message>
    <message>
        <source>Show or hide the poll’s results</source>
        <translation>Afficher ou masquer les résultats du sondage</translation>
    </message>
    <message>
        <source>Ask the poll again</source>
        <translation>Reposer la question du sondage</translation>
    </message>
    <message>
        <source>Show or hide the poll’s right answers</source>
        <translation>Afficher ou masquer les bonnes réponses</translation>
    </message>
    <message>
        <source>Go to the polls</source>
        <translation>Aller aux sondages</translation>
    </message>
    <message>
        <source>People expected</source>
        <translation>Participants attendus</translation>
    </message>
    <message>
        <source>Write the invitation</source>
        <translation>Rédiger l’invitation</translation>
    </message>
    <message>
        <source>Find those who came on the list of people expected</source>
        <translation>Retrouver dans la liste ceux qui sont arrivés par le code</translation>
    </message>
    <message>
        <source>Stop the activity’s clock, or let it go on</source>
        <translation>Arrêter ou relancer le chronomètre de l’activité</translation>
    </message>
    <message>
        <source>Give the activity one minute more</source>
        <translation>Donner une&#xa0;minute de plus à l’activité</translation>
    </message>
    <message>
        <source>Give the activity five minutes more</source>
        <translation>Donner cinq&#xa0;minutes de plus à l’activité</translation>
    </message>
    <message>
        <source>Give the activity five minutes less</source>
        <translation>Retirer cinq&#xa0;minutes à l’activité</translation>
    </message>
    <message>
        <source>Leave the next activity out</source>
        <translation>Laisser de côté l’activité suivante</translation>
    </message>
    <message>
        <source>Go back to the activity before</source>
        <translation>Revenir à l’activité précédente</translation>
    </message>
    <message>
        <source>End the activity without starting another</source>
        <translation>Terminer l’activité sans en lancer d’autre</translation>
    </message>
    <message>
        <source>Add an activity to the agenda</source>
        <translation>Ajouter une activité au déroulé</translation>
    </message>
    <message>
        <source>Export: %1</source>
        <translation>Exporter&#xa0;: %1</translation>
    </message>
    <message>
        <source>Open a plan, an agenda or polls from a file</source>
        <translation>Ouvrir un plan, un déroulé ou des sondages depuis un fichier</translation>
    </message>
    <message>
        <source>Print the run sheet</source>
        <translation>Imprimer le conducteur de séance</translation>
    </message>
    <message>
        <source>Settle what copies of the plan disagree about</source>
        <translation>Trancher les désaccords entre les copies du plan</translation>
    </message>
    <message>
        <source>Keep the chosen activities in the library</source>
        <translation>Garder les activités choisies dans la bibliothèque</translation>
    </message>
    <message>
        <source>Look for something in the library</source>
        <translation>Chercher dans la bibliothèque</translation>
    </message>
    <message>
        <source>Library</source>
        <translation>Bibliothèque</translation>
    </message>
    <message>
        <source>Rooms</source>
        <translation>Salles</translation>
    </message>
    <message>
        <source>Go to the rooms</source>
        <translation>Aller aux salles</translation>
    </message>
    <message>
        <source>Form groups</source>
        <translation>Former des groupes</translation>
    </message>
    <message>
        <source>Tell the rooms something</source>
        <translation>Faire une annonce dans les salles</translation>
    </message>
    <message>
        <source>Give the rooms a minute more</source>
        <translation>Donner une minute de plus aux salles</translation>
    </message>
    <message>
        <source>Close the rooms, after time to finish a sentence</source>
        <translation>Fermer les salles, le temps de finir une phrase</translation>
    </message>
    <message>
        <source>Show what learners will see, or the plan again</source>
        <translation>Voir ce que verront les apprenants, ou revenir au plan</translation>
    </message>
    <message>
        <source>Open or close the projector view</source>
        <translation>Ouvrir ou fermer la vue projetée</translation>
    </message>
    <message>
        <source>Go to the questions</source>
        <translation>Aller aux questions</translation>
    </message>
    <message>
        <source>Write in the shared notes</source>
        <translation>Écrire dans les notes partagées</translation>
    </message>
    <message>
        <source>Lock the shared notes, or open them again</source>
        <translation>Verrouiller les notes partagées, ou les rouvrir</translation>
    </message>
    <message>
        <source>Clear the shared notes</source>
        <translation>Vider les notes partagées</translation>
    </message>
    <message>
        <source>Go to the topics that learners propose</source>
        <translation>Aller aux sujets proposés par les apprenants</translation>
    </message>
    <message>
        <source>Let learners propose topics, or no longer</source>
        <translation>Laisser les apprenants proposer des sujets, ou non</translation>
    </message>
    <message>
        <source>Pass the lead to a learner</source>
        <translation>Confier l’animation à un apprenant</translation>
    </message>
    <message>
        <source>Debate</source>
        <translation>Débat</translation>
    </message>
    <message>
        <source>Make a debate</source>
        <translation>Créer un débat</translation>
    </message>
    <message>
        <source>Close the debate, or open the next one</source>
        <translation>Clore le débat, ou ouvrir le suivant</translation>
    </message>
    <message>
        <source>Show or hide the debate’s shift</source>
        <translation>Montrer ou cacher l’évolution des positions</translation>
    </message>
    <message>
        <source>Go to the debate</source>
        <translation>Aller au débat</translation>
    </message>
    <message>
        <source>Go to the queue for the floor</source>
        <translation>Aller à la file de parole</translation>
    </message>
    <message>
        <source>Give the floor to the next in the queue</source>
        <translation>Donner la parole au suivant de la file</translation>
    </message>
    <message>
        <source>Lower the first hand in the queue</source>
        <translation>Baisser la première main de la file</translation>
    </message>
    <message>
        <source>Give the speaker 30 seconds more</source>
        <translation>Donner 30 secondes de plus à l’orateur</translation>
    </message>
    <message>
        <source>End the speaking turn</source>
        <translation>Terminer le tour de parole</translation>
    </message>
    <message>
        <source>Change the number to call</source>
        <translation>Changer le numéro à appeler</translation>
    </message>
    <message>
        <source>Go to the private notes</source>
        <translation>Aller aux notes privées</translation>
    </message>
    <message>
        <source>Go to the calls for help</source>
        <translation>Aller aux appels à l’aide</translation>
    </message>
    <message>
        <source>Answer who has waited for help longest</source>
        <translation>Répondre à qui attend de l’aide depuis le plus longtemps</translation>
    </message>
    <message>
        <source>Edit the ready answers</source>
        <translation>Modifier les réponses toutes prêtes</translation>
    </message>
    <message>
        <source>Ask something later</source>
        <translation>Poser une question plus tard</translation>
    </message>
    <message>
        <source>Take the message down from the stage</source>
        <translation>Retirer le message de la scène</translation>
    </message>
    <message>
        <source>Go to the resources board</source>
        <translation>Aller au tableau de ressources</translation>
    </message>
    <message>
        <source>Put a link or a note on the board</source>
        <translation>Mettre un lien ou une note au tableau</translation>
    </message>
    <message>
        <source>Go to the thanks</source>
        <translation>Aller aux mercis</translation>
    </message>
    <message>
        <source>Take the last decision about a text back</source>
        <translation>Revenir sur la dernière décision prise sur un texte</translation>
    </message>
</context>
<context>
    <name>ActivityForm</name>
    <message>
        <source>Activity</source>
        <translation>Activité</translation>
    </message>
    <message>
        <source>What we do together</source>
        <translation>Ce que nous faisons ensemble</translation>
    </message>
    <message>
        <source>Kind of activity</source>
        <translation>Type d’activité</translation>
    </message>
    <message>
        <source> min</source>
        <translation>&#xa0;min</translation>
    </message>
    <message>
        <source>How many minutes</source>
        <translation>Nombre de&#xa0;minutes</translation>
    </message>
    <message>
        <source>What learners read</source>
        <translation>Ce que lisent les apprenants</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Enregistrer</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Ajouter</translation>
    </message>
</context>
<context>
    <name>Acts</name>
    <message>
        <source>%1 is in %2 now</source>
        <translation>%1 est maintenant dans %2</translation>
    </message>
    <message numerus="yes">
        <source>%n people are in %2 now</source>
        <comment>moved to a room</comment>
        <translation>
            <numerusform>%n personne est maintenant dans %2</numerusform>
            <numerusform>%n personnes sont maintenant dans %2</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 helps to lead the class now</source>
        <translation>%1 co-anime maintenant la classe</translation>
    </message>
    <message>
        <source>%1 watches the class now</source>
        <translation>%1 observe maintenant la classe</translation>
    </message>
    <message>
        <source>%1 takes part in the class now</source>
        <translation>%1 participe maintenant à la classe</translation>
    </message>
    <message>
        <source>Close %1?</source>
        <translation>Fermer %1&#xa0;?</translation>
    </message>
    <message numerus="yes">
        <source>%n people return to the main room.</source>
        <comment>from a room that closes</comment>
        <translation>
            <numerusform>%n personne revient dans la salle principale.</numerusform>
            <numerusform>%n personnes reviennent dans la salle principale.</numerusform>
        </translation>
    </message>
    <message>
        <source>Close the room</source>
        <translation>Fermer la salle</translation>
    </message>
    <message>
        <source>Remove %1 from the class?</source>
        <translation>Exclure %1 de la classe&#xa0;?</translation>
    </message>
    <message numerus="yes">
        <source>Remove %n people from the class?</source>
        <comment>chosen</comment>
        <translation>
            <numerusform>Exclure %n personne de la classe&#xa0;?</numerusform>
            <numerusform>Exclure %n personnes de la classe&#xa0;?</numerusform>
        </translation>
    </message>
    <message>
        <source>Their links stop working. What they wrote stays.</source>
        <translation>Leurs liens cessent de fonctionner. Ce qui a été écrit reste.</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Exclure</translation>
    </message>
    <message>
        <source>Erase everything %1 wrote?</source>
        <translation>Effacer tout ce que %1 a écrit&#xa0;?</translation>
    </message>
    <message>
        <source>The name and every text are erased, here and on every other copy. It cannot be undone.</source>
        <translation>Le nom et tous les textes sont effacés, ici et sur toutes les autres copies. C’est définitif.</translation>
    </message>
    <message>
        <source>Erase for good</source>
        <translation>Effacer définitivement</translation>
    </message>
    <message>
        <source>On air: %1</source>
        <translation>À l’antenne&#xa0;: %1</translation>
    </message>
    <message>
        <source>Answered live: %1</source>
        <translation>Répondue en direct&#xa0;: %1</translation>
    </message>
    <message>
        <source>To follow up: %1</source>
        <translation>À suivre&#xa0;: %1</translation>
    </message>
    <message>
        <source>Open again: %1</source>
        <translation>De nouveau ouverte&#xa0;: %1</translation>
    </message>
    <message>
        <source>The two questions count as one</source>
        <translation>Les deux questions n’en font plus qu’une</translation>
    </message>
    <message>
        <source>This message is no question any more</source>
        <translation>Ce message n’est plus une question</translation>
    </message>
</context>
<context>
    <name>Agenda</name>
    <message>
        <source>copying the plan’s agenda into the class</source>
        <translation>copier le déroulé du plan dans la classe</translation>
    </message>
    <message>
        <source>adding an activity</source>
        <translation>ajouter une activité</translation>
    </message>
    <message>
        <source>moving an activity</source>
        <translation>déplacer une activité</translation>
    </message>
    <message>
        <source>changing an activity</source>
        <translation>modifier une activité</translation>
    </message>
    <message>
        <source>removing an activity</source>
        <translation>retirer une activité</translation>
    </message>
    <message>
        <source>changing the times of the agenda</source>
        <translation>changer les durées du déroulé</translation>
    </message>
    <message>
        <source>starting an activity</source>
        <translation>lancer une activité</translation>
    </message>
    <message>
        <source>stopping the activity’s clock</source>
        <translation>arrêter le chronomètre de l’activité</translation>
    </message>
    <message>
        <source>letting the activity’s clock go on</source>
        <translation>relancer le chronomètre de l’activité</translation>
    </message>
    <message>
        <source>giving an activity more or less time</source>
        <translation>donner plus ou moins de temps à une activité</translation>
    </message>
    <message>
        <source>leaving an activity out</source>
        <translation>laisser une activité de côté</translation>
    </message>
    <message>
        <source>going back to the activity before</source>
        <translation>revenir à l’activité précédente</translation>
    </message>
    <message>
        <source>ending an activity</source>
        <translation>terminer une activité</translation>
    </message>
    <message>
        <source>The agenda has begun already: change it activity by activity.</source>
        <translation>Le déroulé a déjà commencé&#xa0;: modifiez-le activité par activité.</translation>
    </message>
    <message>
        <source>This activity is not in the agenda any more.</source>
        <translation>Cette activité ne figure plus au déroulé.</translation>
    </message>
    <message>
        <source>This activity is under way. End it first, or start another one.</source>
        <translation>Cette activité est en cours. Terminez-la d’abord, ou lancez-en une autre.</translation>
    </message>
    <message>
        <source>This activity is over. Start it again to go on.</source>
        <translation>Cette activité est terminée. Relancez-la pour la poursuivre.</translation>
    </message>
    <message>
        <source>No activity is under way.</source>
        <translation>Aucune activité n’est en cours.</translation>
    </message>
    <message>
        <source>There is no activity to go back to.</source>
        <translation>Il n’y a pas d’activité à reprendre.</translation>
    </message>
    <message>
        <source>A class takes an agenda of %limit activities at most. Split the plan.</source>
        <translation>Un déroulé compte %limit activités au plus. Scindez le plan.</translation>
    </message>
    <message>
        <source>An activity takes %limit prepared questions at most.</source>
        <translation>Une activité compte %limit questions préparées au plus.</translation>
    </message>
    <message>
        <source>An activity lasts from 0 to %limit minutes.</source>
        <translation>Une activité dure de 0 à %limit minutes.</translation>
    </message>
    <message>
        <source>This activity stands in the agenda already.</source>
        <translation>Cette activité figure déjà au déroulé.</translation>
    </message>
    <message>
        <source>An agenda takes no moment after the year 2099.</source>
        <translation>Un déroulé ne connaît aucun moment après l’an 2099.</translation>
    </message>
</context>
<context>
    <name>AgendaActs</name>
    <message>
        <source>Day removed; its activities stay</source>
        <translation>Jour supprimé&#x202f;; ses activités restent</translation>
    </message>
    <message>
        <source>Say first when the day begins, then pin.</source>
        <translation>Indiquez d’abord quand commence la journée, puis fixez l’heure.</translation>
    </message>
    <message>
        <source>“%1” removed</source>
        <translation>«&#xa0;%1&#xa0;» supprimée</translation>
    </message>
    <message numerus="yes">
        <source>%n activity(s) removed</source>
        <translation>
            <numerusform>%n activité supprimée</numerusform>
            <numerusform>%n activités supprimées</numerusform>
        </translation>
    </message>
    <message>
        <source>What was copied cannot be read by this version of Cercle.</source>
        <translation>Cette version de Cercle ne peut pas lire ce qui a été copié.</translation>
    </message>
    <message>
        <source>Write the plan’s objectives first…</source>
        <translation>Écrire d’abord les objectifs du plan…</translation>
    </message>
    <message>
        <source>“%1” started</source>
        <translation>«&#xa0;%1&#xa0;» a commencé</translation>
    </message>
    <message>
        <source>“%1” ended</source>
        <translation>«&#xa0;%1&#xa0;» est terminée</translation>
    </message>
    <message>
        <source>“%1” left out</source>
        <translation>«&#xa0;%1&#xa0;» est laissée de côté</translation>
    </message>
    <message numerus="yes">
        <source>The rest is cut by %n minute(s)</source>
        <comment>of the agenda</comment>
        <translation>
            <numerusform>La suite est raccourcie de %n&#xa0;minute</numerusform>
            <numerusform>La suite est raccourcie de %n&#xa0;minutes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>AgendaAttention</name>
    <message>
        <source>“%1” has used up its time</source>
        <translation>«&#xa0;%1&#xa0;» a épuisé son temps</translation>
    </message>
    <message>
        <source>Five minutes more</source>
        <translation>Cinq&#xa0;minutes de plus</translation>
    </message>
    <message>
        <source>End it</source>
        <translation>La terminer</translation>
    </message>
    <message>
        <source>Next: %1</source>
        <translation>Ensuite&#xa0;: %1</translation>
    </message>
    <message>
        <source>Time for “%1”</source>
        <translation>C’est l’heure de «&#xa0;%1&#xa0;»</translation>
    </message>
    <message>
        <source>Start next</source>
        <translation>Lancer la suite</translation>
    </message>
</context>
<context>
    <name>AgendaClock</name>
    <message>
        <source>On time</source>
        <translation>À l’heure</translation>
    </message>
    <message>
        <source>%1 min behind</source>
        <translation>%1&#xa0;min de retard</translation>
    </message>
    <message>
        <source>%1 min ahead</source>
        <translation>%1&#xa0;min d’avance</translation>
    </message>
    <message>
        <source>Ends at %1, planned for %2</source>
        <translation>Fin à %1, prévue à %2</translation>
    </message>
    <message>
        <source>Ends at %1</source>
        <translation>Fin à %1</translation>
    </message>
</context>
<context>
    <name>AgendaModel</name>
    <message>
        <source>At</source>
        <translation>À</translation>
    </message>
    <message>
        <source>Activity</source>
        <translation>Activité</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Type</translation>
    </message>
    <message>
        <source>until %1</source>
        <translation>jusqu’à %1</translation>
    </message>
    <message>
        <source>%1 free before</source>
        <translation>%1 libres avant</translation>
    </message>
    <message>
        <source>%1 over</source>
        <translation>%1 de trop</translation>
    </message>
    <message>
        <source>start open</source>
        <translation>début non fixé</translation>
    </message>
    <message>
        <source>pinned</source>
        <translation>heure fixée</translation>
    </message>
    <message>
        <source>not settled after a merge</source>
        <translation>à trancher après une fusion</translation>
    </message>
    <message>
        <source>serves objectives %1</source>
        <translation>sert les objectifs %1</translation>
    </message>
    <message>
        <source>When the day begins</source>
        <translation>Quand la journée commence</translation>
    </message>
    <message>
        <source>Pinned to this time; empty it to let it follow the one before</source>
        <translation>Fixée à cette heure&#x202f;; videz pour la laisser suivre la précédente</translation>
    </message>
    <message>
        <source>Min</source>
        <translation>Min</translation>
    </message>
    <message>
        <source>Lead</source>
        <translation>Anime</translation>
    </message>
    <message>
        <source>Goals</source>
        <translation>Obj.</translation>
    </message>
</context>
<context>
    <name>AgendaOffers</name>
    <message>
        <source>“%1”</source>
        <translation>«&#xa0;%1&#xa0;»</translation>
    </message>
    <message>
        <source>%1 activities</source>
        <translation>%1 activités</translation>
    </message>
    <message>
        <source>Leave out %1</source>
        <translation>Laisser de côté %1</translation>
    </message>
    <message>
        <source>Shorten %1 activities a little</source>
        <translation>Raccourcir un peu %1 activités</translation>
    </message>
    <message>
        <source>%1 to %2 min</source>
        <translation>%1 à %2&#xa0;min</translation>
    </message>
    <message>
        <source>Shorten %1</source>
        <translation>Raccourcir %1</translation>
    </message>
    <message>
        <source>%1: left out</source>
        <translation>%1&#xa0;: laissée de côté</translation>
    </message>
    <message>
        <source>%1: %2 min instead of %3</source>
        <translation>%1&#xa0;: %2&#xa0;min au lieu de %3</translation>
    </message>
</context>
<context>
    <name>AgendaPanel</name>
    <message>
        <source>Agenda</source>
        <translation>Déroulé</translation>
    </message>
    <message>
        <source>Start next</source>
        <translation>Lancer la suite</translation>
    </message>
    <message>
        <source>Start “%1”</source>
        <translation>Lancer «&#xa0;%1&#xa0;»</translation>
    </message>
    <message>
        <source>Add an activity</source>
        <translation>Ajouter une activité</translation>
    </message>
    <message>
        <source>No agenda yet</source>
        <translation>Pas encore de déroulé</translation>
    </message>
    <message>
        <source>This class runs without a plan. Add what you do as you go: learners see where they are.</source>
        <translation>Cette classe se passe de plan. Ajoutez ce que vous faites au fil de l’eau&#xa0;: les apprenants voient où l’on en est.</translation>
    </message>
    <message>
        <source>Enter starts the chosen activity, Alt with the arrows moves it, Delete removes it.</source>
        <translation>Entrée lance l’activité choisie, Alt et les flèches la déplacent, Suppr la retire.</translation>
    </message>
    <message>
        <source>Change this activity</source>
        <translation>Modifier cette activité</translation>
    </message>
    <message>
        <source>More about this activity</source>
        <translation>Plus d’actions sur cette activité</translation>
    </message>
    <message>
        <source>One minute more</source>
        <translation>Une&#xa0;minute de plus</translation>
    </message>
    <message>
        <source>Five minutes more</source>
        <translation>Cinq&#xa0;minutes de plus</translation>
    </message>
    <message>
        <source>Five minutes less</source>
        <translation>Cinq&#xa0;minutes de moins</translation>
    </message>
    <message>
        <source>Move up</source>
        <translation>Monter</translation>
    </message>
    <message>
        <source>Move down</source>
        <translation>Descendre</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Retirer</translation>
    </message>
    <message>
        <source>End the last activity</source>
        <translation>Terminer la dernière activité</translation>
    </message>
    <message>
        <source>End it; nothing comes after</source>
        <translation>La terminer&#xa0;; il n’y a rien après</translation>
    </message>
    <message>
        <source>Start the class</source>
        <translation>Démarrer la classe</translation>
    </message>
    <message>
        <source>Start the class with “%1”</source>
        <translation>Démarrer la classe par «&#xa0;%1&#xa0;»</translation>
    </message>
    <message>
        <source>%1, at %2</source>
        <translation>%1, à %2</translation>
    </message>
    <message>
        <source>Take up again</source>
        <translation>Reprendre</translation>
    </message>
    <message>
        <source>Start it</source>
        <translation>La lancer</translation>
    </message>
    <message>
        <source>Start “%1” now</source>
        <translation>Lancer «&#xa0;%1&#xa0;» maintenant</translation>
    </message>
    <message>
        <source>Take it in again</source>
        <translation>La remettre au déroulé</translation>
    </message>
    <message>
        <source>Leave it out</source>
        <translation>La laisser de côté</translation>
    </message>
</context>
<context>
    <name>AgendaReview</name>
    <message>
        <source>planned %1</source>
        <translation>prévu %1</translation>
    </message>
    <message>
        <source>left out</source>
        <translation>laissée de côté</translation>
    </message>
    <message>
        <source>removed</source>
        <translation>retirée</translation>
    </message>
    <message>
        <source>not begun</source>
        <translation>pas commencée</translation>
    </message>
    <message>
        <source>under way</source>
        <translation>en cours</translation>
    </message>
    <message>
        <source>added</source>
        <translation>ajoutée</translation>
    </message>
    <message>
        <source>%1 longer</source>
        <translation>%1 de plus</translation>
    </message>
    <message>
        <source>%1 shorter</source>
        <translation>%1 de moins</translation>
    </message>
    <message>
        <source>as planned</source>
        <translation>comme prévu</translation>
    </message>
    <message>
        <source>%1, %2: planned %3, really %4, %5</source>
        <translation>%1, %2&#xa0;: prévu %3, en réalité %4, %5</translation>
    </message>
    <message>
        <source>Planned and real</source>
        <translation>Prévu et réel</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>Jour</translation>
    </message>
    <message>
        <source>Activities, planned and real</source>
        <translation>Activités, prévu et réel</translation>
    </message>
    <message>
        <source>Day %1</source>
        <translation>Jour %1</translation>
    </message>
    <message>
        <source>Choose a class at the left</source>
        <translation>Choisissez une classe à gauche</translation>
    </message>
    <message>
        <source>This class had no agenda</source>
        <translation>Cette classe n’avait pas de déroulé</translation>
    </message>
    <message>
        <source>Start a class from a plan, or add activities as you go, and see here how the time went.</source>
        <translation>Lancez une classe depuis un plan, ou ajoutez des activités au fil de l’eau&#xa0;: vous verrez ici où le temps est passé.</translation>
    </message>
    <message>
        <source>%1 planned, %2 really</source>
        <translation>Prévu&#xa0;: %1&#xa0;; en réalité&#xa0;: %2</translation>
    </message>
</context>
<context>
    <name>AgendaRow</name>
    <message>
        <source>added</source>
        <translation>ajoutée</translation>
    </message>
    <message>
        <source>planned %1</source>
        <translation>prévu %1</translation>
    </message>
    <message>
        <source>left out</source>
        <translation>laissée de côté</translation>
    </message>
    <message>
        <source>passed over</source>
        <translation>non abordée</translation>
    </message>
    <message>
        <source>%1 late</source>
        <translation>%1 de retard</translation>
    </message>
    <message>
        <source>now</source>
        <translation>en cours</translation>
    </message>
    <message>
        <source>done</source>
        <translation>fait</translation>
    </message>
</context>
<context>
    <name>AgendaStage</name>
    <message>
        <source>led by %1</source>
        <translation>animé par %1</translation>
    </message>
    <message>
        <source>What learners read: %1</source>
        <translation>Ce que lisent les apprenants&#xa0;: %1</translation>
    </message>
    <message>
        <source>Put to the class already; put it again</source>
        <translation>Déjà posée à la classe&#xa0;; la poser à nouveau</translation>
    </message>
    <message>
        <source>Put it to the class</source>
        <translation>La poser à la classe</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>Notes</translation>
    </message>
    <message>
        <source>Hide the private notes</source>
        <translation>Masquer les notes privées</translation>
    </message>
    <message>
        <source>Show the private notes</source>
        <translation>Afficher les notes privées</translation>
    </message>
</context>
<context>
    <name>Anonymous</name>
    <message>
        <source>changing who may be anonymous</source>
        <translation>changer l’anonymat</translation>
    </message>
    <message>
        <source>muting an alias</source>
        <translation>couper un pseudonyme</translation>
    </message>
    <message>
        <source>Nobody wrote under this alias.</source>
        <translation>Personne n’a écrit sous ce pseudonyme.</translation>
    </message>
    <message>
        <source>Who knows the author has changed meanwhile. Nothing was sent.</source>
        <translation>Ceux qui connaissent l’auteur ont changé entre-temps. Rien n’est parti.</translation>
    </message>
    <message>
        <source>This alias is not heard in this activity.</source>
        <translation>Ce pseudonyme est coupé pour cette activité.</translation>
    </message>
    <message>
        <source>Names always show</source>
        <translation>Les noms sont toujours visibles</translation>
    </message>
    <message>
        <source>Anonymous to learners</source>
        <translation>Anonyme pour les apprenants</translation>
    </message>
    <message>
        <source>Anonymous to all</source>
        <translation>Anonyme pour tous</translation>
    </message>
    <message>
        <source>Nobody can write without their name</source>
        <translation>Personne ne peut écrire sans son nom</translation>
    </message>
    <message>
        <source>Who wishes writes without a name: you and the other trainers see it, learners do not</source>
        <translation>Écrit sans son nom qui le veut&#xa0;: vous et les autres formateurs le voyez, pas les apprenants</translation>
    </message>
    <message>
        <source>Who wishes writes under an alias that holds for one activity: neither learners nor trainers know who it is. Only the machine that runs the relay could tell, until the class ends</source>
        <translation>Écrit qui le veut sous un pseudonyme valable pour une activité&#xa0;: ni les apprenants ni les formateurs ne savent qui c’est. Seule la machine qui fait tourner le relais pourrait le dire, jusqu’à la fin de la séance</translation>
    </message>
</context>
<context>
    <name>AnonymousStrip</name>
    <message>
        <source>everywhere</source>
        <translation>partout</translation>
    </message>
    <message numerus="yes">
        <source>%n not heard</source>
        <comment>aliases</comment>
        <translation>
            <numerusform>%n coupé</numerusform>
            <numerusform>%n coupés</numerusform>
        </translation>
    </message>
    <message>
        <source>Learners may write without their name: %1</source>
        <translation>Les apprenants peuvent écrire sans leur nom&#xa0;: %1</translation>
    </message>
</context>
<context>
    <name>AnswerDelegate</name>
    <message>
        <source>No answer</source>
        <translation>Pas de réponse</translation>
    </message>
    <message>
        <source>Waits to be approved</source>
        <translation>À approuver</translation>
    </message>
</context>
<context>
    <name>Arguments</name>
    <message>
        <source>Arguments</source>
        <translation>Arguments</translation>
    </message>
    <message>
        <source>No argument yet</source>
        <translation>Aucun argument pour l’instant</translation>
    </message>
    <message>
        <source>Learners write arguments under the position they hold.</source>
        <translation>Les apprenants écrivent des arguments sous leur position.</translation>
    </message>
    <message>
        <source>Write an argument yourself</source>
        <translation>Écrire vous-même un argument</translation>
    </message>
    <message>
        <source>Position</source>
        <translation>Position</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Ajouter</translation>
    </message>
    <message>
        <source>Take away</source>
        <translation>Retirer</translation>
    </message>
    <message>
        <source>Take this argument away for everybody (T)</source>
        <translation>Retirer cet argument pour tout le monde (T)</translation>
    </message>
</context>
<context>
    <name>Aside</name>
    <message>
        <source>Thread</source>
        <translation>Fil de discussion</translation>
    </message>
    <message>
        <source>Every text of this message, the first at the top</source>
        <translation>Tous les textes de ce message, le premier en haut</translation>
    </message>
    <message>
        <source>Searching…</source>
        <translation>Recherche…</translation>
    </message>
</context>
<context>
    <name>AsideBar</name>
    <message numerus="yes">
        <source>%n message(s)</source>
        <comment>found</comment>
        <translation>
            <numerusform>%n message</numerusform>
            <numerusform>%n messages</numerusform>
        </translation>
    </message>
    <message>
        <source>Search all conversations</source>
        <translation>Rechercher dans toutes les conversations</translation>
    </message>
    <message>
        <source>Back to the conversation</source>
        <translation>Revenir à la conversation</translation>
    </message>
</context>
<context>
    <name>Attention</name>
    <message>
        <source>%1 raises a hand</source>
        <translation>%1 lève la main</translation>
    </message>
    <message>
        <source>Lower the hand</source>
        <translation>Baisser la main</translation>
    </message>
    <message>
        <source>Go to the conversation</source>
        <translation>Aller à la conversation</translation>
    </message>
    <message>
        <source>%1 waits at the door</source>
        <translation>%1 attend à la porte</translation>
    </message>
    <message>
        <source>Asks to be called %1</source>
        <translation>Souhaite le nom %1</translation>
    </message>
    <message>
        <source>Admit</source>
        <translation>Faire entrer</translation>
    </message>
    <message>
        <source>Turn away…</source>
        <translation>Refuser l’entrée…</translation>
    </message>
    <message>
        <source>Admit all</source>
        <translation>Faire entrer tout le monde</translation>
    </message>
    <message>
        <source>Look at them</source>
        <translation>Voir dans la liste</translation>
    </message>
    <message>
        <source>%1 has lost the connection</source>
        <translation>%1 a perdu la connexion</translation>
    </message>
    <message>
        <source>Seen</source>
        <translation>Vu</translation>
    </message>
    <message>
        <source>%1 speaks to you</source>
        <translation>%1 s’adresse à vous</translation>
    </message>
    <message>
        <source>Go to the message</source>
        <translation>Aller au message</translation>
    </message>
    <message>
        <source>Reply</source>
        <translation>Répondre</translation>
    </message>
    <message>
        <source>%1 wrote to the staff</source>
        <translation>%1 a écrit à l’équipe</translation>
    </message>
    <message>
        <source>Match all</source>
        <translation>Tous les associer</translation>
    </message>
    <message>
        <source>%1 came by the code: %2 on your list?</source>
        <translation>%1 est arrivé par le code&#xa0;: est-ce %2, sur votre liste&#xa0;?</translation>
    </message>
    <message>
        <source>Match</source>
        <translation>Associer</translation>
    </message>
    <message>
        <source>Not the same</source>
        <translation>Quelqu’un d’autre</translation>
    </message>
    <message>
        <source>Copy their addresses</source>
        <translation>Copier leurs adresses</translation>
    </message>
    <message>
        <source>Nobody answers %1</source>
        <translation>Personne ne répond à %1</translation>
    </message>
    <message>
        <source>Put on air</source>
        <translation>Mettre à l’antenne</translation>
    </message>
    <message>
        <source>Follow up later</source>
        <translation>Répondre plus tard</translation>
    </message>
    <message>
        <source>No. %1 in the queue: %2</source>
        <translation>N° %1 dans la file&#xa0;: %2</translation>
    </message>
    <message>
        <source>Give the floor</source>
        <translation>Donner la parole</translation>
    </message>
    <message>
        <source>Has spoken</source>
        <translation>A parlé</translation>
    </message>
</context>
<context>
    <name>AttentionColumn</name>
    <message>
        <source>Attention</source>
        <translation>Attention</translation>
    </message>
    <message>
        <source>Nothing waits for you</source>
        <translation>Rien ne vous attend</translation>
    </message>
    <message>
        <source>Raised hands, held messages and calls for help will stand here.</source>
        <translation>Mains levées, messages en attente et appels à l’aide apparaîtront ici.</translation>
    </message>
</context>
<context>
    <name>Banner</name>
    <message>
        <source>Dismiss</source>
        <translation>Fermer</translation>
    </message>
</context>
<context>
    <name>BlockDetails</name>
    <message>
        <source>Title</source>
        <translation>Titre</translation>
    </message>
    <message>
        <source>What it is about</source>
        <translation>Ce dont il s’agit</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Type</translation>
    </message>
    <message>
        <source>Length</source>
        <translation>Durée</translation>
    </message>
    <message>
        <source>Such as 20, 1h15 or 1:15</source>
        <translation>Par exemple 20, 1h15 ou 1:15</translation>
    </message>
    <message>
        <source>Pinned to</source>
        <translation>Fixée à</translation>
    </message>
    <message>
        <source>A clock time such as 9:30; empty, it follows the one before</source>
        <translation>Une heure comme 9:30&#x202f;; vide, l’activité suit la précédente</translation>
    </message>
    <message>
        <source>Led by</source>
        <translation>Animée par</translation>
    </message>
    <message>
        <source>Who leads it</source>
        <translation>Qui l’anime</translation>
    </message>
    <message>
        <source>Instructions for learners</source>
        <translation>Consigne pour les apprenants</translation>
    </message>
    <message>
        <source>What they read when it begins: the task, in a few words</source>
        <translation>Ce qu’ils lisent au début&#xa0;: la tâche, en quelques mots</translation>
    </message>
    <message>
        <source>Private notes for staff</source>
        <translation>Notes privées pour l’équipe</translation>
    </message>
    <message>
        <source>What only you and your co-facilitators read</source>
        <translation>Ce que vous seul et vos coanimateurs lisez</translation>
    </message>
    <message>
        <source>Serves these objectives</source>
        <translation>Sert ces objectifs</translation>
    </message>
    <message>
        <source>Opens these topics</source>
        <translation>Ouvre ces sujets</translation>
    </message>
    <message>
        <source>Write the plan’s first objective</source>
        <translation>Écrire le premier objectif du plan</translation>
    </message>
    <message>
        <source>Prepare a topic for the plan</source>
        <translation>Préparer un sujet pour le plan</translation>
    </message>
    <message>
        <source>Question</source>
        <translation>Question</translation>
    </message>
    <message>
        <source>A question to put to the class</source>
        <translation>Une question à poser à la classe</translation>
    </message>
    <message>
        <source>Questions</source>
        <translation>Questions</translation>
    </message>
    <message>
        <source>Add a question</source>
        <translation>Ajouter une question</translation>
    </message>
    <message>
        <source>Polls</source>
        <translation>Sondages</translation>
    </message>
    <message>
        <source>Add a poll</source>
        <translation>Ajouter un sondage</translation>
    </message>
    <message>
        <source>Breakout rooms</source>
        <translation>Sous-groupes</translation>
    </message>
    <message>
        <source>Add rooms</source>
        <translation>Ajouter des salles</translation>
    </message>
    <message>
        <source>Debate</source>
        <translation>Débat</translation>
    </message>
    <message>
        <source>Add a debate</source>
        <translation>Ajouter un débat</translation>
    </message>
</context>
<context>
    <name>Board</name>
    <message>
        <source>putting something on the board</source>
        <translation>la mise au tableau</translation>
    </message>
    <message>
        <source>putting a message on the board</source>
        <translation>la mise au tableau d’un message</translation>
    </message>
    <message>
        <source>changing the board</source>
        <translation>la modification du tableau</translation>
    </message>
    <message>
        <source>taking something off the board</source>
        <translation>le retrait du tableau</translation>
    </message>
    <message>
        <source>This is not on the board any more.</source>
        <translation>Ceci n’est plus au tableau.</translation>
    </message>
    <message>
        <source>Nobody marks as useful what they put there themselves.</source>
        <translation>On ne trouve pas utile ce qu’on a proposé soi-même.</translation>
    </message>
    <message>
        <source>What is said in a room stays there. Write it anew for the board, with its author’s leave.</source>
        <translation>Ce qui est dit dans une salle y reste. Écrivez-le à nouveau pour le tableau, avec l’accord de son auteur.</translation>
    </message>
    <message>
        <source>%limit things are on the board already. Take something off first.</source>
        <translation>Le tableau a déjà %limit ressources. Retirez-en une d’abord.</translation>
    </message>
</context>
<context>
    <name>BoardDelegate</name>
    <message numerus="yes">
        <source>%n useful</source>
        <comment>people who find it so</comment>
        <translation>
            <numerusform>%n utile</numerusform>
            <numerusform>%n utiles</numerusform>
        </translation>
    </message>
    <message>
        <source>Held</source>
        <translation>Retenu</translation>
    </message>
    <message>
        <source>Not published</source>
        <translation>Non publié</translation>
    </message>
    <message>
        <source>said by %1</source>
        <translation>message de %1</translation>
    </message>
    <message>
        <source>put there by %1</source>
        <translation>proposé par %1</translation>
    </message>
</context>
<context>
    <name>BoardForm</name>
    <message>
        <source>Title</source>
        <translation>Titre</translation>
    </message>
    <message>
        <source>What it is</source>
        <translation>De quoi il s’agit</translation>
    </message>
    <message>
        <source>Link (may stay empty)</source>
        <translation>Lien (facultatif)</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Note</translation>
    </message>
    <message>
        <source>What it is good for</source>
        <translation>À quoi cela sert</translation>
    </message>
    <message>
        <source>No topic</source>
        <translation>Aucun thème</translation>
    </message>
    <message>
        <source>Topic</source>
        <translation>Thème</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Modifier</translation>
    </message>
    <message>
        <source>Put on the board</source>
        <translation>Mettre au tableau</translation>
    </message>
</context>
<context>
    <name>BoardPanel</name>
    <message>
        <source>Newest</source>
        <translation>Plus récents</translation>
    </message>
    <message>
        <source>Most useful</source>
        <translation>Plus utiles</translation>
    </message>
    <message>
        <source>By title</source>
        <translation>Par titre</translation>
    </message>
    <message>
        <source>Resources board</source>
        <translation>Tableau de ressources</translation>
    </message>
    <message>
        <source>Enter opens, C copies the link, U marks as useful, E changes, G goes to the message.</source>
        <translation>Entrée ouvre, C copie le lien, U marque comme utile, E modifie, G va au message.</translation>
    </message>
    <message>
        <source>Order of the board</source>
        <translation>Ordre du tableau</translation>
    </message>
    <message>
        <source>New…</source>
        <translation>Ajouter…</translation>
    </message>
    <message>
        <source>Put a link or a note on the board (Ctrl+Alt+A)</source>
        <translation>Mettre un lien ou une note au tableau (Ctrl+Alt+A)</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Ouvrir</translation>
    </message>
    <message>
        <source>Open the link in the browser, or show the message (Enter)</source>
        <translation>Ouvrir le lien dans le navigateur, ou voir le message (Entrée)</translation>
    </message>
    <message>
        <source>Useful</source>
        <translation>Utile</translation>
    </message>
    <message>
        <source>Say that it is useful, or take it back (U)</source>
        <translation>Dire que c’est utile, ou le reprendre (U)</translation>
    </message>
    <message>
        <source>Edit…</source>
        <translation>Modifier…</translation>
    </message>
    <message>
        <source>Change what it says (E)</source>
        <translation>Changer ce qui est écrit (E)</translation>
    </message>
    <message>
        <source>Copy the link (C)</source>
        <translation>Copier le lien (C)</translation>
    </message>
    <message>
        <source>Show the message in the conversation (G)</source>
        <translation>Voir le message dans la conversation (G)</translation>
    </message>
    <message>
        <source>Take it off the board (Delete)</source>
        <translation>Retirer du tableau (Suppr)</translation>
    </message>
    <message>
        <source>Nothing is on the board yet</source>
        <translation>Rien au tableau pour le moment</translation>
    </message>
    <message>
        <source>Links, notes and good messages, for everybody to keep. The key B puts a message here; links among the plan’s materials come by themselves.</source>
        <translation>Des liens, des notes et de bons messages, que chacun garde. La touche B met un message ici&#xa0;; les liens parmi les supports du plan y viennent d’eux-mêmes.</translation>
    </message>
    <message>
        <source>This message is on the board already</source>
        <translation>Ce message est déjà au tableau</translation>
    </message>
    <message>
        <source>The message is on the board</source>
        <translation>Le message est au tableau</translation>
    </message>
    <message>
        <source>The link was copied</source>
        <translation>Le lien est copié</translation>
    </message>
    <message>
        <source>Taken off the board</source>
        <translation>Retiré du tableau</translation>
    </message>
    <message>
        <source>Take “%1” off the board?</source>
        <translation>Retirer «&#xa0;%1&#xa0;» du tableau&#xa0;?</translation>
    </message>
    <message>
        <source>It disappears for everyone. The log keeps it as evidence.</source>
        <translation>Cela disparaît pour tout le monde. Le journal le garde comme preuve.</translation>
    </message>
    <message>
        <source>Take off</source>
        <translation>Retirer</translation>
    </message>
    <message>
        <source>All topics</source>
        <translation>Tous les thèmes</translation>
    </message>
    <message>
        <source>Show what belongs to a topic</source>
        <translation>Montrer ce qui concerne un thème</translation>
    </message>
    <message>
        <source>put there by %1</source>
        <translation>proposé par %1</translation>
    </message>
    <message numerus="yes">
        <source>%n useful</source>
        <comment>people who find it so</comment>
        <translation>
            <numerusform>%n utile</numerusform>
            <numerusform>%n utiles</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CarriedOver</name>
    <message>
        <source>No question is left open</source>
        <translation>Aucune question ne reste ouverte</translation>
    </message>
    <message>
        <source>What nobody answered in a class, and what was put off, comes here to be taken up in the next.</source>
        <translation>Ce à quoi personne n’a répondu et ce qui a été remis à plus tard arrive ici, pour la prochaine classe.</translation>
    </message>
    <message>
        <source>Copy the list</source>
        <translation>Copier la liste</translation>
    </message>
    <message>
        <source>To paste into the next plan</source>
        <translation>À coller dans le prochain plan</translation>
    </message>
    <message>
        <source>Questions that are left open</source>
        <translation>Questions restées ouvertes</translation>
    </message>
    <message numerus="yes">
        <source>%n question(s) asked</source>
        <comment>in a class</comment>
        <translation>
            <numerusform>%n question posée</numerusform>
            <numerusform>%n questions posées</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n answered by peers</source>
        <comment>questions</comment>
        <translation>
            <numerusform>%n répondue entre apprenants</numerusform>
            <numerusform>%n répondues entre apprenants</numerusform>
        </translation>
    </message>
    <message>
        <source>first peer answer after %1 (median)</source>
        <translation>première réponse d’un pair après %1 (médiane)</translation>
    </message>
    <message numerus="yes">
        <source>%n question(s) copied</source>
        <translation>
            <numerusform>%n question copiée</numerusform>
            <numerusform>%n questions copiées</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CarryButton</name>
    <message>
        <source>Copy into a plan…</source>
        <translation>Copier dans un plan…</translation>
    </message>
    <message>
        <source>Take the open questions up in the next class</source>
        <translation>Reprendre les questions ouvertes à la prochaine séance</translation>
    </message>
    <message>
        <source>Next class</source>
        <translation>Prochaine séance</translation>
    </message>
    <message>
        <source>Open questions</source>
        <translation>Questions ouvertes</translation>
    </message>
    <message>
        <source>Untitled plan</source>
        <translation>Plan sans titre</translation>
    </message>
    <message>
        <source>“%1” holds these questions already.</source>
        <translation>«&#xa0;%1&#xa0;» contient déjà ces questions.</translation>
    </message>
    <message>
        <source>The open questions are in “%1”.</source>
        <translation>Les questions ouvertes sont dans «&#xa0;%1&#xa0;».</translation>
    </message>
    <message>
        <source>A new plan</source>
        <translation>Un nouveau plan</translation>
    </message>
</context>
<context>
    <name>ChannelTabs</name>
    <message>
        <source>Channels</source>
        <translation>Canaux</translation>
    </message>
    <message>
        <source>Next channel: Ctrl+Page Down, previous: Ctrl+Page Up</source>
        <translation>Canal suivant&#xa0;: Ctrl+Page suiv., précédent&#xa0;: Ctrl+Page préc.</translation>
    </message>
    <message numerus="yes">
        <source>%n unread</source>
        <comment>messages of a channel</comment>
        <translation>
            <numerusform>%n non lu</numerusform>
            <numerusform>%n non lus</numerusform>
        </translation>
    </message>
    <message>
        <source>texts are held</source>
        <translation>textes à valider</translation>
    </message>
    <message>
        <source>closed</source>
        <translation>fermé</translation>
    </message>
</context>
<context>
    <name>Chart</name>
    <message>
        <source>Round before: %1</source>
        <translation>Tour précédent&#xa0;: %1</translation>
    </message>
</context>
<context>
    <name>ClassView</name>
    <message>
        <source>QR code of the learners’ link</source>
        <translation>Code QR du lien des apprenants</translation>
    </message>
    <message numerus="yes">
        <source>%n people are here</source>
        <comment>in the class, on the projector</comment>
        <translation>
            <numerusform>%n personne est là</numerusform>
            <numerusform>%n personnes sont là</numerusform>
        </translation>
    </message>
    <message>
        <source>A short break</source>
        <translation>Une petite pause</translation>
    </message>
    <message>
        <source>Thank you for this class</source>
        <translation>Merci pour ce moment</translation>
    </message>
</context>
<context>
    <name>ClassesPanel</name>
    <message>
        <source>None now. Start one, or join a colleague’s.</source>
        <translation>Aucune pour l’instant. Démarrez-en une, ou rejoignez celle d’un collègue.</translation>
    </message>
    <message>
        <source>Start a class…</source>
        <translation>Démarrer une classe…</translation>
    </message>
    <message>
        <source>Join a class…</source>
        <translation>Rejoindre une classe…</translation>
    </message>
    <message>
        <source>Come to a colleague’s class by their invitation</source>
        <translation>Venir dans la classe d’un collègue par son invitation</translation>
    </message>
    <message>
        <source>Classes going on</source>
        <translation>Classes en cours</translation>
    </message>
    <message>
        <source>you lead it</source>
        <translation>vous l’animez</translation>
    </message>
    <message>
        <source>you assist</source>
        <translation>vous coanimez</translation>
    </message>
    <message>
        <source>A colleague’s class</source>
        <translation>La classe d’un collègue</translation>
    </message>
</context>
<context>
    <name>CommandPalette</name>
    <message>
        <source>What do you want to do?</source>
        <translation>Que voulez-vous faire&#xa0;?</translation>
    </message>
    <message>
        <source>Find an action</source>
        <translation>Trouver une action</translation>
    </message>
    <message>
        <source>Actions</source>
        <translation>Actions</translation>
    </message>
    <message>
        <source>Nothing is called that. Try another word.</source>
        <translation>Rien ne porte ce nom. Essayez un autre mot.</translation>
    </message>
</context>
<context>
    <name>Composer</name>
    <message>
        <source>Write a message</source>
        <translation>Écrire un message</translation>
    </message>
    <message>
        <source>Enter sends, Shift+Enter starts a new line.</source>
        <translation>Entrée envoie, Maj+Entrée passe à la ligne.</translation>
    </message>
    <message>
        <source>Send (Enter)</source>
        <translation>Envoyer (Entrée)</translation>
    </message>
    <message numerus="yes">
        <source>%n left</source>
        <comment>characters that may still be written</comment>
        <translation>
            <numerusform>%n restant</numerusform>
            <numerusform>%n restants</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n too many</source>
        <comment>characters above the limit</comment>
        <translation>
            <numerusform>%n en trop</numerusform>
            <numerusform>%n en trop</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ConnectionIndicator</name>
    <message numerus="yes">
        <source>%n waiting</source>
        <comment>commands not yet received by the server</comment>
        <translation>
            <numerusform>%n en attente</numerusform>
            <numerusform>%n en attente</numerusform>
        </translation>
    </message>
    <message>
        <source>Connected</source>
        <translation>Connecté</translation>
    </message>
    <message>
        <source>Everything you do reaches the class at once.</source>
        <translation>Tout ce que vous faites arrive aussitôt dans la classe.</translation>
    </message>
    <message>
        <source>Looking for the class. What you do is kept and sent as soon as it answers.</source>
        <translation>Recherche de la classe en cours. Ce que vous faites est gardé, puis envoyé dès qu’elle répond.</translation>
    </message>
    <message>
        <source>Connecting…</source>
        <translation>Connexion…</translation>
    </message>
    <message>
        <source>The class cannot be reached. What you do is kept on this computer and sent later.</source>
        <translation>La classe est injoignable. Ce que vous faites est gardé sur cet ordinateur et sera envoyé plus tard.</translation>
    </message>
    <message>
        <source>Offline</source>
        <translation>Hors ligne</translation>
    </message>
</context>
<context>
    <name>Content</name>
    <message>
        <source>Avatars</source>
        <translation>Avatars</translation>
    </message>
    <message>
        <source>People</source>
        <translation>Personnes</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Rechercher</translation>
    </message>
    <message>
        <source>List</source>
        <translation>Liste</translation>
    </message>
    <message>
        <source>Link to the class</source>
        <translation>Lien vers la classe</translation>
    </message>
    <message>
        <source>Join with this code</source>
        <translation>Rejoignez avec ce code</translation>
    </message>
    <message>
        <source>Copy the link</source>
        <translation>Copier le lien</translation>
    </message>
    <message>
        <source>Joining</source>
        <translation>Rejoindre</translation>
    </message>
</context>
<context>
    <name>Context</name>
    <message>
        <source>Let go</source>
        <translation>Abandonner</translation>
    </message>
</context>
<context>
    <name>Controls</name>
    <message>
        <source>Start the session</source>
        <translation>Lancer la session</translation>
    </message>
    <message>
        <source>Copy the link</source>
        <translation>Copier le lien</translation>
    </message>
    <message>
        <source>Mute</source>
        <translation>Couper le micro</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Retirer</translation>
    </message>
    <message>
        <source>Learn more</source>
        <translation>En savoir plus</translation>
    </message>
    <message>
        <source>Buttons</source>
        <translation>Boutons</translation>
    </message>
    <message>
        <source>Not possible now</source>
        <translation>Impossible pour l’instant</translation>
    </message>
    <message>
        <source>Disabled</source>
        <translation>Désactivés</translation>
    </message>
    <message>
        <source>A tool</source>
        <translation>Un outil</translation>
    </message>
    <message>
        <source>Icon buttons</source>
        <translation>Boutons à icône</translation>
    </message>
    <message>
        <source>Join code</source>
        <translation>Code d’accès</translation>
    </message>
    <message>
        <source>No class has this code. Check the spelling, or ask for the link.</source>
        <translation>Aucune classe n’a ce code. Vérifiez l’orthographe ou demandez le lien.</translation>
    </message>
    <message>
        <source>Title of the class</source>
        <translation>Titre de la classe</translation>
    </message>
    <message>
        <source>Learners see it when they join.</source>
        <translation>Les apprenants le voient en arrivant.</translation>
    </message>
    <message>
        <source>Giving feedback that helps</source>
        <translation>Donner un retour qui aide</translation>
    </message>
    <message>
        <source>Fields</source>
        <translation>Champs</translation>
    </message>
    <message>
        <source>Channel</source>
        <translation>Canal</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Ouvert</translation>
    </message>
    <message>
        <source>Held</source>
        <translation>En attente</translation>
    </message>
    <message>
        <source>Closed</source>
        <translation>Fermé</translation>
    </message>
    <message>
        <source>A choice among few</source>
        <translation>Choix parmi peu d’options</translation>
    </message>
    <message>
        <source>I would start with what went well,
then ask what they want to change.</source>
        <translation>Je commencerais par ce qui a marché,
puis je demanderais quoi changer.</translation>
    </message>
    <message>
        <source>Composer</source>
        <translation>Saisie</translation>
    </message>
</context>
<context>
    <name>Conversation</name>
    <message>
        <source>sending a message</source>
        <translation>envoyer un message</translation>
    </message>
    <message>
        <source>Question</source>
        <translation>Question</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>Réponse</translation>
    </message>
    <message>
        <source>The staff have a note on it</source>
        <translation>L’équipe a une note à son sujet</translation>
    </message>
    <message>
        <source>On stage</source>
        <translation>Sur scène</translation>
    </message>
    <message>
        <source>Prompt</source>
        <translation>Relance</translation>
    </message>
    <message>
        <source>Anonymous to learners</source>
        <translation>Anonyme pour les apprenants</translation>
    </message>
    <message>
        <source>Anonymous to all</source>
        <translation>Anonyme pour tous</translation>
    </message>
    <message>
        <source>pinned</source>
        <translation>épinglé</translation>
    </message>
</context>
<context>
    <name>ConversationPanel</name>
    <message>
        <source>Choose a class at the left</source>
        <translation>Choisissez une classe à gauche</translation>
    </message>
    <message>
        <source>Each class is kept on this computer, to reread and to hand on.</source>
        <translation>Chaque classe est gardée sur cet ordinateur, à relire et à transmettre.</translation>
    </message>
    <message>
        <source>Nothing was said here</source>
        <translation>Rien n’a été dit ici</translation>
    </message>
    <message>
        <source>Channel</source>
        <translation>Canal</translation>
    </message>
    <message>
        <source>Conversation</source>
        <translation>Conversation</translation>
    </message>
    <message>
        <source>Everywhere</source>
        <translation>Partout</translation>
    </message>
    <message>
        <source>The record of this class cannot be read: %1</source>
        <translation>L’enregistrement de cette classe est illisible&#xa0;:&#xa0;%1</translation>
    </message>
</context>
<context>
    <name>ConversationView</name>
    <message>
        <source>Conversation</source>
        <translation>Conversation</translation>
    </message>
    <message numerus="yes">
        <source>%n new message(s)</source>
        <comment>below, in a conversation</comment>
        <translation>
            <numerusform>%n nouveau message</numerusform>
            <numerusform>%n nouveaux messages</numerusform>
        </translation>
    </message>
    <message>
        <source>Go to the newest message (End)</source>
        <translation>Aller au dernier message (Fin)</translation>
    </message>
    <message>
        <source>Up and Down choose a message. R replies, T shows the thread, S puts it on stage, K pins it, E edits, plus reacts, Delete deletes, P writes to its author privately, N notes something for the staff, L thanks, B puts it on the board.</source>
        <translation>Haut et Bas choisissent un message. R répond, T montre le fil, S le met en scène, K l’épingle, E modifie, plus réagit, Suppr supprime, P écrit en privé à son auteur, N note quelque chose pour l’équipe, L remercie, B met au tableau.</translation>
    </message>
</context>
<context>
    <name>DayDetails</name>
    <message>
        <source>Title of the day</source>
        <translation>Titre de la journée</translation>
    </message>
    <message>
        <source>Such as “Trying it out”</source>
        <translation>Par exemple «&#xa0;Mise en pratique&#xa0;»</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>Date</translation>
    </message>
    <message>
        <source>31/3/2026</source>
        <translation>31/3/2026</translation>
    </message>
    <message>
        <source>Begins at</source>
        <translation>Commence à</translation>
    </message>
    <message>
        <source>9:30</source>
        <translation>9:30</translation>
    </message>
</context>
<context>
    <name>Debate</name>
    <message>
        <source>The debate was thrown away</source>
        <translation>Le débat a été jeté</translation>
    </message>
    <message>
        <source>The debate is closed; everybody sees the result</source>
        <translation>Le débat est clos&#xa0;; tout le monde voit le résultat</translation>
    </message>
    <message>
        <source>%1 has the floor</source>
        <translation>%1 a la parole</translation>
    </message>
    <message>
        <source>Noted: %1 spoke</source>
        <translation>Noté&#xa0;: %1 a parlé</translation>
    </message>
    <message>
        <source>held: %1</source>
        <translation>sa position&#xa0;: %1</translation>
    </message>
    <message>
        <source>not admitted</source>
        <translation>non admis</translation>
    </message>
    <message>
        <source>(erased)</source>
        <translation>(effacé)</translation>
    </message>
    <message>
        <source>Ready</source>
        <translation>Prêt</translation>
    </message>
    <message>
        <source>%1 agree · %2 disagree · %3 pass</source>
        <translation>%1 d’accord · %2 pas d’accord · %3 passent</translation>
    </message>
    <message>
        <source>hidden from learners</source>
        <translation>caché aux apprenants</translation>
    </message>
    <message>
        <source>has the floor</source>
        <translation>a la parole</translation>
    </message>
    <message>
        <source>For</source>
        <translation>Pour</translation>
    </message>
    <message>
        <source>Against</source>
        <translation>Contre</translation>
    </message>
    <message>
        <source>Unsure</source>
        <translation>Indécis</translation>
    </message>
    <message>
        <source>Agree</source>
        <translation>D’accord</translation>
    </message>
    <message>
        <source>Disagree</source>
        <translation>Pas d’accord</translation>
    </message>
    <message>
        <source>Pass</source>
        <translation>Je passe</translation>
    </message>
    <message>
        <source>has not spoken yet</source>
        <translation>n’a pas encore parlé</translation>
    </message>
    <message>
        <source>waiting %1</source>
        <translation>attend depuis %1</translation>
    </message>
    <message>
        <source>just raised</source>
        <translation>vient de lever la main</translation>
    </message>
    <message>
        <source>Write from 2 to 8 different positions, one a line; or none, for the usual three.</source>
        <translation>Écrivez de 2 à 8 positions différentes, une par ligne&#xa0;; ou aucune, pour les trois habituelles.</translation>
    </message>
    <message>
        <source>A debate has 50 statements at most.</source>
        <translation>Un débat compte 50 affirmations au plus.</translation>
    </message>
    <message>
        <source>A speaking turn lasts from 10 seconds to an hour.</source>
        <translation>Un tour de parole dure de 10 secondes à une heure.</translation>
    </message>
    <message>
        <source>making a debate</source>
        <translation>créer un débat</translation>
    </message>
    <message>
        <source>changing a debate</source>
        <translation>modifier un débat</translation>
    </message>
    <message>
        <source>throwing a debate away</source>
        <translation>jeter un débat</translation>
    </message>
    <message>
        <source>opening a debate</source>
        <translation>ouvrir un débat</translation>
    </message>
    <message>
        <source>closing a debate</source>
        <translation>clore un débat</translation>
    </message>
    <message>
        <source>showing or hiding the shift</source>
        <translation>montrer ou cacher l’évolution</translation>
    </message>
    <message>
        <source>putting a debate on stage</source>
        <translation>mettre un débat sur scène</translation>
    </message>
    <message>
        <source>taking a position</source>
        <translation>prendre position</translation>
    </message>
    <message>
        <source>writing an argument</source>
        <translation>écrire un argument</translation>
    </message>
    <message>
        <source>changing an argument</source>
        <translation>modifier un argument</translation>
    </message>
    <message>
        <source>taking an argument away</source>
        <translation>retirer un argument</translation>
    </message>
    <message>
        <source>marking an argument</source>
        <translation>marquer un argument</translation>
    </message>
    <message>
        <source>putting a statement</source>
        <translation>soumettre une affirmation</translation>
    </message>
    <message>
        <source>showing or hiding a statement’s counts</source>
        <translation>montrer ou cacher les avis sur une affirmation</translation>
    </message>
    <message>
        <source>answering a statement</source>
        <translation>donner son avis sur une affirmation</translation>
    </message>
    <message>
        <source>giving the floor</source>
        <translation>donner la parole</translation>
    </message>
    <message>
        <source>giving more time to speak</source>
        <translation>prolonger le temps de parole</translation>
    </message>
    <message>
        <source>ending a speaking turn</source>
        <translation>terminer un tour de parole</translation>
    </message>
    <message>
        <source>noting that somebody spoke</source>
        <translation>noter que quelqu’un a parlé</translation>
    </message>
    <message>
        <source>taking a speaking turn back</source>
        <translation>annuler un tour de parole</translation>
    </message>
    <message>
        <source>This debate is not there, or was never open.</source>
        <translation>Ce débat n’est pas là, ou n’a jamais été ouvert.</translation>
    </message>
    <message>
        <source>This debate is closed: it stays as it is.</source>
        <translation>Ce débat est clos&#xa0;: il reste tel quel.</translation>
    </message>
    <message>
        <source>This debate was never open. Open it first.</source>
        <translation>Ce débat n’a jamais été ouvert. Ouvrez-le d’abord.</translation>
    </message>
    <message>
        <source>This debate was open already, so it stays as it is. Make a new one.</source>
        <translation>Ce débat a déjà été ouvert&#xa0;: il reste tel quel. Créez-en un autre.</translation>
    </message>
    <message>
        <source>The debate cannot be held like that. Check its positions, statements and turn length.</source>
        <translation>Le débat ne peut pas se tenir ainsi. Vérifiez ses positions, ses affirmations et la durée des tours.</translation>
    </message>
    <message>
        <source>This debate has no such position.</source>
        <translation>Ce débat n’a pas cette position.</translation>
    </message>
    <message>
        <source>Take a position first; then argue for it.</source>
        <translation>Prenez d’abord position&#xa0;; argumentez ensuite.</translation>
    </message>
    <message>
        <source>This argument is not there any more.</source>
        <translation>Cet argument n’est plus là.</translation>
    </message>
    <message>
        <source>This argument is one’s own.</source>
        <translation>On ne se convainc pas soi-même&#xa0;: c’est son propre argument.</translation>
    </message>
    <message>
        <source>Answer the argument itself, not a reply to it.</source>
        <translation>Répondez à l’argument lui-même, pas à une réponse.</translation>
    </message>
    <message>
        <source>This statement is not there.</source>
        <translation>Cette affirmation n’est pas là.</translation>
    </message>
    <message>
        <source>This speaking turn is over.</source>
        <translation>Ce tour de parole est terminé.</translation>
    </message>
    <message>
        <source>The class has %limit debates already.</source>
        <translation>La classe compte déjà %limit débats.</translation>
    </message>
    <message>
        <source>The debate has %limit arguments already.</source>
        <translation>Le débat compte déjà %limit arguments.</translation>
    </message>
    <message>
        <source>The debate has %limit statements already.</source>
        <translation>Le débat compte déjà %limit affirmations.</translation>
    </message>
</context>
<context>
    <name>DebateDetail</name>
    <message>
        <source>Positions</source>
        <translation>Positions</translation>
    </message>
    <message>
        <source>Arguments</source>
        <translation>Arguments</translation>
    </message>
    <message>
        <source>Statements</source>
        <translation>Affirmations</translation>
    </message>
    <message>
        <source>Floor</source>
        <translation>Parole</translation>
    </message>
    <message>
        <source>More</source>
        <translation>Plus</translation>
    </message>
    <message>
        <source>Parts of the debate</source>
        <translation>Parties du débat</translation>
    </message>
    <message>
        <source>Close the debate</source>
        <translation>Clore le débat</translation>
    </message>
    <message>
        <source>Open the debate</source>
        <translation>Ouvrir le débat</translation>
    </message>
    <message>
        <source>Ctrl+F12</source>
        <translation>Ctrl+F12</translation>
    </message>
    <message>
        <source>Hide the shift</source>
        <translation>Cacher l’évolution</translation>
    </message>
    <message>
        <source>Show the shift</source>
        <translation>Montrer l’évolution</translation>
    </message>
    <message>
        <source>As a chart</source>
        <translation>En graphique</translation>
    </message>
    <message>
        <source>As a table</source>
        <translation>En tableau</translation>
    </message>
    <message>
        <source>Change…</source>
        <translation>Modifier…</translation>
    </message>
    <message>
        <source>Take off the stage</source>
        <translation>Retirer de la scène</translation>
    </message>
    <message>
        <source>Put on stage</source>
        <translation>Mettre sur scène</translation>
    </message>
    <message>
        <source>Open the debate again</source>
        <translation>Rouvrir le débat</translation>
    </message>
    <message>
        <source>Export the result…</source>
        <translation>Exporter le résultat…</translation>
    </message>
    <message>
        <source>Throw away</source>
        <translation>Jeter</translation>
    </message>
    <message>
        <source>Ready</source>
        <translation>Prêt</translation>
    </message>
    <message>
        <source>opens with its activity</source>
        <translation>s’ouvre avec son activité</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Ouvert</translation>
    </message>
    <message>
        <source>Closed</source>
        <translation>Clos</translation>
    </message>
    <message>
        <source>learners see the shift</source>
        <translation>les apprenants voient l’évolution</translation>
    </message>
    <message>
        <source>the shift is hidden from learners</source>
        <translation>l’évolution est cachée aux apprenants</translation>
    </message>
    <message>
        <source>turns of %1 s</source>
        <translation>tours de %1 s</translation>
    </message>
</context>
<context>
    <name>DebateEditor</name>
    <message>
        <source>Turn, in seconds</source>
        <translation>Tour, en secondes</translation>
    </message>
    <message>
        <source>Counts hidden until you show them</source>
        <translation>Décomptes cachés jusqu’à ce que vous les montriez</translation>
    </message>
    <message>
        <source>Otherwise learners see the counts as people move</source>
        <translation>Sinon, les apprenants voient les décomptes évoluer</translation>
    </message>
    <message>
        <source>Motion</source>
        <translation>Motion</translation>
    </message>
    <message>
        <source>What is debated, as a sentence one can be for or against</source>
        <translation>Ce dont on débat&#xa0;: une phrase pour ou contre laquelle on peut être</translation>
    </message>
    <message>
        <source>Positions, one a line</source>
        <translation>Positions, une par ligne</translation>
    </message>
    <message>
        <source>Statements to put, one a line</source>
        <translation>Affirmations à soumettre, une par ligne</translation>
    </message>
    <message>
        <source>Learners agree, disagree or pass</source>
        <translation>Les apprenants sont d’accord, pas d’accord, ou passent</translation>
    </message>
</context>
<context>
    <name>DebateForm</name>
    <message>
        <source>Motion</source>
        <translation>Motion</translation>
    </message>
    <message>
        <source>What is debated, as a sentence one can be for or against</source>
        <translation>Ce dont on débat&#xa0;: une phrase pour ou contre laquelle on peut être</translation>
    </message>
    <message>
        <source>Positions</source>
        <translation>Positions</translation>
    </message>
    <message>
        <source>For
Against
Unsure</source>
        <translation>Pour
Contre
Indécis</translation>
    </message>
    <message>
        <source>One a line, from 2 to 8. Leave it empty for: for, against, unsure.</source>
        <translation>Une par ligne, de 2 à 8. Laissez vide pour&#xa0;: pour, contre, indécis.</translation>
    </message>
    <message>
        <source>Length of a speaking turn</source>
        <translation>Durée d’un tour de parole</translation>
    </message>
    <message>
        <source> s</source>
        <translation>&#xa0;s</translation>
    </message>
    <message>
        <source>Statements</source>
        <translation>Affirmations</translation>
    </message>
    <message>
        <source>One a line. You put each to the class when you like; learners agree, disagree or pass.</source>
        <translation>Une par ligne. Vous soumettez chacune quand vous voulez&#xa0;; les apprenants sont d’accord, pas d’accord, ou passent.</translation>
    </message>
    <message>
        <source>Learners see the counts as they come in</source>
        <translation>Les apprenants voient les décomptes au fur et à mesure</translation>
    </message>
    <message>
        <source>Otherwise they see them when you show them, or when the debate closes</source>
        <translation>Sinon, ils les voient quand vous les montrez, ou à la clôture du débat</translation>
    </message>
    <message>
        <source>Open now</source>
        <translation>Ouvrir maintenant</translation>
    </message>
    <message>
        <source>Save the changes</source>
        <translation>Enregistrer</translation>
    </message>
    <message>
        <source>Keep for later</source>
        <translation>Garder pour plus tard</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>Escape</source>
        <translation>Échap</translation>
    </message>
</context>
<context>
    <name>DebatePanel</name>
    <message>
        <source>Debate</source>
        <translation>Débat</translation>
    </message>
    <message>
        <source>Which debate</source>
        <translation>Quel débat</translation>
    </message>
    <message>
        <source>Make a debate</source>
        <translation>Créer un débat</translation>
    </message>
    <message>
        <source>No debate yet</source>
        <translation>Aucun débat pour l’instant</translation>
    </message>
    <message>
        <source>A motion, positions to take and to leave, and arguments. Debates of your plan stand here too.</source>
        <translation>Une motion, des positions à prendre et à quitter, des arguments. Les débats de votre plan sont là aussi.</translation>
    </message>
    <message>
        <source>Open · %1</source>
        <translation>Ouvert · %1</translation>
    </message>
    <message>
        <source>Closed · %1</source>
        <translation>Clos · %1</translation>
    </message>
    <message>
        <source>Ready · %1</source>
        <translation>Prêt · %1</translation>
    </message>
    <message>
        <source>Export the result</source>
        <translation>Exporter le résultat</translation>
    </message>
    <message>
        <source>The result was exported</source>
        <translation>Le résultat a été exporté</translation>
    </message>
</context>
<context>
    <name>DebatePart</name>
    <message>
        <source>%1 has the floor</source>
        <translation>%1 a la parole</translation>
    </message>
    <message>
        <source>Next: %1</source>
        <translation>Ensuite&#xa0;: %1</translation>
    </message>
    <message>
        <source>%1 at first</source>
        <translation>%1 au début</translation>
    </message>
    <message>
        <source>The debate is closed</source>
        <translation>Le débat est clos</translation>
    </message>
    <message>
        <source>Time is up</source>
        <translation>Temps écoulé</translation>
    </message>
</context>
<context>
    <name>DebateStrip</name>
    <message>
        <source>Closed</source>
        <translation>Clos</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Clore</translation>
    </message>
    <message>
        <source>Open again</source>
        <translation>Rouvrir</translation>
    </message>
    <message>
        <source>Hide the shift</source>
        <translation>Cacher l’évolution</translation>
    </message>
    <message>
        <source>Show the shift</source>
        <translation>Montrer l’évolution</translation>
    </message>
    <message>
        <source>See this debate and its arguments</source>
        <translation>Voir ce débat et ses arguments</translation>
    </message>
    <message>
        <source>Take the debate off the stage</source>
        <translation>Retirer le débat de la scène</translation>
    </message>
    <message>
        <source>Debate on stage: %1</source>
        <translation>Débat sur scène&#xa0;: %1</translation>
    </message>
</context>
<context>
    <name>DeclineForm</name>
    <message>
        <source>Such as: we talk about it on Thursday</source>
        <translation>Par exemple&#xa0;: nous en parlons jeudi</translation>
    </message>
    <message>
        <source>Decline</source>
        <translation>Écarter</translation>
    </message>
    <message>
        <source>Why is it declined?</source>
        <translation>Pourquoi l’écarter&#xa0;?</translation>
    </message>
    <message>
        <source>%1 reads it.</source>
        <translation>%1 le lira.</translation>
    </message>
</context>
<context>
    <name>Detail</name>
    <message>
        <source>I go</source>
        <translation>J’y vais</translation>
    </message>
    <message>
        <source>Take the call for help  (C)</source>
        <translation>Prendre l’appel à l’aide  (C)</translation>
    </message>
    <message>
        <source>Helped</source>
        <translation>C’est réglé</translation>
    </message>
    <message>
        <source>End the call for help  (D)</source>
        <translation>Clore l’appel à l’aide  (D)</translation>
    </message>
    <message>
        <source>Leave</source>
        <translation>Sortir</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>Entrer</translation>
    </message>
    <message>
        <source>Go into the room or out  (E)</source>
        <translation>Entrer dans la salle ou en sortir  (E)</translation>
    </message>
    <message>
        <source>Talk</source>
        <translation>Échanges</translation>
    </message>
    <message>
        <source>Open the whole conversation  (G)</source>
        <translation>Ouvrir toute la conversation  (G)</translation>
    </message>
    <message>
        <source>Close this room  (X)</source>
        <translation>Fermer cette salle  (X)</translation>
    </message>
    <message>
        <source>Look no further into this room</source>
        <translation>Ne plus regarder cette salle</translation>
    </message>
    <message>
        <source>What was said last</source>
        <translation>Derniers messages</translation>
    </message>
    <message>
        <source>Say something in %1</source>
        <translation>Écrire dans %1</translation>
    </message>
    <message>
        <source>Answer: %1</source>
        <translation>Réponse&#xa0;: %1</translation>
    </message>
    <message>
        <source>To all rooms of the round  (T)</source>
        <translation>À toutes les salles de la série  (T)</translation>
    </message>
    <message>
        <source>No more time</source>
        <translation>Pas plus de temps</translation>
    </message>
    <message>
        <source>Say that there is none  (N)</source>
        <translation>Dire qu’il n’y en a pas  (N)</translation>
    </message>
    <message>
        <source>Name the captain, or pass the lead</source>
        <translation>Nommer le capitaine, ou confier l’animation</translation>
    </message>
    <message>
        <source>No captain</source>
        <translation>Sans capitaine</translation>
    </message>
    <message>
        <source>Pass the lead…	L</source>
        <translation>Confier l’animation…	L</translation>
    </message>
    <message>
        <source>Look into the room’s notes, and write in them  (W)</source>
        <translation>Regarder les notes de la salle et y écrire  (W)</translation>
    </message>
    <message>
        <source>This room asks for more time.</source>
        <translation>Cette salle demande plus de temps.</translation>
    </message>
</context>
<context>
    <name>DetailsPanel</name>
    <message>
        <source>The whole plan</source>
        <translation>Tout le plan</translation>
    </message>
    <message>
        <source>Show the details of the whole plan</source>
        <translation>Afficher les détails de tout le plan</translation>
    </message>
    <message numerus="yes">
        <source>%n activity(s) chosen</source>
        <translation>
            <numerusform>%n activité choisie</numerusform>
            <numerusform>%n activités choisies</numerusform>
        </translation>
    </message>
    <message>
        <source>Activity</source>
        <translation>Activité</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>Jour</translation>
    </message>
</context>
<context>
    <name>DiscussionPanel</name>
    <message>
        <source>Nobody has written here yet</source>
        <translation>Personne n’a encore écrit ici</translation>
    </message>
    <message>
        <source>Ask a first question: people answer more easily than they begin.</source>
        <translation>Posez une première question&#xa0;: on répond plus facilement qu’on ne commence.</translation>
    </message>
    <message>
        <source>Delete your message?</source>
        <translation>Supprimer votre message&#xa0;?</translation>
    </message>
    <message>
        <source>Delete the message of %1?</source>
        <translation>Supprimer le message de %1&#xa0;?</translation>
    </message>
    <message>
        <source>It disappears for everyone. The log keeps it as evidence.</source>
        <translation>Il disparaît pour tout le monde. Le journal le conserve comme preuve.</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Supprimer</translation>
    </message>
</context>
<context>
    <name>Entrance</name>
    <message>
        <source>Join a class</source>
        <translation>Rejoindre une classe</translation>
    </message>
    <message>
        <source>Invitation</source>
        <translation>Invitation</translation>
    </message>
    <message>
        <source>Join</source>
        <translation>Rejoindre</translation>
    </message>
    <message>
        <source>Paste the link that a colleague sent you: to a class, or to a plan that is prepared together.</source>
        <translation>Collez le lien qu’un collègue vous a envoyé&#xa0;: vers une classe, ou vers un plan préparé ensemble.</translation>
    </message>
</context>
<context>
    <name>Exchange</name>
    <message>
        <source>Open a plan, an agenda or polls</source>
        <translation>Ouvrir un plan, un déroulé ou des sondages</translation>
    </message>
    <message>
        <source>Reading “%1”…</source>
        <translation>Lecture de «&#xa0;%1&#xa0;»…</translation>
    </message>
    <message numerus="yes">
        <source>“%1” opened: %n activity(ies)</source>
        <translation>
            <numerusform>«&#xa0;%1&#xa0;» ouvert&#xa0;: %n activité</numerusform>
            <numerusform>«&#xa0;%1&#xa0;» ouvert&#xa0;: %n activités</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n poll(s) read from “%1”</source>
        <translation>
            <numerusform>%n sondage lu dans «&#xa0;%1&#xa0;»</numerusform>
            <numerusform>%n sondages lus dans «&#xa0;%1&#xa0;»</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n question(s) left out</source>
        <translation>
            <numerusform>%n question laissée de côté</numerusform>
            <numerusform>%n questions laissées de côté</numerusform>
        </translation>
    </message>
    <message>
        <source>They have no form among polls; all others were read.</source>
        <translation>Elles n’ont pas de forme parmi les sondages&#xa0;; toutes les autres ont été lues.</translation>
    </message>
    <message>
        <source>Left out</source>
        <translation>Laissées de côté</translation>
    </message>
    <message>
        <source>Writing “%1”…</source>
        <translation>Écriture de «&#xa0;%1&#xa0;»…</translation>
    </message>
    <message>
        <source>Written: %1</source>
        <translation>Écrit&#xa0;: %1</translation>
    </message>
    <message>
        <source>Print the run sheet</source>
        <translation>Imprimer le conducteur de séance</translation>
    </message>
    <message>
        <source>Sent to the printer</source>
        <translation>Envoyé à l’imprimante</translation>
    </message>
    <message>
        <source>Run sheet for staff (PDF)</source>
        <translation>Conducteur pour l’équipe (PDF)</translation>
    </message>
    <message>
        <source>Programme for learners (PDF)</source>
        <translation>Programme pour les apprenants (PDF)</translation>
    </message>
    <message>
        <source>Invitation (calendar)</source>
        <translation>Invitation (agenda)</translation>
    </message>
    <message>
        <source>Text (Markdown)</source>
        <translation>Texte (Markdown)</translation>
    </message>
    <message>
        <source>Agenda (spreadsheet)</source>
        <translation>Déroulé (tableur)</translation>
    </message>
    <message>
        <source>Plan file, to send to a colleague</source>
        <translation>Fichier du plan, à envoyer à un collègue</translation>
    </message>
    <message>
        <source>A newer version of Cercle wrote “%1”. Update Cercle to open it; nothing was changed.</source>
        <translation>Une version plus récente de Cercle a écrit «&#xa0;%1&#xa0;». Mettez Cercle à jour pour l’ouvrir&#xa0;; rien n’a été modifié.</translation>
    </message>
    <message>
        <source>“%1” is of a kind that is not read. Known are plans (.cercle), Markdown, CSV, and polls in GIFT or Aiken; a spreadsheet can save as CSV.</source>
        <translation>«&#xa0;%1&#xa0;» est d’un type qui n’est pas lu. Sont connus les plans (.cercle), Markdown, CSV, et les sondages en GIFT ou Aiken&#xa0;; un tableur peut enregistrer en CSV.</translation>
    </message>
    <message>
        <source>“%1” holds something that does not fit into a plan; nothing was changed.</source>
        <translation>«&#xa0;%1&#xa0;» contient quelque chose qui n’a pas sa place dans un plan&#xa0;; rien n’a été modifié.</translation>
    </message>
    <message>
        <source>“%1” could not be read as an agenda: it needs a row of headings with a title, and lengths and times that make sense. Nothing was changed.</source>
        <translation>«&#xa0;%1&#xa0;» n’a pas pu être lu comme un déroulé&#xa0;: il faut une ligne d’en-têtes avec un titre, et des durées et des heures qui aient un sens. Rien n’a été modifié.</translation>
    </message>
    <message>
        <source>“%1” is no plan, cut short, or damaged. The file was left as it is; nothing was changed.</source>
        <translation>«&#xa0;%1&#xa0;» n’est pas un plan, ou il est tronqué ou abîmé. Le fichier a été laissé tel quel&#xa0;; rien n’a été modifié.</translation>
    </message>
    <message>
        <source>“%1” could not be written: %2</source>
        <translation>«&#xa0;%1&#xa0;» n’a pas pu être écrit&#xa0;: %2</translation>
    </message>
    <message>
        <source>An invitation needs a day with a date and a start: give the plan both, then export again.</source>
        <translation>Une invitation demande un jour avec une date et une heure de début&#xa0;: donnez-les au plan, puis exportez de nouveau.</translation>
    </message>
    <message>
        <source>“%1” could not be opened: %2</source>
        <translation>«&#xa0;%1&#xa0;» n’a pas pu être ouvert&#xa0;: %2</translation>
    </message>
    <message>
        <source>Look at line %1.</source>
        <translation>Voyez la ligne %1.</translation>
    </message>
    <message>
        <source>Look at its last lines.</source>
        <translation>Voyez ses dernières lignes.</translation>
    </message>
    <message>
        <source>The place: %1.</source>
        <translation>L’endroit&#xa0;: %1.</translation>
    </message>
    <message>
        <source>a matching question</source>
        <translation>question d’appariement</translation>
    </message>
    <message>
        <source>a numerical question</source>
        <translation>question numérique</translation>
    </message>
    <message>
        <source>a text without a question</source>
        <translation>texte sans question</translation>
    </message>
    <message>
        <source>Line %1: “%2”, %3</source>
        <translation>Ligne %1&#xa0;: «&#xa0;%2&#xa0;», %3</translation>
    </message>
</context>
<context>
    <name>Expected</name>
    <message>
        <source>First name</source>
        <translation>Prénom</translation>
    </message>
    <message>
        <source>Surname</source>
        <translation>Nom</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>Courriel</translation>
    </message>
    <message>
        <source>Employer</source>
        <translation>Employeur</translation>
    </message>
    <message>
        <source>Group</source>
        <translation>Groupe</translation>
    </message>
    <message>
        <source>Needs</source>
        <translation>Besoins</translation>
    </message>
    <message>
        <source>Line %1: the same person as on line %2 · %3</source>
        <translation>Ligne %1&#xa0;: la même personne qu’à la ligne %2 · %3</translation>
    </message>
    <message>
        <source>Line %1: on the list already · %3</source>
        <translation>Ligne %1&#xa0;: déjà dans la liste · %3</translation>
    </message>
    <message>
        <source>Line %1: neither a name nor an address · %3</source>
        <translation>Ligne %1&#xa0;: ni nom ni adresse · %3</translation>
    </message>
    <message>
        <source>Line %1: no e-mail address, kept as it is · %3</source>
        <translation>Ligne %1&#xa0;: adresse de courriel incorrecte, gardée telle quelle · %3</translation>
    </message>
    <message>
        <source>Line %1: too long, and cut · %3</source>
        <translation>Ligne %1&#xa0;: trop long, coupé · %3</translation>
    </message>
    <message>
        <source>Line %1: the list is full · %3</source>
        <translation>Ligne %1&#xa0;: la liste est pleine · %3</translation>
    </message>
    <message>
        <source>Line %1: above the headings, left out · %3</source>
        <translation>Ligne %1&#xa0;: au-dessus des en-têtes, laissé de côté · %3</translation>
    </message>
    <message>
        <source>Line %1: a column that is not needed · %3</source>
        <translation>Ligne %1&#xa0;: une colonne dont on n’a pas besoin · %3</translation>
    </message>
    <message>
        <source>This workbook is in Excel’s format from before 2007. Save it as .xlsx or .csv, and try again.</source>
        <translation>Ce classeur est au format d’Excel d’avant 2007. Enregistrez-le en .xlsx ou en .csv, puis recommencez.</translation>
    </message>
    <message>
        <source>This file is too large for a list of people.</source>
        <translation>Ce fichier est trop gros pour une liste de participants.</translation>
    </message>
    <message>
        <source>This workbook cannot be read: it is damaged, or locked by a password.</source>
        <translation>Ce classeur est illisible&#xa0;: il est endommagé, ou protégé par un mot de passe.</translation>
    </message>
    <message>
        <source>This file cannot be read.</source>
        <translation>Ce fichier est illisible.</translation>
    </message>
    <message>
        <source>putting people on the list</source>
        <translation>ajouter des participants à la liste</translation>
    </message>
    <message>
        <source>changing somebody’s details</source>
        <translation>modifier la fiche d’un participant</translation>
    </message>
    <message>
        <source>saying who somebody is</source>
        <translation>associer quelqu’un à la liste</translation>
    </message>
    <message>
        <source>taking back who somebody is</source>
        <translation>défaire une association</translation>
    </message>
    <message>
        <source>This person has come already, by their own link or as somebody else.</source>
        <translation>Cette personne est déjà arrivée, par son propre lien ou sous un autre nom.</translation>
    </message>
    <message>
        <source>This member is somebody on the list already.</source>
        <translation>Ce participant est déjà associé à quelqu’un de la liste.</translation>
    </message>
    <message>
        <source>A class can expect %limit people at most.</source>
        <translation>Une classe peut attendre %limit participants au plus.</translation>
    </message>
</context>
<context>
    <name>ExpectedAttention</name>
    <message numerus="yes">
        <source>%n people on your list came by the code</source>
        <translation>
            <numerusform>%n personne de votre liste est arrivée par le code</numerusform>
            <numerusform>%n personnes de votre liste sont arrivées par le code</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n people are not here yet</source>
        <comment>of those expected</comment>
        <translation>
            <numerusform>%n participant n’est pas encore là</numerusform>
            <numerusform>%n participants ne sont pas encore là</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ExpectedPanel</name>
    <message>
        <source>List…</source>
        <translation>Liste…</translation>
    </message>
    <message>
        <source>People expected</source>
        <translation>Participants attendus</translation>
    </message>
    <message>
        <source>Invitation…</source>
        <translation>Invitation…</translation>
    </message>
    <message>
        <source>Write the invitation</source>
        <translation>Rédiger l’invitation</translation>
    </message>
    <message>
        <source>Paste or import who comes, and write to them.</source>
        <translation>Collez ou importez la liste de ceux qui viennent, et écrivez-leur.</translation>
    </message>
</context>
<context>
    <name>ExpectedStrip</name>
    <message>
        <source>Somebody else…</source>
        <translation>Quelqu’un d’autre…</translation>
    </message>
    <message>
        <source>Is not %1 on the list</source>
        <translation>N’est pas %1 de la liste</translation>
    </message>
    <message>
        <source>Is on the list as</source>
        <translation>Figure dans la liste comme</translation>
    </message>
    <message numerus="yes">
        <source>… and %n more</source>
        <comment>people</comment>
        <translation>
            <numerusform>… et %n autre</numerusform>
            <numerusform>… et %n autres</numerusform>
        </translation>
    </message>
    <message>
        <source>Not on the list</source>
        <translation>N’est pas dans la liste</translation>
    </message>
    <message>
        <source>%1 of %2 not here yet</source>
        <translation>%1 sur %2 pas encore là</translation>
    </message>
    <message numerus="yes">
        <source>All %n people expected have come</source>
        <translation>
            <numerusform>Le participant attendu est là</numerusform>
            <numerusform>Les %n participants attendus sont là</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Match all %n who are on the list</source>
        <translation>
            <numerusform>L’associer à la liste</numerusform>
            <numerusform>Associer les %n à la liste</numerusform>
        </translation>
    </message>
    <message>
        <source>It is %1</source>
        <translation>C’est %1</translation>
    </message>
    <message>
        <source>%1 came by the code, and nobody on the list is called so.</source>
        <translation>%1 est arrivé par le code, et personne dans la liste ne s’appelle ainsi.</translation>
    </message>
    <message>
        <source>%1 came by the code. Is it %2?</source>
        <translation>%1 est arrivé par le code. Est-ce %2&#xa0;?</translation>
    </message>
    <message>
        <source>Yes</source>
        <translation>Oui</translation>
    </message>
</context>
<context>
    <name>Feedback</name>
    <message>
        <source>Your colleague runs the class; you follow along.</source>
        <translation>Votre collègue anime la classe&#xa0;; vous suivez.</translation>
    </message>
    <message>
        <source>The class is kept on a second computer now.</source>
        <translation>La classe est maintenant gardée sur un second ordinateur.</translation>
    </message>
    <message>
        <source>The network is slow. Messages arrive late.</source>
        <translation>Le réseau est lent. Les messages arrivent en retard.</translation>
    </message>
    <message>
        <source>Test the network</source>
        <translation>Tester le réseau</translation>
    </message>
    <message>
        <source>The class cannot be reached. What you write is kept.</source>
        <translation>La classe est injoignable. Ce que vous écrivez est gardé.</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Réessayer</translation>
    </message>
    <message>
        <source>Banners</source>
        <translation>Bandeaux</translation>
    </message>
    <message>
        <source>Connection</source>
        <translation>Connexion</translation>
    </message>
    <message>
        <source>Held</source>
        <translation>En attente</translation>
    </message>
    <message>
        <source>Published</source>
        <translation>Publié</translation>
    </message>
    <message>
        <source>Returned</source>
        <translation>Renvoyé</translation>
    </message>
    <message>
        <source>Co-facilitator</source>
        <translation>Co-animateur</translation>
    </message>
    <message>
        <source>Late by 4 min</source>
        <translation>4 min de retard</translation>
    </message>
    <message>
        <source>Badges</source>
        <translation>Pastilles</translation>
    </message>
    <message>
        <source>Times</source>
        <translation>Durées</translation>
    </message>
    <message>
        <source>Nobody has written yet</source>
        <translation>Personne n’a encore écrit</translation>
    </message>
    <message>
        <source>Ask a first question: people answer more easily than they begin.</source>
        <translation>Posez une première question&#xa0;: on répond plus facilement qu’on ne commence.</translation>
    </message>
    <message>
        <source>Ask a question</source>
        <translation>Poser une question</translation>
    </message>
    <message>
        <source>Empty</source>
        <translation>Vide</translation>
    </message>
</context>
<context>
    <name>FloorStrip</name>
    <message>
        <source>+%1 s</source>
        <translation>+%1&#xa0;s</translation>
    </message>
    <message>
        <source>More time to speak (Ctrl+F11)</source>
        <translation>Plus de temps de parole (Ctrl+F11)</translation>
    </message>
    <message>
        <source>More time to speak</source>
        <translation>Plus de temps de parole</translation>
    </message>
    <message>
        <source>End</source>
        <translation>Terminer</translation>
    </message>
    <message>
        <source>End the speaking turn (Ctrl+F10)</source>
        <translation>Terminer le tour de parole (Ctrl+F10)</translation>
    </message>
    <message>
        <source>See the queue</source>
        <translation>Voir la file</translation>
    </message>
    <message>
        <source>The floor</source>
        <translation>La parole</translation>
    </message>
    <message>
        <source>%1 has the floor</source>
        <translation>%1 a la parole</translation>
    </message>
    <message>
        <source>Give the floor to %1 (F10)</source>
        <translation>Donner la parole à %1 (F10)</translation>
    </message>
    <message>
        <source>Next: %1 – %2</source>
        <translation>Ensuite&#xa0;: %1 – %2</translation>
    </message>
    <message>
        <source>stands still, %1 left</source>
        <translation>à l’arrêt, reste %1</translation>
    </message>
    <message>
        <source>time is up</source>
        <translation>temps écoulé</translation>
    </message>
    <message>
        <source>nearly up</source>
        <translation>bientôt terminé</translation>
    </message>
    <message>
        <source>Give the floor</source>
        <translation>Donner la parole</translation>
    </message>
</context>
<context>
    <name>Flow</name>
    <message>
        <source>At first</source>
        <translation>Au début</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>Maintenant</translation>
    </message>
</context>
<context>
    <name>FormingFields</name>
    <message>
        <source>At random</source>
        <translation>Au hasard</translation>
    </message>
    <message>
        <source>New partners</source>
        <translation>De nouveaux partenaires</translation>
    </message>
    <message>
        <source>Different people together</source>
        <translation>Mélanger les profils</translation>
    </message>
    <message>
        <source>Like people together</source>
        <translation>Réunir les profils semblables</translation>
    </message>
    <message>
        <source>Everybody chooses</source>
        <translation>Chacun choisit</translation>
    </message>
    <message>
        <source>The same groups as before</source>
        <translation>Les mêmes groupes qu’avant</translation>
    </message>
    <message>
        <source>One from each former group</source>
        <translation>Un de chaque groupe précédent</translation>
    </message>
    <message>
        <source>Join former groups</source>
        <translation>Réunir des groupes précédents</translation>
    </message>
    <message>
        <source>Into the smallest room</source>
        <translation>Dans la salle la moins pleine</translation>
    </message>
    <message>
        <source>Into the main room</source>
        <translation>Dans la salle principale</translation>
    </message>
    <message>
        <source>They choose a room</source>
        <translation>Ils choisissent une salle</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Aucune</translation>
    </message>
    <message numerus="yes">
        <source>%n people</source>
        <comment>in a room</comment>
        <translation>
            <numerusform>%n personne</numerusform>
            <numerusform>%n personnes</numerusform>
        </translation>
    </message>
    <message>
        <source>New partners: %1</source>
        <translation>De nouveaux partenaires : %1</translation>
    </message>
    <message>
        <source>What the number counts</source>
        <translation>Ce que compte le nombre</translation>
    </message>
    <message>
        <source>How</source>
        <translation>Comment</translation>
    </message>
    <message>
        <source>By</source>
        <translation>Selon</translation>
    </message>
    <message>
        <source>Rounds</source>
        <translation>Tours</translation>
    </message>
    <message>
        <source>Minutes</source>
        <translation>Minutes</translation>
    </message>
    <message>
        <source>Who comes late</source>
        <translation>Retardataires</translation>
    </message>
    <message>
        <source>Prepared</source>
        <translation>Préparé</translation>
    </message>
    <message>
        <source>How many</source>
        <translation>Combien</translation>
    </message>
    <message>
        <source>open end</source>
        <translation>sans limite</translation>
    </message>
    <message>
        <source> min</source>
        <translation> min</translation>
    </message>
    <message>
        <source>What each room is to do</source>
        <translation>Ce que chaque salle doit faire</translation>
    </message>
    <message>
        <source>Steps, one a line</source>
        <translation>Étapes, une par ligne</translation>
    </message>
    <message>
        <source>Task and steps…</source>
        <translation>Consigne et étapes…</translation>
    </message>
    <message>
        <source>Hide task and steps</source>
        <translation>Masquer consigne et étapes</translation>
    </message>
    <message>
        <source>What each room is to do
Lines with # are headings in its notes</source>
        <translation>Ce que chaque salle doit faire
Les lignes avec # titrent ses notes</translation>
    </message>
</context>
<context>
    <name>FormingPanel</name>
    <message>
        <source>Propose again</source>
        <translation>Autre tirage</translation>
    </message>
    <message>
        <source>Form other groups in the same way</source>
        <translation>Former d’autres groupes de la même façon</translation>
    </message>
    <message>
        <source>Name of the room</source>
        <translation>Nom de la salle</translation>
    </message>
    <message>
        <source>Forget</source>
        <translation>Oublier</translation>
    </message>
    <message>
        <source>Forget who is kept together and apart</source>
        <translation>Oublier qui reste ensemble ou séparé</translation>
    </message>
    <message>
        <source>Open instead</source>
        <translation>Remplacer</translation>
    </message>
    <message>
        <source>Open rooms</source>
        <translation>Ouvrir les salles</translation>
    </message>
    <message>
        <source>Close the open rooms and open these, in one step</source>
        <translation>Fermer les salles ouvertes et ouvrir celles-ci, d’un seul coup</translation>
    </message>
    <message>
        <source>Together: %1</source>
        <translation>Ensemble&#xa0;: %1</translation>
    </message>
    <message>
        <source>Apart: %1</source>
        <translation>Séparés&#xa0;: %1</translation>
    </message>
    <message>
        <source>apart</source>
        <translation>séparé</translation>
    </message>
    <message>
        <source>together</source>
        <translation>ensemble</translation>
    </message>
    <message>
        <source>Room %1</source>
        <translation>Salle %1</translation>
    </message>
    <message>
        <source>Speaks for the room	C</source>
        <translation>Parle au nom de la salle	C</translation>
    </message>
    <message>
        <source>Keep together	T</source>
        <translation>Garder ensemble	T</translation>
    </message>
    <message>
        <source>Keep apart	A</source>
        <translation>Séparer	A</translation>
    </message>
    <message>
        <source>Rename…	F2</source>
        <translation>Renommer…	F2</translation>
    </message>
    <message>
        <source>Move to</source>
        <translation>Déplacer vers</translation>
    </message>
    <message>
        <source>No room</source>
        <translation>Aucune salle</translation>
    </message>
    <message>
        <source>Copy the rooms as text, read them from a file or save them</source>
        <translation>Copier les salles en texte, les lire d’un fichier ou les enregistrer</translation>
    </message>
    <message>
        <source>Link of the room’s meeting</source>
        <translation>Lien de la réunion de la salle</translation>
    </message>
    <message numerus="yes">
        <source>%n round(s): nobody meets anybody again.</source>
        <translation>
            <numerusform>%n tour : personne ne retrouve personne.</numerusform>
            <numerusform>%n tours : personne ne retrouve personne.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n pair(s) meet again.</source>
        <translation>
            <numerusform>%n paire se retrouve.</numerusform>
            <numerusform>%n paires se retrouvent.</numerusform>
        </translation>
    </message>
    <message>
        <source>Fewer are not possible.</source>
        <translation>Il ne peut pas y en avoir moins.</translation>
    </message>
    <message numerus="yes">
        <source>No fewer than %n are possible.</source>
        <translation>
            <numerusform>Il y en aurait au moins %n de toute façon.</numerusform>
            <numerusform>Il y en aurait au moins %n de toute façon.</numerusform>
        </translation>
    </message>
    <message>
        <source>Link of its meeting…	L</source>
        <translation>Lien de sa réunion…	L</translation>
    </message>
</context>
<context>
    <name>Foundations</name>
    <message>
        <source>Learners learn from one another</source>
        <translation>Chacun apprend des autres</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>Caractères</translation>
    </message>
    <message>
        <source>Words</source>
        <translation>Mots</translation>
    </message>
    <message>
        <source>Tones of words</source>
        <translation>Tons des mots</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>Couleurs</translation>
    </message>
    <message>
        <source>Icons</source>
        <translation>Icônes</translation>
    </message>
</context>
<context>
    <name>Gallery</name>
    <message>
        <source>Foundations</source>
        <translation>Fondations</translation>
    </message>
    <message>
        <source>Controls</source>
        <translation>Commandes</translation>
    </message>
    <message>
        <source>Feedback</source>
        <translation>Retours</translation>
    </message>
    <message>
        <source>Content</source>
        <translation>Contenu</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Clair</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Sombre</translation>
    </message>
    <message>
        <source>Contrast</source>
        <translation>Contraste</translation>
    </message>
    <message>
        <source>Message hidden</source>
        <translation>Message masqué</translation>
    </message>
    <message>
        <source>Page</source>
        <translation>Page</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>Thème</translation>
    </message>
</context>
<context>
    <name>HeldDelegate</name>
    <message>
        <source>Name</source>
        <translation>Nom</translation>
    </message>
    <message>
        <source>%1 · changed</source>
        <translation>%1 · modifié</translation>
    </message>
    <message>
        <source>After %1:</source>
        <translation>Après %1&#xa0;:</translation>
    </message>
    <message>
        <source>Answers %1:</source>
        <translation>Répond à %1&#xa0;:</translation>
    </message>
    <message>
        <source>Shown meanwhile:</source>
        <translation>Affiché en attendant&#xa0;:</translation>
    </message>
    <message>
        <source>Why it waits:</source>
        <translation>Pourquoi il attend&#xa0;:</translation>
    </message>
    <message>
        <source>Flagged by %1:</source>
        <translation>Signalé par %1&#xa0;:</translation>
    </message>
</context>
<context>
    <name>Help</name>
    <message>
        <source>I take it</source>
        <translation>Je m’en occupe</translation>
    </message>
    <message>
        <source>Helped</source>
        <translation>Aidé</translation>
    </message>
    <message>
        <source>Give back</source>
        <translation>Rendre</translation>
    </message>
    <message>
        <source>Look into the room</source>
        <translation>Regarder dans la salle</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>Répondre</translation>
    </message>
    <message>
        <source>No answer needed</source>
        <translation>Pas besoin de réponse</translation>
    </message>
    <message>
        <source>%1 wrote to you privately</source>
        <translation>%1 vous a écrit en privé</translation>
    </message>
    <message>
        <source>at the door</source>
        <translation>à la porte</translation>
    </message>
    <message>
        <source>has not come yet</source>
        <translation>pas encore là</translation>
    </message>
    <message>
        <source>has left</source>
        <translation>est parti</translation>
    </message>
    <message>
        <source>was removed</source>
        <translation>a été retiré</translation>
    </message>
    <message>
        <source>not connected</source>
        <translation>déconnecté</translation>
    </message>
    <message>
        <source>Sound</source>
        <translation>Son</translation>
    </message>
    <message>
        <source>Image</source>
        <translation>Image</translation>
    </message>
    <message>
        <source>Access</source>
        <translation>Accès</translation>
    </message>
    <message>
        <source>Something else</source>
        <translation>Autre chose</translation>
    </message>
    <message>
        <source>Room</source>
        <translation>Salle</translation>
    </message>
    <message>
        <source>%1 has a problem with the sound</source>
        <translation>%1 a un problème de son</translation>
    </message>
    <message>
        <source>%1 has a problem with the image</source>
        <translation>%1 a un problème d’image</translation>
    </message>
    <message>
        <source>%1 has a problem getting in</source>
        <translation>%1 a un problème d’accès</translation>
    </message>
    <message>
        <source>%1 has a problem</source>
        <translation>%1 a un problème</translation>
    </message>
    <message>
        <source>%1 calls for help</source>
        <translation>%1 appelle à l’aide</translation>
    </message>
    <message>
        <source>Solved without help</source>
        <translation>Résolu sans aide</translation>
    </message>
    <message>
        <source>Left before</source>
        <translation>Parti avant</translation>
    </message>
    <message>
        <source>Still open</source>
        <translation>Toujours ouvert</translation>
    </message>
    <message>
        <source>taking a call for help</source>
        <translation>la prise en charge d’un appel</translation>
    </message>
    <message>
        <source>giving a call back</source>
        <translation>la remise d’un appel</translation>
    </message>
    <message>
        <source>ending a call for help</source>
        <translation>la fin d’un appel à l’aide</translation>
    </message>
    <message>
        <source>opening a call again</source>
        <translation>la réouverture d’un appel</translation>
    </message>
    <message>
        <source>writing privately</source>
        <translation>l’écriture en privé</translation>
    </message>
    <message>
        <source>marking words as read</source>
        <translation>le marquage comme lu</translation>
    </message>
    <message>
        <source>Nobody calls for help there any more.</source>
        <translation>Plus personne n’appelle à l’aide ici.</translation>
    </message>
    <message>
        <source>Somebody else is on it already.</source>
        <translation>Quelqu’un d’autre s’en occupe déjà.</translation>
    </message>
    <message>
        <source>One writes privately to learners. For colleagues there is the staff’s channel.</source>
        <translation>On écrit en privé aux apprenants. Pour les collègues, il y a le canal de l’équipe.</translation>
    </message>
    <message>
        <source>waiting for %1</source>
        <translation>attend depuis %1</translation>
    </message>
</context>
<context>
    <name>HelpActs</name>
    <message>
        <source>Helped: %1</source>
        <translation>Aidé&#xa0;: %1</translation>
    </message>
</context>
<context>
    <name>HelpDelegate</name>
    <message>
        <source>you are on it</source>
        <translation>vous vous en occupez</translation>
    </message>
    <message>
        <source>%1 is on it</source>
        <translation>%1 s’en occupe</translation>
    </message>
</context>
<context>
    <name>HelpInReview</name>
    <message>
        <source>Nobody called for help</source>
        <translation>Personne n’a appelé à l’aide</translation>
    </message>
    <message>
        <source>Each call stands here with how long it waited for somebody, how it ended, and who helped.</source>
        <translation>Chaque appel est ici, avec son temps d’attente, son issue et qui a aidé.</translation>
    </message>
    <message>
        <source>Calls for help</source>
        <translation>Appels à l’aide</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>Exporter…</translation>
    </message>
    <message>
        <source>Write calls, private texts and notes to a table</source>
        <translation>Écrire les appels, les textes privés et les notes dans un tableau</translation>
    </message>
    <message numerus="yes">
        <source>%n call(s) for help</source>
        <comment>in a class</comment>
        <translation>
            <numerusform>%n appel à l’aide</numerusform>
            <numerusform>%n appels à l’aide</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n answered</source>
        <comment>calls for help</comment>
        <translation>
            <numerusform>%n avec réponse</numerusform>
            <numerusform>%n avec réponse</numerusform>
        </translation>
    </message>
    <message>
        <source>first reaction after %1 (median), %2 at most</source>
        <translation>première réaction après %1 (médiane), %2 au plus</translation>
    </message>
    <message numerus="yes">
        <source>%n without an answer</source>
        <comment>calls for help</comment>
        <translation>
            <numerusform>%n sans réponse</numerusform>
            <numerusform>%n sans réponse</numerusform>
        </translation>
    </message>
    <message>
        <source>nobody came</source>
        <translation>personne n’est venu</translation>
    </message>
    <message>
        <source>after %1</source>
        <translation>après %1</translation>
    </message>
    <message>
        <source>Export the help given</source>
        <translation>Exporter l’aide apportée</translation>
    </message>
    <message>
        <source>The help given was exported</source>
        <translation>L’aide apportée a été exportée</translation>
    </message>
</context>
<context>
    <name>Here</name>
    <message>
        <source>Address of this computer</source>
        <translation>Adresse de cet ordinateur</translation>
    </message>
    <message>
        <source>Check again</source>
        <translation>Revérifier</translation>
    </message>
    <message>
        <source>Checking that this address answers…</source>
        <translation>Vérification que cette adresse répond…</translation>
    </message>
    <message>
        <source>Nothing answers at this address. Choose another one, or check the firewall.</source>
        <translation>Rien ne répond à cette adresse. Choisissez-en une autre, ou vérifiez le pare-feu.</translation>
    </message>
    <message>
        <source>Only browsers on this computer reach it. Join a network to let phones in.</source>
        <translation>Seuls les navigateurs de cet ordinateur y accèdent. Rejoignez un réseau pour que les téléphones y viennent.</translation>
    </message>
    <message>
        <source>This address answers. Phones must be on the same network; if one cannot open the link, let Cercle through this computer’s firewall (port %1).</source>
        <translation>Cette adresse répond. Les téléphones doivent être sur le même réseau&#xa0;; si l’un d’eux n’ouvre pas le lien, autorisez Cercle dans le pare-feu de cet ordinateur (port&#xa0;%1).</translation>
    </message>
    <message>
        <source>No other computer reaches it. Join a network to let colleagues in.</source>
        <translation>Aucun autre ordinateur ne l’atteint. Rejoignez un réseau pour laisser entrer vos collègues.</translation>
    </message>
    <message>
        <source>This address answers. Your colleagues must be on the same network; if one cannot open the link, let Cercle through this computer’s firewall (port %1).</source>
        <translation>Cette adresse répond. Vos collègues doivent être sur le même réseau ; si l’un d’eux n’ouvre pas le lien, autorisez Cercle dans le pare-feu de cet ordinateur (port %1).</translation>
    </message>
</context>
<context>
    <name>InlineForm</name>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
</context>
<context>
    <name>InvitationView</name>
    <message>
        <source>Links</source>
        <translation>Liens</translation>
    </message>
    <message>
        <source>To</source>
        <translation>À</translation>
    </message>
    <message>
        <source>To whom</source>
        <translation>Destinataire</translation>
    </message>
    <message>
        <source>Meeting link (optional)</source>
        <translation>Lien de la réunion (facultatif)</translation>
    </message>
    <message>
        <source>Subject</source>
        <translation>Objet</translation>
    </message>
    <message>
        <source>Text of the invitation</source>
        <translation>Texte de l’invitation</translation>
    </message>
    <message>
        <source>Copy the text</source>
        <translation>Copier le texte</translation>
    </message>
    <message>
        <source>Copy all</source>
        <translation>Tout copier</translation>
    </message>
    <message>
        <source>Copy everybody’s invitation, one below the other</source>
        <translation>Copier l’invitation de chacun, l’une sous l’autre</translation>
    </message>
    <message>
        <source>For a mail merge…</source>
        <translation>Pour un publipostage…</translation>
    </message>
    <message>
        <source>Save a table with a row for each person, as CSV</source>
        <translation>Enregistrer un tableau CSV, une ligne par personne</translation>
    </message>
    <message>
        <source>Calendar entry…</source>
        <translation>Entrée d’agenda…</translation>
    </message>
    <message>
        <source>Save an entry that calendars read, as .ics</source>
        <translation>Enregistrer une entrée que lisent les agendas (.ics)</translation>
    </message>
    <message>
        <source>A link for each person</source>
        <translation>Un lien par personne</translation>
    </message>
    <message>
        <source>One link for all</source>
        <translation>Un lien pour tous</translation>
    </message>
    <message>
        <source>Everybody</source>
        <translation>Tout le monde</translation>
    </message>
    <message>
        <source>There is no class yet, so the place of the link is left open. Start the class from this plan, even days before: the links fill in here.</source>
        <translation>La classe n’existe pas encore&#xa0;: la place du lien reste ouverte. Démarrez-la depuis ce plan, même plusieurs jours avant, et les liens s’inscriront ici.</translation>
    </message>
    <message>
        <source>These links are local. They work on this network only, and the invitation says so.</source>
        <translation>Ces liens sont locaux&#xa0;: ils ne fonctionnent que sur ce réseau, et l’invitation le dit.</translation>
    </message>
    <message numerus="yes">
        <source>%n people are not in the class yet; they get the link for all.</source>
        <translation>
            <numerusform>%n personne n’est pas encore dans la classe&#xa0;; elle reçoit le lien commun.</numerusform>
            <numerusform>%n personnes ne sont pas encore dans la classe&#xa0;; elles reçoivent le lien commun.</numerusform>
        </translation>
    </message>
    <message>
        <source>Invitation copied</source>
        <translation>Invitation copiée</translation>
    </message>
    <message numerus="yes">
        <source>%n invitations copied</source>
        <translation>
            <numerusform>%n invitation copiée</numerusform>
            <numerusform>%n invitations copiées</numerusform>
        </translation>
    </message>
    <message>
        <source>invitations.csv</source>
        <comment>the name of a file</comment>
        <translation>invitations.csv</translation>
    </message>
    <message>
        <source>Tables (*.csv)</source>
        <translation>Tableaux (*.csv)</translation>
    </message>
    <message>
        <source>Give the plan a date and a time first: its days stand above the agenda.</source>
        <translation>Donnez d’abord une date et une heure au plan&#xa0;: ses journées sont au-dessus du déroulé.</translation>
    </message>
    <message>
        <source>invitation.ics</source>
        <comment>the name of a file</comment>
        <translation>invitation.ics</translation>
    </message>
    <message>
        <source>Calendars (*.ics)</source>
        <translation>Agendas (*.ics)</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Enregistrer</translation>
    </message>
    <message>
        <source>This file cannot be written: %1</source>
        <translation>Impossible d’écrire ce fichier&#xa0;: %1</translation>
    </message>
    <message>
        <source>Saved as %1</source>
        <translation>Enregistré sous %1</translation>
    </message>
</context>
<context>
    <name>InviteDialog</name>
    <message>
        <source>The link is that of the class that was started from this plan.</source>
        <translation>Ce lien est celui de la classe lancée depuis ce plan.</translation>
    </message>
    <message>
        <source>A class started from this plan has a link; without one, leave this empty.</source>
        <translation>Une classe lancée depuis ce plan a un lien&#xa0;; sinon, laissez vide.</translation>
    </message>
    <message>
        <source>Link to join the class</source>
        <translation>Lien pour rejoindre la classe</translation>
    </message>
    <message>
        <source>Link of the video meeting</source>
        <translation>Lien de la visioconférence</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>Go on…</source>
        <translation>Continuer…</translation>
    </message>
    <message>
        <source>A link begins with https:// or http://.</source>
        <translation>Un lien commence par https:// ou http://.</translation>
    </message>
</context>
<context>
    <name>Items</name>
    <message>
        <source>Move up</source>
        <translation>Monter</translation>
    </message>
    <message>
        <source>Move down</source>
        <translation>Descendre</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Supprimer</translation>
    </message>
    <message>
        <source>“%1” removed</source>
        <translation>«&#xa0;%1&#xa0;» supprimée</translation>
    </message>
    <message>
        <source>Removed</source>
        <translation>Supprimé</translation>
    </message>
</context>
<context>
    <name>JoinDialog</name>
    <message>
        <source>How to join</source>
        <translation>Comment rejoindre</translation>
    </message>
    <message>
        <source>Copy the link</source>
        <translation>Copier le lien</translation>
    </message>
    <message>
        <source>Full size</source>
        <translation>Plein écran</translation>
    </message>
    <message>
        <source>Show the code full size, for the room</source>
        <translation>Montrer le code en grand, pour la salle</translation>
    </message>
    <message>
        <source>New code</source>
        <translation>Nouveau code</translation>
    </message>
    <message>
        <source>Put a new code in force</source>
        <translation>Mettre un nouveau code en vigueur</translation>
    </message>
    <message>
        <source>Code %1</source>
        <translation>Code&#xa0;%1</translation>
    </message>
    <message>
        <source>QR code of the learners’ link</source>
        <translation>Code QR du lien des apprenants</translation>
    </message>
</context>
<context>
    <name>JoinView</name>
    <message>
        <source>Scan the code with your phone</source>
        <translation>Scannez le code avec votre téléphone</translation>
    </message>
    <message>
        <source>or open this address</source>
        <translation>ou ouvrez cette adresse</translation>
    </message>
    <message>
        <source>and type this code</source>
        <translation>et saisissez ce code</translation>
    </message>
    <message numerus="yes">
        <source>%n people are here</source>
        <comment>in the class, on the projector</comment>
        <translation>
            <numerusform>%n personne est là</numerusform>
            <numerusform>%n personnes sont là</numerusform>
        </translation>
    </message>
    <message>
        <source>QR code of the learners’ link</source>
        <translation>Code QR du lien des apprenants</translation>
    </message>
</context>
<context>
    <name>KindsBar</name>
    <message>
        <source>Minutes by kind</source>
        <translation>Minutes par type</translation>
    </message>
</context>
<context>
    <name>Lead</name>
    <message>
        <source>Link copied</source>
        <translation>Lien copié</translation>
    </message>
    <message>
        <source>End the class for everyone?</source>
        <translation>Terminer la classe pour tout le monde&#xa0;?</translation>
    </message>
    <message>
        <source>Learners keep reading until they close their page; nobody can write any more.</source>
        <translation>Les apprenants peuvent encore lire jusqu’à ce qu’ils ferment leur page&#xa0;; plus personne ne peut écrire.</translation>
    </message>
    <message>
        <source>End the class</source>
        <translation>Terminer la classe</translation>
    </message>
    <message>
        <source>Rename the class</source>
        <translation>Renommer la classe</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Titre</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>Renommer</translation>
    </message>
    <message>
        <source>Where people talk</source>
        <translation>Où l’on se parle</translation>
    </message>
    <message>
        <source>A link to Zoom, Teams, Jitsi or BigBlueButton. Learners find it at the top of their page.</source>
        <translation>Un lien vers Zoom, Teams, Jitsi ou BigBlueButton. Les apprenants le trouvent en haut de leur page.</translation>
    </message>
    <message>
        <source>Meeting link</source>
        <translation>Lien de la réunion</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Enregistrer</translation>
    </message>
    <message>
        <source>Put a new code in force?</source>
        <translation>Mettre un nouveau code en vigueur&#xa0;?</translation>
    </message>
    <message>
        <source>Those who are in stay in. The old code and its link let nobody in any more.</source>
        <translation>Ceux qui sont là restent. L’ancien code et son lien ne font plus entrer personne.</translation>
    </message>
    <message>
        <source>New code</source>
        <translation>Nouveau code</translation>
    </message>
    <message>
        <source>Take part by telephone</source>
        <translation>Participer par téléphone</translation>
    </message>
    <message>
        <source>Whoever cannot hear or be heard finds it under “I have a problem”, even on a bad line.</source>
        <translation>Qui n’entend pas ou n’est pas entendu le trouve sous «&#xa0;J’ai un problème&#xa0;», même si la connexion est mauvaise.</translation>
    </message>
    <message>
        <source>Number to call, and its code</source>
        <translation>Numéro à appeler, et son code</translation>
    </message>
</context>
<context>
    <name>LeadActs</name>
    <message>
        <source>%1 leads “%2” now</source>
        <translation>%1 anime «&#xa0;%2&#xa0;» maintenant</translation>
    </message>
    <message>
        <source>%1 no longer leads “%2”</source>
        <translation>%1 n’anime plus «&#xa0;%2&#xa0;»</translation>
    </message>
</context>
<context>
    <name>LeadStrip</name>
    <message>
        <source>Asked by %1</source>
        <translation>Demandé par %1</translation>
    </message>
    <message>
        <source>Take the lead back</source>
        <translation>Reprendre l’animation</translation>
    </message>
    <message>
        <source>It ends at once; it can be undone</source>
        <translation>Elle prend fin aussitôt&#xa0;; on peut annuler</translation>
    </message>
    <message>
        <source>Take this prompt away</source>
        <translation>Retirer cette consigne</translation>
    </message>
</context>
<context>
    <name>Leads</name>
    <message>
        <source>leads until %1</source>
        <translation>anime jusqu’à %1</translation>
    </message>
    <message>
        <source>captain</source>
        <translation>capitaine</translation>
    </message>
    <message>
        <source>Open and close it and its questions</source>
        <translation>Ouvrir et clore, ainsi que les questions</translation>
    </message>
    <message>
        <source>Write what is asked there</source>
        <translation>Écrire la consigne</translation>
    </message>
    <message>
        <source>Put its questions and messages on air</source>
        <translation>Mettre questions et messages à l’antenne</translation>
    </message>
    <message>
        <source>Run the hands of the room</source>
        <translation>Donner la parole dans la salle</translation>
    </message>
    <message>
        <source>Tick the steps</source>
        <translation>Cocher les étapes</translation>
    </message>
    <message>
        <source>Ask for more time</source>
        <translation>Demander plus de temps</translation>
    </message>
    <message>
        <source>passing the lead</source>
        <translation>confier l’animation</translation>
    </message>
    <message>
        <source>ending a lead</source>
        <translation>mettre fin à une animation</translation>
    </message>
    <message>
        <source>writing what is asked</source>
        <translation>écrire la consigne</translation>
    </message>
    <message>
        <source>Nobody leads there any more.</source>
        <translation>Plus personne n’anime là.</translation>
    </message>
    <message>
        <source>Only learners can be passed a lead.</source>
        <translation>L’animation ne peut être confiée qu’à un apprenant.</translation>
    </message>
    <message>
        <source>They are not in that room. Move them there first.</source>
        <translation>Cette personne n’est pas dans cette salle. Placez-la d’abord.</translation>
    </message>
    <message>
        <source>(not shown)</source>
        <translation>(pas montré)</translation>
    </message>
    <message>
        <source>time was up</source>
        <translation>temps écoulé</translation>
    </message>
    <message>
        <source>handed back</source>
        <translation>rendue</translation>
    </message>
    <message>
        <source>taken back</source>
        <translation>reprise</translation>
    </message>
    <message>
        <source>passed on to another</source>
        <translation>confiée à un autre</translation>
    </message>
    <message>
        <source>it was closed</source>
        <translation>fermé entre-temps</translation>
    </message>
    <message>
        <source>they left</source>
        <translation>départ</translation>
    </message>
    <message>
        <source>the class ended</source>
        <translation>fin de la classe</translation>
    </message>
    <message>
        <source>still waiting</source>
        <translation>encore en attente</translation>
    </message>
    <message>
        <source>became a topic</source>
        <translation>devenu un sujet</translation>
    </message>
    <message>
        <source>declined</source>
        <translation>écarté</translation>
    </message>
    <message>
        <source>merged</source>
        <translation>fusionné</translation>
    </message>
</context>
<context>
    <name>LeadsPanel</name>
    <message>
        <source>Leads</source>
        <translation>Animation</translation>
    </message>
    <message>
        <source>B takes a lead back, M gives five minutes more, P passes it on, Enter goes there.</source>
        <translation>B reprend l’animation, M donne cinq minutes de plus, P la confie à un autre, Entrée y va.</translation>
    </message>
    <message>
        <source>Pass the lead…</source>
        <translation>Confier l’animation…</translation>
    </message>
    <message>
        <source>Let a learner lead a topic or a room for a while (Ctrl+Alt+L)</source>
        <translation>Laisser un apprenant animer un sujet ou une salle un moment (Ctrl+Alt+L)</translation>
    </message>
    <message>
        <source>Take back</source>
        <translation>Reprendre</translation>
    </message>
    <message>
        <source>End this lead at once (B)</source>
        <translation>Mettre fin aussitôt à cette animation (B)</translation>
    </message>
    <message>
        <source>Let them lead longer (M)</source>
        <translation>Laisser animer plus longtemps (M)</translation>
    </message>
    <message>
        <source>Go there</source>
        <translation>Y aller</translation>
    </message>
    <message>
        <source>Show its conversation (Enter)</source>
        <translation>Afficher la conversation (Entrée)</translation>
    </message>
    <message>
        <source>Nobody leads</source>
        <translation>Personne n’anime</translation>
    </message>
    <message>
        <source>Pass the lead to a learner: on one topic or in one room, for some minutes. Everybody sees who leads.</source>
        <translation>Confiez l’animation à un apprenant&#xa0;: sur un sujet ou dans une salle, pour quelques minutes. Tout le monde voit qui anime.</translation>
    </message>
    <message>
        <source>There is no topic and no room to lead yet. Open one first.</source>
        <translation>Il n’y a encore ni sujet ni salle à animer. Ouvrez-en d’abord.</translation>
    </message>
    <message>
        <source>There is no learner who could lead this.</source>
        <translation>Aucun apprenant ne peut animer cela.</translation>
    </message>
    <message>
        <source>+%1 min</source>
        <translation>+%1 min</translation>
    </message>
</context>
<context>
    <name>LeaveQuestion</name>
    <message>
        <source>“%1” is going on</source>
        <translation>«&#xa0;%1&#xa0;» est en cours</translation>
    </message>
    <message>
        <source>“%1” opens later, by itself</source>
        <translation>«&#xa0;%1&#xa0;» ouvrira plus tard, d’elle-même</translation>
    </message>
    <message>
        <source>Left running, its lobby opens at its time if this computer is awake then, and you find the class again when you open Cercle.</source>
        <translation>Si vous la laissez tourner, l’accueil ouvre à l’heure dite si cet ordinateur est alors éveillé, et vous retrouvez la classe en rouvrant Cercle.</translation>
    </message>
    <message>
        <source>Left running, learners stay in as long as this computer is awake, and you find the class again when you open Cercle.</source>
        <translation>Si vous la laissez tourner, les apprenants y restent tant que cet ordinateur est éveillé, et vous la retrouvez en rouvrant Cercle.</translation>
    </message>
    <message>
        <source>Left running, the class goes on without you, and you find it again here.</source>
        <translation>Si vous la laissez tourner, la classe continue sans vous, et vous la retrouvez ici.</translation>
    </message>
    <message>
        <source>Stay</source>
        <translation>Rester</translation>
    </message>
    <message>
        <source>End the class</source>
        <translation>Terminer la classe</translation>
    </message>
    <message>
        <source>Leave it running</source>
        <translation>La laisser tourner</translation>
    </message>
</context>
<context>
    <name>LeftLabel</name>
    <message>
        <source>%1 over</source>
        <translation>%1 de trop</translation>
    </message>
    <message>
        <source>%1, stopped</source>
        <translation>%1, arrêté</translation>
    </message>
    <message>
        <source>Time of the activity: %1</source>
        <translation>Temps de l’activité&#xa0;: %1</translation>
    </message>
</context>
<context>
    <name>Library</name>
    <message>
        <source>Library</source>
        <translation>Bibliothèque</translation>
    </message>
    <message>
        <source>%1 to %2 learners</source>
        <translation>%1 à %2 apprenants</translation>
    </message>
    <message>
        <source>1 activity</source>
        <translation>1 activité</translation>
    </message>
    <message>
        <source>%1 activities</source>
        <translation>%1 activités</translation>
    </message>
    <message>
        <source>%1 rooms of %2</source>
        <translation>%1 salles de %2</translation>
    </message>
</context>
<context>
    <name>LibraryPanel</name>
    <message>
        <source>What the library shows</source>
        <translation>Ce que montre la bibliothèque</translation>
    </message>
    <message>
        <source>Search the library</source>
        <translation>Chercher dans la bibliothèque</translation>
    </message>
    <message>
        <source>Library</source>
        <translation>Bibliothèque</translation>
    </message>
    <message>
        <source>What it becomes</source>
        <translation>Ce que cela devient</translation>
    </message>
    <message>
        <source>Learners</source>
        <translation>Apprenants</translation>
    </message>
    <message>
        <source>For how many learners</source>
        <translation>Pour combien d’apprenants</translation>
    </message>
    <message>
        <source>Times and rooms follow the number of learners</source>
        <translation>Les durées et les salles suivent le nombre d’apprenants</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>Renommer</translation>
    </message>
    <message>
        <source>Delete from the library</source>
        <translation>Supprimer de la bibliothèque</translation>
    </message>
    <message>
        <source>Formats</source>
        <translation>Formats</translation>
    </message>
    <message>
        <source>Plans</source>
        <translation>Plans</translation>
    </message>
    <message>
        <source>Samples</source>
        <translation>Exemples</translation>
    </message>
    <message>
        <source>Nothing of this name</source>
        <translation>Rien de ce nom</translation>
    </message>
    <message>
        <source>Try fewer words.</source>
        <translation>Essayez avec moins de mots.</translation>
    </message>
    <message>
        <source>Nothing kept yet</source>
        <translation>Rien de gardé pour l’instant</translation>
    </message>
    <message>
        <source>No other plan yet</source>
        <translation>Pas encore d’autre plan</translation>
    </message>
    <message>
        <source>Activities of your other plans can be put into this one.</source>
        <translation>Les activités de vos autres plans peuvent être reprises dans celui-ci.</translation>
    </message>
    <message>
        <source>Untitled</source>
        <translation>Sans titre</translation>
    </message>
    <message>
        <source>Meant for %1 to %2 learners.</source>
        <translation>Prévu pour %1 à %2 apprenants.</translation>
    </message>
    <message>
        <source>Begin a plan with it</source>
        <translation>Commencer un plan avec</translation>
    </message>
    <message numerus="yes">
        <source>Insert %n activity(ies)</source>
        <comment>those that are picked out</comment>
        <translation>
            <numerusform>Insérer %n activité</numerusform>
            <numerusform>Insérer %n activités</numerusform>
        </translation>
    </message>
    <message>
        <source>Insert after the chosen activity</source>
        <translation>Insérer après l’activité choisie</translation>
    </message>
    <message>
        <source>Insert at the end</source>
        <translation>Insérer à la fin</translation>
    </message>
    <message>
        <source>Open as a new plan</source>
        <translation>Ouvrir comme nouveau plan</translation>
    </message>
    <message>
        <source>Begin a new plan with it</source>
        <translation>Commencer un nouveau plan avec</translation>
    </message>
    <message>
        <source>“%1” inserted: %2</source>
        <translation>«&#xa0;%1&#xa0;» inséré&#xa0;: %2</translation>
    </message>
    <message>
        <source>“%1” is kept in the library</source>
        <translation>«&#xa0;%1&#xa0;» est gardé dans la bibliothèque</translation>
    </message>
    <message>
        <source>“%1” deleted from the library</source>
        <translation>«&#xa0;%1&#xa0;» supprimé de la bibliothèque</translation>
    </message>
    <message>
        <source>Rename in the library</source>
        <translation>Renommer dans la bibliothèque</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nom</translation>
    </message>
    <message>
        <source>Give it a name.</source>
        <translation>Donnez-lui un nom.</translation>
    </message>
    <message>
        <source>Something else is called that.</source>
        <translation>Autre chose porte déjà ce nom.</translation>
    </message>
    <message>
        <source>Choose activities in the agenda, then keep them for other plans: Ctrl+Shift+L.</source>
        <translation>Choisissez des activités dans le déroulé, puis gardez-les pour d’autres plans&#xa0;: Ctrl+Maj+L.</translation>
    </message>
    <message>
        <source>Mine</source>
        <translation>À moi</translation>
    </message>
</context>
<context>
    <name>LineDialog</name>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
</context>
<context>
    <name>Links</name>
    <message>
        <source>Personal link of %1 copied. It works on this network only.</source>
        <translation>Lien personnel de %1 copié. Il ne fonctionne que sur ce réseau.</translation>
    </message>
    <message>
        <source>Personal link of %1 copied</source>
        <translation>Lien personnel de %1 copié</translation>
    </message>
</context>
<context>
    <name>ListView</name>
    <message>
        <source>Find a person</source>
        <translation>Chercher une personne</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>Rétablir</translation>
    </message>
    <message>
        <source>Take those chosen off the list</source>
        <translation>Retirer de la liste</translation>
    </message>
    <message>
        <source>Add a person</source>
        <translation>Ajouter une personne</translation>
    </message>
    <message>
        <source>Import a file…</source>
        <translation>Importer un fichier…</translation>
    </message>
    <message>
        <source>A spreadsheet, or a list exported from Moodle or Zoom</source>
        <translation>Un tableur, ou une liste exportée de Moodle ou de Zoom</translation>
    </message>
    <message>
        <source>Who comes?</source>
        <translation>Qui vient&#xa0;?</translation>
    </message>
    <message>
        <source>Paste names or addresses below, or import a spreadsheet or a list from Moodle or Zoom. Each person gets a link of their own. The list stays on this computer, and learners never see it.</source>
        <translation>Collez ci-dessous des noms ou des adresses, ou importez un tableur ou une liste de Moodle ou de Zoom. Chacun reçoit son propre lien. La liste reste sur cet ordinateur, et les apprenants ne la voient jamais.</translation>
    </message>
    <message>
        <source>Paste here: one person a line, addresses from an e-mail, or rows of a spreadsheet</source>
        <translation>Collez ici&#xa0;: une personne par ligne, les adresses d’un courriel, ou des lignes d’un tableur</translation>
    </message>
    <message>
        <source>People to add</source>
        <translation>Personnes à ajouter</translation>
    </message>
    <message>
        <source>New person</source>
        <translation>Nouvelle personne</translation>
    </message>
    <message numerus="yes">
        <source>%n people taken off the list</source>
        <translation>
            <numerusform>%n personne retirée de la liste</numerusform>
            <numerusform>%n personnes retirées de la liste</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n people added</source>
        <translation>
            <numerusform>%n personne ajoutée</numerusform>
            <numerusform>%n personnes ajoutées</numerusform>
        </translation>
    </message>
    <message>
        <source>Columns left out: %1</source>
        <translation>Colonnes laissées de côté&#xa0;: %1</translation>
    </message>
    <message>
        <source>Nobody new was found.</source>
        <translation>Personne de nouveau.</translation>
    </message>
    <message numerus="yes">
        <source>… and %n more lines</source>
        <translation>
            <numerusform>… et %n autre ligne</numerusform>
            <numerusform>… et %n autres lignes</numerusform>
        </translation>
    </message>
    <message>
        <source>Import people</source>
        <translation>Importer des participants</translation>
    </message>
    <message>
        <source>Lists (*.xlsx *.xlsm *.csv *.tsv *.txt)</source>
        <translation>Listes (*.xlsx *.xlsm *.csv *.tsv *.txt)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Tous les fichiers (*)</translation>
    </message>
    <message>
        <source>This file cannot be opened: %1</source>
        <translation>Impossible d’ouvrir ce fichier&#xa0;: %1</translation>
    </message>
    <message>
        <source>Add to the list</source>
        <translation>Ajouter à la liste</translation>
    </message>
    <message>
        <source>Add to the list (Ctrl+Enter)</source>
        <translation>Ajouter à la liste (Ctrl+Entrée)</translation>
    </message>
    <message>
        <source>Columns are recognised by their headings, in French or English.</source>
        <translation>Les colonnes sont reconnues à leurs en-têtes, en français ou en anglais.</translation>
    </message>
    <message numerus="yes">
        <source>Add %n people</source>
        <translation>
            <numerusform>Ajouter %n personne</numerusform>
            <numerusform>Ajouter %n personnes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n lines to look at</source>
        <translation>
            <numerusform>%n ligne à vérifier</numerusform>
            <numerusform>%n lignes à vérifier</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n people expected</source>
        <translation>
            <numerusform>%n participant attendu</numerusform>
            <numerusform>%n participants attendus</numerusform>
        </translation>
    </message>
    <message>
        <source>A newer version of Cercle wrote this list. It is kept as it is; update Cercle to open it.</source>
        <translation>Une version plus récente de Cercle a écrit cette liste. Elle est gardée telle quelle&#xa0;; mettez Cercle à jour pour l’ouvrir.</translation>
    </message>
</context>
<context>
    <name>LobbyStrip</name>
    <message>
        <source>Learners scan this, open the link, or type the code.</source>
        <translation>Les apprenants scannent ceci, ouvrent le lien ou saisissent le code.</translation>
    </message>
    <message>
        <source>Copy the link</source>
        <translation>Copier le lien</translation>
    </message>
    <message>
        <source>Full size</source>
        <translation>Plein écran</translation>
    </message>
    <message>
        <source>Show the code full size, for the room</source>
        <translation>Montrer le code en grand, pour la salle</translation>
    </message>
    <message>
        <source>QR code of the learners’ link</source>
        <translation>Code QR du lien des apprenants</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>Go to Prepare</source>
        <translation>Aller à Préparer</translation>
    </message>
    <message>
        <source>No plan is open</source>
        <translation>Aucun plan ouvert</translation>
    </message>
    <message>
        <source>Plans and the class you start from them stand here.</source>
        <translation>Vos plans apparaissent ici, et les classes que vous lancez à partir d’eux.</translation>
    </message>
    <message>
        <source>No class is running</source>
        <translation>Aucune classe en cours</translation>
    </message>
    <message>
        <source>Start one from Prepare, or join a colleague’s.</source>
        <translation>Lancez-en une depuis Préparer, ou rejoignez celle d’un collègue.</translation>
    </message>
    <message>
        <source>No class to look back on</source>
        <translation>Aucune classe à revoir</translation>
    </message>
    <message>
        <source>Each class you end is kept here, to reread.</source>
        <translation>Chaque classe terminée est gardée ici, à relire.</translation>
    </message>
    <message>
        <source>Your settings could not be saved: %1. They hold until you close Cercle.</source>
        <translation>Vos réglages n’ont pas pu être enregistrés&#xa0;: %1. Ils restent valables jusqu’à la fermeture de Cercle.</translation>
    </message>
</context>
<context>
    <name>Marks</name>
    <message>
        <source>Sending…</source>
        <translation>Envoi…</translation>
    </message>
    <message>
        <source>The text before it is still shown.</source>
        <translation>Le texte précédent reste affiché.</translation>
    </message>
    <message>
        <source>Held</source>
        <translation>À valider</translation>
    </message>
    <message>
        <source>Returned</source>
        <translation>Renvoyé</translation>
    </message>
    <message>
        <source>Rejected</source>
        <translation>Refusé</translation>
    </message>
    <message>
        <source>Hidden</source>
        <translation>Masqué</translation>
    </message>
    <message>
        <source>Expired</source>
        <translation>Expiré</translation>
    </message>
</context>
<context>
    <name>Matching</name>
    <message>
        <source>%1 is %2 on the list</source>
        <translation>%1 est %2 de la liste</translation>
    </message>
    <message numerus="yes">
        <source>%n people found on the list</source>
        <translation>
            <numerusform>%n personne retrouvée dans la liste</numerusform>
            <numerusform>%n personnes retrouvées dans la liste</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 is not on the list</source>
        <translation>%1 n’est pas dans la liste</translation>
    </message>
</context>
<context>
    <name>Merging</name>
    <message>
        <source>This copy of “%1” holds nothing new</source>
        <translation>Cette copie de «&#xa0;%1&#xa0;» n’apporte rien de neuf</translation>
    </message>
    <message>
        <source>Merge the two copies of “%1”?</source>
        <translation>Fusionner les deux copies de «&#xa0;%1&#xa0;»&#xa0;?</translation>
    </message>
    <message>
        <source>What either side changed is kept. You can take it back afterwards.</source>
        <translation>Ce que chaque côté a modifié est gardé. Vous pourrez revenir en arrière.</translation>
    </message>
    <message>
        <source>Merge</source>
        <translation>Fusionner</translation>
    </message>
    <message numerus="yes">
        <source>Merged: %n change(s) came in</source>
        <translation>
            <numerusform>Fusionné&#xa0;: %n changement repris</numerusform>
            <numerusform>Fusionné&#xa0;: %n changements repris</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n thing(s) to settle</source>
        <translation>
            <numerusform>%n point à trancher</numerusform>
            <numerusform>%n points à trancher</numerusform>
        </translation>
    </message>
    <message>
        <source>Changed in the file</source>
        <translation>Modifié dans le fichier</translation>
    </message>
    <message>
        <source>Changed here meanwhile</source>
        <translation>Modifié ici entre-temps</translation>
    </message>
    <message>
        <source>Changed on both sides: one is shown, the other kept beside it</source>
        <translation>Modifié des deux côtés&#xa0;: l’un est montré, l’autre gardé à côté</translation>
    </message>
    <message>
        <source>Removed on one side, changed on the other: it stays</source>
        <translation>Supprimé d’un côté, modifié de l’autre&#xa0;: cela reste</translation>
    </message>
    <message>
        <source>%1 of the plan: %2</source>
        <translation>%1 du plan&#xa0;: %2</translation>
    </message>
    <message>
        <source>%1 renamed: “%2”, before “%3”</source>
        <translation>%1 – nouveau titre&#xa0;: «&#xa0;%2&#xa0;», avant «&#xa0;%3&#xa0;»</translation>
    </message>
    <message>
        <source>%1 of “%2”: “%3” is shown, beside it %4</source>
        <translation>%1 de «&#xa0;%2&#xa0;»&#xa0;: «&#xa0;%3&#xa0;» est montré, à côté %4</translation>
    </message>
    <message>
        <source>%1 added: “%2”</source>
        <translation>%1 – ajout&#xa0;: «&#xa0;%2&#xa0;»</translation>
    </message>
    <message>
        <source>%1 removed: “%2”</source>
        <translation>%1 – suppression&#xa0;: «&#xa0;%2&#xa0;»</translation>
    </message>
    <message>
        <source>%1 moved: “%2”</source>
        <translation>%1 – déplacement&#xa0;: «&#xa0;%2&#xa0;»</translation>
    </message>
    <message>
        <source>%1 “%2”, %3</source>
        <translation>%1 «&#xa0;%2&#xa0;», %3</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>Jour</translation>
    </message>
    <message>
        <source>Activity</source>
        <translation>Activité</translation>
    </message>
    <message>
        <source>Objective</source>
        <translation>Objectif</translation>
    </message>
    <message>
        <source>Topic</source>
        <translation>Sujet</translation>
    </message>
    <message>
        <source>Material</source>
        <translation>Support</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>Rôle</translation>
    </message>
    <message>
        <source>Question</source>
        <translation>Question</translation>
    </message>
    <message>
        <source>Poll</source>
        <translation>Sondage</translation>
    </message>
    <message>
        <source>Rooms</source>
        <translation>Salles</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Titre</translation>
    </message>
    <message>
        <source>Audience</source>
        <translation>Public</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Langue</translation>
    </message>
    <message>
        <source>Learners</source>
        <translation>Apprenants</translation>
    </message>
    <message>
        <source>Editorial line</source>
        <translation>Ligne éditoriale</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>Mots-clés</translation>
    </message>
    <message>
        <source>How it is seen</source>
        <translation>Comment cela se voit</translation>
    </message>
    <message>
        <source>Opening question</source>
        <translation>Question d’ouverture</translation>
    </message>
    <message>
        <source>Link</source>
        <translation>Lien</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Note</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>Qui</translation>
    </message>
    <message>
        <source>Tasks</source>
        <translation>Tâches</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>Date</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>Début</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Type</translation>
    </message>
    <message>
        <source>Length</source>
        <translation>Durée</translation>
    </message>
    <message>
        <source>Objectives</source>
        <translation>Objectifs</translation>
    </message>
    <message>
        <source>Topics</source>
        <translation>Sujets</translation>
    </message>
    <message>
        <source>Instructions</source>
        <translation>Consigne</translation>
    </message>
    <message>
        <source>Notes for staff</source>
        <translation>Notes pour l’équipe</translation>
    </message>
    <message>
        <source>Who leads</source>
        <translation>Animation</translation>
    </message>
    <message>
        <source>Fixed time</source>
        <translation>Heure fixée</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Texte</translation>
    </message>
    <message>
        <source>Form</source>
        <translation>Forme</translation>
    </message>
    <message>
        <source>Answers</source>
        <translation>Réponses</translation>
    </message>
    <message>
        <source>Anonymous</source>
        <translation>Anonyme</translation>
    </message>
    <message>
        <source>Lower end</source>
        <translation>Bas de l’échelle</translation>
    </message>
    <message>
        <source>Upper end</source>
        <translation>Haut de l’échelle</translation>
    </message>
    <message>
        <source>Steps</source>
        <translation>Étapes</translation>
    </message>
    <message>
        <source>People in a room</source>
        <translation>Personnes par salle</translation>
    </message>
    <message>
        <source>Number of rooms</source>
        <translation>Nombre de salles</translation>
    </message>
    <message>
        <source>Who meets whom</source>
        <translation>Répartition</translation>
    </message>
    <message>
        <source>Task</source>
        <translation>Tâche</translation>
    </message>
    <message>
        <source>none</source>
        <translation>aucun</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1&#xa0;: %2</translation>
    </message>
    <message>
        <source>“%1”</source>
        <translation>«&#xa0;%1&#xa0;»</translation>
    </message>
    <message>
        <source>Debate</source>
        <translation>Débat</translation>
    </message>
    <message>
        <source>Motion</source>
        <translation>Motion</translation>
    </message>
    <message>
        <source>Positions</source>
        <translation>Positions</translation>
    </message>
    <message>
        <source>Length of a turn</source>
        <translation>Durée d’un tour</translation>
    </message>
    <message>
        <source>Statements</source>
        <translation>Affirmations</translation>
    </message>
    <message>
        <source>Counts hidden</source>
        <translation>Décomptes cachés</translation>
    </message>
</context>
<context>
    <name>MessageDelegate</name>
    <message numerus="yes">
        <source>%n new message(s)</source>
        <comment>in a conversation</comment>
        <translation>
            <numerusform>%n nouveau message</numerusform>
            <numerusform>%n nouveaux messages</numerusform>
        </translation>
    </message>
    <message>
        <source>edited</source>
        <translation>modifié</translation>
    </message>
    <message>
        <source>A message that is gone</source>
        <translation>Un message disparu</translation>
    </message>
    <message>
        <source>Shown meanwhile: %1</source>
        <translation>Affiché en attendant&#xa0;: %1</translation>
    </message>
    <message>
        <source>Message deleted</source>
        <translation>Message supprimé</translation>
    </message>
    <message numerus="yes">
        <source>%n reply(ies)</source>
        <comment>to a message</comment>
        <translation>
            <numerusform>%n réponse</numerusform>
            <numerusform>%n réponses</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n private note(s)</source>
        <comment>on a message</comment>
        <translation>
            <numerusform>%n note privée</numerusform>
            <numerusform>%n notes privées</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>MessageTools</name>
    <message>
        <source>Decide about it</source>
        <translation>Décider</translation>
    </message>
    <message>
        <source>React</source>
        <translation>Réagir</translation>
    </message>
    <message>
        <source>Reply</source>
        <translation>Répondre</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>Modifier</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Supprimer</translation>
    </message>
    <message>
        <source>Show the thread</source>
        <translation>Montrer le fil</translation>
    </message>
    <message>
        <source>Show its earlier texts</source>
        <translation>Montrer ses textes précédents</translation>
    </message>
    <message>
        <source>Make it a question, or none</source>
        <translation>En faire une question, ou non</translation>
    </message>
    <message>
        <source>Write to its author privately</source>
        <translation>Écrire en privé à son auteur</translation>
    </message>
    <message>
        <source>Note something for the staff alone</source>
        <translation>Noter quelque chose pour l’équipe seule</translation>
    </message>
    <message>
        <source>Put it on stage for everybody, or take it down</source>
        <translation>Le mettre sur scène pour tout le monde, ou l’en retirer</translation>
    </message>
    <message>
        <source>Pin it over the conversation, or unpin it</source>
        <translation>L’épingler au-dessus de la conversation, ou le détacher</translation>
    </message>
    <message>
        <source>Take nothing more from this alias in this activity</source>
        <translation>Ne plus rien recevoir de ce pseudonyme pendant cette activité</translation>
    </message>
    <message>
        <source>Thank for it</source>
        <translation>Remercier pour ce message</translation>
    </message>
    <message>
        <source>Put it on the board</source>
        <translation>Mettre au tableau</translation>
    </message>
</context>
<context>
    <name>ModeButton</name>
    <message>
        <source>No wait between two texts</source>
        <translation>Aucune attente entre deux textes</translation>
    </message>
    <message numerus="yes">
        <source>%n second(s) between two texts</source>
        <translation>
            <numerusform>%n seconde entre deux textes</numerusform>
            <numerusform>%n secondes entre deux textes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n minute(s) between two texts</source>
        <translation>
            <numerusform>%n minute entre deux textes</numerusform>
            <numerusform>%n minutes entre deux textes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ModePage</name>
    <message>
        <source>Side column</source>
        <translation>Colonne latérale</translation>
    </message>
    <message>
        <source>What the middle shows</source>
        <translation>Contenu du centre</translation>
    </message>
    <message>
        <source>Who and what</source>
        <translation>Qui et quoi</translation>
    </message>
</context>
<context>
    <name>Moderation</name>
    <message>
        <source>%1 has changed the text since. Read the new one.</source>
        <translation>%1 a modifié le texte entre-temps. Lisez le nouveau.</translation>
    </message>
    <message>
        <source>%1 was quicker: %2.</source>
        <translation>%1 a été plus rapide&#xa0;: %2.</translation>
    </message>
    <message>
        <source>the text is published</source>
        <translation>le texte est publié</translation>
    </message>
    <message>
        <source>the text is held</source>
        <translation>le texte est retenu</translation>
    </message>
    <message>
        <source>the text went back to its author</source>
        <translation>le texte est renvoyé à son auteur</translation>
    </message>
    <message>
        <source>the text is rejected</source>
        <translation>le texte est refusé</translation>
    </message>
    <message>
        <source>%1 wants another name</source>
        <translation>%1 souhaite un autre nom</translation>
    </message>
    <message>
        <source>%1 waits for a name</source>
        <translation>%1 attend son nom</translation>
    </message>
    <message>
        <source>%1 has changed a message</source>
        <translation>%1 a modifié un message</translation>
    </message>
    <message>
        <source>%1 wants to write</source>
        <translation>%1 souhaite écrire</translation>
    </message>
    <message>
        <source>Approve</source>
        <translation>Approuver</translation>
    </message>
    <message>
        <source>Return…</source>
        <translation>Renvoyer…</translation>
    </message>
    <message>
        <source>Reject…</source>
        <translation>Refuser…</translation>
    </message>
    <message>
        <source>Grant</source>
        <translation>Accorder</translation>
    </message>
    <message>
        <source>Stand by it</source>
        <translation>Maintenir</translation>
    </message>
    <message>
        <source>%1 asks to write freely again</source>
        <translation>%1 demande à écrire de nouveau librement</translation>
    </message>
    <message>
        <source>%1 asks you to think again about a text</source>
        <translation>%1 vous demande de revoir un texte</translation>
    </message>
    <message>
        <source>changing how a channel is moderated</source>
        <translation>changer la modération d’un canal</translation>
    </message>
    <message>
        <source>%1 has answered a poll</source>
        <translation>%1 a répondu à un sondage</translation>
    </message>
    <message>
        <source>%1 was quicker while you were away: %2. Your decision stands beside it as a suggestion.</source>
        <translation>%1 a été plus rapide pendant votre absence&#xa0;: %2. Votre décision figure à côté, comme suggestion.</translation>
    </message>
    <message>
        <source>the text is hidden</source>
        <translation>le texte est masqué</translation>
    </message>
    <message>
        <source>the text has expired</source>
        <translation>le texte a expiré</translation>
    </message>
    <message>
        <source>deciding about a text</source>
        <translation>décider d’un texte</translation>
    </message>
    <message>
        <source>deciding about many texts</source>
        <translation>décider de plusieurs textes</translation>
    </message>
    <message>
        <source>taking a decision back</source>
        <translation>revenir sur une décision</translation>
    </message>
    <message>
        <source>claiming a text</source>
        <translation>prendre un texte</translation>
    </message>
    <message>
        <source>letting go of a text</source>
        <translation>laisser un texte</translation>
    </message>
    <message>
        <source>marking a duplicate</source>
        <translation>marquer un doublon</translation>
    </message>
    <message>
        <source>flagging a text</source>
        <translation>signaler un texte</translation>
    </message>
    <message>
        <source>asking to think again</source>
        <translation>demander un réexamen</translation>
    </message>
    <message>
        <source>answering an appeal</source>
        <translation>répondre à une demande de réexamen</translation>
    </message>
    <message>
        <source>warning somebody</source>
        <translation>avertir quelqu’un</translation>
    </message>
    <message>
        <source>marking a warning as read</source>
        <translation>marquer un avertissement comme lu</translation>
    </message>
    <message>
        <source>limiting what somebody writes</source>
        <translation>limiter ce que quelqu’un écrit</translation>
    </message>
    <message>
        <source>lifting a limit</source>
        <translation>lever une limite</translation>
    </message>
    <message>
        <source>putting somebody out for good</source>
        <translation>exclure quelqu’un définitivement</translation>
    </message>
    <message>
        <source>slowing a channel</source>
        <translation>ralentir un canal</translation>
    </message>
    <message>
        <source>changing the rules</source>
        <translation>changer les règles</translation>
    </message>
    <message>
        <source>changing the list of words</source>
        <translation>changer la liste de mots</translation>
    </message>
    <message>
        <source>This is your own text. Edit or delete it instead.</source>
        <translation>Ce texte est le vôtre. Modifiez-le ou supprimez-le plutôt.</translation>
    </message>
    <message>
        <source>These two are one already. Choose another one.</source>
        <translation>Ces deux textes n’en font déjà qu’un. Choisissez-en un autre.</translation>
    </message>
    <message>
        <source>A text of this kind cannot be rewritten. Return it to its author instead.</source>
        <translation>Un texte de ce genre ne se récrit pas. Renvoyez-le plutôt à son auteur.</translation>
    </message>
    <message>
        <source>There is no decision to take back here. Decide anew.</source>
        <translation>Il n’y a pas de décision à annuler ici. Décidez à nouveau.</translation>
    </message>
    <message>
        <source>This was asked before. Answer that one.</source>
        <translation>Cela a déjà été demandé. Répondez à cette demande-là.</translation>
    </message>
    <message>
        <source>These rules do not fit. Check the numbers.</source>
        <translation>Ces règles ne conviennent pas. Vérifiez les nombres.</translation>
    </message>
    <message>
        <source>An entry of the list does not fit. Check it.</source>
        <translation>Une entrée de la liste ne convient pas. Vérifiez-la.</translation>
    </message>
    <message>
        <source>The list holds %limit words. Take some out first.</source>
        <translation>La liste contient %limit mots. Retirez-en d’abord.</translation>
    </message>
    <message>
        <source>There are signs in it that would disturb the page. Write it in plain letters.</source>
        <translation>Des signes y perturberaient la page. Écrivez-le en lettres simples.</translation>
    </message>
    <message>
        <source>Whoever is called so was put out for good.</source>
        <translation>La personne qui porte ce nom a été exclue définitivement.</translation>
    </message>
    <message>
        <source>%1 has written an argument</source>
        <translation>%1 a écrit un argument</translation>
    </message>
    <message>
        <source>A text of %1 is flagged</source>
        <translation>Un texte de %1 est signalé</translation>
    </message>
</context>
<context>
    <name>ModerationPanel</name>
    <message>
        <source>Held texts</source>
        <translation>Textes à valider</translation>
    </message>
    <message>
        <source>No text waits for you</source>
        <translation>Aucun texte ne vous attend</translation>
    </message>
    <message>
        <source>Hold a channel above, and what learners write waits here until you approve it.</source>
        <translation>Retenez un canal ci-dessus&#xa0;: ce que les participants écrivent attend ici votre accord.</translation>
    </message>
    <message>
        <source>Approve</source>
        <translation>Approuver</translation>
    </message>
    <message>
        <source>Return…</source>
        <translation>Renvoyer…</translation>
    </message>
    <message>
        <source>Reject…</source>
        <translation>Refuser…</translation>
    </message>
    <message numerus="yes">
        <source>Approve all %n</source>
        <comment>held texts</comment>
        <translation>
            <numerusform>Approuver %n texte</numerusform>
            <numerusform>Approuver les %n</numerusform>
        </translation>
    </message>
    <message>
        <source>F approves, R returns with a reason, D rejects with a reason, U takes the last decision back.</source>
        <translation>F approuve, R renvoie avec un motif, D refuse avec un motif, U revient sur la dernière décision.</translation>
    </message>
    <message>
        <source>Decided: %1.</source>
        <translation>Décidé&#xa0;: %1.</translation>
    </message>
</context>
<context>
    <name>Modes</name>
    <message>
        <source>Open</source>
        <translation>Ouvert</translation>
    </message>
    <message>
        <source>Held</source>
        <translation>À valider</translation>
    </message>
    <message>
        <source>Closed</source>
        <translation>Fermé</translation>
    </message>
    <message>
        <source>Texts appear at once</source>
        <translation>les textes paraissent aussitôt</translation>
    </message>
    <message>
        <source>Texts wait for your approval</source>
        <translation>les textes attendent votre accord</translation>
    </message>
    <message>
        <source>Learners cannot write</source>
        <translation>les participants ne peuvent pas écrire</translation>
    </message>
    <message>
        <source>All rooms</source>
        <translation>Toutes les salles</translation>
    </message>
    <message>
        <source>Names</source>
        <translation>Noms</translation>
    </message>
    <message>
        <source>All topics</source>
        <translation>Tous les sujets</translation>
    </message>
</context>
<context>
    <name>NamePicker</name>
    <message>
        <source>People to speak to</source>
        <translation>Personnes à qui s’adresser</translation>
    </message>
    <message numerus="yes">
        <source>%n name(s): Down and Up choose, Enter inserts</source>
        <comment>offered while typing</comment>
        <translation>
            <numerusform>%n nom&#xa0;: Bas et Haut choisissent, Entrée insère</numerusform>
            <numerusform>%n noms&#xa0;: Bas et Haut choisissent, Entrée insère</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Names</name>
    <message>
        <source>Somebody</source>
        <translation>Quelqu’un</translation>
    </message>
    <message>
        <source>Participant %1</source>
        <translation>Participant %1</translation>
    </message>
    <message>
        <source>Main room</source>
        <translation>Salle principale</translation>
    </message>
    <message>
        <source>Staff</source>
        <translation>Équipe</translation>
    </message>
    <message>
        <source>A closed room</source>
        <translation>Une salle fermée</translation>
    </message>
    <message>
        <source>Host</source>
        <translation>Formateur</translation>
    </message>
    <message>
        <source>Co-facilitator</source>
        <translation>Co-animateur</translation>
    </message>
    <message>
        <source>Observer</source>
        <translation>Observateur</translation>
    </message>
    <message>
        <source>Learner</source>
        <translation>Participant</translation>
    </message>
    <message>
        <source>A topic</source>
        <translation>Un sujet</translation>
    </message>
    <message>
        <source>Somebody (anonymous)</source>
        <translation>Quelqu’un (anonyme)</translation>
    </message>
    <message>
        <source>Poll answers</source>
        <translation>Réponses aux sondages</translation>
    </message>
    <message>
        <source>Arguments</source>
        <translation>Arguments</translation>
    </message>
    <message>
        <source>Anonymous %1</source>
        <translation>Anonyme %1</translation>
    </message>
</context>
<context>
    <name>NoteEditor</name>
    <message>
        <source>Shared notes: %1</source>
        <translation>Notes partagées&#xa0;: %1</translation>
    </message>
    <message>
        <source>Everybody in this place writes here at once. A line that begins with - is a list, with # a heading.</source>
        <translation>Tous ceux qui sont là écrivent ici en même temps. Une ligne qui commence par - est une liste, par # un titre.</translation>
    </message>
    <message>
        <source>Undo what I wrote (Ctrl+Z)</source>
        <translation>Annuler ce que j’ai écrit (Ctrl+Z)</translation>
    </message>
    <message>
        <source>Redo what I wrote (Ctrl+Shift+Z)</source>
        <translation>Rétablir ce que j’ai écrit (Ctrl+Maj+Z)</translation>
    </message>
    <message>
        <source>Show who wrote what</source>
        <translation>Montrer qui a écrit quoi</translation>
    </message>
    <message>
        <source>What you wrote in the notes was not taken. %1</source>
        <translation>Ce que vous avez écrit dans les notes n’a pas été pris. %1</translation>
    </message>
    <message>
        <source>Copy my text</source>
        <translation>Copier mon texte</translation>
    </message>
    <message>
        <source>%1 is writing…</source>
        <translation>%1 écrit…</translation>
    </message>
    <message>
        <source>%1 are writing…</source>
        <translation>%1 écrivent…</translation>
    </message>
    <message>
        <source>Characters by each: %1</source>
        <translation>Caractères de chacun&#xa0;: %1</translation>
    </message>
    <message>
        <source>At the caret: the template</source>
        <translation>Au curseur&#xa0;: le modèle</translation>
    </message>
    <message>
        <source>At the caret: %1</source>
        <translation>Au curseur&#xa0;: %1</translation>
    </message>
</context>
<context>
    <name>NoteForm</name>
    <message>
        <source>Change the note about %1</source>
        <translation>Modifier la note sur %1</translation>
    </message>
    <message>
        <source>Note about %1</source>
        <translation>Note sur %1</translation>
    </message>
    <message>
        <source>Only the staff ever read it</source>
        <translation>Seule l’équipe la lit</translation>
    </message>
    <message>
        <source>What the staff should know</source>
        <translation>Ce que l’équipe doit savoir</translation>
    </message>
    <message>
        <source>Follow up</source>
        <translation>À reprendre</translation>
    </message>
    <message>
        <source>List it until somebody has come back to it</source>
        <translation>La garder en liste jusqu’à ce que quelqu’un l’ait reprise</translation>
    </message>
    <message>
        <source>Keep the note</source>
        <translation>Garder la note</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>Entrée</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>Esc</source>
        <translation>Échap</translation>
    </message>
    <message>
        <source>Write something, or tick “Follow up”.</source>
        <translation>Écrivez quelque chose, ou cochez «&#xa0;À reprendre&#xa0;».</translation>
    </message>
</context>
<context>
    <name>Notes</name>
    <message>
        <source>writing in the notes</source>
        <translation>écrire dans les notes</translation>
    </message>
    <message>
        <source>changing who may write in the notes</source>
        <translation>changer qui peut écrire dans les notes</translation>
    </message>
    <message>
        <source>clearing the notes</source>
        <translation>vider les notes</translation>
    </message>
    <message>
        <source>bringing the notes back</source>
        <translation>remettre les notes</translation>
    </message>
    <message>
        <source>The notes never had such a text.</source>
        <translation>Les notes n’ont jamais eu ce texte.</translation>
    </message>
    <message>
        <source>The notes are locked.</source>
        <translation>Les notes sont verrouillées.</translation>
    </message>
    <message>
        <source>The notes are hidden.</source>
        <translation>Les notes sont masquées.</translation>
    </message>
    <message>
        <source>They were cleared in the meantime.</source>
        <translation>Elles ont été vidées entre-temps.</translation>
    </message>
    <message>
        <source>It would have to be approved first, and notes cannot wait.</source>
        <translation>Il faudrait d’abord l’approuver, et des notes ne peuvent pas attendre.</translation>
    </message>
    <message>
        <source>It builds on words that were not taken.</source>
        <translation>Cela s’appuie sur des mots qui n’ont pas été pris.</translation>
    </message>
    <message>
        <source>The notes had to begin anew on this computer.</source>
        <translation>Les notes ont dû repartir de zéro sur cet ordinateur.</translation>
    </message>
    <message>
        <source>They hold %limit characters at most. Shorten them first.</source>
        <translation>Elles tiennent en %limit caractères au plus. Raccourcissez-les d’abord.</translation>
    </message>
    <message>
        <source>It was too much at once. Put it in piece by piece.</source>
        <translation>C’était trop à la fois. Mettez-le morceau par morceau.</translation>
    </message>
    <message>
        <source>It is no text that notes can hold.</source>
        <translation>Ce n’est pas un texte que des notes peuvent contenir.</translation>
    </message>
</context>
<context>
    <name>NotesDialog</name>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
    <message numerus="yes">
        <source>And %n more.</source>
        <comment>lines that are not listed</comment>
        <translation>
            <numerusform>Et %n autre.</numerusform>
            <numerusform>Et %n autres.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>NotesInReview</name>
    <message>
        <source>No note was taken</source>
        <translation>Aucune note n’a été prise</translation>
    </message>
    <message>
        <source>What the staff noted about people and messages stands here, with what is left to follow up.</source>
        <translation>Ce que l’équipe a noté sur les personnes et les messages est ici, avec ce qu’il reste à reprendre.</translation>
    </message>
    <message numerus="yes">
        <source>%n to follow up</source>
        <comment>notes of a past class</comment>
        <translation>
            <numerusform>%n à reprendre</numerusform>
            <numerusform>%n à reprendre</numerusform>
        </translation>
    </message>
    <message>
        <source>Copy the list</source>
        <translation>Copier la liste</translation>
    </message>
    <message numerus="yes">
        <source>%n note(s) copied</source>
        <translation>
            <numerusform>%n note copiée</numerusform>
            <numerusform>%n notes copiées</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>NotesPanel</name>
    <message>
        <source>Whose notes are shown</source>
        <translation>Les notes affichées</translation>
    </message>
    <message>
        <source>Each room, each topic and the staff have notes of their own</source>
        <translation>Chaque salle, chaque sujet et l’équipe ont leurs propres notes</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>Vider</translation>
    </message>
    <message>
        <source>Begin these notes anew, for everybody; it can be undone</source>
        <translation>Recommencer ces notes, pour tout le monde&#xa0;; cela peut s’annuler</translation>
    </message>
    <message>
        <source>Bring back</source>
        <translation>Remettre</translation>
    </message>
    <message>
        <source>Show the text that was there before the notes were cleared</source>
        <translation>Remontrer le texte d’avant, quand les notes n’étaient pas vidées</translation>
    </message>
    <message>
        <source>Unlock</source>
        <translation>Déverrouiller</translation>
    </message>
    <message>
        <source>Let learners write in these notes again</source>
        <translation>Laisser de nouveau les apprenants écrire dans ces notes</translation>
    </message>
    <message>
        <source>Lock</source>
        <translation>Verrouiller</translation>
    </message>
    <message>
        <source>Learners can then only read these notes</source>
        <translation>Les apprenants ne peuvent alors que lire ces notes</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Montrer</translation>
    </message>
    <message>
        <source>Let learners see these notes again</source>
        <translation>Laisser de nouveau les apprenants voir ces notes</translation>
    </message>
    <message>
        <source>Hide</source>
        <translation>Masquer</translation>
    </message>
    <message>
        <source>Take these notes from learners’ sight at once</source>
        <translation>Retirer aussitôt ces notes de la vue des apprenants</translation>
    </message>
    <message>
        <source>Texts of this place wait for your approval, and notes cannot wait: learners do not see them until you let texts through again.</source>
        <translation>Les textes de ce lieu attendent votre accord, et des notes ne peuvent pas attendre&#xa0;: les apprenants ne les voient pas tant que vous ne laissez pas de nouveau passer les textes.</translation>
    </message>
    <message>
        <source>Learners do not see these notes.</source>
        <translation>Les apprenants ne voient pas ces notes.</translation>
    </message>
    <message>
        <source>Learners can only read these notes.</source>
        <translation>Les apprenants peuvent seulement lire ces notes.</translation>
    </message>
    <message>
        <source>The notes of %1 are locked</source>
        <translation>Notes verrouillées&#xa0;: %1</translation>
    </message>
    <message>
        <source>The notes of %1 are hidden</source>
        <translation>Notes masquées&#xa0;: %1</translation>
    </message>
    <message>
        <source>The notes of %1 are open</source>
        <translation>Notes ouvertes&#xa0;: %1</translation>
    </message>
    <message>
        <source>The notes of %1 were cleared</source>
        <translation>Notes vidées&#xa0;: %1</translation>
    </message>
</context>
<context>
    <name>Notices</name>
    <message>
        <source>This class goes on at another relay. What you did here since is kept and shown there.</source>
        <translation>Cette classe continue sur un autre relais. Ce que vous avez fait ici depuis est gardé et apparaîtra là-bas.</translation>
    </message>
    <message>
        <source>Go there</source>
        <translation>Y aller</translation>
    </message>
    <message>
        <source>The relay has lost this class. This computer has a whole copy of it.</source>
        <translation>Le relais a perdu cette classe. Cet ordinateur en a une copie entière.</translation>
    </message>
    <message>
        <source>Bring it back</source>
        <translation>La rétablir</translation>
    </message>
    <message>
        <source>Take over</source>
        <translation>Prendre le relais</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Réessayer</translation>
    </message>
    <message>
        <source>The relay on this computer is being started again. What you do is kept.</source>
        <translation>Le relais de cet ordinateur redémarre. Ce que vous faites est gardé.</translation>
    </message>
    <message>
        <source>The class’s relay does not answer. What you do is kept. If it is gone for good, go on here.</source>
        <translation>Le relais de la classe ne répond pas. Ce que vous faites est gardé. S’il a disparu pour de bon, continuez ici.</translation>
    </message>
    <message>
        <source>You asked for this before the connection was lost: %1. Do you still want it?</source>
        <translation>Vous aviez demandé ceci avant la coupure&#xa0;:&#xa0;%1. Le voulez-vous toujours&#xa0;?</translation>
    </message>
    <message>
        <source>Yes, do it</source>
        <translation>Oui, le faire</translation>
    </message>
    <message>
        <source>This was not done, since the class had moved on: %1.</source>
        <translation>Ceci n’a pas été fait, car la classe avait avancé&#xa0;:&#xa0;%1.</translation>
    </message>
    <message>
        <source>This computer’s copy of the class differed from the relay’s. It was set aside.</source>
        <translation>La copie de la classe sur cet ordinateur différait de celle du relais. Elle a été mise de côté.</translation>
    </message>
    <message>
        <source>%1 was refused.</source>
        <translation>%1&#xa0;: refusé.</translation>
    </message>
</context>
<context>
    <name>NowCard</name>
    <message>
        <source>One minute more</source>
        <translation>Une&#xa0;minute de plus</translation>
    </message>
    <message>
        <source>Five minutes more</source>
        <translation>Cinq&#xa0;minutes de plus</translation>
    </message>
    <message>
        <source>Go back to the activity before</source>
        <translation>Revenir à l’activité précédente</translation>
    </message>
    <message>
        <source>More about the time of this activity</source>
        <translation>Plus d’actions sur le temps de cette activité</translation>
    </message>
    <message>
        <source>One minute less</source>
        <translation>Une&#xa0;minute de moins</translation>
    </message>
    <message>
        <source>Five minutes less</source>
        <translation>Cinq&#xa0;minutes de moins</translation>
    </message>
    <message>
        <source>End it, start nothing</source>
        <translation>La terminer sans rien lancer</translation>
    </message>
    <message>
        <source>Now: %1</source>
        <translation>En ce moment&#xa0;: %1</translation>
    </message>
    <message>
        <source>How much of its time is used up</source>
        <translation>Part du temps écoulée</translation>
    </message>
    <message>
        <source>Let the clock go on</source>
        <translation>Relancer le chronomètre</translation>
    </message>
    <message>
        <source>Stop the clock of this activity</source>
        <translation>Arrêter le chronomètre de cette activité</translation>
    </message>
    <message>
        <source>Leave out “%1”</source>
        <translation>Laisser de côté «&#xa0;%1&#xa0;»</translation>
    </message>
    <message>
        <source>Nothing to skip</source>
        <translation>Rien à passer</translation>
    </message>
</context>
<context>
    <name>OffersCard</name>
    <message>
        <source>Not now</source>
        <translation>Pas maintenant</translation>
    </message>
    <message numerus="yes">
        <source>%n minute(s) too long. Keep the time?</source>
        <comment>later than planned</comment>
        <translation>
            <numerusform>%n&#xa0;minute de trop. Tenir l’horaire&#xa0;?</numerusform>
            <numerusform>%n&#xa0;minutes de trop. Tenir l’horaire&#xa0;?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n minute(s) too long. Win back what can be?</source>
        <comment>later than planned</comment>
        <translation>
            <numerusform>%n&#xa0;minute de trop. Rattraper ce qui peut l’être&#xa0;?</numerusform>
            <numerusform>%n&#xa0;minutes de trop. Rattraper ce qui peut l’être&#xa0;?</numerusform>
        </translation>
    </message>
    <message>
        <source>-%1 min</source>
        <translation>-%1&#xa0;min</translation>
    </message>
</context>
<context>
    <name>OnAirStrip</name>
    <message>
        <source>On air</source>
        <translation>À l’antenne</translation>
    </message>
    <message>
        <source>Answered</source>
        <translation>Résolue</translation>
    </message>
    <message>
        <source>It was answered live</source>
        <translation>On y a répondu en direct</translation>
    </message>
    <message>
        <source>Follow up later</source>
        <translation>Répondre plus tard</translation>
    </message>
    <message numerus="yes">
        <source>%n person(s) want an answer</source>
        <translation>
            <numerusform>%n personne attend la réponse</numerusform>
            <numerusform>%n personnes attendent la réponse</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Panels</name>
    <message>
        <source>Attention</source>
        <translation>Attention</translation>
    </message>
    <message>
        <source>Conversation</source>
        <translation>Conversation</translation>
    </message>
    <message>
        <source>Moderation</source>
        <translation>Modération</translation>
    </message>
    <message>
        <source>People</source>
        <translation>Personnes</translation>
    </message>
    <message>
        <source>Agenda</source>
        <translation>Déroulé</translation>
    </message>
    <message>
        <source>Topics</source>
        <translation>Sujets</translation>
    </message>
    <message>
        <source>Polls</source>
        <translation>Sondages</translation>
    </message>
    <message>
        <source>Rooms</source>
        <translation>Salles</translation>
    </message>
    <message>
        <source>Groups</source>
        <translation>Groupes</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>Détails</translation>
    </message>
    <message>
        <source>Questions</source>
        <translation>Questions</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>Notes</translation>
    </message>
    <message>
        <source>Leads</source>
        <translation>Animation</translation>
    </message>
    <message>
        <source>Debate</source>
        <translation>Débat</translation>
    </message>
    <message>
        <source>Debates</source>
        <translation>Débats</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>Aide</translation>
    </message>
    <message>
        <source>Private notes</source>
        <translation>Notes privées</translation>
    </message>
    <message>
        <source>Prompts</source>
        <translation>Relances</translation>
    </message>
    <message>
        <source>Board</source>
        <translation>Tableau</translation>
    </message>
    <message>
        <source>Thanks</source>
        <translation>Mercis</translation>
    </message>
</context>
<context>
    <name>PassForm</name>
    <message>
        <source>Choose at least one thing that they may do.</source>
        <translation>Choisissez au moins une chose permise.</translation>
    </message>
    <message>
        <source>Topic or room</source>
        <translation>Sujet ou salle</translation>
    </message>
    <message>
        <source>Who leads</source>
        <translation>Qui anime</translation>
    </message>
    <message>
        <source>For how long</source>
        <translation>Durée</translation>
    </message>
    <message>
        <source>They may there</source>
        <translation>Ce qui est permis</translation>
    </message>
    <message numerus="yes">
        <source>%n minute(s)</source>
        <comment>for a lead</comment>
        <translation>
            <numerusform>%n minute</numerusform>
            <numerusform>%n minutes</numerusform>
        </translation>
    </message>
    <message>
        <source>Pass the lead</source>
        <translation>Confier l’animation</translation>
    </message>
    <message>
        <source>Everybody sees who leads, and until when</source>
        <translation>Tout le monde voit qui anime, et jusqu’à quand</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>Escape</source>
        <translation>Échap</translation>
    </message>
</context>
<context>
    <name>PastBoard</name>
    <message>
        <source>Resources board</source>
        <translation>Tableau de ressources</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>Exporter…</translation>
    </message>
    <message>
        <source>Write the board as a table (CSV) or a text (Markdown)</source>
        <translation>Écrire le tableau dans une table (CSV) ou un texte (Markdown)</translation>
    </message>
    <message>
        <source>Nothing was on the board</source>
        <translation>Rien n’était au tableau</translation>
    </message>
    <message>
        <source>Choose a class at the left</source>
        <translation>Choisissez une classe à gauche</translation>
    </message>
    <message>
        <source>Each class is kept on this computer, to reread and to hand on.</source>
        <translation>Chaque classe est gardée sur cet ordinateur, pour être relue et transmise.</translation>
    </message>
    <message>
        <source>Export the board</source>
        <translation>Exporter le tableau</translation>
    </message>
    <message>
        <source>The board was exported</source>
        <translation>Le tableau est exporté</translation>
    </message>
</context>
<context>
    <name>PastClassesPanel</name>
    <message>
        <source>Every class you lead or assist is kept here.</source>
        <translation>Chaque classe que vous animez ou assistez est gardée ici.</translation>
    </message>
    <message>
        <source>Past classes</source>
        <translation>Classes passées</translation>
    </message>
    <message>
        <source>Classes</source>
        <translation>Classes</translation>
    </message>
    <message>
        <source>going on</source>
        <translation>en cours</translation>
    </message>
    <message>
        <source>A colleague’s class</source>
        <translation>La classe d’un collègue</translation>
    </message>
</context>
<context>
    <name>PastDebatesPanel</name>
    <message>
        <source>Debates and the floor</source>
        <translation>Débats et prises de parole</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>Exporter…</translation>
    </message>
    <message>
        <source>Write positions, shifts, arguments and turns to a table</source>
        <translation>Écrire positions, évolutions, arguments et tours de parole dans un tableau</translation>
    </message>
    <message>
        <source>No debate was held</source>
        <translation>Aucun débat n’a eu lieu</translation>
    </message>
    <message>
        <source>Choose a class at the left</source>
        <translation>Choisissez une classe à gauche</translation>
    </message>
    <message>
        <source>Each class is kept on this computer, to reread and to hand on.</source>
        <translation>Chaque classe est gardée sur cet ordinateur, à relire et à transmettre.</translation>
    </message>
    <message>
        <source>Show as a table</source>
        <translation>Voir en tableau</translation>
    </message>
    <message>
        <source>The most convincing arguments</source>
        <translation>Les arguments les plus convaincants</translation>
    </message>
    <message>
        <source>Statements</source>
        <translation>Affirmations</translation>
    </message>
    <message>
        <source>%1 agree · %2 disagree · %3 pass</source>
        <translation>%1 d’accord · %2 pas d’accord · %3 passent</translation>
    </message>
    <message>
        <source>Who had the floor</source>
        <translation>Qui a eu la parole</translation>
    </message>
    <message>
        <source>Show as a chart</source>
        <translation>Voir en graphique</translation>
    </message>
    <message>
        <source>Export the debates</source>
        <translation>Exporter les débats</translation>
    </message>
    <message>
        <source>The debates were exported</source>
        <translation>Les débats ont été exportés</translation>
    </message>
</context>
<context>
    <name>PastLeadsPanel</name>
    <message>
        <source>Export…</source>
        <translation>Exporter…</translation>
    </message>
    <message>
        <source>Write who led and what was proposed to a table</source>
        <translation>Écrire dans un tableau qui a animé et ce qui a été proposé</translation>
    </message>
    <message>
        <source>Leads (%1)</source>
        <translation>Animations (%1)</translation>
    </message>
    <message>
        <source>Proposed topics (%1)</source>
        <translation>Sujets proposés (%1)</translation>
    </message>
    <message>
        <source>Nobody led, and nothing was proposed</source>
        <translation>Personne n’a animé, et rien n’a été proposé</translation>
    </message>
    <message>
        <source>Choose a class at the left</source>
        <translation>Choisissez une classe à gauche</translation>
    </message>
    <message>
        <source>Each class is kept on this computer, to reread and to hand on.</source>
        <translation>Chaque classe est gardée sur cet ordinateur, pour la relire et la transmettre.</translation>
    </message>
    <message>
        <source>Export leads and proposals</source>
        <translation>Exporter les animations et les propositions</translation>
    </message>
    <message>
        <source>The tables were exported</source>
        <translation>Les tableaux ont été exportés</translation>
    </message>
</context>
<context>
    <name>PastNotes</name>
    <message>
        <source>Whose notes are shown</source>
        <translation>Les notes affichées</translation>
    </message>
    <message>
        <source>Shared notes</source>
        <translation>Notes partagées</translation>
    </message>
    <message>
        <source>How the notes came about</source>
        <translation>Comment les notes se sont faites</translation>
    </message>
    <message>
        <source>Go back to how these notes stood before (Left, Right)</source>
        <translation>Revenir à un état antérieur de ces notes (Gauche, Droite)</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>Exporter…</translation>
    </message>
    <message>
        <source>Write all notes to a file: Markdown, HTML or PDF</source>
        <translation>Écrire toutes les notes dans un fichier&#xa0;: Markdown, HTML ou PDF</translation>
    </message>
    <message>
        <source>Nobody wrote in the notes</source>
        <translation>Personne n’a écrit dans les notes</translation>
    </message>
    <message>
        <source>Choose a class at the left</source>
        <translation>Choisissez une classe à gauche</translation>
    </message>
    <message>
        <source>Each class is kept on this computer, to reread and to hand on.</source>
        <translation>Chaque classe est gardée sur cet ordinateur, pour la relire et la transmettre.</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1&#xa0;: %2</translation>
    </message>
    <message numerus="yes">
        <source>%n character(s)</source>
        <comment>of a note</comment>
        <translation>
            <numerusform>%n caractère</numerusform>
            <numerusform>%n caractères</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n edit(s)</source>
        <comment>of a note</comment>
        <translation>
            <numerusform>%n modification</numerusform>
            <numerusform>%n modifications</numerusform>
        </translation>
    </message>
    <message>
        <source>as of %1</source>
        <translation>état du %1</translation>
    </message>
    <message>
        <source>Export the notes</source>
        <translation>Exporter les notes</translation>
    </message>
    <message>
        <source>The notes were exported</source>
        <translation>Les notes ont été exportées</translation>
    </message>
</context>
<context>
    <name>PastPollsPanel</name>
    <message>
        <source>Polls and quizzes</source>
        <translation>Sondages et quiz</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>Exporter…</translation>
    </message>
    <message>
        <source>Write every poll’s results to a table</source>
        <translation>Écrire les résultats de tous les sondages dans un tableau</translation>
    </message>
    <message>
        <source>No poll was asked</source>
        <translation>Aucun sondage n’a été posé</translation>
    </message>
    <message>
        <source>Choose a class at the left</source>
        <translation>Choisissez une classe à gauche</translation>
    </message>
    <message>
        <source>Each class is kept on this computer, to reread and to hand on.</source>
        <translation>Chaque classe est gardée sur cet ordinateur, pour être relue et transmise.</translation>
    </message>
    <message>
        <source>anonymous</source>
        <translation>anonyme</translation>
    </message>
    <message>
        <source>named</source>
        <translation>nominatif</translation>
    </message>
    <message>
        <source>quiz</source>
        <translation>quiz</translation>
    </message>
    <message numerus="yes">
        <source>%n round(s)</source>
        <comment>of a poll</comment>
        <translation>
            <numerusform>%n tour</numerusform>
            <numerusform>%n tours</numerusform>
        </translation>
    </message>
    <message>
        <source>Show as a table</source>
        <translation>Voir en tableau</translation>
    </message>
    <message>
        <source>Show as a chart</source>
        <translation>Voir en graphique</translation>
    </message>
    <message>
        <source>Right: %1</source>
        <translation>Juste&#xa0;: %1</translation>
    </message>
    <message>
        <source>Export the results</source>
        <translation>Exporter les résultats</translation>
    </message>
    <message>
        <source>The results were exported</source>
        <translation>Les résultats ont été exportés</translation>
    </message>
</context>
<context>
    <name>PastThanks</name>
    <message>
        <source>By person</source>
        <translation>Par personne</translation>
    </message>
    <message>
        <source>Newest</source>
        <translation>Plus récents</translation>
    </message>
    <message>
        <source>What is listed</source>
        <translation>Ce qui est listé</translation>
    </message>
    <message>
        <source>Thanks</source>
        <translation>Mercis</translation>
    </message>
    <message>
        <source>Nobody thanked anybody</source>
        <translation>Personne n’a remercié personne</translation>
    </message>
    <message>
        <source>What people thank one another for in a class is kept here.</source>
        <translation>Ce dont on se remercie en classe est gardé ici.</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>Exporter…</translation>
    </message>
    <message>
        <source>Write the thanks to a table</source>
        <translation>Écrire les mercis dans une table</translation>
    </message>
    <message>
        <source>Export the thanks</source>
        <translation>Exporter les mercis</translation>
    </message>
    <message>
        <source>The thanks were exported</source>
        <translation>Les mercis sont exportés</translation>
    </message>
</context>
<context>
    <name>People</name>
    <message>
        <source>Hands raised</source>
        <translation>Mains levées</translation>
    </message>
    <message>
        <source>At the door</source>
        <translation>À la porte</translation>
    </message>
    <message>
        <source>Main room</source>
        <translation>Salle principale</translation>
    </message>
    <message>
        <source>Expected</source>
        <translation>Attendus</translation>
    </message>
    <message>
        <source>Gone</source>
        <translation>Partis</translation>
    </message>
    <message>
        <source>Admit all</source>
        <translation>Tous les faire entrer</translation>
    </message>
    <message>
        <source>Lower all</source>
        <translation>Tout baisser</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
    <message>
        <source>Has not come yet</source>
        <translation>Pas encore là</translation>
    </message>
    <message>
        <source>Waits to be admitted</source>
        <translation>Attend d’entrer</translation>
    </message>
    <message>
        <source>Has left</source>
        <translation>A quitté la classe</translation>
    </message>
    <message>
        <source>Was removed</source>
        <translation>Exclusion</translation>
    </message>
    <message>
        <source>Not connected yet</source>
        <translation>Pas encore de connexion</translation>
    </message>
    <message>
        <source>Here</source>
        <translation>En ligne</translation>
    </message>
    <message>
        <source>Looks at something else · %1</source>
        <translation>Regarde ailleurs · %1</translation>
    </message>
    <message>
        <source>Connection lost · %1</source>
        <translation>Connexion perdue · %1</translation>
    </message>
    <message>
        <source>asks to be called %1</source>
        <translation>souhaite le nom %1</translation>
    </message>
    <message>
        <source>Hand raised</source>
        <translation>Main levée</translation>
    </message>
    <message>
        <source>Who has the code comes in at once</source>
        <translation>Avec le code, on entre aussitôt</translation>
    </message>
    <message>
        <source>Who has the code waits until you admit them</source>
        <translation>Avec le code, on attend que vous fassiez entrer</translation>
    </message>
    <message>
        <source>changing who is let in at once</source>
        <translation>changer qui entre sans attendre</translation>
    </message>
    <message>
        <source>admitting people</source>
        <translation>faire entrer des personnes</translation>
    </message>
    <message>
        <source>removing somebody</source>
        <translation>exclure quelqu’un</translation>
    </message>
    <message>
        <source>erasing somebody’s data</source>
        <translation>effacer les données de quelqu’un</translation>
    </message>
    <message>
        <source>changing somebody’s role</source>
        <translation>changer le rôle de quelqu’un</translation>
    </message>
    <message>
        <source>inviting somebody</source>
        <translation>inviter quelqu’un</translation>
    </message>
    <message>
        <source>Calls for help</source>
        <translation>Appelle à l’aide</translation>
    </message>
    <message>
        <source>The staff have a private note</source>
        <translation>L’équipe a une note privée</translation>
    </message>
</context>
<context>
    <name>PeopleDelegate</name>
    <message>
        <source>%1 (you)</source>
        <translation>%1 (vous)</translation>
    </message>
</context>
<context>
    <name>PeopleSheet</name>
    <message>
        <source>People expected</source>
        <translation>Participants attendus</translation>
    </message>
    <message>
        <source>What is shown</source>
        <translation>Affichage</translation>
    </message>
    <message>
        <source>Keep a seat in the class for those who were added to the list since</source>
        <translation>Garder une place dans la classe pour ceux qui ont été ajoutés depuis</translation>
    </message>
    <message>
        <source>People</source>
        <translation>Participants</translation>
    </message>
    <message>
        <source>Invitation</source>
        <translation>Invitation</translation>
    </message>
    <message>
        <source>Untitled plan</source>
        <translation>Plan sans titre</translation>
    </message>
    <message>
        <source>The list stays on this computer; it does not travel with the plan.</source>
        <translation>La liste reste sur cet ordinateur&#xa0;; elle ne voyage pas avec le plan.</translation>
    </message>
    <message numerus="yes">
        <source>Add %n people to the class</source>
        <translation>
            <numerusform>Ajouter %n personne à la classe</numerusform>
            <numerusform>Ajouter %n personnes à la classe</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PeopleTable</name>
    <message>
        <source>People expected</source>
        <translation>Participants attendus</translation>
    </message>
    <message>
        <source>Enter edits a cell, Delete removes those chosen, Ctrl+V adds people.</source>
        <translation>Entrée modifie une cellule, Suppr retire les personnes choisies, Ctrl+V en ajoute.</translation>
    </message>
</context>
<context>
    <name>PeopleView</name>
    <message>
        <source>People</source>
        <translation>Personnes</translation>
    </message>
    <message>
        <source>P writes privately, N notes, F2 renames, M moves, Delete removes, Enter opens all that can be done.</source>
        <translation>P écrit en privé, N note, F2 renomme, M déplace, Suppr retire, Entrée ouvre tout ce qu’on peut faire.</translation>
    </message>
</context>
<context>
    <name>PersonPage</name>
    <message>
        <source>Back to the queue</source>
        <translation>Retour à la file</translation>
    </message>
    <message>
        <source>Note something about this person</source>
        <translation>Noter quelque chose sur cette personne</translation>
    </message>
    <message>
        <source>I take it</source>
        <translation>Je m’en occupe</translation>
    </message>
    <message>
        <source>Tell everybody that you are on it</source>
        <translation>Dire à tous que vous vous en occupez</translation>
    </message>
    <message>
        <source>Helped</source>
        <translation>Aidé</translation>
    </message>
    <message>
        <source>The call is over</source>
        <translation>L’appel est terminé</translation>
    </message>
    <message>
        <source>Give back</source>
        <translation>Rendre</translation>
    </message>
    <message>
        <source>Let a colleague take it</source>
        <translation>Laisser un collègue le prendre</translation>
    </message>
    <message>
        <source>Open again</source>
        <translation>Rouvrir</translation>
    </message>
    <message>
        <source>It did not help after all</source>
        <translation>Cela n’a finalement pas aidé</translation>
    </message>
    <message>
        <source>No answer needed</source>
        <translation>Pas besoin de réponse</translation>
    </message>
    <message>
        <source>Ready answers</source>
        <translation>Réponses toutes prêtes</translation>
    </message>
    <message>
        <source>Nothing written yet</source>
        <translation>Rien d’écrit pour l’instant</translation>
    </message>
    <message>
        <source>What you write here is read by this learner and the staff alone.</source>
        <translation>Ce que vous écrivez ici n’est lu que par cet apprenant et l’équipe.</translation>
    </message>
    <message>
        <source>Edit the ready answers…</source>
        <translation>Modifier les réponses toutes prêtes…</translation>
    </message>
    <message>
        <source>To %1 alone</source>
        <translation>À %1 en privé</translation>
    </message>
    <message>
        <source>Private: this learner and the staff</source>
        <translation>Privé&#xa0;: cet apprenant et l’équipe</translation>
    </message>
</context>
<context>
    <name>Pins</name>
    <message>
        <source>pinning a message</source>
        <translation>épingler un message</translation>
    </message>
    <message>
        <source>unpinning a message</source>
        <translation>détacher un message</translation>
    </message>
    <message>
        <source>moving a pinned message</source>
        <translation>déplacer un message épinglé</translation>
    </message>
    <message>
        <source>This conversation has %limit pinned messages already. Unpin one first.</source>
        <translation>Cette conversation a déjà %limit messages épinglés. Détachez-en un d’abord.</translation>
    </message>
    <message>
        <source>This message is not pinned any more.</source>
        <translation>Ce message n’est plus épinglé.</translation>
    </message>
</context>
<context>
    <name>PinsBar</name>
    <message>
        <source>Pinned over the conversation.</source>
        <translation>Épinglé au-dessus de la conversation.</translation>
    </message>
    <message>
        <source>No longer pinned.</source>
        <translation>N’est plus épinglé.</translation>
    </message>
    <message>
        <source>Pinned messages</source>
        <translation>Messages épinglés</translation>
    </message>
    <message>
        <source>Fewer</source>
        <translation>Réduire</translation>
    </message>
    <message>
        <source>Show the first pinned message only</source>
        <translation>Ne montrer que le premier message épinglé</translation>
    </message>
    <message numerus="yes">
        <source>%n more</source>
        <comment>pinned messages</comment>
        <translation>
            <numerusform>%n de plus</numerusform>
            <numerusform>%n de plus</numerusform>
        </translation>
    </message>
    <message>
        <source>Show all pinned messages</source>
        <translation>Montrer tous les messages épinglés</translation>
    </message>
</context>
<context>
    <name>Plan</name>
    <message>
        <source>Talk</source>
        <translation>Exposé</translation>
    </message>
    <message>
        <source>Discussion</source>
        <translation>Discussion</translation>
    </message>
    <message>
        <source>Debate</source>
        <translation>Débat</translation>
    </message>
    <message>
        <source>Poll</source>
        <translation>Sondage</translation>
    </message>
    <message>
        <source>Breakout rooms</source>
        <translation>Sous-groupes</translation>
    </message>
    <message>
        <source>Questions</source>
        <translation>Questions</translation>
    </message>
    <message>
        <source>Share-out</source>
        <translation>Mise en commun</translation>
    </message>
    <message>
        <source>Energiser</source>
        <translation>Dynamisation</translation>
    </message>
    <message>
        <source>Break</source>
        <translation>Pause</translation>
    </message>
    <message>
        <source>Welcome, and what we want to learn</source>
        <translation>Accueil, et ce que nous voulons apprendre</translation>
    </message>
    <message>
        <source>What each of us has tried</source>
        <translation>Ce que chacun a essayé</translation>
    </message>
    <message>
        <source>A case, in small groups</source>
        <translation>Un cas, en petits groupes</translation>
    </message>
    <message>
        <source>What the groups found</source>
        <translation>Ce que les groupes ont trouvé</translation>
    </message>
    <message>
        <source>What I take with me</source>
        <translation>Ce que j’emporte</translation>
    </message>
    <message>
        <source>en</source>
        <comment>the code of this language: fr or en</comment>
        <translation>fr</translation>
    </message>
    <message>
        <source>One answer</source>
        <translation>Une réponse</translation>
    </message>
    <message>
        <source>Several answers</source>
        <translation>Plusieurs réponses</translation>
    </message>
    <message>
        <source>Scale</source>
        <translation>Échelle</translation>
    </message>
    <message>
        <source>Ranking</source>
        <translation>Classement</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>Nombre</translation>
    </message>
    <message>
        <source>Short text</source>
        <translation>Texte court</translation>
    </message>
    <message>
        <source>Word cloud</source>
        <translation>Nuage de mots</translation>
    </message>
    <message>
        <source>At random</source>
        <translation>Au hasard</translation>
    </message>
    <message>
        <source>The same groups again</source>
        <translation>Les mêmes groupes</translation>
    </message>
    <message>
        <source>Groups joined two by two</source>
        <translation>Groupes réunis deux à deux</translation>
    </message>
    <message>
        <source>One from each group</source>
        <translation>Un de chaque groupe</translation>
    </message>
    <message>
        <source>Agenda</source>
        <translation>Déroulé</translation>
    </message>
    <message>
        <source>Day %1</source>
        <translation>Jour %1</translation>
    </message>
    <message>
        <source>Untitled</source>
        <translation>Sans titre</translation>
    </message>
    <message>
        <source>The day</source>
        <translation>La journée</translation>
    </message>
    <message>
        <source>%m with nothing planned before “%1”</source>
        <translation>%m sans rien de prévu avant «&#xa0;%1&#xa0;»</translation>
    </message>
    <message>
        <source>“%1” runs %m into “%2”, which is pinned</source>
        <translation>«&#xa0;%1&#xa0;» déborde de %m sur «&#xa0;%2&#xa0;», dont l’heure est fixée</translation>
    </message>
    <message>
        <source>“%2” is pinned earlier than “%1” before it</source>
        <translation>«&#xa0;%2&#xa0;» est fixée plus tôt que «&#xa0;%1&#xa0;», qui la précède</translation>
    </message>
    <message>
        <source>“%1” is pinned %m before the day begins</source>
        <translation>«&#xa0;%1&#xa0;» est fixée %m avant le début de la journée</translation>
    </message>
    <message>
        <source>“%1” has no time</source>
        <translation>«&#xa0;%1&#xa0;» n’a pas de durée</translation>
    </message>
    <message>
        <source>“%1” lasts %m: is that meant?</source>
        <translation>«&#xa0;%1&#xa0;» dure %m&#xa0;: est-ce voulu&#x202f;?</translation>
    </message>
    <message>
        <source>%d lasts %m: is that meant?</source>
        <translation>%d dure %m&#xa0;: est-ce voulu&#x202f;?</translation>
    </message>
    <message>
        <source>%d goes %m past midnight</source>
        <translation>%d dépasse minuit de %m</translation>
    </message>
    <message>
        <source>No activity serves “%1”</source>
        <translation>Aucune activité ne sert «&#xa0;%1&#xa0;»</translation>
    </message>
    <message>
        <source>Somebody has just removed this; nothing was changed.</source>
        <translation>Quelqu’un vient de supprimer cet élément&#x202f;; rien n’a été modifié.</translation>
    </message>
    <message>
        <source>This does not fit into a plan; nothing was changed.</source>
        <translation>Cela ne peut pas entrer dans un plan&#x202f;; rien n’a été modifié.</translation>
    </message>
    <message>
        <source>This could not be done: %1</source>
        <translation>Cela n’a pas pu être fait&#xa0;: %1</translation>
    </message>
    <message>
        <source>Write a length such as 20, 1h15 or 1:15, at most 10 hours.</source>
        <translation>Écrivez une durée comme 20, 1h15 ou 1:15, au plus 10 heures.</translation>
    </message>
    <message>
        <source>Write a time such as 9:30 or 14h, or leave it empty.</source>
        <translation>Écrivez une heure comme 9:30 ou 14h, ou laissez vide.</translation>
    </message>
    <message>
        <source>Untitled plan</source>
        <translation>Plan sans titre</translation>
    </message>
    <message>
        <source>Write a number from %1 to %2.</source>
        <translation>Écrivez un nombre de %1 à %2.</translation>
    </message>
    <message>
        <source>Write a date such as 31/3/2026 or 31 March.</source>
        <translation>Écrivez une date comme 31/3/2026 ou 31 mars.</translation>
    </message>
    <message>
        <source>New partners</source>
        <translation>De nouveaux partenaires</translation>
    </message>
</context>
<context>
    <name>PlanDetails</name>
    <message>
        <source>Audience</source>
        <translation>Public</translation>
    </message>
    <message>
        <source>For whom it is, and what they know already</source>
        <translation>Pour qui, et ce qu’ils savent déjà</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Langue</translation>
    </message>
    <message>
        <source>Language of the class</source>
        <translation>Langue de la classe</translation>
    </message>
    <message>
        <source>Learners expected</source>
        <translation>Apprenants attendus</translation>
    </message>
    <message>
        <source>open</source>
        <translation>à voir</translation>
    </message>
    <message>
        <source>Editorial line</source>
        <translation>Ligne éditoriale</translation>
    </message>
    <message>
        <source>What holds the class together, and in which tone</source>
        <translation>Le fil conducteur, et le ton</translation>
    </message>
    <message>
        <source>Tags, separated by commas</source>
        <translation>Mots-clés, séparés par des virgules</translation>
    </message>
    <message>
        <source>feedback, managers</source>
        <translation>retour, managers</translation>
    </message>
    <message>
        <source>Objective it serves</source>
        <translation>Objectif servi</translation>
    </message>
    <message>
        <source>Serves no objective in particular</source>
        <translation>Ne sert aucun objectif en particulier</translation>
    </message>
    <message>
        <source>At the end, they can…</source>
        <translation>À la fin, ils savent…</translation>
    </message>
    <message>
        <source>Objective</source>
        <translation>Objectif</translation>
    </message>
    <message>
        <source>How it will be seen to be met</source>
        <translation>À quoi on verra qu’il est atteint</translation>
    </message>
    <message>
        <source>Each has said, done or written…</source>
        <translation>Chacun a dit, fait ou écrit…</translation>
    </message>
    <message>
        <source>activities: %1</source>
        <translation>activités&#xa0;: %1</translation>
    </message>
    <message>
        <source>no activity serves it yet</source>
        <translation>aucune activité ne le sert encore</translation>
    </message>
    <message>
        <source>Objectives</source>
        <translation>Objectifs</translation>
    </message>
    <message>
        <source>Add an objective</source>
        <translation>Ajouter un objectif</translation>
    </message>
    <message>
        <source>Topic</source>
        <translation>Sujet</translation>
    </message>
    <message>
        <source>Opening question</source>
        <translation>Question d’ouverture</translation>
    </message>
    <message>
        <source>What gets them talking to one another?</source>
        <translation>Qu’est-ce qui les fera parler entre eux&#x202f;?</translation>
    </message>
    <message>
        <source>Conversation topics</source>
        <translation>Sujets de conversation</translation>
    </message>
    <message>
        <source>Add a topic</source>
        <translation>Ajouter un sujet</translation>
    </message>
    <message>
        <source>What it is</source>
        <translation>Ce que c’est</translation>
    </message>
    <message>
        <source>Link</source>
        <translation>Lien</translation>
    </message>
    <message>
        <source>What it serves</source>
        <translation>À quoi cela sert</translation>
    </message>
    <message>
        <source>Materials and links</source>
        <translation>Supports et liens</translation>
    </message>
    <message>
        <source>Add a material</source>
        <translation>Ajouter un support</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>Rôle</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>Qui</translation>
    </message>
    <message>
        <source>What they do</source>
        <translation>Ce qu’ils font</translation>
    </message>
    <message>
        <source>Roles</source>
        <translation>Rôles</translation>
    </message>
    <message>
        <source>Add a role</source>
        <translation>Ajouter un rôle</translation>
    </message>
</context>
<context>
    <name>PlanPanel</name>
    <message>
        <source>Title of the plan</source>
        <translation>Titre du plan</translation>
    </message>
    <message>
        <source>Agenda</source>
        <translation>Déroulé</translation>
    </message>
    <message>
        <source>Add an activity</source>
        <translation>Ajouter une activité</translation>
    </message>
    <message>
        <source>Add an activity after the chosen one</source>
        <translation>Ajouter une activité après celle qui est choisie</translation>
    </message>
    <message>
        <source>Move up</source>
        <translation>Monter</translation>
    </message>
    <message>
        <source>Move down</source>
        <translation>Descendre</translation>
    </message>
    <message>
        <source>Rehearse</source>
        <translation>Répéter</translation>
    </message>
    <message>
        <source>Lead a class of simulated learners, to practise alone</source>
        <translation>Animer une classe d’apprenants simulés, pour s’exercer seul</translation>
    </message>
    <message>
        <source>Start a class…</source>
        <translation>Démarrer une classe…</translation>
    </message>
    <message>
        <source>Start a class from this plan</source>
        <translation>Démarrer une classe à partir de ce plan</translation>
    </message>
    <message>
        <source>This plan was written by a newer version of Cercle</source>
        <translation>Ce plan a été écrit par une version plus récente de Cercle</translation>
    </message>
    <message>
        <source>It is kept as it is. Update Cercle to open it.</source>
        <translation>Il est gardé tel quel. Mettez Cercle à jour pour l’ouvrir.</translation>
    </message>
    <message>
        <source>Add a day</source>
        <translation>Ajouter un jour</translation>
    </message>
    <message>
        <source>Duplicate</source>
        <translation>Dupliquer</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Supprimer</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>Rétablir</translation>
    </message>
    <message numerus="yes">
        <source>%n activity(s)</source>
        <translation>
            <numerusform>%n activité</numerusform>
            <numerusform>%n activités</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n day(s)</source>
        <translation>
            <numerusform>%n jour</numerusform>
            <numerusform>%n jours</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n learner(s)</source>
        <translation>
            <numerusform>%n apprenant</numerusform>
            <numerusform>%n apprenants</numerusform>
        </translation>
    </message>
    <message>
        <source>Show what learners will see</source>
        <translation>Voir ce que verront les apprenants</translation>
    </message>
</context>
<context>
    <name>Planning</name>
    <message>
        <source>handing out what you edited in the plan</source>
        <translation>partager ce que vous avez modifié dans le plan</translation>
    </message>
    <message>
        <source>Another plan is prepared in this class. What you edited stays in your copy.</source>
        <translation>Un autre plan se prépare dans cette classe. Vos modifications restent dans votre copie.</translation>
    </message>
    <message>
        <source>Too much of the plan is on its way at once. What you edited stays in your copy.</source>
        <translation>Trop de modifications du plan circulent à la fois. Les vôtres restent dans votre copie.</translation>
    </message>
    <message>
        <source>This change is too large to share. It stays in your copy; send the plan as a file.</source>
        <translation>Cette modification est trop volumineuse pour être partagée. Elle reste dans votre copie&#x202f;; envoyez le plan en fichier.</translation>
    </message>
    <message>
        <source>What you and your colleagues edit reaches everybody at once.</source>
        <translation>Ce que vous et vos collègues modifiez parvient aussitôt à chacun.</translation>
    </message>
    <message>
        <source>Connected</source>
        <translation>Connecté</translation>
    </message>
    <message>
        <source>What you edit is kept on this computer, and comes together when the line is back.</source>
        <translation>Vos modifications sont gardées sur cet ordinateur et seront réunies aux autres au retour de la connexion.</translation>
    </message>
    <message>
        <source>Connecting…</source>
        <translation>Connexion…</translation>
    </message>
    <message>
        <source>Offline</source>
        <translation>Hors ligne</translation>
    </message>
    <message>
        <source>not here now</source>
        <translation>absent pour l’instant</translation>
    </message>
    <message>
        <source>here</source>
        <translation>ici</translation>
    </message>
    <message>
        <source>here, at an untitled activity</source>
        <translation>ici, sur une activité sans titre</translation>
    </message>
    <message>
        <source>here, at “%1”</source>
        <translation>ici, sur «&#xa0;%1&#xa0;»</translation>
    </message>
    <message>
        <source>%1 is here</source>
        <translation>%1 est ici</translation>
    </message>
</context>
<context>
    <name>Plans</name>
    <message>
        <source>What you change is kept in memory and saved as soon as it can be.</source>
        <translation>Ce que vous changez reste en mémoire et sera enregistré dès que possible.</translation>
    </message>
    <message>
        <source>Close without your last changes?</source>
        <translation>Fermer sans vos dernières modifications&#x202f;?</translation>
    </message>
    <message>
        <source>There is no way to save them now. Make room on the disk, and they are saved at once.</source>
        <translation>Impossible de les enregistrer maintenant. Faites de la place sur le disque, et elles seront enregistrées aussitôt.</translation>
    </message>
    <message>
        <source>Close without them</source>
        <translation>Fermer sans elles</translation>
    </message>
</context>
<context>
    <name>PlansPanel</name>
    <message>
        <source>New plan</source>
        <translation>Nouveau plan</translation>
    </message>
    <message>
        <source>More about the plan</source>
        <translation>Autres actions sur le plan</translation>
    </message>
    <message>
        <source>No plan yet. A class can also start without one.</source>
        <translation>Pas encore de plan. Une classe peut aussi démarrer sans.</translation>
    </message>
    <message>
        <source>Plans</source>
        <translation>Plans</translation>
    </message>
    <message>
        <source>Duplicate</source>
        <translation>Dupliquer</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Supprimer</translation>
    </message>
    <message>
        <source>Untitled plan</source>
        <translation>Plan sans titre</translation>
    </message>
    <message>
        <source>%1 (copy)</source>
        <translation>%1 (copie)</translation>
    </message>
    <message>
        <source>“%1” deleted</source>
        <translation>«&#xa0;%1&#xa0;» supprimé</translation>
    </message>
    <message>
        <source>No plan has tags yet</source>
        <translation>Aucun plan n’a encore de mots-clés</translation>
    </message>
    <message>
        <source>Find a plan</source>
        <translation>Trouver un plan</translation>
    </message>
    <message>
        <source>Find a plan by title, text or #tag</source>
        <translation>Trouver un plan par titre, texte ou #mot-clé</translation>
    </message>
    <message>
        <source>Words of the title or the text, or #tag</source>
        <translation>Des mots du titre ou du texte, ou #mot-clé</translation>
    </message>
    <message>
        <source>Show the plans of a tag</source>
        <translation>Afficher les plans d’un mot-clé</translation>
    </message>
    <message>
        <source>No plan answers this search.</source>
        <translation>Aucun plan ne répond à cette recherche.</translation>
    </message>
    <message>
        <source>cannot be read by this version</source>
        <translation>illisible avec cette version</translation>
    </message>
</context>
<context>
    <name>PollAttention</name>
    <message>
        <source>Time is up for the poll: %1 of %2 have not answered</source>
        <translation>Le temps du sondage est écoulé&#xa0;: %1 sur %2 n’ont pas répondu</translation>
    </message>
    <message>
        <source>Everybody has answered the poll</source>
        <translation>Tout le monde a répondu au sondage</translation>
    </message>
    <message>
        <source>Poll open for %3 min: %1 of %2 have not answered</source>
        <translation>Sondage ouvert depuis %3&#xa0;min&#xa0;: %1 sur %2 n’ont pas répondu</translation>
    </message>
    <message>
        <source>Close it</source>
        <translation>Le fermer</translation>
    </message>
    <message>
        <source>Show the results</source>
        <translation>Montrer les résultats</translation>
    </message>
    <message>
        <source>Go to the poll</source>
        <translation>Aller au sondage</translation>
    </message>
    <message>
        <source>Open it again</source>
        <translation>Le rouvrir</translation>
    </message>
</context>
<context>
    <name>PollDetail</name>
    <message>
        <source>More</source>
        <translation>Plus</translation>
    </message>
    <message>
        <source>Not answered yet: %1</source>
        <translation>N’ont pas encore répondu&#xa0;: %1</translation>
    </message>
    <message>
        <source>anonymous</source>
        <translation>anonyme</translation>
    </message>
    <message>
        <source>named</source>
        <translation>nominatif</translation>
    </message>
    <message>
        <source>quiz</source>
        <translation>quiz</translation>
    </message>
    <message>
        <source>round %1</source>
        <translation>tour %1</translation>
    </message>
    <message>
        <source>open</source>
        <translation>ouvert</translation>
    </message>
    <message>
        <source>closed</source>
        <translation>clos</translation>
    </message>
    <message>
        <source>learners see the results</source>
        <translation>les participants voient les résultats</translation>
    </message>
    <message>
        <source>learners see the right answers</source>
        <translation>les participants voient les bonnes réponses</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Clore</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Ouvrir</translation>
    </message>
    <message>
        <source>Hide the results</source>
        <translation>Masquer les résultats</translation>
    </message>
    <message>
        <source>Show the results</source>
        <translation>Afficher les résultats</translation>
    </message>
    <message>
        <source>Ctrl+F8</source>
        <translation>Ctrl+F8</translation>
    </message>
    <message>
        <source>Ctrl+F9</source>
        <translation>Ctrl+F9</translation>
    </message>
    <message>
        <source>Ask again</source>
        <translation>Reposer la question</translation>
    </message>
    <message>
        <source>The same once more, to see who moves</source>
        <translation>La même une deuxième fois, pour voir qui change d’avis</translation>
    </message>
    <message>
        <source>Hide the right answers</source>
        <translation>Masquer les bonnes réponses</translation>
    </message>
    <message>
        <source>Show the right answers</source>
        <translation>Afficher les bonnes réponses</translation>
    </message>
    <message>
        <source>Change…</source>
        <translation>Modifier…</translation>
    </message>
    <message>
        <source>Open this round again</source>
        <translation>Rouvrir ce tour</translation>
    </message>
    <message>
        <source>Take off the stage</source>
        <translation>Retirer de la scène</translation>
    </message>
    <message>
        <source>Put on stage</source>
        <translation>Mettre sur scène</translation>
    </message>
    <message>
        <source>Show as a chart</source>
        <translation>Voir en graphique</translation>
    </message>
    <message>
        <source>Show as a table</source>
        <translation>Voir en tableau</translation>
    </message>
    <message>
        <source>Show the chosen answer to learners again</source>
        <translation>Montrer de nouveau la réponse choisie</translation>
    </message>
    <message>
        <source>Hide the chosen answer</source>
        <translation>Masquer la réponse choisie</translation>
    </message>
    <message>
        <source>Export the results…</source>
        <translation>Exporter les résultats…</translation>
    </message>
    <message>
        <source>Throw away</source>
        <translation>Jeter</translation>
    </message>
    <message>
        <source>%1 of %2 right</source>
        <translation>%1 justes sur %2</translation>
    </message>
</context>
<context>
    <name>PollEditor</name>
    <message>
        <source>How it is answered</source>
        <translation>Comment on y répond</translation>
    </message>
    <message>
        <source>Anonymous</source>
        <translation>Anonyme</translation>
    </message>
    <message>
        <source>Nobody learns who answered what</source>
        <translation>Personne ne saura qui a répondu quoi</translation>
    </message>
    <message>
        <source>1 means</source>
        <translation>1 signifie</translation>
    </message>
    <message>
        <source>The last means</source>
        <translation>Le dernier signifie</translation>
    </message>
    <message>
        <source>Steps</source>
        <translation>Étapes</translation>
    </message>
    <message>
        <source>Add an answer</source>
        <translation>Ajouter une réponse</translation>
    </message>
    <message>
        <source>Accepted as right; leave empty when all are welcome</source>
        <translation>Acceptées comme justes&#x202f;; laissez vide si toutes conviennent</translation>
    </message>
    <message>
        <source>Answers; tick the right ones, if there are any</source>
        <translation>Réponses&#x202f;; cochez les justes, s’il y en a</translation>
    </message>
    <message>
        <source>What is to be ranked</source>
        <translation>Ce qui est à classer</translation>
    </message>
    <message>
        <source>Answer %1</source>
        <translation>Réponse %1</translation>
    </message>
    <message>
        <source>%1 is right</source>
        <translation>%1 est juste</translation>
    </message>
    <message>
        <source>A right answer</source>
        <translation>Une réponse juste</translation>
    </message>
    <message>
        <source>Remove the answer</source>
        <translation>Supprimer la réponse</translation>
    </message>
    <message>
        <source>Question</source>
        <translation>Question</translation>
    </message>
    <message>
        <source>What do you want to know from them?</source>
        <translation>Que voulez-vous savoir d’eux&#x202f;?</translation>
    </message>
</context>
<context>
    <name>PollForm</name>
    <message>
        <source>Question</source>
        <translation>Question</translation>
    </message>
    <message>
        <source>What do you want to know?</source>
        <translation>Que voulez-vous savoir&#x202f;?</translation>
    </message>
    <message>
        <source>Answered by</source>
        <translation>On répond par</translation>
    </message>
    <message>
        <source>Steps</source>
        <translation>Échelons</translation>
    </message>
    <message>
        <source>The lowest means</source>
        <translation>Le plus bas signifie</translation>
    </message>
    <message>
        <source>The highest means</source>
        <translation>Le plus haut signifie</translation>
    </message>
    <message>
        <source>How many at most</source>
        <translation>Combien au plus</translation>
    </message>
    <message>
        <source>As many as they like</source>
        <translation>Autant qu’on veut</translation>
    </message>
    <message>
        <source>Anonymous: nobody sees who answered what</source>
        <translation>Anonyme&#xa0;: personne ne voit qui a répondu quoi</translation>
    </message>
    <message>
        <source>Learners see how many have answered</source>
        <translation>Les participants voient combien ont répondu</translation>
    </message>
    <message>
        <source>Closes by itself after</source>
        <translation>Se clôt de lui-même après</translation>
    </message>
    <message>
        <source> s</source>
        <translation>&#xa0;s</translation>
    </message>
    <message>
        <source>Never</source>
        <translation>Jamais</translation>
    </message>
    <message>
        <source>Explanation</source>
        <translation>Explication</translation>
    </message>
    <message>
        <source>Shown with the right answers.</source>
        <translation>Affichée avec les bonnes réponses.</translation>
    </message>
    <message>
        <source>Ask now</source>
        <translation>Poser maintenant</translation>
    </message>
    <message>
        <source>Save the changes</source>
        <translation>Enregistrer</translation>
    </message>
    <message>
        <source>Keep for later</source>
        <translation>Garder pour plus tard</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>Escape</source>
        <translation>Échap</translation>
    </message>
    <message>
        <source>Three</source>
        <translation>Trois</translation>
    </message>
    <message>
        <source>Answers</source>
        <translation>Réponses</translation>
    </message>
    <message>
        <source>One a line, the right one with a star before it: * Paris</source>
        <translation>Une par ligne, une étoile devant la bonne&#xa0;: * Paris</translation>
    </message>
    <message>
        <source>One a line.</source>
        <translation>Une par ligne.</translation>
    </message>
    <message>
        <source>One a line, the right ones with a star before them: * Paris</source>
        <translation>Une par ligne, une étoile devant les bonnes&#xa0;: * Paris</translation>
    </message>
    <message>
        <source>Right answers</source>
        <translation>Bonnes réponses</translation>
    </message>
    <message>
        <source>One a line: 12, or 3.14 ± 0.01, or 10..15. None when there is no right answer.</source>
        <translation>Une par ligne&#xa0;: 12, ou 3,14&#xa0;±&#xa0;0,01, ou 10..15. Aucune s’il n’y a pas de bonne réponse.</translation>
    </message>
    <message>
        <source>One a line; case and accents do not matter. None when there is no right answer.</source>
        <translation>Une par ligne, sans tenir compte des majuscules ni des accents. Aucune s’il n’y a pas de bonne réponse.</translation>
    </message>
</context>
<context>
    <name>PollPart</name>
    <message numerus="yes">
        <source>%n answers</source>
        <comment>to a poll, on the projector</comment>
        <translation>
            <numerusform>%n réponse</numerusform>
            <numerusform>%n réponses</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PollStrip</name>
    <message>
        <source>Closed · %1</source>
        <translation>Clos · %1</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Clore</translation>
    </message>
    <message>
        <source>Ask again</source>
        <translation>Reposer la question</translation>
    </message>
    <message>
        <source>Hide the results</source>
        <translation>Masquer les résultats</translation>
    </message>
    <message>
        <source>Show the results</source>
        <translation>Afficher les résultats</translation>
    </message>
    <message>
        <source>See this poll and its results</source>
        <translation>Voir ce sondage et ses résultats</translation>
    </message>
    <message>
        <source>Take the poll off the stage</source>
        <translation>Retirer le sondage de la scène</translation>
    </message>
    <message>
        <source>Poll on stage: %1</source>
        <translation>Sondage sur scène&#xa0;: %1</translation>
    </message>
</context>
<context>
    <name>Polls</name>
    <message>
        <source>The poll was thrown away</source>
        <translation>Le sondage a été jeté</translation>
    </message>
    <message>
        <source>%1 (hidden)</source>
        <translation>%1 (masqué)</translation>
    </message>
    <message>
        <source>With its activity</source>
        <translation>avec son activité</translation>
    </message>
    <message>
        <source>Ready · %1</source>
        <translation>Prêt · %1</translation>
    </message>
    <message>
        <source>Round %1</source>
        <translation>Tour %1</translation>
    </message>
    <message>
        <source>Closed</source>
        <translation>Clos</translation>
    </message>
    <message>
        <source>results shown</source>
        <translation>résultats affichés</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation>de %1 à %2</translation>
    </message>
    <message>
        <source>Median</source>
        <translation>Médiane</translation>
    </message>
    <message>
        <source>Mean</source>
        <translation>Moyenne</translation>
    </message>
    <message>
        <source>Least</source>
        <translation>Minimum</translation>
    </message>
    <message>
        <source>Greatest</source>
        <translation>Maximum</translation>
    </message>
    <message>
        <source>One choice</source>
        <translation>Choix unique</translation>
    </message>
    <message>
        <source>Several choices</source>
        <translation>Choix multiple</translation>
    </message>
    <message>
        <source>Scale</source>
        <translation>Échelle</translation>
    </message>
    <message>
        <source>Ranking</source>
        <translation>Classement</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>Nombre</translation>
    </message>
    <message>
        <source>Short text</source>
        <translation>Texte court</translation>
    </message>
    <message>
        <source>Word cloud</source>
        <translation>Nuage de mots</translation>
    </message>
    <message>
        <source>%1 of %2 answered</source>
        <translation>%1 sur %2 ont répondu</translation>
    </message>
    <message>
        <source>Write from 2 to 20 different answers, one a line; one choice has one right answer at most.</source>
        <translation>Écrivez de 2 à 20 réponses différentes, une par ligne&#x202f;; un choix unique a une bonne réponse au plus.</translation>
    </message>
    <message>
        <source>A scale has from 2 to 11 steps.</source>
        <translation>Une échelle a de 2 à 11 échelons.</translation>
    </message>
    <message>
        <source>So many cannot be chosen.</source>
        <translation>On ne peut pas en choisir autant.</translation>
    </message>
    <message>
        <source>A poll is open for 24 hours at most.</source>
        <translation>Un sondage reste ouvert 24 heures au plus.</translation>
    </message>
    <message>
        <source>making a poll</source>
        <translation>faire un sondage</translation>
    </message>
    <message>
        <source>changing a poll</source>
        <translation>modifier un sondage</translation>
    </message>
    <message>
        <source>throwing a poll away</source>
        <translation>jeter un sondage</translation>
    </message>
    <message>
        <source>opening a poll</source>
        <translation>ouvrir un sondage</translation>
    </message>
    <message>
        <source>closing a poll</source>
        <translation>clore un sondage</translation>
    </message>
    <message>
        <source>asking a poll again</source>
        <translation>reposer un sondage</translation>
    </message>
    <message>
        <source>showing or hiding results</source>
        <translation>afficher ou masquer des résultats</translation>
    </message>
    <message>
        <source>showing or hiding right answers</source>
        <translation>afficher ou masquer des bonnes réponses</translation>
    </message>
    <message>
        <source>putting a poll on stage</source>
        <translation>mettre un sondage sur scène</translation>
    </message>
    <message>
        <source>hiding an answer</source>
        <translation>masquer une réponse</translation>
    </message>
    <message>
        <source>answering a poll</source>
        <translation>répondre à un sondage</translation>
    </message>
    <message>
        <source>taking an answer back</source>
        <translation>retirer une réponse</translation>
    </message>
    <message>
        <source>This poll is not there any more.</source>
        <translation>Ce sondage n’est plus là.</translation>
    </message>
    <message>
        <source>This poll is closed.</source>
        <translation>Ce sondage est clos.</translation>
    </message>
    <message>
        <source>Close the poll first; then show the right answers.</source>
        <translation>Fermez d’abord le sondage&#x202f;; affichez ensuite les bonnes réponses.</translation>
    </message>
    <message>
        <source>This poll has not been open yet. Open it first.</source>
        <translation>Ce sondage n’a pas encore été ouvert. Ouvrez-le d’abord.</translation>
    </message>
    <message>
        <source>This poll was open already, so it stays as it is. Make a new one.</source>
        <translation>Ce sondage a déjà été ouvert, il reste donc tel quel. Faites-en un nouveau.</translation>
    </message>
    <message>
        <source>This poll cannot be asked like that. Check its answers.</source>
        <translation>Ce sondage ne peut pas être posé ainsi. Vérifiez ses réponses.</translation>
    </message>
    <message>
        <source>This answer does not fit the question.</source>
        <translation>Cette réponse ne convient pas à la question.</translation>
    </message>
    <message>
        <source>This choice is not offered.</source>
        <translation>Ce choix n’est pas proposé.</translation>
    </message>
    <message>
        <source>The class has %limit polls already.</source>
        <translation>La classe a déjà %limit sondages.</translation>
    </message>
    <message>
        <source>The class is over: nothing is anonymous any more.</source>
        <translation>La classe est finie&#xa0;: plus rien ne peut y être anonyme.</translation>
    </message>
</context>
<context>
    <name>PollsPanel</name>
    <message>
        <source>Polls</source>
        <translation>Sondages</translation>
    </message>
    <message>
        <source>Make a poll</source>
        <translation>Faire un sondage</translation>
    </message>
    <message>
        <source>No poll yet</source>
        <translation>Pas encore de sondage</translation>
    </message>
    <message>
        <source>Ask what the class thinks: a choice, a scale, a few words. Polls of your plan stand here too.</source>
        <translation>Demandez ce qu’en pense la classe&#xa0;: un choix, une échelle, quelques mots. Les sondages de votre plan sont ici aussi.</translation>
    </message>
    <message>
        <source>Export the results</source>
        <translation>Exporter les résultats</translation>
    </message>
    <message>
        <source>The results were exported</source>
        <translation>Les résultats ont été exportés</translation>
    </message>
</context>
<context>
    <name>Practice</name>
    <message>
        <source>Rehearsal</source>
        <translation>Répétition</translation>
    </message>
    <message>
        <source>You</source>
        <translation>Vous</translation>
    </message>
</context>
<context>
    <name>PracticeStrip</name>
    <message>
        <source>Rehearsal under way</source>
        <translation>Répétition en cours</translation>
    </message>
    <message>
        <source>The rehearsal could not start</source>
        <translation>La répétition n’a pas pu démarrer</translation>
    </message>
    <message numerus="yes">
        <source>%n simulated learner(s) in the class.</source>
        <comment>who have joined</comment>
        <translation>
            <numerusform>%n apprenant simulé dans la classe.</numerusform>
            <numerusform>%n apprenants simulés dans la classe.</numerusform>
        </translation>
    </message>
    <message>
        <source>Lead it in Live; they behave as people do.</source>
        <translation>Animez-la dans En direct&#xa0;; ils se comportent comme de vraies personnes.</translation>
    </message>
    <message>
        <source>Progress of the rehearsal</source>
        <translation>Avancement de la répétition</translation>
    </message>
    <message>
        <source>Let them go</source>
        <translation>Les laisser partir</translation>
    </message>
    <message>
        <source>End the rehearsal; the class stays open until you end it</source>
        <translation>Finir la répétition&#xa0;; la classe reste ouverte jusqu’à ce que vous la terminiez</translation>
    </message>
</context>
<context>
    <name>Preflight</name>
    <message>
        <source>Relay</source>
        <translation>Relais</translation>
    </message>
    <message>
        <source>Runs on this computer.</source>
        <translation>Fonctionne sur cet ordinateur.</translation>
    </message>
    <message>
        <source>%1 answers.</source>
        <translation>%1 répond.</translation>
    </message>
    <message>
        <source>The relay on this computer does not answer.</source>
        <translation>Le relais de cet ordinateur ne répond pas.</translation>
    </message>
    <message>
        <source>The relay does not answer. Check the network of this computer.</source>
        <translation>Le relais ne répond pas. Vérifiez le réseau de cet ordinateur.</translation>
    </message>
    <message>
        <source>Try now</source>
        <translation>Réessayer</translation>
    </message>
    <message>
        <source>Address for learners</source>
        <translation>Adresse pour les apprenants</translation>
    </message>
    <message>
        <source>Checking…</source>
        <translation>Vérification…</translation>
    </message>
    <message>
        <source>Nothing answers at %1: check the firewall.</source>
        <translation>Rien ne répond à %1&#xa0;: vérifiez le pare-feu.</translation>
    </message>
    <message>
        <source>Check again</source>
        <translation>Revérifier</translation>
    </message>
    <message>
        <source>%1 answers, from anywhere.</source>
        <translation>%1 répond, de partout.</translation>
    </message>
    <message>
        <source>%1 answers. Phones must be on the same network.</source>
        <translation>%1 répond. Les téléphones doivent être sur le même réseau.</translation>
    </message>
    <message>
        <source>%1 is a local address: nobody at a distance reaches it.</source>
        <translation>%1 est une adresse locale&#xa0;: personne ne l’atteint à distance.</translation>
    </message>
    <message>
        <source>Co-facilitator</source>
        <translation>Co-animateur</translation>
    </message>
    <message>
        <source>%1 is there.</source>
        <translation>Présent&#xa0;: %1.</translation>
    </message>
    <message>
        <source>%1 is not there yet.</source>
        <translation>Pas encore là&#xa0;: %1.</translation>
    </message>
    <message>
        <source>Nobody helps you lead.</source>
        <translation>Personne n’anime avec vous.</translation>
    </message>
    <message>
        <source>Invite…</source>
        <translation>Inviter…</translation>
    </message>
    <message>
        <source>Second copy</source>
        <translation>Deuxième copie</translation>
    </message>
    <message>
        <source>This computer holds one, and can take over.</source>
        <translation>Cet ordinateur en garde une et peut prendre le relais.</translation>
    </message>
    <message>
        <source>A colleague’s computer holds one; pages know the way.</source>
        <translation>L’ordinateur d’un collègue en garde une&#xa0;; les pages savent y aller.</translation>
    </message>
    <message>
        <source>A colleague’s computer holds one, and can take over.</source>
        <translation>L’ordinateur d’un collègue en garde une et peut prendre le relais.</translation>
    </message>
    <message>
        <source>Plan</source>
        <translation>Plan</translation>
    </message>
    <message>
        <source>This class was started without one.</source>
        <translation>Cette classe a été lancée sans plan.</translation>
    </message>
    <message>
        <source>Activities: %1 · %2 min.</source>
        <translation>Activités&#xa0;: %1 · %2&#xa0;min.</translation>
    </message>
    <message>
        <source>Places where times do not fit: %1.</source>
        <translation>Horaires qui ne tombent pas juste&#xa0;: %1.</translation>
    </message>
    <message>
        <source>On the plan’s list without a link yet: %1.</source>
        <translation>Dans la liste du plan, encore sans lien&#xa0;: %1.</translation>
    </message>
    <message>
        <source>On the list: %1, each with a personal link.</source>
        <translation>Dans la liste&#xa0;: %1, chacun avec son lien.</translation>
    </message>
    <message>
        <source>Look</source>
        <translation>Voir</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Changer</translation>
    </message>
    <message>
        <source>People expected</source>
        <translation>Participants attendus</translation>
    </message>
    <message>
        <source>Add them</source>
        <translation>Les ajouter</translation>
    </message>
    <message>
        <source>No list: everybody comes by the code.</source>
        <translation>Pas de liste&#xa0;: tout le monde entre par le code.</translation>
    </message>
    <message>
        <source>Projector</source>
        <translation>Vue projetée</translation>
    </message>
    <message>
        <source>The view is open.</source>
        <translation>La vue est ouverte.</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Ouvrir</translation>
    </message>
    <message>
        <source>A second screen is there.</source>
        <translation>Un deuxième écran est branché.</translation>
    </message>
    <message>
        <source>Meeting link</source>
        <translation>Lien de réunion</translation>
    </message>
    <message>
        <source>Learners find %1 on their page.</source>
        <translation>Les apprenants trouvent %1 sur leur page.</translation>
    </message>
    <message>
        <source>Set…</source>
        <translation>Indiquer…</translation>
    </message>
    <message>
        <source>None: you talk in the room.</source>
        <translation>Aucun&#xa0;: vous parlez dans la salle.</translation>
    </message>
    <message>
        <source>People at a distance need a place to talk.</source>
        <translation>À distance, il faut un endroit où se parler.</translation>
    </message>
    <message>
        <source>Before the class begins</source>
        <translation>Avant le début de la classe</translation>
    </message>
    <message>
        <source>Fold</source>
        <translation>Replier</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>Détails</translation>
    </message>
    <message>
        <source>To look at before you start: %1</source>
        <translation>À vérifier avant de démarrer&#xa0;: %1</translation>
    </message>
    <message>
        <source>Checking that all is ready…</source>
        <translation>Vérification que tout est prêt…</translation>
    </message>
    <message>
        <source>All is ready.</source>
        <translation>Tout est prêt.</translation>
    </message>
    <message>
        <source>ready</source>
        <translation>prêt</translation>
    </message>
    <message>
        <source>not used</source>
        <translation>non utilisé</translation>
    </message>
    <message>
        <source>being checked</source>
        <translation>en cours de vérification</translation>
    </message>
    <message>
        <source>to look at</source>
        <translation>à vérifier</translation>
    </message>
    <message>
        <source>does not work</source>
        <translation>ne fonctionne pas</translation>
    </message>
    <message>
        <source>No second screen: opens a window.</source>
        <translation>Un seul écran&#xa0;: ouvre une fenêtre.</translation>
    </message>
    <message>
        <source>Only this computer reaches it.</source>
        <translation>Seul cet ordinateur l’atteint.</translation>
    </message>
    <message>
        <source>None: a co-facilitator brings one.</source>
        <translation>Aucune&#xa0;: un co-animateur en apporte une.</translation>
    </message>
</context>
<context>
    <name>Preview</name>
    <message>
        <source>What learners will see</source>
        <translation>Ce que verront les apprenants</translation>
    </message>
    <message>
        <source>Each part when its activity begins. Your notes and the right answers stay with you.</source>
        <translation>Chaque partie quand son activité commence. Vos notes et les réponses justes restent chez vous.</translation>
    </message>
    <message>
        <source>Back to the plan</source>
        <translation>Revenir au plan</translation>
    </message>
    <message>
        <source>Untitled plan</source>
        <translation>Plan sans titre</translation>
    </message>
    <message>
        <source>Topic</source>
        <translation>Sujet</translation>
    </message>
    <message>
        <source>In your room</source>
        <translation>Dans votre salle</translation>
    </message>
    <message>
        <source>Poll, anonymous</source>
        <translation>Sondage anonyme</translation>
    </message>
    <message>
        <source>Poll</source>
        <translation>Sondage</translation>
    </message>
    <message>
        <source>Debate</source>
        <translation>Débat</translation>
    </message>
</context>
<context>
    <name>Projector</name>
    <message>
        <source>Time is up</source>
        <translation>Le temps est écoulé</translation>
    </message>
    <message>
        <source>on hold</source>
        <translation>en pause</translation>
    </message>
    <message>
        <source>left</source>
        <translation>restant</translation>
    </message>
    <message>
        <source>The poll is closed</source>
        <translation>Le sondage est clos</translation>
    </message>
    <message>
        <source>Projector</source>
        <translation>Vue projetée</translation>
    </message>
</context>
<context>
    <name>PromptForm</name>
    <message>
        <source>Write a time, like 10:20.</source>
        <translation>Écrivez une heure, par exemple 10&#xa0;h&#xa0;20.</translation>
    </message>
    <message>
        <source>Write 1 to %1 minutes.</source>
        <translation>Écrivez de 1 à %1 minutes.</translation>
    </message>
    <message>
        <source>Choose the activity below after whose start it is asked.</source>
        <translation>Choisissez ci-dessous l’activité après le début de laquelle la poser.</translation>
    </message>
    <message>
        <source>Ask later</source>
        <translation>À demander plus tard</translation>
    </message>
    <message>
        <source>What you ask them</source>
        <translation>Ce que vous leur demandez</translation>
    </message>
    <message>
        <source>When nobody has written for…</source>
        <translation>Quand personne n’a écrit depuis…</translation>
    </message>
    <message>
        <source>At a moment…</source>
        <translation>À une heure précise…</translation>
    </message>
    <message>
        <source>Some minutes into the activity…</source>
        <translation>Quelques minutes après le début de l’activité…</translation>
    </message>
    <message>
        <source>When it is asked</source>
        <translation>Quand la poser</translation>
    </message>
    <message>
        <source>In which conversation</source>
        <translation>Dans quelle conversation</translation>
    </message>
    <message>
        <source>With which activity it waits and ends</source>
        <translation>Avec quelle activité elle attend et prend fin</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Modifier</translation>
    </message>
    <message>
        <source>Hold it ready</source>
        <translation>La tenir prête</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Heure</translation>
    </message>
    <message>
        <source>Minutes</source>
        <translation>Minutes</translation>
    </message>
    <message>
        <source>For the whole class</source>
        <translation>Pour toute la séance</translation>
    </message>
</context>
<context>
    <name>Prompts</name>
    <message>
        <source>Sent</source>
        <translation>Envoyée</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>Annulée</translation>
    </message>
    <message>
        <source>Dropped</source>
        <translation>Abandonnée</translation>
    </message>
    <message>
        <source>its activity ended</source>
        <translation>son activité est finie</translation>
    </message>
    <message>
        <source>(erased)</source>
        <translation>(effacée)</translation>
    </message>
    <message>
        <source>class paused</source>
        <translation>séance en pause</translation>
    </message>
    <message>
        <source>class not begun</source>
        <translation>séance pas commencée</translation>
    </message>
    <message>
        <source>activity to come</source>
        <translation>activité à venir</translation>
    </message>
    <message>
        <source>conversation closed</source>
        <translation>conversation fermée</translation>
    </message>
    <message>
        <source>activity on hold</source>
        <translation>activité suspendue</translation>
    </message>
    <message>
        <source>After %1 min of silence</source>
        <translation>Après %1&#xa0;min de silence</translation>
    </message>
    <message>
        <source>At %1</source>
        <translation>À %1</translation>
    </message>
    <message>
        <source>%1 min into the activity</source>
        <translation>%1&#xa0;min après le début de l’activité</translation>
    </message>
    <message>
        <source>changing a prompt</source>
        <translation>modifier une relance</translation>
    </message>
    <message>
        <source>cancelling a prompt</source>
        <translation>annuler une relance</translation>
    </message>
    <message>
        <source>sending a prompt</source>
        <translation>envoyer une relance</translation>
    </message>
    <message>
        <source>holding a prompt ready</source>
        <translation>tenir une relance prête</translation>
    </message>
    <message>
        <source>There is no such prompt.</source>
        <translation>Cette relance n’existe pas.</translation>
    </message>
    <message>
        <source>This time does not fit: say when it is to be asked.</source>
        <translation>Ce moment ne convient pas&#xa0;: dites quand la poser.</translation>
    </message>
    <message>
        <source>This prompt does not wait any more.</source>
        <translation>Cette relance n’attend plus.</translation>
    </message>
    <message>
        <source>%limit prompts wait already. Cancel one first.</source>
        <translation>%limit relances attendent déjà. Annulez-en une d’abord.</translation>
    </message>
</context>
<context>
    <name>PromptsPanel</name>
    <message>
        <source>Prompts</source>
        <translation>Relances</translation>
    </message>
    <message>
        <source>S sends now, E changes, Delete cancels.</source>
        <translation>S envoie maintenant, E modifie, Suppr annule.</translation>
    </message>
    <message>
        <source>Ask later…</source>
        <translation>Demander plus tard…</translation>
    </message>
    <message>
        <source>Send now</source>
        <translation>Envoyer maintenant</translation>
    </message>
    <message>
        <source>Do not wait any longer (S)</source>
        <translation>Ne plus attendre (S)</translation>
    </message>
    <message>
        <source>Edit…</source>
        <translation>Modifier…</translation>
    </message>
    <message>
        <source>Change what it asks, where and when (E)</source>
        <translation>Changer ce qu’elle demande, où et quand (E)</translation>
    </message>
    <message>
        <source>Nothing is asked later</source>
        <translation>Rien à demander plus tard</translation>
    </message>
    <message>
        <source>Prepare a question that is asked by itself: when nobody writes for some minutes, at a moment, or some time into an activity. It is sent in your name.</source>
        <translation>Préparez une question qui se pose toute seule&#xa0;: quand personne n’écrit pendant quelques minutes, à une heure précise, ou un certain temps après le début d’une activité. Elle part en votre nom.</translation>
    </message>
    <message>
        <source>It will not be asked.</source>
        <translation>Elle ne sera pas posée.</translation>
    </message>
    <message>
        <source>Take up again</source>
        <translation>Reprendre</translation>
    </message>
    <message>
        <source>Let it wait again (Delete)</source>
        <translation>La remettre en attente (Suppr)</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>Do not ask it (Delete)</source>
        <translation>Ne pas la poser (Suppr)</translation>
    </message>
    <message>
        <source>When it is quiet, at a moment, or into an activity (Ctrl+Alt+Q)</source>
        <translation>Quand tout se tait, à une heure précise ou pendant une activité (Ctrl+Alt+Q)</translation>
    </message>
</context>
<context>
    <name>ProposalActs</name>
    <message>
        <source>“%1” is open as a topic</source>
        <translation>«&#xa0;%1&#xa0;» est ouvert comme sujet</translation>
    </message>
    <message>
        <source>“%1” is declined</source>
        <translation>«&#xa0;%1&#xa0;» est écarté</translation>
    </message>
    <message>
        <source>“%1” is merged</source>
        <translation>«&#xa0;%1&#xa0;» est fusionné</translation>
    </message>
    <message numerus="yes">
        <source>%n topics are proposed</source>
        <comment>by learners</comment>
        <translation>
            <numerusform>%n sujet est proposé</numerusform>
            <numerusform>%n sujets sont proposés</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ProposalsBox</name>
    <message>
        <source>Topics that learners propose</source>
        <translation>Sujets proposés par les apprenants</translation>
    </message>
    <message>
        <source>O opens it as a topic, E opens it in other words, D declines it with a reason, M merges it.</source>
        <translation>O l’ouvre comme sujet, E l’ouvre avec d’autres mots, D l’écarte en disant pourquoi, M le fusionne.</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Ouvrir</translation>
    </message>
    <message>
        <source>Open it as a topic (O)</source>
        <translation>L’ouvrir comme sujet (O)</translation>
    </message>
    <message>
        <source>Open in other words (E)</source>
        <translation>Ouvrir avec d’autres mots (E)</translation>
    </message>
    <message>
        <source>Decline…</source>
        <translation>Écarter…</translation>
    </message>
    <message>
        <source>Tell its author why (D)</source>
        <translation>Dire pourquoi à son auteur (D)</translation>
    </message>
    <message>
        <source>Merge with another proposal or a topic (M)</source>
        <translation>Fusionner avec une autre proposition ou un sujet (M)</translation>
    </message>
    <message>
        <source>Who may propose, and when a proposal opens by itself</source>
        <translation>Qui peut proposer, et quand une proposition s’ouvre d’elle-même</translation>
    </message>
    <message>
        <source>Proposed by learners (%1)</source>
        <translation>Proposés par les apprenants (%1)</translation>
    </message>
    <message>
        <source>Proposed by learners</source>
        <translation>Proposés par les apprenants</translation>
    </message>
    <message>
        <source>Learners cannot propose topics now.</source>
        <translation>Les apprenants ne peuvent pas proposer de sujets pour le moment.</translation>
    </message>
    <message numerus="yes">
        <source>A proposal opens by itself with %n vote(s).</source>
        <comment>of peers</comment>
        <translation>
            <numerusform>Une proposition s’ouvre d’elle-même avec %n vote.</numerusform>
            <numerusform>Une proposition s’ouvre d’elle-même avec %n votes.</numerusform>
        </translation>
    </message>
    <message>
        <source>Learners propose and vote; you open.</source>
        <translation>Les apprenants proposent et votent&#xa0;; vous ouvrez.</translation>
    </message>
    <message>
        <source>Learners may propose topics</source>
        <translation>Les apprenants peuvent proposer des sujets</translation>
    </message>
    <message numerus="yes">
        <source>Opens by itself with %n vote(s)</source>
        <comment>a proposal</comment>
        <translation>
            <numerusform>S’ouvre de lui-même avec %n vote</numerusform>
            <numerusform>S’ouvre de lui-même avec %n votes</numerusform>
        </translation>
    </message>
    <message>
        <source>You open each one</source>
        <translation>Vous ouvrez chacun vous-même</translation>
    </message>
</context>
<context>
    <name>ProposedView</name>
    <message>
        <source>Proposed rooms</source>
        <translation>Salles proposées</translation>
    </message>
    <message>
        <source>M moves, C makes captain, T keeps together, A keeps apart, F2 renames a room, L links its meeting, Enter opens the menu.</source>
        <translation>M déplace, C nomme porte-parole, T garde ensemble, A sépare, F2 renomme une salle, L donne le lien de sa réunion, Entrée ouvre le menu.</translation>
    </message>
</context>
<context>
    <name>Question</name>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
</context>
<context>
    <name>QuestionDelegate</name>
    <message numerus="yes">
        <source>%n answer(s)</source>
        <comment>to a question</comment>
        <translation>
            <numerusform>%n réponse</numerusform>
            <numerusform>%n réponses</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n merged</source>
        <comment>questions</comment>
        <translation>
            <numerusform>%n fusionnée</numerusform>
            <numerusform>%n fusionnées</numerusform>
        </translation>
    </message>
    <message>
        <source>Held</source>
        <translation>Retenue</translation>
    </message>
</context>
<context>
    <name>QuestionPart</name>
    <message>
        <source>Question</source>
        <translation>Question</translation>
    </message>
    <message numerus="yes">
        <source>%n would like to know too</source>
        <translation>
            <numerusform>%n personne voudrait aussi la réponse</numerusform>
            <numerusform>%n personnes voudraient aussi la réponse</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Questions</name>
    <message>
        <source>Open</source>
        <translation>Ouverte</translation>
    </message>
    <message>
        <source>Answered</source>
        <translation>Résolue</translation>
    </message>
    <message>
        <source>Answered live</source>
        <translation>Répondue en direct</translation>
    </message>
    <message>
        <source>On air</source>
        <translation>À l’antenne</translation>
    </message>
    <message>
        <source>To follow up</source>
        <translation>À suivre</translation>
    </message>
    <message>
        <source>marking a question</source>
        <translation>marquer une question</translation>
    </message>
    <message>
        <source>merging questions</source>
        <translation>fusionner des questions</translation>
    </message>
    <message>
        <source>changing a question</source>
        <translation>changer l’état d’une question</translation>
    </message>
    <message>
        <source>This question is gone.</source>
        <translation>Cette question n’est plus là.</translation>
    </message>
    <message>
        <source>Nobody votes for their own question.</source>
        <translation>On ne soutient pas sa propre question.</translation>
    </message>
    <message>
        <source>These two count as one already.</source>
        <translation>Ces deux questions n’en font déjà qu’une.</translation>
    </message>
    <message>
        <source>What was asked in a room stays there: it does not merge with a question from elsewhere.</source>
        <translation>Ce qui est demandé dans une salle y reste&#xa0;: la question ne fusionne pas avec une autre d’ailleurs.</translation>
    </message>
    <message>
        <source>This is no answer to that question.</source>
        <translation>Ceci ne répond pas à cette question.</translation>
    </message>
    <message>
        <source>This question has %limit answers already.</source>
        <translation>Cette question a déjà %limit réponses.</translation>
    </message>
    <message>
        <source>wanted by %1</source>
        <translation>attendue par %1</translation>
    </message>
</context>
<context>
    <name>QuestionsPanel</name>
    <message>
        <source>Most wanted</source>
        <translation>Les plus attendues</translation>
    </message>
    <message>
        <source>Without an answer</source>
        <translation>Sans réponse</translation>
    </message>
    <message>
        <source>Newest</source>
        <translation>Les plus récentes</translation>
    </message>
    <message>
        <source>Questions</source>
        <translation>Questions</translation>
    </message>
    <message>
        <source>A puts on air, L says answered live, F puts off, R replies, M merges, Enter goes to the message.</source>
        <translation>A met à l’antenne, L dit répondue en direct, F remet à plus tard, R répond, M fusionne, Entrée va au message.</translation>
    </message>
    <message>
        <source>Order of the questions</source>
        <translation>Ordre des questions</translation>
    </message>
    <message>
        <source>On air</source>
        <translation>À l’antenne</translation>
    </message>
    <message>
        <source>Show it to everybody (A)</source>
        <translation>La montrer à tous (A)</translation>
    </message>
    <message>
        <source>Answered live</source>
        <translation>Répondue en direct</translation>
    </message>
    <message>
        <source>It was answered aloud (L)</source>
        <translation>On y a répondu de vive voix (L)</translation>
    </message>
    <message>
        <source>Follow up</source>
        <translation>À suivre</translation>
    </message>
    <message>
        <source>Answer it after the class (F)</source>
        <translation>Y répondre après la classe (F)</translation>
    </message>
    <message>
        <source>Reply</source>
        <translation>Répondre</translation>
    </message>
    <message>
        <source>Answer in writing (R)</source>
        <translation>Répondre par écrit (R)</translation>
    </message>
    <message>
        <source>Merge…</source>
        <translation>Fusionner…</translation>
    </message>
    <message>
        <source>Count it as the same as another question (M)</source>
        <translation>La compter avec une autre question (M)</translation>
    </message>
    <message>
        <source>Go there</source>
        <translation>Y aller</translation>
    </message>
    <message>
        <source>Show it in the conversation (G)</source>
        <translation>La montrer dans la conversation (G)</translation>
    </message>
    <message>
        <source>No question yet</source>
        <translation>Aucune question pour l’instant</translation>
    </message>
    <message>
        <source>Learners ask from their page; any message becomes a question with the key Q.</source>
        <translation>Les apprenants posent leurs questions depuis leur page&#x202f;; la touche Q fait d’un message une question.</translation>
    </message>
    <message>
        <source>Choose the question it is the same as, then Enter (Esc: no)</source>
        <translation>Choisissez la question identique, puis Entrée (Échap&#xa0;: non)</translation>
    </message>
    <message numerus="yes">
        <source>%n person(s) want an answer</source>
        <translation>
            <numerusform>%n personne attend la réponse</numerusform>
            <numerusform>%n personnes attendent la réponse</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n answer(s)</source>
        <comment>to a question</comment>
        <translation>
            <numerusform>%n réponse</numerusform>
            <numerusform>%n réponses</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RadarPanel</name>
    <message>
        <source>Form groups</source>
        <translation>Former des groupes</translation>
    </message>
    <message>
        <source>Form other groups</source>
        <translation>Former d’autres groupes</translation>
    </message>
    <message>
        <source>Open these again</source>
        <translation>Rouvrir ces salles</translation>
    </message>
    <message>
        <source>The same rooms with the same people and their work</source>
        <translation>Les mêmes salles, avec les mêmes personnes et leur travail</translation>
    </message>
    <message>
        <source>Which rooms’ answers are shown</source>
        <translation>Salles dont les réponses sont affichées</translation>
    </message>
    <message>
        <source>No rooms are open</source>
        <translation>Aucune salle n’est ouverte</translation>
    </message>
    <message>
        <source>Form groups beside what is going on, look at the proposal, then open the rooms for everybody.</source>
        <translation>Formez des groupes à côté de ce qui se passe, regardez la proposition, puis ouvrez les salles pour tous.</translation>
    </message>
    <message>
        <source>Rooms, round %1</source>
        <translation>Salles, tour %1</translation>
    </message>
</context>
<context>
    <name>RadarView</name>
    <message>
        <source>Rooms</source>
        <translation>Salles</translation>
    </message>
    <message>
        <source>C takes the call for help, D ends it, T gives the time that it asks for, N does not, L passes the lead, E enters or leaves, G opens the talk, W the notes, X closes the room.</source>
        <translation>C prend l’appel à l’aide, D le clôt, T donne le temps demandé, N le refuse, L confie l’animation, E entre ou sort, G ouvre les échanges, W les notes, X ferme la salle.</translation>
    </message>
</context>
<context>
    <name>ReadyAnswersDialog</name>
    <message>
        <source>Ready answers</source>
        <translation>Réponses toutes prêtes</translation>
    </message>
    <message>
        <source>A learner gets them in their own language. {number} becomes the number to call and {link} the link to the meeting.</source>
        <translation>L’apprenant les reçoit dans sa langue. {number} devient le numéro à appeler et {link} le lien de la réunion.</translation>
    </message>
    <message>
        <source>One more</source>
        <translation>Une de plus</translation>
    </message>
    <message>
        <source>Back to the first list</source>
        <translation>Revenir à la première liste</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>Garder</translation>
    </message>
</context>
<context>
    <name>ReadyRow</name>
    <message>
        <source>In French</source>
        <translation>En français</translation>
    </message>
    <message>
        <source>In English</source>
        <translation>En anglais</translation>
    </message>
    <message>
        <source>Take this answer away</source>
        <translation>Retirer cette réponse</translation>
    </message>
</context>
<context>
    <name>ReasonForm</name>
    <message>
        <source>What shall %1 change?</source>
        <translation>Que doit changer %1&#xa0;?</translation>
    </message>
    <message>
        <source>Why is it rejected? %1 reads it.</source>
        <translation>Pourquoi ce refus&#xa0;? %1 le lira.</translation>
    </message>
    <message>
        <source>A reason, if you like</source>
        <translation>Un motif, si vous le souhaitez</translation>
    </message>
    <message>
        <source>Return it</source>
        <translation>Renvoyer</translation>
    </message>
    <message>
        <source>Reject it</source>
        <translation>Refuser</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>Entrée</translation>
    </message>
    <message>
        <source>Keep waiting</source>
        <translation>Laisser en attente</translation>
    </message>
    <message>
        <source>Escape</source>
        <translation>Échap</translation>
    </message>
    <message>
        <source>Send this reason (Alt+%1)</source>
        <translation>Envoyer ce motif (Alt+%1)</translation>
    </message>
</context>
<context>
    <name>Reasons</name>
    <message>
        <source>Could you say it in a few more words?</source>
        <translation>Pouvez-vous développer un peu&#xa0;?</translation>
    </message>
    <message>
        <source>Please keep to today’s question.</source>
        <translation>Restons sur la question du jour.</translation>
    </message>
    <message>
        <source>Speak of the idea rather than of the person.</source>
        <translation>Parlez de l’idée plutôt que de la personne.</translation>
    </message>
    <message>
        <source>Please leave out names and private details.</source>
        <translation>Merci d’ôter les noms et les détails privés.</translation>
    </message>
    <message>
        <source>This hurts somebody in the group.</source>
        <translation>Ce propos blesse quelqu’un du groupe.</translation>
    </message>
    <message>
        <source>This has nothing to do with the class.</source>
        <translation>Sans rapport avec la classe.</translation>
    </message>
    <message>
        <source>This was already said.</source>
        <translation>Cela a déjà été dit.</translation>
    </message>
    <message>
        <source>This shares something private.</source>
        <translation>Ce propos révèle quelque chose de privé.</translation>
    </message>
</context>
<context>
    <name>RecordPanel</name>
    <message>
        <source>Record</source>
        <translation>Enregistrement</translation>
    </message>
    <message>
        <source>Export as JSON…</source>
        <translation>Exporter en JSON…</translation>
    </message>
    <message>
        <source>Check the record</source>
        <translation>Vérifier l’enregistrement</translation>
    </message>
    <message>
        <source>Check every line from the first to the last</source>
        <translation>Vérifier chaque ligne, de la première à la dernière</translation>
    </message>
    <message>
        <source>Delete from this computer…</source>
        <translation>Supprimer de cet ordinateur…</translation>
    </message>
    <message>
        <source>Open a class to export or check its record.</source>
        <translation>Ouvrez une classe pour exporter ou vérifier son enregistrement.</translation>
    </message>
    <message numerus="yes">
        <source>%n line(s), each sealed by the one before.</source>
        <comment>records of the log</comment>
        <translation>
            <numerusform>%n ligne, scellée par la précédente.</numerusform>
            <numerusform>%n lignes, chacune scellée par la précédente.</numerusform>
        </translation>
    </message>
    <message>
        <source>Intact: every line fits. It ends with seal %1.</source>
        <translation>Intact&#xa0;: chaque ligne correspond. Il se termine par le sceau&#xa0;%1.</translation>
    </message>
    <message>
        <source>Line %1 does not fit (%2): it was changed or lost after it was written.</source>
        <translation>La ligne&#xa0;%1 ne correspond pas (%2)&#xa0;: elle a été modifiée ou perdue après avoir été écrite.</translation>
    </message>
    <message>
        <source>Export as JSON</source>
        <translation>Exporter en JSON</translation>
    </message>
    <message>
        <source>It could not be written: %1</source>
        <translation>Écriture impossible&#xa0;:&#xa0;%1</translation>
    </message>
    <message>
        <source>Exported to %1</source>
        <translation>Exporté dans&#xa0;%1</translation>
    </message>
    <message>
        <source>Delete this class from this computer?</source>
        <translation>Supprimer cette classe de cet ordinateur&#xa0;?</translation>
    </message>
    <message>
        <source>What was said and who was there is gone from here for good. Other computers keep their copy.</source>
        <translation>Ce qui a été dit et qui était là disparaît d’ici pour de bon. Les autres ordinateurs gardent leur copie.</translation>
    </message>
    <message>
        <source>This class is not over: your seat in it goes too.</source>
        <translation>Cette classe n’est pas terminée&#xa0;: votre place y disparaît aussi.</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Supprimer</translation>
    </message>
</context>
<context>
    <name>Refusals</name>
    <message>
        <source>This could not be done (%1).</source>
        <translation>Ce n’était pas possible (%1).</translation>
    </message>
    <message>
        <source>There is no text in it. Write a word or two.</source>
        <translation>Il n’y a pas de texte. Écrivez un mot ou deux.</translation>
    </message>
    <message>
        <source>The text is too long: %length characters where %limit fit. Shorten it, or send two.</source>
        <translation>Le texte est trop long&#xa0;: %length caractères pour %limit au plus. Raccourcissez-le, ou envoyez-le en deux fois.</translation>
    </message>
    <message>
        <source>This channel is closed for the moment.</source>
        <translation>Ce canal est fermé pour le moment.</translation>
    </message>
    <message>
        <source>This channel is not there any more. Your text is kept.</source>
        <translation>Ce canal n’existe plus. Votre texte est gardé.</translation>
    </message>
    <message>
        <source>This message is gone.</source>
        <translation>Ce message a disparu.</translation>
    </message>
    <message>
        <source>This reaction is not one of those offered.</source>
        <translation>Cette réaction n’est pas proposée.</translation>
    </message>
    <message>
        <source>This text was taken back by its author.</source>
        <translation>Ce texte a été retiré par son auteur.</translation>
    </message>
    <message>
        <source>Its author has changed the text since. Read the new one.</source>
        <translation>Le texte a été modifié entre-temps. Lisez le nouveau.</translation>
    </message>
    <message>
        <source>A colleague has decided about it meanwhile.</source>
        <translation>Un collègue en a décidé entre-temps.</translation>
    </message>
    <message>
        <source>Someone has this name already. Add an initial, say.</source>
        <translation>Quelqu’un porte déjà ce nom. Ajoutez par exemple une initiale.</translation>
    </message>
    <message>
        <source>This person is not in the class.</source>
        <translation>Cette personne n’est pas dans la classe.</translation>
    </message>
    <message>
        <source>This person has not been admitted yet.</source>
        <translation>Cette personne n’est pas encore entrée.</translation>
    </message>
    <message>
        <source>Your role does not allow this. Ask the host.</source>
        <translation>Votre rôle ne le permet pas. Demandez au formateur.</translation>
    </message>
    <message>
        <source>This person was removed from the class.</source>
        <translation>Cette personne a été exclue de la classe.</translation>
    </message>
    <message>
        <source>This room is closed.</source>
        <translation>Cette salle est fermée.</translation>
    </message>
    <message>
        <source>There are %limit rooms open already. Close one first.</source>
        <translation>%limit salles sont déjà ouvertes. Fermez-en une d’abord.</translation>
    </message>
    <message>
        <source>The host cannot leave. End the class instead.</source>
        <translation>Le formateur ne peut pas quitter la classe. Terminez-la plutôt.</translation>
    </message>
    <message>
        <source>This link does not open a seat any more. Make a new one.</source>
        <translation>Ce lien n’ouvre plus de place. Créez-en un nouveau.</translation>
    </message>
    <message>
        <source>The class is over.</source>
        <translation>La classe est terminée.</translation>
    </message>
    <message>
        <source>The class is not running.</source>
        <translation>La classe n’est pas en cours.</translation>
    </message>
    <message>
        <source>The class is not open yet.</source>
        <translation>La classe n’est pas encore ouverte.</translation>
    </message>
    <message>
        <source>The class has moved on meanwhile; this no longer fits.</source>
        <translation>La classe a avancé entre-temps&#xa0;; cela ne convient plus.</translation>
    </message>
    <message>
        <source>This changed while you were away. Look again, then decide.</source>
        <translation>Cela a changé en votre absence. Regardez de nouveau, puis décidez.</translation>
    </message>
    <message>
        <source>This is not a link that works. Copy it whole.</source>
        <translation>Ce lien ne fonctionne pas. Copiez-le en entier.</translation>
    </message>
    <message>
        <source>Too much at once. Wait a moment and try again.</source>
        <translation>Trop de demandes à la fois. Attendez un instant et réessayez.</translation>
    </message>
</context>
<context>
    <name>RemarkActs</name>
    <message>
        <source>To follow up: %1</source>
        <translation>À reprendre&#xa0;: %1</translation>
    </message>
    <message>
        <source>Followed up: %1</source>
        <translation>Repris&#xa0;: %1</translation>
    </message>
    <message>
        <source>The note is gone</source>
        <translation>La note est retirée</translation>
    </message>
</context>
<context>
    <name>RemarkDelegate</name>
    <message>
        <source>Follow up</source>
        <translation>À reprendre</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Fait</translation>
    </message>
</context>
<context>
    <name>Remarks</name>
    <message>
        <source>writing a note</source>
        <translation>l’écriture d’une note</translation>
    </message>
    <message>
        <source>changing a note</source>
        <translation>la modification d’une note</translation>
    </message>
    <message>
        <source>flagging a note</source>
        <translation>le signalement d’une note</translation>
    </message>
    <message>
        <source>taking a note away</source>
        <translation>le retrait d’une note</translation>
    </message>
    <message>
        <source>This note is gone.</source>
        <translation>Cette note n’existe plus.</translation>
    </message>
    <message>
        <source>To follow up</source>
        <translation>À reprendre</translation>
    </message>
    <message>
        <source>(erased)</source>
        <translation>(effacé)</translation>
    </message>
</context>
<context>
    <name>RemarksPanel</name>
    <message>
        <source>All</source>
        <translation>Toutes</translation>
    </message>
    <message>
        <source>To follow up</source>
        <translation>À reprendre</translation>
    </message>
    <message>
        <source>Which notes</source>
        <translation>Quelles notes</translation>
    </message>
    <message>
        <source>To follow up, or done</source>
        <translation>À reprendre, ou fait</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>Modifier</translation>
    </message>
    <message>
        <source>Go there</source>
        <translation>Y aller</translation>
    </message>
    <message>
        <source>Take the note away</source>
        <translation>Retirer la note</translation>
    </message>
    <message>
        <source>No note yet</source>
        <translation>Pas encore de note</translation>
    </message>
    <message>
        <source>Choose a person or a message and press N. Only the staff ever read it.</source>
        <translation>Choisissez une personne ou un message et appuyez sur N. Seule l’équipe la lit.</translation>
    </message>
</context>
<context>
    <name>RemarksView</name>
    <message>
        <source>Private notes</source>
        <translation>Notes privées</translation>
    </message>
    <message>
        <source>F flags it to follow up, or says that this is done; E edits, G goes to the message, Del removes.</source>
        <translation>F la signale à reprendre, ou dit que c’est fait&#xa0;; E modifie, G va au message, Suppr retire.</translation>
    </message>
</context>
<context>
    <name>Results</name>
    <message>
        <source>Results as a chart</source>
        <translation>Résultats en graphique</translation>
    </message>
</context>
<context>
    <name>Review</name>
    <message>
        <source>Someone</source>
        <translation>Quelqu’un</translation>
    </message>
    <message>
        <source>Person %1</source>
        <translation>Personne&#xa0;%1</translation>
    </message>
    <message>
        <source>Main room</source>
        <translation>Salle principale</translation>
    </message>
    <message>
        <source>Staff</source>
        <translation>Animateurs</translation>
    </message>
    <message>
        <source>(erased)</source>
        <translation>(effacé)</translation>
    </message>
    <message>
        <source>deleted</source>
        <translation>supprimé</translation>
    </message>
    <message>
        <source>never decided</source>
        <translation>resté en attente</translation>
    </message>
    <message>
        <source>returned</source>
        <translation>renvoyé</translation>
    </message>
    <message>
        <source>rejected</source>
        <translation>rejeté</translation>
    </message>
    <message>
        <source>edited</source>
        <translation>modifié</translation>
    </message>
    <message>
        <source>host</source>
        <translation>formateur</translation>
    </message>
    <message>
        <source>co-facilitator</source>
        <translation>coanimateur</translation>
    </message>
    <message>
        <source>observer</source>
        <translation>observateur</translation>
    </message>
    <message>
        <source>never came</source>
        <translation>jamais venu</translation>
    </message>
    <message>
        <source>hidden</source>
        <translation>masqué</translation>
    </message>
    <message>
        <source>nobody decided in time</source>
        <translation>personne n’a décidé à temps</translation>
    </message>
    <message>
        <source>Private threads</source>
        <translation>Fils privés</translation>
    </message>
    <message>
        <source>to follow up</source>
        <translation>à reprendre</translation>
    </message>
    <message>
        <source>privately with %1</source>
        <translation>en privé avec %1</translation>
    </message>
</context>
<context>
    <name>RoomActs</name>
    <message>
        <source>The rooms close in %1 seconds</source>
        <translation>Les salles ferment dans %1 secondes</translation>
    </message>
    <message>
        <source>%1 goes to %2</source>
        <translation>%1 va vers %2</translation>
    </message>
    <message numerus="yes">
        <source>%n people go to %2</source>
        <comment>moved</comment>
        <translation>
            <numerusform>%n personne va vers %2</numerusform>
            <numerusform>%n personnes vont vers %2</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The rooms have %n minute(s) more</source>
        <comment>granted</comment>
        <translation>
            <numerusform>Les salles ont %n minute de plus</numerusform>
            <numerusform>Les salles ont %n minutes de plus</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 is captain of %2</source>
        <translation>%1 est capitaine de %2</translation>
    </message>
    <message>
        <source>%2 has no captain now</source>
        <translation>%2 n’a plus de capitaine</translation>
    </message>
</context>
<context>
    <name>RoomDelegate</name>
    <message numerus="yes">
        <source>%n messages</source>
        <comment>in a room</comment>
        <translation>
            <numerusform>%n message</numerusform>
            <numerusform>%n messages</numerusform>
        </translation>
    </message>
    <message>
        <source>answered</source>
        <translation>a répondu</translation>
    </message>
</context>
<context>
    <name>Rooms</name>
    <message>
        <source>Look into the room</source>
        <translation>Regarder la salle</translation>
    </message>
    <message>
        <source>There are only %2 for so many rooms. Take fewer rooms.</source>
        <translation>Il n’y en a que %2 pour autant de salles. Prenez moins de salles.</translation>
    </message>
    <message>
        <source>%1 are to stay together, but a room holds %2. Make the rooms larger, or let somebody go.</source>
        <translation>%1 doivent rester ensemble, mais une salle en contient %2. Agrandissez les salles ou laissez partir quelqu’un.</translation>
    </message>
    <message>
        <source>%1 are to be together and apart. Forget one of the two wishes.</source>
        <translation>%1 doivent être ensemble et séparés. Oubliez l’un des deux souhaits.</translation>
    </message>
    <message>
        <source>%1 are to be apart, but there are only %2 rooms. Take more rooms, or let two of them meet.</source>
        <translation>%1 doivent être séparés, mais il n’y a que %2 salles. Prenez plus de salles ou laissez-en deux se rencontrer.</translation>
    </message>
    <message>
        <source>Nobody is here to be put into groups.</source>
        <translation>Personne n’est là pour former des groupes.</translation>
    </message>
    <message>
        <source>Not all wishes about %1 can be granted at once. Forget some of them.</source>
        <translation>Les souhaits qui concernent %1 ne tiennent pas tous ensemble. Oubliez-en quelques-uns.</translation>
    </message>
    <message>
        <source>%1 (gone)</source>
        <translation>%1 (déconnecté)</translation>
    </message>
    <message>
        <source>Nobody is there</source>
        <translation>Personne</translation>
    </message>
    <message>
        <source>People a room</source>
        <translation>Par salle</translation>
    </message>
    <message>
        <source>Rooms</source>
        <translation>Salles</translation>
    </message>
    <message>
        <source>In no room</source>
        <translation>Dans aucune salle</translation>
    </message>
    <message>
        <source>%1, speaks for the room</source>
        <translation>%1, parle au nom de la salle</translation>
    </message>
    <message>
        <source>%1 — read in %2 of %3 rooms</source>
        <translation>%1 — lu dans %2 salles sur %3</translation>
    </message>
    <message>
        <source>Calls for help for %1</source>
        <translation>Appelle à l’aide depuis %1</translation>
    </message>
    <message>
        <source>%2 goes there · %1</source>
        <translation>%2 y va · %1</translation>
    </message>
    <message>
        <source>A hand is up for %1</source>
        <translation>Main levée depuis %1</translation>
    </message>
    <message>
        <source>Wants more time for %1</source>
        <translation>Demande du temps depuis %1</translation>
    </message>
    <message>
        <source>Somebody lost the connection</source>
        <translation>Quelqu’un a perdu la connexion</translation>
    </message>
    <message>
        <source>Silent for %1</source>
        <translation>Silence depuis %1</translation>
    </message>
    <message>
        <source>No step for %1</source>
        <translation>Pas d’étape depuis %1</translation>
    </message>
    <message>
        <source>Done for %1</source>
        <translation>Terminé depuis %1</translation>
    </message>
    <message>
        <source>Nothing written yet</source>
        <translation>Rien d’écrit pour l’instant</translation>
    </message>
    <message>
        <source>Last message %1 ago</source>
        <translation>Dernier message il y a %1</translation>
    </message>
    <message>
        <source>Fine</source>
        <translation>Ça va</translation>
    </message>
    <message>
        <source>More time</source>
        <translation>Plus de temps</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>À l’aide</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Terminé</translation>
    </message>
    <message>
        <source>Step %1 of %2</source>
        <translation>Étape %1 sur %2</translation>
    </message>
    <message>
        <source>preparing rooms</source>
        <translation>préparer des salles</translation>
    </message>
    <message>
        <source>opening the rooms</source>
        <translation>ouvrir les salles</translation>
    </message>
    <message>
        <source>opening the rooms again</source>
        <translation>rouvrir les salles</translation>
    </message>
    <message>
        <source>closing the rooms</source>
        <translation>fermer les salles</translation>
    </message>
    <message>
        <source>setting the rooms’ time</source>
        <translation>régler le temps des salles</translation>
    </message>
    <message>
        <source>opening a room</source>
        <translation>ouvrir une salle</translation>
    </message>
    <message>
        <source>closing a room</source>
        <translation>fermer une salle</translation>
    </message>
    <message>
        <source>moving people</source>
        <translation>déplacer des personnes</translation>
    </message>
    <message>
        <source>saying how a room is doing</source>
        <translation>dire où en est une salle</translation>
    </message>
    <message>
        <source>ticking a step</source>
        <translation>cocher une étape</translation>
    </message>
    <message>
        <source>writing a room’s answer</source>
        <translation>écrire la réponse d’une salle</translation>
    </message>
    <message>
        <source>telling the rooms something</source>
        <translation>faire une annonce dans les salles</translation>
    </message>
    <message>
        <source>These rooms are no longer as they were. Look again, then decide.</source>
        <translation>Ces salles ne sont plus comme avant. Regardez de nouveau, puis décidez.</translation>
    </message>
    <message>
        <source>Rooms are open already. Close them first.</source>
        <translation>Des salles sont déjà ouvertes. Fermez-les d’abord.</translation>
    </message>
    <message>
        <source>Somebody is in two rooms. Leave them in one.</source>
        <translation>Quelqu’un est dans deux salles. Laissez-le dans une seule.</translation>
    </message>
    <message>
        <source>A room’s captain has to be in that room. Choose another.</source>
        <translation>Le capitaine d’une salle doit être dans cette salle. Choisissez-en un autre.</translation>
    </message>
    <message>
        <source>That moment is over. Choose a later one.</source>
        <translation>Ce moment est passé. Choisissez-en un plus tard.</translation>
    </message>
    <message>
        <source>That room is full. Choose another.</source>
        <translation>Cette salle est complète. Choisissez-en une autre.</translation>
    </message>
    <message>
        <source>People do not choose their room in this round. Move them instead.</source>
        <translation>Les salles ne se choisissent pas cette fois. Déplacez les personnes.</translation>
    </message>
    <message>
        <source>The task has no such step any more.</source>
        <translation>La consigne n’a plus cette étape.</translation>
    </message>
    <message>
        <source>Another wording of this answer waits to be approved. Decide about that one first.</source>
        <translation>Une autre version de cette réponse attend d’être approuvée. Décidez d’abord de celle-là.</translation>
    </message>
    <message>
        <source>Room %1</source>
        <translation>Salle %1</translation>
    </message>
    <message>
        <source>by %1</source>
        <translation>par %1</translation>
    </message>
    <message>
        <source>%1 asks for %2 min more</source>
        <translation>%1 demande %2 min de plus</translation>
    </message>
    <message>
        <source>No more time</source>
        <translation>Pas plus de temps</translation>
    </message>
    <message>
        <source>captain: %1</source>
        <translation>capitaine&#xa0;: %1</translation>
    </message>
    <message>
        <source>answering a room’s wish for time</source>
        <translation>répondre à une demande de temps</translation>
    </message>
    <message>
        <source>naming a captain</source>
        <translation>nommer un capitaine</translation>
    </message>
    <message>
        <source>The rooms have no end that could be put off.</source>
        <translation>Les salles n’ont pas de fin à repousser.</translation>
    </message>
    <message>
        <source>This room asks for no more time now.</source>
        <translation>Cette salle ne demande plus de temps.</translation>
    </message>
    <message>
        <source>Asks for %2 min · %1</source>
        <translation>Demande %2 min · %1</translation>
    </message>
    <message>
        <source>Employer</source>
        <translation>Employeur</translation>
    </message>
    <message>
        <source>Group on the list</source>
        <translation>Groupe de la liste</translation>
    </message>
</context>
<context>
    <name>RoomsEditor</name>
    <message>
        <source>What is fixed</source>
        <translation>Ce qui est fixé</translation>
    </message>
    <message>
        <source>Who meets whom</source>
        <translation>Qui rencontre qui</translation>
    </message>
    <message>
        <source>Minutes</source>
        <translation>Minutes</translation>
    </message>
    <message>
        <source>all of it</source>
        <translation>toute l’activité</translation>
    </message>
    <message>
        <source>How many</source>
        <translation>Combien</translation>
    </message>
    <message>
        <source>With %1 learners: %2 in each room.</source>
        <translation>Avec %1 apprenants&#xa0;: %2 par salle.</translation>
    </message>
    <message>
        <source>With %1 learners: %2 rooms.</source>
        <translation>Avec %1 apprenants&#xa0;: %2 salles.</translation>
    </message>
    <message>
        <source>People a room</source>
        <translation>Pers. par salle</translation>
    </message>
    <message>
        <source>Rooms</source>
        <translation>Salles</translation>
    </message>
    <message>
        <source>Task</source>
        <translation>Tâche</translation>
    </message>
    <message>
        <source>Steps, one a line</source>
        <translation>Étapes, une par ligne</translation>
    </message>
    <message>
        <source>Each says…
Then you agree on…</source>
        <translation>Chacun dit…
Puis vous vous accordez sur…</translation>
    </message>
    <message>
        <source>What each room is to do
Lines with # are headings in its notes</source>
        <translation>Ce que chaque salle doit faire
Une ligne avec # est un titre de ses notes</translation>
    </message>
</context>
<context>
    <name>RoomsPart</name>
    <message>
        <source>The rooms are closing</source>
        <translation>Les salles vont fermer</translation>
    </message>
    <message>
        <source>In rooms</source>
        <translation>En salles</translation>
    </message>
    <message numerus="yes">
        <source>and %n more rooms</source>
        <translation>
            <numerusform>et %n autre salle</numerusform>
            <numerusform>et %n autres salles</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RosterAttention</name>
    <message numerus="yes">
        <source>%n people wait at the door</source>
        <comment>of the class</comment>
        <translation>
            <numerusform>%n personne attend à la porte</numerusform>
            <numerusform>%n personnes attendent à la porte</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RosterPanel</name>
    <message>
        <source>Find a person</source>
        <translation>Trouver une personne</translation>
    </message>
    <message>
        <source>Invite somebody</source>
        <translation>Inviter quelqu’un</translation>
    </message>
    <message>
        <source>Open a room</source>
        <translation>Ouvrir une salle</translation>
    </message>
    <message>
        <source>Nobody of that name</source>
        <translation>Personne de ce nom</translation>
    </message>
    <message>
        <source>Search by any part of a name; accents do not matter.</source>
        <translation>Cherchez par une partie du nom&#xa0;; les accents ne comptent pas.</translation>
    </message>
    <message numerus="yes">
        <source>%n here</source>
        <comment>people present</comment>
        <translation>
            <numerusform>%n personne là</numerusform>
            <numerusform>%n personnes là</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n away</source>
        <comment>admitted, but not connected</comment>
        <translation>
            <numerusform>%n sans connexion</numerusform>
            <numerusform>%n sans connexion</numerusform>
        </translation>
    </message>
    <message>
        <source>The door: %1</source>
        <translation>La porte&#xa0;: %1</translation>
    </message>
    <message>
        <source>Admit	A</source>
        <translation>Faire entrer	A</translation>
    </message>
    <message>
        <source>Lower the hand</source>
        <translation>Baisser la main</translation>
    </message>
    <message>
        <source>Remove…	Del</source>
        <translation>Exclure…	Suppr</translation>
    </message>
    <message>
        <source>Erase…</source>
        <translation>Effacer…</translation>
    </message>
    <message>
        <source>Move to	M</source>
        <translation>Déplacer vers	M</translation>
    </message>
    <message>
        <source>Main room</source>
        <translation>Salle principale</translation>
    </message>
    <message>
        <source>A new room…</source>
        <translation>Une nouvelle salle…</translation>
    </message>
    <message>
        <source>Keep a seat for a learner…</source>
        <translation>Réserver une place à un participant…</translation>
    </message>
    <message>
        <source>Keep a seat for an observer…</source>
        <translation>Réserver une place à un observateur…</translation>
    </message>
    <message>
        <source>Invite a co-facilitator…</source>
        <translation>Inviter un co-animateur…</translation>
    </message>
    <message>
        <source>Rename…	F2</source>
        <translation>Renommer…	F2</translation>
    </message>
    <message>
        <source>Make co-facilitator</source>
        <translation>Nommer co-animateur</translation>
    </message>
    <message>
        <source>Make learner</source>
        <translation>Faire participer</translation>
    </message>
    <message>
        <source>Make observer</source>
        <translation>Nommer observateur</translation>
    </message>
    <message>
        <source>Copy a new personal link</source>
        <translation>Copier un nouveau lien personnel</translation>
    </message>
    <message>
        <source>Name of the co-facilitator</source>
        <translation>Nom du co-animateur</translation>
    </message>
    <message>
        <source>Name of the observer</source>
        <translation>Nom de l’observateur</translation>
    </message>
    <message>
        <source>Name of the learner</source>
        <translation>Nom du participant</translation>
    </message>
    <message>
        <source>Copy the link</source>
        <translation>Copier le lien</translation>
    </message>
    <message>
        <source>Room %1</source>
        <translation>Salle %1</translation>
    </message>
    <message>
        <source>Name of the room</source>
        <translation>Nom de la salle</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Ouvrir</translation>
    </message>
    <message>
        <source>New name</source>
        <translation>Nouveau nom</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>Renommer</translation>
    </message>
    <message>
        <source>Pass the lead…</source>
        <translation>Confier l’animation…</translation>
    </message>
    <message>
        <source>Write privately…	P</source>
        <translation>Écrire en privé…	P</translation>
    </message>
    <message>
        <source>Private note…	N</source>
        <translation>Note privée…	N</translation>
    </message>
    <message>
        <source>Thank…</source>
        <translation>Remercier…</translation>
    </message>
</context>
<context>
    <name>RoundBar</name>
    <message>
        <source>Rooms close in</source>
        <translation>Fermeture dans</translation>
    </message>
    <message>
        <source>Open for</source>
        <translation>Ouvertes depuis</translation>
    </message>
    <message>
        <source>Time left</source>
        <translation>Temps restant</translation>
    </message>
    <message>
        <source>−1 min</source>
        <translation>−1 min</translation>
    </message>
    <message>
        <source>A minute less</source>
        <translation>Une minute de moins</translation>
    </message>
    <message>
        <source>Go on 1 min</source>
        <translation>Continuer 1 min</translation>
    </message>
    <message>
        <source>+1 min</source>
        <translation>+1 min</translation>
    </message>
    <message>
        <source>A minute more; a closing stops</source>
        <translation>Une minute de plus&#xa0;; une fermeture en cours s’arrête</translation>
    </message>
    <message>
        <source>+5 min</source>
        <translation>+5 min</translation>
    </message>
    <message>
        <source>Five minutes more</source>
        <translation>Cinq minutes de plus</translation>
    </message>
    <message>
        <source>Tell</source>
        <translation>Annoncer</translation>
    </message>
    <message>
        <source>Close now</source>
        <translation>Fermer maintenant</translation>
    </message>
    <message>
        <source>Close rooms</source>
        <translation>Fermer</translation>
    </message>
    <message>
        <source>Bring everybody back now</source>
        <translation>Ramener tout le monde maintenant</translation>
    </message>
    <message>
        <source>Bring everybody back, after time to finish a sentence</source>
        <translation>Ramener tout le monde, le temps de finir une phrase</translation>
    </message>
    <message>
        <source>Tell the rooms something  (Ctrl+Alt+T)</source>
        <translation>Faire une annonce dans les salles  (Ctrl+Alt+T)</translation>
    </message>
</context>
<context>
    <name>Rules</name>
    <message>
        <source>What happens to texts: %1</source>
        <translation>Ce qu’il advient des textes&#xa0;: %1</translation>
    </message>
    <message>
        <source>its channel is held</source>
        <translation>son canal est retenu</translation>
    </message>
    <message>
        <source>its channel is closed</source>
        <translation>son canal est fermé</translation>
    </message>
    <message>
        <source>the list of words</source>
        <translation>la liste de mots</translation>
    </message>
    <message>
        <source>a web address</source>
        <translation>une adresse web</translation>
    </message>
    <message>
        <source>it repeats an earlier text</source>
        <translation>il répète un texte précédent</translation>
    </message>
    <message>
        <source>one of the person’s first texts</source>
        <translation>l’un des premiers textes de la personne</translation>
    </message>
    <message>
        <source>many of the person’s texts were turned down</source>
        <translation>beaucoup de textes de la personne ont été refusés</translation>
    </message>
    <message>
        <source>a flood of texts</source>
        <translation>un flot de textes</translation>
    </message>
    <message>
        <source>the person’s texts are held</source>
        <translation>les textes de la personne sont retenus</translation>
    </message>
    <message>
        <source>several people flagged it</source>
        <translation>plusieurs personnes l’ont signalé</translation>
    </message>
    <message>
        <source>nobody decided in time</source>
        <translation>personne n’a décidé à temps</translation>
    </message>
    <message>
        <source>an appeal</source>
        <translation>une demande de réexamen</translation>
    </message>
</context>
<context>
    <name>SampleCard</name>
    <message numerus="yes">
        <source>%n learner(s)</source>
        <translation>
            <numerusform>%n apprenant</numerusform>
            <numerusform>%n apprenants</numerusform>
        </translation>
    </message>
    <message>
        <source>in French</source>
        <translation>en français</translation>
    </message>
    <message>
        <source>in English</source>
        <translation>en anglais</translation>
    </message>
</context>
<context>
    <name>Saving</name>
    <message>
        <source>The file could not be written. Choose another place.</source>
        <translation>Le fichier n’a pas pu être écrit. Choisissez un autre emplacement.</translation>
    </message>
</context>
<context>
    <name>Seatings</name>
    <message>
        <source>Copy as text</source>
        <translation>Copier en texte</translation>
    </message>
    <message>
        <source>From a CSV file…</source>
        <translation>D’un fichier CSV…</translation>
    </message>
    <message>
        <source>Save as CSV for Zoom…</source>
        <translation>Enregistrer en CSV pour Zoom…</translation>
    </message>
    <message>
        <source>Save as CSV for BigBlueButton…</source>
        <translation>Enregistrer en CSV pour BigBlueButton…</translation>
    </message>
    <message>
        <source>The rooms are on the clipboard: paste them into the meeting’s chat</source>
        <translation>Les salles sont dans le presse-papiers : collez-les dans la discussion de la réunion</translation>
    </message>
    <message>
        <source>Save the rooms</source>
        <translation>Enregistrer les salles</translation>
    </message>
    <message>
        <source>Zoom knows people by their address, and these have none on the list: %1</source>
        <translation>Zoom reconnaît les gens à leur adresse, et ceux-ci n’en ont pas sur la liste : %1</translation>
    </message>
    <message>
        <source>The rooms were saved</source>
        <translation>Les salles sont enregistrées</translation>
    </message>
    <message>
        <source>Rooms from a file</source>
        <translation>Salles depuis un fichier</translation>
    </message>
    <message>
        <source>It could not be read: %1</source>
        <translation>Lecture impossible : %1</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>et %n autre</numerusform>
            <numerusform>et %n autres</numerusform>
        </translation>
    </message>
    <message>
        <source>Nobody who is here stands in that file with a room.</source>
        <translation>Personne de présent n’a de salle dans ce fichier.</translation>
    </message>
    <message>
        <source>Not here, or not to be told apart: %1</source>
        <translation>Absents, ou homonymes : %1</translation>
    </message>
    <message>
        <source>Named more than once, the first counts: %1</source>
        <translation>Nommés plusieurs fois, la première compte : %1</translation>
    </message>
</context>
<context>
    <name>Session</name>
    <message>
        <source>Works from anywhere.</source>
        <translation>Fonctionne de partout.</translation>
    </message>
    <message>
        <source>Works in this room only: on the same network.</source>
        <translation>Fonctionne dans cette salle seulement&#xa0;: sur le même réseau.</translation>
    </message>
    <message>
        <source>Local link: it works on this computer’s network only, not for people at a distance.</source>
        <translation>Lien local&#xa0;: il ne fonctionne que sur le réseau de cet ordinateur, pas à distance.</translation>
    </message>
    <message>
        <source>Local link: it works on this computer only.</source>
        <translation>Lien local&#xa0;: il ne fonctionne que sur cet ordinateur.</translation>
    </message>
    <message>
        <source>Not open yet</source>
        <translation>Pas encore ouverte</translation>
    </message>
    <message>
        <source>Welcoming</source>
        <translation>Accueil</translation>
    </message>
    <message>
        <source>Live</source>
        <translation>En direct</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>En pause</translation>
    </message>
    <message>
        <source>Over</source>
        <translation>Terminée</translation>
    </message>
    <message>
        <source>opening the lobby</source>
        <translation>ouvrir l’accueil</translation>
    </message>
    <message>
        <source>starting the class</source>
        <translation>démarrer la classe</translation>
    </message>
    <message>
        <source>pausing the class</source>
        <translation>mettre la classe en pause</translation>
    </message>
    <message>
        <source>resuming the class</source>
        <translation>reprendre la classe</translation>
    </message>
    <message>
        <source>ending the class</source>
        <translation>terminer la classe</translation>
    </message>
    <message>
        <source>changing the meeting link</source>
        <translation>changer le lien de la réunion</translation>
    </message>
    <message>
        <source>renaming the class</source>
        <translation>renommer la classe</translation>
    </message>
    <message>
        <source>changing the code</source>
        <translation>changer le code</translation>
    </message>
    <message>
        <source>something you asked for (%1)</source>
        <translation>une demande de votre part (%1)</translation>
    </message>
    <message>
        <source>This did not work: %1</source>
        <translation>Cela n’a pas marché&#xa0;:&#xa0;%1</translation>
    </message>
    <message>
        <source>No Cercle relay answers at this address. Check it, and that this computer is online.</source>
        <translation>Aucun relais Cercle ne répond à cette adresse. Vérifiez-la, ainsi que la connexion de cet ordinateur.</translation>
    </message>
    <message>
        <source>The relay’s certificate is not trusted by this computer. Ask whoever runs it.</source>
        <translation>Cet ordinateur ne fait pas confiance au certificat du relais. Demandez à la personne qui le gère.</translation>
    </message>
    <message>
        <source>Your network’s proxy does not let the connection through. Ask whoever runs the network.</source>
        <translation>Le proxy de votre réseau ne laisse pas passer la connexion. Demandez à la personne qui gère le réseau.</translation>
    </message>
    <message>
        <source>The relay speaks another version of Cercle. Bring both to the same version.</source>
        <translation>Le relais parle une autre version de Cercle. Mettez les deux à la même version.</translation>
    </message>
    <message>
        <source>The relay does not accept this key. Copy it again, whole.</source>
        <translation>Le relais refuse cette clé. Copiez-la de nouveau, en entier.</translation>
    </message>
    <message>
        <source>No class has this code. Ask for the new one.</source>
        <translation>Aucune classe n’a ce code. Demandez le nouveau.</translation>
    </message>
    <message>
        <source>The relay does not know this class (any more).</source>
        <translation>Le relais ne connaît pas, ou plus, cette classe.</translation>
    </message>
    <message>
        <source>This is the learners’ link. Ask the host to invite you as a co-facilitator.</source>
        <translation>C’est le lien des apprenants. Demandez au formateur de vous inviter comme coanimateur.</translation>
    </message>
    <message>
        <source>This class goes on at another relay.</source>
        <translation>Cette classe continue sur un autre relais.</translation>
    </message>
    <message>
        <source>This relay has this class already. Try to reconnect.</source>
        <translation>Ce relais a déjà cette classe. Essayez de vous reconnecter.</translation>
    </message>
    <message>
        <source>The relay refuses this copy of the class: it is not whole.</source>
        <translation>Le relais refuse cette copie de la classe&#xa0;: elle n’est pas entière.</translation>
    </message>
    <message>
        <source>Another program uses the relay’s port on this computer.</source>
        <translation>Un autre programme utilise le port du relais sur cet ordinateur.</translation>
    </message>
    <message>
        <source>The relay on this computer did not start. Its log stands in the data folder.</source>
        <translation>Le relais de cet ordinateur n’a pas démarré. Son journal est dans le dossier de données.</translation>
    </message>
    <message>
        <source>The disk is full. Make room; nothing that was kept is lost.</source>
        <translation>Le disque est plein. Faites de la place&#xa0;; rien de ce qui était gardé n’est perdu.</translation>
    </message>
    <message>
        <source>The data folder cannot be written. Check its permissions.</source>
        <translation>Le dossier de données n’est pas accessible en écriture. Vérifiez ses droits.</translation>
    </message>
    <message>
        <source>A newer version of Cercle wrote this data folder. Update Cercle; nothing was changed.</source>
        <translation>Une version plus récente de Cercle a écrit ce dossier de données. Mettez Cercle à jour&#xa0;; rien n’a été modifié.</translation>
    </message>
    <message>
        <source>Cercle is already open on this data folder. Go to its window, or choose another folder.</source>
        <translation>Cercle est déjà ouvert sur ce dossier de données. Allez à sa fenêtre, ou choisissez un autre dossier.</translation>
    </message>
    <message>
        <source>A file in the data folder is damaged. Copy the folder before you do anything else.</source>
        <translation>Un fichier du dossier de données est abîmé. Copiez le dossier avant toute autre chose.</translation>
    </message>
    <message>
        <source>Wi-Fi</source>
        <translation>Wi-Fi</translation>
    </message>
    <message>
        <source>cable</source>
        <translation>câble</translation>
    </message>
    <message>
        <source>inner network %1</source>
        <translation>réseau interne&#xa0;%1</translation>
    </message>
    <message>
        <source>this computer only</source>
        <translation>cet ordinateur seulement</translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation>%1 min</translation>
    </message>
    <message>
        <source>%1 h</source>
        <translation>%1 h</translation>
    </message>
    <message>
        <source>%1 h %2</source>
        <translation>%1 h&#xa0;%2</translation>
    </message>
    <message>
        <source>Being prepared</source>
        <translation>En préparation</translation>
    </message>
    <message>
        <source>changing the number to call</source>
        <translation>le changement du numéro à appeler</translation>
    </message>
</context>
<context>
    <name>SessionStage</name>
    <message>
        <source>The class is over. Everything that was said is kept, and stands in Review.</source>
        <translation>La classe est terminée. Tout ce qui a été dit est gardé, et se relit dans Bilan.</translation>
    </message>
    <message>
        <source>Close this class</source>
        <translation>Fermer cette classe</translation>
    </message>
    <message>
        <source>Go on from this computer?</source>
        <translation>Continuer depuis cet ordinateur&#xa0;?</translation>
    </message>
    <message>
        <source>Do this only when the other relay is gone for good. This computer’s relay takes the class over, with everything it has received; learners’ pages come here by themselves where they can, or join anew by the code. The other relay can only be read from then on.</source>
        <translation>À ne faire que si l’autre relais a disparu pour de bon. Le relais de cet ordinateur reprend la classe, avec tout ce qu’il a reçu&#xa0;; les pages des apprenants viennent ici d’elles-mêmes quand elles le peuvent, ou rejoignent à nouveau par le code. L’autre relais ne pourra plus qu’être lu.</translation>
    </message>
    <message>
        <source>Take over</source>
        <translation>Prendre le relais</translation>
    </message>
    <message>
        <source>The class goes on from this computer</source>
        <translation>La classe continue depuis cet ordinateur</translation>
    </message>
</context>
<context>
    <name>SessionSteps</name>
    <message>
        <source>More about the class</source>
        <translation>Autres actions sur la classe</translation>
    </message>
    <message numerus="yes">
        <source>%n person(s) here</source>
        <comment>how many are connected</comment>
        <translation>
            <numerusform>%n personne présente</numerusform>
            <numerusform>%n personnes présentes</numerusform>
        </translation>
    </message>
    <message>
        <source>Show how to join</source>
        <translation>Montrer comment rejoindre</translation>
    </message>
    <message>
        <source>Open the lobby</source>
        <translation>Ouvrir l’accueil</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>Démarrer</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Pause</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>Reprendre</translation>
    </message>
    <message>
        <source>Copy the learners’ link</source>
        <translation>Copier le lien des apprenants</translation>
    </message>
    <message>
        <source>New code…</source>
        <translation>Nouveau code…</translation>
    </message>
    <message>
        <source>Meeting link…</source>
        <translation>Lien de la réunion…</translation>
    </message>
    <message>
        <source>Rename the class…</source>
        <translation>Renommer la classe…</translation>
    </message>
    <message>
        <source>End the class…</source>
        <translation>Terminer la classe…</translation>
    </message>
    <message>
        <source>Projector view	Ctrl+Shift+J</source>
        <translation>Vue projetée	Ctrl+Maj+J</translation>
    </message>
    <message>
        <source>Number to call…</source>
        <translation>Numéro à appeler…</translation>
    </message>
</context>
<context>
    <name>SettingsDialog</name>
    <message>
        <source>System</source>
        <translation>Système</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Clair</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Sombre</translation>
    </message>
    <message>
        <source>High contrast</source>
        <translation>Contraste élevé</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Réglages</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Langue</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>Comme le système</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>Thème</translation>
    </message>
    <message>
        <source>Size of text</source>
        <translation>Taille du texte</translation>
    </message>
    <message>
        <source>The whole window follows; nothing is cut off.</source>
        <translation>Toute la fenêtre s’adapte&#xa0;; rien n’est coupé.</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1&#xa0;%</translation>
    </message>
    <message>
        <source>Reduce motion</source>
        <translation>Réduire les animations</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
</context>
<context>
    <name>SettlingDialog</name>
    <message>
        <source>What the copies disagree about</source>
        <translation>Ce sur quoi les copies diffèrent</translation>
    </message>
    <message>
        <source>Nothing was lost: choose what stays. Each choice can be undone.</source>
        <translation>Rien n’est perdu&#xa0;: choisissez ce qui reste. Chaque choix peut être annulé.</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>Plus tard</translation>
    </message>
</context>
<context>
    <name>SeveralDetails</name>
    <message>
        <source>Length of each</source>
        <translation>Durée de chacune</translation>
    </message>
    <message>
        <source>various</source>
        <translation>diverses</translation>
    </message>
    <message>
        <source>Kind of each</source>
        <translation>Type de chacune</translation>
    </message>
    <message>
        <source>Each led by</source>
        <translation>Chacune animée par</translation>
    </message>
    <message>
        <source>Alt and an arrow key move them together; Ctrl+D duplicates them, Del removes them.</source>
        <translation>Alt et une flèche les déplacent ensemble&#x202f;; Ctrl+D les duplique, Suppr les supprime.</translation>
    </message>
    <message>
        <source>%1 together</source>
        <translation>%1 en tout</translation>
    </message>
</context>
<context>
    <name>ShareSheet</name>
    <message>
        <source>Prepare together</source>
        <translation>Préparer ensemble</translation>
    </message>
    <message>
        <source>Your colleagues get this plan into their own Cercle. Everybody edits at once, also without a network; what was edited apart comes together.</source>
        <translation>Vos collègues reçoivent ce plan dans leur propre Cercle. Chacun modifie en même temps, même sans réseau&#x202f;; ce qui a été modifié séparément se réunit.</translation>
    </message>
    <message>
        <source>Your name</source>
        <translation>Votre nom</translation>
    </message>
    <message>
        <source>Your colleagues see it beside what you edit.</source>
        <translation>Vos collègues le voient à côté de ce que vous modifiez.</translation>
    </message>
    <message>
        <source>Where are your colleagues?</source>
        <translation>Où sont vos collègues&#x202f;?</translation>
    </message>
    <message>
        <source>Where your colleagues are</source>
        <translation>Où sont vos collègues</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>Share the plan</source>
        <translation>Partager le plan</translation>
    </message>
    <message>
        <source>In this room</source>
        <translation>Dans cette salle</translation>
    </message>
    <message>
        <source>At a distance</source>
        <translation>À distance</translation>
    </message>
</context>
<context>
    <name>Shift</name>
    <message>
        <source>The shift as a chart</source>
        <translation>L’évolution en graphique</translation>
    </message>
</context>
<context>
    <name>ShiftTable</name>
    <message>
        <source>The shift as a table: a row for each first position, a column for each present one</source>
        <translation>L’évolution en tableau&#xa0;: une ligne par position du début, une colonne par position actuelle</translation>
    </message>
    <message>
        <source>Total</source>
        <translation>Total</translation>
    </message>
    <message>
        <source>At first: %1</source>
        <translation>Au début&#xa0;: %1</translation>
    </message>
    <message>
        <source>Now: %1</source>
        <translation>Maintenant&#xa0;: %1</translation>
    </message>
</context>
<context>
    <name>ShortcutSheet</name>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>Raccourcis clavier</translation>
    </message>
</context>
<context>
    <name>Speakers</name>
    <message>
        <source>Who speaks and who waits</source>
        <translation>Qui parle et qui attend</translation>
    </message>
    <message>
        <source>No learner is here yet</source>
        <translation>Aucun apprenant n’est encore là</translation>
    </message>
    <message>
        <source>Raised hands stand here, whoever spoke least first.</source>
        <translation>Les mains levées sont ici, d’abord qui a le moins parlé.</translation>
    </message>
    <message>
        <source>Give the floor</source>
        <translation>Donner la parole</translation>
    </message>
    <message>
        <source>A timed speaking turn, which everybody sees (F)</source>
        <translation>Un tour de parole minuté, que tout le monde voit (F)</translation>
    </message>
    <message>
        <source>Lower the hand</source>
        <translation>Baisser la main</translation>
    </message>
    <message>
        <source>Take this hand down (L)</source>
        <translation>Baisser cette main (L)</translation>
    </message>
    <message>
        <source>Has spoken</source>
        <translation>A parlé</translation>
    </message>
    <message>
        <source>Note that they spoke, as in the video meeting (S)</source>
        <translation>Noter une prise de parole, par exemple dans la visioconférence (S)</translation>
    </message>
</context>
<context>
    <name>Stage</name>
    <message>
        <source>putting a message on stage</source>
        <translation>mettre un message sur scène</translation>
    </message>
    <message>
        <source>taking a message down</source>
        <translation>retirer un message de la scène</translation>
    </message>
    <message>
        <source>What was said in a room stays there: it cannot be put on stage for everybody. Pin it in its room.</source>
        <translation>Ce qui s’est dit dans une salle y reste&#xa0;: cela ne se met pas sur scène pour tous. Épinglez-le dans sa salle.</translation>
    </message>
</context>
<context>
    <name>StagePart</name>
    <message>
        <source>Somebody (anonymous)</source>
        <translation>Quelqu’un (anonyme)</translation>
    </message>
    <message>
        <source>Participant %1</source>
        <translation>Participant %1</translation>
    </message>
</context>
<context>
    <name>StageStrip</name>
    <message>
        <source>Everybody sees this message now.</source>
        <translation>Tout le monde voit ce message maintenant.</translation>
    </message>
    <message>
        <source>The message is no longer on stage.</source>
        <translation>Le message n’est plus sur scène.</translation>
    </message>
    <message>
        <source>On stage</source>
        <translation>Sur scène</translation>
    </message>
    <message>
        <source>Take down</source>
        <translation>Retirer</translation>
    </message>
    <message>
        <source>Everybody sees it until then (Ctrl+Shift+X)</source>
        <translation>Tout le monde le voit jusque-là (Ctrl+Maj+X)</translation>
    </message>
    <message>
        <source>Go there</source>
        <translation>Y aller</translation>
    </message>
    <message>
        <source>Show it in the conversation</source>
        <translation>Le montrer dans la conversation</translation>
    </message>
    <message>
        <source>without a name for learners</source>
        <translation>sans nom pour les apprenants</translation>
    </message>
</context>
<context>
    <name>StartSheet</name>
    <message>
        <source>Start a class</source>
        <translation>Démarrer une classe</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Titre</translation>
    </message>
    <message>
        <source>Giving feedback that helps</source>
        <translation>Donner un retour utile</translation>
    </message>
    <message>
        <source>Your name</source>
        <translation>Votre nom</translation>
    </message>
    <message>
        <source>Learners see it beside what you write.</source>
        <translation>Les apprenants le voient à côté de ce que vous écrivez.</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Langue</translation>
    </message>
    <message>
        <source>Language of the class</source>
        <translation>Langue de la classe</translation>
    </message>
    <message>
        <source>Where are the learners?</source>
        <translation>Où sont les apprenants&#xa0;?</translation>
    </message>
    <message>
        <source>Where the learners are</source>
        <translation>Où sont les apprenants</translation>
    </message>
    <message>
        <source>Meeting link (optional)</source>
        <translation>Lien de la réunion (facultatif)</translation>
    </message>
    <message>
        <source>Where people talk: Zoom, Teams, Jitsi or BigBlueButton.</source>
        <translation>Où l’on se parle&#xa0;: Zoom, Teams, Jitsi ou BigBlueButton.</translation>
    </message>
    <message>
        <source>Open the lobby later, by itself, at</source>
        <translation>Ouvrir l’accueil plus tard, de lui-même, à</translation>
    </message>
    <message>
        <source>When the lobby opens</source>
        <translation>Quand l’accueil ouvre</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>Open the class</source>
        <translation>Ouvrir la classe</translation>
    </message>
    <message>
        <source>In this room</source>
        <translation>Dans cette salle</translation>
    </message>
    <message>
        <source>At a distance</source>
        <translation>À distance</translation>
    </message>
    <message>
        <source>Number to call (optional)</source>
        <translation>Numéro à appeler (facultatif)</translation>
    </message>
    <message>
        <source>For whoever has no sound; it stands under “I have a problem”.</source>
        <translation>Pour qui n’a pas le son&#xa0;; il figure sous «&#xa0;J’ai un problème&#xa0;».</translation>
    </message>
</context>
<context>
    <name>StartTrouble</name>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
    <message>
        <source>Cercle cannot open</source>
        <translation>Cercle ne peut pas s’ouvrir</translation>
    </message>
</context>
<context>
    <name>Statements</name>
    <message>
        <source>Statements</source>
        <translation>Affirmations</translation>
    </message>
    <message>
        <source>No statement yet</source>
        <translation>Aucune affirmation pour l’instant</translation>
    </message>
    <message>
        <source>Put a statement to the class: learners agree, disagree or pass.</source>
        <translation>Soumettez une affirmation à la classe&#xa0;: les apprenants sont d’accord, pas d’accord, ou passent.</translation>
    </message>
    <message>
        <source>Put a new statement to the class</source>
        <translation>Soumettre une nouvelle affirmation à la classe</translation>
    </message>
    <message>
        <source>Put</source>
        <translation>Soumettre</translation>
    </message>
    <message>
        <source>Put to the class</source>
        <translation>Soumettre à la classe</translation>
    </message>
    <message>
        <source>Learners agree, disagree or pass (P)</source>
        <translation>Les apprenants sont d’accord, pas d’accord, ou passent (P)</translation>
    </message>
    <message>
        <source>Hide the counts</source>
        <translation>Cacher les décomptes</translation>
    </message>
    <message>
        <source>Hide the counts from learners (P)</source>
        <translation>Cacher les décomptes aux apprenants (P)</translation>
    </message>
    <message>
        <source>Show the counts</source>
        <translation>Montrer les décomptes</translation>
    </message>
    <message>
        <source>Show the counts to learners (P)</source>
        <translation>Montrer les décomptes aux apprenants (P)</translation>
    </message>
</context>
<context>
    <name>Summary</name>
    <message numerus="yes">
        <source>%n more remark(s)</source>
        <translation>
            <numerusform>%n autre remarque</numerusform>
            <numerusform>%n autres remarques</numerusform>
        </translation>
    </message>
    <message>
        <source>Fewer remarks</source>
        <translation>Moins de remarques</translation>
    </message>
    <message>
        <source>Learners speak to one another %1% of the time</source>
        <translation>Les apprenants se parlent %1&#xa0;% du temps</translation>
    </message>
</context>
<context>
    <name>SupportPanel</name>
    <message>
        <source>Calls for help and private threads</source>
        <translation>Appels à l’aide et fils privés</translation>
    </message>
    <message>
        <source>Enter or R answers, C takes the call, D says that they were helped, B gives it back, O opens it.</source>
        <translation>Entrée ou R répond, C prend l’appel, D dit qu’ils ont été aidés, B le rend, O le rouvre.</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>Répondre</translation>
    </message>
    <message>
        <source>Write to them alone, or look into the room (R)</source>
        <translation>Leur écrire en privé, ou regarder dans la salle (R)</translation>
    </message>
    <message>
        <source>I take it</source>
        <translation>Je m’en occupe</translation>
    </message>
    <message>
        <source>Tell everybody that you are on it (C)</source>
        <translation>Dire à tous que vous vous en occupez (C)</translation>
    </message>
    <message>
        <source>Helped</source>
        <translation>Aidé</translation>
    </message>
    <message>
        <source>The call is over, or needs no answer (D)</source>
        <translation>L’appel est terminé, ou ne demande pas de réponse (D)</translation>
    </message>
    <message>
        <source>Nobody calls for help</source>
        <translation>Personne n’appelle à l’aide</translation>
    </message>
    <message>
        <source>Learners call from their page, rooms by “Help”. To write to one learner alone, press P on them.</source>
        <translation>Les apprenants appellent depuis leur page, les salles par «&#xa0;À l’aide&#xa0;». Pour écrire à une seule personne, appuyez sur P.</translation>
    </message>
    <message numerus="yes">
        <source>%n waiting</source>
        <comment>calls for help that nobody has taken</comment>
        <translation>
            <numerusform>%n en attente</numerusform>
            <numerusform>%n en attente</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n being helped</source>
        <comment>calls for help</comment>
        <translation>
            <numerusform>%n en cours</numerusform>
            <numerusform>%n en cours</numerusform>
        </translation>
    </message>
    <message>
        <source>Look in</source>
        <translation>Regarder</translation>
    </message>
    <message>
        <source>No answer needed</source>
        <translation>Pas besoin de réponse</translation>
    </message>
    <message>
        <source>%1 is on it</source>
        <translation>%1 s’en occupe</translation>
    </message>
    <message>
        <source>Calls</source>
        <translation>Appels</translation>
    </message>
    <message>
        <source>Private notes</source>
        <translation>Notes privées</translation>
    </message>
    <message>
        <source>Calls for help, or the staff’s notes</source>
        <translation>Appels à l’aide, ou notes de l’équipe</translation>
    </message>
</context>
<context>
    <name>Table</name>
    <message>
        <source>Results as a table</source>
        <translation>Résultats en tableau</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>Réponse</translation>
    </message>
    <message>
        <source>Points</source>
        <translation>Points</translation>
    </message>
    <message>
        <source>People</source>
        <translation>Personnes</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>Avant</translation>
    </message>
</context>
<context>
    <name>Telling</name>
    <message>
        <source>Tell the rooms something</source>
        <translation>Faire une annonce dans les salles</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
    <message>
        <source>Who is told</source>
        <translation>À qui</translation>
    </message>
    <message>
        <source>What the rooms were told</source>
        <translation>Annonces faites dans les salles</translation>
    </message>
    <message>
        <source>All rooms</source>
        <translation>Toutes les salles</translation>
    </message>
</context>
<context>
    <name>Thanks</name>
    <message>
        <source>Explained well</source>
        <translation>Bien expliqué</translation>
    </message>
    <message>
        <source>Helped me</source>
        <translation>M’a été utile</translation>
    </message>
    <message>
        <source>Made me think</source>
        <translation>M’a fait réfléchir</translation>
    </message>
    <message>
        <source>Good example</source>
        <translation>Bon exemple</translation>
    </message>
    <message>
        <source>Encouraged me</source>
        <translation>M’a donné confiance</translation>
    </message>
    <message>
        <source>In my own words</source>
        <translation>Avec mes mots</translation>
    </message>
    <message>
        <source>gave %1 · got %2</source>
        <translation>donnés&#xa0;: %1 · reçus&#xa0;: %2</translation>
    </message>
    <message>
        <source>%1 thanks %2</source>
        <translation>%1 remercie %2</translation>
    </message>
    <message>
        <source>words not published</source>
        <translation>mots non publiés</translation>
    </message>
    <message>
        <source>thanking somebody</source>
        <translation>le remerciement</translation>
    </message>
    <message>
        <source>taking thanks back</source>
        <translation>la reprise d’un merci</translation>
    </message>
    <message>
        <source>These thanks were taken back already.</source>
        <translation>Ce merci a déjà été repris.</translation>
    </message>
    <message>
        <source>Nobody thanks themselves.</source>
        <translation>On ne se remercie pas soi-même.</translation>
    </message>
    <message>
        <source>You have thanked for this already. Take those thanks back first to say it otherwise.</source>
        <translation>Vous avez déjà remercié pour cela. Pour le dire autrement, reprenez d’abord ce merci.</translation>
    </message>
    <message>
        <source>That is %limit thanks in a short time. Wait a little before the next.</source>
        <translation>Cela fait %limit mercis en peu de temps. Attendez un peu avant le prochain.</translation>
    </message>
    <message>
        <source>“%1”</source>
        <translation>«&#xa0;%1&#xa0;»</translation>
    </message>
</context>
<context>
    <name>ThanksForm</name>
    <message>
        <source>Say in a word or two what you are thankful for.</source>
        <translation>Dites en un mot ou deux de quoi vous remerciez.</translation>
    </message>
    <message>
        <source>Thank %1</source>
        <translation>Remercier %1</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Pourquoi</translation>
    </message>
    <message>
        <source>Everybody may read these words</source>
        <translation>Tout le monde peut lire ces mots</translation>
    </message>
    <message>
        <source>Thank</source>
        <translation>Remercier</translation>
    </message>
    <message>
        <source>Send the thanks (Enter)</source>
        <translation>Envoyer le merci (Entrée)</translation>
    </message>
    <message>
        <source>In your words</source>
        <translation>Avec vos mots</translation>
    </message>
    <message>
        <source>A word of your own (may stay empty)</source>
        <translation>Un mot à vous (facultatif)</translation>
    </message>
    <message>
        <source>Thanks to your drawing I understood it</source>
        <translation>Grâce à votre dessin, j’ai compris</translation>
    </message>
</context>
<context>
    <name>ThanksPanel</name>
    <message>
        <source>Newest</source>
        <translation>Plus récents</translation>
    </message>
    <message>
        <source>By person</source>
        <translation>Par personne</translation>
    </message>
    <message>
        <source>Thanks</source>
        <translation>Mercis</translation>
    </message>
    <message>
        <source>Enter goes to the message, T thanks the person, Delete takes thanks back.</source>
        <translation>Entrée va au message, T remercie la personne, Suppr reprend un merci.</translation>
    </message>
    <message>
        <source>What is listed</source>
        <translation>Ce qui est listé</translation>
    </message>
    <message>
        <source>Go there</source>
        <translation>Y aller</translation>
    </message>
    <message>
        <source>Show the message (Enter)</source>
        <translation>Voir le message (Entrée)</translation>
    </message>
    <message>
        <source>Thank…</source>
        <translation>Remercier…</translation>
    </message>
    <message>
        <source>Thank this person (T)</source>
        <translation>Remercier cette personne (T)</translation>
    </message>
    <message>
        <source>Take back</source>
        <translation>Reprendre</translation>
    </message>
    <message>
        <source>These thanks, with their words, are gone for everyone (Delete)</source>
        <translation>Ce merci, avec ses mots, disparaît pour tous (Suppr)</translation>
    </message>
    <message>
        <source>Nobody has been thanked yet</source>
        <translation>Personne n’a encore été remercié</translation>
    </message>
    <message>
        <source>Learners thank one another from a message or the list of people; you do with the key L.</source>
        <translation>Les apprenants se remercient depuis un message ou la liste des personnes&#xa0;; vous, avec la touche L.</translation>
    </message>
    <message>
        <source>The thanks were taken back</source>
        <translation>Le merci est repris</translation>
    </message>
    <message>
        <source>%1 thanks you: %2</source>
        <translation>%1 vous remercie&#xa0;: %2</translation>
    </message>
</context>
<context>
    <name>There</name>
    <message>
        <source>Whoever runs the relay gives you its address and key.</source>
        <translation>La personne qui gère le relais vous donne son adresse et sa clé.</translation>
    </message>
    <message>
        <source>This is a local address: people at a distance will not reach it.</source>
        <translation>C’est une adresse locale&#xa0;: on ne peut l’atteindre à distance.</translation>
    </message>
    <message>
        <source>Address of the relay</source>
        <translation>Adresse du relais</translation>
    </message>
    <message>
        <source>Key of the relay</source>
        <translation>Clé du relais</translation>
    </message>
</context>
<context>
    <name>ThreadView</name>
    <message>
        <source>Private thread</source>
        <translation>Fil privé</translation>
    </message>
</context>
<context>
    <name>Time</name>
    <message>
        <source>now</source>
        <translation>à l’instant</translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation>%1 min</translation>
    </message>
    <message>
        <source>%1 h</source>
        <translation>%1 h</translation>
    </message>
    <message>
        <source>%1 d</source>
        <translation>%1 j</translation>
    </message>
</context>
<context>
    <name>TimeLabel</name>
    <message>
        <source>%1 elapsed</source>
        <translation>%1 écoulé</translation>
    </message>
    <message>
        <source>%1 over</source>
        <translation>%1 de dépassement</translation>
    </message>
    <message>
        <source>%1 left</source>
        <translation>%1 restant</translation>
    </message>
</context>
<context>
    <name>TimeLines</name>
    <message>
        <source>Planned</source>
        <translation>Prévu</translation>
    </message>
    <message>
        <source>Real</source>
        <translation>Réel</translation>
    </message>
    <message>
        <source>Planned and real times, as two lines; the table below says the same</source>
        <translation>Temps prévu et réel, sur deux lignes&#xa0;; le tableau dessous dit la même chose</translation>
    </message>
</context>
<context>
    <name>Toast</name>
    <message>
        <source>Undo</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>Dismiss</source>
        <translation>Fermer</translation>
    </message>
</context>
<context>
    <name>TogetherBar</name>
    <message>
        <source>Untitled plan</source>
        <translation>Plan sans titre</translation>
    </message>
    <message>
        <source>Prepare together…</source>
        <translation>Préparer ensemble…</translation>
    </message>
    <message>
        <source>Share this plan with colleagues</source>
        <translation>Partager ce plan avec des collègues</translation>
    </message>
    <message>
        <source>Together</source>
        <translation>Ensemble</translation>
    </message>
    <message>
        <source>Who prepares this plan with you</source>
        <translation>Qui prépare ce plan avec vous</translation>
    </message>
    <message>
        <source>“%1” is no longer shared. Your copy stays as it is.</source>
        <translation>«&#xa0;%1&#xa0;» n’est plus partagé. Votre copie reste telle quelle.</translation>
    </message>
    <message>
        <source>“%1” has been opened: it stands at the left, under the classes going on.</source>
        <translation>«&#xa0;%1&#xa0;» est ouverte&#xa0;: vous la trouvez à gauche, sous «&#xa0;Classes en cours&#xa0;».</translation>
    </message>
</context>
<context>
    <name>TogetherDialog</name>
    <message>
        <source>Prepare together</source>
        <translation>Préparer ensemble</translation>
    </message>
    <message>
        <source>Nobody but you yet. Name a colleague: you get a personal link to send. They paste it in their Cercle under “Join a class…”, and the plan opens there.</source>
        <translation>Personne d’autre que vous pour l’instant. Nommez un collègue&#xa0;: vous obtenez un lien personnel à lui envoyer. Il le colle dans son Cercle sous «&#xa0;Rejoindre une classe…&#xa0;», et le plan s’y ouvre.</translation>
    </message>
    <message>
        <source>Name of your colleague</source>
        <translation>Nom de votre collègue</translation>
    </message>
    <message>
        <source>Copy a personal link</source>
        <translation>Copier un lien personnel</translation>
    </message>
    <message>
        <source>Keep a seat for this colleague and copy its link</source>
        <translation>Réserver une place à ce collègue et copier son lien</translation>
    </message>
    <message>
        <source>Open the class</source>
        <translation>Ouvrir la classe</translation>
    </message>
    <message>
        <source>Let learners in; colleagues keep their links</source>
        <translation>Laisser entrer les apprenants&#x202f;; les collègues gardent leurs liens</translation>
    </message>
    <message>
        <source>Stop sharing…</source>
        <translation>Ne plus partager…</translation>
    </message>
    <message>
        <source>Leave…</source>
        <translation>Quitter…</translation>
    </message>
    <message>
        <source>Everybody keeps the plan as it is then</source>
        <translation>Chacun garde le plan tel qu’il est alors</translation>
    </message>
    <message>
        <source>Personal link of %1 copied</source>
        <translation>Lien personnel de %1 copié</translation>
    </message>
    <message>
        <source>Stop sharing this plan?</source>
        <translation>Ne plus partager ce plan&#x202f;?</translation>
    </message>
    <message>
        <source>Everybody keeps the plan as it is now, and edits it apart. The links stop working.</source>
        <translation>Chacun garde le plan tel qu’il est maintenant et le modifie de son côté. Les liens cessent de fonctionner.</translation>
    </message>
    <message>
        <source>Stop sharing</source>
        <translation>Ne plus partager</translation>
    </message>
    <message>
        <source>Leave this plan’s preparation?</source>
        <translation>Quitter la préparation de ce plan&#x202f;?</translation>
    </message>
    <message>
        <source>You keep the plan as it is now. To come back you need another invitation.</source>
        <translation>Vous gardez le plan tel qu’il est maintenant. Pour revenir, il vous faudra une autre invitation.</translation>
    </message>
    <message>
        <source>Leave</source>
        <translation>Quitter</translation>
    </message>
    <message>
        <source>Open the class from this plan?</source>
        <translation>Ouvrir la classe à partir de ce plan&#x202f;?</translation>
    </message>
    <message>
        <source>It is prepared together. Learners can come in from then on; your colleagues’ seats and links stay.</source>
        <translation>Il est préparé à plusieurs. Les apprenants peuvent dès lors entrer ; les places et les liens de vos collègues restent les mêmes.</translation>
    </message>
    <message>
        <source>Each link is for one person.</source>
        <translation>Chaque lien est pour une seule personne.</translation>
    </message>
</context>
<context>
    <name>TopBar</name>
    <message>
        <source>Prepare</source>
        <translation>Préparer</translation>
    </message>
    <message>
        <source>Live</source>
        <translation>En direct</translation>
    </message>
    <message>
        <source>Review</source>
        <translation>Bilan</translation>
    </message>
    <message>
        <source>Mode</source>
        <translation>Mode</translation>
    </message>
    <message>
        <source>Find an action</source>
        <translation>Trouver une action</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Réglages</translation>
    </message>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>Raccourcis clavier</translation>
    </message>
</context>
<context>
    <name>TopicDelegate</name>
    <message numerus="yes">
        <source>%n message(s)</source>
        <comment>in a topic</comment>
        <translation>
            <numerusform>%n message</numerusform>
            <numerusform>%n messages</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TopicForm</name>
    <message>
        <source>Topic</source>
        <translation>Sujet</translation>
    </message>
    <message>
        <source>What people talk about</source>
        <translation>Ce dont on parle</translation>
    </message>
    <message>
        <source>Prompt</source>
        <translation>Consigne</translation>
    </message>
    <message>
        <source>What you ask them</source>
        <translation>Ce que vous demandez</translation>
    </message>
    <message>
        <source>Objective</source>
        <translation>Objectif</translation>
    </message>
    <message>
        <source>What it is meant to reach</source>
        <translation>Ce que le sujet doit permettre</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Modifier</translation>
    </message>
    <message>
        <source>Open for everyone</source>
        <translation>Ouvrir à tous</translation>
    </message>
</context>
<context>
    <name>TopicHeading</name>
    <message>
        <source>Objective: %1</source>
        <translation>Objectif&#xa0;: %1</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Clore</translation>
    </message>
    <message>
        <source>Learners can then only read this topic</source>
        <translation>Les apprenants ne pourront plus que lire ce sujet</translation>
    </message>
    <message>
        <source>Reopen</source>
        <translation>Rouvrir</translation>
    </message>
    <message>
        <source>Let learners write here again</source>
        <translation>Laisser de nouveau les apprenants écrire ici</translation>
    </message>
</context>
<context>
    <name>Topics</name>
    <message>
        <source>Ready</source>
        <translation>Prêt</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Ouvert</translation>
    </message>
    <message>
        <source>Closed</source>
        <translation>Clos</translation>
    </message>
    <message>
        <source>opening a topic</source>
        <translation>ouvrir un sujet</translation>
    </message>
    <message>
        <source>closing a topic</source>
        <translation>clore un sujet</translation>
    </message>
    <message>
        <source>changing a topic</source>
        <translation>modifier un sujet</translation>
    </message>
    <message>
        <source>There is no such topic.</source>
        <translation>Ce sujet n’existe pas.</translation>
    </message>
    <message>
        <source>This topic was never open.</source>
        <translation>Ce sujet n’a jamais été ouvert.</translation>
    </message>
    <message>
        <source>There are %limit topics already. Use one of them.</source>
        <translation>Il y a déjà %limit sujets. Servez-vous de l’un d’eux.</translation>
    </message>
    <message>
        <source>opening a proposed topic</source>
        <translation>ouvrir un sujet proposé</translation>
    </message>
    <message>
        <source>declining a proposed topic</source>
        <translation>écarter un sujet proposé</translation>
    </message>
    <message>
        <source>merging a proposed topic</source>
        <translation>fusionner un sujet proposé</translation>
    </message>
    <message>
        <source>taking back what became of a proposed topic</source>
        <translation>revenir sur le sort d’un sujet proposé</translation>
    </message>
    <message>
        <source>saying who may propose topics</source>
        <translation>dire qui peut proposer des sujets</translation>
    </message>
    <message>
        <source>This proposal is no longer there.</source>
        <translation>Cette proposition n’est plus là.</translation>
    </message>
    <message>
        <source>What becomes of this proposal is settled already.</source>
        <translation>Le sort de cette proposition est déjà décidé.</translation>
    </message>
    <message>
        <source>The words of this proposal wait to be approved. Decide about them first.</source>
        <translation>Les mots de cette proposition attendent d’être approuvés. Décidez-en d’abord.</translation>
    </message>
    <message>
        <source>These two proposals count as one already.</source>
        <translation>Ces deux propositions n’en font déjà qu’une.</translation>
    </message>
    <message>
        <source>Look at them</source>
        <translation>Les voir</translation>
    </message>
    <message>
        <source>%1 proposes a topic</source>
        <translation>%1 propose un sujet</translation>
    </message>
    <message>
        <source>Open it</source>
        <translation>L’ouvrir</translation>
    </message>
    <message>
        <source>Decline…</source>
        <translation>Écarter…</translation>
    </message>
    <message>
        <source>Look at it</source>
        <translation>La voir</translation>
    </message>
</context>
<context>
    <name>TopicsPanel</name>
    <message>
        <source>Topics</source>
        <translation>Sujets</translation>
    </message>
    <message>
        <source>New topic…</source>
        <translation>Nouveau sujet…</translation>
    </message>
    <message>
        <source>Open a topic that is not in the plan (Ctrl+Shift+T)</source>
        <translation>Ouvrir un sujet qui n’est pas dans le plan (Ctrl+Maj+T)</translation>
    </message>
    <message>
        <source>Change what it says (E)</source>
        <translation>Modifier ce qu’il dit (E)</translation>
    </message>
    <message>
        <source>Go there</source>
        <translation>Y aller</translation>
    </message>
    <message>
        <source>Show its conversation (Enter)</source>
        <translation>Montrer sa conversation (Entrée)</translation>
    </message>
    <message>
        <source>No topic yet</source>
        <translation>Aucun sujet pour l’instant</translation>
    </message>
    <message>
        <source>A topic is a conversation of its own, with a question to start from. Those of the plan come here.</source>
        <translation>Un sujet est une conversation à part, avec une question de départ. Ceux du plan arrivent ici.</translation>
    </message>
    <message>
        <source>“%1” is closed: learners can only read it.</source>
        <translation>«&#xa0;%1&#xa0;» est clos&#xa0;: les apprenants ne peuvent plus que le lire.</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Clore</translation>
    </message>
    <message>
        <source>Learners can then only read it (O)</source>
        <translation>Les apprenants ne pourront plus que le lire (O)</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Ouvrir</translation>
    </message>
    <message>
        <source>Learners see it and write in it (O)</source>
        <translation>Les apprenants le voient et y écrivent (O)</translation>
    </message>
    <message>
        <source>Reopen</source>
        <translation>Rouvrir</translation>
    </message>
    <message>
        <source>Learners can write in it again (O)</source>
        <translation>Les apprenants peuvent de nouveau y écrire (O)</translation>
    </message>
    <message>
        <source>O opens or closes, E changes, L passes the lead, Enter goes to the conversation.</source>
        <translation>O ouvre ou clôt, E modifie, L confie l’animation, Entrée va à la conversation.</translation>
    </message>
    <message>
        <source>Let a learner lead this topic (L)</source>
        <translation>Laisser un apprenant animer ce sujet (L)</translation>
    </message>
</context>
<context>
    <name>UnsettledStrip</name>
    <message>
        <source>%1: written twice, apart</source>
        <translation>%1&#xa0;: écrit deux fois, séparément</translation>
    </message>
    <message>
        <source>Keep “%1”</source>
        <translation>Garder «&#xa0;%1&#xa0;»</translation>
    </message>
    <message>
        <source>Removed in one copy, changed in the other</source>
        <translation>Supprimé dans une copie, modifié dans l’autre</translation>
    </message>
    <message>
        <source>It stays until you decide.</source>
        <translation>Cela reste jusqu’à votre décision.</translation>
    </message>
    <message>
        <source>Keep it</source>
        <translation>Garder</translation>
    </message>
    <message>
        <source>Remove it</source>
        <translation>Supprimer</translation>
    </message>
</context>
<context>
    <name>VeilButton</name>
    <message>
        <source>%1 cannot write without a name in this activity any more.</source>
        <translation>%1 ne peut plus écrire sans nom pendant cette activité.</translation>
    </message>
    <message>
        <source>%1 is heard again.</source>
        <translation>%1 peut de nouveau écrire.</translation>
    </message>
    <message>
        <source>Anonymous messages: %1</source>
        <translation>Messages anonymes&#xa0;: %1</translation>
    </message>
    <message>
        <source>Everywhere</source>
        <translation>Partout</translation>
    </message>
    <message>
        <source>In “%1” only</source>
        <translation>Dans «&#xa0;%1&#xa0;» seulement</translation>
    </message>
    <message>
        <source>As everywhere</source>
        <translation>Comme partout</translation>
    </message>
    <message>
        <source>Not heard in this activity</source>
        <translation>Coupés pour cette activité</translation>
    </message>
    <message>
        <source>Hear %1 again</source>
        <translation>Rouvrir à %1</translation>
    </message>
</context>
<context>
    <name>Wall</name>
    <message>
        <source>What the rooms answered</source>
        <translation>Réponses des salles</translation>
    </message>
</context>
<context>
    <name>WelcomePage</name>
    <message>
        <source>What would you like them to learn from one another?</source>
        <translation>Que voudriez-vous qu’ils apprennent les uns des autres&#xa0;?</translation>
    </message>
    <message>
        <source>A plan says what you do together, in which order, for how long; it later runs the class.</source>
        <translation>Un plan dit ce que vous faites ensemble, dans quel ordre, pendant combien de temps&#xa0;; il conduira ensuite la classe.</translation>
    </message>
    <message>
        <source>Or begin from a plan that is complete</source>
        <translation>Ou partez d’un plan déjà complet</translation>
    </message>
    <message>
        <source>Write a plan</source>
        <translation>Écrire un plan</translation>
    </message>
    <message>
        <source>Open a file…</source>
        <translation>Ouvrir un fichier…</translation>
    </message>
    <message>
        <source>Open a plan, an agenda or polls from a file</source>
        <translation>Ouvrir un plan, un déroulé ou des sondages depuis un fichier</translation>
    </message>
    <message>
        <source>Rehearse a sample class</source>
        <translation>Répéter une classe d’exemple</translation>
    </message>
    <message>
        <source>Lead a class of simulated learners, from the first of these plans</source>
        <translation>Conduire une classe d’apprenants simulés, à partir du premier de ces plans</translation>
    </message>
    <message>
        <source>Session formats stand in the library at the right: think-pair-share, jigsaw, world café and others.</source>
        <translation>Les formats de séance sont dans la bibliothèque, à droite&#xa0;: penser-échanger-partager, classe puzzle, world café et d’autres.</translation>
    </message>
</context>
<context>
    <name>WhoWasThere</name>
    <message>
        <source>Who was there</source>
        <translation>Qui était là</translation>
    </message>
</context>
<context>
    <name>Writing</name>
    <message>
        <source>Message to everyone</source>
        <translation>Message à tout le monde</translation>
    </message>
    <message>
        <source>Message to the staff; learners never see it</source>
        <translation>Message à l’équipe&#xa0;; les participants ne le voient jamais</translation>
    </message>
    <message>
        <source>Message to %1</source>
        <translation>Message à %1</translation>
    </message>
    <message>
        <source>You change your message: %1</source>
        <translation>Vous modifiez votre message&#xa0;: %1</translation>
    </message>
    <message>
        <source>Answer to %1: %2</source>
        <translation>Réponse à %1&#xa0;: %2</translation>
    </message>
</context>
<context>
    <name>_Counts</name>
    <message numerus="yes">
        <source>%n answer(s)</source>
        <comment>to a poll</comment>
        <translation>
            <numerusform>%n réponse</numerusform>
            <numerusform>%n réponses</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of %1 changed their mind</source>
        <comment>between two rounds</comment>
        <translation>
            <numerusform>%n sur %1 a changé d’avis</numerusform>
            <numerusform>%n sur %1 ont changé d’avis</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n point(s)</source>
        <comment>of a ranking</comment>
        <translation>
            <numerusform>%n point</numerusform>
            <numerusform>%n points</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The poll is closed: %n answer(s)</source>
        <comment>to it</comment>
        <translation>
            <numerusform>Le sondage est clos&#xa0;: %n réponse</numerusform>
            <numerusform>Le sondage est clos&#xa0;: %n réponses</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n went from “%1” to “%2”</source>
        <comment>between two rounds</comment>
        <translation>
            <numerusform>%n personne est passée de «&#xa0;%1&#xa0;» à «&#xa0;%2&#xa0;»</numerusform>
            <numerusform>%n personnes sont passées de «&#xa0;%1&#xa0;» à «&#xa0;%2&#xa0;»</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n people</source>
        <comment>in a room</comment>
        <translation>
            <numerusform>%n personne</numerusform>
            <numerusform>%n personnes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Give %n min more</source>
        <comment>to the rooms</comment>
        <translation>
            <numerusform>Donner %n min de plus</numerusform>
            <numerusform>Donner %n min de plus</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n vote(s)</source>
        <comment>for a proposed topic</comment>
        <translation>
            <numerusform>%n vote</numerusform>
            <numerusform>%n votes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n person(s) took a position</source>
        <comment>in a debate</comment>
        <translation>
            <numerusform>%n personne a pris position</numerusform>
            <numerusform>%n personnes ont pris position</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n moved</source>
        <comment>people, from one position to another</comment>
        <translation>
            <numerusform>%n a changé</numerusform>
            <numerusform>%n ont changé</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n argument(s)</source>
        <comment>in a debate</comment>
        <translation>
            <numerusform>%n argument</numerusform>
            <numerusform>%n arguments</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>spoke %n time(s), %1</source>
        <comment>%1 is a duration</comment>
        <translation>
            <numerusform>a parlé %n fois, %1</numerusform>
            <numerusform>a parlé %n fois, %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>convinces %n</source>
        <comment>people, by an argument</comment>
        <translation>
            <numerusform>convainc %n personne</numerusform>
            <numerusform>convainc %n personnes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>moved %n</source>
        <comment>people, by an argument</comment>
        <translation>
            <numerusform>a fait changer %n personne</numerusform>
            <numerusform>a fait changer %n personnes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n went from “%1” to “%2”</source>
        <comment>from one position to another</comment>
        <translation>
            <numerusform>%n est passé de «&#xa0;%1&#xa0;» à «&#xa0;%2&#xa0;»</numerusform>
            <numerusform>%n sont passés de «&#xa0;%1&#xa0;» à «&#xa0;%2&#xa0;»</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>_Heads</name>
    <message>
        <source>Activity</source>
        <translation>Activité</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Quand</translation>
    </message>
    <message>
        <source>Planned</source>
        <translation>Prévu</translation>
    </message>
    <message>
        <source>Real</source>
        <translation>Réel</translation>
    </message>
    <message>
        <source>Difference</source>
        <translation>Écart</translation>
    </message>
</context>
<context>
    <name>_Line</name>
    <message>
        <source>Go to the pinned message</source>
        <translation>Aller au message épinglé</translation>
    </message>
    <message>
        <source>Move it up</source>
        <translation>Le monter</translation>
    </message>
    <message>
        <source>Move it down</source>
        <translation>Le descendre</translation>
    </message>
    <message>
        <source>Unpin</source>
        <translation>Détacher</translation>
    </message>
</context>
<context>
    <name>_OpenCard</name>
    <message>
        <source>Untitled</source>
        <translation>Sans titre</translation>
    </message>
    <message>
        <source>%1 “%2”</source>
        <translation>%1 «&#xa0;%2&#xa0;»</translation>
    </message>
    <message>
        <source>The plan itself</source>
        <translation>Le plan lui-même</translation>
    </message>
    <message>
        <source>One side removed this while the other changed it.</source>
        <translation>Un côté l’a supprimé pendant que l’autre le modifiait.</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>Garder</translation>
    </message>
    <message>
        <source>Keep it as it stands here</source>
        <translation>Le garder tel qu’il est ici</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Supprimer</translation>
    </message>
    <message>
        <source>Remove it after all</source>
        <translation>Le supprimer quand même</translation>
    </message>
</context>
</TS>
