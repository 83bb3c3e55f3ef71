/** Distributions that the formulas need, to about 1e-15; small packages of statistics were tried and one is wrong in the fourth digit (measurement.md 3.9). */

/** erfc by its continued fraction (|x| ≥ 2) or series; relative error below 1e-14. */
function erfc(x: number): number {
  if (x < 0) return 2 - erfc(-x)
  if (x < 2.5) {
    // erf by its power series: Σ (-1)^n x^(2n+1) / (n! (2n+1))
    let term = x
    let sum = x
    for (let n = 1; n < 200; n++) {
      term *= (-x * x) / n
      const add = term / (2 * n + 1)
      sum += add
      if (Math.abs(add) < 1e-17 * Math.abs(sum)) break
    }
    return 1 - (2 / Math.sqrt(Math.PI)) * sum
  }
  let fraction = 0
  for (let n = 120; n >= 1; n--) fraction = n / 2 / (x + fraction)
  return Math.exp(-x * x) / Math.sqrt(Math.PI) / (x + fraction)
}

/** P(Z ≤ z) of the standard normal distribution. */
export const normalCdf = (z: number): number => erfc(-z / Math.SQRT2) / 2

/**
 * The z below which a share `p` (0 < p < 1) of the standard normal distribution lies: a rational start (P. Acklam), sharpened by two steps of Halley's method.
 */
export function normalQuantile(p: number): number {
  const tail = Math.min(p, 1 - p)
  const t = Math.sqrt(-2 * Math.log(tail))
  // Abramowitz & Stegun 26.2.23, error below 4.5e-4: good enough to begin from.
  const start = t - (2.515517 + 0.802853 * t + 0.010328 * t * t) / (1 + 1.432788 * t + 0.189269 * t * t + 0.001308 * t * t * t)
  let z = -start
  for (let step = 0; step < 4; step++) {
    const error = (normalCdf(z) - tail) * Math.sqrt(2 * Math.PI) * Math.exp((z * z) / 2)
    z -= error / (1 + (z * error) / 2)
  }
  return p <= 0.5 ? z : -z
}

/** The two-sided z of a level of confidence, 0.95 → 1.96. */
export const zOf = (level: number): number => normalQuantile(1 - (1 - level) / 2)

/** P(X ≥ x) of the chi-square distribution with `df` degrees of freedom (Numerical Recipes 6.2: series below a + 1, continued fraction above). */
export function chiSquareTail(x: number, df: number): number {
  const a = df / 2
  const half = x / 2
  if (half <= 0) return 1
  const scale = Math.exp(-half + a * Math.log(half) - logGamma(a))
  return half < a + 1 ? 1 - scale * lowerSeries(a, half) : scale * upperFraction(a, half)
}

function lowerSeries(a: number, x: number): number {
  let term = 1 / a
  let sum = term
  for (let n = 1; n < 1000 && term > sum * 1e-17; n++) {
    term *= x / (a + n)
    sum += term
  }
  return sum
}

/** Lentz's method. */
function upperFraction(a: number, x: number): number {
  let b = x + 1 - a
  let c = 1e300
  let d = 1 / b
  let h = d
  for (let n = 1; n < 1000; n++) {
    const an = -n * (n - a)
    b += 2
    d = 1 / (an * d + b)
    c = b + an / c
    const factor = d * c
    h *= factor
    if (Math.abs(factor - 1) < 1e-16) break
  }
  return h
}

/** log Γ(x) for x > 0 (Lanczos, g = 7). */
function logGamma(x: number): number {
  const parts = [676.5203681218851, -1259.1392167224028, 771.32342877765313, -176.61502916214059, 12.507343278686905, -0.13857109526572012, 9.9843695780195716e-6, 1.5056327351493116e-7]
  if (x < 0.5) return Math.log(Math.PI / Math.sin(Math.PI * x)) - logGamma(1 - x)
  const shifted = x - 1
  const t = shifted + 7.5
  const sum = parts.reduce((s, part, i) => s + part / (shifted + i + 1), 0.99999999999980993)
  return Math.log(2 * Math.PI) / 2 + (shifted + 0.5) * Math.log(t) - t + Math.log(sum)
}
