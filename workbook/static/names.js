// What ipywidgets leaves out for people without a mouse: names of sliders, keys of controls, live regions that stay, and in
// which language the words are (JupyterLab may speak another).

function nameAll(root) {
  for (const box of root.querySelectorAll(".wb-lever-box")) {
    const name = box.querySelector(".wb-lever")?.dataset.name;
    if (!name) continue;
    for (const control of box.querySelectorAll(".noUi-handle, input")) {
      if (control.getAttribute("aria-label") !== name) control.setAttribute("aria-label", name);
    }
  }
}

// JupyterLab takes arrows, Enter and letters for its cells ("d d" deletes one) wherever nobody types text.
function keepKeys(root) {
  for (const control of root.querySelectorAll("select, button, [role=slider], [type=radio], [type=checkbox]")) {
    control.setAttribute("data-lm-suppress-shortcuts", "true");
  }
}

// A region is read aloud only if it was there before its words: the status itself is replaced, its parent stays.
function sayAloud(root) {
  for (const said of root.querySelectorAll("[role=status]:only-child")) said.parentElement.ariaLive = "polite";
}

// The kernel asks after a press: what was typed before has been sent when this is answered.
function initialize({model}) {
  const answer = () => {
    model.set("answered", model.get("asked"));
    model.save_changes();
  };
  model.on("change:asked", answer);
  answer();
}

function render({model, el}) {
  // The widgets are drawn piece by piece; look again whenever something was added.
  const mend = () => {
    const root = el.closest(".wb-explorer");
    if (!root) return;
    if (model.get("lang")) root.lang = model.get("lang");
    [nameAll, keepKeys, sayAloud].forEach((each) => each(root));
  };
  const observer = new MutationObserver(mend);
  observer.observe(document.body, {childList: true, subtree: true});
  setTimeout(mend);
  return () => observer.disconnect();
}

export default {initialize, render};
