// Draws the charts of a notebook's explorer: each place carries its figure as text. The library stands above this script.

const WIDEST = 384;
const CONFIG = {displayModeBar: false};
const kept = new WeakMap(); // where a chart is shown -> the element it is drawn in

const widthAt = (home) => Math.min(home.clientWidth || WIDEST, WIDEST);

// A chart that moves comes as a new, empty place: the drawing goes there as it is, so that nothing flickers.
function draw(place) {
  const home = place.parentElement;
  const plot = kept.get(home) ?? document.createElement("div");
  kept.set(home, plot);
  place.append(plot);
  const {data, layout} = JSON.parse(place.dataset.figure);
  Plotly.react(plot, data, {...layout, width: widthAt(home)}, CONFIG);
}

function fit(plot) {
  const width = widthAt(plot.parentElement.parentElement);
  if (width !== plot.layout?.width) Plotly.relayout(plot, {width});
}

function render({el}) {
  const root = el.closest(".wb-explorer") ?? document.body;
  const each = (selector, act) => root.querySelectorAll(selector).forEach(act);
  const drawAll = () => root.isConnected && each(".wb-plot:empty", draw);
  const observer = new MutationObserver(drawAll);
  // Of the whole page: JupyterLab takes cells out of it that are out of sight, and puts them back.
  observer.observe(document.body, {childList: true, subtree: true});
  const sizes = new ResizeObserver(() => each(".wb-plot > .js-plotly-plot", fit));
  sizes.observe(root);
  setTimeout(drawAll);
  return () => [observer, sizes].forEach((watch) => watch.disconnect());
}

export default {render};
