// The deck: reveal.js set up, the bar below the slides, fitting, and what a screen reader is told.

(function startDeck() {
  const $ = (id) => document.getElementById(`deck-${id}`);
  const root = document.documentElement, w = DECK.words;
  const reveal = document.querySelector(".reveal");
  const slides = [...document.querySelectorAll("deck-slide.deck-slide")];
  const still = matchMedia("(prefers-reduced-motion: reduce)");
  const narrow = matchMedia("(max-width: 799px), (max-height: 379px)");
  let letters = true;

  // --- the talk: where it stands, and its time -----------------------------------------------------

  const named = (slide) => slide.getAttribute("aria-label");
  const plan = planOf(slides.map((slide) => Number(slide.dataset.minutes) || 0), DECK.minutes);
  const minutes = plan ? plan.reduce((sum, each) => sum + each, 0) : 0;
  const talk = {
    watch: createStopwatch(() => performance.now()), minutes,
    minutesText: minutes.toLocaleString(DECK.lang, {maximumFractionDigits: 1}),
    plan: () => plan,
    at() {
      const number = Math.max(slides.indexOf(Reveal.getCurrentSlide()), 0) + 1, slide = slides[number - 1];
      return {number, total: slides.length, title: named(slide), notes: slide.querySelector(":scope > aside.notes"),
        next: number < slides.length ? named(slides[number]) : null};
    },
  };

  // --- size ------------------------------------------------------------------------------------------

  const sizes = () => (narrow.matches && !deckPrints
    ? {width: reveal.clientWidth, height: reveal.clientHeight} : {width: 1280, height: 720});
  function measure() {
    root.classList.toggle("deck-small", narrow.matches && !deckPrints);
    const {width, height} = sizes(), now = Reveal.getConfig();
    if (width !== now.width || height !== now.height) Reveal.configure({width, height});
    else Reveal.layout();
    fit(Reveal.getCurrentSlide());
    wake(Reveal.getCurrentSlide());
  }

  // What does not fit gets smaller letters; what then still does not fit scrolls, in letters that can be read.
  function fit(slide) {
    const body = slide.querySelector(":scope > .deck-body");
    const spills = () => body.scrollHeight > (deckPrints ? 720 : body.clientHeight) + 1;
    body.style.removeProperty("--fit");
    if (!slide.classList.contains("deck-live") && (deckPrints || !narrow.matches)) {
      for (const size of [0.93, 0.86, 0.8, 0.74]) if (spills()) body.style.setProperty("--fit", size);
      if (spills()) body.style.setProperty("--fit", 0.86);
    }
    if (!deckPrints) reachable(body, spills());
  }
  function reachable(body, spills) {
    if (spills) {
      body.tabIndex = 0;
      body.setAttribute("role", "group");
      body.setAttribute("aria-label", w.scrolls);
    } else for (const name of ["tabindex", "role", "aria-label"]) body.removeAttribute(name);
  }

  // Charts on a slide that was hidden have no size yet, see plotly.js#1664.
  function wake(slide) {
    globalThis.workbookPlots?.resize(slide);
    if (slide.classList.contains("deck-live")) window.dispatchEvent(new Event("resize"));
  }

  // --- going through ---------------------------------------------------------------------------------

  function arrived() {
    const slide = Reveal.getCurrentSlide(), at = talk.at();
    // What nobody sees must not be reached by Tab; in the overview a click chooses a slide and presses nothing on it.
    for (const each of slides) {
      each.inert = each !== slide && !Reveal.isOverview();
      each.firstElementChild.inert = Reveal.isOverview();
    }
    fit(slide);
    wake(slide);
    $("place").textContent = `${at.number} / ${at.total}`;
    $("previous").disabled = Reveal.isFirstSlide() && !Reveal.availableFragments().prev;
    $("next").disabled = Reveal.isLastSlide() && !Reveal.availableFragments().next;
    view.show();
    own.show();
  }
  function turned() {
    arrived();
    const slide = Reveal.getCurrentSlide(), at = talk.at();
    slide.querySelector(":scope > .deck-body").scrollTop = 0;
    $("status").textContent = w.place.replace("{n}", at.number).replace("{m}", at.total).replace("{title}", at.title);
    if (!document.activeElement?.closest(".deck-bar, .deck-notes")) slide.focus({preventScroll: true});
  }

  // One screen further on a slide that scrolls; false at its end.
  function scrolled(way) {
    if (Reveal.isOverview() || Reveal.isPaused()) return false;
    const body = Reveal.getCurrentSlide().querySelector(":scope > .deck-body");
    const left = way > 0 ? body.scrollHeight - body.clientHeight - body.scrollTop : body.scrollTop;
    if (body.tabIndex !== 0 || left < 2) return false;
    body.scrollBy({top: way * 0.8 * body.clientHeight, behavior: "instant"});
    return true;
  }

  const ACTS = {
    s: speak, n: () => toggleNotes(), c: toggleCode, "?": help, F1: help,
  };
  const ONWARD = {ArrowDown: 1, PageDown: 1, " ": 1, ArrowUp: -1, PageUp: -1};

  // Asked before reveal.js does anything with a key; true lets it.
  function mayTurn(event) {
    if (event.defaultPrevented || event.ctrlKey || event.metaKey) return false;
    const target = event.target?.nodeType === 1 ? event.target : document.body;
    const belongs = keyBelongs(event.key, whereFocusIs(target));
    if (belongs === "own") return false;
    if (belongs === "leave") {
      Reveal.getCurrentSlide().focus({preventScroll: true});
      event.preventDefault();
      return false;
    }
    const single = event.key.length === 1 && event.key !== " ";
    if (single && !letters) return false;
    const act = ACTS[single ? event.key.toLowerCase() : event.key];
    const way = event.shiftKey || event.altKey ? undefined : ONWARD[event.key];
    if (act) act();
    else if (way === undefined || !scrolled(way)) {
      // reveal.js keeps out of focused fields; a remote's key turns the slide from there too.
      if (!(event.key in DECK_TURNS) || target === document.body) return true;
      if (way > 0) Reveal.next();
      else Reveal.prev();
    }
    event.preventDefault();
    return false;
  }

  // The speaker's window has no deck of its own; its keys turn this one.
  function remoteKey(event) {
    if (event.target.closest("button") && (event.key === " " || event.key === "Enter")) return;
    const way = {ArrowRight: 1, ArrowLeft: -1, ...ONWARD}[event.key];
    if (way === undefined) return;
    event.preventDefault();
    if (way > 0) Reveal.next();
    else Reveal.prev();
  }

  // --- the bar ---------------------------------------------------------------------------------------

  const view = createSpeakerView($("notes"), talk, false);
  const own = createSpeakerWindow(talk, remoteKey);
  setInterval(() => { if (!$("notes").hidden) view.tick(); own.tick(); }, 500);

  function toggleNotes(open = $("notes").hidden) {
    $("notes").hidden = !open;
    $("notes-button").setAttribute("aria-expanded", open);
    measure();
  }
  function speak() {
    if (own.open()) return;
    toggleNotes(true);
    view.complain();
  }
  function toggleCode() {
    const on = root.classList.toggle("deck-code");
    $("code").setAttribute("aria-pressed", on);
    fit(Reveal.getCurrentSlide());
  }
  function help() { $("help").showModal(); }

  $("previous").addEventListener("click", () => Reveal.prev());
  $("next").addEventListener("click", () => Reveal.next());
  $("overview").addEventListener("click", () => Reveal.toggleOverview());
  $("notes-button").addEventListener("click", () => toggleNotes());
  $("speaker").addEventListener("click", speak);
  $("code").addEventListener("click", toggleCode);
  $("code").hidden = !document.querySelector(".deck-listing");
  $("help-button").addEventListener("click", help);
  $("help-close").addEventListener("click", () => $("help").close());
  $("letters").addEventListener("change", (event) => { letters = !event.target.checked; });

  function overview(on) {
    $("overview").setAttribute("aria-pressed", on);
    $("status").textContent = on ? w["overview-on"] : "";
    arrived();
  }

  // --- start -----------------------------------------------------------------------------------------

  // An address may hold what is no valid escape.
  const written = (name) => { try { return decodeURIComponent(name); } catch { return name; } };

  // Links within the deck lead to the slide that holds what they name.
  document.addEventListener("click", (event) => {
    const link = event.target.closest(".deck-body a[href^='#']");
    if (!link || event.defaultPrevented) return;
    const found = document.getElementById(written(link.hash.slice(1)))?.closest("deck-slide.deck-slide");
    if (!found) return;
    event.preventDefault();
    const {h, v} = Reveal.getIndices(found);
    Reveal.slide(h, v);
  });
  document.addEventListener("toggle", (event) => {
    const body = event.target.closest?.(".deck-body");
    if (body && !deckPrints) reachable(body, body.scrollHeight > body.clientHeight + 1);
  }, true);

  Reveal.on("ready", () => {
    // It makes screen readers hand over every key, and repeats the whole slide as one line of text.
    reveal.removeAttribute("role");
    reveal.querySelector(".aria-status")?.remove();
    reveal.querySelector(".speaker-notes")?.remove();
    if (deckPrints) return;
    measure();
    arrived();
    root.dataset.deck = "ready";
  });
  Reveal.on("slidechanged", turned);
  Reveal.on("fragmentshown", arrived);
  Reveal.on("fragmenthidden", arrived);
  Reveal.on("overviewshown", () => overview(true));
  Reveal.on("overviewhidden", () => overview(false));
  Reveal.on("pdf-ready", finishSheets);
  if (deckPrints) beforeSheets(() => slides.forEach(fit));
  else new ResizeObserver(measure).observe(reveal);
  still.addEventListener("change", () => Reveal.configure({transition: still.matches ? "none" : "fade"}));
  addEventListener("pagehide", () => own.close());
  Reveal.initialize({
    ...sizes(), margin: 0, minScale: 0.05, maxScale: 8, center: false, hash: true, controls: false, progress: true,
    slideNumber: deckPrints ? "c/t" : false, showSlideNumber: "print", help: false, jumpToSlide: false, navigationMode: "linear",
    transition: still.matches ? "none" : "fade", transitionSpeed: "fast", autoAnimate: false, previewLinks: false,
    postMessage: false, postMessageEvents: false, scrollActivationWidth: null, hideInactiveCursor: false, keyboardCondition: mayTurn,
    pdfSeparateFragments: false,
  });
})();
