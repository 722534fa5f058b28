// The speaker's window. It is empty and holds no script: this document builds it and listens to it,
// so the file's Content-Security-Policy holds there as here.

function createSpeakerWindow(talk, onKey) {
  let opened = null, view = null;

  function build() {
    const doc = opened.document;
    doc.documentElement.lang = DECK.lang;
    const style = doc.createElement("style");
    style.textContent = document.querySelector("style").textContent;
    const scheme = doc.createElement("meta");
    scheme.name = "color-scheme";
    scheme.content = "light dark";
    doc.head.replaceChildren(scheme, style);
    doc.title = `${DECK.words["speaker-title"]}: ${DECK.title}`;
    const main = doc.createElement("main"), heading = doc.createElement("h1"), box = doc.createElement("div");
    heading.textContent = DECK.words["speaker-title"];
    heading.className = "quiet";
    main.append(heading, box);
    doc.body.className = "speaker";
    doc.body.replaceChildren(main);
    doc.addEventListener("keydown", onKey);
    view = createSpeakerView(box, talk, true);
    view.show();
  }

  // Some browsers put a fresh empty document into the window after it has opened.
  const alive = () => opened !== null && !opened.closed;
  function tick() {
    if (!alive()) return;
    if (!opened.document.body?.classList.contains("speaker")) build();
    else view.tick();
  }

  return {
    // false when the browser lets no window open.
    open() {
      if (alive()) { opened.focus(); return true; }
      opened = window.open("about:blank", "", "popup,width=900,height=640");
      if (opened === null) return false;
      build();
      return true;
    },
    show() { if (alive() && view) view.show(); },
    tick,
    close() { if (alive()) opened.close(); },
  };
}
