/* Scenarios: what a reader may choose, what is chosen if nothing is said, and which evidence models that selects. */

import { RULES } from "./combination_rules.js";
import { beliefIn } from "./prepare.js";

const NO_FILTERS = Object.freeze({
  aspects: {},
  studyTypes: [],
  years: [null, null],
  leastStudyBelief: 0,
  leastQuality: 0,
});

/* The scenario that changes nothing about a synthesis. */
export function neutral(prepared, synthesis) {
  const plan = known(prepared.syntheses, synthesis, "synthesis");
  return {
    synthesis,
    evidenceModels: null,
    without: [],
    filters: { ...NO_FILTERS },
    discount: plan.discount,
    reading: plan.reading,
    threshold: prepared.readings.get(plan.reading).parameters.share,
    bounds: {},
    dependence: "as_is",
    rule: "dempster",
    unanswered: null,
  };
}

/* A scenario with everything that it leaves out as the synthesis has it. Throws an Error with a plain sentence. */
export function complete(prepared, scenario) {
  const usual = neutral(prepared, scenario.synthesis ?? prepared.document.syntheses[0].id);
  const odd = Object.keys(scenario).filter((name) => !(name in usual));
  if (odd.length) throw new Error(`a scenario has no ${odd.join(", ")}`);
  const found = { ...usual, ...scenario, synthesis: usual.synthesis };
  found.filters = { ...NO_FILTERS, ...scenario.filters };
  const reading = known(prepared.readings, found.reading, "reading policy");
  found.threshold = scenario.threshold ?? reading.parameters.share;
  check(prepared, found);
  return found;
}

function check(prepared, { evidenceModels, without, discount, threshold, bounds, dependence, rule }) {
  const { document } = prepared;
  for (const model of evidenceModels ?? []) known(prepared.models, model, "evidence model");
  for (const one of without) if (!prepared.studies.has(one)) known(prepared.models, one, "study or evidence model");
  if (discount !== null) known(prepared.discounts, discount, "discount policy");
  for (const family of Object.keys(bounds)) known(prepared.families, family, "family");
  if (!document.dependence.some((one) => one.id === dependence)) unknown(dependence, "treatment of dependence");
  if (rule !== "dempster" && !Object.hasOwn(RULES, rule)) unknown(rule, "combination rule");
  if (!(threshold >= 0 && threshold <= 1)) throw new Error(`a threshold lies between 0 and 1, not at ${threshold}`);
}

/* The evidence models that a complete scenario selects, in aggregation order. */
export function chosen(prepared, scenario) {
  const { synthesis, evidenceModels, without, filters, unanswered } = scenario;
  const ids = evidenceModels ?? prepared.syntheses.get(synthesis).evidence_models;
  const omitted = new Set(without);
  return [...new Set(ids)].filter((id) => {
    const model = prepared.models.get(id);
    if (omitted.has(id) || omitted.has(model.study)) return false;
    return passesStudy(prepared, model.study, filters, unanswered) && passesAspects(model.aspects, filters.aspects);
  });
}

function passesStudy(prepared, id, { studyTypes, years, leastStudyBelief, leastQuality }, unanswered) {
  const study = prepared.studies.get(id);
  const [from, to] = years;
  if (studyTypes.length && !studyTypes.includes(study.type)) return false;
  if ((from !== null && study.year < from) || (to !== null && study.year > to)) return false;
  const { value, quality } = beliefIn(prepared, id, unanswered);
  return value >= leastStudyBelief && (leastQuality === 0 || (quality !== null && quality >= leastQuality));
}

/* One of the wanted values for each aspect that is asked for; null among them stands for "not known". */
function passesAspects(aspects, wanted) {
  return Object.entries(wanted).every(([aspect, values]) => {
    const own = aspects[aspect] ?? [];
    return !values.length || values.some((value) => (value === null ? !own.length : own.includes(value)));
  });
}

function known(records, id, what) {
  return records.get(id) ?? unknown(id, what);
}

function unknown(id, what) {
  throw new Error(`there is no ${what} ${id}`);
}
