// Runs of the printed program over typed arrays. No DOM: the same file runs in Node.js.
// A setting is {world, levers: [value], choices: [option]}, all by place.

function createModel(data, program) {
  const L = data.levers.length, K = data.bounds.length - 1, W = data.wanted.length;
  const Y = data.time.end - data.time.start, S = data.stocks;
  const perYear = data.time.stepsPerYear;
  const acting = (data.time.acting - data.time.start) * perYear;
  const end = Y * perYear + 1;
  const size = W * (Y + 1);
  let constants = data.constants, nominal = Float64Array.from(constants, (c) => c[1]);
  const decided = data.decisions.map((d) => (d.year - data.time.start) * perYear);
  const defaults = data.levers.map((l) => l.default);

  // Lever values for each segment: defaults, then the chosen ones, then what decisions change.
  function segments(setting, out, offset) {
    const now = defaults.slice();
    for (let k = 0; k < K; k++) {
      const begin = data.bounds[k];
      if (begin === acting) for (let i = 0; i < L; i++) now[i] = setting.levers[i];
      for (let d = 0; d < decided.length; d++) {
        if (decided[d] !== begin) continue;
        const option = data.decisions[d].options[setting.choices[d]];
        for (const [i, value] of option.set) now[i] = value;
        for (const [i, step] of option.change) {
          const values = data.levers[i].values;
          now[i] = Math.min(Math.max(now[i] + step, values[0]), values[values.length - 1]);
        }
      }
      for (let i = 0; i < L; i++) out[offset + k * L + i] = now[i];
    }
    return out;
  }

  // What lies before the first year in which levers act, for one or many rows of constants.
  function pastOf(runs, constants, stride) {
    const base = segments({levers: defaults, choices: data.decisions.map((d) => d.default)}, new Float64Array(K * L), 0);
    const stocks = new Float64Array(runs * S), years = new Float64Array(runs * size);
    program.begin(runs, base, 0, constants, stride, stocks);
    program.advance(runs, 0, acting, base, 0, constants, stride, stocks, years, null);
    return {stocks, years};
  }
  let past = pastOf(1, nominal, 0);

  // Other constants from here on. A run keeps those that it was made with.
  function hold(others) {
    constants = others;
    nominal = Float64Array.from(constants, (c) => c[1]);
    past = pastOf(1, nominal, 0);
  }

  function reader(years, run) {
    const offset = run * size;
    return {
      yearly: (k, year) => years[offset + k * (Y + 1) + (year - data.time.start)] / perYear,
    };
  }

  // Many settings with nominal constants; a yearly reader for each.
  function many(settings) {
    const n = settings.length;
    const levers = new Float64Array(n * K * L);
    const stocks = new Float64Array(n * S), years = new Float64Array(n * size);
    for (let r = 0; r < n; r++) {
      segments(settings[r], levers, r * K * L);
      stocks.set(past.stocks, r * S);
      years.set(past.years, r * size);
    }
    program.advance(n, acting, end, levers, K * L, nominal, 0, stocks, years, null);
    return settings.map((setting, r) => ({setting, constants: nominal, levers: levers.subarray(r * K * L, (r + 1) * K * L), ...reader(years, r)}));
  }

  function run(setting) {
    const told = many([setting])[0];
    for (let k = 0; k < W; k++) {
      for (let year = data.time.start; year < data.time.end; year++) {
        if (!Number.isFinite(told.yearly(k, year))) throw new RangeError(data.wanted[k] + " " + year);
      }
    }
    return told;
  }

  // Whether a run stays where the model says anything, as workbook/simulate.py judges it: numbers at every step,
  // and no stock below zero that must not be. Those stand at the head of a row.
  function isSound(setting) {
    const {width, held, dust} = data.rows, levers = segments(setting, new Float64Array(K * L), 0);
    const stocks = new Float64Array(S), rows = new Float64Array(end * width);
    program.begin(1, levers, 0, nominal, 0, stocks);
    program.advance(1, 0, end, levers, 0, nominal, 0, stocks, new Float64Array(size), rows);
    return rows.every((value, n) => Number.isFinite(value) && (n % width >= held || value >= -dust));
  }

  function leverIn(run, i, year) {
    const step = (year - data.time.start) * perYear;
    let k = 0;
    while (k + 1 < K && data.bounds[k + 1] <= step) k++;
    return run.levers[k * L + i];
  }

  return {segments, pastOf, many, run, hold, isSound, leverIn, K, L, S, W, Y, size, acting, end, perYear,
    get nominal() { return nominal; }, get constants() { return constants; }};
}

