/** Small compiled schemes made by hand, for what the engine does whatever the compiler gives it. */
import type { Assessment, UnitData, UnitResult } from '@merit/engine'
import type { CompiledScheme, Expr, Fact, GradeLine, GraphNode, Kind, Sentence } from '@merit/engine/scheme'

/**
 * Every sample has the facts `score` (0 to 100, 2 decimals), which is the total, `tie` (the same, 0 if not reported) and `last` (a grade,
 * none if not reported), then one yes/no fact (no if not reported) for each flag.
 */
export interface Sample {
  readonly grades?: readonly string[]
  readonly kinds?: readonly string[]
  readonly flags?: readonly string[]
  /** By kind; the first kind's for those that have none. */
  readonly lines?: readonly GradeLine[] | Readonly<Record<string, readonly GradeLine[]>>
  readonly ties?: 'share' | 'left-out' | 'by'
  /** Conditions on the grade, by name; they follow it. */
  readonly late?: Readonly<Record<string, Expr>>
  /** The rest of the scheme; `node` gives the node of a flag or late condition. */
  readonly more?: (node: (name: string) => string) => Partial<CompiledScheme>
}

export const grades = ['A', 'B', 'C', 'D']

export function sample({ kinds = ['unit'], flags = [], late = {}, ...rest }: Sample): CompiledScheme {
  const names = [...flags, ...Object.keys(late)]
  const node = (name: string): string => {
    const flag = flags.indexOf(name)
    return `n${names.indexOf(name) + (flag >= 0 ? 3 : 4)}`
  }
  return {
    format: 'merit/1',
    title: 'Sample',
    year: 2026,
    version: 1,
    language: 'en',
    sourceHash: '0'.repeat(64),
    shown: { decimals: 2, all: false },
    grades: rest.grades ?? grades,
    facts: factsWith(flags),
    nodes: nodesWith(flags, late),
    items: [],
    parts: [],
    kinds: kinds.map((name) => kindOf(name, rest)),
    notGraded: [],
    makes: [],
    blocks: [],
    downgrades: [],
    gradeLimits: [],
    awards: [],
    outcomes: [],
    reviews: [],
    notEncoded: [],
    sentences: Array.from({ length: 60 }, (_, index) => sentence(index)),
    ...rest.more?.(node),
  }
}

function sentence(index: number): Sentence {
  return { text: `sentence ${index}`, line: index + 1, column: 1, endLine: index + 1, endColumn: 2 }
}

function factsWith(flags: readonly string[]): readonly Fact[] {
  const number = { kind: 'number', unit: 100, min: 0, max: 10_000 } as const
  return [
    { id: 'f0', name: 'score', type: number, sentence: 0 },
    { id: 'f1', name: 'tie', type: number, default: 0, sentence: 0 },
    { id: 'f2', name: 'last', type: { kind: 'grade' }, default: -1, sentence: 0 },
    ...flags.map((name, index): Fact => {
      return { id: `f${3 + index}`, name, type: { kind: 'yes-no' }, default: false, sentence: 0 }
    }),
  ]
}

/** n0 the score, n1 nothing, n2 what decides ties, then the flags, the grade, and what follows it. */
function nodesWith(flags: readonly string[], late: Readonly<Record<string, Expr>>): readonly GraphNode[] {
  const logics: readonly Expr[] = [{ var: 'f0' }, 0, { var: 'f1' }]
  const numbers = logics.map((logic, index): GraphNode => ({
    id: `n${index}`,
    kind: 'logic',
    type: 'number',
    unit: 100,
    logic,
  }))
  const conditions = flags.map((_, index): GraphNode => {
    return { id: `n${3 + index}`, kind: 'logic', type: 'boolean', logic: { var: `f${3 + index}` } }
  })
  const grade: GraphNode = { id: `n${3 + flags.length}`, kind: 'grade' }
  const following = Object.values(late).map((logic, index): GraphNode => {
    return { id: `n${4 + flags.length + index}`, kind: 'logic', type: 'boolean', logic }
  })
  return [...numbers, ...conditions, grade, ...following]
}

/** `{"var": …}` of the grade node, for late conditions. */
export function gradeNode(flags: readonly string[]): Expr {
  return { var: `n${3 + flags.length}` }
}

function kindOf(name: string, { lines, ties = 'share' }: Pick<Sample, 'lines' | 'ties'>): Kind {
  const own = lines === undefined || isList(lines) ? lines : lines[name]
  return {
    name,
    needs: [{ fact: 'f0' }],
    requires: [],
    parts: [],
    items: [],
    total: 'n0',
    base: 'n0',
    bonus: 'n1',
    penalty: 'n1',
    lines: [],
    ...(own === undefined
      ? {}
      : {
          grading: {
            lines: own,
            ties: ties === 'by' ? { kind: 'by', scores: ['n2'], sentence: 9 } : { kind: ties },
            sentence: 8,
          },
        }),
  }
}

function isList(lines: NonNullable<Sample['lines']>): lines is readonly GradeLine[] {
  return Array.isArray(lines)
}

// Lines. Grades by their letter.

type Limit = GradeLine['limit']

function line(grade: string, criterion: GradeLine['criterion'], limit?: Limit): GradeLine {
  const index = grades.indexOf(grade)
  return { grade: index, criterion, sentence: 10 + index, ...(limit === undefined ? {} : { limit }) }
}

export function from(grade: string, value: number, limit?: Limit): GradeLine {
  return line(grade, { kind: 'band', low: { value, unit: 1, included: true } }, limit)
}

export function open(grade: string, limit: Limit): GradeLine {
  return line(grade, { kind: 'band' }, limit)
}

export function top(grade: string, count: number): GradeLine {
  return line(grade, { kind: 'top', quota: { kind: 'count', count } })
}

export function topShare(grade: string, percent: number): GradeLine {
  return line(grade, { kind: 'top', quota: { kind: 'share', numerator: percent, denominator: 100 } })
}

export function bottom(grade: string, count: number): GradeLine {
  return line(grade, { kind: 'bottom', quota: { kind: 'count', count } })
}

export function otherwise(grade: string): GradeLine {
  return line(grade, { kind: 'otherwise' })
}

export function atMost(percent: number): Limit {
  return { kind: 'at-most', quota: { kind: 'share', numerator: percent, denominator: 100 } }
}

export function places(count: number): Limit {
  return { kind: 'places', quota: { kind: 'count', count } }
}

// Units and results.

/** `unit('a', 95.5, 'flag', { last: 'B' })` */
export function unit(
  name: string,
  score: number | string | undefined,
  ...more: readonly (string | UnitData['facts'])[]
): UnitData {
  const facts: Record<string, unknown> = score === undefined ? {} : { score }
  for (const one of more) Object.assign(facts, typeof one === 'string' ? { [one]: true } : one)
  return { unit: name, facts }
}

export function ofKind(kind: string, data: UnitData): UnitData {
  return { ...data, kind }
}

/** What each unit got, in one line: `a A, b -, c B`. */
export function gradesOf({ results }: Assessment): string {
  return results.map(({ unit: name, grade }) => `${name} ${grade ?? '-'}`).join(', ')
}

export function awardsOf({ results }: Assessment): string {
  return results
    .filter(({ awards }) => awards.length > 0)
    .map(({ unit: name }) => name)
    .join(' ')
}

export function ranksOf({ results }: Assessment): string {
  return results.map(({ unit: name, rank }) => `${name} ${rank ?? '-'}`).join(', ')
}

export function plain(result: UnitResult | Assessment): unknown {
  return JSON.parse(JSON.stringify(result))
}
