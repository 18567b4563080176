/* The scale of seven levels and the 28 contiguous ranges on it (mirrors generator/model/scale.py).

   A set of levels is a bit mask: bit 0 is the most negative level, bit 6 the most positive, 0 the empty set, 127 all. */

export const LEVELS = 7;
export const INDIFFERENT = 3;
export const WHOLE = 127;

/* Every range once, by lowest and then highest level, so that ranges can be compared by identity. */
export const RANGES = [];
const byMask = new Map();
for (let low = 0; low < LEVELS; low += 1) {
  for (let high = low; high < LEVELS; high += 1) {
    const mask = (1 << (high + 1)) - (1 << low);
    const range = Object.freeze({ place: RANGES.length, low, high, mask, width: high - low + 1 });
    RANGES.push(range);
    byMask.set(mask, range);
  }
}
Object.freeze(RANGES);

export const SINGLES = Object.freeze(RANGES.filter((range) => range.width === 1));
export const WHOLE_SCALE = byMask.get(WHOLE);

export function rangeOf(low, high) {
  const range = byMask.get((1 << (high + 1)) - (1 << low));
  if (!(low <= high) || !range) throw new RangeError(`${low} to ${high} is no range of levels`);
  return range;
}

/* The range on the other side of the middle. */
export function mirrored(range) {
  return rangeOf(LEVELS - 1 - range.high, LEVELS - 1 - range.low);
}

/* The smallest range that contains a set of levels (not the empty one). */
export function hull(mask) {
  return rangeOf(31 - Math.clz32(mask & -mask), 31 - Math.clz32(mask));
}
