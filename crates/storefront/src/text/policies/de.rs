//! The legal pages in German.

use super::Text;

pub(super) static PAGES: [Text; 4] = [
    (
        "Datenschutzerklärung",
        &[
            "Wir behalten, was du an der Kasse eingibst: deinen Namen, deine E-Mail-Adresse, die Lieferadresse und was du gekauft hast. Wir brauchen es, um zu liefern und dir zu antworten.",
            "Kartendaten werden auf der Seite des Kartendienstes eingegeben. Der Shop sieht nie eine Kartennummer.",
            "Wir setzen keine Cookies und verfolgen dich nicht. Über Angebote schreiben wir dir nur, wenn du es sagst.",
            "Dies ist ein Shop zur Vorführung: Was du eingibst, verlässt den Rechner nicht, auf dem er läuft.",
        ],
    ),
    (
        "Verkaufsbedingungen",
        &[
            "Du siehst alles, was zu bezahlen ist, bevor du bezahlst. Abgebucht wird der Betrag, den du bestätigst.",
            "Deine Bestellung ist aufgegeben, wenn die Zahlung gelungen ist. Mit dem Link auf der Bestätigungsseite kannst du sie verfolgen.",
            "Dies ist ein Shop zur Vorführung mit einem Kartendienst zum Testen: Es fließt kein echtes Geld und nichts wird verschickt.",
        ],
    ),
    (
        "Rückgabe und Erstattung",
        &[
            "Du kannst alles innerhalb von 30 Tagen nach Ankunft unbenutzt zurückschicken. Das Geld geht zurück auf die Karte, mit der du bezahlt hast.",
            "Was nur für dich gemacht wurde und Downloads lassen sich nicht zurückgeben, außer sie haben einen Mangel.",
        ],
    ),
    (
        "Versand",
        &[
            "Der Preis der Lieferung hängt von Gewicht und Land ab und steht vor dem Bezahlen da. Größere Bestellungen gehen innerhalb des Landes kostenlos raus.",
            "Der Standardversand dauert im Inland 3 bis 5 Werktage und ins Ausland 7 bis 12, Express 1 bis 2 und 3 bis 5.",
            "Vorbestellungen gehen mit dem Rest der Bestellung ab dem Tag raus, der dabeisteht. Downloads sind sofort bereit.",
        ],
    ),
];
