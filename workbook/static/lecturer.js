// The lecturer's view: codes are typed, pasted or opened, and the room's board stands below. Nothing is kept
// but what somebody saves as a file.

function lecturerView(x) {
  const {data} = x, typed = {text: "", least: x.least, twice: false};
  let told = null;
  const word = (key, values = {}) => fill(told[x.lang][key] ?? told.de[key], values), heads = (key, values) => word(key, values).split("|");
  const number = (value, digits) => formatNumber(value, x.lang, digits, false), percent = (share) => number(100 * share, 0);
  const headed = ({label, unit}) => label[x.lang] + (unit[x.lang] && ` (${unit[x.lang]})`);
  const soft = (key) => make("p", {class: "soft"}, word(key)), section = (key) => [x.heading(3, {tabindex: -1}, word(key)), soft(`${key}-help`)];
  const table = (names, ...groups) => make("div", {class: "scroll", tabindex: 0, role: "group", "aria-label": names[0]}, plainTable(names, ...groups));
  // A label with a bar below it, in hundredths; the numbers beside it say the same.
  const barred = (label, from, to, mark) => make("span", {}, label, make("i", {class: "bar", style: `--from: ${from}%; --to: ${to}%; --mark: ${mark}%`}));
  const cell = (count, people) => (typeof count === "number" ? word("share", {count, people, share: percent(count / people)}) : word(`${count}-cell`));
  const middle = (value, i) => number(value, data.reads[i].digits + 1), memory = seminarMemory(x, {word, table, cell, percent, middle, headed, section});

  async function open() {
    const {room, cohorts} = await x.later();
    told = room;
    if (!told) { x.dialog(x.words.room, make("p", {}, x.words.notHere)); return; }
    memory.begin(cohorts);
    const id = `${x.prefix}room-`, said = make("p", {role: "status"}), unread = make("ul", {}), place = make("div", {}), past = make("div", {});
    const text = make("textarea", {id: `${id}codes`, rows: 5, spellcheck: "false", "aria-describedby": `${id}help`, oninput: heard}, typed.text);
    const least = make("input", {id: `${id}least`, type: "number", min: ROOM_FEWEST, max: 1000, value: typed.least, oninput: heard});
    const twice = make("input", {type: "checkbox", checked: typed.twice, onchange: heard});
    const files = make("input", {type: "file", multiple: true, accept: ".json,.txt,.csv", hidden: true, onchange: openFiles});

    // What was read, and true when the board may be shown.
    function heard() {
      Object.assign(typed, {text: text.value, least: Number(least.value), twice: twice.checked});
      const read = typed.read = collectRuns(data, typed.text, typed.twice), {codes, repeated} = read, right = least.value !== "" && least.checkValidity();
      place.replaceChildren();
      past.replaceChildren(...memory.view(null));
      unread.replaceChildren(...read.faults.map(({line, fault}) => make("li", {class: "fault"}, word("fault", {line, why: x.words.faults[fault]}))));
      said.textContent = [word(right ? (codes.length < typed.least ? "few" : "people") : "least-wrong", {people: codes.length, least: typed.least}),
        right && typed.least < ROOM_LEAST && word("lowered", {least: typed.least}), repeated.length && word(typed.twice ? "counted" : "repeated", {codes: repeated.join(", ")})].filter(Boolean).join(" ");
      return right && codes.length >= typed.least;
    }
    function show() {
      if (!heard()) return;
      x.contest.aside();
      const counted = boardOf(data, x.contest.plain(), x.teller, typed.read.settings);
      place.replaceChildren(...shown(typed.read, counted));
      past.replaceChildren(...memory.view(counted));
      place.firstChild.focus();
      place.firstChild.scrollIntoView();
    }
    async function openFiles() {
      const wrong = [];
      for (const file of files.files) {
        let found = null, remembered = false;
        try {
          const content = file.size > LARGEST_FILE ? "{" : await file.text();
          remembered = memory.open(content, file.name, typed.least);
          found = remembered === false ? codesOfFile(content) : null;
        } catch (error) { /* as one that holds no run */ }
        if (remembered !== false) wrong.push(remembered);
        else if (found === null) wrong.push(`${file.name}: ${x.words.fileFaults["not-a-run"]}`);
        else text.value = `${text.value}\n${found}`.trimStart();
      }
      files.value = "";
      heard();
      said.textContent = [...wrong, said.textContent].filter(Boolean).join(" ");
    }
    x.dialog(x.words.room, make("div", {class: "room"}, make("label", {for: text.id}, word("paste")), make("p", {id: `${id}help`, class: "soft"}, word("paste-help")), text,
      make("p", {class: "group"}, make("label", {for: least.id}, word("least")), least, make("label", {class: "check"}, twice, word("twice"))),
      make("p", {class: "group"}, press(word("show"), show, {id: `${id}show`}), press(word("open"), () => files.click()), files,
        press(word("save"), () => saveFile(`${data.id}-codes.json`, JSON.stringify(typed.read.codes)))), said, unread, place, past));
    heard();
  }

  function shown({codes, settings}, {people, spreads, order, bands, answers, endings, nearest}) {
    const top = data.reads[order[0]];
    const values = (i) => { const {low, median, high, mean} = spreads[i], d = data.reads[i].digits; return [number(low, d), middle(median, i), number(high, d), middle(mean, i)]; };
    const lever = (i) => {
      const all = data.levers[i].values, at = (value) => (100 * (value - all[0])) / (all[all.length - 1] - all[0]), {low, median, high, touched, apart} = spreads[i];
      return [barred(headed(data.reads[i]), at(low), at(high), at(median)), ...values(i), cell(partOf(touched, people), people), `${percent(apart)}\u00a0%`];
    };
    const shares = (named, label, counts) => {
      const cells = veiled(counts), rest = cells.reduce((left, each) => left - (each > 0 ? each : 0), people);
      return named.map((each, k) => [barred(each[label][x.lang], 0, (100 * (cells[k] === "rest" ? rest : cells[k] === "few" ? 0 : cells[k])) / people, -9), cell(cells[k], people)]);
    };
    const [low, median, high] = values(order[0]), apart = percent(spreads[order[0]].apart), scenes = x.teller.scenesOf(x.contest.plain().run(settings[nearest])), {chapters, worlds} = data;
    return [
      x.heading(3, {tabindex: -1}, word("room")),
      make("div", {class: "talk"}, ...(spreads[order[0]].apart ? [word("talk"), make("strong", {}, headed(top)), word("talk-why", {low, median, high, apart})] : [word("agree")])),
      table(heads("heads"), ["", order.filter((i) => x.shown.has(i) || spreads[i].touched).map(lever)]), soft("method"),
      table([word("answers"), word("share-head")], ...data.decisions.map((decision, d) => [`${decision.year} · ${decision.label[x.lang]}`, shares(decision.options, "label", answers[d])])),
      table([word("ends"), word("share-head")], ["", shares(chapters[chapters.length - 1].scenes, "title", endings)]), soft("veil"),
      ...section("numbers"),
      table(heads("number-heads", {year: x.lastYear}), ["", bands.map(({rows, reached}, k) => {
        const last = rows[rows.length - 1], [from, middle, to] = last.map((v) => 100 * placedIn(data.indicators[k], v));
        return [barred(headed(x.read(k)), Math.min(from, to), Math.max(from, to), middle), ...last.map((v) => number(v, digitsOf(x.read(k), v))), cell(partOf(reached, people), people)];
      })]),
      ...section("nearest"), make("p", {class: "big-code"}, codes[nearest]),
      make("ul", {}, ...chapters.map((chapter, c) => make("li", {}, `${chapterTitle(chapter, x.lang)}: ${chapter.scenes[scenes[c]].title[x.lang]}`))),
      press(word("bring"), () => { x.closeDialog(); x.bring(settings[nearest]); }),
      make("details", {}, make("summary", {}, word("runs")), table(heads("run-heads"), ["", settings.map((setting, n) => {
        const {levers, decisions} = changedIn(data, setting);
        return [codes[n], worlds[setting.world].label[x.lang], levers.length, decisions.length];
      })])),
    ];
  }

  return {open};
}
