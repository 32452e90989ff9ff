// German.

export const legal = {
  intro:
    "Dies ist eine Vorführung. Der Shop, seine Preise und Kartenzahlungen sind ausgedacht; nichts wird verschickt und kein Geld fließt. Hier steht das Wichtigste; der Text des Shops ist unter jedem Teil verlinkt.",
  shipping1:
    "Was die Lieferung kostet und wann sie ankommen soll, steht an der Kasse vor dem Bezahlen, für jede Versandart. Es hängt von Gewicht und Land ab.",
  shipping2:
    "Steuern sind enthalten oder kommen dazu, wie es das Recht deines Landes verlangt, und stehen immer in der Summe, die du bestätigst.",
  shipping3:
    "Eine Vorbestellung geht ab dem Tag raus, der dabeisteht, zusammen mit dem Rest der Bestellung. Digitales ist sofort bereit.",
  refunds1:
    "Doch nicht das Richtige? Schick es innerhalb von 30 Tagen nach Ankunft unbenutzt zurück, und das Geld geht auf die Karte, mit der du bezahlt hast.",
  refunds2:
    "Was nur für dich gemacht wurde und Downloads kommen nur zurück, wenn sie einen Mangel haben.",
  privacy1:
    "Um zu liefern, behält der Shop, was du an der Kasse eingibst: Name, Adresse, E-Mail und eine Telefonnummer, wenn der Paketdienst sie braucht. Es dient dieser Bestellung und ihren Nachrichten und sonst nichts.",
  privacyCard:
    "Die Kartennummer geht direkt an den Zahlungsdienst. Der Shop sieht sie nie.",
  privacyDevice:
    "Auf diesem Gerät merkt sich das Regal nur, welcher Warenkorb deiner ist und wo du warst. Kein Name, keine Adresse, kein Werbe-Cookie.",
  privacyCreator:
    "Wer das Video gemacht hat, sieht, was verkauft wurde, nicht, wer du bist.",
  privacyHere:
    "In dieser Vorführung bleibt alles in einer Datenbankdatei auf dem Rechner, auf dem sie läuft. Lösch die Datei und es ist weg.",
  terms1:
    "Du kaufst bei dem Shop, der an der Kasse genannt ist, nicht bei der Videoplattform. Abgebucht wird der Betrag, den du bestätigst.",
  terms2:
    "Die Bestellung ist aufgegeben, wenn die Zahlung gelungen ist. Ist etwas vorher ausverkauft, erfährst du es und nichts wird abgebucht.",
  terms3:
    "Die Bilder auf den Sachen gehören denen, die sie gemacht haben. Freu dich daran, verleih sie, verschenk sie; bitte kopier sie nicht zum Verkauf.",
};
