/** Everything the command line says, in English. The Chinese twin is zh.ts; the names are the same. */
import type { OutcomeDetail } from '@merit/engine'
import { coverage } from './coverage/en.js'
import { samples } from './samples/en.js'
import type { UnitResult } from '@merit/engine'
import type { FileReason, JsonFaultCode } from './codes.js'

const reason: Readonly<Record<FileReason, string>> = {
  'not-found': 'there is no such file or folder',
  'is-folder': 'it is a folder',
  'no-permission': 'permission denied',
  'no-space': 'the disk is full',
  other: 'the system refuses',
}

function counted(count: number, one: string, many = one + 's'): string {
  return `${count} ${count === 1 ? one : many}`
}

function offer(nearest: string | undefined): string {
  return nearest === undefined ? '' : `; did you mean "${nearest}"?`
}

function meant(nearest: string | undefined): string {
  return nearest === undefined ? '' : ` Did you mean "${nearest}"?`
}

function quoted(names: readonly string[]): string {
  return names.map((name) => `"${name}"`).join(', ')
}

function gradeList(counts: readonly (readonly [string, number])[], without: number): string {
  return [...counts.map(([grade, count]) => `${grade} ${count}`), ...(without > 0 ? [`none ${without}`] : [])].join(
    ', ',
  )
}

