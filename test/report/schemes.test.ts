/** What reports say of the project's schemes and the tours: by hand for some, and every example assessed anew for all. */
import { loadScheme, type Scheme, type UnitResult } from '@merit/engine'
import { explain } from '@merit/engine/explain'
import { ranges } from '@merit/engine/ranges'
import { exampleUnits, reportOf, type KindReport, type ReportedRule, type SchemeReport } from '@merit/engine/report'
import { describe, expect, it } from 'vitest'
import { schemeAt, schemeFiles } from '../samples-of-units/schemes.js'

/** Each score as `least–greatest`, by its key. */
function rangesOf({ scores }: KindReport): Readonly<Record<string, string>> {
  return Object.fromEntries(
    scores.map(({ of, key, least, greatest }) => [key === '' ? of : key, `${least.value}–${greatest.value}`]),
  )
}

function reported(file: string): SchemeReport {
  const scheme = schemeAt(file)
  return reportOf(scheme, { language: scheme.compiled.language })
}

describe('the tour, by hand', () => {
  const [towns, units] = reported('test/tours/tour.zh.merit').kinds as [KindReport, KindReport]

  it('from the least to the greatest of each item', () => {
    expect(rangesOf(towns)).toEqual({
      // 10 − 4 − 2.5
      '1.1': '3.5–10',
      // 5 + 10 + 4 + 3 is more than 20
      '1.2': '0–20',
      '1': '3.5–30',
      '2.1': '0–20',
      '2.2': '0–20',
      '2': '0–40',
      '3.1': '0–10',
      '3.2': '0–10',
      '3.3': '0–10',
      '3': '0–30',
      党建实绩: '3.5–100',
      述职评议: '40–100',
      年度工作考评: '80–100',
      bonus: '0–15',
      penalty: '0–10',
      // 40 × 0.2 + 80 × 0.2 + 3.5 × 0.6 − 10 = 16.1
      total: '16.1–115',
    })
    // Nobody need rate them: 0 × 0.2 + 80 × 0.2 + 3.5 × 0.6 − 10 = 8.1
    expect(rangesOf(units)).toMatchObject({ 民主测评: '0–100', total: '8.1–115' })
  })

  it('the points that depend on each fact', () => {
    const points = Object.fromEntries(towns.facts.map(({ fact, points: most }) => [fact, most]))
    expect(points).toMatchObject({
      表彰: '15',
      // 20 points of a part that weighs 60%
      党费收缴率: '12',
      // 40 to 100, at 20%
      评议票: '12',
      媒体曝光: '10',
      // 5, and 3 where there are petitions too
      议事规则: '4.8',
      // 4, and 3 where there are no rules of procedure
      信访件: '4.2',
      违纪违法: '0',
    })
    expect(towns.facts.map(({ fact }) => fact).slice(0, 3)).toEqual(['表彰', '党费收缴率', '档案等次'])
  })

  it('says of grades, and of what the others decide, what there is to say', () => {
    expect(towns.grades.map(({ grade, verdict, byOthers }) => [grade, verdict, byOthers ?? false])).toEqual([
      ['优秀', 'possible', true],
      ['良好', 'possible', true],
      ['一般', 'possible', true],
      ['较差', 'possible', false],
    ])
    expect(towns.grades[3]?.example?.differs).toEqual([{ fact: '重大事故', shown: '有' }])
  })

  it('is the same in both languages, but for the words', () => {
    const numbers = (file: string) =>
      reported(file).kinds.map(({ scores, grades, rules, facts }) => [
        scores.map(({ least, greatest }) => [least.value, least.exact, greatest.value, greatest.exact]),
        grades.map(({ verdict, total }) => [verdict, total]),
        rules.map(({ effect, verdict, most, cap }) => [effect, verdict, most?.value, cap]),
        facts.map(({ points, direction }) => [points, direction]),
      ])
    expect(numbers('test/tours/tour.en.merit')).toEqual(numbers('test/tours/tour.zh.merit'))
  })
})

