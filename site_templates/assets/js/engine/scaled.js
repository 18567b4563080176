/* Numbers from 0 up as [double m, exponent e], m · 2^e, so that no product vanishes: for masses near total conflict.

   Powers of two cost no digit, and nothing is subtracted: every result is good to a few units in the last place. */

const STEP = 512;
const UP = 2 ** STEP;
const DOWN = 2 ** -STEP;
const LOG10_OF_2 = 0.3010299956639812;
const ZERO = Object.freeze([0, 0]);

/* The arithmetic that the closed form asks for (see simple_support.js). */
export const SCALED = Object.freeze({
  zero: ZERO,
  one: Object.freeze([1, 0]),
  isZero: (x) => x[0] === 0,
  of: (b) => raised(b, 0),
  complement: (b) => [1 - b, 0],
  times: (x, y) => raised(x[0] * y[0], x[1] + y[1]),
  plus(x, y) {
    if (x[0] === 0) return y;
    if (y[0] === 0 || x[1] === y[1]) return [x[0] + y[0], x[1]];
    const [above, below] = x[1] > y[1] ? [x, y] : [y, x];
    const distance = above[1] - below[1];
    /* A step apart, what is below may still show; two apart, never. */
    return distance === STEP ? [above[0] + below[0] * DOWN, above[1]] : above;
  },
});

/* Exponents are multiples of STEP, and mantissas lie above 2^-512: their products are far from the smallest double. */
function raised(mantissa, exponent) {
  if (mantissa === 0) return ZERO;
  let [m, e] = [mantissa, exponent];
  while (m < DOWN) {
    m *= UP;
    e -= STEP;
  }
  return [m, e];
}

/* x / y as a double. */
export function quotient(x, y) {
  let [m, e] = [x[0] / y[0], x[1] - y[1]];
  for (; e < 0 && m > 0; e += STEP) m *= DOWN;
  for (; e > 0; e -= STEP) m *= UP;
  return m;
}

/* Whether a number lies below 2^-901, near the smallest double. */
export function isTiny([m, e]) {
  return m === 0 || e < -STEP || (e === -STEP && m < 2 ** (STEP - 901));
}

/* The decimal logarithm of a number above 0. */
export function log10(x) {
  return Math.log10(x[0]) + x[1] * LOG10_OF_2;
}
