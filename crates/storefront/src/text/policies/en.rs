//! The legal pages in English.

use super::Text;

pub(super) static PAGES: [Text; 4] = [
    (
        "Privacy policy",
        &[
            "We keep what you enter at checkout: your name, e-mail address, delivery address and what you bought. We need it to send your order and to answer you.",
            "Card details are entered on the card processor's own page. The shop never sees a card number.",
            "We set no cookies and do not follow you around. We write to you about offers only if you say so.",
            "This is a demonstration shop: nothing you enter leaves the machine it runs on.",
        ],
    ),
    (
        "Terms of sale",
        &[
            "You see everything there is to pay before you pay it. The total that you confirm is the total that is charged.",
            "Your order is placed when the payment has gone through. You can follow it with the link on the confirmation page.",
            "This is a demonstration shop with a sandbox card processor: no real money moves and nothing is sent.",
        ],
    ),
    (
        "Returns and refunds",
        &[
            "You can send anything back within 30 days of its arrival, unused. We give the money back to the card you paid with.",
            "Things made for you alone and downloads cannot be sent back unless something is wrong with them.",
        ],
    ),
    (
        "Shipping",
        &[
            "The price of delivery depends on weight and country and is shown before you pay. Larger orders are sent free of charge within the country.",
            "Standard shipping takes 3 to 5 working days at home and 7 to 12 abroad, express 1 to 2 and 3 to 5.",
            "Pre-orders are sent together with the rest of the order, from the day shown beside them. Downloads are ready at once.",
        ],
    ),
];
