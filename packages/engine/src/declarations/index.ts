/** A scheme as TypeScript declarations, so that a host's compiler checks the facts that it gives and the names that it reads. */
import { compiledOf } from '../facts-schema/compiled.js'
import type { CompiledScheme } from '../scheme/index.js'
import { factsType } from './facts.js'
import { comment, literal, oneOf, typeNames } from './text.js'

/** Where hosts import the engine's own types from. */
const engine = '@merit/engine'

/** The text of a `.d.ts` file. It takes a loaded scheme or a compiled one, and throws a UseError for anything else. */
export function declarationsOf(scheme: CompiledScheme | { readonly compiled: CompiledScheme }): string {
  const compiled = compiledOf(scheme)
  const names = typeNames(
    compiled.kinds.map(({ name }) => name),
    'Kind',
  )
  return [head(compiled), ...names.map((name, kind) => kindTypes(compiled, kind, name)), tail(compiled, names)].join(
    '\n',
  )
}

function head(scheme: CompiledScheme): string {
  const { title, year, version, grades, awards, outcomes, amounts = [] } = scheme
  const names = (list: readonly { readonly name: string }[]) => oneOf(list.map(({ name }) => name))
  return `${comment(`${title} (${year}), version ${version}. Made by merit types from the scheme: make it again when the scheme changes.`, '')}
import type { Assessment as AnyAssessment, CohortData, OverrideData, ReadUnit, Result as AnyResult, Scheme as AnyScheme } from ${literal(engine)}

/** A number, or its decimal text: "98.6". */
export type Decimal = number | \`\${number}\`
/** YYYY-MM-DD */
export type Day = \`\${number}-\${number}-\${number}\`
/** null, undefined and left out all say that nothing is reported. */
export type Given<T> = T | null | undefined

export type Grade = ${oneOf(grades)}
export type Award = ${names(awards)}
export type Outcome = ${names(outcomes)}
export type Amount = ${names(amounts)}
`
}

function kindTypes(scheme: CompiledScheme, kind: number, type: string): string {
  const { name, items, parts } = scheme.kinds[kind]!
  const facts = `${type}Facts`
  const isOnly = scheme.kinds.length === 1
  const reviews = scheme.reviews.map(
    (review) => `    readonly ${literal(review.name)}?: { readonly facts: ${facts} }\n`,
  )
  return `${comment(name, '')}export type ${facts} = ${factsType(scheme, kind)}

export interface ${type}Unit {
  readonly unit: string
  readonly kind${isOnly ? '?: Given<' : ': '}${literal(name)}${isOnly ? '>' : ''}
  readonly facts: ${facts}
${reviews.length === 0 ? '' : `  readonly reviews?: {\n${reviews.join('')}  }\n`}  readonly overrides?: readonly OverrideData[]
}

export type ${type}Item = ${oneOf(items.map((item) => scheme.items[item]!.key))}
export type ${type}Part = ${oneOf(parts.map((part) => scheme.parts[part]!.name))}
export type ${type}Result = ResultOf<${literal(name)}, ${type}Item, ${type}Part>
`
}

function tail({ kinds, reviews }: CompiledScheme, types: readonly string[]): string {
  const all = (suffix: string) => types.map((type) => type + suffix).join(' | ')
  return `/** A result of this scheme. Scores are decimal text; a score that could not be computed is not there. */
export type ResultOf<K extends Kind, Item extends string, Part extends string> = Omit<
  AnyResult,
  'kind' | 'items' | 'parts' | 'grade' | 'awards' | 'outcomes' | 'amounts'
> & {
  readonly kind: K
  readonly items: { readonly [item in Item]?: string }
  readonly parts: { readonly [part in Part]?: string }
  readonly grade: Grade | null
  readonly awards: readonly Award[]
  readonly outcomes: readonly Outcome[]
  readonly amounts?: { readonly [amount in Amount]?: string }
}

export type Kind = ${oneOf(kinds.map(({ name }) => name))}
export type Review = ${oneOf(reviews.map(({ name }) => name))}
export type Unit = ${all('Unit')}
export type Result = ${all('Result')}
export type Cohort = CohortData<Unit | ReadUnit> & { readonly lots?: { readonly [review in Review]?: string } }
export type Assessment = Omit<AnyAssessment, 'results'> & { readonly results: readonly Result[] }

/** The loaded scheme: \`loadScheme(json) as unknown as Scheme\`. */
export type Scheme = Omit<AnyScheme, 'read' | 'assess' | 'assessAll'> & {
  readonly read: (unit: Unit) => ReadUnit
  readonly assess: (unit: Unit | ReadUnit) => Result
  readonly assessAll: (data: readonly (Unit | ReadUnit)[] | Cohort) => Assessment
}
`
}
