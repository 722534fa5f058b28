"""What docs/format.md says beside the tables, in English and German; ``format_page`` fills in the numbers."""

from __future__ import annotations

CLAIMS = (
    "spending rises", "stops falls by more than 40%", "spending rises by at least 5% since 2027",
    "open_posts falls by less than 10%", "open_posts > 4 and decision.evening == 'residents'",
)  # fmt: skip
"""The claims that the page shows; a test reads each."""

FIGURES = ("{spending}", "{spending:.1f}", "{spending@2025:.0f}", "{spending:+.1f}")
"""The figures that the page shows; a test reads each."""

FILES: dict[str, tuple[str, str]] = {
    "scenario": ("Rahmen: Titel, Zeitraum, Stimmen, Sprachen, die ersten drei Minuten",
                 "frame: title, horizon, voices, languages, the first three minutes"),
    "levers": ("Was Menschen bewegen können", "what people may move"),
    "model": ("Zahlen und Gleichungen", "numbers and equations"),
    "indicators": ("Was gezeigt und beurteilt wird", "what is shown and judged"),
    "decisions": ("Entscheidungen mit einem Jahr", "dated choices"),
    "worlds": ("Anfänge mit Namen; der erste ist der Vergleich", "named starts; the first is the baseline"),
    "story": ("Kapitel, Szenen, Bedingungen, Enden", "chapters, scenes, conditions, endings"),
    "checks": ("Was gelten muss", "what must hold"),
    "sources": ("Belege", "references"),
    "facts": ("Was heute gilt, mit Stand und Datum der nächsten Prüfung",
              "what is the case today, with its date and when to check it again"),
}  # fmt: skip

ENGLISH = """\
# The folder format

*Written by `make docs` from `workbook/folder/files.py`. Deutsch steht unten. The same as JSON Schema:
[schema](schema). The language of equations: [language.md](language.md). A way to begin: [authors.md](authors.md).*

A scenario is a folder. Its name is the scenario's id. Everything in it is text in UTF-8; nothing in it is executed.
This is version {format} of the format.

{files}

`story/LANGUAGE/CHAPTER.md` holds the texts of a chapter and `story/LANGUAGE/ending.md` those of the endings, for each
language in `scenario.yaml` ({languages}). `data/*.csv` holds observed series; the folder may be missing.
`witnesses.yaml` is written by `workbook check --witnesses` and is no part of the scenario. Files that begin with
`LICENSE`, `README` or `CHANGELOG` are left alone; other files at the top get a warning. Every problem is told with
file, line and column.

## YAML

Mappings, lists and single values. Anchors, aliases, tags, a second document and doubled keys are refused. YAML's own
typing plays no part: `no` stays the word *no*, and a number is what the table below calls a number.

{types}
"""

GERMAN = """\
# Das Ordnerformat

Ein Szenario ist ein Ordner. Sein Name ist die Kennung des Szenarios. Alles darin ist Text in UTF-8; nichts davon wird
ausgeführt. Dies ist die Fassung {format} des Formats.

{files}

`story/SPRACHE/KAPITEL.md` enthält die Texte eines Kapitels und `story/SPRACHE/ending.md` die der Enden, für jede
Sprache aus `scenario.yaml` ({languages}). `data/*.csv` enthält beobachtete Reihen; der Ordner darf fehlen.
`witnesses.yaml` schreibt `workbook check --witnesses`; es gehört nicht zum Szenario. Dateien, die mit `LICENSE`,
`README` oder `CHANGELOG` beginnen, bleiben unbeachtet; zu anderen oben im Ordner gibt es einen Hinweis. Jeder Fehler
wird mit Datei, Zeile und Spalte genannt.

## YAML

Zuordnungen, Listen und einzelne Werte. Anker, Verweise, Marken (Tags), ein zweites Dokument und doppelte Schlüssel
werden abgelehnt. YAMLs eigene Typen spielen keine Rolle: `no` bleibt das Wort *no*, und eine Zahl ist, was die
Tabelle unten so nennt.

{types}
"""

