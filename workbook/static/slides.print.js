// The view for paper (?print-pdf): all slides below each other, charts drawn, nothing left to press.

const deckPrints = /(^|[?&])(print-pdf|view=print)\b/i.test(location.search);

// reveal.js marks the document, and measures two frames later; letters must fit by then.
function beforeSheets(act) {
  const watcher = new MutationObserver(() => {
    if (!document.documentElement.classList.contains("reveal-print")) return;
    watcher.disconnect();
    act();
  });
  watcher.observe(document.documentElement, {attributes: true, attributeFilter: ["class"]});
}

// Sheets are laid out. What is drawn only when somebody sees it is brought into view, one after the other.
async function finishSheets() {
  const frames = async (count) => { for (let n = 0; n < count; n++) await new Promise(requestAnimationFrame); };
  const alive = () => document.documentElement.dataset.bands || !document.querySelector("[data-explorer]");
  for (let n = 0; n < 600 && !alive(); n++) await frames(1);
  for (const element of document.querySelectorAll(".nb-canvas, .wb .stage")) {
    element.scrollIntoView({block: "center", behavior: "instant"});
    await frames(4);
  }
  globalThis.workbookPlots?.resize(document);
  window.dispatchEvent(new Event("resize"));
  scrollTo(0, 0);
  await frames(4);
  document.documentElement.dataset.deck = "printed";
}
