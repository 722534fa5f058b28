"""What the board says, in page, file and notebook alike: German, English, Einfache Sprache.

Templates with ``{places}`` and nothing else, so that the page fills them as Python does.
"""

from __future__ import annotations

from collections.abc import Mapping

_DE = {
    "room": "Der Raum",
    "paste": "Laufcodes",
    "paste-help": "Einen je Zeile: Code, Link oder was die Kamera aus einem QR-Code liest. Nichts davon wird gespeichert "
    "oder gesendet.",
    "open": "Dateien öffnen",
    "save": "Codes als Datei sichern",
    "least": "Zeigen ab so vielen Codes",
    "twice": "doppelte mitzählen",
    "show": "Zeigen",
    "few": "{people} Codes gelesen. Gezeigt wird ab {least}, damit niemand erkannt wird.",
    "least-wrong": "Die Grenze muss von 3 bis 1000 reichen.",
    "lowered": "Die Grenze ist auf {least} gesenkt. Unter zehn lässt sich leicht erraten, wer was gewählt hat: nur "
    "zeigen, wenn alle einverstanden sind.",
    "people": "{people} Läufe.",
    "repeated": "Mehrfach gekommen, einmal gezählt: {codes}.",
    "counted": "Mehrfach gekommen und jedes Mal gezählt: {codes}.",
    "fault": "Zeile {line}: {why}",
    "talk": "Sprecht zuerst über den Hebel, bei dem ihr am weitesten auseinanderliegt:",
    "talk-why": "Von {low} bis {high}, Mitte {median}. Im Mittel liegen zwei von euch {apart}\u00a0% der Spannweite "
    "auseinander.",
    "agree": "Bei allen Hebeln steht ihr gleich. Sprecht zuerst über die Entscheidungen.",
    "method": "Auseinander: der mittlere Abstand aller Paare, geteilt durch die Spannweite des Hebels; 0\u00a0% heißt, alle "
    "stehen gleich. Bewegt: anders als in der Welt, in der jemand begonnen hat.",
    "heads": "Hebel|kleinster|Mitte|größter|Mittel|bewegt|auseinander",
    "answers": "Entscheidungen",
    "ends": "Wo es endet",
    "share-head": "Anteil",
    "share": "{count} von {people} ({share}\u00a0%)",
    "few-cell": "1 oder 2",
    "rest-cell": "die übrigen",
    "most-cell": "fast alle",
    "veil": "Wo nur eine oder zwei Personen stehen, steht »1 oder 2« und bei der häufigsten Antwort »die übrigen«: "
    "kleine Zahlen lassen sich so nicht ausrechnen.",
    "nearest": "Der Lauf, der allen am nächsten liegt",
    "nearest-help": "Kein Durchschnitt, den niemand gewählt hat, sondern ein Lauf aus dem Raum: sein Abstand zu allen "
    "anderen ist zusammen am kleinsten. Ein Hebel zählt als Teil seiner Spannweite, eine andere Antwort wie ein ganzer "
    "Hebel.",
    "bring": "Diesen Lauf öffnen",
    "numbers": "Was daraus wird",
    "numbers-help": "Balken: acht von zehn Läufen, von der Dystopie (links) zur Utopie (rechts). Strich: die Mitte.",
    "number-heads": "{year}|acht von zehn: von|Mitte|bis|erreicht die Utopie",
    "runs": "Die Läufe",
    "run-heads": "Laufcode|Welt|Hebel bewegt|anders entschieden",
    "cohorts": "Was wollten die Gruppen?",
    "cohorts-help": "Jede Spalte ist eine Gruppe, gezählt als Ganzes; einzelne Läufe sind nicht gespeichert.",
    "cohort": "{name} ({people} Läufe, {date})",
    "shift": "Am weitesten verschoben hat sich »{lever}«: Mitte {before} ({first}), dann {after} ({last}).",
    "no-shift": "Die Mitte liegt bei jedem Hebel gleich.",
    "wanted": "{name}: am häufigsten endet es mit »{ending}«; am weitesten auseinander liegt man bei »{lever}«.",
    "middle-apart": "Hebel: Mitte, in Klammern wie weit auseinander",
    "changed": "Nicht verglichen, weil das Szenario sich dort geändert hat: {names}.",
    "memory": "Seminargedächtnis",
    "memory-help": "Die Zahlen dieses Raums als Datei, für den Vergleich im nächsten Jahr: gezählt als Ganzes, kein "
    "einzelner Lauf. Eine frühere Datei kommt oben mit »Dateien öffnen« dazu.",
    "memory-group": "Name der Gruppe, zum Beispiel »Sommer 2026«",
    "memory-save": "Gruppe sichern",
    "this-room": "dieser Raum",
}
_EN = {
    "room": "The room",
    "paste": "Run codes",
    "paste-help": "One a line: code, link, or what the camera reads from a QR code. None of it is stored or sent.",
    "open": "Open files",
    "save": "Save the codes as a file",
    "least": "Show from this many codes on",
    "twice": "count repeated ones",
    "show": "Show",
    "few": "{people} codes read. The board is shown from {least} on, so that nobody is recognised.",
    "least-wrong": "The limit must lie between 3 and 1000.",
    "lowered": "The limit is lowered to {least}. Below ten it is easy to guess who chose what: show it only when all agree.",
    "people": "{people} runs.",
    "repeated": "Came more than once, counted once: {codes}.",
    "counted": "Came more than once, counted each time: {codes}.",
    "fault": "Line {line}: {why}",
    "talk": "Talk first about the lever that you disagree on most:",
    "talk-why": "From {low} to {high}, middle {median}. On average two of you lie {apart}\u00a0% of the range apart.",
    "agree": "You stand alike on every lever. Talk first about the decisions.",
    "method": "Apart: the mean distance of all pairs, divided by the range of the lever; 0\u00a0% means that all stand alike. "
    "Moved: other than in the world in which somebody began.",
    "heads": "Lever|lowest|median|highest|mean|moved|apart",
    "answers": "Decisions",
    "ends": "Where it ends",
    "share-head": "share",
    "share": "{count} of {people} ({share}\u00a0%)",
    "few-cell": "1 or 2",
    "rest-cell": "the others",
    "most-cell": "nearly all",
    "veil": "Where only one or two people stand, it says “1 or 2”, and “the others” at the most frequent answer: so "
    "small numbers cannot be worked out.",
    "nearest": "The run that lies nearest to all",
    "nearest-help": "No average that nobody chose, but a run of the room: its distance to all others together is smallest. "
    "A lever counts as a share of its range, another answer like a whole lever.",
    "bring": "Open this run",
    "numbers": "What becomes of it",
    "numbers-help": "Bar: eight in ten of the runs, from dystopia (left) to utopia (right). Mark: the median.",
    "number-heads": "{year}|eight in ten: from|median|to|reaches utopia",
    "runs": "The runs",
    "run-heads": "Run code|World|levers moved|decided otherwise",
    "cohorts": "What did the groups want?",
    "cohorts-help": "Each column is a group, counted as a whole; no single run is kept.",
    "cohort": "{name} ({people} runs, {date})",
    "shift": "What moved most is “{lever}”: median {before} ({first}), then {after} ({last}).",
    "no-shift": "The median of every lever is the same.",
    "wanted": "{name}: most often it ends with “{ending}”; they lie farthest apart on “{lever}”.",
    "middle-apart": "Levers: median, in brackets how far apart",
    "changed": "Not compared because the scenario has changed there: {names}.",
    "memory": "The seminar's memory",
    "memory-help": "The counts of this room as a file, for next year's comparison: counted as a whole, no single run. An"
    " earlier file is added above by “Open files”.",
    "memory-group": "Name of the group, for example “Summer 2026”",
    "memory-save": "Save the group",
    "this-room": "this room",
}
_EASY = {
    "paste-help": "Schreiben Sie in jede Zeile einen Code oder einen Link. Die Kamera liest den Link aus einem QR-Code. "
    "Die Seite speichert und sendet nichts davon.",
    "least": "So viele Codes müssen es sein",
    "few": "Die Seite hat {people} Codes gelesen. Das Bild kommt ab {least} Codes. So erkennt man niemanden.",
    "lowered": "Das Bild kommt jetzt schon ab {least} Codes. Da kann man leicht raten, wer was gewählt hat. Zeigen Sie "
    "das Bild nur, wenn alle einverstanden sind.",
    "repeated": "Diese Codes kamen mehrmals und zählen nur einmal: {codes}.",
    "talk": "Sprechen Sie zuerst über diesen Hebel. Hier ist der Raum am wenigsten einig:",
    "talk-why": "Die Läufe reichen von {low} bis {high}. In der Mitte liegt {median}. Zwei Läufe liegen im Mittel "
    "{apart}\u00a0% auseinander.",
    "agree": "Bei allen Hebeln sind sich alle einig. Sprechen Sie zuerst über die Entscheidungen.",
    "method": "»Auseinander« heißt: So weit liegen zwei Läufe im Mittel auseinander. 100\u00a0% ist der ganze Weg des Hebels. "
    "»Bewegt« heißt: Der Hebel steht anders als am Anfang.",
    "veil": "Manchmal haben nur 1 oder 2 Personen eine Antwort gewählt. Dann zeigt die Seite keine genaue Zahl. So "
    "erkennt man niemanden.",
    "nearest-help": "Diesen Lauf hat jemand wirklich gewählt. Er ist allen anderen Läufen am ähnlichsten.",
    "numbers-help": "Im Balken liegen 8 von 10 Läufen. Links ist Dystopie, rechts ist Utopie. Der Strich ist die Mitte.",
    "cohorts-help": "Jede Spalte ist eine ganze Gruppe. Die Läufe von einzelnen Personen sind nicht gespeichert.",
    "shift": "Am meisten geändert hat sich »{lever}«. In der Mitte lag {before} ({first}), später {after} ({last}).",
    "no-shift": "Bei allen Hebeln ist die Mitte gleich.",
    "wanted": "{name}: Das häufigste Ende heißt »{ending}«. Am wenigsten einig ist man sich bei »{lever}«.",
    "middle-apart": "Hebel: die Mitte, und in Klammern: wie weit auseinander",
    "changed": "Das ist nicht verglichen, weil die Geschichte dort neu ist: {names}.",
    "memory": "Was die Gruppe wollte",
    "memory-help": "Diese Datei ist für das nächste Jahr. Darin stehen nur die Zahlen der ganzen Gruppe. Eine Datei von "
    "früher öffnen Sie oben mit »Dateien öffnen«.",
    "memory-save": "Gruppe speichern",
}

