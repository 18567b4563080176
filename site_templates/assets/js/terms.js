/* Explains a term where it stands: when its link to the glossary is pointed at, has the keyboard, or is tapped.

   The explanation stays while the pointer is on it, and goes with Escape. Terms come from one file, fetched once. Without
   this script, and where the file cannot be fetched, the links lead to the glossary. */
(function () {
  "use strict";

  const LINKS = ".md-content a[href*='glossary.html#']";
  const HINTS = ".md-content thead abbr[title]";
  const PATIENCE = 250; // Milliseconds.

  let terms = null;
  let box = null;
  let shownFor = null;
  let timer = null;

  function loaded(link) {
    const address = new URL("data/glossary.json", new URL(link.href.split("#")[0]));
    terms ??= fetch(address)
      .then((response) => (response.ok ? response.json() : Promise.reject(new Error(String(response.status)))))
      .catch((error) => {
        console.debug("Terms stay links:", error);
        return {};
      });
    return terms;
  }

  async function show(place) {
    clearTimeout(timer);
    if (shownFor === place) return true;
    const words = await explanation(place);
    if (!words.length || !place.isConnected) return false;
    hide();
    shownFor = place;
    box = document.createElement("div");
    box.id = "lr-popover";
    box.className = "lr-popover";
    box.append(...words);
    place.setAttribute("aria-describedby", box.id);
    held(place);
    (place.closest("main") ?? document.body).append(box);
    beside(place);
    return true;
  }

  /* The title would be a second explanation on top of this one. */
  function held(place) {
    if (!place.title) return;
    place.dataset.title = place.title;
    place.removeAttribute("title");
  }

  async function explanation(place) {
    const own = place.title || place.dataset.title || "";
    if (!place.href) return own ? [line(own)] : [];
    const term = (await loaded(place))[decodeURIComponent(place.hash.slice(1))];
    if (!term) return own ? [line(own)] : [];
    const more = document.createElement("a");
    more.href = place.href;
    more.textContent = "In the glossary";
    more.tabIndex = -1; // The term itself is the same link.
    const last = document.createElement("p");
    last.append(more);
    const named = line(term.symbol ? `${term.title} (${term.symbol})` : term.title);
    named.className = "lr-popover__term";
    const meanings = own && own !== term.meaning ? [line(own), line(term.meaning)] : [line(term.meaning)];
    return [named, ...meanings, last];
  }

  function line(text) {
    const made = document.createElement("p");
    made.textContent = text;
    return made;
  }

  /* Below the term, or above where there is no room, and never beyond the page's edge. Its own origin depends on what
     it stands in, so it is measured. */
  function beside(place) {
    const { left, top, bottom } = place.getBoundingClientRect();
    Object.assign(box.style, { left: "0", top: "0" });
    const { width, height, left: fromLeft, top: fromTop } = box.getBoundingClientRect();
    const below = bottom + 4 + height <= window.innerHeight || top < height + 4;
    const edge = document.documentElement.clientWidth - width - 8;
    box.style.left = `${Math.max(8, Math.min(left, edge)) - fromLeft}px`;
    box.style.top = `${(below ? bottom + 4 : top - height - 4) - fromTop}px`;
  }

  function hide() {
    clearTimeout(timer);
    box?.remove();
    if (shownFor) {
      shownFor.removeAttribute("aria-describedby");
      if (shownFor.dataset.title) shownFor.title = shownFor.dataset.title;
    }
    box = shownFor = null;
  }

  function placeOf(target) {
    return target.closest?.(`${LINKS}, ${HINTS}`);
  }

  function later(act) {
    clearTimeout(timer);
    timer = setTimeout(act, PATIENCE);
  }

  document.addEventListener("pointerover", ({ target, pointerType }) => {
    if (pointerType === "touch") return;
    if (box?.contains(target)) return clearTimeout(timer);
    const place = placeOf(target);
    if (place) later(() => show(place));
    else if (box && document.activeElement !== shownFor) later(hide);
    else clearTimeout(timer);
  });
  document.addEventListener("focusin", ({ target }) => {
    const place = placeOf(target);
    if (place && target.matches(":focus-visible")) show(place);
    else if (!box?.contains(target)) hide();
  });
  document.addEventListener("focusout", ({ relatedTarget }) => !relatedTarget && document.hasFocus() && later(hide));
  document.addEventListener("keydown", ({ key }) => key === "Escape" && hide());

  /* A first tap explains, a second follows the link; a tap elsewhere puts the explanation away. */
  document.addEventListener(
    "click",
    (event) => {
      const place = placeOf(event.target);
      if (!place || event.pointerType !== "touch") return box?.contains(event.target) ? undefined : hide();
      if (shownFor === place || location.protocol === "file:") return undefined;
      event.preventDefault();
      event.stopPropagation();
      show(place).then((explained) => !explained && place.href && location.assign(place.href));
      return undefined;
    },
    true,
  );

  /* Headings that are explained but lead nowhere are reached by the keyboard too. */
  function reachable() {
    hide();
    document.querySelectorAll(HINTS).forEach((hint) => {
      hint.tabIndex = 0;
    });
  }

  reachable();
  window.document$?.subscribe(reachable);
})();
