// The profile, and the one sentence that says what changed.

function placedIn(indicator, value) {
  const {utopia, dystopia} = indicator;
  return Math.min(Math.max((value - dystopia) / (utopia - dystopia), 0), 1);
}

// The number where its unit is told elsewhere.
function shortOf(x, k, value) {
  const number = formatNumber(value, x.lang, digitsOf(x.read(k), value), false);
  return x.read(k).unit[x.lang].startsWith("%") ? number + "\u00a0%" : number;
}

// Where two runs differ in the last year, the largest difference on the way from dystopia to utopia first.
function differencesOf(x, run, base) {
  return x.data.indicators.map((indicator, k) => {
    const [value, other] = [run.yearly(k, x.lastYear), base.yearly(k, x.lastYear)];
    const words = [quantity(x.read(k), value, x.lang), quantity(x.read(k), other, x.lang)];
    return {k, size: placedIn(indicator, value) - placedIn(indicator, other), better: indicator.better * (value - other), words: [shortOf(x, k, value), words[1]], same: words[0] === words[1]};
  }).filter((d) => !d.same).sort((a, b) => Math.abs(b.size) - Math.abs(a.size));
}

function profileView(x) {
  const {data, $} = x;
  // Rows stay and only their parts move, so that a dot can glide to its new place.
  const rows = [];
  let language = "";

  function build() {
    language = x.lang;
    rows.length = 0;
    data.indicators.forEach((indicator, k) => {
      const value = make("span", {class: "value"}), dot = make("span", {class: "dot"}), tick = make("span", {class: "tick"});
      const row = make("li", {}, make("span", {class: "name"}, make("span", {}, x.read(k).label[x.lang]), value),
        make("span", {class: "bar", "aria-hidden": "true"}, tick, dot));
      put(tick, placedIn(indicator, x.baseline.yearly(k, x.lastYear)));
      rows.push({row, value, dot});
    });
    $("profile-rows").replaceChildren(...rows.map(({row}) => row));
  }

  function put(sign, place) {
    sign.style.left = `${100 * place}%`;
    sign.style.setProperty("--up", `${34 - 34 * place}px`);
  }

  function render() {
    if (language !== x.lang) build();
    rows.forEach(({row, value, dot}, k) => {
      const now = x.run.yearly(k, x.lastYear);
      value.textContent = shortOf(x, k, now);
      row.title = `${x.read(k).label[x.lang]}: ${quantity(x.read(k), now, x.lang)}`;
      put(dot, placedIn(data.indicators[k], now));
    });
  }

  // What got better and what got worse most, seen from carry on.
  function say() {
    if (x.guess?.owed) { $("live").textContent = x.words.guessOwed; return; }
    const found = differencesOf(x, x.run, x.baseline);
    const best = found.filter((d) => d.size > 0).slice(0, 2);
    const worst = found.filter((d) => d.size < 0).slice(0, best.length > 1 ? 1 : 2);
    const parts = [...best, ...worst].sort((a, b) => Math.abs(b.size) - Math.abs(a.size))
      .map(({k, words: [now, before]}) => `${x.read(k).label[x.lang]} ${now} ${x.words.instead} ${before}`);
    $("live").textContent = parts.length ? x.words.against(parts) : x.words.same(data.worlds[x.setting.world].label[x.lang]);
  }

  return {render, say, anew() { language = ""; }};
}
