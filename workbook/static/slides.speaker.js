// What the person speaking sees: notes, what comes next, the clock, and whether time will do.
// The same view stands in a panel below the slide and, there with buttons that turn slides, in a window of its own.

function createSpeakerView(box, talk, turns) {
  const doc = box.ownerDocument, w = DECK.words;
  const make = (tag, className, words = "") => {
    const element = doc.createElement(tag);
    if (className) element.className = className;
    element.textContent = words;
    return element;
  };
  const button = (words, act) => {
    const element = make("button", "", words);
    element.type = "button";
    element.addEventListener("click", act);
    return element;
  };
  let size = 1.3;
  const resize = (by) => () => {
    size = Math.min(Math.max(size + by, 0.9), 3);
    notes.style.setProperty("--spoken", `${size.toFixed(2)}rem`);
  };

  const blocked = make("p", "spoken-blocked", w.blocked);
  const title = make("h2", "spoken-title"), notes = make("div", "spoken-notes"), next = make("p", "spoken-next");
  const time = make("p", "spoken-time"), clock = make("b"), elapsed = make("b"), pace = make("span", "spoken-pace");
  // A timer that speaks every second would drown the talk: it is read when somebody goes there.
  time.setAttribute("role", "timer");
  time.setAttribute("aria-live", "off");
  const planned = make("span", "", talk.minutes ? w["of-planned"].replace("{minutes}", talk.minutesText) : "");
  time.append(make("span", "", w.clock), clock, make("span", "", w.elapsed), elapsed, planned, pace);
  const go = button("", () => { talk.watch.running() ? talk.watch.pause() : talk.watch.start(); tick(); });
  const tools = make("div", "spoken-tools");
  if (turns) tools.append(button(w.previous, () => Reveal.prev()), button(w.next, () => Reveal.next()));
  tools.append(go, button(w.reset, () => { talk.watch.reset(); tick(); }), button(w.smaller, resize(-0.15)), button(w.larger, resize(0.15)));
  blocked.hidden = true;
  notes.tabIndex = -1;
  box.replaceChildren(blocked, time, title, notes, next, tools);

  function show() {
    const at = talk.at();
    title.textContent = w.place.replace("{n}", at.number).replace("{m}", at.total).replace("{title}", at.title);
    const own = at.notes ? [...at.notes.childNodes].map((node) => doc.importNode(node, true)) : [];
    notes.replaceChildren(...own);
    if (!notes.textContent.trim()) notes.textContent = w["no-notes"];
    next.textContent = at.next === null ? w["the-end"] : `${w.then}: ${at.next}`;
    tick();
  }

  const written = (element, words) => { if (element.textContent !== words) element.textContent = words; };
  function tick() {
    written(clock, new Date().toLocaleTimeString(DECK.lang, {hour: "2-digit", minute: "2-digit"}));
    written(elapsed, clockText(talk.watch.elapsed()));
    written(go, talk.watch.running() ? w.pause : w.start);
    const plan = talk.plan();
    if (plan === null || (!talk.watch.running() && !talk.watch.elapsed())) { written(pace, ""); return; }
    const by = aheadBy(plan, talk.at().number - 1, talk.watch.elapsed());
    const words = by === 0 ? w["on-time"] : w[by > 0 ? "ahead" : "behind"];
    written(pace, words.replace("{time}", clockText(by)));
  }

  return {show, tick, complain: () => { blocked.hidden = false; }};
}
