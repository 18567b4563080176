/* Prepares the page for the study that an empty cell of a map asks for: submit.html#effect=…&technique=…. Only ids that
   the page itself lists are taken up; without this script the page says the same in general. */
(function () {
  "use strict";

  function prepare() {
    const note = document.querySelector(".lr-submit");
    if (!note) return;
    const asked = new URLSearchParams(location.hash.slice(1));
    const [effects, techniques] = [note.dataset.effects, note.dataset.techniques].map((text) => JSON.parse(text));
    const effect = listed(asked.get("effect"), effects);
    const technique = listed(asked.get("technique"), techniques);
    note.hidden = !(effect || technique);
    const wanted = [effect && `the effect “${effects[effect]}”`, technique && `the technique “${techniques[technique]}”`];
    note.querySelector("[data-lr-wanted]").textContent = wanted.filter(Boolean).join(" by ");
    const options = [effect && ` --effect ${effect}`, technique && ` --technique ${technique}`];
    document.querySelector("[data-lr-options]").textContent = options.filter(Boolean).join("");
    aim(document.querySelector("[data-lr-form]"), effect, note.dataset.results);
  }

  /* The form takes values for its fields from its address. */
  function aim(link, effect, results) {
    if (!link) return;
    const address = new URL(link.href);
    address.searchParams.delete("results");
    if (effect) address.searchParams.set("results", `${results}\n | ${effect} | | | |`);
    link.href = address.href;
  }

  function listed(id, known) {
    return Object.hasOwn(known, id ?? "") ? id : "";
  }

  prepare();
  window.addEventListener("hashchange", prepare);
  window.document$?.subscribe(prepare);
})();
