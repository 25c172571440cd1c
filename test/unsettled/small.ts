/** Small schemes and cohorts of which facts are open, and every way in which they can be completed. */
import type { Assessment, UnitData } from '@merit/engine'
import type { CompiledScheme, Fact, GradeLine } from '@merit/engine/scheme'
import * as fc from 'fast-check'
import { atMost, bottom, from, gradeNode, otherwise, places, sample, top, topShare } from '../engine/sample.js'

export const flags = ['out', 'made', 'bar', 'barOther', 'noPrize']

/** What a unit's facts may be: few enough for all of them to be tried. */
const scores = [0, 1, 2, 3]
const domains: Readonly<Record<string, readonly unknown[]>> = {
  score: scores,
  tie: [0, 1],
  last: ['A', 'B', 'C', 'D', null],
  ...Object.fromEntries([...flags, 'down'].map((flag) => [flag, [false, true]])),
}

export type Facts = Readonly<Record<string, unknown>>

/** The sample with whole scores from 0 to 3 and no defaults: every fact is needed. */
export function smallScheme(
  lines: readonly GradeLine[],
  ties: 'share' | 'left-out' | 'by',
  rules: readonly string[],
  gravestOnly = false,
): CompiledScheme {
  const has = (rule: string): boolean => rules.includes(rule)
  const made = sample({
    flags: [...flags, 'down'],
    ties,
    lines,
    late: { isA: { '===': [gradeNode([...flags, 'down']), 0] } },
    more: (node) => ({
      notGraded: has('out') ? [{ when: node('out'), sentence: 1 }] : [],
      makes: has('made')
        ? [
            { when: node('made'), grade: 3, sentence: 2 },
            { when: node('barOther'), grade: 1, sentence: 2 },
          ]
        : [],
      blocks: [
        ...(has('bar') ? [{ when: node('bar'), grade: 0, sentence: 3 }] : []),
        ...(has('barOther') ? [{ when: node('barOther'), grade: 2, sentence: 3 }] : []),
      ],
      gradeLimits: has('last') ? [{ steps: 1, above: 'f2', sentence: 4 }] : [],
      awards: [
        {
          name: 'prize',
          kinds: [0],
          top: 1,
          grades: [0, 1],
          scope: 'together',
          bars: has('noPrize') ? [{ when: node('noPrize'), sentence: 5 }] : [],
          sentence: 6,
        },
        { name: 'badge', kinds: [0], grades: [0], scope: 'each', bars: [], sentence: 7 },
      ],
      outcomes: [{ name: 'praise', when: node('isA'), sentence: 8 }],
    }),
  })
  const steps = `n${made.nodes.length}`
  const down = { var: `n${3 + flags.length}` }
  return {
    ...made,
    facts: made.facts.map(needed),
    nodes: [
      ...made.nodes.map((node) =>
        node.kind === 'logic' && node.type === 'number' ? Object.assign({}, node, { unit: 1 }) : node,
      ),
      { id: steps, kind: 'logic', type: 'number', unit: 1, logic: { if: [down, 2, 0] } },
    ],
    downgrades: has('down')
      ? [
          { steps, sentence: 9 },
          { steps, sentence: 10 },
        ]
      : [],
    ...(gravestOnly ? { downgradesGravestOnly: { sentence: 11 } } : {}),
    kinds: made.kinds.map((kind) => Object.assign({}, kind, { needs: made.facts.map(({ id }) => ({ fact: id })) })),
  }
}

/** The fact without its default; numbers from 0 to 3. */
function needed({ id, name, type, sentence }: Fact): Fact {
  return { id, name, type: type.kind === 'number' ? { kind: 'number', unit: 1, min: 0, max: 3 } : type, sentence }
}

export const someLines: fc.Arbitrary<readonly GradeLine[]> = fc
  .tuple(
    fc.constantFrom('top', 'share', 'band', 'limited', 'places', 'none'),
    fc.constantFrom('top', 'share', 'band', 'limited', 'places', 'again', 'none'),
    fc.constantFrom('bottom', 'band', 'none'),
    fc.integer({ min: 1, max: 3 }),
    fc.constantFrom(20, 40, 50, 60),
    fc.boolean(),
  )
  .map(([first, second, last, count, share, hasRest]) => {
    const all = [
      linesOf(first, 'A', 2, count, share),
      linesOf(second, 'B', 1, count + 1, share),
      linesOf(last, 'D', 1, count, share),
    ].flat()
    return hasRest || all.length === 0 ? all.concat(otherwise('C')) : all
  })

function linesOf(which: string, grade: string, floor: number, count: number, share: number): GradeLine[] {
  switch (which) {
    case 'top':
      return [top(grade, count)]
    case 'share':
      return [topShare(grade, share)]
    case 'band':
      return [from(grade, floor)]
    case 'limited':
      return [from(grade, floor, atMost(share))]
    case 'places':
      return [from(grade, floor, places(count))]
    case 'again':
      return [from('A', floor, atMost(share))]
    case 'bottom':
      return [bottom(grade, count)]
    default:
      return []
  }
}

const known = fc.record({
  score: fc.constantFrom(...scores),
  tie: fc.constantFrom(0, 1),
  last: fc.constantFrom(null, null, 'B', 'D'),
  on: fc.subarray([...flags, 'down'], { maxLength: 2 }),
})

/** Up to seven units, of which one or two lack facts. */
export const someUnits: fc.Arbitrary<readonly UnitData[]> = fc
  .tuple(
    fc.array(known, { minLength: 1, maxLength: 5 }),
    fc.array(fc.tuple(known, fc.subarray(['score', 'tie', 'last', ...flags, 'down'], { minLength: 1, maxLength: 2 })), {
      minLength: 1,
      maxLength: 2,
    }),
  )
  .map(([complete, lacking]) => {
    const all = complete.map((unit, index): UnitData => ({ unit: `u${index}`, facts: factsOf(unit) }))
    return all.concat(lacking.map(([unit, gone], index) => unitWithout(`v${index}`, factsOf(unit), gone)))
  })

function unitWithout(unit: string, facts: Facts, gone: readonly string[]): UnitData {
  return { unit, facts: Object.fromEntries(Object.entries(facts).filter(([name]) => !gone.includes(name))) }
}

function factsOf({ score, tie, last, on }: { score: number; tie: number; last: string | null; on: string[] }): Facts {
  return { score, tie, last, ...Object.fromEntries([...flags, 'down'].map((flag) => [flag, on.includes(flag)])) }
}

/** Every way in which the units can come to be complete. */
export function completions(units: readonly UnitData[]): readonly (readonly UnitData[])[] {
  return units.reduce<readonly (readonly UnitData[])[]>(
    (so, { unit, facts }) =>
      so.flatMap((others) => everyFacts(facts).map((all) => others.concat({ unit, facts: all }))),
    [[]],
  )
}

function everyFacts(facts: Facts): readonly Facts[] {
  return Object.entries(domains).reduce<readonly Facts[]>(
    (so, [name, values]) =>
      name in facts ? so : so.flatMap((others) => values.map((value) => ({ ...others, [name]: value }))),
    [facts],
  )
}

/** By unit, all that it comes to in some completion. */
export function seenIn(assessments: readonly Assessment[]) {
  const units = (assessments[0]?.results ?? []).map(({ unit }) => unit)
  return units.map((unit, place) => {
    const results = assessments.map((assessment) => assessment.results[place]!)
    return { unit, results, grades: new Set(results.map(({ grade }) => grade)) }
  })
}
