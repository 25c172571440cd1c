import type { Name, Num, Sentence } from '@merit/dsl'

/** Sentences as compact text, a line to each: the kind, then what it holds. */
export function tree(sentences: readonly Sentence[]): string {
  return sentences.map((sentence) => `${sentence.kind} ${fields(sentence)}`.trim()).join('\n')
}

const hidden = new Set(['kind', 'span', 'language', 'measureSpan'])

function fields(node: object): string {
  const shown = Object.entries(node).filter(([key, value]) => !hidden.has(key) && value !== undefined)
  return shown.map(([key, value]) => `${key}=${show(value)}`).join(' ')
}

function show(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(show).join(', ')}]`
  if (typeof value !== 'object' || value === null) return String(value)
  if ('raw' in value) return (value as Name).text
  if ('percent' in value) return `${(value as Num).text}${(value as Num).percent ? '%' : ''}`
  if ('text' in value && !('kind' in value)) return String(value.text)
  return node(value as { kind?: string })
}

function node(value: { kind?: string }): string {
  const one = value as Record<string, unknown>
  switch (value.kind) {
    case undefined:
      return `{${fields(value)}}`
    case 'number':
      return show(one.value)
    case 'name':
      return `"${show(one.name)}"`
    case 'compare':
      return `(${show(one.left)} ${String(one.comparison)} ${show(one.right)})`
    case 'top':
    case 'bottom':
      return `(${value.kind} ${show(one.count)})`
    default:
      return `(${`${value.kind} ${fields(value)}`.trim()})`
  }
}
