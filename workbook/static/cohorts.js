// The memory of a seminar, as in workbook/room/memory.py: counts of whole rooms, never a single run. No page and no storage.

const COHORTS = "workbook-cohorts", COHORTS_VERSION = 1, COHORTS_LARGEST = 1000000, COHORT_NAME = /^[\p{L}\p{N}_][\p{L}\p{N}_ .:/()+&-]{0,59}$/u;

const endingScenes = (data) => data.chapters[data.chapters.length - 1].scenes;

// Lists keep the order of levers and answers, which tells versions of a scenario apart.
function cohortOf(data, {fingerprint, grids}, board, name, date) {
  const tally = (answers, counts) => answers.map((answer, k) => [answer.name, counts[k]]);
  return {
    name, date, mark: fingerprint, people: board.people,
    levers: data.levers.map((lever, i) => [lever.name, ...grids[i], board.spreads[i].counts, board.spreads[i].touched]),
    decisions: data.decisions.map((decision, d) => [decision.name, tally(decision.options, board.answers[d])]),
    endings: tally(endingScenes(data), board.endings),
  };
}

function cohortsText(data, cohorts) {
  const plain = cohorts.map(({levers, decisions, endings, ...about}) => ({
    ...about, levers: Object.fromEntries(levers.map(([name, low, step, counts, touched]) => [name, {low, step, counts, touched}])),
    decisions: Object.fromEntries(decisions.map(([name, counts]) => [name, Object.fromEntries(counts)])), endings: Object.fromEntries(endings),
  }));
  return `${JSON.stringify({format: COHORTS, version: COHORTS_VERSION, scenario: data.id, cohorts: plain}, null, 1)}\n`;
}

// {cohorts}, or {fault} with what its sentence wants; null when the text is no memory at all.
function cohortsIn(data, text, least) {
  let plain = null;
  try { plain = text.length > COHORTS_LARGEST ? null : JSON.parse(text); } catch (error) { /* no memory */ }
  if (own(plain, "format") !== COHORTS) return null;
  if (own(plain, "version") !== COHORTS_VERSION) return {fault: "memory-newer"};
  if (own(plain, "scenario") !== data.id) return {fault: "memory-scenario", found: clipped(own(plain, "scenario"), 60), scenario: data.id};
  if (!Array.isArray(own(plain, "cohorts"))) return {fault: "memory-form"};
  const cohorts = plain.cohorts.map(cohortFrom), entry = cohorts.indexOf(null) + 1, few = cohorts.find((cohort) => cohort && cohort.people < least);
  if (entry) return {fault: "memory-damaged", entry};
  return few ? {fault: "memory-few", name: few.name, found: few.people, least} : {cohorts};
}

// Every lever, every decision and the endings must count the same people.
function cohortFrom(plain) {
  const counted = (n) => Number.isInteger(n) && n >= 0 && n <= 1000000, pairs = (value) => (isObject(value) && !Array.isArray(value) ? Object.entries(value) : null);
  const {name, date, mark, people} = isObject(plain) ? plain : {}, levers = pairs(own(plain, "levers")), decisions = pairs(own(plain, "decisions")), endings = pairs(own(plain, "endings"));
  const adds = (counts) => counts.every(counted) && counts.reduce((sum, n) => sum + n, 0) === people, told = (counts) => counts !== null && adds(counts.map(([, n]) => n));
  const right = counted(people) && COHORT_NAME.test(name) && /^\d{4}-\d{2}-\d{2}$/.test(date) && /^[0-9a-f]{1,128}$/.test(mark) && levers && decisions && told(endings)
    && levers.every(([, each]) => Array.isArray(own(each, "counts")) && each.counts.length > 1 && adds(each.counts) && counted(each.touched) && each.touched <= people && [each.low, each.step].every(Number.isFinite))
    && decisions.every(([, counts]) => told(pairs(counts)));
  if (!right) return null;
  return {name, date, mark, people, levers: levers.map(([lever, {low, step, counts, touched}]) => [lever, low, step, counts, touched]), decisions: decisions.map(([decision, counts]) => [decision, pairs(counts)]), endings};
}

// Cohorts of the same name and version added up; the very same cohort counts once.
function mergedCohorts(cohorts) {
  const different = new Map(cohorts.map((cohort) => [JSON.stringify(cohort), cohort])), found = new Map();
  const sum = (mine, theirs) => mine.map(([name, n], k) => [name, n + theirs[k][1]]), answers = (counts) => counts.map(([answer]) => answer);
  for (const cohort of different.values()) {
    const shape = [cohort.levers.map(([name, low, step, counts]) => [name, low, step, counts.length]), cohort.decisions.map(([name, counts]) => [name, answers(counts)]), answers(cohort.endings)];
    const key = JSON.stringify([cohort.name, cohort.mark, shape]), other = found.get(key);
    found.set(key, other ? {
      ...other, date: other.date > cohort.date ? other.date : cohort.date, people: other.people + cohort.people,
      levers: other.levers.map(([name, low, step, counts, touched], i) => [name, low, step, counts.map((n, k) => n + cohort.levers[i][3][k]), touched + cohort.levers[i][4]]),
      decisions: other.decisions.map(([name, counts], d) => [name, sum(counts, cohort.decisions[d][1])]), endings: sum(other.endings, cohort.endings),
    } : cohort);
  }
  const rank = ({date, name}) => `${date} ${name}`;
  return [...found.values()].sort((a, b) => (rank(a) < rank(b) ? -1 : rank(a) > rank(b) ? 1 : 0));
}

// What of a cohort can still be compared: by place a spread, counts, or null where the scenario has changed.
function comparable(data, grids, {levers, decisions, endings}) {
  const same = (answers, counts) => counts.length === answers.length && answers.every(({name}, k) => counts[k][0] === name);
  const counted = (answers, counts) => (counts && same(answers, counts) ? counts.map(([, n]) => n) : null);
  return {
    spreads: data.levers.map((lever, i) => {
      const found = levers.find(([name, low, step, counts]) => name === lever.name && low === grids[i][0] && step === grids[i][1] && counts.length === lever.values.length);
      return found ? spreadOf(lever, found[3], found[4]) : null;
    }),
    answers: data.decisions.map(({name, options}) => counted(options, decisions.find(([decision]) => decision === name)?.[1])),
    endings: counted(endingScenes(data), endings),
  };
}
