/** `merit test --coverage`: what the examples of schemes exercise. */
import type { Compilation } from '@merit/dsl'
import { coverageOf, shareExercised, type Evidence, type ExampleOutcome } from '@merit/dsl/testing'
import { contextOf, type UnitResult } from '@merit/engine'
import { exitCodes, Stop } from '../exit-codes.js'
import { brief, paint, say } from '../output.js'
import {
  coverageData,
  coverageMarkdown,
  coverageText,
  percentOf,
  type CoverageOfFile,
} from '../results/coverage/render.js'
import type { Tools } from '../tools.js'
import type { Language } from '../words/index.js'

/** The examples of a file that were run by the engine. */
export interface Tested {
  readonly file: string
  readonly compilation: Compilation
  readonly outcomes: readonly ExampleOutcome[]
  readonly language: Language
}

/** A share in tenths of a percent and as it was given. */
export interface Share {
  readonly text: string
  readonly tenths: bigint
}

/** `90`, `90%`, `92.5`. Stops for anything else. */
export function shareGiven(given: string, tools: Tools): Share {
  const [, whole = '', tenth = '0'] = /^(\d{1,3})(?:\.(\d))?[%％]?$/.exec(given.trim()) ?? []
  const tenths = whole === '' ? 1001n : BigInt(whole) * 10n + BigInt(tenth)
  const words = tools.words()
  if (tenths > 1000n) throw new Stop(exitCodes.wrongUse, words, words.coverage.badShare(brief(given)))
  return { text: given.trim().replace(/[%％]$/, ''), tenths }
}

export function coverageOfFile({ file, compilation, outcomes }: Tested): CoverageOfFile {
  // The units were assessed by the engine, so what they came to stands behind them.
  const coverage = coverageOf(compilation, outcomes, (unit) => evidenceOf(unit as UnitResult))
  return { file, compilation, coverage }
}

export const coverageFormats = ['text', 'markdown', 'json'] as const
export type CoverageFormat = (typeof coverageFormats)[number]

function evidenceOf(unit: UnitResult): Evidence {
  const { kind, value, fact, gradeSteps } = contextOf(unit)
  return { kind, value, fact, gradeSteps, ...(unit.stages === undefined ? {} : { stages: unit.stages }) }
}

/** As Markdown or data. In text each file's listing follows its examples. */
export function coverageDocument(tested: readonly Tested[], format: CoverageFormat, tools: Tools): string {
  const files = tested.map(coverageOfFile)
  if (format === 'json') return JSON.stringify(files.map(coverageData), null, 2) + '\n'
  return files.map((one, index) => coverageMarkdown(one, tools.words(tested[index]?.language))).join('\n')
}

export function showCoverage(tested: Tested, tools: Tools): void {
  const { out } = tools.session
  out.write('\n' + coverageText(coverageOfFile(tested), out, tools.words(tested.language)) + '\n')
}

/** Whether every file's examples exercise the share that is asked for; says of which they do not. */
export function exerciseEnough(tested: readonly Tested[], share: Share, tools: Tools): boolean {
  const short = tested.filter((one) => {
    const { exercised, of } = shareExercised(coverageOfFile(one).coverage)
    return BigInt(exercised) * 1000n < share.tenths * BigInt(of)
  })
  for (const one of short) {
    const words = tools.words(one.language)
    const percent = percentOf(coverageOfFile(one).coverage)
    say(
      tools.session.err,
      paint(tools.session.err, 'red', words.error) + words.coverage.tooLittle(one.file, percent, share.text),
    )
  }
  return short.length === 0
}
