// From a world to settings that meet all wishes for the last year: the same way, step by step, as workbook/backcasting.
// No DOM: the same file runs in Node.js. A wish is {k, low, high}; a point has a slider position for each lever and
// then an option for each decision. Losses only lead the search; coarsely compared, so that rounding decides nothing.

const BACKCAST = {sample: 1200, starts: 12, rounds: 8, together: 8, round: 6, levers: 2, steps: 2, slice: 200};

function createBackcast(data, model, world, wishes, kept) {
  const L = data.levers.length, last = data.time.end - 1;
  const sizes = [...data.levers.map((lever) => lever.values.length), ...data.decisions.map((d) => d.options.length)];
  const all = [...sizes.keys()], free = all.filter((k) => !kept.has(k));
  const scale = wishes.map(({k}) => Math.abs(data.indicators[k].utopia - data.indicators[k].dystopia));
  const pointOf = ({levers, choices}) => [...levers.map((value, i) => data.levers[i].values.indexOf(value)), ...choices];
  const settingOf = (point) => ({world, levers: data.levers.map((lever, i) => lever.values[point[i]]), choices: point.slice(L)});
  const base = pointOf(data.worlds[world]);
  const nearest = wishes.map(() => Infinity), without = wishes.map(() => false);
  let tried = 0;

  // --- trying ------------------------------------------------------------------------------------

  const missedBy = (run) => wishes.map(({k, low, high}) => {
    const value = run.yearly(k, last);
    return Number.isFinite(value) ? Math.max(low - value, value - high, 0) : Infinity;
  });

  function losses(points, among = [...wishes.keys()]) {
    const found = [];
    for (let from = 0; from < points.length; from += BACKCAST.slice) {
      for (const run of model.many(points.slice(from, from + BACKCAST.slice).map(settingOf))) {
        let missed = missedBy(run);
        if (missed.includes(Infinity)) missed = missed.map(() => Infinity);
        missed.forEach((miss, w) => {
          nearest[w] = Math.min(nearest[w], miss);
          if (missed.every((other, v) => v === w || other === 0)) without[w] = true;
        });
        found.push(among.reduce((sum, w) => sum + missed[w] / scale[w], 0));
      }
    }
    tried += points.length;
    return found;
  }

  const coarse = (loss) => Math.floor(loss * 1e9 + 0.5);
  const best = (list) => list.reduce((a, b) => (coarse(b.loss) < coarse(a.loss) ? b : a));
  const byLoss = (a, b) => coarse(a) - coarse(b) || 0;

  // --- points ------------------------------------------------------------------------------------

  const at = (point, k, position) => point.map((here, j) => (j === k ? position : here));
  const unique = (points) => [...new Map(points.map((point) => [point.join(), point])).values()];
  const movedIn = (point) => all.filter((k) => point[k] !== base[k]);
  const stepsOf = (point) => point.slice(0, L).reduce((sum, position, k) => sum + Math.abs(position - base[k]), 0);
  const byEffort = (a, b) => movedIn(a).length - movedIn(b).length || stepsOf(a) - stepsOf(b);

  function difference(a, b) {
    let levers = 0, share = 0;
    for (let k = 0; k < L; k++) {
      const gap = Math.abs(a[k] - b[k]);
      if (gap >= BACKCAST.steps) levers++;
      share += Math.floor((1000 * gap) / (sizes[k] - 1)) || 0;
    }
    return {levers, share};
  }
  const clear = (a, b) => difference(a, b).levers >= BACKCAST.levers;

  function spread(count) {
    const roots = primes(free.length).map(Math.sqrt), points = [];
    for (let n = 0; n < count; n++) {
      const point = base.slice();
      free.forEach((k, j) => { point[k] = Math.floor(((0.5 + (n + 1) * roots[j]) % 1) * sizes[k]); });
      points.push(point);
    }
    return points;
  }

  function others(point, places) {
    return places.flatMap((k) => {
      const here = point[k], end = sizes[k] - 1;
      const reach = k < L ? [here - 1, here + 1, Math.max(here - 4, 0), Math.min(here + 4, end), 0, end] : [...Array(end + 1).keys()];
      return [...new Set(reach)].filter((position) => position >= 0 && position <= end && position !== here).map((position) => at(point, k, position));
    });
  }

  // --- getting there -----------------------------------------------------------------------------

  function begin() {
    const worlds = data.worlds.filter((_, w) => w !== world).map(pointOf).map((point) => point.map((p, k) => (kept.has(k) ? base[k] : p)));
    const points = [base, ...worlds, ...spread(BACKCAST.sample)], loss = losses(points), chosen = [0];
    for (const n of [...points.keys()].slice(1).sort((a, b) => byLoss(loss[a], loss[b]))) {
      if (chosen.length === BACKCAST.starts) break;
      if (chosen.every((other) => clear(points[n], points[other]))) chosen.push(n);
    }
    return chosen.map((n) => ({point: points[n], loss: loss[n], closed: []}));
  }

  function* descend(starts, among) {
    const done = [];
    let going = starts;
    for (let round = 0; round < BACKCAST.rounds; round++) {
      done.push(...going.filter((each) => each.loss === 0));
      going = going.filter((each) => each.loss > 0);
      const stepped = step(going, among);
      yield;
      done.push(...going.filter((each, n) => stepped[n] === each));
      going = stepped.filter((each, n) => each !== going[n]);
    }
    return [...done, ...going];
  }

  // One round: the best move of each lever and decision, then the best of them together.
  function step(going, among) {
    const near = going.map((each) => others(each.point, free.filter((k) => !each.closed.includes(k))));
    const lost = losses(near.flat(), among);
    let n = 0;
    const moves = going.map((each, g) => {
      const found = new Map();
      for (const point of near[g]) {
        const loss = lost[n++], place = point.findIndex((position, k) => position !== each.point[k]);
        if (coarse(loss) < coarse((found.get(place) ?? each).loss)) found.set(place, {loss, point});
      }
      return [...found.values()].sort((a, b) => byLoss(a.loss, b.loss));
    });
    const joined = going.map((each, g) => join(each.point, moves[g]));
    const joint = losses(joined.flat(), among);
    n = 0;
    return going.map((each, g) => {
      const found = best([each, ...moves[g].slice(0, 1), ...joined[g].map((point) => ({point, loss: joint[n++]}))]);
      return found === each ? each : {...found, closed: each.closed};
    });
  }

  function join(point, moves) {
    let now = point;
    const found = moves.slice(0, BACKCAST.together).map((move) => (now = now.map((here, k) => (move.point[k] !== point[k] ? move.point[k] : here))));
    return found.slice(1);
  }

  // Two moves at once, where no single one helps any more: one lever gives what another takes.
  function* exchange(start) {
    for (let round = 0; round < BACKCAST.rounds / 2 && start.loss > 0; round++) {
      const pairs = free.flatMap((k, n) => others(start.point, [k]).flatMap((moved) => others(moved, free.slice(n + 1))));
      const lost = losses(pairs);
      yield;
      const found = best(pairs.map((point, n) => ({point, loss: lost[n], closed: []})));
      if (coarse(found.loss) >= coarse(start.loss)) break;
      start = best(yield* descend([found]));
    }
    return start;
  }

  // Where nothing meets all wishes: try each missing one alone, and the others without it.
  function* explain(point) {
    const toward = (some) => descend([{point, loss: losses([point], some)[0], closed: []}], some);
    for (const w of wishes.keys()) {
      if (losses([point], [w])[0] === 0) continue;
      const rest = [...wishes.keys()].filter((v) => v !== w);
      if (nearest[w] > 0) yield* toward([w]);
      if (rest.length && !without[w]) yield* toward(rest);
    }
  }

  // --- as little as is needed ----------------------------------------------------------------------

  // Each way gives up its moves in another order, so that different ones remain.
  function* reduce(reached) {
    let points = reached.map((each) => each.point);
    const limits = reached.map((each) => each.loss);
    for (const whole of [true, false]) {
      for (let turn = 0; turn < sizes.length; turn++) points = giveBack(points, limits, turn, whole);
      yield;
    }
    return unique(points);
  }

  function giveBack(points, limits, turn, whole) {
    const offers = points.map((point, n) => {
      const k = (turn + n) % sizes.length, way = Math.sign(point[k] - base[k]), back = [];
      if (whole && way) back.push(base[k]);
      if (!whole && k < L) for (let p = base[k] + way; p !== point[k]; p += way) back.push(p);
      return back.map((position) => at(point, k, position));
    });
    const loss = losses(offers.flat());
    let n = 0;
    const asGood = (lost, limit) => (limit === 0 ? lost === 0 : coarse(lost) <= coarse(limit));
    return points.map((point, p) => offers[p].filter(() => asGood(loss[n++], limits[p]))[0] ?? point);
  }

  // --- clearly different ---------------------------------------------------------------------------

  // The one with the fewest moves first, then always the one that is most different for what it moves.
  function pick(points, chosen, count) {
    const picked = chosen.slice(), left = unique(points).sort(byEffort);
    while (picked.length < count) {
      const open = left.filter((point) => picked.every((other) => clear(point, other)));
      if (!open.length) break;
      // Levers that stand elsewhere than in the path most alike, less the moves that this takes; ties go by the share.
      const novel = (point) => Math.min(...picked.map((other) => difference(point, other)).map(({levers, share}) => 1e6 * (levers - movedIn(point).length) + share));
      const news = open.map((point) => (picked.length ? novel(point) : 0));
      picked.push(open[news.indexOf(Math.max(...news))]);
    }
    return picked;
  }

  // Ways round what was chosen: of each point one lever or decision that it moved must stay.
  function closed(chosen) {
    const moved = chosen.map(movedIn), sets = new Map();
    for (let n = 0; n < BACKCAST.round; n++) {
      const places = moved.map((own) => own[n % own.length]);
      sets.set([...new Set(places)].sort((a, b) => a - b).join(), places);
    }
    const starts = [...sets.values()].flatMap((places) =>
      [base, chosen[chosen.length - 1].map((here, k) => (places.includes(k) ? base[k] : here))].map((point) => ({point, closed: places})));
    const loss = losses(starts.map((each) => each.point));
    return starts.map((each, n) => ({...each, loss: loss[n]}));
  }

  // What else meets the wishes close by: two levers moved as far as makes a clear difference.
  function shifted(points) {
    const ways = [-BACKCAST.steps, BACKCAST.steps], levers = free.filter((k) => k < L);
    const near = unique(points).flatMap((point) => levers.flatMap((a, n) => levers.slice(n + 1).flatMap((b) => ways.flatMap((one) => ways
      .map((two) => at(at(point, a, point[a] + one), b, point[b] + two)).filter((p) => [a, b].every((k) => p[k] >= 0 && p[k] < sizes[k]))))));
    const loss = losses(near);
    return near.filter((_, n) => loss[n] === 0);
  }

  // --- the search: {points, nearest: point, tried, alone: [missed], without: [truth]} --------------

  function* search(paths) {
    const told = (points, point) => ({points: points.filter((each) => model.isSound(settingOf(each))), nearest: point, tried, alone: nearest, without});
    if (losses([base])[0] === 0) return told([base], base);
    const starts = begin();
    yield;
    let found = yield* descend(starts);
    if (found.every((each) => each.loss > 0)) found = [yield* exchange(best(found)), ...found];
    const reached = found.filter((each) => each.loss === 0);
    if (!reached.length) {
      const nearly = best(found), {point} = nearly;
      yield* explain(point);
      return told([], (yield* reduce([nearly]))[0]);
    }
    const ways = yield* reduce(reached);
    let chosen = pick(ways, [], 1);
    for (let count = 2; count <= paths; count++) {
      ways.push(...(yield* reduce((yield* descend(closed(chosen))).filter((each) => each.loss === 0))));
      chosen = pick(ways, chosen, count);
    }
    if (chosen.length < paths) chosen = pick(shifted([...chosen, ...reached.map((each) => each.point)]), chosen, paths);
    return told(chosen.slice().sort(byEffort), chosen[0]);
  }

  return {search, settingOf, base, movedIn, stepsOf, missedBy};
}
