// What is printed: the story, then charts, settings and notes, in black and white, two to four pages.

function paperView(x) {
  const {data, $} = x;

  function fill() {
    const w = x.words, {levers, decisions} = changedIn(data, x.run.setting);
    const table = (caption, rows) => make("table", {}, make("caption", {}, caption), make("tbody", {}, ...rows.map((cells) => make("tr", {}, make("th", {scope: "row"}, cells[0]), ...cells.slice(1).map((c) => make("td", {}, c))))));
    const settings = data.levers.map((_, i) => [data.reads[i].label[x.lang], quantity(data.reads[i], x.run.setting.levers[i], x.lang) + (levers.includes(i) ? ` (${w.changed})` : "")]);
    const choices = data.decisions.map((d, k) => [`${d.year} · ${d.label[x.lang]}`, d.options[x.run.setting.choices[k]].label[x.lang] + (decisions.includes(k) ? ` (${w.changed})` : "")]);
    const kept = x.play.kept.map((each, n) => [`${keptMark(n)} · ${each.name}`, encodeRun(data, each.setting) + (each.objections ? ` (${w.codeBase})` : "")]);
    const objections = [...$("variant").querySelectorAll("ul")].map((list) => list.cloneNode(true));
    $("paper").replaceChildren(
      make("div", {class: "paper-story"}, x.heading(1, {}, data.title[x.lang]),
        make("p", {}, $("changed").textContent), make("p", {}, $("live").textContent),
        ...[x.contest.words()].filter(Boolean).map((words) => make("p", {}, make("strong", {}, words))),
        ...(data.contested ? [make("p", {}, make("strong", {}, $("variant").querySelector("summary").textContent)), ...objections] : []),
        ...($("guessed").hidden ? [] : [make("p", {}, $("guessed").textContent)]),
        make("div", {class: "columns"}, ...data.chapters.map((chapter, c) => sceneOnPaper(chapter, c)))),
      make("div", {class: "paper-numbers"}, x.heading(2, {}, w.numbers),
        make("p", {class: "soft"}, w.paperLines),
        make("div", {class: "prints"}, ...data.indicators.map((_, k) => chartOnPaper(x, k, x.numbers.state(k), x.numbers.years))),
        make("div", {class: "settings"}, table(w.levers, settings), make("div", {}, table(w.decisions, choices), x.contest.rows().length ? table(w.mine, x.contest.rows()) : "", kept.length ? table(w.keptRuns, kept) : "",
          make("div", {class: "return"}, make("p", {}, make("strong", {}, `${w.code}: `), make("span", {class: "big-code"}, x.code())), make("p", {}, x.contest.codeNote()),
            qrPicture(x.link() || x.code(), w.qrCode), x.link() ? make("p", {class: "address"}, x.link()) : ""))),
        make("div", {class: "lines"}, x.heading(3, {}, w.notes), ...notesOnPaper()),
        make("p", {class: "soft"}, `${data.authors.join(", ")} · ${data.licence} · ${w.version(data.stand, data.mark)}`)));
  }

  function sceneOnPaper(chapter, c) {
    const scene = chapter.scenes[x.told[c]], shown = x.root.querySelector(`[data-scene="${chapter.name}.${scene.name}"]`);
    const asked = chapter.asked.map((d) => make("p", {class: "asked"}, `${data.decisions[d].label[x.lang]}: ${data.decisions[d].options[x.run.setting.choices[d]].label[x.lang]}`));
    const copies = [...shown.querySelectorAll(".text, .margin")].filter((e) => !e.querySelector("button")).map((e) => e.cloneNode(true));
    const veiled = copies.length ? [] : [make("p", {class: "margin"}, `${x.words.care} ${scene.care.map((tag) => own(x.words.cares, tag) ?? tag).join(", ")}.`)];
    return make("div", {class: "paper-scene"}, make("p", {class: "when"}, chapterTitle(chapter, x.lang)), ...asked,
      x.heading(2, {}, scene.title[x.lang]), make("p", {class: "when"}, `${x.words.voice}: ${scene.voice[x.lang]}`), ...copies, ...veiled);
  }

  function notesOnPaper() {
    const written = data.chapters.filter((chapter) => x.play.notes[chapter.name]?.text)
      .map((chapter) => make("p", {}, make("strong", {}, `${chapterTitle(chapter, x.lang)}: `), x.play.notes[chapter.name].text));
    return [...written, ...Array.from({length: 3}, () => make("div", {class: "line"}))];
  }

  return {fill};
}

