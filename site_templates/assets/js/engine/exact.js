/* Arithmetic that is right to the last bit, so that a browser and the build agree in every digit.

   + − × ÷ and square roots of doubles are the same everywhere (IEEE 754). What differs from one library to the next
   (exponentials, logarithms, powers) or is missing here (decimal rounding half to even, sums that lose nothing,
   fractions) is made of whole numbers of any size. */

/* The sum of doubles, rounded once: the same in any order (Shewchuk's partial sums, as in Python's math.fsum). */
export function exactSum(values) {
  const partials = [];
  for (let x of values) {
    let used = 0;
    for (let k = 0; k < partials.length; k += 1) {
      let y = partials[k];
      if (Math.abs(x) < Math.abs(y)) [x, y] = [y, x];
      const high = x + y;
      const low = y - (high - x);
      if (low !== 0) partials[used++] = low;
      x = high;
    }
    partials.length = used;
    partials.push(x);
  }
  return rounded(partials);
}

/* The partials' sum; half-way cases look at the sign of what comes below. */
function rounded(partials) {
  let at = partials.length - 1;
  if (at < 0) return 0;
  let high = partials[at];
  let low = 0;
  while (at > 0) {
    const x = high;
    at -= 1;
    high = x + partials[at];
    low = partials[at] - (high - x);
    if (low !== 0) break;
  }
  if (at > 0 && low < 0 === partials[at - 1] < 0 && low !== 0) {
    const twice = low * 2;
    const up = high + twice;
    if (twice === up - high) high = up;
  }
  return high;
}

/* A double to so many decimals, exactly, half to even, as a double: Python's round(). */
export function round(value, decimals) {
  return Number(fixed(value, decimals));
}

/* The same as text. toFixed works on the exact value of the double, and sends exact ties away from zero. */
export function fixed(value, decimals) {
  const twice = Math.abs(value) * 2 ** (decimals + 1);
  if (!Number.isInteger(twice) || twice % 2 !== 1) return value.toFixed(decimals);
  const units = (BigInt(twice) * 5n ** BigInt(decimals)) / 2n;
  return (value < 0 ? "-" : "") + decimalText(units % 2n ? units + 1n : units, decimals);
}

/* Whole units of 10^-decimals as a decimal number. */
export function decimalText(units, decimals) {
  const digits = units.toString().padStart(decimals + 1, "0");
  return decimals ? `${digits.slice(0, -decimals)}.${digits.slice(-decimals)}` : digits;
}

/* The fraction a person wrote as a decimal number, not the double nearest to it: [numerator, denominator]. */
export function written(value) {
  const [, whole, part = "", exponent = "0"] = /^(\d+)(?:\.(\d+))?(?:e([+-]\d+))?$/.exec(String(value));
  const power = Number(exponent) - part.length;
  const digits = BigInt(whole + part);
  return power < 0 ? [digits, 10n ** BigInt(-power)] : [digits * 10n ** BigInt(power), 1n];
}

/* The double 0 ≤ x as [whole number m, exponent e] with x = m · 2^e, exactly. */
export function binary(value) {
  const bits = new DataView(new ArrayBuffer(8));
  bits.setFloat64(0, value);
  const exponent = (bits.getUint32(0) >>> 20) & 0x7ff;
  const mantissa = bits.getBigUint64(0) & 0xfffffffffffffn;
  return exponent ? [mantissa | 0x10000000000000n, exponent - 1075] : [mantissa, -1074];
}

export function bitLength(whole) {
  const digits = whole.toString(16);
  return digits.length * 4 - (Math.clz32(parseInt(digits[0], 16)) - 28);
}

/* The double nearest to numerator / denominator · 2^exponent, half to even; both whole, the numerator not negative. */
export function nearest(numerator, denominator = 1n, exponent = 0) {
  if (numerator === 0n) return 0;
  /* At least 66 bits of the quotient; the last one also stands for everything below. */
  const shift = Math.max(0, 67 - bitLength(numerator) + bitLength(denominator));
  const shifted = numerator << BigInt(shift);
  let quotient = shifted / denominator;
  if (quotient * denominator !== shifted) quotient |= 1n;
  return scaled(quotient, exponent - shift);
}

function scaled(quotient, exponent) {
  const length = bitLength(quotient);
  if (length + exponent > -1022) return timesPowerOfTwo(Number(quotient), exponent);
  /* Among the smallest doubles only multiples of 2^-1074 are left. */
  const drop = BigInt(-1074 - exponent);
  const units = quotient >> drop;
  const rest = quotient - (units << drop);
  const half = 1n << (drop - 1n);
  const up = rest > half || (rest === half && units % 2n === 1n);
  return Number(up ? units + 1n : units) * 2 ** -1074;
}

function timesPowerOfTwo(value, exponent) {
  const half = Math.trunc(exponent / 2);
  return value * 2 ** half * 2 ** (exponent - half);
}
