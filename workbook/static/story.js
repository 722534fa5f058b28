// Which scenes are told, and why; the nearest change that tells another.

function createTeller(data, model, conditions) {
  const L = model.L, W = model.W;

  // Reads a name of the table in a year: levers first, then recorded names, then constants.
  function valueIn(run, place, year) {
    if (place === -1) return year;
    if (place < L) return model.leverIn(run, place, year);
    if (place < L + W) return run.yearly(place - L, year);
    return run.constants[place - L - W];
  }

  function judge(run, when, year) {
    return conditions[when](
      (place) => valueIn(run, place, year),
      (place, other) => valueIn(run, place, other),
      (decision) => data.decisions[decision].options[run.setting.choices[decision]].name,
    );
  }

  function choose(run, chapter) {
    for (let s = 0; s < chapter.scenes.length; s++) {
      if (chapter.scenes[s].when === -1 || judge(run, chapter.scenes[s].when, chapter.year)) return s;
    }
    return chapter.scenes.length - 1;
  }

  const scenesOf = (run) => data.chapters.map((chapter) => choose(run, chapter));

  // The comparisons that chose a scene; for the one told when nothing else fits, those that kept others away.
  function termsOf(run, chapter, s) {
    const scene = chapter.scenes[s];
    const judged = (term) => ({term, holds: judge(run, term.when, chapter.year)});
    if (scene.when !== -1) return scene.terms.map(judged).filter((t) => t.holds);
    return chapter.scenes.flatMap((other) => (other.when === -1 ? [] : other.terms.slice(0, 3).map(judged).filter((t) => !t.holds)));
  }

  function termWords(run, {term, holds}, year, lang) {
    const condition = (holds ? term.holds : term.fails)[lang];
    if (term.asks.length) {
      const chosen = term.asks.map((d) => data.decisions[d].options[run.setting.choices[d]].label[lang]);
      return [condition, chosen.join(", ")];
    }
    const shown = term.reads.map((place) => quantity(data.reads[place], valueIn(run, place, year), lang));
    if (shown.length === 1) return [condition, shown[0]];
    return [condition, term.reads.map((place, i) => data.reads[place].label[lang] + " " + shown[i]).join("; ")];
  }

  // Every position of every lever is run, shortest move first (as a share of the lever's range);
  // where none does it, every other answer to every decision.
  function nearestMoves(setting) {
    const found = data.chapters.map(() => null);
    tryAll(setting, leverTrials(setting), found);
    if (found.includes(null)) tryAll(setting, choiceTrials(setting), found);
    return found;
  }

  function replaced(row, place, value) {
    const copy = row.slice();
    copy[place] = value;
    return copy;
  }

  function leverTrials(setting) {
    const trials = [];
    data.levers.forEach((lever, i) => {
      const range = lever.values[lever.values.length - 1] - lever.values[0];
      for (const value of lever.values) {
        if (value === setting.levers[i]) continue;
        trials.push({lever: i, before: setting.levers[i], after: value, share: Math.abs(value - setting.levers[i]) / range,
          setting: {levers: replaced(setting.levers, i, value), choices: setting.choices}});
      }
    });
    return trials.sort((a, b) => a.share - b.share);
  }

  function choiceTrials(setting) {
    return data.decisions.flatMap((decision, d) => decision.options.flatMap((_, option) => option === setting.choices[d] ? [] : [{
      decision: d, before: setting.choices[d], after: option,
      setting: {levers: setting.levers, choices: replaced(setting.choices, d, option)}}]));
  }

  // The first trial that tells another scene in a chapter that has none yet.
  function tryAll(setting, trials, found) {
    const runs = model.many([setting, ...trials.map((t) => t.setting)]);
    const here = scenesOf(runs[0]);
    for (let t = 0; t < trials.length && found.includes(null); t++) {
      data.chapters.forEach((chapter, c) => {
        if (found[c] !== null) return;
        const scene = choose(runs[t + 1], chapter);
        if (scene !== here[c]) found[c] = {...trials[t], scene};
      });
    }
  }

  return {valueIn, choose, scenesOf, termsOf, termWords, nearestMoves};
}
