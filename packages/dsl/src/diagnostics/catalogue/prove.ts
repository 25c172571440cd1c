import { gradeProofs } from './prove/grades.js'
import { pointProofs } from './prove/points.js'
import { questions } from './prove/questions.js'
import { ruleProofs } from './prove/rules.js'

/** Problems that 4-prove reports: what can never be, whatever a unit reports; and what the author should still decide. */
export const proveProblems = { ...ruleProofs, ...pointProofs, ...gradeProofs, ...questions } as const
