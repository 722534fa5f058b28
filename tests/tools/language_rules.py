"""Where Python, NumPy and JavaScript would differ: the rule for each, and how each keeps it.

tests/engine/test_parity.py holds the printers to these rules.
"""

from __future__ import annotations

Rule = tuple[str, str, str]
"""Title, rule, how it is kept."""

ENGLISH: tuple[Rule, ...] = (
    ("division by zero", "x / 0 is infinite with the sign of both, 0 / 0 is NaN",
     "Python raises an exception; the run is then walked node by node (`expr/evaluate.py`)"),
    ("literals", "what consists of literals only is computed once, before printing, by the walker",
     "`fold` in `expr/printer.py`; no target divides 1 by 0 on its own"),
    ("overflow", "too large is infinite: `exp`, `**`, `*`", "as division by zero"),
    ("domain", "`ln` and `log10` of 0 are −infinite, of a negative number NaN; `sqrt` of a negative number is NaN",
     "as division by zero"),
    ("NaN compared", "every comparison with NaN is false, `!=` is true", "alike in all three"),
    ("min, max, clip", "NaN with any NaN; the result is never −0; `clip` with low above high is high",
     "comparisons written out in Python and JavaScript, `minimum` and `maximum` in NumPy; + 0 turns −0 into 0"),
    ("sign of zero", "−0 exists and equals 0; only 1 / −0 shows it", "alike in all three; `min` and `max` remove it"),
    ("power", "C's `pow`: a negative base with a fractional exponent is NaN, 1 ** NaN and x ** 0 are 1",
     "Python: whole literals by `**`, others by `math.pow`, never a complex number; JavaScript: `pow` of the prelude, "
     "which answers 1 where `Math.pow` says NaN"),
    ("power of 0.5", "the square root, also of −0 and −infinity",
     "a literal becomes `sqrt`; otherwise `power` looks at the exponent, in NumPy element by element"),
    ("last digits", "`exp`, `ln`, `log10` and `**` may differ in the last digits; agreed is 1e-9 of the value",
     "JavaScript computes a power as `exp(b * log(a))`, exact to 1e-13; equality of computed values is no condition "
     "to build on"),
    ("lookup", "the edge values outside, also for an infinite x; NaN stays NaN; straight lines within",
     "Python and JavaScript search the table, NumPy uses `interp`"),
    ("and, or, if", "only what is needed counts: the other side and the branch not taken have no effect",
     "NumPy computes both sides and takes one, without warnings; operands are pure, so nobody can tell"),
    ("truth and number", "never mixed: the parser refuses `1 and 2`, `(a > b) + 1`, `a == (b < c)`",
     "no conversion is ever printed"),
    ("time", "t = start + i / steps per year, computed anew in each step, never added up", "the same division in all"),
    ("dates", "a time that misses a date by less than 1e-9 years has reached it (`step`, `pulse`, inputs); `ramp` has "
     "no jump", "`rewrite.py` compares with the date less 1e-9; levers change at whole steps"),
    ("order of a step", "all variables are computed from the stocks of that moment, recorded, then all stocks move at "
     "once", "a net flow reads variables and its own stock, never another stock"),
    ("Runge–Kutta", "within a step levers stand still; inputs and `time` are taken at its start, middle and end",
     "inputs are kept at half steps; segments of levers begin at steps"),
    ("year", "the value of a year is the mean of its steps, added up in order", "the same loop in Python and "
     "JavaScript, step by step in NumPy"),
    ("texts", "a figure is rounded half away from zero on its exact binary value; what rounds to zero has no sign",
     "Python: `Decimal`; JavaScript: `toFixed`"),
    ("refusal", "a run with a number that is not finite, or a stock below −1e-9 that may not be negative, is refused",
     "a sum over all rows finds it, the walker names variable, date, cause and part; in many runs side by side it "
     "stays NaN or infinite"),
)  # fmt: skip

