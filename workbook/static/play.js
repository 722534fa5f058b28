// What belongs to a person: the run shown, runs kept, notes, guesses. Plain data; no page, no storage.

const MOST_KEPT = 3, LONGEST_NOTE = 20000, LONGEST_NAME = 60, LARGEST_FILE = 2000000;
const LONGEST_REASON = 2000, LONGEST_PERSON = 200;
const FILE_FORMAT = "workbook-run", FILE_VERSION = 1;

const settingOfWorld = (data, world) => ({world, levers: data.worlds[world].levers.slice(), choices: data.worlds[world].choices.slice()});
const sameSetting = (a, b) => a.world === b.world && a.levers.every((v, i) => v === b.levers[i]) && a.choices.every((o, d) => o === b.choices[d]);

function createPlay(data) {
  return {setting: settingOfWorld(data, 0), past: [], future: [], kept: [], notes: {}, guesses: [], objections: []};
}

// --- contested constants: place, value, reason, person, and whether they are computed with -----------

// The constants as objections want them; a range grows as far as their values need, as in workbook/variant.py.
function contested(data, objections) {
  const constants = data.constants.slice();
  for (const {place, value} of objections) {
    const [low, , high] = constants[place];
    constants[place] = low === high ? [value, value, value] : [Math.min(low, value), value, Math.max(high, value)];
  }
  return constants;
}

// What a person says, on one line.
const spoken = (words, longest) => [...clipped(words, 2 * longest).replace(/[\u0000-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufffe\uffff\s]+/gu, " ").trim()].slice(0, longest).join("");

// As the file of a variant names them.
const objectionToPlain = (data, {place, value, reason, person}) => ({constant: data.constantNames[place], value, reason, ...(person ? {person} : {})});

// {found, lost}: of a constant the first objection counts, and one without a reason is none.
function objectionsFromPlain(data, plain) {
  const found = [], listed = Array.isArray(plain) ? plain.slice(0, data.constants.length) : [];
  for (const each of listed) {
    const place = data.constantNames.indexOf(own(each, "constant")), value = own(each, "value"), reason = spoken(own(each, "reason"), LONGEST_REASON);
    if (place < 0 || !Number.isFinite(value) || !reason || found.some((other) => other.place === place)) continue;
    found.push({place, value, reason, person: spoken(own(each, "person"), LONGEST_PERSON), on: own(each, "on") !== false});
  }
  return {found, lost: listed.length - found.length};
}

// What a person changed in the world they began in: places of levers and of decisions.
function changedIn(data, setting) {
  const world = data.worlds[setting.world];
  return {
    levers: setting.levers.flatMap((value, i) => (value === world.levers[i] ? [] : [i])),
    decisions: setting.choices.flatMap((option, d) => (option === world.choices[d] ? [] : [d])),
  };
}

// --- to a file and back ------------------------------------------------------------------------

function runToPlain(data, setting) {
  return {
    code: encodeRun(data, setting),
    world: data.worlds[setting.world].name,
    levers: Object.fromEntries(data.levers.map((lever, i) => [lever.name, setting.levers[i]])),
    choices: Object.fromEntries(data.decisions.map((d, k) => [d.name, d.options[setting.choices[k]].name])),
  };
}

function playToPlain(data, play, lang, now) {
  const told = (objections) => (objections.length ? {objections: objections.map((each) => ({...objectionToPlain(data, each), on: each.on}))} : {});
  return {
    format: FILE_FORMAT, version: FILE_VERSION, scenario: data.id, mark: data.mark, stand: data.stand, saved: now, language: lang,
    run: runToPlain(data, play.setting),
    kept: play.kept.map(({name, setting, objections = []}) => ({name, run: runToPlain(data, setting), ...told(objections)})),
    notes: play.notes,
    guesses: play.guesses,
    ...told(play.objections),
  };
}

const isObject = (value) => typeof value === "object" && value !== null && !Array.isArray(value);
const own = (value, name) => (isObject(value) && Object.prototype.hasOwnProperty.call(value, name) ? value[name] : undefined);
const clipped = (value, longest) => (typeof value === "string" ? value.slice(0, longest) : "");

