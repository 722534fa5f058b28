"""Every sentence the package says when something is wrong, in German and English.

One long table on purpose: translators read it from top to bottom. A sentence may end with a hint
(``{nearest}``, ``{allowed}``, ``{detail}``), which is written out in full when there is something
to hint at and vanishes when there is not. :mod:`workbook.messages` fills the values in.
"""

from __future__ import annotations

HINTS: dict[str, tuple[str, str]] = {
    "nearest": (" Meinten Sie »{}«?", " Did you mean “{}”?"),
    "allowed": (" Möglich: {}.", " Allowed: {}."),
    "detail": (" ({})", " ({})"),
}
"""Values that are optional: each becomes a whole phrase, or nothing."""

WORDS: dict[str, tuple[str, str]] = {
    "number": ("eine Zahl", "a number"),
    "truth": ("ein Vergleich (wahr oder falsch)", "a comparison (true or false)"),
    "word": ("ein Wort in Anführungszeichen", "a quoted word"),
    "table": ("eine Tabelle", "a table"),
    "value": ("ein Wert", "a value"),
    "name": ("ein Name", "a name"),
    "year": ("das Jahr", "the year"),
    "unit": ("die Einheit", "the unit"),
    "operator": ("ein Rechenzeichen", "an operator"),
    "end": ("das Ende des Ausdrucks", "the end of the expression"),
    "mapping": ("Angaben der Form »name: wert«", "entries of the form “name: value”"),
    "list": ("eine Liste", "a list"),
    "nothing": ("nichts", "nothing"),
    "lever": ("ein Hebel", "a lever"),
    "constant": ("eine Konstante", "a constant"),
    "input": ("ein Antrieb aus Daten", "an input"),
    "stock": ("ein Bestand", "a stock"),
    "variable": ("eine Größe mit Gleichung", "a variable"),
    "indicator": ("ein Indikator", "an indicator"),
    "1": ("1 (reine Zahl, Anteil oder %)", "1 (plain number, share or %)"),
    "greater": ("größer", "greater"),
    "smaller": ("kleiner", "smaller"),
}
"""What the code calls things -> what people call them."""

