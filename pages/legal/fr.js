// French.

export const legal = {
  intro:
    "Ceci est une démonstration. La boutique, ses prix et ses paiements par carte sont inventés\u00a0; rien n’est expédié et aucun argent ne circule. Voici l’essentiel\u00a0; le texte de la boutique est en lien sous chaque partie.",
  shipping1:
    "Le prix de la livraison et sa date prévue s’affichent dans la commande avant le paiement, pour chaque mode d’envoi. Ils dépendent du poids et du pays.",
  shipping2:
    "Les taxes sont comprises ou ajoutées selon la loi de votre pays, et toujours dans le total que vous confirmez.",
  shipping3:
    "Une précommande part à compter du jour indiqué, avec le reste de la commande. Le numérique est prêt aussitôt.",
  refunds1:
    "Vous avez changé d’avis\u00a0? Renvoyez l’article non utilisé dans les 30 jours suivant son arrivée, et l’argent revient sur la carte qui a payé.",
  refunds2:
    "Ce qui a été fait pour vous seul et les téléchargements ne se reprennent qu’en cas de défaut.",
  privacy1:
    "Pour livrer une commande, la boutique garde ce que vous saisissez\u00a0: nom, adresse, e-mail, et un téléphone si le transporteur en a besoin. Cela sert à cette commande et à ses messages, à rien d’autre.",
  privacyCard:
    "Le numéro de carte va directement au prestataire de paiement. La boutique ne le voit jamais.",
  privacyDevice:
    "Sur cet appareil, le rayon ne retient que votre panier et l’endroit où vous étiez. Ni nom, ni adresse, ni cookie publicitaire.",
  privacyCreator:
    "L’auteur de la vidéo voit ce qui s’est vendu, pas qui vous êtes.",
  privacyHere:
    "Dans cette démonstration, tout reste dans un fichier de base de données sur l’ordinateur qui la fait tourner. Supprimez le fichier et tout disparaît.",
  terms1:
    "Vous achetez à la boutique nommée à la commande, pas à la plateforme vidéo. Le total que vous confirmez est le total débité.",
  terms2:
    "La commande est passée lorsque le paiement a abouti. Si un article s’épuise avant, vous êtes prévenu et rien n’est débité.",
  terms3:
    "Les images des produits appartiennent à leurs auteurs. Profitez-en, prêtez-les, offrez-les\u00a0; merci de ne pas les copier pour les vendre.",
};
