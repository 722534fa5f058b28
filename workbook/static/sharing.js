// Run code, link, QR code, and the file that belongs to the person.

function sharingView(x) {
  const {data, $} = x;

  // The address follows when the levers rest: browsers refuse to change it many times a second.
  let addressing = 0;
  function renderCode() {
    const code = x.code();
    if ($("code").textContent === code) return;
    $("code").textContent = code;
    $("copied").textContent = "";
    if (x.kind !== "page") return;
    clearTimeout(addressing);
    addressing = setTimeout(() => {
      try { history.replaceState(null, "", `#${code}`); x.addressed(code); } catch (error) { /* some browsers forbid it for files */ }
    }, 200);
  }

  // A link may hold anything: a place in the page, as of the skip link, or what is no valid escape.
  function linkedCode() {
    const written = location.hash.slice(1);
    if (document.getElementById(written)) return "";
    try { return decodeURIComponent(written); } catch (error) { return written; }
  }

  // Where others can open this page: the address it was published under, or the one it was fetched from.
  function link() {
    const here = /^https?:$/.test(location.protocol) ? location.href.split("#")[0] : "";
    const base = data.address || here;
    return base ? `${base}#${x.code()}` : "";
  }

  function share() {
    const written = link() || x.code(), w = x.words;
    const said = make("span", {role: "status"});
    const copyOf = (label, words) => press(label, async () => { said.textContent = (await copy(words)) ? w.copied : w.copyByHand; });
    const svg = qrPicture(written, link() ? w.qrLink : w.qrCode);
    x.dialog(w.share,
      make("p", {}, w.codeHelp), make("p", {class: "contest-code"}, x.contest.codeNote()), make("p", {class: "big-code"}, x.code()),
      make("p", {class: "group"}, copyOf(w.copyCode, x.code()), link() ? copyOf(w.copyLink, link()) : "", said),
      make("p", {class: "soft"}, link() ? w.linkHelp : w.noLink), link() ? make("p", {class: "address"}, link()) : "", svg);
  }

  async function copy(words) {
    try { await navigator.clipboard.writeText(words); return true; } catch (error) { return false; }
  }

  async function copyCode() {
    if (await copy(x.code())) $("copied").textContent = x.words.copied;
    else getSelection().selectAllChildren($("code"));
  }

  // --- files ---------------------------------------------------------------------------------

  function saveAsFile() {
    saveFile(`${data.id}-${today()}-${x.code().slice(0, 5)}.json`, JSON.stringify(playToPlain(data, x.play, x.lang, new Date().toISOString()), null, 2));
    x.notice(x.words.savedFile);
  }

  async function openFile(file) {
    if (!file) return;
    let found;
    try { found = file.size > LARGEST_FILE ? {fault: "not-a-run"} : playFromText(data, await file.text()); } catch (error) { found = {fault: "unreadable"}; }
    $("file").value = "";
    if (found.fault) { x.notice(x.words.fileFaults[found.fault], true); return; }
    x.openPlay(found);
    x.notice(found.lost ? x.words.openedPartly(found.lost) : x.words.openedFile);
  }

  return {renderCode, linkedCode, share, copyCode, saveAsFile, openFile, link};
}

// Dark on light whatever the colours of the page: cameras expect it.
function qrPicture(words, label) {
  let code;
  try { code = leanQr.generate(words); } catch (error) { return ""; } // an address too long for any QR code
  const margin = 4, side = code.size + 2 * margin;
  let path = "";
  for (let y = 0; y < code.size; y++) {
    for (let x = 0; x < code.size; x++) if (code.get(x, y)) path += `M${x + margin} ${y + margin}h1v1h-1z`;
  }
  const svg = document.createElementNS("http://www.w3.org/2000/svg", "svg");
  for (const [name, value] of Object.entries({viewBox: `0 0 ${side} ${side}`, class: "qr", role: "img", "aria-label": label, "shape-rendering": "crispEdges"})) svg.setAttribute(name, value);
  for (const [d, fill] of [[`M0 0h${side}v${side}h-${side}z`, "#fff"], [path, "#000"]]) {
    const shape = document.createElementNS("http://www.w3.org/2000/svg", "path");
    shape.setAttribute("d", d);
    shape.setAttribute("fill", fill);
    svg.append(shape);
  }
  return svg;
}
