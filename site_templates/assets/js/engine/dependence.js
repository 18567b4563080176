/* Evidence models of one study that are not taken for independent (mirrors generator/sensitivity/dependence.py). */

import { binary, nearest } from "./exact.js";

const DIGITS = 256;
const ONE_PER_STUDY = "one_per_study";
const SHARES = Object.freeze({
  as_is: (belief) => belief,
  mass_preserving: massPreserving,
  equal_split: (belief, models) => belief / models,
  [ONE_PER_STUDY]: (belief) => belief,
});

/* What a study belief becomes where a study has so many evidence models in the synthesis. */
export function shareOf(way, belief, models) {
  if (!Object.hasOwn(SHARES, way)) throw new Error(`no treatment of dependence ${way} is known here`);
  return SHARES[way](belief, models);
}

/* All bodies of evidence about an effect, or the strongest of each study (tie: the first), in order. */
export function counted(way, evidence) {
  if (way !== ONE_PER_STUDY) return evidence;
  const best = new Map();
  for (const piece of evidence) {
    if (!best.has(piece.study) || piece.beliefValue > best.get(piece.study).beliefValue) best.set(piece.study, piece);
  }
  return evidence.filter((piece) => best.get(piece.study) === piece);
}

/* 1 − (1 − B)^(1/N), to the nearest double: a policy rounds it next, so that its last bit may decide a tie. */
function massPreserving(belief, models) {
  if (models === 1 || belief === 0 || belief === 1) return belief;
  const [mantissa, exponent] = binary(belief);
  const rest = (1n << BigInt(-exponent)) - mantissa;
  /* The root in units of 2^-digits: always so many that even the smallest double shows in it. */
  const digits = Math.max(DIGITS, -2 * exponent);
  const radicand = rest << BigInt(digits * models + exponent);
  const above = Math.ceil((Math.pow(1 - belief, 1 / models) + 2 ** -40) * 2 ** 52);
  const root = wholeRoot(radicand, models, BigInt(above) << BigInt(digits - 52));
  const lost = (1n << BigInt(digits)) - root;
  /* Where the root has further digits, a half stands for them. */
  return root ** BigInt(models) === radicand ? nearest(lost, 1n, -digits) : nearest(2n * lost - 1n, 1n, -digits - 1);
}

/* The whole part of the n-th root, by Newton's method from a number above it. */
function wholeRoot(radicand, n, above) {
  const [degree, below] = [BigInt(n), BigInt(n - 1)];
  for (let root = above; ; ) {
    const next = (below * root + radicand / root ** below) / degree;
    if (next >= root) return root;
    root = next;
  }
}
