/* The choices about the method: one of several, or a value on a slider. Each says what the published result uses. */

import { beliefText, exactText } from "../engine/format.js";
import { STEPS } from "./address.js";
import { element } from "./dom.js";

const PUBLISHED = "as published here";
const UNANSWERED = Object.freeze({ dropped: "Left out of the mean", count_as_zero: "Counted as not met" });

/* The options of each choice that is one of several: {value, title, meaning}; the empty value stands for none. */
function options(document) {
  const unanswered = document.unanswered.map((id) => ({ id, title: UNANSWERED[id] ?? id }));
  const none = { id: "", title: "No discount", meaning: "Study beliefs count in full." };
  const each = { id: "", title: "As each study says", meaning: "" };
  return {
    discount: [...document.discount_policies, none],
    reading: document.reading_policies,
    dependence: document.dependence,
    rule: document.rules,
    unanswered: [each, ...unanswered],
  };
}

/* Fills the places of all choices for a complete scenario; neutral is that of its synthesis. */
export function fillChoices(form, engine, scenario, neutral) {
  for (const [choice, list] of Object.entries(options(engine.document))) {
    const radios = list.map((one) => radio(choice, one, scenario[choice] ?? "", neutral[choice] ?? ""));
    place(form, choice).replaceChildren(...radios);
  }
  const threshold = slider("threshold", "Threshold", STEPS.threshold, scenario.threshold, neutral.threshold);
  place(form, "threshold").replaceChildren(threshold);
  const factors = engine.document.families.map(({ id, title }) =>
    slider(`bounds-${id}`, `${title}, bounds times`, STEPS.bounds, scenario.bounds[id] ?? 1, 1),
  );
  place(form, "bounds").replaceChildren(...factors);
  showValues(form, engine, scenario);
}

/* What stands at the choices, as a sparse scenario. */
export function readChoices(form, document, neutral) {
  const found = {};
  for (const choice of ["discount", "reading", "dependence", "rule", "unanswered"]) {
    const value = form.elements[choice].value || null;
    if (value !== neutral[choice]) found[choice] = value;
  }
  const reading = document.reading_policies.find(({ id }) => id === (found.reading ?? neutral.reading));
  const threshold = Number(form.elements.threshold.value);
  if (threshold !== reading.parameters.share) found.threshold = threshold;
  const bounds = document.families
    .map(({ id }) => [id, Number(form.elements[`bounds-${id}`].value)])
    .filter(([, factor]) => factor !== 1);
  if (bounds.length) found.bounds = Object.fromEntries(bounds);
  return found;
}

/* The words beside the sliders. */
export function showValues(form, engine, scenario) {
  const bands = engine.bands(scenario);
  for (const input of form.querySelectorAll("input[type=range]")) {
    const family = input.name.startsWith("bounds-") ? input.name.slice("bounds-".length) : null;
    const published = Number(input.dataset.published) === Number(input.value) ? `, ${PUBLISHED}` : "";
    const limits = family && bands.get(family).flatMap(({ upTo }) => (upTo === null ? [] : [exactText(upTo)]));
    const words = `${beliefText(Number(input.value))}${published}`;
    input.setAttribute("aria-valuetext", words);
    input.parentElement.querySelector("b").textContent = words;
    const note = input.parentElement.querySelector("small");
    if (limits) note.textContent = `Changes count from ${limits.join(", ")} percent on.`;
  }
}

/* The value stands in no output: a label would belong to that, and the slider would have no name. */
export function slider(name, title, { min, max, step }, value, published) {
  const input = element("input", { type: "range", name, min, max, step, value, "data-published": published });
  return element("label", { class: "lr-explorer__slider" }, `${title}: `, element("b"), input, element("small"));
}

function radio(name, { id, title, meaning = "" }, chosen, published) {
  const input = element("input", { type: "radio", name, value: id, checked: id === chosen });
  const official = id === published ? element("em", {}, ` ${PUBLISHED}`) : "";
  const said = meaning ? element("small", {}, meaning) : "";
  return element("label", { class: "lr-explorer__option" }, input, element("span", {}, title, official, said));
}

function place(form, choice) {
  return form.querySelector(`[data-choice="${choice}"]`);
}
