// ipywidgets' sliders and number fields have no accessible name: take the one of their lever.
function nameAll(root) {
  for (const box of root.querySelectorAll(".wb-lever-box")) {
    const name = box.querySelector(".wb-lever")?.dataset.name;
    if (!name) continue;
    for (const control of box.querySelectorAll(".noUi-handle, input")) {
      if (control.getAttribute("aria-label") !== name) control.setAttribute("aria-label", name);
    }
  }
}

function render({el}) {
  // The explorer is drawn piece by piece; look again whenever something was added to it.
  const find = () => el.closest(".wb-explorer");
  const observer = new MutationObserver(() => { const root = find(); if (root) nameAll(root); });
  observer.observe(document.body, {childList: true, subtree: true});
  setTimeout(() => { const root = find(); if (root) nameAll(root); });
  return () => observer.disconnect();
}

export default {render};
