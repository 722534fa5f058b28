"""The sentences of a deck that is made from a scenario alone, on slides and in the notes beside them."""

from __future__ import annotations

from workbook.text import base_language

TALK: dict[str, tuple[str, str]] = {
    # --- how it goes --------------------------------------------------------------------------------
    "welcome-notes": (
        "Begrüßen. Sagen, wie lange es dauert und dass niemand etwas ausrechnen muss. Es wird nichts erhoben "
        "und nichts gesendet.",
        "Welcome people. Say how long it takes and that nobody has to calculate. Nothing is collected and "
        "nothing is sent.",
    ),
    "version": ("Stand {stand}", "as of {stand}"),
    "you": ("Wer Sie heute sind", "Who you are today"),
    "you-now": ("So steht es im Jahr {year}:", "This is how things stand in {year}:"),
    "you-notes": (
        "Vorlesen und einen Moment wirken lassen. Fragen: Welche dieser Zahlen kennen Sie aus Ihrem Haus, welche "
        "überrascht? Dann raten lassen: Wie geht es aus? Zwei oder drei Antworten hören, keine bewerten.",
        "Read it out and let it sink in. Ask which of these numbers they know from their own workplace, and which "
        "surprises. Then let people guess how it ends. Hear two or three answers, judge none.",
    ),
    "reading": ("So lesen Sie mit", "How to read along"),
    "reading-levers": (
        "Links die Hebel: Was Sie stellen, gilt ab {year}.",
        "On the left the levers: what you set holds from {year}.",
    ),
    "reading-story": (
        "In der Mitte die Geschichte: Sie erzählt dieselbe Zukunft wie die Zahlen.",
        "In the middle the story: it tells the same future as the numbers.",
    ),
    "reading-numbers": (
        "Rechts die Zahlen: Punkte sind gemessen, die Linie sind Sie, gestrichelt ist »{baseline}«, das Band "
        "zeigt, was sonst noch sein kann.",
        "On the right the numbers: dots are measured, the line is you, dashes are “{baseline}”, the band "
        "shows what else may be.",
    ),
    "reading-honest": (
        "Es ist keine Vorhersage. Es ist ein Argument, das man ändern kann.",
        "It is no forecast. It is an argument that can be changed.",
    ),
    "picture": ("Ein Beispiel: {name} in der Welt »{world}«", "An example: {name} in the world “{world}”"),
    "reading-notes": (
        "Am Bild zeigen: Punkte, Linie, gestrichelte Linie, Band. Wo wäre ein Punkt außerhalb des Bandes eine "
        "Überraschung? Nur diese vier Sätze; alles Weitere zeigt sich beim Spielen.",
        "Show it on the picture: dots, line, dashed line, band. Where would a dot outside the band be a surprise? "
        "These four sentences only; the rest shows itself in play.",
    ),
    "worlds": ("Fünf Anfänge sind möglich", "Where one may begin"),
    "worlds-any": ("Anfänge, die möglich sind", "Where one may begin"),
    "worlds-notes": (
        "Fragen, welcher Anfang dem eigenen Haus am nächsten ist. Hände heben lassen.",
        "Ask which beginning is closest to their own workplace. A show of hands.",
    ),
    "play": ("Jetzt wird gespielt", "Now we play"),
    "play-notes": (
        "Erst raten lassen, dann den Hebel stellen. Einen Hebel nach dem anderen. Immer fragen: Wer merkt das zuerst? "
        "Mit Tab zu den Hebeln, mit den Pfeilen stellen, mit Esc zurück zu den Folien.",
        "Let people guess first, then move the lever. One lever at a time. Always ask who will notice first. "
        "Tab leads to the levers, arrows move them, Esc leads back to the slides.",
    ),
    # --- decisions ----------------------------------------------------------------------------------
    "decision-notes": (
        "Zwei Minuten zu zweit: Was spricht dafür, was dagegen, wer zahlt? Dann abstimmen und die Mehrheit "
        "auf der Folie »Jetzt wird gespielt« wählen.",
        "Two minutes in pairs: what speaks for it, what against, who pays? Then vote, and choose the "
        "majority's answer on the slide “Now we play”.",
    ),
    "nobody": ("Wenn niemand entscheidet, geschieht: »{default}«.", "If nobody decides, this happens: “{default}”."),
    "nobody-in": (
        "Wenn niemand entscheidet, geschieht in der Welt »{world}«: »{default}«.",
        "If nobody decides, this happens in the world “{world}”: “{default}”.",
    ),
    # --- the end ------------------------------------------------------------------------------------
    "ending": ("Welches Ende ist Ihres?", "Which ending is yours?"),
    "ending-price": ("Jede Utopie hat ihren Preis. Wer zahlt ihn?", "Every utopia has its price. Who pays it?"),
    "ending-crack": (
        "Jede Dystopie hat einen Riss. Wo fängt man an?",
        "Every dystopia has a crack. Where does one begin?",
    ),
    "ending-next": ("Was davon können Sie nächste Woche tun?", "What of it can you do next week?"),
    "ending-price-of": ("Der Preis: {text}", "The price: {text}"),
    "ending-crack-of": ("Der Riss: {text}", "The crack: {text}"),
    "mood-utopia": ("Utopie", "Utopia"),
    "mood-dystopia": ("Dystopie", "Dystopia"),
    "mood-ambivalent": ("Dazwischen", "In between"),
    "ending-notes": (
        "Erst das Ende vorlesen, das die Folie »Jetzt wird gespielt« nun erzählt, dann diese Folie zeigen. Wer hätte "
        "ein anderes gewollt, und wer bezahlt es dort? Schluss mit der dritten Frage, jede*r für sich, auf Papier.",
        "First read out the ending that the slide “Now we play” tells now, then show this slide. Who would have wanted "
        "another one, and who pays for it there? Close with the third question, each on their own, on paper.",
    ),
    # --- sources ------------------------------------------------------------------------------------
    "sources": ("Woher die Zahlen kommen", "Where the numbers come from"),
    "sources-grades": (
        "{count} feste Größen stecken im Modell: {study} aus Studien, {statistic} aus Statistiken, {expert} "
        "von Fachleuten; {assumption} sind Annahmen.",
        "The model holds {count} constants: {study} from studies, {statistic} from statistics, {expert} from "
        "experts; {assumption} are assumptions.",
    ),
    "sources-past": (
        "Die Vergangenheit von {first} bis {last} erzählt es nach; gemessen an {series}.",
        "It retells the past from {first} to {last}, measured against {series}.",
    ),
    "sources-none": ("Gemessene Werte enthält dieses Szenario nicht.", "This scenario holds no measured values."),
    "sources-from": ("Quellen unter anderen: {names}.", "Sources, among others: {names}."),
    "sources-notes": (
        "Wer widerspricht, hat recht verstanden: Hebel und Annahmen lassen sich ändern. Alle Quellen stehen "
        "am Ende der Geschichte.",
        "Whoever disagrees has understood: levers and assumptions can be changed. All sources stand at the "
        "end of the story.",
    ),
    "address-notes": (
        "Stehen lassen, bis alle die Adresse haben. Es funktioniert danach ohne Internet.",
        "Leave it until everybody has the address. After that it works without internet.",
    ),
}  # fmt: skip
"""key -> (German, English)."""


def say(key: str, lang: str, **values: object) -> str:
    """A sentence with its values filled in; plain text, not HTML."""
    return TALK[key][1 if base_language(lang) == "en" else 0].format(**values)
