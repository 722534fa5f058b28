// The story: chapters with their decisions, the scene told, its reasons, and a person's notes.

function narrativeView(x) {
  const {data, teller, $} = x;
  const skipped = new Set(), shown = new Set();
  let moves = null, tellsOf = null, fresh = false;
  // What each chapter told before: the scene and the run whose figures it quoted.
  const past = new Map();
  const sceneBox = (c) => $(`scene-${c}`);
  const retoldMarks = new Map();

  function render() {
    if (x.run !== tellsOf) past.clear(); // another play was opened
    tellsOf = x.run;
    $("summary").textContent = data.summary[x.lang];
    $("chapters").replaceChildren(...data.chapters.map((chapter, c) => {
      const title = chapterTitle(chapter, x.lang);
      return make("section", {class: "chapter", id: `${x.prefix}chapter-${chapter.name}`, "aria-label": title, role: x.kind === "page" ? null : "group"},
        x.heading(3, {}, title), ...chapter.asked.map(decisionElement), make("div", {id: `${x.prefix}scene-${c}`}), noteElement(chapter));
    }));
    data.chapters.forEach((_, c) => renderScene(c));
  }

  function decisionElement(d) {
    const decision = data.decisions[d], fixed = `${x.prefix}option-${decision.name}`;
    const options = decision.options.map((option, o) => {
      const id = `${fixed}-${option.name}`;
      return make("div", {class: "option"},
        make("input", {type: "radio", id, name: `${x.prefix}${decision.name}`, checked: x.setting.choices[d] === o, "aria-describedby": `${id}-text`,
          onchange: () => decide(d, o)}),
        make("label", {for: id}, option.label[x.lang], make("span", {id: `${id}-text`}, option.text[x.lang])));
    });
    return make("fieldset", {class: "decision", "data-decision": d},
      make("legend", {}, `${decision.year} · ${x.words.decide}`), make("p", {}, decision.text[x.lang]),
      make("p", {}, make("strong", {}, decision.question[x.lang])), ...options);
  }

  function decide(d, o) {
    const choices = x.setting.choices.slice();
    choices[d] = o;
    x.change({...x.setting, choices});
  }

  function syncDecisions() {
    data.decisions.forEach((decision, d) => {
      const input = $(`option-${decision.name}-${decision.options[x.setting.choices[d]].name}`);
      if (input) input.checked = true;
      input?.closest(".decision").classList.toggle("moved", x.setting.choices[d] !== data.worlds[x.setting.world].choices[d]);
    });
  }

  // Scenes told as before keep their place; only their figures follow.
  function update(before) {
    moves = null;
    syncDecisions();
    const begun = fresh || tellsOf.setting.world !== x.run.setting.world;
    if (begun) forgetPast();
    before.forEach((scene, c) => {
      if (scene !== x.told[c]) { markRetold(c, scene, begun); renderScene(c); }
      else fillFigures(sceneBox(c).querySelector(".scene"), data.chapters[c].year, x.run);
    });
    tellsOf = x.run;
    fresh = false;
    openReasons();
  }

  // Who begins anew has no story before.
  function forgetPast() {
    past.clear();
    for (const each of $("chapters").querySelectorAll(".past")) each.remove();
  }

  // A scene stays marked for a while, also when the lever moves on and other scenes change.
  // One that is told as before again was, for the reader, never told anew.
  function markRetold(c, before, begun) {
    const known = begun ? undefined : retoldMarks.get(c), was = known?.was ?? {scene: before, run: tellsOf}, earlier = known ? known.earlier : past.get(c);
    clearTimeout(retoldMarks.get(c)?.timer);
    retoldMarks.delete(c);
    if (!begun) past.set(c, was.scene === x.told[c] ? earlier : was);
    if (was.scene === x.told[c]) return;
    const timer = setTimeout(() => { retoldMarks.delete(c); sceneBox(c)?.querySelector(".told")?.remove(); }, 8000);
    retoldMarks.set(c, {was: begun ? null : was, earlier, timer});
  }

  function renderScene(c) {
    const chapter = data.chapters[c], scene = chapter.scenes[x.told[c]], box = sceneBox(c);
    const open = box.querySelector("details.why")?.open ?? false;
    const focused = box.contains(document.activeElement) && document.activeElement.matches("details.why > summary");
    const careful = scene.care.length && !shown.has(`${c}.${x.told[c]}`);
    const meta = make("p", {class: "meta"}, make("span", {class: "mood"}, x.words.moods[scene.mood]),
      make("span", {}, `${x.words.voice}: ${scene.voice[x.lang]}`));
    if (retoldMarks.has(c)) meta.append(make("span", {class: "told"}, x.words.retold));
    const article = make("article", {class: `scene ${scene.mood}`, "data-scene": `${chapter.name}.${scene.name}`},
      x.heading(4, {tabindex: -1}, scene.title[x.lang]), meta);
    if (careful) article.append(careElement(c, scene));
    else {
      const words = make("div", {class: "text"});
      words.innerHTML = scene.html[x.lang];
      fillFigures(words, chapter.year, x.run);
      article.append(words);
      for (const side of ["price", "crack"]) {
        if (scene[side][x.lang]) article.append(make("p", {class: "margin"}, make("strong", {}, `${x.words[side]}: `), scene[side][x.lang]));
      }
    }
    const why = make("details", {class: "why", open, ontoggle: openReasons}, make("summary", {}, x.words.why), make("div", {class: "reasons"}));
    article.append(why);
    box.replaceChildren(article, ...pastElement(c));
    if (focused) why.firstElementChild.focus({preventScroll: true});
  }

  // The scene told before the last change: it keeps its figures, and does not hold any more.
  function pastElement(c) {
    if (!past.get(c)) return [];
    const chapter = data.chapters[c], {scene: s, run} = past.get(c), scene = chapter.scenes[s], w = x.words;
    const words = make("div", {class: "past-text"});
    if (scene.care.length && !shown.has(`${c}.${s}`)) words.textContent = careWords(scene);
    else { words.innerHTML = scene.html[x.lang]; fillFigures(words, chapter.year, run); }
    return [make("details", {class: "past", "aria-label": w.past(scene.title[x.lang])}, make("summary", {}, w.past(scene.title[x.lang])), make("p", {class: "soft"}, w.pastHelp), words)];
  }

  const careWords = (scene) => `${x.words.care} ${scene.care.map((tag) => own(x.words.cares, tag) ?? tag).join(", ")}.`;

  function careElement(c, scene) {
    const key = `${c}.${x.told[c]}`;
    if (skipped.has(key)) return make("p", {class: "margin"}, x.words.careSkipped);
    const again = (set) => () => { set.add(key); renderScene(c); sceneBox(c).querySelector("[tabindex]").focus(); };
    return make("div", {class: "margin"}, make("p", {}, careWords(scene)),
      make("p", {class: "group"}, press(x.words.careShow, again(shown)), press(x.words.careSkip, again(skipped))));
  }

  function fillFigures(element, year, run) {
    for (const figure of element.querySelectorAll("[data-figure]")) {
      const [place, other, digits, sign] = figure.dataset.figure.split(",").map(Number);
      figure.textContent = formatNumber(teller.valueIn(run, place, other || year), x.lang, digits, sign === 1);
    }
  }

  // Reasons are worked out when somebody asks.
  function openReasons() {
    const open = [...$("chapters").querySelectorAll("details.why[open]")];
    if (open.length && moves === null) moves = teller.nearestMoves(x.run.setting);
    data.chapters.forEach((chapter, c) => {
      const details = sceneBox(c).querySelector("details.why");
      if (!details?.open) return;
      const terms = teller.termsOf(x.run, chapter, x.told[c]).map((t) => teller.termWords(x.run, t, chapter.year, x.lang));
      const move = moves[c];
      const sentence = move === null ? x.words.noNearest : changeWords(move, chapter.scenes[move.scene].title[x.lang]);
      details.querySelector(".reasons").replaceChildren(make("p", {}, x.words.because),
        make("ul", {}, ...terms.map(([condition, value]) => make("li", {}, `${condition} (${value})`))), make("p", {class: "nearest"}, sentence));
    });
  }

  function changeWords(move, title) {
    if (move.lever === undefined) {
      const decision = data.decisions[move.decision], option = (place) => decision.options[place].label[x.lang];
      return x.words.nearestAnswer(decision.label[x.lang], option(move.after), option(move.before), title);
    }
    const lever = data.reads[move.lever];
    return x.words.nearest(lever.label[x.lang], quantity(lever, move.after, x.lang), quantity(lever, move.before, x.lang), title);
  }

  // --- notes: one a chapter, with the code of the run it was written to -------------------------

  function noteElement(chapter) {
    const id = `${x.prefix}note-${chapter.name}`, note = x.play.notes[chapter.name];
    const field = make("textarea", {id, rows: 3, maxlength: LONGEST_NOTE, oninput: () => {
      x.play.notes[chapter.name] = {text: field.value, code: x.code(), changed: new Date().toISOString()};
      sayOrigin(chapter.name);
      x.keepNow();
    }});
    field.value = note?.text ?? "";
    const box = make("details", {class: "note", "data-chapter": chapter.name, open: Boolean(note?.text)},
      make("summary", {}, x.words.note), make("label", {for: id, class: "soft"}, x.words.noteLabel(chapterTitle(chapter, x.lang))), field,
      make("p", {class: "soft origin"}));
    queueMicrotask(() => sayOrigin(chapter.name));
    return box;
  }

  function sayOrigin(name) {
    const note = x.play.notes[name], line = x.root.querySelector(`.note[data-chapter="${name}"] .origin`);
    if (!line) return;
    const elsewhere = note?.text && note.code && note.code !== x.code();
    line.replaceChildren(...(elsewhere ? [x.words.noteFrom(note.code), " ", press(x.words.noteGo, () => x.openCode(note.code))] : []));
  }

  // Notes that came from elsewhere; the field somebody is writing in is left alone.
  function fillNotes() {
    for (const box of x.root.querySelectorAll(".note")) {
      const field = box.querySelector("textarea"), words = x.play.notes[box.dataset.chapter]?.text ?? "";
      if (field === document.activeElement || field.value === words) continue;
      field.value = words;
      box.open = box.open || words !== "";
    }
    syncNotes();
  }

  const syncNotes = () => data.chapters.forEach((chapter) => sayOrigin(chapter.name));

  function focusScene(c) {
    sceneBox(c).querySelector("[tabindex]").focus();
    sceneBox(c).scrollIntoView({block: "start"});
  }

  return {render, update, begin() { fresh = true; }, syncDecisions, syncNotes, fillNotes, renderScene, focusScene};
}

function chapterTitle(chapter, lang) {
  return chapter.ending ? chapter.title[lang] : `${chapter.year} · ${chapter.title[lang]}`;
}
