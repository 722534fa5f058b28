// The feedback loops of the model, one at a time: drawing, chain of words, table.

function causesView(x) {
  let data = null, chosen = 0;

  function figure() {
    const w = DRAWING.words[x.lang], loop = data.loops[chosen], names = loop.through.map((k) => data.names[x.lang][k]);
    const rows = names.map((name, k) => [name, names[(k + 1) % names.length], loop.signs[k] === "-" ? "−" : loop.signs[k], loop.delayed[k] ? w.delayed : w["at-once"]]);
    return [make("div", {class: "drawing ring"}, drawing(loop.drawing, x.lang, loop.label[x.lang])), make("p", {class: "told"}, loop.told[x.lang]),
      make("details", {}, make("summary", {}, w.table), plainTable([w.cause, w.effect, w.sign, w.delay], ["", rows]))];
  }

  async function open() {
    const w = DRAWING.words[x.lang];
    data = (await x.later()).loops;
    if (!data) { x.dialog(w.causes, make("p", {}, x.words.notHere)); return; }
    const place = make("div", {}, ...figure()), id = `${x.prefix}loop`;
    const choice = make("select", {id, onchange: (e) => { chosen = Number(e.target.value); place.replaceChildren(...figure()); }},
      ...data.loops.map((loop, k) => make("option", {value: k, selected: k === chosen}, loop.label[x.lang])));
    x.dialog(w.causes, make("p", {class: "soft"}, w["causes-about"]), make("p", {class: "loops"}, make("label", {for: id}, w.loop), " ", choice), place, make("p", {class: "soft"}, data.count[x.lang]));
  }

  return {open};
}
