// One chart an indicator: observed points, the band, carry on, kept runs, and you. Rows change, figures stay.

function createCharts(x) {
  const {data} = x;
  const years = Array.from({length: data.time.end - data.time.start}, (_, i) => data.time.start + i);
  const middles = years.map((y) => y + 0.5);
  const end = middles[middles.length - 1];
  const drawn = new Map(), plotted = new Set();
  // Kept runs lie below the own line, so its row comes after theirs; for traces and for drawn lines alike.
  const rowsOf = (kept) => ({low: 0, high: 1, you: 3 + kept, label: 5 + kept});

  const last = (values) => values[values.length - 1];
  const colour = (name) => getComputedStyle(x.root).getPropertyValue(name).trim();

  function layout(indicator) {
    const ink = colour("--ink"), faint = colour("--rule"), soft = colour("--soft");
    const [low, high] = indicator.range;
    const tickDigits = high - low > 20 ? 0 : 1, widest = Math.max(...[low, high].map((v) => formatNumber(v, x.lang, tickDigits, false).length));
    const line = (at, dash) => ({type: "line", x0: at, x1: at, y0: 0, y1: 1, yref: "paper", line: {color: faint, width: 1, dash}});
    return {
      height: 132, margin: {l: Math.max(46, 10 + 7 * widest), r: 62, t: 4, b: 20}, showlegend: false, hovermode: "closest", dragmode: false,
      paper_bgcolor: "rgba(0,0,0,0)", plot_bgcolor: "rgba(0,0,0,0)", separators: x.lang === "en" ? ".," : ",.",
      font: {family: "system-ui, sans-serif", size: 12, color: ink},
      xaxis: {range: [data.time.start, data.time.end + 0.2], tickvals: ticks().map((y) => y + 0.5),
        ticktext: ticks().map(String), showgrid: false, zeroline: false, linecolor: faint, fixedrange: true},
      yaxis: {range: [low - 0.16 * (high - low), high], nticks: 4, gridcolor: faint, zeroline: false, fixedrange: true,
        tickformat: `,.${tickDigits}f`},
      shapes: [line(data.time.acting, "solid"), ...data.decisions.map((d) => line(d.year, "dot"))],
      annotations: [{x: data.time.acting, y: 1, yref: "paper", yanchor: "top", xanchor: "right", text: x.words.today,
        showarrow: false, font: {size: 11, color: soft}}],
    };
  }

  // Every fifth year within the time of the scenario.
  const ticks = () => years.filter((y) => y % 5 === 0);

  // The years of decisions and scenes stand at the foot of each chart.
  function marks(indicator) {
    const [low, high] = indicator.range, foot = low - 0.09 * (high - low);
    const stops = [
      ...data.decisions.map((d) => ({at: d.year, sign: "diamond-open", words: `${d.year}: ${x.words.decide}: ${d.label[x.lang]}`})),
      ...data.chapters.map((c) => ({at: c.year + 0.5, sign: "triangle-up", words: `${c.year}: ${c.title[x.lang]}`})),
    ];
    return {x: stops.map((s) => s.at), y: stops.map(() => foot), mode: "markers", cliponaxis: false,
      marker: {symbol: stops.map((s) => s.sign), size: 7, color: colour("--soft")},
      hovertext: stops.map((s) => escapeText(s.words)), hoverinfo: "text"};
  }

  function traces(indicator, k, state) {
    const read = x.read(k), w = x.words;
    const accent = colour("--you"), soft = colour("--soft"), ink = colour("--ink");
    const [theirs, mine] = labelSides(indicator, state);
    const label = (words, y, side, font) => ({x: [end], y: [y], mode: "text", text: [" " + words], textposition: side, textfont: font,
      cliponaxis: false, hoverinfo: "skip"});
    const [observedX, observedY, observedText] = [[], [], []];
    for (const [year, value, source] of indicator.observed) {
      observedX.push(Number.isInteger(year) ? year + 0.5 : year);
      observedY.push(value);
      const from = data.sources[source];
      observedText.push(`${year}: ${quantity(read, value, x.lang)}<br>${escapeText(from ? from.publisher : source)}`);
    }
    const digits = digitsOf(read, last(state.you));
    const told = {text: years.map(String), hovertemplate: `%{text}: %{y:,.${digits}f} ${escapeText(read.unit[x.lang])}<extra></extra>`};
    const kept = state.kept.map(({values}, n) => ({x: middles, y: values, mode: "lines", line: {color: ink, width: 1.5, dash: KEPT_DASHES[n]}, ...told}));
    const keptMarks = state.kept.map(({name, values}, n) => ({
      x: [middles[middles.length - 1 - n]], y: [values[values.length - 1 - n]], mode: "text", text: [escapeText(keptMark(n))], textposition: "top center",
      textfont: {color: ink, size: 12}, hovertext: escapeText(name), hoverinfo: "text", cliponaxis: false,
    }));
    return [
      {x: middles, y: state.band ? state.band.low : [], mode: "lines", line: {width: 0}, hoverinfo: "skip"},
      {x: middles, y: state.band ? state.band.high : [], mode: "lines", line: {width: 0}, fill: "tonexty", fillcolor: colour("--band"), hoverinfo: "skip"},
      {x: middles, y: state.baseline, mode: "lines", line: {color: soft, width: 1.5, dash: "dash"}, ...told},
      ...kept,
      {x: middles, y: state.you, mode: "lines", line: {color: accent, width: 2.5}, ...told},
      {x: observedX, y: observedY, mode: "markers", marker: {color: ink, size: 5}, hovertext: observedText, hoverinfo: "text"},
      label(w.you, last(state.you), mine, {color: accent, size: 12}),
      label(w.baseline, last(state.baseline), theirs, {color: soft, size: 11}),
      marks(indicator),
      ...keptMarks,
    ];
  }

  // The two labels at the line's end keep out of each other's way: [carry on, you].
  function labelSides(indicator, state) {
    const gap = last(state.you) - last(state.baseline);
    if (Math.abs(gap) > 0.15 * (indicator.range[1] - indicator.range[0])) return ["middle right", "middle right"];
    return gap >= 0 ? ["bottom right", "top right"] : ["top right", "bottom right"];
  }

  function draw(k, element, state) {
    const indicator = data.indicators[k];
    Plotly.react(element, traces(indicator, k, state), layout(indicator),
      {displayModeBar: false, responsive: true, staticPlot: false, scrollZoom: false, doubleClick: false});
    drawn.set(k, {element, label: last(state.you), row: rowsOf(state.kept.length)});
    plotted.add(element);
  }

  // Plotly listens to the window for every chart, and so would hold the elements that are thrown away.
  function discard() {
    clearTimeout(timer);
    resting.clear();
    plotted.forEach((element) => Plotly.purge(element));
    plotted.clear();
    drawn.clear();
  }

  // A lever move changes three lines and one label. Plotly's own redraw takes 7-13 ms a chart, so
  // the lines are drawn at once and Plotly, which must know for hover, follows when the hand rests.
  function move(k, state) {
    const record = drawn.get(k), {element, row} = record;
    const [theirs, mine] = labelSides(data.indicators[k], state);
    const changed = [[row.low, state.band.low], [row.high, state.band.high], [row.you, state.you], [row.label, [last(state.you)]]];
    for (const [place, values] of changed) element.data[place].y = values;
    element.data[row.label].textposition = mine;
    element.data[row.label + 1].textposition = theirs;
    if (!sketch(record, state)) { settle(k); return; }
    resting.add(k);
    clearTimeout(timer);
    timer = setTimeout(settleNext, 200);
  }

  function sketch(record, state) {
    const {element, label, row} = record;
    record.parts ??= partsOf(element, row);
    const {lines, fill, text} = record.parts, axes = element._fullLayout;
    if (!fill?.isConnected || !text?.isConnected || !axes?.xaxis?.l2p) { record.parts = null; return false; }
    const across = middles.map((at) => axes.xaxis.l2p(at).toFixed(2));
    const points = (values) => values.map((v, i) => `${across[i]},${axes.yaxis.l2p(v).toFixed(2)}`);
    const [low, high] = [points(state.band.low), points(state.band.high)];
    lines[row.low].setAttribute("d", `M${low.join("L")}`);
    lines[row.high].setAttribute("d", `M${high.join("L")}`);
    lines[row.you].setAttribute("d", `M${points(state.you).join("L")}`);
    fill.setAttribute("d", `M${high.join("L")}L${low.reverse().join("L")}Z`);
    const shift = axes.yaxis.l2p(last(state.you)) - axes.yaxis.l2p(label);
    text.setAttribute("transform", `translate(0,${shift.toFixed(2)})`);
    return true;
  }

  // Plotly has no promise about its elements, so a chart without the expected ones is simply redrawn.
  function partsOf(element, row) {
    const lines = element.querySelectorAll("path.js-line"), texts = element.querySelectorAll(".scatterlayer .trace .text");
    const own = [...texts].filter((t) => t.querySelector("text")?.textContent.trim() === x.words.you);
    return lines.length <= row.you ? {} : {lines, fill: element.querySelector("path.js-fill"), text: own[0]};
  }

  const resting = new Set();
  let timer = 0;
  function settle(k) {
    const record = drawn.get(k);
    resting.delete(k);
    if (!record) return;
    record.parts?.text?.removeAttribute("transform");
    record.parts = null;
    record.label = last(record.element.data[record.row.you].y);
    Plotly.redraw(record.element);
  }
  // One chart at a time, so that the next move of a lever never waits for all of them.
  function settleNext() {
    const next = resting.values().next();
    if (next.done) return;
    settle(next.value);
    timer = setTimeout(settleNext, 10);
  }

  // A chart that was out of sight when the window changed has kept its old width.
  function fit(k) {
    const {element} = drawn.get(k);
    if (element.clientWidth && Math.abs(element._fullLayout.width - element.clientWidth) > 1) Plotly.Plots.resize(element);
  }

  return {draw, move, fit, years, isDrawn: (k) => drawn.has(k), forget: () => drawn.clear(), discard};
}

const KEPT_DASHES = ["dot", "dashdot", "longdash"];
const keptMark = (n) => "ABC"[n];

function escapeText(text) {
  return String(text).replace(/[&<>"']/g, (c) => `&#${c.charCodeAt(0)};`);
}
