// English.

export const legal = {
  intro:
    "This is a demonstration. The shop, its prices and its card payments are made up; no goods leave and no money moves. What follows is the short of it; the shop’s own words are linked under each part.",
  shipping1:
    "What delivery costs and when it should arrive stands in the checkout before you pay, for each way of sending. It depends on weight and country.",
  shipping2:
    "Taxes are included or added as the law of your country asks, and are always in the total you confirm.",
  shipping3:
    "A pre-order is sent from the day shown beside it, together with the rest of the order. Something digital is ready at once.",
  refunds1:
    "Changed your mind? Send it back unused within 30 days of its arrival, and the money goes back to the card you paid with.",
  refunds2:
    "What was made for you alone, and downloads, come back only when something is wrong with them.",
  privacy1:
    "To deliver an order the shop keeps what you type at checkout: name, address, e-mail, and a phone number if the carrier needs one. It is used for that order and its messages and for nothing else.",
  privacyCard:
    "The card number goes straight to the payment processor. The shop never sees it.",
  privacyDevice:
    "On this device the shelf keeps only which cart is yours and where you were. No name, no address, no cookie for advertising.",
  privacyCreator:
    "The video’s creator sees what was sold, not who you are.",
  privacyHere:
    "In this demonstration everything stays in one database file on the computer that runs it. Delete the file and it is gone.",
  terms1:
    "You buy from the shop named at checkout, not from the video platform. The total you confirm is the total that is charged.",
  terms2:
    "The order is placed when the payment has gone through. If a thing sells out before that, you are told and nothing is charged.",
  terms3:
    "The pictures on the things belong to their creators. Enjoy them, lend them, give them away; please do not copy them for sale.",
};
