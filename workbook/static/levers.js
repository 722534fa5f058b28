// The lever column, and on a phone the lever used last.

function leversView(x) {
  const {data, $} = x;
  const controls = [];
  let last = -1;

  function render() {
    const open = new Set([...x.root.querySelectorAll(".lever-groups details[open]")].map((d) => d.dataset.lever));
    const box = $("lever-groups");
    box.classList.add("lever-groups");
    box.replaceChildren();
    controls.length = 0;
    const groups = new Map();
    data.levers.forEach((lever, i) => {
      const name = lever.group[x.lang];
      if (!groups.has(name)) {
        groups.set(name, make("fieldset", {class: "lever-group"}, make("legend", {}, name)));
        if (x.shown.has(i)) box.append(groups.get(name));
      } else if (x.shown.has(i) && !groups.get(name).isConnected) box.append(groups.get(name));
      const element = control(lever, i, open.has(lever.name));
      if (x.shown.has(i)) groups.get(name).append(element);
    });
    sync();
  }

  function control(lever, i, open) {
    const label = data.reads[i].label[x.lang], unit = data.reads[i].unit[x.lang], w = x.words;
    const [low, high] = [lever.values[0], lever.values[lever.values.length - 1]];
    const step = lever.values[1] - lever.values[0];
    const id = `${x.prefix}lever-${lever.name}`;
    const range = hold(make("input", {type: "range", id, min: 0, max: lever.values.length - 1, step: 1,
      oninput: (e) => move(i, lever.values[Number(e.target.value)])}));
    const field = make("input", {type: "number", min: low, max: high, step: Number(step.toFixed(6)), "aria-label": unit ? `${label} (${unit})` : label,
      onchange: (e) => move(i, nearestValue(lever, e.target.value === "" ? x.setting.levers[i] : Number(e.target.value)))});
    const reset = press(w.resetOne, () => { move(i, data.worlds[x.setting.world].levers[i]); range.focus(); },
      {class: "reset-one", "aria-label": `${label}: ${w.resetOne}`});
    const element = make("div", {class: "lever", "data-name": lever.name},
      make("div", {class: "head"}, make("label", {for: id}, label), reset),
      make("div", {class: "row"},
        press("\u2212", () => nudge(i, -1), {"aria-label": `${label}: ${w.minus}`}), range,
        press("+", () => nudge(i, 1), {"aria-label": `${label}: ${w.plus}`}), field),
      make("div", {class: "unit"}, unit),
      make("details", {"data-lever": lever.name, open}, make("summary", {}, w.help), make("p", {}, lever.help[x.lang])));
    controls.push({range, field, reset, element});
    return element;
  }

  function nudge(i, way) {
    const {values} = data.levers[i];
    move(i, values[Math.min(Math.max(values.indexOf(x.setting.levers[i]) + way, 0), values.length - 1)]);
  }

  // Dragging a slider is one step for going back, however many values it passes.
  let dragged = -1, dragging = false;
  function hold(range) {
    range.addEventListener("pointerdown", () => { dragging = true; dragged = -1; });
    for (const end of ["pointerup", "change", "pointercancel"]) range.addEventListener(end, () => { dragging = false; dragged = -1; });
    return range;
  }

  const nearestValue = (lever, value) => lever.values.reduce((a, b) => (Math.abs(b - value) < Math.abs(a - value) ? b : a));

  function move(i, value) {
    last = i;
    if (value !== x.setting.levers[i]) {
      const levers = x.setting.levers.slice();
      levers[i] = value;
      if (dragging && dragged === i) x.go({...x.setting, levers});
      else x.change({...x.setting, levers});
      if (dragging) dragged = i;
    } else sync();
  }

  function sync() {
    data.levers.forEach((lever, i) => {
      const value = x.setting.levers[i], {range, field, reset, element} = controls[i];
      const changed = value !== data.worlds[x.setting.world].levers[i];
      range.value = lever.values.indexOf(value);
      range.setAttribute("aria-valuetext", quantity(data.reads[i], value, x.lang) + (changed ? `, ${x.words.changed}` : ""));
      if (document.activeElement !== field || Number(field.value) !== value) field.value = value;
      reset.hidden = !changed;
      element.classList.toggle("moved", changed);
    });
    const {levers, decisions} = changedIn(data, x.setting);
    $("changed").textContent = x.words.changedBy(data.worlds[x.setting.world].label[x.lang], levers.length, decisions.length);
    renderPinned();
  }

  function renderPinned() {
    const box = $("pinned");
    box.hidden = last < 0;
    if (last < 0) return;
    const label = data.reads[last].label[x.lang], at = last;
    const focused = [...box.querySelectorAll("button")].indexOf(document.activeElement);
    box.replaceChildren(make("span", {}, label),
      press("\u2212", () => nudge(at, -1), {"aria-label": `${label}: ${x.words.minus}`}),
      make("output", {}, formatNumber(x.setting.levers[last], x.lang, data.reads[last].digits, false)),
      press("+", () => nudge(at, 1), {"aria-label": `${label}: ${x.words.plus}`}));
    if (focused >= 0) box.querySelectorAll("button")[focused].focus();
  }

  return {render, sync, move, element: (i) => controls[i].element, slider: (i) => controls[i].range};
}
