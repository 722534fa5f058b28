"""What stands on cards and tables of the game on paper: German, English, Einfache Sprache."""

from __future__ import annotations

from workbook.text import LANGUAGES

WORDS: dict[str, tuple[str, str, str]] = {
    # --- rules --------------------------------------------------------------------------------------
    "rules": ("So wird gespielt", "How to play", "So spielen Sie"),
    "rules-need": (
        "Drei bis acht Personen, etwa 30 Minuten für eine Runde, Stifte. Einmal drucken: diese Regeln, die Karten, das Szenenheft; von den "
        "Tabellen nur die eine, mit der Sie beginnen.",
        "Three to eight people, about 30 minutes for one round, pens. Print once: these rules, the cards, the book of scenes; of the tables "
        "only the one with which you begin.",
        "3 bis 8 Personen, etwa 30 Minuten für eine Runde, Stifte. Drucken Sie: diese Regeln, die Karten und das Szenenheft. Von den "
        "Tabellen brauchen Sie nur eine.",
    ),
    "rule-roles": (
        "Rollen ziehen. Wer eine Karte hat, spricht aus ihr, auch gegen die eigene Meinung. Wer keine hat, schreibt das Protokoll.",
        "Draw roles. Whoever holds a card speaks from it, also against their own opinion. Whoever holds none keeps the record.",
        "Ziehen Sie eine Rolle. Sie sprechen für diese Rolle. Auch wenn Sie selbst anders denken. Wer keine Rolle hat, schreibt mit.",
    ),
    "rule-start": (
        "Anfang wählen: entweder die beiden Hebel des Spiels stellen oder eine der Welten nehmen. Die Nummer dahinter ist die "
        "Tabelle, die ab jetzt gilt.",
        "Choose a beginning: either set the two levers of the game or take one of the worlds. The number behind it is the "
        "table that holds from now on.",
        "Wählen Sie einen Anfang. Entweder stellen Sie die 2 Hebel. Oder Sie nehmen eine Welt. Dort steht eine Nummer. Das ist "
        "Ihre Tabelle.",
    ),
    "rule-guess": (
        "Raten. Jede*r schreibt verdeckt auf: Wie hoch steht die erste Zahl der Tabelle im letzten Jahr?",
        "Guess. Everybody writes down, covered: how high will the first number of the table stand in the last year?",
        "Raten Sie. Jede Person schreibt verdeckt auf: Wie hoch ist die erste Zahl der Tabelle im letzten Jahr?",
    ),
    "rule-event": (
        "Ereignis vorlesen. Jede Rolle sagt einen Satz; dann streiten, dann entscheiden. Den Buchstaben der Antwort ins "
        "Protokoll schreiben.",
        "Read out the event. Each role says one sentence; then argue, then decide. Write the letter of the answer into the record.",
        "Lesen Sie das Ereignis vor. Jede Rolle sagt einen Satz. Dann entscheiden Sie zusammen. Schreiben Sie den Buchstaben auf.",
    ),
    "rule-look": (
        "Nachschlagen. Alle Buchstaben bisher, hintereinander gelesen, sind Ihr Weg. In der Tabelle stehen daneben die Zahlen "
        "des Jahres und die Nummern der Szenen. Diese Szenen laut vorlesen.",
        "Look it up. All letters so far, read one after the other, are your way. Beside it the table has the numbers of the "
        "year and the numbers of the scenes. Read these scenes aloud.",
        "Schlagen Sie nach. Alle Buchstaben hintereinander sind Ihr Weg. Daneben stehen die Zahlen und die Nummern der Szenen. "
        "Lesen Sie diese Szenen laut vor.",
    ),
    "rule-end": (
        "Nach der letzten Antwort erzählt die letzte Szene das Ende. Jetzt die Zettel aufdecken: Wer lag wie weit daneben, und "
        "was hat gefehlt?",
        "After the last answer the last scene tells the ending. Now uncover the notes: who was how far off, and what was missing?",
        "Nach der letzten Antwort kommt das Ende. Decken Sie jetzt die Zettel auf. Wer hat gut geraten? Was war überraschend?",
    ),
    "rule-again": (
        "Wenn Zeit ist, noch einmal von vorn, mit anderem Anfang und getauschten Rollen. Was blieb gleich, was hing an Ihnen?",
        "If there is time, once more from the start, with another beginning and with roles exchanged. What stayed the same, what hung on you?",
        "Haben Sie noch Zeit? Spielen Sie noch einmal. Nehmen Sie einen anderen Anfang und eine andere Rolle. Was war gleich? Was war anders?",
    ),
    "starts": ("Welche Tabelle gilt?", "Which table holds?", "Welche Tabelle brauchen Sie?"),
    "starts-levers": (
        "Die beiden Hebel des Spiels, in der Welt »{world}«",
        "The two levers of the game, in the world “{world}”",
        "Die 2 Hebel vom Spiel, in der Welt »{world}«",
    ),
    "starts-worlds": ("Oder eine der anderen Welten", "Or one of the other worlds", "Oder eine andere Welt"),
    "world": ("Welt", "World", "Welt"),
    "about": ("Kurz gesagt", "In short", "Kurz gesagt"),
    "table": ("Tabelle", "Table", "Tabelle"),
    "table-of": ("Tabelle {number}: {start}", "Table {number}: {start}", "Tabelle {number}: {start}"),
    "exact": (
        "Jede Zeile ist gerechnet, nicht geschätzt: Sie ist ein eigener Lauf des Modells, gerundet auf die gedruckte Stelle. "
        "Am Bildschirm gestellt, erzählt derselbe Anfang mit denselben Antworten dieselbe Zukunft.",
        "Each row is computed, not estimated: it is a run of the model of its own, rounded to the printed digit. Set on a "
        "screen, the same beginning with the same answers tells the same future.",
        "Jede Zeile ist genau gerechnet. Sie ist gerundet. Mit dem gleichen Anfang und den gleichen Antworten kommt am "
        "Computer die gleiche Zukunft.",
    ),
    "chosen-asked": (
        "»{lever}« gehört zur ersten Frage. »{other}« bewegt von den übrigen Hebeln, allein vom einen Ende zum anderen gestellt, "
        "die Zahlen des Jahres {year} im Mittel am weitesten. Alle anderen Hebel bleiben, wo sie am Anfang stehen, bis eine Antwort "
        "sie bewegt.",
        "“{lever}” belongs to the first question. Of the other levers “{other}”, moved alone from end to end, carries the "
        "numbers of {year} furthest on average. All other levers stay where they begin until an answer moves them.",
        "»{lever}« gehört zur ersten Frage. »{other}« verändert die Zahlen im Jahr {year} am meisten. Alle anderen Hebel bleiben "
        "wie am Anfang. Nur Ihre Antworten ändern sie.",
    ),
    "chosen": (
        "Gewählt sind die Hebel, die, allein vom einen Ende zum anderen gestellt, die Zahlen des Jahres {year} im Mittel am "
        "weitesten bewegen. Alle anderen bleiben, wo sie am Anfang stehen, bis eine Antwort sie bewegt.",
        "Chosen are the levers that, moved alone from end to end, carry the numbers of {year} furthest on average. All others "
        "stay where they begin until an answer moves them.",
        "Diese Hebel verändern die Zahlen im Jahr {year} am meisten. Alle anderen Hebel bleiben wie am Anfang. Nur Ihre Antworten "
        "ändern sie.",
    ),
    "fixed-decisions": (
        "Nicht im Spiel auf Papier und wie ohne Entscheidung: {names}.",
        "Not in the game on paper, and as without a decision: {names}.",
        "Diese Entscheidungen sind nicht im Spiel auf Papier: {names}. Dort passiert, was ohne Entscheidung passiert.",
    ),
    "record": ("Protokoll", "Record", "Mitschrift"),
    "record-table": ("Unser Weg", "Our way", "Unser Weg"),
    "first-guess": ("Unsere Vermutung für ●", "Our guess for ●", "Unsere Vermutung für ●"),
    "answer": ("Antwort", "Answer", "Antwort"),
    "event": ("Ereignis", "Event", "Ereignis"),
    "numbers": ("Zahlen", "Numbers", "Zahlen"),
    "scenes": ("Szenen", "Scenes", "Szenen"),
    "against": ("Wer war dagegen, und warum?", "Who was against it, and why?", "Wer war dagegen? Warum?"),
    # --- cards --------------------------------------------------------------------------------------
    "roles": ("Rollenkarten", "Role cards", "Rollenkarten"),
    "role": ("Rolle", "Role", "Rolle"),
    "want-client": (
        "Will Hilfe, die rechtzeitig kommt, und nicht jedes Mal von vorn erzählen.",
        "Wants help that comes in time, and not to tell everything anew each time.",
        "Diese Person braucht Hilfe. Sie soll rechtzeitig kommen. Und man will nicht immer alles neu erzählen.",
    ),
    "want-worker": (
        "Will die Arbeit gut machen und am Freitag noch jemand sein.",
        "Wants to do the work well and still be somebody on Friday.",
        "Diese Person will gut arbeiten. Und am Ende der Woche noch Kraft haben.",
    ),
    "want-manager": (
        "Will, dass der Laden läuft, und muss es nach oben und nach unten erklären.",
        "Wants things to run, and has to explain it upwards and downwards.",
        "Diese Person leitet das Ganze. Es soll laufen. Sie muss es allen erklären.",
    ),
    "want-treasurer": (
        "Will, dass es nächstes Jahr noch bezahlt werden kann, und fragt, was sonst dafür wegfällt.",
        "Wants it to be affordable next year too, and asks what will be dropped for it.",
        "Diese Person passt auf das Geld der Stadt auf. Sie fragt: Können wir das nächstes Jahr noch bezahlen? Was fällt dafür weg?",
    ),
    "want": (
        "Sieht diese Zukunft von einer Seite, die sonst niemand am Tisch kennt.",
        "Sees this future from a side that nobody else at the table knows.",
        "Diese Person sieht etwas, das die anderen nicht sehen.",
    ),
    "open-client": (
        "Woran würde ich nächsten Dienstag merken, dass ihr etwas geändert habt?",
        "How would I notice next Tuesday that you have changed something?",
        "Was merke ich nächsten Dienstag davon?",
    ),
    "open-worker": (
        "Wenn das dazukommt: Was soll ich dafür liegen lassen?",
        "If this is added: what am I to leave undone for it?",
        "Das kommt dazu. Was soll ich dafür weglassen?",
    ),
    "open-manager": (
        "Wen brauche ich dafür, und wem muss ich dafür absagen?",
        "Whom do I need for it, and whom do I have to turn down for it?",
        "Wen brauche ich dafür? Und wem muss ich Nein sagen?",
    ),
    "open-treasurer": (
        "Was kostet es in drei Jahren, wenn wir es heute nicht tun?",
        "What will it cost in three years if we do not do it today?",
        "Was kostet es in 3 Jahren, wenn wir heute nichts machen?",
    ),
    "open": (
        "Wer ist hier noch nicht gefragt worden?",
        "Who has not been asked here yet?",
        "Wen haben wir noch nicht gefragt?",
    ),
    "interest": ("Was diese Stimme will", "What this voice wants", "Das will diese Person"),
    "stakes": ("Was sie {year} gewinnt (+) oder verliert (−)", "What it gains (+) or loses (−) by {year}", "Das gewinnt (+) oder verliert (−) sie {year}"),
    "opening": ("Womit sie anfängt", "How it begins", "Damit fängt sie an"),
    "levers": ("Hebelkarten", "Lever cards", "Hebelkarten"),
    "lever": ("Hebel", "Lever", "Hebel"),
    "lever-game": ("Hebel im Spiel", "Lever in the game", "Hebel im Spiel"),
    "events": ("Ereigniskarten", "Event cards", "Ereigniskarten"),
    "sets-off": ("Setzt in Gang: {effects}", "Sets in motion: {effects}", "Das ändert sich: {effects}"),
    "sets-to": ("{label} auf {value}", "{label} to {value}", "{label} auf {value}"),
    "nobody": ("Wenn niemand entscheidet: {letter}", "If nobody decides: {letter}", "Wenn niemand entscheidet: {letter}"),
    # --- tables and scenes --------------------------------------------------------------------------
    "way": ("Weg", "Way", "Weg"),
    "after-year": ("Nach der Entscheidung {year}", "After the decision of {year}", "Nach der Entscheidung {year}"),
    "last-year": ("Am Ende, {year}", "At the end, {year}", "Am Ende, {year}"),
    "last-year-on": ("Am Ende, {year} (weiter)", "At the end, {year} (continued)", "Am Ende, {year} (weiter)"),
    "shown-numbers": ("Die Zahlen", "The numbers", "Die Zahlen"),
    "thousand": ("in Tausend", "in thousands", "in Tausend"),
    "book": ("Szenenheft", "Book of scenes", "Szenenheft"),
    "book-why": (
        "Zahlen mit »bis« zeigen, was auf den gedruckten Wegen vorkommt, die zu dieser Szene führen. Ihre eigene steht in der "
        "Tabelle.",
        "Numbers with “to” show what occurs on the printed ways that lead to this scene. Your own stands in the table.",
        "Manchmal steht da: 8 bis 12. Auf jedem Weg ist die Zahl etwas anders. Sie liegt zwischen 8 und 12.",
    ),
    "span": ("{low} bis {high}", "{low} to {high}", "{low} bis {high}"),
    "scene-of": ("{number} · {title}", "{number} · {title}", "{number} · {title}"),
    "price": ("Der Preis: {text}", "The price: {text}", "Der Preis: {text}"),
    "crack": ("Der Riss: {text}", "The crack: {text}", "Der Riss: {text}"),
    "utopia": ("Utopie", "Utopia", "Utopie"),
    "dystopia": ("Dystopie", "Dystopia", "Dystopie"),
    "ambivalent": ("Dazwischen", "In between", "Dazwischen"),
    "way-round": (
        "Wer das heute nicht lesen will, liest nur die Überschrift und spielt weiter; am Weg ändert es nichts.",
        "Who would rather not read this today reads the title only and plays on; it changes nothing about the way.",
        "Sie wollen das heute nicht lesen? Dann lesen Sie nur die Überschrift. Das Spiel geht normal weiter.",
    ),
}  # fmt: skip
"""key -> (German, English, Einfache Sprache)."""


def say(key: str, lang: str, **values: object) -> str:
    """A sentence with its values filled in; plain text, not HTML."""
    text = WORDS[key][LANGUAGES.index(lang)]
    return text.format(**values) if values else text


def of_voice(key: str, voice: str, lang: str) -> str:
    """A sentence of one of the four voices, or the one for any other."""
    return say(f"{key}-{voice}" if f"{key}-{voice}" in WORDS else key, lang)
