// The switch for the code of all cells; it stays as it was left for as long as the window is open.
(function () {
"use strict";
const page = document.documentElement, button = document.getElementById("nb-switch");
const key = `workbook-code ${location.pathname}`;
page.dataset.script = "";

function show(on) {
  button.setAttribute("aria-pressed", String(on));
  if (on) page.dataset.code = "shown"; else delete page.dataset.code;
  for (const listing of document.querySelectorAll(".nb-source")) listing.open = on;
}

// A browser may forbid to remember anything.
function remembered() { try { return sessionStorage.getItem(key); } catch { return null; } }
function remember(on) { try { sessionStorage.setItem(key, on ? "yes" : "no"); } catch { /* then not */ } }

const last = remembered();
if (last !== null) show(last === "yes");
button.addEventListener("click", () => {
  const on = button.getAttribute("aria-pressed") !== "true";
  show(on);
  remember(on);
});
})();
