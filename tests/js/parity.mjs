// What the page computes, without a page. Arguments: a JSON file of definitions and cases, a file for the steps.
// Answers with JSON; the steps of all runs go to the second file as 64-bit floats, run after run.
import {openSync, readFileSync, writeSync} from "node:fs";

const [, , questions, steps] = process.argv;
const {definitions, cases, reasons, bands, shares, numbers, codes, langs} = JSON.parse(readFileSync(questions, "utf8"));
const names = `DATA, PROGRAM, FUTURES, createModel, createTeller, createFutures, contributions, encodeRun, decodeRun,
  formatNumber, CONDITIONS`;
const {DATA, PROGRAM, FUTURES, CONDITIONS, ...page} = new Function(`"use strict";\n${definitions}\nreturn {${names}};`)();
const model = page.createModel(DATA, PROGRAM);
const teller = page.createTeller(DATA, model, CONDITIONS);
const file = openSync(steps, "w");

// The whole run from its first moment, every name at every step.
function everyStep(setting) {
  const rows = model.end, width = cases.width;
  const levers = model.segments(setting, new Float64Array(model.K * model.L), 0);
  const stocks = new Float64Array(model.S), out = new Float64Array(rows * width);
  PROGRAM.begin(1, levers, 0, model.nominal, 0, stocks);
  PROGRAM.advance(1, 0, rows, levers, 0, model.nominal, 0, stocks, new Float64Array(model.size), out);
  writeSync(file, new Uint8Array(out.buffer));
}

function figures(run, chapter, scene, lang) {
  return [...scene.html[lang].matchAll(/data-figure="([^"]*)"/g)].map(([, spec]) => {
    const [place, year, digits, sign] = spec.split(",").map(Number);
    return page.formatNumber(teller.valueIn(run, place, year || chapter.year), lang, digits, sign === 1);
  });
}

function told(setting) {
  everyStep(setting);
  const run = model.run(setting);
  const years = Array.from({length: model.Y}, (_, y) => DATA.time.start + y);
  const scenes = teller.scenesOf(run);
  return {
    yearly: DATA.wanted.map((_, k) => years.map((year) => run.yearly(k, year))),
    levers: DATA.levers.map((_, i) => years.map((year) => teller.valueIn(run, i, year))),
    scenes: scenes.map((s, c) => DATA.chapters[c].scenes[s].name),
    words: langs.map((lang) => DATA.chapters.map((chapter, c) =>
      teller.termsOf(run, chapter, scenes[c]).map((term) => teller.termWords(run, term, chapter.year, lang)))),
    figures: langs.map((lang) => DATA.chapters.map((chapter, c) => figures(run, chapter, chapter.scenes[scenes[c]], lang))),
    code: page.encodeRun(DATA, setting),
  };
}

function changed(move) {
  if (move.lever !== undefined) return {lever: DATA.levers[move.lever].name, before: move.before, after: move.after};
  const {name, options} = DATA.decisions[move.decision];
  return {decision: name, before: options[move.before].name, after: options[move.after].name};
}

function shared(setting) {
  const base = {world: 0, levers: DATA.worlds[0].levers, choices: DATA.worlds[0].choices};
  const work = page.contributions(DATA, model, base, setting, 7);
  let step = work.next();
  while (!step.done) step = work.next();
  return step.value;
}

const futures = page.createFutures(DATA, PROGRAM, model, FUTURES);
process.stdout.write(JSON.stringify({
  wanted: DATA.wanted,
  runs: cases.settings.map(told),
  moves: reasons.map((setting) => teller.nearestMoves(setting).map((move, c) => move && {
    ...changed(move), scene: DATA.chapters[c].scenes[move.scene].name,
  })),
  bands: bands.map(futures),
  shares: shares.map(shared),
  numbers: numbers.map(([value, lang, digits, sign]) => page.formatNumber(value, lang, digits, sign)),
  codes: codes.map((code) => page.decodeRun(DATA, code)),
}));
