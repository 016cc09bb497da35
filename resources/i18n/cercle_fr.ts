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
    <name>ModePage</name>
    <message>
        <source>Side column</source>
        <translation>Colonne latérale</translation>
    </message>
    <message>
        <source>What the middle shows</source>
        <translation>Contenu du centre</translation>
    </message>
</context>
<context>
    <name>Panels</name>
    <message>
        <source>Attention</source>
        <translation>Attention</translation>
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
    <name>ShortcutSheet</name>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>Raccourcis clavier</translation>
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
</TS>
