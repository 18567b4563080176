/* What only a script can do with a table or a chart: copy it, its citation and its line to show it elsewhere, and make a
   PNG of the drawing. The buttons come when they are opened; without this script files and words are there. */
(function () {
  "use strict";

  const SCALE = 2; // Pixels of the PNG per pixel of the drawing.

  function start() {
    document.querySelectorAll("details.lr-take[open]").forEach(furnish);
  }

  /* The event does not bubble, so it is caught on its way down. */
  document.addEventListener("toggle", ({ target }) => target.open && target.matches?.("details.lr-take") && furnish(target), true);

  function furnish(details) {
    if (details.dataset.ready) return;
    details.dataset.ready = "yes";
    const said = details.appendChild(document.createElement("p"));
    said.setAttribute("role", "status");
    if (navigator.clipboard) {
      for (const line of details.querySelectorAll(".lr-take__line")) {
        const text = line.querySelector(".lr-take__text");
        const what = line.firstChild.textContent.trim();
        button("Copy", `Copy: ${what}`, text, () => copy(text.textContent.trim(), said));
      }
      const table = previousTable(details);
      if (table) button("Copy as Markdown", "", details.querySelector(".lr-take__files").lastChild, () => copy(markdown(table), said));
    }
    const drawing = details.querySelector(".lr-take__drawing");
    if (drawing && location.protocol !== "file:") button("Drawing as PNG", "", drawing, () => png(drawing.href, said));
  }

  /* A button before a piece of text, or after a link. */
  function button(words, name, place, act) {
    const made = document.createElement("button");
    made.type = "button";
    made.textContent = words;
    if (name) made.setAttribute("aria-label", name);
    made.addEventListener("click", act);
    if (place.matches?.(".lr-take__text")) place.before(made);
    else place.after(made);
  }

  async function copy(text, said) {
    try {
      await navigator.clipboard.writeText(text);
      said.textContent = "Copied.";
    } catch {
      said.textContent = "The browser does not let this page copy.";
    }
  }

  function previousTable(details) {
    return details.previousElementSibling?.querySelector("table");
  }

  /* One line of headings, the last; a cell over several columns is followed by empty ones. */
  function markdown({ tHead, tBodies }) {
    const rows = [tHead.rows[tHead.rows.length - 1], ...[...tBodies].flatMap((body) => [...body.rows])];
    const cells = rows.map((row) => [...row.cells].flatMap((one) => [cell(one), ...Array(one.colSpan - 1).fill("")]));
    const lines = cells.map((row) => `| ${row.join(" | ")} |`);
    return [lines[0], `|${" --- |".repeat(cells[0].length)}`, ...lines.slice(1)].join("\n") + "\n";
  }

  function cell({ textContent }) {
    return textContent.trim().replace(/\s+/g, " ").replace(/[\\|`*_[\]<>]/g, "\\$&");
  }

  /* Draws the SVG into a canvas by way of a data address: the policy of the site allows no other way. */
  async function png(address, said) {
    said.textContent = "Drawing …";
    try {
      const response = await fetch(address);
      if (!response.ok) throw new Error(String(response.status));
      const picture = new Image();
      picture.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(await response.text())}`;
      await picture.decode();
      const canvas = document.createElement("canvas");
      canvas.width = picture.naturalWidth * SCALE;
      canvas.height = picture.naturalHeight * SCALE;
      canvas.getContext("2d").drawImage(picture, 0, 0, canvas.width, canvas.height);
      const link = document.createElement("a");
      link.href = canvas.toDataURL("image/png");
      link.download = address.split("/").pop().replace(/\.svg$/, ".png");
      link.click();
      said.textContent = "";
    } catch (error) {
      console.debug("No PNG:", error);
      said.textContent = "The PNG could not be made; the SVG holds the same drawing.";
    }
  }

  /* What was opened before this script came. */
  start();
  window.document$?.subscribe(start);
})();
