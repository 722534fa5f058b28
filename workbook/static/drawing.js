// A drawing that came ready with the page: its shapes, what lies on them, and its labels line by line.

function svgElement(tag, attributes, ...children) {
  const element = document.createElementNS("http://www.w3.org/2000/svg", tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  element.append(...children);
  return element;
}

function drawing(plain, lang, name, between = "", marked = new Set()) {
  const {size, line, mark, halo} = DRAWING, [width, height] = plain.box;
  const svg = svgElement("svg", {viewBox: `0 0 ${width} ${height}`, role: "img", "aria-label": name, fill: "currentColor", "font-size": size});
  svg.innerHTML = plain.shapes + between;
  svg.append(svgElement("g", halo, ...plain.spots.map(([x, y, anchor, bold], k) => {
    const lines = plain.labels[lang][k], foot = y + 0.35 * size - ((lines.length - 1) * line) / 2;
    const rows = lines.map((words, n) => svgElement("tspan", {x, y: (foot + n * line).toFixed(1)}, n === 0 && marked.has(k) ? mark + words : words));
    return svgElement("text", {"text-anchor": anchor, ...(bold || marked.has(k) ? {"font-weight": 600} : {})}, ...rows);
  })));
  return svg;
}

// A sentence of the drawings with its values.
const fill = (template, values) => template.replace(/\{([a-z-]+)\}/g, (_, name) => values[name]);

// Rows in groups; a group without a title is the table itself.
function plainTable(heads, ...groups) {
  const row = ([first, ...cells]) => make("tr", {}, make("th", {scope: "row"}, first), ...cells.map((words) => make("td", {}, words)));
  return make("table", {class: "words"}, make("thead", {}, make("tr", {}, ...heads.map((words) => make("th", {scope: "col"}, words)))),
    ...groups.map(([title, rows]) => make("tbody", {}, ...(title ? [make("tr", {}, make("th", {scope: "rowgroup", colspan: heads.length, class: "group-head"}, title))] : []), ...rows.map(row))));
}
