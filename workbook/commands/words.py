"""What the command line says in both languages: help texts, headings, results, refusals.

Errors of scenarios and runs are in :mod:`workbook.messages`; here is only what a terminal needs.
"""

from __future__ import annotations

from workbook.errors import WorkbookError
from workbook.messages import current_language
from workbook.text import base_language

WORDS: dict[str, tuple[str, str]] = {
    # --- help -----------------------------------------------------------------------------------
    "help-workbook": (
        "Utopien und Dystopien der Sozialen Arbeit 2030: Simulation und Geschichte erzählen dieselbe Zukunft.",
        "Utopias and dystopias for social work in 2030: simulation and story tell the same future.",
    ),
    "help-list": (
        "Alle Szenarien mit Titel, Umfang und Treffgüte zeigen.",
        "List every scenario with title, size and fit to the past.",
    ),
    "help-check": (
        "Szenarien prüfen: jeder Fehler mit Datei, Zeile und Spalte. Ohne Angabe alle.",
        "Check scenarios: every problem with file, line and column. All when none is named.",
    ),
    "help-new": (
        "Einen eigenen Szenario-Ordner anlegen, der die Prüfung besteht.",
        "Make a scenario folder of your own that passes the check.",
    ),
    "help-new-id": (
        "Kennung des neuen Szenarios, zum Beispiel meine-idee.",
        "Id of the new scenario, for example my-idea.",
    ),
    "help-new-from": ("Von diesem Szenario ausgehen.", "Start from this scenario."),
    "help-run": ("Eine Zukunft als Tabelle.", "One future as a table."),
    "help-story": (
        "Dieselbe Zukunft als Geschichte, mit den Gründen.",
        "The same future as a story, with its reasons.",
    ),
    "help-map": (
        "Welche Wege durch die Geschichte wohin führen, und welchen eine Zukunft geht.",
        "Which ways through the story lead where, and which of them a future goes.",
    ),
    "help-export": (
        "Ein Szenario oder ein Notebook als eine Datei, die ohne Internet lebt.",
        "A scenario or a notebook as one file that is alive without internet.",
    ),
    "help-seminar": (
        "Die Datei eines Seminars anlegen: Hebel, Kapitel, Welt, Titel, Logo, zum Ausfüllen.",
        "Make the file of a seminar: levers, chapters, world, title, logo, to be filled in.",
    ),
    "help-seminar-out": ("Die Datei, Vorgabe seminar.yaml.", "The file, by default seminar.yaml."),
    "help-seminar-file": (
        "Datei eines Seminars: gezeigt wird, was es gewählt hat (workbook seminar ID).",
        "File of a seminar: what it chose is shown (workbook seminar ID).",
    ),
    "seminar-exists": (
        "»{file}« gibt es schon und bleibt, wie sie ist. Bitte einen anderen Namen nennen: -o NAME",
        "“{file}” already exists and stays as it is. Please give another name: -o NAME",
    ),
    "seminar-next": (
        "Ausfüllen, dann zum Beispiel: workbook export {id} --seminar {file} -o seminar.html",
        "Fill it in, then for example: workbook export {id} --seminar {file} -o seminar.html",
    ),
    "seminar-notebook": (
        "--seminar gibt es nur für Szenarien, nicht für Notebooks.",
        "--seminar is for scenarios only, not for notebooks.",
    ),
    "seminar-other": (
        "Das Seminar in »{file}« ist für das Szenario »{found}«, nicht für: {names}.",
        "The seminar in “{file}” is for the scenario “{found}”, not for: {names}.",
    ),
    "help-ensemble": (
        "Viele Läufe mit anderen Hebeln, Konstanten und Entscheidungen in eine Parquet-Datei.",
        "Many runs with other levers, constants and choices into one Parquet file.",
    ),
    "help-ensemble-out": (
        "Die Parquet-Datei; eine alte bleibt ganz, bis die neue fertig ist.",
        "The Parquet file; an old one stays whole until the new one is finished.",
    ),
    "help-samples": (
        "Wie viele Läufe; bei factorial: wie viele höchstens. Vorgabe 1000.",
        "How many runs; with factorial: at most how many. Default 1000.",
    ),
    "help-seed": (
        "Startzahl: dieselbe Zahl, dieselben Läufe. Vorgabe 2030.",
        "Seed: the same number, the same runs. Default 2030.",
    ),
    "help-design": (
        "Plan der Stichprobe: lateinisches Hyperquadrat (lhs, Vorgabe), Sobol-Folge oder alle Kombinationen.",
        "Design: Latin hypercube (lhs, the default), Sobol's sequence or every combination.",
    ),
    "help-ensemble-levers": (
        "Welche Hebel sich ändern, mit Komma getrennt; die anderen bleiben wie in der Welt. Vorgabe all.",
        "Which levers vary, with commas between; the others stay as in the world. Default all.",
    ),
    "help-ensemble-constants": (
        "Unsichere Konstanten ziehen (all) oder festhalten (none). Vorgabe all, bei factorial none.",
        "Sample uncertain constants (all) or hold them (none). Default all, with factorial none.",
    ),
    "help-ensemble-choices": (
        "Entscheidungen variieren (random, Vorgabe) oder wie in der Welt treffen (default).",
        "Vary decisions (random, the default) or take them as in the world (default).",
    ),
    "help-engine": (
        "Rechenwerk: numpy (Vorgabe) oder numba, das erst übersetzt und dann schneller rechnet.",
        "Engine: numpy (the default) or numba, which compiles first and then computes faster.",
    ),
    "help-chunk": ("Läufe, die zusammen gerechnet und gesichert werden.", "Runs computed and kept together."),
    "help-workers": (
        "Mit so vielen Prozessen dieses Rechners rechnen (Dask). Die Zeilen bleiben dieselben.",
        "Compute with so many processes of this machine (Dask). The rows stay the same.",
    ),
    "help-scheduler": (
        "Auf den Arbeitsprozessen eines laufenden Dask-Schedulers rechnen. Das Szenario wird dorthin gesendet.",
        "Compute on the workers of a Dask scheduler that runs already. The scenario is sent there.",
    ),
    "help-resume": (
        "Ein unterbrochenes Ensemble fortsetzen; was gesichert ist, wird nicht neu gerechnet.",
        "Continue an interrupted ensemble; what was kept is not computed again.",
    ),
    "ensemble-done": (
        "{rows} Läufe, {columns} Spalten, davon {groups} mit Jahreswerten der Indikatoren.",
        "{rows} runs, {columns} columns, {groups} of them yearly values of the indicators.",
    ),
    "ensemble-unsound": (
        "Läufe mit Werten, die keine endlichen Zahlen sind: {count}. Sie stehen so in der Datei.",
        "Runs with values that are no finite numbers: {count}. They stand in the file as they are.",
    ),
    "help-lab-copy": (
        "Nur die Notebooks in diesen Ordner legen, ohne JupyterLab zu starten.",
        "Only put the notebooks into this folder, without starting JupyterLab.",
    ),
    "lab-copy-alone": (
        "--copy startet nichts und passt darum nicht zu --port und --no-open.",
        "--copy starts nothing and does therefore not go with --port and --no-open.",
    ),
    "help-lab": ("JupyterLab mit dem Willkommens-Notebook öffnen.", "Open JupyterLab on the welcome notebook."),
    "help-scenario": ("Kennung eines Szenarios oder ein Ordner.", "Id of a scenario, or a folder."),
    "help-scenarios": ("Kennungen oder Ordner.", "Ids or folders."),
    "help-lang": ("Sprache: de, en oder de-einfach.", "Language: de, en or de-einfach."),
    "help-world": ("Welt, von der aus gestartet wird.", "World to start from."),
    "help-set": ("Hebel stellen; mehrfach möglich.", "Set a lever; may be repeated."),
    "help-choose": ("Entscheidung treffen; mehrfach möglich.", "Take a decision; may be repeated."),
    "help-variant": (
        "Andere Werte für bestrittene Zahlen, aus einer YAML- oder JSON-Datei; mehrfach möglich, spätere nach früheren.",
        "Other values for contested numbers, from a YAML or JSON file; may be repeated, later after earlier.",
    ),
    "variant-of": ("Variante: {name}", "Variant: {name}"),
    "help-dimensions": (
        "Dimensionstabelle: jede Größe mit Einheit, und wie die Einheit aus der Gleichung folgt.",
        "Table of dimensions: each quantity with its unit, and how the unit follows from the equation.",
    ),
    "dimensions-name": ("Größe", "Quantity"),
    "dimensions-kind": ("Art", "Kind"),
    "dimensions-unit": ("Einheit", "Unit"),
    "dimensions-dimension": ("errechnet", "worked out"),
    "dimensions-derivation": ("Herleitung", "Derivation"),
    "dimensions-stock": ("Bestand", "stock"),
    "dimensions-variable": ("Gleichung", "equation"),
    "dimensions-indicator": ("Indikator", "indicator"),
    "help-compare": (
        "Varianten neben dem Szenario, dem sie widersprechen: Zahlen, Szenen, und welcher Widerspruch es macht.",
        "Variants beside the scenario that they contest: numbers, scenes, and which objection does it.",
    ),
    "help-compare-variant": (
        "Datei einer Variante; mehrfach möglich, jede steht für sich.",
        "File of a variant; may be repeated, each stands for itself.",
    ),
    "compare-nothing": (
        "Zum Vergleichen fehlt eine Variante: --variant DATEI.",
        "A variant to compare is missing: --variant FILE.",
    ),
    "compare-gap": ("Unterschied", "Difference"),
    "compare-parts": ("Davon durch", "Of it by"),
    "compare-parts-alone": ("Für sich allein", "Each alone"),
    "compare-same": (
        "Bis {year} ändert sich keine gezeigte Zahl.",
        "No number shown changes until {year}.",
    ),
    "compare-most": (
        "Am meisten ändert sich {year} »{label}«: {gap}.",
        "What changes most in {year} is “{label}”: {gap}.",
    ),
    "compare-one": ("Das macht allein der Wert von »{label}«.", "The value of “{label}” alone does it."),
    "compare-shares": ("Das machen: {parts}.", "It is done by: {parts}."),
    "compare-alone": (
        "Für sich allein machen: {parts}. Bei mehr als {most} Widersprüchen wird nicht genau aufgeteilt.",
        "Each alone does: {parts}. More than {most} objections are not shared out exactly.",
    ),
    "compare-undivided": (
        "Aufteilen lässt es sich nicht: Einer der Werte ohne die anderen verlässt den Bereich des Modells.",
        "It cannot be shared out: one of the values without the others leaves the range of the model.",
    ),
    "compare-scene": ("{chapter}: »{mine}« statt »{theirs}«.", "{chapter}: “{mine}” instead of “{theirs}”."),
    "compare-story": ("Die Geschichte bleibt dieselbe.", "The story stays the same."),
    "variant-kind": (
        "--variant geht mit html und pdf eines Szenarios, nicht mit »{found}«.",
        "--variant works with html and pdf of a scenario, not with “{found}”.",
    ),
    "help-code": ("Ein Laufcode, den jemand notiert hat.", "A run code that someone wrote down."),
    "help-out": (
        "In eine Datei schreiben: .csv, .json, .xlsx oder .parquet.",
        "Write to a file: .csv, .json, .xlsx or .parquet.",
    ),
    "help-months": (
        "Mit --out: jeden Schritt aller Größen statt der Jahreswerte der Indikatoren.",
        "With --out: every step of every name instead of the indicators' yearly values.",
    ),
    "help-json": ("Das Ergebnis als JSON für Programme.", "The result as JSON for programs."),
    "help-coverage": (
        "Wie oft jede Szene in 10.000 zufälligen Verläufen erzählt wird.",
        "How often each scene is told in 10,000 random plays.",
    ),
    "help-reading": ("Wie leicht jeder Text zu lesen ist.", "How easy each text is to read."),
    "help-witnesses": (
        "Zu jeder Szene, jedem Ende und jeder Antwort einen Laufcode in witnesses.yaml ablegen.",
        "Keep a run code for each scene, ending and option in witnesses.yaml.",
    ),
    "help-no-open": ("Keinen Browser öffnen, nur die Adresse zeigen.", "Do not open a browser, only show the address."),
    "help-port": ("Port auf diesem Rechner.", "Port on this machine."),
    "help-version": ("Version zeigen.", "Show the version."),
    "help-help": ("Diese Hilfe zeigen.", "Show this help."),
    "usage": ("Aufruf: ", "Usage: "),
    "usage-options": ("[OPTIONEN]", "[OPTIONS]"),
    "usage-command": ("BEFEHL …", "COMMAND …"),
    "options": ("Optionen", "Options"),
    "arguments": ("Angaben", "Arguments"),
    "commands": ("Befehle", "Commands"),
    "more-help": ("Hilfe: {command} --help", "Help: {command} --help"),
    # --- headings and results -------------------------------------------------------------------
    "scenario": ("Szenario", "Scenario"),
    "title": ("Titel", "Title"),
    "levers": ("Hebel", "Levers"),
    "scenes": ("Szenen", "Scenes"),
    "hindcast": ("Abweichung", "Error"),
    "languages": ("Sprachen", "Languages"),
    "year": ("Jahr", "Year"),
    "invalid": ("fehlerhaft, siehe: workbook check {name}", "has problems, see: workbook check {name}"),
    "hindcast-note": (
        "Abweichung: so weit liegt das Modell im Mittel neben den beobachteten Jahren.",
        "Error: how far the model is from the observed years, on average.",
    ),
    "new-id": (
        "»{name}« geht nicht als Kennung: kleine Buchstaben ohne Umlaute, Ziffern und Bindestriche, zum Beispiel meine-idee.",
        "“{name}” is no id: small letters without accents, digits and hyphens, for example my-idea.",
    ),
    "new-exists": (
        "»{folder}« gibt es schon; nichts wurde geändert.",
        "“{folder}” exists already; nothing was changed.",
    ),
    "new-done": ("Angelegt: {folder}", "Made: {folder}"),
    "new-next": (
        "Ändern Sie die Dateien dort, dann: workbook check {folder} · workbook export {folder} --to html",
        "Change the files there, then: workbook check {folder} · workbook export {folder} --to html",
    ),
    "no-scenarios": ("Hier ist kein Szenario.", "There is no scenario here."),
    "checked-good": ("{name}: in Ordnung.", "{name}: fine."),
    "checked-warnings": ("{name}: in Ordnung, Hinweise: {count}.", "{name}: fine, warnings: {count}."),
    "checked-bad": ("{name}: Fehler: {count}.", "{name}: problems: {count}."),
    "scene": ("Szene", "Scene"),
    "mood": ("Stimmung", "Mood"),
    "mood-utopia": ("utopisch", "utopian"),
    "mood-dystopia": ("dystopisch", "dystopian"),
    "mood-ambivalent": ("ambivalent", "mixed"),
    "voice": ("Stimme", "Voice"),
    "share": ("Anteil", "Share"),
    "witness": ("zum Beispiel", "for example"),
    "coverage-note": (
        "Anteil: von {count} Verläufen mit zufälligen Hebeln und Entscheidungen. Beispiel zum Lesen: workbook story ID --code CODE",
        "Share: of {count} plays with random levers and decisions. To read an example: workbook story ID --code CODE",
    ),
    "all-scenes": ("alle", "all"),
    "language": ("Sprache", "Language"),
    "words": ("Wörter", "Words"),
    "words-mean": ("je Satz", "per sentence"),
    "words-most": ("längster", "longest"),
    "flesch": ("Flesch", "Flesch"),
    "wiener": ("Wiener", "Wiener"),
    "reading-note": (
        "Flesch: Lesbarkeit von 0 bis 100, höher ist leichter (deutsch nach Amstad). Wiener: Schulstufe nach der Wiener Sachtextformel.",
        "Flesch: reading ease from 0 to 100, higher is easier (German by Amstad). Wiener: school year by the Wiener Sachtextformel.",
    ),
    "warning": ("Hinweis: ", "warning: "),
    "run-code": ("Laufcode: {code}", "Run code: {code}"),
    "written": ("Geschrieben: {file}", "Written: {file}"),
    "why": ("Warum diese Szene?", "Why this scene?"),
    "price": ("Der Preis: {text}", "The price: {text}"),
    "crack": ("Der Riss: {text}", "The crack: {text}"),
    "help-backcast": (
        "Rückwärts planen: ein Wunsch für das letzte Jahr, und deutlich verschiedene Wege dorthin.",
        "Plan backwards: a wish for the last year, and clearly different ways there.",
    ),
    "help-wish": (
        "Wunsch für einen Indikator, zum Beispiel 'trust>=60'; mehrfach möglich, auch für beide Enden.",
        "Wish for an indicator, for example 'trust>=60'; may be repeated, also for both ends.",
    ),
    "help-keep": (
        "Hebel und Entscheidungen, die bleiben, wie sie sind, mit Komma getrennt.",
        "Levers and decisions that stay as they are, with commas between.",
    ),
    "help-paths": ("Wie viele Wege gesucht werden. Vorgabe 3.", "How many ways are looked for. Default 3."),
    "help-reserve": (
        "Um wie viel Prozent des Wegs von Dystopie zu Utopie jeder Wunsch übertroffen werden soll. Vorgabe 0.",
        "By what percentage of the way from dystopia to utopia each wish shall be surpassed. Default 0.",
    ),
    # --- refusals -------------------------------------------------------------------------------
    "wish-form": (
        "--wish braucht die Form 'Indikator<=Zahl' oder 'Indikator>=Zahl', gefunden: »{found}«.",
        "--wish needs the form 'indicator<=number' or 'indicator>=number', found: “{found}”.",
    ),
    "wish-twice": ("--wish nennt dasselbe Ende von »{name}« zweimal.", "--wish names the same end of “{name}” twice."),
    "reserve-number": (
        "--reserve braucht eine Zahl von 0 bis 50, gefunden: »{found}«.",
        "--reserve needs a number from 0 to 50, found: “{found}”.",
    ),
    "pair-form": (
        "{option} braucht die Form {form}, gefunden: »{found}«.",
        "{option} needs the form {form}, found: “{found}”.",
    ),
    "pair-twice": ("{option} nennt »{name}« zweimal.", "{option} names “{name}” twice."),
    "lever-number": (
        "Der Hebel »{name}« braucht eine Zahl, gefunden: »{found}«.",
        "The lever “{name}” needs a number, found: “{found}”.",
    ),
    "code-and-settings": (
        "Ein Laufcode enthält schon alles; --world, --set und --choose passen nicht dazu.",
        "A run code holds everything; --world, --set and --choose do not go with it.",
    ),
    "months-without-file": ("--months braucht --out FILE.", "--months needs --out FILE."),
    "format-unknown": (
        "Die Endung »{found}« kenne ich nicht. Möglich: {allowed}.",
        "The ending “{found}” is unknown. Allowed: {allowed}.",
    ),
    "unreadable": ("»{file}« lässt sich nicht lesen ({detail}).", "“{file}” cannot be read ({detail})."),
    "command-unknown": (
        "Den Befehl »{name}« gibt es nicht.{near} Möglich: {allowed}.",
        "There is no command “{name}”.{near} Allowed: {allowed}.",
    ),
    "command-missing": ("Es fehlt ein Befehl.", "A command is missing."),
    "option-unknown": ("Die Option »{name}« gibt es hier nicht.{near}", "There is no option “{name}” here.{near}"),
    "argument-missing": ("Es fehlt: {name}.", "Missing: {name}."),
    "argument-extra": (
        "Zu viele Angaben, oder eine Option ohne Wert.",
        "Too many arguments, or an option without its value.",
    ),
    "value-bad": ("{name} passt nicht: {detail}", "{name} does not fit: {detail}"),
    "option-value": ("Die Option »{name}« braucht einen Wert.", "The option “{name}” needs a value."),
    "did-you-mean": (" Meinten Sie »{name}«?", " Did you mean “{name}”?"),
    "interrupted": ("Abgebrochen.", "Interrupted."),
    # --- interchange ----------------------------------------------------------------------------
    "help-package": (
        "Ein Szenario als Datenpaket: Tabellen, datapackage.json, Codebuch.",
        "A scenario as a data package: tables, datapackage.json, codebook.",
    ),
    "help-package-out": ("Ordner, der neu oder leer ist.", "Folder that is new or empty."),
    "help-table": (
        "Ein Szenario als Excel-Datei zum Bearbeiten, und mit --read wieder als Ordner.",
        "A scenario as an Excel file to be edited, and with --read as a folder again.",
    ),
    "help-table-out": (
        "Die Excel-Datei; mit --read der Ordner, der neu oder leer ist.",
        "The Excel file; with --read the folder, which is new or empty.",
    ),
    "help-table-read": ("Diese Excel-Datei zurücklesen.", "Read this Excel file back."),
    "help-table-replace": (
        "Mit --read: den Ordner ändern, aus dem die Datei stammt.",
        "With --read: change the folder that the file came from.",
    ),
    "table-which": (
        "Entweder die Kennung eines Szenarios nennen oder mit --read eine Excel-Datei.",
        "Name either the id of a scenario or, with --read, an Excel file.",
    ),
    "table-where": (
        "Es fehlt, wohin: -o DATEI.xlsx, mit --read -o ORDNER.",
        "Where to is missing: -o FILE.xlsx, with --read -o FOLDER.",
    ),
    "table-ending": (
        "Die Datei muss auf .xlsx enden, gefunden: »{found}«.",
        "The file must end in .xlsx, found: “{found}”.",
    ),
    "table-together": (
        "Mehrere Szenarien zusammen haben keinen gemeinsamen Ordner. Bitte eines nennen.",
        "Several scenarios together have no folder in common. Please name one.",
    ),
    "table-exists": (
        "Den Ordner »{folder}« gibt es schon. Bitte einen neuen nennen, oder mit --replace den ändern, aus dem die Datei stammt.",
        "The folder “{folder}” exists already. Please name a new one, or with --replace change the one the file came from.",
    ),
    "table-meanwhile": (
        "In »{folder}« wurden Dateien geändert, seit die Excel-Datei geschrieben wurde ({names}). Bitte in einen neuen Ordner lesen "
        "und vergleichen. Geschrieben wurde nichts.",
        "Files in “{folder}” were changed after the Excel file was written ({names}). Please read into a new folder and compare. "
        "Nothing was written.",
    ),
    "table-next": (
        "Nach dem Bearbeiten: workbook table --read {file} -o ORDNER",
        "After editing: workbook table --read {file} -o FOLDER",
    ),
    "table-done": (
        "Geänderte Zellen: {changed}; neue Zeilen: {added}; gelöschte Zeilen: {removed}; nachgezogene Kennungen: {followed}; "
        "geschriebene Dateien: {files}.",
        "Changed cells: {changed}; new rows: {added}; deleted rows: {removed}; ids followed elsewhere: {followed}; "
        "files written: {files}.",
    ),
    "table-name": (
        "Das Szenario heißt »{name}«, sein Ordner »{folder}«: Für `workbook list` sollten beide gleich heißen.",
        "The scenario is called “{name}”, its folder “{folder}”: for `workbook list` both should have the same name.",
    ),
    "help-form": (
        "Form: wide (Tabelle), iamc (lange Tabelle für pyam) oder xmile (das Modell mit diesen Hebeln).",
        "Form: wide (a table), iamc (long table for pyam) or xmile (the model with these levers).",
    ),
    "form-unknown": (
        "Die Form »{found}« kenne ich nicht. Möglich: wide, iamc, xmile.",
        "The form “{found}” is unknown. Allowed: wide, iamc, xmile.",
    ),
    "form-without-file": ("--form braucht --out FILE.", "--form needs --out FILE."),
    "form-months": ("--form {form} gibt es nur ohne --months.", "--form {form} is only there without --months."),
    # --- understanding many futures ---------------------------------------------------------------
    "help-sensitivity": (
        "Welche Hebel und Konstanten die Indikatoren bewegen (Morris, Sobol).",
        "Which levers and constants move the indicators (Morris, Sobol).",
    ),
    "help-discover": (
        "Welche Hebel, Konstanten und Entscheidungen zu einem Ende oder einer Bedingung führen.",
        "Which levers, constants and decisions lead to an ending or a condition.",
    ),
    "help-robust": (
        "Die Welten in vielen Zukünften: was sie erreichen, wer vorn liegt, was entgeht.",
        "The worlds in many futures: what they reach, which leads, what is missed.",
    ),
    "help-tipping": (
        "Ab wann bei einer Entscheidung eine andere Antwort besser ist oder die Geschichte anders endet.",
        "From when on another option of a decision is better or the story ends otherwise.",
    ),
    "help-method": (
        "morris (Vorgabe) prüft alle Größen grob, sobol verteilt die Streuung auf die stärksten.",
        "morris (the default) screens all factors, sobol shares out the variance among the strongest.",
    ),
    "help-indicators": ("Nur diese Indikatoren, mit Komma getrennt.", "Only these indicators, with commas between."),
    "help-years": ("Diese Jahre, mit Komma getrennt; sonst das letzte.", "These years, with commas between; else the last."),
    "help-year": ("Das Jahr, in dem geurteilt wird; sonst das letzte.", "The year that is judged; else the last."),
    "help-factors": (
        "Was sich ändert: alles (Vorgabe), nur Hebel, nur Konstanten oder Namen mit Komma dazwischen.",
        "What varies: all (the default), only levers, only constants, or names with commas between.",
    ),
    "help-most": ("Bei sobol: höchstens so viele Größen. Vorgabe 20.", "With sobol: at most so many factors. Default 20."),
    "help-sensitivity-samples": (
        "Bei morris Wege (Vorgabe 40), bei sobol Punkte, eine Zweierpotenz (Vorgabe 512).",
        "With morris trajectories (default 40), with sobol points, a power of two (default 512).",
    ),
    "help-futures": ("Wie viele Zukünfte gezogen werden. Vorgabe 10000.", "How many futures are drawn. Default 10000."),
    "help-robust-samples": (
        "Wie viele Zukünfte jede Welt trifft. Vorgabe 1000.",
        "How many futures each world meets. Default 1000.",
    ),
    "help-tipping-samples": (
        "In wie vielen Zukünften jeder Kipppunkt nachgeprüft wird. Vorgabe 100.",
        "In how many futures each tipping point is checked. Default 100.",
    ),
    "help-finding-out": (
        "In eine Datei schreiben: .csv, .json, .xlsx, .parquet oder .html.",
        "Write to a file: .csv, .json, .xlsx, .parquet or .html.",
    ),
    "help-where": (
        "Eine Bedingung wie in der Geschichte, zum Beispiel 'trust < 40'.",
        "A condition as in the story, for example 'trust < 40'.",
    ),
    "help-ending": ("Die Kennung eines Endes.", "The id of an ending."),
    "help-mood": (
        "Die Stimmung der Enden: utopia, dystopia (Vorgabe) oder ambivalent.",
        "The mood of the endings: utopia, dystopia (the default) or ambivalent.",
    ),
    "help-boxes": ("Höchstens so viele Wege. Vorgabe 3.", "At most so many ways. Default 3."),
    "help-limits": ("Höchstens so viele Grenzen je Weg. Vorgabe 4.", "At most so many limits for each way. Default 4."),
    "help-density": (
        "Anteil, den ein Weg erreichen soll, von 0 bis 1. Vorgabe 0.8.",
        "Share that a way should reach, from 0 to 1. Default 0.8.",
    ),
    "help-discover-ensemble": (
        "Die Zukünfte dieses Ensembles statt neu gezogener.",
        "The futures of this ensemble instead of new ones.",
    ),
    "help-worlds": ("Nur diese Welten, mit Komma getrennt.", "Only these worlds, with commas between."),
    "help-decision": ("Kennung einer Entscheidung.", "Id of a decision."),
    "years-form": (
        "--years braucht Jahre mit Komma dazwischen, gefunden: »{found}«.",
        "--years needs years with commas between, found: “{found}”.",
    ),
    # --- calibrate ------------------------------------------------------------------------------
    "help-calibrate": (
        "Passt Konstanten in ihren Spannen an die beobachtete Vergangenheit an.",
        "Fits constants within their ranges to the observed past.",
    ),
    "help-constants": (
        "Konstanten mit Komma dazwischen; sonst die, die am meisten bewegen.",
        "Constants with commas between them; else those that move most.",
    ),
    "help-holdout": (
        "So viele letzte Beobachtungen jeder Reihe nur zum Urteilen, sonst 2.",
        "That many last observations of each series only to judge, 2 unless said.",
    ),
    "help-calibrate-out": ("Bericht als HTML-Seite.", "Report as an HTML page."),
    "help-write": (
        "Schreibt die neuen Zahlen in model.yaml; alles andere bleibt.",
        "Writes the new numbers into model.yaml; all else stays.",
    ),
    "holdout-number": ("--holdout ist 0 oder größer, gefunden: {found}.", "--holdout is 0 or more, found: {found}."),
    "constants-empty": ("--constants braucht Namen.", "--constants needs names."),
    "calibrate-together": (
        "Zusammen erzählte Szenarien lassen sich anpassen, aber nicht schreiben. Bitte ohne --write.",
        "Scenarios told together can be fitted but not written. Please leave out --write.",
    ),
    "calibrate-kept": (
        "Nichts am Szenario wurde geändert; mit --write werden die neuen Zahlen eingetragen.",
        "Nothing of the scenario was changed; --write enters the new numbers.",
    ),
    "calibrate-shared": (
        "Ein gemeinsamer Teil wurde geändert; er kann in jedem Szenario stecken: {names}.",
        "A shared module was changed; any scenario may include it: {names}.",
    ),
    "calibrate-check": (
        "Die Geschichte kann jetzt anders erzählen. Bitte prüfen: workbook check {name}",
        "The story may now be told differently. Please check: workbook check {name}",
    ),
    "fit-constant": ("Konstante", "Constant"),
    "fit-before": ("vorher", "before"),
    "fit-after": ("nachher", "after"),
    "fit-range": ("Spanne", "Range"),
    "fit-verdict": ("Die Daten", "The data"),
    "fit-edge": ("drängen an den Rand", "push to the edge"),
    "fit-decided": ("legen fest", "decide"),
    "fit-undecided": ("legen nicht fest", "do not decide"),
    "fit-series": ("Reihe", "Series"),
    "fit-years": ("Beobachtungen", "Observations"),
    "fit-fitted": ("{count} angepasst", "{count} fitted"),
    "fit-held": ("{count} zurückgehalten", "{count} held out"),
    "fit-mape-before": ("MAPE vorher", "MAPE before"),
    "fit-mape-after": ("MAPE nachher", "MAPE after"),
    "fit-bias": ("Niveau", "Bias"),
    "fit-variation": ("Schwankung", "Variation"),
    "fit-covariation": ("Verlauf", "Covariation"),
    # --- lab ------------------------------------------------------------------------------------
    "lab-missing": (
        "Die Notebooks fehlen; bitte das Paket neu installieren.",
        "The notebooks are missing; please install the package again.",
    ),
    "lab-port": (
        "Port {port} ist schon belegt. Ein anderer, zum Beispiel: workbook lab --port {other}",
        "Port {port} is already taken. Another one, for example: workbook lab --port {other}",
    ),
    "port-number": (
        "Ein Port ist eine ganze Zahl von 1 bis 65535, gefunden: »{found}«.",
        "A port is a whole number from 1 to 65535, found: “{found}”.",
    ),
    "lab-folder": ("Die Notebooks liegen in {folder}.", "The notebooks are in {folder}."),
    "lab-kept": (
        "Von Ihnen geändert und darum nicht erneuert: {names}.",
        "Changed by you and therefore not renewed: {names}.",
    ),
    # --- static site ------------------------------------------------------------------
    "help-site": (
        "Alles als statische Seiten für Stick oder Server, mit Verzeichnis.",
        "Everything as static pages for a memory stick or server, with an index.",
    ),
    "help-site-out": (
        "Ordner, der neu oder leer ist oder schon so geschrieben wurde.",
        "Folder that is new or empty, or was written like this before.",
    ),
    "help-site-only": (
        "Nur die Szenarien, ohne Folien und Notebooks.",
        "Only the scenarios, without slides and notebooks.",
    ),
    "help-site-lite": (
        "Dazu Notebooks, die im Browser rechnen, ohne Installation; sie brauchen einen Webserver.",
        "Also notebooks that compute in the browser, nothing to install; they need a web server.",
    ),
    "help-site-pyodide": (
        "Ordner mit Pyodide für --lite; sonst holt npm es einmal.",
        "Folder with Pyodide for --lite; else npm fetches it once.",
    ),
    "pyodide-without-lite": (
        "--pyodide gehört zu --lite, und --lite fehlt.",
        "--pyodide belongs to --lite, and --lite is missing.",
    ),
    "site-lite": (
        "Die Notebooks im Browser brauchen einen Webserver, sie laufen nicht per Doppelklick: python -m http.server --directory {folder}, dann http://localhost:8000 öffnen.",
        "The notebooks in the browser need a web server, they do not run by double-click: python -m http.server --directory {folder}, then open http://localhost:8000.",
    ),
    "site-file-heading": ("Datei", "File"),
    # --- collect --------------------------------------------------------------------------------
    "help-collect": (
        "Viele Laufcodes werden ein Bild des Raums; Gruppen früherer Jahre lassen sich daneben stellen.",
        "Many run codes become a picture of the room; groups of earlier years can be put beside it.",
    ),
    "help-collect-codes": (
        "Laufcodes, wie sie sind: mit und ohne Strich, klein oder groß, auch als Link.",
        "Run codes as they are: with or without hyphens, small or capital letters, also as links.",
    ),
    "help-collect-file": (
        "Codes aus einer Datei: Text, oder Läufe, die die Seite gespeichert hat. Mehrfach möglich.",
        "Codes from a file: text, or runs that the page saved. Can be repeated.",
    ),
    "help-collect-out": (
        "Wohin: .html zum Zeigen, .csv, .json oder .xlsx zum Rechnen.",
        "Where to: .html to show, .csv, .json or .xlsx to compute with.",
    ),
    "help-collect-least": (
        "Gezeigt wird erst ab so vielen Codes; mindestens 3. Vorgabe 10.",
        "Nothing is shown below this many codes; at least 3. Default 10.",
    ),
    "help-collect-memory": (
        "Seminargedächtnis: mit Codes wird die Gruppe hineingeschrieben (nur Zahlen der ganzen Gruppe), ohne Codes werden die Gruppen verglichen. Zum Vergleichen mehrfach möglich.",
        "Seminar memory: with codes the group is written into it (only counts of the whole group), without codes the groups are compared. Can be repeated to compare.",
    ),
    "help-collect-cohort": (
        "Name der Gruppe im Gedächtnis, zum Beispiel 2026.",
        "Name of the group in the memory, for example 2026.",
    ),
    "help-collect-twice": (
        "Einen Code so oft zählen, wie er kommt: Zwei Personen können denselben Lauf haben.",
        "Count a code as often as it comes: two people may have the same run.",
    ),
    "collect-nothing": (
        "Es fehlen Codes. Bitte Laufcodes nennen, eine Datei mit --file, oder Gedächtnisse zum Vergleichen mit --memory.",
        "Codes are missing. Please give run codes, a file with --file, or memories to compare with --memory.",
    ),
    "collect-two-memories": (
        "Mit Codes geht nur ein --memory: die Datei, in die diese Gruppe kommt. Zum Vergleichen bitte ohne Codes.",
        "With codes there can be only one --memory: the file that this group goes into. To compare, leave out the codes.",
    ),
    "collect-cohort": (
        "--memory mit Codes und --cohort gehören zusammen: die Datei und der Name der Gruppe.",
        "--memory with codes and --cohort belong together: the file and the name of the group.",
    ),
    "collect-again": (
        "In »{file}« steht schon eine Gruppe »{name}«. Bitte anders nennen, oder in eine neue Datei schreiben und beim Vergleichen beide Dateien nennen: Gleichnamige Gruppen werden dann zusammengezählt.",
        "There already is a group “{name}” in “{file}”. Please name it otherwise, or write it to a new file and name both files when comparing: groups of the same name are then added up.",
    ),
    "site-total": ("Zusammen", "Together"),
    "site-written": (
        "Geschrieben: {folder}. Zum Öffnen: {index}",
        "Written: {folder}. To open: {index}",
    ),
    # --- import ---------------------------------------------------------------------------------
    "help-import": (
        "Ein Modell der Systemdynamik (XMILE) als Szenario-Ordner übernehmen, mit denselben Zahlen.",
        "Take over a system dynamics model (XMILE) as a scenario folder, with the same numbers.",
    ),
    "help-import-model": (
        "Datei in XMILE 1.0: .xmile, .stmx oder .xml; Vensim-Modelle dort als XMILE speichern.",
        "File in XMILE 1.0: .xmile, .stmx or .xml; save Vensim models as XMILE there.",
    ),
    "help-import-out": ("Der neue Ordner; sein Name ist die Kennung.", "The new folder; its name is the id."),
    "help-import-id": ("Andere Kennung als der Name des Ordners.", "An id other than the folder's name."),
    "help-import-lever": (
        "Diese Konstante wird ein Hebel, mit Spanne und Schritt; mehrfach möglich.",
        "This constant becomes a lever, with range and step; may be repeated.",
    ),
    "help-import-indicator": (
        "Diese Größe wird gezeigt; mehrfach möglich. Sonst die Bestände.",
        "This variable is shown; may be repeated. Otherwise the stocks.",
    ),
}
"""key -> (German, English)."""


class CommandError(WorkbookError):
    """A refusal of the command line; ``exit_code`` 1 is a problem found, 2 a wrong use."""

    def __init__(self, key: str, exit_code: int = 2, **values: object) -> None:
        super().__init__(key, **values)
        self.exit_code = exit_code

    def text(self, lang: str | None = None) -> str:
        return say(self.code, lang, **self.values)


def say(key: str, lang: str | None = None, **values: object) -> str:
    """The sentence for a key, in the language of this process unless another is asked for."""
    position = 1 if base_language(lang or current_language()) == "en" else 0
    return WORDS[key][position].format(**values)


def did_you_mean(name: str) -> str:
    """A hint at the nearest name, or nothing when there is none."""
    return say("did-you-mean", name=name) if name else ""
