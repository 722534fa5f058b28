"""What sheets and columns are called, in German and English; the order is that of the shapes."""

from __future__ import annotations

from types import MappingProxyType

from workbook.text import base_language

TITLES = MappingProxyType(
    {
        # --- sheets
        "read": ("Lies mich", "Read me"),
        "scenario": ("Szenario", "Scenario"),
        "voices": ("Stimmen", "Voices"),
        "levers": ("Hebel", "Levers"),
        "constants": ("Konstanten", "Constants"),
        "inputs": ("Antriebe", "Inputs"),
        "series": ("Reihen", "Series"),
        "stocks": ("Bestände", "Stocks"),
        "variables": ("Größen", "Variables"),
        "loops": ("Rückkopplungen", "Loops"),
        "indicators": ("Indikatoren", "Indicators"),
        "decisions": ("Entscheidungen", "Decisions"),
        "options": ("Antworten", "Options"),
        "option_settings": ("Antworten stellen", "Options set"),
        "worlds": ("Welten", "Worlds"),
        "world_settings": ("Welten stellen", "Worlds set"),
        "chapters": ("Kapitel", "Chapters"),
        "scenes": ("Szenen", "Scenes"),
        "endings": ("Enden", "Endings"),
        "texts": ("Texte", "Texts"),
        "checks": ("Prüfungen", "Checks"),
        "check_settings": ("Prüfungen stellen", "Checks set"),
        "sources": ("Quellen", "Sources"),
        "facts": ("Angaben", "Facts"),
        "core": ("Gemeinsamer Kern", "Shared core"),
        # --- columns
        "name": ("Kennung", "Id"),
        "world": ("Welt", "World"),
        "decision": ("Entscheidung", "Decision"),
        "option": ("Antwort", "Option"),
        "check": ("Prüfung", "Check"),
        "chapter": ("Kapitel", "Chapter"),
        "scene": ("Szene", "Scene"),
        "field": ("Art", "Kind"),
        "item": ("Angabe", "Item"),
        "key": ("Schlüssel", "Key"),
        "meaning": ("Bedeutung", "Meaning"),
        "file": ("Datei", "File"),
        "language": ("Sprache", "Language"),
        "series_name": ("Reihe", "Series"),
        "label": ("Name", "Name"),
        "help": ("Erklärung", "Explanation"),
        "unit": ("Einheit", "Unit"),
        "range": ("Spanne", "Range"),
        "low": ("von", "from"),
        "high": ("bis", "to"),
        "step": ("Schritt", "Step"),
        "default": ("Vorgabe", "Default"),
        "group": ("Gruppe", "Group"),
        "value": ("Wert", "Value"),
        "grade": ("Beleg", "Grade"),
        "source": ("Quelle", "Source"),
        "note": ("Begründung", "Note"),
        "open": ("Anschluss", "Open"),
        "data": ("Reihe", "Series"),
        "after": ("Danach", "After"),
        "initial": ("Anfangswert", "Initial"),
        "inflows": ("Zuflüsse", "Inflows"),
        "outflows": ("Abflüsse", "Outflows"),
        "nonnegative": ("Nie negativ", "Nonnegative"),
        "equals": ("Gleichung", "Equation"),
        "kind": ("Wirkung", "Effect"),
        "through": ("Weg", "Through"),
        "better": ("Besser", "Better"),
        "utopia": ("Utopie", "Utopia"),
        "dystopia": ("Dystopie", "Dystopia"),
        "digits": ("Stellen", "Digits"),
        "history": ("Vergangenheit", "History"),
        "year": ("Jahr", "Year"),
        "text": ("Text", "Text"),
        "question": ("Frage", "Question"),
        "summary": ("Zusammenfassung", "Summary"),
        "title": ("Titel", "Title"),
        "when": ("Bedingung", "Condition"),
        "mood": ("Stimmung", "Mood"),
        "voice": ("Stimme", "Voice"),
        "care": ("Inhaltshinweise", "Content notes"),
        "price": ("Preis", "Price"),
        "crack": ("Riss", "Crack"),
        "holds": ("Gilt", "Holds"),
        "rising": ("Wächst über", "Rising"),
        "years": ("Jahre", "Years"),
        "worlds_in": ("Welten", "Worlds"),
        "extreme": ("Extrem", "Extreme"),
        "publisher": ("Herausgeber*in", "Publisher"),
        "published": ("Erschienen", "Published"),
        "url": ("Adresse", "Address"),
        "accessed": ("Abgerufen", "Accessed"),
        "stand": ("Stand", "As of"),
        "check_by": ("Prüfen bis", "Check by"),
        "format": ("Format", "Format"),
        "id": ("Kennung", "Id"),
        "time": ("Zeit", "Time"),
        "start": ("Beginn", "Start"),
        "now": ("Heute", "Now"),
        "end": ("Ende", "End"),
        "method": ("Verfahren", "Method"),
        "authors": ("Autor*innen", "Authors"),
        "licence": ("Lizenz", "Licence"),
        "languages": ("Sprachen", "Languages"),
        "units": ("Eigene Einheiten", "Own units"),
        "model_units": ("Eigene Einheiten des Modells", "Own units of the model"),
        "include": ("Gemeinsame Teile", "Shared parts"),
        "guide": ("Einstieg", "Guide"),
        "you": ("Rolle", "Role"),
        "lever": ("Hebel", "Lever"),
        "to": ("Stellung", "Setting"),
        "indicator": ("Indikator", "Indicator"),
        "label_de": ("Name (de)", "Name (de)"),
        "label_en": ("Name (en)", "Name (en)"),
        "csv_note": ("Anmerkung", "Remark"),
        "origin": ("Zeile", "Row"),
    }
)  # fmt: skip
"""key -> German and English."""

