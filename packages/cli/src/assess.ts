/** Data files → results. A fault in the data ends the command: a rank over part of the data would be wrong for everybody. */
import { DataError, type Assessment, type CohortData, type DataProblem, type Scheme } from '@merit/engine'
import { messageOf } from '@merit/engine/messages'
import { faultLine, type DataFault, type Place } from './data/faults.js'
import type { ListReading } from './data/unit-list.js'
import { loadData, type DataFiles } from './data/units.js'
import { exitCodes, Stop } from './exit-codes.js'
import { say } from './output.js'
import type { Tools } from './tools.js'
import type { Language, Words } from './words/index.js'

export function assessData(scheme: Scheme, files: DataFiles, tools: Tools): Assessment {
  const language = tools.language(scheme.compiled.language)
  const words = tools.words(language)
  const loaded = loadData(files, scheme.compiled, words)
  const assessed = assess(scheme, loaded, language, words)
  if ('results' in assessed) return assessed
  for (const line of assessed.faults) say(tools.session.err, line)
  throw new Stop(exitCodes.problems, words, words.data.summary(assessed.faults.length))
}

/** The results, or every fault: those of the files' text and those of the values in them. */
function assess(
  scheme: Scheme,
  loaded: ListReading,
  language: Language,
  words: Words,
): Assessment | { readonly faults: readonly string[] } {
  const inText = loaded.faults.map((fault) => ({ place: fault.place, line: faultLine(fault, words) }))
  if (loaded.data === undefined) return { faults: inOrder(inText) }
  try {
    // Whether the data have the shape that the type says is what the engine looks at first.
    const assessment = scheme.assessAll(loaded.data as CohortData)
    return inText.length === 0 ? assessment : { faults: inOrder(inText) }
  } catch (error) {
    if (!(error instanceof DataError)) throw error
    const others = error.problems.filter((problem) => !loaded.faults.some((fault) => isSame(fault, problem)))
    return { faults: inOrder([...inText, ...inValues(others, loaded, language, words)]) }
  }
}

/** A value that the text already shows to be none is named once. */
function isSame(fault: DataFault, problem: DataProblem): boolean {
  return fault.fact !== undefined && fault.unit === problem.unit && fault.fact === problem.fact
}

interface FaultLine {
  readonly place: Place
  readonly line: string
}

function inValues(
  problems: readonly DataProblem[],
  loaded: ListReading,
  language: Language,
  words: Words,
): readonly FaultLine[] {
  const places = loaded.placesOf(problems)
  return problems.map((problem, index) => {
    const place = places[index] ?? { file: '' }
    if (problem.code !== 'unit-twice') {
      return { place, line: words.data.at(place.file, place.line, messageOf(problem, language)) }
    }
    const [first] = loaded.placesOf([{ index: problem.data.first }])
    const fault = { place, unit: problem.unit ?? '', message: words.data.unitTwice(first?.line) }
    return { place, line: faultLine(fault, words) }
  })
}

/** File by file as they were read, line by line. */
function inOrder(faults: readonly FaultLine[]): readonly string[] {
  const files = faults.map(({ place }) => place.file)
  const sorted = [...faults].sort(
    (a, b) => files.indexOf(a.place.file) - files.indexOf(b.place.file) || (a.place.line ?? 0) - (b.place.line ?? 0),
  )
  return sorted.map(({ line }) => line)
}
