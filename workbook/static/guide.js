// The first three minutes: who you are, one guess, one lever, one surprise. Then the rest opens.

function guideView(x) {
  const {data, $, shelf} = x, plan = x.guide;
  let step = -1;
  const STEPS = [who, lever, surprise, story, keep];

  function offer() {
    if (x.kind === "page" && !shelf.habit("guided")) go(0, false);
  }

  function end() {
    shelf.habit("guided", true);
    step = -1;
    render();
    x.showTab("story");
    $("story").focus({preventScroll: true});
  }

  function go(next, focus = true) {
    step = next;
    render();
    if (focus) $("guide").focus({preventScroll: true});
  }

  function render() {
    const box = $("guide");
    box.hidden = step < 0;
    x.body.classList.toggle("guided", step === 1);
    for (const marked of x.root.querySelectorAll(".guided-lever")) marked.classList.remove("guided-lever");
    if (step < 0) { box.replaceChildren(); return; }
    const {words, buttons} = STEPS[step]();
    box.replaceChildren(make("p", {class: "count soft"}, x.words.guideCount(step + 1, STEPS.length)),
      ...words.filter(Boolean).map((sentence) => make("p", {}, sentence)),
      make("p", {class: "group"}, ...buttons, step + 1 < STEPS.length ? press(x.words.guideSkip, end, {id: `${x.prefix}guide-skip`, class: "plain"}) : ""));
  }

  const forward = (label, next = step + 1) => press(label, () => go(next), {id: `${x.prefix}guide-next`});
  // What one lever does shows beside the world in which somebody began.
  const begun = () => x.model.run(settingOfWorld(data, x.run.setting.world));
  const leverWords = () => quantity(data.reads[plan.lever], plan.to, x.lang);

  function who() {
    return {words: [plan.you[x.lang] || data.summary[x.lang], x.words.guideWho], buttons: [forward(x.words.guideGo)]};
  }

  function lever() {
    if (x.body.dataset.tab !== "levers") x.showTab("levers");
    const label = data.reads[plan.lever].label[x.lang];
    const element = x.levers.element(plan.lever);
    element.classList.add("guided-lever");
    x.guess.about(plan.indicator);
    if (x.guess.owed) return {words: [plan.question[x.lang], x.words.guideGuess], buttons: []};
    return {
      words: [plan.question[x.lang], x.words.guideLever(label, leverWords())],
      buttons: [press(x.words.guideSet(leverWords()), () => x.levers.move(plan.lever, plan.to), {id: `${x.prefix}guide-set`})],
    };
  }

  function surprise() {
    const differences = differencesOf(x, x.run, begun()), [most] = differences;
    const price = differences.find((d) => d.size < 0);
    const told = ({k, words: [now, before]}) => x.words.guideFound(x.read(k).label[x.lang], now, before);
    x.showTab("numbers");
    return {
      words: [$("guessed").textContent, most ? x.words.guideMost(told(most)) : x.words.guideNothing, price && price !== most ? x.words.guidePrice(told(price)) : ""],
      buttons: [forward(x.words.guideNext)],
    };
  }

  function story() {
    x.showTab("story");
    const base = x.teller.scenesOf(begun()), c = x.told.findIndex((scene, n) => scene !== base[n]);
    const chapter = data.chapters[Math.max(c, 0)], title = chapter.scenes[x.told[Math.max(c, 0)]].title[x.lang];
    return {
      words: [c < 0 ? x.words.guideSame : x.words.guideRetold(chapterTitle(chapter, x.lang), title), x.words.guideDecide],
      buttons: [...(c < 0 ? [] : [press(x.words.guideScene, () => x.narrative.focusScene(c))]), forward(x.words.guideNext)],
    };
  }

  function keep() {
    return {words: [x.words.guideKeep, x.words.whereKept], buttons: [press(x.words.saveFile, () => x.saveAsFile()), press(x.words.guideDone, end, {id: `${x.prefix}guide-done`})]};
  }

  // A guess that is owed is asked for in the strip; the guide points to it.
  function waits() {
    if (step !== 1) return;
    const inside = $("guide").contains(document.activeElement);
    render();
    if (inside) $("guess").querySelector("select")?.focus();
  }

  // The step with the lever ends when its result is there.
  function heard() {
    if (step === 1 && !sameSetting(x.setting, settingOfWorld(data, x.setting.world))) go(2, $("guide").contains(document.activeElement));
    else if (step >= 2) render();
  }

  return {offer, heard, waits, start: () => go(0), retell: () => { if (step >= 0) render(); }, get open() { return step >= 0; }};
}