describe('the communities of Dongcheng, by hand', () => {
  const [report] = reported('schemes/dongcheng-communities/dongcheng-communities-2008.merit').kinds as [KindReport]

  it('from the least to the greatest of items', () => {
    expect(rangesOf(report)).toMatchObject({
      // five times 0.5 is more than 2
      '1.1.1': '0–2',
      // at most 1.5 is taken
      '1.2.1': '0.5–2',
      // a brand or two on top
      '2.4.2': '0–3',
      // who lacks the rules loses 1 and nothing for their records
      '3.1.3': '1–2',
      '3.2.3': '0–4',
      '4.3.2': '0.5–2',
      '4.3.4': '0.5–1',
      // 0.5 + 1 + 0.5 + 0.5; 104, but at most 100
      total: '2.5–100',
    })
  })
})

describe.each(schemeFiles)('the report of %s', (file) => {
  const scheme = schemeAt(file)
  const unreviewed = loadScheme({ ...scheme.compiled, reviews: [] }, { ranges })
  const report = reportOf(scheme, { language: 'en' })

  it('has bounds that examples reach', () => {
    for (const { scores } of report.kinds) {
      for (const { of, key, least, greatest } of scores) {
        for (const { value, exact, example } of [least, greatest]) {
          expect(exact, `${of} ${key}`).toBe(true)
          const result = unreviewed.assess(example!.unit)
          expect([of, key, scoreIn(result, of, key)]).toEqual([of, key, value])
        }
      }
    }
  })

  it('gives each grade to its example, where the others do not decide', () => {
    for (const { grades } of report.kinds) {
      for (const { grade, verdict, byOthers, example, total } of grades) {
        expect(verdict, String(grade)).toBe('possible')
        const result = unreviewed.assess(example!.unit)
        expect(result.total).toBe(total)
        const expected = byOthers === undefined ? grade : 'the others decide'
        expect(result.needs === 'cohort' && result.grade === null ? 'the others decide' : result.grade).toBe(expected)
      }
    }
  })

  it('shows each rule at work in its example, as the explanation of that unit has it', () => {
    for (const { rules } of report.kinds) {
      const possible = rules.filter(({ verdict }) => verdict === 'possible')
      expect(possible.filter((rule) => !isAtWork(rule, unreviewed)).map(({ line }) => line)).toEqual([])
      expect(rules.filter(({ verdict }) => verdict === 'open').map(({ line }) => line)).toEqual([])
    }
  })

  it('gives awards and outcomes to their examples', () => {
    for (const { followings } of report.kinds) {
      for (const { what, name, verdict, byOthers, example } of followings) {
        expect(verdict, name).toBe('possible')
        const alone = unreviewed.assessAll([example!.unit]).results[0]!
        const given = what === 'award' ? alone.awards : alone.outcomes
        const isOpen = unreviewed.assess(example!.unit).needs === 'cohort'
        expect(byOthers === undefined ? given.includes(name) : isOpen, name).toBe(true)
      }
    }
  })

  it('has examples that can be scored together', () => {
    const units = exampleUnits(report)
    expect(unreviewed.assessAll(units).results.map(({ status }) => status)).toEqual(units.map(() => 'final'))
    expect(new Set(units.map(({ unit }) => unit)).size).toBe(units.length)
  })
})

function scoreIn(result: UnitResult, of: string, key: string): string | null | undefined {
  if (of === 'item') return result.items[key]
  return of === 'part' ? result.parts[key] : result[of as 'bonus' | 'penalty' | 'total']
}

/** The explanation names the rule's line among what acted. */
function isAtWork({ line, example }: ReportedRule, scheme: Scheme): boolean {
  const acting: number[] = []
  const visit = (node: unknown): void => {
    if (typeof node !== 'object' || node === null) return
    const { state, step, outcome, sentence, barredBy } = node as Readonly<Record<string, unknown>>
    if (state === 'acts' || step !== undefined) acting.push(lineOf(sentence))
    if (outcome === 'barred') acting.push(lineOf(barredBy))
    for (const inside of Object.values(node)) visit(inside)
  }
  // Judged as the only unit: what acts after the places are given is told too.
  visit(explain(scheme.assessAll([example!.unit]).results[0]!, { language: 'en' }))
  return acting.includes(line)
}

function lineOf(sentence: unknown): number {
  return (sentence as { readonly line?: number } | undefined)?.line ?? 0
}