PURPOSES = MappingProxyType(
    {
        "scenario": ("Titel, Zeitraum, Autor*innen und was sonst für das Ganze gilt.",
                     "Title, horizon, authors and whatever else holds for the whole."),
        "voices": ("Wer die Szenen erzählt.", "Who tells the scenes."),
        "levers": ("Was Lesende bewegen dürfen.", "What readers may move."),
        "constants": ("Feste Zahlen des Modells, mit Beleg. Angenommenes braucht eine Begründung.",
                      "Fixed numbers of the model, with their grade. An assumption needs a note."),
        "inputs": ("Antriebe aus Daten: welche Reihe, und was nach ihr kommt.",
                   "Drivers from data: which series, and what follows it."),
        "series": ("Beobachtungen, eine je Zeile.", "Observations, one in each row."),
        "stocks": ("Bestände mit ihren Zu- und Abflüssen.", "Stocks with their inflows and outflows."),
        "variables": ("Flüsse und Hilfsgrößen mit ihren Gleichungen.", "Flows and auxiliaries with their equations."),
        "loops": ("Benannte Rückkopplungen.", "Feedback loops with a name."),
        "indicators": ("Was gezeigt und beurteilt wird.", "What is shown and judged."),
        "decisions": ("Fragen, die in einem Jahr zu entscheiden sind.", "Questions to be decided in a year."),
        "options": ("Die Antworten auf jede Entscheidung.", "The options of each decision."),
        "option_settings": ("Welche Hebel eine Antwort verschiebt (change) oder genau stellt (set).",
                            "Which levers an option moves (change) or puts exactly (set)."),
        "worlds": ("Benannte Ausgangslagen.", "Named start states."),
        "world_settings": ("Stellung der Hebel (levers) und Antworten (choices) jeder Welt.",
                           "Settings of levers (levers) and options (choices) of each world."),
        "chapters": ("Die Kapitel in der Folge der Jahre.", "The chapters in the order of years."),
        "scenes": ("Die Szenen; in jedem Kapitel wird die erste erzählt, deren Bedingung gilt.",
                   "The scenes; in each chapter the first whose condition holds is told."),
        "endings": ("Die Enden, im letzten Jahr beurteilt.", "The endings, judged in the last year."),
        "texts": ("Der Text jeder Szene in jeder Sprache.", "The text of each scene in each language."),
        "checks": ("Was gelten muss.", "What must hold."),
        "check_settings": ("Unter welchen Stellungen eine Prüfung rechnet.",
                           "With which settings a check is computed."),
        "sources": ("Woher Zahlen und Angaben stammen.", "Where numbers and facts come from."),
        "facts": ("Was heute der Fall ist, mit Quelle.", "What is the case today, with a source."),
        "core": ("Nur zum Lesen: was das Szenario mit anderen teilt. Änderungen hier werden nicht gelesen.",
                 "For reading only: what the scenario shares with others. Changes here are not read."),
    }
)  # fmt: skip
"""Sheet -> what it is for."""