// --- uncertainty: the same draws as workbook/engine/sampling.py -------------------------------

// Primes whose multiples do not move together, see the Python side.
const PRIMES = [
  2, 3, 5, 7, 11, 13, 17, 19, 23, 29, 31, 37, 41, 47, 53, 59, 61, 67, 71, 79, 83, 89, 97, 103, 107, 131, 139,
  149, 157, 163, 173, 193, 197, 211, 223, 251, 293, 307, 311, 317, 463, 467, 479, 499, 521, 541, 557, 563,
  569, 571, 601, 617, 659, 829, 857, 941, 947, 967, 977, 1021, 1123, 1153, 1193, 1297, 1481, 1493, 1531, 1699,
  1723, 1823, 1871, 1913, 2447, 2939, 3041, 3061, 3169, 3541, 3671, 4363, 4397, 4513, 4637, 4733, 5009, 5209,
  5653, 5779, 5783, 5851, 5987, 6229, 6553, 7057, 7079, 7559, 8011, 8513, 8819, 9049, 9209, 9817, 9829, 10357,
  11287, 13441, 14387, 15061, 16267, 16931, 20063, 20201, 21587, 21599, 22013, 22037, 22859, 23003, 23549,
  25087, 25561, 27739, 28871, 29453, 29881, 30367, 30391, 31907,
];

function primes(count) {
  const found = PRIMES.slice(0, count);
  for (let n = PRIMES[PRIMES.length - 1] + 1; found.length < count; n++) {
    let d = 2;
    while (d * d <= n && n % d !== 0) d++;
    if (d * d > n) found.push(n);
  }
  return found;
}

function triangular(u, low, mode, high) {
  if (u * (high - low) < mode - low) return low + Math.sqrt(u * (high - low) * (mode - low));
  return high - Math.sqrt((1 - u) * (high - low) * (high - mode));
}

function drawConstants(constants, runs) {
  const uncertain = constants.filter(([low, , high]) => low < high).length;
  const roots = primes(uncertain).map(Math.sqrt);
  const table = new Float64Array(runs * constants.length);
  let used = 0;
  constants.forEach(([low, mode, high], j) => {
    const root = low < high ? roots[used++] : 0;
    for (let n = 0; n < runs; n++) {
      const u = (0.5 + (n + 1) * root) % 1;
      table[n * constants.length + j] = low < high ? triangular(u, low, mode, high) : mode;
    }
  });
  return table;
}

function quantile(ordered, share) {
  const place = share * (ordered.length - 1);
  const low = Math.floor(place), high = Math.min(low + 1, ordered.length - 1);
  return ordered[low] + (place - low) * (ordered[high] - ordered[low]);
}

