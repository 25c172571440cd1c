const most = Number.MAX_SAFE_INTEGER

/** The sign of `a` ÷ `b` − `c` ÷ `d`; all four safe integers, `b` and `d` above 0. */
export function compareRatios(a: number, b: number, c: number, d: number): number {
  const left = a * d
  const right = c * b
  if (Math.abs(left) <= most && Math.abs(right) <= most) return Math.sign(left - right)
  return compareBigRatios(BigInt(a), BigInt(b), BigInt(c), BigInt(d))
}

/** The same in big integers. */
export function compareBigRatios(a: bigint, b: bigint, c: bigint, d: bigint): number {
  const left = a * d
  const right = c * b
  return left < right ? -1 : left > right ? 1 : 0
}

export function greatestCommonDivisor(a: bigint, b: bigint): bigint {
  let [greater, less] = [a < 0n ? -a : a, b < 0n ? -b : b]
  while (less !== 0n) [greater, less] = [less, greater % less]
  return greater
}
