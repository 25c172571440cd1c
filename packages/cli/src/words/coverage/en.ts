/** What `test --coverage` says, in English. The Chinese twin is zh.ts; the names are the same. */

export const coverage = {
  title: (file: string) => `What the examples in ${file} exercise`,
  summary: (exercised: number, of: number, percent: string, partly: number, not: number) =>
    `${exercised} of ${of} sentences exercised (${percent}%)` +
    (partly + not === 0 ? '' : `; ${partly} in part, ${not} by no example`),
  ofFile: (file: string, summary: string) => `In ${file}, which it includes: ${summary}`,
  legend: '✓ exercised · ◐ in part · ✗ by no example; the numbers are the examples',
  example: (number: number, name: string) => `example ${number} "${name}"`,
  examples: 'Examples',
  open: 'What no example exercises',
  listing: 'Line by line',
  heading: { line: 'line', sentence: 'sentence', lacks: 'what no example shows' },
  list: (parts: readonly string[]) => parts.join('; '),
  lacks: {
    acts: 'no example in which it acts',
    cap: 'no example in which its cap takes something off',
    kept: 'no example in which a step would leave the range',
    'missing-period': 'no example with a period of which nothing is reported',
    holds: 'no example of units in which it holds',
    fails: 'no example of units in which it does not hold',
    reported: 'no example that gives the fact',
    default: 'no example that leaves it to the default',
    cut: 'no example that reaches the number at which it is cut',
    room: 'no example in which all places are taken',
    row: (rows: readonly string[]) => `no example of ${rows.join(', ')}`,
    choice: (choices: readonly string[]) => `no example in which this decides: ${choices.join(', ')}`,
    kind: (kinds: readonly string[]) => `no example of ${kinds.join(', ')}`,
  },
  tooLittle: (file: string, exercised: string, asked: string) =>
    `${file}: the examples exercise ${exercised}% of the sentences, not ${asked}%`,
  badShare: (given: string) => `--at-least "${given}" is no percentage from 0 to 100`,
}

export type CoverageWords = typeof coverage
