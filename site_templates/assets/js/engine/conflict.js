/* How much the evidence contradicts itself, and which studies do (mirrors generator/aggregation/conflict.py). */

import { exactSum } from "./exact.js";
import { RANGES } from "./scale.js";
import { combineSupports } from "./simple_support.js";

/* {lastStep, total, weight} of evidence in its order, given what all of it combines to. Always Dempster's. */
export function conflictOf(evidence, combined) {
  if (!combined.masses.length) return { lastStep: null, total: 1, weight: null };
  return { lastStep: lastStep(evidence), total: combined.conflict, weight: combined.weight };
}

/* K of the last pairwise step: the last body's mass times what the others put on ranges disjoint from its own. */
function lastStep(evidence) {
  const before = combineSupports(evidence.slice(0, -1));
  const last = evidence[evidence.length - 1];
  const disjoint = before.masses.filter((_, place) => (RANGES[place].mask & last.range.mask) === 0);
  return last.beliefValue * exactSum(disjoint);
}

/* [{studies: [a, b], weight}], largest first: the weight of the conflict that two studies create together beyond what
   each creates within itself, and within a study; Infinity is total conflict. */
export function studyConflicts(evidence) {
  const byStudy = new Map();
  for (const piece of evidence) byStudy.set(piece.study, [...(byStudy.get(piece.study) ?? []), piece]);
  const studies = [...byStudy.keys()];
  const alone = new Map(studies.map((study) => [study, combineSupports(byStudy.get(study)).weight]));
  const found = studies.map((study) => ({ studies: [study, study], weight: alone.get(study) }));
  studies.forEach((one, at) => {
    for (const other of studies.slice(at + 1)) {
      const together = combineSupports([...byStudy.get(one), ...byStudy.get(other)]).weight;
      found.push({ studies: [one, other], weight: beyond(together, alone.get(one) + alone.get(other)) });
    }
  });
  return found.filter(({ weight }) => weight > 0).sort((a, b) => b.weight - a.weight);
}

function beyond(together, within) {
  return within === Infinity || together - within < 1e-12 ? 0 : together - within;
}
