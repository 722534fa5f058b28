// The map of branches: shares of many random plays, and the way of the run that is shown.

function branchesView(x) {
  const {chapters} = x.data;
  let map = null;
  const title = (c) => chapters[c].scenes[x.told[c]].title[x.lang];

  function hundredth(share) {
    return share > 0 && share < 0.005 ? DRAWING.words[x.lang]["less-than"] : formatNumber(100 * share, x.lang, 0, false);
  }

  // The way through the scenes of the run, as thick as nothing else in the drawing.
  function way({nodes, standing}) {
    const points = x.told.map((scene, c) => nodes[c][scene]), at = (...numbers) => numbers.map((n) => Math.round(10 * n) / 10).join(" ");
    let path = `M${at(...points[0])}`;
    points.slice(1).forEach(([u, v], k) => {
      const [a, b] = points[k];
      path += `C${standing ? at(a, (b + v) / 2, u, (b + v) / 2, u, v) : at((a + u) / 2, b, (a + u) / 2, v, u, v)}`;
    });
    const dots = points.map(([a, b]) => `<circle cx="${a}" cy="${b}" r="6"/>`).join("");
    return `<g class="way"><path d="${path}" fill="none" stroke="currentColor" stroke-width="4"/>${dots}</g>`;
  }

  function marked({nodes}) {
    let before = nodes.length;
    return new Set(nodes.map((row, c) => { before += row.length; return before - row.length + x.told[c]; }));
  }

  function told() {
    const w = DRAWING.words[x.lang], shares = x.told.map((scene, c) => map.shares[c][scene]), rarest = shares.indexOf(Math.min(...shares));
    const steps = chapters.map((chapter, c) => fill(w.step, {year: chapter.year, title: title(c)}));
    return [fill(w["own-way"], {way: steps.join(" → ")}), fill(w["own-rare"], {title: title(rarest), share: hundredth(shares[rarest])})];
  }

  async function open() {
    const w = DRAWING.words[x.lang];
    ({map} = await x.later());
    if (!map) { x.dialog(w.map, make("p", {}, x.words.notHere)); return; }
    const drawings = ["lying", "standing"].filter((name) => map[name]).map((name) => make("div", {class: map.lying ? name : "only"}, drawing(map[name], x.lang, w.map, way(map[name]), marked(map[name]))));
    const groups = chapters.map((chapter, c) => [chapterTitle(chapter, x.lang), chapter.scenes.map((scene, s) => [`${s + 1} · ${scene.title[x.lang]}`, hundredth(map.shares[c][s]), x.told[c] === s ? w.own : ""])]);
    const [about, ...sentences] = map.told[x.lang];
    x.dialog(w.map, make("p", {}, about), make("div", {class: "drawing"}, ...drawings, make("p", {class: "soft"}, w["own-mark"])),
      ...told().map((words) => make("p", {class: "own"}, words)), ...sentences.map((words) => make("p", {}, words)),
      plainTable([w.scene, w.share, w.own], ...groups));
  }

  return {open};
}