// A run of another version of the scenario: what still fits is taken, the rest is counted.
function runFromPlain(data, plain) {
  const world = data.worlds.findIndex((each) => each.name === own(plain, "world"));
  if (!isObject(plain) || (world < 0 && !isObject(own(plain, "levers")))) return null;
  const setting = settingOfWorld(data, Math.max(world, 0));
  let lost = world < 0 ? 1 : 0;
  data.levers.forEach((lever, i) => {
    const value = own(own(plain, "levers"), lever.name);
    if (typeof value === "number" && lever.values.includes(value)) setting.levers[i] = value;
    else lost++;
  });
  data.decisions.forEach((decision, d) => {
    const option = decision.options.findIndex((each) => each.name === own(own(plain, "choices"), decision.name));
    if (option >= 0) setting.choices[d] = option;
    else lost++;
  });
  return {setting, lost};
}

// {play, lang, lost, address} or {fault: "not-json" | "not-a-run" | "newer" | "other-scenario" | "damaged"}.
function playFromText(data, written) {
  if (written.length > LARGEST_FILE) return {fault: "not-a-run"};
  let plain;
  try { plain = JSON.parse(written); } catch (error) { return {fault: "not-json"}; }
  if (own(plain, "format") !== FILE_FORMAT) return {fault: "not-a-run"};
  const version = own(plain, "version");
  if (!Number.isInteger(version) || version < 1) return {fault: "damaged"};
  if (version > FILE_VERSION) return {fault: "newer"};
  if (own(plain, "scenario") !== data.id) return {fault: "other-scenario"};
  const run = runFromPlain(data, own(plain, "run"));
  if (run === null) return {fault: "damaged"};
  const play = createPlay(data);
  let lost = run.lost;
  play.setting = run.setting;
  for (const each of Array.isArray(own(plain, "kept")) ? plain.kept.slice(0, MOST_KEPT) : []) {
    const found = runFromPlain(data, own(each, "run"));
    const {found: objections, lost: unfit} = objectionsFromPlain(data, own(each, "objections"));
    if (found) play.kept.push({name: clipped(own(each, "name"), LONGEST_NAME), setting: found.setting, ...(objections.length ? {objections} : {})});
    lost += found ? found.lost + unfit : 1;
  }
  const contest = objectionsFromPlain(data, own(plain, "objections"));
  play.objections = contest.found;
  lost += contest.lost;
  play.notes = notesFromPlain(own(plain, "notes"));
  for (const each of Array.isArray(own(plain, "guesses")) ? plain.guesses.slice(-100) : []) {
    const guess = {indicator: clipped(own(each, "indicator"), 80), guess: clipped(own(each, "guess"), 10), came: clipped(own(each, "came"), 10), code: clipped(own(each, "code"), 40)};
    if (data.indicators.some((i) => i.name === guess.indicator) && WAYS.includes(guess.guess) && WAYS.includes(guess.came)) play.guesses.push(guess);
  }
  const lang = own(plain, "language");
  return {play, lost, lang: data.languages.includes(lang) ? lang : null, address: clipped(own(plain, "address"), 40)};
}

// Notes of chapters that this version does not know are kept all the same: nobody's words are lost.
function notesFromPlain(plain) {
  const notes = {};
  for (const name of isObject(plain) ? Object.keys(plain).slice(0, 200) : []) {
    const words = clipped(own(plain[name], "text"), LONGEST_NOTE);
    if (words && /^[a-z]\w{0,60}$/.test(name)) notes[name] = {text: words, code: clipped(own(plain[name], "code"), 40), changed: clipped(own(plain[name], "changed"), 30)};
  }
  return notes;
}

// Two windows may write at once: of each chapter's notes the later one stays.
function mergeNotes(mine, theirs) {
  const merged = {...theirs};
  for (const [name, note] of Object.entries(mine)) {
    if (!(name in merged) || (merged[name].changed ?? "") <= (note.changed ?? "")) merged[name] = note;
  }
  return merged;
}

// --- guesses -----------------------------------------------------------------------------------

const WAYS = ["lower", "same", "higher"];

// Less than a twentieth of the way from dystopia to utopia counts as about the same.
function wayOf(indicator, value, base) {
  const part = (value - base) / Math.abs(indicator.utopia - indicator.dystopia);
  return part > 0.05 ? "higher" : part < -0.05 ? "lower" : "same";
}
