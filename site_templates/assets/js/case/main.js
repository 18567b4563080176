/* The page for somebody who has to decide: a case is chosen, the evidence about cases like it is combined here. The
   case stands in the address, so that it can be shared, kept and gone back to. */

import { open } from "../engine/index.js";
import { countText } from "../engine/format.js";
import { inSentence } from "../engine/sentences.js";
import { written } from "../explorer/address.js";
import { element, harmless } from "../explorer/dom.js";
import { answer, scenario, steps } from "./answer.js";

const MATTERS = "matters";
const PAUSE = 400; // Milliseconds without a change before the answer is announced.

/* Fills the page's place, when the data file at an address has come. Throws an Error if it cannot be read. */
export async function mount(place, address) {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`${response.status} ${address}`);
  const engine = open(await response.json());
  if (place.isConnected) start(place, engine, JSON.parse(place.dataset.rules));
}

function start(place, engine, rules) {
  const { document: data } = engine;
  const part = (name) => place.querySelector(`[data-part="${name}"]`);
  const form = part("form");
  const ended = new AbortController();
  const aspects = data.aspects.filter(({ id }) => rules.aspects.includes(id));
  let timer = null;

  const on = (target, event, handle) => target.addEventListener(event, handle, { signal: ended.signal });
  part("selects").replaceChildren(...aspects.map((one) => aspectSelect(data, rules, one)), mattersSelect(data));
  on(form, "submit", (event) => event.preventDefault());
  on(form, "input", changed);
  on(part("reset"), "click", () => {
    for (const select of form.querySelectorAll("select")) select.value = "";
    changed();
  });
  on(window, "hashchange", () => (place.isConnected ? read() : ended.abort()));
  place.classList.add("lr-explorer--live");
  part("live").hidden = false;
  read();

  /* From the address; what is not known here is told and left out. A link to a place of the page changes nothing. */
  function read() {
    const hash = location.hash.slice(1);
    if (hash && document.getElementById(hash)) return show();
    const asked = new URLSearchParams(hash);
    const refused = [];
    for (const select of form.querySelectorAll("select")) select.value = "";
    for (const [name, value] of asked) {
      const select = form.elements[name];
      const known = select instanceof HTMLSelectElement && [...select.options].some((one) => one.value === value);
      if (known) select.value = value;
      else refused.push(harmless(`${name} ${value}`));
    }
    part("refused").hidden = !refused.length;
    part("refused").textContent = `This address asks for something that is not here: ${refused.join(", ")}.`;
    show();
  }

  function changed() {
    const chosen = [...form.querySelectorAll("select")].filter(({ value }) => value).map(({ name, value }) => [name, value]);
    const text = new URLSearchParams(chosen).toString();
    history.replaceState(history.state, "", `${location.pathname}${location.search}${text ? `#${text}` : ""}`);
    part("refused").hidden = true;
    show();
  }

  function show() {
    performance.mark("case");
    const asked = Object.fromEntries(
      aspects.map(({ id }) => [id, form.elements[`is-${id}`].value]).filter(([, value]) => value),
    );
    const taken = steps(engine, rules, asked);
    const last = taken[taken.length - 1];
    const found = last.models ? answer(engine, rules, last.given, wantedEffects(data, form.elements[MATTERS].value)) : null;
    part("answer").replaceChildren(...stepsShown(data, taken), ...(found ? shown(place, found) : []));
    part("whatif").href = `${place.dataset.whatif}#${written(data, scenario(rules, last.given))}`;
    performance.measure("case", "case");
    clearTimeout(timer);
    timer = setTimeout(() => {
      part("announced").textContent = [stepText(data, taken, taken.length - 1), found?.lead].filter(Boolean).join(" ");
    }, PAUSE);
  }
}

/* A choice for each value that occurs in the synthesis, with the number of studies. */
function aspectSelect(data, rules, { id, title, values }) {
  const used = new Set(data.syntheses.find((one) => one.id === rules.synthesis).evidence_models);
  const count = (value) =>
    data.studies.filter(({ evidence_models: models }) =>
      models.some((model) => used.has(model.id) && (model.aspects[id] ?? []).includes(value)),
    ).length;
  const options = values
    .map((value) => ({ ...value, studies: count(value.id) }))
    .filter(({ studies }) => studies)
    .map(({ id: value, title: words, studies }) =>
      element("option", { value }, `${words} (${countText(studies, "study", "studies")})`),
    );
  return select(`is-${id}`, title, "any", options);
}

function mattersSelect(data) {
  const groups = data.families.map(({ id, title }) => {
    const effects = data.effects.filter(({ family }) => family === id);
    const whole = element("option", { value: id }, `All of ${inSentence(title)}`);
    const each = effects.map((effect) => element("option", { value: effect.id }, effect.title));
    return element("optgroup", { label: title }, whole, ...each);
  });
  return select(MATTERS, "What matters", "everything", groups);
}

function select(name, title, any, options) {
  const first = element("option", { value: "" }, any);
  return element("label", {}, `${title} `, element("select", { name }, first, ...options));
}

function wantedEffects(data, chosen) {
  if (!chosen) return null;
  const family = data.effects.filter((one) => one.family === chosen).map(({ id }) => id);
  return family.length ? family : [chosen];
}

function stepsShown(data, taken) {
  const items = taken.map((_, at) => element("li", {}, stepText(data, taken, at)));
  return items.length > 1 ? [element("ol", { class: "lr-case__steps" }, ...items)] : [element("p", { class: "lr-case__size" }, ...items[0].childNodes)];
}

function stepText(data, taken, at) {
  const { dropped, models, studies } = taken[at];
  const size = models
    ? `${countText(models, "evidence model")} from ${countText(studies, "study", "studies")}`
    : "no evidence at all";
  if (dropped) {
    const { title } = data.aspects.find(({ id }) => id === dropped);
    return `Whatever the ${inSentence(title)}: ${size}.`;
  }
  return Object.keys(taken[at].given).length ? `Your case: ${size}.` : `All evidence: ${size}.`;
}

function shown(place, found) {
  const { dataset } = place;
  const finding = (effect) => dataset.finding.replace("EFFECT", effect);
  const derivation = (model, effect) => {
    const [study, slug] = model.split("/");
    return dataset.derivation.replace("STUDY", study).replace("MODEL", slug).replace("EFFECT", effect);
  };
  const worse = found.worse.map(({ text, evidenceModel, effect }) => item(text, derivation(evidenceModel, effect)));
  const against = worse.length
    ? list("What got worse", [...worse, ...(found.rest ? [element("li", {}, found.rest)] : [])])
    : [element("p", {}, "No single result got worse.")];
  const sides = found.sides.flatMap(({ title, lines }) =>
    list(title, lines.map(({ text, effect, more }) => item(text, finding(effect), more))),
  );
  return [element("p", { class: "lr-case__lead" }, found.lead), ...against, ...sides, ...unmeasured(place, found)];
}

function list(title, items) {
  return [element("p", { class: "lr-case__heading" }, title), element("ul", {}, ...items)];
}

function item(text, href, more = "") {
  return element("li", {}, element("a", { href }, text), more ? ` ${more}` : "");
}

function unmeasured(place, { unmeasured: effects }) {
  if (!effects.length) return [];
  const links = effects.flatMap(({ id, title }, at) => [
    at ? ", " : "",
    element("a", { href: `${place.dataset.submit}#effect=${encodeURIComponent(id)}` }, title),
  ]);
  return [element("p", { class: "lr-case__heading" }, "What nobody has measured here"), element("p", {}, ...links)];
}
