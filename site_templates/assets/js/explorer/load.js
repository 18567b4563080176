/* Starts the explorer on its page. It is made of modules, which browsers do not load from file:// (every file is an
   origin of its own there); the page then keeps what it says without JavaScript. Instant navigation drops the type of
   a script in a page, so that this one, on every page, imports the modules where the page asks for them. */
(function () {
  "use strict";

  async function start() {
    const place = document.querySelector("[data-explorer]");
    if (!place || place.dataset.started || location.protocol === "file:") return;
    place.dataset.started = "yes";
    const address = (name) => new URL(place.dataset[name], document.baseURI).href;
    try {
      const { mount } = await import(address("explorer"));
      await mount(place, address("document"));
    } catch (error) {
      console.debug("The explorer did not start:", error);
      place.querySelector("[data-failed]").hidden = false;
    }
  }

  start();
  window.document$?.subscribe(start);
})();