ENGLISH_REST = """\
## Modules and ports

`include: [core]` adds the folder `_core` that lies beside the scenario, else the one that is installed. A module is a
folder with an underscore before its name; it holds `model.yaml` and, if wanted, {shared} and `data/*.csv`, in the
shapes above. What it brings stands before what the scenario adds. A name that both have is an error, with one
exception, the port: a constant of the module with `open: true` may be replaced by a lever, constant, input, stock or
variable of the same name. A scenario that includes nothing needs `stocks` and `variables` of its own.

Several scenarios can be told together, `one+other`: their horizons must be the same. Where both put a variable behind
one port, factors (neutral value 1) are multiplied and terms (neutral value 0) are added.

## Texts

`## scene: Title` opens a scene; `scene` is its id in `story.yaml`. What follows is Markdown without HTML, images and
links other than `http(s)://`. No text stands before the first heading, and every scene has its text in every
language.

A **figure** is a number of the run, as the reader's language writes it: {figures}. `@2025` takes another year than
the chapter's, `:.1f` says how many decimal places (0 to 6, else none), `+` always writes the sign.

A **claim** says what must be true when the scene is told; readers do not see it, `workbook check` plays it: {claims}.
Without `since` the last year of history is compared with the chapter's. Any truth expression of the small language
may stand there too.

## Series: `data/*.csv`

{csv}

Comma between cells, point in numbers, a line for each observation. `note` may be missing in the header, and its cells
may be empty. The lines of a series agree in {same}; no year stands twice in a series; years lie between {first} and
{last}; `source` is an id of `sources.yaml`.

## Variants

Whoever contests a number writes a file beside the folder, in YAML or JSON, or saves the card from the exported page
(“More”, “Where do the numbers come from?”). `--variant FILE` takes it with `run`, `story`, `map`, `export` and
`ensemble`; given more than once, a later file goes after an earlier. In a notebook: `wb.load(ID).variant(FILE)`. A
variant has a run code of its own. `workbook compare ID --variant A --variant B` shows variants side by side, and how
much each objection does; `wb.compare` shows them like worlds. What people say may hold any sign; it is shown as it is
and never read as markup.

{variant}

## Limits

{limits}
"""

GERMAN_REST = """\
## Module und Anschlüsse

`include: [core]` nimmt den Ordner `_core` dazu, der neben dem Szenario liegt, sonst den mitgelieferten. Ein Modul ist
ein Ordner mit einem Unterstrich vor dem Namen; es enthält `model.yaml` und, wenn gewünscht, {shared} und
`data/*.csv`, in den Formen von oben. Was es mitbringt, steht vor dem, was das Szenario hinzufügt. Ein Name, den beide
haben, ist ein Fehler, mit einer Ausnahme, dem Anschluss: Eine Konstante des Moduls mit `open: true` darf durch einen
Hebel, eine Konstante, einen Antrieb, einen Bestand oder eine Größe gleichen Namens ersetzt werden. Ein Szenario ohne
Modul braucht eigene `stocks` und `variables`.

Mehrere Szenarien lassen sich zusammen erzählen, `eins+anderes`: Ihre Zeiträume müssen gleich sein. Wo beide eine
Größe hinter denselben Anschluss setzen, werden Faktoren (neutral ist 1) multipliziert und Summanden (neutral ist 0)
addiert.

## Texte

`## szene: Titel` beginnt eine Szene; `szene` ist ihre Kennung in `story.yaml`. Es folgt Markdown ohne HTML, Bilder
und andere Links als `http(s)://`. Vor der ersten Überschrift steht kein Text, und jede Szene hat in jeder Sprache
ihren Text.

Eine **Zahl** des Laufs, geschrieben wie in der Sprache der Lesenden: {figures}. `@2025` nimmt ein anderes Jahr als
das des Kapitels, `:.1f` sagt die Nachkommastellen (0 bis 6, sonst keine), `+` schreibt immer das Vorzeichen.

Eine **Aussage** sagt, was wahr sein muss, wenn die Szene erzählt wird; Lesende sehen sie nicht, `workbook check`
spielt sie durch: {claims}. Ohne `since` wird das letzte Jahr der Vergangenheit mit dem des Kapitels verglichen. Auch
jede Bedingung der kleinen Sprache darf dort stehen.

## Reihen: `data/*.csv`

{csv}

Komma zwischen den Zellen, Punkt in Zahlen, eine Zeile je Beobachtung. `note` darf in der Kopfzeile fehlen, und seine
Zellen dürfen leer sein. Die Zeilen einer Reihe stimmen in {same} überein; kein Jahr steht zweimal in einer Reihe;
Jahre liegen zwischen {first} und {last}; `source` ist eine Kennung aus `sources.yaml`.

## Varianten

Wer einer Zahl widerspricht, schreibt eine Datei neben den Ordner, in YAML oder JSON, oder sichert die Karte aus der
exportierten Seite (»Mehr«, »Woher kommen die Zahlen?«). `--variant FILE` nimmt sie bei `run`, `story`, `map`,
`export` und `ensemble`; mehrfach genannt gilt die spätere nach der früheren. Im Notebook:
`wb.load(ID).variant(FILE)`. Eine Variante hat einen eigenen Laufcode. `workbook compare ID --variant A --variant B`
stellt Varianten nebeneinander und sagt, wie viel jeder Widerspruch ausmacht; `wb.compare` zeigt sie wie Welten. Was
Menschen sagen, darf jedes Zeichen enthalten; es wird gezeigt, wie es ist, und nie als Auszeichnung gelesen.

{variant}

## Grenzen

{limits}
"""
