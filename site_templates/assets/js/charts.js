/* Replaces a static chart by its interactive twin when it comes near the viewport.

   A figure names its specifications and the Vega bundle by data attributes, relative to the page. The static SVG stays
   until the interactive one is drawn, and for good if anything fails: script, network, or a page opened from a file.
   Colours are CSS variables, so a change of the colour scheme needs nothing from here. */
(function () {
  "use strict";

  const NEAR = "300px";
  const VARIANTS = { wide: "specWide", narrow: "specNarrow" };

  let generation = 0;
  let views = [];
  let observer = null;
  let bundle = null;
  let tooltip = null;

  /* Starts over for the page now shown; instant navigation calls this once per page. */
  function watch() {
    generation += 1;
    observer?.disconnect();
    hideTooltip();
    views.forEach((view) => view.finalize());
    views = [];

    /* A hidden panel never intersects: the other variant waits until the media query shows it. */
    const jobs = panels();
    observer = new IntersectionObserver(
      (entries) => {
        for (const { isIntersecting, target } of entries) {
          if (!isIntersecting) continue;
          observer.unobserve(target);
          upgrade(target, jobs.get(target), generation);
        }
      },
      { rootMargin: NEAR },
    );
    jobs.forEach((job, panel) => observer.observe(panel));
  }

  /* Maps each panel to the absolute addresses of its specification and of Vega, while the page's address still holds. */
  function panels() {
    const found = new Map();
    for (const figure of document.querySelectorAll("figure.lr-chart[data-vega]")) {
      for (const [variant, key] of Object.entries(VARIANTS)) {
        const panel = figure.querySelector(`.lr-chart__${variant}`);
        const spec = figure.dataset[key];
        if (panel && spec) found.set(panel, { spec: absolute(spec), vega: absolute(figure.dataset.vega) });
      }
    }
    return found;
  }

  function absolute(address) {
    return new URL(address, document.baseURI).href;
  }

  async function upgrade(panel, job, born) {
    try {
      const response = await fetch(job.spec);
      if (!response.ok) throw new Error(`${response.status} ${job.spec}`);
      const spec = await response.json();
      await Promise.all([load(job.vega), document.fonts.ready]);
      if (born !== generation) return;

      const stage = document.createElement("div");
      stage.className = "lr-chart__live";
      stage.setAttribute("aria-hidden", "true"); // The panel already has the name of the chart.
      const view = await window.vegaEmbed(stage, spec, {
        actions: false,
        ast: true,
        defaultStyle: false,
        logLevel: window.vega.Error,
        renderer: "svg",
        tooltip: showTooltip,
      });
      if (born !== generation) return view.finalize();
      views.push(view);
      panel.replaceChildren(stage);
    } catch (error) {
      console.debug("A chart stays static:", error);
    }
  }

  /* Loads the bundle once; after a failure the next chart tries again. */
  function load(address) {
    bundle ??= new Promise((resolve, reject) => {
      const script = document.createElement("script");
      script.src = address;
      script.onload = resolve;
      script.onerror = () => {
        bundle = null;
        script.remove();
        reject(new Error(address));
      };
      document.head.append(script);
    });
    return bundle;
  }

  /* Vega's tooltip handler. Values become text nodes, never markup. */
  function showTooltip(handler, event, item, value) {
    if (value === null || value === undefined || value === "") return hideTooltip();
    tooltip ??= document.createElement("div");
    tooltip.className = "lr-tooltip";
    tooltip.setAttribute("aria-hidden", "true");
    tooltip.replaceChildren(...(typeof value === "object" ? rows(value) : [String(value)]));
    Object.assign(tooltip.style, { position: "fixed", pointerEvents: "none" });
    document.body.append(tooltip);
    place(event);
  }

  function rows(value) {
    const table = document.createElement("table");
    for (const [name, content] of Object.entries(value)) {
      const row = table.insertRow();
      const head = document.createElement("th");
      head.scope = "row";
      head.textContent = name;
      row.append(head);
      row.insertCell().textContent = String(content);
    }
    return [table];
  }

  /* Beside the pointer, on the side where there is room. */
  function place(event) {
    const gap = 12;
    const { width, height } = tooltip.getBoundingClientRect();
    const right = event.clientX + gap + width <= document.documentElement.clientWidth;
    const below = event.clientY + gap + height <= window.innerHeight;
    const left = right ? event.clientX + gap : event.clientX - gap - width;
    const top = below ? event.clientY + gap : event.clientY - gap - height;
    tooltip.style.left = `${Math.max(0, left)}px`;
    tooltip.style.top = `${Math.max(0, top)}px`;
  }

  function hideTooltip() {
    tooltip?.remove();
  }

  function start() {
    try {
      watch();
    } catch (error) {
      console.debug("Charts stay static:", error);
    }
  }

  if (location.protocol === "file:") return;
  if (window.document$) window.document$.subscribe(start);
  else if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", start);
  else start();
})();
