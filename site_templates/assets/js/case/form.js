/* The choices that describe a case: one value of each aspect, and any effects or families that matter. */

import { countText } from "../engine/format.js";
import { inSentence } from "../engine/sentences.js";
import { element, harmless, listed } from "../explorer/dom.js";

const MATTERS = "matters";
const IS = "is-";

/* Fills the places of the choices. */
export function fillForm(places, data, rules) {
  const aspects = data.aspects.filter(({ id }) => rules.aspects.includes(id));
  places.aspects.replaceChildren(...aspects.map((one) => aspectSelect(data, rules, one)));
  places.matters.replaceChildren(...data.families.map((one) => family(data, one)));
}

/* What is chosen: ``asked``, aspects with the value wanted; ``wanted``, ids of effects, null for all; and the ``text``
   that keeps both in an address. */
export function chosen(form, data) {
  const selects = [...form.querySelectorAll("select")].filter(({ value }) => value);
  const ticked = [...form.querySelectorAll(`[name=${MATTERS}]:checked`)].map(({ value }) => value);
  const wanted = data.effects.filter((one) => ticked.includes(one.id) || ticked.includes(one.family));
  const pairs = [...selects.map(({ name, value }) => [name, value]), ...ticked.map((one) => [MATTERS, one])];
  return {
    asked: Object.fromEntries(selects.map(({ name, value }) => [name.slice(IS.length), value])),
    wanted: wanted.length ? wanted.map(({ id }) => id) : null,
    text: new URLSearchParams(pairs).toString(),
  };
}

/* Chooses what such a text asks for; [what it asks for in vain]. */
export function choose(form, text) {
  clear(form);
  return [...new URLSearchParams(text)].flatMap(([name, value]) => {
    const found = choices(form).find((one) => one.name === name && one.value === value);
    if (!found) return [harmless(`${name} ${value}`)];
    if ("selected" in found.control) found.control.selected = true;
    else found.control.checked = true;
    return [];
  });
}

export function clear(form) {
  for (const select of form.querySelectorAll("select")) select.value = "";
  for (const box of form.querySelectorAll("input")) box.checked = false;
}

/* Says beside the effects which of them matter. */
export function tellMatters(place, data, wanted) {
  const titles = data.effects.filter(({ id }) => wanted?.includes(id)).map(({ title }) => inSentence(title));
  place.textContent = wanted ? listed(titles, 3) : "everything";
}

/* Everything that an address may ask for. */
function choices(form) {
  const options = [...form.querySelectorAll("select option")].filter(({ value }) => value);
  return [
    ...options.map((control) => ({ name: control.closest("select").name, value: control.value, control })),
    ...[...form.querySelectorAll("input")].map((control) => ({ name: control.name, value: control.value, control })),
  ];
}

/* A choice for each value that occurs in the synthesis, with the number of studies. */
function aspectSelect(data, rules, { id, title, values }) {
  const used = new Set(data.syntheses.find((one) => one.id === rules.synthesis).evidence_models);
  const has = (value) => (model) => used.has(model.id) && (model.aspects[id] ?? []).includes(value);
  const options = values
    .map((value) => ({ ...value, studies: data.studies.filter((one) => one.evidence_models.some(has(value.id))).length }))
    .filter(({ studies }) => studies)
    .map(({ id: value, title: words, studies }) =>
      element("option", { value }, `${words} (${countText(studies, "study", "studies")})`),
    );
  const any = element("option", { value: "" }, "any");
  return element("label", {}, `${title} `, element("select", { name: `${IS}${id}` }, any, ...options));
}

/* A family and its effects to tick. */
function family(data, { id, title }) {
  const effects = data.effects.filter((one) => one.family === id);
  const boxes = effects.map((effect) => tick(effect.id, effect.title));
  const whole = tick(id, `All of ${inSentence(title)}`);
  return element("div", { role: "group", "aria-label": title }, whole, ...boxes);
}

function tick(value, title) {
  const box = element("input", { type: "checkbox", name: MATTERS, value });
  return element("label", { class: "lr-explorer__option" }, box, element("span", {}, title));
}
