// The numbers: a chart an indicator, in words, as a table, as shares and as 100 dots.

function numbersView(x) {
  const {data, $} = x;
  const charts = createCharts(x);
  const inView = new Set(), stale = new Set();
  // What a lever move writes to, looked up once for each language.
  let parts = [];
  const part = (k, selector) => parts[k].box.querySelector(selector);

  const yearly = (run, k) => charts.years.map((y) => run.yearly(k, y));
  const state = (k) => ({
    you: yearly(x.run, k), baseline: yearly(x.baseline, k), band: x.bands ? x.bands[k] : null,
    kept: x.play.kept.map((each) => ({name: each.name, values: yearly(each.run, k)})),
  });

  const watcher = new IntersectionObserver((entries) => {
    for (const entry of entries) {
      const k = Number(entry.target.dataset.chart);
      if (entry.isIntersecting) { inView.add(k); show(k); } else inView.delete(k);
    }
  }, {rootMargin: "40px"});

  function render() {
    watcher.disconnect();
    inView.clear();
    charts.discard();
    $("charts").replaceChildren(...data.indicators.map((indicator, k) => chartElement(indicator, k)));
    parts = [...$("charts").children].map((box) => ({box, canvas: box.querySelector(".canvas"), summary: box.querySelector(".summary"),
      better: box.querySelector(".better"), table: box.querySelector("details.table"), hundred: box.querySelector("details.hundred")}));
    for (const {box} of parts) watcher.observe(box);
    data.indicators.forEach((_, k) => say(k));
  }

  function chartElement(indicator, k) {
    const label = x.read(k).label[x.lang], id = `${x.prefix}chart-${k}`, w = x.words;
    const disclosure = (name, title, ...inside) => make("details", {class: name, "data-k": k, ontoggle: () => opened(name, k)}, make("summary", {}, title), ...inside);
    return make("section", {class: "chart", "data-chart": k, "aria-labelledby": id, role: x.kind === "page" ? null : "group"},
      x.heading(3, {id}, `${label} `, make("span", {class: "unit"}, x.read(k).unit[x.lang])),
      make("div", {class: "canvas", "aria-hidden": "true"}), make("p", {class: "summary quiet"}), make("p", {class: "better"}),
      make("div", {class: "more"},
        disclosure("contributions", w.whyNumber, make("div")),
        disclosure("table", w.table, make("div", {class: "scroll", tabindex: 0, role: "group", "aria-label": `${label}: ${w.table}`})),
        disclosure("hundred", w.hundred, make("div")),
        disclosure("about", w.help, make("p", {}, indicator.help[x.lang]))));
  }

  function opened(name, k) {
    if (name === "contributions") openShares();
    else if (name === "table") renderTable(k);
    else if (name === "hundred") renderHundred(k);
  }

  function show(k) {
    if (charts.isDrawn(k)) charts.fit(k);
    else { charts.draw(k, parts[k].canvas, state(k)); stale.delete(k); }
    if (stale.has(k)) follow(k);
  }

  function follow(k) {
    charts.move(k, state(k));
    stale.delete(k);
  }

  // Nothing here asks for a size: the browser would lay the page out anew in the middle of a lever move.
  function update() {
    data.indicators.forEach((_, k) => {
      stale.add(k);
      if (inView.has(k) && charts.isDrawn(k) && x.bands) follow(k);
      say(k);
      if (parts[k].table.open) renderTable(k);
      if (parts[k].hundred.open) renderHundred(k);
    });
    openShares();
  }

  // Other lines, other language or other light: all that is drawn is drawn anew, one that is seen at once.
  function redraw() {
    charts.forget();
    inView.forEach(show);
    data.indicators.forEach((_, k) => say(k));
  }

  function fit() { inView.forEach((k) => { if (charts.isDrawn(k)) charts.fit(k); else show(k); }); }

  const hundredth = (k) => Math.round(100 * x.bands[k].better);

  function say(k) {
    tell(parts[k].summary, summaryOf(x, k));
    tell(parts[k].better, x.bands ? x.words.better(hundredth(k)) : "");
  }

  // The same words written again would still be laid out again.
  function tell(element, words) {
    if (element.textContent !== words) element.textContent = words;
  }

  function renderTable(k) {
    const frame = part(k, "details.table > div");
    if (!frame.parentElement.open) { frame.replaceChildren(); return; }
    frame.replaceChildren(tableOf(x, k, charts.years, state(k)));
  }

  // --- in 63 of 100 futures: as many dots ------------------------------------------------------

  function renderHundred(k) {
    const frame = part(k, "details.hundred > div");
    if (!frame.parentElement.open || !x.bands) { frame.replaceChildren(); return; }
    const count = hundredth(k);
    const dots = Array.from({length: 100}, (_, n) => make("span", {class: n < count ? "dot full" : "dot"}));
    frame.replaceChildren(make("div", {class: "dots", role: "img", "aria-label": x.words.better(count)}, ...dots),
      make("p", {class: "soft"}, x.words.hundredHelp(FUTURES)));
  }

  // --- shares: computed when the levers rest, and in slices, so that the page stays awake --------

  let shares = null, job = 0, sharing = -1;
  const openFrames = () => [...$("charts").querySelectorAll("details.contributions[open]")];

  function restart() { shares = null; job++; }

  function openShares() {
    if (!openFrames().length) return;
    if (shares !== null) { openFrames().forEach(renderShares); return; }
    if (sharing === job) return;
    const tell = (words) => openFrames().forEach((d) => { d.lastElementChild.textContent = words; });
    const base = settingOfWorld(data, 0), setting = x.run.setting;
    const count = moved(data, base, setting).length;
    if (count > MOST_PLAYERS) { tell(x.words.tooMany(count, MOST_PLAYERS)); return; }
    const mine = sharing = job, work = contributions(data, x.model, base, setting);
    tell(x.words.computing(0));
    setTimeout(function next() {
      if (mine !== job) return;
      const until = performance.now() + 40;
      let step;
      do { step = work.next(); } while (!step.done && performance.now() < until);
      if (!step.done) { tell(x.words.computing(Math.floor(100 * step.value))); setTimeout(next); return; }
      shares = step.value;
      openFrames().forEach(renderShares);
    }, 20);
  }

  function renderShares(details) {
    const k = Number(details.dataset.k), {rows, still} = shareRows(x, shares, k);
    const most = rows.length ? Math.abs(rows[0].amount) : 0;
    const items = rows.map(({label, amount, words}) => {
      const beam = make("span", {class: data.indicators[k].better * amount < 0 ? "beam worse" : "beam", "aria-hidden": "true"});
      beam.style.width = `${most ? (100 * Math.abs(amount)) / most : 0}%`;
      return make("li", {}, make("span", {}, label), make("span", {}, beam), make("span", {class: "amount"}, words));
    });
    details.lastElementChild.replaceChildren(make("p", {}, items.length ? x.words.rest : x.words.noDifference),
      make("ul", {class: "shares"}, ...items), still.levers + still.decisions ? make("p", {class: "still"}, x.words.still(still.levers, still.decisions)) : "");
  }

  return {render, update, redraw, fit, restart, state, years: charts.years};
}