MESSAGES: dict[str, tuple[str, str]] = {
    # --- the folder and its files -------------------------------------------------------------
    "scenario-invalid": (
        "Das Szenario in »{folder}« hat Fehler ({count}):",
        "The scenario in “{folder}” has problems ({count}):",
    ),
    "variant-invalid": (
        "Die Variante in »{folder}« hat Fehler ({count}):",
        "The variant in “{folder}” has problems ({count}):",
    ),
    "variant-missing": (
        "Die Datei »{file}« gibt es nicht, oder sie ist keine Datei.",
        "The file “{file}” does not exist, or it is not a file.",
    ),
    "seminar-invalid": (
        "Das Seminar in »{folder}« hat Fehler ({count}):",
        "The seminar in “{folder}” has problems ({count}):",
    ),
    "seminar-missing": (
        "Die Datei des Seminars, »{file}«, gibt es nicht, oder sie ist keine Datei.",
        "The seminar's file “{file}” does not exist, or it is not a file.",
    ),
    "seminar-scenario": (
        "Dieses Seminar ist für das Szenario »{found}«; geöffnet ist »{expected}«.",
        "This seminar is for the scenario “{found}”; the one opened is “{expected}”.",
    ),
    "seminar-chapter": (
        "Ein Kapitel »{name}« gibt es nicht.{nearest}{allowed}",
        "There is no chapter “{name}”.{nearest}{allowed}",
    ),
    "seminar-logo-outside": (
        "Das Logo »{name}« liegt nicht neben der Datei des Seminars. Bitte dorthin kopieren.",
        "The logo “{name}” does not lie beside the seminar's file. Please copy it there.",
    ),
    "seminar-logo-missing": (
        "Das Logo »{name}« gibt es nicht, oder es lässt sich nicht lesen.",
        "The logo “{name}” does not exist or cannot be read.",
    ),
    "seminar-logo-size": (
        "Das Logo »{name}« hat {size} Byte; erlaubt sind {limit}, denn es steht in jeder Datei.",
        "The logo “{name}” has {size} bytes; allowed are {limit}, since it stands in each file.",
    ),
    "seminar-logo-kind": (
        "Ein Logo ist eine PNG- oder SVG-Datei; »{name}« ist keine.",
        "A logo is a PNG or SVG file; “{name}” is neither.",
    ),
    "folder-missing": (
        "Den Ordner »{folder}« gibt es nicht, oder er ist kein Ordner.",
        "The folder “{folder}” does not exist, or it is not a folder.",
    ),
    "folder-id": (
        "Das Szenario heißt »{id}«, sein Ordner aber »{folder}«. Beide sollten gleich heißen.",
        "The scenario is called “{id}” but its folder “{folder}”. Both should have the same name.",
    ),
    "file-missing": (
        "Die Datei »{name}« fehlt. Jedes Szenario braucht sie.",
        "The file “{name}” is missing. Every scenario needs it.",
    ),
    "file-unknown": (
        "Diese Datei gehört nicht zu einem Szenario und wird nicht gelesen.{nearest}",
        "This file is not part of a scenario and is not read.{nearest}",
    ),
    "file-outside": (
        "Die Datei führt aus dem Ordner des Szenarios hinaus. Verweise nach außen sind nicht erlaubt.",
        "The file leads out of the scenario's folder. Links to the outside are not allowed.",
    ),
    "file-size": (
        "Die Datei ist {size} Bytes groß; erlaubt sind {limit}.",
        "The file has {size} bytes; {limit} are allowed.",
    ),
    "file-encoding": (
        "Die Datei ist nicht in UTF-8 gespeichert (Byte {position}). Bitte als UTF-8 speichern.",
        "The file is not stored as UTF-8 (byte {position}). Please save it as UTF-8.",
    ),
    "file-control": (
        "Hier steht ein unsichtbares Steuerzeichen ({found}). Bitte löschen.",
        "There is an invisible control character here ({found}). Please delete it.",
    ),
    "file-unreadable": (
        "Die Datei lässt sich nicht lesen.{detail}",
        "The file cannot be read.{detail}",
    ),
    "file-count": (
        "Der Ordner enthält {found} Dateien; erlaubt sind {limit}.",
        "The folder holds {found} files; {limit} are allowed.",
    ),
    "file-many": (
        "Schon {count} Fehler in dieser Datei; der Rest wird erst danach geprüft.",
        "Already {count} problems in this file; the rest is checked after that.",
    ),
    # --- what a person keeps ----------------------------------------------------------------------
    "kept-foreign": ("Das ist keine Datei mit einem gesicherten Lauf.", "This is not a file with a saved run."),
    "kept-damaged": ("Die Datei mit dem gesicherten Lauf ist beschädigt.", "The file with the saved run is damaged."),
    "kept-newer": (
        "Die Datei kommt aus einer neueren Version. Bitte den Workbook erneuern.",
        "The file comes from a newer version. Please update the workbook.",
    ),
    "kept-other": (
        "Der gesicherte Lauf gehört zum Szenario »{found}«, nicht zu »{name}«.",
        "The saved run belongs to the scenario “{found}”, not to “{name}”.",
    ),
    "kept-aside": (
        "Der gesicherte Stand ließ sich nicht öffnen: {detail} Er liegt unverändert unter »{aside}«; hier beginnt ein neuer.",
        "What was kept could not be opened: {detail} It lies unchanged under “{aside}”; a new one begins here.",
    ),
    "weigh-few": (
        "Zum Abwägen braucht es mindestens zwei Zukünfte; gegeben: {count}.",
        "Weighing needs at least two futures; given: {count}.",
    ),
    "weigh-foreign": (
        "Abwägen lassen sich nur Zukünfte desselben Szenarios.",
        "Only futures of the same scenario can be weighed.",
    ),
    # --- what could not be written ---------------------------------------------------------------
    "write-full": (
        "»{file}« wurde nicht geschrieben: Der Datenträger ist voll.",
        "“{file}” was not written: the disk is full.",
    ),
    "write-forbidden": (
        "»{file}« wurde nicht geschrieben: In diesem Ordner darf hier nicht geschrieben werden.",
        "“{file}” was not written: writing is not allowed in this folder.",
    ),
    "write-no-folder": (
        "»{file}« wurde nicht geschrieben: Den Ordner gibt es nicht.",
        "“{file}” was not written: the folder does not exist.",
    ),
    "write-is-folder": ("»{file}« ist ein Ordner, keine Datei.", "“{file}” is a folder, not a file."),
    "write-other": ("»{file}« wurde nicht geschrieben ({detail}).", "“{file}” was not written ({detail})."),
    # --- a scenario as an Excel file ------------------------------------------------------------
    "table-place": ("Blatt {sheet}, Zelle {cell}:", "Sheet {sheet}, cell {cell}:"),
    "table-place-sheet": ("Blatt {sheet}:", "Sheet {sheet}:"),
    "table-invalid": (
        "Aus »{file}« wird noch kein Szenario; geschrieben wurde nichts. Zu ändern ({count}):",
        "“{file}” does not make a scenario yet; nothing was written. To be mended ({count}):",
    ),
    "table-folder-large": (
        "Der Ordner »{folder}« ist zu groß für eine Excel-Datei: erlaubt sind {limit} Bytes in {files} Dateien.",
        "The folder “{folder}” is too large for an Excel file: {limit} bytes in {files} files are allowed.",
    ),
    "table-file-missing": (
        "Die Datei »{file}« lässt sich nicht lesen.{detail}",
        "The file “{file}” cannot be read.{detail}",
    ),
    "table-file-large": (
        "Die Datei »{file}« ist größer als {limit} Bytes.",
        "The file “{file}” is larger than {limit} bytes.",
    ),
    "table-not-excel": (
        "»{file}« ist keine Excel-Datei (.xlsx), oder sie ist beschädigt.",
        "“{file}” is no Excel file (.xlsx), or it is damaged.",
    ),
    "table-locked": (
        "»{file}« ist mit einem Passwort geschützt oder im alten Format .xls. Bitte ohne Passwort als .xlsx speichern.",
        "“{file}” is protected by a password or in the old format .xls. Please save it without a password as .xlsx.",
    ),
    "table-bomb": (
        "»{file}« wird ausgepackt größer als {limit} Bytes und wird nicht gelesen.",
        "“{file}” unpacks to more than {limit} bytes and is not read.",
    ),
    "table-macros": (
        "»{file}« enthält Makros und wird nicht gelesen. Bitte ohne Makros als .xlsx speichern.",
        "“{file}” holds macros and is not read. Please save it without macros as .xlsx.",
    ),
    "table-foreign": (
        "»{file}« stammt nicht von `workbook table`, oder das ausgeblendete Blatt »{sheet}« wurde gelöscht.",
        "“{file}” does not come from `workbook table`, or the hidden sheet “{sheet}” was deleted.",
    ),
    "table-carrier": (
        "In »{file}« ist das ausgeblendete Blatt »{sheet}« verändert worden. Es trägt die Dateien, wie sie waren; ohne es "
        "lässt sich nichts zurücklesen. Bitte die Tabelle neu schreiben lassen und Ihre Zellen übertragen.",
        "In “{file}” the hidden sheet “{sheet}” has been changed. It carries the files as they were; without it nothing can be "
        "read back. Please have the tables written anew and copy your cells.",
    ),
    "table-layout": (
        "»{file}« hat die Fassung {found} der Tabellen; gelesen wird {expected}.",
        "“{file}” has version {found} of the tables; {expected} is read.",
    ),
    "table-not-written": (
        "Die Änderungen ließen sich nicht in »{file}« eintragen. Geschrieben wurde nichts.",
        "The changes could not be put into “{file}”. Nothing was written.",
    ),
    "table-sheet-missing": (
        "Das Blatt »{sheet}« fehlt. Wer nichts behalten will, löscht seine Zeilen, nicht das Blatt.{nearest}",
        "The sheet “{sheet}” is missing. To keep nothing, delete its rows, not the sheet.{nearest}",
    ),
    "table-title-missing": (
        "Die Spalte »{column}« fehlt: Spaltentitel müssen bleiben, wie sie waren. Steht hier »{renamed}« dafür?",
        "The column “{column}” is missing: column titles must stay as they were. Is “{renamed}” what became of it?",
    ),
    "table-title-gone": (
        "Die Spalte »{column}« fehlt. Bitte wieder einfügen, der Titel steht in der ersten Zeile.",
        "The column “{column}” is missing. Please put it back, with its title in the first row.",
    ),
    "table-title-twice": (
        "Den Spaltentitel »{column}« gibt es auf diesem Blatt zweimal.",
        "The column title “{column}” stands on this sheet twice.",
    ),
    "table-merged": (
        "Diese Zellen sind verbunden. Bitte die Verbindung aufheben: jede Zelle hat einen eigenen Wert.",
        "These cells are merged. Please unmerge them: each cell has a value of its own.",
    ),
    "table-far": (
        "Blatt {sheet}, Zelle {cell}: So weit unten oder rechts wird nicht gelesen (höchstens {rows} Zeilen und {columns} "
        "Spalten). Bitte löschen, was dort steht.",
        "Sheet {sheet}, cell {cell}: nothing is read so far down or right (at most {rows} rows and {columns} columns). Please "
        "delete what is there.",
    ),
    "table-formula": (
        "Hier steht eine Formel ({found}). Formeln werden nicht gelesen; bitte ihr Ergebnis als Wert einfügen.",
        "There is a formula here ({found}). Formulas are not read; please paste its result as a value.",
    ),
    "table-error": (
        "Hier steht der Fehlerwert {found} einer Formel.",
        "There is the error value {found} of a formula here.",
    ),
    "table-truth": (
        "Hier steht ein Wahrheitswert. Bitte als Text oder Zahl eingeben.",
        "There is a truth value here. Please type a text or a number.",
    ),
    "table-date": (
        "Hier steht ein Datum ({found}), wo keines sein kann. Excel macht aus 1/12 oder 3.5 leicht ein Datum: bitte die Zelle "
        "als Text oder Zahl formatieren und neu eingeben.",
        "There is a date here ({found}) where none can be. Excel easily makes a date of 1/12 or 3.5: please format the cell as "
        "text or number and type it again.",
    ),
    "table-kind": (
        "Diese Art von Inhalt lässt sich nicht lesen ({found}).",
        "This kind of content cannot be read ({found}).",
    ),
    "table-long": (
        "Der Text hat {length} Zeichen; eine Zelle fasst {limit}.",
        "The text has {length} characters; a cell holds {limit}.",
    ),
    "table-comma": (
        "»{found}« ist ein Text und keine Zahl. Bitte als Zahl eingeben (gemeint ist wohl {number}).",
        "“{found}” is a text and no number. Please type it as a number (probably {number}).",
    ),
    "table-name-missing": (
        "Hier fehlt »{column}«: Ohne das ist nicht klar, was die Zeile meint. Leere Zeilen bitte ganz löschen.",
        "“{column}” is missing here: without it nobody knows what the row means. Please delete empty rows as a whole.",
    ),
    "table-parent": (
        "»{found}« gibt es nicht; die Zeile gehört zu nichts. Bitte ändern oder die Zeile löschen.{nearest}{allowed}",
        "“{found}” does not exist; the row belongs to nothing. Please change it or delete the row.{nearest}{allowed}",
    ),
    "table-port": (
        "»{name}« steht hier für eine Konstante des gemeinsamen Kerns und wirkt dort nur unter diesem Namen. Bitte die Kennung "
        "so lassen; der Name für Lesende darf sich ändern.",
        "“{name}” stands here for a constant of the shared core and acts there only by this name. Please leave the id as it "
        "was; the name for readers may change.",
    ),
    "table-twice": (
        "»{name}« steht schon in Zelle {first}. Jede Kennung nur einmal.",
        "“{name}” stands in cell {first} already. Each id only once.",
    ),
    "table-file-name": (
        "»{found}« ist kein Name einer Datei mit Reihen. Erlaubt sind Buchstaben, Ziffern und Striche, am Ende .csv.",
        "“{found}” is no name of a file of series. Letters, digits and hyphens are allowed, with .csv at the end.",
    ),
    "table-fixed": (
        "Diese Zelle ist nur zum Lesen da. Hier stand: {expected}",
        "This cell is only there to be read. It said: {expected}",
    ),
    "table-row-missing": (
        "Die Zeile »{item}« fehlt. Eine Angabe, die wegfallen soll, wird geleert, nicht gelöscht.",
        "The row “{item}” is missing. A value that is to go is cleared, not deleted.",
    ),
    "table-row-unknown": (
        "Auf diesem Blatt gibt es keine neuen Zeilen.",
        "There are no new rows on this sheet.",
    ),
    # --- YAML ---------------------------------------------------------------------------------
    "yaml-syntax": (
        "Hier ist die Datei kein gültiges YAML. Oft fehlt ein Anführungszeichen, ein Doppelpunkt mit "
        "Leerzeichen oder die Einrückung stimmt nicht.",
        "The file is not valid YAML here. Often a quotation mark or a colon with a space is missing, "
        "or the indentation is wrong.",
    ),
    "yaml-colon": (
        "Hier ist ein Doppelpunkt zu viel. Ein Text mit »: « gehört in Anführungszeichen, und die "
        "Einrückung muss stimmen.",
        "There is a colon too many here. A text with “: ” belongs in quotation marks, and the indentation must fit.",
    ),
    "yaml-colon-missing": (
        "Hier fehlt ein Doppelpunkt. Angaben haben die Form »name: wert«.",
        "A colon is missing here. Entries have the form “name: value”.",
    ),
    "yaml-unclosed": (
        "Was hier beginnt, wird nicht geschlossen: ein Anführungszeichen oder eine Klammer fehlt.",
        "What begins here is never closed: a quotation mark or a bracket is missing.",
    ),
    "yaml-tab": (
        "Hier steht ein Tabulator. Eingerückt wird mit Leerzeichen.",
        "There is a tab here. Indent with spaces.",
    ),
    "yaml-start": (
        "Mit »{found}« darf ein Wert nicht beginnen. Bitte in Anführungszeichen setzen.",
        "A value must not begin with “{found}”. Please put it in quotation marks.",
    ),
    "yaml-empty": ("Die Datei ist leer.", "The file is empty."),
    "yaml-alias": (
        "Anker und Verweise (&{name}, *{name}) sind nicht erlaubt. Bitte den Inhalt ausschreiben.",
        "Anchors and aliases (&{name}, *{name}) are not allowed. Please write the content out.",
    ),
    "yaml-tag": (
        "YAML-Typangaben wie »{found}« sind nicht erlaubt. Bitte weglassen.",
        "YAML tags such as “{found}” are not allowed. Please leave it out.",
    ),
    "yaml-documents": (
        "Eine Datei darf nur ein YAML-Dokument enthalten; hier beginnt ein zweites (»---«).",
        "A file may hold only one YAML document; a second one (“---”) begins here.",
    ),
    "yaml-duplicate": (
        "»{key}« steht hier zum zweiten Mal; zuerst in Zeile {first}.",
        "“{key}” stands here for the second time; first in line {first}.",
    ),
    "yaml-depth": (
        "Die Datei ist tiefer als {limit} Ebenen verschachtelt.",
        "The file is nested deeper than {limit} levels.",
    ),
    "yaml-nodes": (
        "Die Datei hat mehr als {limit} Angaben.",
        "The file has more than {limit} entries.",
    ),
    "yaml-key": (
        "Ein Schlüssel muss ein einfaches Wort sein, keine Liste und keine Zuordnung.",
        "A key must be a plain word, not a list and not a mapping.",
    ),
    "yaml-invisible": (
        "Der Schlüssel enthält ein unsichtbares Zeichen ({found}). Bitte neu eintippen.",
        "The key contains an invisible character ({found}). Please type it again.",
    ),
    # --- shapes -------------------------------------------------------------------------------
    "shape-record": (
        "Hier werden Angaben der Form »name: wert« erwartet, gefunden: {found}.",
        "Entries of the form “name: value” are expected here, found: {found}.",
    ),
    "shape-list": (
        "Hier wird eine Liste erwartet, zum Beispiel [a, b], gefunden: {found}.",
        "A list is expected here, for example [a, b], found: {found}.",
    ),
    "shape-scalar": (
        "Hier wird ein einzelner Wert erwartet, gefunden: {found}.",
        "A single value is expected here, found: {found}.",
    ),
    "shape-missing": ("»{key}« fehlt bei »{within}«.", "“{key}” is missing in “{within}”."),
    "shape-unknown": (
        "»{key}« ist hier nicht vorgesehen.{nearest}{allowed}",
        "“{key}” is not known here.{nearest}{allowed}",
    ),
    "shape-empty": ("Hier fehlt der Inhalt.", "The content is missing here."),
    "shape-count": (
        "Hier braucht es mindestens {least}, gefunden: {found}.",
        "At least {least} are needed here, found: {found}.",
    ),
    "shape-number": (
        "»{found}« ist keine Zahl. Zahlen werden mit Punkt geschrieben, zum Beispiel 0.5 oder 1200.",
        "“{found}” is not a number. Write numbers with a point, for example 0.5 or 1200.",
    ),
    "shape-integer": (
        "»{found}« ist keine ganze Zahl von {low} bis {high}.",
        "“{found}” is not a whole number from {low} to {high}.",
    ),
    "shape-fraction": (
        "»{found}« ist kein Zeitschritt. Möglich ist ein Bruchteil eines Jahres: 1, 1/2, 1/4, 1/12, 1/52.",
        "“{found}” is not a time step. It is a part of a year: 1, 1/2, 1/4, 1/12, 1/52.",
    ),
    "shape-boolean": (
        "»{found}« ist weder true noch false.",
        "“{found}” is neither true nor false.",
    ),
    "shape-range": (
        "Hier werden zwei Zahlen erwartet, zum Beispiel [0, 10], gefunden: {found}.",
        "Two numbers are expected here, for example [0, 10], found: {found}.",
    ),
    "shape-range-order": (
        "Die untere Grenze {low} muss kleiner sein als die obere {high}.",
        "The lower bound {low} must be less than the upper bound {high}.",
    ),
    "shape-choice": (
        "»{found}« ist hier nicht möglich.{nearest}{allowed}",
        "“{found}” is not possible here.{nearest}{allowed}",
    ),
    "shape-identifier": (
        "»{found}« taugt nicht als Name. Namen beginnen mit einem Kleinbuchstaben und enthalten nur "
        "a-z, 0-9 und einzelne Unterstriche.",
        "“{found}” cannot be a name. Names begin with a small letter and hold only a-z, 0-9 and single underscores.",
    ),
    "shape-slug": (
        "»{found}« taugt nicht als Kennung. Kennungen beginnen mit einem Kleinbuchstaben und enthalten "
        "nur a-z, 0-9 und einzelne Bindestriche.",
        "“{found}” cannot be an id. Ids begin with a small letter and hold only a-z, 0-9 and single hyphens.",
    ),
    "shape-date": (
        "»{found}« ist kein Datum der Form 2026-11-24.",
        "“{found}” is not a date of the form 2026-11-24.",
    ),
    "shape-url": (
        "»{found}« ist keine Adresse, die mit https:// oder http:// beginnt.",
        "“{found}” is not an address that begins with https:// or http://.",
    ),
    "shape-length": (
        "Der Text hat {length} Zeichen; erlaubt sind {limit}.",
        "The text has {length} characters; {limit} are allowed.",
    ),
    "shape-format": (
        "Format {found} kennt diese Version nicht; sie liest Format {expected}.",
        "This version does not know format {found}; it reads format {expected}.",
    ),
    # --- texts in languages -------------------------------------------------------------------
    "text-languages": (
        "Dieser Text braucht seine Sprachen: {{de: …, en: …}}, gefunden: {found}.",
        "This text needs its languages: {{de: …, en: …}}, found: {found}.",
    ),
    "text-comma": (
        "»{found}« steht hinter einem Komma und gilt damit als eigene Angabe. Ein Text mit Komma gehört in "
        "geschweiften Klammern in Anführungszeichen.",
        "“{found}” stands after a comma and so counts as an entry of its own. Within braces a text with "
        "a comma belongs in quotation marks.",
    ),
    "text-language-missing": (
        "Der Text fehlt in der Sprache »{language}«.",
        "The text is missing in the language “{language}”.",
    ),
    "text-language-unknown": (
        "Die Sprache »{language}« steht nicht unter »languages« in scenario.yaml.{allowed}",
        "The language “{language}” is not listed under “languages” in scenario.yaml.{allowed}",
    ),
    "text-html": (
        "HTML ist in Texten nicht erlaubt, gefunden: »{found}«. Bitte Markdown verwenden.",
        "HTML is not allowed in texts, found: “{found}”. Please use Markdown.",
    ),
    "text-link": (
        "Der Verweis »{found}« ist nicht erlaubt. Verweise beginnen mit https:// oder http://.",
        "The link “{found}” is not allowed. Links begin with https:// or http://.",
    ),
    "text-image": (
        "Bilder sind in Texten nicht möglich: ein Szenario bleibt ohne Netz vollständig.",
        "Images are not possible in texts: a scenario stays complete without a network.",
    ),
    "text-figure": (
        "»{found}« ist keine Zahlenangabe. Möglich sind {{name:.0f}}, {{name@2025:.1f}} und {{name:+.1f}}.",
        "“{found}” is not a figure. Possible are {{name:.0f}}, {{name@2025:.1f}} and {{name:+.1f}}.",
    ),
    "text-brace": (
        "Eine geschweifte oder doppelte eckige Klammer ist hier nicht geschlossen oder nicht geöffnet.",
        "A brace or double bracket is not closed or not opened here.",
    ),
    "text-figure-year": (
        "Das Jahr {year} liegt außerhalb von {low} bis {high}.",
        "The year {year} is outside {low} to {high}.",
    ),
    "text-claim": (
        "»{found}« ist keine Behauptung, die sich prüfen lässt. Zum Beispiel: [[name rises]], "
        "[[name falls by more than 10% since 2024]] oder [[name > 10]].",
        "“{found}” is not a claim that can be checked. For example: [[name rises]], "
        "[[name falls by more than 10% since 2024]] or [[name > 10]].",
    ),
    "text-before-heading": (
        "Vor der ersten Überschrift »## szene: Titel« darf kein Text stehen.",
        "There must be no text before the first heading “## scene: Title”.",
    ),
    "text-heading": (
        "»{found}« ist keine Überschrift einer Szene. Erwartet wird »## szene: Titel der Szene«.",
        "“{found}” is not the heading of a scene. Expected is “## scene: Title of the scene”.",
    ),
    "text-scene-empty": (
        "Die Szene »{scene}« hat keinen Text.",
        "The scene “{scene}” has no text.",
    ),
    "text-scene-twice": (
        "Die Szene »{scene}« steht schon in Zeile {first}.",
        "The scene “{scene}” already stands in line {first}.",
    ),
    "text-scene-missing": (
        "Der Text der Szene »{scene}« fehlt. Er gehört unter »## {scene}: Titel«.",
        "The text of the scene “{scene}” is missing. It belongs under “## {scene}: Title”.",
    ),
    "text-scene-unknown": (
        "Eine Szene »{scene}« gibt es in diesem Kapitel von story.yaml nicht.{nearest}{allowed}",
        "There is no scene “{scene}” in this chapter of story.yaml.{nearest}{allowed}",
    ),
    "text-file-missing": (
        "Die Textdatei »{name}« fehlt.",
        "The text file “{name}” is missing.",
    ),
    "text-file-unknown": (
        "Zu dieser Textdatei gibt es kein Kapitel in story.yaml.{nearest}{allowed}",
        "There is no chapter in story.yaml for this text file.{nearest}{allowed}",
    ),
    # --- expressions --------------------------------------------------------------------------
    "expr-empty": ("Der Ausdruck ist leer.", "The expression is empty."),
    "expr-too-long": (
        "Der Ausdruck hat {length} Zeichen; erlaubt sind {limit}. Bitte auf mehrere Größen verteilen.",
        "The expression has {length} characters; {limit} are allowed. Please split it into several variables.",
    ),
    "expr-too-deep": (
        "Der Ausdruck ist tiefer als {limit} Ebenen verschachtelt.",
        "The expression is nested deeper than {limit} levels.",
    ),
    "expr-character": (
        "Das Zeichen »{found}« kommt in Ausdrücken nicht vor.",
        "The character “{found}” does not occur in expressions.",
    ),
    "expr-number": (
        "»{found}« ist keine Zahl. Zahlen werden mit Punkt geschrieben, zum Beispiel 0.5 oder 1e6.",
        "“{found}” is not a number. Write numbers with a point, for example 0.5 or 1e6.",
    ),
    "expr-string": (
        "Ein Wort in Anführungszeichen ist nicht geschlossen.",
        "A quoted word is not closed.",
    ),
    "expr-unexpected": (
        "Hier steht »{found}«, erwartet wird: {expected}.",
        "“{found}” stands here, expected is: {expected}.",
    ),
    "expr-chain": (
        "Vergleiche lassen sich nicht verketten. Statt a < b < c bitte a < b and b < c schreiben.",
        "Comparisons cannot be chained. Instead of a < b < c please write a < b and b < c.",
    ),
    "expr-kind": (
        "Erwartet wird hier: {expected}; gefunden: {found}.",
        "Expected here: {expected}; found: {found}.",
    ),
    "expr-function": (
        "Eine Funktion »{name}« gibt es nicht.{nearest}{allowed}",
        "There is no function “{name}”.{nearest}{allowed}",
    ),
    "expr-arguments": (
        "»{name}« wird so geschrieben: {expected}. Gefundene Angaben in Klammern: {found}.",
        "“{name}” is written like this: {expected}. Arguments found: {found}.",
    ),
    "expr-name-form": (
        "»{name}« taugt nicht als Name. Namen beginnen mit einem Kleinbuchstaben und enthalten nur "
        "a-z, 0-9 und einzelne Unterstriche.",
        "“{name}” cannot be a name. Names begin with a small letter and hold only a-z, 0-9 and single underscores.",
    ),
    "expr-decision-compare": (
        "Eine Entscheidung lässt sich nur mit == oder != und einer Antwort vergleichen, zum Beispiel "
        "decision.schalter == 'bleibt'.",
        "A decision can only be compared by == or != with an option, for example decision.counter == 'stays'.",
    ),
    "expr-points": (
        "lookup braucht eine Tabelle aus Zahlenpaaren, zum Beispiel lookup(x, [[0, 1], [10, 5]]).",
        "lookup needs a table of pairs of numbers, for example lookup(x, [[0, 1], [10, 5]]).",
    ),
    "expr-points-order": (
        "Die x-Werte der Tabelle müssen von Paar zu Paar wachsen.",
        "The x values of the table must grow from pair to pair.",
    ),
    "expr-literal": (
        "»{name}« braucht hier {argument} unmittelbar, keinen Ausdruck: eine feste ganze Jahreszahl, "
        "einen Namen oder eine Einheit in Anführungszeichen.",
        "“{name}” needs {argument} itself here, not an expression: a plain whole year, a name, or a "
        "unit in quotation marks.",
    ),
    "expr-keyword": (
        "»{name}« ist ein festes Wort der Ausdrücke und hier nicht möglich.",
        "“{name}” is a fixed word of expressions and not possible here.",
    ),
    # --- names --------------------------------------------------------------------------------
    "name-unknown": (
        "Den Namen »{name}« gibt es in diesem Szenario nicht.{nearest}",
        "There is no “{name}” in this scenario.{nearest}",
    ),
    "name-kind": (
        "»{name}« ist hier nicht möglich: {found}. Möglich: {expected}.",
        "“{name}” is not possible here: {found}. Allowed: {expected}.",
    ),
    "name-reserved": (
        "»{name}« ist ein festes Wort der Ausdrücke. Bitte einen anderen Namen wählen.",
        "“{name}” is a fixed word of expressions. Please choose another name.",
    ),
    "name-twice": (
        "Der Name »{name}« ist schon vergeben: {first}.",
        "The name “{name}” is already taken: {first}.",
    ),
    "combine-differs": (
        "»{name}« bedeutet in den Szenarien nicht dasselbe: {first}. Zusammen erzählen lässt sich nur, was gleich ist.",
        "“{name}” does not mean the same in these scenarios: {first}. Only what is the same can be told together.",
    ),
    "combine-time": (
        "Diese Szenarien haben nicht denselben Zeitraum und lassen sich nicht zusammen erzählen: {names}.",
        "These scenarios do not share one horizon and cannot be told together: {names}.",
    ),
    "combine-languages": (
        "Diese Szenarien haben keine Sprache gemeinsam: {names}.",
        "These scenarios have no language in common: {names}.",
    ),
    "include-unknown": (
        "Einen gemeinsamen Teil »{name}« gibt es nicht.{nearest} Möglich: {allowed}.",
        "There is no shared module “{name}”.{nearest} Allowed: {allowed}.",
    ),
    "include-twice": (
        "»{name}« bringt schon der gemeinsame Teil mit: {first}. Ersetzen lassen sich nur offene Konstanten (open: true).",
        "The shared module already brings “{name}”: {first}. Only open constants can be replaced (open: true).",
    ),
    "name-cycle": (
        "Diese Größen hängen im Kreis voneinander ab, ohne dass ein Bestand dazwischen liegt: {path}.",
        "These variables depend on each other in a circle without a stock between: {path}.",
    ),
    "name-cycle-start": (
        "Im ersten Augenblick hängen diese Größen im Kreis voneinander ab: {path}. Ein fester "
        "Anfangswert bricht den Kreis, auch als dritte Angabe von smooth und delay.",
        "At the first moment these variables depend on each other in a circle: {path}. A plain "
        "initial value breaks it, also as third argument of smooth and delay.",
    ),
    "function-equation": (
        "»{name}« ist in Gleichungen nicht möglich; at(name, jahr) gibt es dort nur für Daten.",
        "“{name}” is not possible in equations; at(name, year) is for data only there.",
    ),
    "function-initial": (
        "»{name}« ist in einem Anfangswert nicht möglich: er gilt für einen einzigen Augenblick.",
        "“{name}” is not possible in an initial value: it holds for a single moment.",
    ),
    "function-after": (
        "»{name}« ist hier nicht möglich; at(name, jahr) gibt es nur für Daten.",
        "“{name}” is not possible here; at(name, year) is for data only.",
    ),
    "function-indicator": (
        "»{name}« ist in einem Indikator nicht möglich: er wird in jedem Augenblick berechnet.",
        "“{name}” is not possible in an indicator: it is computed at every moment.",
    ),
    "function-story": (
        "»{name}« gibt es nur in den Gleichungen des Modells. Bitte dort eine Größe anlegen.",
        "“{name}” exists only in the equations of the model. Please make a variable there.",
    ),
    "decided-here": (
        "Nach einer Entscheidung lässt sich nur in der Geschichte, in Behauptungen und Prüfungen fragen. "
        "Im Modell wirkt sie über Hebel.",
        "Only the story, claims and checks can ask for a decision. In the model it acts through levers.",
    ),
    "year-outside": (
        "Das Jahr {year} liegt außerhalb von {low} bis {high}.",
        "The year {year} is outside {low} to {high}.",
    ),
    "years-order": (
        "Das Jahr {first} muss vor dem Jahr {second} liegen.",
        "The year {first} must be before the year {second}.",
    ),
    "decision-unknown": (
        "Eine Entscheidung »{name}« gibt es nicht.{nearest}{allowed}",
        "There is no decision “{name}”.{nearest}{allowed}",
    ),
    "option-unknown": (
        "Die Entscheidung »{decision}« hat keine Antwort »{name}«.{nearest}{allowed}",
        "The decision “{decision}” has no option “{name}”.{nearest}{allowed}",
    ),
    "indicator-unknown": (
        "Einen Indikator »{name}« gibt es nicht.{nearest}{allowed}",
        "There is no indicator “{name}”.{nearest}{allowed}",
    ),
    "lever-unknown": (
        "Einen Hebel »{name}« gibt es nicht.{nearest}{allowed}",
        "There is no lever “{name}”.{nearest}{allowed}",
    ),
    "constant-unknown": (
        "Eine Konstante »{name}« gibt es nicht.{nearest}",
        "There is no constant “{name}”.{nearest}",
    ),
    "world-unknown": (
        "Eine Welt »{name}« gibt es nicht.{nearest}{allowed}",
        "There is no world “{name}”.{nearest}{allowed}",
    ),
    "voice-unknown": (
        "Eine Stimme »{name}« gibt es nicht unter »voices« in scenario.yaml.{nearest}{allowed}",
        "There is no voice “{name}” under “voices” in scenario.yaml.{nearest}{allowed}",
    ),
    "source-unknown": (
        "Eine Quelle »{name}« gibt es nicht in sources.yaml.{nearest}",
        "There is no source “{name}” in sources.yaml.{nearest}",
    ),
    "series-unknown": (
        "Eine Datenreihe »{name}« gibt es nicht im Ordner data.{nearest}",
        "There is no series “{name}” in the folder data.{nearest}",
    ),
    # --- units --------------------------------------------------------------------------------
    "unit-unknown": (
        "Die Einheit »{found}« ist nicht bekannt.{nearest} Eigene Einheiten nennt »units« in scenario.yaml.",
        "The unit “{found}” is not known.{nearest} List own units under “units” in scenario.yaml.",
    ),
    "unit-equation": (
        "Die Einheiten passen nicht: »{name}« hat die Einheit {expected}, die Gleichung »{expression}« ergibt {found}.",
        "The units do not fit: “{name}” has the unit {expected}, its equation “{expression}” yields {found}.",
    ),
    "unit-flow": (
        "Die Einheiten passen nicht: »{flow}« hat die Einheit {found}, als Fluss von »{name}« braucht es {expected}.",
        "The units do not fit: “{flow}” has the unit {found}, as a flow of “{name}” it needs {expected}.",
    ),
    "unit-operands": (
        "Die Einheiten passen nicht zusammen: »{left}« hat die Einheit {left_unit}, »{right}« "
        "die Einheit {right_unit} (in »{expression}«).",
        "The units do not fit together: “{left}” has the unit {left_unit}, “{right}” the unit "
        "{right_unit} (in “{expression}”).",
    ),
    "unit-argument": (
        "In »{expression}« braucht »{argument}« die Einheit {expected}, gefunden: {found}.",
        "In “{expression}” the unit of “{argument}” must be {expected}, found: {found}.",
    ),
    "unit-power": (
        "In »{expression}« muss die Hochzahl eine feste Zahl sein, weil die Grundzahl die Einheit {found} hat.",
        "In “{expression}” the exponent must be a plain number, because the base has the unit {found}.",
    ),
    "unit-series": (
        "»{name}« ist in {expected} angegeben, die Datenreihe »{series}« aber in {found}.",
        "“{name}” is declared in {expected}, but the series “{series}” in {found}.",
    ),
    # --- data ---------------------------------------------------------------------------------
    "csv-header": (
        "Die erste Zeile muss die Spalten nennen: {expected}. Gefunden: {found}.",
        "The first line must name the columns: {expected}. Found: {found}.",
    ),
    "csv-columns": (
        "Die Zeile hat {found} Felder; erwartet werden {expected}. Text mit Komma gehört in Anführungszeichen.",
        "The line has {found} fields; {expected} are expected. Put text with commas in quotation marks.",
    ),
    "csv-syntax": ("Die Zeile ist kein gültiges CSV.{detail}", "The line is not valid CSV.{detail}"),
    "csv-empty": ("Die Datei enthält keine Beobachtungen.", "The file holds no observations."),
    "csv-field": ("Das Feld »{column}« ist leer.", "The field “{column}” is empty."),
    "csv-year-twice": (
        "Die Reihe »{series}« hat für {year} schon einen Wert ({first}).",
        "The series “{series}” already has a value for {year} ({first}).",
    ),
    "csv-differs": (
        "In der Reihe »{series}« steht bei »{column}« einmal »{first}« und hier »{found}«.",
        "In the series “{series}” the column “{column}” says “{first}” before and “{found}” here.",
    ),
    "series-short": (
        "Ein Trend braucht mindestens {least} Beobachtungen; die Reihe »{series}« hat {found}.",
        "A trend needs at least {least} observations; the series “{series}” has {found}.",
    ),
    # --- time, levers, constants, indicators --------------------------------------------------
    "time-order": (
        "Die Jahre müssen aufsteigen: start {start} < now {now} < end {end}, mit mindestens "
        "einem ganzen Jahr nach now.",
        "The years must rise: start {start} < now {now} < end {end}, with at least one whole year after now.",
    ),
    "time-long": (
        "Von {start} bis {end} sind es {count} Schritte; erlaubt sind {limit}.",
        "From {start} to {end} there are {count} steps; {limit} are allowed.",
    ),
    "date-order": (
        "check_by ({check_by}) muss später sein als stand ({stand}).",
        "check_by ({check_by}) must be later than stand ({stand}).",
    ),
    "lever-steps": (
        "Von {low} bis {high} geht es nicht in ganzen Schritten von {step}.",
        "The way from {low} to {high} is not a whole number of steps of {step}.",
    ),
    "lever-positions": (
        "Der Hebel hätte {count} Stellungen; erlaubt sind {limit}. Bitte einen größeren Schritt wählen.",
        "The lever would have {count} settings; {limit} are allowed. Please choose a larger step.",
    ),
    "lever-step": ("Der Schritt muss größer als 0 sein.", "The step must be greater than 0."),
    "value-range": (
        "»{name}« = {value} liegt außerhalb von {low} bis {high}.",
        "“{name}” = {value} is outside {low} to {high}.",
    ),
    "value-grid": (
        "»{name}« = {value} trifft keine Stellung: von {low} an geht es in Schritten von {step}.",
        "“{name}” = {value} is not a setting: from {low} on it goes in steps of {step}.",
    ),
    "constant-range": (
        "Der Wert {value} liegt nicht in seiner Spanne von {low} bis {high}.",
        "The value {value} is not within its range of {low} to {high}.",
    ),
    "constant-source": (
        "Eine Konstante vom Grad »{grade}« braucht eine Quelle (»source:«). Nur »assumption« kommt ohne aus.",
        "A constant of the grade “{grade}” needs a source (“source:”). Only “assumption” does without.",
    ),
    "constant-note": (
        "Eine Annahme braucht eine Begründung (»note:«).",
        "An assumption needs its reason (“note:”).",
    ),
    "indicator-sides": (
        "Bei »better: {better}« muss utopia ({utopia}) {relation} sein als dystopia ({dystopia}).",
        "With “better: {better}” utopia ({utopia}) must be {relation} than dystopia ({dystopia}).",
    ),
    "stock-flows": (
        "»{name}« steht zugleich unter inflows und outflows.",
        "“{name}” is listed under both inflows and outflows.",
    ),
    "loop-broken": (
        "Die Schleife reißt: »{second}« hängt nicht unmittelbar von »{first}« ab.",
        "The loop is broken: “{second}” does not depend directly on “{first}”.",
    ),
    "loop-idle": (
        "Die Schleife »{loop}« trägt nicht: »{first}« bewegt »{second}« in keinem der Durchgänge.",
        "The loop “{loop}” does not carry: “{first}” moves “{second}” in none of the plays.",
    ),
    "loop-wavers": (
        "Die Schleife »{loop}« ist nicht eindeutig: Mehr »{first}« heißt bald mehr, bald weniger »{second}«.",
        "The loop “{loop}” is not clear: more “{first}” means now more, now less “{second}”.",
    ),
    "loop-balances": (
        "Die Schleife »{loop}« soll verstärken, gleicht aber aus: {path}.",
        "The loop “{loop}” is said to be reinforcing, but it balances: {path}.",
    ),
    "loop-reinforces": (
        "Die Schleife »{loop}« soll ausgleichen, verstärkt aber: {path}.",
        "The loop “{loop}” is said to be balancing, but it reinforces: {path}.",
    ),
    # --- decisions, worlds, story, checks -----------------------------------------------------
    "decision-year": (
        "Die Entscheidung liegt im Jahr {year}; möglich ist {low} bis {high}, denn Hebel wirken erst ab {low}.",
        "The decision is in {year}; {low} to {high} is possible, for levers act from {low} on.",
    ),
    "decision-unasked": (
        "Niemand fragt nach dieser Entscheidung: nach {year} kommt kein Kapitel mehr (das letzte: {last}).",
        "Nobody asks for this decision: no chapter follows {year} (the last one: {last}).",
    ),
    "decision-default": (
        "»{name}« ist keine der Antworten.{nearest}{allowed}",
        "“{name}” is not one of the options.{nearest}{allowed}",
    ),
    "option-twice": (
        "Der Hebel »{name}« steht zugleich unter change und set.",
        "The lever “{name}” is listed under both change and set.",
    ),
    "option-change": (
        "change {value} führt den Hebel »{name}« von überall aus der Spanne {low} bis {high} hinaus.",
        "change {value} moves the lever “{name}” out of its range {low} to {high} from anywhere.",
    ),
    "world-baseline": (
        "Die erste Welt ist die Grundlinie: sie heißt weiter-so und verändert weder Hebel noch Entscheidungen.",
        "The first world is the baseline: it is called weiter-so and moves no lever and no decision.",
    ),
    "scene-when-missing": (
        "Nur die letzte Szene kommt ohne »when« aus; die danach würden nie erzählt.",
        "Only the last scene does without “when”; those after it would never be told.",
    ),
    "scene-last-when": (
        "Die letzte Szene darf kein »when« haben: sie wird erzählt, wenn keine andere passt.",
        "The last scene must have no “when”: it is told when no other fits.",
    ),
    "scene-twice": (
        "»{name}« gibt es schon in Zeile {first}.",
        "“{name}” already exists in line {first}.",
    ),
    "ending-price": (
        "Ein utopisches Ende nennt seinen Preis (»price:«): was es kostet und wer es zahlt.",
        "A utopian ending names its price (“price:”): what it costs and who pays.",
    ),
    "ending-crack": (
        "Ein dystopisches Ende hat einen Riss (»crack:«): was noch möglich ist.",
        "A dystopian ending has a crack (“crack:”): what is still possible.",
    ),
    "chapter-order": (
        "Die Kapitel stehen in der Reihenfolge der Jahre; {year} kommt nach {before}.",
        "Chapters stand in the order of their years; {year} comes after {before}.",
    ),
    "chapter-reserved": (
        "»ending« heißen die Enden; ein Kapitel braucht einen anderen Namen.",
        "“ending” is the name of the endings; a chapter needs another name.",
    ),
    "check-form": (
        "Eine Prüfung braucht entweder »holds« oder »value« zusammen mit »rising«.",
        "A check needs either “holds” or “value” together with “rising”.",
    ),
    "check-extra": (
        "»{key}« gehört nur zu einer Prüfung mit »holds«.",
        "“{key}” only belongs to a check with “holds”.",
    ),
    # --- what a scenario promises -------------------------------------------------------------
    "check-fails": (
        "Die Prüfung »{check}« ({label}) hält {year} nicht: {text}. Beispiel: {example}.",
        "The check “{check}” ({label}) does not hold in {year}: {text}. Example: {example}.",
    ),
    "check-order": (
        "Die Prüfung »{check}« ({label}) hält {year} nicht, die Reihenfolge stimmt nicht: {example}.",
        "The check “{check}” ({label}) does not hold in {year}, the order is wrong: {example}.",
    ),
    "claim-false": (
        "Der Text von »{scene}« ({language}) behauptet »{claim}«, die Zahlen sagen etwas anderes: in {false} von {reached} Verläufen, denen er erzählt wird ({percent}). Beispiel: {run}.",
        "The text of “{scene}” ({language}) claims “{claim}”, the numbers say otherwise: in {false} of {reached} plays that are told it ({percent}). Example: {run}.",
    ),
    # --- the audit of the story ---------------------------------------------------------------
    "scene-unreachable": (
        "Die Szene »{scene}« in »{chapter}« wird nie erzählt. Kein Verlauf erfüllt »{text}«, weder {plays} zufällige noch eine gezielte Suche. Erreicht wird: {ranges}.",
        "The scene “{scene}” in “{chapter}” is never told. No play fulfils “{text}”, neither {plays} random ones nor a directed search. Reached is: {ranges}.",
    ),
    "scene-impossible": (
        "Die Szene »{scene}« in »{chapter}« wird nie erzählt. Kein Verlauf erfüllt »{text}«, weder {plays} zufällige noch eine gezielte Suche.",
        "The scene “{scene}” in “{chapter}” is never told. No play fulfils “{text}”, neither {plays} random ones nor a directed search.",
    ),
    "scene-shadowed": (
        "Die Szene »{scene}« in »{chapter}« wird nie erzählt. Sie passt in {count} Verläufen, aber jedes Mal passt vor ihr schon eine andere: {others}.",
        "The scene “{scene}” in “{chapter}” is never told. It fits in {count} plays, but each time another fits before it: {others}.",
    ),
    "scene-rare": (
        "Die Szene »{scene}« in »{chapter}« kam in {plays} zufälligen Verläufen nie vor. Erreichbar ist sie, zum Beispiel: {run}.",
        "The scene “{scene}” in “{chapter}” never came up in {plays} random plays. It can be reached, for example: {run}.",
    ),
    "scene-common": (
        "Die Szene »{scene}« in »{chapter}« kam in {percent} der {plays} zufälligen Verläufe vor. So entscheidet sich hier fast nichts.",
        "The scene “{scene}” in “{chapter}” came up in {percent} of {plays} random plays. So hardly anything is decided here.",
    ),
    "chapter-variety": (
        "Das Kapitel »{chapter}« erzählt in den zufälligen Verläufen verschiedene Szenen: {found}. Es sollten mindestens {least} sein.",
        "In random plays the chapter “{chapter}” tells different scenes: {found}. There should be at least {least}.",
    ),
    "chapter-gap": (
        "Im Kapitel »{chapter}« passt in {percent} der Verläufe keine Szene. Beispiel: {run}.",
        "In the chapter “{chapter}” no scene fits in {percent} of the plays. Example: {run}.",
    ),
    "chapter-voices": (
        "Im Kapitel »{chapter}« spricht nur eine Stimme: {voice}.",
        "Only one voice speaks in the chapter “{chapter}”: {voice}.",
    ),
    "option-unreachable": (
        "Die Antwort »{option}« auf »{decision}« führt in jedem Verlauf aus den Zahlen hinaus.",
        "The option “{option}” of “{decision}” leaves the numbers in every play.",
    ),
    "witness-stale": (
        "Belege für Szenen, Enden und Antworten fehlen oder gelten nicht mehr ({count}): {names}. Mit »workbook check {scenario} --witnesses« werden sie neu geschrieben.",
        "Witnesses of scenes, endings and options are missing or no longer good ({count}): {names}. “workbook check {scenario} --witnesses” writes them anew.",
    ),
    "voice-silent": (
        "Die Stimme »{voice}« erzählt keine einzige Szene.",
        "The voice “{voice}” tells no scene at all.",
    ),
    "care-missing": (
        "In der Szene »{scene}« steht »{word}«, sie hat aber keinen Inhaltshinweis. Möglich wäre: care: [{care}].",
        "The scene “{scene}” says “{word}” but has no content note. Possible would be: care: [{care}].",
    ),
    "care-everywhere": (
        "Im Kapitel »{chapter}« hat jede Szene einen Inhaltshinweis; niemand kommt darum herum.",
        "Every scene of the chapter “{chapter}” has a content note; there is no way round.",
    ),
    "world-flawless": (
        "In der Welt »{world}« ist kein Indikator schlechter als in einer anderen Welt. Auch eine Utopie hat ihren Preis.",
        "In the world “{world}” no indicator is worse than in another world. A utopia has its price, too.",
    ),
    "world-hopeless": (
        "In der Welt »{world}« ist kein Indikator besser als in einer anderen Welt. Auch eine Dystopie hat einen Riss.",
        "In the world “{world}” no indicator is better than in another world. A dystopia has a crack, too.",
    ),
    "worlds-alike": (
        "An ihren Zahlen sind die Welten nicht zu erkennen. Von Dystopie bis Utopie (0 bis 100) sollten sie in dieser Folge liegen: {order}. Gefunden: {found}.",
        "The worlds cannot be told apart by their numbers. From dystopia to utopia (0 to 100) they should lie in this order: {order}. Found: {found}.",
    ),
    "lever-idle": (
        "Der Hebel »{lever}« bewegt in keiner Welt einen Indikator.",
        "The lever “{lever}” moves no indicator in any world.",
    ),
    "indicator-still": (
        "Den Indikator »{indicator}« bewegt kein Hebel und keine Entscheidung.",
        "No lever and no decision moves the indicator “{indicator}”.",
    ),
    "decision-idle": (
        "Bei der Entscheidung »{decision}« tun alle Antworten dasselbe, und keine Szene fragt danach.",
        "All options of the decision “{decision}” do the same, and no scene asks for it.",
    ),
    "constant-unused": ("Die Konstante »{name}« braucht niemand.", "Nothing uses the constant “{name}”."),
    "input-unused": ("Den Antrieb »{name}« braucht niemand.", "Nothing uses the input “{name}”."),
    "variable-unused": ("Die Größe »{name}« braucht niemand.", "Nothing uses the variable “{name}”."),
    "series-unused": (
        "Die Datenreihe »{name}« ist weder Antrieb noch Vergleich eines Indikators.",
        "The series “{name}” is neither an input nor the history of an indicator.",
    ),
    "source-unused": ("Auf die Quelle »{name}« stützt sich nichts.", "Nothing rests on the source “{name}”."),
    "scenario-overdue": (
        "Die Angaben dieses Szenarios waren bis {date} neu zu prüfen.",
        "The facts of this scenario were to be checked again by {date}.",
    ),
    "fact-overdue": (
        "Die Angabe »{fact}« ({label}) war bis {date} neu zu prüfen.",
        "The fact “{fact}” ({label}) was to be checked again by {date}.",
    ),
    "parity-passage": (
        "Die Szene »{scene}« fehlt in der Sprache »{language}«.",
        "The scene “{scene}” is missing in the language “{language}”.",
    ),
    "parity-figure": (
        "Der Text von »{scene}« hat in »{language}« andere Zahlen aus dem Modell als in »{first}« (+ ist zu viel): {found}.",
        "The text of “{scene}” has other figures of the model in “{language}” than in “{first}” (+ is too much): {found}.",
    ),
    "parity-claim": (
        "Der Text von »{scene}« hat in »{language}« andere Behauptungen als in »{first}« (+ ist zu viel): {found}.",
        "The text of “{scene}” has other claims in “{language}” than in “{first}” (+ is too much): {found}.",
    ),
    "parity-number": (
        "In »{scene}« steht in »{first}« eine Zahl, die in »{language}« fehlt: {found}.",
        "In “{scene}” a number stands in “{first}” that is missing in “{language}”: {found}.",
    ),
    "text-untranslated": (
        "Der Text »{text}« fehlt in der Sprache »{language}«; gezeigt wird eine andere.",
        "The text “{text}” is missing in the language “{language}”; another one is shown.",
    ),
    "reading-mean": (
        "In »{scene}« haben die Sätze im Mittel {found} Wörter; in Einfacher Sprache höchstens {limit}.",
        "In “{scene}” sentences have {found} words on average; at most {limit} in Einfache Sprache.",
    ),
    "reading-longest": (
        "In »{scene}« hat ein Satz {found} Wörter; in Einfacher Sprache höchstens {limit}.",
        "In “{scene}” a sentence has {found} words; at most {limit} in Einfache Sprache.",
    ),
    "reading-ease": (
        "Die Lesbarkeit von »{scene}« (Flesch, deutsch nach Amstad) ist {found}; in Einfacher Sprache mindestens {limit}.",
        "The reading ease of “{scene}” (Flesch, German by Amstad) is {found}; at least {limit} in Einfache Sprache.",
    ),
    "reading-wiener": (
        "Die Wiener Sachtextformel nennt für »{scene}« die Schulstufe {found}; in Einfacher Sprache höchstens {limit}.",
        "The Wiener Sachtextformel gives school year {found} for “{scene}”; at most {limit} in Einfache Sprache.",
    ),
    # --- runs ---------------------------------------------------------------------------------
    "divergence-nan": (
        "»{variable}« ist im {time} keine Zahl mehr, in »{expression}«.{detail}",
        "“{variable}” is no longer a number in {time}, in “{expression}”.{detail}",
    ),
    "divergence-overflow": (
        "»{variable}« wird im {time} unendlich groß, in »{expression}«.{detail}",
        "“{variable}” grows beyond all bounds in {time}, in “{expression}”.{detail}",
    ),
    "divergence-negative": (
        "Der Bestand »{variable}« fällt im {time} unter null.{detail} Er ist als nie negativ angegeben.",
        "The stock “{variable}” falls below zero in {time}.{detail} It is declared never negative.",
    ),
    "divergence-division": (
        "»{variable}« teilt im {time} durch null, in »{expression}«.{detail}",
        "“{variable}” divides by zero in {time}, in “{expression}”.{detail}",
    ),
    "divergence-domain": (
        "»{variable}« rechnet im {time} außerhalb des Erlaubten, zum Beispiel den Logarithmus einer "
        "negativen Zahl, in »{expression}«.{detail}",
        "“{variable}” leaves the domain of a function in {time}, for example the logarithm of a "
        "negative number, in “{expression}”.{detail}",
    ),
    "run-code-damaged": (
        "Der Laufcode »{typed}« ist beschädigt. Bitte noch einmal vollständig abschreiben oder kopieren.",
        "The run code “{typed}” is damaged. Please copy it again in full.",
    ),
    "run-code-other-scenario": (
        "Der Laufcode »{typed}« gehört nicht zu dieser Fassung von »{scenario}«.",
        "The run code “{typed}” does not belong to this version of “{scenario}”.",
    ),
    "run-code-length": (
        "Der Laufcode »{typed}« hat {found} Zeichen, hier sind es {expected}. Fehlt ein Stück?",
        "The run code “{typed}” has {found} characters, here it must have {expected}. Is a piece missing?",
    ),
    "run-code-off-grid": (
        "Der Hebel »{lever}« hat keine Stellung {value}; ein Laufcode kennt nur ganze Schritte von {step}.",
        "The lever “{lever}” has no setting {value}; a run code only knows whole steps of {step}.",
    ),
    # --- a room of many runs ------------------------------------------------------------------
    "room-few": (
        "{found} Codes sind lesbar. Gezeigt wird erst ab {least}, damit niemand erkannt wird; wer weniger hat, senkt die Grenze bewusst (least, --least).",
        "{found} codes can be read. Nothing is shown below {least}, so that nobody is recognised; whoever has fewer lowers the limit knowingly (least, --least).",
    ),
    "room-least": (
        "Die Grenze {found} geht nicht: Sie muss von {fewest} bis 1000 reichen. Unter {fewest} wäre jede Person zu erkennen.",
        "The limit {found} is not possible: it must lie between {fewest} and 1000. Below {fewest} everyone could be recognised.",
    ),
    "room-foreign": (
        "Der Laufcode »{typed}« gehört zum Szenario »{scenario}«.",
        "The run code “{typed}” belongs to the scenario “{scenario}”.",
    ),
    "room-many": (
        "Mehr als {limit} Codes werden nicht auf einmal gelesen; dieser und die folgenden fehlen.",
        "No more than {limit} codes are read at once; this one and those after it are missing.",
    ),
    "room-file-size": (
        "»{file}« ist zu groß: Mehr als {limit} Zeichen werden nicht gelesen.",
        "“{file}” is too large: no more than {limit} characters are read.",
    ),
    "room-file-json": (
        "»{file}« ist eine beschädigte JSON-Datei. Bitte den Lauf in der Seite noch einmal als Datei speichern.",
        "“{file}” is a damaged JSON file. Please save the run as a file in the page once more.",
    ),
    "room-file-run": (
        "In »{file}« steht an Stelle {entry} kein Lauf. Gelesen werden Dateien, die die Seite gespeichert hat, und Listen von Codes.",
        "In “{file}” entry {entry} is no run. What is read: files that the page saved, and lists of codes.",
    ),
    "memory-form": (
        "»{file}« ist kein Seminargedächtnis. Eine solche Datei entsteht, wenn in der Seite oder mit --memory und --cohort eine Gruppe gesichert wird.",
        "“{file}” is no seminar memory. Such a file is made when a group is saved, in the page or with --memory and --cohort.",
    ),
    "memory-newer": (
        "»{file}« kommt von einer anderen Fassung dieses Programms.",
        "“{file}” comes from another version of this program.",
    ),
    "memory-scenario": (
        "»{file}« gehört zum Szenario »{found}«, nicht zu »{scenario}«.",
        "“{file}” belongs to the scenario “{found}”, not to “{scenario}”.",
    ),
    "memory-damaged": (
        "In »{file}« ist die Gruppe {entry} beschädigt: Angaben fehlen, oder die Zahlen gehen nicht auf.",
        "In “{file}” group {entry} is damaged: entries are missing, or the counts do not add up.",
    ),
    "memory-few": (
        "In »{file}« hat die Gruppe »{name}« nur {found} Läufe. Verglichen wird ab {least}.",
        "In “{file}” the group “{name}” has only {found} runs. Groups are compared from {least} on.",
    ),
    "memory-name": (
        "»{found}« ist kein Name einer Gruppe. Möglich sind bis zu 60 Buchstaben, Ziffern und einfache Zeichen, zum Beispiel »Sommer 2026«.",
        "“{found}” is no name of a group. Possible are up to 60 letters, digits and plain signs, for example “Summer 2026”.",
    ),
    # --- a browser that prints, folders that are filled ---------------------------------------
    "browser-missing-linux": (
        "Für PDF fehlt ein Browser. Bitte Chromium oder Chrome installieren, unter Debian und Ubuntu: sudo apt install chromium; unter Fedora: sudo dnf install chromium. Liegt er woanders, seinen Pfad in {variable} angeben.",
        "PDF needs a browser. Please install Chromium or Chrome, on Debian and Ubuntu: sudo apt install chromium; on Fedora: sudo dnf install chromium. If it is elsewhere, give its path in {variable}.",
    ),
    "browser-missing-mac": (
        "Für PDF fehlt ein Browser. Bitte Google Chrome oder Chromium in den Ordner Programme installieren, mit Homebrew: brew install --cask google-chrome. Liegt er woanders, seinen Pfad in {variable} angeben.",
        "PDF needs a browser. Please install Google Chrome or Chromium into the folder Applications, with Homebrew: brew install --cask google-chrome. If it is elsewhere, give its path in {variable}.",
    ),
    "browser-missing-windows": (
        "Für PDF fehlt ein Browser. Bitte Microsoft Edge oder Google Chrome installieren, zum Beispiel: winget install Google.Chrome. Liegt er woanders, seinen Pfad in {variable} angeben.",
        "PDF needs a browser. Please install Microsoft Edge or Google Chrome, for example: winget install Google.Chrome. If it is elsewhere, give its path in {variable}.",
    ),
    "browser-place": (
        "{variable} nennt »{place}«, dort ist kein Browser.",
        "{variable} names “{place}”, there is no browser.",
    ),
    "browser-crashed": (
        "Der Browser, der das PDF drucken soll, ist ausgefallen{detail}. Bitte noch einmal versuchen, sonst den Browser neu installieren.",
        "The browser that should print the PDF has failed{detail}. Please try again, else install the browser anew.",
    ),
    "browser-slow": (
        "Das Dokument ist nicht rechtzeitig fertig geworden, darum gibt es kein PDF. Bitte noch einmal versuchen, wenn der Rechner weniger zu tun hat.",
        "The document was not ready in time, so there is no PDF. Please try again when the machine is less busy.",
    ),
    "folder-is-file": ("»{folder}« ist eine Datei, kein Ordner.", "“{folder}” is a file, not a folder."),
    "folder-foreign": (
        "In »{folder}« liegt schon etwas anderes ({names}). Bitte einen neuen oder leeren Ordner nennen.",
        "There is something else in “{folder}” ({names}). Please name a new or empty folder.",
    ),
    "folder-memory": (
        "In »{folder}« ist »{names}« beschädigt; daran wird erkannt, was hier geschrieben wurde. Bitte einen neuen Ordner nennen.",
        "In “{folder}” the file “{names}” is damaged; it tells what was written here. Please name a new folder.",
    ),
    "folder-changed": (
        "In »{folder}« hat jemand geändert: {names}. Damit nichts verloren geht, wurde nichts geschrieben; bitte einen neuen Ordner nennen.",
        "In “{folder}” somebody has changed: {names}. Nothing was written, so that nothing is lost; please name a new folder.",
    ),
    "folder-in-way": (
        "In »{folder}« liegt an einem Platz, der gebraucht wird: {names}. Bitte wegräumen oder einen neuen Ordner nennen.",
        "In “{folder}” something lies at a place that is needed: {names}. Please move it away or name a new folder.",
    ),
    # --- wishes of backcasting ----------------------------------------------------------------
    "wish-none": (
        "Es ist nichts gewünscht. Gewünscht wird ein Wert für mindestens einen Indikator.{allowed}",
        "Nothing is wished. A wish names a value for at least one indicator.{allowed}",
    ),
    "wish-bounds": (
        "Der Wunsch für »{name}« ist kein Bereich: {found}. Möglich sind zwei Zahlen (unten, oben); None lässt ein Ende offen.",
        "The wish for “{name}” is no range: {found}. Possible are two numbers (low, high); None leaves an end open.",
    ),
    "wish-empty": (
        "Der Wunsch für »{name}« lässt keinen Wert übrig: mindestens {low} und höchstens {high}.",
        "The wish for “{name}” leaves no value: at least {low} and at most {high}.",
    ),
    "wish-narrow": (
        "Der Wunsch für »{name}«, von {low} bis {high}, ist schmaler als die Reserve {reserve} auf beiden Seiten.",
        "The wish for “{name}”, from {low} to {high}, is narrower than the reserve {reserve} on both sides.",
    ),
    "wish-keep": (
        "Einen Hebel oder eine Entscheidung »{name}« gibt es nicht.{nearest}{allowed}",
        "There is no lever or decision “{name}”.{nearest}{allowed}",
    ),
    "wish-nothing-free": (
        "Alles soll bleiben, wie es ist: Mindestens ein Hebel oder eine Entscheidung muss sich bewegen dürfen.",
        "Everything is to stay as it is: at least one lever or decision must be free to move.",
    ),
    "wish-count": (
        "»{name}« muss eine Zahl von {low} bis {high} sein, nicht {found}.",
        "“{name}” must be a number from {low} to {high}, not {found}.",
    ),
    # --- wrong use ----------------------------------------------------------------------------
    "usage-scenario": (
        "Ein Szenario »{name}« gibt es nicht.{nearest}{allowed}",
        "There is no scenario “{name}”.{nearest}{allowed}",
    ),
    "usage-lever": (
        "Einen Hebel »{name}« gibt es nicht.{nearest}{allowed}",
        "There is no lever “{name}”.{nearest}{allowed}",
    ),
    "usage-world": (
        "Eine Welt »{name}« gibt es nicht.{nearest}{allowed}",
        "There is no world “{name}”.{nearest}{allowed}",
    ),
    "usage-decision": (
        "Eine Entscheidung »{name}« gibt es nicht.{nearest}{allowed}",
        "There is no decision “{name}”.{nearest}{allowed}",
    ),
    "usage-option": (
        "Eine Antwort »{name}« gibt es bei dieser Entscheidung nicht.{nearest}{allowed}",
        "This decision has no option “{name}”.{nearest}{allowed}",
    ),
    "usage-indicator": (
        "Einen Indikator »{name}« gibt es nicht.{nearest}{allowed}",
        "There is no indicator “{name}”.{nearest}{allowed}",
    ),
    "usage-loop": (
        "Eine Rückkopplung »{name}« gibt es nicht.{nearest}{allowed}",
        "There is no feedback loop “{name}”.{nearest}{allowed}",
    ),
    "usage-constant": (
        "Eine unsichere Konstante »{name}« gibt es nicht.{nearest}{allowed}",
        "There is no uncertain constant “{name}”.{nearest}{allowed}",
    ),
    "usage-no-history": (
        "Kein Indikator hat eine beobachtete Reihe in der Vergangenheit (history); es gibt nichts zum Anpassen.",
        "No indicator has an observed series in the past (history); there is nothing to fit to.",
    ),
    "usage-no-range": (
        "Keine Konstante mit einer Spanne (range) bewegt die beobachteten Reihen.",
        "No constant with a range moves the observed series.",
    ),
    "usage-not-written": (
        "Die Konstante »{name}« steht nicht als Zahl in »{file}«; es wurde nichts geschrieben.",
        "The constant “{name}” does not stand as a number in “{file}”; nothing was written.",
    ),
    "usage-name": (
        "Den Namen »{name}« gibt es in diesem Szenario nicht.{nearest}",
        "There is no “{name}” in this scenario.{nearest}",
    ),
    "usage-language": (
        "Die Sprache »{name}« gibt es hier nicht.{nearest}{allowed}",
        "The language “{name}” is not available here.{nearest}{allowed}",
    ),
    "usage-range": (
        "Der Hebel »{lever}« geht von {low} bis {high} ({unit}); {value} liegt außerhalb.",
        "The lever “{lever}” goes from {low} to {high} ({unit}); {value} is outside.",
    ),
    "usage-number": (
        "»{name}« braucht eine Zahl, gefunden: {value}.",
        "“{name}” needs a number, found: {value}.",
    ),
    "usage-too-many-moves": (
        "Das Warum lässt sich für höchstens {limit} bewegte Hebel und Entscheidungen aufteilen; hier sind es {found}.",
        "The why can be shared out among at most {limit} moved levers and decisions; here there are {found}.",
    ),
    "usage-needs-numpy": (
        "Das braucht NumPy, und das ist in diesem Browser nicht da. Mit einer Installation geht es: workbook lab.",
        "This needs NumPy, which is not at hand in this browser. With an installation it works: workbook lab.",
    ),
    "usage-not-in-browser": (
        "Das braucht {name}, und das ist in diesem Browser nicht da. Mit einer Installation geht es: workbook lab.",
        "This needs {name}, which is not at hand in this browser. With an installation it works: workbook lab.",
    ),
    # --- notebooks in the browser ---------------------------------------------------------------
    "lite-missing": (
        "Für Notebooks im Browser fehlt hier: {names} (pip install 'scenario-workbook[lite]').",
        "Notebooks in the browser need what is missing here: {names} (pip install 'scenario-workbook[lite]').",
    ),
    "lite-pyodide": (
        "In {folder} liegt kein vollständiges Pyodide; es fehlt: {names}. Gemeint ist eine entpackte Distribution oder der Ordner des npm-Pakets pyodide.",
        "{folder} does not hold a complete Pyodide; missing: {names}. Meant is an unpacked distribution, or the folder of the npm package pyodide.",
    ),
    "lite-pyodide-python": (
        "Das Pyodide in {folder} hat Python {found}; die Notebooks im Browser brauchen {wanted}.",
        "The Pyodide in {folder} has Python {found}; notebooks in the browser need {wanted}.",
    ),
    "lite-no-npm": (
        "Für Notebooks im Browser wird Pyodide gebraucht, und npm ist nicht da, um es zu holen. Node.js installieren, oder mit --pyodide ORDNER ein entpacktes Pyodide angeben.",
        "Notebooks in the browser need Pyodide, and npm is not here to fetch it. Install Node.js, or give an unpacked Pyodide with --pyodide FOLDER.",
    ),
    "lite-npm": (
        "npm konnte Pyodide nicht holen: {detail}. Mit --pyodide ORDNER geht es ohne Netz.",
        "npm could not fetch Pyodide: {detail}. With --pyodide FOLDER it works without a network.",
    ),
    "lite-build": (
        "JupyterLite ließ sich nicht bauen: »{detail}«.",
        "JupyterLite could not be built: “{detail}”.",
    ),
    # --- ensembles ----------------------------------------------------------------------------
    "ensemble-number": (
        "»{name}« braucht eine ganze Zahl von {low} bis {high}, gefunden: {value}.",
        "“{name}” needs a whole number from {low} to {high}, found: {value}.",
    ),
    "ensemble-word": (
        "»{name}« kennt »{value}« nicht.{nearest}{allowed}",
        "“{name}” does not know “{value}”.{nearest}{allowed}",
    ),
    "ensemble-nothing": (
        "So variiert nichts: Bitte Hebel nennen, Konstanten ziehen oder Entscheidungen variieren.",
        "Nothing varies like this: please name levers, sample constants or vary decisions.",
    ),
    "ensemble-factorial": (
        "Ein vollständiger Plan hat hier mindestens {needed} Läufe, erlaubt sind {samples}. Es hilft, weniger Hebel zu nennen oder Konstanten und Entscheidungen festzuhalten.",
        "A full factorial has at least {needed} runs here, {samples} are allowed. It helps to name fewer levers or to hold constants and decisions.",
    ),
    "ensemble-ending": (
        "Ein Ensemble wird als .parquet geschrieben, gefunden: »{file}«.",
        "An ensemble is written as .parquet, found: “{file}”.",
    ),
    "ensemble-is-folder": ("»{file}« ist ein Ordner, keine Datei.", "“{file}” is a folder, not a file."),
    "ensemble-unfinished": (
        "In »{folder}« liegt ein unterbrochenes Ensemble. Mit --resume (in Python: resume=True) wird es fortgesetzt; wer neu beginnen will, löscht diesen Ordner.",
        "In “{folder}” lies an interrupted ensemble. With --resume (in Python: resume=True) it is continued; to begin anew, delete this folder.",
    ),
    "ensemble-differs": (
        "»{file}« gehört zu einem anderen Ensemble. Verschieden sind: {names}. Nichts wurde geändert.",
        "“{file}” belongs to another ensemble. Different are: {names}. Nothing was changed.",
    ),
    "ensemble-damaged": (
        "»{file}« ist kein Ensemble oder beschädigt.",
        "“{file}” is no ensemble, or it is damaged.",
    ),
    "ensemble-library": (
        "Dafür fehlt {name}. Es gehört zu den Werkzeugen für Forschung: pip install 'scenario-workbook[research]'.",
        "This needs {name}. It is one of the tools for research: pip install 'scenario-workbook[research]'.",
    ),
    "ensemble-both": (
        "Entweder Prozesse auf diesem Rechner (--workers) oder ein laufender Scheduler (--scheduler), nicht beides.",
        "Either processes on this machine (--workers) or a scheduler that runs already (--scheduler), not both.",
    ),
    "ensemble-scheduler": (
        "»{value}« ist keine Adresse eines Dask-Schedulers. Erwartet wird zum Beispiel tcp://rechner:8786 oder tls://rechner:8786.",
        "“{value}” is no address of a Dask scheduler. Expected is, for example, tcp://machine:8786 or tls://machine:8786.",
    ),
    "ensemble-unreachable": (
        "Unter {address} antwortet kein Dask-Scheduler. Läuft er dort (dask scheduler), und ist der Rechner von hier erreichbar?",
        "No Dask scheduler answers at {address}. Does it run there (dask scheduler), and can the machine be reached from here?",
    ),
    "ensemble-no-worker": (
        "Seit {seconds} Sekunden gibt es keinen Arbeitsprozess (dask worker). Was berechnet ist, bleibt; mit --resume geht es weiter.",
        "There has been no worker for {seconds} seconds (dask worker). What was computed is kept; --resume continues.",
    ),
    "ensemble-worker-died": (
        "Derselbe Teil hat mehrere Arbeitsprozesse beendet; vielleicht reicht ihr Speicher nicht. Ein kleineres --chunk braucht weniger. Was berechnet ist, bleibt.",
        "The same part ended several workers; perhaps their memory is too small. A smaller --chunk needs less. What was computed is kept.",
    ),
    "ensemble-scheduler-gone": (
        "Die Verbindung zum Dask-Scheduler ist abgerissen. Was berechnet ist, bleibt; mit --resume geht es weiter.",
        "The connection to the Dask scheduler broke. What was computed is kept; --resume continues.",
    ),
    "ensemble-other-worker": (
        "{address} würde andere Zeilen berechnen als dieser Rechner (dort ≠ hier): {names}. Es hilft, überall dieselben Versionen zu installieren. Was berechnet ist, bleibt.",
        "{address} would compute other rows than this machine (there ≠ here): {names}. It helps to install the same versions everywhere. What was computed is kept.",
    ),
    "ensemble-no-processes": (
        'Die Arbeitsprozesse ließen sich nicht starten. In einem eigenen Skript muss der Aufruf unter if __name__ == "__main__": stehen.',
        'The worker processes could not be started. In a script of your own, the call must stand below if __name__ == "__main__":.',
    ),
    "ensemble-write-full": (
        "»{file}« wurde nicht geschrieben: Der Datenträger ist voll. Was berechnet ist, bleibt; mit Platz geht es mit --resume weiter.",
        "“{file}” was not written: the disk is full. What was computed is kept; with more space, --resume continues.",
    ),
    "ensemble-write-forbidden": (
        "»{file}« wurde nicht geschrieben: In diesem Ordner darf hier nicht geschrieben werden.",
        "“{file}” was not written: writing is not allowed in this folder.",
    ),
    "ensemble-write-folder": (
        "»{file}« wurde nicht geschrieben: Den Ordner gibt es nicht.",
        "“{file}” was not written: the folder does not exist.",
    ),
    "ensemble-write-other": (
        "»{file}« wurde nicht geschrieben.{detail}",
        "“{file}” was not written.{detail}",
    ),
    # --- understanding an ensemble ------------------------------------------------------------
    "insight-nothing": (
        "Bitte mindestens einen Namen nennen ({name}).",
        "Please give at least one name ({name}).",
    ),
    "insight-condition": (
        "In der Bedingung »{text}« stimmt etwas nicht, an Stelle {column}.{detail}",
        "Something is wrong with the condition “{text}”, at position {column}.{detail}",
    ),
    "insight-share": (
        "»{name}« ist ein Anteil über 0 und höchstens 1, gefunden: {value}.",
        "“{name}” is a share above 0 and at most 1, found: {value}.",
    ),
    "insight-one-case": (
        "Gesucht wird eines: eine Bedingung, ein Ende oder eine Stimmung der Enden.",
        "One thing can be looked for: a condition, an ending or a mood of endings.",
    ),
    "insight-year": (
        "Ein Jahr gehört zu einer Bedingung; Enden haben ihr eigenes Jahr.",
        "A year goes with a condition; endings have their own year.",
    ),
    "insight-no-case": (
        "»{case}« kommt in keiner der {count} Zukünfte vor; es gibt nichts, was dorthin führt. Es hilft eine mildere Bedingung oder ein anderes Jahr.",
        "“{case}” happens in none of the {count} futures; nothing leads there. A milder condition or another year helps.",
    ),
    "insight-all-cases": (
        "»{case}« gilt in allen {count} Zukünften; nichts unterscheidet sie. Es hilft eine strengere Bedingung.",
        "“{case}” holds in all {count} futures; nothing tells them apart. A stricter condition helps.",
    ),
    "insight-few-cases": (
        "Nur {count} von {found} Zukünften passen; das ist zu wenig, um Wege dorthin zu finden. Es hilft, mehr Zukünfte zu ziehen.",
        "Only {count} of {found} futures fit; that is too few to find ways there. It helps to draw more futures.",
    ),
    "insight-other-scenario": (
        "»{file}« gehört zu einem anderen Stand von »{name}«: Seitdem hat sich das Szenario geändert. Bitte das Ensemble neu rechnen.",
        "“{file}” belongs to another version of “{name}”: the scenario has changed since. Please compute the ensemble anew.",
    ),
    "insight-power": (
        "Sobol braucht als Umfang eine Zweierpotenz (256, 512, 1024 …), gefunden: {value}.",
        "Sobol needs a power of two as its size (256, 512, 1024 …), found: {value}.",
    ),
    "insight-unsound": (
        "In {count} Läufen sind Werte keine endlichen Zahlen mehr; so lässt sich nichts vergleichen. »workbook check« nennt die Stelle.",
        "In {count} runs values are no finite numbers any more; nothing can be compared like this. “workbook check” names the place.",
    ),
    "insight-two-worlds": (
        "Zum Vergleichen braucht es mindestens zwei Welten, genannt: {name}.",
        "Comparing needs at least two worlds, named: {name}.",
    ),
    "usage-ending": (
        "Das Ende »{name}« gibt es nicht.{nearest}{allowed}",
        "There is no ending “{name}”.{nearest}{allowed}",
    ),
    "usage-factor": (
        "Hebel oder unsichere Konstante »{name}« gibt es nicht.{nearest}{allowed}",
        "There is no lever or uncertain constant “{name}”.{nearest}{allowed}",
    ),
    # --- XMILE models that are imported -------------------------------------------------------
    "xmile-refused": (
        "»{folder}« lässt sich nicht genau übernehmen, es wurde nichts geschrieben. Was im Weg steht ({count}):",
        "“{folder}” cannot be taken over exactly, nothing was written. What is in the way ({count}):",
    ),
    "xmile-size": (
        "Die Datei ist zu groß: {found} Bytes, höchstens {limit}.",
        "The file is too large: {found} bytes, at most {limit}.",
    ),
    "xmile-vensim": (
        "Das ist ein Modell von Vensim (.mdl). Bitte dort als XMILE speichern (File, Save As, Typ XMILE).",
        "This is a Vensim model (.mdl). Please save it as XMILE there (File, Save As, type XMILE).",
    ),
    "xmile-broken": (
        "Das ist kein lesbares XML.{detail}",
        "This is no readable XML.{detail}",
    ),
    "xmile-deep": (
        "Die Elemente sind zu tief geschachtelt, höchstens {limit} Ebenen.",
        "The elements are nested too deeply, at most {limit} levels.",
    ),
    "xmile-declared": (
        "Eine Vereinbarung <!DOCTYPE …> oder <!ENTITY …> wird nicht gelesen; XMILE braucht keine. Bitte entfernen.",
        "A declaration <!DOCTYPE …> or <!ENTITY …> is not read; XMILE needs none. Please remove it.",
    ),
    "xmile-root": (
        "Das ist kein XMILE: Das äußerste Element heißt <{found}>, erwartet wird <xmile>.",
        "This is no XMILE: the outermost element is <{found}>, expected is <xmile>.",
    ),
    "xmile-version": (
        "XMILE {found} wird nicht gelesen, nur 1.0.",
        "XMILE {found} is not read, only 1.0.",
    ),
    "xmile-empty": (
        "Das Modell hat keinen Bestand (<stock>).",
        "The model has no stock (<stock>).",
    ),
    "xmile-specs": (
        "Die Angaben zum Lauf fehlen: <sim_specs> mit <start>, <stop> und <dt>.",
        "The specification of the run is missing: <sim_specs> with <start>, <stop> and <dt>.",
    ),
    "xmile-number": (
        "»{found}« ist keine Zahl, in »{name}«.",
        "“{found}” is no number, in “{name}”.",
    ),
    "xmile-step": (
        "Der Zeitschritt dt = »{found}« ist kein ganzer Teil einer Zeiteinheit. Möglich sind 1, 1/2, 1/3 bis 1/{limit}.",
        "The time step dt = “{found}” is no whole part of a unit of time. Possible are 1, 1/2, 1/3 to 1/{limit}.",
    ),
    "xmile-unnamed": (
        "Ein Element <{found}> hat keinen Namen.",
        "An element <{found}> has no name.",
    ),
    "xmile-twice": (
        "»{name}« gibt es schon in Zeile {first}; Groß- und Kleinschreibung, Leerzeichen und Unterstriche zählen in XMILE nicht.",
        "“{name}” exists already in line {first}; case, spaces and underscores do not count in XMILE.",
    ),
    "xmile-many": (
        "Das Modell hat {found} Größen, höchstens {limit} werden gelesen.",
        "The model has {found} variables, at most {limit} are read.",
    ),
    "xmile-feature": (
        "Das lässt sich hier nicht genau wiedergeben: {feature}.{detail}",
        "This cannot be reproduced exactly here: {feature}.{detail}",
    ),
    "xmile-equation-missing": (
        "»{name}« hat keine Gleichung (<eqn>).",
        "“{name}” has no equation (<eqn>).",
    ),
    "xmile-points": (
        "Die Tabelle von »{name}« passt nicht zusammen: {found} Werte für x/y, nötig sind gleich viele, mindestens zwei, alle Zahlen.",
        "The table of “{name}” does not fit together: {found} values for x/y; as many of both are needed, at least two, all numbers.",
    ),
    "xmile-points-twice": (
        "Die Tabelle von »{name}« hat zwei Werte für dasselbe x.",
        "The table of “{name}” has two values for the same x.",
    ),
    "xmile-character": (
        "Das Zeichen »{found}« kommt in Gleichungen von XMILE nicht vor, in »{name}«.",
        "The character “{found}” does not occur in equations of XMILE, in “{name}”.",
    ),
    "xmile-syntax": (
        "Die Gleichung von »{name}« ist nicht zu lesen: gefunden »{found}«, erwartet {expected}.",
        "The equation of “{name}” cannot be read: found “{found}”, expected {expected}.",
    ),
    "xmile-nested": (
        "Die Gleichung von »{name}« ist zu tief geschachtelt, höchstens {limit} Ebenen. Bitte auf mehrere Größen verteilen.",
        "The equation of “{name}” is nested too deeply, at most {limit} levels. Please divide it into several variables.",
    ),
    "xmile-chain": (
        "Zwei Vergleiche hintereinander liest jede Software anders, in »{name}«. Bitte mit Klammern oder AND schreiben.",
        "Each software reads two comparisons in a row differently, in “{name}”. Please write parentheses or AND.",
    ),
    "xmile-not": (
        "Worauf sich NOT bezieht, liest jede Software anders, in »{name}«. Bitte Klammern setzen: NOT (…).",
        "Each software reads differently what NOT belongs to, in “{name}”. Please write parentheses: NOT (…).",
    ),
    "xmile-unknown": (
        "»{found}« gibt es im Modell nicht, gelesen von »{name}«.{nearest}",
        "There is no “{found}” in the model, read by “{name}”.{nearest}",
    ),
    "xmile-arguments": (
        "{function} nimmt {least} bis {most} Angaben, gefunden: {found}, in »{name}«.",
        "{function} takes {least} to {most} arguments, found: {found}, in “{name}”.",
    ),
    "xmile-reserved": (
        "»{name}« ist in XMILE ein Wort mit eigener Bedeutung und kann keine Größe benennen.",
        "“{name}” is a word with a meaning of its own in XMILE and cannot name a variable.",
    ),
    "xmile-flow": (
        "Der Bestand »{name}« nennt den Fluss »{found}«, den es nicht gibt.{nearest}",
        "The stock “{name}” names the flow “{found}”, which does not exist.{nearest}",
    ),
    "xmile-horizon": (
        "Der Lauf von {start} bis {stop} lässt sich nicht auf Jahre legen: nötig sind {least} bis {most} ganze Zeiteinheiten.",
        "The run from {start} to {stop} cannot be put on years: {least} to {most} whole units of time are needed.",
    ),
    "xmile-steps": (
        "Der Lauf hat {found} Zeitschritte, höchstens {limit}.",
        "The run has {found} time steps, at most {limit}.",
    ),
    "xmile-date-moving": (
        "Der Zeitpunkt in {function} ist keine feste Zahl, in »{name}«. Möglich sind Zahlen und Konstanten.",
        "The time in {function} is no fixed number, in “{name}”. Numbers and constants are possible.",
    ),
    "xmile-date-between": (
        "Der Zeitpunkt {found} in {function} liegt zwischen zwei Zeitschritten; jede Software rundet anders, in »{name}«.",
        "The time {found} in {function} lies between two time steps; each software rounds differently, in “{name}”.",
    ),
    "xmile-clipped": (
        "Der Bestand »{name}« würde zur Zeit {at} unter null fallen. XMILE kürzt dann seine Abflüsse (non_negative); hier ist nie negativ ein Versprechen, das jeder Lauf halten muss. Bitte die Abflüsse im Modell begrenzen.",
        "The stock “{name}” would fall below zero at time {at}. XMILE then cuts its outflows (non_negative); here never negative is a promise that each run must keep. Please limit the outflows in the model.",
    ),
    "xmile-lever-ends": (
        "Mit diesen Hebeln gibt das Modell nicht überall brauchbare Zahlen. Bitte die Spanne kürzen: --lever NAME:von:bis:schritt.{detail}",
        "With these levers the model does not give sound numbers everywhere. Please shorten the range: --lever NAME:low:high:step.{detail}",
    ),
    "xmile-no-lever": (
        "In »{file}« ist keine Konstante, aus der ein Hebel werden kann. Bitte im Modell eine Größe als Zahl schreiben.",
        "In “{file}” there is no constant that could become a lever. Please write one variable of the model as a number.",
    ),
    "xmile-lever-unknown": (
        "Eine Konstante »{name}« gibt es im Modell nicht; nur feste Zahlen werden Hebel.{nearest}{allowed}",
        "There is no constant “{name}” in the model; only fixed numbers become levers.{nearest}{allowed}",
    ),
    "xmile-lever-grid": (
        "Aus »{name}« wird so kein Hebel: Sein Wert {value} muss zwischen den Enden und auf einer der höchstens {limit} Stellungen liegen. Schreiben Sie NAME:von:bis:schritt.",
        "“{name}” does not become a lever like this: its value {value} must lie between the ends and on one of at most {limit} settings. Write NAME:low:high:step.",
    ),
    "xmile-indicator-unknown": (
        "Eine Größe »{name}« gibt es im Modell nicht.{nearest}{allowed}",
        "There is no variable “{name}” in the model.{nearest}{allowed}",
    ),
    "xmile-note-time": (
        "Eine Zeiteinheit des Modells ({unit}) ist hier ein Jahr; {start} im Modell ist das Jahr {year}. Alle Zahlen bleiben, wie sie sind.",
        "One unit of the model's time ({unit}) is one year here; {start} in the model is the year {year}. All numbers stay as they are.",
    ),
    "xmile-note-step": (
        "Der Zeitschritt {found} ist als 1/{steps} gelesen.",
        "The time step {found} is read as 1/{steps}.",
    ),
    "xmile-note-lever-asked": (
        "Hebel, wie gewünscht: {names}. Sie wirken ab {year}.",
        "Levers as asked for: {names}. They act from {year}.",
    ),
    "xmile-note-lever-range": (
        "Hebel, weil die Datei für sie eine Spanne nennt: {names}. Sie wirken ab {year}.",
        "Levers because the file gives a range for them: {names}. They act from {year}.",
    ),
    "xmile-note-lever-assumed": (
        "Die Datei nennt keine Spannen. Hebel wurden die ersten Konstanten: {names}; ihre Spanne, die Hälfte mehr oder weniger, ist angenommen. Sie wirken ab {year}. Andere wählt --lever.",
        "The file gives no ranges. Levers became the first constants: {names}; their range, half more or less, is assumed. They act from {year}. --lever chooses others.",
    ),
    "xmile-note-lever-narrowed": (
        "Hebel mit einer kürzeren Spanne, weil das Modell weiter außen keine brauchbaren Zahlen gibt: {names}. Sie wirken ab {year}.",
        "Levers with a shorter range because farther out the model gives no sound numbers: {names}. They act from {year}.",
    ),
    "xmile-note-nonnegative": (
        "Nie negativ: {names}. XMILE kürzt sonst Abflüsse; in diesem Lauf kommt das nicht vor, und ein Lauf, in dem es vorkäme, wird abgelehnt.",
        "Never negative: {names}. XMILE would otherwise cut outflows; in this run that does not occur, and a run in which it would is refused.",
    ),
    "xmile-note-units": (
        "Die Einheiten der Datei fehlen oder passen nicht zusammen, bei: {names}. Alles ist deshalb als reine Zahl geschrieben; Faktoren »eins je Jahr« und »ein Jahr« verbinden Bestände und Flüsse. Die Zahlen ändert das nicht.",
        "The units of the file are missing or do not fit together, at: {names}. So everything is written as a plain number; factors “one a year” and “one year” join stocks and flows. That changes no number.",
    ),
    "xmile-note-factors": (
        "Diesen Gleichungen fehlt eine Einheit: {names}. Sie sind mit 1 in dieser Einheit malgenommen; die Zahlen ändert das nicht.",
        "These equations lack a unit: {names}. They are multiplied by 1 of that unit; that changes no number.",
    ),
    "xmile-note-placeholder": (
        "Texte, Bewertungen der Indikatoren, Lizenz und Belege sind Platzhalter und jetzt Ihre Aufgabe.",
        "Texts, judgements of the indicators, licence and evidence are placeholders and now yours to write.",
    ),
}
"""code -> (German, English)."""
