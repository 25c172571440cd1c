/** A fault in the data: where it stands, whose it is, what it is. */
import { brief } from '../output.js'
import type { Words } from '../words/index.js'

export interface Place {
  readonly file: string
  /** From 1. */
  readonly line?: number
}

export interface DataFault {
  readonly place: Place
  readonly unit?: string
  /** The fact as its column is headed. */
  readonly fact?: string
  readonly message: string
}

/** One line that a user can act on: file, line, unit, fact, and what is wrong. */
export function faultLine(fault: DataFault, words: Words): string {
  const unit = fault.unit === undefined ? undefined : brief(fault.unit)
  const fact = fault.fact === undefined ? undefined : brief(fault.fact)
  return words.data.at(brief(fault.place.file, 200), fault.place.line, words.data.fault(unit, fact, fault.message))
}
