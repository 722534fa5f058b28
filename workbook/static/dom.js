// Elements made by hand, and the markup of one explorer taken from the document's template.

function make(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (name === "class") element.className = value;
    else if (name.startsWith("on")) element.addEventListener(name.slice(2), value);
    else if (value === true) element.setAttribute(name, "");
    else if (value !== false && value !== null && value !== undefined) element.setAttribute(name, value);
  }
  element.append(...children);
  return element;
}

function press(text, act, attributes = {}) {
  return make("button", {type: "button", ...attributes, onclick: act}, text);
}

// Several explorers may stand in one document: every id and what refers to it gets a prefix.
const REFERRING = ["id", "for", "aria-labelledby", "aria-describedby", "aria-controls"];

function furnish(root, prefix) {
  const copy = document.getElementById("wb-explorer").content.cloneNode(true);
  for (const element of copy.querySelectorAll("*")) {
    for (const name of REFERRING) {
      if (element.hasAttribute(name)) element.setAttribute(name, element.getAttribute(name).split(" ").map((id) => prefix + id).join(" "));
    }
    const href = element.getAttribute("href");
    if (href?.startsWith("#")) element.setAttribute("href", `#${prefix}${href.slice(1)}`);
  }
  root.append(copy);
}

// What is opened on demand travels deflated; a browser that cannot inflate it has none of it.
async function unpacked(letters) {
  try {
    const bytes = Uint8Array.from(atob(letters), (letter) => letter.charCodeAt(0));
    return await new Response(new Blob([bytes]).stream().pipeThrough(new DecompressionStream("deflate-raw"))).json();
  } catch (error) { return {}; }
}

// Headings fit under those of the document around them: h1 of a page is h3 inside a notebook.
// What they look like hangs on their class, which stays.
function headingOf(shift, level, attributes, ...children) {
  return make(`h${Math.min(level + shift, 6)}`, {...attributes, class: `h${level} ${attributes.class ?? ""}`.trim()}, ...children);
}

function shiftHeadings(root, shift) {
  for (const old of root.querySelectorAll("h1, h2, h3, h4")) {
    const {class: more, ...attributes} = Object.fromEntries([...old.attributes].map(({name, value}) => [name, value]));
    old.replaceWith(headingOf(shift, Number(old.tagName[1]), {...attributes, class: more}, ...old.childNodes));
  }
}
