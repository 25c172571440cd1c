import type { Expr, GraphNode } from '../../scheme/index.js'

/** The facts and nodes of the same unit that a node is computed from, by name. */
export function readsOf(node: GraphNode): readonly string[] {
  const names = new Set<string>()
  switch (node.kind) {
    case 'logic':
      collect(node.logic, names)
      if (node.over !== undefined) names.add(node.over)
      break
    case 'aggregate':
      names.add(node.of)
      for (const expr of [node.value, node.where, node.groupBy]) if (expr !== undefined) collect(expr, names)
      break
    case 'round':
      names.add(node.of)
      break
    case 'grade':
    case 'field':
      break
  }
  return [...names]
}

/** Variables outside the elements of lists. */
function collect(expr: Expr, names: Set<string>): void {
  const open: unknown[] = [expr]
  for (let one = open.pop(); one !== undefined; one = open.pop()) {
    if (Array.isArray(one)) open.push(...(one as unknown[]))
    else if (typeof one === 'object' && one !== null) {
      if ('var' in one) {
        if (/^[fn]\d/.test(String(one.var))) names.add(String(one.var))
      } else open.push(...Object.values(one))
    }
  }
}