// Bands of the first `count` wanted names; years before the levers act are sorted once.
function createFutures(data, program, model, runs) {
  const C = data.constants.length;
  const constants = drawConstants(model.constants, runs);
  const past = model.pastOf(runs, constants, C);
  const stocks = new Float64Array(past.stocks.length), years = new Float64Array(past.years.length);
  const column = new Float64Array(runs);
  const first = data.time.acting - data.time.start;
  const shares = [0.1, 0.5, 0.9];

  function bandOf(sums, k, y) {
    for (let r = 0; r < runs; r++) column[r] = sums[r * model.size + k * (model.Y + 1) + y] / model.perYear;
    const ordered = column.sort();
    return shares.map((share) => quantile(ordered, share));
  }
  const known = data.indicators.map((_, k) => Array.from({length: first}, (_, y) => bandOf(past.years, k, y)));

  function advance(setting) {
    const levers = model.segments(setting, new Float64Array(model.K * model.L), 0);
    stocks.set(past.stocks);
    years.set(past.years);
    program.advance(runs, model.acting, model.end, levers, 0, constants, C, stocks, years, null);
  }

  // The share of futures in which every wish {k, low, high} for the last year is met.
  function holding(setting, wishes) {
    advance(setting);
    let met = 0;
    for (let r = 0; r < runs; r++) {
      if (wishes.every(({k, low, high}) => {
        const value = years[r * model.size + k * (model.Y + 1) + model.Y - 1] / model.perYear;
        return low <= value && value <= high;
      })) met++;
    }
    return met / runs;
  }

  function bands(setting) {
    advance(setting);
    const now = data.time.now - data.time.start, last = model.Y - 1, perRun = model.Y + 1;
    return data.indicators.map((indicator, k) => {
      const rows = known[k].slice();
      for (let y = first; y < model.Y; y++) rows.push(bandOf(years, k, y));
      let better = 0;
      for (let r = 0; r < runs; r++) {
        const o = r * model.size + k * perRun;
        if (indicator.better * (years[o + last] - years[o + now]) > 0) better++;
      }
      return {low: rows.map((q) => q[0]), middle: rows.map((q) => q[1]), high: rows.map((q) => q[2]), better: better / runs};
    });
  }
  return Object.assign(bands, {holding});
}

// --- what made the difference: Shapley values, as in workbook/why.py ---------------------------

function moved(data, base, setting) {
  const players = [];
  base.levers.forEach((value, i) => { if (value !== setting.levers[i]) players.push({kind: "lever", place: i}); });
  base.choices.forEach((value, d) => { if (value !== setting.choices[d]) players.push({kind: "decision", place: d}); });
  return players;
}

function shapley(worth) {
  const count = Math.round(Math.log2(worth.length));
  const factorial = [1];
  for (let n = 1; n <= count; n++) factorial.push(factorial[n - 1] * n);
  const weight = Array.from({length: count}, (_, s) => (factorial[s] * factorial[count - s - 1]) / factorial[count]);
  const bits = new Uint8Array(worth.length);
  for (let mask = 1; mask < worth.length; mask++) bits[mask] = bits[mask >> 1] + (mask & 1);
  return Array.from({length: count}, (_, k) => {
    let total = 0;
    for (let mask = 0; mask < worth.length; mask++) {
      if (!(mask & (1 << k))) total += weight[bits[mask]] * (worth[mask | (1 << k)] - worth[mask]);
    }
    return total;
  });
}

// 2 to the 16 runs; more moves than that are refused rather than guessed.
const MOST_PLAYERS = 16;

// The last year's shares of every indicator. Subsets are run in slices, with what part is done
// between them, so that whoever asks may give way.
function* contributions(data, model, base, setting, slice = 512) {
  const players = moved(data, base, setting);
  const count = 2 ** players.length, last = data.time.end - 1;
  const worth = data.indicators.map(() => new Float64Array(count));
  for (let low = 0; low < count; low += slice) {
    const batch = [];
    for (let mask = low; mask < Math.min(low + slice, count); mask++) {
      const levers = base.levers.slice(), choices = base.choices.slice();
      players.forEach((player, k) => {
        if (!(mask & (1 << k))) return;
        if (player.kind === "lever") levers[player.place] = setting.levers[player.place];
        else choices[player.place] = setting.choices[player.place];
      });
      batch.push({levers, choices});
    }
    model.many(batch).forEach((run, r) => data.indicators.forEach((_, k) => { worth[k][low + r] = run.yearly(k, last); }));
    yield Math.min(low + slice, count) / count;
  }
  return {players, shares: worth.map((w) => shapley(w)), difference: worth.map((w) => w[count - 1] - w[0])};
}
