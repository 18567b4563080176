/* The explorer of the page "What if?": the reader's choices, what the engine makes of them, and the address that keeps
   them. The scenario in the address is the state: every change writes it there, and an address that is opened, typed or
   gone back to is read from there again. */

import { open } from "../engine/index.js";
import { parsed, written } from "./address.js";
import { fillChoices, readChoices, showValues } from "./choices.js";
import { element, harmless } from "./dom.js";
import { countTicks, fillFilters, readFilters } from "./filters.js";
import { markGroups } from "./groups.js";
import { summary } from "./outcome.js";
import { mainReason } from "./reasons.js";
import { fillStudies, followTick, readWithout, studiesOf, tickAll } from "./studies.js";
import { fillTable } from "./table.js";

const PAUSE = 400; // Milliseconds without a change before it is announced and explained.
const MOST_REASONS = 8;

/* The choices as an address has them. They outlast the place: the theme draws the page anew for a link within it. */
let kept = "";

/* Fills the page's place, when the data file at an address has come. Throws an Error if it cannot be read. */
export async function mount(place, address) {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`${response.status} ${address}`);
  const engine = open(await response.json());
  if (place.isConnected) start(place, engine);
}

function start(place, engine) {
  const { document: data } = engine;
  const part = (name) => place.querySelector(`[data-part="${name}"]`);
  const form = part("form");
  const ended = new AbortController();
  let context = null;
  let table = null;
  let timer = null;

  const on = (target, event, handle) => target.addEventListener(event, handle, { signal: ended.signal });
  const titles = data.syntheses.map(({ id, title }) => element("option", { value: id }, title));
  form.elements.synthesis.replaceChildren(...titles);
  on(form, "submit", (event) => event.preventDefault());
  on(form, "input", ({ target }) => (target === form.elements.synthesis ? renewed() : follow(target)));
  on(part("all"), "click", () => every(true));
  on(part("none"), "click", () => every(false));
  on(part("reset"), "click", renewed);
  on(part("copy"), "click", copy);
  on(window, "hashchange", moved);
  place.classList.add("lr-explorer--live");
  part("live").hidden = false;
  read();

  /* A link to a place of this page, as the one that skips the head, leaves the choices as they are. */
  function moved() {
    if (!place.isConnected) ended.abort();
    else if (isPlace(location.hash)) remember(kept);
    else read();
  }

  /* From the address; what it asks for in vain is told, and the official result shown. */
  function read() {
    let scenario = { synthesis: data.syntheses[0].id };
    const refused = part("refused");
    refused.hidden = true;
    try {
      const asked = parsed(data, isPlace(location.hash) ? kept : location.hash.slice(1));
      engine.run(asked);
      scenario = asked;
    } catch (error) {
      const why = harmless(error.message);
      const asked = `This address asks for something that is not here: ${why}.`;
      refused.textContent = `${asked} The official result is shown instead.`;
      refused.hidden = false;
    }
    fill(scenario, isPlace(location.hash));
  }

  /* Starts over with the synthesis that is chosen. */
  function renewed() {
    fill({ synthesis: form.elements.synthesis.value }, true);
  }

  /* Shows a sparse scenario in the form, and its results. */
  function fill(scenario, keep) {
    if (context?.plan.id !== scenario.synthesis) renew(scenario.synthesis);
    const whole = engine.complete(scenario);
    form.elements.synthesis.value = scenario.synthesis;
    fillStudies(form, data, context.studies, whole.without);
    fillFilters(form, data, context.studies, whole.filters);
    fillChoices(form, engine, whole, context.neutral);
    update(scenario, keep);
  }

  function renew(synthesis) {
    const plan = data.syntheses.find(({ id }) => id === synthesis);
    const usual = new Map(engine.run({ synthesis }).effects.map((one) => [one.effect, one]));
    const addresses = {
      finding: (id, effect) => place.dataset.finding.replace("SYNTHESIS", id).replace("EFFECT", effect),
      model: (id) => place.dataset.model.replace("STUDY", id.split("/")[0]).replace("MODEL", id.split("/")[1]),
    };
    context = { engine, plan, usual, addresses, studies: studiesOf(data, plan), neutral: engine.neutral(synthesis) };
    table = fillTable(part("rows"), context);
  }

  function follow(input) {
    followTick(form, input);
    countTicks(form);
    if (input.name === "reading") form.elements.threshold.value = engine.complete({ reading: input.value }).threshold;
    change();
  }

  function every(checked) {
    tickAll(form, checked);
    change();
  }

  /* From the form. */
  function change() {
    const scenario = { synthesis: context.plan.id, ...readChoices(form, data, context.neutral) };
    const without = readWithout(form);
    const filters = readFilters(form, data);
    if (without.length) scenario.without = without;
    if (Object.keys(filters).length) scenario.filters = filters;
    update(scenario, true);
  }

  function update(scenario, keep) {
    performance.mark("explorer");
    const result = engine.run(scenario);
    const found = table.show(result);
    const untouched = Object.keys(scenario).length === 1;
    const whole = counts(context.plan.evidence_models);
    part("summary").textContent = summary(found, untouched, counts(result.evidenceModels), whole);
    showValues(form, engine, result.scenario);
    markGroups(form, engine, result.scenario, context.neutral);
    part("reset").disabled = untouched;
    kept = written(data, scenario);
    if (keep) remember(kept);
    performance.measure("explorer", "explorer");
    clearTimeout(timer);
    timer = setTimeout(() => explain(result, found), PAUSE);
  }

  /* The theme keeps a place to scroll to in the state of the address. */
  function remember(text) {
    part("refused").hidden = true;
    part("copied").textContent = "";
    history.replaceState(history.state, "", `${location.pathname}${location.search}${text ? `#${text}` : ""}`);
  }

  /* What takes longer, or would be spoken at every step of a slider. */
  function explain({ scenario }, found) {
    part("announced").textContent = part("summary").textContent;
    table.refresh();
    const moved = found.filter(({ kind }) => kind === "range");
    const items = moved.slice(0, MOST_REASONS).map(({ effect, title }) => {
      return element("li", {}, `${title}: ${mainReason(engine, scenario, effect)}.`);
    });
    part("why").hidden = !moved.length;
    part("reasons").replaceChildren(...items);
    part("more-reasons").hidden = moved.length <= MOST_REASONS;
  }

  async function copy() {
    try {
      await navigator.clipboard.writeText(location.href);
      part("copied").textContent = "Copied.";
    } catch {
      part("copied").textContent = "Copy the address of this page: it holds your choices.";
    }
  }
}

function isPlace(hash) {
  return document.getElementById(hash.slice(1)) !== null;
}

function counts(models) {
  return { models: models.length, studies: new Set(models.map((id) => id.split("/")[0])).size };
}
