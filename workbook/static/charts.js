// One chart an indicator: observed points, the band, carry on, and you. Rows change, figures stay.

function createCharts(data, words) {
  const years = Array.from({length: data.time.end - data.time.start}, (_, i) => data.time.start + i);
  const middles = years.map((y) => y + 0.5);
  const drawn = new Map();
  const ROW = {low: 0, high: 1, you: 3, label: 5};

  const last = (values) => values[values.length - 1];
  const colour = (name) => getComputedStyle(document.documentElement).getPropertyValue(name).trim();

  function layout(indicator, lang) {
    const ink = colour("--ink"), faint = colour("--rule"), soft = colour("--soft");
    const [low, high] = indicator.range;
    const line = (x, dash) => ({type: "line", x0: x, x1: x, y0: 0, y1: 1, yref: "paper", line: {color: faint, width: 1, dash}});
    return {
      height: 132, margin: {l: 46, r: 62, t: 4, b: 20}, showlegend: false, hovermode: "closest", dragmode: false,
      paper_bgcolor: "rgba(0,0,0,0)", plot_bgcolor: "rgba(0,0,0,0)", separators: lang === "en" ? ".," : ",.",
      font: {family: "system-ui, sans-serif", size: 12, color: ink},
      xaxis: {range: [data.time.start, data.time.end + 0.2], tickvals: [2015, 2020, 2025, 2030].map((y) => y + 0.5),
        ticktext: ["2015", "2020", "2025", "2030"], showgrid: false, zeroline: false, linecolor: faint, fixedrange: true},
      yaxis: {range: [low, high], nticks: 4, gridcolor: faint, zeroline: false, fixedrange: true,
        tickformat: high - low > 20 ? ",.0f" : ",.1f"},
      shapes: [line(data.time.acting, "solid"), ...data.decisions.map((d) => line(d.year, "dot"))],
      annotations: [{x: data.time.acting, y: 1, yref: "paper", yanchor: "top", xanchor: "right", text: words[lang].today,
        showarrow: false, font: {size: 11, color: soft}}],
    };
  }

  function traces(indicator, k, state, lang) {
    const w = words[lang], read = data.reads[data.levers.length + k];
    const accent = colour("--you"), soft = colour("--soft"), ink = colour("--ink");
    const end = [middles[middles.length - 1]];
    const [theirs, mine] = labelSides(indicator, state);
    const label = (text, y, side, font) => ({x: end, y: [y], mode: "text", text: [" " + text], textposition: side, textfont: font,
      cliponaxis: false, hoverinfo: "skip"});
    const [observedX, observedY, observedText] = [[], [], []];
    for (const [year, value, source] of indicator.observed) {
      observedX.push(Number.isInteger(year) ? year + 0.5 : year);
      observedY.push(value);
      const from = data.sources[source];
      observedText.push(`${year}: ${quantity(read, value, lang)}<br>${escapeText(from ? from.publisher : source)}`);
    }
    const digits = digitsOf(read, last(state.you));
    const told = {text: years.map(String), hovertemplate: `%{text}: %{y:,.${digits}f} ${escapeText(read.unit[lang])}<extra></extra>`};
    return [
      {x: middles, y: state.band ? state.band.low : [], mode: "lines", line: {width: 0}, hoverinfo: "skip"},
      {x: middles, y: state.band ? state.band.high : [], mode: "lines", line: {width: 0}, fill: "tonexty", fillcolor: colour("--band"), hoverinfo: "skip"},
      {x: middles, y: state.baseline, mode: "lines", line: {color: soft, width: 1.5, dash: "dash"}, ...told},
      {x: middles, y: state.you, mode: "lines", line: {color: accent, width: 2.5}, ...told},
      {x: observedX, y: observedY, mode: "markers", marker: {color: ink, size: 5}, hovertext: observedText, hoverinfo: "text"},
      label(w.you, last(state.you), mine, {color: accent, size: 12}),
      label(w.baseline, last(state.baseline), theirs, {color: soft, size: 11}),
    ];
  }

  // The two labels at the line's end keep out of each other's way: [carry on, you].
  function labelSides(indicator, state) {
    const gap = last(state.you) - last(state.baseline);
    if (Math.abs(gap) > 0.15 * (indicator.range[1] - indicator.range[0])) return ["middle right", "middle right"];
    return gap >= 0 ? ["bottom right", "top right"] : ["top right", "bottom right"];
  }

  function draw(k, element, state, lang) {
    const indicator = data.indicators[k];
    Plotly.react(element, traces(indicator, k, state, lang), layout(indicator, lang),
      {displayModeBar: false, responsive: true, staticPlot: false, scrollZoom: false, doubleClick: false});
    drawn.set(k, {element, label: last(state.you)});
  }

  // A lever move changes three lines and one label. Plotly's own redraw takes 7-13 ms a chart, so
  // the lines are drawn at once and Plotly, which must know for hover, follows when the hand rests.
  function move(k, state) {
    const record = drawn.get(k), {element} = record;
    const [theirs, mine] = labelSides(data.indicators[k], state);
    const changed = [[ROW.low, state.band.low], [ROW.high, state.band.high], [ROW.you, state.you], [ROW.label, [last(state.you)]]];
    for (const [row, values] of changed) element.data[row].y = values;
    element.data[ROW.label].textposition = mine;
    element.data[ROW.label + 1].textposition = theirs;
    if (!sketch(record, state)) { settle(k); return; }
    resting.add(k);
    clearTimeout(timer);
    timer = setTimeout(settleNext, 200);
  }

  function sketch({element, label}, state) {
    const lines = element.querySelectorAll("path.js-line"), fill = element.querySelector("path.js-fill");
    const axes = element._fullLayout;
    if (lines.length < 4 || !fill || !axes?.xaxis?.l2p) return false;
    const points = (values) => values.map((v, i) => `${axes.xaxis.l2p(middles[i]).toFixed(2)},${axes.yaxis.l2p(v).toFixed(2)}`);
    const [low, high] = [points(state.band.low), points(state.band.high)];
    lines[ROW.low].setAttribute("d", `M${low.join("L")}`);
    lines[ROW.high].setAttribute("d", `M${high.join("L")}`);
    lines[ROW.you].setAttribute("d", `M${points(state.you).join("L")}`);
    fill.setAttribute("d", `M${high.join("L")}L${low.reverse().join("L")}Z`);
    const text = element.querySelectorAll(".scatterlayer .trace .text");
    const shift = axes.yaxis.l2p(last(state.you)) - axes.yaxis.l2p(label);
    text[text.length - 2]?.setAttribute("transform", `translate(0,${shift.toFixed(2)})`);
    return true;
  }

  const resting = new Set();
  let timer = 0;
  function settle(k) {
    const record = drawn.get(k);
    resting.delete(k);
    if (!record) return;
    for (const text of record.element.querySelectorAll(".scatterlayer .trace .text")) text.removeAttribute("transform");
    record.label = last(record.element.data[ROW.you].y);
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
    if (Math.abs(element._fullLayout.width - element.clientWidth) > 1) Plotly.Plots.resize(element);
  }

  return {draw, move, fit, years, isDrawn: (k) => drawn.has(k), forget: () => drawn.clear()};
}

function escapeText(text) {
  return String(text).replace(/[&<>"']/g, (c) => `&#${c.charCodeAt(0)};`);
}
