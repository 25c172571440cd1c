/** The examples of a report as units that can be scored, each named by what it shows. */
import type { UnitData } from '../api.js'
import { nameOf } from './document.js'
import type { KindReport, ReportExample, SchemeReport } from './types.js'
import { shortLine } from '../trial/source-line.js'
import { wordsOf, type ReportWords } from './words/index.js'

/** Best unit first, then by scores, grades, rules, awards and outcomes; names are told apart by a number where need be. */
export function exampleUnits(report: SchemeReport): readonly UnitData[] {
  const words = wordsOf(report.language)
  const several = report.kinds.length > 1
  const named = report.kinds.flatMap((kind) =>
    namedUnits(kind, words).map(([name, unit]) => [several ? `${kind.kind} ${name}` : name, unit] as const),
  )
  const times = new Map<string, number>()
  return named.map(([name, unit]) => {
    const time = (times.get(name) ?? 0) + 1
    times.set(name, time)
    return renamed(unit, time === 1 ? name : `${name} (${time})`)
  })
}

function renamed(unit: UnitData, name: string): UnitData {
  return { ...unit, unit: name }
}

type Named = readonly [name: string, unit: UnitData]

function namedUnits(report: KindReport, words: ReportWords): readonly Named[] {
  const { unit } = words
  const from = (name: string, example: ReportExample | undefined): readonly Named[] =>
    example === undefined ? [] : [[name, example.unit]]
  return [
    ...(report.best === undefined ? [] : [[unit.best, report.best] as const]),
    ...report.scores.flatMap((score) => {
      const name =
        score.of === 'item' && score.key !== ''
          ? `${score.key} ${score.name.replace(/^\S+ /, '')}`
          : nameOf(score, words)
      return [...from(unit.least(name), score.least.example), ...from(unit.greatest(name), score.greatest.example)]
    }),
    ...report.grades.flatMap(({ grade, example }) => from(unit.grade(grade ?? words.noGrade), example)),
    ...report.rules.flatMap(({ under, text, example, ...at }) =>
      from(unit.rule(shortLine(at), under === undefined ? text : `${under} ${text}`), example),
    ),
    ...report.followings.flatMap(({ what, name, example }) => from(words[what](name), example)),
  ]
}
