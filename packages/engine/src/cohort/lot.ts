import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js'
import { foldName } from '../scheme/index.js'

/** A share, as schemes give it. */
interface Share {
  readonly numerator: number
  readonly denominator: number
}

/**
 * A unit's number in a lot: the SHA-256 of seed, review and unit, one a line without a line end after the last, as UTF-8; lower-case
 * hex. Names are taken as names are compared (`foldName`), so that a stray blank draws nobody else; the seed as it is. `docs/lot.md`
 * shows how to do it by hand.
 */
export function lotNumber(seed: string, review: string, unit: string): string {
  return bytesToHex(sha256(utf8ToBytes(`${seed}\n${foldName(review)}\n${foldName(unit)}`)))
}

/** How many are drawn from `count`: a share rounds up. */
export function drawnFrom(count: number, { numerator, denominator }: Share): number {
  const by = BigInt(denominator)
  const rounded = (BigInt(count) * BigInt(numerator) + by - 1n) / by
  return rounded > BigInt(count) ? count : Number(rounded)
}

/** Draws `count` of the units, by name: the first ones in the order of their numbers. */
export function draw<T extends { readonly name: string }>(
  units: readonly T[],
  count: number,
  seed: string,
  review: string,
): readonly T[] {
  return units
    .map((unit) => ({ unit, number: lotNumber(seed, review, unit.name) }))
    .sort((a, b) => (a.number < b.number ? -1 : 1))
    .slice(0, count)
    .map(({ unit }) => unit)
}
