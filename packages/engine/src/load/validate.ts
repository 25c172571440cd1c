import { SchemeError } from '../problems/index.js'
import type { CompiledScheme } from '../scheme/index.js'
import { newChecker, type Checker } from './checker.js'
import { collectProblems, type Problems } from './collect.js'
import { checkFacts } from './facts.js'
import { checkGraph } from './graph.js'
import { checkLengths } from './lengths.js'
import { limits } from './limits.js'
import { checkRanges } from './provable.js'
import { checkReferences, schemeShape } from './shape.js'
import { checkSize } from './size.js'
import { checkSteps } from './steps.js'

/**
 * Unknown JSON as a valid scheme, deeply frozen: a copy, the caller's stays as it is. Throws a SchemeError with every problem of the
 * first check that finds one; each check may rely on those before it.
 */
export function validScheme(json: unknown): CompiledScheme {
  const problems = collectProblems()
  const scheme = schemeShape(json, problems)
  if (scheme === undefined) throw new SchemeError(problems.found)
  checkLengths(scheme, problems)
  throwIfAny(problems)
  const check = newChecker(scheme, checkGraph(scheme, problems), problems)
  checkReferences(check)
  checkFacts(check)
  checkNames(check)
  throwIfAny(problems)
  checkSteps(check)
  throwIfAny(problems)
  const digits = checkSize(scheme, problems)
  throwIfAny(problems)
  if (digits > limits.sureBits || scheme.nodes.some((node) => 'over' in node)) checkRanges(scheme, problems)
  throwIfAny(problems)
  return scheme
}

function checkNames({ scheme, once }: Checker): void {
  const { grades, items, parts, kinds, amounts = [], reviews } = scheme
  once(grades, 'grades', (name) => name)
  once(items, 'items', ({ key }) => key)
  for (const [key, list] of Object.entries({ parts, kinds, amounts, reviews })) {
    once<{ readonly name: string }>(list, key, ({ name }) => name)
  }
}

function throwIfAny({ found }: Problems): void {
  if (found.length > 0) throw new SchemeError(found)
}
