/* What spread and sample size take from a study belief (mirrors generator/conversion/spread_discount.py).

   The roundings belong to the published rules. They also make the browser agree with the build to the last bit: both
   compute a factor to within a few units in the sixteenth place, and a factor is rounded to a few decimals. It could
   come out differently only if it stood within 1e-15 of a half. It never stands exactly on one, because an exponential
   of a fraction other than 0 is no fraction, and a test looks how near the evidence comes. */

import { round } from "./exact.js";

const POLICIES = Object.freeze({ iqr, "sample-and-variation": sampleAndVariation, none: () => ({}) });

/* The factors of a policy for what was measured (null for a stated range): {d} or {alphaN, alphaV} or nothing.
   Null if the policy needs a statistic that is missing. policy: {id, parameters}; earlier: a map that remembers. */
export function factorsIn(earlier, measured, policy) {
  if (!earlier.has(policy.id)) earlier.set(policy.id, factorsOf(measured, policy));
  return earlier.get(policy.id);
}

function factorsOf(measured, policy) {
  if (!Object.hasOwn(POLICIES, policy.id)) throw new Error(`no discount policy ${policy.id} is known here`);
  return measured ? POLICIES[policy.id](measured, policy.parameters) : {};
}

/* The belief value that is left of a study belief, both 0–1. */
export function discounted(studyBelief, factors, policy) {
  const { d = 0, alphaN = 1, alphaV = 1 } = factors;
  const kept = "d" in factors ? studyBelief * (1 - d) : studyBelief * alphaN * alphaV;
  return round(kept, policy.parameters.decimals);
}

function iqr({ mean, iqr: spread, count, clusters }, { rate, decimals }) {
  if ((count ?? clusters) === 1) return { d: 0 };
  if (spread === null) return null;
  if (mean === 0) return { d: spread === 0 ? 0 : 1 };
  return { d: round(1 - Math.exp(-rate * Math.abs(spread / mean)), decimals) };
}

function sampleAndVariation(measured, parameters) {
  const { clusters } = measured;
  const alphaV = variation(measured, parameters);
  if (alphaV === null) return null;
  const alphaN = 1 - Math.exp(-clusters / parameters.cluster_scale);
  return { alphaN: round(alphaN, parameters.decimals), alphaV: round(alphaV, parameters.decimals) };
}

function variation({ mean, std, clusters }, { few_clusters: few, rate }) {
  if (clusters <= few) return 1;
  if (std === null) return null;
  const total = Math.hypot(std, mean);
  return total === 0 ? 1 : Math.exp((-rate * std) / total);
}
