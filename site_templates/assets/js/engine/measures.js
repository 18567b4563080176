/* What masses say about a set of levels (mirrors generator/aggregation/measures.py).

   masses: [{mask, mass}], the masses above 0 on sets that are not empty. */

import { exactSum } from "./exact.js";
import { SINGLES, WHOLE } from "./scale.js";

/* Bel: mass on sets within a set of levels, 0–1. */
export function belief(masses, mask) {
  return sum(masses, (one) => (one.mask & ~mask) === 0);
}

/* Pl: mass on sets that meet it, 0–1. */
export function plausibility(masses, mask) {
  return sum(masses, (one) => (one.mask & mask) !== 0);
}

/* Mass on the whole scale, 0–1. */
export function ignorance(masses) {
  return directMass(masses, WHOLE);
}

/* Mass on exactly this set, 0–1. */
export function directMass(masses, mask) {
  return sum(masses, (one) => one.mask === mask);
}

/* For each level, the probability if every mass is shared equally among its levels. */
export function pignistic(masses) {
  return SINGLES.map((level) =>
    capped(masses.filter((one) => one.mask & level.mask).map((one) => one.mass / width(one.mask))),
  );
}

function width(mask) {
  return SINGLES.filter((level) => mask & level.mask).length;
}

function sum(masses, counts) {
  const values = [];
  for (const one of masses) if (counts(one)) values.push(one.mass);
  return capped(values);
}

function capped(values) {
  return Math.min(1, exactSum(values));
}
