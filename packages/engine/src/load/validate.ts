import { SchemeError } from '../problems/index.js'
import type { CompiledScheme } from '../scheme/index.js'
import { each, newChecker } from './checker.js'
import { collectProblems, type Problems } from './collect.js'
import { deepFreeze, plainCopy } from './copy.js'
import { checkFacts } from './facts.js'
import { checkGraph } from './graph.js'
import { checkItemsAndParts } from './items.js'
import { checkKinds } from './kinds.js'
import { checkRanges } from './provable.js'
import { schemeShape } from './shape.js'
import { checkSize } from './size.js'
import { checkSteps } from './steps.js'

/**
 * Unknown JSON as a valid scheme, deeply frozen: a copy, the caller's stays as it is. Throws a SchemeError with every problem of the
 * first check that finds one; each check may rely on those before it.
 */
export function validScheme(json: unknown): CompiledScheme {
  const problems = collectProblems()
  const copy = typeof json === 'object' ? plainCopy(json, problems) : json
  throwIfAny(problems)
  const scheme = schemeShape(copy, problems)
  if (scheme === undefined) throw new SchemeError(problems.found)
  checkReferences(scheme, problems)
  throwIfAny(problems)
  checkSize(scheme, problems)
  throwIfAny(problems)
  checkRanges(scheme, problems)
  throwIfAny(problems)
  return deepFreeze(scheme)
}

function checkReferences(scheme: CompiledScheme, problems: Problems): void {
  const check = newChecker(scheme, checkGraph(scheme, problems), problems)
  each(scheme.nodes, ['nodes'], (node, path) => check.sentence(node, path))
  checkFacts(check)
  checkItemsAndParts(check)
  checkKinds(check)
  checkSteps(check)
}

function throwIfAny({ found }: Problems): void {
  if (found.length > 0) throw new SchemeError(found)
}
