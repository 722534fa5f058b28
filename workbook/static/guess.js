// A guess before the first result of a round, and afterwards the guess beside what came.
// While a guess is owed the levers move, but story and numbers wait.

function guessView(x) {
  const {data, $, shelf} = x;
  let asked = x.guide.indicator, owed = false, fresh = true, made = null;

  // A round begins with a world; its first move is the one that is guessed about.
  function begin() { fresh = true; made = null; owed = false; render(); }
  // What somebody brings along (a code, a file, a step back) is shown at once.
  function waive() { fresh = false; owed = false; render(); }

  const asks = () => x.kind === "page" && fresh && !shelf.habit("noGuess");

  // True while the result has to wait for a guess.
  function holds(setting) {
    if (owed && sameSetting(setting, settingOfWorld(data, setting.world))) {
      owed = false;
      render();
      x.profile.say();
      return false;
    }
    if (owed) return true;
    if (!asks() || sameSetting(setting, settingOfWorld(data, setting.world))) return false;
    owed = true;
    $("live").textContent = x.words.guessOwed;
    render();
    return true;
  }

  function answer(way) {
    owed = fresh = false;
    if (way !== null) made = {indicator: data.indicators[asked].name, guess: way, against: x.run.yearly(asked, x.lastYear), k: asked};
    x.reveal();
    if (made) {
      Object.assign(made, {value: x.run.yearly(asked, x.lastYear), code: x.code()});
      const came = wayOf(data.indicators[asked], made.value, made.against);
      x.play.guesses.push({indicator: made.indicator, guess: way, came, code: x.code()});
      x.keepNow();
    }
    render();
    x.guided.retell();
    if (x.guided.open) $("guide").focus({preventScroll: true});
    else ($("guessed").hidden ? $("story") : $("guessed")).focus({preventScroll: true});
  }

  // The numbers are others now: what was guessed about the old ones is no longer beside them.
  function outdate() { made = null; waive(); }

  function render() {
    const box = $("guess");
    box.hidden = !owed;
    if (!owed) box.replaceChildren();
    else if (!box.childElementCount) ask(box);
    renderResult();
  }

  function ask(box) {
    const w = x.words, which = `${x.prefix}guess-about`;
    const choose = make("select", {id: which, onchange: (e) => { asked = Number(e.target.value); }},
      ...data.indicators.map((_, k) => make("option", {value: k, selected: k === asked}, x.read(k).label[x.lang])));
    const never = make("input", {type: "checkbox", id: `${x.prefix}guess-never`, onchange: (e) => shelf.habit("noGuess", e.target.checked)});
    box.append(make("p", {}, make("strong", {}, w.guessTitle), " ", make("label", {for: which}, w.guessAbout), " ", choose),
      make("p", {class: "group"}, ...WAYS.map((way) => press(w.ways[way], () => answer(way), {"data-way": way})),
        press(w.guessSkip, () => answer(null), {class: "plain", id: `${x.prefix}guess-skip`}),
        make("label", {class: "soft check"}, never, " ", w.guessNever)));
  }

  // The result stands beside the guess until the next move: later ones were not guessed about.
  function renderResult() {
    const line = $("guessed");
    line.hidden = !made || owed || made.code !== x.code();
    if (line.hidden) { line.replaceChildren(); return; }
    line.setAttribute("tabindex", "-1");
    const {value} = made, came = wayOf(data.indicators[made.k], value, made.against);
    const read = x.read(made.k), q = (v) => quantity(read, v, x.lang);
    line.textContent = x.words.guessed(read.label[x.lang], x.words.ways[made.guess], x.words.ways[came], q(value), q(made.against), made.guess === came);
  }

  function about(k) { asked = k; if (owed) { $("guess").replaceChildren(); render(); } }

  return {begin, waive, outdate, holds, render, renderResult, about, answer, retell() { $("guess").replaceChildren(); render(); }, get made() { return made; }, get owed() { return owed; }};
}
