// The seminar's memory in the lecturer's view: this room is saved as counts, and rooms of earlier files stand beside it.

function seminarMemory(x, {word, table, cell, percent, middle, headed, section}) {
  const {data} = x;
  let cohorts = [], grids = [], fingerprint = "", group = "";

  // What a file holds is added; false when it is no memory, else a sentence, empty when all is well.
  function open(text, file, least) {
    const found = cohortsIn(data, text, least);
    if (!found) return false;
    if (found.fault) return word(found.fault, {...found, file});
    cohorts = mergedCohorts([...cohorts, ...found.cohorts]);
    return "";
  }
  const begin = (memory) => { ({grids, fingerprint} = memory); };

  // Below the board, and without one as soon as an earlier file is open.
  function view(board) {
    const beside = make("div", {}), said = make("p", {"aria-live": "polite"}), id = `${x.prefix}room-group`;
    const here = () => (board ? [cohortOf(data, {grids, fingerprint}, board, group.trim() || word("this-room"), today())] : []);
    const compare = () => beside.replaceChildren(...(cohorts.length ? side([...cohorts, ...here()]) : []));
    const name = make("input", {id, maxlength: 60, value: group, oninput: () => { group = name.value; said.textContent = ""; compare(); }});
    function save() {
      const wrong = !COHORT_NAME.test(group.trim());
      said.textContent = wrong ? word("memory-name", {found: group}) : "";
      if (wrong) name.focus();
      else saveFile(`${data.id}-cohorts.json`, cohortsText(data, mergedCohorts([...cohorts, ...here()])));
    }
    compare();
    return board ? [...section("memory"), make("p", {class: "group"}, make("label", {for: id}, word("memory-group")), name, press(word("memory-save"), save, {id: `${id}-save`})), said, beside] : [beside];
  }

  function side(all) {
    const each = all.map((cohort) => comparable(data, grids, cohort)), names = all.map(({name, people, date}) => word("cohort", {name, people, date}));
    const shares = (answers, label, counts) => answers.map((answer, k) => [answer[label][x.lang], ...counts.map((n, c) => (n ? cell(veiled(n)[k], all[c].people) : "–"))]);
    return [
      x.heading(3, {}, word("cohorts")), ...sentences(all, each).map((words) => make("p", {}, words)),
      table([word("middle-apart"), ...names], ["", data.levers.map((_, i) => [headed(data.reads[i]), ...each.map(({spreads}) => (spreads[i] ? `${middle(spreads[i].median, i)} (${percent(spreads[i].apart)}\u00a0%)` : "–"))])]),
      table([word("answers"), ...names], ...data.decisions.map((decision, d) => [`${decision.year} · ${decision.label[x.lang]}`, shares(decision.options, "label", each.map(({answers}) => answers[d]))])),
      table([word("ends"), ...names], ["", shares(endingScenes(data), "title", each.map(({endings}) => endings))]),
    ];
  }

  function sentences(all, each) {
    const people = Math.min(...all.map((cohort) => cohort.people)), lever = (i) => data.reads[i].label[x.lang], first = each[0].spreads, last = each[each.length - 1].spreads;
    const gaps = data.levers.map(({values}, i) => (first[i] && last[i] ? Math.abs(last[i].median - first[i].median) / (values[values.length - 1] - values[0]) : 0)), farthest = gaps.indexOf(Math.max(...gaps));
    const wanted = each.flatMap(({spreads, endings}, c) => {
      const apart = spreads.map((spread) => spread?.apart ?? 0), widest = Math.max(...apart);
      if (!endings || !widest) return [];
      return [word("wanted", {name: all[c].name, ending: endingScenes(data)[endings.indexOf(Math.max(...endings))].title[x.lang], lever: lever(apart.indexOf(widest))})];
    });
    const gone = all.flatMap(({levers}) => levers.map(([name]) => name)).filter((name) => !data.levers.some((known) => known.name === name));
    const changed = [...gone, ...data.levers.flatMap((_, i) => (each.every(({spreads}) => spreads[i]) ? [] : [lever(i)])),
      ...data.decisions.flatMap(({label}, d) => (each.every(({answers}) => answers[d]) ? [] : [label[x.lang]])), ...(each.every(({endings}) => endings) ? [] : [word("ends")])];
    return [word("cohorts-help"), ...(people < ROOM_LEAST ? [word("lowered", {least: people})] : []), ...wanted,
      ...(all.length < 2 ? [] : gaps[farthest] ? [word("shift", {lever: lever(farthest), first: all[0].name, last: all[all.length - 1].name, before: middle(first[farthest].median, farthest), after: middle(last[farthest].median, farthest)})] : [word("no-shift")]),
      ...(changed.length ? [word("changed", {names: [...new Set(changed)].join(", ")})] : [])];
  }

  return {begin, open, view};
}
