// One chart an indicator: observed points, the band, carry on, and you. Rows change, figures stay.

function createCharts(data, words) {
  const years = Array.from({length: data.time.end - data.time.start}, (_, i) => data.time.start + i);
  const middles = years.map((y) => y + 0.5);
  const drawn = new Map();
  const ROW = {low: 0, high: 1, baseline: 2, you: 3};

  const colour = (name) => getComputedStyle(document.documentElement).getPropertyValue(name).trim();

  function layout(indicator, lang) {
    const ink = colour("--ink"), faint = colour("--rule"), soft = colour("--soft");
    const [low, high] = indicator.range;
    const line = (x, dash) => ({type: "line", x0: x, x1: x, y0: 0, y1: 1, yref: "paper", line: {color: faint, width: 1, dash}});
    return {
      height: 190, margin: {l: 48, r: 62, t: 6, b: 26}, showlegend: false, hovermode: "closest", dragmode: false,
      paper_bgcolor: "rgba(0,0,0,0)", plot_bgcolor: "rgba(0,0,0,0)", separators: lang === "en" ? ".," : ",.",
      font: {family: "system-ui, sans-serif", size: 12, color: ink},
      xaxis: {range: [data.time.start, data.time.end + 0.2], tickvals: [2015, 2020, 2025, 2030].map((y) => y + 0.5),
        ticktext: ["2015", "2020", "2025", "2030"], showgrid: false, zeroline: false, linecolor: faint, fixedrange: true},
      yaxis: {range: [low, high], nticks: 5, gridcolor: faint, zeroline: false, fixedrange: true,
        tickformat: high - low > 20 ? ",.0f" : ",.1f"},
      shapes: [line(data.time.acting, "solid"), ...data.decisions.map((d) => line(d.year, "dot"))],
      annotations: [{x: data.time.acting, y: 1, yref: "paper", yanchor: "top", xanchor: "right", text: words[lang].today,
        showarrow: false, font: {size: 11, color: soft}}],
    };
  }

  function traces(indicator, k, state, lang) {
    const w = words[lang], read = data.reads[data.levers.length + k];
    const accent = colour("--you"), soft = colour("--soft"), ink = colour("--ink");
    const last = years.length - 1;
    const label = (text) => years.map((_, i) => (i === last ? " " + text : ""));
    const [observedX, observedY, observedText] = [[], [], []];
    for (const [year, value, source] of indicator.observed) {
      observedX.push(Number.isInteger(year) ? year + 0.5 : year);
      observedY.push(value);
      const from = data.sources[source];
      observedText.push(`${year}: ${quantity(read, value, lang)}<br>${escapeText(from ? from.publisher : source)}`);
    }
    const told = (values) => values.map((v, i) => `${years[i]}: ${quantity(read, v, lang)}`);
    return [
      {x: middles, y: state.band ? state.band.low : [], mode: "lines", line: {width: 0}, hoverinfo: "skip"},
      {x: middles, y: state.band ? state.band.high : [], mode: "lines", line: {width: 0}, fill: "tonexty", fillcolor: colour("--band"), hoverinfo: "skip"},
      {x: middles, y: state.baseline, mode: "lines+text", line: {color: soft, width: 1.5, dash: "dash"}, text: label(w.baseline),
        textposition: "middle right", textfont: {color: soft, size: 11}, cliponaxis: false, hovertext: told(state.baseline), hoverinfo: "text"},
      {x: middles, y: state.you, mode: "lines+text", line: {color: accent, width: 2.5}, text: label(w.you),
        textposition: labelSide(state), textfont: {color: accent, size: 12}, cliponaxis: false, hovertext: told(state.you), hoverinfo: "text"},
      {x: observedX, y: observedY, mode: "markers", marker: {color: ink, size: 5}, hovertext: observedText, hoverinfo: "text"},
    ];
  }

  // The two labels at the line's end keep out of each other's way.
  function labelSide(state) {
    const a = state.you[state.you.length - 1], b = state.baseline[state.baseline.length - 1];
    return a === b ? "top right" : a > b ? "top right" : "bottom right";
  }

  function draw(k, element, state, lang) {
    const indicator = data.indicators[k];
    Plotly.react(element, traces(indicator, k, state, lang), layout(indicator, lang),
      {displayModeBar: false, responsive: true, staticPlot: false, scrollZoom: false, doubleClick: false});
    drawn.set(k, {element, lang});
  }

  function move(k, state, lang) {
    const {element} = drawn.get(k);
    const read = data.reads[data.levers.length + k];
    Plotly.restyle(element, {
      y: [state.band.low, state.band.high, state.you],
      textposition: [undefined, undefined, labelSide(state)],
      hovertext: [undefined, undefined, state.you.map((v, i) => `${years[i]}: ${quantity(read, v, lang)}`)],
    }, [ROW.low, ROW.high, ROW.you]);
  }

  return {draw, move, years, isDrawn: (k) => drawn.has(k), forget: () => drawn.clear()};
}

function escapeText(text) {
  return String(text).replace(/[&<>"']/g, (c) => `&#${c.charCodeAt(0)};`);
}
