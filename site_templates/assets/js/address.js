/* Completes the lines to copy with the address of this site, where whoever built it did not know it, and copies them.
   Without this script they stand there as they continue that address. */
(function () {
  "use strict";

  function complete() {
    for (const block of document.querySelectorAll(".md-content [data-root]")) {
      if (location.protocol === "file:") continue;
      const root = new URL(".", new URL(block.dataset.root, document.baseURI)).href;
      delete block.dataset.root;
      block.querySelectorAll(".lr-address__page").forEach((page) => { page.textContent = root + page.textContent; });
      block.querySelectorAll(".lr-address__below").forEach((words) => words.remove());
      for (const line of block.querySelectorAll(".lr-address__snippet")) {
        line.textContent = line.textContent.replace(/((?:href|src)="|\]\()(?!https?:)/g, (before) => before + root);
      }
    }
  }

  complete();
  window.document$?.subscribe(complete);
})();
