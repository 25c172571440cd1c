import { readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { compile, entryOf, type Severity } from '@merit/dsl'
import { loadScheme, type Scheme } from '@merit/engine'
import { ranges } from '@merit/engine/ranges'
import { assessData } from '../assess.js'
import { exitCodes, Stop, type ExitCode } from '../exit-codes.js'
import { readText } from '../files.js'
import { paint, say, tell } from '../output.js'
import { notesOn } from '../results/notes.js'
import { rankingLines } from '../results/ranking.js'
import { titleOf } from '../results/table.js'
import { hasErrors, languageOf, stopForErrors } from '../scheme-file.js'
import { shellArgument } from '../shell.js'
import type { AddCommand, Tools } from '../tools.js'
import type { Language } from '../words/index.js'

export const addDemo: AddCommand = (program, tools) => {
  const { help } = tools.words()
  program
    .command('demo')
    .description(help.demo)
    .argument('[FOLDER]', help.folder)
    .action((folder = 'schemes') => tools.finish(demo(folder, tools)))
}

/** A scheme of the folder with its sample units. */
interface Sample {
  readonly scheme: string
  readonly units: string
}

function demo(folder: string, tools: Tools): ExitCode {
  const samples = samplesIn(folder)
  if (samples.length === 0) throw new Stop(exitCodes.wrongUse, tools.words(), tools.words().demo.nothing(folder))
  const shown = samples.flatMap((sample) => show(sample, tools) ?? [])
  if (shown[0] !== undefined) sayWhatNext(shown[0], tools)
  return shown.length === samples.length ? exitCodes.fine : exitCodes.problems
}

/** The folders that hold a `.merit` file and units.json; of several years the last. */
function samplesIn(folder: string): readonly Sample[] {
  if (!statSync(folder, { throwIfNoEntry: false })?.isDirectory()) return []
  const folders = readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isDirectory())
  return folders
    .map(({ name }) => name)
    .sort()
    .flatMap((name) => {
      const files = readdirSync(join(folder, name)).sort()
      const scheme = files.findLast((file) => file.endsWith('.merit'))
      if (scheme === undefined || !files.includes('units.json')) return []
      return [{ scheme: join(folder, name, scheme), units: join(folder, name, 'units.json') }]
    })
}

/** A sample that was scored. */
interface Shown extends Sample {
  readonly language: Language
  /** One of its units. */
  readonly unit: string
}

/** Checks and scores one sample; undefined where it has errors, which are shown. */
function show(sample: Sample, tools: Tools): Shown | undefined {
  const { out } = tools.session
  try {
    const scheme = checked(sample.scheme, tools)
    const unit = showRanking(scheme, sample, tools)
    return { ...sample, language: scheme.compiled.language, unit }
  } catch (error) {
    if (!(error instanceof Stop)) throw error
    tell(error, tools.session)
    return undefined
  } finally {
    say(out, '')
  }
}

/** The scheme, its title and what checking it finds. Stops where it has errors. */
function checked(file: string, tools: Tools): Scheme {
  const { out } = tools.session
  const compilation = compile(readText(file, tools.words()))
  const { scheme, problems } = compilation
  const words = tools.words(languageOf(compilation))
  const count = (severity: Severity) => problems.filter(({ code }) => entryOf(code).severity === severity).length
  if (scheme !== undefined) say(out, paint(out, 'bold', titleOf(scheme, words)))
  say(out, paint(out, 'dim', `${file} · ${words.demo.found(count('error'), count('warning'))}`))
  return loadScheme(scheme === undefined || hasErrors(compilation) ? stopForErrors(compilation, file, tools) : scheme, {
    ranges,
  })
}

/** Prints the ranking of each kind; the name of one unit. */
function showRanking(scheme: Scheme, sample: Sample, tools: Tools): string {
  const { out } = tools.session
  const { compiled } = scheme
  const words = tools.words(compiled.language)
  const { results } = assessData(scheme, { units: sample.units, records: [], ballots: [], lots: [] }, tools)
  for (const kind of compiled.kinds) {
    const own = results.filter((result) => result.kind === kind.name)
    if (own.length === 0) continue
    say(out, words.score.kind(kind.name, own.length))
    for (const line of rankingLines(own)) say(out, `  ${line}`)
    for (const note of notesOn(own, compiled, kind, words)) say(out, `  ${note}`)
  }
  return results[0]?.unit ?? ''
}

/** Commands that work on the first sample as they stand. */
function sayWhatNext({ scheme, units, unit, language }: Shown, tools: Tools): void {
  const { out, environment } = tools.session
  const merit = environment['npm_lifecycle_event'] === undefined ? 'merit' : 'npx -y pnpm@10 merit'
  const words = tools.words(language)
  const example = (what: string, ...args: readonly string[]) =>
    say(out, `  ${merit} ${args.map(shellArgument).join(' ')}\n      ${paint(out, 'dim', what)}`)
  say(out, paint(out, 'bold', words.demo.next))
  example(words.help.score, 'score', scheme, units)
  example(words.help.explain, 'explain', scheme, units, '--unit', unit)
  example(words.help.check, 'check', scheme)
  example(words.help.test, 'test', scheme)
  example(words.help.form, 'form', scheme, '-o', 'units.csv')
  example(words.help.help, '--help')
}
