//! The legal pages in French.

use super::Text;

pub(super) static PAGES: [Text; 4] = [
    (
        "Politique de confidentialité",
        &[
            "Nous gardons ce que vous saisissez en commandant\u{a0}: votre nom, votre adresse e-mail, l’adresse de livraison et vos achats. Il nous les faut pour expédier la commande et vous répondre.",
            "Les données de la carte se saisissent sur la page du prestataire de paiement. La boutique ne voit jamais un numéro de carte.",
            "Nous ne posons pas de cookies et ne vous suivons pas. Nous ne vous écrivons au sujet d’offres que si vous le souhaitez.",
            "Ceci est une boutique de démonstration\u{a0}: rien de ce que vous saisissez ne quitte la machine où elle tourne.",
        ],
    ),
    (
        "Conditions de vente",
        &[
            "Vous voyez tout ce qu’il y a à payer avant de payer. Le total que vous confirmez est le total débité.",
            "Votre commande est passée lorsque le paiement a abouti. Vous pouvez la suivre avec le lien de la page de confirmation.",
            "Ceci est une boutique de démonstration avec un prestataire de test\u{a0}: aucun argent réel ne circule et rien n’est expédié.",
        ],
    ),
    (
        "Retours et remboursements",
        &[
            "Vous pouvez renvoyer tout article non utilisé dans les 30 jours suivant son arrivée. Nous remboursons la carte avec laquelle vous avez payé.",
            "Ce qui a été fait pour vous seul et les téléchargements ne se renvoient pas, sauf en cas de défaut.",
        ],
    ),
    (
        "Expédition",
        &[
            "Le prix de la livraison dépend du poids et du pays et s’affiche avant le paiement. Les grosses commandes sont expédiées sans frais dans le pays.",
            "La livraison standard prend de 3 à 5 jours ouvrés dans le pays et de 7 à 12 à l’étranger, l’express de 1 à 2 et de 3 à 5.",
            "Les précommandes partent avec le reste de la commande, à partir du jour indiqué. Les téléchargements sont prêts aussitôt.",
        ],
    ),
];
