import type { Name } from '../../ast/index.js'
import { report } from '../draft.js'
import { reportUnknown } from '../names.js'
import type { Visit } from '../scope.js'
import { termOfType } from '../typed.js'
import { factOf, useFact, valueNames } from './value-name.js'

/** A fact whose text is printed with the result and decides nothing: remarks, and whom an outcome concerns. */
export function resolveTextFact({ draft, scope }: Visit, name: Name): void {
  const fact = factOf(draft, scope, name)
  if (fact === undefined) {
    reportUnknown(draft, 'unknown-name', name, () => valueNames(draft, scope))
    return
  }
  useFact(draft, fact, name)
  if (fact.type.kind !== 'text') {
    report(draft, 'text-expected', name.span, { name: name.raw, type: termOfType(fact.type) })
  }
}