PAGE: Mapping[str, Mapping[str, str]] = {"de": _DE, "en": _EN, "de-einfach": _EASY}
"""By language; Einfache Sprache has its own only where it differs from German."""

_OTHERS: Mapping[str, tuple[str, str, str]] = {
    "charts-help": (
        "Fläche: acht von zehn Läufen des Raums. Linie: die Mitte. Gestrichelt: weiter so.",
        "Area: eight in ten of the room's runs. Line: the median. Dashed: carry on.",
        "In der Fläche liegen 8 von 10 Läufen. Die Linie ist die Mitte. Gestrichelt ist »weiter so«.",
    ),
    "unread": (
        "{count} nicht gelesen; jedes davon ist beim Lesen genannt worden.", "{count} not read; each was named on reading.",
        "{count} nicht gelesen.",
    ),
    "why-length": ("falsche Länge", "wrong length", "zu kurz oder zu lang"),
    "why-damaged": ("beschädigt", "damaged", "ein Fehler darin"),
    "why-other-scenario": ("andere Fassung", "another version", "andere Fassung"),
    "why-foreign": ("anderes Szenario", "another scenario", "andere Geschichte"),
    "why-many": ("zu viele Codes", "too many codes", "zu viele Codes"),
}  # fmt: skip
"""Not in the page: German, English, Einfache Sprache."""
_PLACES = {"de": 0, "en": 1, "de-einfach": 2}


def say(key: str, lang: str, **values: object) -> str:
    """A sentence with its values filled in."""
    template = _OTHERS[key][_PLACES[lang]] if key in _OTHERS else PAGE[lang].get(key) or _DE[key]
    return template.format(**values)
