/* Dempster's rule for simple support functions on ranges, in closed form: the same steps, in the same order, as
   generator/aggregation/simple_support.py, where they are explained. Doubles give the same bits; where their products
   come near the smallest double, numbers with an exponent of their own take over, and agree to some fifteen digits. */

import { exactSum } from "./exact.js";
import { LEVELS, RANGES, WHOLE_SCALE } from "./scale.js";
import { SCALED, isTiny, log10, quotient } from "./scaled.js";

const SMALLEST = 1e-130;
const PLACE = new Uint8Array(LEVELS * LEVELS);
for (const range of RANGES) PLACE[LEVELS * range.low + range.high] = range.place;

const DOUBLES = Object.freeze({
  zero: 0,
  one: 1,
  isZero: (x) => x === 0,
  of: (b) => b,
  complement: (b) => 1 - b,
  times: (x, y) => x * y,
  plus: (x, y) => x + y,
});

/* supports: [{range, beliefValue}]. Gives {masses: 28 doubles in the order of RANGES, conflict, weight}; total conflict
   gives no masses, conflict 1 and an infinite weight. The order of the supports does not matter. */
export function combineSupports(supports) {
  const sorted = byRange(supports);
  const { kept, conflict } = closedForm(merged(sorted, DOUBLES), DOUBLES);
  /* The mass on the whole scale is the product of all w, the smallest of all products on the way. */
  if (kept[WHOLE_SCALE.place] < SMALLEST) return combineScaled(sorted);
  const total = exactSum(kept);
  return { masses: kept.map((mass) => mass / total), conflict, weight: weightOf(total, conflict) };
}

function combineScaled(sorted) {
  const { kept, conflict } = closedForm(merged(sorted, SCALED), SCALED);
  const total = kept.reduce(SCALED.plus, SCALED.zero);
  if (SCALED.isZero(total)) return { masses: [], conflict: 1, weight: Infinity };
  const masses = kept.map((mass) => quotient(mass, total));
  const inDoubles = quotient(conflict, SCALED.one);
  if (inDoubles < 0.5) return { masses, conflict: inDoubles, weight: weightOf(1, inDoubles) };
  /* Sums may end a few units below 1; where doubles could not get, K is 1 to the last digit. */
  return { masses, conflict: kept.every(isTiny) ? 1 : inDoubles, weight: -log10(total) + 0 };
}

/* −log10(1 − K), from whichever of K and 1 − K carries more digits. */
function weightOf(kept, conflict) {
  return (conflict < 0.5 ? -Math.log1p(-conflict) / Math.LN10 : -Math.log10(kept)) + 0;
}

/* The ranges that occur, in their order, each with its belief values from small to large. */
function byRange(supports) {
  const found = new Array(RANGES.length).fill(null);
  for (const { range, beliefValue } of supports) {
    found[range.place] ??= { range, values: [] };
    found[range.place].values.push(beliefValue);
  }
  const used = found.filter((one) => one !== null);
  for (const { values } of used) if (values.length > 1) values.sort((a, b) => a - b);
  return used;
}

/* w and s of every range, as 7 × 7 tables with the range from i to j at 7·i + j. */
function merged(sorted, { zero, one, of, complement, times, plus }) {
  const inactive = new Array(LEVELS * LEVELS).fill(one);
  const active = new Array(LEVELS * LEVELS).fill(zero);
  for (const { range, values } of sorted) {
    /* Evidence on the whole scale says nothing. */
    if (range === WHOLE_SCALE) continue;
    const place = LEVELS * range.low + range.high;
    for (const b of values) {
      active[place] = plus(active[place], times(inactive[place], of(b)));
      inactive[place] = times(inactive[place], complement(b));
    }
  }
  return { w: inactive, s: active };
}

function closedForm({ w, s }, arithmetic) {
  const { zero, one, isZero, times, plus } = arithmetic;
  const { fromBelow, before, someBefore } = upperBounds(w, s, arithmetic);
  const after = new Array(LEVELS).fill(one);
  const kept = new Array(RANGES.length).fill(zero);
  let above = one;
  let conflict = zero;
  for (let i = LEVELS - 1; i >= 0; i -= 1) {
    let none = one;
    let some = zero;
    for (let j = LEVELS - 1; j >= i; j -= 1) {
      const place = LEVELS * i + j;
      const lower = i ? some : one;
      const upper = j < LEVELS - 1 ? fromBelow[place] : one;
      let bounded = isZero(lower) || isZero(upper) ? zero : times(lower, upper);
      const here = s[place];
      if (!isZero(here)) {
        some = plus(some, times(none, here));
        none = times(none, w[place]);
        bounded = isZero(bounded) ? here : plus(here, times(w[place], bounded));
      }
      if (!isZero(bounded)) kept[PLACE[place]] = times(times(before[j], after[j]), bounded);
      after[j] = times(after[j], none);
    }
    for (let j = 0; j < i; j += 1) after[j] = times(after[j], none);
    conflict = plus(conflict, times(times(above, some), someBefore[i]));
    above = times(above, none);
  }
  return { kept, conflict };
}

function upperBounds(w, s, { zero, one, isZero, times, plus }) {
  const fromBelow = new Array(LEVELS * LEVELS).fill(zero);
  const before = new Array(LEVELS).fill(one);
  const someBefore = new Array(LEVELS).fill(zero);
  let noneEnds = one;
  let someEnds = zero;
  for (let j = 0; j < LEVELS; j += 1) {
    before[j] = noneEnds;
    someBefore[j] = someEnds;
    let none = one;
    let some = zero;
    for (let place = j; place <= 8 * j; place += LEVELS) {
      fromBelow[place] = some;
      if (!isZero(s[place])) {
        some = plus(some, times(none, s[place]));
        none = times(none, w[place]);
      }
    }
    if (!isZero(some)) {
      someEnds = plus(someEnds, times(noneEnds, some));
      noneEnds = times(noneEnds, none);
    }
  }
  return { fromBelow, before, someBefore };
}
