/** What an example gives, as a unit's data has it. */
import type { FactType } from '@merit/engine/scheme'
import type { GivenSentence, GivenValue } from '../ast/index.js'

export interface GivenType {
  readonly kind: FactType['kind']
}

/** Booleans, decimal text, words, dates; lists for what has several; objects for records. */
export function givenData(given: GivenSentence['given'], { kind }: GivenType): unknown {
  if (given.kind === 'record') {
    return [Object.fromEntries(given.fields.map(({ field, value }) => [field.raw, valueOf(value)]))]
  }
  const { values } = given
  const [only] = values
  const none = values.length === 1 && only?.kind === 'no'
  if (kind === 'many' || kind === 'records') return none ? [] : values.map(valueOf)
  return only === undefined || (kind === 'grade' && none) ? null : valueOf(only)
}

/** A number keeps its decimal text; 97.9% is given as 97.9. */
function valueOf(value: GivenValue): boolean | string {
  switch (value.kind) {
    case 'yes':
      return true
    case 'no':
      return false
    case 'number':
      return value.value.text
    case 'word':
      return value.name.raw
    case 'date':
      return value.value.text
  }
}
