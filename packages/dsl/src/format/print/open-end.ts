import type { Condition } from '../../ast/index.js'

/** Whether nothing that follows a condition could be read as part of it: `"level" is "x"`, not `"F"`. */
export function closedAtEnd(node: Condition): boolean {
  switch (node.kind) {
    case 'has':
    case 'missing':
    case 'brackets':
      return false
    case 'and':
    case 'or':
      return closedAtEnd(node.operands.at(-1)!)
    case 'not':
      return closedAtEnd(node.operand)
    case 'quantified':
      return closedAtEnd(node.where)
    default:
      return true
  }
}
