// Les mots de l’écriture sans nom, en français.

export default {
  "anonymous.without_name": "Sans mon nom",
  "anonymous.with_name": "Envoyer avec mon nom",
  "anonymous.peers": "Vos formateurs voient votre nom. Les autres apprenants ne le voient pas.",
  "anonymous.everybody": "Ni les apprenants ni les formateurs ne voient votre nom : ils lisent un pseudonyme, le vôtre pour cette activité seulement. La personne qui gère le serveur de la séance pourrait le retrouver jusqu’à la fin de la séance. Dans un petit groupe, votre façon d’écrire peut vous trahir.",
  "anonymous.as_peers": "Les autres apprenants ne voient pas votre nom",
  "anonymous.as_everybody": "Personne ne voit votre nom",
  "anonymous.changed": "Ceux qui voient votre nom ici ont changé. Rien n’est parti. Choisissez de nouveau.",
  "anonymous.again_peers": "Le cacher aux apprenants seulement",
  "anonymous.again_everybody": "Le cacher à tout le monde",
  "anonymous.muted": "Vos formateurs ne reçoivent plus vos messages sans nom dans cette activité. Vous pouvez écrire avec votre nom.",
  "code.anonymity_changed": "Ceux qui verraient votre nom ont changé entre-temps : rien n’est parti. Renvoyez le message si vous le voulez toujours.",
  "code.alias_muted": "Vos formateurs ne reçoivent plus vos messages sans nom dans cette activité.",
};
