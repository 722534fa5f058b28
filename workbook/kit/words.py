"""What the sheets say beside the scenario's own texts: German, English, Einfache Sprache."""

from __future__ import annotations

from workbook.text import LANGUAGES

WORDS: dict[str, tuple[str, str, str]] = {
    # --- every file ---------------------------------------------------------------------------------
    "skip": ("Zum Inhalt", "To the content", "Zum Inhalt"),
    "version": ("Stand {stand}", "as of {stand}", "Stand {stand}"),
    "worksheet": ("Arbeitsblatt", "Worksheet", "Arbeitsblatt"),
    "cards": ("Spielkarten", "Cards", "Spielkarten"),
    "script": ("Leitfaden", "Script", "Leitfaden"),
    # --- worksheet ----------------------------------------------------------------------------------
    "group": ("Gruppe", "Group", "Gruppe"),
    "date": ("Datum", "Date", "Datum"),
    "world": ("Welt", "World", "Welt"),
    "before": ("Bevor es losgeht: raten", "Before it begins: guess", "Vor dem Start: Raten Sie"),
    "before-why": (
        "Wer geraten hat, sieht danach mehr. Schreiben Sie erst, und schauen Sie dann nach.",
        "Those who have guessed see more afterwards. Write first, then look.",
        "Raten Sie zuerst. Schreiben Sie Ihre Zahl auf. Erst danach schauen Sie nach.",
    ),
    "question": ("Die Frage des Raums", "The room's question", "Die Frage für alle"),
    "my-guess": ("Was ich vermute, und warum", "What I expect, and why", "Das glaube ich. Und darum"),
    "guess-table": ("Zahlen: heute, geraten, gekommen", "Numbers: today, guessed, come true", "Zahlen: heute, geraten, echt"),
    "indicator": ("Zahl", "Number", "Zahl"),
    "today": ("{year} im Modell", "{year} in the model", "{year} im Modell"),
    "guessed": ("Ich rate: {year}", "My guess: {year}", "Ich rate: {year}"),
    "came": ("So kam es: {year}", "What came: {year}", "So kam es: {year}"),
    "levers": ("Unsere Hebel", "Our levers", "Unsere Hebel"),
    "levers-why": (
        "Jede Skala hat eine Marke für den Anfang. Kreuzen Sie an, wo der Hebel ab {year} stehen soll. Wer wenig bewegt, "
        "muss das nicht begründen; wer viel bewegt, sagt, wer es bezahlt.",
        "Each scale has a mark for the beginning. Tick where the lever is to stand from {year}. Who moves little need not give "
        "reasons; who moves much says who pays.",
        "Auf jeder Skala ist der Anfang markiert. Kreuzen Sie an: Wo soll der Hebel ab {year} stehen? Schreiben Sie bei großen "
        "Änderungen dazu: Wer bezahlt das?",
    ),
    "levers-from": (
        "Alle beginnen in der Welt »{world}«. »Start« heißt: So steht der Hebel dort; »heute«: wie heute.",
        "All begin in the world “{world}”. “start” means: so the lever stands there; “today”: as today.",
        "Alle beginnen in der Welt »{world}«. »Start« heißt: So steht der Hebel in dieser Welt. »Heute« heißt: so wie heute.",
    ),
    "exact": ("genau", "exactly", "genau"),
    "today-mark": ("heute", "today", "heute"),
    "scale-of": (
        "Skala von {low} bis {high} in Schritten von {step}, heute {begin}",
        "Scale from {low} to {high} in steps of {step}, today {begin}",
        "Skala von {low} bis {high} in Schritten von {step}, heute {begin}",
    ),
    "begin-mark": ("Start", "start", "Start"),
    "scale-from": (
        "Skala von {low} bis {high} in Schritten von {step}, am Start {begin}",
        "Scale from {low} to {high} in steps of {step}, {begin} at the start",
        "Skala von {low} bis {high} in Schritten von {step}, am Start {begin}",
    ),
    "decisions": ("Unsere Entscheidungen", "Our decisions", "Unsere Entscheidungen"),
    "because": ("Weil", "Because", "Weil"),
    "who-pays": ("Den Preis zahlt", "The price is paid by", "Den Preis bezahlt"),
    "story": ("Unsere Geschichte", "Our story", "Unsere Geschichte"),
    "story-why": (
        "Notieren Sie zu jedem Kapitel die Szene, die erzählt wurde. Wer kommt darin nicht vor?",
        "For each chapter note the scene that was told. Who does not appear in it?",
        "Schreiben Sie zu jedem Kapitel die Szene auf. Wer fehlt in der Szene?",
    ),
    "chapter": ("Kapitel", "Chapter", "Kapitel"),
    "scene": ("Szene", "Scene", "Szene"),
    "struck": ("Was mich getroffen hat", "What struck me", "Das hat mich berührt"),
    "missing": ("Wer fehlt", "Who is missing", "Wer fehlt"),
    # --- Three Horizons -----------------------------------------------------------------------------
    "horizons": ("Drei Horizonte", "Three horizons", "Drei Horizonte"),
    "horizons-why": (
        "Drei Linien laufen immer zugleich: was gilt und brüchig wird, was sich bewegt, was schon als kleiner Anfang da ist. "
        "Schreiben Sie zuerst unter 1, dann unter 3, zuletzt unter 2.",
        "Three lines always run at once: what holds and grows brittle, what moves, what is already here as a small beginning. "
        "Write below 1 first, then below 3, and below 2 last.",
        "Es gibt immer 3 Linien gleichzeitig. Linie 1: So ist es jetzt. Linie 2: Das bewegt sich. Linie 3: Ein kleiner Anfang "
        "vom Neuen. Schreiben Sie zuerst unter 1. Dann unter 3. Zuletzt unter 2.",
    ),
    "horizons-alt": (
        "Drei Kurven von {now} bis {end}: Horizont 1 fällt, Horizont 2 steigt und fällt, Horizont 3 steigt am Ende",
        "Three curves from {now} to {end}: horizon 1 falls, horizon 2 rises and falls, horizon 3 rises towards the end",
        "3 Linien von {now} bis {end}: Linie 1 fällt. Linie 2 steigt und fällt wieder. Linie 3 steigt am Ende",
    ),
    "h1": ("1 · Was gilt und brüchig wird", "1 · What holds and grows brittle", "1 · Das gilt jetzt"),
    "h1-ask": (
        "Was läuft hier weiter, obwohl es nicht mehr trägt? Was davon wollen wir behalten?",
        "What carries on here although it no longer bears? What of it do we want to keep?",
        "Was läuft weiter, obwohl es nicht mehr gut ist? Was wollen wir behalten?",
    ),
    "h2": ("2 · Was sich bewegt", "2 · What is moving", "2 · Das bewegt sich"),
    "h2-ask": (
        "Welche Neuerung hilft nur dem Alten weiter? Welche bahnt dem Neuen den Weg?",
        "Which innovation only props up the old? Which one clears the way for the new?",
        "Welche neue Idee hilft nur dem Alten? Welche Idee hilft dem Neuen?",
    ),
    "h3": ("3 · Was werden soll", "3 · What is to become", "3 · Das soll kommen"),
    "h3-ask": (
        "Wo gibt es das schon im Kleinen? Wer tut es heute?",
        "Where does it already exist on a small scale? Who does it today?",
        "Wo gibt es das schon ein bisschen? Wer macht das heute?",
    ),
    "horizons-source": (
        "Nach Bill Sharpe: Three Horizons. The Patterning of Hope, 2013.",
        "After Bill Sharpe: Three Horizons. The Patterning of Hope, 2013.",
        "Nach Bill Sharpe: Three Horizons. The Patterning of Hope, 2013.",
    ),
    # --- backcasting --------------------------------------------------------------------------------
    "back": ("Rückwärts von {end} nach {now}", "Backwards from {end} to {now}", "Rückwärts von {end} nach {now}"),
    "back-why": (
        "Beginnen Sie oben mit dem {end}, das Sie wollen, und gehen Sie Jahr für Jahr zurück: Was musste davor geschehen sein?",
        "Begin at the top with the {end} that you want, and go back year by year: what must have happened before?",
        "Beginnen Sie oben: So soll {end} sein. Gehen Sie dann Jahr für Jahr zurück. Was musste vorher passieren?",
    ),
    "year": ("Jahr", "Year", "Jahr"),
    "what": ("Was ist geschehen?", "What has happened?", "Was ist passiert?"),
    "who": ("Wer hat es getan?", "Who did it?", "Wer hat es gemacht?"),
    "when": ("Bis wann?", "By when?", "Bis wann?"),
    "sign": ("Woran sieht man es?", "How can one tell?", "Woran merkt man es?"),
    "back-source": (
        "Backcasting nach John B. Robinson: Futures under glass. Futures 22 (1990).",
        "Backcasting after John B. Robinson: Futures under glass. Futures 22 (1990).",
        "Die Methode heißt Backcasting. Sie ist von John B. Robinson, 1990.",
    ),
    # --- the end ------------------------------------------------------------------------------------
    "after": ("Danach", "Afterwards", "Danach"),
    "feelings": (
        "Zuerst: Wie geht es Ihnen? Was macht Ärger, was macht Mut?",
        "First: how do you feel? What makes you angry, what gives you courage?",
        "Zuerst: Wie geht es Ihnen? Was macht Sie wütend? Was macht Ihnen Mut?",
    ),
    "insights": (
        "Dann: Was haben Sie vorher anders gesehen?",
        "Then: what did you see differently before?",
        "Dann: Was sehen Sie jetzt anders als vorher?",
    ),
    "again": ("Noch einmal die Frage vom Anfang:", "Once more the question from the beginning:", "Noch einmal die Frage vom Anfang:"),
    "monday": (
        "Was am Montag? Ein Schritt, den Sie selbst tun können, ohne um Erlaubnis zu fragen",
        "What on Monday? One step that you can take yourself without asking for permission",
        "Was machen Sie am Montag? Ein Schritt, den Sie allein machen dürfen",
    ),
    "with-whom": ("Mit wem?", "With whom?", "Mit wem?"),
    "run-code": ("Unser Laufcode", "Our run code", "Unser Laufcode"),
    "run-code-why": (
        "Er bringt Ihre Zukunft zurück, auf jedem Gerät. Bitte in großen Buchstaben; das letzte Zeichen, auch einmal * ~ $ oder =, gehört dazu.",
        "It brings your future back, on any device. Capital letters, please; the last symbol, at times * ~ $ or =, belongs to it.",
        "Mit diesem Code kommt Ihre Zukunft zurück, auf jedem Gerät. Schreiben Sie große Buchstaben. Das letzte Zeichen gehört dazu, auch * ~ $ oder =.",
    ),
    "worksheet-lead": (
        "Die erste und die letzte Seite für jede Person, die übrigen einmal je Gruppe. Alles bleibt bei Ihnen; niemand sammelt es ein.",
        "The first page and the last for each person, the others once for each group. All of it stays with you; nobody collects it.",
        "Die erste und die letzte Seite sind für jede Person. Die anderen Seiten bekommt jede Gruppe einmal. Sie behalten alles. "
        "Niemand sammelt etwas ein.",
    ),
    "cards-lead": (
        "Alles für ein Spiel ohne Gerät: Regeln, Rollen, Hebel, Ereignisse, Tabellen und Szenen.",
        "All that a game without any device needs: rules, roles, levers, events, tables and scenes.",
        "Damit spielen Sie ohne Computer: Regeln, Rollen, Hebel, Ereignisse, Tabellen und Szenen.",
    ),
    "script-lead": (
        "Für Lehrende: drei Abläufe, im Raum und aus der Ferne, mit allem, was man vorher wissen will.",
        "For lecturers: three courses, in the room and remote, with all that one wants to know beforehand.",
        "Für Lehrende: drei Abläufe, im Raum und aus der Ferne, mit allem, was man vorher wissen will.",
    ),
}  # fmt: skip
"""key -> (German, English, Einfache Sprache)."""


def say(key: str, lang: str, **values: object) -> str:
    """A sentence with its values filled in; plain text, not HTML."""
    text = WORDS[key][LANGUAGES.index(lang)]
    return text.format(**values) if values else text
