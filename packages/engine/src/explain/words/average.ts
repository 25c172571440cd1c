import type { AverageReason, Figure } from '../types.js'

/** `(90 + 88) ÷ 2`, `(90 × 20% + 80 × 40%) ÷ 60%`; many equal scores are said once */
export function averageOf({ terms, weights }: AverageReason, exactly: (figure: Figure) => string): string {
  if (weights === undefined) return `${inBrackets(sumOf(counted(terms, exactly)))} ÷ ${terms.length}`
  const all = sumOf(terms.map(({ score, weight }) => `${exactly(score)} × ${weight ?? ''}%`))
  return weights === '100' ? all : `${inBrackets(all)} ÷ ${weights}%`
}

/** Equal scores one after the other as `100 × 3`. */
function counted(terms: AverageReason['terms'], exactly: (figure: Figure) => string): readonly string[] {
  const runs: { readonly text: string; times: number }[] = []
  for (const { score } of terms) {
    const text = exactly(score)
    const last = runs.at(-1)
    if (last?.text === text) last.times += 1
    else runs.push({ text, times: 1 })
  }
  return runs.map(({ text, times }) => (times === 1 ? text : `${text} × ${times}`))
}

function sumOf(terms: readonly string[]): string {
  return terms.join(' + ')
}

function inBrackets(text: string): string {
  return text.includes(' + ') ? `(${text})` : text
}
