// The printed program against the hand-written one, in turns. Argument: a JSON file from engine.py.
import {readFileSync} from "node:fs";
import {prepare, run} from "./handmade/model.js";

const data = JSON.parse(readFileSync(process.argv[2], "utf8"));
const program = (0, eval)(data.program);
const RUNS = 500;

const levers = new Float64Array(Array(data.segments).fill(data.defaults).flat());
const constants = new Float64Array(data.constants);
const stocks = new Float64Array(RUNS * data.stocks);
const years = new Float64Array(RUNS * 12 * data.years);
const prepared = prepare(data.parameters);

function ours() {
  years.fill(0);
  program.begin(RUNS, levers, 0, constants, 0, stocks);
  program.advance(RUNS, 0, data.steps, levers, 0, constants, 0, stocks, years, null);
}
function hand() {
  for (let r = 0; r < RUNS; r++) run(prepared);
}
function ms(call) {
  const begin = performance.now();
  call();
  return performance.now() - begin;
}
function median(values) {
  return values.sort((a, b) => a - b)[values.length >> 1];
}
ours(); hand(); ours(); hand();
const times = Array.from({length: 15}, () => [ms(ours), ms(hand)]);
console.log(JSON.stringify({
  ours: 1000 * median(times.map((t) => t[0])) / RUNS,
  hand: 1000 * median(times.map((t) => t[1])) / RUNS,
  ratio: median(times.map((t) => t[0] / t[1])),
}));
