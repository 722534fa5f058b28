"""The files of a scenario folder, each described once: for reading, for messages, for editors."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from workbook.folder.scalars import (
    Address,
    Day,
    Decimal,
    Expression,
    Flag,
    Languages,
    Line,
    OneOf,
    Pattern,
    Span,
    StepOfTime,
    Whole,
)
from workbook.folder.shapes import Key, ListOf, MapOf, Record, Shape
from workbook.text import LANGUAGES

FORMAT = 1
"""The version of the folder format that this package reads."""

FIRST_YEAR, LAST_YEAR = 1900, 2200

CARES = (
    "burnout", "loss_of_contact", "loneliness", "death", "dismissal", "eviction", "poverty", "discrimination",
    "surveillance", "child_endangerment", "addiction",
)  # fmt: skip
"""What a content note can name; the surfaces have words for each."""

_identifier = Pattern("identifier")
_slug = Pattern("slug")
_any_name = Pattern("any")
_year = Whole(FIRST_YEAR, LAST_YEAR)
_label = Languages(120)
_text = Languages()
_unit = Line(60)
_settings = MapOf(_identifier, Decimal())
_choices = MapOf(_identifier, _any_name)


def _optional(shape: Shape, de: str, en: str) -> Key:
    return Key(shape, (de, en), required=False)


def _key(shape: Shape, de: str, en: str) -> Key:
    return Key(shape, (de, en))


_named = _key(_label, "Name, wie ihn Lesende sehen", "name as readers see it")
_measured = _key(_unit, "Einheit, zum Beispiel cases/post", "unit, for example cases/post")

SCENARIO = Record(
    format=_key(Whole(1, 99), "Fassung des Ordnerformats: 1", "version of the folder format: 1"),
    id=_key(_slug, "Kennung, gleich dem Namen des Ordners", "id, the same as the folder's name"),
    title=_key(_label, "Titel", "title"),
    summary=_key(_text, "Worum es geht, in wenigen Sätzen", "what it is about, in a few sentences"),
    time=_key(
        Record(
            start=_key(_year, "Erstes Jahr der Rechnung", "first year of the run"),
            now=_key(_year, "Letztes Jahr der Vergangenheit; Hebel wirken danach",
                     "last year of history; levers act after it"),
            end=_key(_year, "Ende der Rechnung, am 1. Januar dieses Jahres",
                     "end of the run, on 1 January of this year"),
            step=_key(StepOfTime(), "Zeitschritt in Jahren, 1/12 ist ein Monat",
                      "time step in years, 1/12 is a month"),
            method=_optional(OneOf("euler", "rk4"), "Rechenverfahren", "method of integration"),
        ),
        "Zeitraum", "horizon",
    ),
    authors=_key(ListOf(Line(200), 1), "Autor*innen", "authors"),
    licence=_key(Line(60), "Lizenz der Inhalte", "licence of the content"),
    stand=_key(Day(), "Stand der Angaben", "date of the facts"),
    check_by=_key(Day(), "Bis wann sie wieder zu prüfen sind", "by when to check them again"),
    languages=_key(ListOf(OneOf(*LANGUAGES), 1), "Sprachen der Texte", "languages of the texts"),
    voices=_key(MapOf(_identifier, _label, 1), "Wer erzählt", "who tells the story"),
    units=_optional(ListOf(Line(40)), "Eigene Einheiten", "own units"),
    include=_optional(ListOf(_slug, 1), "Gemeinsame Teile aus _NAME neben dem Ordner, zum Beispiel core",
                      "shared modules from _NAME beside the folder, for example core"),
    guide=_optional(
        Record(
            you=_key(_text, "Wer man ist, in einem Satz", "who one is, in a sentence"),
            question=_key(_text, "Frage, auf die man vorher eine Antwort vermutet",
                          "question to which one first guesses an answer"),
            lever=_key(_any_name, "Der erste Hebel", "the first lever"),
            to=_key(Decimal(), "Wohin man ihn stellt", "where one puts it"),
            indicator=_key(_any_name, "Die Zahl, nach der gefragt wird", "the number that is asked about"),
        ),
        "Die ersten drei Minuten einer Seite", "the first three minutes of a page",
    ),
)  # fmt: skip

LEVERS = MapOf(
    _identifier,
    Record(
        label=_named,
        help=_key(_text, "Was der Hebel bewegt", "what the lever moves"),
        unit=_measured,
        range=_key(Span(), "Kleinste und größte Stellung", "lowest and highest setting"),
        step=_key(Decimal(), "Abstand der Stellungen", "distance between settings"),
        default=_key(Decimal(), "Stellung von heute", "today's setting"),
        group=_key(_label, "Überschrift, unter der er steht", "heading under which it stands"),
    ),
    1,
)

MODEL = Record(
    units=_optional(ListOf(Line(40)), "Eigene Einheiten", "own units"),
    constants=_optional(
        MapOf(
            _identifier,
            Record(
                label=_named,
                value=_key(Decimal(), "Wert", "value"),
                range=_optional(Span(), "Spanne, wenn der Wert unsicher ist", "range when the value is uncertain"),
                unit=_measured,
                grade=_key(OneOf("study", "statistic", "expert", "assumption"),
                           "Wie gut der Wert belegt ist", "how well the value is supported"),
                source=_optional(_any_name, "Quelle aus sources.yaml", "source from sources.yaml"),
                note=_optional(_text, "Begründung; Pflicht bei Annahmen", "reason; required for assumptions"),
                open=_optional(Flag(), "Anschluss: Ein Szenario darf die Zahl durch Hebel oder Größe ersetzen",
                               "port: a scenario may replace the number by a lever or a quantity"),
            ),
        ),
        "Feste Zahlen", "fixed numbers",
    ),
    inputs=_optional(
        MapOf(
            _identifier,
            Record(
                label=_named,
                data=_key(_any_name, "Reihe aus data/*.csv", "series from data/*.csv"),
                unit=_measured,
                after=_key(Expression(words=("hold", "trend")),
                           "Was auf die letzte Beobachtung folgt: hold, trend oder ein Ausdruck",
                           "what follows the last observation: hold, trend or an expression"),
            ),
        ),
        "Antriebe aus Daten", "drivers from data",
    ),
    stocks=_optional(
        MapOf(
            _identifier,
            Record(
                label=_named,
                initial=_key(Expression(), "Anfangswert", "initial value"),
                inflows=_optional(ListOf(_identifier), "Was den Bestand füllt", "what fills the stock"),
                outflows=_optional(ListOf(_identifier), "Was ihn leert", "what empties it"),
                unit=_measured,
                nonnegative=_optional(Flag(), "Darf er nie unter null fallen? Sonst ja",
                                      "must it never fall below zero? Yes unless said"),
            ),
            1,
        ),
        "Bestände", "stocks",
    ),
    variables=_optional(
        MapOf(
            _identifier,
            Record(
                label=_named,
                equals=_key(Expression(), "Gleichung", "equation"),
                unit=_measured,
            ),
        ),
        "Flüsse und Hilfsgrößen", "flows and auxiliaries",
    ),
    loops=_optional(
        MapOf(
            _identifier,
            Record(
                label=_named,
                kind=_key(OneOf("reinforcing", "balancing"), "verstärkend oder ausgleichend",
                          "reinforcing or balancing"),
                through=_key(ListOf(_identifier, 2), "Namen in der Folge von Ursache und Wirkung",
                             "names from cause to effect"),
            ),
        ),
        "Rückkopplungen", "feedback loops",
    ),
)  # fmt: skip

INDICATORS = MapOf(
    _identifier,
    Record(
        label=_named,
        help=_key(_text, "Was die Zahl sagt", "what the number says"),
        equals=_key(Expression(), "Gleichung", "equation"),
        unit=_measured,
        better=_key(OneOf("higher", "lower"), "Welche Richtung ist besser", "which way is better"),
        utopia=_key(Decimal(), "Wert einer guten Zukunft", "value of a good future"),
        dystopia=_key(Decimal(), "Wert einer schlechten Zukunft", "value of a bad future"),
        digits=_optional(Whole(0, 6), "Nachkommastellen", "decimal places"),
        history=_optional(_any_name, "Beobachtete Reihe", "observed series"),
    ),
    1,
)

DECISIONS = MapOf(
    _identifier,
    Record(
        label=_named,
        year=_key(_year, "Jahr, ab dem sie wirkt", "year from which it acts"),
        text=_key(_text, "Die Lage in zwei bis vier Sätzen", "the situation in two to four sentences"),
        question=_key(_text, "Die Frage", "the question"),
        options=_key(
            MapOf(
                _any_name,
                Record(
                    label=_named,
                    text=_key(_text, "Was die Antwort bedeutet", "what the option means"),
                    change=_optional(_settings, "Hebel um so viel verschieben", "move levers by this much"),
                    set=_optional(_settings, "Hebel genau so stellen", "put levers exactly there"),
                ),
                2,
            ),
            "Antworten", "options",
        ),
        default=_key(_any_name, "Was gilt, wenn niemand entscheidet", "what happens when nobody decides"),
    ),
)  # fmt: skip

WORLDS = MapOf(
    _slug,
    Record(
        label=_named,
        summary=_key(_text, "Die Welt in einem Satz", "the world in a sentence"),
        levers=_optional(_settings, "Stellung der Hebel", "settings of levers"),
        choices=_optional(_choices, "Antworten auf Entscheidungen", "options of decisions"),
    ),
    1,
)

_scene = Record(
    id=_key(_slug, "Kennung, Überschrift in den Textdateien", "id, heading in the text files"),
    when=_optional(Expression("truth"), "Bedingung; die letzte Szene hat keine",
                   "condition; the last scene has none"),
    mood=_key(OneOf("utopia", "dystopia", "ambivalent"), "Stimmung", "mood"),
    voice=_key(_identifier, "Stimme aus scenario.yaml", "voice from scenario.yaml"),
    care=_optional(ListOf(OneOf(*CARES)), "Inhaltshinweise", "content notes"),
    price=_optional(_text, "Was das gute Ende kostet", "what the good ending costs"),
    crack=_optional(_text, "Was im schlechten Ende noch möglich ist", "what is still possible in the bad ending"),
)  # fmt: skip

STORY = Record(
    chapters=_key(
        ListOf(
            Record(
                id=_key(_slug, "Kennung, Name der Textdatei", "id, name of the text file"),
                year=_key(_year, "Jahr, in dem es spielt", "year in which it takes place"),
                title=_key(_label, "Überschrift", "heading"),
                scenes=_key(ListOf(_scene, 1), "Szenen; die erste passende wird erzählt",
                            "scenes; the first that fits is told"),
            ),
            1,
        ),
        "Kapitel in der Folge der Jahre", "chapters in the order of years",
    ),
    endings=_key(ListOf(_scene, 1), "Enden, im letzten Jahr beurteilt", "endings, judged in the last year"),
)  # fmt: skip

CHECKS = MapOf(
    _any_name,
    Record(
        label=_named,
        holds=_optional(Expression("truth"), "Was gelten muss", "what must hold"),
        value=_optional(Expression(), "Was von Welt zu Welt wachsen muss", "what must rise from world to world"),
        rising=_optional(ListOf(_slug, 2), "Welten in wachsender Folge", "worlds in rising order"),
        years=_optional(ListOf(_year, 1), "Jahre; sonst alle", "years; all unless said"),
        worlds=_optional(ListOf(_slug, 1), "Welten; sonst alle", "worlds; all unless said"),
        levers=_optional(_settings, "Stellung der Hebel", "settings of levers"),
        constants=_optional(_settings, "Werte von Konstanten", "values of constants"),
        choices=_optional(_choices, "Antworten auf Entscheidungen", "options of decisions"),
        extreme=_optional(Flag(), "Auch mit jedem Hebel am Anschlag", "also with every lever at its ends"),
    ),
)

SOURCES = MapOf(
    _any_name,
    Record(
        title=_key(Line(600), "Titel", "title"),
        publisher=_key(Line(), "Wer sie herausgibt", "who publishes it"),
        published=_key(Line(40), "Wann sie erschien", "when it appeared"),
        url=_key(Address(), "Adresse", "address"),
        accessed=_key(Day(), "Abgerufen am", "accessed on"),
    ),
)

FACTS = MapOf(
    _any_name,
    Record(
        label=_named,
        text=_key(_text, "Was gilt, in einem Satz", "what is the case, in a sentence"),
        source=_key(_any_name, "Quelle aus sources.yaml", "source from sources.yaml"),
        stand=_key(Day(), "Stand der Angabe", "date of the fact"),
        check_by=_key(Day(), "Bis wann sie wieder zu prüfen ist", "by when to check it again"),
    ),
)

FILES: Mapping[str, Shape] = MappingProxyType(
    {
        "scenario": SCENARIO,
        "levers": LEVERS,
        "model": MODEL,
        "indicators": INDICATORS,
        "decisions": DECISIONS,
        "worlds": WORLDS,
        "story": STORY,
        "checks": CHECKS,
        "sources": SOURCES,
        "facts": FACTS,
    }
)
"""Name of the file without its ending -> its description."""

OPTIONAL = frozenset({"facts", "sources"})
"""Files that a folder may do without."""

SHARED = ("model", "checks", "sources")
"""Files of a module; each may be missing there but the model."""
