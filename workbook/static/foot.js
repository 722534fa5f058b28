// What stands below the story: where this comes from, what happens with data, what is not accessible yet.

function footView(x) {
  const {data, $} = x;

  function render() {
    const w = x.words;
    const sources = Object.values(data.sources).map((s) => {
      const words = [s.title, s.publisher, s.published].filter(Boolean).join(", ");
      return make("li", {}, s.url.startsWith("https://") ? make("a", {href: s.url, class: "leaves", target: "_blank", rel: "noreferrer noopener"}, words, make("span", {class: "quiet"}, ` (${w.leaves})`)) : words);
    });
    const facts = make("ul", {});
    if (data.hasFacts) {
      x.later().then((more) => facts.replaceChildren(...(more.facts ?? []).map((fact) => make("li", {}, make("strong", {}, fact.label[x.lang]), ` ${fact.text[x.lang]} `,
        make("span", {class: "quiet"}, w.factStand(fact.stand, fact.checkBy, data.sources[fact.source].title))))));
    }
    $("foot").replaceChildren(
      x.heading(3, {}, w.about), make("p", {}, w.aboutText),
      make("p", {class: "stand"}, `${data.authors.join(", ")} · ${data.licence}`),
      make("p", {class: "stand"}, w.version(data.stand, data.mark)),
      ...(data.hasFacts ? [make("details", {class: "facts"}, make("summary", {}, w.facts), facts)] : []),
      make("details", {}, make("summary", {}, w.sources), make("ul", {}, ...sources)),
      make("p", {}, press(w.origin, x.contest.open, {id: `${x.prefix}origin-foot`})),
      ...(x.kind === "page" ? PAGE_TEXTS.map(({name, title, html}) => {
        const body = make("div", {class: "prose"});
        body.innerHTML = html[x.lang];
        return make("details", {class: name}, make("summary", {}, title[x.lang]), body);
      }) : []));
  }

  // The menu: what a person does with the page as a whole.
  function menu() {
    const w = x.words, d = DRAWING.words[x.lang];
    const entry = (label, help, go, id) => make("li", {}, press(label, go, {id: `${x.prefix}${id}`}), make("p", {class: "soft"}, help));
    const act = (label, help, go, id) => entry(label, help, () => { x.closeDialog(); go(); }, id);
    x.dialog(w.more, make("ul", {class: "menu"},
      entry(w.backwards, w.backwardsHelp, x.wishing.open, "backwards"),
      entry(d.map, d["map-help"], x.branches.open, "map"),
      ...(data.hasLoops ? [entry(d.causes, d["causes-help"], x.causes.open, "causes")] : []),
      entry(w.origin, w.originHelp, x.contest.open, "origin"),
      ...(x.kind === "page" ? [entry(w.room, w.roomHelp, x.room.open, "room")] : []),
      act(w.saveFile, w.whereKept, () => x.saveAsFile(), "save"),
      act(w.openFile, w.openHelp, () => $("file").click(), "open"),
      act(w.print, w.printHelp, () => window.print(), "print"),
      ...(x.kind === "page" ? [act(w.guideAgain, w.guideHelp, () => x.startGuide(), "guide-again")] : []),
      act(x.shelf.habit("noGuess") ? w.guessOn : w.guessOff, w.guessHelp, () => x.shelf.habit("noGuess", !x.shelf.habit("noGuess")), "guess-switch"),
      act(w.forget, w.forgetHelp, () => x.forget(), "forget")));
  }

  return {render, menu};
}
