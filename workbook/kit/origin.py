"""Where the numbers come from, and the questions that people ask about them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from html import escape

from workbook.kit.paper import Sheet, listed, paragraph, table
from workbook.kit.script_words import say
from workbook.model import Scenario, Source
from workbook.run import Workbook
from workbook.text import format_date, format_number

GRADES = ("study", "statistic", "expert", "assumption")


def origin(workbook: Workbook, lang: str) -> Sheet:
    """Constants by grade, error against the past, what may change, and every source."""
    s = workbook.scenario
    uncertain = sum(constant.uncertain for constant in s.constants.values())
    past = [
        (
            s.indicators[name].label[lang],
            "–".join(dict.fromkeys((str(each.years[0]), str(each.years[-1])))),
            f"{format_number(each.error, lang, 1)} %",
        )
        for name, each in workbook.hindcast.items()
    ]
    parts = [paragraph(say("origin-grades", lang, count=len(s.constants), uncertain=uncertain, **grades(s)))]
    if past:
        head = [say(key, lang) for key in ("number", "years", "error")]
        parts += [
            paragraph(say("origin-past", lang, now=s.time.now)),
            table(say("past-table", lang), head, past, "numbers"),
        ]
    else:
        parts.append(paragraph(say("origin-none", lang)))
    if s.facts:
        facts = (
            say(
                "fact-of", lang, label=f.label[lang], text=f.text[lang], stand=format_date(f.stand, lang),
                check=format_date(f.check_by, lang),
            )
            for f in s.facts.values()
        )  # fmt: skip
        parts += [_heading("facts", lang), paragraph(say("facts-why", lang)), listed(facts, "small")]
    if s.sources:
        sources = (". ".join(filter(None, (x.title, _published(x, lang)))) + "." for x in s.sources.values())
        parts += [_heading("sources", lang), listed(sources, "small sources")]
    return Sheet(say("origin", lang), "".join(parts))


def _published(source: Source, lang: str) -> str:
    """Who and when; a source without a date says nothing of one."""
    dated = "" if source.published == "undated" else format_date(source.published, lang)
    return " ".join(filter(None, (source.publisher, dated)))


def grades(s: Scenario) -> Mapping[str, int]:
    """How many constants have which grade."""
    counted: Counter[str] = Counter(constant.grade for constant in s.constants.values())
    return {grade: counted[grade] for grade in GRADES}


def questions(workbook: Workbook, lang: str) -> Sheet:
    """Likely questions with answers; what can be counted is counted."""
    s = workbook.scenario
    graded = grades(s)
    past = workbook.hindcast
    answers = {
        "forecast": say("a-forecast", lang),
        "who": say(
            "a-who", lang, authors=", ".join(s.authors), count=len(s.constants), assumption=graded["assumption"],
            sourced=len(s.constants) - graded["assumption"],
        ),
        "past": say(
            "a-past", lang, now=s.time.now,
            series=", ".join(say("quoted", lang, text=s.indicators[name].label[lang]) for name in past),
            error=format_number(sum(each.error for each in past.values()) / len(past), lang, 1),
        ) if past else say("a-past-none", lang),
        **{key: say(f"a-{key}", lang) for key in ("other", "object", "score", "data", "side", "why")},
    }  # fmt: skip
    items = [
        f'<div class="decision"><h3>{escape(say(f"q-{key}", lang))}</h3>{paragraph(text)}</div>'
        for key, text in answers.items()
    ]
    # No last page with one question alone.
    html = f'{"".join(items[:-3])}<div class="together">{"".join(items[-3:])}</div>'
    return Sheet(say("faq", lang), html, "onward")


def _heading(key: str, lang: str) -> str:
    return f"<h3>{escape(say(key, lang))}</h3>"
