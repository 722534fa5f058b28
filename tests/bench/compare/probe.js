// Put into each page before its own scripts: finds levers, chart and sentence wherever a tool hides them.
globalThis.probe = (() => {
  const SENTENCE = /2030 erreicht das Haus [\d.]+ % der Menschen\. [^<]*?Gäste kommen auf eine Hand\./;
  const deep = (selector, root = document) => {
    const found = [...root.querySelectorAll(selector)];
    for (const e of root.querySelectorAll("*")) if (e.shadowRoot) found.push(...deep(selector, e.shadowRoot));
    return found;
  };
  const levers = () => deep(OWN.levers).filter((e) => e.getClientRects().length);
  const charts = () => deep(OWN.charts).filter((e) => e.querySelector("path.js-line"));
  const texts = () => {
    if (OWN.texts) return deep(OWN.texts).filter((e) => e.textContent.trim());
    const all = deep("*").filter((e) => !/^(SCRIPT|STYLE|BODY|HTML|MAIN)$/.test(e.tagName) && SENTENCE.test(e.textContent));
    return all.filter((e) => e.getClientRects().length && !all.some((other) => other !== e && e.contains(other)));
  };

  let places = null;
  const alive = () => [levers().length > 0, charts().length > 0, texts().length > 0];
  function look() {
    if (!places || ![...places.charts, ...places.texts].every((e) => e.isConnected)) places = {charts: charts(), texts: texts()};
    const lines = places.charts.flatMap((e) => [...e.querySelectorAll("path.js-line")].map((p) => p.getAttribute("d")));
    return [lines.join("|"), places.texts.map((e) => e.textContent).join("|")];
  }

  // After the frame was painted.
  const painted = () => new Promise((done) => requestAnimationFrame(() => {
    const channel = new MessageChannel();
    channel.port1.onmessage = () => done();
    channel.port2.postMessage(0);
  }));

  let first = null;
  async function waitForLife() {
    while (!document.documentElement || !alive().every(Boolean)) await painted();
    first = performance.now();
  }
  waitForLife();

  // From the hand's event to the frame that shows another chart and another sentence.
  let moved = null;
  function expect(limit) {
    const before = look();
    moved = null;
    let begin = 0;
    const started = new Promise((done) => {
      const start = (event) => { begin = event.timeStamp; done(); };
      for (const kind of ["keydown", "mousedown"]) addEventListener(kind, start, {capture: true, once: true});
    });
    started.then(async () => {
      let changed = [false, false];
      while (performance.now() - begin < limit) {
        await painted();
        const now = look();
        changed = now.map((text, i) => text !== "" && text !== before[i]);
        if (changed.every(Boolean)) break;
      }
      moved = {ms: performance.now() - begin, changed};
    });
  }

  const numbers = () => charts().flatMap((e) => (e._fullData ?? []).map((row) => Array.from(row.y)));
  return {deep, levers, alive, expect, numbers, get first() { return first; }, get moved() { return moved; }};
})();
