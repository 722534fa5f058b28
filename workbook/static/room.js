// Many runs become a room, as in workbook/room. No page and no storage: the same file runs in Node.js.

const ROOM_LEAST = 10, ROOM_FEWEST = 3, ROOM_MOST = 2000;

// All that should be a code, line by line: groups are joined, of a link counts what stands behind #.
function writtenIn(text, length) {
  const found = [], size = (words) => words.join("").replace(/[-\u2010\u2011\u2013\ufeff]/g, "").length;
  const bare = (word) => {
    let end = word.slice(word.lastIndexOf("#") + 1);
    try { end = decodeURIComponent(end); } catch (error) { /* no valid escape: as it stands */ }
    return end.replace(/^["'„“”»«<>()[\]{}.!?]+|["'„“”»«<>()[\]{}.!?]+$/g, "");
  };
  text.split(/\r\n|\r|\n/).forEach((row, n) => row.split(/[,;|\t]+/).forEach((part) => {
    let pending = [];
    const flush = () => { if (pending.length) found.push({typed: pending.join(" "), line: n + 1}); pending = []; };
    for (const word of part.replace(/^.*:\s+|^\s*(?:\d+[.)]|[-*•])\s+/, "").split(/\s+/).map(bare)) {
      if (size([word]) > 5 || size(pending) >= length) flush();
      if (size([word])) pending.push(word);
    }
    flush();
  }));
  return found;
}

// Codes in their order, so that nobody can tell who was read first.
function collectRuns(data, text, twice) {
  const counts = {}, faults = [];
  for (const {typed, line} of writtenIn(text, codeLength(data)).slice(0, ROOM_MOST)) {
    const {setting, fault} = decodeRun(data, typed);
    if (fault) { faults.push({line, fault}); continue; }
    const code = encodeRun(data, setting);
    counts[code] = (counts[code] ?? 0) + 1;
  }
  const all = Object.keys(counts).sort(), codes = twice ? all.flatMap((code) => Array(counts[code]).fill(code)) : all;
  return {codes, settings: codes.map((code) => decodeRun(data, code).setting), faults, repeated: all.filter((code) => counts[code] > 1)};
}

// A saved run, a list of them, a list of codes, or text; null when it holds no run.
function codesOfFile(text) {
  if (!/^\s*[{[]/.test(text)) return text;
  try {
    const codes = [JSON.parse(text)].flat().map((each) => each.run?.code ?? each);
    return codes.every((code) => typeof code === "string") ? codes.join("\n") : null;
  } catch (error) { return null; }
}

// One or two people are never told exactly, and then nor is the most frequent answer.
function veiled(counts) {
  const few = (n) => n > 0 && n < 3, cells = counts.map((n) => (few(n) ? "few" : n));
  if (counts.some(few)) cells[counts.indexOf(Math.max(...counts))] = "rest";
  return cells;
}

function partOf(count, people) {
  const [yes, no] = veiled([count, people - count]);
  return yes === "few" ? yes : no === "few" ? "most" : count;
}

function spreadOf({values}, counts, touched) {
  const people = counts.reduce((a, b) => a + b, 0), ranked = (rank) => values[counts.findIndex((n) => (rank -= n) < 0)];
  let below = 0, gaps = 0, sum = 0;
  counts.forEach((n, k) => { sum += n * values[k]; below += n; gaps += below * (people - below); });
  return {counts, touched, low: ranked(0), high: ranked(people - 1), median: (ranked((people - 1) >> 1) + ranked(people >> 1)) / 2,
    mean: sum / people, apart: gaps / ((people * (people - 1)) / 2) / (values.length - 1)};
}

function boardOf(data, model, teller, settings) {
  const people = settings.length, last = data.time.end - 1, ending = data.chapters[data.chapters.length - 1];
  const count = (size, places) => { const found = Array(size).fill(0); for (const k of places) found[k]++; return found; };
  const places = data.levers.map(({values}, i) => settings.map((s) => values.indexOf(s.levers[i])));
  const spreads = data.levers.map((lever, i) => spreadOf(lever, count(lever.values.length, places[i]), settings.filter((s) => s.levers[i] !== data.worlds[s.world].levers[i]).length));
  const answers = data.decisions.map((decision, d) => count(decision.options.length, settings.map((s) => s.choices[d])));
  const far = spreads.map(({counts}) => counts.map((_, k) => counts.reduce((sum, n, other) => sum + n * Math.abs(k - other), 0)));
  let nearest = 0, shortest = Infinity;
  settings.forEach((setting, n) => {
    let total = 0;
    far.forEach((steps, i) => { total += steps[places[i][n]] / (steps.length - 1); });
    answers.forEach((counts, d) => { total += people - counts[setting.choices[d]]; });
    if (total < shortest) [nearest, shortest] = [n, total];
  });
  const runs = model.many(settings);
  const bands = data.indicators.map(({utopia, better}, k) => {
    const rows = Array.from({length: model.Y}, (_, y) => {
      const ordered = Float64Array.from(runs, (run) => run.yearly(k, data.time.start + y)).sort();
      return [0.1, 0.5, 0.9].map((share) => quantile(ordered, share));
    });
    return {rows, reached: runs.filter((run) => better * run.yearly(k, last) >= better * utopia).length};
  });
  const endings = count(ending.scenes.length, runs.map((run) => teller.choose(run, ending)));
  return {people, spreads, answers, endings, bands, nearest, order: spreads.map((_, i) => i).sort((a, b) => spreads[b].apart - spreads[a].apart)};
}
