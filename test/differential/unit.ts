import type { kinds } from './model.js'
import type { Facts } from './values.js'

/** A unit as data gives it. */
export interface ModelUnit {
  readonly unit: string
  readonly kind: (typeof kinds)[number]
  readonly facts: Facts
}
