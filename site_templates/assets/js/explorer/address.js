/* A scenario as the part of an address behind #, and back. Only what differs from the synthesis stands there, in a
   fixed order, so that one scenario has one address.

   Nothing in an address is trusted: whatever the data file does not list throws an Error with a plain sentence. */

export const STEPS = Object.freeze({
  threshold: { min: 0, max: 1, step: 0.01 },
  bounds: { min: 0.5, max: 2, step: 0.05 },
  quality: { min: 0, max: 1, step: 0.05 },
});
const NONE = "none";
const NAMES = ["synthesis", "without", "type", "from", "to", "quality", "discount", "reading", "threshold"].concat(
  ["dependence", "rule", "unanswered"],
);

/* The text behind # for a sparse scenario; empty if it changes nothing. */
export function written(document, scenario) {
  const { filters = {}, bounds = {} } = scenario;
  const text = new URLSearchParams();
  const put = (name, value) => value !== undefined && value !== null && text.append(name, value);
  if (scenario.synthesis !== document.syntheses[0].id) put("synthesis", scenario.synthesis);
  if (scenario.without?.length) put("without", scenario.without.join(" "));
  for (const [aspect, values] of Object.entries(filters.aspects ?? {})) {
    for (const value of values) put(`is-${aspect}`, value ?? "");
  }
  for (const type of filters.studyTypes ?? []) put("type", type);
  put("from", filters.years?.[0]);
  put("to", filters.years?.[1]);
  if (filters.leastQuality) put("quality", filters.leastQuality);
  if ("discount" in scenario) put("discount", scenario.discount ?? NONE);
  for (const [family, factor] of Object.entries(bounds)) put(`bounds-${family}`, factor);
  for (const name of ["reading", "threshold", "dependence", "rule", "unanswered"]) put(name, scenario[name]);
  return text.toString();
}

/* The sparse scenario that such a text stands for. */
export function parsed(document, text) {
  const asked = new URLSearchParams(text);
  const families = document.families.map(({ id }) => `bounds-${id}`);
  const aspects = document.aspects.map(({ id }) => `is-${id}`);
  for (const name of asked.keys()) {
    if (![...NAMES, ...families, ...aspects].includes(name)) throw new Error(`there is no choice called ${name}`);
  }
  const scenario = { synthesis: asked.get("synthesis") ?? document.syntheses[0].id };
  if (asked.get("without")) scenario.without = asked.get("without").split(" ");
  const filters = filtersOf(document, asked);
  if (Object.keys(filters).length) scenario.filters = filters;
  if (asked.has("discount")) scenario.discount = policy(document, asked.get("discount"));
  for (const name of ["reading", "dependence", "rule"]) if (asked.has(name)) scenario[name] = asked.get(name);
  if (asked.has("threshold")) scenario.threshold = number(asked, "threshold", STEPS.threshold);
  if (asked.has("unanswered")) scenario.unanswered = among(document.unanswered, asked.get("unanswered"), "rule");
  const bounds = document.families
    .filter(({ id }) => asked.has(`bounds-${id}`))
    .map(({ id }) => [id, number(asked, `bounds-${id}`, STEPS.bounds)]);
  if (bounds.length) scenario.bounds = Object.fromEntries(bounds);
  return scenario;
}

function filtersOf(document, asked) {
  const filters = {};
  const aspects = document.aspects
    .filter(({ id }) => asked.has(`is-${id}`))
    .map(({ id, title, values }) => {
      const known = ["", ...values.map((value) => value.id)];
      return [id, asked.getAll(`is-${id}`).map((value) => among(known, value, title) || null)];
    });
  if (aspects.length) filters.aspects = Object.fromEntries(aspects);
  const types = document.study_types.map(({ id }) => id);
  if (asked.has("type")) filters.studyTypes = asked.getAll("type").map((type) => among(types, type, "type of study"));
  if (asked.has("from") || asked.has("to")) filters.years = [year(asked, "from"), year(asked, "to")];
  if (asked.has("quality")) filters.leastQuality = number(asked, "quality", STEPS.quality);
  return filters;
}

function policy(document, id) {
  return document.discount_policies.some((one) => one.id === id) || id !== NONE ? id : null;
}

function year(asked, name) {
  if (!asked.has(name)) return null;
  const text = asked.get(name);
  if (!/^\d{4}$/.test(text)) throw new Error(`${text} is no year`);
  return Number(text);
}

/* A number that the slider of the same name can show. */
function number(asked, name, { min, max, step }) {
  const text = asked.get(name);
  const value = Number(text);
  const steps = Math.round(value / step);
  const fits = /^\d(\.\d{1,2})?$/.test(text) && value >= min && value <= max && Math.abs(steps * step - value) < 1e-9;
  if (!fits) throw new Error(`${name} lies between ${min} and ${max} in steps of ${step}, not at ${text}`);
  return value;
}

function among(known, value, what) {
  if (!known.includes(value)) throw new Error(`there is no ${what} ${value}`);
  return value;
}