NOTES = MappingProxyType(
    {
        "name": ("Kennung in Kleinbuchstaben. Sie steht in Gleichungen und Bedingungen.",
                 "Id in small letters. It stands in equations and conditions."),
        "parent": ("Wozu die Zeile gehört: eine Kennung von Blatt »{sheet}«.",
                   "What the row belongs to: an id of sheet “{sheet}”."),
        "field": ("Eines von: {words}.", "One of: {words}."),
        "list": ("Mehrere mit Komma getrennt.", "Several with commas between them."),
        "lines": ("Mehrere je in einer eigenen Zeile der Zelle.", "Several, each on a line of its own."),
        "optional": ("Darf leer bleiben.", "May stay empty."),
        "origin": ("Erinnert, welche Zeile es im Ordner war. Nicht ändern; in neuen Zeilen leer lassen.",
                   "Remembers which row of the folder it was. Do not change; leave empty in new rows."),
        "fixed": ("Nicht ändern: steht nur zum Lesen da.", "Do not change: it is only there to be read."),
    }
)  # fmt: skip
"""Parts of the comments on column titles."""


HOW = (
    (
        ("Was das ist",
         "Ein Szenario als Tabellen. Sie dürfen Zellen ändern, Zeilen einfügen, löschen und umstellen."),
        ("Zurücklesen",
         "workbook table --read DATEI.xlsx -o ORDNER macht daraus wieder einen Ordner. Was Sie nicht ändern, "
         "bleibt Zeichen für Zeichen, wie es war. Stimmt etwas nicht, nennt der Befehl jedes Blatt und jede "
         "Zelle und schreibt nichts."),
        ("Neue Zeile",
         "Eine Zeile einfügen, wo der Eintrag stehen soll, und ausfüllen. Eine kopierte Zeile gilt als neue."),
        ("Umbenennen",
         "Die Kennung auf ihrem eigenen Blatt ändern. Wo die alte sonst noch steht, in Gleichungen, "
         "Bedingungen, Texten und auf anderen Blättern, folgt sie beim Zurücklesen von selbst."),
        ("Löschen",
         "Die ganze Zeile löschen, und auf den anderen Blättern, was dazugehört. Was übrig blieb, wird mit "
         "Zelle genannt."),
        ("Nicht ändern",
         "Spaltentitel, graue Zellen, die ausgeblendete Spalte A und das ausgeblendete Blatt. Eigene Blätter "
         "und Spalten dürfen dazukommen; sie werden nicht gelesen."),
        ("Zahlen",
         "Als Zahl eingeben, mit dem Dezimalzeichen Ihres Programms. Formeln werden nicht gelesen."),
    ),
    (
        ("What this is",
         "A scenario as tables. You may change cells, and insert, delete and move rows."),
        ("Reading back",
         "workbook table --read FILE.xlsx -o FOLDER makes a folder of it again. What you do not change stays "
         "as it was, letter by letter. If something is wrong, the command names every sheet and cell and "
         "writes nothing."),
        ("A new row",
         "Insert a row where the entry should stand, and fill it in. A copied row counts as a new one."),
        ("Renaming",
         "Change the id on its own sheet. Wherever else the old one stands, in equations, conditions, texts "
         "and on other sheets, it follows by itself when the file is read back."),
        ("Deleting",
         "Delete the whole row, and on the other sheets what belongs to it. What was left behind is named with"
         " its cell."),
        ("Do not change",
         "Column titles, grey cells, the hidden column A and the hidden sheet. Sheets and columns of your own "
         "may be added; they are not read."),
        ("Numbers",
         "Type them as numbers, with the decimal mark of your program. Formulas are not read."),
    ),
)  # fmt: skip
"""The first sheet, in German and English."""


def title(key: str, lang: str) -> str:
    """What a sheet or column is called."""
    return TITLES[key][position(lang)]


def position(lang: str) -> int:
    """0 for German, 1 for English."""
    return 1 if base_language(lang) == "en" else 0
