/* Reading the reported range off combined masses (mirrors generator/aggregation/reading.py).

   Values within TOLERANCE of each other are equal in every comparison; a range that would differ if such a tie were
   broken the other way is tied. */

import { belief, directMass } from "./measures.js";
import { LEVELS, SINGLES, rangeOf } from "./scale.js";

const TOLERANCE = 1e-12;
const MIDDLE = (LEVELS - 1) / 2;
const HALVES = Object.freeze([rangeOf(0, MIDDLE), rangeOf(MIDDLE, LEVELS - 1)]);
const NOTHING = Object.freeze({ range: null, tied: false });
const POLICIES = Object.freeze({ evidence_factory: evidenceFactory, santos_2015: santos2015 });

/* {range: a range or null, tied}. share: the policy's threshold, 0–1. */
export function read(masses, policy, share) {
  if (!Object.hasOwn(POLICIES, policy)) throw new Error(`no reading policy ${policy} is known here`);
  return POLICIES[policy](masses, share);
}

function evidenceFactory(masses, share) {
  const singles = SINGLES.map((range) => ({ range, value: belief(masses, range.mask) }));
  const strict = singles.filter((one) => one.value > 0);
  const lenient = [...strict];
  for (let low = 0; low < LEVELS - 1; low += 1) {
    const pair = rangeOf(low, low + 1);
    if (!(directMass(masses, pair.mask) > 0)) continue;
    const value = belief(masses, pair.mask);
    const best = Math.max(singles[low].value, singles[low + 1].value);
    if (best < share * value - TOLERANCE) strict.push({ range: pair, value });
    if (best <= share * value + TOLERANCE) lenient.push({ range: pair, value });
  }
  if (!strict.length) return NOTHING;
  const first = leaders(strict);
  const others = leaders(lenient);
  const same = first.length === others.length && first.every((range, at) => range === others[at]);
  return { range: first[0], tied: first.length > 1 || !same };
}

function leaders(candidates) {
  const top = Math.max(...candidates.map((one) => one.value));
  const equal = candidates.filter((one) => one.value >= top - TOLERANCE).map((one) => one.range);
  return equal.sort((a, b) => a.width - b.width || a.low - b.low);
}

function santos2015(masses, share) {
  if (HALVES.every((half) => belief(masses, half.mask) === 0)) return NOTHING;
  const ends = better(masses, HALVES).flatMap((half) => [...descend(masses, half, share)]);
  return { range: ends[0], tied: new Set(ends).size > 1 };
}

/* Where the descent may stop, ties broken every way; the way the rule prescribes comes first. */
function* descend(masses, current, share) {
  if (current.width === 1) {
    yield current;
    return;
  }
  const { low, high } = current;
  const needed = share * belief(masses, current.mask);
  for (const child of better(masses, [rangeOf(low, high - 1), rangeOf(low + 1, high)])) {
    const kept = belief(masses, child.mask);
    if (kept >= needed - TOLERANCE) yield* descend(masses, child, share);
    if (kept <= needed + TOLERANCE) yield current;
  }
}

function better(masses, options) {
  const values = options.map((range) => belief(masses, range.mask));
  return options.filter((_, at) => values[at] >= Math.max(...values) - TOLERANCE);
}
