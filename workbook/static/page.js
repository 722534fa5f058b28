// The page itself: levers, decisions, story and charts around one setting. No arithmetic here.

(function start() {
  const model = createModel(DATA, PROGRAM);
  const teller = createTeller(DATA, model, CONDITIONS);
  const charts = createCharts(DATA, WORDS);
  const L = model.L, lastYear = DATA.time.end - 1;
  const $ = (id) => document.getElementById(id);

  function make(tag, attributes = {}, ...children) {
    const element = document.createElement(tag);
    for (const [name, value] of Object.entries(attributes)) {
      if (name === "class") element.className = value;
      else if (name.startsWith("on")) element.addEventListener(name.slice(2), value);
      else if (value === true) element.setAttribute(name, "");
      else if (value !== false && value !== null) element.setAttribute(name, value);
    }
    element.append(...children);
    return element;
  }

  // --- the setting ---------------------------------------------------------------------------

  const settingOf = (world) => ({world, levers: DATA.worlds[world].levers.slice(), choices: DATA.worlds[world].choices.slice()});
  const baselineRun = model.run(settingOf(0));
  let lang = document.documentElement.lang;
  let setting = settingOf(0), run = baselineRun, bands = null, futures = null;
  let told = teller.scenesOf(run), moves = null, shares = null;
  const past = [], future = [];
  const skipped = new Set(), shown = new Set();
  let lastLever = -1, pending = false, job = 0;
  const w = () => WORDS[lang];
  const read = (k) => DATA.reads[L + k];

  function change(next) {
    past.push(setting);
    future.length = 0;
    go(next);
  }
  function go(next) {
    setting = next;
    if (!pending) {
      pending = true;
      requestAnimationFrame(() => { pending = false; update(); });
    }
  }

  function update() {
    let next;
    try { next = model.run(setting); } catch (error) { $("live").textContent = w().diverged; return; }
    run = next;
    moves = shares = null;
    job++;
    const before = told;
    told = teller.scenesOf(run);
    if (futures) bands = futures(setting);
    syncLevers();
    renderProfile();
    syncDecisions();
    before.forEach((scene, c) => { if (scene !== told[c]) { markRetold(c, scene); renderScene(c); } else retellFigures(c); });
    moveCharts();
    sayChange();
    renderCode();
    openReasons();
  }

  // --- levers -------------------------------------------------------------------------------

  const controls = [];
  function renderLevers() {
    const open = new Set([...document.querySelectorAll("#lever-groups details[open]")].map((d) => d.dataset.lever));
    const box = $("lever-groups");
    box.replaceChildren();
    controls.length = 0;
    const groups = new Map();
    DATA.levers.forEach((lever, i) => {
      const name = lever.group[lang];
      if (!groups.has(name)) {
        groups.set(name, make("fieldset", {class: "lever-group"}, make("legend", {}, name)));
        box.append(groups.get(name));
      }
      groups.get(name).append(leverElement(lever, i, open.has(lever.name)));
    });
    syncLevers();
  }

  function leverElement(lever, i, open) {
    const label = DATA.reads[i].label[lang], unit = DATA.reads[i].unit[lang];
    const [low, high] = [lever.values[0], lever.values[lever.values.length - 1]];
    const step = lever.values[1] - lever.values[0];
    const range = hold(make("input", {type: "range", id: `lever-${lever.name}`, min: 0, max: lever.values.length - 1, step: 1,
      oninput: (e) => moveLever(i, lever.values[Number(e.target.value)])}));
    const field = make("input", {type: "number", min: low, max: high, step: Number(step.toFixed(6)), "aria-label": `${label} (${unit})`,
      onchange: (e) => moveLever(i, nearestValue(lever, Number(e.target.value)))});
    const by = (way) => () => moveLever(i, lever.values[Math.min(Math.max(lever.values.indexOf(setting.levers[i]) + way, 0), lever.values.length - 1)]);
    const reset = make("button", {type: "button", class: "reset-one", "aria-label": `${label}: ${w().resetOne}`,
      onclick: () => { moveLever(i, DATA.worlds[setting.world].levers[i]); range.focus(); }}, w().resetOne);
    const element = make("div", {class: "lever"},
      make("div", {class: "head"}, make("label", {for: `lever-${lever.name}`}, label), reset),
      make("div", {class: "row"},
        make("button", {type: "button", "aria-label": `${label}: ${w().minus}`, onclick: by(-1)}, "\u2212"), range,
        make("button", {type: "button", "aria-label": `${label}: ${w().plus}`, onclick: by(1)}, "+"), field),
      make("div", {class: "unit"}, unit),
      make("details", {"data-lever": lever.name, open}, make("summary", {}, w().help), make("p", {}, lever.help[lang])));
    controls.push({range, field, reset, element});
    return element;
  }

  // Dragging a slider is one step for going back, however many values it passes.
  let dragged = -1, dragging = false;
  function hold(range) {
    range.addEventListener("pointerdown", () => { dragging = true; dragged = -1; });
    for (const end of ["pointerup", "change", "pointercancel"]) range.addEventListener(end, () => { dragging = false; dragged = -1; });
    return range;
  }

  const nearestValue = (lever, value) => lever.values.reduce((a, b) => (Math.abs(b - value) < Math.abs(a - value) ? b : a));

  function moveLever(i, value) {
    lastLever = i;
    if (value !== setting.levers[i]) {
      const levers = setting.levers.slice();
      levers[i] = value;
      if (dragging && dragged === i) go({...setting, levers});
      else change({...setting, levers});
      if (dragging) dragged = i;
    } else syncLevers();
  }

  function syncLevers() {
    DATA.levers.forEach((lever, i) => {
      const value = setting.levers[i], {range, field, reset, element} = controls[i];
      const moved = value !== DATA.worlds[setting.world].levers[i];
      range.value = lever.values.indexOf(value);
      range.setAttribute("aria-valuetext", quantity(DATA.reads[i], value, lang) + (moved ? `, ${w().changed}` : ""));
      if (document.activeElement !== field || Number(field.value) !== value) field.value = value;
      reset.hidden = !moved;
      element.classList.toggle("moved", moved);
    });
    $("undo").disabled = !past.length;
    $("redo").disabled = !future.length;
    renderPinned();
  }

  // On a phone the lever used last stays in reach.
  function renderPinned() {
    const box = $("pinned");
    box.hidden = lastLever < 0;
    if (lastLever < 0) return;
    const lever = DATA.levers[lastLever], at = lever.values.indexOf(setting.levers[lastLever]);
    const label = DATA.reads[lastLever].label[lang];
    const by = (way) => () => moveLever(lastLever, lever.values[Math.min(Math.max(at + way, 0), lever.values.length - 1)]);
    const focused = [...box.querySelectorAll("button")].indexOf(document.activeElement);
    box.replaceChildren(make("span", {}, label),
      make("button", {type: "button", "aria-label": `${label}: ${w().minus}`, onclick: by(-1)}, "\u2212"),
      make("output", {}, formatNumber(setting.levers[lastLever], lang, DATA.reads[lastLever].digits, false)),
      make("button", {type: "button", "aria-label": `${label}: ${w().plus}`, onclick: by(1)}, "+"));
    if (focused >= 0) box.querySelectorAll("button")[focused].focus();
  }

  // --- profile and the one sentence ------------------------------------------------------------

  const placed = (k, value) => {
    const {utopia, dystopia} = DATA.indicators[k];
    return Math.min(Math.max((value - dystopia) / (utopia - dystopia), 0), 1);
  };

  // The profile has room for the number only; the unit stands with the chart.
  const short = (k, value) => {
    const number = formatNumber(value, lang, digitsOf(read(k), value), false);
    return read(k).unit[lang].startsWith("%") ? number + "\u00a0%" : number;
  };

  // Rows stay and only their parts move, so that a dot can glide to its new place.
  const profile = [];
  let profileLanguage = "";
  function buildProfile() {
    profileLanguage = lang;
    profile.length = 0;
    DATA.indicators.forEach((_, k) => {
      const value = make("span", {class: "value"}), dot = make("span", {class: "dot"}), tick = make("span", {class: "tick"});
      const row = make("li", {}, make("span", {class: "name"}, make("span", {}, read(k).label[lang]), value),
        make("span", {class: "bar", "aria-hidden": "true"}, tick, dot));
      put(tick, placed(k, baselineRun.yearly(k, lastYear)));
      profile.push({row, value, dot});
    });
    $("profile-rows").replaceChildren(...profile.map(({row}) => row));
  }
  function put(sign, place) {
    sign.style.left = `${100 * place}%`;
    sign.style.setProperty("--up", `${34 - 34 * place}px`);
  }
  function renderProfile() {
    if (profileLanguage !== lang) buildProfile();
    profile.forEach(({row, value, dot}, k) => {
      const now = run.yearly(k, lastYear);
      value.textContent = short(k, now);
      row.title = `${read(k).label[lang]}: ${quantity(read(k), now, lang)}`;
      put(dot, placed(k, now));
    });
  }

  // What got better and what got worse most, seen from carry on.
  function sayChange() {
    const differences = DATA.indicators.map((_, k) => {
      const value = run.yearly(k, lastYear), base = baselineRun.yearly(k, lastYear);
      const [a, b] = [quantity(read(k), value, lang), quantity(read(k), base, lang)];
      return {k, size: placed(k, value) - placed(k, base), text: `${read(k).label[lang]} ${a} ${w().instead} ${b}`, same: a === b};
    }).filter((d) => !d.same);
    const best = differences.filter((d) => d.size > 0).sort((a, b) => b.size - a.size).slice(0, 2);
    const worst = differences.filter((d) => d.size < 0).sort((a, b) => a.size - b.size).slice(0, best.length > 1 ? 1 : 2);
    const parts = [...best, ...worst].sort((a, b) => Math.abs(b.size) - Math.abs(a.size)).map((d) => d.text);
    $("live").textContent = parts.length ? w().against(parts) : w().same(DATA.worlds[setting.world].label[lang]);
  }

  // --- story ---------------------------------------------------------------------------------

  function renderStory() {
    $("summary").textContent = DATA.summary[lang];
    $("chapters").replaceChildren(...DATA.chapters.map((chapter, c) => {
      const title = chapter.ending ? chapter.title[lang] : `${chapter.year} · ${chapter.title[lang]}`;
      return make("section", {class: "chapter", id: `chapter-${chapter.name}`, "aria-label": title},
        make("h3", {}, title), ...chapter.asked.map(decisionElement), make("div", {id: `scene-${c}`}));
    }));
    DATA.chapters.forEach((_, c) => renderScene(c));
  }

  function decisionElement(d) {
    const decision = DATA.decisions[d];
    const options = decision.options.map((option, o) => {
      const id = `option-${decision.name}-${option.name}`;
      return make("div", {class: "option"},
        make("input", {type: "radio", id, name: decision.name, checked: setting.choices[d] === o, "aria-describedby": `${id}-text`,
          onchange: () => decide(d, o)}),
        make("label", {for: id}, option.label[lang], make("span", {id: `${id}-text`}, option.text[lang])));
    });
    return make("fieldset", {class: "decision", "data-decision": d},
      make("legend", {}, `${decision.year} · ${w().decide}`), make("p", {}, decision.text[lang]),
      make("p", {}, make("strong", {}, decision.question[lang])), ...options);
  }

  function decide(d, o) {
    const choices = setting.choices.slice();
    choices[d] = o;
    change({...setting, choices});
  }

  function syncDecisions() {
    DATA.decisions.forEach((decision, d) => {
      const input = $(`option-${decision.name}-${decision.options[setting.choices[d]].name}`);
      if (input) input.checked = true;
    });
  }

  function retellFigures(c) {
    fillFigures($(`scene-${c}`), DATA.chapters[c].year);
  }

  // A scene stays marked for a while, also when the lever moves on and other scenes change.
  // One that is told as before again was, for the reader, never told anew.
  const marked = new Map();
  function markRetold(c, before) {
    const was = marked.has(c) ? marked.get(c).was : before;
    clearTimeout(marked.get(c)?.timer);
    marked.delete(c);
    if (was === told[c]) return;
    const timer = setTimeout(() => { marked.delete(c); $(`scene-${c}`).querySelector(".told")?.remove(); }, 8000);
    marked.set(c, {was, timer});
  }

  function renderScene(c) {
    const chapter = DATA.chapters[c], scene = chapter.scenes[told[c]], box = $(`scene-${c}`);
    const open = box.querySelector("details.why")?.open ?? false;
    const focused = box.querySelector("details.why > summary") === document.activeElement;
    const careful = scene.care.length && !shown.has(`${c}.${told[c]}`);
    const meta = make("p", {class: "meta"}, make("span", {class: "mood"}, w().moods[scene.mood]),
      make("span", {}, `${w().voice}: ${scene.voice[lang]}`));
    if (marked.has(c)) meta.append(make("span", {class: "told"}, w().retold));
    const article = make("article", {class: `scene ${scene.mood}`, "data-scene": `${chapter.name}.${scene.name}`},
      make("h4", {}, scene.title[lang]), meta);
    if (careful) article.append(careElement(c, scene));
    else {
      const text = make("div", {class: "text"});
      text.innerHTML = scene.html[lang];
      fillFigures(text, chapter.year);
      article.append(text);
      for (const side of ["price", "crack"]) {
        if (scene[side][lang]) article.append(make("p", {class: "margin"}, make("strong", {}, `${w()[side]}: `), scene[side][lang]));
      }
    }
    const why = make("details", {class: "why", open, ontoggle: openReasons}, make("summary", {}, w().why), make("div", {class: "reasons"}));
    article.append(why);
    box.replaceChildren(article);
    if (focused) why.firstElementChild.focus({preventScroll: true});
  }

  function careElement(c, scene) {
    const key = `${c}.${told[c]}`;
    if (skipped.has(key)) return make("p", {class: "margin"}, w().careSkipped);
    const names = scene.care.map((tag) => w().cares[tag] ?? tag).join(", ");
    const again = (set) => () => { set.add(key); renderScene(c); $(`scene-${c}`).querySelector("summary").focus(); };
    return make("div", {class: "margin"}, make("p", {}, `${w().care} ${names}.`),
      make("p", {class: "group"}, make("button", {type: "button", onclick: again(shown)}, w().careShow),
        make("button", {type: "button", onclick: again(skipped)}, w().careSkip)));
  }

  function fillFigures(element, year) {
    for (const figure of element.querySelectorAll("[data-figure]")) {
      const [place, other, digits, sign] = figure.dataset.figure.split(",").map(Number);
      figure.textContent = formatNumber(teller.valueIn(run, place, other || year), lang, digits, sign === 1);
    }
  }

  // Reasons are worked out when somebody asks.
  function openReasons() {
    const open = [...document.querySelectorAll("details.why[open]")];
    if (open.length && moves === null) moves = teller.nearestMoves(setting);
    DATA.chapters.forEach((chapter, c) => {
      const details = $(`scene-${c}`).querySelector("details.why");
      if (!details?.open) return;
      const terms = teller.termsOf(run, chapter, told[c]).map((t) => teller.termWords(run, t, chapter.year, lang));
      const move = moves[c];
      const sentence = move === null ? w().noNearest : w().nearest(DATA.reads[move.lever].label[lang],
        quantity(DATA.reads[move.lever], move.after, lang), quantity(DATA.reads[move.lever], move.before, lang), chapter.scenes[move.scene].title[lang]);
      details.querySelector(".reasons").replaceChildren(make("p", {}, w().because),
        make("ul", {}, ...terms.map(([condition, value]) => make("li", {}, `${condition} (${value})`))), make("p", {class: "nearest"}, sentence));
    });
    openShares();
  }

  // --- numbers --------------------------------------------------------------------------------

  const chartState = (k) => ({
    you: charts.years.map((y) => run.yearly(k, y)), baseline: charts.years.map((y) => baselineRun.yearly(k, y)), band: bands ? bands[k] : null,
  });
  const inView = new Set(), stale = new Set();
  const watcher = new IntersectionObserver((entries) => {
    for (const entry of entries) {
      const k = Number(entry.target.dataset.chart);
      if (entry.isIntersecting) { inView.add(k); showChart(k); } else inView.delete(k);
    }
  }, {rootMargin: "40px"});

  function renderCharts() {
    watcher.disconnect();
    inView.clear();
    charts.forget();
    $("charts").replaceChildren(...DATA.indicators.map((indicator, k) => {
      const figure = make("section", {class: "chart", "data-chart": k, "aria-labelledby": `chart-${k}`},
        make("h3", {id: `chart-${k}`}, `${read(k).label[lang]} `, make("span", {class: "unit"}, read(k).unit[lang])),
        make("div", {class: "canvas", "aria-hidden": "true"}), make("p", {class: "summary quiet"}), make("p", {class: "better"}),
        make("div", {class: "more"}, make("details", {class: "contributions", "data-k": k, ontoggle: openShares}, make("summary", {}, w().whyNumber), make("div")),
        make("details", {class: "table", ontoggle: () => renderTable(k)}, make("summary", {}, w().table), make("div", {class: "scroll", tabindex: 0, role: "region", "aria-label": `${read(k).label[lang]}: ${w().table}`})),
        make("details", {}, make("summary", {}, w().help), make("p", {}, indicator.help[lang]))));
      return figure;
    }));
    for (const element of document.querySelectorAll("[data-chart]")) watcher.observe(element);
    DATA.indicators.forEach((_, k) => summarize(k));
  }

  const chartBox = (k) => document.querySelector(`[data-chart="${k}"]`);

  function showChart(k) {
    const canvas = chartBox(k).querySelector(".canvas");
    if (!charts.isDrawn(k)) charts.draw(k, canvas, chartState(k), lang);
    else {
      charts.fit(k);
      if (stale.has(k)) charts.move(k, chartState(k));
    }
    stale.delete(k);
  }

  function moveCharts() {
    DATA.indicators.forEach((_, k) => {
      stale.add(k);
      if (inView.has(k) && charts.isDrawn(k) && bands) showChart(k);
      summarize(k);
      if (chartBox(k).querySelector("details.table").open) renderTable(k);
    });
  }

  function summarize(k) {
    const q = (value) => quantity(read(k), value, lang);
    const label = read(k).label[lang];
    chartBox(k).querySelector(".summary").textContent =
      w().summary(label, q(run.yearly(k, lastYear)), q(run.yearly(k, DATA.time.now)), q(baselineRun.yearly(k, lastYear)));
    chartBox(k).querySelector(".better").textContent = bands ? w().better(Math.round(100 * bands[k].better)) : "";
  }

  function renderTable(k) {
    const box = chartBox(k).querySelector("details.table > div");
    if (!box.parentElement.open) { box.replaceChildren(); return; }
    const observed = new Map(DATA.indicators[k].observed.map(([year, value, source]) => [year, [value, source]]));
    const number = (value) => (value === undefined ? "" : formatNumber(value, lang, digitsOf(read(k), value), false));
    const head = [w().year, w().you, w().baseline, `${w().band}: ${w().lower}`, w().upper, w().observed, w().source];
    const state = chartState(k);
    const rows = charts.years.map((year, i) => {
      const [value, source] = observed.get(year) ?? [];
      const from = source ? DATA.sources[source] : null;
      return make("tr", {}, make("th", {scope: "row"}, String(year)), ...[number(state.you[i]), number(state.baseline[i]),
        number(bands?.[k].low[i]), number(bands?.[k].high[i]), number(value), from ? from.publisher : ""].map((t) => make("td", {}, t)));
    });
    box.replaceChildren(make("table", {}, make("thead", {}, make("tr", {}, ...head.map((t) => make("th", {scope: "col"}, t)))), make("tbody", {}, ...rows)));
  }

  // Shares are computed when the levers rest, and in slices, so that the page stays awake.
  let sharing = -1;
  function openShares() {
    const open = [...document.querySelectorAll("details.contributions[open]")];
    if (!open.length) return;
    if (shares !== null) { open.forEach(renderShares); return; }
    if (sharing === job) return;
    const say = (text) => document.querySelectorAll("details.contributions[open]").forEach((d) => { d.lastElementChild.textContent = text; });
    const count = moved(DATA, settingOf(0), setting).length;
    if (count > MOST_PLAYERS) { say(w().tooMany(count, MOST_PLAYERS)); return; }
    const mine = sharing = job, work = contributions(DATA, model, settingOf(0), setting);
    say(w().computing(0));
    setTimeout(function next() {
      if (mine !== job) return;
      const until = performance.now() + 40;
      let step;
      do { step = work.next(); } while (!step.done && performance.now() < until);
      if (!step.done) { say(w().computing(Math.floor(100 * step.value))); setTimeout(next); return; }
      shares = step.value;
      document.querySelectorAll("details.contributions[open]").forEach(renderShares);
    }, 100);
  }

  function renderShares(details) {
    const k = Number(details.dataset.k), {players, shares: parts} = shares;
    const rows = players.map((player, p) => ({player, amount: parts[k][p]})).sort((a, b) => Math.abs(b.amount) - Math.abs(a.amount));
    const most = rows.length ? Math.abs(rows[0].amount) : 0;
    const items = rows.map(({player, amount}) => {
      const label = player.kind === "lever" ? DATA.reads[player.place].label[lang]
        : `${DATA.decisions[player.place].label[lang]}: ${DATA.decisions[player.place].options[setting.choices[player.place]].label[lang]}`;
      const beam = make("span", {class: DATA.indicators[k].better * amount < 0 ? "beam worse" : "beam", "aria-hidden": "true"});
      beam.style.width = `${most ? (100 * Math.abs(amount)) / most : 0}%`;
      return make("li", {}, make("span", {}, label), make("span", {}, beam),
        make("span", {class: "amount"}, formatNumber(amount, lang, digitsOf(read(k), amount), true)));
    });
    details.lastElementChild.replaceChildren(items.length ? make("p", {}, w().rest) : make("p", {}, w().noDifference),
      make("ul", {class: "shares"}, ...items));
  }

  // --- code, language, world --------------------------------------------------------------------

  // The address follows when the levers rest: browsers refuse to change it many times a second.
  let addressing = 0;
  function renderCode() {
    const code = encodeRun(DATA, setting);
    if ($("code").textContent === code) return;
    $("code").textContent = code;
    $("copied").textContent = "";
    clearTimeout(addressing);
    addressing = setTimeout(() => {
      try { history.replaceState(null, "", `#${code}`); } catch (error) { /* some browsers forbid it for files */ }
    }, 200);
  }

  // A link may hold anything: a place in the page, as of the skip link, or what is no valid escape.
  function linkedCode() {
    const written = location.hash.slice(1);
    if ($(written)) return "";
    try { return decodeURIComponent(written); } catch (error) { return written; }
  }

  function openCode(text) {
    const {setting: found, fault} = decodeRun(DATA, text);
    if (fault) { $("code-fault").textContent = w().faults[fault]; return false; }
    $("code-fault").textContent = "";
    change(found);
    renderWorld(found.world);
    return true;
  }

  function renderWorld(world) {
    $("world").replaceChildren(...DATA.worlds.map((each, k) => make("option", {value: k, selected: k === world}, each.label[lang])));
    $("world").value = String(world);
    $("world-summary").textContent = DATA.worlds[world].summary[lang];
  }

  function speak(next) {
    lang = next;
    document.documentElement.lang = lang;
    document.title = DATA.title[lang];
    $("title").textContent = DATA.title[lang];
    for (const element of document.querySelectorAll("[data-word]")) element.textContent = w()[element.dataset.word];
    for (const element of document.querySelectorAll("[data-label]")) element.setAttribute("aria-label", w()[element.dataset.label]);
    $("languages").replaceChildren(...DATA.languages.map((l) => make("button", {type: "button", lang: l.slice(0, 2), "aria-pressed": String(l === lang),
      onclick: () => { speak(l); $("languages").querySelector('[aria-pressed="true"]').focus(); }}, LANGUAGE_NAMES[l])));
    $("stand").textContent = `${DATA.authors.join(", ")} · ${DATA.licence} · ${w().stand} ${DATA.stand}`;
    $("sources").replaceChildren(...Object.values(DATA.sources).map((s) => {
      const words = [s.title, s.publisher, s.published].filter(Boolean).join(", ");
      return make("li", {}, s.url.startsWith("https://") ? make("a", {href: s.url, class: "leaves", target: "_blank", rel: "noreferrer noopener"}, words) : words);
    }));
    renderWorld(setting.world);
    renderLevers();
    renderProfile();
    renderStory();
    renderCharts();
    sayChange();
    renderCode();
  }

  function showTab(name) {
    document.body.dataset.tab = name;
    for (const button of document.querySelectorAll(".tabs button")) button.setAttribute("aria-pressed", String(button.dataset.tab === name));
    window.scrollTo(0, 0);
  }

  function step(from, to) {
    if (!from.length) return;
    to.push(setting);
    const next = from.pop();
    go(next);
    renderWorld(next.world);
  }

  $("world").addEventListener("change", (e) => { change(settingOf(Number(e.target.value))); renderWorld(Number(e.target.value)); });
  $("undo").addEventListener("click", () => step(past, future));
  $("redo").addEventListener("click", () => step(future, past));
  $("reset").addEventListener("click", () => { change(settingOf(setting.world)); });
  $("copy").addEventListener("click", async () => {
    try { await navigator.clipboard.writeText($("code").textContent); $("copied").textContent = w().copied; } catch (error) { getSelection().selectAllChildren($("code")); }
  });
  $("code-form").addEventListener("submit", (e) => { e.preventDefault(); if (openCode($("code-in").value)) $("code-in").value = ""; });
  for (const button of document.querySelectorAll(".tabs button")) button.addEventListener("click", () => showTab(button.dataset.tab));
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => renderCharts());
  addEventListener("hashchange", () => { const linked = linkedCode(); if (linked && linked !== $("code").textContent) openCode(linked); });

  const linked = linkedCode();
  const opened = linked ? decodeRun(DATA, linked) : null;
  if (opened?.setting) {
    setting = opened.setting;
    run = model.run(setting);
    told = teller.scenesOf(run);
  }
  showTab(document.body.dataset.tab);
  speak(DATA.languages.includes(lang) ? lang : DATA.languages[0]);
  if (opened?.fault) $("code-fault").textContent = w().faults[opened.fault];
  document.documentElement.dataset.alive = "yes";
  const alive = performance.now();
  // The 500 futures come a moment later: the page is already alive.
  setTimeout(() => {
    futures = createFutures(DATA, PROGRAM, model, FUTURES);
    bands = futures(setting);
    charts.forget();
    inView.forEach(showChart);
    DATA.indicators.forEach((_, k) => summarize(k));
    document.documentElement.dataset.bands = "yes";
  });
  globalThis.workbookPage = {get run() { return run; }, get bands() { return bands; }, get told() { return told; }, futures: (setting) => futures(setting), alive, model, teller, update};
})();
