// Where a play is kept: in this browser when it allows, and in files that belong to the person.

// Browsers may forbid storage, be full, or forget; every access may fail, and the page lives on.
function createShelf(name) {
  const key = `workbook/${name}`, habits = "workbook/habits";
  function read(at) {
    try { return localStorage.getItem(at); } catch (error) { return null; }
  }
  function write(at, value) {
    try { localStorage.setItem(at, value); return true; } catch (error) { return false; }
  }
  function habit(what, value) {
    let known = {};
    try { known = JSON.parse(read(habits)) ?? {}; } catch (error) { known = {}; }
    if (value === undefined) return Object(known)[what];
    write(habits, JSON.stringify({...Object(known), [what]: value}));
    return value;
  }
  return {
    read: () => read(key),
    write: (value) => write(key, value),
    forget() { try { localStorage.removeItem(key); return true; } catch (error) { return false; } },
    habit,
    // Calls back when another window of this page has written.
    watch(heard) { addEventListener("storage", (event) => { if (event.key === key && event.newValue) heard(event.newValue); }); },
  };
}

// The day where the reader is, as 2026-11-27.
function today() {
  const now = new Date();
  return new Date(now - 60000 * now.getTimezoneOffset()).toISOString().slice(0, 10);
}

function saveFile(name, content) {
  const address = URL.createObjectURL(new Blob([content], {type: "application/json"}));
  const link = make("a", {href: address, download: name});
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(address), 10000);
}
