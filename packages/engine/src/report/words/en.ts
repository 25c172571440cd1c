/** What a report says, in English. The Chinese twin is zh.ts; the names are the same. */

export const en = {
  title: (title: string, year: number, version: number) => `What "${title}" (${year}, version ${version}) can come to`,
  kind: (name: string, count: number | undefined) =>
    count === undefined ? name : `${name} (${count} ${count === 1 ? 'unit' : 'units'})`,
  overall: (least: string | undefined, greatest: string | undefined) => {
    if (least === undefined)
      return greatest === undefined
        ? 'Nothing limits the total.'
        : `The total has no lower limit; it comes to ${greatest} at best.`
    return greatest === undefined
      ? `The total comes to ${least} at worst; it has no upper limit.`
      : `The total lies from ${least} to ${greatest}.`
  },
  about: (isEndless: boolean) =>
    'Examples name only what sets a unit apart from one that has everything at its best; "at its best" is that unit. Bounds marked ≤ or ≥ are not passed, and may not be reached.' +
    (isEndless ? ' "No limit": it goes on with the number of cases or records.' : ''),
  headings: {
    scores: 'Scores',
    grades: 'Grades',
    rules: 'Rules',
    facts: 'Facts, by the points that depend on them',
    followings: 'Awards and outcomes',
    amounts: 'What outcomes come to',
  },
  columns: {
    score: 'score',
    outOf: 'out of',
    least: 'least',
    greatest: 'greatest',
    worstExample: 'a unit at its worst',
    leastExample: 'least, for example',
    grade: 'grade',
    example: 'for example',
    total: 'total',
    line: 'line',
    rule: 'rule',
    under: 'item',
    most: 'at most',
    cap: 'its cap',
    fact: 'fact',
    points: 'points',
    direction: 'which way',
    best: 'at its best',
    what: 'award or outcome',
  },
  part: (name: string) => `part "${name}"`,
  of: { bonus: 'bonus', penalty: 'penalty', total: 'total' },
  award: (name: string) => `award "${name}"`,
  outcome: (name: string) => `outcome "${name}"`,
  noGrade: 'no grade',
  best: 'at its best',
  reachable: 'there is such a unit',
  nobody: 'nobody can',
  nobodyNeeds: (needs: string, greatest: string) => `nobody can: it takes ${needs}, the highest total is ${greatest}`,
  never: 'never',
  open: 'not settled',
  openByOthers: 'depends on the other units',
  byOthers: (example: string) => `${example} (the others decide)`,
  capPassed: { possible: 'can be passed', impossible: 'is never passed', open: 'may be passed' },
  cap: (value: string | undefined, passed: string) => (value === undefined ? passed : `${value}, ${passed}`),
  noLeast: 'no limit',
  noGreatest: 'no limit',
  atLeast: (value: string) => `≥ ${value}`,
  atMost: (value: string) => `≤ ${value}`,
  directions: {
    up: 'more is better',
    down: 'less is better',
    either: 'either way',
    others: 'as it compares with the others',
    none: 'grade, awards or outcomes only',
  },
  difference: (fact: string, shown: string) => `${fact}: ${shown}`,
  differences: (parts: readonly string[], more: number) => parts.join('; ') + (more === 0 ? '' : `; and ${more} more`),
  notReported: 'not reported',
  truth: (value: boolean, wording: 'true-false' | undefined): string =>
    wording === 'true-false' ? (value ? 'true' : 'false') : value ? 'yes' : 'no',
  none: 'none',
  measured: (value: string, word: string) => `${value} ${word}`,
  list: (parts: readonly string[]) => parts.join(', '),
  times: (one: string, count: number) => `${count} × ${one}`,
  andMore: (first: string, count: number) => `${first} … (${count})`,
  unit: {
    least: (score: string) => `least: ${score}`,
    greatest: (score: string) => `greatest: ${score}`,
    grade: (grade: string) => `grade: ${grade}`,
    rule: (line: string, text: string) => `line ${line}: ${text}`,
    best: 'everything at its best',
  },
}
