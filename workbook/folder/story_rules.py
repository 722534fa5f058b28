"""Rules for the story and its texts: order, scenes, voices, endings, and every scene in every language."""

from __future__ import annotations

from workbook.errors import Place, nearest
from workbook.expr.nodes import Node
from workbook.folder.draft import ENDING, Draft
from workbook.folder.names import ALLOWED, Scope
from workbook.folder.shapes import Fields, Items, Leaf
from workbook.folder.texts import Section
from workbook.text import Text


def check_story(draft: Draft, scope: Scope) -> None:
    """Report every broken rule of story.yaml and of the text files."""
    story = draft.files["story"]
    _chapters(draft)
    for chapter in draft.chapters:
        _scenes(chapter.listed("scenes"), draft, scope)
        if chapter.value("id") not in (None, ENDING):
            _texts(chapter.value("id"), chapter.listed("scenes"), draft, scope)
    endings = story.listed("endings")
    _scenes(endings, draft, scope)
    _texts(ENDING, endings, draft, scope)
    for scene in endings:
        mood = scene.get("mood")
        if mood is not None and mood.value == "utopia" and "price" not in scene.keys_at:
            draft.report("ending-price", mood.place)
        if mood is not None and mood.value == "dystopia" and "crack" not in scene.keys_at:
            draft.report("ending-crack", mood.place)


def _chapters(draft: Draft) -> None:
    first: dict[str, Place] = {}
    before: int | None = None
    for chapter in draft.chapters:
        name, year = chapter.get("id"), chapter.get("year")
        if name is not None:
            if name.value == ENDING:
                draft.report("chapter-reserved", name.place)
            _once(name, first, draft)
        if year is None:
            continue
        if draft.horizon is not None and not draft.horizon[0] <= year.value < draft.horizon[2]:
            low, high = draft.horizon[0], draft.horizon[2] - 1
            draft.report("year-outside", year.place, year=year.value, low=low, high=high)
        if before is not None and year.value < before:
            draft.report("chapter-order", year.place, year=year.value, before=before)
        before = year.value


def _once(name: Leaf[str], first: dict[str, Place], draft: Draft) -> None:
    if name.value in first:
        draft.report("scene-twice", name.place, name=name.value, first=first[name.value].line)
    first.setdefault(name.value, name.place)


def _scenes(scenes: Items, draft: Draft, scope: Scope) -> None:
    voices = draft.files["scenario"].under("voices").keys_at
    first: dict[str, Place] = {}
    for index, scene in enumerate(scenes):
        last = index == len(scenes) - 1
        if last and "when" in scene.keys_at:
            draft.report("scene-last-when", scene.where("when"))
        if not last and "when" not in scene.keys_at:
            draft.report("scene-when-missing", scene.place)
        if "id" in scene:
            _once(scene["id"], first, draft)
        voice = scene.get("voice")
        if voice is not None and voice.value not in voices and "scenario" not in draft.broken:
            near = nearest(voice.value, voices)
            draft.report("voice-unknown", voice.place, name=voice.value, nearest=near, allowed=list(voices))
        scope.check(scene.get("when"), "story")


def _texts(chapter: str, scenes: Items, draft: Draft, scope: Scope) -> None:
    """Every scene of a chapter has its text in every language, and no text lacks its scene."""
    known = list(dict.fromkeys(scene.value("id") for scene in scenes if "id" in scene))
    for lang, chapters in draft.texts.items():
        sections = chapters.get(chapter)
        if sections is None:  # the missing file is reported already
            continue
        for scene in known:
            if scene not in sections:
                place = Place(f"story/{lang}/{chapter}.md", 1, 1)
                draft.report("text-scene-missing", place, scene=scene)
        for scene, section in sections.items():
            if scene not in known:
                near = nearest(scene, known)
                draft.report("text-scene-unknown", section.place, scene=scene, nearest=near, allowed=known)
            _inside(section, scope)


def _inside(section: Section, scope: Scope) -> None:
    low, high = scope.horizon
    for figure, place in section.figures:
        scope.name(figure.name, place, ALLOWED["story"])
        if figure.year is not None and not low <= figure.year <= high:
            scope.report("text-figure-year", place, year=figure.year, low=low, high=high)
    for leaf in section.claims:
        _claim(Leaf(leaf.value.condition, leaf.place, leaf.text, leaf.at), scope)


def _claim(condition: Leaf[Node], scope: Scope) -> None:
    """A claim in words reads its name twice (``change`` and ``at``); each fault is told once."""
    before = len(scope.report.problems)
    scope.check(condition, "story")
    found = scope.report.problems[before:]
    unique = {(p.code, p.place): p for p in reversed(found)}
    scope.report.problems[before:] = reversed(unique.values())


def check_languages(draft: Draft) -> None:
    """Every label and short text is there in every base language of the scenario."""
    needed = [lang for lang in draft.languages if "-" not in lang]
    for fields in draft.files.values():
        _walk(fields, needed, draft)


def _walk(node: object, needed: list[str], draft: Draft) -> None:
    if isinstance(node, Fields):
        for value in node.values():
            _walk(value, needed, draft)
    elif isinstance(node, Items):
        for value in node:
            _walk(value, needed, draft)
    elif isinstance(node, Leaf) and isinstance(node.value, Text):
        for lang in needed:
            if lang not in node.value:
                draft.report("text-language-missing", node.place, language=lang)
