/* Names for parts of the theme that only a script can open and that have none: the search dialog, and the lists of a
   section that has a page of its own, whose label holds nothing but an arrow. */
(function () {
  "use strict";

  function name() {
    document.querySelector(".md-search[role=dialog]")?.setAttribute("aria-label", "Search");
    for (const list of document.querySelectorAll("nav.md-nav[aria-labelledby]")) {
      const label = document.getElementById(list.getAttribute("aria-labelledby"));
      const title = list.querySelector(".md-nav__title")?.textContent.trim();
      if (title && !label?.textContent.trim()) list.setAttribute("aria-label", title);
    }
  }

  /* Instant navigation draws the lists anew on each page; without it, or from a file, once is enough. */
  name();
  window.document$?.subscribe(name);
})();
