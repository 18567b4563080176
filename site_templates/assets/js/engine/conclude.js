/* From a scenario to its conclusions (mirrors generator/conversion/convert.py and generator/aggregation/aggregate.py). */

import { combineBy, hulls } from "./combination_rules.js";
import { conflictOf } from "./conflict.js";
import { counted, shareOf } from "./dependence.js";
import { discounted, factorsIn } from "./discount.js";
import { round } from "./exact.js";
import { intensityRange, moved } from "./intensity.js";
import { belief, ignorance, plausibility } from "./measures.js";
import { beliefIn } from "./prepare.js";
import { read } from "./reading.js";
import { RANGES, hull } from "./scale.js";
import { chosen } from "./scenario.js";
import { combineSupports } from "./simple_support.js";

/* {evidenceModels, effects} of a complete scenario; effects: only these ids, if given. */
export function conclusions(prepared, scenario, effects = null) {
  const evidenceModels = chosen(prepared, scenario);
  const about = bodies(prepared, scenario, evidenceModels, effects && new Set(effects));
  const found = prepared.document.effects.filter(({ id }) => about.has(id));
  return { evidenceModels, effects: found.map((effect) => conclusion(effect, about.get(effect.id), scenario)) };
}

/* The bodies of evidence by effect, in aggregation order. */
function bodies(prepared, scenario, evidenceModels, wanted) {
  const models = evidenceModels.map((id) => prepared.models.get(id));
  const believed = beliefs(prepared, scenario, models);
  const bands = bandsOf(prepared, scenario.bounds);
  const policy = scenario.discount === null ? null : prepared.discounts.get(scenario.discount);
  const found = new Map();
  for (const model of models) {
    for (const entry of model.entries) {
      if (wanted && !wanted.has(entry.effect)) continue;
      if (!found.has(entry.effect)) found.set(entry.effect, []);
      const family = bands.get(prepared.effects.get(entry.effect).family);
      found.get(entry.effect).push(body(model, entry, believed.get(model.study), family, policy));
    }
  }
  return found;
}

/* By study: its belief, and what the treatment of dependence leaves of it for each of its evidence models. */
function beliefs(prepared, { dependence, unanswered }, models) {
  const numbers = new Map();
  for (const { study } of models) numbers.set(study, (numbers.get(study) ?? 0) + 1);
  return new Map(
    [...numbers].map(([study, number]) => {
      const { value } = beliefIn(prepared, study, unanswered);
      return [study, { studyBelief: value, share: shareOf(dependence, value, number) }];
    }),
  );
}

/* The intensity bands of every family under a scenario's bounds. */
export function bandsOf(prepared, bounds) {
  const own = (family) => (typeof bounds === "number" ? bounds : (bounds[family] ?? 1));
  return new Map([...prepared.families].map(([family, bands]) => [family, moved(bands, own(family))]));
}

function body(model, { measured, stated, factors }, { studyBelief, share }, bands, policy) {
  const found = policy ? factorsIn(factors, measured, policy) : {};
  return {
    evidenceModel: model.id,
    study: model.study,
    range: stated ?? intensityRange(measured.mean, bands),
    improvement: measured && measured.mean,
    studyBelief,
    share,
    factors: found,
    beliefValue: policy ? found && discounted(share, found, policy) : share,
  };
}

function conclusion({ id, family }, reporting, scenario) {
  const missing = reporting.filter((piece) => piece.beliefValue === null).map((piece) => piece.evidenceModel);
  const evidence = missing.length ? reporting : counted(scenario.dependence, reporting);
  const studies = [...new Set(evidence.map((piece) => piece.study))];
  const whole = { effect: id, family, evidence, studies, missing };
  return missing.length ? { ...whole, ...NOTHING } : { ...whole, ...result(evidence, scenario) };
}

const NOTHING = Object.freeze({
  masses: [],
  empty: 0,
  range: null,
  belief: null,
  plausibility: null,
  ignorance: null,
  tied: false,
  conflict: Object.freeze({ lastStep: null, total: null, weight: null }),
  deltaPoints: null,
  change: null,
});

function result(evidence, { rule, reading, threshold }) {
  const combined = combineSupports(evidence);
  const { masses, empty, readable } = rule === "dempster" ? dempster(combined) : otherwise(rule, evidence);
  const { range, tied } = read(readable, reading, threshold);
  const inRange = range && belief(readable, range.mask);
  const deltaPoints = range && pointsOf(inRange, evidence);
  return {
    masses,
    empty,
    range,
    belief: inRange,
    plausibility: range && plausibility(masses, range.mask),
    ignorance: masses.length ? ignorance(masses) : null,
    tied,
    conflict: conflictOf(evidence, combined),
    deltaPoints,
    change: range && changeOf(deltaPoints),
  };
}

function dempster(combined) {
  const all = combined.masses.map((mass, place) => ({ mask: RANGES[place].mask, mass }));
  const masses = all.filter((one) => one.mass > 0);
  return { masses, empty: 0, readable: masses };
}

function otherwise(rule, evidence) {
  const combined = combineBy(rule, evidence);
  const masses = [...combined].filter(([mask, mass]) => mask && mass > 0).map(([mask, mass]) => ({ mask, mass }));
  const readable = hulls(masses);
  masses.sort((a, b) => hull(a.mask).place - hull(b.mask).place || a.mask - b.mask);
  return { masses, empty: combined.get(0) ?? 0, readable };
}

/* Change of belief in whole percentage points, half away from zero. */
function pointsOf(value, evidence) {
  const delta = round(100 * (value - Math.max(...evidence.map((piece) => piece.beliefValue))), 9);
  return Math.sign(delta) * Math.floor(Math.abs(delta) + 0.5) + 0;
}

function changeOf(points) {
  if (points >= 5) return "reinforced";
  if (points >= 1) return "slightly reinforced";
  return points === 0 ? "unchanged" : "weakened";
}
