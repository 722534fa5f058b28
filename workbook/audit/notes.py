"""Words that some readers want to be warned of, in passages whose scene has no content note."""

from __future__ import annotations

import re
from collections.abc import Mapping

from workbook.audit.find import in_passage
from workbook.errors import Problem
from workbook.model import Scenario
from workbook.text import base_language

WORDS: Mapping[str, Mapping[str, str]] = {
    "de": {
        "death": r"Tod|Tode|Todes|tot|tote[nrs]?|Tote[nrs]?|starb|starben|gestorben|verstorben\w*|Leiche\w*"
        r"|Beerdigung\w*|Suizid\w*|Selbstmord\w*|Selbsttötung\w*|umgebracht|umbringen|ertrunken|erstickt",
        "dismissal": r"Kündigung(?:en)?|gekündigt\w*|Entlassung(?:en)?|entlassen",
        "eviction": r"Zwangsräumung\w*|zwangsgeräumt\w*|Räumungsklage\w*|obdachlos\w*",
        "burnout": r"Burnout|Burn-out|Nervenzusammenbruch|Zusammenbruch|zusammengebrochen",
        "addiction": r"Sucht|süchtig\w*|Überdosis|Drogen\w*|betrunken\w*|Rückfall",
        "child_endangerment": r"Kindeswohlgefährdung\w*|misshandel\w*|Misshandlung\w*|missbrauch\w*|Missbrauch\w*"
        r"|verwahrlost\w*|Inobhutnahme\w*",
        "discrimination": r"rassistisch\w*|Rassismus|diskriminier\w*|Diskriminierung\w*|abgeschoben|Abschiebung\w*",
    },
    "en": {
        "death": r"death|deaths|dead|died|dies|dying|corpse\w*|funeral\w*|suicide\w*|killed|drowned|suffocated",
        "dismissal": r"dismissed|dismissals?|made redundant|redundanc(?:y|ies)|laid off|sacked|notice of termination",
        "eviction": r"evict(?:ed|ion|ions)|homeless\w*|repossession",
        "burnout": r"burnout|burn-out|burned out|burnt out|breakdown|collapsed",
        "addiction": r"addict\w*|overdose\w*|relapse\w*|drunk",
        "child_endangerment": r"child protection case|abused|abuse|maltreat\w*|neglected child\w*|taken into care",
        "discrimination": r"racist\w*|racism|discriminat\w*|deport\w*",
    },
}
"""Language -> subject of the note -> words, whole ones only; as few as name the thing itself."""

_PATTERNS = {
    lang: {subject: re.compile(rf"(?<![\w-])(?:{words})(?![\w-])") for subject, words in subjects.items()}
    for lang, subjects in WORDS.items()
}


def missing_notes(scenario: Scenario) -> list[Problem]:
    """The first hard word of each subject in a passage whose scene warns of nothing."""
    problems = []
    for chapter in scenario.chapters:
        for scene in chapter.scenes:
            if scene.care:
                continue
            for lang in scenario.languages:
                passage = scenario.passages[lang].get(f"{chapter.name}.{scene.name}")
                for subject, pattern in _PATTERNS.get(base_language(lang), {}).items():
                    word, place = next(in_passage(scenario, passage, pattern), ("", None)) if passage else ("", None)
                    if place is not None:
                        values: dict[str, object] = {"word": word, "scene": scene.name, "care": subject}
                        problems.append(Problem("care-missing", place, values, "warning"))
    return problems
