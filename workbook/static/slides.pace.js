// Time while speaking: a stopwatch, and whether one is ahead or behind. Touches no page.

// A stopwatch read by the clock handed to it, in milliseconds.
function createStopwatch(clock) {
  let before = 0, since = null;
  return {
    start() { if (since === null) since = clock(); },
    pause() { if (since !== null) { before += clock() - since; since = null; } },
    reset() { before = 0; if (since !== null) since = clock(); },
    running: () => since !== null,
    elapsed: () => before + (since === null ? 0 : clock() - since),
  };
}

// Minutes of each slide: what was said for some, the rest of the total shared among the others.
// null when there is no plan.
function planOf(given, total) {
  const said = given.reduce((sum, minutes) => sum + minutes, 0), open = given.filter((minutes) => !minutes).length;
  if (!total && (open || !said)) return null;
  const rest = open ? Math.max((total || said) - said, 0) / open : 0;
  const stretch = !open && total ? total / said : 1;
  return given.map((minutes) => (minutes ? minutes * stretch : rest));
}

// Milliseconds ahead (+) or behind (-) on slide number `at`; 0 within the slide's own time.
function aheadBy(plan, at, elapsed) {
  const begins = 60000 * plan.slice(0, at).reduce((sum, minutes) => sum + minutes, 0);
  const ends = begins + 60000 * plan[at];
  if (elapsed < begins) return begins - elapsed;
  return elapsed > ends ? ends - elapsed : 0;
}

// 754000 -> "12:34"; with hours "1:02:03".
function clockText(milliseconds) {
  const seconds = Math.floor(Math.abs(milliseconds) / 1000);
  const two = (value) => String(value).padStart(2, "0");
  const [h, m, s] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60];
  return h ? `${h}:${two(m)}:${two(s)}` : `${m}:${two(s)}`;
}
