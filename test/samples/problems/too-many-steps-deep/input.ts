const steps = Array.from({ length: 2000 }, (_, place) => `let "step ${place + 2}" be "step ${place + 1}" + 1`)

/** Definitions that rest on each other, two thousand deep. */
export const text = [
  'scheme "Sample" for 2026',
  'full marks 10',
  'unit kinds "unit"',
  'facts',
  '  "cases": count, at most 100',
  'item 1 "Cases" 10 points',
  '  costs 1 when "step 2001" is above 50',
  'let "step 1" be "cases"',
  ...steps,
].join('\n')
