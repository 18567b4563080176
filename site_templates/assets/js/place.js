/* Goes to the place that an address names, opens what it lies in, and marks it. Browsers do most of this themselves, but
   instant navigation keeps them from noticing: a page that is swapped in has no target. */
(function () {
  "use strict";

  const MARK = "lr-here";

  function go() {
    document.querySelectorAll(`.${MARK}`).forEach((one) => one.classList.remove(MARK));
    const target = document.getElementById(named(location.hash));
    if (!target?.closest(".md-content")) return;
    for (let box = target.closest("details"); box; box = box.parentElement.closest("details")) box.open = true;
    target.classList.add(MARK);
    requestAnimationFrame(() => target.scrollIntoView());
  }

  function named(hash) {
    try {
      return decodeURIComponent(hash.slice(1));
    } catch {
      return "";
    }
  }

  window.addEventListener("hashchange", go);
  if (window.document$) window.document$.subscribe(go);
  else go();
})();
