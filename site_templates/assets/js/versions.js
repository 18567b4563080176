/* The selector of versions leads to the same page of the chosen version, or to its home if it has no such page. */
(function () {
  "use strict";

  document.addEventListener("click", (event) => {
    const link = event.target instanceof Element && event.target.closest("a.md-version__link");
    if (!link || event.button || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    event.stopPropagation();
    open(new URL("./", link.href));
  }, true);

  async function open(version) {
    const page = document.querySelector(".lr-status")?.dataset.page;
    const found = page !== undefined && (await pages(version)).includes(page);
    location.assign(new URL(found ? page + location.hash : "index.html", version));
  }

  /* The pages of a version; none if they cannot be known. */
  async function pages(version) {
    try {
      const response = await fetch(new URL("data/pages.json", version));
      return response.ok ? (await response.json()).pages : [];
    } catch {
      return [];
    }
  }
})();
