// Figures of a notebook: each is drawn when it comes near the window, and once more where its place changes.
(function () {
"use strict";
const MONTHS = ["Januar", "Februar", "März", "April", "Mai", "Juni", "Juli", "August", "September", "Oktober", "November", "Dezember"];
const DAYS = ["Sonntag", "Montag", "Dienstag", "Mittwoch", "Donnerstag", "Freitag", "Samstag"];
Plotly.register({moduleType: "locale", name: "de", dictionary: {}, format: {
  days: DAYS, shortDays: DAYS.map((day) => day.slice(0, 2)), months: MONTHS, shortMonths: MONTHS.map((month) => month.slice(0, 3)),
  date: "%d.%m.%Y", decimal: ",", thousands: ".",
}});
const german = !document.documentElement.lang.startsWith("en");
const config = {displayModeBar: false, displaylogo: false, responsive: true, scrollZoom: false, plotlyServerURL: "", locale: german ? "de" : "en"};
const drawn = new WeakSet();
const NARROW = 480, LOW = 300;

// On a phone a figure leaves room for the text around it, and its legend does not stand beside it.
function fitted(element, figure) {
  if (element.clientWidth >= NARROW) return figure;
  const {layout} = figure, low = Math.min(layout.height, LOW);
  element.style.minHeight = `${low}px`;
  return {...figure, layout: {...layout, height: low, legend: {orientation: "h", ...layout.legend}}};
}

async function draw(element) {
  if (drawn.has(element)) return;
  drawn.add(element);
  const data = document.querySelector(`script[data-plot-of="${element.dataset.plot}"]`);
  try {
    await Plotly.newPlot(element, {...fitted(element, JSON.parse(data.textContent)), config});
    element.dataset.drawn = "";
  } catch {
    Plotly.purge(element);
    element.textContent = element.dataset.fault;
    element.removeAttribute("role");
    element.removeAttribute("aria-label");
    element.classList.add("nb-aside");
    element.style.minHeight = "";
  }
}

const all = (root = document) => [...root.querySelectorAll(".nb-canvas")];
function resize(root = document) {
  for (const element of all(root)) if ("drawn" in element.dataset && element.clientWidth) Plotly.Plots.resize(element);
}

const watcher = new IntersectionObserver((seen) => {
  for (const {isIntersecting, target} of seen) if (isIntersecting) { watcher.unobserve(target); draw(target); }
}, {rootMargin: "400px"});
for (const element of all()) watcher.observe(element);
addEventListener("beforeprint", () => { for (const element of all()) draw(element); });
globalThis.workbookPlots = {draw, resize, all};
})();
