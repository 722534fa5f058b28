// Where each constant comes from, and what follows when somebody contests one: the page computes with their value.

function contestView(x) {
  const {data, model, $} = x;
  let table = null, name = "";

  const active = () => x.play.objections.filter((each) => each.on);
  const modelOf = (objections) => createModel({...data, constants: contested(data, objections)}, x.program);
  const begins = settingOfWorld(data, 0);
  // The model without anybody's objection: what run codes mean.
  const plain = () => (active().length ? modelOf([]) : model);

  // --- what a constant is called -----------------------------------------------------------------

  // The words come later than the values; where they do not come, names must do.
  async function learn() { table ??= (await x.later()).numbers ?? {}; }

  const label = (k) => table?.labels?.[x.lang][k] ?? data.constantNames[k].replaceAll("_", " ");
  const unitOf = (k) => table?.units?.[x.lang][table.unit[k]] ?? "";

  // All digits that a number has: 0.0542 stays 0.0542.
  function exact(value) {
    const [plain, power] = String(value).split("e");
    return formatNumber(value, x.lang, Math.min(Math.max((plain.split(".")[1]?.length ?? 0) - Number(power ?? 0), 0), 100), false);
  }
  const withUnit = (value, unit) => `${exact(value)}${unit.startsWith("%") ? "\u00a0" : " "}${unit}`.trim();
  const isDate = (k) => table?.dates?.includes(k) ?? false;
  const amount = (k, value) => isDate(k) ? String(value) : withUnit(value, value === 1 ? table?.one?.[x.lang][table.unit[k]] ?? unitOf(k) : unitOf(k));

  function spanOf(k) {
    const [low, , high] = data.constants[k];
    return low < high ? x.words.span(exact(low), exact(high)) : x.words.noSpan;
  }

  function sourceOf(id) {
    const source = own(data.sources, id);
    return source ? [source.title, source.publisher, source.published].filter(Boolean).join(", ") : "";
  }

  // Value, range, grade and source as one line, and the authors' note.
  function facts(k) {
    const grade = x.words.grades[table?.grade?.[k]] ?? "", note = table?.notes?.[x.lang][k] ?? "";
    return [make("p", {}, [amount(k, data.constants[k][1]), spanOf(k), grade, sourceOf(table?.source?.[k])].filter(Boolean).join(" · ")),
      ...(note ? [make("p", {class: "soft"}, note)] : [])];
  }

  // --- the list ----------------------------------------------------------------------------------

  async function open() {
    await learn();
    const w = x.words, id = `${x.prefix}origin-find`, told = make("span", {role: "status", class: "soft"}), lists = make("div", {class: "origin"}, ...groups());
    const items = [...lists.querySelectorAll("[data-constant]")];
    const find = make("input", {type: "search", id, autocomplete: "off", oninput: () => {
      const wanted = find.value.toLowerCase().split(/\s+/).filter(Boolean);
      for (const item of items) item.hidden = !wanted.every((part) => item.textContent.toLowerCase().includes(part) || item.dataset.constant.includes(part));
      for (const group of lists.children) group.hidden = ![...group.querySelectorAll("li")].some((item) => !item.hidden);
      told.textContent = w.found(items.filter((item) => !item.hidden).length, items.length);
    }});
    const assumed = table.grade?.filter((grade) => grade === "assumption").length ?? "?";
    const cards = make("div", {class: "cards", id: `${x.prefix}cards`});
    x.dialog(w.origin, make("p", {}, w.originAbout(data.constants.length, assumed)), cards, make("p", {class: "group"}, make("label", {for: id}, w.find), find, told), lists);
    fillCards();
  }

  function groups() {
    // What is uncertain comes first: there is more to say about it than about minutes in an hour.
    const uncertain = (k) => Number(data.constants[k][0] < data.constants[k][2]);
    const w = x.words, all = data.constants.map((_, k) => k).sort((a, b) => uncertain(b) - uncertain(a) || a - b), shared = (k) => Boolean(table.shared?.[k]);
    const group = (title, ...items) => (items.length ? [make("section", {}, x.heading(3, {}, title), make("ul", {}, ...items))] : []);
    const drivers = (table.inputs ?? []).map((input) => make("li", {}, make("strong", {}, input.label[x.lang]),
      make("p", {}, [w.observedIn(...input.years), ...input.sources.map(sourceOf)].filter(Boolean).join(" · "))));
    return [...group(w.ownNumbers, ...all.filter((k) => !shared(k)).map(item)), ...group(w.sharedNumbers, ...all.filter(shared).map(item)), ...group(w.drivers, ...drivers)];
  }

  const item = (k) => make("li", {"data-constant": data.constantNames[k]}, make("strong", {}, label(k)), ...facts(k),
    press(x.words.object, () => card(k), {"aria-label": `${x.words.object}: ${label(k)}`}));

  // --- one card ----------------------------------------------------------------------------------

  function card(k) {
    const w = x.words, before = x.play.objections.find((each) => each.place === k), id = (part) => `${x.prefix}contest-${part}`;
    const value = make("input", {type: "number", step: "any", id: id("value"), value: before?.value ?? data.constants[k][1], "aria-describedby": id("range"), oninput: look});
    const reason = make("textarea", {id: id("reason"), rows: 3, maxlength: LONGEST_REASON, required: true, "aria-describedby": id("fault")});
    const person = make("input", {id: id("person"), maxlength: LONGEST_PERSON, autocomplete: "off", value: before?.person ?? ""});
    const range = make("p", {id: id("range"), class: "soft"}), fault = make("p", {id: id("fault"), class: "fault", role: "alert"});
    const said = make("p", {id: id("told"), role: "status"}), effect = make("div", {id: id("effect")});
    reason.value = before?.reason ?? "";
    const field = (words, part, ...inside) => make("p", {}, make("label", {for: id(part)}, words), " ", ...inside);

    function look() {
      const [low, middle, high] = data.constants[k], mine = value.valueAsNumber;
      range.textContent = Number.isNaN(mine) ? w.needsValue : mine === middle ? w.sameValue : low === high ? "" : mine < low || mine > high ? w.outside(exact(low), exact(high)) : w.inside;
      const shown = Number.isNaN(mine) ? null : effectOf(k, mine);
      said.textContent = shown?.said ?? (Number.isNaN(mine) ? "" : w.unsound);
      effect.replaceChildren(...(shown?.shown ?? []));
    }

    function refuse(words, element) {
      fault.textContent = words;
      element.setAttribute("aria-invalid", "true");
      element.focus();
    }

    function submit(event) {
      event.preventDefault();
      const mine = {place: k, value: value.valueAsNumber, reason: spoken(reason.value, LONGEST_REASON), person: spoken(person.value, LONGEST_PERSON), on: true};
      for (const element of [value, reason]) element.removeAttribute("aria-invalid");
      if (Number.isNaN(mine.value)) return refuse(w.needsValue, value);
      if (!mine.reason) return refuse(w.needsReason, reason);
      if (!take([...x.play.objections.filter((each) => each.place !== k), mine])) return refuse(w.unsound, value);
      x.closeDialog();
      return x.notice(w.contested(`${label(k)} ${w.insteadOf(amount(k, mine.value), exact(data.constants[k][1]))}`));
    }

    x.dialog(w.objectTo(label(k)), ...facts(k),
      make("form", {class: "contest-card", novalidate: true, onsubmit: submit}, field(w.myValue, "value", value, " ", unitOf(k)), range,
        field(w.myReason, "reason", reason), fault, field(w.myName, "person", person),
        make("p", {class: "group"}, make("button", {type: "submit"}, w.computeWith),
          ...(before ? [press(w.withdraw, () => { withdraw(k); open(); })] : []), press(w.toList, open))),
      said, effect);
    look();
  }

  // What the value does to the run at hand, beside the other objections; null where nothing can be computed.
  function effectOf(k, value) {
    const others = active().filter((each) => each.place !== k), mine = modelOf([...others, {place: k, value}]), w = x.words;
    if (!mine.isSound(x.setting)) return null;
    const before = modelOf(others).run(x.setting), after = mine.run(x.setting);
    const rows = data.indicators.map((_, n) => {
      const [was, now] = [before, after].map((run) => run.yearly(n, x.lastYear)), read = x.read(n), digits = digitsOf(read, now), finer = digits + (Math.abs(now - was) < 100 ? 1 : 0);
      // One digit more than the numbers themselves: what was rounded away is told.
      const gap = gapWords(x, {...read, digits: finer}, now - was), same = !/[1-9]/.test(formatNumber(now - was, x.lang, finer, false));
      return {same, cells: [`${read.label[x.lang]} (${read.unit[x.lang]})`, ...[was, now].map((each) => formatNumber(each, x.lang, digits, false)), same ? "–" : gap]};
    });
    const scenes = data.chapters.flatMap((chapter) => {
      const [was, now] = [before, after].map((run) => x.teller.choose(run, chapter));
      return was === now ? [] : [w.rescened(chapterTitle(chapter, x.lang), chapter.scenes[now].title[x.lang], chapter.scenes[was].title[x.lang])];
    });
    const moved = rows.filter((row) => !row.same).length;
    return {said: moved + scenes.length ? w.effect(moved, rows.length, scenes.length, x.lastYear) : w.noEffect(x.lastYear),
      shown: [...(scenes.length ? [make("ul", {}, ...scenes.map((words) => make("li", {}, words)))] : []),
        make("div", {class: "scroll", tabindex: 0, role: "group", "aria-label": w.gap}, tableOfWords([String(x.lastYear), w.withoutMine, w.withMine, w.gap], rows.map((row) => row.cells)))]};
  }

  const tableOfWords = (heads, rows) => make("table", {class: "effect"}, make("thead", {}, make("tr", {}, ...heads.map((words) => make("th", {scope: "col"}, words)))),
    make("tbody", {}, ...rows.map(([first, ...cells]) => make("tr", {}, make("th", {scope: "row"}, first), ...cells.map((words) => make("td", {}, words))))));

  // --- the cards a person has --------------------------------------------------------------------

  function fillCards() {
    const box = $("cards"), w = x.words, id = `${x.prefix}variant-name`;
    if (!box) return;
    if (!x.play.objections.length) { box.replaceChildren(); return; }
    const field = make("input", {id, maxlength: 120, value: name || w.myVariant, onchange: () => { name = spoken(field.value, 120); }});
    box.replaceChildren(x.heading(3, {}, w.mine), make("ul", {}, ...x.play.objections.map(cardElement)),
      make("p", {class: "group"}, make("label", {for: id}, w.variantName), field, press(w.asVariant, saveVariant, {id: `${x.prefix}variant-save`}), press(w.print, () => window.print())),
      make("p", {class: "soft"}, w.asVariantHelp));
  }

  function cardElement(each) {
    const {place, value, reason, person} = each, w = x.words;
    const counts = make("input", {type: "checkbox", checked: each.on, "data-counts": place, onchange: () => {
      if (!take(x.play.objections.map((other) => (other === each ? {...each, on: !each.on} : other)))) x.notice(w.unsound, true);
      fillCards();
      $("cards").querySelector(`[data-counts="${place}"]`).focus();
    }});
    return make("li", {class: "card"}, make("strong", {}, `${label(place)}: ${w.insteadOf(amount(place, value), exact(data.constants[place][1]))}`),
      make("p", {}, reason, person ? ` – ${person}` : ""),
      make("p", {class: "group"}, make("label", {class: "check"}, counts, " ", w.counts), press(w.edit, () => card(place), {"aria-label": `${w.edit}: ${label(place)}`}),
        press(w.withdraw, () => { withdraw(place); fillCards(); $("dialog-title").focus(); }, {"aria-label": `${w.withdraw}: ${label(place)}`})));
  }

  const withdraw = (k) => take(x.play.objections.filter((each) => each.place !== k));

  // As workbook/variant.py reads it. A page that is a variant itself hands on what it was made with.
  function saveVariant() {
    const mine = active().length ? active() : x.play.objections, chosen = new Set(mine.map((each) => data.constantNames[each.place]));
    const before = (data.contested?.objections ?? []).filter((each) => !chosen.has(each.constant)).map(({constant, value, reason, person}) => ({constant, value, reason, ...(person ? {person} : {})}));
    const title = [data.contested?.name, name || x.words.myVariant].filter(Boolean).join(" · ").slice(0, 120);
    saveFile(`${data.id}-variante.json`, JSON.stringify({name: title, objections: [...before, ...mine.map((each) => objectionToPlain(data, each))]}, null, 2));
  }

  // --- computing with them -----------------------------------------------------------------------

  const isSound = (objections) => { const other = modelOf(objections); return other.isSound(begins) && other.isSound(x.setting); };

  // Other objections hold from now on; false where the model would leave the numbers.
  function take(objections) {
    if (!isSound(objections.filter((each) => each.on))) return false;
    x.play.objections = objections;
    x.guess.outdate();
    x.hold();
    x.reveal();
    render();
    x.keepNow();
    return true;
  }

  // A play that came from elsewhere: what cannot be computed is laid aside.
  function settle() {
    const held = model.constants !== data.constants;
    if (active().length && !isSound(active())) lay(false);
    if (active().length || held) x.hold();
  }

  const lay = (on) => { x.play.objections = x.play.objections.map((each) => ({...each, on})); };

  // Codes and links name a run of the model as it is.
  function aside() {
    if (!active().length) return;
    lay(false);
    x.hold();
    render();
  }

  // A kept run keeps the objections it was made with, as far as they can be computed.
  function runOf(each) {
    const other = modelOf(each.objections ?? []);
    if (!each.objections || other.isSound(each.setting)) return other.run(each.setting);
    delete each.objections;
    return runOf(each);
  }

  function bringBack(objections = []) {
    const places = new Set(objections.map((each) => each.place)), mine = x.play.objections.filter((each) => !places.has(each.place));
    if (!objections.length && !active().length) return;
    x.play.objections = [...mine.map((each) => ({...each, on: false})), ...objections];
    x.hold();
    render();
  }

  // --- that it is so, said -----------------------------------------------------------------------

  const words = () => (active().length ? x.words.contestOn(active().length) : "");

  function render() {
    const w = x.words, all = x.play.objections.length, on = active().length;
    $("contest").hidden = !all;
    $("contest-said").textContent = on ? w.contestOn(on) : w.contestOff(all);
    $("contest-switch").textContent = on ? w.contestLess : w.contestAgain;
    $("code-contest").textContent = codeNote();
    $("variant").replaceChildren(...variantElements());
  }

  const codeNote = () => (active().length ? x.words.codeContest : "");

  function toggle() {
    if (!take(x.play.objections.map((each) => ({...each, on: !active().length})))) x.notice(x.words.unsound, true);
  }

  // A page exported as a variant says so, with each reason.
  function variantElements() {
    if (!data.contested) return [];
    const {name: called, objections} = data.contested, w = x.words;
    return [make("details", {open: true}, make("summary", {}, w.variantOf(called, objections.length)), make("ul", {}, ...objections.map((each) =>
      make("li", {}, make("strong", {}, `${each.label[x.lang]}: ${w.insteadOf(withUnit(each.value, each.unit[x.lang]), exact(each.instead))}.`), ` ${each.reason}${each.person ? ` – ${each.person}` : ""}`))))];
  }

  // For paper: constant, mine instead of the model's, reason, name.
  const rows = () => active().map(({place, value, reason, person}) => [label(place), x.words.insteadOf(amount(place, value), exact(data.constants[place][1])), reason, person]);

  return {open, active, plain, settle, aside, runOf, bringBack, render, toggle, words, codeNote, rows, label, exact, learn};
}