function summaryOf(x, k) {
  const q = (value) => quantity(x.read(k), value, x.lang), label = x.read(k).label[x.lang];
  return x.words.summary(label, q(x.run.yearly(k, x.lastYear)), q(x.run.yearly(k, x.data.time.now)), q(x.baseline.yearly(k, x.lastYear)));
}

// The same numbers as the chart, year by year, with the sources of what was observed.
function tableOf(x, k, years, state) {
  const observed = new Map(x.data.indicators[k].observed.map(([year, value, source]) => [year, [value, source]]));
  const number = (value) => (value === undefined ? "" : formatNumber(value, x.lang, digitsOf(x.read(k), value), false));
  const w = x.words;
  const head = [w.year, w.you, w.baseline, ...state.kept.map((each) => each.name), `${w.band}: ${w.lower}`, w.upper, w.observed, w.source];
  const rows = years.map((year, i) => {
    const [value, source] = observed.get(year) ?? [];
    const from = source ? x.data.sources[source] : null;
    const cells = [number(state.you[i]), number(state.baseline[i]), ...state.kept.map((each) => number(each.values[i])),
      number(state.band?.low[i]), number(state.band?.high[i]), number(value), from ? from.publisher : ""];
    return make("tr", {}, make("th", {scope: "row"}, String(year)), ...cells.map((words) => make("td", {}, words)));
  });
  return make("table", {}, make("thead", {}, make("tr", {}, ...head.map((words) => make("th", {scope: "col"}, words)))), make("tbody", {}, ...rows));
}

// What is seen in print, the largest first, and how many levers and decisions changed no digit of it.
function shareRows(x, {players, shares}, k) {
  const still = {levers: 0, decisions: 0}, rows = [];
  players.forEach((player, p) => {
    const amount = shares[k][p], decision = x.data.decisions[player.place], read = x.read(k);
    if (!/[1-9]/.test(formatNumber(amount, x.lang, digitsOf(read, amount), false))) { still[player.kind === "lever" ? "levers" : "decisions"]++; return; }
    const label = player.kind === "lever" ? x.data.reads[player.place].label[x.lang]
      : `${decision.label[x.lang]}: ${decision.options[x.run.setting.choices[player.place]].label[x.lang]}`;
    rows.push({label, amount, words: gapWords(x, read, amount)});
  });
  return {rows: rows.sort((a, b) => Math.abs(b.amount) - Math.abs(a.amount)), still};
}

// A difference between two shares of a hundred is one in points.
function gapWords(x, read, amount) {
  const written = formatNumber(amount, x.lang, digitsOf(read, amount), true), unit = ((written.slice(1) === "1" && read.one) || read.unit)[x.lang];
  return unit.startsWith("%") ? `${written}\u00a0${x.words.points}${unit.slice(1)}` : `${written} ${unit}`.trim();
}
