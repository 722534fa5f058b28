// Up to three runs kept aside, and a table of what differs.

function comparingView(x) {
  const {data, $} = x;

  function keep() {
    const {kept} = x.play;
    const objections = x.contest.active(), apart = (list) => JSON.stringify(list.map(({place, value}) => [place, value]).sort());
    if (kept.some((each) => sameSetting(each.setting, x.run.setting) && apart(each.objections ?? []) === apart(objections))) { x.notice(x.words.keptAlready); return; }
    if (kept.length >= MOST_KEPT) { x.notice(x.words.keptFull(MOST_KEPT)); compare(); return; }
    const {levers, decisions} = changedIn(data, x.run.setting);
    kept.push({name: x.words.keptName(keptMark(kept.length), data.worlds[x.run.setting.world].label[x.lang], levers.length + decisions.length) + mark(objections), setting: x.run.setting, run: x.run, ...(objections.length ? {objections} : {})});
    x.notice(x.words.keptNow(keptMark(kept.length - 1), kept.length, MOST_KEPT));
    changed();
  }

  function changed() {
    x.numbers.redraw();
    x.keepNow();
  }

  // Runs that came from a file have a setting only.
  function refresh() { for (const each of x.play.kept) each.run ??= x.contest.runOf(each); }

  const mark = (objections) => (objections.length ? `, ${x.words.objections(objections.length)}` : "");

  async function compare() {
    if (x.play.objections.length) await x.contest.learn();
    const {kept} = x.play, own = mark(x.contest.active());
    const columns = [{mark: "", name: x.words.baseline + own, run: x.baseline}, ...kept.map((each, n) => ({mark: keptMark(n), name: each.name, run: each.run})),
      {mark: "", name: x.words.you + own, run: x.run}];
    x.dialog(x.words.compare, kept.length ? make("ul", {class: "kept"}, ...kept.map(keptElement)) : make("p", {}, x.words.keptNone),
      make("div", {class: "scroll", tabindex: 0, role: "group", "aria-label": x.words.compare}, table(columns)));
  }

  function keptElement(each, n) {
    const name = make("input", {value: each.name, maxlength: LONGEST_NAME, "aria-label": x.words.keptRename(keptMark(n)),
      onchange: (e) => { each.name = e.target.value.trim().slice(0, LONGEST_NAME) || keptMark(n); changed(); compare(); }});
    return make("li", {}, make("strong", {}, keptMark(n)), make("span", {class: `dash dash-${n}`, "aria-hidden": "true"}), name,
      press(x.words.keptBack, () => { x.closeDialog(); x.contest.bringBack(each.objections); x.bring(each.setting); }, {"aria-label": `${each.name}: ${x.words.keptBack}`}),
      press(x.words.keptRemove, () => { x.play.kept.splice(n, 1); changed(); compare(); }, {"aria-label": `${each.name}: ${x.words.keptRemove}`}));
  }

  // Levers and decisions only where the runs differ; every indicator, with the difference to carry on.
  function table(columns) {
    const {words: w, lang} = x;
    const head = make("tr", {}, make("td", {}), ...columns.map(({mark, name}) => make("th", {scope: "col"}, mark && !name.startsWith(mark) ? `${mark} · ${name}` : name)));
    const group = (title, rows) => (rows.length ? [make("tr", {}, make("th", {scope: "colgroup", colspan: columns.length + 1, class: "group-head"}, title)), ...rows] : []);
    const row = (label, cells) => make("tr", {}, make("th", {scope: "row"}, label), ...cells.map((each) => make("td", {}, ...each)));
    const differ = (values) => values.some((v) => v !== values[0]);
    const levers = data.levers.map((_, i) => i).filter((i) => differ(columns.map((c) => c.run.setting.levers[i])))
      .map((i) => row(data.reads[i].label[lang], columns.map((c) => [quantity(data.reads[i], c.run.setting.levers[i], lang)])));
    const decisions = data.decisions.map((_, d) => d).filter((d) => differ(columns.map((c) => c.run.setting.choices[d])))
      .map((d) => row(data.decisions[d].label[lang], columns.map((c) => [data.decisions[d].options[c.run.setting.choices[d]].label[lang]])));
    const constants = data.constants.map((_, k) => k).filter((k) => differ(columns.map((c) => c.run.constants[k])))
      .map((k) => row(x.contest.label(k), columns.map((c) => [x.contest.exact(c.run.constants[k])])));
    const base = columns[0].run;
    const numbers = data.indicators.map((indicator, k) => row(`${x.read(k).label[lang]} (${x.read(k).unit[lang]})`, columns.map((c, n) => {
      const value = c.run.yearly(k, x.lastYear), gap = value - base.yearly(k, x.lastYear), digits = digitsOf(x.read(k), value);
      const written = formatNumber(gap, lang, digits, true);
      const verdict = !n || /^[0.,]*$/.test(written) ? "" : indicator.better * gap > 0 ? w.isBetter : w.isWorse;
      return [formatNumber(value, lang, digits, false), ...(verdict ? [make("span", {class: `gap ${indicator.better * gap > 0 ? "up" : "down"}`}, `${written} ${verdict}`)] : [])];
    })));
    const scenes = data.chapters.map((chapter, c) => row(chapterTitle(chapter, lang), columns.map((column) => [chapter.scenes[x.teller.choose(column.run, chapter)].title[lang]])));
    return make("table", {class: "compare"}, make("thead", {}, head),
      make("tbody", {}, ...group(w.mine, constants), ...group(w.levers, levers), ...group(w.decisions, decisions), ...group(`${w.numbers} ${x.lastYear}`, numbers), ...group(w.story, scenes)));
  }

  return {keep, compare, refresh};
}
