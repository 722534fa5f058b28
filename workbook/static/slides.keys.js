// Which keys belong to the slides, and which to what is focused on one.

const DECK_HOLDS = "input, select, textarea, [contenteditable], [role=slider], [role=spinbutton], [role=listbox], [role=textbox]";
const DECK_PRESSES = "button, summary, a[href], [role=button]";
const DECK_TURNS = {PageDown: 1, PageUp: -1};

// "deck": the key turns slides; "own": the focused element keeps it; "leave": the focus goes back to the slide.
// `inside` says what the focus is in: {holds, presses, explorer, types, dialog}.
function keyBelongs(key, inside) {
  if (inside.dialog) return "own";
  // A presenter's remote sends these; a slider that was dragged before must not swallow them.
  if (key in DECK_TURNS && !inside.types) return "deck";
  if (key === "Escape" && (inside.holds || inside.explorer)) return "leave";
  if (inside.holds || inside.explorer) return "own";
  if (inside.presses && (key === "Enter" || key === " ")) return "own";
  return "deck";
}

function whereFocusIs(element) {
  const within = (selector) => element.closest(selector) !== null;
  return {
    holds: within(DECK_HOLDS), presses: within(DECK_PRESSES), explorer: within(".wb, .wb-explorer, .explorer"),
    types: element.matches("textarea, select, [contenteditable]"), dialog: within("dialog"),
  };
}
