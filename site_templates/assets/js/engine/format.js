/* How numbers are shown (mirrors generator/views/rounding.py, digit by digit).

   Every value is first rounded to nine decimals, so that a double a hair below a half still counts as the half it
   stands for, and then half away from zero: 0.705 reads 0.71. */

import { decimalText, fixed } from "./exact.js";

export const MINUS = "−";
export const NO_VALUE = "–";
const EXACT_DECIMALS = 9;
const SCIENTIFIC_FROM = 1e9;

/* A value to nine decimals, then half away from zero to fewer, as text; never a negative zero. */
export function rounded(value, decimals) {
  if (!Number.isFinite(value)) throw new RangeError(`only a finite number can be shown, not ${value}`);
  const fine = BigInt(fixed(Math.abs(value), EXACT_DECIMALS).replace(".", ""));
  const unit = 10n ** BigInt(EXACT_DECIMALS - decimals);
  const units = (2n * fine + unit) / (2n * unit);
  return (value < 0 && units ? "-" : "") + decimalText(units, decimals);
}

/* A plain number with a real minus sign; powers of ten from 1e9. */
export function numberText(value, decimals = 2) {
  if (Math.abs(value) >= SCIENTIFIC_FROM) return (value < 0 ? MINUS : "") + scientific(Math.abs(value));
  return rounded(value, decimals).replace("-", MINUS);
}

/* Three digits, exact ties half to even; toExponential sends them up. */
function scientific(value) {
  const [mantissa, exponent] = value.toExponential(2).split("e");
  return `${isTie(value, mantissa, exponent) ? even(mantissa) : mantissa} × 10^${Number(exponent)}`;
}

function isTie(value, mantissa, exponent) {
  const unit = 10n ** BigInt(Number(exponent) - 2);
  return Number.isInteger(value) && BigInt(mantissa.replace(".", "")) * unit - BigInt(value) === unit / 2n;
}

function even(mantissa) {
  const digits = Number(mantissa.replace(".", ""));
  return digits % 2 ? ((digits - 1) / 100).toFixed(2) : mantissa;
}

/* A number with its sign, +94.7 or −8.5; zero has none. */
export function signedText(value, decimals = 1) {
  const text = numberText(value, decimals);
  return text.startsWith(MINUS) || /^[0.]*$/.test(text) ? text : `+${text}`;
}

/* A number with all the digits it was written with: −8.461, 75. */
export function exactText(value) {
  return (value < 0 ? MINUS : "") + written(Math.abs(value));
}

/* The shortest text that reads as the same double, with powers of ten where Python has them. */
function written(value) {
  const [mantissa, exponent] = value.toExponential().split("e");
  const power = Number(exponent);
  if (value !== 0 && (power < -4 || power >= 16)) {
    return `${mantissa}e${power < 0 ? "-" : "+"}${String(Math.abs(power)).padStart(2, "0")}`;
  }
  return String(value);
}

/* A belief, plausibility or study belief, 0–1, with two decimals as published. */
export function beliefText(value) {
  return value === null ? NO_VALUE : numberText(value, 2);
}

/* The same with four decimals. */
export function beliefTextLong(value) {
  return value === null ? NO_VALUE : numberText(value, 4);
}

/* A mass, conflict or probability, 0–1, that must not read 0 or 1 unless it is: 0.41, <0.01, >0.99. */
export function probabilityText(value, decimals = 2) {
  if (value === null) return NO_VALUE;
  const shown = numberText(value, decimals);
  if (value > 0 && Number(shown) === 0) return `<${decimalText(1n, decimals)}`;
  if (value < 1 && Number(shown) === 1) return `>${decimalText(10n ** BigInt(decimals) - 1n, decimals)}`;
  return shown;
}

/* A share, 0–1, in whole percent: 41 %, under 1 %, over 99 %. */
export function shareText(value) {
  const shown = numberText(100 * value, 0);
  if (shown === "0" && value > 0) return "under 1 %";
  return shown === "100" && value < 1 ? "over 99 %" : `${shown} %`;
}

/* An improvement in percent with its sign: +94.7 %, −8.5 %, 0.0 %. */
export function percentText(value, digits = 1) {
  return `${signedText(value, digits)} %`;
}

/* A difference in whole percentage points: +22 points, −1 point, 0 points. */
export function pointsText(points) {
  if (points === null) return NO_VALUE;
  return `${signedText(points, 0)} ${Math.abs(points) === 1 ? "point" : "points"}`;
}

/* A weight of conflict with two decimals; total where there is no finite one. */
export function weightText(weight) {
  return weight === null || weight === Infinity ? "total" : numberText(weight, 2);
}

/* 1 study, 5 studies, 1,204 rows. */
export function countText(count, one, many = `${one}s`) {
  return `${String(count).replace(/\B(?=(\d{3})+$)/g, ",")} ${count === 1 ? one : many}`;
}
