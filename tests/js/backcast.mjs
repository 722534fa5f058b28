// Searches of the page, without a page. Argument: a JSON file of definitions and questions {world, wishes, kept, paths};
// open ends of wishes are null. Answers with what was found and the milliseconds it took, median of `times` searches.
import {readFileSync} from "node:fs";

const {definitions, questions, times} = JSON.parse(readFileSync(process.argv[2], "utf8"));
const names = "DATA, PROGRAM, FUTURES, createModel, createFutures, createBackcast, encodeRun";
const {DATA, PROGRAM, FUTURES, ...page} = new Function(`"use strict";\n${definitions}\nreturn {${names}};`)();
const model = page.createModel(DATA, PROGRAM), futures = page.createFutures(DATA, PROGRAM, model, FUTURES);

function answer({world, wishes, kept, paths}) {
  const asked = wishes.map(({k, low, high}) => ({k, low: low ?? -Infinity, high: high ?? Infinity}));
  const spent = [];
  let search, found, holds;
  for (let n = 0; n < times; n++) {
    const begin = performance.now();
    search = page.createBackcast(DATA, model, world, asked, new Set(kept));
    const work = search.search(paths);
    let step = work.next();
    while (!step.done) step = work.next();
    found = step.value;
    holds = found.points.map((point) => futures.holding(search.settingOf(point), asked));
    spent.push(performance.now() - begin);
  }
  const lacking = search.missedBy(model.run(search.settingOf(found.nearest)));
  const codes = [...found.points, found.nearest].map((point) => page.encodeRun(DATA, search.settingOf(point)));
  return {...found, holds, lacking, codes, spent: spent.sort((a, b) => a - b)[Math.floor(times / 2)]};
}

process.stdout.write(JSON.stringify(questions.map(answer)));
