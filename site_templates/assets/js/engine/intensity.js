/* From a mean improvement to a range on the scale (mirrors generator/conversion/intensity.py), with bounds that a
   scenario may move (generator/sensitivity/intensity_bounds.py). */

import { round } from "./exact.js";
import { mirrored } from "./scale.js";

/* bands: [{upTo: percent or null for no limit, range}] from the middle outwards; upper bounds are inclusive. */
export function intensityRange(meanPercent, bands) {
  const size = Math.abs(meanPercent);
  const { range } = bands.find((band) => band.upTo === null || size <= band.upTo);
  return meanPercent < 0 ? mirrored(range) : range;
}

/* The bands of a family with a scenario's bounds: all multiplied by a factor, or each given (in percent). */
export function moved(bands, bounds) {
  if (Array.isArray(bounds)) {
    const limits = bands.filter((band) => band.upTo !== null).length;
    if (bounds.length !== limits || bounds.some((bound, at) => !(bound > (at ? bounds[at - 1] : 0)))) {
      throw new Error(`${limits} rising bounds are needed, not ${bounds}`);
    }
    return bands.map((band, at) => (band.upTo === null ? band : { ...band, upTo: bounds[at] }));
  }
  if (bounds === 1) return bands;
  return bands.map((band) => (band.upTo === null ? band : { ...band, upTo: times(band.upTo, bounds) }));
}

/* The product as a person would write it, with twelve digits: 0.8 × 2 is 1.6, not 1.6000000000000001. */
function times(bound, factor) {
  const product = bound * factor;
  if (!(product > 0)) throw new Error(`a bound cannot be multiplied by ${factor}`);
  return round(product, 11 - Number(product.toExponential().split("e")[1]));
}
