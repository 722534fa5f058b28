// Every explorer of the document comes to life, one after the other.

(function start() {
  const places = [...document.querySelectorAll("[data-explorer]")];
  const found = [];
  function next() {
    const root = places[found.length], {explorer, kind, prefix, shift, name, language, levers, least, code} = root.dataset;
    found.push(createExplorer(root, BUNDLES[explorer](), {kind, prefix, shift: Number(shift), name, lang: language, levers: levers ? levers.split(" ") : [], least: Number(least), code}));
    if (found.length < places.length) { setTimeout(next); return; }
    document.documentElement.dataset.alive = "yes";
    globalThis.workbookPage = found[0];
    globalThis.workbookPages = found;
    found[0].alive = performance.now();
    setTimeout(dream);
  }
  function dream(n = 0) {
    found[n].dream();
    if (n + 1 < found.length) { setTimeout(() => dream(n + 1)); return; }
    document.documentElement.dataset.bands = "yes";
  }
  if (places.length) next();
})();
