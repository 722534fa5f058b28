// Planning backwards: wishes for the last year, and the ways there as cards. The search gives way between its steps.

function wishingView(x) {
  const {data, model} = x, RESERVE = 0.1;
  // Each wish as it stands in its row; what is kept; what was found last, and from where.
  const rows = data.indicators.map(({utopia}, k) => ({on: k === x.guide.indicator, value: utopia}));
  // What a seminar does not show, no way may move.
  const things = [...Array(model.L + data.decisions.length).keys()], offered = things.filter((k) => k >= model.L || x.shown.has(k));
  const kept = new Set(things.filter((k) => !offered.includes(k)));
  let told = null, reserve = false, found = null, job = 0;
  const say = (key, values = {}) => fill(told[x.lang][key] ?? told.de[key], values);
  const label = (k) => x.read(k).label[x.lang], worldName = (w) => data.worlds[w].label[x.lang];
  const number = (value) => formatNumber(value, x.lang, 0, false);
  const shown = (k, value, digits = x.read(k).digits) => quantity({...x.read(k), digits}, value, x.lang);

  async function open() {
    told = (await x.later()).wishes;
    if (!told) { x.dialog(x.words.backwards, make("p", {}, x.words.notHere)); return; }
    const id = `${x.prefix}wish-`, start = model.run(settingOfWorld(data, x.setting.world)), said = make("p", {role: "status"}), place = make("div", {class: "ways"});
    const go = make("button", {type: "submit", id: `${id}go`}, say("go"));
    const spare = make("input", {type: "checkbox", id: `${id}reserve`, checked: reserve, onchange: () => { reserve = spare.checked; }});
    const group = (key, ...inside) => make("fieldset", {}, make("legend", {}, say(key, {year: x.lastYear})), ...inside);
    const form = make("form", {class: "wishes", novalidate: true, onsubmit: (e) => { e.preventDefault(); seek(); }},
      group("wishes", ...rows.map((row, k) => wish(row, k, id, start))),
      make("details", {}, make("summary", {}, say("keep")), make("div", {class: "keeps"}, ...offered.map(keep))),
      make("label", {class: "check"}, spare, say("reserve")), make("p", {}, go));
    x.dialog(x.words.backwards, make("p", {}, say("about", {world: worldName(x.setting.world)})), form, said, place);
    if (found?.world === x.setting.world && found.constants === model.constants) show();

    function refuse(words, focus) {
      said.textContent = words;
      said.classList.add("fault");
      focus.focus();
    }

    function seek() {
      const world = x.setting.world, asked = [], mine = ++job;
      said.classList.remove("fault");
      place.replaceChildren();
      found = null;
      for (const [k, row] of rows.entries()) {
        const field = form.querySelector(`#${CSS.escape(`${id}value-${k}`)}`), wrong = row.on && !Number.isFinite(row.value);
        field.setAttribute("aria-invalid", String(wrong));
        if (wrong) { refuse(say("number", {label: label(k)}), field); return; }
        if (row.on) asked.push(data.indicators[k].better > 0 ? {k, low: row.value, high: Infinity} : {k, low: -Infinity, high: row.value});
      }
      if (!asked.length) { refuse(say("none"), form.querySelector("input")); return; }
      if (kept.size === things.length) { refuse(say("all-kept"), form.querySelector("summary")); return; }
      const margin = (k) => (reserve ? RESERVE * Math.abs(data.indicators[k].utopia - data.indicators[k].dystopia) : 0);
      const aims = asked.map(({k, low, high}) => ({k, low: low + margin(k), high: high - margin(k)}));
      const search = createBackcast(data, model, world, aims, new Set(kept)), work = search.search(3);
      said.textContent = say("searching");
      setTimeout(function next() {
        if (mine !== job || !place.isConnected) return;
        const until = performance.now() + 40;
        let step;
        do { step = work.next(); } while (!step.done && performance.now() < until);
        if (!step.done) { setTimeout(next); return; }
        found = {world, constants: model.constants, asked, aims, search, spare: reserve, ...step.value};
        show();
        said.focus({preventScroll: true});
        said.scrollIntoView();
      });
    }

    function show() {
      said.tabIndex = -1;
      said.textContent = [summary(), ...(reserved().length ? [say("reserved", {bounds: reserved().join("; ")})] : [])].join(" ");
      const {points, nearest} = found;
      place.replaceChildren(...(points.length ? points.map((point, n) => way(point, say("path", {number: n + 1})))
        : [way(nearest, say("nearest")), ...conflicts().map((words) => make("p", {}, words))]));
    }
  }

  // --- the wishes ----------------------------------------------------------------------------------

  function wish(row, k, id, start) {
    const {better, utopia, dystopia} = data.indicators[k], read = x.read(k), side = say(better > 0 ? "least" : "most");
    const low = Math.min(utopia, dystopia), high = Math.max(utopia, dystopia), name = `${label(k)}: ${side}`;
    const field = make("input", {type: "number", step: "any", id: `${id}value-${k}`, value: row.value, "aria-label": `${name} (${read.unit[x.lang]})`,
      oninput: () => { row.value = field.value === "" ? NaN : Number(field.value); if (Number.isFinite(row.value)) { range.value = row.value; spell(); } }});
    const range = make("input", {type: "range", min: low, max: high, step: (high - low) / 50, value: row.value, "aria-label": name,
      oninput: () => { row.value = Number(Number(range.value).toFixed(read.digits)); field.value = row.value; spell(); }});
    const spell = () => range.setAttribute("aria-valuetext", shown(k, row.value));
    const bound = make("span", {class: "bound", hidden: !row.on}, side, field, make("span", {class: "unit"}, read.unit[x.lang]), range);
    const box = make("input", {type: "checkbox", checked: row.on, "data-wish": data.indicators[k].name, onchange: () => { row.on = box.checked; bound.hidden = !row.on; }});
    spell();
    return make("div", {class: "wish"}, make("label", {class: "check"}, box, make("span", {}, `${label(k)} `, make("span", {class: "soft"}, say("as-it-is", {value: shown(k, start.yearly(k, x.lastYear))})))), bound);
  }

  function keep(k) {
    const own = k < model.L ? data.reads[k].label[x.lang] : data.decisions[k - model.L].label[x.lang];
    return make("label", {class: "check"}, make("input", {type: "checkbox", checked: kept.has(k), "data-keep": k, onchange: (e) => kept[e.target.checked ? "add" : "delete"](k)}), own);
  }

  // --- what was found, in the words of workbook/backcasting/telling.py --------------------------------

  function summary() {
    const {points, search, world, tried} = found, count = points.length;
    if (!count) return say("unreached", {tried: number(tried)});
    if (!search.movedIn(points[0]).length) return say("already", {world: worldName(world)});
    return say(count >= 3 ? "found" : count === 1 ? "found-one" : "found-few", {count, tried: number(tried)});
  }

  const reserved = () => (found.spare ? found.aims.map((aim) => say("bound", {label: label(aim.k), bound: bound(aim)})) : []);

  function way(point, title) {
    const setting = found.search.settingOf(point), run = model.run(setting), holds = x.holding(setting, found.asked);
    const reached = found.aims.map((aim, w) => outcome(aim, found.asked[w], run.yearly(aim.k, x.lastYear)));
    const missed = found.points.length === 0, id = `${x.prefix}way-${point.join("-")}`;
    return make("section", {class: "way-card", "aria-labelledby": id}, x.heading(3, {id}, title),
      make("p", {}, say("effort", {count: found.search.movedIn(point).length, all: offered.length})),
      make("ul", {}, ...moves(setting).map((words) => make("li", {}, words))),
      make("ul", {class: "soft"}, ...reached.map((words) => make("li", {}, words))),
      ...(holds === null ? [] : [make("p", {}, say(missed ? "holds-nearest" : "holds", {count: number(100 * holds)}))]),
      press(say("open"), () => { x.closeDialog(); x.bring(setting); }, {"aria-label": `${title}: ${say("open")}`}));
  }

  function moves(setting) {
    const before = data.worlds[found.world];
    const levers = data.levers.flatMap((_, i) => (setting.levers[i] === before.levers[i] ? [] : [say("move", {label: data.reads[i].label[x.lang],
      before: quantity(data.reads[i], before.levers[i], x.lang), after: quantity(data.reads[i], setting.levers[i], x.lang)})]));
    const option = (d, o) => data.decisions[d].options[o].label[x.lang];
    return [...levers, ...data.decisions.flatMap(({year, label: own}, d) => (setting.choices[d] === before.choices[d] ? []
      : [say("turn", {year, label: own[x.lang], before: option(d, before.choices[d]), after: option(d, setting.choices[d])})]))];
  }

  function outcome(aim, asked, value) {
    const {k, low, high} = aim, gap = value > high ? value - high : Math.min(value - low, 0);
    if (!gap) return say("met", {label: label(k), value: shown(k, value), bound: bound(asked)});
    let {digits} = x.read(k);
    const written = (v) => formatNumber(v, x.lang, digits, false);
    while (digits < 4 && written(value) === written(value - gap)) digits++;
    return say("missed", {label: label(k), value: shown(k, value, digits), bound: bound(aim), gap: gapWords(x, {...x.read(k), digits}, gap)});
  }

  // A bound with the digits that it was given, as far as they can be shown.
  function bound({k, low, high}) {
    const ends = [["at-least", low], ["at-most", high]].filter(([, end]) => Number.isFinite(end));
    return ends.map(([key, end]) => {
      let {digits} = x.read(k);
      while (digits < 4 && Math.abs(Number(end.toFixed(digits)) - end) >= 1e-9) digits++;
      return say(key, {value: shown(k, end, digits)});
    }).join(", ");
  }

  function conflicts() {
    const {aims, alone, without} = found, several = aims.length > 1;
    return aims.flatMap((aim, w) => [...(alone[w] > 0 ? [say(several ? "alone" : "alone-only", {label: label(aim.k), bound: bound(aim)})] : []),
      ...(several && without[w] ? [say("without", {label: label(aim.k)})] : [])]);
  }

  return {open};
}
