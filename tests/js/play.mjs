// What belongs to a person, to a file and back, without a page. Arguments: a JSON file of definitions and questions.
// Each question names a function of play.js and what it is given; the answers come back in order.
import {readFileSync} from "node:fs";

const {definitions, questions} = JSON.parse(readFileSync(process.argv[2], "utf8"));
const names = "DATA, createPlay, playToPlain, playFromText, mergeNotes, changedIn, wayOf, settingOfWorld, encodeRun";
const {DATA, ...play} = new Function(`"use strict";\n${definitions}\nreturn {${names}};`)();

// A play to its file and back: what comes out must be what went in.
function thereAndBack({setting, kept, notes, guesses}) {
  const mine = {...play.createPlay(DATA), setting, kept, notes, guesses};
  const plain = play.playToPlain(DATA, mine, "de", "2026-11-24T12:00:00.000Z");
  return {plain, found: play.playFromText(DATA, JSON.stringify(plain))};
}

const ASKED = {
  thereAndBack,
  read: (written) => play.playFromText(DATA, written),
  merge: ([mine, theirs]) => play.mergeNotes(mine, theirs),
  changed: (setting) => play.changedIn(DATA, setting),
  way: ([k, value, base]) => play.wayOf(DATA.indicators[k], value, base),
};
const answers = questions.map(([what, given]) => ASKED[what](given));
process.stdout.write(JSON.stringify({answers, polluted: Object.keys(Object.prototype).concat({}.polluted ?? [])}));