// A small chart as plain drawing: for paper no library needs to wake up.
function chartOnPaper(x, k, state, years) {
  const [low, high] = x.data.indicators[k].range, W = 220, H = 90, left = 30, foot = 14;
  const at = (year) => left + ((year - years[0]) / (years[years.length - 1] + 1 - years[0])) * (W - left - 2);
  const up = (value) => 2 + (1 - (Math.min(Math.max(value, low), high) - low) / (high - low)) * (H - foot - 2);
  const points = (values) => values.map((v, i) => `${at(years[i] + 0.5).toFixed(1)},${up(v).toFixed(1)}`);
  const shape = (tag, attributes, words = "") => {
    const element = document.createElementNS("http://www.w3.org/2000/svg", tag);
    for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
    element.textContent = words;
    return element;
  };
  const line = (values, width, dash) => shape("polyline", {points: points(values).join(" "), fill: "none", stroke: "#000", "stroke-width": width, "stroke-dasharray": dash});
  const number = (value) => formatNumber(value, x.lang, high - low > 20 ? 0 : 1, false);
  const svg = shape("svg", {viewBox: `0 0 ${W} ${H}`, role: "img", "aria-label": summaryOf(x, k)});
  if (state.band) svg.append(shape("polygon", {points: [...points(state.band.high), ...points(state.band.low).reverse()].join(" "), fill: "#ddd"}));
  svg.append(shape("line", {x1: left, x2: W - 2, y1: H - foot, y2: H - foot, stroke: "#000", "stroke-width": 0.5}),
    shape("line", {x1: at(x.data.time.acting), x2: at(x.data.time.acting), y1: 2, y2: H - foot, stroke: "#888", "stroke-width": 0.5}),
    line(state.baseline, 1, "4 3"), ...state.kept.map((each, n) => line(each.values, 1, ["1 2", "6 2 1 2", "9 3"][n])), line(state.you, 2, "none"));
  for (const [year, value] of x.data.indicators[k].observed) {
    if (year >= years[0]) svg.append(shape("circle", {cx: at(Number.isInteger(year) ? year + 0.5 : year).toFixed(1), cy: up(value).toFixed(1), r: 1.6, fill: "#fff", stroke: "#000", "stroke-width": 0.8}));
  }
  const words = (at_, y, text, anchor) => shape("text", {x: at_, y, "font-size": 8, "text-anchor": anchor, "font-family": "sans-serif"}, text);
  svg.append(words(left - 3, 9, number(high), "end"), words(left - 3, H - foot, number(low), "end"));
  for (const year of years.filter((y) => y % 5 === 0)) svg.append(words(at(year + 0.5), H - 3, String(year), "middle"));
  state.kept.forEach((each, n) => svg.append(words(W - 1, up(each.values[each.values.length - 1]) - 2, keptMark(n), "end")));
  return make("figure", {}, make("figcaption", {}, make("strong", {}, x.read(k).label[x.lang]), ` ${x.read(k).unit[x.lang]}`), svg,
    make("p", {}, `${x.words.you}: ${quantity(x.read(k), x.run.yearly(k, x.lastYear), x.lang)} · ${x.words.baseline}: ${quantity(x.read(k), x.baseline.yearly(k, x.lastYear), x.lang)}${x.bands ? ` · ${x.words.better(Math.round(100 * x.bands[k].better))}` : ""}`));
}