export const en = {
  language: 'en' as 'zh' | 'en',
  error: 'error: ',
  coded: (code: string) => `error[${code}]: `,
  internal: (message: string) =>
    `internal error: ${message}. This is a fault of merit, not of your files; please report it with the command you ran.`,
  list: (names: readonly string[]) => names.join(', '),

  help: {
    titles: {
      'Usage:': 'Usage:',
      'Arguments:': 'Arguments:',
      'Options:': 'Options:',
      'Commands:': 'Commands:',
    } as Readonly<Record<string, string>>,
    merit: 'Checks assessment schemes, scores units by them and says why.',
    options: '[options]',
    command: '[command]',
    version: 'print the version',
    help: 'print this help',
    language: "language of messages: zh or en (else the scheme's own)",
    check: 'check schemes and list every problem',
    build: 'compile a scheme for host applications',
    score: 'score units, rank and grade them',
    explain: 'say why a unit got its result',
    test: 'run the worked examples in schemes',
    filled: 'show what examples take to be at its best',
    coverage: 'say which sentences the examples exercise, line by line',
    atLeast: 'exit status 1 if the examples exercise a smaller share of the sentences (as 90%)',
    coverageFormat: 'text, markdown or json (default: text)',
    samples: 'write sample units to try a scheme out with',
    samplesNumber: 'how many (default: as many as the scheme states, 10 of a kind where it states none)',
    seed: 'another seed gives other units (default: 1)',
    noEdges: 'random units only, none at caps, thresholds, cut-offs and other edges',
    format: 'set the layout of scheme files, or rewrite them in the other language',
    form: 'write an empty CSV to fill in, and one for each fact with records',
    types: 'write TypeScript declarations: what the compiler of a host application checks facts by',
    demo: 'check and score every scheme of a folder with its sample units',
    files: 'scheme files (.merit)',
    file: 'a scheme file (.merit)',
    scheme: 'a scheme file (.merit) or a compiled scheme (.json)',
    units: 'units with their facts: JSON, NDJSON or CSV',
    unitsOrInput: 'units with their facts: JSON, lines of JSON (NDJSON) or CSV; - for the standard input',
    folder: 'a folder with a folder for each scheme (default: schemes)',
    checkJson: 'print the problems as JSON, lines and characters from 0',
    strict: 'exit status 1 for warnings too',
    report: 'say what the scheme can come to: scores, grades, rules, facts, each with a unit that shows it',
    reportFormat: 'text, markdown or json (default: text)',
    reportUnits: 'write the units of the report to this file, whole, as JSON that score reads',
    questions: 'show the notes in full, with their lines and ways out',
    scoreJson: 'print the results as JSON',
    scoreNdjson: 'print the results as lines of JSON, one for each unit (NDJSON)',
    csv: 'print the results as CSV for spreadsheets',
    records: 'records of a fact from a file (columns unit and the fields); may be given several times',
    ballots: 'the file of ballots: a row per rater, a column per unit; may be given several times',
    lot: "the seed of a review's lot; may be given several times",
    unit: 'the unit',
    explainFormat: 'text, markdown, html or json (default: text)',
    formatCheck: 'change nothing; list the files that would change, exit status 1 if there are any',
    to: 'rewrite the language words: zh or en',
    kind: 'only what the rules of this kind of unit look at',
    target: 'json or module, JavaScript that scores quicker (default: json)',
    out: 'write to this file (whole or not at all) instead of the terminal',
    formOut: 'the CSV to write',
    formatOut: 'write to this file instead of changing FILE',
    after: [
      'Exit status: 0 fine; 1 problems in the scheme or the data, a failed example; 2 wrong use; 70 a fault of merit.',
      'More about a command: merit COMMAND --help',
    ].join('\n'),
  },

  usage: {
    unknownCommand: (name: string, nearest?: string) => `there is no command "${name}"${offer(nearest)}`,
    noCommand: 'say what to do: merit COMMAND …',
    unknownOption: (name: string, nearest?: string) => `there is no option "${name}"${offer(nearest)}`,
    missingArgument: (name: string) => `${name} is missing`,
    missingOption: (name: string) => `the option ${name} is missing`,
    missingValue: (option: string) => `${option} needs a value`,
    tooMany: 'more arguments than the command takes',
    badChoice: (option: string, value: string, choices: readonly string[]) =>
      `${option} cannot be "${value}"; it is one of ${choices.join(', ')}`,
    notTogether: (one: string, other: string) => `${one} and ${other} cannot stand together`,
    oneFile: (option: string) => `${option} goes with one file only`,
    badPair: (option: string, given: string, form: string) => `${option} "${given}" cannot be read; it is ${form}`,
    unknownRecords: (name: string, nearest?: string) =>
      `--records: the scheme has no fact "${name}" that consists of records${offer(nearest)}`,
    recordsTwice: (fact: string) => `--records gives "${fact}" twice`,
    unknownBallots: (name: string, nearest?: string) =>
      `--ballots: the scheme has no ballots "${name}"${offer(nearest)}`,
    ballotsTwice: (name: string) => `the ballots "${name}" are given twice; they can come from one place only`,
    unknownReview: (name: string, nearest?: string) => `--lot: the scheme has no review "${name}"${offer(nearest)}`,
    lotTwice: (review: string, file: string) => `--lot: the seed for "${review}" is another one in ${file}`,
    unknownUnit: (name: string, file: string, nearest?: string) => `${file} has no unit "${name}"${offer(nearest)}`,
    unknownKind: (name: string, nearest?: string) =>
      `--kind: the scheme has no kind of unit "${name}"${offer(nearest)}`,
    seeHelp: (command: string) => `${command} --help says how it is used`,
  },

  files: {
    notText: (path: string, line: number, byte: number) => `${path} is not a text file (line ${line}, byte ${byte})`,
    tooLarge: (path: string, megabytes: number) => `${path} is larger than ${megabytes} MB`,
    cannotRead: (path: string, why: FileReason) => `cannot read ${path}: ${reason[why]}`,
    cannotWrite: (path: string, why: FileReason) => `cannot write ${path}: ${reason[why]}`,
    wouldReplace: (path: string) => `${path} is a file that the command reads; give -o another name`,
    exists: (path: string) => `${path} is there already and may be filled in; give -o another name, or delete it`,
    wrote: (path: string) => `wrote ${path}`,
  },

  check: {
    summary: (files: number, errors: number, warnings: number, infos: number) => {
      const found = [
        errors > 0 ? counted(errors, 'error') : '',
        warnings > 0 ? counted(warnings, 'warning') : '',
        infos > 0 ? counted(infos, 'note') : '',
      ].filter((text) => text !== '')
      return `${counted(files, 'file')} checked: ${found.length === 0 ? 'no problems' : found.join(', ')}`
    },
    questions: (count: number) =>
      `${counted(count, 'note')}: what the scheme leaves open, and what holds until it is said (with --questions in full)`,
    notBuilt: (path: string) => `${path} has errors; nothing was done with it`,
    notCompiled: (path: string) => `${path} is a compiled scheme; this command needs the text it was made from`,
  },

  data: {
    fault: (unit: string | undefined, fact: string | undefined, message: string) =>
      [...(unit === undefined ? [] : [`unit "${unit}"`]), ...(fact === undefined ? [] : [`"${fact}"`])].join(', ') +
      (unit === undefined && fact === undefined ? '' : ': ') +
      message,
    at: (file: string, line: number | undefined, message: string) =>
      line === undefined ? `${file}: ${message}` : `${file} line ${line}: ${message}`,
    summary: (count: number) => `${counted(count, 'fault')} in the data; nothing was scored.`,
    csv: {
      'open-quote': 'A quotation mark that opens here is never closed.',
      'stray-quote':
        'A quotation mark stands in the middle of a cell; put the whole cell in quotation marks and write each mark in it twice.',
    },
    emptyFile: 'The file is empty.',
    more: (count: number) => `and ${count} more`,
    lineEnds: (expected: string) => `The line ends where ${expected} should come.`,
    tooLong: (megabytes: number) => `A unit is longer than ${megabytes} MB; nothing behind it was read.`,
    firstColumn: (found: string) => `The first column must be headed "unit" (or "单位"), not "${found}".`,
    kindSecond: 'The kind of unit must stand in the second column.',
    noHeading: 'A column with values has no heading.',
    unknownColumn: (heading: string, nearest?: string) => `The scheme has no fact "${heading}".${meant(nearest)}`,
    unknownField: (heading: string, fact: string, nearest?: string) =>
      `"${fact}" has no field "${heading}".${meant(nearest)}`,
    columnTwice: (one: string, other: string) =>
      one === other ? `The column "${one}" stands twice.` : `The columns "${one}" and "${other}" are the same fact.`,
    recordsColumn: (fact: string) =>
      `"${fact}" consists of records; give them in a file of their own: --records "${fact}=FILE".`,
    noUnit: 'The row names no unit.',
    unitTwice: (line: number | undefined) =>
      `The unit is there twice${line === undefined ? '' : `; it is also in line ${line}`}.`,
    extraCell: (cell: string) => `"${cell}" stands beyond the last column.`,
    notYesNo: (cell: string) => `"${cell}" is neither yes nor no.`,
    findingsUnreviewed: 'The row has findings of this review and says that it has not looked at the unit.',
    unitNotListed: (file: string, nearest?: string) => `${file} has no such unit.${meant(nearest)}`,
    recordsAlready: (file: string) => `${file} gives the unit's records already.`,
    json: (code: JsonFaultCode, found: string, expected: string) =>
      ({
        expected:
          found === '' ? `The file ends where ${expected} should come.` : `"${found}" stands where ${expected} should.`,
        'not-a-value': `"${found}" is no value that can be counted with.`,
        'bad-text': 'A text is not closed on its line, or holds a sign that JSON does not allow.',
        'duplicate-key': `"${found}" is given twice.`,
        'too-deep': 'Lists and objects are nested too deep.',
        trailing: `"${found}" stands after the end of the data.`,
      })[code],
  },

  score: {
    title: (title: string, year: number, version: number) => `${title}, ${year}, version ${version}`,
    kind: (name: string, count: number) => `${name} (${counted(count, 'unit')})`,
    heading: {
      rank: 'rank',
      unit: 'unit',
      kind: 'kind',
      bonus: 'bonus',
      penalty: 'penalty',
      reportedTotal: 'total as reported',
      reportedGrade: 'grade as reported',
      total: 'total',
      grade: 'grade',
      awards: 'awards',
      outcomes: 'outcomes',
      overrides: 'overrides',
      status: 'status',
      missing: 'missing',
      open: 'still open',
      leastTotal: 'least total',
      greatestTotal: 'greatest total',
      possibleGrades: 'possible grades',
    },
    status: { final: 'final', provisional: 'provisional', incomplete: 'incomplete' },
    certain: (status: string) => `${status}, grade certain`,
    noGrade: 'no grade',
    comma: ', ',
    openTotal: (least: string, greatest: string) => `${least} to ${greatest}`,
    openGrades: (grades: readonly string[]) => grades.join(' or '),
    grades: (counts: readonly (readonly [string, number])[], without: number) =>
      `Grades: ${gradeList(counts, without)}`,
    reportedGrades: (counts: readonly (readonly [string, number])[], without: number) =>
      `Grades as reported: ${gradeList(counts, without)}`,
    otherCount: (expected: number, found: number) =>
      `The scheme says that there are ${expected}; the data have ${found}.`,
    missing: (facts: readonly string[]) => `missing ${facts.join(', ')}`,
    because: (reason: NonNullable<UnitResult['because']>[number]['reason'], fact?: string) =>
      ({
        'empty-field': 'no unit of the kind to compare with',
        'empty-average': `nobody has rated ${fact === undefined ? 'it' : `"${fact}"`}`,
        'division-by-zero': 'a division by 0',
        'nothing-applies': 'nothing applies to it',
      })[reason],
    outcome: (outcome: string, { for: concerned, by }: OutcomeDetail) =>
      `${outcome}${concerned === undefined ? '' : ` for ${concerned ?? '?'}`}${by === undefined ? '' : ` by ${by}`}`,
    override: (of: string, value: string, was: string, by: string, on: string, why: string) =>
      `${of}: ${value} instead of ${was} (${by}, ${on}: ${why})`,
    overridden: (unit: string, said: string) => `Overridden: ${unit}, ${said}`,
    incomplete: (unit: string, reasons: readonly string[]) => `Incomplete: ${unit} (${reasons.join('; ')})`,
    provisional: (count: number, incomplete: number, certain: number) =>
      `${counted(count, 'result')} ${count === 1 ? 'is' : 'are'} provisional: grades may still move, awards and outcomes are withheld until ` +
      (incomplete > 0 ? 'the incomplete units are complete.' : 'the reviews are done.') +
      (certain > 0 ? ` The grades of ${certain} of them cannot move any more.` : ''),
    review: (name: string, chosen: number, drawn: number, open: boolean) =>
      `Review "${name}": ${chosen} chosen, ${open ? 'the lot has no seed yet (--lot)' : `${drawn} drawn by lot`}`,
    chosen: (units: readonly string[]) => `chosen: ${units.join(', ')}`,
    drawn: (units: readonly string[]) => `drawn: ${units.join(', ')}`,
    awaiting: (units: readonly string[]) => `not yet reviewed: ${units.join(', ')}`,
    fails: (kind: string, sentence: string, line: number, figures: string, provisional: boolean) =>
      `Does not hold for ${kind}: ${sentence} (line ${line})${figures === '' ? '' : `; it is ${figures}`}${provisional ? ' (provisional)' : ''}`,
    figure: (value: string, counted?: number, of?: number) =>
      counted === undefined ? value : `${value} (${counted} of ${of ?? 0})`,
    ballots: (name: string, cast: number, isVoid: number) =>
      `Ballots "${name}": ${counted(cast, 'ballot')}, ${isVoid} void`,
    voidBallot: (rater: string, sentences: readonly string[]) => `void: ${rater} (${sentences.join('; ')})`,
  },

  progress: {
    reading: (share: string, units: number, file: string) =>
      `reading ${file}  ${share}${units.toLocaleString('en')} ${units === 1 ? 'unit' : 'units'}`,
    writing: (share: string) => `writing results  ${share}`,
  },

  demo: {
    nothing: (folder: string) => `${folder} has no folder with a scheme (.merit) and units.json`,
    found: (errors: number, warnings: number) =>
      errors + warnings === 0 ? 'no problems' : `${counted(errors, 'error')}, ${counted(warnings, 'warning')}`,
    next: 'What to try next:',
  },

  test: {
    file: (file: string, examples: number) =>
      `${file}: ${examples === 0 ? 'no examples' : counted(examples, 'example')}`,
    summary: (passed: number, failed: number) => `${passed} passed, ${failed} failed`,
  },

  coverage,
  samples,

  form: {
    unit: 'unit',
    kind: 'kind',
    mark: '# how to fill in',
    separator: '; ',
    yes: 'yes',
    no: 'no',
    isTrue: 'true',
    isFalse: 'false',
    none: 'none',
    oneOf: (names: readonly string[]) => `one of ${quoted(names)}`,
    onlyFor: (kinds: readonly string[]) => `only for ${quoted(kinds)}`,
    records: (fact: string) => `a row for each ${fact}; a unit without a row has none`,
    reportedBy: (name: string) => `from ${name}`,
    assessed: 'entered by the assessor',
    evidence: 'with evidence',
    otherwise: (value: string) => `${value} if left blank`,
    type: { 'yes-no': 'yes or no', 'true-false': 'true or false', date: 'date, as 2026-03-01', text: 'text' },
    grade: (grades: readonly string[]) => `one of ${quoted(grades)}, or none`,
    many: (what: string) => `${what}; several, separated by ; or "none"`,
    cut: (value: string, percent: boolean) =>
      `above ${value}${percent ? '%' : ''} counts as ${value}${percent ? '%' : ''}`,
    number: (kind: 'count' | 'number' | 'percentage', min: string, max: string, decimals: number, word?: string) => {
      const places = decimals === 0 ? 'whole' : counted(decimals, 'decimal')
      const unit = word === undefined ? '' : ` (${word})`
      const sign = kind === 'percentage' ? '%' : ''
      const bounds = max === '1000000000' && min === '0' ? '' : ` from ${min}${sign} to ${max}${sign}`
      return `${kind === 'percentage' ? 'percentage' : 'number'}${unit}${bounds}, ${places}`
    },
    next: (command: string) => `When it is filled in: ${command}`,
  },
}
