import { ballotProblems } from './analyze/ballots.js'
import { exampleProblems } from './analyze/examples.js'
import { expressionProblems } from './analyze/expressions.js'
import { factProblems } from './analyze/facts.js'
import { gradeProblems } from './analyze/grades.js'
import { headProblems } from './analyze/head.js'
import { itemProblems } from './analyze/items.js'
import { nameProblems } from './analyze/names.js'
import { totalProblems } from './analyze/totals.js'

/** Problems that 2-analyze reports, by what they are about. */
export const analyzeProblems = {
  ...headProblems,
  ...nameProblems,
  ...factProblems,
  ...ballotProblems,
  ...expressionProblems,
  ...itemProblems,
  ...totalProblems,
  ...gradeProblems,
  ...exampleProblems,
} as const