GERMAN: tuple[Rule, ...] = (
    ("Teilen durch null", "x / 0 ist unendlich mit dem Vorzeichen beider, 0 / 0 ist NaN",
     "Python wirft eine Ausnahme; der Lauf wird dann Knoten für Knoten gerechnet (`expr/evaluate.py`)"),
    ("Zahlen im Text", "was nur aus Zahlen besteht, wird einmal vor dem Drucken gerechnet",
     "`fold` in `expr/printer.py`; keine Sprache teilt selbst 1 durch 0"),
    ("Überlauf", "zu groß ist unendlich: `exp`, `**`, `*`", "wie Teilen durch null"),
    ("Definitionsbereich", "`ln` und `log10` von 0 sind −unendlich, von Negativem NaN; `sqrt` von Negativem ist NaN",
     "wie Teilen durch null"),
    ("NaN im Vergleich", "jeder Vergleich mit NaN ist falsch, `!=` ist wahr", "in allen dreien gleich"),
    ("min, max, clip", "NaN bei jedem NaN; das Ergebnis ist nie −0; `clip` mit low über high ist high",
     "in Python und JavaScript ausgeschriebene Vergleiche, in NumPy `minimum` und `maximum`; + 0 macht aus −0 eine 0"),
    ("Vorzeichen der Null", "−0 gibt es, und sie ist gleich 0; nur 1 / −0 verrät sie",
     "in allen dreien gleich; `min` und `max` entfernen sie"),
    ("Potenz", "wie `pow` in C: negative Basis mit gebrochenem Exponenten ist NaN, 1 ** NaN und x ** 0 sind 1",
     "Python: ganze Zahlen mit `**`, andere mit `math.pow`, nie eine komplexe Zahl; JavaScript: `pow` des Vorspanns, "
     "das 1 antwortet, wo `Math.pow` NaN sagt"),
    ("Potenz mit 0.5", "die Quadratwurzel, auch von −0 und −unendlich",
     "als Zahl im Text wird sie `sqrt`; sonst prüft `power` den Exponenten, in NumPy je Element"),
    ("letzte Stellen", "`exp`, `ln`, `log10` und `**` dürfen sich in den letzten Stellen unterscheiden; vereinbart ist "
     "1e-9 des Wertes", "JavaScript rechnet eine Potenz als `exp(b * log(a))`, auf 1e-13 genau; auf die Gleichheit "
     "gerechneter Werte lässt sich keine Bedingung bauen"),
    ("lookup", "außerhalb die Werte am Rand, auch bei unendlichem x; NaN bleibt NaN; dazwischen gerade Linien",
     "Python und JavaScript suchen in der Tabelle, NumPy nimmt `interp`"),
    ("and, or, if", "nur das Nötige zählt: die andere Seite und der nicht genommene Zweig wirken nicht",
     "NumPy rechnet beide Seiten und nimmt eine, ohne Warnung; ein Ausdruck verändert nichts, also merkt es niemand"),
    ("Wahrheit und Zahl", "nie gemischt: `1 and 2`, `(a > b) + 1`, `a == (b < c)` werden abgelehnt",
     "es wird nie eine Umwandlung gedruckt"),
    ("Zeit", "t = Beginn + i / Schritte je Jahr, in jedem Schritt neu, nie aufsummiert", "überall dieselbe Division"),
    ("Daten im Jahr", "eine Zeit, die ein Datum um weniger als 1e-9 Jahre verfehlt, hat es erreicht (`step`, `pulse`, "
     "Antriebe); `ramp` springt nicht", "`rewrite.py` vergleicht mit dem Datum weniger 1e-9; Hebel wechseln an ganzen "
     "Schritten"),
    ("Reihenfolge im Schritt", "alle Größen werden aus den Beständen dieses Moments gerechnet und festgehalten, dann "
     "bewegen sich alle Bestände zugleich", "ein Nettofluss liest Größen und den eigenen Bestand, nie einen anderen"),
    ("Runge-Kutta", "in einem Schritt stehen die Hebel still; Antriebe und `time` gelten am Anfang, in der Mitte und "
     "am Ende", "Antriebe liegen in halben Schritten vor; Abschnitte der Hebel beginnen an Schritten"),
    ("Jahr", "der Wert eines Jahres ist das Mittel seiner Schritte, der Reihe nach summiert",
     "in Python und JavaScript dieselbe Schleife, in NumPy Schritt für Schritt"),
    ("Texte", "eine Zahl wird auf ihrem genauen Binärwert gerundet, Hälften von null weg; was zu null wird, hat kein "
     "Vorzeichen", "Python: `Decimal`; JavaScript: `toFixed`"),
    ("Ablehnung", "ein Lauf mit einer nicht endlichen Zahl oder mit einem Bestand unter −1e-9, der nie negativ sein "
     "soll, wird abgelehnt", "eine Summe über alle Zeilen findet es, dann werden Größe, Datum, Ursache und Stelle "
     "genannt; in vielen Läufen nebeneinander bleibt es NaN oder unendlich"),
)  # fmt: skip
