/* Combination rules (mirrors generator/sensitivity/combination_rules.py), on mass functions: maps from bit mask to mass.

   Dempster's rule is not here: see simple_support.js. Sums run in the order of the bodies of evidence, as they do there. */

import { WHOLE, hull } from "./scale.js";

export const RULES = Object.freeze({ yager, dubois_prade: duboisPrade, unnormalised, averaging });

/* bodies: [{range, beliefValue}] in order. Mass on the empty set stays in the map. */
export function combineBy(rule, bodies) {
  if (!Object.hasOwn(RULES, rule)) throw new Error(`no combination rule ${rule} is known here`);
  return RULES[rule](bodies.map(simpleSupport));
}

/* Each set as the smallest range that contains it, for reading a range off: belief in a range stays the same. */
export function hulls(masses) {
  const found = new Map();
  for (const { mask, mass } of masses) add(found, hull(mask).mask, mass);
  return [...found].map(([mask, mass]) => ({ mask, mass }));
}

function simpleSupport({ range, beliefValue }) {
  if (range.mask === WHOLE) return new Map([[WHOLE, 1]]);
  return new Map([
    [range.mask, beliefValue],
    [WHOLE, 1 - beliefValue],
  ]);
}

function unnormalised(bodies) {
  return pairwise(bodies, (left, right) => left & right);
}

function yager(bodies) {
  const found = new Map();
  for (const [mask, mass] of unnormalised(bodies)) add(found, mask || WHOLE, mass);
  return found;
}

function duboisPrade(bodies) {
  return pairwise(bodies, (left, right) => left & right || left | right);
}

function averaging(bodies) {
  const found = new Map();
  for (const body of bodies) for (const [mask, mass] of body) add(found, mask, mass / bodies.length);
  return found;
}

function pairwise(bodies, together) {
  return bodies.reduce((one, other) => {
    const found = new Map();
    for (const [left, mass] of one) for (const [right, share] of other) add(found, together(left, right), mass * share);
    return found;
  }, new Map([[WHOLE, 1]]));
}

function add(found, mask, mass) {
  found.set(mask, (found.get(mask) ?? 0) + mass);
}
