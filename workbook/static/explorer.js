// One explorer: its state, and the order in which a change reaches everything that shows it.

function createExplorer(root, {DATA: data, PROGRAM: program, CONDITIONS: conditions}, options) {
  const {prefix, kind, shift} = options;
  furnish(root, prefix);
  // A page has landmarks; inside another document an explorer is one, and its parts are groups.
  if (kind === "page") root.querySelector(".stage").setAttribute("role", "main");
  else for (const part of root.querySelectorAll("section, .tabs")) part.setAttribute("role", "group");
  shiftHeadings(root, shift);
  const $ = (id) => document.getElementById(prefix + id);
  const model = createModel(data, program), teller = createTeller(data, model, conditions);
  const shelf = createShelf([data.id, ...(options.name ? [options.name] : []), ...(data.contested ? [data.mark] : [])].join("/"));
  const begin = options.code ? decodeRun(data, options.code).setting ?? settingOfWorld(data, 0) : settingOfWorld(data, 0);
  // Browsers share what is kept among all files of a device: of each file's language its own reader decided.
  const habit = `language-${data.id}-${options.lang}`;
  let later = null, pending = false, futures = null, keeping = 0, storing = true, noted = null;

  // What all views share. `setting` is where the levers stand, `run` what is shown; a guess may lie between.
  const x = {
    data, program, model, teller, root, prefix, kind, shift, shelf, $,
    body: root.querySelector(".explorer"), lang: options.lang, least: options.least, lastYear: data.time.end - 1,
    play: createPlay(data), run: null, told: null, bands: null, baseline: model.run(settingOfWorld(data, 0)),
    shown: new Set(data.levers.map((_, i) => i).filter((i) => !options.levers.length || options.levers.includes(data.levers[i].name))),
    get setting() { return x.play.setting; },
    get words() { return WORDS[x.lang]; },
    read: (k) => data.reads[model.L + k],
    heading: (level, attributes, ...children) => headingOf(shift, level, attributes, ...children),
    code: () => encodeRun(data, x.run.setting),
    later: () => (later ??= unpacked(data.later)),
    holding: (setting, wishes) => (futures ? futures.holding(setting, wishes) : null),
    change, go, reveal, hold, bring, openCode, openPlay, keepSoon, keepNow, addressed, notice, dialog, closeDialog, showTab, forget,
  };
  x.guide = guidePlan(data, begin, Math.min(...x.shown));

  // --- a change, and what follows from it --------------------------------------------------------

  function change(next) {
    x.play.past.push(x.setting);
    if (x.play.past.length > 500) x.play.past.shift();
    x.play.future.length = 0;
    go(next);
  }

  function go(next) {
    x.play.setting = next;
    if (pending) return;
    pending = true;
    requestAnimationFrame(() => { pending = false; update(); });
  }

  function update() {
    x.levers.sync();
    syncHistory();
    if (x.guess.holds(x.setting)) { x.narrative.syncDecisions(); x.guided.waits(); keepSoon(); }
    else reveal();
  }

  function reveal() {
    let next;
    try { next = model.run(x.setting); } catch (error) { notice(x.words.diverged, true); return; }
    const before = x.told;
    x.run = next;
    x.told = teller.scenesOf(next);
    if (futures) x.bands = futures(x.run.setting);
    x.numbers.restart();
    x.profile.render();
    x.narrative.update(before);
    x.numbers.update();
    x.profile.say();
    x.sharing.renderCode();
    x.guess.renderResult();
    x.narrative.syncNotes();
    x.guided.heard();
    // That nothing is kept here stays said as long as it is true.
    if ($("notice").textContent) notice(storing ? "" : x.words.notKept, !storing);
    keepSoon();
  }

  // Objections came or went: the past, the baseline and the futures follow.
  function hold() {
    const objections = x.contest.active();
    model.hold(objections.length ? contested(data, objections) : data.constants);
    x.baseline = model.run(settingOfWorld(data, 0));
    x.profile.anew();
    x.bands = null;
    if (!futures) return;
    futures = null;
    delete root.dataset.bands;
    setTimeout(() => { dream(); x.numbers.update(); });
  }

  // A whole setting from elsewhere is shown at once: nobody has to guess about what they brought.
  function bring(setting) {
    x.guess.waive();
    change(setting);
    renderWorld(setting.world);
  }

  function openCode(written) {
    const {setting, fault} = decodeRun(data, written);
    if (fault) { $("code-fault").textContent = x.words.faults[fault]; return false; }
    $("code-fault").textContent = "";
    bring(setting);
    return true;
  }

  function beginWorld(world) {
    x.guess.waive();
    x.narrative.begin();
    change(settingOfWorld(data, world));
    renderWorld(world);
    x.guess.begin();
  }

  function step(from, to) {
    if (!from.length) return;
    x.guess.waive();
    to.push(x.setting);
    const next = from.pop();
    go(next);
    renderWorld(next.world);
  }

  function syncHistory() {
    const focused = document.activeElement;
    $("undo").disabled = !x.play.past.length;
    $("redo").disabled = !x.play.future.length;
    // A button that goes dead hands the focus to its neighbour.
    if (focused === $("undo") && focused.disabled) $("redo").focus();
    else if (focused === $("redo") && focused.disabled) $("undo").focus();
  }

  // --- keeping -----------------------------------------------------------------------------------

  // What a person writes or puts aside is kept at once; of a lever that is dragged, only now and then.
  function keepSoon() {
    if (!keeping) keeping = setTimeout(keepNow, 400);
  }

  // Notes that another window wrote meanwhile are taken in before ours are written. With a play stands the code
  // that its address showed then: an address that still shows it is older than the play.
  function keepNow() {
    clearTimeout(keeping);
    keeping = 0;
    const other = playFromText(data, shelf.read() ?? "");
    if (other.play) x.play.notes = mergeNotes(x.play.notes, other.play.notes);
    noted = kind === "page" ? x.sharing.linkedCode() : "";
    const kept = shelf.write(JSON.stringify({...playToPlain(data, x.play, x.lang, new Date().toISOString()), address: noted}));
    if (!kept && storing) notice(x.words.notKept, true);
    storing = kept;
  }

  // The address has followed: what was kept with the old one is kept with the new one.
  function addressed(code) { if (noted !== null && noted !== code) keepNow(); }

  function openPlay({play, lang}) {
    play.notes = mergeNotes(play.notes, x.play.notes);
    play.past = [...x.play.past, x.setting];
    x.play = play;
    x.guess.waive();
    x.contest.settle();
    for (const each of play.kept) each.run = x.contest.runOf(each);
    x.run = model.run(play.setting);
    x.told = teller.scenesOf(x.run);
    if (futures) x.bands = futures(play.setting);
    speak(lang ?? x.lang);
    keepSoon();
  }

  function forget() {
    clearTimeout(keeping);
    keeping = 0;
    shelf.forget();
    noted = null;
    x.play = {...createPlay(data), setting: begin};
    x.contest.settle();
    x.guess.begin();
    x.run = model.run(begin);
    x.told = teller.scenesOf(x.run);
    if (futures) x.bands = futures(begin);
    speak(x.lang);
    clearTimeout(keeping);
    keeping = 0;
    notice(x.words.forgotten);
  }

  // --- the surface -------------------------------------------------------------------------------

  function renderWorld(world) {
    $("world").replaceChildren(...data.worlds.map((each, k) => make("option", {value: k, selected: k === world}, each.label[x.lang])));
    $("world").value = String(world);
    $("world-summary").textContent = data.worlds[world].summary[x.lang];
  }

  function speak(lang) {
    x.lang = lang;
    root.lang = lang === "de-einfach" ? "de" : lang;
    if (kind === "page") {
      document.documentElement.lang = root.lang;
      document.title = [document.querySelector(".seminar")?.dataset.title, title()].filter(Boolean).join(" · ");
    }
    $("title").textContent = title();
    for (const element of root.querySelectorAll("[data-word]")) element.textContent = x.words[element.dataset.word];
    for (const element of root.querySelectorAll("[data-label]")) element.setAttribute("aria-label", x.words[element.dataset.label]);
    $("languages").replaceChildren(...data.languages.map((l) => press(LANGUAGE_SIGNS[l], () => {
      speak(l);
      shelf.habit(habit, l);
      keepSoon();
      $("languages").querySelector('[aria-pressed="true"]').focus();
    }, {lang: l.slice(0, 2), "data-lang": l, title: LANGUAGE_NAMES[l], "aria-pressed": String(l === lang)})));
    renderWorld(x.setting.world);
    x.levers.render();
    syncHistory();
    x.profile.render();
    x.narrative.render();
    x.narrative.syncDecisions();
    x.numbers.restart();
    x.numbers.render();
    x.profile.say();
    x.sharing.renderCode();
    x.foot.render();
    x.contest.render();
    x.guess.about(x.guide.indicator);
    x.guess.renderResult();
    x.guided.retell();
    notice("");
  }

  const title = () => (data.contested ? `${data.title[x.lang]} · ${data.contested.name}` : data.title[x.lang]);

  function showTab(name) {
    x.body.dataset.tab = name;
    for (const button of root.querySelectorAll(".tabs button")) button.setAttribute("aria-pressed", String(button.dataset.tab === name));
    if (kind === "page" && matchMedia("(max-width: 999px)").matches) window.scrollTo(0, 0);
    x.numbers?.fit();
  }

  function notice(words, fault = false) {
    $("notice").textContent = words;
    $("notice").classList.toggle("fault", fault);
  }

  let opener = null;
  function dialog(title, ...content) {
    $("dialog-title").textContent = title;
    $("dialog-body").replaceChildren(...content);
    if (!$("dialog").open) { opener = document.activeElement; $("dialog").showModal(); }
    $("dialog-title").focus();
  }
  function closeDialog() { $("dialog").close(); }

  // --- wiring ------------------------------------------------------------------------------------

  x.levers = leversView(x);
  x.profile = profileView(x);
  x.narrative = narrativeView(x);
  x.numbers = numbersView(x);
  x.sharing = sharingView(x);
  x.contest = contestView(x);
  x.comparing = comparingView(x);
  x.branches = branchesView(x);
  x.causes = causesView(x);
  x.room = lecturerView(x);
  x.wishing = wishingView(x);
  x.foot = footView(x);
  x.paper = paperView(x);
  x.guess = guessView(x);
  x.guided = guideView(x);
  Object.assign(x, {saveAsFile: x.sharing.saveAsFile, link: x.sharing.link, startGuide: x.guided.start});

  const on = (id, event, act) => $(id).addEventListener(event, act);
  on("world", "change", (e) => beginWorld(Number(e.target.value)));
  on("undo", "click", () => step(x.play.past, x.play.future));
  on("redo", "click", () => step(x.play.future, x.play.past));
  on("reset", "click", () => beginWorld(x.setting.world));
  on("keep", "click", x.comparing.keep);
  on("compare", "click", x.comparing.compare);
  on("share", "click", x.sharing.share);
  on("menu", "click", x.foot.menu);
  on("contest-switch", "click", x.contest.toggle);
  on("contest-view", "click", x.contest.open);
  on("copy", "click", x.sharing.copyCode);
  on("dialog-close", "click", closeDialog);
  // Told a moment after the closing: by then it may be open again.
  on("dialog", "close", () => { if ($("dialog").open) return; $("dialog-body").replaceChildren(); opener?.focus(); });
  on("file", "change", (e) => x.sharing.openFile(e.target.files[0]));
  on("code-form", "submit", (e) => { e.preventDefault(); if (openCode($("code-in").value)) { $("code-in").value = ""; x.contest.aside(); } });
  for (const button of root.querySelectorAll(".tabs button")) button.addEventListener("click", () => showTab(button.dataset.tab));
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => x.numbers.redraw());
  addEventListener("beforeprint", x.paper.fill);
  // A page that reloads may be read from before the old one is hidden; a phone may end one that is hidden.
  const keepAtOnce = () => { if (keeping) keepNow(); };
  for (const last of ["beforeunload", "pagehide", "visibilitychange"]) addEventListener(last, keepAtOnce, {capture: true});
  shelf.watch((written) => {
    const other = playFromText(data, written);
    if (!other.play) return;
    x.play.notes = mergeNotes(x.play.notes, other.play.notes);
    x.narrative.fillNotes();
    // Two windows may have written before they heard of each other: what is missing there is written once more.
    if (Object.entries(x.play.notes).some(([name, note]) => note.text && note.text !== own(other.play.notes[name], "text"))) keepSoon();
  });

  // --- the first moment --------------------------------------------------------------------------

  const linked = kind === "page" ? x.sharing.linkedCode() : "", before = playFromText(data, shelf.read() ?? "");
  const opened = linked && linked !== before.address ? decodeRun(data, linked) : null;
  if (before.play) x.play = before.play;
  else x.play.setting = begin;
  if (opened?.setting) {
    if (before.play && !sameSetting(before.play.setting, opened.setting)) x.play.past.push(before.play.setting);
    x.play.setting = opened.setting;
    x.contest.aside();
  }
  x.contest.settle();
  try { x.run = model.run(x.setting); } catch (error) { x.play.setting = begin; x.run = model.run(begin); }
  x.told = teller.scenesOf(x.run);
  x.comparing.refresh();
  if (!sameSetting(x.setting, settingOfWorld(data, x.setting.world))) x.guess.waive();
  showTab("story");
  speak([shelf.habit(habit), options.lang, ...data.languages].find((lang) => data.languages.includes(lang)));
  if (opened?.fault) { $("code-fault").textContent = x.words.faults[opened.fault]; notice(x.words.faults[opened.fault], true); }
  else if (before.play && !opened?.setting && !sameSetting(x.setting, begin)) notice(x.words.welcomeBack);
  if (kind === "page") {
    addEventListener("hashchange", () => { const code = x.sharing.linkedCode(); if (code && code !== x.code()) { if (openCode(code)) x.contest.aside(); else notice($("code-fault").textContent, true); } });
    if (!before.play && !opened?.setting) x.guided.offer();
  }
  root.dataset.alive = "yes";

  // The 500 futures come a moment later: the page is already alive.
  function dream() {
    futures = createFutures(data, program, model, FUTURES);
    x.bands = futures(x.run.setting);
    x.numbers.redraw();
    root.dataset.bands = "yes";
    x.contest.learn();
  }

  return {get run() { return x.run; }, get bands() { return x.bands; }, get told() { return x.told; }, get play() { return x.play; },
    futures: (setting) => futures(setting), dream, model, teller, fit: () => x.numbers.fit(), print: x.paper.fill, bring};
}

// What the first three minutes are about: as the scenario says, or the first lever shown and the first number.
function guidePlan(data, begin, first) {
  const given = data.guide;
  const lever = given ? given.lever : first, values = data.levers[lever].values;
  const ends = [...data.worlds.slice(1, 2).map((world) => world.levers[lever]), values[values.length - 1], values[0]];
  const to = given ? given.to : ends.find((value) => value !== begin.levers[lever]);
  return {you: given?.you ?? {}, question: given?.question ?? {}, lever, to, indicator: given ? given.indicator : 0};
}
